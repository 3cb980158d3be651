use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;

use ::entity::tariff_rule::{self, Column, Entity};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::{OFFICE, begin_change, finish_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::{find_rule, sets_tariff};
use super::read::{SaveTariffRuleInput, read};
use super::types::{SaveTariffRuleResult, TariffRule, TariffRuleSaved, TariffRuleState, facts, midnight, state_of};

#[derive(Default)]
pub struct SaveTariffRule;

#[Object]
impl SaveTariffRule {
    /// Staff: a new rule, or a change of one from now or from a coming day on. What was sold before keeps to what was in
    /// force then; a rule that is only planned is changed as it is. Imports leave the rule alone from then on.
    #[graphql(guard = "Can(Permission::ManagePrices)", complexity = "50 + child_complexity")]
    async fn save_tariff_rule(&self, ctx: &Context<'_>, input: SaveTariffRuleInput) -> Result<SaveTariffRuleResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        sets_tariff(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let now = app.clock.now();
        let before = match &input.code {
            Some(code) => Some(find_rule(&*tx, code).await?),
            None => None,
        };
        let is_old = |row: &tariff_rule::Model| {
            input.version.map(i64::from) != Some(row.version) || state_of(row, now) == TariffRuleState::Ended
        };
        if before.as_ref().is_some_and(|row| row.kind != input.kind.code()) {
            return Err(error::bad_input("kind: a rule stays of its kind"));
        }
        if before.as_ref().is_some_and(is_old) {
            let answer = SaveTariffRuleResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let network = app.network.get(app).await?;
        let mut form = Form::new(viewer.language);
        let typed = read(&mut form, &network, &input)?;
        let from = input.from.map(|date| midnight(date.0));
        if from.is_some_and(|from| from <= now) {
            form.wrong("from", "DATE_PAST");
        }
        let starts = from.unwrap_or(now);
        let planned = before.as_ref().is_some_and(|row| state_of(row, now) == TariffRuleState::Planned);
        // What follows already stays: this holds until then.
        let ends = before.as_ref().and_then(|row| row.valid_to);
        if ends.is_some_and(|ends| starts >= ends) {
            form.wrong("from", "LATER_CHANGE");
        }
        let earlier = match &before {
            Some(row) if planned => earlier(&*tx, row).await?,
            _ => None,
        };
        if earlier.as_ref().is_some_and(|row| row.valid_from.is_some_and(|begin| starts <= begin)) {
            form.wrong("from", "LATER_CHANGE");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveTariffRuleResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let mut row = match &before {
            Some(row) => row.clone(),
            None => fresh(app, &tx, input.kind.code()).await?,
        };
        if !planned && before.is_some() {
            row.code = code_of(app);
            row.version = 0;
        }
        row.feed = OFFICE.to_owned();
        (row.scopes, row.carrier_id, row.routes) = (typed.scopes, typed.carrier_id, typed.routes);
        (row.channels, row.terms) = (typed.channels, typed.terms);
        (row.valid_from, row.edited_at) = (Some(starts), Some(now));
        row.version += 1;
        let ending = if planned { earlier } else { before.clone() };
        if let Some(mut ending) = ending {
            (ending.valid_to, ending.version) = (Some(starts), ending.version + 1);
            upsert::<Entity>(&tx, vec![ending]).await.map_err(Fault::from)?;
        }
        upsert::<Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        take_over(&tx, &row.series, now).await?;
        let change = Change::saved(before.as_ref().map(|row| facts(&network, row)), facts(&network, &row));
        audit_change(app, &tx, viewer, "SAVE_TARIFF_RULE", &format!("tariff:{}", row.series), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(SaveTariffRuleResult::Saved(TariffRuleSaved { rule: TariffRule::of(row)? }))
    }
}

fn code_of(app: &App) -> String {
    format!("r{}", app.ids.readable(10).to_lowercase())
}

async fn fresh(app: &App, db: &impl ConnectionTrait, kind: &str) -> Result<tariff_rule::Model, Fault> {
    let last: Option<Option<i32>> =
        Entity::find().select_only().column_as(Column::Position.max(), "last").into_tuple().one(db).await?;
    let code = code_of(app);
    Ok(tariff_rule::Model {
        series: code.clone(),
        code,
        feed: OFFICE.to_owned(),
        position: last.flatten().unwrap_or(0) + 1,
        kind: kind.to_owned(),
        scopes: json!([]),
        terms: json!({}),
        carrier_id: None,
        routes: json!([]),
        channels: json!([]),
        valid_from: None,
        valid_to: None,
        edited_at: None,
        version: 0,
    })
}

/// The rule of the series that holds until this one does.
pub async fn earlier(db: &impl ConnectionTrait, row: &tariff_rule::Model) -> Result<Option<tariff_rule::Model>, Fault> {
    let rows = Entity::find().filter(Column::Series.eq(&row.series)).filter(Column::Code.ne(&row.code));
    Ok(rows.filter(Column::ValidTo.eq(row.valid_from)).one(db).await?)
}

/// All rules of a series are the office's from now on.
pub async fn take_over(tx: &DatabaseTransaction, series: &str, now: DateTime<Utc>) -> Result<(), Fault> {
    Entity::update_many()
        .col_expr(Column::EditedAt, Some(now).into())
        .filter(Column::Series.eq(series))
        .filter(Column::EditedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
