//! The sandbox bank's own page, where a demonstration's customer pays, and the demonstration's clock.

use axum::extract::{Form, Json, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use chrono::TimeDelta;
use minijinja::{Environment, context};
use sea_orm::EntityTrait;
use serde::Deserialize;
use uuid::Uuid;

use ::entity::sandbox_charge;

use crate::app::App;
use crate::i18n::{Language, money, t};

use super::sandbox_bank::{Action, act as do_act};

#[derive(Deserialize)]
pub struct PageQuery {
    lang: Option<String>,
}

#[derive(Deserialize)]
pub struct Choice {
    action: Action,
}

fn language(query: &PageQuery) -> Language {
    query.lang.as_deref().and_then(Language::parse).unwrap_or_default()
}

async fn find(app: &App, id: Uuid) -> Result<sandbox_charge::Model, StatusCode> {
    let charge = sandbox_charge::Entity::find_by_id(id).one(app.db.read()).await;
    charge.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?.ok_or(StatusCode::NOT_FOUND)
}

/// `GET /sandbox/pay/{id}`.
pub async fn page(
    State(app): State<App>,
    Path(id): Path<Uuid>,
    Query(query): Query<PageQuery>,
) -> Result<Response, StatusCode> {
    let language = language(&query);
    let charge = find(&app, id).await?;
    let word = |key: &str| t(language, key, &[]);
    let actions: Vec<_> = ["pay", "refuse", "slow", "twice", "late", "out_of_order"]
        .into_iter()
        .map(|action| context! { code => action, title => word(&format!("sandbox.{action}")), hint => word(&format!("sandbox.{action}.hint")) })
        .collect();
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
    let html = templates.render_str(
        include_str!("../../../templates/sandbox.html"),
        context! {
            language => language.code(),
            title => word("sandbox.title"),
            note => word("sandbox.note"),
            back => word("sandbox.back"),
            paid => word("sandbox.already_paid"),
            is_paid => charge.state == "PAID",
            description => charge.description,
            amount => money(language, charge.amount_minor, &charge.currency),
            return_url => charge.return_url,
            action_url => format!("/sandbox/pay/{id}?lang={}", language.code()),
            actions => actions,
        },
    );
    let html = html.map_err(|error| {
        tracing::error!(%error, "the sandbox's page could not be made");
        StatusCode::INTERNAL_SERVER_ERROR
    })?;
    Ok(([("cache-control", "no-store"), ("referrer-policy", "no-referrer")], Html(html)).into_response())
}

/// `POST /sandbox/pay/{id}`: what the customer chose.
pub async fn act(
    State(app): State<App>,
    Path(id): Path<Uuid>,
    Form(choice): Form<Choice>,
) -> Result<Redirect, StatusCode> {
    match do_act(&app, id, choice.action).await {
        Ok(Some(return_url)) => Ok(Redirect::to(&return_url)),
        Ok(None) => Err(StatusCode::NOT_FOUND),
        Err(fault) => {
            tracing::error!(?fault, "the sandbox bank failed");
            Err(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Advance {
    advance_minutes: i64,
}

/// `POST /sandbox/clock {"advanceMinutes": n}`: pushes the demonstration's clock forward, so that holds end and jobs
/// come due without waiting.
pub async fn advance_clock(State(app): State<App>, Json(advance): Json<Advance>) -> Result<StatusCode, StatusCode> {
    if !(1..=60 * 24).contains(&advance.advance_minutes) {
        return Err(StatusCode::BAD_REQUEST);
    }
    app.clock.advance(TimeDelta::minutes(advance.advance_minutes));
    app.bus.resync();
    app.jobs.wake();
    Ok(StatusCode::NO_CONTENT)
}
