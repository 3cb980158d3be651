use std::sync::Arc;

use async_graphql::dataloader::DataLoader;
use async_graphql::{Context, Enum, Error, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::document::mask;
use domain::price::Part;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{company, order, order_line, order_passenger, order_segment, wallet};

use crate::app::App;
use crate::features::company::OrderCompany;
use crate::features::exchange::Exchange;
use crate::features::fiscal_receipt::FiscalReceipt;
use crate::features::network::{Route, Sale, in_language, trip_view};
use crate::features::payment::Payment;
use crate::features::refund::{Refund, can_annul, is_shown};
use crate::features::refund_request::RefundRequest;
use crate::features::site::HOME_ZONE;
use crate::features::trip::{StopCall, Trip};
use crate::graphql::{Date, Gid, Kind, Money, OrderStatus, Permission, ZonedTime, app, viewer};
use crate::platform::Fault;

use super::access::Access;
use super::bundle::{Bundle, BundleLoader, LinesOf, awaits_exchange, bundle_of, status_of};
use super::categories::PassengerCategory;
use super::later_ancillaries::{AncillaryKind, LaterAncillary, addable};
use super::line::OrderLine;
use super::price_line::{PriceLine, price_lines};

crate::connection!(Order, OrderConnection, OrderEdge);

/// Most orders that were split from one.
const RELATIVES: u64 = 40;

/// What a customer buys in one go.
#[derive(Clone)]
pub struct Order {
    pub row: order::Model,
    pub access: Access,
    /// Everything of it, where it is at hand already.
    pub known: Option<Arc<Bundle>>,
}

/// The parts stored with a line.
pub fn parts_of(line: &order_line::Model) -> Vec<Part> {
    serde_json::from_value(line.parts.clone()).unwrap_or_default()
}

impl Order {
    /// As staff see it.
    pub fn staffs(row: order::Model) -> Self {
        Order { row, access: Access::Staff, known: None }
    }

    /// As its customer sees it.
    pub fn customers(row: order::Model) -> Self {
        Order { row, access: Access::Customer, known: None }
    }

    /// An order that staff see by right; each reading is in the audit log.
    pub fn for_staff(row: order::Model) -> Self {
        Order { row, access: Access::Staff, known: None }
    }

    /// The same as for its customer, with everything of it at hand.
    pub fn known(bundle: Arc<Bundle>) -> Self {
        Order { row: bundle.order.clone(), access: Access::Customer, known: Some(bundle) }
    }

    async fn bundle(&self, ctx: &Context<'_>) -> Result<Arc<Bundle>> {
        if let Some(known) = &self.known {
            return Ok(Arc::clone(known));
        }
        bundle_of(ctx, self.row.id).await
    }

    /// What is asked again and again while a customer waits: by the lines alone.
    async fn status_now(&self, ctx: &Context<'_>) -> Result<domain::order::OrderStatus> {
        if let Some(known) = &self.known {
            return Ok(known.status(app(ctx).clock.now()));
        }
        if let Some(kept) = app(ctx).orders.at(self.row.id, self.row.version) {
            return Ok(status_of(&self.row, &kept.lines, app(ctx).clock.now()));
        }
        let loaded = ctx.data_unchecked::<DataLoader<BundleLoader>>().load_one(LinesOf(self.row.id)).await;
        let lines = loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?.unwrap_or_default();
        Ok(status_of(&self.row, &lines, app(ctx).clock.now()))
    }
}

/// An order that this one was a part of, or that was a part of this one.
#[derive(SimpleObject)]
pub struct OrderRelative {
    pub id: ID,
    /// For people: `BK-7F3K-2QXM`.
    pub number: String,
}

/// What a customer buys in one go.
#[Object]
impl Order {
    async fn id(&self) -> ID {
        Gid::of(Kind::Order, self.row.id)
    }

    /// For people: `BK-7F3K-2QXM`.
    async fn number(&self) -> &str {
        &self.row.number
    }

    /// Where it was made: WEB, DESK, PARTNER, TERMINAL, ONBOARD or BOT.
    async fn channel(&self) -> &str {
        &self.row.channel
    }

    /// Grows with every change: staff send it back with theirs.
    async fn version(&self) -> i32 {
        i32::try_from(self.row.version).unwrap_or(i32::MAX)
    }

    /// Follows from the lines and the clock.
    async fn status(&self, ctx: &Context<'_>) -> Result<OrderStatus> {
        Ok(self.status_now(ctx).await?.into())
    }

    /// UTC.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// UTC. The hold ends then unless paid; null where nothing is held any more.
    async fn hold_until(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        let status = self.status_now(ctx).await?;
        let held = matches!(status, domain::order::OrderStatus::Held);
        Ok(held.then_some(self.row.hold_until))
    }

    /// Until when it waits for its payment at a desk, on the home station's clock; null: it is not reserved for one.
    async fn reserved_until(&self, ctx: &Context<'_>) -> Result<Option<ZonedTime>> {
        let reserved = self.row.reserved_until.filter(|until| *until == self.row.hold_until);
        let held = self.status_now(ctx).await? == domain::order::OrderStatus::Held;
        Ok(reserved.filter(|_| held).map(|until| ZonedTime::new(until, HOME_ZONE)))
    }

    /// UTC. The server's clock, for a countdown that does not depend on the visitor's.
    async fn server_time(&self, ctx: &Context<'_>) -> DateTime<Utc> {
        app(ctx).clock.now()
    }

    /// ISO 4217; an order has one.
    async fn currency(&self) -> &str {
        &self.row.currency
    }

    /// Sum of the lines, without passengers dropped before payment.
    async fn total(&self, ctx: &Context<'_>) -> Result<Money> {
        Ok(Money::of(self.bundle(ctx).await?.total_minor(), &self.row.currency))
    }

    /// Money received less money given back.
    async fn paid(&self, ctx: &Context<'_>) -> Result<Money> {
        let bundle = self.bundle(ctx).await?;
        let paid = bundle.payments.iter().filter(|payment| payment.paid_at.is_some());
        let left = paid.map(|payment| payment.amount_minor - payment.moved_minor - payment.refunded_minor);
        Ok(Money::of(left.sum(), &self.row.currency))
    }

    /// The promotional code that is taken off its tickets; null: none.
    async fn promotion_code(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let network = app(ctx).network.get(app(ctx)).await?;
        Ok(network.rules().promotion(self.row.promotion_id).map(|rule| rule.typed.clone()))
    }

    /// The company that it is bought for: then it has that company's price, and is paid from its account alone.
    #[graphql(complexity = "5")]
    async fn company(&self, ctx: &Context<'_>) -> Result<Option<OrderCompany>> {
        let Some(id) = self.row.company_id else { return Ok(None) };
        let row = company::Entity::find_by_id(id).one(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(row.map(|row| OrderCompany { id: Gid::of(Kind::Company, row.id), name: row.name }))
    }

    /// The number of the internal account that this order puts money on; null for all that buy something. A top-up has
    /// neither rides nor passengers.
    #[graphql(complexity = "5")]
    async fn tops_up(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(id) = self.row.wallet_id else { return Ok(None) };
        let row = wallet::Entity::find_by_id(id).one(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(row.map(|row| row.number))
    }

    /// The total, part by part.
    async fn explanation(&self, ctx: &Context<'_>) -> Result<Vec<PriceLine>> {
        let network = app(ctx).network.get(app(ctx)).await?;
        let bundle = self.bundle(ctx).await?;
        let parts: Vec<Part> = bundle.counted_lines().flat_map(parts_of).collect();
        Ok(price_lines(&network, viewer(ctx).language, &self.row.currency, &parts))
    }

    /// Staff: the order that it was split from, and those that were split from it, by time; empty for customers.
    #[graphql(complexity = "10 + child_complexity")]
    async fn relatives(&self, ctx: &Context<'_>) -> Result<Vec<OrderRelative>> {
        use order::Column;
        if !viewer(ctx).can(Permission::ViewOrders) {
            return Ok(Vec::new());
        }
        let mut related = Condition::any().add(Column::SplitFromId.eq(self.row.id));
        if let Some(origin) = self.row.split_from_id {
            related = related.add(Column::Id.eq(origin));
        }
        let rows = order::Entity::find().filter(related).order_by_asc(Column::CreatedAt).limit(RELATIVES);
        let rows = rows.all(app(ctx).db.read()).await.map_err(Fault::from)?;
        let relative = |row: order::Model| OrderRelative { id: Gid::of(Kind::Order, row.id), number: row.number };
        Ok(rows.into_iter().map(relative).collect())
    }

    async fn email(&self) -> Option<&str> {
        self.row.email.as_deref()
    }

    /// E.164.
    async fn phone(&self) -> Option<&str> {
        self.row.phone.as_deref()
    }

    /// Without those who left before payment.
    async fn passengers(&self, ctx: &Context<'_>) -> Result<Vec<OrderPassenger>> {
        let bundle = self.bundle(ctx).await?;
        Ok(bundle
            .present_passengers()
            .map(|row| OrderPassenger { row: row.clone(), bundle: Arc::clone(&bundle) })
            .collect())
    }

    /// Rides, in the order of travel; not those that were exchanged for others by all who were on them.
    async fn segments(&self, ctx: &Context<'_>) -> Result<Vec<OrderSegment>> {
        let bundle = self.bundle(ctx).await?;
        let rides = bundle.rides().into_iter();
        Ok(rides.map(|row| OrderSegment { row: row.clone(), bundle: Arc::clone(&bundle) }).collect())
    }

    /// Tickets that were or are being exchanged for others, oldest first; offers that were not taken are left out.
    async fn exchanges(&self, ctx: &Context<'_>) -> Result<Vec<Exchange>> {
        let bundle = self.bundle(ctx).await?;
        let taken = bundle.exchanges.iter().filter(|row| row.confirmed_at.is_some());
        Ok(taken.map(|row| Exchange::of(row.clone(), Arc::clone(&bundle))).collect())
    }

    async fn payments(&self, ctx: &Context<'_>) -> Result<Vec<Payment>> {
        Ok(self.bundle(ctx).await?.payments.iter().cloned().map(Payment::from).collect())
    }

    /// Money on its way back or gone back, for staff what waits for a second person too; offers not taken are left out.
    async fn refunds(&self, ctx: &Context<'_>) -> Result<Vec<Refund>> {
        let bundle = self.bundle(ctx).await?;
        let taken = bundle.refunds.iter().filter(|row| is_shown(row, self.access == Access::Staff));
        Ok(taken.map(|row| Refund::of(row.clone(), Arc::clone(&bundle))).collect())
    }

    /// Everybody is named and there is a contact: payment may start.
    async fn ready_to_pay(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.bundle(ctx).await?.ready_to_pay())
    }

    /// What is to be paid now, before its hold ends: all of a held order, the difference of an exchange that waits for it;
    /// nothing otherwise.
    async fn due(&self, ctx: &Context<'_>) -> Result<Money> {
        let minor = self.bundle(ctx).await?.due_minor(app(ctx).clock.now());
        Ok(Money::of(minor, &self.row.currency))
    }

    /// Staff: baggage and extras that `sellAncillaries` adds to tickets that are paid: for each passenger with a ticket, on each ride that has
    /// not left, by the tariff of now; empty for who may not sell at a desk.
    #[graphql(complexity = "10 + 4 * child_complexity")]
    async fn later_ancillaries(&self, ctx: &Context<'_>) -> Result<Vec<LaterAncillary>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        if !viewer.can(Permission::SellAtDesk) {
            return Ok(Vec::new());
        }
        let found = addable(app, &*self.bundle(ctx).await?).await?;
        Ok(found.iter().filter(|one| one.most > 0).map(|one| one.shown(viewer.language, &self.row.currency)).collect())
    }

    /// Staff: whether `annulSale` would undo it now, in the viewer's open shift; false for who may not.
    #[graphql(complexity = "10")]
    async fn annullable(&self, ctx: &Context<'_>) -> Result<bool> {
        let cashier = viewer(ctx).account_id().filter(|_| viewer(ctx).can(Permission::AnnulSales));
        let Some(cashier) = cashier else { return Ok(false) };
        Ok(can_annul(app(ctx), &*self.bundle(ctx).await?, cashier).await?)
    }

    /// Baggage and extras that may be added on every ride of this order, for each passenger.
    async fn ancillary_options(&self, ctx: &Context<'_>) -> Result<Vec<AncillaryOption>> {
        let (app, language) = (app(ctx), viewer(ctx).language);
        let network = app.network.get(app).await?;
        let bundle = self.bundle(ctx).await?;
        let routes = routes_of(app, &bundle).await?;
        let rules = network.rules();
        let offered = rules.ancillaries.iter().filter(|rule| {
            routes.iter().all(|route| {
                let sale = Sale::of(route, self.row.created_at, &self.row.channel);
                rules.ancillaries(&sale, &self.row.currency).any(|known| known.code == rule.code)
            })
        });
        Ok(offered
            .map(|rule| AncillaryOption {
                kind: rule.kind.into(),
                code: rule.code.clone(),
                name: in_language(&rule.name, language).to_owned(),
                detail: rule.condition.as_ref().map(|names| in_language(names, language).to_owned()),
                price: Money::of(rule.price_minor, &self.row.currency),
                included: rule.price_minor == 0,
                max_count: rule.max_count,
            })
            .collect())
    }

    /// Path of the tickets' PDF with the order's secret, for its customer and for who may sell at a desk; null without valid
    /// tickets.
    async fn tickets_pdf_url(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let may = self.access == Access::Customer || viewer(ctx).can(Permission::SellAtDesk);
        self.file(ctx, "tickets.pdf", may).await
    }

    /// What its customer has asked for beyond the rules of refunds, the latest first.
    #[graphql(complexity = "5 + 2 * child_complexity")]
    async fn refund_requests(&self, ctx: &Context<'_>) -> Result<Vec<RefundRequest>> {
        RefundRequest::of_order(ctx, self.row.id).await
    }

    /// Fiscal receipts of its sales and returns, oldest first; without those that wait for money to move. At most 200.
    #[graphql(complexity = "5 + 5 * child_complexity")]
    async fn receipts(&self, ctx: &Context<'_>) -> Result<Vec<FiscalReceipt>> {
        Ok(FiscalReceipt::of_order(ctx, self.row.id).await?.into_iter().take(200).collect())
    }

    /// Path of the recorded fiscal receipts' PDF; null while none is recorded.
    #[graphql(complexity = "5")]
    async fn receipts_pdf_url(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let receipts = FiscalReceipt::of_order(ctx, self.row.id).await?;
        let secret = app(ctx).secrets.order_secret(self.row.id);
        let recorded = receipts.iter().any(|receipt| receipt.0.done_at.is_some());
        Ok(recorded.then(|| format!("/files/{}/{secret}/receipts.pdf", self.row.number)))
    }

    /// Path of the calendar file with the order's secret; null without valid tickets.
    async fn calendar_url(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.file(ctx, "trip.ics", self.access == Access::Customer).await
    }

    /// Path of the order's page. With the secret in its fragment for the customer, without it for staff.
    async fn link(&self, ctx: &Context<'_>) -> String {
        match self.access {
            Access::Customer => format!("/order/{}#{}", self.row.number, app(ctx).secrets.order_secret(self.row.id)),
            Access::Staff => format!("/order/{}", self.row.number),
        }
    }
}

impl Order {
    async fn file(&self, ctx: &Context<'_>, name: &str, may: bool) -> Result<Option<String>> {
        let bundle = self.bundle(ctx).await?;
        let valid = bundle.tickets.iter().any(|ticket| ticket.void_at.is_none());
        let secret = app(ctx).secrets.order_secret(self.row.id);
        Ok((valid && may).then(|| format!("/files/{}/{secret}/{name}", self.row.number)))
    }
}

/// The rule tags of each ride's route.
async fn routes_of(app: &App, bundle: &Bundle) -> Result<Vec<Arc<Route>>, Fault> {
    let mut routes = Vec::new();
    for segment in &bundle.segments {
        if let Some(trip) = trip_view(app, segment.trip_id).await? {
            routes.push(Arc::clone(&trip.route));
        }
    }
    Ok(routes)
}

/// A kind of baggage or an extra, and its price for each piece on each ride.
#[derive(SimpleObject)]
pub struct AncillaryOption {
    pub kind: AncillaryKind,
    /// What `setPassengers` takes.
    pub code: String,
    pub name: String,
    /// Sizes and conditions, in the request's language.
    pub detail: Option<String>,
    pub price: Money,
    /// Part of the ticket, nothing to pay.
    pub included: bool,
    /// Most pieces for one passenger.
    pub max_count: i32,
}

/// Kinds of identity documents.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "domain::document::DocumentKind")]
pub enum DocumentKind {
    /// Kyrgyz passport: two letters and seven digits.
    Passport,
    /// Kyrgyz identity card: ID and seven digits.
    IdCard,
    /// Kyrgyz personal number: 14 digits with the date of birth.
    Pin,
    BirthCertificate,
    ForeignPassport,
}

/// Who travels.
#[derive(Clone)]
pub struct OrderPassenger {
    pub row: order_passenger::Model,
    pub bundle: Arc<Bundle>,
}

/// Who travels.
#[Object]
impl OrderPassenger {
    async fn id(&self) -> ID {
        Gid::of(Kind::Passenger, self.row.id)
    }

    async fn category(&self, ctx: &Context<'_>) -> Result<PassengerCategory> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let trip = match self.bundle.segments.first() {
            Some(segment) => trip_view(app, segment.trip_id).await?,
            None => None,
        };
        let order = &self.bundle.order;
        let sale = trip.as_ref().map(|trip| Sale::of(&trip.route, order.created_at, &order.channel));
        Ok(PassengerCategory::find(&network, sale.as_ref(), &self.row.category, viewer(ctx).language))
    }

    async fn first_name(&self) -> Option<&str> {
        self.row.first_name.as_deref()
    }

    async fn last_name(&self) -> Option<&str> {
        self.row.last_name.as_deref()
    }

    async fn middle_name(&self) -> Option<&str> {
        self.row.middle_name.as_deref()
    }

    async fn birth_date(&self) -> Option<Date> {
        self.row.birth_date.map(Date)
    }

    /// ISO 3166-1 alpha-2.
    async fn citizenship(&self) -> Option<&str> {
        self.row.citizenship.as_deref()
    }

    async fn document_kind(&self) -> Option<DocumentKind> {
        let kind = domain::document::DocumentKind::parse(self.row.document_kind.as_deref()?)?;
        Some(kind.into())
    }

    /// Hidden but for its last characters.
    async fn document_number(&self) -> Option<String> {
        self.row.document_tail.as_deref().map(mask)
    }

    /// Sum of this passenger's lines.
    async fn total(&self) -> Money {
        let lines = self.bundle.counted_lines().filter(|line| line.passenger_id == self.row.id);
        Money::of(lines.map(|line| line.price_minor).sum(), &self.bundle.order.currency)
    }

    /// This passenger's price, part by part.
    async fn explanation(&self, ctx: &Context<'_>) -> Result<Vec<PriceLine>> {
        let network = app(ctx).network.get(app(ctx)).await?;
        let lines = self.bundle.counted_lines().filter(|line| line.passenger_id == self.row.id);
        let parts: Vec<Part> = lines.flat_map(parts_of).collect();
        Ok(price_lines(&network, viewer(ctx).language, &self.bundle.order.currency, &parts))
    }
}

