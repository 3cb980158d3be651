use async_graphql::{Context, Enum, InputObject, Object, Result};
use chrono::TimeDelta;
use domain::permit::Holder;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;

use ::entity::{driver, permit, vehicle};

use crate::features::site::local_today;
use crate::graphql::{By, Can, Page, Permission, Sort, SortDirection, app, viewer};

use super::types::{Permit, PermitHolder};

crate::connection!(Permit, PermitConnection, PermitEdge);

/// Which papers; everything given has to fit.
#[derive(InputObject, Default)]
pub struct PermitFilterInput {
    pub holder: Option<PermitHolder>,
    /// That end within so many days, or have ended.
    pub within_days: Option<u16>,
}

/// By what papers are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum PermitSort {
    /// The last day on which it holds.
    Expires,
    /// What kind of paper it is.
    Kind,
    /// Its number, as texts are sorted.
    Number,
}

#[derive(Default)]
pub struct PermitQuery;

#[Object]
impl PermitQuery {
    /// Staff: papers of carriers, of vehicles in service and of drivers who work, those that end first before
    /// others unless asked otherwise.
    #[graphql(guard = "Can(Permission::ViewFleet)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn permits(
        &self,
        ctx: &Context<'_>,
        filter: Option<PermitFilterInput>,
        #[graphql(default_with = "PermitSort::Expires")] sort: PermitSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<PermitConnection> {
        use permit::Column;
        let (app, viewer) = (app(ctx), viewer(ctx));
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut query = permit::Entity::find().filter(in_service(viewer.only_carrier()));
        if let Some(holder) = filter.holder {
            query = query.filter(Column::Holder.eq(Holder::from(holder).code()));
        }
        if let Some(days) = filter.within_days {
            let today = local_today(app.clock.now());
            query = query.filter(Column::ExpiresOn.lte(today + TimeDelta::days(days.into())));
        }
        let by = match sort {
            PermitSort::Expires => By::Date(Column::ExpiresOn),
            PermitSort::Kind => By::Text(Column::Kind),
            PermitSort::Number => By::Text(Column::Number),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(query, sort, app.db.read(), Permit).await?;
        Ok(PermitConnection::new(nodes, info, None))
    }
}

/// Holders that work, of one carrier or of all.
pub fn in_service(carrier: Option<Uuid>) -> Condition {
    use permit::Column;
    let mut vehicles =
        vehicle::Entity::find().select_only().column(vehicle::Column::Id).filter(vehicle::Column::Active.eq(true));
    let mut drivers =
        driver::Entity::find().select_only().column(driver::Column::Id).filter(driver::Column::Active.eq(true));
    let mut carriers = Condition::all().add(Column::Holder.eq(Holder::Carrier.code()));
    if let Some(carrier) = carrier {
        vehicles = vehicles.filter(vehicle::Column::CarrierId.eq(carrier));
        drivers = drivers.filter(driver::Column::CarrierId.eq(carrier));
        carriers = carriers.add(Column::HolderId.eq(carrier));
    }
    Condition::any()
        .add(carriers)
        .add(Column::HolderId.in_subquery(vehicles.into_query()))
        .add(Column::HolderId.in_subquery(drivers.into_query()))
}
