use sea_orm::{EntityTrait, Set};

use ::entity::audit;

use crate::app::App;
use crate::graphql::Viewer;
use crate::platform::Fault;

/// Writes down who did or read what. `subject` is `kind:id`; no personal data goes into the log.
pub async fn audit(app: &App, viewer: &Viewer, action: &str, subject: &str) -> Result<(), Fault> {
    let row = audit::ActiveModel {
        id: Set(app.ids.new()),
        at: Set(app.clock.now()),
        account_id: Set(viewer.account_id()),
        action: Set(action.to_owned()),
        subject: Set(subject.to_owned()),
        address: Set(Some(viewer.address.clone())),
    };
    let tx = app.db.begin().await?;
    audit::Entity::insert(row).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(())
}
