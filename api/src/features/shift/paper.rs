//! The X and the Z report on paper, as wide as a receipt.

use async_graphql::SimpleObject;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use domain::money::{Currency, from_decimal};
use sea_orm::EntityTrait;

use ::entity::{account, desk, shift};

use crate::app::App;
use crate::features::network::in_language;
use crate::features::site::HOME_ZONE;
use crate::graphql::Money;
use crate::i18n::{Language, money, t};
use crate::platform::Fault;
use crate::platform::paper::{INK, Pen, SOFT, document, wrap};

use super::report::{ShiftTotals, totals};

/// Points: paper of 80 mm, of which 72 are printed on.
const WIDTH: f32 = 227.0;
const MARGIN: f32 = 12.0;
const TEXT: f32 = 8.5;
const LINE: f32 = 13.0;

/// A report of a shift for the printer.
#[derive(SimpleObject)]
pub struct ShiftReport {
    /// Of the file.
    pub name: String,
    pub mime: String,
    /// The contents in base64.
    pub content: String,
}

/// A line of the report: words, and what they come to.
struct Row {
    words: String,
    amount: String,
    bold: bool,
}

pub async fn report(app: &App, row: &shift::Model, language: Language) -> Result<ShiftReport, Fault> {
    let db = app.db.read();
    let desk =
        desk::Entity::find_by_id(row.desk_id).one(db).await?.ok_or_else(|| Fault::new("a shift without its desk"))?;
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
    let title = word(if row.closed_at.is_some() { "z" } else { "x" });
    let mut rows: Vec<Row> = Vec::new();
    let mut fact = |key: &str, value: String| rows.push(Row { words: word(key), amount: value, bold: false });
    fact("desk", desk.sign.clone());
    fact("number", row.number.to_string());
    fact("cashier", name.unwrap_or_default());
    fact("opened", at(row.opened_at));
    fact("made", at(row.closed_at.unwrap_or_else(|| app.clock.now())));
    for one in &sums {
        rows.extend(of_currency(one, language));
    }
    if let Some(note) = &row.closing_note {
        rows.push(Row { words: word("note"), amount: String::new(), bold: true });
        rows.extend(wrap(note, (WIDTH - 2.0 * MARGIN) / (TEXT * 0.56), 12).into_iter().map(|line| Row {
            words: line,
            amount: String::new(),
            bold: false,
        }));
    }
    rows.push(Row { words: word("signature"), amount: "______________".to_owned(), bold: false });
    let lines = u16::try_from(rows.len()).unwrap_or(200);
    let height = 70.0 + f32::from(lines) * LINE;
    let content = document((WIDTH, height), &[()], |pen, ()| {
        pen.text(MARGIN, 24.0, 13.0, true, INK, &title);
        pen.text(MARGIN, 38.0, TEXT, false, SOFT, station.as_deref().unwrap_or_default());
        draw(pen, &rows);
        Ok(())
    })?;
    let kind = if row.closed_at.is_some() { "z" } else { "x" };
    let sign: String = desk.sign.chars().map(|sign| if sign.is_alphanumeric() { sign } else { '_' }).collect();
    Ok(ShiftReport {
        name: format!("{kind}-{sign}-{}.pdf", row.number),
        mime: "application/pdf".to_owned(),
        content: STANDARD.encode(content),
    })
}

fn draw(pen: &mut Pen<'_, '_>, rows: &[Row]) {
    let mut y = 56.0;
    for row in rows {
        pen.text(MARGIN, y, TEXT, row.bold, INK, &row.words);
        // Figures of the house's font are as wide as half its size.
        let letters = u16::try_from(row.amount.chars().count()).unwrap_or(0);
        let x = WIDTH - MARGIN - f32::from(letters) * TEXT * 0.56;
        pen.text(x.max(MARGIN), y, TEXT, row.bold, INK, &row.amount);
        y += LINE;
    }
}

fn of_currency(one: &ShiftTotals, language: Language) -> Vec<Row> {
    let row = |key: &str, amount: &Money| Row {
        words: t(language, &format!("shift_report.{key}"), &[]),
        amount: money(
            language,
            Currency::parse(&one.currency).map_or(0, |of| from_decimal(amount.amount, of).unwrap_or(0)),
            &one.currency,
        ),
        bold: false,
    };
    let count = |key: &str, count: i32| Row {
        words: t(language, &format!("shift_report.{key}"), &[]),
        amount: count.to_string(),
        bold: false,
    };
    vec![
        Row { words: one.currency.clone(), amount: String::new(), bold: true },
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
        Row { bold: true, ..row("inTill", &one.in_till) },
    ]
}
