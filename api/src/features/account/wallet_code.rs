//! Codes by which the owner of an internal account says yes to a payment at a desk.

use chrono::{DateTime, TimeDelta, Utc};
use domain::contact::Contact;

use crate::app::App;
use crate::features::notification;
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::codes::{CODE_LASTS, Checked, check, make};

const FOR_CONTACT: Quota = Quota { name: "wallet-code", count: 10, per: TimeDelta::minutes(30) };

/// Sends a code for one purpose: until when it is good, or after how many seconds another may be asked for.
pub async fn send_wallet_code(
    app: &App,
    contact: &Contact,
    language: Language,
    purpose: &str,
) -> Result<Result<DateTime<Utc>, i64>, Fault> {
    if let Err(limited) = app.limits.take(FOR_CONTACT, contact.value()).await {
        return Ok(Err(limited.retry_after_seconds));
    }
    let tx = app.db.begin().await?;
    let code = make(app, &tx, contact, purpose).await?;
    notification::code(app, &tx, language, contact, &code, CODE_LASTS.num_minutes()).await?;
    tx.commit().await?;
    app.jobs.wake();
    Ok(Ok(app.clock.now() + CODE_LASTS))
}

/// Checks the code and uses it up.
pub async fn check_wallet_code(app: &App, contact: &Contact, purpose: &str, code: &str) -> Result<Checked, Fault> {
    check(app, contact, purpose, code).await
}
