use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use domain::path::PathStop;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use ::entity::{path, route};

use crate::features::carrier::Carrier;
use crate::features::departure::DepartureRecord;
use crate::features::network::{RouteKind, in_language};
use crate::features::price_list::PriceListRecord;
use crate::features::station::Stop;
use crate::graphql::{Gid, Kind, ThreeNames, app, error, viewer};
use crate::platform::Fault;

crate::connection!(RouteRecord, RouteRecordConnection, RouteRecordEdge);

/// A line as the office keeps it.
#[derive(Clone)]
pub struct RouteRecord(pub route::Model);

#[Object]
impl RouteRecord {
    async fn id(&self) -> ID {
        Gid::of(Kind::Route, self.0.id)
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// As on the board, for example `501`.
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.name, viewer(ctx).language)
    }

    async fn names(&self) -> ThreeNames {
        self.0.name.clone().into()
    }

    async fn carrier(&self, ctx: &Context<'_>) -> Result<Carrier> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        network.carrier(self.0.carrier_id).map(|carrier| Carrier(Arc::clone(carrier))).ok_or_else(error::not_found)
    }

    async fn kind(&self) -> RouteKind {
        if self.0.kind == "RAIL" { RouteKind::Rail } else { RouteKind::Bus }
    }

    /// minibus, coach, vip, doubledecker, suburban or rail: decides which tariff rules apply.
    async fn service_class(&self) -> &str {
        &self.0.service_class
    }

    /// Of the vehicle that usually runs it; null: seats without numbers, and their count is not known.
    async fn layout_id(&self) -> Option<ID> {
        self.0.layout_id.map(|id| Gid::of(Kind::Layout, id))
    }

    /// Vehicles, or coaches of a train, in each trip.
    async fn units(&self) -> i32 {
        self.0.units
    }

    /// False: open seating, a counted capacity without numbered seats.
    async fn reserved(&self) -> bool {
        self.0.reserved
    }

    /// False: sold at the desk alone.
    async fn online_sale(&self) -> bool {
        self.0.online_sale
    }

    /// Crosses a border: passengers need a passport.
    async fn passport_required(&self) -> bool {
        self.0.passport_required
    }

    /// Of: ac, toilet, usb, wifi, tv, buffet, blanket.
    async fn amenities(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.0.amenities.clone()).map_err(Fault::from)?)
    }

    /// False: no longer in the timetable.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// The office has changed it: imports leave it alone.
    async fn kept_by_office(&self) -> bool {
        self.0.edited_at.is_some()
    }

    /// Ways of the office, those in use first.
    #[graphql(complexity = "5 + 3 * child_complexity")]
    async fn paths(&self, ctx: &Context<'_>) -> Result<Vec<PathRecord>> {
        use path::Column;
        let rows = path::Entity::find().filter(Column::RouteId.eq(self.0.id));
        let rows = rows.order_by_desc(Column::Active).order_by_asc(Column::Id);
        Ok(rows.all(app(ctx).db.read()).await.map_err(Fault::from)?.into_iter().map(PathRecord).collect())
    }

    /// Recurring departures, by time; those out of use last.
    #[graphql(complexity = "10 + 20 * child_complexity")]
    async fn departures(&self, ctx: &Context<'_>) -> Result<Vec<DepartureRecord>> {
        Ok(DepartureRecord::of_route(app(ctx), self.0.id).await?)
    }

    /// Price lists of the office, the one that decides first before others.
    #[graphql(complexity = "5 + 5 * child_complexity")]
    async fn price_lists(&self, ctx: &Context<'_>) -> Result<Vec<PriceListRecord>> {
        Ok(PriceListRecord::of_route(app(ctx).db.read(), self.0.id).await?)
    }
}

/// One way of a line: its stops in order, with minutes and distance.
#[derive(Clone)]
pub struct PathRecord(pub path::Model);

#[Object]
impl PathRecord {
    async fn id(&self) -> ID {
        Gid::of(Kind::Path, self.0.id)
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// False: no new departures are made along it.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// At least two.
    #[graphql(complexity = "5 + 10 * child_complexity")]
    async fn stops(&self, ctx: &Context<'_>) -> Result<Vec<PathCall>> {
        let stops: Vec<PathStop> = serde_json::from_str(&self.0.stops).map_err(Fault::from)?;
        PathCall::all(ctx, &stops).await
    }
}

/// A stop of a way.
#[derive(SimpleObject, Clone)]
pub struct PathCall {
    pub stop: Stop,
    /// Minutes after the departure from the first stop.
    pub arrives: i32,
    /// Minutes after the departure from the first stop.
    pub departs: i32,
    pub boarding: bool,
    pub alighting: bool,
    /// From the first stop.
    pub metres: Option<i32>,
    /// A ban on cabotage: between two stops with the same number nobody is carried, as inside a foreign country.
    pub cabotage: Option<i32>,
}

impl PathCall {
    pub async fn all(ctx: &Context<'_>, stops: &[PathStop]) -> Result<Vec<PathCall>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let call = |call: &PathStop| {
            let stop = network.stop(call.stop).ok_or_else(|| Fault::new("a way has lost its stops"))?;
            Ok(PathCall {
                stop: Stop(Arc::clone(stop)),
                arrives: call.arrives,
                departs: call.departs,
                boarding: call.boarding,
                alighting: call.alighting,
                metres: call.metres,
                cabotage: call.cabotage.map(i32::from),
            })
        };
        stops.iter().map(call).collect()
    }
}
