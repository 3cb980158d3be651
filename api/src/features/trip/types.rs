use std::sync::Arc;

use async_graphql::dataloader::DataLoader;
use async_graphql::{Context, ID, Object, Result, SimpleObject};

use crate::features::carrier::Carrier;
use crate::features::inventory::{SoldLoader, SoldOn};
use crate::features::network::{Call, RouteKind, TripState, TripView, in_language};
use crate::features::route::Route;
use crate::features::station::Stop;
use crate::graphql::{Can, Date, Gid, Kind, Permission, ThreeNames, ZonedTime, app, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

use super::access::works_with;
use super::crew::TripCrew;

/// One dated departure.
#[derive(Clone)]
pub struct Trip(pub Arc<TripView>);

impl From<Arc<TripView>> for Trip {
    fn from(view: Arc<TripView>) -> Self {
        Self(view)
    }
}

#[Object]
impl Trip {
    async fn id(&self) -> ID {
        Gid::of(Kind::Trip, self.0.id)
    }

    /// The departure's number, for example `501-0630`.
    async fn number(&self) -> &str {
        &self.0.number
    }

    async fn route(&self) -> Route {
        Route(Arc::clone(&self.0.route))
    }

    async fn carrier(&self) -> Carrier {
        Carrier(Arc::clone(&self.0.carrier))
    }

    /// What the vehicle's sign says, in the viewer's language.
    async fn destination(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.destination, viewer(ctx).language)
    }

    /// The same in all languages.
    async fn destination_names(&self) -> ThreeNames {
        ThreeNames::from(&*self.0.destination)
    }

    /// Where it begins: the first station's name in all languages; null where it calls nowhere.
    async fn origin_names(&self, ctx: &Context<'_>) -> async_graphql::Result<Option<ThreeNames>> {
        let Some(first) = self.0.calls.first() else { return Ok(None) };
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let station = first.stop.parent.and_then(|parent| network.stop(parent)).unwrap_or(&first.stop);
        Ok(Some(ThreeNames::from(&station.names)))
    }

    /// By the clock and the delay, unless staff have reported otherwise.
    async fn state(&self, ctx: &Context<'_>) -> TripState {
        self.0.state_at(app(ctx).clock.now())
    }

    /// Date of departure from the first stop, in the zone of the carrier's timetable.
    async fn service_date(&self) -> Date {
        Date(self.0.service_date)
    }

    /// Staff: places sold on at least a part of the way; null for who does not work with the trip.
    #[graphql(guard = "Can(Permission::ViewTrips)", complexity = "3")]
    async fn sold_places(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        if !works_with(viewer(ctx), &self.0) {
            return Ok(None);
        }
        let loaded = ctx.data_unchecked::<DataLoader<SoldLoader>>().load_one(SoldOn(self.0.id)).await;
        let sold = loaded.map_err(|fault| Fault::new(format!("{fault:?}")))?.unwrap_or(0);
        Ok(i32::try_from(sold).ok())
    }

    /// Minutes later than planned; 0 on time.
    async fn delay_minutes(&self) -> i32 {
        self.0.delay_minutes
    }

    /// The station has closed the sale: nothing more is held, whatever is free.
    async fn sale_closed(&self) -> bool {
        self.0.sale_closed
    }

    /// A section of its road is closed (see `closures`): nothing of it is on sale.
    async fn road_closed(&self) -> bool {
        self.0.road_closed
    }

    async fn vehicle(&self, ctx: &Context<'_>) -> TripVehicle {
        TripVehicle::of(&self.0, viewer(ctx).language)
    }

    /// Staff: which vehicle runs it and who drives.
    #[graphql(guard = "Can(Permission::ViewFleet)", complexity = "5 + 3 * child_complexity")]
    async fn crew(&self, ctx: &Context<'_>) -> Result<TripCrew> {
        TripCrew::of(app(ctx), viewer(ctx).language, &self.0).await
    }

    /// All stops in order, with planned times.
    #[graphql(complexity = "5 * child_complexity")]
    async fn calls(&self) -> Vec<StopCall> {
        self.0.calls.iter().map(|call| StopCall::new(&self.0, call)).collect()
    }

    /// False: seats are not numbered, any free one may be taken on board.
    async fn reserved_seating(&self) -> bool {
        self.0.reserved
    }
}

