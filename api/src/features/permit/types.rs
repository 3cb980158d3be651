use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Enum, Error, ID, Object, Result};
use domain::permit::{Holder, PermitKind as Paper};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::permit;

use crate::app::App;
use crate::features::network::in_language;
use crate::features::site::local_today;
use crate::graphql::{Date, Gid, Kind, app, viewer};
use crate::platform::Fault;

use super::holder::{Held, holders, kind_of};

/// Who holds a paper.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "domain::permit::Holder")]
pub enum PermitHolder {
    Carrier,
    Vehicle,
    Driver,
}

/// What a paper is.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "domain::permit::PermitKind")]
pub enum PermitKind {
    /// A carrier's licence.
    Licence,
    /// Of a carrier's liability, or of a vehicle.
    Insurance,
    /// A vehicle's technical inspection.
    Inspection,
    /// For the roads of another state.
    RoadPermit,
    DrivingLicence,
    /// A driver's fitness.
    Medical,
}

/// A paper with a term.
#[derive(Clone)]
pub struct Permit(pub permit::Model);

impl Permit {
    pub fn holder(&self) -> Holder {
        Holder::parse(&self.0.holder).unwrap_or(Holder::Vehicle)
    }

    /// Papers of one holder, those that end first before others.
    pub async fn of(ctx: &Context<'_>, holder: Holder, id: Uuid) -> Result<Vec<Permit>> {
        let loader = ctx.data_unchecked::<DataLoader<PermitLoader>>();
        let loaded = loader.load_one(PapersOf(holder, id)).await;
        Ok(loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?.unwrap_or_default())
    }
}

#[Object]
impl Permit {
    async fn id(&self) -> ID {
        Gid::of(Kind::Permit, self.0.id)
    }

    #[graphql(name = "holder")]
    async fn holder_kind(&self) -> PermitHolder {
        self.holder().into()
    }

    async fn holder_id(&self) -> ID {
        Gid::of(kind_of(self.holder()), self.0.holder_id)
    }

    /// What people call the holder, in the viewer's language.
    #[graphql(complexity = "5")]
    async fn holder_name(&self, ctx: &Context<'_>) -> Result<String> {
        let loader = ctx.data_unchecked::<DataLoader<PermitLoader>>();
        let loaded = loader.load_one(NameOf(self.holder(), self.0.holder_id)).await;
        let held: Option<Held> = loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?;
        Ok(held.map(|held| in_language(&held.name, viewer(ctx).language).to_owned()).unwrap_or_default())
    }

    async fn kind(&self) -> PermitKind {
        Paper::parse(&self.0.kind).unwrap_or(Paper::Licence).into()
    }

    async fn number(&self) -> &str {
        &self.0.number
    }

    async fn issued_on(&self) -> Option<Date> {
        self.0.issued_on.map(Date)
    }

    /// The last day on which it holds.
    async fn expires_on(&self) -> Date {
        Date(self.0.expires_on)
    }

    /// Until its last day, at the home station; below zero after it.
    async fn days_left(&self, ctx: &Context<'_>) -> i32 {
        let today = local_today(app(ctx).clock.now());
        i32::try_from((self.0.expires_on - today).num_days()).unwrap_or(i32::MAX)
    }

    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }
}

/// Reads papers and names of many holders at once.
pub struct PermitLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct PapersOf(Holder, Uuid);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct NameOf(Holder, Uuid);

impl Loader<PapersOf> for PermitLoader {
    type Value = Vec<Permit>;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[PapersOf]) -> Result<HashMap<PapersOf, Vec<Permit>>, Arc<Fault>> {
        let rows = permit::Entity::find()
            .filter(permit::Column::HolderId.is_in(keys.iter().map(|key| key.1)))
            .order_by_asc(permit::Column::ExpiresOn)
            .order_by_asc(permit::Column::Id);
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        let mut found: HashMap<PapersOf, Vec<Permit>> = HashMap::new();
        for row in rows {
            let permit = Permit(row);
            found.entry(PapersOf(permit.holder(), permit.0.holder_id)).or_default().push(permit);
        }
        Ok(found)
    }
}

impl Loader<NameOf> for PermitLoader {
    type Value = Held;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[NameOf]) -> Result<HashMap<NameOf, Held>, Arc<Fault>> {
        let mut found = HashMap::new();
        for holder in Holder::ALL {
            let ids: Vec<Uuid> = keys.iter().filter(|key| key.0 == holder).map(|key| key.1).collect();
            if !ids.is_empty() {
                let held = holders(self.0.db.read(), holder, &ids).await.map_err(Arc::new)?;
                found.extend(held.into_iter().map(|(id, held)| (NameOf(holder, id), held)));
            }
        }
        Ok(found)
    }
}
