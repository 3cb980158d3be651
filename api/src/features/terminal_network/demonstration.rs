use domain::terminal::Dialect;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::{Names, terminal_network};

use crate::app::App;
use crate::platform::Fault;
use crate::platform::rows::insert_missing;

use super::settings::{password_hash, usual_settings};

/// Of the demonstration's network, whose login is its code.
pub const DEMONSTRATION_TERMINALS: (&str, &str) = ("pay24", "beket-demo-terminal");

/// A network whose terminals pay for the demonstration's orders, from every address. Once more does nothing.
pub async fn make_demonstration_network(app: &App) -> Result<(), Fault> {
    let (code, password) = DEMONSTRATION_TERMINALS;
    let there = terminal_network::Entity::find().filter(terminal_network::Column::Code.eq(code));
    if there.one(app.db.read()).await?.is_some() {
        return Ok(());
    }
    let usual = usual_settings(app, code, Dialect::Pay24);
    let row = terminal_network::Model {
        name: Names {
            ru: "Терминалы pay24".into(), ky: "pay24 терминалдары".into(), en: "pay24 terminals".into()
        },
        enabled: true,
        password: password_hash(app, usual.id, password),
        fee_percent: "1.5".into(),
        ..usual
    };
    let tx = app.db.begin().await?;
    insert_missing::<terminal_network::Entity>(&tx, vec![row]).await?;
    Ok(tx.commit().await?)
}
