use std::sync::Arc;

use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::gateway::NotOffered;
use domain::money::Currency;
use domain::order::{LineState, OrderStatus};
use domain::payment::{News, PaymentState};
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, Set, UpdateMany};
use uuid::Uuid;

use ::entity::{exchange, order, payment};

use crate::app::App;
use crate::features::gateway::{Charge, GatewayError, InUse};
use crate::features::inventory::{self, Raised};
use crate::features::order::{Bundle, Order, OrderRefInput, PAYMENT_EXTENSION, lock_changing, own_order};
use crate::graphql::{
    GatewayUnavailable, HoldExpired, IdempotencyConflict, InvalidInput, OrderClosed, Viewer, app, error, viewer,
};
use crate::i18n::{Language, t};
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::payable::{NotPayable, payable};
use super::poll::FIRST;
use super::settle::hear;
use super::types::Payment;

const OPERATION: &str = "startPayment";
/// The method of an order that costs nothing.
pub(super) const NOTHING_TO_PAY: &str = "none";

/// How the customer wants to pay.
#[derive(InputObject, Clone, Debug)]
pub struct StartPaymentInput {
    pub order: OrderRefInput,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
    /// A code of `paymentMethods`.
    pub method: String,
}

/// The payment, and where it is made.
#[derive(SimpleObject)]
pub struct PaymentStarted {
    pub payment: Payment,
    pub order: Order,
}

#[derive(Union)]
pub enum StartPaymentResult {
    Started(PaymentStarted),
    HoldExpired(HoldExpired),
    OrderClosed(OrderClosed),
    InvalidInput(InvalidInput),
    GatewayUnavailable(GatewayUnavailable),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    NoSuchOrder,
    /// When the hold ended.
    Expired(DateTime<Utc>),
    Closed(OrderStatus),
    Invalid(&'static str, &'static str),
    Conflict,
    Unavailable,
}

enum Written {
    New(payment::Model, order::Model),
    /// The key has made this payment before.
    Before(Uuid),
}

#[derive(Default)]
pub struct StartPayment;

#[Object]
impl StartPayment {
    /// Starts a payment of the whole order, or of the difference of an exchange that waits for it, and extends its hold once, to at
    /// least ten minutes from now. Send the customer to `payment.redirectUrl`, or show `payment.qrSvg` where there is one.
    /// NO_SUCH_METHOD, METHOD_SMALLEST and METHOD_LARGEST at `method`. Money that comes after the hold buys the same seats if they are still free;
    /// otherwise it goes back at once.
    #[graphql(complexity = "20 + child_complexity")]
    async fn start_payment(&self, ctx: &Context<'_>, input: StartPaymentInput) -> Result<StartPaymentResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = own_order(app, viewer, &input.order).await?;
        let language = viewer.language;
        Ok(match start_payment(app, viewer, id, &input).await? {
            Ok((payment, order)) => StartPaymentResult::Started(PaymentStarted {
                payment: Payment::from(payment),
                order: Order::customers(order),
            }),
            Err(Rejection::NoSuchOrder) => return Err(error::not_found()),
            Err(Rejection::Expired(at)) => StartPaymentResult::HoldExpired(HoldExpired::new(language, at)),
            Err(Rejection::Closed(status)) => {
                StartPaymentResult::OrderClosed(OrderClosed::new(language, status.into()))
            }
            Err(Rejection::Invalid(path, code)) => {
                StartPaymentResult::InvalidInput(InvalidInput::one(language, path, code))
            }
            Err(Rejection::Conflict) => StartPaymentResult::IdempotencyConflict(IdempotencyConflict::new(language)),
            Err(Rejection::Unavailable) => StartPaymentResult::GatewayUnavailable(GatewayUnavailable::new(language)),
        })
    }
}

