use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::permit::Holder;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use ::entity::{carrier, contract, trip, vehicle};

use crate::features::network::in_language;
use crate::features::permit::Permit;
use crate::features::route::Route;
use crate::graphql::{Gid, Kind, ThreeNames, app, viewer};
use crate::platform::Fault;

use super::contract::Contract;

crate::connection!(CarrierRecord, CarrierRecordConnection, CarrierRecordEdge);

/// A carrier as the office keeps it.
#[derive(Clone)]
pub struct CarrierRecord(pub carrier::Model);

/// Who stands behind a carrier's name.
#[derive(SimpleObject)]
pub struct CarrierLegal {
    /// Registered name, for contracts and receipts.
    pub name: Option<String>,
    /// Number of the taxpayer: 14 digits.
    pub inn: Option<String>,
    pub address: Option<String>,
    /// Who signs for it.
    pub director: Option<String>,
    pub bank: Option<String>,
    pub bank_account: Option<String>,
}

/// Since when nothing of a carrier is on sale, and why.
#[derive(SimpleObject)]
pub struct CarrierBlock {
    /// UTC.
    pub at: DateTime<Utc>,
    pub reason: String,
}

#[Object]
impl CarrierRecord {
    /// The same as of `Carrier`.
    async fn id(&self) -> ID {
        Gid::of(Kind::Carrier, self.0.id)
    }

    /// Short, as in the timetable.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.name, viewer(ctx).language)
    }

    async fn names(&self) -> ThreeNames {
        self.0.name.clone().into()
    }

    /// For passengers.
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// For passengers; reminders about papers go there too.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// The carrier's own site.
    async fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }

    async fn legal(&self) -> CarrierLegal {
        let row = self.0.clone();
        CarrierLegal {
            name: row.legal_name,
            inn: row.inn,
            address: row.address,
            director: row.director,
            bank: row.bank,
            bank_account: row.bank_account,
        }
    }

    /// Tax within its fares, per cent; null: without tax.
    async fn tax_percent(&self) -> Result<Option<Decimal>> {
        Ok(self.0.tax_percent.as_deref().map(str::parse).transpose().map_err(Fault::from)?)
    }

    /// Null while its trips are on sale.
    async fn blocked(&self) -> Option<CarrierBlock> {
        let at = self.0.blocked_at?;
        Some(CarrierBlock { at, reason: self.0.blocked_reason.clone().unwrap_or_default() })
    }

    /// False: no longer in the timetable that was imported.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// The newest first.
    #[graphql(complexity = "5 + 5 * child_complexity")]
    async fn contracts(&self, ctx: &Context<'_>) -> Result<Vec<Contract>> {
        use contract::Column;
        let rows = contract::Entity::find().filter(Column::CarrierId.eq(self.0.id)).order_by_desc(Column::StartsOn);
        let rows = rows.all(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(rows.into_iter().map(Contract).collect())
    }

    /// Its routes in the timetable, by number.
    #[graphql(complexity = "5 + 5 * child_complexity")]
    async fn routes(&self, ctx: &Context<'_>) -> Result<Vec<Route>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(network.routes_of(self.0.id).into_iter().map(|route| Route(Arc::clone(route))).collect())
    }

    /// Licence and insurance, those that end first before others.
    #[graphql(complexity = "5 + 3 * child_complexity")]
    async fn permits(&self, ctx: &Context<'_>) -> Result<Vec<Permit>> {
        Permit::of(ctx, Holder::Carrier, self.0.id).await
    }

    /// Vehicles in use.
    #[graphql(complexity = "5")]
    async fn vehicle_count(&self, ctx: &Context<'_>) -> Result<i32> {
        use vehicle::Column;
        let fleet = vehicle::Entity::find().filter(Column::CarrierId.eq(self.0.id)).filter(Column::Active.eq(true));
        let count = fleet.count(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }

    /// Trips to come that a block would take off sale.
    #[graphql(complexity = "5")]
    async fn trips_ahead(&self, ctx: &Context<'_>) -> Result<i32> {
        use trip::Column;
        let app = app(ctx);
        let trips = trip::Entity::find().filter(Column::CarrierId.eq(self.0.id));
        let trips = trips.filter(Column::DepartsAt.gt(app.clock.now())).filter(Column::State.ne("CANCELLED"));
        let count = trips.count(app.db.read()).await.map_err(Fault::from)?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}