/// The usual vehicle of the trip.
#[derive(SimpleObject, Clone)]
pub struct TripVehicle {
    /// In the viewer's language.
    pub name: String,
    /// minibus, coach, vip, doubledecker, suburban or rail.
    pub vehicle_class: String,
    /// Seats, or places where seats are not numbered: those to stand among them.
    pub seat_count: i32,
    /// Places to stand, where more are let on board than can sit; counted in `seatCount`.
    pub standing_places: i32,
    /// Codes of what is on board: ac, toilet, usb, wifi, tv, buffet, blanket.
    pub amenities: Vec<String>,
    /// Its registration number, once the dispatcher has said which vehicle runs the trip.
    pub plate: Option<String>,
    /// Make and model, together with `plate`.
    pub make: Option<String>,
}

impl TripVehicle {
    pub fn of(view: &TripView, language: Language) -> Self {
        let name = match &view.seat_map {
            Some(map) => {
                let title = map.title();
                let name = language.pick(&title.ru, &title.ky, &title.en);
                let units = map.units().len();
                if units > 1 { format!("{units} × {name}") } else { name.to_owned() }
            }
            None if view.route.kind == RouteKind::Rail => language.pick("Поезд", "Поезд", "Train").to_owned(),
            None => language.pick("Автобус", "Автобус", "Bus").to_owned(),
        };
        let seats = view.seat_map.as_ref().filter(|_| !view.reserved).map(|map| map.seat_count());
        let standing = seats.map_or(0, |seats| i64::from(view.capacity) - i64::try_from(seats).unwrap_or(i64::MAX));
        Self {
            name,
            vehicle_class: view.route.service_class.clone(),
            seat_count: view.capacity,
            standing_places: i32::try_from(standing.max(0)).unwrap_or(0),
            amenities: view.route.amenities.clone(),
            plate: view.vehicle.as_ref().map(|vehicle| vehicle.plate.clone()),
            make: view.vehicle.as_ref().map(|vehicle| vehicle.make.clone()),
        }
    }
}

/// A trip's stop with its planned times in the stop's own zone.
#[derive(Clone)]
pub struct StopCall {
    view: Arc<TripView>,
    index: usize,
}

impl StopCall {
    /// `call` is one of the trip's.
    pub fn new(view: &Arc<TripView>, call: &Call) -> Self {
        Self { view: Arc::clone(view), index: usize::try_from(call.sequence).unwrap_or(0) }
    }

    fn call(&self) -> &Call {
        &self.view.calls[self.index]
    }
}

#[Object]
impl StopCall {
    /// Place in the trip, from 0: what `from` and `to` of a seat map or a hold take.
    async fn sequence(&self) -> i32 {
        self.call().sequence
    }

    /// The platform or stop.
    async fn stop(&self) -> Stop {
        Stop(Arc::clone(&self.call().stop))
    }

    /// Planned.
    async fn arrival(&self) -> ZonedTime {
        ZonedTime::new(self.call().arrival, self.call().stop.zone)
    }

    /// Planned.
    async fn departure(&self) -> ZonedTime {
        ZonedTime::new(self.call().departure, self.call().stop.zone)
    }

    /// Passengers may get on.
    async fn boarding(&self) -> bool {
        self.call().boarding
    }

    /// Passengers may get off.
    async fn alighting(&self) -> bool {
        self.call().alighting
    }

    /// The dispatcher has said that the trip does not stop here after all.
    async fn skipped(&self) -> bool {
        self.call().skipped
    }

    /// What is written on the platform's sign, if it is known.
    async fn platform(&self) -> Option<&str> {
        self.call().platform.as_deref()
    }

    /// Signs of all platforms of the station; empty where it has none.
    async fn platform_choices(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        let network = app(ctx).network.get(app(ctx)).await?;
        Ok(network.signs_at(&self.call().stop))
    }

    /// Kilometres by road or rail from the first stop.
    async fn distance_km(&self) -> Option<f64> {
        self.call().distance_m.map(|metres| f64::from(metres) / 1000.0)
    }
}
