use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::blank::BlankState as State;
use domain::money::{from_decimal, to_decimal};
use domain::timetable::local_to_utc;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{blank, ticket};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::inventory;
use crate::features::order::{DocumentKind, Order, key_is_good, reread, write_held};
use crate::features::payment::{Tendered, movements, payments, sell_by_hand, tell_settled};
use crate::features::shift::{AtDesk, holder, lock_open_shift, record};
use crate::features::site::HOME_ZONE;
use crate::graphql::{
    Can, Date, Form, IdempotencyConflict, InvalidInput, LocalDateTime, Permission, ShiftNeeded, Viewer, app, viewer,
};
use crate::i18n::money;
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::hand_sale::{HandSale, read};
use super::mark_blank::{desk_of, number_of};
use super::types::{Blank, lock_blank};

const OPERATION: &str = "enterBlank";
/// Characters of a card slip's number.
const LONGEST: usize = 40;
/// Characters of a reason.
const LONGEST_REASON: usize = 200;
/// Tries where the database asks for another, or where somebody was faster with the place.
const TRIES: usize = 5;

/// Who travels, where the form has it.
#[derive(InputObject, Clone, Debug)]
pub struct PaperPassengerInput {
    pub first_name: String,
    pub last_name: String,
    pub middle_name: Option<String>,
    pub birth_date: Date,
    /// ISO 3166 alpha-2.
    pub citizenship: String,
    pub document_kind: DocumentKind,
    pub document_number: String,
}

