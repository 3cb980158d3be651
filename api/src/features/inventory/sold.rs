//! Places sold on many trips, read at once.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use crate::app::App;
use crate::platform::Fault;

use super::claims::sold_places;

/// Reads how many places are sold on each trip of a list.
pub struct SoldLoader(pub App);

/// On this trip, on at least a part of the way.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SoldOn(pub Uuid);

impl Loader<SoldOn> for SoldLoader {
    type Value = i64;
    type Error = Arc<Fault>;

    async fn load(&self, trips: &[SoldOn]) -> Result<HashMap<SoldOn, i64>, Arc<Fault>> {
        let ids: Vec<Uuid> = trips.iter().map(|trip| trip.0).collect();
        let sold = sold_places(self.0.db.read(), &ids).await.map_err(Arc::new)?;
        Ok(sold.into_iter().map(|(id, places)| (SoldOn(id), places)).collect())
    }
}
