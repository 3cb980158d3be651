use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sea_orm::{Condition, EntityTrait, QueryFilter};

use super::report::AttachedReport;

use ::entity::message;

use crate::features::audit::audit;
use crate::graphql::{Audited, By, Can, Gid, Kind, Page, Permission, Sort, SortDirection, app, contains, viewer};

crate::connection!(Message, MessageConnection, MessageEdge);

#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum MessageChannel {
    Email,
    Sms,
}

#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum MessageState {
    Queued,
    Sent,
    Failed,
}

/// By what messages are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum MessageSort {
    /// When it was written.
    Created,
    /// The receiver's address.
    To,
    Channel,
    /// Those without a subject first.
    Subject,
    State,
}

/// Mail or SMS. Once it has left the house its text is kept no longer.
#[derive(SimpleObject, Clone)]
pub struct Message {
    pub id: ID,
    pub channel: MessageChannel,
    /// The receiver.
    pub to: String,
    pub subject: Option<String>,
    pub text: String,
    pub html: Option<String>,
    /// UTC.
    pub created_at: DateTime<Utc>,
    pub state: MessageState,
    /// Names of the files.
    pub attachments: Vec<String>,
}

impl From<message::Model> for Message {
    fn from(row: message::Model) -> Self {
        Message {
            id: Gid::of(Kind::Message, row.id),
            channel: if row.channel == "SMS" { MessageChannel::Sms } else { MessageChannel::Email },
            to: row.recipient,
            subject: row.subject,
            text: row.text,
            html: row.html,
            created_at: row.created_at,
            state: match row.state.as_str() {
                "SENT" => MessageState::Sent,
                "FAILED" => MessageState::Failed,
                _ => MessageState::Queued,
            },
            attachments: serde_json::from_value::<Vec<String>>(row.attachments)
                .unwrap_or_default()
                .into_iter()
                .map(|name| if AttachedReport::parse(&name).is_some() { "report.xlsx".into() } else { name })
                .collect(),
        }
    }
}

#[derive(Default)]
pub struct NotificationQuery;

#[Object]
impl NotificationQuery {
    /// Mail and SMS, newest first unless asked otherwise; each reading is in the audit log. `text` looks in the
    /// receiver, the subject and the words, of those that were kept.
    #[graphql(guard = "Can(Permission::ViewMailbox)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn messages(
        &self,
        ctx: &Context<'_>,
        text: Option<String>,
        #[graphql(default_with = "MessageSort::Created")] sort: MessageSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<MessageConnection> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let page = Page::read(first, after.as_deref())?;
        let mut query = message::Entity::find();
        if let Some(text) = text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            let any = Condition::any()
                .add(contains(message::Column::Recipient, text))
                .add(contains(message::Column::Subject, text))
                .add(contains(message::Column::Text, text));
            query = query.filter(any);
        }
        let by = match sort {
            MessageSort::Created => By::Id,
            MessageSort::To => By::Text(message::Column::Recipient),
            MessageSort::Channel => By::Text(message::Column::Channel),
            MessageSort::Subject => By::Text(message::Column::Subject),
            MessageSort::State => By::Text(message::Column::State),
        };
        let sort = Sort::new(sort, direction, by, message::Column::Id);
        let (nodes, info) = page.find(query, sort, app.db.read(), Message::from).await?;
        if ctx.data_opt::<Audited>().is_none() {
            audit(app, viewer, "READ_MAILBOX", "message").await?;
        }
        Ok(MessageConnection::new(nodes, info, None))
    }
}
