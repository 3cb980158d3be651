use std::time::Duration;

use futures::{SinkExt, StreamExt};
use tests::{TestApp, Value, json};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

type Stream = tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

/// A graphql-transport-ws connection.
pub struct Socket {
    stream: Stream,
    waiting: Vec<Value>,
}

async fn connect(url: &str, origin: Option<&str>) -> Result<Stream, tokio_tungstenite::tungstenite::Error> {
    let mut request = format!("{}/graphql", url.replace("http://", "ws://")).into_client_request().unwrap();
    request.headers_mut().insert("sec-websocket-protocol", "graphql-transport-ws".parse().unwrap());
    if let Some(origin) = origin {
        request.headers_mut().insert("origin", origin.parse().unwrap());
    }
    tokio_tungstenite::connect_async(request).await.map(|(stream, _)| stream)
}

impl Socket {
    pub async fn open(url: &str, payload: Value) -> Self {
        let mut socket = Socket { stream: connect(url, None).await.unwrap(), waiting: Vec::new() };
        socket.send(json!({ "type": "connection_init", "payload": payload })).await;
        let ack = socket.receive().await;
        assert_eq!(ack["type"], "connection_ack", "{ack}");
        socket
    }

    async fn send(&mut self, message: Value) {
        self.stream.send(Message::text(message.to_string())).await.unwrap();
    }

    async fn receive(&mut self) -> Value {
        loop {
            let message = tokio::time::timeout(Duration::from_secs(20), self.stream.next()).await;
            match message.expect("a message in time").expect("an open connection").unwrap() {
                Message::Text(text) => return serde_json::from_str(&text).unwrap(),
                Message::Close(frame) => panic!("closed: {frame:?}"),
                _ => {}
            }
        }
    }

    async fn next_of(&mut self, id: &str, kind: &str) -> Value {
        if let Some(at) = self.waiting.iter().position(|message| message["id"] == id && message["type"] == kind) {
            return self.waiting.remove(at);
        }
        loop {
            let message = self.receive().await;
            if message["id"] == id && message["type"] == kind {
                return message;
            }
            self.waiting.push(message);
        }
    }

    pub async fn subscribe(&mut self, id: &str, query: &str, variables: Value) {
        self.send(json!({ "id": id, "type": "subscribe", "payload": { "query": query, "variables": variables } }))
            .await;
    }

    pub async fn next_data(&mut self, id: &str) -> Value {
        let message = self.next_of(id, "next").await;
        assert!(message["payload"].get("errors").is_none(), "{message}");
        message["payload"]["data"].clone()
    }

    /// The errors of an operation, whichever way they come.
    pub async fn next_error(&mut self, id: &str) -> Value {
        loop {
            let message = self.receive().await;
            if message["id"] != id {
                continue;
            }
            match message["type"].as_str() {
                Some("error") => return message["payload"].clone(),
                Some("next") => return message["payload"]["errors"].clone(),
                _ => {}
            }
        }
    }
}

#[tokio::test]
async fn another_sites_connection_is_refused() {
    let app = TestApp::new().await;
    assert!(connect(&app.url, Some("https://evil.example.com")).await.is_err());
    assert!(connect(&app.url, Some(&app.url)).await.is_ok());
    app.done().await;
}

#[tokio::test]
async fn a_bad_token_closes_with_4403() {
    let app = TestApp::new().await;
    let mut stream = connect(&app.url, None).await.unwrap();
    let init = json!({ "type": "connection_init", "payload": { "accessToken": "nonsense" } });
    stream.send(Message::text(init.to_string())).await.unwrap();
    loop {
        match tokio::time::timeout(Duration::from_secs(10), stream.next()).await.unwrap() {
            Some(Ok(Message::Close(Some(frame)))) => {
                assert_eq!(u16::from(frame.code), 4403, "{frame:?}");
                break;
            }
            Some(Ok(_)) => {}
            other => panic!("{other:?}"),
        }
    }
    app.done().await;
}

#[tokio::test]
async fn bombs_are_refused_here_too() {
    let app = TestApp::new().await;
    let mut socket = Socket::open(&app.url, json!({})).await;
    socket.subscribe("1", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", json!({})).await;
    assert!(!socket.next_error("1").await.is_null());
    app.done().await;
}
