use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};

use super::types::{PlaceSuggestion, Stop, find_target};
use crate::features::network::Target;
use crate::graphql::{Gid, Kind, app, error, viewer};

/// Longest query that is looked at, in letters.
const LONGEST: usize = 60;

#[derive(Default)]
pub struct StationQuery;

#[Object]
impl StationQuery {
    /// Towns and stations by the beginning of a name, in any language or script, small misspellings forgiven; the
    /// best first, at most 20. An empty query gives the busiest towns.
    #[graphql(complexity = "5 + child_complexity")]
    async fn places(
        &self,
        ctx: &Context<'_>,
        query: String,
        #[graphql(default = 8)] first: i32,
    ) -> Result<Vec<PlaceSuggestion>> {
        let first = count(first, 20)?;
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let query: String = query.chars().take(LONGEST).collect();
        let found = if query.trim().is_empty() { network.busiest(first) } else { network.find(&query, first) };
        let language = viewer(ctx).language;
        Ok(found.into_iter().map(|target| PlaceSuggestion::of(&network, target, language)).collect())
    }

    /// The town or station with that id, as it would be suggested; null when there is none.
    async fn place(&self, ctx: &Context<'_>, id: ID) -> Result<Option<PlaceSuggestion>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let target = find_target(&network, &id).ok();
        Ok(target.map(|target| PlaceSuggestion::of(&network, target, viewer(ctx).language)))
    }

    /// Stations and stops that trips leave from, stations first, then the busiest; at most 200.
    #[graphql(complexity = "10 + 2 * child_complexity")]
    async fn stations(&self, ctx: &Context<'_>, #[graphql(default = 50)] first: i32) -> Result<Vec<Stop>> {
        let first = count(first, 200)?;
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(network.stations().into_iter().take(first).map(|(stop, _)| Stop(Arc::clone(stop))).collect())
    }

    /// One station, stop or platform; null when there is none with that id.
    async fn station(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Stop>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        if let Some(stop) = Gid::read(Kind::Stop, &id).and_then(|id| network.stop(id)) {
            return Ok(Some(Stop(Arc::clone(stop))));
        }
        // A town stands for its busiest station.
        let Ok(Target::Place(place)) = find_target(&network, &id) else { return Ok(None) };
        let stops = network.stops_of(&network.places[place as usize]).iter().map(|stop| &network.stops[*stop as usize]);
        let busiest = stops.filter(|stop| stop.parent.is_none()).max_by_key(|stop| network.departures_at(stop));
        Ok(busiest.map(|stop| Stop(Arc::clone(stop))))
    }
}

fn count(first: i32, most: i32) -> Result<usize> {
    if !(1..=most).contains(&first) {
        return Err(error::bad_input(format!("first: from 1 to {most}")));
    }
    Ok(usize::try_from(first).unwrap_or(1))
}
