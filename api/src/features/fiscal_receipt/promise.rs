//! Receipts are promised in the transaction that sells or gives back.

use domain::exchange::Move;
use domain::fiscal::{Item, ReceiptKind, ReceiptState, Tenders, slice, tax, total};
use domain::money::Currency;
use domain::refund::QuotedLine;
use domain::till::Tender;
use domain::wallet;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::wallet as wallet_row;
use ::entity::{account, desk, exchange, fiscal_receipt, fiscal_register, order_line, payment, refund, shift};

use crate::app::App;
use crate::features::company::TRANSFER;
use crate::features::order::{Bundle, parts_of};
use crate::i18n::t;
use crate::platform::Fault;
use crate::platform::rows::insert_missing;

use super::items::{Sold, items, language_of};

/// Where and by whom something is sold, as receipts need it.
struct Place {
    register: fiscal_register::Model,
    shift: Option<Uuid>,
    cashier: Option<String>,
}

impl Place {
    /// Of a shift of a desk, or of everything else; `None` while nothing has to be recorded.
    async fn find(tx: &DatabaseTransaction, shift: Option<Uuid>) -> Result<Option<Self>, Fault> {
        use fiscal_register::Column;
        let registers = fiscal_register::Entity::find().filter(Column::Enabled.eq(true)).all(tx).await?;
        let Some(all) = registers.iter().find(|row| row.serves_all) else { return Ok(None) };
        let Some(shift) = shift else {
            return Ok(Some(Place { register: all.clone(), shift: None, cashier: None }));
        };
        let row = shift::Entity::find_by_id(shift).one(tx).await?.ok_or_else(|| Fault::new("a shift vanished"))?;
        let desk = desk::Entity::find_by_id(row.desk_id).one(tx).await?;
        let own = desk.and_then(|desk| desk.register_id);
        let register = registers.iter().find(|row| Some(row.id) == own).unwrap_or(all).clone();
        let cashier = account::Entity::find_by_id(row.account_id).one(tx).await?;
        let names = cashier.map(|row| [row.last_name, row.first_name].into_iter().flatten().collect::<Vec<_>>());
        let cashier = names.map(|names| names.join(" ")).filter(|name| !name.is_empty());
        Ok(Some(Place { register, shift: Some(shift), cashier }))
    }

    fn fee_tax(&self) -> Result<Option<rust_decimal::Decimal>, Fault> {
        Ok(self.register.fee_tax_percent.as_deref().map(str::parse).transpose()?)
    }
}

/// Cash registers record som.
fn is_recorded(bundle: &Bundle) -> bool {
    bundle.order.currency == Currency::KGS.code()
}

/// What a receipt is made of.
struct Promise<'a> {
    source: String,
    kind: ReceiptKind,
    state: ReceiptState,
    refund: Option<Uuid>,
    items: Vec<Item>,
    tenders: Tenders,
    place: &'a Place,
}

/// A receipt in the queue of a register, of nobody's order yet.
pub(super) fn queued(
    app: &App,
    register: Uuid,
    source: String,
    kind: ReceiptKind,
    items: &[Item],
    tenders: Tenders,
) -> Result<fiscal_receipt::Model, Fault> {
    let now = app.clock.now();
    Ok(fiscal_receipt::Model {
        id: app.ids.new(),
        register_id: register,
        source,
        kind: kind.code().into(),
        state: ReceiptState::Queued.code().into(),
        order_id: None,
        refund_id: None,
        shift_id: None,
        currency: Currency::KGS.code().into(),
        amount_minor: total(items),
        cash_minor: tenders.cash_minor,
        cashless_minor: tenders.cashless_minor,
        offset_minor: tenders.offset_minor,
        tax_minor: tax(items),
        items: serde_json::to_value(items)?,
        cashier: None,
        basis: None,
        settled_on: None,
        attempts: 0,
        last_error: None,
        created_at: now,
        queued_at: Some(now),
        done_at: None,
        fn_number: None,
        fd_number: None,
        fm: None,
        inn: None,
        reg_number: None,
        issued_at: None,
        shift_number: None,
    })
}

async fn promise(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    promises: Vec<Promise<'_>>,
) -> Result<(), Fault> {
    let mut rows = Vec::new();
    for promise in promises {
        let amount_minor = total(&promise.items);
        if amount_minor == 0 {
            continue;
        }
        if promise.state == ReceiptState::Queued && promise.tenders.total_minor() != amount_minor {
            return Err(Fault::new("a receipt was paid with another sum than it has"));
        }
        let queued =
            queued(app, promise.place.register.id, promise.source, promise.kind, &promise.items, promise.tenders)?;
        rows.push(fiscal_receipt::Model {
            state: promise.state.code().into(),
            queued_at: queued.queued_at.filter(|_| promise.state == ReceiptState::Queued),
            order_id: Some(bundle.order.id),
            refund_id: promise.refund,
            shift_id: promise.place.shift,
            cashier: promise.place.cashier.clone(),
            ..queued
        });
    }
    if !rows.is_empty() {
        insert_missing::<fiscal_receipt::Entity>(tx, rows).await?;
    }
    Ok(())
}

