use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::layout::Layout as Plan;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use ::entity::{layout, layout_version, route, vehicle};

use crate::app::App;
use crate::features::inventory::Deck;
use crate::features::network::{in_language, layout_of};
use crate::features::staff::StaffMember;
use crate::graphql::{Gid, Kind, viewer};
use crate::platform::Fault;

crate::connection!(Layout, LayoutConnection, LayoutEdge);

/// Seats, doors and aisles of one kind of vehicle or coach, in the newest version.
#[derive(SimpleObject, Clone)]
#[graphql(complex)]
pub struct Layout {
    /// Vehicles in service that have it.
    pub vehicle_count: i32,
    /// Lines in service that are run with it.
    pub route_count: i32,
    #[graphql(skip)]
    pub row: layout::Model,
}

impl Layout {
    /// Rows with what uses them, by two queries.
    pub async fn with_uses(db: &impl ConnectionTrait, rows: Vec<layout::Model>) -> Result<Vec<Self>, Fault> {
        let vehicles = vehicle::Entity::find()
            .select_only()
            .column(vehicle::Column::LayoutId)
            .column_as(vehicle::Column::Id.count(), "uses")
            .filter(vehicle::Column::Active.eq(true))
            .filter(vehicle::Column::LayoutId.is_not_null())
            .group_by(vehicle::Column::LayoutId);
        let routes = route::Entity::find()
            .select_only()
            .column(route::Column::LayoutId)
            .column_as(route::Column::Id.count(), "uses")
            .filter(route::Column::Active.eq(true))
            .filter(route::Column::LayoutId.is_not_null())
            .group_by(route::Column::LayoutId);
        let vehicles: HashMap<Uuid, i64> = vehicles.into_tuple::<(Uuid, i64)>().all(db).await?.into_iter().collect();
        let routes: HashMap<Uuid, i64> = routes.into_tuple::<(Uuid, i64)>().all(db).await?.into_iter().collect();
        let of = |uses: &HashMap<Uuid, i64>, id: Uuid| {
            i32::try_from(uses.get(&id).copied().unwrap_or_default()).unwrap_or(i32::MAX)
        };
        Ok(rows
            .into_iter()
            .map(|row| Layout { vehicle_count: of(&vehicles, row.id), route_count: of(&routes, row.id), row })
            .collect())
    }

    pub async fn one(app: &App, row: layout::Model) -> Result<Self, Fault> {
        Ok(Self::with_uses(app.db.read(), vec![row]).await?.remove(0))
    }

    fn plan(&self) -> Result<Plan, Fault> {
        layout_of(&self.row)
    }
}

#[ComplexObject]
impl Layout {
    async fn id(&self) -> ID {
        Gid::of(Kind::Layout, self.row.id)
    }

    /// Unique; does not change.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.row.name, viewer(ctx).language)
    }

    async fn name_ru(&self) -> &str {
        &self.row.name.ru
    }

    async fn name_ky(&self) -> &str {
        &self.row.name.ky
    }

    async fn name_en(&self) -> &str {
        &self.row.name.en
    }

    /// coach, vip, minibus, suburban, doubledecker, rail.
    async fn vehicle_class(&self) -> &str {
        &self.row.vehicle_class
    }

    async fn seat_count(&self) -> i32 {
        self.row.seat_count
    }

    /// In each vehicle or coach, where seats are not numbered at sale.
    async fn standing_places(&self) -> i32 {
        self.row.standing_places
    }

    /// How most rows are seated, such as `2+1`; null where no row has an aisle.
    async fn pattern(&self) -> Result<Option<String>> {
        Ok(self.plan()?.pattern())
    }

    /// For those who work with it.
    async fn notes(&self) -> Option<&str> {
        self.row.notes.as_deref()
    }

    /// From the lower deck up.
    #[graphql(complexity = "5 + child_complexity")]
    async fn decks(&self) -> Result<Vec<Deck>> {
        Ok(self.plan()?.decks.iter().map(Deck::from).collect())
    }

    /// Grows with each saving. Send it back with a change: somebody else's change in between is not lost.
    async fn version(&self) -> i32 {
        i32::try_from(self.row.version).unwrap_or(i32::MAX)
    }

    /// The office has drawn it: imports of the timetable leave it as it is.
    async fn edited(&self) -> bool {
        self.row.edited
    }

    /// UTC. Out of the way since; null: in use.
    async fn archived_at(&self) -> Option<DateTime<Utc>> {
        self.row.archived_at
    }
}

/// A layout as it was saved once.
pub struct LayoutVersion {
    pub row: layout_version::Model,
    plan: Plan,
}

impl LayoutVersion {
    pub fn new(code: &str, row: layout_version::Model) -> Result<Self, Fault> {
        let as_layout = layout::Model {
            id: row.layout_id,
            feed: String::new(),
            code: code.to_owned(),
            name: row.name.clone(),
            vehicle_class: row.vehicle_class.clone(),
            seat_count: row.seat_count,
            standing_places: row.standing_places,
            decks: row.decks.clone(),
            version: row.version,
            notes: row.notes.clone(),
            edited: row.account_id.is_some(),
            archived_at: None,
        };
        Ok(LayoutVersion { plan: layout_of(&as_layout)?, row })
    }
}

/// A layout as it was saved once; never changed.
#[Object]
impl LayoutVersion {
    /// From 1.
    async fn version(&self) -> i32 {
        i32::try_from(self.row.version).unwrap_or(i32::MAX)
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.row.name, viewer(ctx).language)
    }

    async fn seat_count(&self) -> i32 {
        self.row.seat_count
    }

    /// From the lower deck up.
    #[graphql(complexity = "5 + child_complexity")]
    async fn decks(&self) -> Vec<Deck> {
        self.plan.decks.iter().map(Deck::from).collect()
    }

    /// UTC.
    async fn made_at(&self) -> DateTime<Utc> {
        self.row.made_at
    }

    /// Who saved it; null: it came with an import of the timetable.
    async fn made_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, self.row.account_id).await
    }
}
