use async_graphql::{Context, InputObject, Object, Result, Union};
use domain::order::LineState;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, Set};
use uuid::Uuid;

use ::entity::{account, message, order, order_line, order_passenger, refresh_token, saved_passenger, session};

use crate::app::App;
use crate::features::inventory;
use crate::features::order::{let_go, raise_versions};
use crate::features::second_factor;
use crate::features::wallet::wallet_of_person;
use crate::graphql::{InvalidInput, SessionKind, SignedIn, app, error, viewer};
use crate::platform::Fault;

use super::cookie;
use super::sign_out::Done;

const WORD: &str = "DELETE";

#[derive(InputObject)]
pub struct DeleteAccountInput {
    /// The word `DELETE`.
    pub confirmation: String,
}

#[derive(Union)]
pub enum DeleteAccountResult {
    Done(Done),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct DeleteAccount;

#[Object]
impl DeleteAccount {
    /// Deletes the account and its personal data. Orders, payments and the ledger stay as the tax law asks, without
    /// names, documents and contacts. Refused while a paid trip is still to come, since its tickets need their names.
    /// Staff accounts are deleted by an administrator.
    #[graphql(guard = "SignedIn")]
    async fn delete_account(&self, ctx: &Context<'_>, input: DeleteAccountInput) -> Result<DeleteAccountResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let invalid =
            |code| Ok(DeleteAccountResult::InvalidInput(InvalidInput::one(viewer.language, "confirmation", code)));
        let id = viewer.account_id().ok_or_else(error::unauthenticated)?;
        if input.confirmation.trim() != WORD {
            return invalid("DELETE_WORD");
        }
        let account = account::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
        if account.is_none_or(|account| account.role.is_some()) {
            return Err(error::forbidden());
        }
        if let Err(code) = erase(app, id).await? {
            return invalid(code);
        }
        cookie::clear(ctx, SessionKind::Passenger);
        Ok(DeleteAccountResult::Done(Done { ok: true }))
    }
}

/// `Err`: there are tickets for trips to come, or money on the internal account.
async fn erase(app: &App, id: Uuid) -> Result<Result<(), &'static str>, Fault> {
    let tx = app.db.begin().await?;
    let orders: Vec<Uuid> = order::Entity::find()
        .select_only()
        .column(order::Column::Id)
        .filter(order::Column::AccountId.eq(id))
        .into_tuple()
        .all(&tx)
        .await?;
    if has_trips_to_come(app, &tx, &orders).await? {
        return Ok(tx.give_up(Err("TRIPS_TO_COME")).await?);
    }
    if wallet_of_person(&*tx, id).await?.is_some_and(|wallet| wallet.balance_minor != 0) {
        return Ok(tx.give_up(Err("WALLET_NOT_EMPTY")).await?);
    }
    let mut spaces = Vec::new();
    for chunk in orders.chunks(400) {
        raise_versions(&tx, chunk).await?;
        let nobody = order_passenger::ActiveModel {
            first_name: Set(None),
            last_name: Set(None),
            middle_name: Set(None),
            birth_date: Set(None),
            citizenship: Set(None),
            document_kind: Set(None),
            document_sealed: Set(None),
            document_index: Set(None),
            document_tail: Set(None),
            ..Default::default()
        };
        order_passenger::Entity::update_many()
            .set(nobody)
            .filter(order_passenger::Column::OrderId.is_in(chunk.iter().copied()))
            .exec(&tx)
            .await?;
        let nowhere =
            order::ActiveModel { email: Set(None), phone: Set(None), account_id: Set(None), ..Default::default() };
        order::Entity::update_many()
            .set(nowhere)
            .filter(order::Column::Id.is_in(chunk.iter().copied()))
            .exec(&tx)
            .await?;
        message::Entity::delete_many().filter(message::Column::OrderId.is_in(chunk.iter().copied())).exec(&tx).await?;
        spaces.extend(give_up(&tx, chunk).await?);
    }
    let sessions: Vec<Uuid> = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::AccountId.eq(id))
        .into_tuple()
        .all(&tx)
        .await?;
    refresh_token::Entity::delete_many().filter(refresh_token::Column::SessionId.is_in(sessions)).exec(&tx).await?;
    session::Entity::delete_many().filter(session::Column::AccountId.eq(id)).exec(&tx).await?;
    saved_passenger::Entity::delete_many().filter(saved_passenger::Column::AccountId.eq(id)).exec(&tx).await?;
    second_factor::forget(&tx, id).await?;
    let account = account::Entity::find_by_id(id).one(&tx).await?.ok_or_else(|| Fault::new("an account vanished"))?;
    for contact in [account.email, account.phone].into_iter().flatten() {
        message::Entity::delete_many().filter(message::Column::Recipient.eq(contact)).exec(&tx).await?;
    }
    let gone = account::ActiveModel {
        id: Set(id),
        first_name: Set(None),
        last_name: Set(None),
        email: Set(None),
        phone: Set(None),
        password_hash: Set(None),
        deleted_at: Set(Some(app.clock.now())),
        ..Default::default()
    };
    account::Entity::update(gone).exec(&tx).await?;
    let raised = inventory::bump(&tx, spaces).await?;
    tx.commit().await?;
    inventory::changed(app, &raised);
    Ok(Ok(()))
}

/// Lets go what was not paid, so that money that is still on its way finds nothing to buy and goes back: nobody travels
/// without a name. Returns the trips.
async fn give_up(tx: &DatabaseTransaction, orders: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
    let lines = order_line::Entity::find()
        .filter(order_line::Column::OrderId.is_in(orders.iter().copied()))
        .filter(order_line::Column::State.is_in([LineState::Held, LineState::Expired].map(LineState::code)))
        .all(tx)
        .await?;
    let ids: Vec<Uuid> = lines.iter().map(|line| line.id).collect();
    let_go(tx, &ids).await?;
    Ok(lines.into_iter().map(|line| line.space_id).collect())
}

async fn has_trips_to_come(app: &App, tx: &DatabaseTransaction, orders: &[Uuid]) -> Result<bool, Fault> {
    use ::entity::order_segment;
    for chunk in orders.chunks(400) {
        let coming: Vec<(Uuid, i32)> = order_segment::Entity::find()
            .select_only()
            .columns([order_segment::Column::OrderId, order_segment::Column::Position])
            .filter(order_segment::Column::OrderId.is_in(chunk.iter().copied()))
            .filter(order_segment::Column::ArrivesAt.gt(app.clock.now()))
            .into_tuple()
            .all(tx)
            .await?;
        let ids = coming.iter().map(|(order, _)| *order);
        let issued = order_line::Entity::find()
            .filter(order_line::Column::OrderId.is_in(ids))
            .filter(order_line::Column::State.is_in(["CONFIRMED", "ISSUED"]))
            .all(tx)
            .await?;
        if issued.iter().any(|line| coming.contains(&(line.order_id, line.segment))) {
            return Ok(true);
        }
    }
    Ok(false)
}
