use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Error, ID, Object, Result, SimpleObject};
use domain::permit::Holder;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{Names, layout, photo, vehicle};

use crate::app::App;
use crate::features::carrier::Carrier;
use crate::features::network::in_language;
use crate::features::permit::Permit;
use crate::graphql::{Gid, Kind, app, error, viewer};
use crate::platform::Fault;

crate::connection!(Vehicle, VehicleConnection, VehicleEdge);

/// A vehicle, or a coach, of a carrier's fleet.
#[derive(Clone)]
pub struct Vehicle(pub vehicle::Model);

/// A photo of a vehicle.
#[derive(SimpleObject, Clone)]
pub struct Photo {
    pub id: ID,
    /// Where it is, on this site; the picture behind an address never changes.
    pub url: String,
}

impl Photo {
    pub fn new(id: Uuid) -> Self {
        let id = Gid::of(Kind::Photo, id);
        Photo { url: format!("/photos/{}", id.as_str()), id }
    }
}

#[Object]
impl Vehicle {
    async fn id(&self) -> ID {
        Gid::of(Kind::Vehicle, self.0.id)
    }

    async fn carrier(&self, ctx: &Context<'_>) -> Result<Carrier> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        network.carrier(self.0.carrier_id).map(|carrier| Carrier(Arc::clone(carrier))).ok_or_else(error::not_found)
    }

    /// Registration number.
    async fn plate(&self) -> &str {
        &self.0.plate
    }

    /// Make and model.
    async fn make(&self) -> &str {
        &self.0.make
    }

    /// Of manufacture.
    async fn year(&self) -> Option<i32> {
        self.0.year
    }

    /// minibus, coach, vip, doubledecker, suburban or rail.
    async fn vehicle_class(&self) -> &str {
        &self.0.kind
    }

    /// Null where it is not known how its seats stand.
    async fn layout_id(&self) -> Option<ID> {
        self.0.layout_id.map(|id| Gid::of(Kind::Layout, id))
    }

    /// In the viewer's language.
    #[graphql(complexity = "3")]
    async fn layout_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(id) = self.0.layout_id else { return Ok(None) };
        let names: Option<Names> = load(ctx, LayoutName(id)).await?;
        Ok(names.map(|names| in_language(&names, viewer(ctx).language).to_owned()))
    }

    /// Seats for passengers.
    async fn seat_count(&self) -> i32 {
        self.0.seats
    }

    /// Codes of what is on board: ac, toilet, usb, wifi, tv, buffet, blanket.
    async fn amenities(&self) -> Vec<String> {
        serde_json::from_value(self.0.amenities.clone()).unwrap_or_default()
    }

    /// Large pieces that the hold takes.
    async fn baggage_places(&self) -> i32 {
        self.0.baggage_places
    }

    async fn wheelchair_places(&self) -> i32 {
        self.0.wheelchair_places
    }

    /// In service; others are put on no trip.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// In the order in which they came.
    #[graphql(complexity = "3 + 3 * child_complexity")]
    async fn photos(&self, ctx: &Context<'_>) -> Result<Vec<Photo>> {
        Ok(load(ctx, PhotosOf(self.0.id)).await?.unwrap_or_default())
    }

    /// Those that end first before others.
    #[graphql(complexity = "5 + 3 * child_complexity")]
    async fn permits(&self, ctx: &Context<'_>) -> Result<Vec<Permit>> {
        Permit::of(ctx, Holder::Vehicle, self.0.id).await
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }
}

async fn load<K>(ctx: &Context<'_>, key: K) -> Result<Option<<VehicleLoader as Loader<K>>::Value>>
where
    K: Send + Sync + Clone + Eq + std::hash::Hash + 'static,
    VehicleLoader: Loader<K, Error = Arc<Fault>>,
{
    let loaded = ctx.data_unchecked::<DataLoader<VehicleLoader>>().load_one(key).await;
    loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))
}

/// Reads what many vehicles have, at once.
pub struct VehicleLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct LayoutName(Uuid);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct PhotosOf(Uuid);

impl Loader<LayoutName> for VehicleLoader {
    type Value = Names;
    type Error = Arc<Fault>;

    async fn load(&self, ids: &[LayoutName]) -> Result<HashMap<LayoutName, Names>, Arc<Fault>> {
        let rows = layout::Entity::find().filter(layout::Column::Id.is_in(ids.iter().map(|id| id.0)));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (LayoutName(row.id), row.name)).collect())
    }
}

impl Loader<PhotosOf> for VehicleLoader {
    type Value = Vec<Photo>;
    type Error = Arc<Fault>;

    async fn load(&self, ids: &[PhotosOf]) -> Result<HashMap<PhotosOf, Vec<Photo>>, Arc<Fault>> {
        let rows: Vec<(Uuid, Uuid)> = photo::Entity::find()
            .select_only()
            .columns([photo::Column::VehicleId, photo::Column::Id])
            .filter(photo::Column::VehicleId.is_in(ids.iter().map(|id| id.0)))
            .order_by_asc(photo::Column::Id)
            .into_tuple()
            .all(self.0.db.read())
            .await
            .map_err(|error| Arc::new(Fault::from(error)))?;
        let mut found: HashMap<PhotosOf, Vec<Photo>> = HashMap::new();
        for (vehicle, id) in rows {
            found.entry(PhotosOf(vehicle)).or_default().push(Photo::new(id));
        }
        Ok(found)
    }
}