async fn start_payment(
    app: &App,
    viewer: &Viewer,
    order: Uuid,
    input: &StartPaymentInput,
) -> Result<Result<(payment::Model, order::Model), Rejection>, Fault> {
    if !crate::features::order::key_is_good(&input.idempotency_key) {
        return Ok(Err(Rejection::Invalid("idempotencyKey", "KEY_FORM")));
    }
    let fingerprint = secrets::fingerprint(format!("{order} {}", input.method).as_bytes());
    let gateway = app.gateways.find(app, &input.method).await?;
    let (payment, order) = match write(app, order, input, &fingerprint, gateway.as_deref()).await? {
        Ok(Written::New(payment, order)) => (payment, order),
        Ok(Written::Before(payment)) => {
            (reread(app, payment).await?, crate::features::order::reread(app, order).await?)
        }
        Err(rejection) => return Ok(Err(rejection)),
    };
    if payment.method == NOTHING_TO_PAY {
        hear(app, payment.id, News::Paid.into(), None).await?;
        return Ok(Ok((reread(app, payment.id).await?, crate::features::order::reread(app, order.id).await?)));
    }
    if payment.gateway_ref.is_some() || payment.state == PaymentState::Paid.code() {
        return Ok(Ok((payment, order)));
    }
    Ok(charge(app, viewer.language, &order, &payment).await?.map(|payment| (payment, order)))
}

async fn reread(app: &App, payment: Uuid) -> Result<payment::Model, Fault> {
    let row = payment::Entity::find_by_id(payment).one(app.db.read()).await?;
    row.ok_or_else(|| Fault::new("a payment vanished"))
}

/// Writes the payment down and extends the hold, before anybody outside hears of it.
async fn write(
    app: &App,
    order: Uuid,
    input: &StartPaymentInput,
    fingerprint: &str,
    gateway: Option<&InUse>,
) -> Result<Result<Written, Rejection>, Fault> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let extended = now + PAYMENT_EXTENSION;
    let change = extending(extended, now).filter(order::Column::Id.eq(order));
    let Some(bundle) = lock_changing(app, &tx, change).await? else {
        return Ok(tx.give_up(Err(Rejection::NoSuchOrder)).await?);
    };
    let id = app.ids.new();
    let answer = serde_json::to_value(id)?;
    match idempotency::begin(&tx, OPERATION, &input.idempotency_key, fingerprint, answer, now).await? {
        Begun::Fresh => {}
        Begun::Repeated(answer) => {
            return Ok(tx.give_up(Ok(Written::Before(serde_json::from_value(answer)?))).await?);
        }
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let exchange_id = match payable(app, &bundle, false).await? {
        Ok(exchange_id) => exchange_id,
        Err(NotPayable::Expired(at)) => return Ok(tx.give_up(Err(Rejection::Expired(at))).await?),
        Err(NotPayable::Closed(status)) => return Ok(tx.give_up(Err(Rejection::Closed(status))).await?),
        Err(why) => return Ok(tx.give_up(Err(Rejection::Invalid("order", why.code()))).await?),
    };
    let amount_minor = match exchange_id {
        Some(id) => difference(&tx, id).await?,
        None => bundle.total_minor(),
    };
    let method = if amount_minor == 0 { NOTHING_TO_PAY } else { input.method.as_str() };
    if amount_minor > 0 {
        let currency = Currency::parse(&bundle.order.currency)?;
        let takes = |gateway: &InUse| gateway.takes(&bundle.order.channel, amount_minor, currency);
        if let Err(why) = gateway.map_or(Err(NotOffered::Closed), takes) {
            return Ok(tx.give_up(Err(Rejection::Invalid("method", word(why)))).await?);
        }
    }
    let payment = payment::Model {
        id,
        order_id: order,
        method: method.to_owned(),
        state: PaymentState::Created.code().into(),
        currency: bundle.order.currency.clone(),
        amount_minor,
        refunded_minor: 0,
        gateway_ref: None,
        redirect_url: None,
        qr: None,
        app_url: None,
        failure_reason: None,
        created_at: now,
        paid_at: None,
        next_poll_at: Some(now + FIRST),
        exchange_id,
        origin_id: None,
        moved_minor: 0,
        shift_id: None,
        together_id: None,
    };
    payment::Entity::insert(payment::ActiveModel::from(payment.clone())).exec_without_returning(&tx).await?;
    let mut raised = Vec::new();
    if bundle.order.hold_until == extended {
        raised = hold_claims(&tx, &bundle, extended).await?;
    }
    tx.commit().await?;
    let order = bundle.order.clone();
    app.orders.keep(Arc::new(bundle));
    inventory::changed(app, &raised);
    crate::features::order::changed(app, order.id);
    Ok(Ok(Written::New(payment, order)))
}

