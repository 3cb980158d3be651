//! Ways out for mail and SMS. Where none is configured, messages stay in the mailbox that the staff's site shows, with
//! their text.

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

    pub async fn send(&self, email: Email) -> Result<(), Fault> {
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
}

/// SMS through an HTTP service: `POST {"id","to","text"}`, any 2xx is a promise to deliver.
pub struct HttpSms {
    pub client: reqwest::Client,
    pub url: String,
}

impl HttpSms {
    pub async fn send(&self, id: uuid::Uuid, to: &str, text: &str) -> Result<(), Fault> {
        let body = serde_json::json!({ "id": id, "to": to, "text": text });
        self.client.post(&self.url).json(&body).timeout(Duration::from_secs(10)).send().await?.error_for_status()?;
        Ok(())
    }
}
