use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Result, SimpleObject};
use domain::text::alphabetical;
use uuid::Uuid;

use ::entity::order_line;

use crate::app::App;
use crate::features::audit::audit;
use crate::features::network::ClosedSection;
use crate::features::order::{Bundle, OrderLine, OrderPassenger};
use crate::features::trip::{StopCall, Trip};
use crate::graphql::{Audited, Gid, Kind, Mark, Page, SortDirection, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

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

/// By what those who have tickets are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClosureTicketSort {
    /// The trip's departure, then the seat.
    Departure,
    /// Last and first name; those without one first.
    Passenger,
    /// The order's number.
    Order,
    /// The price of the ticket.
    Price,
}

/// Those who have tickets now.
pub async fn tickets(
    ctx: &Context<'_>,
    id: &ID,
    (sort, direction): (ClosureTicketSort, SortDirection),
    (first, after): (i32, Option<&str>),
) -> Result<ClosureTicketConnection> {
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
    // Whose names and numbers make the order is read before the page is cut, otherwise only who is on it.
    let by_order = matches!(sort, ClosureTicketSort::Passenger | ClosureTicketSort::Order);
    let mut bundles = if by_order { bundles_of(app, lines.iter()).await? } else { HashMap::new() };
    let key = |line: &order_line::Model| {
        let place = of_trip.get(&line.space_id).map_or(0, |(n, _)| *n);
        let bundle = bundles.get(&line.order_id);
        let key = match sort {
            ClosureTicketSort::Departure => {
                format!("{place:06} {} {:06}", line.space_id, line.seat.unwrap_or(999_999))
            }
            ClosureTicketSort::Passenger => {
                let who = bundle.and_then(|one| one.passengers.iter().find(|row| row.id == line.passenger_id));
                let names = who.into_iter().flat_map(|who| [&who.last_name, &who.first_name]).flatten();
                names.map(|name| alphabetical(name)).collect::<Vec<_>>().join("\u{2}")
            }
            ClosureTicketSort::Order => bundle.map(|one| one.order.number.clone()).unwrap_or_default(),
            ClosureTicketSort::Price => format!("{} {:020}", line.currency, line.price_minor),
        };
        (key, line.id)
    };
    let (lines, info, total) = page.sorted(lines, &Mark::new(sort, direction), key)?;
    if !by_order {
        bundles = bundles_of(app, lines.iter().map(|(_, line)| line)).await?;
    }
    // A file is read page by page: it is one reading.
    if after.is_none() || ctx.data_opt::<Audited>().is_none() {
        audit(app, viewer, "READ_PASSENGERS", &format!("closure:{}", row.id)).await?;
    }
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

async fn bundles_of(
    app: &App,
    lines: impl Iterator<Item = &order_line::Model>,
) -> Result<HashMap<Uuid, Arc<Bundle>>, Fault> {
    let orders: BTreeSet<Uuid> = lines.map(|line| line.order_id).collect();
    let orders: Vec<Uuid> = orders.into_iter().collect();
    let mut bundles = HashMap::with_capacity(orders.len());
    for some in orders.chunks(MAX_IDS) {
        let read = Bundle::read(app.db.read(), some).await?;
        bundles.extend(read.into_iter().map(|(id, one)| (id, Arc::new(one))));
    }
    Ok(bundles)
}