/// How so much was paid by these payments; what they have brought too much is not a part of it.
fn tenders(payments: &[payment::Model], amount_minor: i64) -> Tenders {
    let mut tenders = Tenders::default();
    let mut excess = payments.iter().map(|row| row.amount_minor).sum::<i64>() - amount_minor;
    for row in payments {
        let off = excess.clamp(0, row.amount_minor);
        excess -= off;
        match Tender::of_method(&row.method) {
            Some(Tender::Cash) => tenders.cash_minor += row.amount_minor - off,
            // It was recorded as an advance when it was put on the account.
            None if row.method == wallet::METHOD => tenders.offset_minor += row.amount_minor - off,
            _ => tenders.cashless_minor += row.amount_minor - off,
        }
    }
    tenders
}

/// Lines were sold for the money of payments, which may have brought too much.
pub async fn sold(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    payments: &[payment::Model],
    lines: &[&order_line::Model],
) -> Result<(), Fault> {
    let Some(first) = payments.first().filter(|_| is_recorded(bundle)) else { return Ok(()) };
    let Some(place) = Place::find(tx, first.shift_id).await? else { return Ok(()) };
    let sold: Vec<Sold<'_>> =
        lines.iter().map(|line| Sold { line, trip: line.space_id, parts: parts_of(line) }).collect();
    let items = items(app, tx, bundle, &sold, place.fee_tax()?).await?;
    let sale = Promise {
        source: format!("sale:{}", first.id),
        kind: ReceiptKind::Sale,
        state: ReceiptState::Queued,
        refund: None,
        tenders: tenders(payments, total(&items)),
        items,
        place: &place,
    };
    promise(app, tx, bundle, vec![sale]).await
}

/// Lines were given back: for each refund that brings a share of their money, in this order, a receipt that waits until the
/// money has moved.
pub async fn returned(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    lines: &[(&order_line::Model, QuotedLine)],
    shares: &[(Uuid, i64)],
) -> Result<(), Fault> {
    if !is_recorded(bundle) {
        return Ok(());
    }
    let Some(place) = Place::find(tx, None).await? else { return Ok(()) };
    let given = lines.iter().map(|(line, quoted)| Sold { line, trip: line.space_id, parts: quoted.parts.clone() });
    let items = items(app, tx, bundle, &given.collect::<Vec<_>>(), place.fee_tax()?).await?;
    promise(app, tx, bundle, waiting(&place, &items, 0, shares)).await
}

/// Receipts of the returns that refunds bring, one after the other from an amount of the bill on.
fn waiting<'a>(place: &'a Place, items: &[Item], from_minor: i64, shares: &[(Uuid, i64)]) -> Vec<Promise<'a>> {
    let mut begins = from_minor;
    let mut promises = Vec::new();
    for (refund, amount_minor) in shares {
        promises.push(Promise {
            source: format!("return:{refund}"),
            kind: ReceiptKind::Return,
            state: ReceiptState::Waiting,
            refund: Some(*refund),
            items: slice(items, begins, begins + amount_minor),
            tenders: Tenders::default(),
            place,
        });
        begins += amount_minor;
    }
    promises
}

/// Tickets were given for others: what the old ones bring is returned and pays for the new ones at once. `payments` have
/// paid the difference, `shares` give it back.
pub async fn exchanged(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    row: &exchange::Model,
    moves: &[Move],
    payments: &[payment::Model],
    shares: &[(Uuid, i64)],
) -> Result<(), Fault> {
    if !is_recorded(bundle) {
        return Ok(());
    }
    let Some(place) = Place::find(tx, payments.first().and_then(|row| row.shift_id)).await? else { return Ok(()) };
    let line = |id: Uuid| {
        let found = bundle.lines.iter().find(|line| line.id == id);
        found.ok_or_else(|| Fault::new("a line of an exchange is gone"))
    };
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for one in moves {
        let from = line(one.from_line)?;
        old.push(Sold { line: from, trip: from.space_id, parts: one.swap.back.clone() });
        new.push(Sold { line: line(one.to_line)?, trip: one.trip, parts: one.swap.price.clone() });
    }
    let back = items(app, tx, bundle, &old, place.fee_tax()?).await?;
    let price = items(app, tx, bundle, &new, place.fee_tax()?).await?;
    let offset_minor = total(&back).min(total(&price));
    let paid = tenders(payments, total(&price) - offset_minor);
    let returned = Promise {
        source: format!("exchange-return:{}", row.id),
        kind: ReceiptKind::Return,
        state: ReceiptState::Queued,
        refund: None,
        items: slice(&back, 0, offset_minor),
        tenders: Tenders { offset_minor, ..Tenders::default() },
        place: &place,
    };
    let mut promises = vec![returned];
    promises.push(Promise {
        source: format!("exchange-sale:{}", row.id),
        kind: ReceiptKind::Sale,
        state: ReceiptState::Queued,
        refund: None,
        items: price,
        tenders: Tenders { offset_minor: offset_minor + paid.offset_minor, ..paid },
        place: &place,
    });
    promises.extend(waiting(&place, &back, offset_minor, shares));
    promise(app, tx, bundle, promises).await
}