fn word(why: NotOffered) -> &'static str {
    match why {
        NotOffered::Closed => "NO_SUCH_METHOD",
        NotOffered::BelowSmallest => "METHOD_SMALLEST",
        NotOffered::AboveLargest => "METHOD_LARGEST",
    }
}

/// Holds the seats of an order as long as the order itself; for who has set its hold's end.
pub(super) async fn hold_claims(
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    until: DateTime<Utc>,
) -> Result<Vec<Raised>, Fault> {
    let held: Vec<_> = bundle.lines.iter().filter(|line| line.state == LineState::Held.code()).collect();
    if held.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = held.iter().map(|line| line.id).collect();
    inventory::extend(tx, &ids, until).await?;
    inventory::bump(tx, held.iter().map(|line| line.space_id).collect()).await
}

async fn difference(tx: &DatabaseTransaction, id: Uuid) -> Result<i64, Fault> {
    let row = exchange::Entity::find_by_id(id).one(tx).await?;
    Ok(row.ok_or_else(|| Fault::new("lines of an exchange that is gone"))?.difference_minor)
}

/// The payment step extends a hold that has not ended, once.
fn extending(extended: DateTime<Utc>, now: DateTime<Utc>) -> UpdateMany<order::Entity> {
    use order::Column::{HoldExtended, HoldUntil};
    let may = Condition::all().add(HoldExtended.eq(false)).add(HoldUntil.gt(now)).add(HoldUntil.lt(extended));
    order::Entity::update_many()
        .col_expr(HoldUntil, CaseStatement::new().case(may, extended).finally(Expr::col(HoldUntil)).into())
        .col_expr(HoldExtended, true.into())
}

/// Asks the gateway, outside any transaction. Asked again for the same payment, it makes one charge.
async fn charge(
    app: &App,
    language: Language,
    order: &order::Model,
    payment: &payment::Model,
) -> Result<Result<payment::Model, Rejection>, Fault> {
    let Some(gateway) = app.gateways.find(app, &payment.method).await? else {
        return Ok(Err(Rejection::Invalid("method", "NO_SUCH_METHOD")));
    };
    let base = &app.config.public_url;
    let what = if order.wallet_id.is_some() { "payment.top_up" } else { "payment.description" };
    let charge = Charge {
        payment: payment.id,
        number: order.number.clone(),
        amount_minor: payment.amount_minor,
        currency: Currency::parse(&payment.currency)?,
        description: t(language, what, &[("number", &order.number)]),
        return_url: match order.wallet_id {
            Some(_) => format!("{base}/cabinet?part=wallet"),
            None => format!("{base}/order/{}#{}", order.number, app.secrets.order_secret(order.id)),
        },
        callback_url: gateway.callback_url(app),
        language,
    };
    let mut row = payment::ActiveModel { ..Default::default() };
    let outcome = match gateway.create(app, &charge).await {
        Ok(created) => {
            row.state = Set(PaymentState::Pending.code().into());
            row.gateway_ref = Set(Some(created.gateway_ref));
            row.redirect_url = Set(created.redirect_url);
            row.qr = Set(created.qr);
            row.app_url = Set(created.app_url);
            Ok(())
        }
        Err(GatewayError::Unknown(words)) => {
            tracing::warn!(payment = %payment.id, words, "the gateway did not answer");
            row.state = Set(PaymentState::Unknown.code().into());
            Err(Rejection::Unavailable)
        }
        Err(refused @ (GatewayError::Refused(_) | GatewayError::NoSuchPayment)) => {
            let words = refused.to_string();
            tracing::error!(payment = %payment.id, words, "the gateway refused a charge");
            row.state = Set(PaymentState::Failed.code().into());
            row.failure_reason = Set(Some(words));
            Err(Rejection::Unavailable)
        }
    };
    let told = payment::Entity::update_many()
        .set(row)
        .filter(payment::Column::Id.eq(payment.id))
        .filter(payment::Column::State.is_in([PaymentState::Created.code(), PaymentState::Unknown.code()]))
        .exec_with_returning(&app.db.once())
        .await?
        .pop();
    match (outcome, told) {
        (Err(rejection), _) => Ok(Err(rejection)),
        (Ok(()), Some(payment)) => Ok(Ok(payment)),
        // Its news have come before the answer.
        (Ok(()), None) => Ok(Ok(reread(app, payment.id).await?)),
    }
}
