use crate::features::ticket::{TicketSheet, qr_modules};
use crate::i18n::{Language, t};
use crate::platform::Fault;
use crate::platform::slip::{Row, Slip};

/// A ticket as a slip. `copy`: how often it was printed before.
pub fn ticket_slip(sheet: &TicketSheet, copy: usize, language: Language) -> Result<Slip, Fault> {
    let word = |key: &str| t(language, &format!("ticket.{key}"), &[]);
    let mut slip = vec![Row::Title(word("title"))];
    if copy > 0 {
        slip.push(Row::Strong(t(language, "printer.copy", &[("n", &copy.to_string())])));
    }
    slip.extend([
        Row::Pair(word("number"), sheet.number.clone()),
        Row::Pair(word("order"), sheet.order_number.clone()),
        Row::Rule,
        Row::Text(word("from")),
        Row::Strong(sheet.from.clone()),
        Row::Strong(sheet.departs.clone()),
        Row::Text(word("to")),
        Row::Strong(sheet.to.clone()),
        Row::Text(sheet.arrives.clone()),
        Row::Rule,
        Row::Pair(word("trip"), sheet.trip_number.clone()),
    ]);
    if let Some(coach) = &sheet.coach {
        slip.push(Row::StrongPair(word("coach"), coach.clone()));
    }
    slip.push(Row::StrongPair(word("seat"), sheet.seat.clone().unwrap_or_else(|| word("any_seat"))));
    if let Some(platform) = &sheet.platform {
        slip.push(Row::StrongPair(word("platform"), platform.clone()));
    }
    slip.extend([
        Row::Pair(word("carrier"), sheet.carrier.clone()),
        Row::Rule,
        Row::Text(word("passenger")),
        Row::Strong(sheet.passenger.clone()),
        Row::Text(format!("{} · {}", sheet.category, sheet.document)),
    ]);
    for (key, things) in [("baggage", &sheet.baggage), ("extras", &sheet.extras)] {
        if let Some(things) = things {
            slip.push(Row::Pair(word(key), things.clone()));
        }
    }
    slip.push(Row::StrongPair(word("price"), sheet.price.clone()));
    let (width, dark) = qr_modules(&sheet.qr)?;
    slip.push(Row::Code(width, dark));
    Ok(slip)
}
