use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use ::entity::route;

use crate::features::carrier::{find_carrier, sees_carrier};
use crate::features::network::{has_part, searched};
use crate::graphql::{Can, Page, Permission, app, viewer};
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

#[derive(Default)]
pub struct RouteQuery;

#[Object]
impl RouteQuery {
    /// Staff: lines that the office knows, by number; a representative gets their own.
    #[graphql(
        guard = "Can(Permission::ManageTimetable)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn route_records(
        &self,
        ctx: &Context<'_>,
        filter: Option<RouteFilterInput>,
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
        // Numbers as people count: 9 before 10.
        let key = |row: &route::Model| {
            let digits: String = row.number.chars().take_while(char::is_ascii_digit).collect();
            format!("{digits:0>12} {} {}", row.number.to_lowercase(), row.id)
        };
        let (rows, info, total) = page.sorted(rows, key);
        let rows = rows.into_iter().map(|(cursor, row)| (cursor, RouteRecord(row))).collect();
        Ok(RouteRecordConnection::new(rows, info, total))
    }

    /// Staff: one line, with its ways, departures and price lists.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "5 + child_complexity")]
    async fn route_record(&self, ctx: &Context<'_>, id: ID) -> Result<RouteRecord> {
        Ok(RouteRecord(find_route(app(ctx).db.read(), viewer(ctx), &id).await?))
    }
}
