//! Which stops are in one town, and what the town is called in three languages.
//!
//! Areas of the same name are one place, whatever their fare zones. Without areas the part of a stop's name before
//! the first comma is the town. Namesakes farther apart than [`NAMESAKES_KM`] are different places.

use std::collections::HashMap;

use domain::station::Point;
use entity::Names;

use super::feed::{Feed, FeedStop};

/// Towns of one name that are nearer are one town.
pub const NAMESAKES_KM: f64 = 60.0;

/// Words around a town's name in the names of its stops.
const AROUND: &[&str] = &[
    "ст. ",
    "о.п. ",
    " бекети",
    " аялдамасы",
    " темир жол бекети",
    " railway station",
    " railway halt",
    " halt",
    " bus station",
    " station",
];

pub struct FeedPlace {
    /// Unique within the feed: the name in the feed's own language, with a number for namesakes.
    pub code: String,
    pub name: Names,
    pub latitude: f64,
    pub longitude: f64,
}

/// The places and the place of each stop. `is_border` tells stops where nobody may board or alight.
pub fn places(feed: &Feed, is_border: impl Fn(usize) -> bool) -> (Vec<FeedPlace>, Vec<Option<usize>>) {
    let towns: Vec<Option<(String, Option<&Names>)>> = (0..feed.stops.len()).map(|stop| own_town(feed, stop)).collect();
    let mut members: Vec<(String, Vec<usize>, Option<&Names>)> = Vec::new();
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    let mut place_of = vec![None; feed.stops.len()];
    for (index, stop) in feed.stops.iter().enumerate() {
        if is_border(index) {
            continue;
        }
        // A station without an area has that of its platforms.
        let child = || {
            (0..feed.stops.len())
                .find(|child| feed.stops[*child].parent == Some(index) && area_of(feed, *child).is_some())
        };
        let town = match (area_of(feed, index), stop.station.then(child).flatten()) {
            (None, Some(child)) => &towns[child],
            _ => &towns[index],
        };
        let Some((town, area)) = town else { continue };
        let candidates = by_name.entry(town.clone()).or_default();
        let near = candidates.iter().copied().find(|place| {
            let other = &feed.stops[members[*place].1[0]];
            distance_km(stop, other).is_none_or(|km| km < NAMESAKES_KM)
        });
        let place = near.unwrap_or_else(|| {
            candidates.push(members.len());
            let code = if candidates.len() == 1 { town.clone() } else { format!("{town} {}", candidates.len()) };
            members.push((code, Vec::new(), *area));
            members.len() - 1
        });
        members[place].1.push(index);
        place_of[index] = Some(place);
    }
    let places = members.into_iter().map(|(code, stops, area)| place(feed, code, &stops, area)).collect();
    (places, place_of)
}

fn area_of(feed: &Feed, stop: usize) -> Option<&Names> {
    feed.stop_areas.get(&feed.stops[stop].code)?.iter().find_map(|area| feed.areas.get(area))
}

fn own_town(feed: &Feed, stop: usize) -> Option<(String, Option<&Names>)> {
    if let Some(area) = area_of(feed, stop) {
        return Some((area.ru.clone(), Some(area)));
    }
    let named = feed.stops[stop].parent.unwrap_or(stop);
    let town = before_comma(&feed.stops[named].own_name);
    (!town.is_empty()).then(|| (town.to_owned(), None))
}

fn place(feed: &Feed, code: String, stops: &[usize], area: Option<&Names>) -> FeedPlace {
    let located: Vec<&FeedStop> = stops
        .iter()
        .map(|stop| &feed.stops[*stop])
        .filter(|stop| (stop.latitude, stop.longitude) != (0.0, 0.0))
        .collect();
    let mean = |value: fn(&FeedStop) -> f64| {
        let sum: f64 = located.iter().map(|stop| value(stop)).sum();
        if located.is_empty() { 0.0 } else { sum / located.len() as f64 }
    };
    FeedPlace {
        name: place_name(feed, &code, stops, area),
        latitude: mean(|stop| stop.latitude),
        longitude: mean(|stop| stop.longitude),
        code,
    }
}

fn place_name(feed: &Feed, code: &str, stops: &[usize], area: Option<&Names>) -> Names {
    if let Some(area) = area.filter(|area| area.ru != area.en || area.ru != area.ky) {
        return area.clone();
    }
    let own = area.map_or_else(|| code.to_owned(), |area| area.ru.clone());
    let stops = || stops.iter().map(|stop| &feed.stops[*stop]);
    // Best a stop that bears the town's very name, then one that adds a word to it.
    let exact = stops().find(|stop| before_comma(&stop.own_name) == own).map(|stop| &stop.name);
    let names = exact.or_else(|| stops().find(|stop| stop.own_name.contains(&own)).map(|stop| &stop.name));
    let Some(names) = names.or_else(|| stops().next().map(|stop| &stop.name)) else { return Names::same(own) };
    let town = |name: &str| bare(before_comma(name));
    Names { ru: if area.is_some() { own } else { town(&names.ru) }, ky: town(&names.ky), en: town(&names.en) }
}

fn before_comma(name: &str) -> &str {
    name.split(',').next().unwrap_or_default().trim()
}

fn bare(name: &str) -> String {
    let mut bare = name;
    for word in AROUND {
        bare = bare.strip_prefix(word).unwrap_or(bare);
        bare = bare.strip_suffix(word).unwrap_or(bare);
    }
    if bare.is_empty() { name.to_owned() } else { bare.to_owned() }
}

/// `None` where coordinates are missing.
pub fn distance_km(a: &FeedStop, b: &FeedStop) -> Option<f64> {
    let point = |stop: &FeedStop| Point { latitude: stop.latitude, longitude: stop.longitude };
    domain::station::distance_km(point(a), point(b))
}
