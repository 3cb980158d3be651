//! The work list of money that cannot go back by itself.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use domain::refund::{RefundState, RefundWay};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryTrait};

use ::entity::refund;

use crate::features::order::{Bundle, bundle_of, numbered};
use crate::features::payment::method_name;
use crate::graphql::{By, Can, Gid, Kind, Money, Page, Permission, Sort, SortDirection, app, viewer};
use crate::i18n::t;

use super::overrule::Overrule;

crate::connection!(WaitingRefund, WaitingRefundConnection, WaitingRefundEdge);

/// What the money of a refund waits for.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum WaitingRefundCause {
    /// The gateway has refused it: a closed card, an account that is gone.
    Refused,
    /// It is to be paid out at a desk, and nobody has come yet.
    AtDesk,
}

impl WaitingRefundCause {
    fn condition(self) -> Condition {
        use refund::Column;
        match self {
            WaitingRefundCause::Refused => Condition::all().add(Column::State.eq(RefundState::Failed.code())),
            WaitingRefundCause::AtDesk => Condition::all()
                .add(Column::State.eq(RefundState::Pending.code()))
                .add(Column::Way.eq(RefundWay::Desk.code())),
        }
    }
}

/// Money that is a customer's and has not gone back.
#[derive(Clone)]
pub struct WaitingRefund(refund::Model);

impl WaitingRefund {
    async fn bundle(&self, ctx: &Context<'_>) -> Result<Arc<Bundle>> {
        bundle_of(ctx, self.0.order_id).await
    }
}

#[Object]
impl WaitingRefund {
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

    async fn amount(&self) -> Money {
        Money::of(self.0.amount_minor, &self.0.currency)
    }

    async fn cause(&self) -> WaitingRefundCause {
        if self.0.state == RefundState::Failed.code() {
            WaitingRefundCause::Refused
        } else {
            WaitingRefundCause::AtDesk
        }
    }

    /// Why money goes back at all, in the request's language: what staff have said who gave back more than the rules, or what
    /// has brought it about.
    #[graphql(complexity = "2")]
    async fn reason(&self, ctx: &Context<'_>) -> Result<String> {
        let overruled = Overrule::of(ctx, self.0.id).await?.map(|given| format!("overrule_reason.{}", given.0.reason));
        let key = overruled.unwrap_or_else(|| format!("refund_reason.{}", self.0.reason));
        Ok(t(viewer(ctx).language, &key, &[]))
    }

    /// By what it was paid: a gateway's or a network's code, `cash` or `card` at a desk; null where the payment is not known.
    async fn method(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let bundle = self.bundle(ctx).await?;
        let payment = bundle.payments.iter().find(|payment| Some(payment.id) == self.0.payment_id);
        Ok(payment.map(|payment| payment.method.clone()))
    }

    /// The name of `method` in the request's language.
    async fn method_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(method) = self.method(ctx).await? else { return Ok(None) };
        Ok(Some(method_name(app(ctx), viewer(ctx).language, &method).await?))
    }

    /// What the gateway said when it refused, in its words.
    async fn failure(&self) -> Option<&str> {
        self.0.failure_reason.as_deref()
    }

    /// Since when the money is the customer's, UTC.
    async fn since(&self) -> DateTime<Utc> {
        self.0.confirmed_at.unwrap_or(self.0.created_at)
    }

    /// To whom it belongs: the order's.
    async fn email(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(self.bundle(ctx).await?.order.email.clone())
    }

    /// E.164.
    async fn phone(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(self.bundle(ctx).await?.order.phone.clone())
    }
}

/// Which of them; everything given has to fit.
#[derive(InputObject, Default)]
pub struct WaitingRefundFilterInput {
    /// The beginning of the order's number, with or without `BK-`.
    pub text: Option<String>,
    pub cause: Option<WaitingRefundCause>,
}

/// By what they are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum WaitingRefundSort {
    Since,
    Amount,
}

#[derive(Default)]
pub struct WaitingRefundQuery;

#[Object]
impl WaitingRefundQuery {
    /// Staff: money that could not go back the way it came, or waits for the customer at a desk; what waits longest first
    /// unless asked otherwise. It is paid out with `payOutRefunds`, or sent once more with `sendRefundAgain`.
    #[graphql(
        guard = "Can(Permission::ApproveRefunds)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn waiting_refunds(
        &self,
        ctx: &Context<'_>,
        filter: Option<WaitingRefundFilterInput>,
        #[graphql(default_with = "WaitingRefundSort::Since")] sort: WaitingRefundSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<WaitingRefundConnection> {
        use refund::Column;
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let either = WaitingRefundCause::Refused.condition();
        let either = Condition::any().add(either).add(WaitingRefundCause::AtDesk.condition());
        let rows = refund::Entity::find()
            .filter(filter.cause.map_or(either, WaitingRefundCause::condition))
            .apply_if(numbered(filter.text), |rows, orders| rows.filter(Column::OrderId.in_subquery(orders)));
        let by = match sort {
            WaitingRefundSort::Since => By::Time(Column::ConfirmedAt),
            WaitingRefundSort::Amount => By::Number(Column::AmountMinor),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(rows, sort, app(ctx).db.read(), WaitingRefund).await?;
        Ok(WaitingRefundConnection::new(nodes, info, None))
    }
}
