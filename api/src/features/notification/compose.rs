use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use domain::contact::Contact;
use minijinja::{Environment, context};
use sea_orm::{DatabaseTransaction, EntityTrait, Set, TryIntoModel};
use serde_json::json;
use uuid::Uuid;

use ::entity::{account, exchange, message, order, payment, refund};

use crate::app::App;
use crate::features::order::Bundle;
use crate::features::site::HOME_ZONE;
use crate::i18n::{Language, money, t};
use crate::platform::Fault;

use super::send::SEND_MESSAGE;

/// What is attached to a mail: names of files that are made when it is sent.
pub(super) const TICKET_FILES: [&str; 2] = ["tickets.pdf", "trip.ics"];

pub(super) struct Letter<'a> {
    pub language: Language,
    pub subject: String,
    pub lead: String,
    pub paragraphs: Vec<String>,
    pub button: Option<(String, String)>,
    pub attachments: &'a [&'a str],
    pub order: Option<Uuid>,
}

pub(super) fn language_of(order: &order::Model) -> Language {
    Language::parse(&order.language).unwrap_or_default()
}

pub(super) fn link(app: &App, order: &order::Model) -> String {
    format!("{}/order/{}#{}", app.config.public_url, order.number, app.secrets.order_secret(order.id))
}

/// The tickets are there: mail with the files, SMS with the link. `occasion` tells one sending from another.
pub async fn tickets(app: &App, tx: &DatabaseTransaction, order: &order::Model, occasion: &str) -> Result<(), Fault> {
    write_tickets(app, tx, order, occasion, "mail.tickets.lead", occasion == "paid").await
}

/// The same once more, to whom the order names: by mail and by SMS.
pub async fn tickets_again(
    app: &App,
    tx: &DatabaseTransaction,
    order: &order::Model,
    occasion: &str,
) -> Result<(), Fault> {
    write_tickets(app, tx, order, occasion, "mail.tickets.lead", true).await
}

/// An order that was split from another, to its own contact.
pub async fn split_off(app: &App, tx: &DatabaseTransaction, order: &order::Model) -> Result<(), Fault> {
    write_tickets(app, tx, order, "split", "mail.split.lead", true).await
}

async fn write_tickets(
    app: &App,
    tx: &DatabaseTransaction,
    order: &order::Model,
    occasion: &str,
    lead: &str,
    by_sms: bool,
) -> Result<(), Fault> {
    write(app, tx, ticket_drafts(app, order, occasion, lead, by_sms)?).await
}

/// The mail and SMS of a sale as they stand in the mailbox when they were sent then: of the sales that the demonstration
/// makes up, which nobody shall be written about.
pub fn tickets_as_sent(app: &App, order: &order::Model, at: DateTime<Utc>) -> Result<Vec<message::Model>, Fault> {
    let sent = ticket_drafts(app, order, "paid", "mail.tickets.lead", true)?.into_iter().map(|(_, row)| {
        let row = message::ActiveModel {
            id: Set(app.ids.new()),
            state: Set("SENT".into()),
            created_at: Set(at),
            sent_at: Set(Some(at)),
            ..row
        };
        row.try_into_model()
    });
    Ok(sent.collect::<Result<_, _>>()?)
}

fn ticket_drafts(
    app: &App,
    order: &order::Model,
    occasion: &str,
    lead: &str,
    by_sms: bool,
) -> Result<Vec<Draft>, Fault> {
    let language = language_of(order);
    let number = order.number.as_str();
    let link = link(app, order);
    let letter = Letter {
        language,
        subject: t(language, "mail.tickets.subject", &[("number", number)]),
        lead: t(language, lead, &[]),
        paragraphs: vec![t(language, "mail.tickets.how", &[]), t(language, "mail.tickets.back", &[])],
        button: Some((t(language, "mail.tickets.button", &[]), link.clone())),
        attachments: &TICKET_FILES,
        order: Some(order.id),
    };
    let mut drafts = Vec::new();
    if let Some(email) = &order.email {
        drafts.push(mail(format!("{occasion}:{}", order.id), email, letter)?);
    }
    if let Some(phone) = order.phone.as_ref().filter(|_| by_sms) {
        let text = t(language, "sms.tickets", &[("number", number), ("link", &link)]);
        drafts.push(sms(format!("{occasion}-sms:{}", order.id), phone, text, Some(order.id)));
    }
    Ok(drafts)
}

