use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use domain::text::alphabetical;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::tariff_rule::{Column, Entity};

use crate::features::network::{has_part, in_language, searched};
use crate::graphql::{Can, Gid, Kind, Mark, Page, Permission, SortDirection, app, viewer};
use crate::platform::Fault;

use super::access::sets_tariff;
use super::types::{TariffRule, TariffRuleConnection, TariffRuleKind, TariffRuleState, state_of};

/// Which rules; everything given has to fit.
#[derive(InputObject, Default)]
pub struct TariffRuleFilterInput {
    pub kind: Option<TariffRuleKind>,
    /// Null: those in force and those planned.
    pub state: Option<TariffRuleState>,
    /// In the name, in any language, or in the code of the rule or of its passenger category.
    pub text: Option<String>,
    /// Those of this carrier's lines alone.
    pub carrier_id: Option<ID>,
}

/// By what rules of the tariff are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum TariffRuleSort {
    /// Kind by kind, in the order in which they decide.
    Deciding,
    /// In the viewer's language.
    Name,
    /// From when on they hold; those from the beginning come first.
    ValidFrom,
    /// Until when they hold; those without an end come after all others.
    ValidTo,
}

#[derive(Default)]
pub struct TariffRuleQuery;

#[Object]
impl TariffRuleQuery {
    /// Staff: rules of the tariff, in the order in which they decide unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::ManagePrices)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn tariff_rules(
        &self,
        ctx: &Context<'_>,
        filter: Option<TariffRuleFilterInput>,
        #[graphql(default_with = "TariffRuleSort::Deciding")] sort: TariffRuleSort,
        #[graphql(default_with = "SortDirection::Asc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<TariffRuleConnection> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        sets_tariff(viewer)?;
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut query = Entity::find();
        if let Some(kind) = filter.kind {
            query = query.filter(Column::Kind.eq(kind.code()));
        }
        if let Some(id) = &filter.carrier_id {
            query = query.filter(Column::CarrierId.eq(Gid::find(Kind::Carrier, id)?));
        }
        // There are hundreds: they are sorted and searched as people write.
        let mut rows = query.all(app.db.read()).await.map_err(Fault::from)?;
        let now = app.clock.now();
        rows.retain(|row| match (filter.state, state_of(row, now)) {
            (Some(wanted), state) => wanted == state,
            (None, state) => state != TariffRuleState::Ended,
        });
        let mut rules: Vec<TariffRule> = rows.into_iter().map(TariffRule::of).collect::<Result<_, _>>()?;
        if let Some(text) = searched(filter.text.as_deref()) {
            rules.retain(|rule| {
                let codes = [Some(rule.row.code.as_str()), rule.passenger_category()];
                has_part(rule.own_names(), &text)
                    || codes.into_iter().flatten().any(|code| code.to_lowercase().contains(&text))
            });
        }
        // What is from the beginning is before, what is without an end after everything.
        let time = |at: Option<DateTime<Utc>>, none: &str| at.map_or_else(|| none.to_owned(), |at| at.to_rfc3339());
        let key = |rule: &TariffRule| {
            let row = &rule.row;
            let key = match sort {
                TariffRuleSort::Deciding => {
                    format!("{} {:010} {}", rule.kind_of() as u8, row.position, time(row.valid_from, ""))
                }
                TariffRuleSort::Name => alphabetical(in_language(rule.own_names(), viewer.language)),
                TariffRuleSort::ValidFrom => time(row.valid_from, ""),
                TariffRuleSort::ValidTo => time(row.valid_to, "~"),
            };
            (key, row.code.clone())
        };
        let (rows, info, total) = page.sorted(rules, &Mark::new(sort, direction), key)?;
        Ok(TariffRuleConnection::new(rows, info, total))
    }
}
