use chrono::TimeDelta;
use domain::gateway::without_cards;
use domain::payment::Contradiction;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use ::entity::{gateway, gateway_message};

use crate::app::App;
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::adapter::{GatewayError, Reply};
use super::in_use::InUse;

/// Of who cannot sign so many are kept, for each gateway.
const STRANGERS: Quota = Quota { name: "gateway-stranger", count: 20, per: TimeDelta::minutes(1) };
/// That a gateway answers is written down so often at most while nothing else changes.
const SELDOM: TimeDelta = TimeDelta::minutes(1);
const LONGEST_WORDS: usize = 300;

/// What a message is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    Callback,
    Create,
    Status,
    Capture,
    Void,
    Refund,
    Test,
}

impl About {
    pub const ALL: [About; 7] =
        [About::Callback, About::Create, About::Status, About::Capture, About::Void, About::Refund, About::Test];

    pub fn code(self) -> &'static str {
        match self {
            About::Callback => "CALLBACK",
            About::Create => "CREATE",
            About::Status => "STATUS",
            About::Capture => "CAPTURE",
            About::Void => "VOID",
            About::Refund => "REFUND",
            About::Test => "TEST",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|about| about.code() == code)
    }
}

/// What was made of a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Made {
    /// It was heeded, or answered what was asked.
    Taken,
    /// The same event came before.
    Repeated,
    UnknownPayment,
    WrongSum,
    WrongCurrency,
    FailedAfterPaid,
    BadSignature,
    Unreadable,
    /// The gateway refused, or did not know the payment.
    Refused,
    NoAnswer,
    /// It could not be taken for a fault of ours; the gateway tells it again.
    Fault,
}

impl Made {
    pub const ALL: [Made; 11] = [
        Made::Taken,
        Made::Repeated,
        Made::UnknownPayment,
        Made::WrongSum,
        Made::WrongCurrency,
        Made::FailedAfterPaid,
        Made::BadSignature,
        Made::Unreadable,
        Made::Refused,
        Made::NoAnswer,
        Made::Fault,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Made::Taken => "TAKEN",
            Made::Repeated => "REPEATED",
            Made::UnknownPayment => "UNKNOWN_PAYMENT",
            Made::WrongSum => "WRONG_SUM",
            Made::WrongCurrency => "WRONG_CURRENCY",
            Made::FailedAfterPaid => "FAILED_AFTER_PAID",
            Made::BadSignature => "BAD_SIGNATURE",
            Made::Unreadable => "UNREADABLE",
            Made::Refused => "REFUSED",
            Made::NoAnswer => "NO_ANSWER",
            Made::Fault => "FAULT",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|made| made.code() == code)
    }

    /// Somebody should look at it.
    pub fn is_trouble(self) -> bool {
        !matches!(self, Made::Taken | Made::Repeated)
    }
}

impl From<Contradiction> for Made {
    fn from(what: Contradiction) -> Self {
        match what {
            Contradiction::WrongSum => Made::WrongSum,
            Contradiction::WrongCurrency => Made::WrongCurrency,
            Contradiction::FailedAfterPaid => Made::FailedAfterPaid,
        }
    }
}

/// Keeps a callback, whatever was made of it; of strangers so many that they cannot fill the disk.
pub async fn keep_callback(
    app: &App,
    row: &gateway::Model,
    payment: Option<Uuid>,
    body: &[u8],
    made: Made,
) -> Result<(), Fault> {
    if made == Made::BadSignature && app.limits.take(STRANGERS, &row.code).await.is_err() {
        return Ok(());
    }
    let raw = without_cards(&String::from_utf8_lossy(body));
    keep(app, row, About::Callback, payment, None, raw, made).await
}

