//! One of everything, most of it another carrier's than the demonstration's representative is of.

use api::graphql::{Gid, Kind};
use tests::{Ride, TestApp, TimeDelta, Value, json};

/// Ids for the requests of the matrix, by the `$X` that stand for them.
pub struct World {
    names: Vec<(&'static str, String)>,
    /// What only one can take away, once more.
    again: Vec<(&'static str, String)>,
    pub ride: Ride,
}

impl World {
    /// A request with the ids in their places; those that end with `# again` get another of what can be taken away once.
    pub fn fill(&self, query: &str) -> String {
        let again: &[(&str, String)] = if query.contains("again") { &self.again } else { &[] };
        again.iter().chain(&self.names).fold(query.to_owned(), |query, (name, value)| query.replace(name, value))
    }

    pub async fn of(app: &TestApp) -> Self {
        // An owner with one of everything.
        let owner = crate::account::register(app, "owner@example.com").await;
        let ride = app.ride("505").await;
        let order = owner.hold(std::slice::from_ref(&ride), 1, None).await;
        owner.name(&order).await;
        let save = "mutation { savePassenger(input: { firstName: \"A\", lastName: \"B\", birthDate: \"1990-03-07\", citizenship: \"KG\", documentKind: ID_CARD, documentNumber: \"ID1234567\" }) { ... on PassengerSaved { passenger { id } } } }";
        let saved = owner.send(save, json!({})).await.data("savePassenger")["passenger"]["id"].clone();
        let session = owner.send("{ me { sessions { id } } }", json!({})).await.data("me")["sessions"][0]["id"].clone();
        let wallet = crate::wallet::opened(&owner).await["id"].clone();
        // A list of passengers on its way to somebody.
        let buyer = app.visitor();
        let bought = buyer.buy(app, std::slice::from_ref(&ride), 1).await;
        let manager = app.staff("TRANSPORT_MANAGER").await;
        let tickets = crate::exchange::seats(&buyer, &bought).await;
        let exchange = crate::exchange::offered(&manager, &bought, &tickets, &ride, Some(&["9"])).await["id"].clone();
        crate::manifest::save_destination(&manager, json!({ "url": "http://127.0.0.1:1/" })).await;
        for state in ["DEPARTED", "SCHEDULED"] {
            crate::trip::change(&manager, "reportTrip", json!({ "tripId": ride.id(), "state": state })).await;
        }
        app.run_jobs().await;
        let manifest = crate::manifest::manifests(&manager, &ride).await[0].clone();
        let inspecting = app.staff("INSPECTOR").await;
        let line = crate::passage::boarding(&inspecting, &ride).await["passengers"][0]["lineId"].clone();
        // Somebody else's payment leaves a job.
        let stranger = app.visitor();
        let theirs = stranger.hold(&[app.ride("501").await], 1, None).await;
        stranger.name(&theirs).await;
        let started = stranger.try_pay(&theirs).await;
        stranger.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "late").await;
        app.break_by_hand("UPDATE job SET state = 'FAILED'").await;
        let admin = app.staff("ADMINISTRATOR").await;
        let job =
            admin.send("{ jobs(first: 1) { nodes { id } } }", json!({})).await.data("jobs")["nodes"][0]["id"].clone();
        let place = async |name: &str| {
            admin.send("query($q: String!) { places(query: $q) { id } }", json!({ "q": name })).await.data("places")[0]
                ["id"]
                .clone()
        };
        let (from, to) = (place("Бишкек").await, place("Ош").await);
        let people = crate::staff::people(&admin).await;
        let inspector = people.iter().find(|one| one["role"]["code"] == "INSPECTOR").unwrap()["id"].clone();
        let sessions = "query($id: ID!) { staffSessions(id: $id) { id } }";
        let ended = admin.send(sessions, json!({ "id": inspector })).await.data("staffSessions")[0]["id"].clone();
        let company = crate::company::save(&admin, crate::company::input(json!({}))).await["company"]["id"].clone();
        crate::company::member(&admin, &json!({ "id": company }), json!({})).await;
        let invoice = crate::company::issue(&admin, &json!({ "id": company }), json!({ "advance": "100" })).await;
        let invoice = invoice["invoice"]["id"].clone();
        let block = json!({ "series": "АБ", "firstNumber": 1, "lastNumber": 2 });
        let blanks = crate::blank::issue(&admin, block).await["block"]["id"].clone();
        let invited = crate::staff::invite(&admin, "invited@example.com", "CASHIER").await["member"]["id"].clone();
        let layout = crate::layout::layout(&admin, "YT49").await["id"].clone();
        let station = json!(crate::announcement::station(app, "Талас").await);
        let partner = crate::partner::make(&admin, "Agent").await["partner"]["id"].clone();
        let announcement = crate::announcement::input(station.as_str().unwrap());
        let announcement = crate::announcement::save(&admin, &announcement).await["announcement"]["id"].clone();
        let way = crate::closure::section(app, &admin, &ride, None).await;
        let closure = crate::closure::change(&admin, "saveClosure", crate::closure::input(&way)).await;
        let closure = closure["closure"]["id"].clone();
        let carrier = Gid::of(Kind::Carrier, ride.trip.carrier.id).to_string();
        let path = crate::route::on_sale(app, &admin).await.2;
        let quota = json!({ "tripId": ride.id(), "purpose": "RESERVE", "seats": ["19"] });
        let quota = crate::quota::save(&admin, quota).await["quota"]["id"].clone();
        let desk = crate::shift::desk(app, "Бишкек", "77").await;
        let shift = crate::shift::open(&admin, &desk, &[], "open-shift-of-the-world").await["shift"]["id"].clone();
        let (register, receipt) = crate::fiscal_receipt::one_of_each(app).await;
        let terminals = crate::terminal_network::network(app, json!({})).await.1["id"].clone();
        let gateway = crate::gateway::made(&admin, "http://127.0.0.1:9", json!({})).await["id"].clone();
        let file = format!("{}B-1;5;;;payment\n", crate::registry::HEAD);
        let difference = crate::registry::loaded(app, &admin, "bank", &file).await.1[0]["id"].clone();
        let driver = crate::driver::make(&admin, &carrier).await["id"].clone();
        let vehicle = crate::vehicle::first_of(&admin, &carrier).await["id"].clone();
        // What only one can take away there is one of for each role.
        let (mut permits, mut photos) = (Vec::new(), Vec::new());
        for _ in 0..2 {
            permits
                .push(crate::permit::make(&admin, "VEHICLE", &vehicle, "INSURANCE", "2027-01-01").await["id"].clone());
            photos.push(crate::vehicle::add_photo(&admin, &vehicle).await.1["id"].clone());
        }
        crate::refund::overrule_refund::approval_above(app, 0).await;
        let returned = buyer.buy(app, &[app.ride_after("501", TimeDelta::hours(30)).await], 1).await;
        let refund = crate::refund::overrule_refund::asked(&admin, &returned, "0", "access-matrix-request").await;
        // Tickets that their owner asks the office about, and some that were given back.
        let asking = owner.buy(app, &[app.ride_after("501", TimeDelta::hours(30)).await], 1).await;
        let tickets = crate::exchange::seats(&owner, &asking).await;
        let request = crate::refund_request::ask(&owner, &asking, &tickets, "access-matrix-asks-0").await;
        let request = request["request"]["id"].clone();
        let sent = buyer.buy(app, &[app.ride_after("501", TimeDelta::hours(30)).await], 1).await;
        let tickets = crate::exchange::seats(&buyer, &sent).await;
        let quote = buyer.quote(&sent, &[tickets[0]["id"].as_str().unwrap()]).await["quote"]["id"].clone();
        buyer.confirm(&sent, quote.as_str().unwrap(), "access-matrix-returns").await;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let names = vec![
            ("$DRIVER", driver.clone()),
            ("$VEHICLE", vehicle.clone()),
            ("$PERMIT", permits[0].clone()),
            ("$PHOTO", photos[0].clone()),
            ("$PLACE", from.clone()),
            ("$OTHER", to.clone()),
            ("$TRIP", json!(ride.id())),
            ("$CARRIER", json!(carrier)),
            ("$ORDER", json!(order.id)),
            ("$BOUGHT", json!(bought.id)),
            ("$REFUND", refund.clone()),
            ("$ASKING", json!(asking.id)),
            ("$REQUEST", request.clone()),
            ("$SENT", quote.clone()),
            ("$EXCHANGE", exchange.clone()),
            ("$PASSENGER", json!(order.passengers[0])),
            ("$SESSION", session.clone()),
            ("$SAVED", saved.clone()),
            ("$JOB", job.clone()),
            ("$MANIFEST", manifest["id"].clone()),
            ("$LINE", line.clone()),
            ("$DELIVERY", manifest["deliveries"][0]["id"].clone()),
            ("$STAFF", inspector.clone()),
            ("$INVITED", invited.clone()),
            ("$ENDED", ended.clone()),
            ("$LAYOUT", layout.clone()),
            ("$STATION", station.clone()),
            ("$PARTNER", partner.clone()),
            ("$ANNOUNCEMENT", announcement.clone()),
            ("$CLOSURE", closure.clone()),
            ("$ROUTE", json!(Gid::of(Kind::Route, ride.trip.route.id))),
            ("$PATH", path.clone()),
            ("$QUOTA", quota.clone()),
            ("$SHIFT", shift.clone()),
            ("$DESK", desk.clone()),
            ("$TERMINALS", terminals.clone()),
            ("$REGISTER", register.clone()),
            ("$WALLET", wallet.clone()),
            ("$COMPANY", company.clone()),
            ("$INVOICE", invoice.clone()),
            ("$BLANKS", blanks.clone()),
            ("$RECEIPT", receipt.clone()),
            ("$GATEWAY", gateway.clone()),
            ("$DIFFERENCE", difference.clone()),
            ("$SETTLEMENT", json!(crate::settlement::of_nothing(app, ride.trip.carrier.id).await)),
            ("$POSTING", json!(crate::ledger::of_a_sale(app).await)),
            ("$CLOSING", json!(crate::ledger::closed_before(app).await)),
            ("$OFFER", json!(Gid::of(Kind::Refund, uuid::Uuid::nil()))),
        ];
        let names = names.into_iter().map(|(name, value): (&'static str, Value)| (name, text(&value))).collect();
        let again = vec![("$PERMIT", text(&permits[1])), ("$PHOTO", text(&photos[1]))];
        World { names, again, ride }
    }
}
