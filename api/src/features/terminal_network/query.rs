use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use domain::terminal::{Outcome, account};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use ::entity::{terminal_network, terminal_request};

use crate::graphql::{By, Can, Gid, Kind, Page, Permission, Sort, SortDirection, app};

use super::types::{
    TerminalNetwork, TerminalNetworkConnection, TerminalOutcome, TerminalPreset, TerminalRequest,
    TerminalRequestConnection, presets,
};

/// By what networks are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum TerminalNetworkSort {
    Code,
    /// When it was made.
    Made,
}

/// By what requests are listed: by time alone, since they grow without end.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum TerminalRequestSort {
    /// When it came.
    At,
}

/// Which requests; everything given has to fit.
#[derive(InputObject, Default)]
pub struct TerminalRequestFilterInput {
    /// Of one network.
    pub network_id: Option<ID>,
    /// The transaction's number or the account, whole; an order's number in any form.
    pub text: Option<String>,
    pub outcome: Option<TerminalOutcome>,
    /// The network's number of the outcome.
    pub result: Option<i32>,
    /// Those that somebody should look at.
    #[graphql(default)]
    pub trouble: bool,
}

#[derive(Default)]
pub struct TerminalNetworkQuery;

#[Object]
impl TerminalNetworkQuery {
    /// Staff: networks of payment terminals, by code unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::ManageGateways)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn terminal_networks(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "TerminalNetworkSort::Code")] sort: TerminalNetworkSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<TerminalNetworkConnection> {
        use terminal_network::Column;
        let page = Page::read(first, after.as_deref())?;
        let by = match sort {
            TerminalNetworkSort::Code => By::Text(Column::Code),
            TerminalNetworkSort::Made => By::Time(Column::MadeAt),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let list = terminal_network::Entity::find();
        let (nodes, info) = page.find(list, sort, app(ctx).db.read(), TerminalNetwork).await?;
        Ok(TerminalNetworkConnection::new(nodes, info, None))
    }

    /// Staff: what terminals have asked and strangers at their addresses, with the answers; the newest first unless asked
    /// otherwise. Of strangers' requests twenty a minute are kept for each network.
    #[graphql(
        guard = "Can(Permission::ManageGateways)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn terminal_requests(
        &self,
        ctx: &Context<'_>,
        filter: Option<TerminalRequestFilterInput>,
        #[graphql(default_with = "TerminalRequestSort::At")] sort: TerminalRequestSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<TerminalRequestConnection> {
        let page = Page::read(first, after.as_deref())?;
        let list = terminal_request::Entity::find().filter(condition(&filter.unwrap_or_default())?);
        let TerminalRequestSort::At = sort;
        let sort = Sort::new(sort, direction, By::Id, terminal_request::Column::Id);
        let (nodes, info) = page.find(list, sort, app(ctx).db.read(), TerminalRequest).await?;
        Ok(TerminalRequestConnection::new(nodes, info, None))
    }

    /// Staff: settings that a network begins with, by its dialect.
    #[graphql(guard = "Can(Permission::ManageGateways)")]
    async fn terminal_presets(&self) -> Vec<TerminalPreset> {
        presets()
    }
}

fn condition(filter: &TerminalRequestFilterInput) -> Result<Condition> {
    use terminal_request::Column;
    let mut all = Condition::all();
    if let Some(id) = &filter.network_id {
        all = all.add(Column::NetworkId.eq(Gid::find(Kind::TerminalNetwork, id)?));
    }
    if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        let mut any = Condition::any().add(Column::Txn.eq(text)).add(Column::Account.eq(text));
        if let Some(named) = account(text) {
            any = any.add(Column::Account.eq(named.number()));
        }
        all = all.add(any);
    }
    if let Some(outcome) = filter.outcome {
        all = all.add(Column::Outcome.eq(Outcome::from(outcome).code()));
    }
    if let Some(result) = filter.result {
        all = all.add(Column::Result.eq(result));
    }
    if filter.trouble {
        all = all.add(Column::Trouble.eq(true));
    }
    Ok(all)
}
