//! Campaigns: promotions that apply by themselves, to so many tickets or until so much was taken off.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, Value};
use uuid::Uuid;

use ::entity::order_line;

use crate::app::App;
use crate::features::network::Network;
use crate::platform::Fault;

/// What is shown may be so old; a hold counts for itself.
const COUNTED_FOR: TimeDelta = TimeDelta::seconds(5);

/// A ticket that is held now, or was sold, whatever became of it later; who comes in the place of one that was exchanged
/// counts for it.
const LIVE: &str = "(l.state IN ('CONFIRMED', 'ISSUED', 'USED', 'REFUNDED') \
    OR (l.state = 'HELD' AND o.hold_until > $1))";

type Counted = Option<(DateTime<Utc>, i64, Arc<HashSet<Uuid>>)>;

/// Campaigns that are used up, counted a moment ago.
#[derive(Default)]
pub struct Campaigns(Mutex<Counted>);

impl Campaigns {
    fn known(&self, version: i64, now: DateTime<Utc>) -> Option<Arc<HashSet<Uuid>>> {
        let counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, of, found) = counted.as_ref()?;
        (*of == version && now - *at < COUNTED_FOR && *at <= now).then(|| Arc::clone(found))
    }

    fn keep(&self, counted: Counted) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = counted;
    }
}

/// Campaigns that nobody gets any more. One query for all of them, every few seconds, and none where none has a limit.
pub async fn used_up(app: &App, network: &Network) -> Result<Arc<HashSet<Uuid>>, Fault> {
    let rules = network.rules().promotions.iter().filter(|rule| rule.active && rule.is_limited());
    let limited: Vec<_> = rules.collect();
    if limited.is_empty() {
        return Ok(Arc::default());
    }
    let now = app.clock.now();
    if let Some(known) = app.campaigns.known(network.version, now) {
        return Ok(known);
    }
    let db = app.db.read();
    let marks: Vec<String> = (2..limited.len() + 2).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT l.campaign_id, COUNT(*) AS tickets, CAST(SUM(l.campaign_minor) AS BIGINT) AS off FROM order_line l \
         JOIN \"order\" o ON o.id = l.order_id WHERE l.campaign_id IN ({}) AND {LIVE} GROUP BY l.campaign_id",
        marks.join(", ")
    );
    let values = std::iter::once(Value::from(now)).chain(limited.iter().map(|rule| rule.id.into()));
    let rows = db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    let mut found = HashSet::new();
    for row in rows {
        let (id, tickets, off): (Uuid, i64, i64) =
            (row.try_get("", "campaign_id")?, row.try_get("", "tickets")?, row.try_get("", "off")?);
        let rule = limited.iter().find(|rule| rule.id == id);
        if rule.is_some_and(|rule| {
            rule.uses_limit.is_some_and(|limit| tickets >= limit.into())
                || rule.budget_minor.is_some_and(|budget| off >= budget)
        }) {
            found.insert(id);
        }
    }
    let found = Arc::new(found);
    app.campaigns.keep(Some((now, network.version, Arc::clone(&found))));
    Ok(found)
}

/// Makes lines of an order tickets of their campaigns, unless there are so many: then which campaign has no more. A limited
/// campaign's row is locked: others who want it wait for the end of the transaction, so that each counts those before it.
pub async fn take_tickets(
    tx: &DatabaseTransaction,
    network: &Network,
    order: Uuid,
    lines: &[&order_line::Model],
    now: DateTime<Utc>,
) -> Result<Result<(), Uuid>, Fault> {
    let mut wanted: BTreeMap<Uuid, (i64, i64)> = BTreeMap::new();
    for line in lines {
        let Some(rule) = network.rules().promotion(line.campaign_id).filter(|rule| rule.is_limited()) else { continue };
        let (tickets, off) = wanted.entry(rule.id).or_default();
        (*tickets, *off) = (*tickets + 1, *off + line.campaign_minor);
    }
    let backend = tx.get_database_backend();
    for (campaign, (mut tickets, mut off)) in wanted {
        let lock = "UPDATE promotion SET touched = touched + 1 WHERE id = $1 RETURNING uses_limit, budget_minor";
        let row = tx.query_one_raw(Statement::from_sql_and_values(backend, lock, [campaign.into()])).await?;
        let row = row.ok_or_else(|| Fault::new("a line of a campaign that does not exist"))?;
        let sql = format!(
            "SELECT COUNT(*) AS tickets, CAST(COALESCE(SUM(l.campaign_minor), 0) AS BIGINT) AS off FROM order_line l \
             JOIN \"order\" o ON o.id = l.order_id WHERE l.campaign_id = $2 AND l.order_id <> $3 AND {LIVE}"
        );
        let values: [Value; 3] = [now.into(), campaign.into(), order.into()];
        let others = tx.query_one_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        let others = others.ok_or_else(|| Fault::new("no count"))?;
        tickets += others.try_get::<i64>("", "tickets")?;
        off += others.try_get::<i64>("", "off")?;
        let uses: Option<i32> = row.try_get("", "uses_limit")?;
        let budget: Option<i64> = row.try_get("", "budget_minor")?;
        if uses.is_some_and(|limit| tickets > limit.into()) || budget.is_some_and(|budget| off > budget) {
            return Ok(Err(campaign));
        }
    }
    Ok(Ok(()))
}
