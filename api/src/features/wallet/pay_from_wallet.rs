use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::ledger::Account;
use domain::order::OrderStatus;
use domain::wallet::METHOD;
use uuid::Uuid;

use ::entity::payment;

use crate::app::App;
use crate::features::company::over_month;
use crate::features::order::{Order, OrderRefInput, key_is_good, lock_order, own_order, reread};
use crate::features::payment::{NotPayable, NotSold, buyable, received, sell, tell_settled};
use crate::graphql::{HoldExpired, IdempotencyConflict, InvalidInput, OrderClosed, SignedIn, Viewer, app, viewer};
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::access::payer_of;
use super::book::{Entering, enter};

const OPERATION: &str = "payFromWallet";

/// An order that is to be paid from the internal account.
#[derive(InputObject, Clone, Debug)]
pub struct PayFromWalletInput {
    pub order: OrderRefInput,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

/// The order is paid and has its tickets.
#[derive(SimpleObject)]
pub struct PaidFromWallet {
    pub order: Order,
}

#[derive(Union)]
pub enum PayFromWalletResult {
    Paid(PaidFromWallet),
    HoldExpired(HoldExpired),
    OrderClosed(OrderClosed),
    InvalidInput(InvalidInput),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Expired(DateTime<Utc>),
    Closed(OrderStatus),
    Invalid(&'static str),
    Conflict,
}

#[derive(Default)]
pub struct PayFromWallet;

#[Object]
impl PayFromWallet {
    /// Signed-in customers: pays an order, or the difference of an exchange that waits, from the account that `walletOffer`
    /// names, at once and whole. NO_WALLET, WALLET_NOT_ENOUGH, WALLET_BLOCKED,
    /// COMPANY_NOT_ALLOWED, COMPANY_MONTH_LIMIT, NOT_READY_TO_PAY, PROMOTION_BELOW, ROAD_CLOSED,
    /// TRIP_GONE and SEATS_GONE at `order`. The same key again answers the same.
    #[graphql(guard = "SignedIn", complexity = "30 + child_complexity")]
    async fn pay_from_wallet(&self, ctx: &Context<'_>, input: PayFromWalletInput) -> Result<PayFromWalletResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = own_order(app, viewer, &input.order).await?;
        if !key_is_good(&input.idempotency_key) {
            let problem = InvalidInput::one(viewer.language, "idempotencyKey", "KEY_FORM");
            return Ok(PayFromWalletResult::InvalidInput(problem));
        }
        let outcome = loop {
            match pay(app, viewer, id, &input.idempotency_key).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        let language = viewer.language;
        Ok(match outcome {
            Ok(()) => PayFromWalletResult::Paid(PaidFromWallet { order: Order::customers(reread(app, id).await?) }),
            Err(Rejection::Expired(at)) => PayFromWalletResult::HoldExpired(HoldExpired::new(language, at)),
            Err(Rejection::Closed(status)) => {
                PayFromWalletResult::OrderClosed(OrderClosed::new(language, status.into()))
            }
            Err(Rejection::Invalid(code)) => {
                PayFromWalletResult::InvalidInput(InvalidInput::one(language, "order", code))
            }
            Err(Rejection::Conflict) => PayFromWalletResult::IdempotencyConflict(IdempotencyConflict::new(language)),
        })
    }
}

async fn pay(
    app: &App,
    viewer: &Viewer,
    order: Uuid,
    key: &str,
) -> std::result::Result<std::result::Result<(), Rejection>, Fault> {
    let now = app.clock.now();
    let buyer = viewer.account_id().ok_or_else(|| Fault::new("nobody pays"))?;
    let fingerprint = secrets::fingerprint(format!("{buyer} {order}").as_bytes());
    let tx = app.db.begin().await?;
    let mut bundle = lock_order(&tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    match idempotency::begin(&tx, OPERATION, key, &fingerprint, serde_json::Value::Null, now).await? {
        Begun::Fresh => {}
        Begun::Repeated(_) => return Ok(tx.give_up(Ok(())).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let exchange = match buyable(app, &bundle, false).await? {
        Ok(exchange) => exchange,
        Err(NotPayable::Expired(at)) => return Ok(tx.give_up(Err(Rejection::Expired(at))).await?),
        Err(NotPayable::Closed(status)) => return Ok(tx.give_up(Err(Rejection::Closed(status))).await?),
        Err(why) => return Ok(tx.give_up(Err(Rejection::Invalid(why.code()))).await?),
    };
    let Some((wallet, membership)) = payer_of(app, &*tx, viewer, &bundle.order).await? else {
        let code = if bundle.order.company_id.is_some() { "COMPANY_NOT_ALLOWED" } else { "NO_WALLET" };
        return Ok(tx.give_up(Err(Rejection::Invalid(code))).await?);
    };
    let row = payment::Model {
        gateway_ref: Some(wallet.number.clone()),
        exchange_id: exchange,
        ..received(app, order, METHOD, &wallet.currency, bundle.due_minor(now))
    };
    if let Err(refused) = enter(app, &tx, wallet.id, Entering::purchase(&row, Some(buyer))).await? {
        return Ok(tx.give_up(Err(Rejection::Invalid(refused.code()))).await?);
    }
    if let Some(membership) = membership
        && over_month(app, &*tx, &membership, wallet.id, buyer).await?
    {
        return Ok(tx.give_up(Err(Rejection::Invalid("COMPANY_MONTH_LIMIT"))).await?);
    }
    let settled = match sell(app, &tx, &mut bundle, vec![(row, Account::Wallet(wallet.id), 0)]).await? {
        Ok(settled) => settled,
        Err(NotSold::TripGone) => return Ok(tx.give_up(Err(Rejection::Invalid("TRIP_GONE"))).await?),
        Err(NotSold::SeatsGone) => return Ok(tx.give_up(Err(Rejection::Invalid("SEATS_GONE"))).await?),
    };
    tx.commit().await?;
    tell_settled(app, bundle, &settled);
    Ok(Ok(()))
}
