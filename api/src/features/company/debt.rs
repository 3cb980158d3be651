//! What companies owe, and how old that is.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryResult, Statement};
use uuid::Uuid;

use ::entity::wallet;

use crate::app::App;
use crate::features::site::local_today;
use crate::platform::Fault;

/// Orders that companies have not paid for, as `v`: `company_id`, `currency`, `order_id`, `at` (when it was bought), `due_on`,
/// `bought_minor` (less what was given back of it), `open_minor` (of that, what is still owed).
///
/// Money that comes settles the oldest orders first, so what is owed are the newest ones; what is given back of an order is
/// no longer owed for that order.
pub const OPEN_PURCHASES: &str = "(\
    SELECT z.company_id, z.currency, z.order_id, z.at, z.due_on, z.bought_minor, \
        CASE WHEN z.room_minor < z.bought_minor THEN z.room_minor ELSE z.bought_minor END AS open_minor \
    FROM (\
        SELECT y.*, y.owed_minor - COALESCE(CAST(SUM(y.bought_minor) OVER (\
            PARTITION BY y.company_id ORDER BY y.position DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING\
        ) AS BIGINT), 0) AS room_minor \
        FROM (\
            SELECT w.company_id, w.currency, -w.balance_minor AS owed_minor, e.order_id, MIN(e.at) AS at, \
                MIN(e.due_on) AS due_on, MIN(e.position) AS position, \
                CAST(-SUM(e.amount_minor) AS BIGINT) AS bought_minor \
            FROM wallet w JOIN wallet_entry e ON e.wallet_id = w.id \
            WHERE w.balance_minor < 0 AND w.company_id IS NOT NULL AND e.kind IN ('PURCHASE', 'REFUND') \
            GROUP BY w.id, e.order_id HAVING SUM(e.amount_minor) < 0\
        ) y\
    ) z WHERE z.room_minor > 0\
) v";

/// What one company owes.
#[derive(Clone, Debug)]
pub struct Debt {
    /// ISO 4217.
    pub currency: String,
    /// Minor units.
    pub owed_minor: i64,
    /// Of that, what should have been paid by now.
    pub overdue_minor: i64,
    /// When the oldest of what is owed was bought.
    pub since: DateTime<Utc>,
}

/// Loads what lists tell of companies.
pub struct CompanyLoader(pub App);

/// What the company with this id owes; nothing where it owes nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DebtOf(pub Uuid);

/// The account of the company with this id.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct WalletOf(pub Uuid);

impl Loader<DebtOf> for CompanyLoader {
    type Value = Debt;
    type Error = Arc<Fault>;

    async fn load(&self, companies: &[DebtOf]) -> Result<HashMap<DebtOf, Debt>, Arc<Fault>> {
        Ok(debts(&self.0, companies).await?)
    }
}

impl Loader<WalletOf> for CompanyLoader {
    type Value = wallet::Model;
    type Error = Arc<Fault>;

    async fn load(&self, companies: &[WalletOf]) -> Result<HashMap<WalletOf, wallet::Model>, Arc<Fault>> {
        let rows = wallet::Entity::find().filter(wallet::Column::CompanyId.is_in(companies.iter().map(|one| one.0)));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().filter_map(|row| Some((WalletOf(row.company_id?), row))).collect())
    }
}

async fn debts(app: &App, companies: &[DebtOf]) -> Result<HashMap<DebtOf, Debt>, Fault> {
    let db = app.db.read();
    let today = local_today(app.clock.now());
    let places: Vec<String> = (2..companies.len() + 2).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT v.company_id, MIN(v.currency) AS currency, CAST(SUM(v.open_minor) AS BIGINT) AS owed, \
         CAST(SUM(CASE WHEN v.due_on < $1 THEN v.open_minor ELSE 0 END) AS BIGINT) AS overdue, MIN(v.at) AS since \
         FROM {OPEN_PURCHASES} WHERE v.company_id IN ({}) GROUP BY v.company_id",
        places.join(", ")
    );
    let values = std::iter::once(today.into()).chain(companies.iter().map(|company| company.0.into()));
    let rows = db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    let read = |row: &QueryResult| -> Result<_, Fault> {
        let debt = Debt {
            currency: row.try_get("", "currency")?,
            owed_minor: row.try_get("", "owed")?,
            overdue_minor: row.try_get("", "overdue")?,
            since: row.try_get("", "since")?,
        };
        Ok((DebtOf(row.try_get("", "company_id")?), debt))
    };
    rows.iter().map(read).collect()
}
