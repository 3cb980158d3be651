use async_graphql::{Context, Enum, InputObject, Object, Result};
use domain::refund_request::{RequestReason, RequestState};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryTrait};

use ::entity::refund_request;

use crate::features::order::numbered;
use crate::features::site::{day_begins, day_ends};
use crate::graphql::{By, Can, Date, Page, Permission, Sort, SortDirection, app};

use super::types::{RefundRequest, RefundRequestConnection, RefundRequestReason, RefundRequestState};

/// Which requests; everything given has to fit.
#[derive(InputObject, Default)]
pub struct RefundRequestFilterInput {
    /// The beginning of the order's number, with or without `BK-`.
    pub text: Option<String>,
    pub state: Option<RefundRequestState>,
    pub reason: Option<RefundRequestReason>,
    /// Asked on this day or later, by the home station's clock.
    pub from: Option<Date>,
    /// Asked on this day or before.
    pub to: Option<Date>,
}

/// By what requests are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum RefundRequestSort {
    Asked,
    /// Those that wait after all others.
    Answered,
}

#[derive(Default)]
pub struct RefundRequestQuery;

#[Object]
impl RefundRequestQuery {
    /// Staff: what passengers ask for beyond the rules of refunds, those who wait longest first unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::OverruleRefunds)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn refund_requests(
        &self,
        ctx: &Context<'_>,
        filter: Option<RefundRequestFilterInput>,
        #[graphql(default_with = "RefundRequestSort::Asked")] sort: RefundRequestSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<RefundRequestConnection> {
        use refund_request::Column;
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let rows = refund_request::Entity::find()
            .apply_if(numbered(filter.text), |rows, orders| rows.filter(Column::OrderId.in_subquery(orders)))
            .apply_if(filter.state, |rows, state| rows.filter(Column::State.eq(RequestState::from(state).code())))
            .apply_if(filter.reason, |rows, reason| rows.filter(Column::Reason.eq(RequestReason::from(reason).code())))
            .apply_if(filter.from, |rows, from| rows.filter(Column::AskedAt.gte(day_begins(from.0))))
            .apply_if(filter.to, |rows, to| rows.filter(Column::AskedAt.lt(day_ends(to.0))));
        let by = match sort {
            RefundRequestSort::Asked => By::Time(Column::AskedAt),
            RefundRequestSort::Answered => By::Time(Column::AnsweredAt),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(rows, sort, app(ctx).db.read(), RefundRequest).await?;
        Ok(RefundRequestConnection::new(nodes, info, None))
    }
}
