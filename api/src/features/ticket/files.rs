//! The order's files behind its secret link: the tickets' PDF, the fiscal receipts' and the calendar file.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::price::Ancillary;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::order;

use crate::app::App;
use crate::features::fiscal_receipt::{receipts_of, receipts_pdf};
use crate::features::network::{Network, Sale, TripView, in_language, trip_view};
use crate::features::order::{Bundle, PassengerCategory, guess_secret, line_title};
use crate::i18n::{Language, money, t};
use crate::platform::Fault;

use super::{calendar, pdf};

/// The file of fiscal receipts; an order has them after its tickets are given back, too.
const RECEIPTS: &str = "receipts.pdf";

/// Everything that is printed on a ticket, in the order's language.
pub struct TicketSheet {
    pub number: String,
    pub qr: String,
    pub order_number: String,
    pub passenger: String,
    pub category: String,
    pub document: String,
    pub route: String,
    pub trip_number: String,
    pub carrier: String,
    pub from: String,
    pub to: String,
    /// Local date and time with the zone's name where it is not that of the first stop.
    pub departs: String,
    pub arrives: String,
    pub departs_at: chrono::DateTime<chrono::Utc>,
    pub arrives_at: chrono::DateTime<chrono::Utc>,
    pub platform: Option<String>,
    pub seat: Option<String>,
    pub coach: Option<String>,
    pub vehicle: String,
    pub price: String,
    pub baggage: Option<String>,
    /// What else was bought with it.
    pub extras: Option<String>,
}

/// The valid tickets of an order, in the order of travel.
pub async fn sheets(app: &App, bundle: &Bundle) -> Result<Vec<TicketSheet>, Fault> {
    let language = Language::parse(&bundle.order.language).unwrap_or_default();
    let network = app.network.get(app).await?;
    let mut sheets = Vec::new();
    let mut lines: Vec<_> = bundle.lines.iter().filter(|line| line.code.is_none()).collect();
    lines.sort_by_key(|line| (line.segment, line.seat));
    for line in lines {
        let ticket = bundle.tickets.iter().find(|ticket| ticket.line_id == line.id && ticket.void_at.is_none());
        let Some(ticket) = ticket else { continue };
        let trip = trip_view(app, line.space_id).await?.ok_or_else(|| Fault::new("a ticket without its trip"))?;
        sheets.push(sheet(bundle, &network, language, line, ticket, &trip)?);
    }
    Ok(sheets)
}

fn sheet(
    bundle: &Bundle,
    network: &Network,
    language: Language,
    line: &::entity::order_line::Model,
    ticket: &::entity::ticket::Model,
    trip: &TripView,
) -> Result<TicketSheet, Fault> {
    let lost = || Fault::new("a ticket's trip has lost a stop");
    let (from, to) = (trip.call(line.from_call).ok_or_else(lost)?, trip.call(line.to_call).ok_or_else(lost)?);
    let passenger = bundle.passengers.iter().find(|row| row.id == line.passenger_id);
    let passenger = passenger.ok_or_else(|| Fault::new("a ticket without its passenger"))?;
    let names = [&passenger.last_name, &passenger.first_name, &passenger.middle_name];
    let names: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
    let home = from.stop.zone;
    let local = |at: chrono::DateTime<chrono::Utc>, zone: chrono_tz::Tz| {
        let local = at.with_timezone(&zone);
        let differs = chrono::Offset::fix(local.offset()) != chrono::Offset::fix(at.with_timezone(&home).offset());
        let zone = if differs { format!(" ({})", local.format("UTC%:z")) } else { String::new() };
        format!("{}{zone}", local.format("%d.%m.%Y %H:%M"))
    };
    let (coach, seat) = match line.seat_label.as_deref().map(|label| (label, label.rsplit_once('-'))) {
        Some((_, Some((coach, seat)))) => (Some(coach.to_owned()), Some(seat.to_owned())),
        Some((label, None)) => (None, Some(label.to_owned())),
        None => (None, None),
    };
    let bought = |kind: Ancillary| {
        let theirs = bundle.lines.iter().filter(|other| {
            (other.passenger_id, other.segment, &other.state) == (line.passenger_id, line.segment, &line.state)
                && other.kind == kind.code()
        });
        let titles: Vec<String> = theirs.map(|other| line_title(network, language, other)).collect();
        Some(titles.join(", ")).filter(|titles| !titles.is_empty())
    };
    let kind = passenger.document_kind.as_deref().unwrap_or_default();
    let sale = Sale::of(&trip.route, bundle.order.created_at, &bundle.order.channel);
    let category = PassengerCategory::find(network, Some(&sale), &passenger.category, language);
    Ok(TicketSheet {
        number: ticket.number.clone(),
        qr: ticket.qr.clone(),
        order_number: bundle.order.number.clone(),
        passenger: names.join(" "),
        category: category.name,
        document: format!(
            "{} {}",
            t(language, &format!("document.{kind}"), &[]),
            domain::document::mask(passenger.document_tail.as_deref().unwrap_or_default())
        ),
        route: in_language(&trip.route.names, language).to_owned(),
        trip_number: trip.number.clone(),
        carrier: in_language(&trip.carrier.names, language).to_owned(),
        from: in_language(&from.stop.names, language).to_owned(),
        to: in_language(&to.stop.names, language).to_owned(),
        departs: local(from.departure, from.stop.zone),
        arrives: local(to.arrival, to.stop.zone),
        departs_at: from.departure,
        arrives_at: to.arrival,
        platform: from.platform.clone(),
        seat,
        coach,
        vehicle: trip.seat_map.as_ref().map_or_else(String::new, |map| {
            let title = map.title();
            language.pick(&title.ru, &title.ky, &title.en).to_owned()
        }),
        price: money(language, line.price_minor, &line.currency),
        baggage: bought(Ancillary::Baggage),
        extras: bought(Ancillary::Extra),
    })
}

