//! A network's row, read.

use std::collections::BTreeMap;

use domain::money::{Currency, percent_of};
use domain::terminal::{Bounds, Dialect, Outcome, Results, SumForm};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use uuid::Uuid;

use ::entity::terminal_network;

use crate::app::App;
use crate::platform::Fault;

/// A network with its settings.
pub struct Settings {
    pub row: terminal_network::Model,
    pub results: Results,
    pub sum_form: SumForm,
    pub currency: Currency,
    pub fee_percent: Decimal,
    pub addresses: Vec<String>,
}

impl Settings {
    pub fn read(row: terminal_network::Model) -> Result<Self, Fault> {
        let numbers: BTreeMap<String, i32> = serde_json::from_value(row.results.clone())?;
        let known = numbers.iter().filter_map(|(code, number)| Some((Outcome::parse(code)?, *number)));
        Ok(Settings {
            results: Results::with(known),
            sum_form: SumForm::parse(&row.sum_form).ok_or_else(|| Fault::new("a sum in no known form"))?,
            currency: Currency::parse(&row.currency)?,
            fee_percent: row.fee_percent.parse()?,
            addresses: serde_json::from_value(row.addresses.clone())?,
            row,
        })
    }

    /// By the network's code.
    pub async fn find(app: &App, code: &str) -> Result<Option<Self>, Fault> {
        let row = terminal_network::Entity::find().filter(terminal_network::Column::Code.eq(code));
        row.one(app.db.read()).await?.map(Self::read).transpose()
    }

    pub fn bounds(&self) -> Bounds {
        let row = &self.row;
        Bounds { smallest: row.smallest_minor, largest: row.largest_minor, tolerance: row.tolerance_minor }
    }

    /// What the network keeps of a payment.
    pub fn fee(&self, sum_minor: i64) -> i64 {
        percent_of(sum_minor, self.fee_percent)
    }

    pub fn write_sum(&self, minor: i64) -> String {
        self.sum_form.write(minor, self.currency.exponent().min(2))
    }

    pub fn read_sum(&self, text: &str) -> Option<i64> {
        self.sum_form.read(text, self.currency.exponent().min(2))
    }
}

/// What is kept of a network's password.
pub fn password_hash(app: &App, network: Uuid, password: &str) -> Vec<u8> {
    app.secrets.token_hash("terminal password", &format!("{network}\n{password}"))
}

/// Outcomes by their codes, as a row keeps them.
pub fn table(results: &Results) -> Value {
    results
        .all()
        .map(|(outcome, number)| (outcome.code().to_owned(), Value::from(number)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// A network as its dialect begins, without a name and a password.
pub fn usual_settings(app: &App, code: &str, dialect: Dialect) -> terminal_network::Model {
    let preset = dialect.preset();
    terminal_network::Model {
        id: app.ids.new(),
        code: code.to_owned(),
        name: ::entity::Names::same(code),
        enabled: false,
        login: code.to_owned(),
        password: Vec::new(),
        addresses: Value::Array(Vec::new()),
        currency: Currency::KGS.code().to_owned(),
        smallest_minor: 1_000,
        largest_minor: 1_500_000,
        tolerance_minor: 20_000,
        fee_percent: "0".to_owned(),
        results: table(&preset.results),
        sum_form: preset.sum_form.code().to_owned(),
        cancels: preset.cancels,
        tells_status: preset.tells_status,
        made_at: app.clock.now(),
        version: 1,
    }
}
