//! What news of a payment does: once, whatever the order and number of its messages.

use std::sync::Arc;

use domain::ledger::{self, Account, PostingKind};
use domain::money::Currency;
use domain::order::{LineState, OrderStatus};
use domain::payment::{Contradiction, PaymentState, Report, Step};
use domain::settlement::{Decision, Facts, decide};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::{order, order_line, order_segment, payment, payment_event};

use crate::app::App;
use crate::features::inventory::{self, Claim, Raised};
use crate::features::ledger::{Details, Entry, TicketPart, post};
use crate::features::network::{TripState, trip_views};
use crate::features::order::{Bundle, awaits_exchange, buyer_of, lock_order_of_payment, parts_of};
use crate::features::promotion::{Full, take_tickets, take_use};
use crate::features::refund::{self, Reason};
use crate::features::{exchange, fiscal_receipt, notification, ticket, wallet};
use crate::platform::Fault;

use super::capture::begin_to_take;
use super::poll::FIRST;

#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// It was taken.
    Known,
    /// The same event came before.
    Repeated,
    /// There is no such payment.
    Unknown,
    /// It was kept and changes nothing.
    Contradicted(Contradiction),
}

/// Takes news of a payment: from a callback (`event` is gateway, event id and the raw message) or from a poll.
pub async fn hear(app: &App, payment: Uuid, report: Report, event: Option<(&str, &str, &str)>) -> Result<Heard, Fault> {
    for _ in 0..5 {
        match attempt(app, payment, report, event, Purpose::Buy).await {
            Ok(Outcome::Done(heard)) => return Ok(heard),
            Ok(Outcome::SeatsLost) => match attempt(app, payment, report, event, Purpose::GiveBack).await? {
                Outcome::Done(heard) => return Ok(heard),
                Outcome::SeatsLost => return Err(Fault::new("giving money back asked for seats")),
            },
            Err(fault) if fault.is_transient() => {}
            Err(fault) => return Err(fault),
        }
    }
    Err(Fault::new("a payment's news found no quiet moment"))
}

/// What money is taken for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Buy,
    /// It was bought by hand before, and is written down now: the trip may have left.
    Enter,
    /// The seats are gone: it goes back at once.
    GiveBack,
}

enum Outcome {
    Done(Heard),
    SeatsLost,
}

async fn attempt(
    app: &App,
    id: Uuid,
    report: Report,
    event: Option<(&str, &str, &str)>,
    purpose: Purpose,
) -> Result<Outcome, Fault> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let Some(bundle) = lock_order_of_payment(app, &tx, id).await? else {
        return Ok(tx.give_up(Outcome::Done(Heard::Unknown)).await?);
    };
    let payment = bundle.payments.iter().find(|payment| payment.id == id).cloned();
    let payment = payment.ok_or_else(|| Fault::new("a payment left its order"))?;
    let state = PaymentState::parse(&payment.state).ok_or_else(|| Fault::new("a payment in no known state"))?;
    let currency = Currency::parse(&payment.currency)?;
    let contradiction = report.contradicts(state, payment.amount_minor, currency);
    if let Some((gateway, event_id, raw)) = event {
        if gateway != payment.method {
            return Ok(tx.give_up(Outcome::Done(Heard::Unknown)).await?);
        }
        let row = payment_event::ActiveModel {
            gateway: Set(gateway.to_owned()),
            event_id: Set(event_id.to_owned()),
            payment_id: Set(Some(id)),
            raw: Set(raw.to_owned()),
            outcome: Set(contradiction.map_or_else(|| format!("{:?}", report.news), |what| format!("{what:?}"))),
            received_at: Set(now),
        };
        let columns = [payment_event::Column::Gateway, payment_event::Column::EventId];
        let fresh = payment_event::Entity::insert(row)
            .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
            .exec_without_returning(&tx)
            .await?;
        if fresh == 0 {
            return Ok(tx.give_up(Outcome::Done(Heard::Repeated)).await?);
        }
    }
    if let Some(contradiction) = contradiction {
        tx.commit().await?;
        return Ok(Outcome::Done(Heard::Contradicted(contradiction)));
    }
    let mut settled = Settled::default();
    match state.hear(report.news) {
        Step::Nothing => {
            tx.commit().await?;
            return Ok(Outcome::Done(Heard::Known));
        }
        Step::Become(next) => {
            let mut row = payment::ActiveModel { id: Set(id), state: Set(next.code().into()), ..Default::default() };
            // What a message says is asked about once more: the bank may have told another payment's refusal, or an old one.
            if next == PaymentState::Failed && event.is_some() {
                row.next_poll_at = Set(Some(now + FIRST));
            }
            payment::Entity::update(row).exec(&tx).await?;
        }
        Step::Take => begin_to_take(app, &tx, &bundle, &payment).await?,
        Step::Settle => {
            let row = payment::ActiveModel {
                id: Set(id),
                state: Set(PaymentState::Paid.code().into()),
                paid_at: Set(Some(now)),
                ..Default::default()
            };
            payment::Entity::update(row).exec(&tx).await?;
            let income = Income::by_gateway(app, payment).await?;
            match Box::pin(settle(app, &tx, &bundle, income, purpose)).await? {
                Some(done) => settled = done,
                None => return Ok(tx.give_up(Outcome::SeatsLost).await?),
            }
        }
    }
    tx.commit().await?;
    tell_settled(app, bundle, &settled);
    Ok(Outcome::Done(Heard::Known))
}

