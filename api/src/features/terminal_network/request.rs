//! What a network has sent, read.

use domain::terminal::{self, AccountRef, Command};

use super::settings::Settings;

/// Characters of a request that are kept.
const LONGEST_RAW: usize = 2_000;
/// Characters of an account that are kept.
const LONGEST_ACCOUNT: usize = 64;
const KNOWN: [&str; 5] = ["command", "txn_id", "account", "sum", "txn_date"];

/// A request as it came through the door.
#[derive(Clone, Debug)]
pub struct Call {
    pub method: &'static str,
    pub path: String,
    pub query: String,
    /// Of a form, in UTF-8.
    pub body: String,
    /// Network address of who asks.
    pub address: String,
    /// The header of that name.
    pub authorization: Option<String>,
}

impl Call {
    fn parameters(&self) -> Vec<(String, String)> {
        let read = |text: &str| serde_urlencoded::from_str::<Vec<(String, String)>>(text).unwrap_or_default();
        let mut all = read(&self.query);
        all.extend(read(&self.body));
        all
    }

    /// As it is kept: to the letter but for what looks like a secret, and no longer than a page.
    pub fn raw(&self) -> String {
        let mut raw = format!("{} {}", self.method, self.path);
        if !self.query.is_empty() {
            raw = format!("{raw}?{}", without_secrets(&self.query));
        }
        if !self.body.is_empty() {
            raw = format!("{raw}\u{21b5}{}", without_secrets(&self.body));
        }
        kept(&raw, LONGEST_RAW)
    }
}

fn without_secrets(form: &str) -> String {
    let secret = |name: &str| {
        let name = name.to_lowercase();
        ["pass", "pwd", "secret", "token", "sign"].iter().any(|word| name.contains(word))
    };
    let shown = |piece: &str| match piece.split_once('=') {
        Some((name, _)) if secret(name) => format!("{name}=…"),
        None if secret(piece) => "…".to_owned(),
        _ => piece.to_owned(),
    };
    form.split('&').map(shown).collect::<Vec<_>>().join("&")
}

/// Text as a database and a page can show it: PostgreSQL knows no zero byte.
fn kept(text: &str, longest: usize) -> String {
    text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).take(longest).collect()
}

/// What a network asks for.
#[derive(Debug)]
pub struct Asked {
    /// As it is written; none where it is missing.
    pub command: Option<String>,
    /// Good or not.
    pub txn: Option<String>,
    pub account: Option<String>,
    sum: Option<String>,
    txn_date: Option<String>,
    /// A parameter came twice: which of the two is meant, nobody knows.
    pub doubled: bool,
}

impl Asked {
    pub fn read(call: &Call) -> Self {
        let all = call.parameters();
        let values = |name: &str| {
            all.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect::<Vec<_>>()
        };
        let one = |name: &str, longest: usize| values(name).first().map(|value| kept(value.trim(), longest));
        Asked {
            command: one("command", 20),
            txn: one("txn_id", 40),
            account: one("account", LONGEST_ACCOUNT),
            sum: one("sum", 40),
            txn_date: one("txn_date", 40),
            doubled: KNOWN.iter().any(|name| values(name).len() > 1),
        }
    }

    pub fn command(&self) -> Option<Command> {
        Command::parse(self.command.as_deref()?)
    }

    /// The network's number of the transaction, where it is one.
    pub fn good_txn(&self) -> Option<&str> {
        terminal::txn(self.txn.as_deref()?)
    }

    /// The account as it is remembered: an order's number or an internal account's where it is one, otherwise as it was typed.
    pub fn named(&self) -> Option<String> {
        let typed = self.account.as_deref()?;
        Some(terminal::account(typed).map_or_else(|| typed.to_owned(), AccountRef::number))
    }

    /// What the account names; `None`: it is written like nothing of ours.
    pub fn names(&self) -> Option<AccountRef> {
        terminal::account(self.account.as_deref()?)
    }

    /// Minor units; the inner `None`: no sum was sent.
    pub fn sum(&self, network: &Settings) -> Result<Option<i64>, Malformed> {
        let Some(text) = self.sum.as_deref().filter(|text| !text.is_empty()) else { return Ok(None) };
        network.read_sum(text).map(Some).ok_or(Malformed)
    }

    /// When the customer paid, if the terminal says so.
    pub fn paid_at(&self) -> Result<Option<chrono::DateTime<chrono::Utc>>, Malformed> {
        let Some(text) = self.txn_date.as_deref().filter(|text| !text.is_empty()) else { return Ok(None) };
        terminal::moment(text, crate::features::site::HOME_ZONE).map(Some).ok_or(Malformed)
    }
}

/// It is not written as the protocol says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Malformed;

#[cfg(test)]
mod tests {
    use super::*;

    fn call(query: &str, body: &str) -> Call {
        Call {
            method: "POST",
            path: "/terminals/pay24".into(),
            query: query.into(),
            body: body.into(),
            address: "203.0.113.7".into(),
            authorization: Some("Basic c2VjcmV0OnNlY3JldA==".into()),
        }
    }

    #[test]
    fn what_is_kept_has_no_secret_and_an_end() {
        let raw = call("command=check&txn_id=1", "account=%20BK&Password=hush&x=%00\n").raw();
        assert_eq!(raw, "POST /terminals/pay24?command=check&txn_id=1↵account=%20BK&Password=…&x=%00\u{fffd}");
        assert_eq!(call("", "{\"password\":\"hush\"}").raw(), "POST /terminals/pay24↵…");
        assert_eq!(call(&format!("command={}", "x".repeat(5_000)), "").raw().chars().count(), LONGEST_RAW);
    }

    #[test]
    fn a_parameter_is_said_once() {
        assert!(!Asked::read(&call("command=check&txn_id=1", "account=1&other=1&other=2")).doubled);
        assert!(Asked::read(&call("command=check&txn_id=1", "txn_id=1")).doubled);
    }
}
