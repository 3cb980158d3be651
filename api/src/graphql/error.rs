//! Errors that are nobody's expected answer, as `errors[]` with a code. Internals go to the log; the client gets an id
//! by which they are found there.

use async_graphql::{Error, ErrorExtensions};

use crate::platform::Fault;

fn with_code(message: &str, code: &'static str) -> Error {
    Error::new(message).extend_with(|_, extensions| extensions.set("code", code))
}

/// No session, or one that has ended.
pub fn unauthenticated() -> Error {
    with_code("Sign in first: there is no session, or it has ended.", "UNAUTHENTICATED")
}

/// The session lacks the right.
pub fn forbidden() -> Error {
    with_code("Your account does not have the right to do this.", "FORBIDDEN")
}

/// No such thing, or it is somebody else's: the two are not told apart.
pub fn not_found() -> Error {
    with_code("There is no such thing here.", "NOT_FOUND")
}

/// An argument that no form of ours would send.
pub fn bad_input(message: impl AsRef<str>) -> Error {
    with_code(message.as_ref(), "BAD_INPUT")
}

pub fn rate_limited(retry_after_seconds: i64) -> Error {
    with_code("Too many requests. Wait a little and try again.", "RATE_LIMITED")
        .extend_with(|_, extensions| extensions.set("retryAfterSeconds", retry_after_seconds))
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        let trace = uuid::Uuid::from_u64_pair(fastrand(), fastrand()).simple().to_string();
        tracing::error!(trace, ?fault, "a request failed");
        with_code("Something went wrong on our side. Try again; if it stays, tell us the trace id.", "INTERNAL")
            .extend_with(|_, extensions| extensions.set("traceId", trace.clone()))
    }
}

/// Not secret and not repeatable: only has to differ from one fault to the next.
fn fastrand() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0u8)
}
