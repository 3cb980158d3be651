//! The X and the Z report on paper, as wide as a receipt.

use async_graphql::SimpleObject;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use domain::money::{Currency, from_decimal};
use sea_orm::EntityTrait;

use ::entity::{account, desk, shift};

use crate::app::App;
use crate::features::blank::blanks_of;
use crate::features::network::in_language;
use crate::features::site::HOME_ZONE;
use crate::graphql::Money;
use crate::i18n::{Language, money, t};
use crate::platform::Fault;
use crate::platform::slip::{Row, Slip, WIDE, pdf};

use super::report::{ShiftTotals, totals};

/// A report of a shift for the printer.
#[derive(SimpleObject)]
pub struct ShiftReport {
    /// Of the file.
    pub name: String,
    pub mime: String,
    /// The contents in base64.
    pub content: String,
}

pub async fn report(app: &App, row: &shift::Model, language: Language) -> Result<ShiftReport, Fault> {
    let slip = report_slip(app, row, language).await?;
    let desk = desk_of(app, row).await?;
    let kind = if row.closed_at.is_some() { "z" } else { "x" };
    let sign: String = desk.sign.chars().map(|sign| if sign.is_alphanumeric() { sign } else { '_' }).collect();
    Ok(ShiftReport {
        name: format!("{kind}-{sign}-{}.pdf", row.number),
        mime: "application/pdf".to_owned(),
        content: STANDARD.encode(pdf(&[slip], WIDE)?),
    })
}

async fn desk_of(app: &App, row: &shift::Model) -> Result<desk::Model, Fault> {
    let desk = desk::Entity::find_by_id(row.desk_id).one(app.db.read()).await?;
    desk.ok_or_else(|| Fault::new("a shift without its desk"))
}

/// The report as a receipt printer prints it.
pub async fn report_slip(app: &App, row: &shift::Model, language: Language) -> Result<Slip, Fault> {
    let db = app.db.read();
    let desk = desk_of(app, row).await?;
    let cashier = account::Entity::find_by_id(row.account_id).one(db).await?;
    let network = app.network.get(app).await?;
    let station = network.stop(desk.stop_id).map(|stop| in_language(&stop.names, language).to_owned());
    let name = cashier.and_then(|row| {
        let names: Vec<String> = [row.last_name, row.first_name].into_iter().flatten().collect();
        if names.is_empty() { row.email } else { Some(names.join(" ")) }
    });
    let sums = totals(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let word = |key: &str| t(language, &format!("shift_report.{key}"), &[]);
    let at = |at: DateTime<Utc>| at.with_timezone(&HOME_ZONE).format("%d.%m.%Y %H:%M").to_string();
    let mut slip = vec![
        Row::Title(word(if row.closed_at.is_some() { "z" } else { "x" })),
        Row::Text(station.unwrap_or_default()),
        Row::Pair(word("desk"), desk.sign),
        Row::Pair(word("number"), row.number.to_string()),
        Row::Pair(word("cashier"), name.unwrap_or_default()),
        Row::Pair(word("opened"), at(row.opened_at)),
        Row::Pair(word("made"), at(row.closed_at.unwrap_or_else(|| app.clock.now()))),
    ];
    for one in &sums {
        slip.push(Row::Rule);
        slip.extend(of_currency(one, language));
    }
    let blanks = blanks_of(db, row.id).await?;
    if !blanks.is_empty() {
        slip.extend([Row::Rule, Row::Strong(word("blanks"))]);
    }
    for one in blanks {
        slip.push(Row::Pair(t(language, &format!("blank_state.{}", one.code()), &[]), one.count.to_string()));
        slip.extend(one.ranges.into_iter().map(Row::Text));
    }
    slip.push(Row::Rule);
    if let Some(note) = &row.closing_note {
        slip.extend([Row::Strong(word("note")), Row::Text(note.clone())]);
    }
    slip.push(Row::Pair(word("signature"), "______________".to_owned()));
    Ok(slip)
}

fn of_currency(one: &ShiftTotals, language: Language) -> Slip {
    let word = |key: &str| t(language, &format!("shift_report.{key}"), &[]);
    let sum = |amount: &Money| {
        let minor = Currency::parse(&one.currency).map_or(0, |of| from_decimal(amount.amount, of).unwrap_or(0));
        money(language, minor, &one.currency)
    };
    let row = |key: &str, amount: &Money| Row::Pair(word(key), sum(amount));
    let count = |key: &str, count: i32| Row::Pair(word(key), count.to_string());
    vec![
        Row::Strong(one.currency.clone()),
        row("float", &one.float),
        row("soldForCash", &one.sold_for_cash),
        row("soldByCard", &one.sold_by_card),
        count("saleCount", one.sale_count),
        row("returnedInCash", &one.returned_in_cash),
        row("returnedByCard", &one.returned_by_card),
        count("returnCount", one.return_count),
        row("putIn", &one.put_in),
        row("takenOut", &one.taken_out),
        row("collected", &one.collected),
        row("difference", &one.difference),
        Row::StrongPair(word("inTill"), sum(&one.in_till)),
    ]
}
