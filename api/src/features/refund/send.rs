use domain::ledger::{self, Account, PostingKind};
use domain::money::Currency;
use domain::refund::{RefundState, RefundWay};
use domain::wallet::{self, EntryKind};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::{order, payment, refund};

use crate::app::App;
use crate::features::fiscal_receipt;
use crate::features::gateway::GatewayError;
use crate::features::ledger::{Details, Entry, post};
use crate::features::order::lock_order;
use crate::features::wallet::{Entering, enter, wallet_of_payment, wallet_of_person};
use crate::platform::Fault;
use crate::platform::jobs::JobError;

use super::carry_out::raise_version;

/// Sends a refund's money through the gateway it came from, or puts it on the customer's internal account. Run twice, it sends
/// once: the gateway knows the refund's id, and the account has one entry for it.
pub async fn send(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let id = payload.get("refund").and_then(|id| serde_json::from_value::<Uuid>(id.clone()).ok());
    let id = id.ok_or_else(|| JobError::Fatal("a job without its refund".into()))?;
    let fault = |error: sea_orm::DbErr| JobError::from(Fault::from(error));
    let row = refund::Entity::find_by_id(id).one(app.db.read()).await.map_err(fault)?;
    let row = row.ok_or_else(|| JobError::Fatal("no such refund".into()))?;
    if row.state != RefundState::Pending.code() {
        return Ok(());
    }
    let payment = row.payment_id.ok_or_else(|| JobError::Fatal("a refund without its payment".into()))?;
    let payment = payment::Entity::find_by_id(payment).one(app.db.read()).await.map_err(fault)?;
    let payment = payment.ok_or_else(|| JobError::Fatal("a refund without its payment".into()))?;
    let currency = Currency::parse(&row.currency).map_err(|error| JobError::Fatal(error.to_string()))?;
    if row.way == RefundWay::Wallet.code() || payment.method == wallet::METHOD {
        let to = account_for(app, &row, &payment).await?;
        let to = to.ok_or_else(|| JobError::Fatal("no account to put it on".into()))?;
        return Ok(done(app, &row, Account::Wallet(to), currency).await?);
    }
    let gateway = app.gateways.find(app, &payment.method).await?;
    let gateway = gateway.ok_or_else(|| JobError::Fatal(format!("no gateway {}", payment.method)))?;
    let charge = charge_of(app, &payment).await?;
    match gateway.refund(app, id, charge, row.amount_minor, currency).await {
        Ok(()) => Ok(done(app, &row, Account::Gateway(payment.method.clone()), currency).await?),
        Err(GatewayError::Unknown(words)) => Err(JobError::Retry(words)),
        Err(refused @ (GatewayError::Refused(_) | GatewayError::NoSuchPayment)) => {
            let words = match refused {
                GatewayError::Refused(words) => words,
                other => other.to_string(),
            };
            let failed = refund::ActiveModel {
                state: Set(RefundState::Failed.code().into()),
                failure_reason: Set(Some(words.clone())),
                ..Default::default()
            };
            let tx = app.db.begin().await.map_err(fault)?;
            refund::Entity::update_many()
                .set(failed)
                .filter(refund::Column::Id.eq(id))
                .exec(&tx)
                .await
                .map_err(fault)?;
            tx.commit().await.map_err(fault)?;
            Err(JobError::Fatal(words))
        }
    }
}

/// As the gateway knows it: a share of a payment goes back by that payment.
async fn charge_of(app: &App, payment: &payment::Model) -> Result<Uuid, JobError> {
    let (mut id, mut origin) = (payment.id, payment.origin_id);
    while let Some(next) = origin {
        let row = payment::Entity::find_by_id(next).one(app.db.read()).await.map_err(Fault::from)?;
        (id, origin) = (next, row.and_then(|row| row.origin_id));
    }
    Ok(id)
}

/// The account that money was spent from, otherwise that of the order's buyer.
async fn account_for(app: &App, row: &refund::Model, payment: &payment::Model) -> Result<Option<Uuid>, Fault> {
    let db = app.db.read();
    if let Some(spent) = wallet_of_payment(db, payment).await? {
        return Ok(Some(spent));
    }
    let order = order::Entity::find_by_id(row.order_id).one(db).await?;
    let Some(buyer) = order.and_then(|order| order.account_id) else { return Ok(None) };
    Ok(wallet_of_person(db, buyer).await?.map(|wallet| wallet.id))
}

async fn done(app: &App, row: &refund::Model, holder: Account, currency: Currency) -> Result<(), Fault> {
    let tx = app.db.begin().await?;
    let bundle = lock_order(&tx, row.order_id).await?.ok_or_else(|| Fault::new("a refund without its order"))?;
    let state = refund::ActiveModel {
        state: Set(RefundState::Done.code().into()),
        done_at: Set(Some(app.clock.now())),
        ..Default::default()
    };
    let changed = refund::Entity::update_many()
        .set(state)
        .filter(refund::Column::Id.eq(row.id))
        .filter(refund::Column::State.eq(RefundState::Pending.code()))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Ok(tx.give_up(()).await?);
    }
    let payment = bundle.payments.iter().find(|payment| Some(payment.id) == row.payment_id);
    let payment = payment.ok_or_else(|| Fault::new("a refund without its payment"))?;
    let refunded = payment::ActiveModel {
        id: Set(payment.id),
        refunded_minor: Set(payment.refunded_minor + row.amount_minor),
        ..Default::default()
    };
    payment::Entity::update(refunded).exec(&tx).await?;
    let entry = Entry {
        source: format!("money-back:{}", row.id),
        kind: PostingKind::MoneyBack,
        order: Some(row.order_id),
        posting: ledger::money_back(holder.clone(), currency, row.amount_minor)?,
        more: Details::default(),
    };
    post(app, &tx, [entry]).await?;
    if let Account::Wallet(wallet) = holder {
        let entering = Entering {
            kind: EntryKind::Refund,
            amount_minor: row.amount_minor,
            order: row.order_id,
            payment: Some(payment.id),
            refund: Some(row.id),
            buyer: None,
        };
        if enter(app, &tx, wallet, entering).await?.is_err() {
            return Err(Fault::new("an account refused a refund"));
        }
        fiscal_receipt::money_to_wallet(app, &tx, row.id).await?;
    } else {
        fiscal_receipt::money_back(app, &tx, &[row.id], None, None).await?;
    }
    raise_version(&tx, &bundle).await?;
    tx.commit().await?;
    crate::features::order::changed(app, row.order_id);
    Ok(())
}
