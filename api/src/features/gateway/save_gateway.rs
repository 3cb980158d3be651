use async_graphql::{Context, ID, InputObject, Object, Result};
use domain::elqr;
use domain::gateway::Kind as Rules;
use domain::money::Currency;
use domain::till::Tender;
use rust_decimal::Decimal;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::gateway;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::quota::SalesChannel;
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, Kind, Permission, ThreeNamesInput, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::types::{ElqrMerchant, Gateway, GatewayKind, GatewaySaved, SaveGatewayResult};

/// Characters of a key.
const SECRET: std::ops::RangeInclusive<usize> = 16..=200;
/// Methods of payments that are no gateways.
const RESERVED: [&str; 2] = ["none", "at-desk"];

#[derive(InputObject)]
pub struct SaveGatewayInput {
    /// Of the gateway that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// From 2 to 24 small Latin letters, digits and hyphens; stays as it was made.
    pub code: String,
    /// Stays as it was made.
    pub kind: GatewayKind,
    /// As customers see it, to 60 letters.
    pub names: ThreeNamesInput,
    /// False: nothing new is paid through it.
    pub enabled: bool,
    /// Among the ways of payment, from 0 to 9999; the smallest comes first.
    pub position: i32,
    /// Channels of sale that may use it.
    pub channels: Vec<SalesChannel>,
    /// ISO 4217. Stays as it was made; the national QR code is in KGS.
    #[graphql(default_with = "\"KGS\".to_owned()")]
    pub currency: String,
    /// The least that it takes at once, in whole units of the currency.
    pub smallest: Decimal,
    /// The most that it takes at once.
    pub largest: Decimal,
    /// What it keeps of each payment: from 0 to 50, with two digits after the point.
    pub fee_percent: Decimal,
    /// What it keeps besides.
    #[graphql(default)]
    pub fee_fixed: Decimal,
    /// Where it is asked: `https://…`. Not of the sandbox.
    pub address: Option<String>,
    /// What the station is called there, to 60 letters. Not of the sandbox.
    pub merchant: Option<String>,
    /// The key that messages are signed with, from 16 to 200 characters; is shown to nobody again. A new gateway needs one;
    /// without it the present one stays. Not of the sandbox.
    pub secret: Option<String>,
    /// Of the national QR code alone.
    pub elqr: Option<ElqrMerchant>,
}

#[derive(Default)]
pub struct SaveGateway;

#[Object]
impl SaveGateway {
    /// Staff: a new payment gateway, or a change of one. GATEWAY_CODE and CODE_TAKEN at `code`, CHANNELS_NONE at
    /// `channels`, LARGEST_BELOW at `largest`, PERCENT at `feePercent`, HTTPS at `address`, GATEWAY_SECRET at `secret`, and
    /// MCC and ELQR_TOO_LONG at `elqr.…`.
    #[graphql(guard = "Can(Permission::ManageGateways)", complexity = "20 + child_complexity")]
    async fn save_gateway(&self, ctx: &Context<'_>, input: SaveGatewayInput) -> Result<SaveGatewayResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = match &input.id {
            Some(id) => Some(lock_gateway(&*tx, id).await?),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveGatewayResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let row = read(app, &mut form, &input, before.as_ref())?;
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveGatewayResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        if let Err(error) = upsert::<gateway::Entity>(&tx, vec![row.clone()]).await {
            if matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_))) {
                let mut form = Form::new(viewer.language);
                form.wrong("code", "CODE_TAKEN");
                let answer = SaveGatewayResult::InvalidInput(form.told());
                return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
            }
            return Err(Fault::from(error).into());
        }
        let replaced = before.is_some() && input.secret.is_some();
        let change = Change::saved(before.as_ref().map(|row| facts(row, false)), facts(&row, replaced));
        audit_change(app, &tx, viewer, "SAVE_GATEWAY", &format!("gateway:{}", row.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.gateways.forget().await;
        Ok(SaveGatewayResult::Saved(GatewaySaved { gateway: Gateway(row) }))
    }
}

/// A gateway that is changed, locked; NOT_FOUND for another id.
pub async fn lock_gateway(db: &impl ConnectionTrait, id: &ID) -> Result<gateway::Model> {
    let row = gateway::Entity::find_by_id(Gid::find(Kind::Gateway, id)?).lock_exclusive();
    row.one(db).await.map_err(Fault::from)?.ok_or_else(error::not_found)
}

