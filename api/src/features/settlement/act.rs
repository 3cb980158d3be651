//! The act of a settlement on paper: A4 upright, both parties, the lines, the trips, places for signatures.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::{carrier, contract, fiscal_register, settlement};

use crate::app::App;
use crate::features::network::in_language;
use crate::i18n::{Language, day, grouped, in_words, t};
use crate::platform::Fault;
use crate::platform::paper::{ACCENT, INK, PAPER, Pen, SOFT, document, wrap};

use super::file::lines;
use super::types::{SettlementTrip, contract_of};

/// Points.
const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 36.0;
const ROW: f32 = 15.0;
/// Where the trips' rows begin on pages of their own, and how many there are.
const TOP: f32 = 70.0;
const ROWS: usize = 46;
/// Left edges of the trips' columns; amounts end where the next begins.
const COLUMNS: [f32; 8] = [36.0, 92.0, 262.0, 292.0, 350.0, 412.0, 466.0, 514.0];

/// What stands on the paper.
pub struct Paper {
    row: settlement::Model,
    trips: Vec<SettlementTrip>,
    carrier: carrier::Model,
    contract: Option<contract::Model>,
    /// The station's own name and number of the taxpayer, as its cash register has them.
    station: Option<(String, String)>,
    language: Language,
}

impl Paper {
    pub async fn of(
        app: &App,
        row: settlement::Model,
        trips: Vec<SettlementTrip>,
        language: Language,
    ) -> Result<Self, Fault> {
        let db = app.db.read();
        let carrier = carrier::Entity::find_by_id(row.carrier_id).one(db).await?;
        let carrier = carrier.ok_or_else(|| Fault::new("a settlement without its carrier"))?;
        let register = fiscal_register::Entity::find().filter(fiscal_register::Column::ServesAll.eq(true));
        let station = register.one(db).await?.map(|row| (row.organisation, row.inn));
        let contract = contract_of(app, &row).await?;
        Ok(Paper { row, trips, carrier, contract, station, language })
    }

    fn word(&self, key: &str, values: &[(&str, &str)]) -> String {
        t(self.language, &format!("settlement.{key}"), values)
    }

    fn amount(&self, minor: i64) -> String {
        grouped(minor, &self.row.currency, self.language)
    }
}

enum Sheet<'a> {
    Act,
    Trips(usize, &'a [SettlementTrip]),
}

pub fn pdf(paper: &Paper) -> Result<Vec<u8>, Fault> {
    let mut sheets = vec![Sheet::Act];
    sheets.extend(paper.trips.chunks(ROWS).enumerate().map(|(n, trips)| Sheet::Trips(n + 2, trips)));
    let pages = sheets.len();
    document((WIDTH, HEIGHT), &sheets, |pen, sheet| {
        let number = match sheet {
            Sheet::Act => {
                act(pen, paper);
                1
            }
            Sheet::Trips(number, trips) => {
                table(pen, paper, trips, *number == pages);
                *number
            }
        };
        let page = [("page", number.to_string()), ("pages", pages.to_string())];
        let page = page.each_ref().map(|(name, value)| (*name, value.as_str()));
        pen.text(WIDTH - 130.0, HEIGHT - 20.0, 8.0, false, SOFT, &paper.word("page", &page));
        Ok(())
    })
}

fn act(pen: &mut Pen<'_, '_>, paper: &Paper) {
    let row = &paper.row;
    pen.rectangle(0.0, 0.0, WIDTH, 52.0, ACCENT);
    pen.text(MARGIN, 33.0, 16.0, true, PAPER, &paper.word("act", &[("number", &row.number.to_string())]));
    let period = paper.word("period", &[("from", &day(row.starts_on)), ("to", &day(row.ends_on))]);
    pen.text(MARGIN, 76.0, 11.0, true, INK, &period);
    let contract = paper.contract.as_ref().map(|row| paper.word("byContract", &[("number", &row.number)]));
    let contract = contract.unwrap_or_else(|| paper.word("noContract", &[]));
    pen.text(MARGIN, 92.0, 9.5, false, SOFT, &contract);
    if row.approved_at.is_none() {
        pen.text(WIDTH - 190.0, 76.0, 11.0, true, SOFT, &paper.word("isDraft", &[]));
    }
    let half = WIDTH / 2.0;
    let (name, inn) = paper.station.clone().unwrap_or_default();
    party(pen, paper, MARGIN, "station", &name, &inn);
    let legal = paper.carrier.legal_name.clone();
    let legal = legal.unwrap_or_else(|| in_language(&paper.carrier.name, paper.language).to_owned());
    party(pen, paper, half + 8.0, "carrier", &legal, paper.carrier.inn.as_deref().unwrap_or_default());
    let mut y = 202.0;
    for (line, minor) in lines(row) {
        let bold = matches!(line, "opening" | "closing");
        let count = match line {
            "sold" => Some(row.sold_count),
            "returned" => Some(row.returned_count),
            _ => None,
        };
        let mut name = paper.word(&format!("line.{line}"), &[]);
        if let Some(count) = count {
            name = format!("{name} ({count})");
        }
        pen.text(MARGIN, y, 10.5, bold, INK, &name);
        pen.right(WIDTH - MARGIN, y, 10.5, bold, &format!("{} {}", paper.amount(minor), row.currency));
        pen.rectangle(MARGIN, y + 5.0, WIDTH - 2.0 * MARGIN, 0.5, SOFT);
        y += 21.0;
    }
    y += 12.0;
    let key = if row.closing_minor < 0 { "carrierOwes" } else { "stationOwes" };
    let owed = format!("{} {}", paper.amount(row.closing_minor.abs()), row.currency);
    y = pen.wrapped((MARGIN, y), 11.0, true, WIDTH - 2.0 * MARGIN, 2, &paper.word(key, &[("amount", &owed)]));
    let words = in_words(row.closing_minor.abs(), &row.currency, paper.language);
    y = pen.wrapped((MARGIN, y + 2.0), 9.5, false, WIDTH - 2.0 * MARGIN, 2, &words);
    y = pen.wrapped((MARGIN, y + 6.0), 9.5, false, WIDTH - 2.0 * MARGIN, 3, &paper.word("agreed", &[]));
    signatures(pen, paper, (y + 60.0).max(640.0));
}

