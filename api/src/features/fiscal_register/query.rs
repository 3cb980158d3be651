use async_graphql::{Context, Enum, Object, Result};
use sea_orm::EntityTrait;

use ::entity::fiscal_register;

use crate::graphql::{By, Can, Page, Permission, Sort, SortDirection, app};

use super::types::{FiscalRegister, FiscalRegisterConnection};

/// By what registers are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum FiscalRegisterSort {
    Name,
    /// When it was made.
    Made,
}

#[derive(Default)]
pub struct FiscalRegisterQuery;

#[Object]
impl FiscalRegisterQuery {
    /// Staff: cash registers, by name unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::ManageRegisters)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn fiscal_registers(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "FiscalRegisterSort::Name")] sort: FiscalRegisterSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<FiscalRegisterConnection> {
        use fiscal_register::Column;
        let page = Page::read(first, after.as_deref())?;
        let by = match sort {
            FiscalRegisterSort::Name => By::Text(Column::Name),
            FiscalRegisterSort::Made => By::Time(Column::MadeAt),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let list = fiscal_register::Entity::find();
        let (nodes, info) = page.find(list, sort, app(ctx).db.read(), FiscalRegister).await?;
        Ok(FiscalRegisterConnection::new(nodes, info, None))
    }
}