fn read(
    app: &App,
    form: &mut Form,
    input: &SaveGatewayInput,
    before: Option<&gateway::Model>,
) -> std::result::Result<gateway::Model, Fault> {
    let id = before.map_or_else(|| app.ids.new(), |row| row.id);
    let kind = match before {
        Some(row) => Rules::parse(&row.kind).ok_or_else(|| Fault::new("a gateway of no known kind"))?,
        None => input.kind.into(),
    };
    if kind == Rules::Sandbox && app.config.is_production() {
        form.wrong("kind", "SANDBOX_IN_PRODUCTION");
    }
    let code = match before {
        Some(row) => row.code.clone(),
        None => new_code(form, &input.code),
    };
    let currency = Currency::parse(before.map_or(&input.currency, |row| &row.currency));
    let currency = currency.unwrap_or_else(|_| {
        form.wrong("currency", "CURRENCY");
        Currency::KGS
    });
    if kind == Rules::Elqr && currency != Currency::KGS {
        form.wrong("currency", "CURRENCY");
    }
    let name = form.names("names", &input.names, 60);
    if !(0..=9_999).contains(&input.position) {
        form.wrong("position", "POSITION");
    }
    let channels = SalesChannel::ALL.into_iter().filter(|channel| input.channels.contains(channel));
    let channels: Vec<&str> = channels.map(SalesChannel::code).collect();
    if channels.is_empty() {
        form.wrong("channels", "CHANNELS_NONE");
    }
    let smallest_minor = form.amount("smallest", input.smallest, currency);
    let largest_minor = form.amount("largest", input.largest, currency);
    if form.is_good() && largest_minor < smallest_minor.max(1) {
        form.wrong("largest", "LARGEST_BELOW");
    }
    let fee_percent = form.share("feePercent", input.fee_percent);
    let fee_fixed_minor = form.amount("feeFixed", input.fee_fixed, currency);
    let (mut address, mut merchant, mut secret, mut code_of) = (None, None, None, None);
    if kind.has_address() {
        address = Some(address_of(app, form, input.address.as_deref().unwrap_or_default()));
        merchant = Some(form.text("merchant", input.merchant.as_deref().unwrap_or_default(), 60));
        secret = sealed(app, form, id, input.secret.as_deref(), before)?;
    }
    if kind == Rules::Elqr {
        code_of = elqr_of(form, input.elqr.as_ref()).map(serde_json::to_value).transpose()?;
    }
    Ok(gateway::Model {
        id,
        code,
        kind: kind.code().to_owned(),
        name,
        enabled: input.enabled,
        position: i64::from(input.position),
        channels: json!(channels),
        currency: currency.code().to_owned(),
        smallest_minor,
        largest_minor,
        fee_percent,
        fee_fixed_minor,
        address,
        merchant,
        elqr: code_of,
        secret,
        made_at: before.map_or_else(|| app.clock.now(), |row| row.made_at),
        version: before.map_or(0, |row| row.version) + 1,
        answered_at: before.and_then(|row| row.answered_at),
        failed_at: before.and_then(|row| row.failed_at),
        failure: before.and_then(|row| row.failure.clone()),
        failures: before.map_or(0, |row| row.failures),
    })
}

fn new_code(form: &mut Form, text: &str) -> String {
    let code = form.slug("code", text, "GATEWAY_CODE");
    if RESERVED.contains(&code.as_str()) || Tender::of_method(&code).is_some() {
        form.wrong("code", "CODE_TAKEN");
    }
    code
}

/// Keys and payments go there: over TLS, except in demonstrations and tests.
fn address_of(app: &App, form: &mut Form, text: &str) -> String {
    let address = form.url("address", text, 300);
    if app.config.is_production() && address.starts_with("http:") {
        form.wrong("address", "HTTPS");
    }
    if address.contains(['?', '#']) {
        form.wrong("address", "URL");
    }
    address.trim_end_matches('/').to_owned()
}

fn sealed(
    app: &App,
    form: &mut Form,
    id: Uuid,
    typed: Option<&str>,
    before: Option<&gateway::Model>,
) -> std::result::Result<Option<Vec<u8>>, Fault> {
    let Some(secret) = typed else {
        let present = before.and_then(|row| row.secret.clone());
        if present.is_none() {
            form.wrong("secret", "REQUIRED");
        }
        return Ok(present);
    };
    if !SECRET.contains(&secret.chars().count()) || secret.chars().any(char::is_control) {
        form.wrong("secret", "GATEWAY_SECRET");
    }
    Ok(Some(app.secrets.seal(&app.ids, id, secret)?))
}

fn elqr_of(form: &mut Form, input: Option<&ElqrMerchant>) -> Option<elqr::Merchant> {
    let Some(typed) = input else {
        form.wrong("elqr", "REQUIRED");
        return None;
    };
    let merchant = elqr::Merchant {
        router: form.url("elqr.router", &typed.router, 200),
        provider: form.text("elqr.provider", &typed.provider, 32),
        service: form.text("elqr.service", &typed.service, 32),
        recipient: form.text("elqr.recipient", &typed.recipient, 32),
        merchant: form.optional("elqr.merchant", typed.merchant.as_deref(), 32),
        mcc: form.text("elqr.mcc", &typed.mcc, 4),
        name: form.text("elqr.name", &typed.name, 25),
    };
    if !merchant.mcc.is_empty()
        && (merchant.mcc.len() != 4 || !merchant.mcc.bytes().all(|letter| letter.is_ascii_digit()))
    {
        form.wrong("elqr.mcc", "MCC");
    }
    // Tried with the longest that there can be, so that no payment finds it out.
    if form.is_good() && elqr::write(&merchant, Uuid::max(), i64::MAX, "BK-AAAA-AAAA").is_err() {
        form.wrong("elqr.recipient", "ELQR_TOO_LONG");
    }
    Some(merchant)
}

/// What the audit log keeps: never the key, but whether it is another one.
pub fn facts(row: &gateway::Model, replaced: bool) -> Value {
    let mut facts = json!({
        "code": row.code, "kind": row.kind, "nameRu": row.name.ru, "enabled": row.enabled, "position": row.position,
        "channels": row.channels, "currency": row.currency, "smallest_minor": row.smallest_minor,
        "largest_minor": row.largest_minor, "feePercent": row.fee_percent, "feeFixed_minor": row.fee_fixed_minor,
        "address": row.address, "merchant": row.merchant, "elqr": row.elqr, "keyReplaced": false,
    });
    facts["keyReplaced"] = replaced.into();
    facts
}