/// Something was given back.
pub async fn refunded(app: &App, tx: &DatabaseTransaction, bundle: &Bundle, row: &refund::Model) -> Result<(), Fault> {
    let order = &bundle.order;
    let language = language_of(order);
    let amount = money(language, row.amount_minor, &row.currency);
    let withheld = money(language, row.withheld_minor, &row.currency);
    let letter = Letter {
        language,
        subject: t(language, "mail.refunded.subject", &[("number", &order.number)]),
        lead: t(language, "mail.refunded.lead", &[("amount", &amount)]),
        paragraphs: vec![
            t(language, "mail.refunded.withheld", &[("amount", &withheld)]),
            t(language, "mail.refunded.when", &[]),
        ],
        button: Some((t(language, "mail.order.button", &[]), link(app, order))),
        attachments: &[],
        order: Some(order.id),
    };
    match &order.email {
        Some(email) => write(app, tx, vec![mail(format!("refunded:{}", row.id), email, letter)?]).await,
        None => Ok(()),
    }
}

/// The office holds other seats for tickets: what is to be paid for it, and until when.
pub async fn exchange_waits(
    app: &App,
    tx: &DatabaseTransaction,
    order: &order::Model,
    row: &exchange::Model,
    until: DateTime<Utc>,
) -> Result<(), Fault> {
    let language = language_of(order);
    let (amount, link) = (money(language, row.difference_minor, &row.currency), link(app, order));
    let time = until.with_timezone(&HOME_ZONE).format("%d.%m.%Y %H:%M").to_string();
    let number = order.number.as_str();
    let values = [("amount", amount.as_str()), ("number", number), ("time", &time), ("link", &link)];
    let letter = Letter {
        language,
        subject: t(language, "mail.exchange.subject", &values),
        lead: t(language, "mail.exchange.lead", &values),
        paragraphs: vec![t(language, "mail.exchange.until", &values), t(language, "mail.exchange.old", &values)],
        button: Some((t(language, "mail.exchange.button", &values), link.clone())),
        attachments: &[],
        order: Some(order.id),
    };
    let text = t(language, "sms.exchange", &values);
    send_both(app, tx, order, &format!("exchange:{}", row.id), letter, text).await.map(drop)
}

/// The seats wait until they are paid at a desk: how much, until when, and the number to say there.
pub async fn reserved(
    app: &App,
    tx: &DatabaseTransaction,
    order: &order::Model,
    total_minor: i64,
    until: DateTime<Utc>,
) -> Result<(), Fault> {
    let language = language_of(order);
    let (amount, link) = (money(language, total_minor, &order.currency), link(app, order));
    let time = until.with_timezone(&HOME_ZONE).format("%d.%m.%Y %H:%M").to_string();
    let values = [("amount", amount.as_str()), ("number", order.number.as_str()), ("time", &time), ("link", &link)];
    let letter = Letter {
        language,
        subject: t(language, "mail.reserved.subject", &values),
        lead: t(language, "mail.reserved.lead", &values),
        paragraphs: vec![t(language, "mail.reserved.how", &values), t(language, "mail.reserved.after", &values)],
        button: Some((t(language, "mail.order.button", &values), link.clone())),
        attachments: &[],
        order: Some(order.id),
    };
    let text = t(language, "sms.reserved", &values);
    send_both(app, tx, order, &format!("reserved:{}", order.id), letter, text).await.map(drop)
}

