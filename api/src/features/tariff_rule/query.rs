use async_graphql::{Context, Object, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use ::entity::tariff_rule::{Column, Entity};

use crate::graphql::{Can, Permission, app, viewer};
use crate::platform::Fault;

use super::access::sets_tariff;
use super::types::{TariffRule, TariffRuleKind};

/// A list shows no more.
const MOST: u64 = 500;

#[derive(Default)]
pub struct TariffRuleQuery;

#[Object]
impl TariffRuleQuery {
    /// Staff: rules of one kind in the order in which they decide, those in force and those planned; or the history: those
    /// that have ended, the last first. At most 500.
    #[graphql(guard = "Can(Permission::ManagePrices)", complexity = "10 + 10 * child_complexity")]
    async fn tariff_rules(
        &self,
        ctx: &Context<'_>,
        kind: TariffRuleKind,
        #[graphql(default)] ended: bool,
    ) -> Result<Vec<TariffRule>> {
        let app = app(ctx);
        sets_tariff(viewer(ctx))?;
        let now = app.clock.now();
        let rows = Entity::find().filter(Column::Kind.eq(kind.code()));
        let rows = if ended {
            rows.filter(Column::ValidTo.lte(now)).order_by_desc(Column::ValidTo)
        } else {
            rows.filter(Condition::any().add(Column::ValidTo.is_null()).add(Column::ValidTo.gt(now)))
        };
        let rows = rows.order_by_asc(Column::Position).order_by_asc(Column::Code);
        let mut rows = rows.limit(MOST).all(app.db.read()).await.map_err(Fault::from)?;
        if !ended {
            // What is from the beginning first: databases differ in where they put nothing.
            rows.sort_by(|a, b| (a.position, a.valid_from, &a.code).cmp(&(b.position, b.valid_from, &b.code)));
        }
        Ok(rows.into_iter().map(TariffRule::of).collect::<Result<_, _>>()?)
    }
}