/// Keeps what a gateway has answered, and how it fares.
pub async fn keep_answer<T>(
    app: &App,
    row: &gateway::Model,
    about: About,
    payment: Option<Uuid>,
    reply: &Reply<T>,
) -> Result<(), Fault> {
    let made = match &reply.outcome {
        Ok(_) => Made::Taken,
        Err(GatewayError::Refused(_) | GatewayError::NoSuchPayment) => Made::Refused,
        Err(GatewayError::Unknown(_)) if reply.raw.is_some() => Made::Unreadable,
        Err(GatewayError::Unknown(_)) => Made::NoAnswer,
    };
    match (&reply.raw, &reply.outcome) {
        (Some(raw), _) => keep(app, row, about, payment, Some(i32::from(raw.status)), raw.text.clone(), made).await?,
        (None, Err(error)) => keep(app, row, about, payment, None, short(&error.to_string()), made).await?,
        // Nobody outside was asked.
        (None, Ok(_)) => return Ok(()),
    }
    let failure = match &reply.outcome {
        // A refusal is an answer too: the gateway is there and knows us.
        Ok(_) | Err(GatewayError::Refused(_) | GatewayError::NoSuchPayment) => None,
        Err(GatewayError::Unknown(words)) => Some(words.as_str()),
    };
    note_health(app, row, failure).await
}

/// An answer about a payment that contradicts what is known of it, once it was compared.
pub async fn mark_status(app: &App, gateway: &InUse, payment: Uuid, what: Contradiction) -> Result<(), Fault> {
    use gateway_message::Column;
    let last = gateway_message::Entity::find()
        .filter(Column::GatewayId.eq(gateway.row.id))
        .filter(Column::PaymentId.eq(payment))
        .filter(Column::About.eq(About::Status.code()))
        .order_by_desc(Column::Id)
        .one(app.db.read())
        .await?;
    let Some(last) = last else { return Ok(()) };
    let marked = gateway_message::ActiveModel {
        id: Set(last.id),
        outcome: Set(Made::from(what).code().to_owned()),
        trouble: Set(true),
        ..Default::default()
    };
    gateway_message::Entity::update(marked).exec(&app.db.once()).await?;
    Ok(())
}

async fn keep(
    app: &App,
    gateway: &gateway::Model,
    about: About,
    payment: Option<Uuid>,
    status: Option<i32>,
    raw: String,
    made: Made,
) -> Result<(), Fault> {
    use gateway_message::Column;
    let now = app.clock.now();
    // While nothing changes, the answers to the same question are one row.
    if let (About::Status, Some(payment)) = (about, payment) {
        let last = gateway_message::Entity::find()
            .filter(Column::PaymentId.eq(payment))
            .order_by_desc(Column::Id)
            .one(app.db.read())
            .await?;
        let same =
            |last: &gateway_message::Model| last.about == about.code() && last.raw == raw && last.status == status;
        if let Some(last) = last.filter(same) {
            gateway_message::Entity::update_many()
                .col_expr(Column::Times, Expr::col(Column::Times).add(1))
                .col_expr(Column::LastAt, Expr::value(now))
                .filter(Column::Id.eq(last.id))
                .exec(&app.db.once())
                .await?;
            return Ok(());
        }
    }
    let row = gateway_message::Model {
        id: app.ids.new(),
        gateway_id: gateway.id,
        about: about.code().to_owned(),
        payment_id: payment,
        status,
        raw,
        outcome: made.code().to_owned(),
        trouble: made.is_trouble(),
        times: 1,
        at: now,
        last_at: now,
    };
    let row = gateway_message::ActiveModel::from(row);
    gateway_message::Entity::insert(row).exec_without_returning(&app.db.once()).await?;
    Ok(())
}

async fn note_health(app: &App, row: &gateway::Model, failure: Option<&str>) -> Result<(), Fault> {
    use gateway::Column;
    let now = app.clock.now();
    let change = gateway::Entity::update_many().filter(Column::Id.eq(row.id));
    let change = match failure {
        Some(words) => change
            .set(gateway::ActiveModel {
                failed_at: Set(Some(now)),
                failure: Set(Some(short(words))),
                ..Default::default()
            })
            .col_expr(Column::Failures, Expr::col(Column::Failures).add(1)),
        None => {
            let stale = sea_orm::Condition::any()
                .add(Column::AnsweredAt.is_null())
                .add(Column::AnsweredAt.lte(now - SELDOM))
                .add(Column::Failures.gt(0));
            change
                .set(gateway::ActiveModel { answered_at: Set(Some(now)), failures: Set(0), ..Default::default() })
                .filter(stale)
        }
    };
    change.exec(&app.db.once()).await?;
    Ok(())
}

fn short(words: &str) -> String {
    without_cards(words).chars().take(LONGEST_WORDS).collect()
}