/// Which way a ride goes in a round trip.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum SegmentDirection {
    Outbound,
    Return,
}

impl SegmentDirection {
    pub fn code(self) -> &'static str {
        match self {
            SegmentDirection::Outbound => "OUTBOUND",
            SegmentDirection::Return => "RETURN",
        }
    }
}

/// One ride.
#[derive(Clone)]
pub struct OrderSegment {
    pub row: order_segment::Model,
    pub bundle: Arc<Bundle>,
}

impl OrderSegment {
    async fn view(&self, ctx: &Context<'_>) -> Result<Arc<crate::features::network::TripView>> {
        let trip = trip_view(app(ctx), self.row.trip_id).await?;
        Ok(trip.ok_or_else(|| Fault::new("an order's trip is gone"))?)
    }

    async fn call(&self, ctx: &Context<'_>, position: i32) -> Result<StopCall> {
        let trip = self.view(ctx).await?;
        let call = usize::try_from(position).ok().and_then(|n| trip.calls.get(n));
        let call = call.ok_or_else(|| Fault::new("an order's trip has lost a stop"))?;
        Ok(StopCall::new(&trip, call))
    }
}

/// One ride.
#[Object]
impl OrderSegment {
    /// 0-based place in the order of travel.
    async fn index(&self) -> i32 {
        self.row.position
    }

