use domain::gateway::Kind;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;

use ::entity::{Names, gateway};

use crate::app::App;
use crate::features::quota::SalesChannel;
use crate::i18n::{Language, t};
use crate::platform::Fault;
use crate::platform::rows::insert_missing;

/// Of the bank that takes no money.
pub const SANDBOX: &str = "sandbox";

/// Puts the sandbox where no gateway is yet, outside production. Once more does nothing.
pub async fn make_sandbox_gateway(app: &App) -> Result<(), Fault> {
    if app.config.is_production() || gateway::Entity::find().count(app.db.read()).await? > 0 {
        return Ok(());
    }
    let name = |language| t(language, "gateway.sandbox", &[]);
    let row = gateway::Model {
        id: app.ids.new(),
        code: SANDBOX.to_owned(),
        kind: Kind::Sandbox.code().to_owned(),
        name: Names { ru: name(Language::Ru), ky: name(Language::Ky), en: name(Language::En) },
        enabled: true,
        position: 100,
        channels: json!(SalesChannel::ALL.map(SalesChannel::code)),
        currency: "KGS".to_owned(),
        smallest_minor: 1,
        largest_minor: 100_000_000,
        fee_percent: "0.8".to_owned(),
        fee_fixed_minor: 0,
        address: None,
        merchant: None,
        elqr: None,
        secret: None,
        made_at: app.clock.now(),
        version: 1,
        answered_at: None,
        failed_at: None,
        failure: None,
        failures: 0,
    };
    let tx = app.db.begin().await?;
    insert_missing::<gateway::Entity>(&tx, vec![row]).await?;
    tx.commit().await?;
    app.gateways.forget().await;
    Ok(())
}