/// Tells those who look on what money has done, once it is committed.
pub fn tell_settled(app: &App, bundle: Bundle, settled: &Settled) {
    let order = bundle.order.id;
    app.jobs.wake();
    if settled.issued {
        app.orders.keep(Arc::new(with_tickets(bundle, app.clock.now())));
    }
    match &settled.sold {
        Some(claims) => inventory::changed_to(app, &settled.raised, claims, None),
        None => inventory::changed(app, &settled.raised),
    }
    crate::features::order::changed(app, order);
}

/// An order's lines as a sale leaves them.
fn with_tickets(mut bundle: Bundle, now: chrono::DateTime<chrono::Utc>) -> Bundle {
    for line in bundle.lines.iter_mut().filter(|line| is_wanted(line)) {
        line.state = LineState::Issued.code().into();
        line.sold_at = Some(now);
    }
    bundle
}

/// Still to be bought by the order's payment: held, or expired meanwhile.
fn is_wanted(line: &order_line::Model) -> bool {
    !awaits_exchange(line) && matches!(LineState::parse(&line.state), Some(LineState::Held | LineState::Expired))
}

/// Money that has come for one thing: of one payment, or of several that were taken together at a desk.
struct Income {
    payments: Vec<payment::Model>,
    /// What is booked for each.
    received: Vec<Entry>,
}

impl Income {
    /// `holders`: where the money of each payment is now, less what is charged for it.
    pub fn new(payments: Vec<(payment::Model, Account, i64)>) -> Result<Self, Fault> {
        let mut income = Income { payments: Vec::new(), received: Vec::new() };
        for (payment, holder, fee_minor) in payments {
            let currency = Currency::parse(&payment.currency)?;
            income.received.push(Entry {
                source: format!("payment:{}", payment.id),
                kind: PostingKind::Payment,
                order: Some(payment.order_id),
                posting: ledger::payment(holder, currency, payment.amount_minor, fee_minor)?,
                more: Details::default(),
            });
            income.payments.push(payment);
        }
        Ok(income)
    }

    async fn by_gateway(app: &App, payment: payment::Model) -> Result<Self, Fault> {
        let gateway = app.gateways.find(app, &payment.method).await?;
        let fee = gateway.map_or(0, |gateway| gateway.terms.fee(payment.amount_minor));
        let holder = Account::Gateway(payment.method.clone());
        Self::new(vec![(payment, holder, fee)])
    }

    /// The first, by which all that is bought is remembered.
    fn first(&self) -> Result<&payment::Model, Fault> {
        self.payments.first().ok_or_else(|| Fault::new("money without a payment"))
    }

    fn amount_minor(&self) -> i64 {
        self.payments.iter().map(|payment| payment.amount_minor).sum()
    }
}

