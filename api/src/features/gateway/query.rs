use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};

use ::entity::{gateway, gateway_message, order, payment};

use crate::graphql::{By, Can, Gid, Kind, Page, Permission, Sort, SortDirection, app};
use crate::platform::Fault;

use super::message::{About, Made};
use super::types::{
    Gateway, GatewayConnection, GatewayMessage, GatewayMessageAbout, GatewayMessageConnection, GatewayMessageOutcome,
};

/// Payments of one order at most that messages are looked for of.
const MOST_PAYMENTS: u64 = 200;

/// By what gateways are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum GatewaySort {
    /// As customers see them.
    Position,
    Code,
    /// When it was made.
    Made,
}

/// By what messages are listed: by time alone, since they grow without end.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum GatewayMessageSort {
    /// When it came.
    At,
}

/// Which messages; everything given has to fit.
#[derive(InputObject, Default)]
pub struct GatewayMessageFilterInput {
    /// Of one gateway.
    pub gateway_id: Option<ID>,
    /// Of the payments of one order, by its number in any form.
    pub text: Option<String>,
    pub about: Option<GatewayMessageAbout>,
    pub outcome: Option<GatewayMessageOutcome>,
    /// Those that somebody should look at.
    #[graphql(default)]
    pub trouble: bool,
}

#[derive(Default)]
pub struct GatewayQuery;

#[Object]
impl GatewayQuery {
    /// Staff: payment gateways, as customers see them unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::ManageGateways)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn gateways(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "GatewaySort::Position")] sort: GatewaySort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<GatewayConnection> {
        use gateway::Column;
        let page = Page::read(first, after.as_deref())?;
        let by = match sort {
            GatewaySort::Position => By::Number(Column::Position),
            GatewaySort::Code => By::Text(Column::Code),
            GatewaySort::Made => By::Time(Column::MadeAt),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(gateway::Entity::find(), sort, app(ctx).db.read(), Gateway).await?;
        Ok(GatewayConnection::new(nodes, info, None))
    }

    /// Staff: what gateways have said, callbacks and answers, to the letter but for numbers of cards; the newest first unless
    /// asked otherwise. Of callbacks with a wrong signature twenty a minute are kept for each gateway.
    #[graphql(
        guard = "Can(Permission::ManageGateways)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn gateway_messages(
        &self,
        ctx: &Context<'_>,
        filter: Option<GatewayMessageFilterInput>,
        #[graphql(default_with = "GatewayMessageSort::At")] sort: GatewayMessageSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<GatewayMessageConnection> {
        let page = Page::read(first, after.as_deref())?;
        let list = gateway_message::Entity::find().filter(condition(ctx, &filter.unwrap_or_default()).await?);
        let GatewayMessageSort::At = sort;
        let sort = Sort::new(sort, direction, By::Id, gateway_message::Column::Id);
        let (nodes, info) = page.find(list, sort, app(ctx).db.read(), GatewayMessage).await?;
        Ok(GatewayMessageConnection::new(nodes, info, None))
    }
}

async fn condition(ctx: &Context<'_>, filter: &GatewayMessageFilterInput) -> Result<Condition> {
    use gateway_message::Column;
    let mut all = Condition::all();
    if let Some(id) = &filter.gateway_id {
        all = all.add(Column::GatewayId.eq(Gid::find(Kind::Gateway, id)?));
    }
    if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        let number = match domain::terminal::account(text) {
            Some(named) => named.number(),
            None => text.to_owned(),
        };
        let orders = order::Entity::find().select_only().column(order::Column::Id);
        let orders = sea_orm::QueryTrait::into_query(orders.filter(order::Column::Number.eq(number)));
        let payments =
            payment::Entity::find().filter(payment::Column::OrderId.in_subquery(orders)).limit(MOST_PAYMENTS);
        let payments = payments.all(app(ctx).db.read()).await.map_err(Fault::from)?;
        all = all.add(Column::PaymentId.is_in(payments.iter().map(|row| row.id)));
    }
    if let Some(about) = filter.about {
        all = all.add(Column::About.eq(About::from(about).code()));
    }
    if let Some(outcome) = filter.outcome {
        all = all.add(Column::Outcome.eq(Made::from(outcome).code()));
    }
    if filter.trouble {
        all = all.add(Column::Trouble.eq(true));
    }
    Ok(all)
}
