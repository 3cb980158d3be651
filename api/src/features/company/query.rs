use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use domain::text::{alphabetical, counted};
use sea_orm::EntityTrait;

use ::entity::company;

use crate::features::network::searched;
use crate::features::route::Route;
use crate::graphql::{Can, Gid, Kind, Mark, Page, Permission, SortDirection, app, error};
use crate::platform::Fault;

use super::types::{Company, CompanyConnection};

/// Which companies; everything given has to fit.
#[derive(InputObject, Default)]
pub struct CompanyFilterInput {
    /// A part of the name or of the contract's number, or the beginning of the INN.
    pub text: Option<String>,
}

/// By what companies are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompanySort {
    /// Its name.
    Name,
    /// Its INN.
    Inn,
    /// When its contract ends; those without an end last.
    ContractTo,
}

#[derive(Default)]
pub struct CompanyQuery;

#[Object]
impl CompanyQuery {
    /// Staff: companies that buy on account, by name unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::ManageClients)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn companies(
        &self,
        ctx: &Context<'_>,
        filter: Option<CompanyFilterInput>,
        #[graphql(default_with = "CompanySort::Name")] sort: CompanySort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<CompanyConnection> {
        let page = Page::read(first, after.as_deref())?;
        // There are hundreds at the most: they are sorted and searched as people write.
        let mut rows = company::Entity::find().all(app(ctx).db.read()).await.map_err(Fault::from)?;
        if let Some(text) = searched(filter.unwrap_or_default().text.as_deref()) {
            rows.retain(|row| {
                let within = |value: &str| value.to_lowercase().contains(&text);
                within(&row.name) || within(&row.contract_number) || row.inn.starts_with(&text)
            });
        }
        let key = |row: &company::Model| {
            let key = match sort {
                CompanySort::Name => alphabetical(&row.name),
                CompanySort::Inn => row.inn.clone(),
                CompanySort::ContractTo => row.contract_to.map_or_else(|| "~".to_owned(), |day| day.to_string()),
            };
            (key, row.id)
        };
        let (rows, info, total) = page.sorted(rows, &Mark::new(sort, direction), key)?;
        let rows = rows.into_iter().map(|(cursor, row)| (cursor, Company(row))).collect();
        Ok(CompanyConnection::new(rows, info, total))
    }

    /// Staff: the lines that a contract may have a price of its own for, by number.
    #[graphql(guard = "Can(Permission::ManageClients)", complexity = "20 + 20 * child_complexity")]
    async fn company_routes(&self, ctx: &Context<'_>) -> Result<Vec<Route>> {
        let network = app(ctx).network.get(app(ctx)).await?;
        let mut routes: Vec<Route> = network.routes().cloned().map(Route).collect();
        routes.sort_by_key(|route| counted(&route.0.number));
        Ok(routes)
    }

    /// Staff: one company, with its account and who buys for it.
    #[graphql(guard = "Can(Permission::ManageClients)", complexity = "5 + child_complexity")]
    async fn company(&self, ctx: &Context<'_>, id: ID) -> Result<Company> {
        let id = Gid::find(Kind::Company, &id)?;
        let row = company::Entity::find_by_id(id).one(app(ctx).db.read()).await.map_err(Fault::from)?;
        row.map(Company).ok_or_else(error::not_found)
    }
}