fn party(pen: &mut Pen<'_, '_>, paper: &Paper, x: f32, role: &str, name: &str, inn: &str) {
    let or_line = |text: &str| if text.is_empty() { "______________________".to_owned() } else { text.to_owned() };
    pen.text(x, 122.0, 8.5, false, SOFT, &paper.word(role, &[]));
    let y = pen.wrapped((x, 137.0), 11.0, true, WIDTH / 2.0 - MARGIN - 14.0, 2, &or_line(name));
    pen.text(x, y + 4.0, 9.5, false, INK, &format!("{} {}", paper.word("inn", &[]), or_line(inn)));
}

fn signatures(pen: &mut Pen<'_, '_>, paper: &Paper, y: f32) {
    let director = paper.carrier.director.clone().unwrap_or_default();
    for (x, role, name) in [(MARGIN, "station", ""), (WIDTH / 2.0 + 8.0, "carrier", director.as_str())] {
        pen.text(x, y, 9.5, false, SOFT, &paper.word(role, &[]));
        pen.rectangle(x, y + 38.0, 150.0, 0.7, INK);
        pen.text(x, y + 50.0, 8.0, false, SOFT, &paper.word("signature", &[]));
        pen.text(x + 156.0, y + 36.0, 9.5, false, INK, name);
        pen.text(x, y + 78.0, 8.5, false, SOFT, &paper.word("seal", &[]));
    }
}

fn table(pen: &mut Pen<'_, '_>, paper: &Paper, trips: &[SettlementTrip], last: bool) {
    let heads = ["date", "route", "soldCount", "sold", "returned", "commission", "stationFee", "total"];
    let ends: [f32; 8] = std::array::from_fn(|n| COLUMNS.get(n + 1).map_or(WIDTH - MARGIN, |next| next - 4.0));
    pen.text(MARGIN, 36.0, 12.0, true, INK, &paper.word("trips", &[("currency", &paper.row.currency)]));
    for (n, ((head, x), end)) in heads.iter().zip(COLUMNS).zip(ends).enumerate() {
        let name = paper.word(&format!("head.{head}"), &[]);
        let name = wrap(&name, (end - x) / 3.4, 1).remove(0);
        match n {
            0 | 1 => pen.text(x, TOP - 12.0, 6.8, false, INK, &name),
            _ => pen.right(end, TOP - 12.0, 6.8, false, &name),
        }
    }
    let mut y = TOP;
    let mut line = |texts: [String; 8], bold: bool| {
        pen.rectangle(MARGIN, y - 7.0, WIDTH - 2.0 * MARGIN, 0.4, SOFT);
        for (n, ((text, x), end)) in texts.iter().zip(COLUMNS).zip(ends).enumerate() {
            match n {
                0 | 1 => {
                    let text = wrap(text, (end - x) / 4.4, 1).remove(0);
                    pen.text(x, y + 4.0, 8.0, bold, INK, &text);
                }
                _ => pen.right(end, y + 4.0, 8.0, bold, text),
            }
        }
        y += ROW;
    };
    let texts = |name: (String, String), sums: [i64; 6]| {
        let [count, sold, back, commission, fee, left] = sums;
        let amount = |minor| paper.amount(minor);
        [name.0, name.1, count.to_string(), amount(sold), amount(back), amount(commission), amount(fee), amount(left)]
    };
    for trip in trips {
        line(texts((day(trip.service_date), trip.route.clone()), sums(trip)), false);
    }
    if last {
        let total = paper.trips.iter().map(sums).fold([0; 6], |mut all, one| {
            all.iter_mut().zip(one).for_each(|(all, one)| *all += one);
            all
        });
        line(texts((t(paper.language, "report_total", &[]), String::new()), total), true);
    }
}

/// Passengers, sold, given back or changed, commission, fee, what is left.
fn sums(trip: &SettlementTrip) -> [i64; 6] {
    let part = &trip.part;
    let back = part.returned_minor + part.exchanged_minor + part.handed_over_minor;
    [part.sold_count, part.sold_minor, back, part.commission_minor, part.station_fee_minor, trip.left()]
}
