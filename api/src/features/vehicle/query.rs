use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use ::entity::vehicle;

use crate::features::carrier::sees_carrier;
use crate::features::network::by_name;
use crate::graphql::{
    By, Can, Gid, Kind, Page, Permission, Sort, SortDirection, app, begins_with, capitalized, contains, error, viewer,
};
use crate::platform::Fault;

use super::types::{Vehicle, VehicleConnection};

/// Which vehicles; everything given has to fit.
#[derive(InputObject, Default)]
pub struct VehicleFilterInput {
    /// A part of the plate, or the beginning of the make.
    pub text: Option<String>,
    pub carrier_id: Option<ID>,
    /// minibus, coach, vip, doubledecker, suburban or rail.
    pub vehicle_class: Option<String>,
    /// Only those in service, or only the others.
    pub active: Option<bool>,
}

/// By what vehicles are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum VehicleSort {
    /// Its plate, as texts are sorted.
    Plate,
    /// Its make, as texts are sorted.
    Make,
    /// When it was built; those of an unknown year as the oldest.
    Year,
    /// The carrier's name in the viewer's language.
    Carrier,
    /// How many seats it has.
    Seats,
}

#[derive(Default)]
pub struct VehicleQuery;

#[Object]
impl VehicleQuery {
    /// Staff: vehicles, by plate unless asked otherwise; staff of one carrier get only its own.
    #[graphql(guard = "Can(Permission::ViewFleet)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn vehicles(
        &self,
        ctx: &Context<'_>,
        filter: Option<VehicleFilterInput>,
        #[graphql(default_with = "VehicleSort::Plate")] sort: VehicleSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<VehicleConnection> {
        use vehicle::Column;
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut query = vehicle::Entity::find();
        for carrier in
            [filter.carrier_id.map(|id| Gid::find(Kind::Carrier, &id)).transpose()?, viewer(ctx).only_carrier()]
        {
            query = carrier.map_or(query.clone(), |carrier| query.filter(Column::CarrierId.eq(carrier)));
        }
        if let Some(class) = &filter.vehicle_class {
            query = query.filter(Column::Kind.eq(class));
        }
        if let Some(active) = filter.active {
            query = query.filter(Column::Active.eq(active));
        }
        if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            let any = Condition::any().add(contains(Column::Plate, &text.to_uppercase()));
            query = query.filter(any.add(begins_with(Column::Make, &capitalized(text))));
        }
        let app = app(ctx);
        let by = match sort {
            VehicleSort::Plate => By::Text(Column::Plate),
            VehicleSort::Make => By::Text(Column::Make),
            VehicleSort::Year => By::Number(Column::Year),
            VehicleSort::Seats => By::Number(Column::Seats),
            VehicleSort::Carrier => {
                let network = app.network.get(app).await?;
                By::Rank(Column::CarrierId, by_name(&network.carriers(), viewer(ctx).language))
            }
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(query, sort, app.db.read(), Vehicle).await?;
        Ok(VehicleConnection::new(nodes, info, None))
    }

    /// Staff: one vehicle; NOT_FOUND for another carrier's.
    #[graphql(guard = "Can(Permission::ViewFleet)", complexity = "5 + child_complexity")]
    async fn vehicle(&self, ctx: &Context<'_>, id: ID) -> Result<Vehicle> {
        let row = vehicle::Entity::find_by_id(Gid::find(Kind::Vehicle, &id)?).one(app(ctx).db.read()).await;
        let row = row.map_err(Fault::from)?.filter(|row| sees_carrier(viewer(ctx), row.carrier_id));
        row.map(Vehicle).ok_or_else(error::not_found)
    }
}
