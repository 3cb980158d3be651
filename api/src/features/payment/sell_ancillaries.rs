use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::money::Currency;
use rust_decimal::Decimal;
use sea_orm::EntityTrait;
use serde_json::json;
use uuid::Uuid;

use ::entity::order_line;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::order::{Order, addable, key_is_good, lock_order, reread, staff_order};
use crate::features::shift::{holder, lock_open_shift, record};
use crate::graphql::{
    Can, Form, Gid, IdempotencyConflict, InvalidInput, Kind, Money, Permission, ShiftNeeded, Viewer, app, viewer,
};
use crate::i18n::money;
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::settle::{NotSold, sell, tell_settled};
use super::take_payment::{Handed, LONGEST, Taken, movements, payments, read};

const OPERATION: &str = "sellAncillaries";
/// Kinds of things in one sale.
const MOST: usize = 50;

/// Pieces of one kind for one passenger on one ride.
#[derive(InputObject, Clone, Debug)]
pub struct LaterAncillaryInput {
    /// As `laterAncillaries` of the order says.
    pub passenger_id: ID,
    pub segment_index: i32,
    pub code: String,
    /// From 1.
    pub count: i32,
}

/// Baggage and extras for who has a ticket, and what the customer hands over for it: cash and card together are its price.
#[derive(InputObject, Clone, Debug)]
pub struct SellAncillariesInput {
    /// An order that is paid.
    pub order_id: ID,
    pub pieces: Vec<LaterAncillaryInput>,
    /// In cash; whole units of the order's currency.
    #[graphql(default)]
    pub cash: Decimal,
    /// The cash handed over, where it is more than `cash`: the rest is change.
    pub received: Option<Decimal>,
    /// By the desk's card terminal, which has accepted it.
    #[graphql(default)]
    pub card: Decimal,
    /// Of the terminal's slip. At most 40 characters.
    pub card_reference: Option<String>,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

/// They are paid and stand on the passengers' tickets.
#[derive(SimpleObject)]
pub struct AncillariesSold {
    pub order: Order,
    /// To be given back of the cash that was handed over.
    pub change: Money,
    /// Path of the tickets' PDF, which name them now.
    pub tickets_pdf_url: String,
}

#[derive(Union)]
pub enum SellAncillariesResult {
    Sold(AncillariesSold),
    InvalidInput(InvalidInput),
    ShiftNeeded(ShiftNeeded),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Invalid(InvalidInput),
    NoShift,
    Conflict,
}

#[derive(Default)]
pub struct SellAncillaries;

#[Object]
impl SellAncillaries {
    /// Cashiers: sells baggage and extras to passengers who have their tickets already, in one's open shift, by the tariff of the desk
    /// and of now. They are given back with their ticket. ANCILLARY at `pieces.N`: the order's `laterAncillaries` does not have it, or
    /// not so much of it; REQUIRED at `pieces`; SUM_DIFFERS at `cash`, RECEIVED_TOO_LITTLE at `received`; COMPANY_PAYS and
    /// TRIP_GONE at `orderId`. The same key again answers the same.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "30 + child_complexity")]
    async fn sell_ancillaries(&self, ctx: &Context<'_>, input: SellAncillariesInput) -> Result<SellAncillariesResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?.id;
        let mut form = Form::new(viewer.language);
        if !key_is_good(&input.idempotency_key) {
            form.wrong("idempotencyKey", "KEY_FORM");
        }
        if input.pieces.is_empty() {
            form.wrong("pieces", "REQUIRED");
        }
        if input.pieces.len() > MOST {
            form.wrong("pieces", "TOO_MANY");
        }
        let reference = form.optional("cardReference", input.card_reference.as_deref(), LONGEST);
        if let Some(problem) = form.problem() {
            return Ok(SellAncillariesResult::InvalidInput(problem));
        }
        let outcome = loop {
            match Box::pin(sold(app, viewer, order, &input, reference.as_deref())).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        let language = viewer.language;
        Ok(match outcome {
            Ok(taken) => {
                let row = reread(app, order).await?;
                let secret = app.secrets.order_secret(order);
                SellAncillariesResult::Sold(AncillariesSold {
                    change: Money::of(taken.change_minor, &row.currency),
                    tickets_pdf_url: format!("/files/{}/{secret}/tickets.pdf", row.number),
                    order: Order::for_staff(row),
                })
            }
            Err(Rejection::Invalid(problem)) => SellAncillariesResult::InvalidInput(problem),
            Err(Rejection::NoShift) => SellAncillariesResult::ShiftNeeded(ShiftNeeded::new(language)),
            Err(Rejection::Conflict) => SellAncillariesResult::IdempotencyConflict(IdempotencyConflict::new(language)),
        })
    }
}

async fn sold(
    app: &App,
    viewer: &Viewer,
    order: Uuid,
    input: &SellAncillariesInput,
    reference: Option<&str>,
) -> Result<Result<Taken, Rejection>, Fault> {
    let cashier = viewer.account_id().ok_or_else(|| Fault::new("ancillaries are sold by nobody"))?;
    let fingerprint = secrets::fingerprint(format!("{cashier} {order} {input:?}").as_bytes());
    let tx = app.db.begin().await?;
    let mut bundle = lock_order(&tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    let currency = Currency::parse(&bundle.order.currency)?;
    let mut form = Form::new(viewer.language);
    let offered = addable(app, &bundle).await?;
    let mut lines: Vec<order_line::Model> = Vec::new();
    for (n, piece) in input.pieces.iter().enumerate() {
        let passenger = Gid::read(Kind::Passenger, &piece.passenger_id);
        let kind = offered.iter().find(|one| {
            Some(one.passenger) == passenger
                && one.segment.position == piece.segment_index
                && one.rule.code == piece.code
        });
        let twice = input.pieces[..n].iter().any(|other| {
            (&other.passenger_id, other.segment_index, &other.code)
                == (&piece.passenger_id, piece.segment_index, &piece.code)
        });
        match kind.filter(|one| !twice && (1..=one.most).contains(&piece.count)) {
            Some(one) => {
                for _ in 0..piece.count {
                    lines.push(one.line(app, &bundle.order.currency)?);
                }
            }
            None => form.wrong(format!("pieces.{n}"), "ANCILLARY"),
        }
    }
    let due_minor = lines.iter().map(|line| line.price_minor).sum();
    let handed = Handed { cash: input.cash, card: input.card, received: input.received, ..Handed::default() };
    let tendered = read(&mut form, &handed, currency, due_minor);
    let answer = serde_json::to_value(Taken { change_minor: tendered.change_minor })?;
    let now = app.clock.now();
    match idempotency::begin(&tx, OPERATION, &input.idempotency_key, &fingerprint, answer, now).await? {
        Begun::Fresh => {}
        Begun::Repeated(answer) => return Ok(tx.give_up(Ok(serde_json::from_value(answer)?)).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let refused = |code: &str| Err(Rejection::Invalid(InvalidInput::one(viewer.language, "orderId", code)));
    if bundle.order.company_id.is_some() {
        return Ok(tx.give_up(refused("COMPANY_PAYS")).await?);
    }
    if let Some(problem) = form.problem() {
        return Ok(tx.give_up(Err(Rejection::Invalid(problem))).await?);
    }
    let Some(at) = lock_open_shift(&tx, cashier).await? else {
        return Ok(tx.give_up(Err(Rejection::NoShift)).await?);
    };
    let rows = lines.iter().cloned().map(order_line::ActiveModel::from);
    order_line::Entity::insert_many(rows).exec_without_returning(&tx).await?;
    let pieces = lines.len();
    bundle.lines.extend(lines);
    let payments = payments(app, &bundle, &at, &tendered, None, reference);
    if record(app, &tx, &at, movements(app, &payments, currency)).await?.is_err() {
        return Err(Fault::new("a sale took cash out"));
    }
    let taken = payments.into_iter().map(|row| {
        let holder = holder(&row.method, at.desk.id);
        (row, holder, 0)
    });
    let settled = match sell(app, &tx, &mut bundle, taken.collect()).await? {
        Ok(settled) => settled,
        Err(NotSold::TripGone | NotSold::SeatsGone) => return Ok(tx.give_up(refused("TRIP_GONE")).await?),
    };
    let facts = json!({
        "pieces": pieces,
        "cash": money(viewer.language, tendered.cash_minor, currency.code()),
        "card": money(viewer.language, tendered.card_minor, currency.code()),
        "shift": at.shift.number,
    });
    audit_change(app, &tx, viewer, "SELL_ANCILLARIES", &format!("order:{order}"), Change::made(&facts)).await?;
    tx.commit().await?;
    tell_settled(app, bundle, &settled);
    Ok(Ok(Taken { change_minor: tendered.change_minor }))
}
