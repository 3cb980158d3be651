use async_graphql::{Context, ID, InputObject, Object, Result};
use domain::money::Currency;
use domain::terminal::{Outcome, Results, SumForm};
use rust_decimal::Decimal;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};
use serde_json::{Value, json};

use ::entity::terminal_network;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, Kind, Permission, ThreeNamesInput, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::addresses::read_block;
use super::settings::{password_hash, table};
use super::types::{
    SaveTerminalNetworkResult, TerminalNetwork, TerminalNetworkSaved, TerminalOutcome, TerminalSumForm,
};

/// Characters of a password.
const PASSWORD: std::ops::RangeInclusive<usize> = 12..=100;
const MOST_ADDRESSES: usize = 100;

/// A network's number of an outcome.
#[derive(InputObject)]
pub struct TerminalResultInput {
    pub outcome: TerminalOutcome,
    /// From 0 to 9999.
    pub number: i32,
}

#[derive(InputObject)]
pub struct SaveTerminalNetworkInput {
    /// Of the network that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// From 2 to 24 small Latin letters, digits and hyphens; stays as it was made.
    pub code: String,
    /// As payments name it, to 60 letters.
    pub names: ThreeNamesInput,
    /// False: nothing new is paid through it.
    pub enabled: bool,
    /// With which it asks: to 40 characters without a colon.
    pub login: String,
    /// From 12 to 100 characters; is shown to nobody again. A new network needs one; without it the present one stays.
    pub password: Option<String>,
    /// Addresses and blocks of them, `203.0.113.7` and `2001:db8::/32`, that may ask; empty: all. At most 100.
    #[graphql(default)]
    pub addresses: Vec<String>,
    /// ISO 4217. Stays as it was made.
    #[graphql(default_with = "\"KGS\".to_owned()")]
    pub currency: String,
    /// The least that it takes at once, in whole units of the currency.
    pub smallest: Decimal,
    /// The most that it takes at once.
    pub largest: Decimal,
    /// So much more than is due is accepted.
    pub tolerance: Decimal,
    /// What it keeps of each payment: from 0 to 50, with two digits after the point.
    pub fee_percent: Decimal,
    /// Its numbers; what is left out has the family's.
    #[graphql(default)]
    pub results: Vec<TerminalResultInput>,
    pub sum_form: TerminalSumForm,
    /// It may take payments back.
    pub cancels: bool,
    /// It may ask what came of a payment.
    pub tells_status: bool,
}

#[derive(Default)]
pub struct SaveTerminalNetwork;

#[Object]
impl SaveTerminalNetwork {
    /// Staff: a new network of payment terminals, or a change of one. TERMINAL_CODE and CODE_TAKEN at `code`,
    /// TERMINAL_LOGIN at `login`, TERMINAL_PASSWORD at `password`, ADDRESS at `addresses.0`, LARGEST_BELOW at `largest`,
    /// PERCENT at `feePercent`, and RESULT_CONFUSED at `results.OUTCOME` where the network would take an answer for another.
    #[graphql(guard = "Can(Permission::ManageGateways)", complexity = "20 + child_complexity")]
    async fn save_terminal_network(
        &self,
        ctx: &Context<'_>,
        input: SaveTerminalNetworkInput,
    ) -> Result<SaveTerminalNetworkResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = match &input.id {
            Some(id) => Some(lock_network(&*tx, id).await?),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveTerminalNetworkResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let row = read(app, &mut form, &input, before.as_ref());
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveTerminalNetworkResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        if let Err(error) = upsert::<terminal_network::Entity>(&tx, vec![row.clone()]).await {
            if matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_))) {
                let mut form = Form::new(viewer.language);
                form.wrong("code", "CODE_TAKEN");
                let answer = SaveTerminalNetworkResult::InvalidInput(form.told());
                return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
            }
            return Err(Fault::from(error).into());
        }
        let mut change = Change::saved(before.as_ref().map(facts), facts(&row));
        if before.is_some() && input.password.is_some() {
            change = Change::of(facts_with(before.as_ref().unwrap_or(&row), false), facts_with(&row, true));
        }
        let subject = format!("terminal_network:{}", row.id);
        audit_change(app, &tx, viewer, "SAVE_TERMINAL_NETWORK", &subject, change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.terminal_names.forget(&row.code);
        Ok(SaveTerminalNetworkResult::Saved(TerminalNetworkSaved { network: TerminalNetwork(row) }))
    }
}

