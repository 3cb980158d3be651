use async_graphql::{Context, ID, Object, Result};

use crate::features::order::price_lines;
use crate::features::promotion::used_up;
use crate::features::trip::StopCall;
use crate::graphql::{Gid, Kind, Money, app, error, viewer};

use super::class_prices::{ClassPrice, Looked, cheapest, class_prices};
use super::on_sale::on_sale;
use super::space::seated;
use super::types::{SeatClassPrice, SeatMap, plan_id, seat_states};

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
        let sale = on_sale(&network, &trip, (from, to), now, &buyer);
        let fare = network.price(trip.route.id, &board.stop, &alight.stop, trip.service_date);
        let used_up = used_up(app, &network).await?;
        let looked = Looked { trip: &trip, state: &state, buyer: &buyer, from, to };
        let prices = fare.as_ref().map(|fare| class_prices(&network, &looked, fare, &used_up, now)).unwrap_or_default();
        let currency = fare.map(|fare| fare.currency).unwrap_or_default();
        let language = viewer(ctx).language;
        let class = |one: &ClassPrice| SeatClassPrice {
            seat_class: one.class.clone(),
            price: Money::of(one.minor(), &currency),
            price_before: one.campaign.map(|_| Money::of(one.before_minor, &currency)),
            lines: price_lines(&network, language, &currency, &one.parts),
            seats_left: one.left,
        };
        Ok(Some(SeatMap {
            from: StopCall::new(&trip, board),
            to: StopCall::new(&trip, alight),
            version: state.version,
            plan_id: plan_id(&trip),
            open_seating: !trip.reserved,
            capacity: trip.capacity,
            seats_left: state.seats_left(&trip, &buyer, from, to, now),
            price: cheapest(&prices).map(|one| Money::of(one.minor(), &currency)),
            class_prices: prices.iter().map(class).collect(),
            not_on_sale_reason: sale.err(),
            states_now: seat_states(&trip, &state, &buyer, from, to, now),
            view: trip,
        }))
    }
}