/// What money has done.
#[derive(Default)]
pub struct Settled {
    /// It bought what it was for; otherwise it goes back.
    bought: bool,
    /// All that was wanted of the order is bought.
    issued: bool,
    raised: Vec<Raised>,
    /// All claims that were changed; `None` where they are not known seat by seat.
    sold: Option<Vec<Claim>>,
}

/// Why money that was taken already buys nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotSold {
    TripGone,
    SeatsGone,
}

/// Writes payments down that have been made already, each with where its money is now and what is charged for it, and gives
/// what is held for them: all of it, or nothing and the transaction has to be rolled back. The caller has locked the order.
pub async fn sell(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &mut Bundle,
    taken: Vec<(payment::Model, Account, i64)>,
) -> Result<Result<Settled, NotSold>, Fault> {
    sell_for(app, tx, bundle, taken, Purpose::Buy).await
}

/// The same for what was sold by hand before: its trip may have left, or may pass the passenger's stop by now.
pub async fn sell_by_hand(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &mut Bundle,
    taken: Vec<(payment::Model, Account, i64)>,
) -> Result<Result<Settled, NotSold>, Fault> {
    sell_for(app, tx, bundle, taken, Purpose::Enter).await
}

async fn sell_for(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &mut Bundle,
    taken: Vec<(payment::Model, Account, i64)>,
    purpose: Purpose,
) -> Result<Result<Settled, NotSold>, Fault> {
    for (row, ..) in &taken {
        payment::Entity::insert(payment::ActiveModel::from(row.clone())).exec_without_returning(tx).await?;
    }
    bundle.payments.extend(taken.iter().map(|(row, ..)| row.clone()));
    let settled = match Box::pin(settle(app, tx, bundle, Income::new(taken)?, purpose)).await? {
        Some(settled) if settled.bought => settled,
        Some(_) => return Ok(Err(NotSold::TripGone)),
        None => return Ok(Err(NotSold::SeatsGone)),
    };
    bundle.order.version += 1;
    let (id, version) = (bundle.order.id, bundle.order.version);
    let raised = order::ActiveModel { id: Set(id), version: Set(version), ..Default::default() };
    order::Entity::update(raised).exec(tx).await?;
    Ok(Ok(settled))
}

