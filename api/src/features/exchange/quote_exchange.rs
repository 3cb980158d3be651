use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::exchange::Swap;
use sea_orm::{EntityTrait, IntoActiveModel};

use ::entity::exchange;

use crate::features::order::{Bundle, staff_order};
use crate::graphql::{
    Can, Gid, InvalidInput, Kind, NotEnoughSeats, NotOnSale, Permission, SeatsTaken, app, error, viewer,
};
use crate::platform::Fault;

use super::QUOTED;
use super::offer::{LASTS, Refused, offer};
use super::types::Exchange;

/// One ticket and the ride that is wanted for it. Its baggage and extras go with it.
#[derive(InputObject, Clone, Debug)]
pub struct ExchangeMoveInput {
    /// Of the ticket's seat.
    pub line_id: ID,
    /// The same trip for another seat, or another trip.
    pub trip_id: ID,
    /// Sequence of the boarding call.
    pub from: i32,
    /// Sequence of the alighting call.
    pub to: i32,
    /// Its label; null for all who go on that ride: the best seats are chosen.
    pub seat: Option<String>,
}

#[derive(InputObject)]
pub struct QuoteExchangeInput {
    pub order_id: ID,
    /// At most 20.
    pub moves: Vec<ExchangeMoveInput>,
}

/// An offer, with everything that it costs.
#[derive(SimpleObject)]
pub struct ExchangeQuoted {
    pub exchange: Exchange,
}

#[derive(Union)]
pub enum QuoteExchangeResult {
    Quoted(ExchangeQuoted),
    InvalidInput(InvalidInput),
    NotOnSale(NotOnSale),
    NotEnoughSeats(NotEnoughSeats),
    SeatsTaken(SeatsTaken),
}

#[derive(Default)]
pub struct QuoteExchange;

#[Object]
impl QuoteExchange {
    /// Staff: offers other seats or rides for tickets that are good: what the old ones bring, what is withheld and what
    /// the new ones cost. Holds nothing and changes nothing; the offer stands a quarter of an hour.
    #[graphql(guard = "Can(Permission::ExchangeTickets)", complexity = "30 + child_complexity")]
    async fn quote_exchange(&self, ctx: &Context<'_>, input: QuoteExchangeInput) -> Result<QuoteExchangeResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?;
        let account_id = viewer.account_id().ok_or_else(error::forbidden)?;
        if input.moves.len() > crate::features::order::MAX_PASSENGERS {
            return Err(error::bad_input("moves: at most 20"));
        }
        let bundle = Bundle::one(app.db.read(), order.id).await?.ok_or_else(error::not_found)?;
        let moves = match offer(app, viewer, &bundle, &input.moves).await? {
            Ok(moves) => moves,
            Err(Refused::Form(form)) => return Ok(QuoteExchangeResult::InvalidInput(form.told())),
            Err(Refused::NotOnSale(told)) => return Ok(QuoteExchangeResult::NotOnSale(told)),
            Err(Refused::TooFew(told)) => return Ok(QuoteExchangeResult::NotEnoughSeats(told)),
            Err(Refused::Taken(told)) => return Ok(QuoteExchangeResult::SeatsTaken(told)),
        };
        let now = app.clock.now();
        let row = exchange::Model {
            id: app.ids.new(),
            order_id: order.id,
            account_id,
            state: QUOTED.into(),
            currency: order.currency.clone(),
            difference_minor: moves.iter().map(|one| Swap::difference_minor(&one.swap)).sum(),
            forgone_minor: 0,
            overrule_reason: None,
            moves: serde_json::to_value(&moves).map_err(Fault::from)?,
            valid_until: now + LASTS,
            created_at: now,
            confirmed_at: None,
            done_at: None,
        };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let new = row.clone().into_active_model();
        exchange::Entity::insert(new).exec_without_returning(&tx).await.map_err(Fault::from)?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(QuoteExchangeResult::Quoted(ExchangeQuoted { exchange: Exchange::of(row, Arc::new(bundle)) }))
    }
}

/// The id of an exchange, as inputs take it.
pub(super) fn id_of(id: &ID) -> Result<uuid::Uuid> {
    Gid::find(Kind::Exchange, id)
}
