use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, ID, Result, SimpleObject};
use uuid::Uuid;

use ::entity::order_line;

use crate::features::audit::audit;
use crate::features::network::ClosedSection;
use crate::features::order::{Bundle, OrderLine, OrderPassenger};
use crate::features::trip::{StopCall, Trip};
use crate::graphql::{Gid, Kind, Mark, Page, SortDirection, app, viewer};

use super::access::{find_closure, runs_network};
use super::impact::{Stopped, lines_of, stopped};

crate::connection!(ClosureTicket, ClosureTicketConnection, ClosureTicketEdge);

/// Somebody with a ticket, or a seat that is being paid, for a trip that a closure stops.
#[derive(SimpleObject, Clone)]
pub struct ClosureTicket {
    pub line: OrderLine,
    pub trip: Trip,
    pub order_number: String,
    pub order_id: ID,
    pub passenger: OrderPassenger,
    /// Boarding.
    pub from: StopCall,
    /// Alighting.
    pub to: StopCall,
    /// E.164, of the order.
    pub phone: Option<String>,
    pub email: Option<String>,
    /// False: gets off before the section or on after it.
    pub on_section: bool,
}

/// Those who have tickets now, by departure.
pub async fn tickets(ctx: &Context<'_>, id: &ID, first: i32, after: Option<&str>) -> Result<ClosureTicketConnection> {
    let (app, viewer) = (app(ctx), viewer(ctx));
    runs_network(viewer)?;
    let page = Page::read(first, after)?;
    let row = find_closure(app.db.read(), id).await?;
    let network = app.network.get(app).await?;
    let trips = match ClosedSection::of(&network, &row) {
        Some(section) => stopped(app, &network, &section).await?,
        None => Vec::new(),
    };
    let of_trip: HashMap<Uuid, (usize, &Stopped)> =
        trips.iter().enumerate().map(|(n, one)| (one.trip.id, (n, one))).collect();
    let mut lines = lines_of(app.db.read(), &trips).await?;
    lines.retain(|line| line.code.is_none());
    let key = |line: &order_line::Model| {
        let place = of_trip.get(&line.space_id).map_or(0, |(n, _)| *n);
        (format!("{place:06} {} {:06}", line.space_id, line.seat.unwrap_or(999_999)), line.id)
    };
    let (lines, info, total) = page.sorted(lines, &Mark::new("Departure", SortDirection::Asc), key)?;
    let mut orders: Vec<Uuid> = lines.iter().map(|(_, line)| line.order_id).collect();
    orders.sort_unstable();
    orders.dedup();
    let bundles = Bundle::read(app.db.read(), &orders).await?;
    let bundles: HashMap<Uuid, Arc<Bundle>> = bundles.into_iter().map(|(id, one)| (id, Arc::new(one))).collect();
    audit(app, viewer, "READ_PASSENGERS", &format!("closure:{}", row.id)).await?;
    let nodes = lines.into_iter().filter_map(|(cursor, line)| {
        let bundle = bundles.get(&line.order_id)?;
        let (_, one) = of_trip.get(&line.space_id)?;
        let passenger = bundle.passengers.iter().find(|row| row.id == line.passenger_id)?;
        let ticket = ClosureTicket {
            order_number: bundle.order.number.clone(),
            order_id: Gid::of(Kind::Order, bundle.order.id),
            passenger: OrderPassenger { row: passenger.clone(), bundle: Arc::clone(bundle) },
            from: StopCall::new(&one.trip, one.trip.call(line.from_call)?),
            to: StopCall::new(&one.trip, one.trip.call(line.to_call)?),
            phone: bundle.order.phone.clone(),
            email: bundle.order.email.clone(),
            on_section: one.rides_along(&line),
            trip: Trip::from(Arc::clone(&one.trip)),
            line: OrderLine { row: line, bundle: Arc::clone(bundle) },
        };
        Some((cursor, ticket))
    });
    Ok(ClosureTicketConnection::new(nodes.collect(), info, total))
}
