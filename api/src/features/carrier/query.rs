use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::types::Carrier;
use crate::graphql::{Can, Permission, app, viewer};

#[derive(Default)]
pub struct CarrierQuery;

#[Object]
impl CarrierQuery {
    /// Staff: the carriers of the timetable, by code; staff of one carrier get only their own.
    #[graphql(guard = "Can(Permission::ViewTrips)", complexity = "5 + child_complexity")]
    async fn carriers(&self, ctx: &Context<'_>) -> Result<Vec<Carrier>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let own = viewer(ctx).only_carrier();
        let carriers = network.carriers().into_iter().filter(|carrier| own.is_none_or(|own| own == carrier.id));
        Ok(carriers.map(|carrier| Carrier(Arc::clone(carrier))).collect())
    }
}
