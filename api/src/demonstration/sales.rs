//! Orders that were paid, what was given back, who boarded, and what was written about it.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::dynamic::Look;
use domain::ledger::{self, Account, Posting, PostingKind};
use domain::money::Currency;
use domain::order::LineState;
use domain::payment::PaymentState;
use domain::price::{Part, Promotion, total};
use domain::promotion::Ride as PromotionRide;
use domain::refund::{QuotedLine, RefundState, RefundWay, TripFacts, quote};
use domain::ticket_code::{TicketClaims, sign};
use serde_json::json;
use uuid::Uuid;

use ::entity::{
    claim, note, order, order_line, order_passenger, order_segment, passage, payment, posting, posting_line, refund,
    sandbox_charge, ticket, trip,
};

use crate::features::gateway::SANDBOX;
use crate::features::inventory::read_kept;
use crate::features::ledger::TicketPart;
use crate::features::network::{FarePrice, PromotionRule, Sale, TripState, TripView};
use crate::features::notification::tickets_as_sent;
use crate::features::order::{HeldFare, Sitter, rule_for, seat_parts};
use crate::features::passage::PassageOutcome;
use crate::features::refund::Reason;
use crate::platform::Fault;

use super::log::Log;
use super::operations::cancelled_at;
use super::rows::Rows;
use super::{Grown, Taken, World, people};

const METHOD: &str = SANDBOX;
/// The mailbox has what was sold since.
const MAILBOX: TimeDelta = TimeDelta::days(3);
/// As often as each is here.
const PARTIES: [usize; 10] = [1, 1, 1, 1, 2, 2, 2, 3, 3, 4];
const CHANNELS: [&str; 20] = [
    "DESK", "DESK", "DESK", "DESK", "DESK", "DESK", "DESK", "DESK", "DESK", "DESK", "WEB", "WEB", "WEB", "WEB", "WEB",
    "WEB", "WEB", "PARTNER", "PARTNER", "TERMINAL",
];
const NOTES: [&str; 7] = [
    "Пассажир позвонил: придёт за десять минут до отправления.",
    "Просил место у окна, свободных не осталось.",
    "Едет с детской коляской, перевозчик предупреждён.",
    "Забыл вещи на вокзале, переданы дежурному.",
    "Уточнили номер телефона по просьбе пассажира.",
    "Спрашивал о возврате, условия объяснены.",
    "Нужна помощь при посадке: коляска инвалида.",
];

/// A day's sales.
pub struct Sales<'a> {
    world: &'a World<'a>,
    taken: Taken,
    rows: Rows,
    /// Orders that were returned, by the trip that did not run.
    returned: HashMap<Uuid, usize>,
}

/// From call to call, and what an adult pays.
struct Ride {
    from: usize,
    to: usize,
    price: FarePrice,
}

/// An order that is being made.
struct Bought<'a> {
    view: &'a TripView,
    order: Uuid,
    ride: Ride,
    channel: &'static str,
    departs_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    paid_at: DateTime<Utc>,
    /// Lines with their prices.
    sold: Vec<(Uuid, Vec<Part>)>,
}

impl<'a> Sales<'a> {
    pub fn new(world: &'a World<'a>, taken: Taken) -> Self {
        Sales { world, taken, rows: Rows::default(), returned: HashMap::new() }
    }

    pub fn orders(&self) -> usize {
        self.rows.orders.len()
    }

    /// Orders of a trip that did not run.
    pub fn returned(&self, trip: Uuid) -> usize {
        self.returned.get(&trip).copied().unwrap_or(0)
    }

    /// The rows, with what the log says of them.
    pub fn finish(self, log: &mut Log) -> (Rows, Grown) {
        for row in &self.rows.notes {
            let subject = format!("order:{}", row.order_id);
            log.made(row.created_at, row.account_id, "ADD_NOTE", subject, &json!({ "note": true }));
        }
        let (orders, tickets) = (self.rows.orders.len() as u64, self.rows.tickets.len() as u64);
        (self.rows, Grown { orders, tickets, ..Grown::default() })
    }

