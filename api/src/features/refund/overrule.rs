//! What is shown of refunds beyond the rules: who asked, who decided.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Enum, Error, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use domain::overrule::{OverruleReason as Reason, OverruleState as State};
use domain::refund::{QuotedLine, RefundWay as Way};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryTrait};
use uuid::Uuid;

use ::entity::{overrule, refund};

use crate::app::App;
use crate::features::order::{Bundle, bundle_of, numbered};
use crate::features::site::{day_begins, day_ends};
use crate::features::staff::StaffMember;
use crate::graphql::{By, Can, Date, Gid, Kind, Money, Page, Permission, Sort, SortDirection, app, viewer};
use crate::platform::Fault;

use super::types::RefundWay;

crate::connection!(Overrule, OverruleConnection, OverruleEdge);

/// Why staff give back more than the rules.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "Reason")]
pub enum OverruleReason {
    /// Whoever sold the ticket made a mistake.
    SalesStaffError,
    /// The trip was disturbed.
    Disruption,
    /// A connection was missed through no fault of the passenger.
    ConnectionBroken,
    /// Something of the vehicle or the station did not work.
    EquipmentFailure,
    /// The passenger could not travel.
    InabilityToTravel,
    /// The same with a medical note.
    CertifiedMedicalCondition,
    /// Paid twice, or the payment went wrong.
    PaymentFailure,
}

/// Where a refund beyond the rules stands.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "State")]
pub enum OverruleState {
    /// Counted, and not taken.
    Offered,
    /// Carried out by who asked: it was no more than the station lets one person give.
    AtOnce,
    /// For a second person; nothing has moved.
    Waiting,
    Approved,
    /// Nothing has moved.
    Declined,
}

/// A refund of more than the rules give.
#[derive(Clone)]
pub struct Overrule(pub overrule::Model);

impl Overrule {
    async fn bundle(&self, ctx: &Context<'_>) -> Result<Arc<Bundle>> {
        bundle_of(ctx, self.0.order_id).await
    }

    /// Its refund, and what of it each line brings back.
    async fn refund(&self, ctx: &Context<'_>) -> Result<(refund::Model, Vec<QuotedLine>)> {
        let bundle = self.bundle(ctx).await?;
        let row = bundle.refunds.iter().find(|row| row.id == self.0.id).cloned();
        let row = row.ok_or_else(|| Fault::new("an overrule without its refund"))?;
        let lines = serde_json::from_value(row.lines.clone()).map_err(Fault::from)?;
        Ok((row, lines))
    }

    /// Of a refund; `None` for one by the rules.
    pub async fn of(ctx: &Context<'_>, refund: Uuid) -> Result<Option<Self>> {
        let loaded = ctx.data_unchecked::<DataLoader<OverruleLoader>>().load_one(refund).await;
        loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))
    }
}

#[Object]
impl Overrule {
    /// The refund's.
    async fn id(&self) -> ID {
        Gid::of(Kind::Refund, self.0.id)
    }

    async fn order_id(&self) -> ID {
        Gid::of(Kind::Order, self.0.order_id)
    }

    async fn order_number(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.bundle(ctx).await?.order.number.clone())
    }

    /// How many tickets and pieces of baggage it is about.
    async fn line_count(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(i32::try_from(self.refund(ctx).await?.1.len()).unwrap_or(i32::MAX))
    }

    /// What goes back in all.
    async fn refunded(&self, ctx: &Context<'_>) -> Result<Money> {
        let minor = self.refund(ctx).await?.1.iter().map(|line| line.refunded_minor).sum();
        Ok(Money::of(minor, &self.0.currency))
    }

    /// How the money goes back.
    async fn way(&self, ctx: &Context<'_>) -> Result<RefundWay> {
        Ok(Way::parse(&self.refund(ctx).await?.0.way).unwrap_or(Way::Original).into())
    }

    async fn state(&self) -> OverruleState {
        State::parse(&self.0.state).unwrap_or(State::Offered).into()
    }

    async fn reason(&self) -> OverruleReason {
        Reason::parse(&self.0.reason).unwrap_or(Reason::Disruption).into()
    }

    /// What who asked has written.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// What is given beyond the rules.
    async fn beyond(&self) -> Money {
        Money::of(self.0.beyond_minor, &self.0.currency)
    }

    async fn asked_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, Some(self.0.asked_by)).await
    }

    /// The viewer asked for it, and does not decide on it.
    async fn mine(&self, ctx: &Context<'_>) -> bool {
        viewer(ctx).account_id() == Some(self.0.asked_by)
    }

    /// UTC.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.asked_at
    }

    /// Who said yes or no; null while it waits, and where nobody was needed.
    async fn decided_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, self.0.decided_by).await
    }

    /// UTC.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }

    /// Why it was declined.
    async fn decision_note(&self) -> Option<&str> {
        self.0.decision_note.as_deref()
    }
}

/// Loads overrules by their refunds.
pub struct OverruleLoader(pub App);

impl Loader<Uuid> for OverruleLoader {
    type Value = Overrule;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Overrule>, Arc<Fault>> {
        let rows = overrule::Entity::find().filter(overrule::Column::Id.is_in(keys.iter().copied()));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (row.id, Overrule(row))).collect())
    }
}

/// Which refunds beyond the rules; everything given has to fit.
#[derive(InputObject, Default)]
pub struct OverruleFilterInput {
    /// The beginning of the order's number, with or without `BK-`.
    pub text: Option<String>,
    pub state: Option<OverruleState>,
    pub reason: Option<OverruleReason>,
    /// Asked for on this day or later, by the home station's clock.
    pub from: Option<Date>,
    /// Asked for on this day or before.
    pub to: Option<Date>,
}

/// By what refunds beyond the rules are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum OverruleSort {
    Asked,
    /// Those that wait after all others.
    Decided,
    /// By what is given beyond the rules.
    Beyond,
}

#[derive(Default)]
pub struct OverruleQuery;

#[Object]
impl OverruleQuery {
    /// Staff: refunds of more than the rules give: those that wait for a second person and all former ones, the latest first
    /// unless asked otherwise. Offers that were not taken are left out.
    #[graphql(
        guard = "Can(Permission::ApproveRefunds)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn overrules(
        &self,
        ctx: &Context<'_>,
        filter: Option<OverruleFilterInput>,
        #[graphql(default_with = "OverruleSort::Asked")] sort: OverruleSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<OverruleConnection> {
        use overrule::Column;
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let rows = overrule::Entity::find()
            .filter(Column::State.ne(State::Offered.code()))
            .apply_if(numbered(filter.text), |rows, orders| rows.filter(Column::OrderId.in_subquery(orders)))
            .apply_if(filter.state, |rows, state| rows.filter(Column::State.eq(State::from(state).code())))
            .apply_if(filter.reason, |rows, reason| rows.filter(Column::Reason.eq(Reason::from(reason).code())))
            .apply_if(filter.from, |rows, from| rows.filter(Column::AskedAt.gte(day_begins(from.0))))
            .apply_if(filter.to, |rows, to| rows.filter(Column::AskedAt.lt(day_ends(to.0))));
        let by = match sort {
            OverruleSort::Asked => By::Time(Column::AskedAt),
            OverruleSort::Decided => By::Time(Column::DecidedAt),
            OverruleSort::Beyond => By::Number(Column::BeyondMinor),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(rows, sort, app(ctx).db.read(), Overrule).await?;
        Ok(OverruleConnection::new(nodes, info, None))
    }
}
