//! What accounts come to at an instant. From the last closing before it only what came later is added up.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Statement};

use ::entity::period_balance;

use crate::platform::Fault;

use super::closing::last_closing;

/// An account in one currency, minor units; debit above zero.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Turnover {
    pub opening: i64,
    pub debit: i64,
    /// Above zero.
    pub credit: i64,
}

impl Turnover {
    pub fn closing(&self) -> i64 {
        self.opening + self.debit - self.credit
    }
}

#[derive(FromQueryResult)]
struct Sum {
    account: String,
    currency: String,
    opening: i64,
    debit: i64,
    credit: i64,
}

/// The accounts by currency and code: what they had before `from`, and what moved from then on and before `until`.
pub async fn turnovers(
    db: &impl ConnectionTrait,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<BTreeMap<(String, String), Turnover>, Fault> {
    let base = last_closing(db, Some(from)).await?;
    let mut accounts: BTreeMap<(String, String), Turnover> = BTreeMap::new();
    if let Some(base) = &base {
        let rows = period_balance::Entity::find().filter(period_balance::Column::ClosingId.eq(base.id));
        for row in rows.all(db).await? {
            accounts.entry((row.currency, row.account)).or_default().opening = row.balance_minor;
        }
    }
    let mut values = vec![from.into(), until.into()];
    let since = base.map_or("", |base| {
        values.push(base.until.into());
        " AND p.at >= $3"
    });
    let sql = format!(
        "SELECT l.account AS account, l.currency AS currency, \
         CAST(SUM(CASE WHEN p.at < $1 THEN l.amount_minor ELSE 0 END) AS BIGINT) AS opening, \
         CAST(SUM(CASE WHEN p.at >= $1 AND l.amount_minor > 0 THEN l.amount_minor ELSE 0 END) AS BIGINT) AS debit, \
         CAST(SUM(CASE WHEN p.at >= $1 AND l.amount_minor < 0 THEN -l.amount_minor ELSE 0 END) AS BIGINT) AS credit \
         FROM posting p JOIN posting_line l ON l.posting_id = p.id WHERE p.at < $2{since} GROUP BY 1, 2"
    );
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    for sum in Sum::find_by_statement(statement).all(db).await? {
        let account = accounts.entry((sum.currency, sum.account)).or_default();
        account.opening += sum.opening;
        account.debit += sum.debit;
        account.credit += sum.credit;
    }
    accounts.retain(|_, account| *account != Turnover::default());
    Ok(accounts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_what_was_and_what_moved() {
        assert_eq!(Turnover { opening: -5, debit: 20, credit: 30 }.closing(), -15);
    }
}