    /// Seats that are kept for somebody are sold to nobody here.
    pub fn keep(&mut self, view: &TripView, trip: &trip::Model) -> Result<(), Fault> {
        let Some(kept) = read_kept(trip.kept.as_deref())? else { return Ok(()) };
        let own = self.taken.entry(view.id).or_default();
        for rule in &kept.0 {
            let numbered = rule.seats.iter().filter_map(|seat| view.seat_map.as_ref()?.ordinal(seat)).map(i32::from);
            for seat in numbered.chain(1..=rule.places) {
                own.extend((0..i32::try_from(view.calls.len())?).map(|leg| (seat, leg)));
            }
        }
        Ok(())
    }

    /// One order, where the piece that is drawn is sold and has places.
    pub fn sell(&mut self, view: &TripView) -> Result<(), Fault> {
        let (app, now) = (self.world.app, self.world.now);
        let ids = &app.ids;
        let Some(ride) = self.ride(view) else { return Ok(()) };
        let (from_call, to_call) = (i32::try_from(ride.from)?, i32::try_from(ride.to)?);
        let (departs_at, arrives_at) = (view.calls[ride.from].departure, view.calls[ride.to].arrival);
        // Half of all within a fifth of the time before departure.
        let lead = TimeDelta::minutes(i64::try_from(20 + ids.below(140) * ids.below(140))?);
        let ended = if view.state == TripState::Cancelled { cancelled_at(view.calls[0].departure, now) } else { now };
        let latest = ended - TimeDelta::minutes(15);
        let created_at = whole_seconds(if departs_at - lead > latest {
            latest - TimeDelta::minutes(i64::try_from(ids.below(140) * ids.below(140))?)
        } else {
            departs_at - lead
        });
        let party = PARTIES[ids.below(PARTIES.len())];
        let own = self.taken.entry(view.id).or_default();
        let start = i32::try_from(ids.below(usize::try_from(view.capacity.max(1))?))?;
        let seats = places(view, own, from_call..to_call, start, party);
        if seats.len() < party {
            return Ok(());
        }
        let channel = CHANNELS[ids.below(CHANNELS.len())];
        let code = self.code(view, &ride, channel, created_at, party);
        let paid_at = created_at + TimeDelta::minutes(4);
        let order = self.order(channel, &ride.price.currency, created_at, departs_at, code.map(|rule| rule.id));
        let order_id = order.id;
        if paid_at > now - MAILBOX {
            self.rows.messages.extend(tickets_as_sent(app, &order, paid_at)?);
        }
        self.rows.orders.push(order);
        self.rows.segments.push(order_segment::Model {
            order_id,
            position: 0,
            trip_id: view.id,
            from_call,
            to_call,
            direction: "OUTBOUND".into(),
            departs_at,
            arrives_at,
        });
        let sold = Vec::with_capacity(party);
        let mut bought = Bought { view, order: order_id, ride, channel, departs_at, created_at, paid_at, sold };
        let code: Vec<Promotion> = code.iter().map(|rule| rule.of_price()).collect();
        let family = people::family(ids);
        for (position, seat) in (0..).zip(&seats) {
            self.ticket(&mut bought, (position, *seat), party, family, &code)?;
        }
        self.pay(&bought)?;
        if ids.below(150) == 0 {
            self.note(&bought);
        }
        if view.state == TripState::Cancelled {
            *self.returned.entry(view.id).or_default() += 1;
            return self.give_back(&bought, ended.max(paid_at) + TimeDelta::minutes(1), Reason::TripCancelled);
        }
        // One in twenty-five gives everything back in time.
        let at = paid_at + (departs_at.min(now) - paid_at) / 2;
        if ids.below(25) == 0 && at > paid_at {
            return self.give_back(&bought, at, Reason::Customer);
        }
        for ((line_id, _), seat) in bought.sold.iter().zip(&seats) {
            for leg in from_call..to_call {
                self.taken.entry(view.id).or_default().insert((*seat, leg));
                let claim = claim::Model { space_id: view.id, seat: *seat, leg, line_id: *line_id, held_until: None };
                self.rows.claims.push(claim);
            }
        }
        self.board(&bought)
    }

