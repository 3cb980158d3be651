//! Tells in time that papers end.

use std::collections::{BTreeMap, HashMap};

use chrono::TimeDelta;
use domain::permit::{Holder, PermitKind, reminders_due};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use ::entity::{account, carrier, permit, role};

use crate::app::App;
use crate::features::network::in_language;
use crate::features::notification::{self, EndingPaper};
use crate::features::site::local_today;
use crate::features::staff::{CARRIER_REPRESENTATIVE, may};
use crate::graphql::Permission;
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::db::Tx;

use super::holder::{Held, holders};
use super::query::in_service;

/// Papers in one round; the rest comes in the next.
const BATCH: u64 = 500;

/// Writes to those who keep the fleet about papers that end: as many days before as the setting says, a week before, and
/// when they have ended. Each is told once. Returns how many papers were told of.
pub async fn remind(app: &App) -> Result<usize, Fault> {
    use permit::Column;
    let today = local_today(app.clock.now());
    let days = i64::from(app.network.get(app).await?.settings.permit_reminder_days);
    let tx = app.db.begin().await?;
    let ending = permit::Entity::find()
        .filter(in_service(None))
        .filter(Column::ExpiresOn.lte(today + TimeDelta::days(days.max(7))))
        .filter(Column::Reminded.lt(3))
        .order_by_asc(Column::ExpiresOn)
        .limit(BATCH)
        .lock_exclusive();
    let mut due: Vec<(permit::Model, i32)> = Vec::new();
    for row in ending.all(&tx).await? {
        let reminders = reminders_due(row.expires_on, today, days);
        if reminders > row.reminded {
            due.push((row, reminders));
        }
    }
    if due.is_empty() {
        return Ok(tx.give_up(0).await?);
    }
    let mut held: HashMap<Uuid, Held> = HashMap::new();
    for holder in Holder::ALL {
        let ids: Vec<Uuid> =
            due.iter().filter(|(row, _)| row.holder == holder.code()).map(|(row, _)| row.holder_id).collect();
        held.extend(holders(&*tx, holder, &ids).await?);
    }
    for (address, (language, of)) in recipients(&tx).await? {
        let theirs = due.iter().filter_map(|(row, _)| {
            let holder = held.get(&row.holder_id).filter(|held| of.is_none_or(|own| own == held.carrier))?;
            Some(EndingPaper {
                holder: in_language(&holder.name, language).to_owned(),
                kind: PermitKind::parse(&row.kind)?,
                number: row.number.clone(),
                expires_on: row.expires_on,
                ended: row.expires_on < today,
            })
        });
        let theirs: Vec<EndingPaper> = theirs.collect();
        if !theirs.is_empty() {
            notification::papers_end(app, &tx, language, &address, &theirs).await?;
        }
    }
    for (row, reminders) in &due {
        let told = permit::ActiveModel { id: Set(row.id), reminded: Set(*reminders), ..Default::default() };
        permit::Entity::update(told).exec(&tx).await?;
    }
    let count = due.len();
    tx.commit().await?;
    app.jobs.wake();
    Ok(count)
}

/// Addresses with their language and, for carriers and those who represent them, whose papers they are told of.
async fn recipients(tx: &Tx) -> Result<BTreeMap<String, (Language, Option<Uuid>)>, Fault> {
    let mut found = BTreeMap::new();
    let carriers = carrier::Entity::find().filter(carrier::Column::Email.is_not_null());
    for row in carriers.all(tx).await? {
        if let Some(email) = row.email {
            found.insert(email, (Language::default(), Some(row.id)));
        }
    }
    let roles = role::Entity::find().all(tx).await?;
    let keepers: Vec<String> = roles
        .into_iter()
        .filter(|role| role.code == CARRIER_REPRESENTATIVE || may(role, Permission::ManageFleet))
        .map(|role| role.code)
        .collect();
    let people = account::Entity::find()
        .filter(account::Column::Role.is_in(keepers))
        .filter(account::Column::BlockedAt.is_null())
        .filter(account::Column::DeletedAt.is_null());
    for row in people.all(tx).await? {
        if let Some(email) = row.email {
            found.insert(email, (Language::parse(&row.language).unwrap_or_default(), row.carrier_id));
        }
    }
    Ok(found)
}
