//! An invoice and its act on paper: A4 upright.

use domain::wallet::{EntryKind, InvoiceKind};

use ::entity::company_invoice;

use crate::features::network::in_language;
use crate::features::site::{at_home, local_today};
use crate::i18n::{Language, day, grouped, in_words, t};
use crate::platform::Fault;
use crate::platform::paper::{ACCENT, INK, PAPER, Pen, SOFT, document, wrap};

use super::export_invoice::InvoicePaper;
use super::invoice::{Facts, Line, Party};

/// Points.
const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 36.0;
/// Where rows begin on the pages of the list, and how many there are.
const TOP: f32 = 74.0;
const ROWS: usize = 34;
const ROW: f32 = 21.0;
/// Left edges: day, what and order, trip, passengers, amount.
const COLUMNS: [f32; 5] = [36.0, 98.0, 196.0, 452.0, 486.0];

/// What stands on the paper.
pub struct Paper {
    row: company_invoice::Model,
    facts: Facts,
    paper: InvoicePaper,
    language: Language,
}

impl Paper {
    pub fn of(row: company_invoice::Model, paper: InvoicePaper, language: Language) -> Result<Self, Fault> {
        Ok(Paper { facts: Facts::of(&row)?, row, paper, language })
    }

    fn word(&self, key: &str, values: &[(&str, &str)]) -> String {
        t(self.language, &format!("invoice.{key}"), values)
    }

    fn amount(&self, minor: i64) -> String {
        grouped(minor, &self.row.currency, self.language)
    }

    fn in_words(&self, minor: i64) -> String {
        in_words(minor, &self.row.currency, self.language)
    }

    fn is_act(&self) -> bool {
        self.paper == InvoicePaper::Act
    }

    /// What was provided: bought less given back.
    fn provided(&self) -> i64 {
        -(self.row.bought_minor + self.row.returned_minor)
    }
}

enum Sheet<'a> {
    Front,
    Lines(usize, &'a [&'a Line]),
}

pub fn pdf(paper: &Paper) -> Result<Vec<u8>, Fault> {
    // What was paid is no part of what an act confirms.
    let tickets = |line: &&Line| [EntryKind::Purchase, EntryKind::Refund].iter().any(|kind| kind.code() == line.kind);
    let lines: Vec<&Line> = paper.facts.lines.iter().filter(|line| !paper.is_act() || tickets(line)).collect();
    let mut sheets = vec![Sheet::Front];
    sheets.extend(lines.chunks(ROWS).enumerate().map(|(n, lines)| Sheet::Lines(n + 2, lines)));
    let pages = sheets.len();
    document((WIDTH, HEIGHT), &sheets, |pen, sheet| {
        let number = match sheet {
            Sheet::Front => {
                front(pen, paper);
                1
            }
            Sheet::Lines(number, lines) => {
                table(pen, paper, lines);
                *number
            }
        };
        let page = [("page", number.to_string()), ("pages", pages.to_string())];
        let page = page.each_ref().map(|(name, value)| (*name, value.as_str()));
        pen.text(WIDTH - 130.0, HEIGHT - 20.0, 8.0, false, SOFT, &t(paper.language, "settlement.page", &page));
        Ok(())
    })
}

fn front(pen: &mut Pen<'_, '_>, paper: &Paper) {
    let (row, facts) = (&paper.row, &paper.facts);
    pen.rectangle(0.0, 0.0, WIDTH, 52.0, ACCENT);
    let title = if paper.is_act() { "act" } else { "invoice" };
    let issued = day(local_today(row.issued_at));
    let title = paper.word(title, &[("number", &row.number.to_string()), ("day", &issued)]);
    pen.text(MARGIN, 33.0, 16.0, true, PAPER, &title);
    let what = match (row.starts_on, row.ends_on) {
        (Some(from), Some(to)) => t(paper.language, "settlement.period", &[("from", &day(from)), ("to", &day(to))]),
        _ => paper.word("advance", &[]),
    };
    pen.text(MARGIN, 76.0, 11.0, true, INK, &what);
    let contract = [("number", facts.contract_number.as_str()), ("day", &day(facts.contract_from))];
    pen.text(MARGIN, 92.0, 9.5, false, SOFT, &paper.word("byContract", &contract));
    if let Some(at) = row.cancelled_at {
        let text = paper.word("cancelled", &[("day", &day(local_today(at)))]);
        pen.text(WIDTH - 190.0, 76.0, 11.0, true, INK, &text);
    }
    let blank = Party::default();
    party(pen, paper, MARGIN, "seller", facts.station.as_ref().unwrap_or(&blank));
    party(pen, paper, WIDTH / 2.0 + 8.0, "buyer", &facts.company);
    let mut y = 214.0;
    for (name, minor, bold) in figures(paper) {
        pen.text(MARGIN, y, 10.5, bold, INK, &paper.word(name, &[]));
        pen.right(WIDTH - MARGIN, y, 10.5, bold, &format!("{} {}", paper.amount(minor), row.currency));
        pen.rectangle(MARGIN, y + 5.0, WIDTH - 2.0 * MARGIN, 0.5, SOFT);
        y += 21.0;
    }
    let (total, key) = if paper.is_act() { (paper.provided(), "provided") } else { (row.due_minor, "due") };
    let amount = format!("{} {}", paper.amount(total), row.currency);
    let wide = WIDTH - 2.0 * MARGIN;
    y = pen.wrapped((MARGIN, y + 14.0), 12.0, true, wide, 2, &paper.word(key, &[("amount", &amount)]));
    y = pen.wrapped((MARGIN, y + 3.0), 10.5, false, wide, 3, &paper.in_words(total));
    let text = match paper.paper {
        InvoicePaper::Act => paper.word("agreed", &[]),
        InvoicePaper::Invoice if row.due_minor == 0 => paper.word("nothing", &[]),
        InvoicePaper::Invoice => {
            paper.word("payUntil", &[("day", &day(row.due_on)), ("number", &row.number.to_string())])
        }
    };
    y = pen.wrapped((MARGIN, y + 8.0), 9.5, false, wide, 3, &text);
    signatures(pen, paper, (y + 60.0).max(620.0));
}

