use domain::refund_request::RequestState;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use ::entity::{order, refund_request};

use crate::app::App;
use crate::i18n::t;
use crate::platform::Fault;

use super::compose::{Letter, language_of, link, mail, write};

/// The office has what a passenger asks for.
pub async fn refund_asked(
    app: &App,
    tx: &DatabaseTransaction,
    order: &order::Model,
    request: Uuid,
) -> Result<(), Fault> {
    let words = ("mail.refund_asked.lead", "mail.refund_asked.documents", String::new());
    tell(app, tx, order, format!("refund-asked:{request}"), words).await
}

/// What the office has answered.
pub async fn refund_request_answered(
    app: &App,
    tx: &DatabaseTransaction,
    order: &order::Model,
    request: &refund_request::Model,
) -> Result<(), Fault> {
    let asked = request.state == RequestState::Questioned.code();
    let lead = if asked { "mail.refund_questioned.lead" } else { "mail.refund_declined.lead" };
    let more = if asked { "mail.refund_questioned.more" } else { "mail.refund_declined.more" };
    let answer = request.answer.clone().unwrap_or_default();
    tell(app, tx, order, format!("refund-answered:{}", app.ids.new()), (lead, more, answer)).await
}

async fn tell(
    app: &App,
    tx: &DatabaseTransaction,
    order: &order::Model,
    key: String,
    (lead, more, answer): (&str, &str, String),
) -> Result<(), Fault> {
    let Some(email) = &order.email else { return Ok(()) };
    let language = language_of(order);
    let mut paragraphs = vec![answer, t(language, more, &[])];
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    let letter = Letter {
        language,
        subject: t(language, "mail.refund_asked.subject", &[("number", &order.number)]),
        lead: t(language, lead, &[]),
        paragraphs,
        button: Some((t(language, "mail.order.button", &[]), link(app, order))),
        attachments: &[],
        order: Some(order.id),
    };
    write(app, tx, vec![mail(key, email, letter)?]).await
}
