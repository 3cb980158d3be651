use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{ComplexObject, Context, Error, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{account, role, second_factor, session, staff_station};

use crate::app::App;
use crate::features::carrier::Carrier;
use crate::features::desk::{Desk, DeskLoader, DesksOfStaff};
use crate::features::station::Stop;
use crate::graphql::{Gid, Kind, Permission, app, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

use super::ADMINISTRATOR;
use super::access::permissions_of;

crate::connection!(StaffMember, StaffConnection, StaffEdge);
crate::connection!(Role, RoleConnection, RoleEdge);

/// A kind of work at the station, and what it allows.
#[derive(SimpleObject, Clone)]
#[graphql(complex)]
pub struct Role {
    /// Stable.
    pub code: String,
    pub name_ru: String,
    pub name_ky: String,
    pub name_en: String,
    pub permissions: Vec<Permission>,
    /// May do everything, always: it cannot be edited.
    pub everything: bool,
    /// It allows nothing without a second factor.
    pub second_factor: bool,
    /// Send it back with a change: somebody else's change in between is not lost.
    pub version: i32,
}

impl From<role::Model> for Role {
    fn from(row: role::Model) -> Self {
        Role {
            permissions: permissions_of(&row),
            everything: row.code == ADMINISTRATOR,
            second_factor: row.second_factor,
            version: i32::try_from(row.version).unwrap_or(i32::MAX),
            code: row.code,
            name_ru: row.name_ru,
            name_ky: row.name_ky,
            name_en: row.name_en,
        }
    }
}

impl Role {
    /// By code; `None` without one.
    pub async fn load(ctx: &Context<'_>, code: Option<&str>) -> Result<Option<Self>> {
        let Some(code) = code else { return Ok(None) };
        let loaded = ctx.data_unchecked::<DataLoader<StaffLoader>>().load_one(RoleCode(code.to_owned())).await;
        loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))
    }

    pub fn name_in(&self, language: Language) -> &str {
        language.pick(&self.name_ru, &self.name_ky, &self.name_en)
    }
}

/// How many people have each of these roles, where anybody has.
pub async fn people_with(ctx: &Context<'_>, codes: Vec<String>) -> Result<HashMap<String, i64>> {
    let loaded = ctx.data_unchecked::<DataLoader<StaffLoader>>().load_many(codes.into_iter().map(PeopleWith)).await;
    let loaded = loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?;
    Ok(loaded.into_iter().map(|(with, count)| (with.0, count)).collect())
}

#[ComplexObject]
impl Role {
    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        self.name_in(viewer(ctx).language)
    }

    /// How many people have it.
    #[graphql(complexity = "5")]
    async fn staff_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = people_with(ctx, vec![self.code.clone()]).await?.into_values().next().unwrap_or_default();
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

/// Somebody who works at the station.
#[derive(Clone)]
pub struct StaffMember(pub account::Model);

impl From<account::Model> for StaffMember {
    fn from(row: account::Model) -> Self {
        StaffMember(row)
    }
}

impl StaffMember {
    /// Last and first name, or the address where there is none.
    pub fn name(&self) -> String {
        let names: Vec<&str> =
            [&self.0.last_name, &self.0.first_name].into_iter().flatten().map(String::as_str).collect();
        if names.is_empty() { self.0.email.clone().unwrap_or_default() } else { names.join(" ") }
    }

    /// Stations whose trips alone they see and run; none: of all.
    pub async fn tied_to(&self, ctx: &Context<'_>) -> Result<Vec<Stop>> {
        let loaded = ctx.data_unchecked::<DataLoader<StaffLoader>>().load_one(StationsOf(self.0.id)).await;
        let ids = loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?.unwrap_or_default();
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(ids.into_iter().filter_map(|id| network.stop(id)).map(|stop| Stop(Arc::clone(stop))).collect())
    }

    /// Whose trips alone they see; `None`: everybody's.
    pub async fn represents(&self, ctx: &Context<'_>) -> Result<Option<Carrier>> {
        let Some(id) = self.0.carrier_id else { return Ok(None) };
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(network.carriers().into_iter().find(|carrier| carrier.id == id).map(|one| Carrier(Arc::clone(one))))
    }

    /// By account; `None` without one, and for passengers.
    pub async fn load(ctx: &Context<'_>, account: Option<Uuid>) -> Result<Option<Self>> {
        let Some(id) = account else { return Ok(None) };
        let loaded = ctx.data_unchecked::<DataLoader<StaffLoader>>().load_one(id).await;
        loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))
    }
}

#[Object]
impl StaffMember {
    async fn id(&self) -> ID {
        Gid::of(Kind::Account, self.0.id)
    }

    async fn first_name(&self) -> Option<&str> {
        self.0.first_name.as_deref()
    }

    async fn last_name(&self) -> Option<&str> {
        self.0.last_name.as_deref()
    }

    /// What they sign in with.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// Of mails to them.
    async fn language(&self) -> Language {
        Language::parse(&self.0.language).unwrap_or_default()
    }

    async fn role(&self, ctx: &Context<'_>) -> Result<Option<Role>> {
        Role::load(ctx, self.0.role.as_deref()).await
    }

    /// Whose trips alone they see; null: everybody's.
    async fn carrier(&self, ctx: &Context<'_>) -> Result<Option<Carrier>> {
        self.represents(ctx).await
    }

