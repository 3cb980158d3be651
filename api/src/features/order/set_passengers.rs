use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use chrono::{DateTime, Utc};
use domain::contact;
use domain::document::{age_on, tail};
use domain::order::{LineState, OrderStatus};
use domain::price::total;
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, EntityTrait, NotSet, QueryFilter, Set, UpdateMany, Value};
use uuid::Uuid;

use ::entity::{order, order_line, order_passenger};

use crate::app::App;
use crate::features::network::{Network, Sale, TripView, trip_views};
use crate::features::promotion::{Full, take_use};
use crate::graphql::{Date, FieldError, Gid, HoldExpired, InvalidInput, Kind, OrderClosed, Viewer, app, error, viewer};
use crate::platform::Fault;

use super::access::{OrderRefInput, own_order};
use super::bundle::{Bundle, lock_changing};
use super::categories::{NoCategory, rule_for};
use super::later_ancillaries::ancillary_line;
use super::passenger_form::{CheckedPerson, Person, check_person};
use super::release_order::OrderChanged;
use super::seat_price::held_parts;
use super::types::{DocumentKind, Order};

/// Pieces of one kind of baggage, or one extra so many times, for each ride.
#[derive(InputObject, Clone, Debug)]
pub struct AncillaryInput {
    /// A code of the order's `ancillaryOptions`.
    pub code: String,
    pub count: i32,
}

/// Everything about one passenger.
#[derive(InputObject, Clone, Debug)]
pub struct PassengerDataInput {
    pub id: ID,
    /// A change of category changes the price, from the fare that was held.
    pub category: Option<String>,
    pub first_name: String,
    pub last_name: String,
    pub middle_name: Option<String>,
    pub birth_date: Date,
    /// ISO 3166-1 alpha-2.
    pub citizenship: String,
    pub document_kind: DocumentKind,
    pub document_number: String,
    /// Baggage and extras, chosen anew each time.
    pub ancillaries: Option<Vec<AncillaryInput>>,
    /// Keep in the cabinet of the signed-in customer.
    #[graphql(default)]
    pub save: bool,
}

/// All passengers and the contact.
#[derive(InputObject, Clone, Debug)]
pub struct SetPassengersInput {
    pub order: OrderRefInput,
    /// Everybody in the order.
    pub passengers: Vec<PassengerDataInput>,
    /// Needed but at a desk, where tickets are printed.
    pub email: Option<String>,
    /// With the country's code; without one it is taken as Kyrgyz. Needed but at a desk.
    pub phone: Option<String>,
    /// To the processing of personal data (law No. 58 of 2008, government resolution 759).
    pub consent: bool,
}

#[derive(Union)]
pub enum SetPassengersResult {
    Changed(OrderChanged),
    InvalidInput(InvalidInput),
    HoldExpired(HoldExpired),
    OrderClosed(OrderClosed),
}

enum Rejection {
    Invalid(Vec<FieldError>),
    /// When the hold ended.
    Expired(DateTime<Utc>),
    Closed(OrderStatus),
}

#[derive(Default)]
pub struct SetPassengers;

#[Object]
impl SetPassengers {
    /// Names the passengers, their baggage and extras and the contact of a held order; may be repeated until payment. All errors
    /// are told at once, each with the path of its field, and then nothing is changed.
    #[graphql(complexity = "20 + child_complexity")]
    async fn set_passengers(&self, ctx: &Context<'_>, input: SetPassengersInput) -> Result<SetPassengersResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = own_order(app, viewer, &input.order).await?;
        Ok(match set_passengers(app, viewer, id, &input).await?.ok_or_else(error::not_found)? {
            Ok(row) => SetPassengersResult::Changed(OrderChanged { order: Order::customers(row) }),
            Err(Rejection::Invalid(fields)) => {
                SetPassengersResult::InvalidInput(InvalidInput::new(viewer.language, fields))
            }
            Err(Rejection::Expired(at)) => SetPassengersResult::HoldExpired(HoldExpired::new(viewer.language, at)),
            Err(Rejection::Closed(status)) => {
                SetPassengersResult::OrderClosed(OrderClosed::new(viewer.language, status.into()))
            }
        })
    }
}

