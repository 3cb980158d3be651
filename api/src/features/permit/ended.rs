//! Which papers have run out.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::permit::{PermitKind, expired_on};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::permit;

use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

/// A paper that has run out: whose, which, and the last day on which it held. Whoever overrules it, overrules that very one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
pub struct EndedPaper {
    pub holder: Uuid,
    pub kind: String,
    pub last_day: NaiveDate,
}

/// All papers of some carriers, vehicles and drivers.
pub struct Papers(HashMap<Uuid, Vec<(PermitKind, NaiveDate)>>);

impl Papers {
    pub async fn of(db: &impl ConnectionTrait, holders: impl IntoIterator<Item = Uuid>) -> Result<Self, Fault> {
        let holders: Vec<Uuid> = holders.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        let mut papers: HashMap<Uuid, Vec<_>> = HashMap::new();
        for some in holders.chunks(MAX_IDS) {
            let rows = permit::Entity::find().filter(permit::Column::HolderId.is_in(some.iter().copied()));
            for row in rows.all(db).await? {
                let Some(kind) = PermitKind::parse(&row.kind) else { continue };
                papers.entry(row.holder_id).or_default().push((kind, row.expires_on));
            }
        }
        Ok(Self(papers))
    }

    /// Those of a holder that have run out by a day.
    pub fn ended(&self, holder: Uuid, day: NaiveDate) -> Vec<EndedPaper> {
        let theirs = self.0.get(&holder).into_iter().flatten().copied();
        let ended = expired_on(theirs, day).into_iter();
        ended.map(|(kind, last_day)| EndedPaper { holder, kind: kind.code().to_owned(), last_day }).collect()
    }

    /// What keeps a vehicle from a trip on that day: its own papers, and those of its carrier.
    pub fn against(&self, carrier: Uuid, vehicle: Uuid, day: NaiveDate) -> Vec<EndedPaper> {
        let mut ended = self.ended(vehicle, day);
        ended.extend(self.ended(carrier, day));
        ended
    }
}

/// What keeps a vehicle from a trip of its carrier on a day.
pub async fn ended_papers(
    db: &impl ConnectionTrait,
    carrier: Uuid,
    vehicle: Uuid,
    day: NaiveDate,
) -> Result<Vec<EndedPaper>, Fault> {
    Ok(Papers::of(db, [carrier, vehicle]).await?.against(carrier, vehicle, day))
}
