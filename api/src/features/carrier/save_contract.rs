use std::collections::BTreeSet;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::contract::overlap;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{carrier, contract, contract_route};

use crate::features::audit::{Change, audit_change};
use crate::features::network::begin_change;
use crate::graphql::{Can, ChangedMeanwhile, Date, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::find_carrier;
use super::contract::{CURRENCY, CommissionKind, Contract, routes_of, runs};

/// What the station earns with a ticket.
#[derive(InputObject, Clone)]
pub struct CommissionInput {
    pub kind: CommissionKind,
    /// From 0 to 100 per cent, or som for each ticket; at most two digits after the point.
    pub value: Decimal,
}

/// Another commission for one route.
#[derive(InputObject, Clone)]
pub struct RouteCommissionInput {
    pub route_id: ID,
    pub commission: CommissionInput,
}

#[derive(InputObject)]
pub struct SaveContractInput {
    /// Of the contract that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`.
    pub version: Option<i32>,
    /// Whose; a contract stays with its carrier.
    pub carrier_id: ID,
    pub number: String,
    pub starts_on: Date,
    /// The last day; without it the contract goes on.
    pub ends_on: Option<Date>,
    pub commission: CommissionInput,
    /// Som kept for each passenger, before the commission.
    pub station_fee: Decimal,
    #[graphql(default)]
    pub routes: Vec<RouteCommissionInput>,
}

#[derive(SimpleObject)]
pub struct ContractSaved {
    pub contract: Contract,
}

#[derive(Union)]
pub enum SaveContractResult {
    Saved(ContractSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SaveContract;

#[Object]
impl SaveContract {
    /// Staff: a new contract with a carrier, or a change of one. A carrier has at most one contract on a day.
    #[graphql(guard = "Can(Permission::ManageCarriers)", complexity = "20 + child_complexity")]
    async fn save_contract(&self, ctx: &Context<'_>, input: SaveContractInput) -> Result<SaveContractResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        if viewer.only_carrier().is_some() {
            // A carrier does not write its own contract.
            return Err(error::forbidden());
        }
        let network = app.network.get(app).await?;
        // Contracts are changed one after the other.
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let carrier = find_carrier(&tx, viewer, &input.carrier_id).await?;
        let others = contract::Entity::find().filter(contract::Column::CarrierId.eq(carrier.id));
        let mut others = others.all(&tx).await.map_err(Fault::from)?;
        let before = match &input.id {
            Some(id) => {
                let id = Gid::find(Kind::Contract, id)?;
                let at = others.iter().position(|row| row.id == id).ok_or_else(error::not_found)?;
                Some(others.remove(at))
            }
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveContractResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let row = read(&mut form, &input, &carrier, before.as_ref(), app.ids.new());
        let mut routes = Vec::with_capacity(input.routes.len());
        let mut named = BTreeSet::new();
        for (n, route) in input.routes.iter().enumerate() {
            let (kind, value) = commission(&mut form, &format!("routes.{n}.commission.value"), &route.commission);
            match Gid::read(Kind::Route, &route.route_id).filter(|id| runs(&network, carrier.id, *id)) {
                Some(id) if named.insert(id) => routes.push(contract_route::Model {
                    contract_id: row.id,
                    route_id: id,
                    commission_kind: kind,
                    commission_value: value,
                }),
                Some(_) => form.wrong(format!("routes.{n}.routeId"), "ROUTE_TWICE"),
                None => form.wrong(format!("routes.{n}.routeId"), "NO_SUCH_ROUTE"),
            }
        }
        let period = (row.starts_on, row.ends_on);
        if let Some(other) = others.iter().find(|other| overlap(period, (other.starts_on, other.ends_on))) {
            form.wrong_with("startsOn", "CONTRACT_OVERLAPS", &[("number", &other.number)]);
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveContractResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let former = routes_of(&*tx, row.id).await?;
        let those = contract_route::Column::ContractId.eq(row.id);
        contract_route::Entity::delete_many().filter(those).exec(&tx).await.map_err(Fault::from)?;
        let was = before.as_ref().map(|before| facts(before, &former));
        let change = Change::saved(was, facts(&row, &routes));
        upsert::<contract::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        upsert::<contract_route::Entity>(&tx, routes).await.map_err(Fault::from)?;
        audit_change(app, &tx, viewer, "SAVE_CONTRACT", &format!("carrier:{}", carrier.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveContractResult::Saved(ContractSaved { contract: Contract(row) }))
    }
}

fn read(
    form: &mut Form,
    input: &SaveContractInput,
    carrier: &carrier::Model,
    before: Option<&contract::Model>,
    id: Uuid,
) -> contract::Model {
    let (starts_on, ends_on) = (input.starts_on.0, input.ends_on.map(|date| date.0));
    form.period("endsOn", starts_on, ends_on);
    let (commission_kind, commission_value) = commission(form, "commission.value", &input.commission);
    contract::Model {
        id: before.map_or(id, |row| row.id),
        carrier_id: carrier.id,
        number: form.text("number", &input.number, 60),
        starts_on,
        ends_on,
        commission_kind,
        commission_value,
        station_fee: form.amount("stationFee", input.station_fee, CURRENCY),
        version: before.map_or(1, |row| row.version + 1),
    }
}

/// As it is stored; both kinds are in hundredths.
fn commission(form: &mut Form, path: &str, input: &CommissionInput) -> (String, i64) {
    match input.kind {
        CommissionKind::Fixed => ("FIXED".to_owned(), form.amount(path, input.value, CURRENCY)),
        CommissionKind::Percent => {
            let hundredths = input.value * Decimal::ONE_HUNDRED;
            let value = hundredths.to_i64().filter(|_| hundredths.is_integer());
            let value = value.filter(|value| (0..=10_000).contains(value));
            if value.is_none() {
                form.wrong(path, "PERCENT");
            }
            ("PERCENT".to_owned(), value.unwrap_or(0))
        }
    }
}

fn facts(row: &contract::Model, routes: &[contract_route::Model]) -> Value {
    let routes: Vec<String> = routes
        .iter()
        .map(|route| {
            format!(
                "{} {} {}",
                Gid::of(Kind::Route, route.route_id).as_str(),
                route.commission_kind,
                route.commission_value
            )
        })
        .collect();
    json!({
        "contract": row.number, "startsOn": row.starts_on, "endsOn": row.ends_on, "commissionKind": row.commission_kind,
        "commission": Decimal::new(row.commission_value, 2), "stationFee": Decimal::new(row.station_fee, 2), "routes": routes,
    })
}
