use chrono::NaiveDate;
use domain::permit::PermitKind;
use sea_orm::DatabaseTransaction;

use crate::app::App;
use crate::i18n::{Language, t};
use crate::platform::Fault;

use super::compose::{Letter, mail, write};

/// A paper that ends, or has ended.
pub struct EndingPaper {
    /// What people call its holder.
    pub holder: String,
    pub kind: PermitKind,
    pub number: String,
    pub expires_on: NaiveDate,
    pub ended: bool,
}

/// Tells somebody who keeps the fleet which papers end.
pub async fn papers_end(
    app: &App,
    tx: &DatabaseTransaction,
    language: Language,
    address: &str,
    papers: &[EndingPaper],
) -> Result<(), Fault> {
    let line = |paper: &EndingPaper| {
        let kind = t(language, &format!("permit.{}", paper.kind.code()), &[]);
        let day = paper.expires_on.format("%d.%m.%Y").to_string();
        let values = [
            ("holder", paper.holder.as_str()),
            ("kind", kind.as_str()),
            ("number", paper.number.as_str()),
            ("day", day.as_str()),
        ];
        t(language, if paper.ended { "mail.papers.ended" } else { "mail.papers.ends" }, &values)
    };
    let letter = Letter {
        language,
        subject: t(language, "mail.papers.subject", &[]),
        lead: t(language, "mail.papers.lead", &[]),
        paragraphs: papers.iter().map(line).collect(),
        button: Some((t(language, "mail.papers.button", &[]), format!("{}/admin/permits", app.config.public_url))),
        attachments: &[],
        order: None,
    };
    write(app, tx, vec![mail(format!("papers:{}", app.ids.new()), address, letter)?]).await
}
