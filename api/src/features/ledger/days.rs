//! Onto which days something may be booked.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::ledger::Account;
use domain::money::Currency;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, FromQueryResult, QuerySelect, Statement};

use ::entity::setting;

use crate::app::App;
use crate::features::settlement::settled_until;
use crate::features::site::{at_home, day_begins, day_ends, local_today};
use crate::graphql::Form;
use crate::platform::Fault;

use super::closing::closed_until;

/// The row of settings that is taken first.
const LOCK: &str = "books_lock";
/// A sale that began before midnight may be written a little after it.
const GRACE: TimeDelta = TimeDelta::hours(1);

/// Entries by hand, approvals of settlements and closings come one after the other: each sees what the one before it has done.
pub async fn lock_books(tx: &DatabaseTransaction) -> Result<(), Fault> {
    let row = setting::Entity::find_by_id(LOCK).lock_exclusive().one(tx).await?;
    row.map(|_| ()).ok_or_else(|| Fault::new("the books have lost their lock"))
}

/// Whether nothing of an ordinary sale can come into a day any more.
pub fn is_over(app: &App, day: NaiveDate) -> bool {
    day_ends(day) + GRACE <= app.clock.now()
}

/// To which instant of a day an entry belongs: to now, if it is today. `None` where nothing may be booked, with words at its
/// field.
pub async fn day_to_book(
    app: &App,
    tx: &DatabaseTransaction,
    form: &mut Form,
    (path, day): (&str, NaiveDate),
    accounts: &[(&Account, Currency)],
) -> Result<Option<DateTime<Utc>>, Fault> {
    let now = app.clock.now();
    let today = local_today(now);
    if day > today {
        form.wrong(path, "IN_FUTURE");
        return Ok(None);
    }
    let at = if day == today { now } else { day_begins(day) + TimeDelta::hours(12) };
    if closed_until(tx).await?.is_some_and(|until| at < until) {
        form.wrong(path, "PERIOD_CLOSED");
        return Ok(None);
    }
    for (account, currency) in accounts {
        let Account::Carrier(carrier) = account else { continue };
        if settled_until(tx, *carrier, currency.code()).await?.is_some_and(|last| day <= last) {
            form.wrong(path, "PERIOD_SETTLED");
            return Ok(None);
        }
    }
    Ok(Some(at))
}

#[derive(FromQueryResult)]
struct First {
    at: Option<DateTime<Utc>>,
}

/// The day of the first posting on an account, by the clock of the home station.
pub async fn first_day_of(
    db: &impl ConnectionTrait,
    account: &Account,
    currency: &str,
) -> Result<Option<NaiveDate>, Fault> {
    let sql = "SELECT p.at AS at FROM posting_line l JOIN posting p ON p.id = l.posting_id WHERE l.account = $1 \
               AND l.currency = $2 ORDER BY p.at LIMIT 1";
    let values = [account.code().into(), currency.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let first = First::find_by_statement(statement).one(db).await?;
    Ok(first.and_then(|first| first.at).map(|at| at_home(at).date()))
}
