//! `beket demo --days`: a past for the demonstration, so that lists and charts have a real size.
//!
//! Day by day, each in one transaction, rows are written as a sale and a refund write them: `beket check` finds nothing.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};
use domain::dynamic::Look;
use domain::ledger::{self, Account, Posting};
use domain::money::Currency;
use domain::order::LineState;
use domain::payment::PaymentState;
use domain::price::{Part, total};
use domain::refund::{QuotedLine, RefundState, RefundWay, TripFacts, quote};
use domain::ticket_code::{TicketClaims, sign};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{
    claim, order, order_line, order_passenger, order_segment, payment, posting, posting_line, refund, sandbox_charge,
    ticket, trip,
};

use crate::app::App;
use crate::features::inventory;
use crate::features::network::{FarePrice, Network, Sale, TripView, generate_past, views_of};
use crate::features::order::{HeldFare, Sitter, rule_for, seat_parts};
use crate::features::refund::Reason;
use crate::platform::Fault;
use crate::platform::rows::{MAX_IDS, insert_all};

/// Sales reach so many days ahead, fewer with each.
const AHEAD: i64 = 14;
const METHOD: &str = "sandbox";
/// A trip with numbered seats is chosen so many times as often as one without.
const NUMBERED: usize = 6;
const MAX_PARTY: usize = 4;
/// A trip may be full, or the piece that was drawn not sold.
const TRIES: usize = 3;

