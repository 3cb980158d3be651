use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use ::entity::route;
use domain::text::{alphabetical, counted};

use crate::features::carrier::{find_carrier, sees_carrier};
use crate::features::network::{has_part, in_language, searched};
use crate::graphql::{CanAny, Mark, Page, Permission, SortDirection, app, viewer};
use crate::platform::Fault;

use super::access::find_route;
use super::record::{RouteRecord, RouteRecordConnection};

/// Which lines; everything given has to fit.
#[derive(InputObject, Default)]
pub struct RouteFilterInput {
    /// A part of the number or of a name, in any language.
    pub text: Option<String>,
    /// Of one carrier.
    pub carrier_id: Option<ID>,
    /// Only those in the timetable, or only the others.
    pub active: Option<bool>,
}

/// By what lines are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum RouteSort {
    /// Its number as people count: 9 before 10.
    Number,
    /// Its name in the viewer's language.
    Name,
    /// The carrier's name in the viewer's language, by number within.
    Carrier,
    /// minibus, coach, …: by the code, by number within.
    ServiceClass,
    /// Those in the timetable, those sold at the desk alone, the others; by number within.
    State,
}

#[derive(Default)]
pub struct RouteQuery;

#[Object]
impl RouteQuery {
    /// Staff: lines that the office knows, by number unless asked otherwise; a representative gets their own.
    #[graphql(
        guard = "CanAny([Permission::ManageTimetable, Permission::ManagePrices])",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn route_records(
        &self,
        ctx: &Context<'_>,
        filter: Option<RouteFilterInput>,
        #[graphql(default_with = "RouteSort::Number")] sort: RouteSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<RouteRecordConnection> {
        use route::Column;
        let (app, viewer) = (app(ctx), viewer(ctx));
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut query = route::Entity::find().order_by_asc(Column::Id);
        if let Some(carrier) = &filter.carrier_id {
            query = query.filter(Column::CarrierId.eq(find_carrier(app.db.read(), viewer, carrier).await?.id));
        }
        if let Some(active) = filter.active {
            query = query.filter(Column::Active.eq(active));
        }
        // There are thousands at the most: they are sorted and searched as people write.
        let mut rows = query.all(app.db.read()).await.map_err(Fault::from)?;
        rows.retain(|row| sees_carrier(viewer, row.carrier_id));
        if let Some(text) = searched(filter.text.as_deref()) {
            rows.retain(|row| row.number.to_lowercase().contains(&text) || has_part(&row.name, &text));
        }
        let network = app.network.get(app).await?;
        let language = viewer.language;
        let key = |row: &route::Model| {
            let number = counted(&row.number);
            let key = match sort {
                RouteSort::Number => number,
                RouteSort::Name => alphabetical(in_language(&row.name, language)),
                RouteSort::Carrier => {
                    let carrier = network.carrier(row.carrier_id);
                    let name = carrier.map(|carrier| alphabetical(in_language(&carrier.names, language)));
                    format!("{}\u{1}{number}", name.unwrap_or_default())
                }
                RouteSort::ServiceClass => format!("{}\u{1}{number}", row.service_class),
                RouteSort::State => format!("{}{}{number}", u8::from(!row.active), u8::from(!row.online_sale)),
            };
            (key, row.id)
        };
        let (rows, info, total) = page.sorted(rows, &Mark::new(sort, direction), key)?;
        let rows = rows.into_iter().map(|(cursor, row)| (cursor, RouteRecord(row))).collect();
        Ok(RouteRecordConnection::new(rows, info, total))
    }

    /// Staff: one line, with its ways, departures and price lists.
    #[graphql(
        guard = "CanAny([Permission::ManageTimetable, Permission::ManagePrices])",
        complexity = "5 + child_complexity"
    )]
    async fn route_record(&self, ctx: &Context<'_>, id: ID) -> Result<RouteRecord> {
        Ok(RouteRecord(find_route(app(ctx).db.read(), viewer(ctx), &id).await?))
    }
}