/// `GET /files/{number}/{secret}/{name}`.
pub async fn file(
    State(app): State<App>,
    Path((number, secret, name)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Response {
    match make(&app, &number, &secret, &name, &headers).await {
        Ok(response) => response,
        Err(Refused::NotFound) => (StatusCode::NOT_FOUND, "there is no such file").into_response(),
        Err(Refused::TooMany) => (StatusCode::TOO_MANY_REQUESTS, "too many wrong links").into_response(),
        Err(Refused::Fault(fault)) => {
            tracing::error!(?fault, "a file could not be made");
            (StatusCode::INTERNAL_SERVER_ERROR, "try again").into_response()
        }
    }
}

enum Refused {
    NotFound,
    TooMany,
    Fault(Fault),
}

impl<E: Into<Fault>> From<E> for Refused {
    fn from(error: E) -> Self {
        Refused::Fault(error.into())
    }
}

async fn make(app: &App, number: &str, secret: &str, name: &str, headers: &HeaderMap) -> Result<Response, Refused> {
    if number.contains('\0') {
        return Err(Refused::NotFound);
    }
    let order = order::Entity::find().filter(order::Column::Number.eq(number)).one(app.db.read()).await?;
    let order = order.ok_or(Refused::NotFound)?;
    let address = crate::http::forwarded(app, headers).unwrap_or_default();
    if !guess_secret(app, &address, order.id, secret).await.map_err(|_| Refused::TooMany)? {
        return Err(Refused::NotFound);
    }
    let language = Language::parse(&order.language).unwrap_or_default();
    let bundle = Bundle::one(app.db.read(), order.id).await?.ok_or(Refused::NotFound)?;
    let sheets = sheets(app, &bundle).await?;
    if sheets.is_empty() && name != RECEIPTS {
        return Err(Refused::NotFound);
    }
    let (mime, bytes) = match name {
        RECEIPTS => {
            let rows = receipts_of(app, order.id).await?;
            ("application/pdf", receipts_pdf(app, &rows, language).await?.ok_or(Refused::NotFound)?)
        }
        "tickets.pdf" => ("application/pdf", pdf(&sheets, language)?),
        "trip.ics" => ("text/calendar; charset=utf-8", calendar(&sheets, language, app.clock.now()).into_bytes()),
        _ => return Err(Refused::NotFound),
    };
    let disposition = format!("inline; filename=\"{number}-{name}\"");
    let headers = [
        (header::CONTENT_TYPE, mime.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
        (header::REFERRER_POLICY, "no-referrer".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
