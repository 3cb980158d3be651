use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::NaiveDate;
use domain::carrier_settlement::State;
use domain::ledger::Account;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};
use serde_json::json;

use ::entity::settlement;

use crate::features::audit::{Change, audit_change};
use crate::features::carrier::{chosen_carrier, sees_carrier};
use crate::features::ledger::{closed_until, first_day_of, is_over, lock_books};
use crate::features::site::day_ends;
use crate::graphql::{Can, Date, Form, InvalidInput, Permission, app, error, viewer};
use crate::platform::Fault;

use super::count::count;
use super::state::last_of;
use super::types::Settlement;

#[derive(InputObject)]
pub struct MakeSettlementInput {
    pub carrier_id: ID,
    /// ISO 4217.
    #[graphql(default_with = "String::from(\"KGS\")")]
    pub currency: String,
    /// The last day. The first follows the settlement before; of the first one it is the day of the carrier's first sale.
    pub ends_on: Date,
}

/// A settlement, made or changed.
#[derive(SimpleObject)]
pub struct SettlementChanged {
    pub settlement: Settlement,
}

#[derive(Union)]
pub enum MakeSettlementResult {
    Made(SettlementChanged),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct MakeSettlement;

#[Object]
impl MakeSettlement {
    /// Staff: a draft of a settlement with a carrier. DRAFT_FIRST at `carrierId`: there is a draft already. NOTHING_TO_SETTLE at
    /// `carrierId`: nothing was ever sold for the carrier in this currency. DAY_NOT_OVER, PERIOD_CLOSED at `endsOn`.
    #[graphql(guard = "Can(Permission::ManageSettlements)", complexity = "50 + child_complexity")]
    async fn make_settlement(&self, ctx: &Context<'_>, input: MakeSettlementInput) -> Result<MakeSettlementResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let mut form = Form::new(viewer.language);
        let tx = app.db.begin().await.map_err(Fault::from)?;
        lock_books(&tx).await?;
        let carrier = chosen_carrier(&*tx, viewer, &input.carrier_id, &mut form).await?;
        let currency = form.currency("currency", &input.currency);
        let (Some(carrier), Some(currency)) = (carrier, currency) else {
            return Ok(tx.give_up(MakeSettlementResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        };
        if !sees_carrier(viewer, carrier.id) {
            return Err(error::not_found());
        }
        let last = last_of(&*tx, carrier.id, currency.code()).await?;
        if last.as_ref().is_some_and(|row| row.state == State::Draft.code()) {
            form.wrong("carrierId", "DRAFT_FIRST");
            return Ok(tx.give_up(MakeSettlementResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        }
        let ends_on = input.ends_on.0;
        let starts_on = starts(&*tx, last.as_ref(), &Account::Carrier(carrier.id), currency.code()).await?;
        match starts_on {
            None => form.wrong("carrierId", "NOTHING_TO_SETTLE"),
            Some(starts_on) if ends_on < starts_on => {
                let day = starts_on.format("%d.%m.%Y").to_string();
                form.wrong_with("endsOn", "BEFORE_FIRST_TO_SETTLE", &[("day", &day)]);
            }
            Some(_) => {}
        }
        if !is_over(app, ends_on) {
            form.wrong("endsOn", "DAY_NOT_OVER");
        } else if closed_until(&*tx).await?.is_some_and(|until| day_ends(ends_on) <= until) {
            form.wrong("endsOn", "PERIOD_CLOSED");
        }
        let Some(starts_on) = starts_on.filter(|_| form.is_good()) else {
            return Ok(tx.give_up(MakeSettlementResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        };
        let empty = settlement::Model {
            id: app.ids.new(),
            number: last.map_or(1, |row| row.number + 1),
            carrier_id: carrier.id,
            currency: currency.code().to_owned(),
            starts_on,
            ends_on,
            until: day_ends(ends_on),
            state: State::Draft.code().to_owned(),
            opening_minor: 0,
            sold_count: 0,
            returned_count: 0,
            sold_minor: 0,
            returned_minor: 0,
            exchanged_minor: 0,
            handed_over_minor: 0,
            commission_minor: 0,
            station_fee_minor: 0,
            withheld_minor: 0,
            corrected_minor: 0,
            paid_before_minor: 0,
            closing_minor: 0,
            paid_minor: 0,
            made_at: app.clock.now(),
            made_by: viewer.account_id(),
            approved_at: None,
            approved_by: None,
            version: 1,
        };
        let row = count(&*tx, &empty).await?.row;
        settlement::Entity::insert(row.clone().into_active_model())
            .exec_without_returning(&*tx)
            .await
            .map_err(Fault::from)?;
        let change = Change::made(&json!({
            "number": row.number, "currency": row.currency, "startsOn": row.starts_on, "endsOn": row.ends_on,
        }));
        audit_change(app, &tx, viewer, "MAKE_SETTLEMENT", &format!("settlement:{}", row.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(MakeSettlementResult::Made(SettlementChanged { settlement: Settlement(row) }))
    }
}

/// The first day of the next settlement.
async fn starts(
    db: &impl ConnectionTrait,
    last: Option<&settlement::Model>,
    account: &Account,
    currency: &str,
) -> Result<Option<NaiveDate>, Fault> {
    match last {
        Some(row) => Ok(row.ends_on.succ_opt()),
        None => first_day_of(db, account, currency).await,
    }
}
