//! The sandbox bank: its own books, an interface for merchants, and callbacks that may be slow, late, double or out of
//! order. It stands for a bank in demonstrations and tests, over a real connection.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use chrono::TimeDelta;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{sandbox_charge, sandbox_refund};

use crate::app::App;
use crate::platform::Fault;
use crate::platform::jobs::JobError;

use super::sandbox::{
    ChargeMade, ChargeOrder, Event, RefundOrder, SIGNATURE, StatusAsked, StatusTold, signature, signed,
};
use super::sandbox_page;

/// The job that carries a callback.
pub const SANDBOX_CALLBACK: &str = "sandbox_callback";

/// Routes below `/sandbox`, served outside production only.
pub fn router() -> Router<App> {
    Router::new()
        .route("/api/charges", post(charge))
        .route("/api/status", post(status))
        .route("/api/refunds", post(refund))
        .route("/clock", post(sandbox_page::advance_clock))
        .route("/pay/{id}", axum::routing::get(sandbox_page::page).post(sandbox_page::act))
}

struct Refusal(StatusCode, String);

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        tracing::error!(?fault, "the sandbox bank failed");
        Refusal(StatusCode::INTERNAL_SERVER_ERROR, "the bank has a fault".into())
    }
}

impl From<sea_orm::DbErr> for Refusal {
    fn from(error: sea_orm::DbErr) -> Self {
        Refusal::from(Fault::from(error))
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0, self.1).into_response()
    }
}

fn read<T: for<'a> Deserialize<'a>>(app: &App, headers: &HeaderMap, body: &[u8]) -> Result<T, Refusal> {
    if !signed(app.secrets.sandbox_key(), headers, body) {
        return Err(Refusal(StatusCode::UNAUTHORIZED, "bad signature".into()));
    }
    serde_json::from_slice(body).map_err(|error| Refusal(StatusCode::BAD_REQUEST, error.to_string()))
}

