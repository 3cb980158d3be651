use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef, FromRequestParts, Request, State};
use axum::http::Method;
use axum::http::header::{ACCEPT, HeaderName, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::features::fiscal_register::SandboxRegister;
use crate::features::{feed, payment, refund_request, registry, ticket, vehicle};
use crate::graphql::schema::{self, Schema};
use crate::platform::Fault;

use super::answers::Answers;
use super::door::{Door, Peer};
use super::graphql_request::Documents;
use super::{endpoint, exports, health, pages, photos, refund_documents, registries, socket, terminals};

/// What the handlers share.
#[derive(Clone)]
pub struct Web {
    pub app: App,
    pub schema: Schema,
    pub documents: Documents,
    pub answers: Arc<Answers>,
}

impl FromRef<Web> for App {
    fn from_ref(web: &Web) -> App {
        web.app.clone()
    }
}

/// All routes.
pub fn router(app: &App) -> Router {
    let web = Web {
        app: app.clone(),
        schema: schema::build(app),
        documents: Documents::default(),
        answers: Arc::new(Answers::listen(app)),
    };
    let mut router = Router::new()
        .route("/graphql", any(graphql))
        .route("/health", get(health::health))
        .route("/.well-known/beket-ticket-keys.json", get(ticket::well_known))
        .route("/files/{number}/{secret}/{name}", get(ticket::file))
        .route("/photos/{id}", get(photos::show).post(photos::add).layer(DefaultBodyLimit::max(vehicle::MAX_BYTES)))
        .route("/gateways/{code}/callback", post(payment::callback).layer(DefaultBodyLimit::max(payment::MAX_CALLBACK)))
        .route("/registries/{method}", post(registries::load).layer(DefaultBodyLimit::max(registry::MAX_BYTES)))
        .route(
            "/refund-requests/{id}/documents",
            post(refund_documents::add).layer(DefaultBodyLimit::max(refund_request::MAX_BYTES)),
        )
        .route("/refund-documents/{id}", get(refund_documents::show))
        .route(
            "/terminals/{code}",
            get(terminals::terminals).post(terminals::terminals).layer(DefaultBodyLimit::max(terminals::MAX_BYTES)),
        )
        .nest("/feeds", feed::router().with_state(app.clone()))
        .route("/admin", get(|| async { axum::response::Redirect::permanent("/admin/") }))
        .route("/admin/", get(pages::admin_root))
        .route("/admin/{*path}", get(pages::admin))
        .fallback(get(pages::public));
    if !app.config.is_production() {
        router = router.nest("/sandbox", payment::sandbox_router().with_state(app.clone()));
        router = router.nest("/sandbox/register", SandboxRegister::new(app.clock.clone()).router().with_state(()));
    }
    let https = app.config.is_https();
    let packed = DefaultPredicate::new()
        .and(NotForContentType::const_new("application/zip"))
        .and(NotForContentType::const_new("application/vnd.openxmlformats-officedocument"));
    router
        .layer(DefaultBodyLimit::max(256 * 1024))
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(30)))
        // A file of many rows has more time than an answer.
        .route("/exports/{sealed}", get(exports::show))
        .layer(CompressionLayer::new().compress_when(packed))
        .layer(middleware::from_fn(move |request, next| secure(https, request, next)))
        .with_state(web)
}

/// `/graphql` is three things: a WebSocket, a page for browsers, and the endpoint.
async fn graphql(State(web): State<Web>, request: Request) -> Response {
    let headers = request.headers().clone();
    let has = |name: &str, value: &str| {
        headers
            .get(name)
            .and_then(|given| given.to_str().ok())
            .is_some_and(|given| given.to_ascii_lowercase().contains(value))
    };
    let (mut parts, body) = request.into_parts();
    if has("upgrade", "websocket") {
        let peer = axum::extract::ConnectInfo::<Peer>::from_request_parts(&mut parts, &web).await;
        let upgrade = axum::extract::ws::WebSocketUpgrade::from_request_parts(&mut parts, &web).await;
        return match (peer, upgrade) {
            (Ok(peer), Ok(upgrade)) => socket::socket(State(web), peer, headers, upgrade).await,
            (_, Err(refused)) => refused.into_response(),
            (Err(refused), _) => refused.into_response(),
        };
    }
    match parts.method {
        Method::GET
            if has(ACCEPT.as_str(), "text/html") && !parts.uri.query().unwrap_or_default().contains("query=") =>
        {
            pages::explorer(State(web), headers).await
        }
        Method::GET | Method::POST => {
            let peer = match axum::extract::ConnectInfo::<Peer>::from_request_parts(&mut parts, &web).await {
                Ok(peer) => peer,
                Err(refused) => return refused.into_response(),
            };
            match axum::body::to_bytes(body, 256 * 1024).await {
                Ok(body) => endpoint::graphql(State(web), peer, parts.method, parts.uri, headers, body).await,
                Err(_) => {
                    (axum::http::StatusCode::PAYLOAD_TOO_LARGE, "the body is larger than 256 KiB").into_response()
                }
            }
        }
        _ => {
            let status = axum::http::StatusCode::METHOD_NOT_ALLOWED;
            (status, [("allow", "GET, POST")], "GET or POST").into_response()
        }
    }
}

/// Headers that keep browsers strict.
async fn secure(https: bool, request: Request, next: Next) -> Response {
    let sandbox = request.uri().path().starts_with("/sandbox/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = if sandbox {
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
    } else {
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
         font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-src 'self'; \
         object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    };
    for (name, value) in [
        ("content-security-policy", policy),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-opener-policy", "same-origin"),
        ("permissions-policy", "camera=(self), geolocation=(), microphone=()"),
    ] {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    let referrer = HeaderName::from_static("referrer-policy");
    headers.entry(referrer).or_insert(HeaderValue::from_static("strict-origin-when-cross-origin"));
    if https {
        let value = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(HeaderName::from_static("strict-transport-security"), value);
    }
    response
}

/// Serves until told to stop; then finishes what has begun, at most for `GRACE`.
pub async fn serve(app: &App, listener: TcpListener, stop: watch::Receiver<bool>) -> Result<(), Fault> {
    const GRACE: Duration = Duration::from_secs(20);
    let door = Door::new(listener, stop)?;
    let (mut closed, mut ended) = (door.closed(), door.closed());
    let server = axum::serve(door, router(app).into_make_service_with_connect_info::<Peer>())
        .with_graceful_shutdown(async move {
            let _ = closed.wait_for(|closed| *closed).await;
        })
        .into_future();
    tokio::pin!(server);
    tokio::select! {
        done = &mut server => Ok(done?),
        () = async {
            let _ = ended.wait_for(|closed| *closed).await;
            tokio::time::sleep(GRACE).await;
        } => {
            tracing::warn!("some connections did not end in time and were closed");
            Ok(())
        }
    }
}