/// Money came that could buy nothing: it goes back.
pub async fn money_returns(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    payment: &payment::Model,
) -> Result<(), Fault> {
    let order = &bundle.order;
    let language = language_of(order);
    let amount = money(language, payment.amount_minor, &payment.currency);
    let values = [("amount", amount.as_str()), ("number", order.number.as_str())];
    let letter = Letter {
        language,
        subject: t(language, "mail.late.subject", &[("number", &order.number)]),
        lead: t(language, "mail.late.lead", &values),
        paragraphs: vec![t(language, "mail.late.why", &[]), t(language, "mail.refunded.when", &[])],
        button: Some((t(language, "mail.order.button", &[]), link(app, order))),
        attachments: &[],
        order: Some(order.id),
    };
    let text = t(language, "sms.late", &values);
    send_both(app, tx, order, &format!("late:{}", payment.id), letter, text).await.map(drop)
}

/// The network of terminals has taken a payment back: the tickets are void.
pub async fn payment_undone(
    app: &App,
    tx: &DatabaseTransaction,
    order: &order::Model,
    payment: &payment::Model,
) -> Result<(), Fault> {
    let language = language_of(order);
    let amount = money(language, payment.amount_minor, &payment.currency);
    let values = [("amount", amount.as_str()), ("number", order.number.as_str())];
    let letter = Letter {
        language,
        subject: t(language, "mail.undone.subject", &values),
        lead: t(language, "mail.undone.lead", &values),
        paragraphs: vec![t(language, "mail.undone.where", &values)],
        button: Some((t(language, "mail.order.button", &[]), link(app, order))),
        attachments: &[],
        order: Some(order.id),
    };
    let text = t(language, "sms.undone", &values);
    send_both(app, tx, order, &format!("undone:{}", payment.id), letter, text).await.map(drop)
}

/// A one-time code, by the way the contact says.
pub async fn code(
    app: &App,
    tx: &DatabaseTransaction,
    language: Language,
    contact: &Contact,
    code: &str,
    minutes: i64,
) -> Result<(), Fault> {
    let minutes = minutes.to_string();
    let values = [("code", code), ("minutes", minutes.as_str())];
    let key = format!("code:{}", app.ids.new());
    let draft = match contact {
        Contact::Phone(phone) => sms(key, phone, t(language, "sms.code", &values), None),
        Contact::Email(email) => {
            let letter = Letter {
                language,
                subject: t(language, "mail.code.subject", &values),
                lead: t(language, "mail.code.lead", &values),
                paragraphs: vec![t(language, "mail.code.not_you", &[])],
                button: None,
                attachments: &[],
                order: None,
            };
            mail(key, email, letter)?
        }
    };
    write(app, tx, vec![draft]).await
}

/// Somebody may work here: the link by which they choose a password.
pub async fn invitation(
    app: &App,
    tx: &DatabaseTransaction,
    language: Language,
    email: &str,
    link: &str,
    days: i64,
) -> Result<(), Fault> {
    let days = days.to_string();
    let values = [("days", days.as_str())];
    let letter = Letter {
        language,
        subject: t(language, "mail.invitation.subject", &values),
        lead: t(language, "mail.invitation.lead", &values),
        paragraphs: vec![t(language, "mail.invitation.until", &values)],
        button: Some((t(language, "mail.invitation.button", &values), link.to_owned())),
        attachments: &[],
        order: None,
    };
    write(app, tx, vec![mail(format!("invitation:{}", app.ids.new()), email, letter)?]).await
}

/// What the owner of an account is told, so that nobody else does it unseen.
#[derive(Clone, Copy, Debug)]
pub enum SecurityNews {
    SecondFactorOn,
    SecondFactorOff,
    RecoveryCodeUsed,
}

/// Tells a member of staff what was done about how they sign in.
pub async fn security(
    app: &App,
    tx: &DatabaseTransaction,
    account: &account::Model,
    news: SecurityNews,
) -> Result<(), Fault> {
    let Some(email) = &account.email else { return Ok(()) };
    let language = Language::parse(&account.language).unwrap_or_default();
    let lead = match news {
        SecurityNews::SecondFactorOn => "mail.security.second_factor_on",
        SecurityNews::SecondFactorOff => "mail.security.second_factor_off",
        SecurityNews::RecoveryCodeUsed => "mail.security.recovery_code_used",
    };
    let letter = Letter {
        language,
        subject: t(language, "mail.security.subject", &[]),
        lead: t(language, lead, &[]),
        paragraphs: vec![t(language, "mail.security.not_you", &[])],
        button: None,
        attachments: &[],
        order: None,
    };
    write(app, tx, vec![mail(format!("security:{}", app.ids.new()), email, letter)?]).await
}