async fn set_passengers(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    input: &SetPassengersInput,
) -> Result<Option<Result<order::Model, Rejection>>, Fault> {
    let network = app.network.get(app).await?;
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let change = contact_change(viewer, input, now).filter(order::Column::Id.eq(id));
    let Some(mut bundle) = lock_changing(app, &tx, change).await? else { return Ok(tx.give_up(None).await?) };
    match bundle.status(now) {
        OrderStatus::Held => {}
        OrderStatus::Expired => return Ok(tx.give_up(Some(Err(Rejection::Expired(bundle.order.hold_until)))).await?),
        status => return Ok(tx.give_up(Some(Err(Rejection::Closed(status)))).await?),
    }
    // A code that each customer may use so often is counted by the contact.
    if let Some(promotion) = bundle.order.promotion_id
        && take_use(&tx, promotion, &bundle.order, now).await? == Err(Full::Customer)
    {
        let field = FieldError::new(viewer.language, "email", "PROMOTION_CUSTOMER", &[]);
        return Ok(tx.give_up(Some(Err(Rejection::Invalid(vec![field])))).await?);
    }
    let ids: Vec<Uuid> = bundle.segments.iter().map(|segment| segment.trip_id).collect();
    let trips = trip_views(app, &ids).await?;
    let rides: Vec<&TripView> = ids.iter().filter_map(|id| trips.get(id)).map(AsRef::as_ref).collect();
    let people = match check(app, viewer, &network, &bundle, &rides, input) {
        Ok(people) => people,
        Err(fields) => return Ok(tx.give_up(Some(Err(Rejection::Invalid(fields)))).await?),
    };
    let had_ancillaries = bundle.lines.iter().any(|line| line.code.is_some());
    if had_ancillaries {
        order_line::Entity::delete_many()
            .filter(order_line::Column::OrderId.eq(id))
            .filter(order_line::Column::Code.is_not_null())
            .exec(&tx)
            .await?;
    }
    let mut passengers = bundle.passengers.clone();
    for named in &people {
        let written = write_passenger(app, &tx, named).await?;
        if let Some(row) = passengers.iter_mut().find(|row| row.id == named.id) {
            *row = written;
        }
        reprice(&tx, &network, &bundle, &rides, named).await?;
    }
    let lines = people.iter().flat_map(|named| ancillary_lines(app, &network, &bundle, named));
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    let same_lines = !had_ancillaries && lines.is_empty() && !people.iter().any(|named| named.category_changed);
    if !lines.is_empty() {
        order_line::Entity::insert_many(lines).exec_without_returning(&tx).await?;
    }
    if let Some(account) = viewer.account_id().filter(|_| viewer.is_passenger()) {
        for named in people.iter().filter(|named| named.save) {
            crate::features::account::keep_passenger(app, &tx, account, &named.person).await?;
        }
    }
    tx.commit().await?;
    let order = bundle.order.clone();
    if same_lines {
        bundle.passengers = passengers;
        app.orders.keep(Arc::new(bundle));
    }
    super::changed(app, id);
    Ok(Some(Ok(order)))
}

/// How to reach the customer, and that they agree. What cannot be read is not written: it is refused with all the rest.
fn contact_change(viewer: &Viewer, input: &SetPassengersInput, now: DateTime<Utc>) -> UpdateMany<order::Entity> {
    let first = |column: order::Column, value: Value| Func::coalesce([Expr::col(column), Expr::val(value)]).into();
    let row = order::ActiveModel {
        email: input.email.as_deref().and_then(contact::email).map_or(NotSet, |email| Set(Some(email))),
        phone: input.phone.as_deref().and_then(contact::phone).map_or(NotSet, |phone| Set(Some(phone))),
        language: Set(viewer.language.code().into()),
        ..Default::default()
    };
    let owner = viewer.account_id().filter(|_| viewer.is_passenger());
    order::Entity::update_many()
        .set(row)
        .col_expr(order::Column::ConsentAt, first(order::Column::ConsentAt, now.into()))
        .col_expr(order::Column::AccountId, first(order::Column::AccountId, owner.into()))
}

struct Named {
    id: Uuid,
    category: String,
    category_changed: bool,
    person: CheckedPerson,
    ancillaries: Vec<(String, i32)>,
    save: bool,
}