/// Books the money and gives what was held for it, or sends it back. `None`: the seats are gone and the transaction
/// has to be rolled back.
async fn settle(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    income: Income,
    purpose: Purpose,
) -> Result<Option<Settled>, Fault> {
    let now = app.clock.now();
    if let Some(id) = income.first()?.exchange_id {
        // Each of these is large, and not part of what is asked for most often.
        return Box::pin(settle_difference(app, tx, bundle, income, id, purpose)).await;
    }
    if bundle.order.wallet_id.is_some() {
        return Box::pin(settle_top_up(app, tx, bundle, income)).await;
    }

    // Nothing: the order was paid before or given up.
    let wanted: Vec<&order_line::Model> = bundle.lines.iter().filter(|line| is_wanted(line)).collect();
    let price: i64 = wanted.iter().map(|line| line.price_minor).sum();
    let on = |segment: &&order_segment::Model| wanted.iter().any(|line| line.segment == segment.position);
    let rides: Vec<&order_segment::Model> = bundle.segments.iter().filter(on).collect();
    let facts = Facts {
        wanted: wanted.len(),
        price_minor: price,
        paid_minor: income.amount_minor(),
        seats_kept: purpose != Purpose::GiveBack,
        trip_gone: purpose != Purpose::Enter && gone(app, &rides).await?,
    };
    let excess_minor = match decide(facts) {
        Decision::Issue { excess_minor } => excess_minor,
        Decision::GiveBack(why) => return send_back(app, tx, bundle, income, why.into()).await,
    };
    // A hold that ended has given its use of a code back; others may have all of them by now. What is bought after its
    // ticket was not held, and no code is for it.
    let seats = wanted.iter().any(|line| line.code.is_none());
    let late = bundle.order.hold_until <= now && seats;
    if let Some(promotion) = bundle.order.promotion_id.filter(|_| late)
        && matches!(take_use(tx, promotion, &bundle.order, now).await?, Err(Full::All | Full::Customer))
    {
        return Ok(None);
    }
    if late {
        let network = app.network.get(app).await?;
        if take_tickets(tx, &network, bundle.order.id, &wanted, now).await?.is_err() {
            return Ok(None);
        }
    }
    let kept = match claim_again(app, tx, &wanted).await? {
        Claimed::Lost => return Ok(None),
        Claimed::Kept => true,
        Claimed::Again => false,
    };
    let ids: Vec<Uuid> = wanted.iter().map(|line| line.id).collect();
    for line in &wanted {
        let state = LineState::parse(&line.state).ok_or_else(|| Fault::new("a line in no known state"))?;
        state.advance(LineState::Confirmed).and_then(|state| state.advance(LineState::Issued))?;
    }
    let issued = order_line::ActiveModel {
        state: Set(LineState::Issued.code().into()),
        sold_at: Set(Some(now)),
        ..Default::default()
    };
    order_line::Entity::update_many().set(issued).filter(order_line::Column::Id.is_in(ids)).exec(tx).await?;
    let sold = sale(app, bundle, income.first()?, &wanted).await?;
    let occasion = if seats { "paid".to_owned() } else { format!("ancillaries:{}", income.first()?.id) };
    let Income { payments, received } = income;
    post(app, tx, received.into_iter().chain([sold])).await?;
    ticket::issue(app, tx, bundle, &wanted).await?;
    fiscal_receipt::sold(app, tx, bundle, &payments, &wanted).await?;
    if excess_minor > 0 {
        refund::promise_whole(app, tx, bundle, &payments[0], excess_minor, Reason::Overpaid).await?;
    }
    notification::tickets(app, tx, &bundle.order, &occasion).await?;
    let raised = inventory::bump(tx, wanted.iter().map(|line| line.space_id).collect()).await?;
    // Who closes a sale lets those finish who have begun; of a cancelled trip nothing is sold any more.
    let passes = |raised: &Raised| {
        let skips = |line: &&order_line::Model| raised.skips(line.from_call, line.to_call);
        purpose != Purpose::Enter && wanted.iter().any(|line| line.space_id == raised.space && skips(line))
    };
    if raised.iter().any(|raised| raised.cancelled || passes(raised)) {
        return Ok(None);
    }
    // Taken anew, they have to be free for who buys: meanwhile they may have been kept for others.
    if !kept && kept_for_others(app, bundle, &wanted, &raised).await? {
        return Ok(None);
    }
    // Places without numbers may be another one on each leg.
    let numbered = wanted.iter().all(|line| line.seat.is_none() || line.seat_label.is_some());
    let sold = (kept && numbered).then(|| claims_of(&wanted));
    Ok(Some(Settled { bought: true, issued: true, raised, sold }))
}

/// Books money that buys nothing and promises it back.
async fn send_back(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    income: Income,
    reason: Reason,
) -> Result<Option<Settled>, Fault> {
    post(app, tx, income.received).await?;
    for payment in &income.payments {
        refund::promise_whole(app, tx, bundle, payment, payment.amount_minor, reason).await?;
        notification::money_returns(app, tx, bundle, payment).await?;
    }
    Ok(Some(Settled::default()))
}

/// Money for an internal account is there at once, or goes back where it was put there before or has no room.
async fn settle_top_up(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    income: Income,
) -> Result<Option<Settled>, Fault> {
    if !matches!(bundle.status(app.clock.now()), OrderStatus::Held | OrderStatus::Expired) {
        return send_back(app, tx, bundle, income, Reason::PaidTwice).await;
    }
    let Ok(credited) = wallet::credit(app, tx, bundle, &income.payments).await? else {
        return send_back(app, tx, bundle, income, Reason::NoRoom).await;
    };
    let Income { payments, received } = income;
    post(app, tx, received.into_iter().chain([credited])).await?;
    fiscal_receipt::topped_up(app, tx, bundle, &payments).await?;
    Ok(Some(Settled { bought: true, ..Settled::default() }))
}