/// A message that is not written down yet, with the key that tells it from any other.
pub(super) type Draft = (String, message::ActiveModel);

/// The mails' one template, read once.
static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
    #[expect(clippy::expect_used, reason = "a template of ours, read by every test that sends a mail")]
    templates.add_template("mail", include_str!("../../../templates/mail.html")).expect("the mails' template");
    templates
});

pub(super) fn mail(key: String, to: &str, letter: Letter<'_>) -> Result<Draft, Fault> {
    let mut lines = vec![letter.lead.clone()];
    lines.extend(letter.paragraphs.iter().cloned());
    if let Some((title, link)) = &letter.button {
        lines.push(format!("{title}: {link}"));
    }
    lines.push(t(letter.language, "mail.sender", &[]));
    let html = TEMPLATES.get_template("mail")?.render(context! {
        language => letter.language.code(),
        subject => &letter.subject,
        lead => letter.lead,
        paragraphs => letter.paragraphs,
        button => letter.button.as_ref().map(|(title, link)| context! { title => title, link => link }),
        sender => t(letter.language, "mail.sender", &[]),
    })?;
    let row = message::ActiveModel {
        channel: Set("EMAIL".into()),
        recipient: Set(to.to_owned()),
        subject: Set(Some(letter.subject)),
        text: Set(lines.join("\n\n")),
        html: Set(Some(html)),
        attachments: Set(json!(letter.attachments)),
        order_id: Set(letter.order),
        ..Default::default()
    };
    Ok((key, row))
}

pub(super) fn sms(key: String, to: &str, text: String, order: Option<Uuid>) -> Draft {
    let row = message::ActiveModel {
        channel: Set("SMS".into()),
        recipient: Set(to.to_owned()),
        subject: Set(None),
        text: Set(text),
        html: Set(None),
        attachments: Set(json!([])),
        order_id: Set(order),
        ..Default::default()
    };
    (key, row)
}

/// A letter and an SMS to whom an order belongs, by the ways that it has. Returns how many were written.
pub(super) async fn send_both(
    app: &App,
    tx: &DatabaseTransaction,
    order: &order::Model,
    key: &str,
    letter: Letter<'_>,
    text: String,
) -> Result<usize, Fault> {
    let mut drafts = Vec::new();
    both(&mut drafts, order, key, letter, text)?;
    let count = drafts.len();
    write(app, tx, drafts).await?;
    Ok(count)
}

/// The same, to be written with others.
pub(super) fn both(
    drafts: &mut Vec<Draft>,
    order: &order::Model,
    key: &str,
    letter: Letter<'_>,
    text: String,
) -> Result<(), Fault> {
    if let Some(email) = &order.email {
        drafts.push(mail(key.to_owned(), email, letter)?);
    }
    if let Some(phone) = &order.phone {
        drafts.push(sms(format!("{key}-sms"), phone, text, Some(order.id)));
    }
    Ok(())
}

/// The messages and the promises to send them.
pub(super) async fn write(app: &App, tx: &DatabaseTransaction, drafts: Vec<Draft>) -> Result<(), Fault> {
    if drafts.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    let (mut rows, mut jobs) = (Vec::new(), Vec::new());
    for (key, row) in drafts {
        let id = app.ids.new();
        let leaves = if row.channel.as_ref() == "SMS" { app.sms.is_some() } else { app.mailer.is_some() };
        if leaves {
            jobs.push((key, json!({ "message": id })));
        }
        // In the mailbox it has arrived when it is written.
        rows.push(message::ActiveModel {
            id: Set(id),
            state: Set(if leaves { "QUEUED" } else { "SENT" }.into()),
            created_at: Set(now),
            sent_at: Set((!leaves).then_some(now)),
            ..row
        });
    }
    message::Entity::insert_many(rows).exec_without_returning(tx).await?;
    if jobs.is_empty() { Ok(()) } else { app.jobs.promise_all(tx, SEND_MESSAGE, jobs, now).await }
}