/// Money was put on an internal account: an advance, recorded when it comes and set off by what is bought with it.
pub async fn topped_up(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    payments: &[payment::Model],
) -> Result<(), Fault> {
    // From bank to bank, no cash register is asked.
    let by_hand = |row: &&payment::Model| is_recorded(bundle) && row.method != TRANSFER;
    let Some(first) = payments.first().filter(by_hand) else { return Ok(()) };
    let Some(place) = Place::find(tx, first.shift_id).await? else { return Ok(()) };
    let amount_minor = payments.iter().map(|row| row.amount_minor).sum();
    let advance = Promise {
        source: format!("sale:{}", first.id),
        kind: ReceiptKind::Sale,
        state: ReceiptState::Queued,
        refund: None,
        items: vec![advance(tx, bundle, amount_minor).await?],
        tenders: tenders(payments, amount_minor),
        place: &place,
    };
    promise(app, tx, bundle, vec![advance]).await
}

/// Who had taken a top-up has taken it back.
pub async fn top_up_undone(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    row: &refund::Model,
) -> Result<(), Fault> {
    let Some(place) = Place::find(tx, None).await?.filter(|_| is_recorded(bundle)) else { return Ok(()) };
    let back = Promise {
        source: format!("return:{}", row.id),
        kind: ReceiptKind::Return,
        state: ReceiptState::Queued,
        refund: Some(row.id),
        items: vec![advance(tx, bundle, row.amount_minor).await?],
        tenders: Tenders { cashless_minor: row.amount_minor, ..Tenders::default() },
        place: &place,
    };
    promise(app, tx, bundle, vec![back]).await
}

async fn advance(tx: &DatabaseTransaction, bundle: &Bundle, amount_minor: i64) -> Result<Item, Fault> {
    let account = match bundle.order.wallet_id {
        Some(id) => wallet_row::Entity::find_by_id(id).one(tx).await?,
        None => None,
    };
    let number = account.map(|row| row.number).unwrap_or_default();
    let name = t(language_of(bundle), "fiscal.advance", &[("number", &number)]);
    Ok(Item::one(name, amount_minor, None, None))
}

/// The money of a refund is on the customer's internal account: an advance again.
pub async fn money_to_wallet(app: &App, tx: &DatabaseTransaction, refund: Uuid) -> Result<(), Fault> {
    moved(app, tx, &[refund], None, |offset_minor| Tenders { offset_minor, ..Tenders::default() }).await
}

/// The money of refunds has moved: what waits for it is to be recorded now, by the register of the desk where it was paid
/// out.
pub async fn money_back(
    app: &App,
    tx: &DatabaseTransaction,
    refunds: &[Uuid],
    tender: Option<Tender>,
    shift: Option<Uuid>,
) -> Result<(), Fault> {
    let by = |amount_minor| match tender {
        Some(Tender::Cash) => Tenders { cash_minor: amount_minor, ..Tenders::default() },
        _ => Tenders { cashless_minor: amount_minor, ..Tenders::default() },
    };
    moved(app, tx, refunds, shift, by).await
}

async fn moved(
    app: &App,
    tx: &DatabaseTransaction,
    refunds: &[Uuid],
    shift: Option<Uuid>,
    by: impl Fn(i64) -> Tenders,
) -> Result<(), Fault> {
    use fiscal_receipt::Column;
    let rows = fiscal_receipt::Entity::find()
        .filter(Column::RefundId.is_in(refunds.iter().copied()))
        .filter(Column::State.eq(ReceiptState::Waiting.code()))
        .all(tx)
        .await?;
    if rows.is_empty() {
        return Ok(());
    }
    let place = Place::find(tx, shift).await?;
    for row in rows {
        let tenders = by(row.amount_minor);
        let queued = fiscal_receipt::ActiveModel {
            id: Set(row.id),
            state: Set(ReceiptState::Queued.code().into()),
            register_id: Set(place.as_ref().map_or(row.register_id, |place| place.register.id)),
            shift_id: Set(shift),
            cashier: Set(place.as_ref().and_then(|place| place.cashier.clone())),
            cash_minor: Set(tenders.cash_minor),
            cashless_minor: Set(tenders.cashless_minor),
            offset_minor: Set(tenders.offset_minor),
            queued_at: Set(Some(app.clock.now())),
            ..Default::default()
        };
        fiscal_receipt::Entity::update(queued).exec(tx).await?;
    }
    Ok(())
}