/// Money for the difference of an exchange: the old tickets are given for the new ones now, or it goes back and everything
/// stays as it was.
async fn settle_difference(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    income: Income,
    id: Uuid,
    purpose: Purpose,
) -> Result<Option<Settled>, Fault> {
    let payable = exchange::payable(bundle, id)?;
    let on = |segment: &&order_segment::Model| {
        payable.iter().flat_map(|payable| &payable.new).any(|line| line.segment == segment.position)
    };
    let rides: Vec<&order_segment::Model> = bundle.segments.iter().filter(on).collect();
    let facts = Facts {
        wanted: payable.as_ref().map_or(0, |payable| payable.new.len()),
        price_minor: payable.as_ref().map_or(0, |payable| payable.row.difference_minor),
        paid_minor: income.amount_minor(),
        seats_kept: purpose == Purpose::Buy,
        trip_gone: gone(app, &rides).await?,
    };
    let (payable, excess_minor) = match (payable, decide(facts)) {
        (Some(payable), Decision::Issue { excess_minor }) => (payable, excess_minor),
        (_, Decision::GiveBack(why)) => return send_back(app, tx, bundle, income, why.into()).await,
        (None, Decision::Issue { .. }) => return Err(Fault::new("a difference buys nothing")),
    };
    let old: Vec<Uuid> = payable.moves.iter().map(|one| one.from_line).collect();
    inventory::release(tx, &old).await?;
    let kept = match claim_again(app, tx, &payable.new).await? {
        Claimed::Lost => return Ok(None),
        claimed => matches!(claimed, Claimed::Kept),
    };
    let Income { payments, received } = income;
    post(app, tx, received).await?;
    Box::pin(exchange::carry_out(app, tx, bundle, payable.row, &payable.moves, &payments)).await?;
    if excess_minor > 0 {
        refund::promise_whole(app, tx, bundle, &payments[0], excess_minor, Reason::Overpaid).await?;
    }
    let touched = bundle.lines.iter().filter(|line| old.contains(&line.id)).chain(payable.new.iter().copied());
    let raised = inventory::bump(tx, touched.map(|line| line.space_id).collect()).await?;
    let arrives = |raised: &&Raised| payable.new.iter().any(|line| line.space_id == raised.space);
    if raised.iter().filter(arrives).any(|raised| raised.cancelled) {
        return Ok(None);
    }
    if !kept && kept_for_others(app, bundle, &payable.new, &raised).await? {
        return Ok(None);
    }
    Ok(Some(Settled { bought: true, issued: false, raised, sold: None }))
}

/// Whether one of the seats is kept for others than the order's buyer.
async fn kept_for_others(
    app: &App,
    bundle: &Bundle,
    wanted: &[&order_line::Model],
    raised: &[Raised],
) -> Result<bool, Fault> {
    let now = app.clock.now();
    let ids: Vec<Uuid> = raised.iter().filter(|raised| raised.kept.is_some()).map(|raised| raised.space).collect();
    if ids.is_empty() {
        return Ok(false);
    }
    let trips = trip_views(app, &ids).await?;
    let buyer = buyer_of(&bundle.order);
    let is_kept = |line: &order_line::Model| {
        let raised = raised.iter().find(|raised| raised.space == line.space_id)?;
        let refused =
            inventory::refused(raised.kept.as_ref()?, trips.get(&line.space_id)?, &buyer, line.from_call, now);
        Some(line.seat_label.is_some() && refused.contains(&line.seat?))
    };
    Ok(wanted.iter().any(|line| is_kept(line).unwrap_or(false)))
}

/// The claims of lines with numbered seats.
fn claims_of(lines: &[&order_line::Model]) -> Vec<Claim> {
    let legs = |line: &&order_line::Model| {
        let (space, seat, line_id) = (line.space_id, line.seat, line.id);
        (line.from_call..line.to_call).filter_map(move |leg| Some(Claim { space, seat: seat?, leg, line: line_id }))
    };
    lines.iter().flat_map(legs).collect()
}