    /// Mostly the whole way, otherwise a part of it that is sold.
    fn ride(&self, view: &TripView) -> Option<Ride> {
        let ids = &self.world.app.ids;
        let last = view.calls.len().checked_sub(1)?;
        for attempt in 0..4 {
            let (from, to) = if attempt == 3 || (attempt == 0 && ids.below(3) > 0) {
                (0, last)
            } else {
                let from = ids.below(last.max(1));
                (from, from + 1 + ids.below(last - from))
            };
            let (start, end) = (view.calls.get(from)?, view.calls.get(to)?);
            if !start.boarding || !end.alighting {
                continue;
            }
            if let Some(price) = self.world.network.price(view.route.id, &start.stop, &end.stop, view.service_date) {
                return Some(Ride { from, to, price });
            }
        }
        None
    }

    /// Some who buy on the site have a promotional code.
    fn code(
        &self,
        view: &TripView,
        ride: &Ride,
        channel: &str,
        at: DateTime<Utc>,
        party: usize,
    ) -> Option<&'a PromotionRule> {
        if channel != "WEB" || self.world.app.ids.below(20) > 0 {
            return None;
        }
        let day = view.local_date(i32::try_from(ride.from).ok()?);
        let rides = [PromotionRide { route: view.route.id, carrier: view.carrier.id, day }];
        let fares_minor = ride.price.amount_minor * i64::try_from(party).ok()?;
        let fits = |rule: &&PromotionRule| {
            let covered = rule.terms.rides(&rides, (at, channel), &ride.price.currency, fares_minor);
            rule.active && !rule.automatic && rule.uses_limit.is_none() && covered.is_ok()
        };
        self.world.network.rules().promotions.iter().find(fits)
    }

    fn order(
        &self,
        channel: &str,
        currency: &str,
        created_at: DateTime<Utc>,
        first_departure_at: DateTime<Utc>,
        promotion_id: Option<Uuid>,
    ) -> order::Model {
        let ids = &self.world.app.ids;
        let digits = ids.digits(6);
        let partners = &self.world.partners;
        // At a desk a ticket is printed.
        let has_email = channel != "DESK" || ids.below(4) == 0;
        order::Model {
            id: ids.new(),
            number: format!("BK-{}-{}", ids.readable(4), ids.readable(4)),
            channel: channel.into(),
            partner_id: partners.get(ids.below(partners.len())).copied().filter(|_| channel == "PARTNER"),
            promotion_id,
            account_id: None,
            currency: currency.to_owned(),
            language: ["ru", "ru", "ru", "ky", "ky", "en"][ids.below(6)].into(),
            email: has_email.then(|| format!("passenger{digits}@example.com")),
            phone: Some(people::phone(ids)),
            hold_until: created_at + TimeDelta::minutes(15),
            hold_extended: true,
            reserved_until: None,
            consent_at: Some(created_at + TimeDelta::minutes(2)),
            version: 3,
            created_at,
            split_from_id: None,
            first_departure_at,
            wallet_id: None,
            top_up_minor: 0,
            topped_up_at: None,
            company_id: None,
            company_terms: None,
        }
    }

    /// A passenger with a seat and a ticket.
    fn ticket(
        &mut self,
        bought: &mut Bought<'_>,
        (position, seat): (i32, i32),
        party: usize,
        family: people::Family,
        code: &[Promotion],
    ) -> Result<(), Fault> {
        let (app, network, view) = (self.world.app, &*self.world.network, bought.view);
        let (ids, ride) = (&app.ids, &bought.ride);
        let (from_call, to_call) = (i32::try_from(ride.from)?, i32::try_from(ride.to)?);
        let day = view.local_date(from_call);
        // Children travel with somebody grown.
        let child = position > 0 && ids.below(3) == 0;
        let sale = Sale::of(&view.route, bought.created_at, bought.channel);
        let rule = if child { rule_for(network, &sale, "CHILD", day).ok().flatten() } else { None };
        let rule = rule.filter(|rule| rule.own_seat);
        let (passenger_id, line_id) = (ids.new(), ids.new());
        let passenger = self.passenger(passenger_id, (bought.order, position), rule.is_some(), family, day)?;
        self.rows.passengers.push(passenger);
        let label = view.seat_map.as_ref().filter(|_| view.reserved);
        let label = label.and_then(|map| map.label(u16::try_from(seat).ok()?)).map(str::to_owned);
        let class = label.as_deref().and_then(|label| view.class_of(label));
        let fare = HeldFare::new(&ride.price, network.rules().supplements(&sale, &ride.price, class, Look::default()));
        let sitter = Sitter { category: if rule.is_some() { "CHILD" } else { "ADULT" }, rule, party, day };
        let parts = seat_parts(network, &sale, &ride.price.currency, &fare, &sitter, code);
        let number = ids.readable(10);
        let claims = TicketClaims {
            number: number.clone(),
            trip: view.id,
            from_call: u16::try_from(ride.from)?,
            to_call: u16::try_from(ride.to)?,
            seat: label.clone().unwrap_or_default(),
            departs_at: bought.departs_at,
            valid_until: view.calls[ride.to].arrival + TimeDelta::hours(24),
        };
        self.rows.tickets.push(ticket::Model {
            id: ids.new(),
            line_id,
            order_id: bought.order,
            number,
            qr: sign(&claims, app.secrets.ticket_key()),
            issued_at: bought.paid_at,
            void_at: None,
            blank: None,
        });
        self.rows.lines.push(order_line::Model {
            id: line_id,
            order_id: bought.order,
            passenger_id,
            segment: 0,
            kind: "SEAT".into(),
            code: None,
            space_id: view.id,
            from_call,
            to_call,
            seat: Some(seat),
            seat_label: label,
            state: LineState::Issued.code().into(),
            currency: ride.price.currency.clone(),
            price_minor: total(&parts),
            fare_minor: ride.price.amount_minor,
            child_fare_minor: ride.price.child_minor,
            campaign_id: None,
            campaign_minor: 0,
            parts: serde_json::to_value(&parts)?,
            created_at: bought.created_at,
            exchange_id: None,
            moved_at: None,
            sold_at: Some(bought.paid_at),
        });
        bought.sold.push((line_id, parts));
        Ok(())
    }

    fn passenger(
        &self,
        id: Uuid,
        (order_id, position): (Uuid, i32),
        child: bool,
        family: people::Family,
        day: NaiveDate,
    ) -> Result<order_passenger::Model, Fault> {
        let app = self.world.app;
        let ids = &app.ids;
        let (first_name, last_name) = people::relative(ids, family);
        let age = if child { 4 + ids.below(6) } else { 19 + ids.below(50) };
        let born = day - TimeDelta::days(i64::try_from(age * 366 + ids.below(300))?);
        let number = format!("ID{}", ids.digits(7));
        Ok(order_passenger::Model {
            id,
            order_id,
            position,
            category: if child { "CHILD" } else { "ADULT" }.into(),
            first_name: Some(first_name.into()),
            last_name: Some(last_name.into()),
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
    fn pay(&mut self, bought: &Bought<'_>) -> Result<(), Fault> {
        let app = self.world.app;
        let (id, currency) = (app.ids.new(), &bought.ride.price.currency);
        let amount_minor = bought.sold.iter().map(|(_, parts)| total(parts)).sum();
        self.rows.payments.push(payment::Model {
            id,
            order_id: bought.order,
            method: METHOD.into(),
            state: PaymentState::Paid.code().into(),
            currency: currency.clone(),
            amount_minor,
            refunded_minor: 0,
            gateway_ref: Some(id.to_string()),
            redirect_url: None,
            qr: None,
            app_url: None,
            failure_reason: None,
            created_at: bought.paid_at - TimeDelta::minutes(1),
            paid_at: Some(bought.paid_at),
            next_poll_at: None,
            exchange_id: None,
            origin_id: None,
            moved_minor: 0,
            shift_id: None,
            together_id: None,
        });
        if bought.departs_at > self.world.now {
            self.rows.charges.push(sandbox_charge::Model {
                id: app.ids.new(),
                reference: id.to_string(),
                currency: currency.clone(),
                amount_minor,
                refunded_minor: 0,
                state: "PAID".into(),
                description: String::new(),
                return_url: app.config.public_url.clone(),
                callback_url: app.config.public_url.clone(),
                events: 1,
                created_at: bought.paid_at,
            });
        }
        let money = Currency::parse(currency)?;
        let fee = self.world.gateway.fee(amount_minor);
        let received = ledger::payment(Account::Gateway(METHOD.into()), money, amount_minor, fee)?;
        self.book((&format!("payment:{id}"), PostingKind::Payment), bought.order, &received, bought.paid_at, &[]);
        let carrier = bought.view.carrier.id;
        let items: Vec<_> =
            bought.sold.iter().map(|(_, parts)| ledger::Item { carrier, parts: parts.as_slice() }).collect();
        let sold = ledger::sale(money, &items)?;
        let trip = bought.view.id;
        let lines = bought.sold.iter().map(|(line, _)| *line);
        let tickets: Vec<_> = lines.zip(&items).map(|(line, item)| TicketPart::sold(line, trip, item)).collect();
        self.book((&format!("sale:{id}"), PostingKind::Sale), bought.order, &sold, bought.paid_at, &tickets);
        Ok(())
    }

    fn book(
        &mut self,
        (source, kind): (&str, PostingKind),
        order: Uuid,
        booked: &Posting,
        at: DateTime<Utc>,
        tickets: &[TicketPart],
    ) {
        let Some(currency) = booked.lines().first().map(|line| line.currency) else { return };
        let id = self.world.app.ids.new();
        self.rows.posting_lines.extend(booked.lines().iter().zip(0..).map(|(line, position)| posting_line::Model {
            posting_id: id,
            position,
            account: line.account.code(),
            currency: line.currency.code().to_owned(),
            amount_minor: line.amount_minor,
        }));
        self.rows.postings.push(posting::Model {
            id,
            source: source.to_owned(),
            kind: kind.code().to_owned(),
            order_id: Some(order),
            at,
            made_at: None,
            reason: None,
            document: None,
            made_by: None,
            reverses: None,
            settlement_id: None,
        });
        self.rows
            .carrier_tickets
            .extend(tickets.iter().zip(0..).map(|(part, position)| part.row(id, position, currency.code(), at)));
    }

    /// The order that was sold last is given back, as its tariff says or, when its trip was cancelled, as a whole.
    fn give_back(&mut self, bought: &Bought<'_>, at: DateTime<Utc>, reason: Reason) -> Result<(), Fault> {
        let lost = || Fault::new("a refund without its sale");
        let (network, view, departs_at) = (&*self.world.network, bought.view, bought.departs_at);
        let rules = network.rules().refund_rules(&Sale::of(&view.route, at, bought.channel));
        let cancelled = reason == Reason::TripCancelled;
        let facts = TripFacts { departs_at, cancelled, moved: false, delay_minutes: 0 };
        let quoted: Result<Vec<(QuotedLine, DateTime<Utc>)>, _> =
            bought.sold.iter().map(|(line, parts)| quote(*line, parts, facts, &rules, at)).collect();
        let at = whole_seconds(at);
        let quoted: Vec<QuotedLine> = quoted?.into_iter().map(|(line, _)| line).collect();
        let payment = self.rows.payments.last_mut().ok_or_else(lost)?;
        let id = self.world.app.ids.new();
        let amount_minor = quoted.iter().map(|line| line.refunded_minor).sum();
        payment.refunded_minor = amount_minor;
        let (payment_id, currency) = (payment.id, payment.currency.clone());
        if let Some(charge) = self.rows.charges.last_mut().filter(|charge| charge.reference == payment_id.to_string()) {
            charge.refunded_minor = amount_minor;
        }
        self.rows.orders.last_mut().ok_or_else(lost)?.version += 2;
        let count = bought.sold.len();
        for line in self.rows.lines.iter_mut().rev().take(count) {
            line.state = LineState::Refunded.code().into();
        }
        for ticket in self.rows.tickets.iter_mut().rev().take(count) {
            ticket.void_at = Some(at);
        }
        let money = Currency::parse(&currency)?;
        let items: Vec<_> =
            quoted.iter().map(|line| ledger::Item { carrier: view.carrier.id, parts: &line.parts }).collect();
        let whole = bought.sold.iter().zip(&items);
        let tickets: Vec<_> =
            whole.map(|((line, parts), item)| TicketPart::back(*line, view.id, item, parts)).collect();
        let given = ledger::give_back(money, &items)?;
        let back = ledger::money_back(Account::Gateway(METHOD.into()), money, amount_minor)?;
        self.rows.refunds.push(refund::Model {
            id,
            order_id: bought.order,
            payment_id: Some(payment_id),
            state: RefundState::Done.code().into(),
            currency,
            amount_minor,
            withheld_minor: quoted.iter().map(|line| line.withheld_minor).sum(),
            reason: reason.code().into(),
            lines: serde_json::to_value(&quoted)?,
            valid_until: at + TimeDelta::minutes(10),
            created_at: at,
            confirmed_at: Some(at),
            done_at: Some(at),
            failure_reason: None,
            way: RefundWay::Original.code().into(),
            shift_id: None,
        });
        self.book((&format!("refund:{id}"), PostingKind::Refund), bought.order, &given, at, &tickets);
        self.book((&format!("money-back:{id}"), PostingKind::MoneyBack), bought.order, &back, at, &[]);
        Ok(())
    }

    /// Lets on board, shortly before departure, whoever was there.
    fn board(&mut self, bought: &Bought<'_>) -> Result<(), Fault> {
        let world = self.world;
        let ids = &world.app.ids;
        let leaves_at = bought.departs_at + bought.view.delay();
        let tickets = self.rows.tickets.iter().rev().take(bought.sold.len());
        for ticket in tickets.filter(|ticket| ticket.order_id == bought.order) {
            let recorded_at = leaves_at - TimeDelta::seconds(i64::try_from(60 + ids.below(1_000))?);
            if recorded_at > world.now || ids.below(100) < 4 {
                continue;
            }
            let id = ids.new();
            self.rows.passages.push(passage::Model {
                id,
                nonce: id.simple().to_string(),
                trip_id: bought.view.id,
                line_id: Some(ticket.line_id),
                ticket: Some(ticket.number.clone()),
                outcome: PassageOutcome::Accepted.code().into(),
                account_id: world.staff.inspector,
                recorded_at,
                undone_at: None,
            });
        }
        Ok(())
    }

    fn note(&mut self, bought: &Bought<'_>) {
        let world = self.world;
        let ids = &world.app.ids;
        let account_id = if ids.below(2) == 0 { world.staff.support } else { world.staff.cashier };
        self.rows.notes.push(note::Model {
            id: ids.new(),
            order_id: bought.order,
            account_id,
            text: NOTES[ids.below(NOTES.len())].into(),
            created_at: bought.paid_at + TimeDelta::minutes(3),
        });
    }
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

fn whole_seconds(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp(at.timestamp(), 0).unwrap_or(at)
}
