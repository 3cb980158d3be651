//! Directions for the first page: where most is sold, by the timetable.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};

use super::ride::{Piece, StopSet, count, direct_pieces, fare, is_sold};
use crate::features::network::{Network, Pattern};
use crate::features::station::Place;
use crate::graphql::{Money, app, error};

/// A pair of towns with what runs between them.
#[derive(SimpleObject)]
pub struct Direction {
    pub from: Place,
    pub to: Place,
    /// For one adult without fees; null when nothing is sold today.
    pub price_from: Option<Money>,
    /// Direct trips today, by the clock of the first town.
    pub trips_per_day: i32,
}

#[derive(Default)]
pub struct PopularQuery;

#[Object]
impl PopularQuery {
    /// Pairs of towns between which most tickets by value can be sold, at most 24; each pair in one direction.
    #[graphql(complexity = "10 + child_complexity")]
    async fn popular_directions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 8)] first: i32,
    ) -> Result<Vec<Direction>> {
        if !(1..=24).contains(&first) {
            return Err(error::bad_input("first: from 1 to 24"));
        }
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let pairs = pairs(&network);
        let pairs = pairs.iter().take(usize::try_from(first).unwrap_or(1));
        Ok(pairs.map(|(from, to)| direction(&network, *from, *to, app.clock.now())).collect())
    }
}

/// End to end of each pattern sold, by departures times fare, the larger direction of each pair.
fn pairs(network: &Network) -> Vec<(u32, u32)> {
    // Amounts in other currencies cannot be compared: the commonest stands.
    let mut currencies: HashMap<&str, usize> = HashMap::new();
    let mut values: HashMap<(u32, u32), i64> = HashMap::new();
    let ends: Vec<_> =
        (0..).zip(&network.patterns).filter_map(|(index, pattern)| end_to_end(network, index, pattern)).collect();
    for (piece, ..) in &ends {
        if let Some(fare) = fare(network, *piece) {
            *currencies.entry(&fare.currency).or_default() += 1;
        }
    }
    let Some((common, _)) = currencies.into_iter().max_by_key(|(code, count)| (*count, *code)) else {
        return Vec::new();
    };
    for (piece, from, to) in &ends {
        let schedules = network.patterns[piece.pattern as usize].schedules.len();
        if let Some(fare) = fare(network, *piece).filter(|fare| fare.currency == common) {
            *values.entry((*from, *to)).or_default() += fare.amount_minor * i64::try_from(schedules).unwrap_or(0);
        }
    }
    let busy = |place: u32| {
        let calls =
            network.stops_of(&network.places[place as usize]).iter().map(|stop| network.calls_at[*stop as usize].len());
        calls.sum::<usize>()
    };
    let mut pairs: Vec<((u32, u32), i64)> = values.into_iter().collect();
    pairs.sort_by_key(|(pair, value)| (std::cmp::Reverse(*value), *pair));
    let mut chosen: Vec<(u32, u32)> = Vec::new();
    for ((from, to), _) in pairs {
        let pair = if busy(from) >= busy(to) { (from, to) } else { (to, from) };
        if !chosen.contains(&pair) {
            chosen.push(pair);
        }
    }
    chosen
}

fn end_to_end(network: &Network, index: u32, pattern: &Pattern) -> Option<(Piece, u32, u32)> {
    let last = u16::try_from(pattern.stops.len()).ok()?.checked_sub(1)?;
    let piece = Piece { pattern: index, from: 0, to: last };
    let place = |position: u16| {
        let stop = network.stops.get(pattern.stops[usize::from(position)].stop as usize)?;
        stop.place.as_ref().map(|place| place.index)
    };
    is_sold(network, piece).then_some(())?;
    Some((piece, place(0)?, place(last)?)).filter(|(_, from, to)| from != to)
}

fn direction(network: &Network, from: u32, to: u32, now: chrono::DateTime<chrono::Utc>) -> Direction {
    let (from, to) = (&network.places[from as usize], &network.places[to as usize]);
    let stops = network.stops_of(from);
    let pieces = direct_pieces(network, stops, &StopSet::new(network, network.stops_of(to)));
    let zone = stops.first().map_or(chrono_tz::Tz::UTC, |stop| network.stops[*stop as usize].zone);
    let today = now.with_timezone(&zone).date_naive();
    let sold: Vec<Piece> = pieces.into_iter().filter(|piece| is_sold(network, *piece)).collect();
    let running = sold.iter().filter(|piece| count(network, &[**piece], today) > 0);
    let least = running.filter_map(|piece| fare(network, *piece)).min_by_key(|fare| fare.amount_minor);
    Direction {
        price_from: least.map(|fare| Money::of(fare.amount_minor, &fare.currency)),
        trips_per_day: i32::try_from(count(network, &sold, today)).unwrap_or(i32::MAX),
        from: Place(Arc::clone(from)),
        to: Place(Arc::clone(to)),
    }
}
