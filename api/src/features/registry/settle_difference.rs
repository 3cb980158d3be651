use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::ledger::{self, Account, PostingKind};
use domain::money::Currency;
use domain::payment::{News, PaymentState};
use domain::registry::DifferenceKind;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, Set};
use serde_json::json;

use ::entity::{payment, registry, registry_difference};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::ledger::{Details, Entry, post};
use crate::features::payment::hear;
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Permission, Viewer, app, error, viewer};
use crate::platform::Fault;

use super::ours::{CORRECTION, fees};
use super::types::{RegistryDifference, RegistryDifferenceState};

/// What is done about a difference.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum DifferenceAction {
    /// The gateway is asked about the payment once more; what it says is heeded as any of its news. Of payments that are
    /// STATE_DIFFERS, MISSING_THERE or SUM_DIFFERS.
    Ask,
    /// The difference of the fee is booked in the ledger. Of FEE_DIFFERS.
    BookFee,
    /// It stays as it is, for a reason that is written down.
    Accept,
}

#[derive(InputObject)]
pub struct SettleDifferenceInput {
    pub id: ID,
    pub action: DifferenceAction,
    /// Why it stays, with ACCEPT: to 300 letters.
    pub note: Option<String>,
}

/// A difference after something was done about it.
#[derive(SimpleObject)]
pub struct DifferenceSettled {
    pub difference: RegistryDifference,
    /// With ASK: what the gateway says, `PAID`, `PENDING`, `AUTHORISED` or `FAILED`, or why it says nothing.
    pub said: Option<String>,
}

#[derive(Union)]
pub enum SettleDifferenceResult {
    Settled(DifferenceSettled),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct SettleDifference;

#[Object]
impl SettleDifference {
    /// Staff: does something about a difference, with an entry in the log. What the gateway is asked about stays open until both say
    /// the same. DIFFERENCE_OVER at `id` where somebody has settled it, NOT_FOR_THIS at `action`.
    #[graphql(guard = "Can(Permission::ManageGateways)", complexity = "20 + child_complexity")]
    async fn settle_difference(
        &self,
        ctx: &Context<'_>,
        input: SettleDifferenceInput,
    ) -> Result<SettleDifferenceResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::RegistryDifference, &input.id)?;
        let row = registry_difference::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
        let row = row.ok_or_else(error::not_found)?;
        let mut form = Form::new(viewer.language);
        let kind = DifferenceKind::parse(&row.kind).ok_or_else(|| Fault::new("an unknown difference"))?;
        let note = match input.action {
            DifferenceAction::Accept => Some(form.text("note", input.note.as_deref().unwrap_or_default(), 300)),
            _ => None,
        };
        let fits = match input.action {
            DifferenceAction::Accept => true,
            DifferenceAction::BookFee => kind == DifferenceKind::FeeDiffers,
            DifferenceAction::Ask => {
                let asked = [DifferenceKind::StateDiffers, DifferenceKind::MissingThere, DifferenceKind::SumDiffers];
                row.payment_id.is_some() && asked.contains(&kind) && is_asked(app, &row).await?
            }
        };
        if !fits {
            form.wrong("action", "NOT_FOR_THIS");
        }
        if row.state != RegistryDifferenceState::Open.code() {
            form.wrong("id", "DIFFERENCE_OVER");
        }
        if let Some(problem) = form.problem() {
            return Ok(SettleDifferenceResult::InvalidInput(problem));
        }
        let (said, agreed) = match input.action {
            DifferenceAction::Ask => ask(app, &row, kind).await?,
            _ => (None, true),
        };
        let state = match input.action {
            DifferenceAction::Ask if !agreed => RegistryDifferenceState::Open,
            DifferenceAction::Ask => RegistryDifferenceState::Settled,
            DifferenceAction::BookFee => RegistryDifferenceState::Booked,
            DifferenceAction::Accept => RegistryDifferenceState::Accepted,
        };
        let Some(difference) = settle(app, viewer, row, state, note, said.as_deref()).await? else {
            let over = InvalidInput::one(viewer.language, "id", "DIFFERENCE_OVER");
            return Ok(SettleDifferenceResult::InvalidInput(over));
        };
        let difference = RegistryDifference(difference);
        Ok(SettleDifferenceResult::Settled(DifferenceSettled { difference, said }))
    }
}

/// A network of terminals is not asked: it asks.
async fn is_asked(app: &App, row: &registry_difference::Model) -> Result<bool, Fault> {
    let Some(id) = row.payment_id else { return Ok(false) };
    let Some(payment) = payment::Entity::find_by_id(id).one(app.db.read()).await? else { return Ok(false) };
    Ok(app.gateways.find(app, &payment.method).await?.is_some())
}

