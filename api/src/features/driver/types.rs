use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use domain::permit::Holder;

use ::entity::driver;

use crate::features::carrier::Carrier;
use crate::features::permit::Permit;
use crate::graphql::{Gid, Kind, app, error};

crate::connection!(Driver, DriverConnection, DriverEdge);

/// Who drives a carrier's vehicles.
#[derive(Clone)]
pub struct Driver(pub driver::Model);

impl Driver {
    pub fn name(&self) -> String {
        let row = &self.0;
        let names = [Some(&row.last_name), Some(&row.first_name), row.middle_name.as_ref()];
        names.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

#[Object]
impl Driver {
    async fn id(&self) -> ID {
        Gid::of(Kind::Driver, self.0.id)
    }

    async fn carrier(&self, ctx: &Context<'_>) -> Result<Carrier> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        network.carrier(self.0.carrier_id).map(|carrier| Carrier(Arc::clone(carrier))).ok_or_else(error::not_found)
    }

    async fn last_name(&self) -> &str {
        &self.0.last_name
    }

    async fn first_name(&self) -> &str {
        &self.0.first_name
    }

    async fn middle_name(&self) -> Option<&str> {
        self.0.middle_name.as_deref()
    }

    /// Last, first and middle name.
    #[graphql(name = "name")]
    async fn full_name(&self) -> String {
        self.name()
    }

    /// For the dispatcher, in international form.
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// Works now; others are put on no trip.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// Those that end first before others.
    #[graphql(complexity = "5 + 3 * child_complexity")]
    async fn permits(&self, ctx: &Context<'_>) -> Result<Vec<Permit>> {
        Permit::of(ctx, Holder::Driver, self.0.id).await
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }
}
