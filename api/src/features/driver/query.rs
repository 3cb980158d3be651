use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use ::entity::driver;

use crate::features::carrier::sees_carrier;
use crate::features::network::by_name;
use crate::graphql::{
    By, Can, Gid, Kind, Page, Permission, Sort, SortDirection, app, begins_with, capitalized, error, viewer,
};
use crate::platform::Fault;

use super::types::{Driver, DriverConnection};

/// Which drivers; everything given has to fit.
#[derive(InputObject, Default)]
pub struct DriverFilterInput {
    /// Beginning of a name, or a phone number.
    pub text: Option<String>,
    pub carrier_id: Option<ID>,
    /// Only those who work, or only those who do not.
    pub active: Option<bool>,
}

/// By what drivers are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum DriverSort {
    /// Last name, as texts are sorted.
    Name,
    /// The carrier's name in the viewer's language.
    Carrier,
}

#[derive(Default)]
pub struct DriverQuery;

#[Object]
impl DriverQuery {
    /// Staff: drivers, by last name unless asked otherwise; staff of one carrier get only its own.
    #[graphql(guard = "Can(Permission::ViewFleet)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn drivers(
        &self,
        ctx: &Context<'_>,
        filter: Option<DriverFilterInput>,
        #[graphql(default_with = "DriverSort::Name")] sort: DriverSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<DriverConnection> {
        use driver::Column;
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut query = driver::Entity::find();
        for carrier in
            [filter.carrier_id.map(|id| Gid::find(Kind::Carrier, &id)).transpose()?, viewer(ctx).only_carrier()]
        {
            query = carrier.map_or(query.clone(), |carrier| query.filter(Column::CarrierId.eq(carrier)));
        }
        if let Some(active) = filter.active {
            query = query.filter(Column::Active.eq(active));
        }
        if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            let mut any = Condition::any();
            for name in [text, &capitalized(text)] {
                any = any.add(begins_with(Column::LastName, name)).add(begins_with(Column::FirstName, name));
            }
            if let Some(phone) = domain::contact::phone(text) {
                any = any.add(Column::Phone.eq(phone));
            }
            query = query.filter(any);
        }
        let app = app(ctx);
        let by = match sort {
            DriverSort::Name => By::Text(Column::LastName),
            DriverSort::Carrier => {
                let network = app.network.get(app).await?;
                By::Rank(Column::CarrierId, by_name(&network.carriers(), viewer(ctx).language))
            }
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(query, sort, app.db.read(), Driver).await?;
        Ok(DriverConnection::new(nodes, info, None))
    }

    /// Staff: one driver; NOT_FOUND for another carrier's.
    #[graphql(guard = "Can(Permission::ViewFleet)", complexity = "5 + child_complexity")]
    async fn driver(&self, ctx: &Context<'_>, id: ID) -> Result<Driver> {
        let row = driver::Entity::find_by_id(Gid::find(Kind::Driver, &id)?).one(app(ctx).db.read()).await;
        let row = row.map_err(Fault::from)?.filter(|row| sees_carrier(viewer(ctx), row.carrier_id));
        row.map(Driver).ok_or_else(error::not_found)
    }
}
