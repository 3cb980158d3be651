//! `/graphql` as a WebSocket: graphql-transport-ws. Rights are checked when the connection begins and, by the
//! subscriptions themselves, before each event.

use std::sync::{Arc, OnceLock};

use async_graphql::futures_util::stream::BoxStream;
use async_graphql::http::{WebSocket, WebSocketProtocols, WsMessage};
use async_graphql::{Data, Executor, Request, Response as Answer};
use axum::extract::ws::{CloseFrame, Message, WebSocketUpgrade};
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures::{SinkExt, StreamExt};

use crate::graphql::budget;
use crate::graphql::schema::Schema;
use crate::i18n::Language;

use super::door::Peer;
use super::endpoint::{conceal, may_introspect};
use super::origin::origin_matches;
use super::serve::Web;
use super::viewer::{session_of, viewer};

const PROTOCOL: &str = "graphql-transport-ws";

/// Refuses what the HTTP endpoint would refuse, before the engine sees it.
#[derive(Clone)]
struct Guarded {
    schema: Schema,
    introspection: Arc<OnceLock<bool>>,
}

impl Guarded {
    fn check(&self, mut request: Request) -> Result<Request, Box<Answer>> {
        let refuse =
            |message: String| Box::new(Answer::from_errors(vec![async_graphql::ServerError::new(message, None)]));
        if request.query.len() > budget::MAX_BYTES {
            return Err(refuse(budget::OverBudget::Bytes.to_string()));
        }
        let document = budget::parse(&request.query).map_err(|error| refuse(error.to_string()))?;
        budget::check_texts(request.variables.values()).map_err(|error| refuse(error.to_string()))?;
        request.set_parsed_query(document);
        if self.introspection.get() != Some(&true) {
            request = request.disable_introspection();
        }
        Ok(request)
    }
}

impl Executor for Guarded {
    async fn execute(&self, request: Request) -> Answer {
        match self.check(request) {
            Ok(request) => {
                let mut answer = self.schema.execute(request).await;
                conceal(&mut answer);
                answer
            }
            Err(answer) => *answer,
        }
    }

    fn execute_stream(&self, request: Request, session: Option<Arc<Data>>) -> BoxStream<'static, Answer> {
        match self.check(request) {
            Ok(request) => {
                let stream = Executor::execute_stream(&self.schema, request, session);
                stream
                    .map(|mut answer| {
                        conceal(&mut answer);
                        answer
                    })
                    .boxed()
            }
            Err(answer) => futures::stream::once(async move { *answer }).boxed(),
        }
    }
}

/// The upgrade. A browser of another site is refused.
pub async fn socket(
    State(web): State<Web>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    if !origin_matches(&web.app.config, &headers) {
        return (StatusCode::FORBIDDEN, "connections on behalf of another site are refused").into_response();
    }
    let offered = headers.get("sec-websocket-protocol").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !offered.split(',').any(|protocol| protocol.trim() == PROTOCOL) {
        return (StatusCode::BAD_REQUEST, "the protocol is graphql-transport-ws").into_response();
    }
    // Messages are small and connections many: the default buffer for reading alone is 128 KiB.
    let upgrade = upgrade.protocols([PROTOCOL]).max_message_size(64 * 1024).read_buffer_size(4 * 1024);
    upgrade.on_upgrade(move |stream| async move {
        let (mut sink, source) = stream.split();
        let input = source
            .take_while(|message| futures::future::ready(message.is_ok()))
            .filter_map(|message| async move {
                match message {
                    Ok(Message::Text(text)) => Some(text.to_string().into_bytes()),
                    Ok(Message::Binary(bytes)) => Some(bytes.to_vec()),
                    _ => None,
                }
            })
            .boxed();
        let introspection = Arc::<OnceLock<bool>>::default();
        let executor = Guarded { schema: web.schema.clone(), introspection: Arc::clone(&introspection) };
        let init = move |payload: serde_json::Value| begin(web, headers, peer, payload, introspection);
        let mut output = WebSocket::new(executor, input, WebSocketProtocols::GraphQLWS)
            .on_connection_init(init)
            .keepalive_timeout(std::time::Duration::from_secs(60))
            .map(|message| match message {
                WsMessage::Text(text) => Message::Text(text.into()),
                // The protocol's code for a connection that is refused.
                WsMessage::Close(1002 | 1011, reason) if reason == REFUSED => {
                    Message::Close(Some(CloseFrame { code: 4403, reason: REFUSED.into() }))
                }
                WsMessage::Close(code, reason) => Message::Close(Some(CloseFrame { code, reason: reason.into() })),
            });
        while let Some(message) = output.next().await {
            if sink.send(message).await.is_err() {
                return;
            }
        }
    })
}

const REFUSED: &str = "Forbidden";

/// `connection_init` with `{accessToken?, language?}`.
async fn begin(
    web: Web,
    headers: HeaderMap,
    peer: Peer,
    payload: serde_json::Value,
    introspection: Arc<OnceLock<bool>>,
) -> async_graphql::Result<Data> {
    let refused = || async_graphql::Error::new(REFUSED);
    let mut viewer = viewer(&web.app, &headers, &peer.0.ip().to_string()).await?.map_err(|()| refused())?;
    if let Some(language) = payload.get("language").and_then(|code| code.as_str()).and_then(Language::parse) {
        viewer.language = language;
    }
    if let Some(token) = payload.get("accessToken").and_then(|token| token.as_str()).filter(|token| !token.is_empty()) {
        viewer.session = Some(session_of(&web.app, token).await?.ok_or_else(refused)?);
    }
    let _ = introspection.set(!web.app.config.is_production() || may_introspect(&viewer));
    let mut data = Data::default();
    data.insert(viewer);
    Ok(data)
}
