//! What the tests of timetable and search stand on.

use std::ops::Deref;

use api::App;
use chrono::{DateTime, Utc};
use serde_json::Value;
use tests::TestApp;

/// An application that reads as the `App` inside.
pub struct Supply(pub TestApp);

impl Deref for Supply {
    type Target = App;

    fn deref(&self) -> &App {
        &self.0.app
    }
}

impl Supply {
    /// The end of a test.
    pub async fn done(self) {
        self.0.done().await;
    }

    /// The end of a test that put claims without orders into the database.
    pub async fn discard(self) {
        self.0.discard().await;
    }
}

/// An empty database at that instant.
pub async fn fresh(now: &str) -> Supply {
    let test = TestApp::empty().await;
    let now: DateTime<Utc> = now.parse().unwrap();
    test.advance(now - test.app.clock.now());
    Supply(test)
}

/// Asks as a visitor in that language; fails the test on errors.
pub async fn ask(app: &Supply, language: &'static str, query: &str, variables: Value) -> Value {
    let mut visitor = app.0.visitor();
    visitor.language = language;
    let answer = visitor.send(query, variables).await;
    assert!(answer.body.get("errors").is_none(), "{}", answer.body);
    answer.body["data"].clone()
}