fn check(
    app: &App,
    viewer: &Viewer,
    network: &Network,
    bundle: &Bundle,
    rides: &[&TripView],
    input: &SetPassengersInput,
) -> Result<Vec<Named>, Vec<FieldError>> {
    let language = viewer.language;
    let mut errors = Vec::new();
    let today = app.clock.now().date_naive();
    let mut named = Vec::new();
    for (n, given) in input.passengers.iter().enumerate() {
        let prefix = format!("passengers.{n}.");
        let wrong = |field: &str, code: &str| FieldError::new(language, format!("{prefix}{field}"), code, &[]);
        let id = Gid::read(Kind::Passenger, &given.id);
        let Some(row) = bundle.present_passengers().find(|row| Some(row.id) == id) else {
            errors.push(wrong("id", "NO_SUCH_PASSENGER"));
            continue;
        };
        if input.passengers[..n].iter().any(|other| other.id == given.id) {
            errors.push(wrong("id", "PASSENGER_TWICE"));
            continue;
        }
        let kind: domain::document::DocumentKind = given.document_kind.into();
        // A number that comes back masked is the one we have.
        let masked = row.document_tail.as_deref().map(domain::document::mask);
        let keeps = masked.as_deref() == Some(given.document_number.trim())
            && row.document_kind.as_deref() == Some(kind.code());
        let opened =
            row.document_sealed.as_ref().filter(|_| keeps).and_then(|sealed| app.secrets.open(row.id, sealed).ok());
        let person = Person {
            first_name: &given.first_name,
            last_name: &given.last_name,
            middle_name: given.middle_name.as_deref(),
            birth_date: given.birth_date.0,
            citizenship: &given.citizenship,
            document_kind: kind,
            document_number: Some(opened.as_deref().unwrap_or(&given.document_number)),
        };
        let category = given.category.clone().unwrap_or_else(|| row.category.clone());
        let mut of_category = Vec::new();
        for (segment, ride) in bundle.segments.iter().zip(rides) {
            let day = ride.local_date(segment.from_call);
            match rule_for(network, &sold(bundle, ride), &category, day) {
                Err(NoCategory::NotHere) => of_category.push(wrong("category", "CATEGORY_NOT_HERE")),
                Err(NoCategory::OutOfSeason) => of_category.push(wrong("category", "CATEGORY_OUT_OF_SEASON")),
                Ok(Some(rule)) => {
                    let seat = bundle
                        .lines
                        .iter()
                        .any(|line| line.passenger_id == row.id && line.code.is_none() && line.seat.is_some());
                    if rule.own_seat != seat {
                        of_category.push(wrong("category", "CATEGORY_SEAT"));
                    } else if !rule.admits_age(age_on(given.birth_date.0, day)) {
                        of_category.push(wrong("birthDate", "AGE_OF_CATEGORY"));
                    } else if category != row.category && rule.quota_per_trip.is_some() {
                        of_category.push(wrong("category", "CATEGORY_AT_HOLD"));
                    }
                }
                Ok(None) => {
                    let lap = bundle
                        .lines
                        .iter()
                        .all(|line| line.passenger_id != row.id || line.code.is_some() || line.seat.is_none());
                    if lap {
                        of_category.push(wrong("category", "CATEGORY_SEAT"));
                    }
                }
            }
        }
        of_category.dedup_by(|a, b| a.code == b.code);
        errors.extend(of_category);
        for (m, piece) in given.ancillaries.iter().flatten().enumerate() {
            let offered = rides.iter().all(|ride| {
                let sale = sold(bundle, ride);
                let mut rules = network.rules().ancillaries(&sale, &bundle.order.currency);
                rules.any(|rule| rule.code == piece.code && (0..=rule.max_count).contains(&piece.count))
            });
            if !offered {
                errors.push(wrong(&format!("ancillaries.{m}"), "ANCILLARY"));
            }
        }
        match check_person(language, &prefix, &person, today) {
            Ok(person) => named.push(Named {
                id: row.id,
                category_changed: category != row.category,
                category,
                person,
                ancillaries: given
                    .ancillaries
                    .iter()
                    .flatten()
                    .map(|piece| (piece.code.clone(), piece.count))
                    .collect(),
                save: given.save,
            }),
            Err(fields) => errors.extend(fields),
        }
    }
    for (n, one) in named.iter().enumerate() {
        let same = |other: &&Named| {
            other.person.document_kind == one.person.document_kind
                && other.person.document_number == one.person.document_number
        };
        if named[..n].iter().find(same).is_some() {
            errors.push(FieldError::new(language, format!("passengers.{n}.documentNumber"), "DOCUMENT_TWICE", &[]));
        }
    }
    if errors.is_empty() && named.len() != bundle.present_passengers().count() {
        errors.push(FieldError::new(language, "passengers", "EVERYBODY", &[]));
    }
    let left_out = |text: &Option<String>| {
        bundle.order.channel == "DESK" && text.as_deref().is_none_or(|text| text.trim().is_empty())
    };
    if !left_out(&input.email) && input.email.as_deref().and_then(contact::email).is_none() {
        errors.push(FieldError::new(language, "email", "EMAIL", &[]));
    }
    if !left_out(&input.phone) && input.phone.as_deref().and_then(contact::phone).is_none() {
        errors.push(FieldError::new(language, "phone", "PHONE", &[]));
    }
    if !input.consent {
        errors.push(FieldError::new(language, "consent", "CONSENT", &[]));
    }
    if errors.is_empty() { Ok(named) } else { Err(errors) }
}

