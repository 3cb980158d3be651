use async_graphql::{Context, Enum, ID, Json, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef};
use serde_json::json;
use uuid::Uuid;

use ::entity::{account, order, payment, saved_passenger, session};

use crate::app::App;
use crate::features::carrier::Carrier;
use crate::features::company::{CompanyMembership, memberships_of};
use crate::features::order::{Bundle, Order, OrderConnection};
use crate::features::payment::{Payment, PaymentConnection};
use crate::features::second_factor::SecondFactor;
use crate::features::staff::{Role, StaffMember, rights};
use crate::features::station::Stop;
use crate::features::wallet::{Wallet, wallet_of_person};
use crate::graphql::{By, Gid, Kind, Page, Permission, SessionKind, Sort, SortDirection, app, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

use super::saved_passenger::SavedPassenger;

/// The signed-in person.
#[derive(Clone)]
pub struct Me {
    row: account::Model,
    session: Uuid,
    kind: SessionKind,
}

/// Which trips of a cabinet.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum TripPeriod {
    /// Not yet left.
    Coming,
    Past,
    All,
}

/// A signed-in device.
#[derive(SimpleObject)]
pub struct Session {
    pub id: ID,
    /// The one that asks.
    pub current: bool,
    /// UTC.
    pub created_at: DateTime<Utc>,
    /// UTC.
    pub last_used_at: DateTime<Utc>,
    /// Network address when last used.
    pub address: Option<String>,
    /// What the browser calls itself.
    pub device: Option<String>,
}

impl Me {
    pub fn of(row: account::Model, session: Uuid, kind: SessionKind) -> Self {
        Me { row, session, kind }
    }

    fn role_code(&self) -> Option<&str> {
        self.row.role.as_deref().filter(|_| self.kind == SessionKind::Staff)
    }
}

/// The signed-in person.
#[Object]
impl Me {
    async fn id(&self) -> ID {
        Gid::of(Kind::Account, self.row.id)
    }

    async fn first_name(&self) -> Option<&str> {
        self.row.first_name.as_deref()
    }

    async fn last_name(&self) -> Option<&str> {
        self.row.last_name.as_deref()
    }

    /// Confirmed.
    async fn email(&self) -> Option<&str> {
        self.row.email.as_deref()
    }

    /// Confirmed, E.164.
    async fn phone(&self) -> Option<&str> {
        self.row.phone.as_deref()
    }

    async fn language(&self) -> Language {
        Language::parse(&self.row.language).unwrap_or_default()
    }

    async fn has_password(&self) -> bool {
        self.row.password_hash.is_some()
    }

    /// In a staff session only.
    async fn role(&self, ctx: &Context<'_>) -> Result<Option<Role>> {
        Role::load(ctx, self.role_code()).await
    }

    /// What this session may do on the staff's site: nothing where the role demands a second factor and there is none.
    async fn permissions(&self, ctx: &Context<'_>) -> Result<Vec<Permission>> {
        let Some(code) = self.role_code() else { return Ok(Vec::new()) };
        Ok(rights(app(ctx), &self.row, code).await?.permissions)
    }

    /// Stations whose trips alone this session sees and runs; none: of all.
    async fn stations(&self, ctx: &Context<'_>) -> Result<Vec<Stop>> {
        match self.role_code() {
            Some(_) => StaffMember(self.row.clone()).tied_to(ctx).await,
            None => Ok(Vec::new()),
        }
    }

    /// The carrier whose trips alone this session sees; null: everybody's.
    async fn carrier(&self, ctx: &Context<'_>) -> Result<Option<Carrier>> {
        match self.role_code() {
            Some(_) => StaffMember(self.row.clone()).represents(ctx).await,
            None => Ok(None),
        }
    }

    /// In a staff session only.
    async fn second_factor(&self, ctx: &Context<'_>) -> Result<Option<SecondFactor>> {
        let role = Role::load(ctx, self.role_code()).await?;
        Ok(role.map(|role| SecondFactor { account: self.row.id, demanded: role.second_factor }))
    }