/// What was written on a blank when it was sold by hand.
#[derive(InputObject, Clone, Debug)]
pub struct EnterBlankInput {
    /// As it is printed, `АБ 000123`, however it is spaced.
    pub blank: String,
    /// When it was sold, by the clock of the desk's station.
    pub sold_at: LocalDateTime,
    pub trip_id: ID,
    /// Sequence of the boarding call.
    pub from: i32,
    /// Sequence of the alighting call.
    pub to: i32,
    /// The seat's label, where seats are numbered.
    pub seat: Option<String>,
    /// Without a seat: it was sold to somebody else meanwhile.
    #[graphql(default)]
    pub standing: bool,
    /// A code of `passengerCategories`.
    #[graphql(default_with = "\"ADULT\".to_owned()")]
    pub category: String,
    /// What was taken in cash; whole units of the tariff's currency.
    #[graphql(default)]
    pub cash: Decimal,
    /// What was taken by card.
    #[graphql(default)]
    pub card: Decimal,
    /// Of the card's slip. At most 40 characters.
    pub card_reference: Option<String>,
    /// Why cash and card together are another sum than the tariff says. At most 200 characters.
    pub reason: Option<String>,
    /// Null: nobody's name was written down.
    pub passenger: Option<PaperPassengerInput>,
    /// To tell the passenger of changes.
    pub phone: Option<String>,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

/// The sale is in the shift, and the passenger has a ticket in the system.
#[derive(SimpleObject)]
pub struct BlankEntered {
    pub blank: Blank,
    pub order: Order,
}

#[derive(Union)]
pub enum EnterBlankResult {
    Entered(BlankEntered),
    InvalidInput(InvalidInput),
    ShiftNeeded(ShiftNeeded),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Invalid(InvalidInput),
    NoShift,
    Conflict,
    /// Somebody was faster with the place: what is free is looked at anew.
    Lost,
}

#[derive(Default)]
pub struct EnterBlank;

#[Object]
impl EnterBlank {
    /// Cashiers: enters what was sold by hand on a numbered blank into one's open shift: all of it or nothing. At `blank`:
    /// NO_SUCH_BLANK, BLANK_USED, BLANK_ELSEWHERE (its block is at another desk); at `soldAt`: SOLD_IN_FUTURE, SOLD_LONG_AGO (the
    /// setting `paper_hours`), SOLD_AFTER_DEPARTURE; at `tripId`: NO_SUCH_TRIP, PAPER_CANCELLED; at `from`: NO_BOARDING_HERE,
    /// NO_PRICE_HERE; at `seat`: REQUIRED, NO_SUCH_SEAT, PAPER_SEAT_SOLD (with those that are free), PAPER_NO_SEATS, CATEGORY_SEAT;
    /// at `cash`: PAPER_PRICE (another sum than the tariff's, with no `reason`), PAPER_PRICE_FAR (by more than the setting
    /// `paper_difference`, for which OVERRULE_ORDERS is needed), PAPER_BELOW_FEES; CATEGORY_NOT_HERE and CATEGORY_OUT_OF_SEASON
    /// at `category`; those of `setPassengers` at `passenger`. The same key again answers the same.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "30 + child_complexity")]
    async fn enter_blank(&self, ctx: &Context<'_>, input: EnterBlankInput) -> Result<EnterBlankResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let mut outcome = None;
        for _ in 0..TRIES {
            match Box::pin(enter(app, viewer, &input)).await {
                Err(fault) if fault.is_transient() => {}
                Ok(Err(Rejection::Lost)) => {}
                done => {
                    outcome = Some(done?);
                    break;
                }
            }
        }
        let language = viewer.language;
        Ok(match outcome.ok_or_else(|| Fault::new("a paper ticket found no quiet moment"))? {
            Ok(id) => {
                let row = blank::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
                let row = row.ok_or_else(|| Fault::new("a blank vanished"))?;
                let order = row.order_id.ok_or_else(|| Fault::new("a sold blank without its order"))?;
                let order = Order::for_staff(reread(app, order).await?);
                EnterBlankResult::Entered(BlankEntered { blank: Blank(row), order })
            }
            Err(Rejection::Invalid(problem)) => EnterBlankResult::InvalidInput(problem),
            Err(Rejection::NoShift) => EnterBlankResult::ShiftNeeded(ShiftNeeded::new(language)),
            Err(Rejection::Lost) => return Err(Fault::new("a paper ticket's place found no quiet moment").into()),
            Err(Rejection::Conflict) => EnterBlankResult::IdempotencyConflict(IdempotencyConflict::new(language)),
        })
    }
}

async fn enter(app: &App, viewer: &Viewer, input: &EnterBlankInput) -> Result<Result<Uuid, Rejection>, Fault> {
    let now = app.clock.now();
    let cashier = viewer.account_id().ok_or_else(|| Fault::new("a blank is entered by nobody"))?;
    let mut form = Form::new(viewer.language);
    if !key_is_good(&input.idempotency_key) {
        form.wrong("idempotencyKey", "KEY_FORM");
    }
    let reference = form.optional("cardReference", input.card_reference.as_deref(), LONGEST);
    let reason = form.optional("reason", input.reason.as_deref(), LONGEST_REASON);
    let network = app.network.get(app).await?;
    let tx = app.db.begin().await?;
    let row = lock_blank(&*tx, &input.blank).await?;
    let Some(row) = row else {
        form.wrong("blank", "NO_SUCH_BLANK");
        return Ok(tx.give_up(Err(Rejection::Invalid(form.told()))).await?);
    };
    let fingerprint = secrets::fingerprint(format!("{cashier} {input:?}").as_bytes());
    let answer = serde_json::to_value(row.id)?;
    match idempotency::begin(&tx, OPERATION, &input.idempotency_key, &fingerprint, answer, now).await? {
        Begun::Fresh => {}
        Begun::Repeated(answer) => return Ok(tx.give_up(Ok(serde_json::from_value(answer)?)).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let Some(at) = lock_open_shift(&tx, cashier).await? else {
        return Ok(tx.give_up(Err(Rejection::NoShift)).await?);
    };
    if row.state != State::Free.code() {
        form.wrong("blank", "BLANK_USED");
    } else if desk_of(&*tx, row.block_id).await? != Some(at.desk.id) {
        form.wrong("blank", "BLANK_ELSEWHERE");
    }
    let zone = network.stop(at.desk.stop_id).map_or(HOME_ZONE, |stop| stop.zone);
    let sold_at = local_to_utc(input.sold_at.0, zone);
    let sale = read(app, viewer, &network, &mut form, input, sold_at).await?;
    if let Some(sale) = &sale {
        price(&mut form, viewer, sale, reason.as_deref(), network.settings.paper_difference);
    }
    let Some(sale) = sale.filter(|_| form.is_good()) else {
        return Ok(tx.give_up(Err(Rejection::Invalid(form.told()))).await?);
    };
    let (mut bundle, claims) = sale.order(app, viewer)?;
    if inventory::take(&tx, claims, Some(now + network.settings.hold), now).await?.is_err() {
        inventory::forget(app, [sale.trip.id]);
        return Ok(tx.give_up(Err(Rejection::Lost)).await?);
    }
    write_held(&tx, &bundle).await?;
    let [cash, card] = [input.cash, input.card].map(|amount| from_decimal(amount, sale.currency).unwrap_or(0));
    let payments = payments(app, &bundle, &at, &Tendered::exactly(cash, card), None, reference.as_deref());
    if record(app, &tx, &at, movements(app, &payments, sale.currency)).await?.is_err() {
        return Err(Fault::new("a sale took cash out"));
    }
    let taken = payments.into_iter().map(|row| {
        let holder = holder(&row.method, at.desk.id);
        (row, holder, 0)
    });
    let Ok(settled) = sell_by_hand(app, &tx, &mut bundle, taken.collect()).await? else {
        form.wrong("tripId", "PAPER_CANCELLED");
        return Ok(tx.give_up(Err(Rejection::Invalid(form.told()))).await?);
    };
    used(&tx, &row, &bundle.lines[0], &at, (sold_at, now), reason.as_deref()).await?;
    let currency = sale.currency.code();
    let facts = json!({
        "blank": number_of(&row),
        "order": bundle.order.number,
        "soldAt": sold_at,
        "amount": money(viewer.language, sale.taken_minor, currency),
        "difference": (sale.difference_minor != 0).then(|| money(viewer.language, sale.difference_minor, currency)),
        "reason": reason,
        "shift": at.shift.number,
    });
    let subject = format!("order:{}", bundle.order.id);
    audit_change(app, &tx, viewer, "ENTER_BLANK", &subject, Change::made(&facts)).await?;
    tx.commit().await?;
    tell_settled(app, bundle, &settled);
    Ok(Ok(row.id))
}

/// Whether what was taken is what the tariff says, or why it is not.
fn price(form: &mut Form, viewer: &Viewer, sale: &HandSale<'_>, reason: Option<&str>, most: u32) {
    let (difference, currency) = (sale.difference_minor, sale.currency);
    if difference == 0 {
        return;
    }
    let words = |minor: i64| money(viewer.language, minor, currency.code());
    let tariff = words(sale.taken_minor - difference);
    let far = to_decimal(difference.abs(), currency) > Decimal::from(most);
    if reason.is_none() {
        form.wrong_with("cash", "PAPER_PRICE", &[("tariff", &tariff)]);
    } else if sale.taken_minor < sale.fees_minor {
        form.wrong_with("cash", "PAPER_BELOW_FEES", &[("fees", &words(sale.fees_minor))]);
    } else if far && !viewer.can(Permission::OverruleOrders) {
        form.wrong_with(
            "cash",
            "PAPER_PRICE_FAR",
            &[("tariff", &tariff), ("most", &words(from_decimal(Decimal::from(most), currency).unwrap_or(0)))],
        );
    }
}

/// Marks the blank, and writes its number on the ticket.
async fn used(
    tx: &DatabaseTransaction,
    row: &blank::Model,
    line: &::entity::order_line::Model,
    at: &AtDesk,
    (sold_at, now): (DateTime<Utc>, DateTime<Utc>),
    reason: Option<&str>,
) -> Result<(), Fault> {
    let sold = blank::ActiveModel {
        id: Set(row.id),
        state: Set(State::Sold.code().to_owned()),
        line_id: Set(Some(line.id)),
        order_id: Set(Some(line.order_id)),
        shift_id: Set(Some(at.shift.id)),
        sold_at: Set(Some(sold_at)),
        note: Set(reason.map(ToOwned::to_owned)),
        account_id: Set(Some(at.shift.account_id)),
        changed_at: Set(Some(now)),
        ..Default::default()
    };
    blank::Entity::update(sold).exec(tx).await?;
    let numbered = ticket::ActiveModel { blank: Set(Some(number_of(row))), ..Default::default() };
    ticket::Entity::update_many().set(numbered).filter(ticket::Column::LineId.eq(line.id)).exec(tx).await?;
    Ok(())
}
