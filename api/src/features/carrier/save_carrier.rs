use async_graphql::{Context, ID, InputObject, Object, Result};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::carrier;

use crate::features::audit::{Change, audit_change};
use crate::features::network::{OFFICE, begin_change, finish_change};
use crate::features::site::HOME_ZONE;
use crate::graphql::{Can, ChangedMeanwhile, Form, Permission, ThreeNamesInput, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::find_carrier;
use super::change::{ChangeCarrierResult, facts};

#[derive(InputObject)]
pub struct SaveCarrierInput {
    /// Of the carrier that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// Short, at most 12 letters and digits; of a new carrier only.
    #[graphql(default)]
    pub code: String,
    pub names: ThreeNamesInput,
    /// For passengers.
    pub phone: Option<String>,
    pub email: Option<String>,
    /// Begins with `https://` or `http://`.
    pub url: Option<String>,
    /// Registered name, for contracts and receipts.
    pub legal_name: Option<String>,
    /// Number of the taxpayer: 14 digits.
    pub inn: Option<String>,
    pub address: Option<String>,
    /// Who signs for it.
    pub director: Option<String>,
    pub bank: Option<String>,
    pub bank_account: Option<String>,
    /// Tax within its fares, as fiscal receipts tell it: from 0 to 50 per cent, with two digits after the point; null:
    /// without tax. PERCENT.
    pub tax_percent: Option<Decimal>,
}

#[derive(Default)]
pub struct SaveCarrier;

#[Object]
impl SaveCarrier {
    /// Staff: changes what the office keeps of a carrier, or makes a new one. From then on imports leave it alone.
    #[graphql(guard = "Can(Permission::ManageCarriers)", complexity = "20 + child_complexity")]
    async fn save_carrier(&self, ctx: &Context<'_>, input: SaveCarrierInput) -> Result<ChangeCarrierResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let before = match &input.id {
            Some(id) => Some(find_carrier(&tx, viewer, id).await?),
            // Who represents one carrier makes no others.
            None if viewer.only_carrier().is_some() => return Err(error::forbidden()),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = ChangeCarrierResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let mut row = before.clone().unwrap_or_else(|| new(app.ids.new()));
        read(&mut form, &input, &mut row);
        row.edited_at = Some(app.clock.now());
        if let Some(inn) = &row.inn
            && taken(&tx, carrier::Column::Inn.eq(inn), row.id).await?
        {
            form.wrong("inn", "INN_TAKEN");
        }
        let code = Condition::all().add(carrier::Column::Code.eq(&row.code)).add(carrier::Column::Feed.eq(OFFICE));
        if before.is_none() && taken(&tx, code, row.id).await? {
            form.wrong("code", "CODE_TAKEN");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(ChangeCarrierResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        row.version = before.as_ref().map_or(1, |before| before.version + 1);
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        upsert::<carrier::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        audit_change(app, &tx, viewer, "SAVE_CARRIER", &format!("carrier:{}", row.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(ChangeCarrierResult::changed(row))
    }
}

/// Nothing but what every carrier of the office has.
fn new(id: Uuid) -> carrier::Model {
    carrier::Model {
        id,
        feed: OFFICE.to_owned(),
        code: String::new(),
        name: Default::default(),
        time_zone: HOME_ZONE.name().to_owned(),
        phone: None,
        email: None,
        url: None,
        active: true,
        legal_name: None,
        inn: None,
        address: None,
        director: None,
        bank: None,
        bank_account: None,
        tax_percent: None,
        blocked_at: None,
        blocked_reason: None,
        edited_at: None,
        version: 1,
    }
}

fn read(form: &mut Form, input: &SaveCarrierInput, row: &mut carrier::Model) {
    if input.id.is_none() {
        row.code = form.code("code", &input.code);
    }
    row.name = form.names("names", &input.names, 120);
    row.phone = form.phone("phone", input.phone.as_deref());
    row.email = form.email("email", input.email.as_deref());
    let url = input.url.as_deref().filter(|url| !url.trim().is_empty());
    row.url = url.map(|url| form.url("url", url, 200));
    row.legal_name = form.optional("legalName", input.legal_name.as_deref(), 200);
    row.inn = form.optional("inn", input.inn.as_deref(), 20);
    form.inn("inn", row.inn.as_deref().unwrap_or_default());
    row.address = form.optional("address", input.address.as_deref(), 300);
    row.director = form.optional("director", input.director.as_deref(), 120);
    row.bank = form.optional("bank", input.bank.as_deref(), 200);
    row.tax_percent = form.percent("taxPercent", input.tax_percent);
    row.bank_account = form.optional("bankAccount", input.bank_account.as_deref(), 40);
}

async fn taken(db: &impl ConnectionTrait, by: impl sea_orm::sea_query::IntoCondition, id: Uuid) -> Result<bool, Fault> {
    let other = carrier::Entity::find().filter(by).filter(carrier::Column::Id.ne(id)).one(db).await?;
    Ok(other.is_some())
}
