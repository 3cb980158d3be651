//! Reading a GraphQL request, by GET or POST, as the GraphQL-over-HTTP specification asks.

use std::sync::Arc;

use async_graphql::parser::types::{DocumentOperations, ExecutableDocument, OperationType};
use async_graphql::{Request, Variables};
use axum::http::StatusCode;
use moka::sync::Cache;
use serde_json::{Map, Value};

use crate::graphql::budget;
use crate::platform::secrets::fingerprint;

/// The document is not GraphQL.
pub const PARSE_FAILED: &str = "GRAPHQL_PARSE_FAILED";

/// A request that could not be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub status: StatusCode,
    pub message: String,
    pub code: &'static str,
}

fn unreadable(status: StatusCode, message: impl Into<String>) -> Unreadable {
    Unreadable { status, message: message.into(), code: "BAD_INPUT" }
}

/// The parts of a request before its document is parsed.
#[derive(Debug, Default)]
pub struct Parts {
    pub query: Option<String>,
    pub variables: Variables,
    pub operation_name: Option<String>,
    pub extensions: Option<Map<String, Value>>,
}

impl Parts {
    /// A POST's body.
    pub fn from_json(body: &[u8]) -> Result<Self, Unreadable> {
        let bad = |message: &str| unreadable(StatusCode::BAD_REQUEST, message);
        let value: Value =
            serde_json::from_slice(body).map_err(|error| bad(&format!("The body is not JSON: {error}.")))?;
        let Value::Object(mut object) = value else {
            return Err(bad("The body has to be one JSON object; batches are not taken."));
        };
        Ok(Parts {
            query: text(object.remove("query"), "query")?,
            variables: variables(object.remove("variables"))?,
            operation_name: text(object.remove("operationName"), "operationName")?,
            extensions: map(object.remove("extensions"), "extensions")?,
        })
    }

    /// A GET's query string.
    pub fn from_query(query: &str) -> Result<Self, Unreadable> {
        let mut parts = Parts::default();
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).map_err(|error| {
            unreadable(StatusCode::BAD_REQUEST, format!("The query string cannot be read: {error}."))
        })?;
        let json = |text: &str, name: &str| {
            serde_json::from_str(text).map_err(|_| unreadable(StatusCode::BAD_REQUEST, format!("{name}: not JSON.")))
        };
        for (name, value) in pairs {
            match name.as_str() {
                "query" => parts.query = Some(value),
                "operationName" => parts.operation_name = Some(value).filter(|name| !name.is_empty()),
                "variables" if !value.is_empty() => parts.variables = variables(Some(json(&value, "variables")?))?,
                "extensions" if !value.is_empty() => {
                    parts.extensions = map(Some(json(&value, "extensions")?), "extensions")?;
                }
                _ => {}
            }
        }
        Ok(parts)
    }

    fn persisted_hash(&self) -> Option<&str> {
        self.extensions.as_ref()?.get("persistedQuery")?.get("sha256Hash")?.as_str()
    }
}

fn text(value: Option<Value>, name: &str) -> Result<Option<String>, Unreadable> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(unreadable(StatusCode::BAD_REQUEST, format!("{name}: has to be a string."))),
    }
}

fn variables(value: Option<Value>) -> Result<Variables, Unreadable> {
    Ok(Variables::from_json(Value::Object(map(value, "variables")?.unwrap_or_default())))
}

fn map(value: Option<Value>, name: &str) -> Result<Option<Map<String, Value>>, Unreadable> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(map)) => Ok(Some(map)),
        Some(_) => Err(unreadable(StatusCode::BAD_REQUEST, format!("{name}: has to be an object."))),
    }
}

/// Documents that were parsed and found within the budget, by the hash of their text; with them, persisted queries.
#[derive(Clone)]
pub struct Documents(Cache<String, Arc<Parsed>>);

pub struct Parsed {
    pub text: String,
    pub hash: String,
    pub document: ExecutableDocument,
}

impl Default for Documents {
    fn default() -> Self {
        Documents(Cache::builder().max_capacity(2_000).build())
    }
}

impl Documents {
    /// The document of a request: by its text, or by the hash of one that was sent before
    /// (`extensions.persistedQuery.sha256Hash`, as Apollo does it).
    pub fn find(&self, parts: &Parts) -> Result<Arc<Parsed>, Unreadable> {
        budget::check_texts(parts.variables.values())
            .map_err(|error| unreadable(StatusCode::BAD_REQUEST, error.to_string()))?;
        let asked = parts.persisted_hash();
        let Some(query) = parts.query.as_deref() else {
            let hash = asked.ok_or_else(|| unreadable(StatusCode::BAD_REQUEST, "query: has to be there."))?;
            return self.0.get(hash).ok_or_else(|| Unreadable {
                status: StatusCode::OK,
                message: "PersistedQueryNotFound".into(),
                code: "PERSISTED_QUERY_NOT_FOUND",
            });
        };
        if query.len() > budget::MAX_BYTES {
            return Err(unreadable(StatusCode::BAD_REQUEST, budget::OverBudget::Bytes.to_string()));
        }
        let hash = fingerprint(query.as_bytes());
        if asked.is_some_and(|asked| asked != hash) {
            return Err(unreadable(StatusCode::BAD_REQUEST, "persistedQuery: the hash is not that of the query."));
        }
        if let Some(known) = self.0.get(&hash) {
            return Ok(known);
        }
        let document = budget::parse(query).map_err(|error| match error {
            budget::Unreadable::Syntax(error) => Unreadable {
                status: StatusCode::BAD_REQUEST,
                message: format!("The query cannot be parsed: {error}."),
                code: PARSE_FAILED,
            },
            budget::Unreadable::OverBudget(error) => unreadable(StatusCode::BAD_REQUEST, error.to_string()),
        })?;
        let parsed = Arc::new(Parsed { text: query.to_owned(), hash: hash.clone(), document });
        self.0.insert(hash, Arc::clone(&parsed));
        Ok(parsed)
    }
}

impl Parsed {
    /// The type of the operation that a request names; `None` where it names none of the document's.
    pub fn operation(&self, name: Option<&str>) -> Option<OperationType> {
        match (&self.document.operations, name) {
            (DocumentOperations::Single(operation), None) => Some(operation.node.ty),
            (DocumentOperations::Single(_), Some(_)) => None,
            (DocumentOperations::Multiple(operations), Some(name)) => {
                operations.get(name).map(|operation| operation.node.ty)
            }
            (DocumentOperations::Multiple(operations), None) if operations.len() == 1 => {
                operations.values().next().map(|operation| operation.node.ty)
            }
            (DocumentOperations::Multiple(_), None) => None,
        }
    }

    /// The engine's request.
    pub fn request(&self, parts: Parts) -> Request {
        let mut request = Request::new(self.text.clone()).variables(parts.variables);
        if let Some(name) = parts.operation_name {
            request = request.operation_name(name);
        }
        request.set_parsed_query(self.document.clone());
        request
    }
}
