use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::types::Carrier;
use crate::graphql::app;

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
}
