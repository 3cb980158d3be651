use domain::contact::Contact;
use minijinja::{Environment, context};
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{message, order, payment, refund};

use crate::app::App;
use crate::features::order::Bundle;
use crate::i18n::{Language, money, t};
use crate::platform::Fault;

use super::send::SEND_MESSAGE;

/// What is attached to a mail: names of files that are made when it is sent.
const TICKET_FILES: [&str; 2] = ["tickets.pdf", "trip.ics"];

struct Letter<'a> {
    language: Language,
    subject: String,
    lead: String,
    paragraphs: Vec<String>,
    button: Option<(String, String)>,
    attachments: &'a [&'a str],
    order: Option<Uuid>,
}

fn language_of(order: &order::Model) -> Language {
    Language::parse(&order.language).unwrap_or_default()
}

fn link(app: &App, order: &order::Model) -> String {
    format!("{}/order/{}#{}", app.config.public_url, order.number, app.secrets.order_secret(order.id))
}

/// The tickets are there: mail with the files, SMS with the link. `occasion` tells one sending from another.
pub async fn tickets(app: &App, tx: &DatabaseTransaction, order: &order::Model, occasion: &str) -> Result<(), Fault> {
    let language = language_of(order);
    let number = order.number.as_str();
    let link = link(app, order);
    let letter = Letter {
        language,
        subject: t(language, "mail.tickets.subject", &[("number", number)]),
        lead: t(language, "mail.tickets.lead", &[]),
        paragraphs: vec![t(language, "mail.tickets.how", &[]), t(language, "mail.tickets.back", &[])],
        button: Some((t(language, "mail.tickets.button", &[]), link.clone())),
        attachments: &TICKET_FILES,
        order: Some(order.id),
    };
    if let Some(email) = &order.email {
        mail(app, tx, &format!("{occasion}:{}", order.id), email, letter).await?;
    }
    if let (Some(phone), "paid") = (&order.phone, occasion) {
        let text = t(language, "sms.tickets", &[("number", number), ("link", &link)]);
        sms(app, tx, &format!("{occasion}-sms:{}", order.id), phone, text, Some(order.id)).await?;
    }
    Ok(())
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
        Some(email) => mail(app, tx, &format!("refunded:{}", row.id), email, letter).await,
        None => Ok(()),
    }
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
    if let Some(email) = &order.email {
        mail(app, tx, &format!("late:{}", payment.id), email, letter).await?;
    }
    if let Some(phone) = &order.phone {
        let text = t(language, "sms.late", &values);
        sms(app, tx, &format!("late-sms:{}", payment.id), phone, text, Some(order.id)).await?;
    }
    Ok(())
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
    match contact {
        Contact::Phone(phone) => sms(app, tx, &key, phone, t(language, "sms.code", &values), None).await,
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
            mail(app, tx, &key, email, letter).await
        }
    }
}

async fn mail(app: &App, tx: &DatabaseTransaction, key: &str, to: &str, letter: Letter<'_>) -> Result<(), Fault> {
    let mut lines = vec![letter.lead.clone()];
    lines.extend(letter.paragraphs.iter().cloned());
    if let Some((title, link)) = &letter.button {
        lines.push(format!("{title}: {link}"));
    }
    lines.push(t(letter.language, "mail.sender", &[]));
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
    let html = templates.render_str(
        include_str!("../../../templates/mail.html"),
        context! {
            language => letter.language.code(),
            subject => &letter.subject,
            lead => letter.lead,
            paragraphs => letter.paragraphs,
            button => letter.button.as_ref().map(|(title, link)| context! { title => title, link => link }),
            sender => t(letter.language, "mail.sender", &[]),
        },
    )?;
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
    write(app, tx, key, row).await
}

async fn sms(
    app: &App,
    tx: &DatabaseTransaction,
    key: &str,
    to: &str,
    text: String,
    order: Option<Uuid>,
) -> Result<(), Fault> {
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
    write(app, tx, key, row).await
}

/// The message and the promise to send it.
async fn write(app: &App, tx: &DatabaseTransaction, key: &str, row: message::ActiveModel) -> Result<(), Fault> {
    let id = app.ids.new();
    let now = app.clock.now();
    let row = message::ActiveModel {
        id: Set(id),
        state: Set("QUEUED".into()),
        created_at: Set(now),
        sent_at: Set(None),
        ..row
    };
    message::Entity::insert(row).exec_without_returning(tx).await?;
    app.jobs.promise(tx, SEND_MESSAGE, key, json!({ "message": id }), now).await
}