    async fn direction(&self) -> SegmentDirection {
        if self.row.direction == SegmentDirection::Return.code() {
            SegmentDirection::Return
        } else {
            SegmentDirection::Outbound
        }
    }

    async fn trip(&self, ctx: &Context<'_>) -> Result<Trip> {
        Ok(Trip::from(self.view(ctx).await?))
    }

    /// Boarding.
    async fn from(&self, ctx: &Context<'_>) -> Result<StopCall> {
        self.call(ctx, self.row.from_call).await
    }

    /// Alighting.
    async fn to(&self, ctx: &Context<'_>) -> Result<StopCall> {
        self.call(ctx, self.row.to_call).await
    }

    /// Seats and baggage of this ride, without those that were exchanged.
    async fn lines(&self) -> Vec<OrderLine> {
        let lines = self.bundle.lines.iter().filter(|line| {
            line.segment == self.row.position
                && !["RELEASED", "EXCHANGED"].contains(&line.state.as_str())
                && !awaits_exchange(line)
        });
        lines.map(|row| OrderLine { row: row.clone(), bundle: Arc::clone(&self.bundle) }).collect()
    }
}

/// Reads an order's row again after a change.
pub async fn reread(app: &App, id: Uuid) -> Result<order::Model, Fault> {
    order::Entity::find_by_id(id).one(app.db.read()).await?.ok_or_else(|| Fault::new("an order vanished"))
}
