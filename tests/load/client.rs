//! Just enough of HTTP/1.1 to keep a server busy: one request at a time on a kept connection.

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[derive(Clone)]
pub struct Target {
    pub host: String,
}

impl Target {
    pub fn parse(url: &str) -> Self {
        Target { host: url.trim_start_matches("http://").trim_end_matches('/').to_owned() }
    }

    /// The bytes of a GraphQL request.
    pub fn graphql(&self, query: &str, variables: &Value) -> Vec<u8> {
        let body = serde_json::json!({ "query": query, "variables": variables }).to_string();
        self.post("/graphql", "application/json", &body)
    }

    pub fn post(&self, path: &str, media: &str, body: &str) -> Vec<u8> {
        format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\ncontent-type: {media}\r\ncontent-length: {}\r\n\r\n{body}",
            self.host,
            body.len()
        )
        .into_bytes()
    }

    pub async fn connect(&self) -> Connection {
        let mut tries = 0;
        loop {
            match TcpStream::connect(&self.host).await {
                Ok(stream) => {
                    stream.set_nodelay(true).unwrap();
                    return Connection { stream, buffer: vec![0; 64 * 1024] };
                }
                Err(error) if tries < 50 => {
                    tries += 1;
                    tokio::time::sleep(std::time::Duration::from_millis(20 * tries)).await;
                    let _ = error;
                }
                Err(error) => panic!("cannot connect: {error}"),
            }
        }
    }
}

pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// Status and body.
pub struct Response {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Response {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

impl Connection {
    /// Sends a request and reads its whole response; `None` where the connection broke.
    pub async fn send(&mut self, request: &[u8]) -> Option<Response> {
        self.stream.write_all(request).await.ok()?;
        let mut have = 0;
        let head = loop {
            let read = self.stream.read(&mut self.buffer[have..]).await.ok()?;
            if read == 0 {
                return None;
            }
            have += read;
            if let Some(at) = find(&self.buffer[..have], b"\r\n\r\n") {
                break at;
            }
        };
        let text = std::str::from_utf8(&self.buffer[..head]).ok()?;
        let status = text.get(9..12)?.parse().ok()?;
        let length = text.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
        });
        let length = length.unwrap_or(0);
        let mut body = self.buffer[head + 4..have].to_vec();
        while body.len() < length {
            let read = self.stream.read(&mut self.buffer).await.ok()?;
            if read == 0 {
                return None;
            }
            body.extend_from_slice(&self.buffer[..read]);
        }
        Some(Response { status, body })
    }

    pub async fn graphql(&mut self, target: &Target, query: &str, variables: &Value) -> Value {
        self.send(&target.graphql(query, variables)).await.map_or(Value::Null, |response| response.json())
    }
}
