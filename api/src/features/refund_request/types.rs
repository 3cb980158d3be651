use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Enum, Error, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::refund_request::{RequestReason as Reason, RequestState as State};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{order_line, refund_document, refund_request};

use crate::app::App;
use crate::features::order::{Bundle, bundle_of, parts_of};
use crate::features::staff::StaffMember;
use crate::graphql::{Gid, Kind, Money, Permission, viewer};
use crate::platform::Fault;

crate::connection!(RefundRequest, RefundRequestConnection, RefundRequestEdge);

/// Why a passenger asks for more than the rules give.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "Reason")]
pub enum RefundRequestReason {
    /// The passenger or somebody of the family is ill.
    Illness,
    /// Somebody of the family has died.
    Bereavement,
    /// Called by a court, the army, an office.
    Summons,
    /// The vehicle before was late.
    MissedConnection,
    /// The trip was not what was sold.
    Service,
    Other,
}

/// Where a request for a refund stands.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "State")]
pub enum RefundRequestState {
    /// The office has to answer.
    Open,
    /// The office has asked for more: a document sent now opens it again.
    Questioned,
    /// The office has given the tickets back.
    Granted,
    Declined,
    /// The passenger does not want it any more, or has given the tickets back by the rules.
    Withdrawn,
}

/// A document that came with a request.
#[derive(SimpleObject)]
pub struct RefundDocument {
    pub id: ID,
    /// As the passenger's file is called.
    pub name: String,
    /// `application/pdf`, `image/jpeg`, `image/png` or `image/webp`.
    pub content_type: String,
    /// Bytes.
    pub size: i32,
    /// UTC.
    pub added_at: DateTime<Utc>,
    /// Where it is read, with the session in `Authorization` or the order's secret in `X-Order-Secret`; null once it was
    /// kept long enough and is gone.
    pub url: Option<String>,
}

impl From<refund_document::Model> for RefundDocument {
    fn from(row: refund_document::Model) -> Self {
        let id = Gid::of(Kind::RefundDocument, row.id);
        RefundDocument {
            url: row.sealed.is_some().then(|| format!("/refund-documents/{}", id.as_str())),
            id,
            name: row.name,
            content_type: row.content_type,
            size: i32::try_from(row.size).unwrap_or(i32::MAX),
            added_at: row.added_at,
        }
    }
}

/// A passenger asks for more than the rules of refunds give.
#[derive(Clone)]
pub struct RefundRequest(pub refund_request::Model);

/// The order's lines that a request is about.
pub(super) fn lines_of(row: &refund_request::Model) -> Result<Vec<Uuid>, Fault> {
    Ok(serde_json::from_value(row.lines.clone())?)
}

impl RefundRequest {
    async fn bundle(&self, ctx: &Context<'_>) -> Result<Arc<Bundle>> {
        bundle_of(ctx, self.0.order_id).await
    }

    fn lines<'a>(&self, bundle: &'a Bundle) -> Result<Vec<&'a order_line::Model>, Fault> {
        let ids = lines_of(&self.0)?;
        Ok(bundle.lines.iter().filter(|line| ids.contains(&line.id)).collect())
    }

    /// Of an order, the latest first.
    pub async fn of_order(ctx: &Context<'_>, order: Uuid) -> Result<Vec<Self>> {
        let loaded = ctx.data_unchecked::<DataLoader<RefundRequestLoader>>().load_one(RequestsOfOrder(order)).await;
        Ok(loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?.unwrap_or_default())
    }
}

#[Object]
impl RefundRequest {
    async fn id(&self) -> ID {
        Gid::of(Kind::RefundRequest, self.0.id)
    }

    async fn order_id(&self) -> ID {
        Gid::of(Kind::Order, self.0.order_id)
    }

