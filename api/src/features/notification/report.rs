use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use crate::app::App;
use crate::features::site::at_home;
use crate::i18n::{Language, t};
use crate::platform::Fault;

use super::compose::{Letter, mail, write};

/// A report that goes with a letter. It is made when the letter leaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AttachedReport {
    pub report: Uuid,
    /// Whose rights it is made with.
    pub account: Uuid,
    /// When it was due.
    pub at: DateTime<Utc>,
}

impl AttachedReport {
    /// As the letter's row names it.
    fn name(&self) -> String {
        format!("report:{}:{}:{}", self.report, self.account, self.at.timestamp())
    }

    pub fn parse(name: &str) -> Option<Self> {
        let mut parts = name.strip_prefix("report:")?.split(':');
        let (report, account) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let at = DateTime::from_timestamp(parts.next()?.parse().ok()?, 0)?;
        Some(AttachedReport { report, account, at })
    }
}

/// A report that somebody is sent regularly.
pub async fn report(
    app: &App,
    tx: &DatabaseTransaction,
    language: Language,
    address: &str,
    (name, attached): (&str, &AttachedReport),
) -> Result<(), Fault> {
    let day = at_home(attached.at).format("%d.%m.%Y").to_string();
    let file = attached.name();
    let letter = Letter {
        language,
        subject: t(language, "mail.report.subject", &[("name", name), ("day", &day)]),
        lead: t(language, "mail.report.lead", &[("name", name)]),
        paragraphs: vec![t(language, "mail.report.why", &[])],
        button: Some((t(language, "mail.report.button", &[]), format!("{}/admin/reports", app.config.public_url))),
        attachments: &[&file],
        order: None,
    };
    // A repeated job writes no second letter that leaves.
    write(app, tx, vec![mail(file.clone(), address, letter)?]).await
}