/// Whether one of the rides has left, was cancelled or passes the passenger's stop: money that comes then buys nothing.
async fn gone(app: &App, rides: &[&order_segment::Model]) -> Result<bool, Fault> {
    let now = app.clock.now();
    let ids: Vec<Uuid> = rides.iter().map(|segment| segment.trip_id).collect();
    let trips = trip_views(app, &ids).await?;
    Ok(rides.iter().any(|segment| {
        trips.get(&segment.trip_id).is_none_or(|trip| {
            let skips = |call: i32| trip.call(call).is_some_and(|call| call.skipped);
            trip.state == TripState::Cancelled
                || skips(segment.from_call)
                || skips(segment.to_call)
                || segment.departs_at + trip.delay() <= now
        })
    }))
}

enum Claimed {
    /// They were all still there.
    Kept,
    /// Some had to be taken again.
    Again,
    /// Somebody else has one of them.
    Lost,
}

/// Keeps the claims for good, taking again those that were swept or let go.
async fn claim_again(app: &App, tx: &DatabaseTransaction, lines: &[&order_line::Model]) -> Result<Claimed, Fault> {
    use ::entity::claim;
    let seated: Vec<&&order_line::Model> = lines.iter().filter(|line| line.seat.is_some()).collect();
    let ids: Vec<Uuid> = seated.iter().map(|line| line.id).collect();
    let legs = |line: &order_line::Model| u64::try_from(line.to_call - line.from_call).unwrap_or(0);
    let kept = inventory::confirm(tx, &ids).await?;
    if kept == seated.iter().map(|line| legs(line)).sum::<u64>() {
        return Ok(Claimed::Kept);
    }
    let ours = claim::Entity::find().filter(claim::Column::LineId.is_in(ids)).all(tx).await?;
    let now = app.clock.now();
    for line in seated {
        let missing: Vec<i32> = (line.from_call..line.to_call)
            .filter(|leg| !ours.iter().any(|claim| claim.line_id == line.id && claim.leg == *leg))
            .collect();
        let numbered = line.seat_label.is_some();
        for leg in missing {
            let seat = match (numbered, line.seat) {
                (true, Some(seat)) => Some(seat),
                _ => free_place(app, tx, line.space_id, leg).await?,
            };
            let Some(seat) = seat else { return Ok(Claimed::Lost) };
            let claim = Claim { space: line.space_id, seat, leg, line: line.id };
            if inventory::take(tx, vec![claim], None, now).await?.is_err() {
                return Ok(Claimed::Lost);
            }
        }
    }
    Ok(Claimed::Again)
}

/// A free counted place of a leg, as this transaction sees it.
async fn free_place(app: &App, tx: &DatabaseTransaction, space: Uuid, leg: i32) -> Result<Option<i32>, Fault> {
    use ::entity::claim;
    let trip = trip_views(app, &[space]).await?;
    let capacity = trip.get(&space).map_or(0, |trip| trip.capacity);
    let now = app.clock.now();
    let taken = claim::Entity::find()
        .filter(claim::Column::SpaceId.eq(space))
        .filter(claim::Column::Leg.eq(leg))
        .all(tx)
        .await?;
    Ok((1..=capacity).find(|place| {
        !taken.iter().any(|claim| claim.seat == *place && claim.held_until.is_none_or(|until| until > now))
    }))
}

async fn sale(
    app: &App,
    bundle: &Bundle,
    payment: &payment::Model,
    lines: &[&order_line::Model],
) -> Result<Entry, Fault> {
    let ids: Vec<Uuid> = lines.iter().map(|line| line.space_id).collect();
    let trips = trip_views(app, &ids).await?;
    let mut sold = Vec::new();
    for line in lines {
        let trip = trips.get(&line.space_id).ok_or_else(|| Fault::new("a sale on a trip that does not exist"))?;
        sold.push((trip.carrier.id, parts_of(line)));
    }
    let items: Vec<_> = sold.iter().map(|(carrier, parts)| ledger::Item { carrier: *carrier, parts }).collect();
    let tickets = lines.iter().zip(&items).map(|(line, item)| TicketPart::sold(line.id, line.space_id, item)).collect();
    Ok(Entry {
        source: format!("sale:{}", payment.id),
        kind: PostingKind::Sale,
        order: Some(bundle.order.id),
        posting: ledger::sale(Currency::parse(&payment.currency)?, &items)?,
        more: Details::of(tickets),
    })
}
