use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use domain::document::{age_on, tail};
use domain::order::{LineState, OrderStatus};
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{order, order_line, order_passenger};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::{Sale, trip_views};
use crate::features::{notification, ticket};
use crate::graphql::{
    Can, ChangedMeanwhile, Date, FieldError, Gid, InvalidInput, Kind, OrderClosed, Permission, Viewer, app, error,
    viewer,
};
use crate::platform::Fault;

use super::access::staff_order;
use super::bundle::{Bundle, lock_order};
use super::categories::rule_for;
use super::passenger_form::{CheckedPerson, Person, check_person};
use super::release_order::OrderChanged;
use super::types::{DocumentKind, Order};

/// A passenger as they are to be.
#[derive(InputObject)]
pub struct ChangePassengerInput {
    pub order_id: ID,
    /// Of the order, as it was read.
    pub version: i32,
    pub passenger_id: ID,
    pub first_name: String,
    pub last_name: String,
    pub middle_name: Option<String>,
    pub birth_date: Date,
    /// ISO 3166-1 alpha-2.
    pub citizenship: String,
    pub document_kind: DocumentKind,
    /// Null: the one that is known stays; staff see its last characters alone.
    pub document_number: Option<String>,
}

#[derive(Union)]
pub enum ChangePassengerResult {
    Changed(OrderChanged),
    InvalidInput(InvalidInput),
    OrderClosed(OrderClosed),
    ChangedMeanwhile(ChangedMeanwhile),
}

enum Rejection {
    NoSuchPassenger,
    Meanwhile,
    Closed(OrderStatus),
    Invalid(Vec<FieldError>),
}

#[derive(Default)]
pub struct ChangePassenger;

#[Object]
impl ChangePassenger {
    /// Staff: puts a passenger's name or document right before the trip leaves, by the rules of `setPassengers`. Where
    /// the ticket says something else then, a new one is issued and sent and the old one is void. The price stays; the
    /// log keeps which fields were changed, not to what.
    #[graphql(guard = "Can(Permission::ChangeOrders)", complexity = "20 + child_complexity")]
    async fn change_passenger(&self, ctx: &Context<'_>, input: ChangePassengerInput) -> Result<ChangePassengerResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = staff_order(app, viewer, &input.order_id).await?.id;
        let language = viewer.language;
        Ok(match change_passenger(app, viewer, id, &input).await? {
            Ok(order) => ChangePassengerResult::Changed(OrderChanged { order: Order::staffs(order) }),
            Err(Rejection::NoSuchPassenger) => return Err(error::not_found()),
            Err(Rejection::Meanwhile) => ChangePassengerResult::ChangedMeanwhile(ChangedMeanwhile::new(language)),
            Err(Rejection::Closed(status)) => {
                ChangePassengerResult::OrderClosed(OrderClosed::new(language, status.into()))
            }
            Err(Rejection::Invalid(fields)) => ChangePassengerResult::InvalidInput(InvalidInput::new(language, fields)),
        })
    }
}

async fn change_passenger(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    input: &ChangePassengerInput,
) -> Result<Result<order::Model, Rejection>, Fault> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let bundle = lock_order(&tx, id).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    let passenger = Gid::read(Kind::Passenger, &input.passenger_id);
    let Some(before) = bundle.present_passengers().find(|row| Some(row.id) == passenger) else {
        return Ok(tx.give_up(Err(Rejection::NoSuchPassenger)).await?);
    };
    if i64::from(input.version) != bundle.order.version {
        return Ok(tx.give_up(Err(Rejection::Meanwhile)).await?);
    }
    let status = bundle.status(now);
    if !matches!(status, OrderStatus::Held | OrderStatus::Paid | OrderStatus::PartlyRefunded) {
        return Ok(tx.give_up(Err(Rejection::Closed(status))).await?);
    }
    let person = match check(app, viewer, &bundle, before, input).await? {
        Ok(person) => person,
        Err(fields) => return Ok(tx.give_up(Err(Rejection::Invalid(fields))).await?),
    };
    let changed = write(app, &tx, before, &person).await?;
    let printed = ["lastName", "firstName", "middleName", "documentKind", "documentNumber"];
    let tickets: Vec<&order_line::Model> = bundle
        .lines
        .iter()
        .filter(|line| line.passenger_id == before.id && line.state == LineState::Issued.code())
        .collect();
    if changed.iter().any(|field| printed.contains(field)) && !tickets.is_empty() {
        ticket::reissue(app, &tx, &bundle, &tickets).await?;
        notification::tickets(app, &tx, &bundle.order, &format!("changed-{}", app.ids.new())).await?;
    }
    let row = order::ActiveModel { id: Set(id), version: Set(bundle.order.version + 1), ..Default::default() };
    let order = order::Entity::update(row).exec(&tx).await?;
    let number = before.position + 1;
    let change = Change::made(&json!({ "passengerNumber": number, "changed": changed }));
    audit_change(app, &tx, viewer, "CHANGE_PASSENGER", &format!("order:{id}"), change).await?;
    tx.commit().await?;
    app.jobs.wake();
    super::changed(app, id);
    Ok(Ok(order))
}