    async fn order_number(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.bundle(ctx).await?.order.number.clone())
    }

    async fn state(&self) -> RefundRequestState {
        State::parse(&self.0.state).unwrap_or(State::Open).into()
    }

    async fn reason(&self) -> RefundRequestReason {
        Reason::parse(&self.0.reason).unwrap_or(Reason::Other).into()
    }

    /// What the passenger has written.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// The lines of the order that are to be given back.
    async fn line_ids(&self) -> Result<Vec<ID>> {
        Ok(lines_of(&self.0)?.into_iter().map(|id| Gid::of(Kind::Line, id)).collect())
    }

    /// What was paid for them.
    async fn paid(&self, ctx: &Context<'_>) -> Result<Money> {
        let bundle = self.bundle(ctx).await?;
        let minor = self.lines(&bundle)?.iter().map(|line| domain::price::total(&parts_of(line))).sum();
        Ok(Money::of(minor, &bundle.order.currency))
    }

    /// When the first of these rides leaves, UTC; null where the tickets are in another order now.
    async fn departs_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        let bundle = self.bundle(ctx).await?;
        let lines = self.lines(&bundle)?;
        let rides = bundle.segments.iter().filter(|ride| lines.iter().any(|line| line.segment == ride.position));
        Ok(rides.map(|ride| ride.departs_at).min())
    }

    /// UTC.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.asked_at
    }

    /// What the office has written last.
    async fn answer(&self) -> Option<&str> {
        self.0.answer.as_deref()
    }

    /// UTC.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.0.answered_at
    }

    /// Staff: who answered; null for the customer.
    async fn answered_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        if !viewer(ctx).can(Permission::ViewOrders) {
            return Ok(None);
        }
        StaffMember::load(ctx, self.0.answered_by).await
    }

    /// In the order in which they came.
    async fn documents(&self, ctx: &Context<'_>) -> Result<Vec<RefundDocument>> {
        let loader = ctx.data_unchecked::<DataLoader<RefundRequestLoader>>();
        let loaded = loader.load_one(DocumentsOf(self.0.id)).await;
        let rows = loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?.unwrap_or_default();
        Ok(rows.into_iter().map(RefundDocument::from).collect())
    }
}

/// Loads requests by their orders, and documents by their requests.
pub struct RefundRequestLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct RequestsOfOrder(Uuid);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct DocumentsOf(Uuid);

impl Loader<RequestsOfOrder> for RefundRequestLoader {
    type Value = Vec<RefundRequest>;
    type Error = Arc<Fault>;

    async fn load(
        &self,
        orders: &[RequestsOfOrder],
    ) -> Result<HashMap<RequestsOfOrder, Vec<RefundRequest>>, Arc<Fault>> {
        use refund_request::Column;
        let rows = refund_request::Entity::find()
            .filter(Column::OrderId.is_in(orders.iter().map(|order| order.0)))
            .order_by_desc(Column::AskedAt)
            .order_by_desc(Column::Id)
            .all(self.0.db.read())
            .await
            .map_err(|error| Arc::new(Fault::from(error)))?;
        let mut found: HashMap<RequestsOfOrder, Vec<RefundRequest>> = HashMap::new();
        for row in rows {
            found.entry(RequestsOfOrder(row.order_id)).or_default().push(RefundRequest(row));
        }
        Ok(found)
    }
}

impl Loader<DocumentsOf> for RefundRequestLoader {
    type Value = Vec<refund_document::Model>;
    type Error = Arc<Fault>;

    async fn load(
        &self,
        requests: &[DocumentsOf],
    ) -> Result<HashMap<DocumentsOf, Vec<refund_document::Model>>, Arc<Fault>> {
        use refund_document::Column;
        // What is in a document is not read to name it: one byte tells that it is there.
        let rows = refund_document::Entity::find()
            .select_only()
            .columns([
                Column::Id,
                Column::RequestId,
                Column::Name,
                Column::ContentType,
                Column::Size,
                Column::Fingerprint,
                Column::AddedAt,
            ])
            .expr_as(sea_orm::sea_query::Expr::cust("substr(sealed, 1, 1)"), "sealed")
            .filter(Column::RequestId.is_in(requests.iter().map(|request| request.0)))
            .order_by_asc(Column::AddedAt)
            .order_by_asc(Column::Id)
            .all(self.0.db.read())
            .await
            .map_err(|error| Arc::new(Fault::from(error)))?;
        let mut found: HashMap<DocumentsOf, Vec<refund_document::Model>> = HashMap::new();
        for row in rows {
            found.entry(DocumentsOf(row.request_id)).or_default().push(row);
        }
        Ok(found)
    }
}
