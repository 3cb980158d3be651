use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use domain::text::alphabetical;
use sea_orm::EntityTrait;

use ::entity::manifest_destination::{Entity, Model};

use crate::features::network::searched;
use crate::graphql::{Can, Gid, Kind, Mark, Page, Permission, SortDirection, app, viewer};
use crate::platform::Fault;

use super::access::sees_destination;
use super::destination::{DestinationConnection, ExchangeFormat, ManifestDestination};

/// Which receivers of manifests; everything given has to fit.
#[derive(InputObject, Default)]
pub struct DestinationFilterInput {
    /// In the name or the address.
    pub text: Option<String>,
    /// Those of this carrier's trips alone.
    pub carrier_id: Option<ID>,
    pub format: Option<ExchangeFormat>,
    /// Only those that are sent to, or only those that are not.
    pub active: Option<bool>,
}

/// By what receivers of manifests are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum DestinationSort {
    Name,
    /// The address.
    Url,
    Format,
    /// Those that are sent to last.
    State,
}

#[derive(Default)]
pub struct DestinationQuery;

#[Object]
impl DestinationQuery {
    /// Staff: who is sent manifests at departure, by name unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::ManageExchange)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn manifest_destinations(
        &self,
        ctx: &Context<'_>,
        filter: Option<DestinationFilterInput>,
        #[graphql(default_with = "DestinationSort::Name")] sort: DestinationSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<DestinationConnection> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        // There are tens at the most: they are sorted and searched as people write.
        let mut rows = Entity::find().all(app.db.read()).await.map_err(Fault::from)?;
        rows.retain(|row| sees_destination(viewer, row));
        if let Some(text) = searched(filter.text.as_deref()) {
            rows.retain(|row| [&row.name, &row.url].iter().any(|words| words.to_lowercase().contains(&text)));
        }
        if let Some(id) = &filter.carrier_id {
            let carrier = Gid::read(Kind::Carrier, id);
            rows.retain(|row| carrier.is_some() && row.carrier_id == carrier);
        }
        if let Some(format) = filter.format {
            rows.retain(|row| ExchangeFormat::parse(&row.format) == format);
        }
        if let Some(active) = filter.active {
            rows.retain(|row| row.active == active);
        }
        let key = |row: &Model| {
            let key = match sort {
                DestinationSort::Name => alphabetical(&row.name),
                DestinationSort::Url => row.url.to_lowercase(),
                DestinationSort::Format => row.format.clone(),
                DestinationSort::State => u8::from(row.active).to_string(),
            };
            (key, row.id)
        };
        let (rows, info, total) = page.sorted(rows, &Mark::new(sort, direction), key)?;
        let rows = rows.into_iter().map(|(cursor, row)| (cursor, ManifestDestination(row))).collect();
        Ok(DestinationConnection::new(rows, info, total))
    }
}