/// What the gateway says now, and whether it is what we have.
async fn ask(
    app: &App,
    row: &registry_difference::Model,
    kind: DifferenceKind,
) -> Result<(Option<String>, bool), Fault> {
    let id = row.payment_id.ok_or_else(|| Fault::new("a difference without its payment"))?;
    let find = || payment::Entity::find_by_id(id).one(app.db.read());
    let before = find().await?.ok_or_else(|| Fault::new("a payment vanished"))?;
    let gateway = app.gateways.find(app, &before.method).await?;
    let gateway = gateway.ok_or_else(|| Fault::new("a payment of no gateway"))?;
    let report = match gateway.status(app, id).await {
        Ok(report) => report,
        Err(error) => return Ok((Some(error.to_string()), false)),
    };
    hear(app, id, report, None).await?;
    let after = find().await?.ok_or_else(|| Fault::new("a payment vanished"))?;
    let said = format!("{:?}", report.news).to_uppercase();
    let paid = after.state == PaymentState::Paid.code();
    let currency = Currency::parse(&after.currency)?;
    let same_sum = report.sum.is_none_or(|sum| sum == (after.amount_minor, currency));
    let agreed = match kind {
        DifferenceKind::StateDiffers => paid,
        // It knows of the payment after all, with our sum.
        _ => paid && report.news == News::Paid && same_sum,
    };
    Ok((Some(said), agreed))
}

/// Writes down what was done; `None`: somebody was quicker.
async fn settle(
    app: &App,
    viewer: &Viewer,
    row: registry_difference::Model,
    state: RegistryDifferenceState,
    note: Option<String>,
    said: Option<&str>,
) -> Result<Option<registry_difference::Model>, Fault> {
    let tx = app.db.begin().await?;
    let open = registry_difference::Entity::find_by_id(row.id)
        .filter(registry_difference::Column::State.eq(RegistryDifferenceState::Open.code()))
        .lock_exclusive();
    if open.one(&*tx).await?.is_none() {
        return Ok(tx.give_up(None).await?);
    }
    if state == RegistryDifferenceState::Booked {
        book_fee(app, &tx, &row).await?;
    }
    let subject = format!("registry:{}", row.registry_id);
    let facts = json!({
        "difference": row.kind, "reference": row.reference, "state": state.code(), "note": note, "said": said,
        "theirs_minor": row.theirs_minor, "ours_minor": row.ours_minor, "theirFee_minor": row.their_fee_minor,
        "ourFee_minor": row.our_fee_minor,
    });
    audit_change(app, &tx, viewer, "SETTLE_DIFFERENCE", &subject, Change::made(&facts)).await?;
    let mut after = row.clone();
    if state != RegistryDifferenceState::Open {
        let change = registry_difference::ActiveModel {
            id: Set(row.id),
            state: Set(state.code().to_owned()),
            note: Set(note),
            settled_at: Set(Some(app.clock.now())),
            settled_by: Set(viewer.account_id()),
            ..Default::default()
        };
        after = registry_difference::Entity::update(change).exec(&*tx).await?;
        registry::Entity::update_many()
            .col_expr(registry::Column::Open, Expr::col(registry::Column::Open).sub(1))
            .filter(registry::Column::Id.eq(row.registry_id))
            .exec(&*tx)
            .await?;
    }
    tx.commit().await?;
    Ok(Some(after))
}

/// The ledger gets the gateway's fee. It is compared with what is booked by now: another file may have had it too.
async fn book_fee(app: &App, tx: &DatabaseTransaction, row: &registry_difference::Model) -> Result<(), Fault> {
    let id = row.payment_id.ok_or_else(|| Fault::new("a fee without its payment"))?;
    // One after the other, so that two who book the same fee book it once.
    let payment = payment::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let payment = payment.ok_or_else(|| Fault::new("a payment vanished"))?;
    let booked = fees(app, &[id]).await?.get(&id).copied().unwrap_or(0);
    let more = row.their_fee_minor.unwrap_or(booked) - booked;
    if more == 0 {
        return Ok(());
    }
    let holder = Account::Gateway(payment.method.clone());
    let entry = Entry {
        source: format!("{CORRECTION}{id}:{}", row.id),
        kind: PostingKind::FeeCorrection,
        order: Some(payment.order_id),
        posting: ledger::fee_back(holder, Currency::parse(&payment.currency)?, -more)?,
        more: Details::default(),
    };
    post(app, tx, [entry]).await?;
    Ok(())
}