async fn check(
    app: &App,
    viewer: &Viewer,
    bundle: &Bundle,
    before: &order_passenger::Model,
    input: &ChangePassengerInput,
) -> Result<Result<CheckedPerson, Vec<FieldError>>, Fault> {
    let (now, language) = (app.clock.now(), viewer.language);
    let wrong = |path: &str, code: &str| FieldError::new(language, path, code, &[]);
    let known = before.document_sealed.as_ref().and_then(|sealed| app.secrets.open(before.id, sealed).ok());
    let typed = input.document_number.as_deref().map(str::trim).filter(|number| !number.is_empty());
    let person = Person {
        first_name: &input.first_name,
        last_name: &input.last_name,
        middle_name: input.middle_name.as_deref(),
        birth_date: input.birth_date.0,
        citizenship: &input.citizenship,
        document_kind: input.document_kind.into(),
        document_number: Some(typed.or(known.as_deref()).unwrap_or_default()),
    };
    let checked = check_person(language, "", &person, now.date_naive());
    let mut errors = checked.as_ref().err().cloned().unwrap_or_default();
    let network = app.network.get(app).await?;
    let trips: Vec<Uuid> = bundle.segments.iter().map(|segment| segment.trip_id).collect();
    let trips = trip_views(app, &trips).await?;
    let theirs = |line: &&order_line::Model| {
        line.passenger_id == before.id
            && line.code.is_none()
            && LineState::parse(&line.state).is_some_and(LineState::takes_seat)
    };
    let mut to_come = false;
    for line in bundle.lines.iter().filter(theirs) {
        let Some(trip) = trips.get(&line.space_id) else { continue };
        let Some(call) = trip.call(line.from_call) else { continue };
        to_come |= call.departure + trip.delay() > now;
        let day = trip.local_date(line.from_call);
        let sale = Sale::of(&trip.route, bundle.order.created_at, &bundle.order.channel);
        let rule = rule_for(&network, &sale, &before.category, day).ok().flatten();
        if rule.is_some_and(|rule| !rule.admits_age(age_on(input.birth_date.0, day)))
            && !errors.iter().any(|error| error.path == "birthDate")
        {
            errors.push(wrong("birthDate", "AGE_OF_CATEGORY"));
        }
    }
    if !to_come {
        errors.push(wrong("passengerId", "TRIP_OVER"));
    }
    if let Ok(person) = &checked {
        let index = person.document_number.as_deref().map(|number| app.secrets.blind_index("document", number));
        let kind = person.document_kind.code();
        let same = |other: &order_passenger::Model| {
            other.id != before.id && other.document_index == index && other.document_kind.as_deref() == Some(kind)
        };
        if bundle.present_passengers().any(same) {
            errors.push(wrong("documentNumber", "DOCUMENT_TWICE"));
        }
    }
    Ok(match checked {
        Ok(person) if errors.is_empty() => Ok(person),
        _ => Err(errors),
    })
}

/// Writes the person down and returns the names of the fields that are others now.
async fn write(
    app: &App,
    tx: &DatabaseTransaction,
    before: &order_passenger::Model,
    person: &CheckedPerson,
) -> Result<Vec<&'static str>, Fault> {
    let number = person.document_number.as_deref().unwrap_or_default();
    let index = Some(app.secrets.blind_index("document", number));
    let differs = [
        ("lastName", before.last_name.as_ref() != Some(&person.last_name)),
        ("firstName", before.first_name.as_ref() != Some(&person.first_name)),
        ("middleName", before.middle_name != person.middle_name),
        ("birthDate", before.birth_date != Some(person.birth_date)),
        ("citizenship", before.citizenship.as_ref() != Some(&person.citizenship)),
        ("documentKind", before.document_kind.as_deref() != Some(person.document_kind.code())),
        ("documentNumber", before.document_index != index),
    ];
    let row = order_passenger::ActiveModel {
        id: Set(before.id),
        first_name: Set(Some(person.first_name.clone())),
        last_name: Set(Some(person.last_name.clone())),
        middle_name: Set(person.middle_name.clone()),
        birth_date: Set(Some(person.birth_date)),
        citizenship: Set(Some(person.citizenship.clone())),
        document_kind: Set(Some(person.document_kind.code().into())),
        document_sealed: Set(Some(app.secrets.seal(&app.ids, before.id, number)?)),
        document_index: Set(index),
        document_tail: Set(Some(tail(number))),
        ..Default::default()
    };
    order_passenger::Entity::update(row).exec(tx).await?;
    Ok(differs.into_iter().filter_map(|(field, differs)| differs.then_some(field)).collect())
}
