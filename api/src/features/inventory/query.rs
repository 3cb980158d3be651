use async_graphql::{Context, ID, Object, Result};
use domain::money::Currency;

use crate::features::trip::StopCall;
use crate::graphql::{Gid, Kind, Money, app, error, viewer};

use super::on_sale::on_sale;
use super::space::seated;
use super::types::{SeatMap, plan_id, seat_states};

#[derive(Default)]
pub struct InventoryQuery;

#[Object]
impl InventoryQuery {
    /// The seats of a trip from stop to stop. `from` and `to` are sequences of the trip's calls. Null for a trip that
    /// does not exist; BAD_INPUT where the trip has no such calls or they are not in order.
    #[graphql(complexity = "20 + child_complexity")]
    async fn seat_map(&self, ctx: &Context<'_>, trip_id: ID, from: i32, to: i32) -> Result<Option<SeatMap>> {
        let app = app(ctx);
        let Some((trip, state)) = seated(app, Gid::find(Kind::Trip, &trip_id)?).await? else { return Ok(None) };
        let call = |n: i32| usize::try_from(n).ok().and_then(|n| trip.calls.get(n));
        let (Some(board), Some(alight)) = (call(from), call(to)) else {
            return Err(error::bad_input("from, to: the trip has no such call"));
        };
        if from >= to {
            return Err(error::bad_input("to: must come after from"));
        }
        let (now, buyer) = (app.clock.now(), viewer(ctx).buyer());
        let network = app.network.get(app).await?;
        let sale = on_sale(&network, &trip, from, to, now);
        let price = network
            .price(trip.route.id, &board.stop, &alight.stop, trip.service_date)
            .map(|price| Money::new(price.amount_minor, Currency::parse(&price.currency).unwrap_or(Currency::KGS)));
        Ok(Some(SeatMap {
            from: StopCall::new(&trip, board),
            to: StopCall::new(&trip, alight),
            version: state.version,
            plan_id: plan_id(&trip),
            open_seating: !trip.reserved,
            capacity: trip.capacity,
            seats_left: state.seats_left(&trip, &buyer, from, to, now),
            price,
            not_on_sale_reason: sale.err(),
            states_now: seat_states(&trip, &state, &buyer, from, to, now),
            view: trip,
        }))
    }
}