    /// Own orders by their first departure: coming ones from the next, past ones from the last.
    #[graphql(complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn trips(
        &self,
        ctx: &Context<'_>,
        period: TripPeriod,
        #[graphql(default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<OrderConnection> {
        let app = app(ctx);
        let page = Page::read(first, after.as_deref())?;
        let now = app.clock.now();
        let mut query = order::Entity::find()
            .filter(order::Column::AccountId.eq(self.row.id))
            // Holds that were never named are nobody's trips.
            .filter(order::Column::ConsentAt.is_not_null())
            .filter(order::Column::WalletId.is_null());
        let direction = if period == TripPeriod::Coming { SortDirection::Asc } else { SortDirection::Desc };
        query = match period {
            TripPeriod::Coming => query.filter(order::Column::FirstDepartureAt.gt(now)),
            TripPeriod::Past => query.filter(order::Column::FirstDepartureAt.lte(now)),
            TripPeriod::All => query,
        };
        let by = By::Time(order::Column::FirstDepartureAt);
        let sort = Sort::new("Departure", direction, by, order::Column::Id);
        let (nodes, info) = page.find(query, sort, app.db.read(), Order::customers).await?;
        Ok(OrderConnection::new(nodes, info, None))
    }

    /// The own internal account; null until it is opened with `openWallet`. In a passenger's session only.
    #[graphql(complexity = "5 + child_complexity")]
    async fn wallet(&self, ctx: &Context<'_>) -> Result<Option<Wallet>> {
        if self.kind != SessionKind::Passenger {
            return Ok(None);
        }
        Ok(wallet_of_person(app(ctx).db.read(), self.row.id).await?.map(Wallet))
    }

    /// Companies that the signed-in passenger may buy for, by name; none in a staff session.
    #[graphql(complexity = "10 + 3 * child_complexity")]
    async fn companies(&self, ctx: &Context<'_>) -> Result<Vec<CompanyMembership>> {
        Ok(memberships_of(app(ctx), viewer(ctx)).await?)
    }

    async fn saved_passengers(&self, ctx: &Context<'_>) -> Result<Vec<SavedPassenger>> {
        let rows = saved_passenger::Entity::find()
            .filter(saved_passenger::Column::AccountId.eq(self.row.id))
            .order_by_asc(saved_passenger::Column::LastName)
            .all(app(ctx).db.read())
            .await
            .map_err(Fault::from)?;
        Ok(rows.into_iter().map(|row| SavedPassenger { row }).collect())
    }

    /// Live sessions, the last used first.
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>> {
        Ok(live_sessions(app(ctx), self.row.id, Some(self.session)).await?)
    }

    /// Payments of own orders, newest first.
    #[graphql(complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn payments(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<PaymentConnection> {
        let page = Page::read(first, after.as_deref())?;
        let to_order: RelationDef =
            payment::Entity::belongs_to(order::Entity).from(payment::Column::OrderId).to(order::Column::Id).into();
        let query = payment::Entity::find()
            .join(JoinType::InnerJoin, to_order)
            .filter(order::Column::AccountId.eq(self.row.id));
        let sort = Sort::newest(payment::Column::Id);
        let (nodes, info) = page.find(query, sort, app(ctx).db.read(), Payment::from).await?;
        Ok(PaymentConnection::new(nodes, info, None))
    }

    /// All data that is kept of the account, as the law on personal data gives the right to.
    #[graphql(complexity = "200")]
    async fn export(&self, ctx: &Context<'_>) -> Result<Json<serde_json::Value>> {
        let app = app(ctx);
        let db = app.db.read();
        let orders = order::Entity::find()
            .filter(order::Column::AccountId.eq(self.row.id))
            .all(db)
            .await
            .map_err(Fault::from)?;
        let ids: Vec<Uuid> = orders.iter().map(|order| order.id).collect();
        let mut exported = Vec::new();
        for chunk in ids.chunks(200) {
            for bundle in Bundle::read(db, chunk).await?.into_values() {
                exported.push(export_order(app, &bundle)?);
            }
        }
        let saved =
            saved_passenger::Entity::find().filter(saved_passenger::Column::AccountId.eq(self.row.id)).all(db).await;
        let mut passengers = Vec::new();
        for row in saved.map_err(Fault::from)? {
            passengers.push(json!({
                "firstName": row.first_name, "lastName": row.last_name, "middleName": row.middle_name,
                "birthDate": row.birth_date, "citizenship": row.citizenship, "documentKind": row.document_kind,
                "documentNumber": app.secrets.open(row.id, &row.document_sealed)?,
            }));
        }
        let sessions = session::Entity::find().filter(session::Column::AccountId.eq(self.row.id)).all(db).await;
        let sessions: Vec<_> = sessions.map_err(Fault::from)?.into_iter().map(|row| json!({
            "createdAt": row.created_at, "lastUsedAt": row.last_used_at, "address": row.address, "device": row.device,
        })).collect();
        Ok(Json(json!({
            "account": {
                "firstName": self.row.first_name, "lastName": self.row.last_name, "email": self.row.email,
                "phone": self.row.phone, "language": self.row.language, "createdAt": self.row.created_at,
            },
            "orders": exported, "savedPassengers": passengers, "sessions": sessions,
        })))
    }
}

/// An account's live sessions, the last used first; `current` is the one that asks.
pub async fn live_sessions(app: &App, account: Uuid, current: Option<Uuid>) -> Result<Vec<Session>, Fault> {
    let rows = session::Entity::find()
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::RevokedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(app.clock.now()))
        .order_by_desc(session::Column::LastUsedAt)
        .all(app.db.read())
        .await?;
    let sessions = rows.into_iter().map(|row| Session {
        id: Gid::of(Kind::Session, row.id),
        current: Some(row.id) == current,
        created_at: row.created_at,
        last_used_at: row.last_used_at,
        address: row.address,
        device: row.device,
    });
    Ok(sessions.collect())
}

fn export_order(app: &App, bundle: &Bundle) -> Result<serde_json::Value, Fault> {
    let mut passengers = Vec::new();
    for row in &bundle.passengers {
        let number = row.document_sealed.as_ref().map(|sealed| app.secrets.open(row.id, sealed)).transpose()?;
        passengers.push(json!({
            "firstName": row.first_name, "lastName": row.last_name, "middleName": row.middle_name,
            "birthDate": row.birth_date, "citizenship": row.citizenship, "documentKind": row.document_kind,
            "documentNumber": number, "category": row.category,
        }));
    }
    let lines: Vec<_> = bundle.lines.iter().map(|line| json!({
        "kind": line.kind, "seat": line.seat_label, "state": line.state, "priceMinor": line.price_minor, "currency": line.currency,
    })).collect();
    let payments: Vec<_> = bundle.payments.iter().map(|row| json!({
        "method": row.method, "state": row.state, "amountMinor": row.amount_minor, "refundedMinor": row.refunded_minor,
        "currency": row.currency, "createdAt": row.created_at,
    })).collect();
    Ok(json!({
        "number": bundle.order.number, "createdAt": bundle.order.created_at, "email": bundle.order.email,
        "phone": bundle.order.phone, "firstDeparture": bundle.order.first_departure_at,
        "passengers": passengers, "lines": lines, "payments": payments,
    }))
}