pub struct Growth {
    /// So many days back from today.
    pub days: u32,
    /// In all.
    pub orders: u32,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Grown {
    pub trips: u64,
    pub orders: u64,
    pub tickets: u64,
}

/// Makes the trips of past days and sales on them and on those to come. A second call adds as many sales again.
pub async fn grow(app: &App, growth: &Growth, progress: &(dyn Fn(&str) + Send + Sync)) -> Result<Grown, Fault> {
    if app.config.is_production() {
        return Err(Fault::new("production mode makes no sales up"));
    }
    let today = app.clock.now().date_naive();
    let first = today - TimeDelta::days(i64::from(growth.days));
    let mut grown = Grown { trips: generate_past(app, first, today, progress).await?, ..Grown::default() };
    let network = app.network.get(app).await?;
    // From the last day back, so that what a day has no trips or places for is sold on those before it.
    let mut dates: Vec<NaiveDate> =
        first.iter_days().take_while(|date| *date <= today + TimeDelta::days(AHEAD)).collect();
    dates.reverse();
    let weights: Vec<u32> = dates.iter().map(|date| weight(*date, today)).collect();
    let all: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    let mut so_far = 0;
    for (date, weight) in dates.into_iter().zip(weights) {
        so_far += u64::from(weight);
        let due = so_far * u64::from(growth.orders) / all.max(1);
        let day = sell_day(app, &network, date, due - grown.orders).await?;
        grown.orders += day.orders;
        grown.tickets += day.tickets;
        progress(&format!("sales back to {date}: {} orders", grown.orders));
    }
    Ok(grown)
}

/// More people travel before and after a weekend and in summer; of days to come fewer have bought yet.
fn weight(date: NaiveDate, today: NaiveDate) -> u32 {
    let week = match date.weekday() {
        Weekday::Fri | Weekday::Sun => 14,
        Weekday::Sat => 12,
        Weekday::Tue | Weekday::Wed => 9,
        _ => 10,
    };
    let season = match date.month() {
        7 | 8 => 15,
        1 | 2 | 11 => 8,
        _ => 10,
    };
    let ahead = u32::try_from((date - today).num_days().max(0)).unwrap_or(0);
    (week * season * 10 / (ahead + 1)).max(1)
}

/// The rows of a day's orders.
#[derive(Default)]
struct Rows {
    orders: Vec<order::Model>,
    segments: Vec<order_segment::Model>,
    passengers: Vec<order_passenger::Model>,
    lines: Vec<order_line::Model>,
    claims: Vec<claim::Model>,
    payments: Vec<payment::Model>,
    charges: Vec<sandbox_charge::Model>,
    postings: Vec<posting::Model>,
    posting_lines: Vec<posting_line::Model>,
    tickets: Vec<ticket::Model>,
    refunds: Vec<refund::Model>,
}

/// Places of a trip that are taken, by leg.
type Taken = HashMap<Uuid, HashSet<(i32, i32)>>;

async fn sell_day(app: &App, network: &Network, date: NaiveDate, orders: u64) -> Result<Grown, Fault> {
    let trips =
        trip::Entity::find().filter(trip::Column::ServiceDate.eq(date)).filter(trip::Column::State.ne("CANCELLED"));
    let trips = trips.all(app.db.read()).await?;
    let mut lots: Vec<usize> = Vec::new();
    for (n, trip) in trips.iter().enumerate() {
        lots.extend(std::iter::repeat_n(n, if trip.reserved { NUMBERED } else { 1 }));
    }
    if lots.is_empty() || orders == 0 {
        return Ok(Grown::default());
    }
    let drawn: Vec<usize> = (0..orders).map(|_| lots[app.ids.below(lots.len())]).collect();
    let chosen: HashSet<usize> = drawn.iter().copied().collect();
    let rows: Vec<trip::Model> = chosen.iter().map(|n| trips[*n].clone()).collect();
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let views = views_of(app, network, rows).await?;
    let views: HashMap<Uuid, Arc<TripView>> = views.into_iter().map(|view| (view.id, view)).collect();
    let tx = app.db.begin().await?;
    let raised = inventory::bump(&tx, ids.clone()).await?;
    // The trips are ours until the commit, so that nobody takes a place that is seen free here.
    let mut taken = Taken::new();
    for some in ids.chunks(MAX_IDS) {
        for row in claim::Entity::find().filter(claim::Column::SpaceId.is_in(some.iter().copied())).all(&tx).await? {
            taken.entry(row.space_id).or_default().insert((row.seat, row.leg));
        }
    }
    let mut made = Rows::default();
    for n in drawn.iter().cycle().take(drawn.len() * TRIES) {
        if made.orders.len() == drawn.len() {
            break;
        }
        if let Some(view) = views.get(&trips[*n].id) {
            sell(app, network, view, &mut taken, &mut made)?;
        }
    }
    let grown =
        Grown { trips: 0, orders: u64::try_from(made.orders.len())?, tickets: u64::try_from(made.tickets.len())? };
    insert_all::<order::Entity>(&tx, made.orders).await?;
    insert_all::<order_segment::Entity>(&tx, made.segments).await?;
    insert_all::<order_passenger::Entity>(&tx, made.passengers).await?;
    insert_all::<order_line::Entity>(&tx, made.lines).await?;
    insert_all::<claim::Entity>(&tx, made.claims).await?;
    insert_all::<payment::Entity>(&tx, made.payments).await?;
    insert_all::<sandbox_charge::Entity>(&tx, made.charges).await?;
    insert_all::<posting::Entity>(&tx, made.postings).await?;
    insert_all::<posting_line::Entity>(&tx, made.posting_lines).await?;
    insert_all::<ticket::Entity>(&tx, made.tickets).await?;
    insert_all::<refund::Entity>(&tx, made.refunds).await?;
    tx.commit().await?;
    inventory::changed(app, &raised);
    Ok(grown)
}

/// From call to call, and what an adult pays.
struct Ride {
    from: usize,
    to: usize,
    price: FarePrice,
}

/// Mostly the whole way, otherwise a part of it that is sold.
fn ride(app: &App, network: &Network, view: &TripView) -> Option<Ride> {
    let last = view.calls.len().checked_sub(1)?;
    for attempt in 0..4 {
        let (from, to) = if attempt == 3 || (attempt == 0 && app.ids.below(3) > 0) {
            (0, last)
        } else {
            let from = app.ids.below(last.max(1));
            (from, from + 1 + app.ids.below(last - from))
        };
        let (start, end) = (view.calls.get(from)?, view.calls.get(to)?);
        if !start.boarding || !end.alighting {
            continue;
        }
        if let Some(price) = network.price(view.route.id, &start.stop, &end.stop, view.service_date) {
            return Some(Ride { from, to, price });
        }
    }
    None
}

/// Places that are free all the way, beside each other where they can be.
fn places(
    view: &TripView,
    taken: &HashSet<(i32, i32)>,
    legs: std::ops::Range<i32>,
    start: i32,
    count: usize,
) -> Vec<i32> {
    let capacity = view.capacity.max(1);
    let free = |place: &i32| legs.clone().all(|leg| !taken.contains(&(*place, leg)));
    (0..capacity).map(|n| (start + n) % capacity + 1).filter(free).take(count).collect()
}

fn sell(app: &App, network: &Network, view: &TripView, taken: &mut Taken, rows: &mut Rows) -> Result<(), Fault> {
    let (ids, now) = (&app.ids, app.clock.now());
    let Some(Ride { from, to, price }) = ride(app, network, view) else { return Ok(()) };
    let (from_call, to_call) = (i32::try_from(from)?, i32::try_from(to)?);
    let (departs_at, arrives_at) = (view.calls[from].departure, view.calls[to].arrival);
    // Half of all within a fifth of the time before departure.
    let lead = TimeDelta::minutes(i64::try_from(20 + ids.below(140) * ids.below(140))?);
    let latest = now - TimeDelta::minutes(15);
    let created_at = whole_seconds(if departs_at - lead > latest {
        latest - TimeDelta::minutes(i64::try_from(ids.below(4000))?)
    } else {
        departs_at - lead
    });
    let party = [1, 1, 1, 1, 1, 2, 2, 2, 3, MAX_PARTY][ids.below(10)];
    let own = taken.entry(view.id).or_default();
    let start = i32::try_from(ids.below(usize::try_from(view.capacity.max(1))?))?;
    let seats = places(view, own, from_call..to_call, start, party);
    if seats.len() < party {
        return Ok(());
    }
    let language = ["ru", "ru", "ru", "ky", "ky", "en"][ids.below(6)];
    let order_id = ids.new();
    let family = FAMILIES[ids.below(FAMILIES.len())];
    let digits = ids.digits(6);
    rows.orders.push(order::Model {
        id: order_id,
        number: format!("BK-{}-{}", ids.readable(4), ids.readable(4)),
        channel: CHANNELS[ids.below(CHANNELS.len())].into(),
        partner_id: None,
        promotion_id: None,
        account_id: None,
        currency: price.currency.clone(),
        language: language.into(),
        email: Some(format!("passenger{digits}@example.com")),
        phone: Some(format!("+996555{digits}")),
        hold_until: created_at + TimeDelta::minutes(15),
        hold_extended: true,
        consent_at: Some(created_at + TimeDelta::minutes(2)),
        version: 3,
        created_at,
        split_from_id: None,
        first_departure_at: departs_at,
    });
    rows.segments.push(order_segment::Model {
        order_id,
        position: 0,
        trip_id: view.id,
        from_call,
        to_call,
        direction: "OUTBOUND".into(),
        departs_at,
        arrives_at,
    });
    let mut sold: Vec<(Uuid, Vec<Part>)> = Vec::with_capacity(party);
    let paid_at = created_at + TimeDelta::minutes(4);
    for (position, seat) in (0..).zip(&seats) {
        let day = view.local_date(from_call);
        // Children travel with somebody grown.
        let child = position > 0 && ids.below(3) == 0;
        let sale = Sale::of(&view.route, created_at, "WEB");
        let rule = if child { rule_for(network, &sale, "CHILD", day).ok().flatten() } else { None };
        let rule = rule.filter(|rule| rule.own_seat);
        let (passenger_id, line_id) = (ids.new(), ids.new());
        rows.passengers.push(passenger(app, passenger_id, order_id, position, rule.is_some(), family, day)?);
        let label = view.seat_map.as_ref().filter(|_| view.reserved);
        let label = label.and_then(|map| map.label(u16::try_from(*seat).ok()?)).map(str::to_owned);
        let class = label.as_deref().and_then(|label| view.class_of(label));
        let fare = HeldFare::new(&price, network.rules().extras(&sale, &price, class, Look::default()));
        let sitter = Sitter { category: if rule.is_some() { "CHILD" } else { "ADULT" }, rule, party, day };
        let parts = seat_parts(network, &sale, &price.currency, &fare, &sitter, &[]);
        let number = ids.readable(10);
        let claims = TicketClaims {
            number: number.clone(),
            trip: view.id,
            from_call: u16::try_from(from)?,
            to_call: u16::try_from(to)?,
            seat: label.clone().unwrap_or_default(),
            departs_at,
            valid_until: arrives_at + TimeDelta::hours(24),
        };
        rows.tickets.push(ticket::Model {
            id: ids.new(),
            line_id,
            order_id,
            number,
            qr: sign(&claims, app.secrets.ticket_key()),
            issued_at: paid_at,
            void_at: None,
        });
        rows.lines.push(order_line::Model {
            id: line_id,
            order_id,
            passenger_id,
            segment: 0,
            kind: "SEAT".into(),
            code: None,
            space_id: view.id,
            from_call,
            to_call,
            seat: Some(*seat),
            seat_label: label,
            state: LineState::Issued.code().into(),
            currency: price.currency.clone(),
            price_minor: total(&parts),
            fare_minor: price.amount_minor,
            child_fare_minor: price.child_minor,
            campaign_id: None,
            campaign_minor: 0,
            parts: serde_json::to_value(&parts)?,
            created_at,
            exchange_id: None,
            moved_at: None,
        });
        sold.push((line_id, parts));
    }
    pay(app, view, order_id, &price.currency, &sold, paid_at, departs_at > now, rows)?;
    // One in twenty-five gives everything back in time.
    let at = paid_at + (departs_at.min(now) - paid_at) / 2;
    if ids.below(25) == 0 && at > paid_at {
        give_back(app, network, view, &sold, departs_at, at, rows)?;
        return Ok(());
    }
    for ((line_id, _), seat) in sold.iter().zip(&seats) {
        for leg in from_call..to_call {
            own.insert((*seat, leg));
            rows.claims.push(claim::Model { space_id: view.id, seat: *seat, leg, line_id: *line_id, held_until: None });
        }
    }
    Ok(())
}

fn whole_seconds(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp(at.timestamp(), 0).unwrap_or(at)
}

fn passenger(
    app: &App,
    id: Uuid,
    order_id: Uuid,
    position: i32,
    child: bool,
    family: (&str, &str),
    day: NaiveDate,
) -> Result<order_passenger::Model, Fault> {
    let ids = &app.ids;
    let woman = ids.below(2) == 0;
    let names: &[&str] = if woman { &WOMEN } else { &MEN };
    let age = if child { 4 + ids.below(6) } else { 19 + ids.below(50) };
    let born = day - TimeDelta::days(i64::try_from(age * 366 + ids.below(300))?);
    let number = format!("ID{}", ids.digits(7));
    Ok(order_passenger::Model {
        id,
        order_id,
        position,
        category: if child { "CHILD" } else { "ADULT" }.into(),
        first_name: Some(names[ids.below(names.len())].into()),
        last_name: Some(if woman { family.1 } else { family.0 }.into()),
        middle_name: None,
        birth_date: Some(born),
        citizenship: Some("KG".into()),
        document_kind: Some(domain::document::DocumentKind::IdCard.code().into()),
        document_sealed: Some(app.secrets.seal(ids, id, &number)?),
        document_index: Some(app.secrets.blind_index("document", &number)),
        document_tail: Some(domain::document::tail(&number)),
        dropped_at: None,
    })
}

/// The payment, what it books, and what the bank of the sandbox knows of it while it may have to give it back.
#[expect(clippy::too_many_arguments, reason = "one sale, told once")]
fn pay(
    app: &App,
    view: &TripView,
    order: Uuid,
    currency: &str,
    sold: &[(Uuid, Vec<Part>)],
    paid_at: DateTime<Utc>,
    coming: bool,
    rows: &mut Rows,
) -> Result<(), Fault> {
    let amount_minor = sold.iter().map(|(_, parts)| total(parts)).sum();
    let id = app.ids.new();
    rows.payments.push(payment::Model {
        id,
        order_id: order,
        method: METHOD.into(),
        state: PaymentState::Paid.code().into(),
        currency: currency.to_owned(),
        amount_minor,
        refunded_minor: 0,
        gateway_ref: Some(id.to_string()),
        redirect_url: None,
        failure_reason: None,
        created_at: paid_at - TimeDelta::minutes(1),
        paid_at: Some(paid_at),
        next_poll_at: None,
        exchange_id: None,
        origin_id: None,
        moved_minor: 0,
        shift_id: None,
        together_id: None,
    });
    if coming {
        rows.charges.push(sandbox_charge::Model {
            id: app.ids.new(),
            reference: id.to_string(),
            currency: currency.to_owned(),
            amount_minor,
            refunded_minor: 0,
            state: "PAID".into(),
            description: String::new(),
            return_url: app.config.public_url.clone(),
            callback_url: app.config.public_url.clone(),
            events: 1,
            created_at: paid_at,
        });
    }
    let money = Currency::parse(currency)?;
    let fee = app.gateways.find(METHOD).map_or(0, |gateway| gateway.fee(amount_minor));
    let received = ledger::payment(Account::Gateway(METHOD.into()), money, amount_minor, fee)?;
    book(app, &format!("payment:{id}"), "PAYMENT", order, &received, paid_at, rows);
    let items: Vec<_> =
        sold.iter().map(|(_, parts)| ledger::Item { carrier: view.carrier.id, parts: parts.as_slice() }).collect();
    book(app, &format!("sale:{id}"), "SALE", order, &ledger::sale(money, &items)?, paid_at, rows);
    Ok(())
}

fn book(app: &App, source: &str, kind: &str, order: Uuid, booked: &Posting, at: DateTime<Utc>, rows: &mut Rows) {
    if booked.lines().is_empty() {
        return;
    }
    let id = app.ids.new();
    rows.posting_lines.extend(booked.lines().iter().zip(0..).map(|(line, position)| posting_line::Model {
        posting_id: id,
        position,
        account: line.account.code(),
        currency: line.currency.code().to_owned(),
        amount_minor: line.amount_minor,
    }));
    rows.postings.push(posting::Model {
        id,
        source: source.to_owned(),
        kind: kind.to_owned(),
        order_id: Some(order),
        at,
    });
}

/// The order that was sold last is given back as its tariff says.
fn give_back(
    app: &App,
    network: &Network,
    view: &TripView,
    sold: &[(Uuid, Vec<Part>)],
    departs_at: DateTime<Utc>,
    at: DateTime<Utc>,
    rows: &mut Rows,
) -> Result<(), Fault> {
    let lost = || Fault::new("a refund without its sale");
    let rules = network.rules().refund_rules(&Sale::of(&view.route, at, "WEB"));
    let facts = TripFacts { departs_at, cancelled: false, moved: false, delay_minutes: 0 };
    let quoted: Result<Vec<(QuotedLine, DateTime<Utc>)>, _> =
        sold.iter().map(|(line, parts)| quote(*line, parts, facts, &rules, at)).collect();
    let at = whole_seconds(at);
    let quoted: Vec<QuotedLine> = quoted?.into_iter().map(|(line, _)| line).collect();
    let payment = rows.payments.last_mut().ok_or_else(lost)?;
    let (order, id) = (payment.order_id, app.ids.new());
    let amount_minor = quoted.iter().map(|line| line.refunded_minor).sum();
    payment.refunded_minor = amount_minor;
    let (payment_id, currency) = (payment.id, payment.currency.clone());
    if let Some(charge) = rows.charges.last_mut().filter(|charge| charge.reference == payment_id.to_string()) {
        charge.refunded_minor = amount_minor;
    }
    rows.orders.last_mut().ok_or_else(lost)?.version += 2;
    let count = sold.len();
    for line in rows.lines.iter_mut().rev().take(count) {
        line.state = LineState::Refunded.code().into();
    }
    for ticket in rows.tickets.iter_mut().rev().take(count) {
        ticket.void_at = Some(at);
    }
    let money = Currency::parse(&currency)?;
    rows.refunds.push(refund::Model {
        id,
        order_id: order,
        payment_id: Some(payment_id),
        state: RefundState::Done.code().into(),
        currency,
        amount_minor,
        withheld_minor: quoted.iter().map(|line| line.withheld_minor).sum(),
        reason: Reason::Customer.code().into(),
        lines: serde_json::to_value(&quoted)?,
        valid_until: at + TimeDelta::minutes(10),
        created_at: at,
        confirmed_at: Some(at),
        done_at: Some(at),
        failure_reason: None,
        way: RefundWay::Original.code().into(),
        shift_id: None,
    });
    let items: Vec<_> =
        quoted.iter().map(|line| ledger::Item { carrier: view.carrier.id, parts: &line.parts }).collect();
    book(app, &format!("refund:{id}"), "REFUND", order, &ledger::give_back(money, &items)?, at, rows);
    let back = ledger::money_back(Account::Gateway(METHOD.into()), money, amount_minor)?;
    book(app, &format!("money-back:{id}"), "MONEY_BACK", order, &back, at, rows);
    Ok(())
}

/// As often as each is here.
const CHANNELS: [&str; 20] = [
    "WEB", "WEB", "WEB", "WEB", "WEB", "WEB", "WEB", "WEB", "WEB", "WEB", "WEB", "DESK", "DESK", "DESK", "DESK",
    "DESK", "DESK", "PARTNER", "PARTNER", "TERMINAL",
];
/// Of a man and of a woman.
const FAMILIES: [(&str, &str); 16] = [
    ("Асанов", "Асанова"),
    ("Токтогулов", "Токтогулова"),
    ("Осмонов", "Осмонова"),
    ("Жумабеков", "Жумабекова"),
    ("Абдырахманов", "Абдырахманова"),
    ("Эсенов", "Эсенова"),
    ("Мамытов", "Мамытова"),
    ("Сыдыков", "Сыдыкова"),
    ("Алиев", "Алиева"),
    ("Исаков", "Исакова"),
    ("Бейшеналиев", "Бейшеналиева"),
    ("Кадыров", "Кадырова"),
    ("Иванов", "Иванова"),
    ("Петров", "Петрова"),
    ("Ким", "Ким"),
    ("Юлдашев", "Юлдашева"),
];
const MEN: [&str; 12] =
    ["Айбек", "Нурлан", "Бакыт", "Тимур", "Азамат", "Эрлан", "Улан", "Кубат", "Данияр", "Сергей", "Темирлан", "Максат"];
const WOMEN: [&str; 12] = [
    "Айгүл",
    "Гүлнара",
    "Айнура",
    "Мээрим",
    "Асель",
    "Жылдыз",
    "Нургүл",
    "Бегимай",
    "Чолпон",
    "Елена",
    "Кызжибек",
    "Алина",
];
