use sea_orm::EntityTrait;

use ::entity::fiscal_register;

use crate::app::App;
use crate::platform::Fault;
use crate::platform::rows::insert_missing;

use super::sandbox::DEMONSTRATION_TOKEN;

/// The sandbox register, which records all that the demonstration sells. Once more does nothing.
pub async fn make_demonstration_register(app: &App) -> Result<(), Fault> {
    if fiscal_register::Entity::find().one(app.db.read()).await?.is_some() {
        return Ok(());
    }
    let (id, now) = (app.ids.new(), app.clock.now());
    let row = fiscal_register::Model {
        id,
        name: "Касса сайта".into(),
        url: format!("{}/sandbox/register", app.config.sandbox_url()),
        token: app.secrets.seal(&app.ids, id, DEMONSTRATION_TOKEN)?,
        organisation: "ОсОО «Бекет Демо»".into(),
        inn: "00000000000000".into(),
        reg_number: "0000000000000001".into(),
        place: "Бишкек, Алма-Ата 1/1".into(),
        fee_tax_percent: Some("12".into()),
        enabled: true,
        serves_all: true,
        serves_since: Some(now),
        shift_opened_at: None,
        shift_number: None,
        close_asked_at: None,
        unsure: true,
        failures: 0,
        next_try_at: None,
        locked_until: None,
        last_ok_at: None,
        last_error: None,
        last_error_at: None,
        made_at: now,
        version: 1,
    };
    let tx = app.db.begin().await?;
    insert_missing::<fiscal_register::Entity>(&tx, vec![row]).await?;
    Ok(tx.commit().await?)
}
