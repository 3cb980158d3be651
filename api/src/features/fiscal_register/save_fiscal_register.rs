use async_graphql::{Context, ID, InputObject, Object, Result};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::{Value, json};

use ::entity::fiscal_register;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, Kind, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::types::{FiscalRegister, FiscalRegisterSaved, SaveFiscalRegisterResult};

/// Characters of a token.
const TOKEN: std::ops::RangeInclusive<usize> = 8..=500;

#[derive(InputObject)]
pub struct SaveFiscalRegisterInput {
    /// Of the register that is changed; without it a new one is made, switched off.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// For staff, to 60 letters.
    pub name: String,
    /// Where its interface begins: `https://` and the rest, without what follows for each call.
    pub url: String,
    /// What it is asked with: from 8 to 500 characters; is shown to nobody again. A new register needs one; without it the
    /// present one stays.
    pub token: Option<String>,
    /// Who sells, as receipts name it.
    pub organisation: String,
    /// Number of the taxpayer: 14 digits.
    pub inn: String,
    /// As the tax service has registered it: from 6 to 20 digits.
    pub reg_number: String,
    /// Address of the place of sale, as receipts name it.
    pub place: String,
    /// Tax within the station's own fees: from 0 to 50 per cent, with two digits after the point; null: without tax.
    pub fee_tax_percent: Option<Decimal>,
    /// It records what is sold where no register is named.
    pub serves_all: bool,
}

#[derive(Default)]
pub struct SaveFiscalRegister;

#[Object]
impl SaveFiscalRegister {
    /// Staff: a new cash register, or a change of one. ANOTHER_SERVES_ALL at `servesAll`: another one records what has none
    /// of its own; INN_FORM at `inn`, DIGITS at `regNumber`, PERCENT at `feeTaxPercent`, REGISTER_TOKEN at `token`.
    #[graphql(guard = "Can(Permission::ManageRegisters)", complexity = "20 + child_complexity")]
    async fn save_fiscal_register(
        &self,
        ctx: &Context<'_>,
        input: SaveFiscalRegisterInput,
    ) -> Result<SaveFiscalRegisterResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = match &input.id {
            Some(id) => Some(lock_register(&*tx, id).await?),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveFiscalRegisterResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let row = read(app, &mut form, &input, before.as_ref())?;
        if row.serves_all && another_serves(&*tx, &row).await? {
            form.wrong("servesAll", "ANOTHER_SERVES_ALL");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveFiscalRegisterResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        upsert::<fiscal_register::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let mut after = facts(&row);
        let mut earlier = before.as_ref().map(facts);
        if let (Some(earlier), true) = (&mut earlier, input.token.is_some()) {
            earlier["tokenReplaced"] = false.into();
            after["tokenReplaced"] = true.into();
        }
        let subject = format!("fiscal_register:{}", row.id);
        audit_change(app, &tx, viewer, "SAVE_FISCAL_REGISTER", &subject, Change::saved(earlier, after)).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveFiscalRegisterResult::Saved(FiscalRegisterSaved { register: FiscalRegister(row) }))
    }
}

/// A register that is changed, locked; NOT_FOUND for another id.
pub async fn lock_register(db: &impl ConnectionTrait, id: &ID) -> Result<fiscal_register::Model> {
    let row = fiscal_register::Entity::find_by_id(Gid::find(Kind::FiscalRegister, id)?).lock_exclusive();
    row.one(db).await.map_err(Fault::from)?.ok_or_else(error::not_found)
}

async fn another_serves(db: &impl ConnectionTrait, row: &fiscal_register::Model) -> Result<bool, Fault> {
    use fiscal_register::Column;
    let others = fiscal_register::Entity::find().filter(Column::ServesAll.eq(true)).filter(Column::Id.ne(row.id));
    Ok(others.one(db).await?.is_some())
}

fn read(
    app: &App,
    form: &mut Form,
    input: &SaveFiscalRegisterInput,
    before: Option<&fiscal_register::Model>,
) -> Result<fiscal_register::Model, Fault> {
    let id = before.map_or_else(|| app.ids.new(), |row| row.id);
    let token = match (&input.token, before) {
        (Some(token), _) => {
            let good = TOKEN.contains(&token.chars().count()) && token.chars().all(|letter| letter.is_ascii_graphic());
            if !good {
                form.wrong("token", "REGISTER_TOKEN");
            }
            app.secrets.seal(&app.ids, id, token)?
        }
        (None, Some(row)) => row.token.clone(),
        (None, None) => {
            form.wrong("token", "REQUIRED");
            Vec::new()
        }
    };
    let inn = form.text("inn", &input.inn, 20);
    form.inn("inn", &inn);
    let reg_number = form.text("regNumber", &input.reg_number, 20);
    if !reg_number.is_empty() && (reg_number.len() < 6 || !reg_number.chars().all(|c| c.is_ascii_digit())) {
        form.wrong("regNumber", "DIGITS");
    }
    let fee_tax_percent = form.percent("feeTaxPercent", input.fee_tax_percent);
    let (enabled, now) = (before.is_some_and(|row| row.enabled), app.clock.now());
    let since = before.and_then(|row| row.serves_since);
    Ok(fiscal_register::Model {
        id,
        name: form.text("name", &input.name, 60),
        url: form.url("url", &input.url, 200),
        token,
        organisation: form.text("organisation", &input.organisation, 120),
        inn,
        reg_number,
        place: form.text("place", &input.place, 200),
        fee_tax_percent,
        enabled,
        serves_all: input.serves_all,
        serves_since: if enabled && input.serves_all { since.or(Some(now)) } else { None },
        shift_opened_at: before.and_then(|row| row.shift_opened_at),
        shift_number: before.and_then(|row| row.shift_number),
        close_asked_at: before.and_then(|row| row.close_asked_at),
        // Another address may be another register.
        unsure: true,
        failures: 0,
        next_try_at: None,
        locked_until: before.and_then(|row| row.locked_until),
        last_ok_at: before.and_then(|row| row.last_ok_at),
        last_error: before.and_then(|row| row.last_error.clone()),
        last_error_at: before.and_then(|row| row.last_error_at),
        made_at: before.map_or(now, |row| row.made_at),
        version: before.map_or(0, |row| row.version) + 1,
    })
}

/// What the audit log keeps: never the token.
pub fn facts(row: &fiscal_register::Model) -> Value {
    json!({
        "name": row.name, "url": row.url, "organisation": row.organisation, "inn": row.inn, "regNumber": row.reg_number,
        "place": row.place, "feeTaxPercent": row.fee_tax_percent, "enabled": row.enabled, "servesAll": row.serves_all,
    })
}
