use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use chrono::TimeDelta;
use domain::carrier_settlement::State;
use domain::ledger::{self, PostingKind};
use domain::money::{Currency, from_decimal, to_decimal};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use ::entity::{settlement, settlement_trip};

use crate::features::audit::{Change, audit_change};
use crate::features::ledger::{Details, Entry, closed_until, lock_books, post};
use crate::features::site::day_ends;
use crate::graphql::{Can, Form, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::{insert_all, upsert};

use super::access::find_settlement;
use super::count::{Counted, count};
use super::make_settlement::SettlementChanged;
use super::state::restate;
use super::types::Settlement;

#[derive(InputObject)]
pub struct ApproveSettlementInput {
    pub id: ID,
    /// What is owed at the end, as the approver has seen it.
    pub closing: Decimal,
}

#[derive(Union)]
pub enum ApproveSettlementResult {
    Approved(SettlementChanged),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct ApproveSettlement;

#[Object]
impl ApproveSettlement {
    /// Staff: a draft's figures stand from now on, the commission and the station's fee are booked on its last day, and nothing
    /// more can be booked for the carrier into its period. SETTLEMENT_APPROVED at `id`: somebody was quicker. FIGURES_CHANGED at
    /// `closing`: something was booked since it was looked at. PERIOD_CLOSED at `id`: its last day is closed.
    #[graphql(guard = "Can(Permission::ManageSettlements)", complexity = "50 + child_complexity")]
    async fn approve_settlement(
        &self,
        ctx: &Context<'_>,
        input: ApproveSettlementInput,
    ) -> Result<ApproveSettlementResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        lock_books(&tx).await?;
        let draft = find_settlement(&*tx, viewer, &input.id).await?;
        let mut form = Form::new(viewer.language);
        if draft.state != State::Draft.code() {
            form.wrong("id", "SETTLEMENT_APPROVED");
            return Ok(tx.give_up(ApproveSettlementResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        }
        if closed_until(&*tx).await?.is_some_and(|until| day_ends(draft.ends_on) <= until) {
            form.wrong("id", "PERIOD_CLOSED");
        }
        let Counted { row, trips } = count(&*tx, &draft).await?;
        let currency = Currency::parse(&row.currency).map_err(Fault::from)?;
        let seen = from_decimal(input.closing, currency);
        if seen != Some(row.closing_minor) || to_decimal(row.closing_minor, currency) != input.closing {
            form.wrong("closing", "FIGURES_CHANGED");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(ApproveSettlementResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let posting = ledger::settle(row.carrier_id, currency, -row.commission_minor, -row.station_fee_minor);
        let entry = Entry {
            source: format!("settlement:{}", row.id),
            kind: PostingKind::Settlement,
            order: None,
            posting: posting.map_err(Fault::from)?,
            more: Details {
                at: Some(day_ends(row.ends_on) - TimeDelta::seconds(1)),
                by: viewer.account_id(),
                settlement: Some(row.id),
                ..Details::default()
            },
        };
        post(app, &tx, [entry]).await?;
        insert_all::<settlement_trip::Entity>(&tx, trips).await.map_err(Fault::from)?;
        let approved = settlement::Model {
            state: State::of(row.closing_minor, 0, true).code().to_owned(),
            approved_at: Some(app.clock.now()),
            approved_by: viewer.account_id(),
            version: row.version + 1,
            ..row
        };
        upsert::<settlement::Entity>(&tx, vec![approved.clone()]).await.map_err(Fault::from)?;
        // What the one before it has left unpaid is in this one now.
        let before = settlement::Entity::find()
            .filter(settlement::Column::CarrierId.eq(approved.carrier_id))
            .filter(settlement::Column::Currency.eq(&approved.currency))
            .filter(settlement::Column::Number.eq(approved.number - 1));
        if let Some(before) = before.one(&*tx).await.map_err(Fault::from)? {
            restate(&tx, before.id, 0).await?;
        }
        let money = |minor| to_decimal(minor, currency);
        let change = Change::made(&json!({
            "number": approved.number, "currency": approved.currency, "startsOn": approved.starts_on,
            "endsOn": approved.ends_on, "commission": money(-approved.commission_minor),
            "stationFee": money(-approved.station_fee_minor), "closing": money(approved.closing_minor),
        }));
        let subject = format!("settlement:{}", approved.id);
        audit_change(app, &tx, viewer, "APPROVE_SETTLEMENT", &subject, change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(ApproveSettlementResult::Approved(SettlementChanged { settlement: Settlement(approved) }))
    }
}
