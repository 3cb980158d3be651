use std::sync::Arc;

use async_graphql::{Context, Enum, Error, ID, Object, Result, SimpleObject};
use domain::station::Opening;

use crate::features::network::{self, Network, StopKind, Target, in_language};
use crate::graphql::{Gid, Kind, ThreeNames, app, error, viewer};
use crate::i18n::Language;

/// A town.
#[derive(Clone)]
pub struct Place(pub Arc<network::Place>);

#[Object]
impl Place {
    /// What to send as from/to of a search.
    async fn id(&self) -> ID {
        Gid::of(Kind::Place, self.0.id)
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.names, viewer(ctx).language)
    }

    /// In all languages.
    async fn names(&self) -> ThreeNames {
        ThreeNames::from(&self.0.names)
    }

    /// Degrees, WGS 84: the middle of its stops.
    async fn latitude(&self) -> f64 {
        self.0.latitude
    }

    /// Degrees, WGS 84.
    async fn longitude(&self) -> f64 {
        self.0.longitude
    }

    /// Its stations and stops in the street, without their platforms.
    #[graphql(complexity = "5 * child_complexity")]
    async fn stations(&self, ctx: &Context<'_>) -> Result<Vec<Stop>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let Some(place) = network.place(self.0.id) else { return Ok(Vec::new()) };
        let stops = network.stops_of(place).iter().map(|stop| &network.stops[*stop as usize]);
        Ok(stops.filter(|stop| stop.parent.is_none() && stop.active).map(|stop| Stop(Arc::clone(stop))).collect())
    }
}

/// When a station is open on a weekday, by its own clock.
#[derive(SimpleObject, Clone)]
pub struct OpeningHours {
    /// 1 is Monday, 7 is Sunday.
    pub weekday: i32,
    /// Minutes after midnight.
    pub opens: i32,
    /// Minutes after midnight, at most 1440; earlier than it opens: on the next day.
    pub closes: i32,
}

impl From<Opening> for OpeningHours {
    fn from(Opening { weekday, opens, closes }: Opening) -> Self {
        OpeningHours { weekday, opens, closes }
    }
}

/// A station, one of its platforms, a stop in the street, or a border point.
#[derive(Clone)]
pub struct Stop(pub Arc<network::Stop>);

#[Object]
impl Stop {
    /// What to send as from/to of a search for this very station.
    async fn id(&self) -> ID {
        Gid::of(Kind::Stop, self.0.id)
    }

    /// Code in the timetable.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.names, viewer(ctx).language)
    }

    /// In all languages.
    async fn names(&self) -> ThreeNames {
        ThreeNames::from(&self.0.names)
    }

    async fn kind(&self) -> StopKind {
        self.0.kind
    }

    /// Its town; null for border points.
    async fn place(&self) -> Option<Place> {
        self.0.place.clone().map(Place)
    }

    /// IANA zone of the clock on its wall.
    async fn time_zone(&self) -> &str {
        self.0.zone.name()
    }

    /// What is written on the platform's sign; null for anything but a platform.
    async fn platform(&self) -> Option<&str> {
        self.0.platform.as_deref()
    }

    /// Degrees, WGS 84.
    async fn latitude(&self) -> f64 {
        self.0.latitude
    }

    /// Degrees, WGS 84.
    async fn longitude(&self) -> f64 {
        self.0.longitude
    }

    /// For passengers.
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// In the viewer's language.
    async fn address(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0.address.as_ref().map(|address| in_language(address, viewer(ctx).language))
    }

    /// By weekday; closed on those that are left out. Empty: not known.
    async fn opening_hours(&self) -> Vec<OpeningHours> {
        self.0.openings.iter().map(|opening| OpeningHours::from(*opening)).collect()
    }

    /// The station of a platform; null for anything else.
    async fn station(&self, ctx: &Context<'_>) -> Result<Option<Stop>> {
        let Some(parent) = self.0.parent else { return Ok(None) };
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(network.stop(parent).map(|stop| Stop(Arc::clone(stop))))
    }
}

/// What a suggestion stands for.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum SuggestionKind {
    /// A town with all of its stations.
    Place,
    /// One station or stop.
    Station,
}

/// A town or a station that may be searched from or to.
#[derive(SimpleObject, Clone)]
pub struct PlaceSuggestion {
    /// What to send as from/to of a search: a place or one station of it.
    pub id: ID,
    /// In the viewer's language.
    pub name: String,
    pub kind: SuggestionKind,
    /// The town of a station; the number of stations of a town with several.
    pub detail: Option<String>,
}

impl PlaceSuggestion {
    pub fn of(network: &Network, target: Target, language: Language) -> Self {
        match target {
            Target::Place(index) => {
                let place = &network.places[index as usize];
                let stations = network
                    .stops_of(place)
                    .iter()
                    .map(|stop| &network.stops[*stop as usize])
                    .filter(|stop| stop.parent.is_none() && stop.active)
                    .count();
                Self {
                    id: Gid::of(Kind::Place, place.id),
                    name: in_language(&place.names, language).to_owned(),
                    kind: SuggestionKind::Place,
                    detail: (stations > 1).then(|| all_stations(language, stations)),
                }
            }
            Target::Station(index) => {
                let stop = &network.stops[index as usize];
                Self {
                    id: Gid::of(Kind::Stop, stop.id),
                    name: in_language(&stop.names, language).to_owned(),
                    kind: SuggestionKind::Station,
                    detail: stop.place.as_ref().map(|place| in_language(&place.names, language).to_owned()),
                }
            }
        }
    }
}

fn all_stations(language: Language, count: usize) -> String {
    let few = matches!(count % 10, 2..=4) && !matches!(count % 100, 12..=14);
    match language {
        Language::Ru if count % 10 == 1 && count % 100 != 11 => format!("{count} станция и остановка"),
        Language::Ru if few => format!("{count} станции и остановки"),
        Language::Ru => format!("{count} станций и остановок"),
        Language::Ky => format!("{count} бекет жана аялдама"),
        Language::En => format!("{count} stations and stops"),
    }
}

/// The place or station with that id; NOT_FOUND for anything else.
pub fn find_target(network: &Network, id: &str) -> Result<Target, Error> {
    let place = Gid::read(Kind::Place, id).and_then(|id| network.place(id)).map(|place| Target::Place(place.index));
    let stop = || Gid::read(Kind::Stop, id).and_then(|id| network.stop(id)).map(|stop| Target::Station(stop.index));
    place.or_else(stop).ok_or_else(error::not_found)
}
