use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use ::entity::carrier;
use domain::text::alphabetical;

use crate::features::network::{has_part, in_language, searched};
use crate::graphql::{Can, Mark, Page, Permission, SortDirection, app, viewer};
use crate::platform::Fault;

use super::access::find_carrier;
use super::record::{CarrierRecord, CarrierRecordConnection};
use super::types::Carrier;

/// Which carriers; everything given has to fit.
#[derive(InputObject, Default)]
pub struct CarrierFilterInput {
    /// A part of a name, the code or the INN, in any language.
    pub text: Option<String>,
    /// Only those that are blocked, or only those that are not.
    pub blocked: Option<bool>,
}

/// By what carriers are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum CarrierSort {
    /// Its name in the viewer's language.
    Name,
    /// Its code.
    Code,
    /// Its INN; those without one first.
    Inn,
    /// Those on sale, those that are not in the timetable, those that are blocked; by name within.
    State,
}

#[derive(Default)]
pub struct CarrierQuery;

#[Object]
impl CarrierQuery {
    /// The carriers of the timetable, by code.
    #[graphql(complexity = "5 + child_complexity")]
    async fn carriers(&self, ctx: &Context<'_>) -> Result<Vec<Carrier>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(network.carriers().into_iter().map(|carrier| Carrier(Arc::clone(carrier))).collect())
    }

    /// Staff: all carriers that the office knows, by name unless asked otherwise; a representative gets their own.
    #[graphql(
        guard = "Can(Permission::ViewCarriers)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn carrier_records(
        &self,
        ctx: &Context<'_>,
        filter: Option<CarrierFilterInput>,
        #[graphql(default_with = "CarrierSort::Name")] sort: CarrierSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<CarrierRecordConnection> {
        use carrier::Column;
        let (app, viewer) = (app(ctx), viewer(ctx));
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut query = carrier::Entity::find().order_by_asc(Column::Id);
        if let Some(own) = viewer.only_carrier() {
            query = query.filter(Column::Id.eq(own));
        }
        query = match filter.blocked {
            Some(true) => query.filter(Column::BlockedAt.is_not_null()),
            Some(false) => query.filter(Column::BlockedAt.is_null()),
            None => query,
        };
        // There are hundreds at the most: they are sorted and searched as people write.
        let mut rows = query.all(app.db.read()).await.map_err(Fault::from)?;
        if let Some(text) = searched(filter.text.as_deref()) {
            rows.retain(|row| {
                let inn = row.inn.as_deref().unwrap_or_default();
                has_part(&row.name, &text) || row.code.to_lowercase().contains(&text) || inn.starts_with(&text)
            });
        }
        let key = |row: &carrier::Model| {
            let name = alphabetical(in_language(&row.name, viewer.language));
            let key = match sort {
                CarrierSort::Name => name,
                CarrierSort::Code => row.code.to_lowercase(),
                CarrierSort::Inn => row.inn.clone().unwrap_or_default(),
                CarrierSort::State => format!("{}{}{name}", u8::from(row.blocked_at.is_some()), u8::from(!row.active)),
            };
            (key, row.id)
        };
        let (rows, info, total) = page.sorted(rows, &Mark::new(sort, direction), key)?;
        let rows = rows.into_iter().map(|(cursor, row)| (cursor, CarrierRecord(row))).collect();
        Ok(CarrierRecordConnection::new(rows, info, total))
    }

    /// Staff: one carrier, with what the office keeps of it.
    #[graphql(guard = "Can(Permission::ViewCarriers)", complexity = "5 + child_complexity")]
    async fn carrier_record(&self, ctx: &Context<'_>, id: ID) -> Result<CarrierRecord> {
        Ok(CarrierRecord(find_carrier(app(ctx).db.read(), viewer(ctx), &id).await?))
    }
}