    /// Stations whose trips alone they see and run; none: of all.
    async fn stations(&self, ctx: &Context<'_>) -> Result<Vec<Stop>> {
        self.tied_to(ctx).await
    }

    /// Desks where alone they sell; none: at all of their stations.
    async fn desks(&self, ctx: &Context<'_>) -> Result<Vec<Desk>> {
        let loaded = ctx.data_unchecked::<DataLoader<DeskLoader>>().load_one(DesksOfStaff(self.0.id)).await;
        Ok(loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?.unwrap_or_default())
    }

    /// UTC. They cannot sign in since; null: they can.
    async fn blocked_at(&self) -> Option<DateTime<Utc>> {
        self.0.blocked_at
    }

    /// UTC. Invited then, and has not yet chosen a password; null: has.
    async fn invited_at(&self) -> Option<DateTime<Utc>> {
        self.0.invited_at
    }

    /// They have set up a second factor.
    async fn second_factor(&self, ctx: &Context<'_>) -> Result<bool> {
        let loaded = ctx.data_unchecked::<DataLoader<StaffLoader>>().load_one(SecondFactorOf(self.0.id)).await;
        Ok(loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?.is_some())
    }

    /// UTC. Of the session that was used last; null: never signed in, or long ago.
    async fn last_seen_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        let loaded = ctx.data_unchecked::<DataLoader<StaffLoader>>().load_one(SeenOf(self.0.id)).await;
        loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))
    }

    /// Send it back with a change: somebody else's change in between is not lost.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }
}

/// Loads people, their roles and when they were last seen, for lists.
pub struct StaffLoader(pub App);

#[derive(Clone, PartialEq, Eq, Hash)]
struct RoleCode(String);

#[derive(Clone, PartialEq, Eq, Hash)]
struct PeopleWith(String);

#[derive(FromQueryResult)]
struct People {
    role: String,
    people: i64,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct SecondFactorOf(Uuid);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct StationsOf(Uuid);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct SeenOf(Uuid);

impl Loader<Uuid> for StaffLoader {
    type Value = StaffMember;
    type Error = Arc<Fault>;

    async fn load(&self, ids: &[Uuid]) -> Result<HashMap<Uuid, StaffMember>, Arc<Fault>> {
        let rows = account::Entity::find()
            .filter(account::Column::Id.is_in(ids.iter().copied()))
            .filter(account::Column::Role.is_not_null());
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (row.id, StaffMember(row))).collect())
    }
}

impl Loader<RoleCode> for StaffLoader {
    type Value = Role;
    type Error = Arc<Fault>;

    async fn load(&self, codes: &[RoleCode]) -> Result<HashMap<RoleCode, Role>, Arc<Fault>> {
        let rows = role::Entity::find().filter(role::Column::Code.is_in(codes.iter().map(|code| code.0.as_str())));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (RoleCode(row.code.clone()), Role::from(row))).collect())
    }
}

impl Loader<PeopleWith> for StaffLoader {
    type Value = i64;
    type Error = Arc<Fault>;

    async fn load(&self, roles: &[PeopleWith]) -> Result<HashMap<PeopleWith, i64>, Arc<Fault>> {
        let rows = account::Entity::find()
            .select_only()
            .column(account::Column::Role)
            .column_as(account::Column::Id.count(), "people")
            .filter(account::Column::Role.is_in(roles.iter().map(|role| role.0.as_str())))
            .filter(account::Column::DeletedAt.is_null())
            .group_by(account::Column::Role)
            .into_model::<People>();
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (PeopleWith(row.role), row.people)).collect())
    }
}

impl Loader<SeenOf> for StaffLoader {
    type Value = DateTime<Utc>;
    type Error = Arc<Fault>;

    async fn load(&self, ids: &[SeenOf]) -> Result<HashMap<SeenOf, DateTime<Utc>>, Arc<Fault>> {
        // In the order of use, so that the last one stays.
        let rows = session::Entity::find()
            .filter(session::Column::AccountId.is_in(ids.iter().map(|id| id.0)))
            .filter(session::Column::Kind.eq(crate::graphql::SessionKind::Staff.code()))
            .order_by_asc(session::Column::LastUsedAt);
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (SeenOf(row.account_id), row.last_used_at)).collect())
    }
}

impl Loader<SecondFactorOf> for StaffLoader {
    type Value = ();
    type Error = Arc<Fault>;

    async fn load(&self, ids: &[SecondFactorOf]) -> Result<HashMap<SecondFactorOf, ()>, Arc<Fault>> {
        let rows = second_factor::Entity::find()
            .filter(second_factor::Column::AccountId.is_in(ids.iter().map(|id| id.0)))
            .filter(second_factor::Column::ConfirmedAt.is_not_null());
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (SecondFactorOf(row.account_id), ())).collect())
    }
}

impl Loader<StationsOf> for StaffLoader {
    type Value = Vec<Uuid>;
    type Error = Arc<Fault>;

    async fn load(&self, ids: &[StationsOf]) -> Result<HashMap<StationsOf, Vec<Uuid>>, Arc<Fault>> {
        let rows = staff_station::Entity::find()
            .filter(staff_station::Column::AccountId.is_in(ids.iter().map(|id| id.0)))
            .order_by_asc(staff_station::Column::StopId);
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        let mut found: HashMap<StationsOf, Vec<Uuid>> = HashMap::new();
        for row in rows {
            found.entry(StationsOf(row.account_id)).or_default().push(row.stop_id);
        }
        Ok(found)
    }
}
