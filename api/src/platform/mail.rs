//! Ways out for mail and SMS. Where none is configured, messages stay in the mailbox that the staff's site shows.

use async_graphql::async_trait::async_trait;
use lettre::message::header::ContentType;
use lettre::message::{Attachment, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::time::Duration;

use super::Fault;

pub struct Email {
    /// Stable: a receiver can tell a repeated delivery by it.
    pub id: uuid::Uuid,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: Option<String>,
    pub attachments: Vec<File>,
}

pub struct File {
    pub name: String,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

#[async_trait]
pub trait Mailer: Send + Sync {
    async fn send(&self, email: Email) -> Result<(), Fault>;
    /// Whether messages leave the house; if not, their text is kept for the mailbox page.
    fn leaves(&self) -> bool;
}

#[async_trait]
pub trait Sms: Send + Sync {
    async fn send(&self, id: uuid::Uuid, to: &str, text: &str) -> Result<(), Fault>;
    fn leaves(&self) -> bool;
}

/// Keeps messages where they are.
pub struct Mailbox;

#[async_trait]
impl Mailer for Mailbox {
    async fn send(&self, _email: Email) -> Result<(), Fault> {
        Ok(())
    }

    fn leaves(&self) -> bool {
        false
    }
}

#[async_trait]
impl Sms for Mailbox {
    async fn send(&self, _id: uuid::Uuid, _to: &str, _text: &str) -> Result<(), Fault> {
        Ok(())
    }

    fn leaves(&self) -> bool {
        false
    }
}

/// Mail through an SMTP server, `smtp://user:password@host:587?tls=required`.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: lettre::message::Mailbox,
}

impl Smtp {
    pub fn new(url: &str, from: &str) -> Result<Self, Fault> {
        let transport =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?.timeout(Some(Duration::from_secs(10))).build();
        Ok(Smtp { transport, from: from.parse()? })
    }
}

#[async_trait]
impl Mailer for Smtp {
    async fn send(&self, email: Email) -> Result<(), Fault> {
        let host = self.from.email.domain();
        let message = Message::builder()
            .from(self.from.clone())
            .to(email.to.parse()?)
            .subject(email.subject)
            .message_id(Some(format!("<{}@{host}>", email.id)));
        let mut body = MultiPart::mixed().multipart(match email.html {
            Some(html) => MultiPart::alternative_plain_html(email.text, html),
            None => MultiPart::alternative().singlepart(SinglePart::plain(email.text)),
        });
        for file in email.attachments {
            body = body.singlepart(Attachment::new(file.name).body(file.bytes, ContentType::parse(file.mime)?));
        }
        self.transport.send(message.multipart(body)?).await?;
        Ok(())
    }

    fn leaves(&self) -> bool {
        true
    }
}

/// SMS through an HTTP service: `POST {"id","to","text"}`, any 2xx is a promise to deliver.
pub struct HttpSms {
    pub client: reqwest::Client,
    pub url: String,
}

#[async_trait]
impl Sms for HttpSms {
    async fn send(&self, id: uuid::Uuid, to: &str, text: &str) -> Result<(), Fault> {
        let body = serde_json::json!({ "id": id, "to": to, "text": text });
        self.client.post(&self.url).json(&body).timeout(Duration::from_secs(10)).send().await?.error_for_status()?;
        Ok(())
    }

    fn leaves(&self) -> bool {
        true
    }
}