/// A network that is changed, locked; NOT_FOUND for another id.
pub async fn lock_network(db: &impl ConnectionTrait, id: &ID) -> Result<terminal_network::Model> {
    let row = terminal_network::Entity::find_by_id(Gid::find(Kind::TerminalNetwork, id)?).lock_exclusive();
    row.one(db).await.map_err(Fault::from)?.ok_or_else(error::not_found)
}

fn read(
    app: &App,
    form: &mut Form,
    input: &SaveTerminalNetworkInput,
    before: Option<&terminal_network::Model>,
) -> terminal_network::Model {
    let id = before.map_or_else(|| app.ids.new(), |row| row.id);
    let code = match before {
        Some(row) => row.code.clone(),
        None => form.slug("code", &input.code, "TERMINAL_CODE"),
    };
    let currency = match before {
        Some(row) => Currency::parse(&row.currency),
        None => Currency::parse(&input.currency),
    };
    let currency = currency.unwrap_or_else(|_| {
        form.wrong("currency", "CURRENCY");
        Currency::KGS
    });
    let login = form.text("login", &input.login, 40);
    if login.contains(':') || login.chars().any(char::is_control) {
        form.wrong("login", "TERMINAL_LOGIN");
    }
    let password = match (&input.password, before) {
        (Some(password), _) => {
            if !PASSWORD.contains(&password.chars().count()) || password.chars().any(char::is_control) {
                form.wrong("password", "TERMINAL_PASSWORD");
            }
            password_hash(app, id, password)
        }
        (None, Some(row)) => row.password.clone(),
        (None, None) => {
            form.wrong("password", "REQUIRED");
            Vec::new()
        }
    };
    let smallest_minor = form.amount("smallest", input.smallest, currency);
    let largest_minor = form.amount("largest", input.largest, currency);
    if form.is_good() && largest_minor < smallest_minor.max(1) {
        form.wrong("largest", "LARGEST_BELOW");
    }
    let fee_percent = form.share("feePercent", input.fee_percent);
    let results = Results::with(input.results.iter().map(|one| (Outcome::from(one.outcome), one.number)));
    for outcome in results.confused() {
        form.wrong(format!("results.{}", outcome.code()), "RESULT_CONFUSED");
    }
    terminal_network::Model {
        id,
        code,
        name: form.names("names", &input.names, 60),
        enabled: input.enabled,
        login,
        password,
        addresses: json!(addresses(form, &input.addresses)),
        currency: currency.code().to_owned(),
        smallest_minor,
        largest_minor,
        tolerance_minor: form.amount("tolerance", input.tolerance, currency),
        fee_percent,
        results: table(&results),
        sum_form: SumForm::from(input.sum_form).code().to_owned(),
        cancels: input.cancels,
        tells_status: input.tells_status,
        made_at: before.map_or_else(|| app.clock.now(), |row| row.made_at),
        version: before.map_or(0, |row| row.version) + 1,
    }
}

fn addresses(form: &mut Form, typed: &[String]) -> Vec<String> {
    if typed.len() > MOST_ADDRESSES {
        form.wrong("addresses", "TOO_MANY");
        return Vec::new();
    }
    let mut blocks: Vec<String> = Vec::new();
    for (n, text) in typed.iter().enumerate() {
        match read_block(text) {
            Some(block) if !blocks.contains(&block) => blocks.push(block),
            Some(_) => {}
            None => form.wrong(format!("addresses.{n}"), "ADDRESS"),
        }
    }
    blocks
}

/// What the audit log keeps: never the password.
pub fn facts(row: &terminal_network::Model) -> Value {
    json!({
        "code": row.code, "nameRu": row.name.ru, "enabled": row.enabled, "login": row.login, "addresses": row.addresses,
        "smallest_minor": row.smallest_minor, "largest_minor": row.largest_minor, "tolerance_minor": row.tolerance_minor,
        "currency": row.currency, "feePercent": row.fee_percent, "results": row.results, "sumForm": row.sum_form,
        "cancels": row.cancels, "tellsStatus": row.tells_status,
    })
}

/// With whether the password is another one.
fn facts_with(row: &terminal_network::Model, replaced: bool) -> Value {
    let mut facts = facts(row);
    facts["passwordReplaced"] = replaced.into();
    facts
}
