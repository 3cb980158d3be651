//! Settlements with carriers: figures worked by hand, races, and who sees what.

mod approve_settlement;
mod currencies;
mod drop_settlement;
mod export_settlement;
mod make_settlement;
mod pay_settlement;

use api::graphql::{Gid, Kind};
use chrono::TimeDelta;
use sea_orm::{EntityTrait, IntoActiveModel};
use tests::{Actor, Ride, TestApp, Value, json};

/// What settlements are asked for.
const PARTS: &str = "id number currency startsOn endsOn state carrier { code } figures { opening { amount } soldCount sold { amount } \
    returnedCount returned { amount } exchanged { amount } handedOver { amount } commission { amount } stationFee { amount } \
    withheld { amount } corrected { amount } paidBefore { amount } closing { amount } } paid { amount } due { amount }";

pub async fn make(staff: &Actor, carrier: &str, ends_on: &str) -> Value {
    made(staff, json!({ "carrierId": carrier, "endsOn": ends_on })).await
}

pub async fn made(staff: &Actor, input: Value) -> Value {
    let query = format!(
        "mutation($i: MakeSettlementInput!) {{ makeSettlement(input: $i) {{ __typename ... on InvalidInput {{ fields {{ path code }} }} \
         ... on SettlementChanged {{ settlement {{ {PARTS} }} }} }} }}"
    );
    staff.send(&query, json!({ "i": input })).await.data("makeSettlement")
}

pub async fn settlement(staff: &Actor, id: &Value) -> Value {
    let query = format!("query($id: ID!) {{ settlement(id: $id) {{ {PARTS} }} }}");
    staff.send(&query, json!({ "id": id })).await.data("settlement")
}

pub async fn approve(staff: &Actor, id: &Value, closing: &str) -> Value {
    let query = format!(
        "mutation($i: ApproveSettlementInput!) {{ approveSettlement(input: $i) {{ __typename ... on InvalidInput {{ fields {{ path code }} }} \
         ... on SettlementChanged {{ settlement {{ {PARTS} }} }} }} }}"
    );
    staff.send(&query, json!({ "i": { "id": id, "closing": closing } })).await.data("approveSettlement")
}

pub async fn pay(staff: &Actor, id: &Value, amount: &str, day: &str, key: &str) -> Value {
    let query = format!(
        "mutation($i: PaySettlementInput!) {{ paySettlement(input: $i) {{ __typename ... on UserError {{ code }} \
         ... on InvalidInput {{ fields {{ path code }} }} ... on SettlementChanged {{ settlement {{ {PARTS} }} }} }} }}"
    );
    let input = json!({ "id": id, "amount": amount, "paidOn": day, "document": "PP-17", "idempotencyKey": key });
    staff.send(&query, json!({ "i": input })).await.data("paySettlement")
}

/// An amount of a settlement's figures.
pub fn figure<'a>(settlement: &'a Value, name: &str) -> &'a str {
    settlement["figures"][name]["amount"].as_str().unwrap_or_else(|| panic!("{name}: {settlement}"))
}

/// A carrier whose tickets were sold yesterday: two of 600 som, of which one was given back for 570. The contract says 10 per
/// cent and 10 som for each passenger.
pub struct Scene {
    pub app: TestApp,
    pub accountant: Actor,
    pub carrier: String,
    pub ride: Ride,
}

impl Scene {
    pub async fn new() -> Self {
        let app = TestApp::new().await;
        let ride = app.ride_after("501", TimeDelta::hours(30)).await;
        let carrier = Gid::of(Kind::Carrier, ride.trip.carrier.id).to_string();
        let manager = app.staff("TRANSPORT_MANAGER").await;
        let contract = json!({
            "carrierId": carrier, "number": "12/2026", "startsOn": "2026-01-01", "stationFee": "10",
            "commission": { "kind": "PERCENT", "value": "10" },
        });
        let save = "mutation($i: SaveContractInput!) { saveContract(input: $i) { __typename } }";
        let saved = manager.send(save, json!({ "i": contract })).await.data("saveContract");
        assert_eq!(saved["__typename"], "ContractSaved");
        let customer = app.visitor();
        let order = customer.buy(&app, std::slice::from_ref(&ride), 2).await;
        let tickets = crate::exchange::seats(&customer, &order).await;
        let quote = customer.quote(&order, &[tickets[0]["id"].as_str().unwrap()]).await;
        let quote = quote["quote"]["id"].as_str().unwrap().to_owned();
        let back = customer.confirm(&order, &quote, "a-refund-of-the-scene").await;
        assert_eq!(back["__typename"], "RefundConfirmed", "{back}");
        app.run_jobs().await;
        app.advance(TimeDelta::hours(24));
        app.run_jobs().await;
        let accountant = app.staff("ACCOUNTANT").await;
        Scene { app, accountant, carrier, ride }
    }

    /// With an approved settlement of the first day.
    pub async fn approved() -> (Self, Value) {
        let scene = Self::new().await;
        let made = make(&scene.accountant, &scene.carrier, "2026-12-01").await["settlement"].clone();
        let done = approve(&scene.accountant, &made["id"], "557.00").await;
        assert_eq!(done["__typename"], "SettlementChanged", "{done}");
        (scene, done["settlement"].clone())
    }

    /// What the ledger has on an account.
    pub async fn booked(&self, account: &str) -> i64 {
        booked(&self.app, account).await
    }

    /// One more ticket of 600 som is sold.
    pub async fn sell(&self) {
        self.app.visitor().buy(&self.app, std::slice::from_ref(&self.ride), 1).await;
    }
}

pub async fn booked(app: &TestApp, account: &str) -> i64 {
    use sea_orm::{ColumnTrait, QueryFilter};
    let lines = entity::posting_line::Entity::find().filter(entity::posting_line::Column::Account.eq(account));
    lines.all(app.app.db.read()).await.unwrap().iter().map(|line| line.amount_minor).sum()
}

/// Account of a carrier's opaque id.
pub fn account(carrier: &str) -> String {
    format!("CARRIER:{}", Gid::read(Kind::Carrier, carrier).unwrap())
}

/// An approved settlement of nothing, before anything was sold.
pub async fn of_nothing(app: &TestApp, carrier: uuid::Uuid) -> String {
    of_nothing_until(app, carrier, "2026-11-30").await
}

/// The same, of one day.
pub async fn of_nothing_until(app: &TestApp, carrier: uuid::Uuid, ends_on: &str) -> String {
    let at = format!("{ends_on}T18:00:00Z").parse().unwrap();
    let row = entity::settlement::Model {
        id: app.app.ids.new(),
        number: app.count("SELECT id FROM settlement").await + 1,
        carrier_id: carrier,
        currency: "KGS".into(),
        starts_on: ends_on.parse().unwrap(),
        ends_on: ends_on.parse().unwrap(),
        until: at,
        state: "PAID".into(),
        opening_minor: 0,
        sold_count: 0,
        returned_count: 0,
        sold_minor: 0,
        returned_minor: 0,
        exchanged_minor: 0,
        handed_over_minor: 0,
        commission_minor: 0,
        station_fee_minor: 0,
        withheld_minor: 0,
        corrected_minor: 0,
        paid_before_minor: 0,
        closing_minor: 0,
        paid_minor: 0,
        made_at: at,
        made_by: None,
        approved_at: Some(at),
        approved_by: None,
        version: 1,
    };
    let id = row.id;
    let insert = entity::settlement::Entity::insert(row.into_active_model());
    insert.exec_without_returning(app.app.db.writer()).await.unwrap();
    Gid::of(Kind::Settlement, id).to_string()
}
