use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::ledger::Account;
use domain::money::Currency;
use domain::order::OrderStatus;
use domain::till::{CashKind, Operation, Tender, change};
use domain::wallet::METHOD;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{payment, wallet};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::order::{Bundle, Order, key_is_good, lock_order, reread, staff_order};
use crate::features::shift::{AtDesk, Movement, holder, lock_open_shift, record};
use crate::features::wallet::{Entering, confirm_owner, enter, wallet_by_number};
use crate::graphql::{
    Can, Form, HoldExpired, IdempotencyConflict, InvalidInput, Money, OrderClosed, Permission, ShiftNeeded, Viewer,
    app, error, viewer,
};
use crate::i18n::money;
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::payable::{NotPayable, payable};
use super::received::received;
use super::settle::{NotSold, sell, tell_settled};
use super::start_payment::NOTHING_TO_PAY;

const OPERATION: &str = "takePayment";
/// Characters of a card slip's number.
pub(super) const LONGEST: usize = 40;

/// What the customer hands over. Cash, card and account together are what is to be paid.
#[derive(InputObject, Clone, Debug)]
pub struct TakePaymentInput {
    /// A held order, or one whose exchange waits for its difference.
    pub order_id: ID,
    /// Of what is to be paid, in cash; whole units of the order's currency.
    #[graphql(default)]
    pub cash: Decimal,
    /// The cash handed over, where it is more than `cash`: the rest is change.
    pub received: Option<Decimal>,
    /// Of what is to be paid, by the desk's card terminal, which has accepted it.
    #[graphql(default)]
    pub card: Decimal,
    /// Of the terminal's slip. At most 40 characters.
    pub card_reference: Option<String>,
    /// Of what is to be paid, from the customer's internal account.
    #[graphql(default)]
    pub wallet: Decimal,
    /// The account's number, with `wallet`.
    pub wallet_number: Option<String>,
    /// What its owner was sent by `requestWalletCode`, with `wallet`.
    pub wallet_code: Option<String>,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

/// The order is paid and has its tickets.
#[derive(SimpleObject)]
pub struct PaymentTaken {
    pub order: Order,
    /// To be given back of the cash that was handed over.
    pub change: Money,
    /// Path of the tickets' PDF, for the printer; null where there are no seats in the order.
    pub tickets_pdf_url: Option<String>,
}

#[derive(Union)]
pub enum TakePaymentResult {
    Taken(PaymentTaken),
    InvalidInput(InvalidInput),
    ShiftNeeded(ShiftNeeded),
    HoldExpired(HoldExpired),
    OrderClosed(OrderClosed),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Invalid(InvalidInput),
    NoShift,
    /// The account's owner has to say yes first.
    Unconfirmed(Box<wallet::Model>),
    /// When the hold ended.
    Expired(DateTime<Utc>),
    Closed(OrderStatus),
    Conflict,
}

/// What the key remembers.
#[derive(Serialize, Deserialize, Clone, Copy)]
pub(super) struct Taken {
    pub change_minor: i64,
}

#[derive(Default)]
pub struct TakePayment;

#[Object]
impl TakePayment {
    /// Cashiers: takes the money for an order in one's open shift, in cash, by card or both, and issues its tickets: all of
    /// it or nothing. SUM_DIFFERS at `cash`: cash and card are not what is to be paid; RECEIVED_TOO_LITTLE at `received`;
    /// NOT_READY_TO_PAY, TRIP_GONE and SEATS_GONE at `orderId`; NO_WALLET at `walletNumber`, WALLET_CODE at `walletCode`,
    /// WALLET_NOT_ENOUGH and WALLET_BLOCKED at `wallet`. The same key again answers the same.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "30 + child_complexity")]
    async fn take_payment(&self, ctx: &Context<'_>, input: TakePaymentInput) -> Result<TakePaymentResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?.id;
        let mut form = Form::new(viewer.language);
        if !key_is_good(&input.idempotency_key) {
            form.wrong("idempotencyKey", "KEY_FORM");
        }
        let reference = form.optional("cardReference", input.card_reference.as_deref(), LONGEST);
        if let Some(problem) = form.problem() {
            return Ok(TakePaymentResult::InvalidInput(problem));
        }
        let mut confirmed = false;
        let outcome = loop {
            match Box::pin(take(app, viewer, order, &input, reference.as_deref(), confirmed)).await {
                Err(fault) if fault.is_transient() => {}
                Ok(Err(Rejection::Unconfirmed(wallet))) => {
                    let code = input.wallet_code.as_deref().unwrap_or_default();
                    confirmed = confirm_owner(app, &wallet, order, code).await?;
                    if !confirmed {
                        let problem = InvalidInput::one(viewer.language, "walletCode", "WALLET_CODE");
                        break Err(Rejection::Invalid(problem));
                    }
                }
                outcome => break outcome?,
            }
        };
        let language = viewer.language;
        Ok(match outcome {
            Ok(taken) => {
                let row = reread(app, order).await?;
                let change = Money::of(taken.change_minor, &row.currency);
                let secret = app.secrets.order_secret(order);
                let tickets_pdf_url = Some(format!("/files/{}/{secret}/tickets.pdf", row.number));
                TakePaymentResult::Taken(PaymentTaken { order: Order::for_staff(row), change, tickets_pdf_url })
            }
            Err(Rejection::Invalid(problem)) => TakePaymentResult::InvalidInput(problem),
            Err(Rejection::Unconfirmed(_)) => return Err(error::not_found()),
            Err(Rejection::NoShift) => TakePaymentResult::ShiftNeeded(ShiftNeeded::new(language)),
            Err(Rejection::Expired(at)) => TakePaymentResult::HoldExpired(HoldExpired::new(language, at)),
            Err(Rejection::Closed(status)) => TakePaymentResult::OrderClosed(OrderClosed::new(language, status.into())),
            Err(Rejection::Conflict) => TakePaymentResult::IdempotencyConflict(IdempotencyConflict::new(language)),
        })
    }
}

async fn take(
    app: &App,
    viewer: &Viewer,
    order: Uuid,
    input: &TakePaymentInput,
    reference: Option<&str>,
    confirmed: bool,
) -> Result<Result<Taken, Rejection>, Fault> {
    let now = app.clock.now();
    let cashier = viewer.account_id().ok_or_else(|| Fault::new("money is taken by nobody"))?;
    let asked = format!("{cashier} {order} {} {:?} {} {reference:?}", input.cash, input.received, input.card);
    let asked = match input.wallet.is_zero() {
        true => asked,
        false => format!("{asked} {} {:?}", input.wallet, input.wallet_number),
    };
    let fingerprint = secrets::fingerprint(asked.as_bytes());
    let tx = app.db.begin().await?;
    let mut bundle = lock_order(&tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    let currency = Currency::parse(&bundle.order.currency)?;
    let due_minor = bundle.due_minor(now);
    let mut form = Form::new(viewer.language);
    let handed = Handed { cash: input.cash, card: input.card, wallet: input.wallet, received: input.received };
    let tendered = read(&mut form, &handed, currency, due_minor);
    let answer = serde_json::to_value(Taken { change_minor: tendered.change_minor })?;
    match idempotency::begin(&tx, OPERATION, &input.idempotency_key, &fingerprint, answer, now).await? {
        Begun::Fresh => {}
        Begun::Repeated(answer) => return Ok(tx.give_up(Ok(serde_json::from_value(answer)?)).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let refused = |code: &str| Err(Rejection::Invalid(InvalidInput::one(viewer.language, "orderId", code)));
    let exchange_id = match payable(app, &bundle, false).await? {
        Ok(exchange_id) => exchange_id,
        Err(NotPayable::Expired(at)) => return Ok(tx.give_up(Err(Rejection::Expired(at))).await?),
        Err(NotPayable::Closed(status)) => return Ok(tx.give_up(Err(Rejection::Closed(status))).await?),
        Err(why) => return Ok(tx.give_up(refused(why.code())).await?),
    };
    if let Some(problem) = form.problem() {
        return Ok(tx.give_up(Err(Rejection::Invalid(problem))).await?);
    }
    let wallet = match tendered.wallet_minor {
        0 => None,
        _ => match wallet_by_number(&*tx, input.wallet_number.as_deref().unwrap_or_default()).await? {
            Some(wallet) if wallet.currency == currency.code() && bundle.order.wallet_id.is_none() => Some(wallet),
            _ => {
                let problem = InvalidInput::one(viewer.language, "walletNumber", "NO_WALLET");
                return Ok(tx.give_up(Err(Rejection::Invalid(problem))).await?);
            }
        },
    };
    if let Some(wallet) = wallet.as_ref().filter(|_| !confirmed) {
        return Ok(tx.give_up(Err(Rejection::Unconfirmed(Box::new(wallet.clone())))).await?);
    }
    let Some(at) = lock_open_shift(&tx, cashier).await? else {
        return Ok(tx.give_up(Err(Rejection::NoShift)).await?);
    };
    let payments = payments(app, &bundle, &at, &tendered, exchange_id, reference);
    if record(app, &tx, &at, movements(app, &payments, currency)).await?.is_err() {
        return Err(Fault::new("a sale took cash out"));
    }
    for row in payments.iter().filter(|row| row.method == METHOD) {
        let of = wallet.as_ref().ok_or_else(|| Fault::new("money of no account"))?;
        if let Err(refused) = enter(app, &tx, of.id, Entering::purchase(row, of.account_id)).await? {
            let problem = InvalidInput::one(viewer.language, "wallet", refused.code());
            return Ok(tx.give_up(Err(Rejection::Invalid(problem))).await?);
        }
    }
    let taken = payments.into_iter().map(|row| {
        let holder = match &wallet {
            Some(wallet) if row.method == METHOD => Account::Wallet(wallet.id),
            _ => holder(&row.method, at.desk.id),
        };
        (row, holder, 0)
    });
    let settled = match sell(app, &tx, &mut bundle, taken.collect()).await? {
        Ok(settled) => settled,
        Err(NotSold::TripGone) => return Ok(tx.give_up(refused("TRIP_GONE")).await?),
        Err(NotSold::SeatsGone) => return Ok(tx.give_up(refused("SEATS_GONE")).await?),
    };
    let facts = serde_json::json!({
        "cash": money(viewer.language, tendered.cash_minor, currency.code()),
        "card": money(viewer.language, tendered.card_minor, currency.code()),
        "account": wallet.as_ref().map(|wallet| format!("{} {}", wallet.number, money(viewer.language, tendered.wallet_minor, currency.code()))),
        "shift": at.shift.number,
    });
    audit_change(app, &tx, viewer, "TAKE_PAYMENT", &format!("order:{order}"), Change::made(&facts)).await?;
    tx.commit().await?;
    tell_settled(app, bundle, &settled);
    Ok(Ok(Taken { change_minor: tendered.change_minor }))
}

/// What was handed over, as it was typed.
#[derive(Default)]
pub(super) struct Handed {
    pub cash: Decimal,
    pub card: Decimal,
    pub wallet: Decimal,
    /// The cash, where it is more than what is paid by it.
    pub received: Option<Decimal>,
}

/// The same in minor units.
pub struct Tendered {
    pub cash_minor: i64,
    pub card_minor: i64,
    wallet_minor: i64,
    pub change_minor: i64,
}

impl Tendered {
    /// What was taken by hand, to the last coin.
    pub fn exactly(cash_minor: i64, card_minor: i64) -> Self {
        Tendered { cash_minor, card_minor, wallet_minor: 0, change_minor: 0 }
    }
}

pub(super) fn read(form: &mut Form, input: &Handed, currency: Currency, due_minor: i64) -> Tendered {
    let card_minor = form.amount("card", input.card, currency);
    let wallet_minor = form.amount("wallet", input.wallet, currency);
    let due = money(form.language(), due_minor, currency.code());
    for (path, part_minor) in [("card", card_minor), ("wallet", wallet_minor)] {
        if form.is_good() && part_minor > due_minor {
            form.wrong_with(path, "MORE_THAN_DUE", &[("due", &due)]);
            return Tendered::exactly(0, 0);
        }
    }
    let cash_minor = form.amount("cash", input.cash, currency);
    if form.is_good() && cash_minor + card_minor + wallet_minor != due_minor {
        form.wrong_with("cash", "SUM_DIFFERS", &[("due", &due)]);
    }
    let received_minor = input.received.map_or(cash_minor, |received| form.amount("received", received, currency));
    let change_minor = change(cash_minor, received_minor);
    if form.is_good() && change_minor.is_none() {
        form.wrong("received", "RECEIVED_TOO_LITTLE");
    }
    Tendered { cash_minor, card_minor, wallet_minor, change_minor: change_minor.unwrap_or(0) }
}

/// One payment for each way in which it was paid; of an order that costs nothing, one of nothing.
pub fn payments(
    app: &App,
    bundle: &Bundle,
    at: &AtDesk,
    tendered: &Tendered,
    exchange_id: Option<Uuid>,
    reference: Option<&str>,
) -> Vec<payment::Model> {
    let mut ways = vec![
        (Tender::Cash.method(), tendered.cash_minor),
        (Tender::Card.method(), tendered.card_minor),
        (METHOD, tendered.wallet_minor),
    ];
    ways.retain(|(_, amount)| *amount > 0);
    if ways.is_empty() {
        ways.push((NOTHING_TO_PAY, 0));
    }
    let mut rows: Vec<payment::Model> = Vec::new();
    for (method, amount_minor) in ways {
        rows.push(payment::Model {
            gateway_ref: reference.filter(|_| method == Tender::Card.method()).map(ToOwned::to_owned),
            exchange_id,
            shift_id: Some(at.shift.id),
            together_id: rows.first().map(|first| first.id),
            ..received(app, bundle.order.id, method, &bundle.order.currency, amount_minor)
        });
    }
    rows
}

pub fn movements(app: &App, payments: &[payment::Model], currency: Currency) -> Vec<Movement> {
    let taken = payments.iter().filter_map(|row| {
        let tender = Tender::of_method(&row.method)?;
        let operation = Operation { kind: CashKind::Sale, tender, currency, amount_minor: row.amount_minor };
        let (order, payment) = (Some(row.order_id), Some(row.id));
        Some(Movement { id: app.ids.new(), operation, order, payment, refund: None, note: None })
    });
    taken.collect()
}