/// The lines of the front page: names, minor units, whether they stand out.
fn figures(paper: &Paper) -> Vec<(&'static str, i64, bool)> {
    let row = &paper.row;
    if paper.is_act() {
        return vec![("line.tickets", -row.bought_minor, false), ("line.returned", -row.returned_minor, false)];
    }
    if row.kind != InvoiceKind::Period.code() {
        return vec![("line.advance", row.due_minor, false)];
    }
    vec![
        ("line.opening", row.opening_minor, true),
        ("line.bought", row.bought_minor, false),
        ("line.returned", row.returned_minor, false),
        ("line.paid", row.paid_minor, false),
        ("line.closing", row.closing_minor, true),
    ]
}

fn party(pen: &mut Pen<'_, '_>, paper: &Paper, x: f32, role: &str, party: &Party) {
    let or_line = |text: &str| if text.is_empty() { "______________________".to_owned() } else { text.to_owned() };
    let wide = WIDTH / 2.0 - MARGIN - 14.0;
    pen.text(x, 122.0, 8.5, false, SOFT, &paper.word(role, &[]));
    let y = pen.wrapped((x, 137.0), 11.0, true, wide, 2, &or_line(&party.name));
    let inn = t(paper.language, "settlement.inn", &[]);
    pen.text(x, y + 4.0, 9.5, false, INK, &format!("{inn} {}", or_line(&party.inn)));
    pen.wrapped((x, y + 18.0), 9.5, false, wide, 2, party.address.as_deref().unwrap_or_default());
}

fn signatures(pen: &mut Pen<'_, '_>, paper: &Paper, y: f32) {
    let both = [(MARGIN, "seller"), (WIDTH / 2.0 + 8.0, "buyer")];
    for (x, role) in both.into_iter().take(if paper.is_act() { 2 } else { 1 }) {
        pen.text(x, y, 9.5, false, SOFT, &paper.word(role, &[]));
        pen.rectangle(x, y + 38.0, 150.0, 0.7, INK);
        pen.text(x, y + 50.0, 8.0, false, SOFT, &t(paper.language, "settlement.signature", &[]));
        pen.text(x, y + 78.0, 8.5, false, SOFT, &t(paper.language, "settlement.seal", &[]));
    }
}

fn table(pen: &mut Pen<'_, '_>, paper: &Paper, lines: &[&Line]) {
    let end = |n: usize| COLUMNS.get(n + 1).map_or(WIDTH - MARGIN, |next| next - 6.0);
    pen.text(MARGIN, 36.0, 12.0, true, INK, &paper.word("lines", &[("currency", &paper.row.currency)]));
    for (n, head) in ["when", "order", "trip", "passengers", "amount"].into_iter().enumerate() {
        let name = paper.word(&format!("head.{head}"), &[]);
        match n {
            0..=2 => pen.text(COLUMNS[n], TOP - 14.0, 7.5, false, SOFT, &name),
            _ => pen.right(end(n), TOP - 14.0, 7.5, false, &name),
        }
    }
    let mut y = TOP;
    for line in lines {
        pen.rectangle(MARGIN, y - 9.0, WIDTH - 2.0 * MARGIN, 0.4, SOFT);
        let at = at_home(line.at);
        pen.text(COLUMNS[0], y, 8.0, false, INK, &day(at.date()));
        pen.text(COLUMNS[0], y + 9.0, 7.0, false, SOFT, &at.format("%H:%M").to_string());
        pen.text(COLUMNS[1], y, 8.0, true, INK, &line.order);
        pen.text(COLUMNS[1], y + 9.0, 7.0, false, SOFT, &paper.word(&format!("kind.{}", line.kind), &[]));
        let trip = wrap(in_language(&line.trip, paper.language), (end(2) - COLUMNS[2]) / 4.3, 2);
        for (n, text) in trip.iter().enumerate() {
            pen.text(COLUMNS[2], y + 9.0 * n as f32, 7.6, false, INK, text);
        }
        let count = line.passengers.map(|count| count.to_string()).unwrap_or_default();
        pen.right(end(3), y, 8.0, false, &count);
        pen.right(end(4), y, 8.0, false, &paper.amount(line.amount_minor));
        y += ROW;
    }
}