async fn charge(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<axum::Json<ChargeMade>, Refusal> {
    let order: ChargeOrder = read(&app, &headers, &body)?;
    if order.amount_minor <= 0 {
        return Err(Refusal(StatusCode::BAD_REQUEST, "the amount must be positive".into()));
    }
    let id = app.ids.new();
    let row = sandbox_charge::ActiveModel {
        id: Set(id),
        reference: Set(order.reference.to_string()),
        currency: Set(order.currency),
        amount_minor: Set(order.amount_minor),
        refunded_minor: Set(0),
        state: Set("NEW".into()),
        description: Set(order.description),
        return_url: Set(order.return_url),
        callback_url: Set(order.callback_url),
        events: Set(0),
        created_at: Set(app.clock.now()),
    };
    let inserted = sandbox_charge::Entity::insert(row)
        .on_conflict(OnConflict::column(sandbox_charge::Column::Reference).do_nothing().to_owned())
        .exec_without_returning(&app.db.once())
        .await?;
    let id = if inserted == 0 { by_reference(app.db.read(), order.reference).await?.id } else { id };
    let pay_path = format!("{}/sandbox/pay/{id}?lang={}", app.config.public_url, order.language);
    Ok(axum::Json(ChargeMade { id, pay_path }))
}

async fn by_reference(db: &impl sea_orm::ConnectionTrait, reference: Uuid) -> Result<sandbox_charge::Model, Refusal> {
    sandbox_charge::Entity::find()
        .filter(sandbox_charge::Column::Reference.eq(reference.to_string()))
        .one(db)
        .await?
        .ok_or_else(|| Refusal(StatusCode::NOT_FOUND, "no such charge".into()))
}

async fn status(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<axum::Json<StatusTold>, Refusal> {
    let asked: StatusAsked = read(&app, &headers, &body)?;
    let charge = by_reference(app.db.read(), asked.reference).await?;
    Ok(axum::Json(StatusTold { state: charge.state }))
}

async fn refund(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<axum::Json<StatusTold>, Refusal> {
    let order: RefundOrder = read(&app, &headers, &body)?;
    let tx = app.db.begin().await?;
    // A plain write first takes the lock on both databases; two refunds of one charge then come one after the other.
    let touched = sandbox_charge::Entity::update_many()
        .col_expr(sandbox_charge::Column::Events, Expr::col(sandbox_charge::Column::Events))
        .filter(sandbox_charge::Column::Reference.eq(order.reference.to_string()))
        .exec(&tx)
        .await?;
    if touched.rows_affected == 0 {
        return Err(tx.give_up(Refusal(StatusCode::NOT_FOUND, "no such charge".into())).await?);
    }
    let charge = by_reference(&tx, order.reference).await?;
    let before = sandbox_refund::Entity::find_by_id(order.refund.to_string()).count(&tx).await?;
    if before == 0 {
        if charge.state != "PAID" || charge.refunded_minor + order.amount_minor > charge.amount_minor {
            let words = "not paid, or less than that is left";
            return Err(tx.give_up(Refusal(StatusCode::CONFLICT, words.into())).await?);
        }
        let row = sandbox_refund::ActiveModel {
            reference: Set(order.refund.to_string()),
            charge_id: Set(charge.id),
            amount_minor: Set(order.amount_minor),
            created_at: Set(app.clock.now()),
        };
        sandbox_refund::Entity::insert(row).exec_without_returning(&tx).await?;
        let row = sandbox_charge::ActiveModel {
            id: Set(charge.id),
            refunded_minor: Set(charge.refunded_minor + order.amount_minor),
            ..Default::default()
        };
        sandbox_charge::Entity::update(row).exec(&tx).await?;
    }
    tx.commit().await?;
    Ok(axum::Json(StatusTold { state: "REFUNDED".into() }))
}

/// What a customer may do on the bank's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Pays; the bank tells at once.
    Pay,
    /// The bank refuses.
    Refuse,
    /// Pays; the bank tells after twenty seconds, and says NEW until then when asked.
    Slow,
    /// Pays; the bank tells twice.
    Twice,
    /// Pays; the money arrives and is told after twenty minutes, when the hold has ended.
    Late,
    /// A first try is refused, a second one pays, and the bank tells the second before the first.
    OutOfOrder,
}

#[derive(Serialize, Deserialize)]
struct Told {
    charge: Uuid,
    /// The merchant's name for it.
    reference: Uuid,
    callback_url: String,
    /// The bank's id of the event: repeats carry the same.
    event: String,
    state: String,
    /// The books change when it is told.
    books: bool,
}

/// Does what the customer chose, in the bank's books and in callbacks to come, unless it was paid before. Returns where
/// the customer goes then; `None` where there is no such charge.
pub async fn act(app: &App, id: Uuid, action: Action) -> Result<Option<String>, Fault> {
    let now = app.clock.now();
    let booked = match action {
        Action::Pay | Action::Twice | Action::OutOfOrder => Some("PAID"),
        Action::Refuse => Some("FAILED"),
        Action::Slow | Action::Late => None,
    };
    let tx = app.db.begin().await?;
    // Written to first, so that two choices for one charge come one after the other. Money that has come is never
    // unbooked.
    let mut choice = sandbox_charge::Entity::update_many()
        .col_expr(sandbox_charge::Column::Events, ExprTrait::add(Expr::col(sandbox_charge::Column::Events), 1))
        .filter(sandbox_charge::Column::Id.eq(id))
        .filter(sandbox_charge::Column::State.ne("PAID"));
    if let Some(state) = booked {
        choice = choice.col_expr(sandbox_charge::Column::State, state.into());
    }
    let Some(charge) = choice.exec_with_returning(&tx).await?.pop() else {
        let before = sandbox_charge::Entity::find_by_id(id).one(&tx).await?;
        return Ok(tx.give_up(before.map(|charge| charge.return_url)).await?);
    };
    let reference: Uuid = charge.reference.parse()?;
    let tell = |n: u32, state: &str| Told {
        charge: id,
        reference,
        callback_url: charge.callback_url.clone(),
        event: format!("{id}-{n}"),
        state: state.into(),
        books: booked.is_none(),
    };
    let seconds = TimeDelta::seconds;
    let plan: Vec<(Told, TimeDelta)> = match action {
        Action::Pay => vec![(tell(1, "PAID"), seconds(0))],
        Action::Refuse => vec![(tell(2, "FAILED"), seconds(0))],
        Action::Slow => vec![(tell(1, "PAID"), seconds(20))],
        Action::Twice => vec![(tell(1, "PAID"), seconds(0)), (tell(1, "PAID"), seconds(1))],
        Action::Late => vec![(tell(1, "PAID"), TimeDelta::minutes(20))],
        Action::OutOfOrder => vec![(tell(1, "PAID"), seconds(0)), (tell(2, "FAILED"), seconds(1))],
    };
    for (n, (told, after)) in plan.into_iter().enumerate() {
        let key = format!("{}:{n}", told.event);
        app.jobs.promise(&tx, SANDBOX_CALLBACK, &key, serde_json::to_value(&told)?, now + after).await?;
    }
    tx.commit().await?;
    app.jobs.wake();
    Ok(Some(charge.return_url))
}

/// Money that has come is never unbooked.
async fn book(tx: &impl sea_orm::ConnectionTrait, charge: Uuid, state: &str) -> Result<(), Fault> {
    let row = sandbox_charge::ActiveModel { state: Set(state.to_owned()), ..Default::default() };
    sandbox_charge::Entity::update_many()
        .set(row)
        .filter(sandbox_charge::Column::Id.eq(charge))
        .filter(sandbox_charge::Column::State.ne("PAID"))
        .exec(tx)
        .await?;
    Ok(())
}

/// Calls the merchant back; repeated by the jobs until it answers with success.
pub async fn send_callback(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let told: Told = serde_json::from_value(payload.clone()).map_err(|error| JobError::Fatal(error.to_string()))?;
    if told.books {
        book(&app.db.once(), told.charge, &told.state).await?;
    }
    let event = Event { event: told.event, reference: told.reference, state: told.state };
    let body = serde_json::to_vec(&event).map_err(|error| JobError::Fatal(error.to_string()))?;
    let answer = app
        .client
        .post(&told.callback_url)
        .header(SIGNATURE, signature(app.secrets.sandbox_key(), &body))
        .header("content-type", "application/json")
        .body(body)
        .send()
        .await
        .map_err(|error| JobError::Retry(error.to_string()))?;
    if answer.status().is_success() { Ok(()) } else { Err(JobError::Retry(answer.status().to_string())) }
}
