use async_graphql::{Context, InputObject, Object, Result};
use sea_orm::EntityTrait;

use ::entity::tariff_rule::{self, Entity};

use crate::features::audit::{Change, audit_change};
use crate::features::network::{begin_change, finish_change};
use crate::graphql::{Can, ChangedMeanwhile, Date, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::{find_rule, sets_tariff};
use super::save_tariff_rule::{earlier, take_over};
use super::types::{SaveTariffRuleResult, TariffRule, TariffRuleSaved, TariffRuleState, facts, midnight, state_of};

#[derive(InputObject)]
pub struct EndTariffRuleInput {
    pub code: String,
    /// As it was read.
    pub version: i32,
    /// Not for what is sold from this day on by the clock of the home station; without it from now on.
    pub from: Option<Date>,
}

#[derive(Default)]
pub struct EndTariffRule;

#[Object]
impl EndTariffRule {
    /// Staff: ends a rule now or on a coming day; what is only planned is given up, and what is in force until then goes on.
    #[graphql(guard = "Can(Permission::ManagePrices)", complexity = "50 + child_complexity")]
    async fn end_tariff_rule(&self, ctx: &Context<'_>, input: EndTariffRuleInput) -> Result<SaveTariffRuleResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        sets_tariff(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let now = app.clock.now();
        let before = find_rule(&*tx, &input.code).await?;
        let state = state_of(&before, now);
        if before.version != i64::from(input.version) || state == TariffRuleState::Ended {
            let answer = SaveTariffRuleResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let from = input.from.map_or(now, |date| midnight(date.0));
        let code = if input.from.is_some() && from <= now { Some("DATE_PAST") } else { None };
        let later = before.valid_to.is_some_and(|ends| from > ends) && state == TariffRuleState::InForce;
        if let Some(code) = code.or(later.then_some("LATER_CHANGE")) {
            let answer = SaveTariffRuleResult::InvalidInput(InvalidInput::one(viewer.language, "from", code));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let network = app.network.get(app).await?;
        let row = if state == TariffRuleState::Planned {
            if let Some(mut still) = earlier(&*tx, &before).await? {
                (still.valid_to, still.version) = (before.valid_to, still.version + 1);
                upsert::<Entity>(&tx, vec![still]).await.map_err(Fault::from)?;
            }
            Entity::delete_by_id(&before.code).exec(&*tx).await.map_err(Fault::from)?;
            tariff_rule::Model { valid_to: before.valid_from, ..before.clone() }
        } else {
            let row = tariff_rule::Model { valid_to: Some(from), version: before.version + 1, ..before.clone() };
            upsert::<Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
            row
        };
        take_over(&tx, &row.series, now).await?;
        let change = Change::of(facts(&network, &before), facts(&network, &row));
        audit_change(app, &tx, viewer, "END_TARIFF_RULE", &format!("tariff:{}", row.series), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(SaveTariffRuleResult::Saved(TariffRuleSaved { rule: TariffRule::of(row)? }))
    }
}
