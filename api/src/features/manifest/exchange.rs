//! A manifest as it is sent: JSON and XML of the same form, described in `docs/manifest-exchange.md`.

use serde_json::{Value, json};

use ::entity::manifest;

use crate::features::network::{TripState, TripView};
use crate::i18n::Language;

use super::content::Entry;
use super::destination::ExchangeFormat;

/// Version of the form: receivers refuse those they do not know.
const FORM: &str = "1";

/// Media type and body.
pub fn body(
    format: ExchangeFormat,
    row: &manifest::Model,
    trip: &TripView,
    entries: &[Entry],
) -> (&'static str, String) {
    let value = value(row, trip, entries);
    match format {
        ExchangeFormat::Json => ("application/json", value.to_string()),
        ExchangeFormat::Xml => {
            let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            element(&mut xml, "manifest", &value);
            ("application/xml", xml)
        }
    }
}

fn value(row: &manifest::Model, trip: &TripView, entries: &[Entry]) -> Value {
    let calls: Vec<Value> = trip
        .calls
        .iter()
        .map(|call| {
            let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&call.stop.zone).to_rfc3339();
            json!({
                "sequence": call.sequence, "code": call.stop.code, "name": call.stop.names.ru,
                "arrival": local(call.arrival), "departure": local(call.departure),
            })
        })
        .collect();
    let passengers: Vec<Value> = entries
        .iter()
        .map(|one| {
            json!({
                "ticket": one.ticket, "seat": one.seat, "lastName": one.last_name, "firstName": one.first_name,
                "middleName": one.middle_name, "birthDate": one.birth_date, "citizenship": one.citizenship,
                "documentKind": one.document_kind, "documentNumber": one.document_number, "category": one.category,
                "from": one.from, "to": one.to, "baggage": one.baggage,
            })
        })
        .collect();
    json!({
        "form": FORM,
        "id": row.id,
        "version": row.number,
        "madeAt": row.made_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        "trip": {
            "id": trip.id, "number": trip.number, "serviceDate": trip.service_date, "route": trip.route.names.ru,
            "routeNumber": trip.route.number, "carrier": trip.carrier.names.ru, "carrierCode": trip.carrier.code,
            "vehicle": vehicle(trip), "delayMinutes": trip.delay_minutes,
            "cancelled": trip.state == TripState::Cancelled, "calls": calls,
        },
        "passengers": passengers,
    })
}

fn vehicle(trip: &TripView) -> Option<String> {
    let title = trip.seat_map.as_ref()?.title();
    Some(Language::Ru.pick(&title.ru, &title.ky, &title.en).to_owned())
}

/// Names are those of the JSON; each member of a list is named by its singular; what is null is left out.
fn element(xml: &mut String, name: &str, value: &Value) {
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            xml.push_str(&format!("<{name}>"));
            fields.iter().for_each(|(name, value)| element(xml, name, value));
            xml.push_str(&format!("</{name}>"));
        }
        Value::Array(items) => {
            let one = name.strip_suffix('s').unwrap_or(name);
            xml.push_str(&format!("<{name}>"));
            items.iter().for_each(|item| element(xml, one, item));
            xml.push_str(&format!("</{name}>"));
        }
        Value::String(text) => xml.push_str(&format!("<{name}>{}</{name}>", escaped(text))),
        other => xml.push_str(&format!("<{name}>{other}</{name}>")),
    }
}

/// Text of an element; characters that XML does not have are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(one),
            one if one.is_control() => {}
            one => out.push(one),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_its_element() {
        let mut xml = String::new();
        let value = json!({ "name": "</a>&\"\u{0}'", "none": null, "calls": [{ "n": 1 }, { "n": 2 }], "yes": true });
        element(&mut xml, "a", &value);
        assert_eq!(
            xml,
            "<a><calls><call><n>1</n></call><call><n>2</n></call></calls><name>&lt;/a&gt;&amp;&quot;'</name><yes>true</yes></a>"
        );
    }
}
