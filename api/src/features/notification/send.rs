use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::message;

use crate::app::App;
use crate::features::order::Bundle;
use crate::features::report::attached;
use crate::features::ticket::{calendar, pdf, sheets};
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::jobs::JobError;
use crate::platform::mail::{Email, File};
use crate::platform::sheet::Format;

use super::report::AttachedReport;

/// The job that sends a message.
pub const SEND_MESSAGE: &str = "send_message";

/// Sends a message. A receiver tells a repeated delivery by its id.
pub async fn send(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let id = payload.get("message").and_then(|id| serde_json::from_value::<Uuid>(id.clone()).ok());
    let id = id.ok_or_else(|| JobError::Fatal("a job without its message".into()))?;
    Ok(send_message(app, id).await?)
}

async fn send_message(app: &App, id: Uuid) -> Result<(), Fault> {
    let Some(row) = message::Entity::find_by_id(id).one(app.db.read()).await? else { return Ok(()) };
    if row.state == "SENT" {
        return Ok(());
    }
    match (row.channel.as_str(), &app.sms, &app.mailer) {
        ("SMS", Some(sms), _) => sms.send(id, &row.recipient, &row.text).await?,
        ("EMAIL", _, Some(mailer)) => {
            let attachments = attachments(app, &row).await?;
            let email = Email {
                id,
                to: row.recipient,
                subject: row.subject.unwrap_or_default(),
                text: row.text,
                html: row.html,
                attachments,
            };
            mailer.send(email).await?;
        }
        // The way out was taken away since: it waits for another.
        _ => return Err(Fault::new("messages of this kind have no way out")),
    }
    // Links and codes are the receiver's alone.
    let sent = message::ActiveModel {
        state: Set("SENT".into()),
        sent_at: Set(Some(app.clock.now())),
        text: Set(String::new()),
        html: Set(None),
        ..Default::default()
    };
    message::Entity::update_many().set(sent).filter(message::Column::Id.eq(id)).exec(&app.db.once()).await?;
    Ok(())
}

async fn attachments(app: &App, row: &message::Model) -> Result<Vec<File>, Fault> {
    let names: Vec<String> = serde_json::from_value(row.attachments.clone())?;
    if let Some(report) = names.iter().find_map(|name| AttachedReport::parse(name)) {
        let made = attached(app, &report).await?;
        let file = |(name, bytes)| File { name, mime: Format::Xlsx.mime(), bytes };
        return Ok(made.map(file).into_iter().collect());
    }
    let (Some(order), false) = (row.order_id, names.is_empty()) else { return Ok(Vec::new()) };
    let Some(bundle) = Bundle::one(app.db.read(), order).await? else { return Ok(Vec::new()) };
    let language = Language::parse(&bundle.order.language).unwrap_or_default();
    let sheets = sheets(app, &bundle).await?;
    if sheets.is_empty() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for name in names {
        match name.as_str() {
            "tickets.pdf" => files.push(File { name, mime: "application/pdf", bytes: pdf(&sheets, language)? }),
            "trip.ics" => {
                let bytes = calendar(&sheets, language, app.clock.now()).into_bytes();
                files.push(File { name, mime: "text/calendar", bytes });
            }
            _ => {}
        }
    }
    Ok(files)
}
