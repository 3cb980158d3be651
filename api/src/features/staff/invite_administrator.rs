//! From the command line: somebody has to be the first, whom nobody in the office can invite.

use domain::contact;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::account;

use crate::app::App;
use crate::graphql::Viewer;
use crate::i18n::Language;
use crate::platform::Fault;

use super::ADMINISTRATOR;
use super::change::check_place;
use super::invite_staff::{send_invitation, take_on};

/// Invites an administrator by mail and answers the link, so that it is at hand where no mail goes out yet. Whoever
/// waits to accept gets a new link; other accounts are left alone.
pub async fn invite_administrator(
    app: &App,
    email: &str,
    names: (&str, &str),
    language: Language,
) -> Result<String, Fault> {
    let email = contact::email(email).ok_or_else(|| Fault::new(format!("{email} is not an e-mail address")))?;
    let known = account::Entity::find().filter(account::Column::Email.eq(&email)).one(app.db.read()).await?;
    let tx;
    let link = match known {
        Some(row) if row.role.as_deref() == Some(ADMINISTRATOR) && row.invited_at.is_some() => {
            tx = app.db.begin().await?;
            send_invitation(app, &tx, &row, &email).await?
        }
        Some(_) => return Err(Fault::new(format!("{email} has an account already"))),
        None => {
            let viewer = at_the_machine(language);
            let checked = check_place(app, &viewer, names, ADMINISTRATOR, None, (&[], &[])).await;
            let place = checked.map_err(|error| Fault::new(error.message))?.map_err(|errors| {
                let said: Vec<String> =
                    errors.into_iter().map(|one| format!("{}: {}", one.path, one.message)).collect();
                Fault::new(said.join("; "))
            })?;
            tx = app.db.begin().await?;
            take_on(app, &tx, &viewer, place, email, language).await?.1
        }
    };
    tx.commit().await?;
    app.jobs.wake();
    Ok(link)
}

/// Who works at the machine itself: the log has no account to name.
fn at_the_machine(language: Language) -> Viewer {
    Viewer {
        language,
        address: "command line".into(),
        device: None,
        refresh_passenger: None,
        refresh_staff: None,
        session: None,
        partner: None,
        scopes: Vec::new(),
    }
}
