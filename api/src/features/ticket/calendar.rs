use chrono::{DateTime, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike};

use crate::i18n::{Language, t};

use super::TicketSheet;

/// One event for each ride, whoever travels on it, with a reminder two hours before.
pub fn calendar(sheets: &[TicketSheet], language: Language, now: DateTime<Utc>) -> String {
    let mut calendar = Calendar::new();
    let mut rides: Vec<&TicketSheet> = Vec::new();
    for sheet in sheets {
        if !rides.iter().any(|ride| ride.trip_number == sheet.trip_number && ride.departs_at == sheet.departs_at) {
            rides.push(sheet);
        }
    }
    for ride in rides {
        let together =
            sheets.iter().filter(|sheet| sheet.trip_number == ride.trip_number && sheet.departs_at == ride.departs_at);
        let people: Vec<String> = together
            .map(|sheet| match &sheet.seat {
                Some(seat) => format!("{} – {}", sheet.passenger, t(language, "line.seat", &[("seat", seat)])),
                None => sheet.passenger.clone(),
            })
            .collect();
        let event = Event::new()
            .uid(&format!("{}-{}@beket", ride.order_number, ride.trip_number))
            .timestamp(now)
            .summary(&format!("{} → {}", ride.from, ride.to))
            .description(&format!(
                "{} {}\n{} {}\n{}",
                t(language, "ticket.order", &[]),
                ride.order_number,
                t(language, "ticket.trip", &[]),
                ride.trip_number,
                people.join("\n")
            ))
            .location(&ride.from)
            .starts(ride.departs_at)
            .ends(ride.arrives_at)
            .alarm(Alarm::display(&format!("{} → {}", ride.from, ride.to), -TimeDelta::hours(2)))
            .done();
        calendar.push(event);
    }
    calendar.done().to_string()
}