async fn write_passenger(
    app: &App,
    tx: &sea_orm::DatabaseTransaction,
    named: &Named,
) -> Result<order_passenger::Model, Fault> {
    let person = &named.person;
    let number = person.document_number.as_deref().unwrap_or_default();
    let row = order_passenger::ActiveModel {
        id: Set(named.id),
        category: Set(named.category.clone()),
        first_name: Set(Some(person.first_name.clone())),
        last_name: Set(Some(person.last_name.clone())),
        middle_name: Set(person.middle_name.clone()),
        birth_date: Set(Some(person.birth_date)),
        citizenship: Set(Some(person.citizenship.clone())),
        document_kind: Set(Some(person.document_kind.code().into())),
        document_sealed: Set(Some(app.secrets.seal(&app.ids, named.id, number)?)),
        document_index: Set(Some(app.secrets.blind_index("document", number))),
        document_tail: Set(Some(tail(number))),
        ..Default::default()
    };
    Ok(order_passenger::Entity::update(row).exec(tx).await?)
}

/// The rules of the time at which the order was held.
fn sold<'a>(bundle: &'a Bundle, ride: &'a TripView) -> Sale<'a> {
    Sale::of(&ride.route, bundle.order.created_at, &bundle.order.channel)
}

/// Prices the seats of a passenger whose category has changed, from the fare that was held.
async fn reprice(
    tx: &sea_orm::DatabaseTransaction,
    network: &Network,
    bundle: &Bundle,
    rides: &[&TripView],
    named: &Named,
) -> Result<(), Fault> {
    if !named.category_changed {
        return Ok(());
    }
    let seats = bundle
        .lines
        .iter()
        .filter(|line| line.passenger_id == named.id && line.code.is_none() && line.state == LineState::Held.code());
    for line in seats {
        let position = usize::try_from(line.segment).unwrap_or(0);
        let ride = rides.get(position).ok_or_else(|| Fault::new("a line without its ride"))?;
        let code = network.rules().promotion(bundle.order.promotion_id);
        let parts = held_parts(network, bundle, ride, line, &named.category, code);
        let row = order_line::ActiveModel {
            id: Set(line.id),
            price_minor: Set(total(&parts)),
            parts: Set(serde_json::to_value(&parts)?),
            ..Default::default()
        };
        order_line::Entity::update(row).exec(tx).await?;
    }
    Ok(())
}

fn ancillary_lines(
    app: &App,
    network: &Network,
    bundle: &Bundle,
    named: &Named,
) -> Vec<Result<order_line::ActiveModel, Fault>> {
    let mut lines = Vec::new();
    for (code, count) in &named.ancillaries {
        let Some(rule) = network.rules().ancillaries.iter().find(|rule| rule.code == *code) else { continue };
        for segment in &bundle.segments {
            for _ in 0..*count {
                let line = ancillary_line(app, rule, &bundle.order.currency, named.id, segment);
                lines.push(line.map(order_line::ActiveModel::from));
            }
        }
    }
    lines
}
