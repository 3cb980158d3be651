//! The only place where a balance changes: a row of the statement with each change, in the caller's transaction.

use chrono::TimeDelta;
use domain::wallet::{EntryKind, Refused};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use ::entity::{company, payment, wallet, wallet_entry};

use crate::app::App;
use crate::features::site::local_today;
use crate::platform::Fault;

/// What is entered.
#[derive(Clone, Copy, Debug)]
pub struct Entering {
    pub kind: EntryKind,
    /// Minor units, above zero: the kind says which way it goes.
    pub amount_minor: i64,
    pub order: Uuid,
    pub payment: Option<Uuid>,
    pub refund: Option<Uuid>,
    pub buyer: Option<Uuid>,
}

impl Entering {
    /// What a payment takes.
    pub fn purchase(payment: &payment::Model, buyer: Option<Uuid>) -> Self {
        Entering {
            kind: EntryKind::Purchase,
            amount_minor: payment.amount_minor,
            order: payment.order_id,
            payment: Some(payment.id),
            refund: None,
            buyer,
        }
    }
}

/// Changes a balance, or says why not: one statement that asks and changes at once, so that of many at the same moment only
/// those succeed for whom there is enough. The caller has locked the order.
pub async fn enter(
    app: &App,
    tx: &DatabaseTransaction,
    wallet: Uuid,
    entering: Entering,
) -> Result<Result<wallet::Model, Refused>, Fault> {
    use wallet::Column::{AccountId, BalanceMinor, BlockedAt, CreditMinor, Id, Version};
    let amount = entering.amount_minor;
    let signed = if entering.kind.takes() { -amount } else { amount };
    let limits = app.network.get(app).await?.settings.wallet;
    let may = match entering.kind {
        EntryKind::Purchase => BlockedAt.is_null().and(Expr::col(BalanceMinor).add(Expr::col(CreditMinor)).gte(amount)),
        EntryKind::TopUp => {
            let room = Expr::col(BalanceMinor).lte(limits.most_minor.saturating_sub(amount));
            BlockedAt.is_null().and(AccountId.is_null().or(room))
        }
        // What was bought on credit is no reason to give money back that was spent.
        EntryKind::Undone => BalanceMinor.gte(amount),
        // The customer's money always finds its way back.
        EntryKind::Refund => Id.is_not_null(),
    };
    let changed = wallet::Entity::update_many()
        .col_expr(BalanceMinor, Expr::col(BalanceMinor).add(signed))
        .col_expr(Version, Expr::col(Version).add(1))
        .filter(Id.eq(wallet))
        .filter(may)
        .exec_with_returning(tx)
        .await?
        .pop();
    let Some(row) = changed else {
        let row = wallet::Entity::find_by_id(wallet).one(tx).await?.ok_or_else(|| Fault::new("a wallet vanished"))?;
        return Ok(Err(match entering.kind {
            EntryKind::Purchase | EntryKind::TopUp if row.blocked_at.is_some() => Refused::Blocked,
            EntryKind::TopUp => Refused::Full,
            _ => Refused::NotEnough,
        }));
    };
    let due_on = match row.company_id.filter(|_| entering.kind == EntryKind::Purchase) {
        Some(company) => {
            let company = company::Entity::find_by_id(company).one(tx).await?;
            company.map(|company| local_today(app.clock.now()) + TimeDelta::days(company.term_days.into()))
        }
        None => None,
    };
    let entry = wallet_entry::ActiveModel {
        // Made while the wallet is locked, so that entries follow one another by id as well.
        id: Set(app.ids.new()),
        wallet_id: Set(wallet),
        position: Set(row.version),
        kind: Set(entering.kind.code().into()),
        amount_minor: Set(signed),
        balance_minor: Set(row.balance_minor),
        order_id: Set(entering.order),
        payment_id: Set(entering.payment),
        refund_id: Set(entering.refund),
        buyer_id: Set(entering.buyer),
        at: Set(app.clock.now()),
        due_on: Set(due_on),
    };
    wallet_entry::Entity::insert(entry).exec_without_returning(tx).await?;
    Ok(Ok(row))
}

/// From which wallet a payment was made; of a share of a split order's payment, the one that it is a share of.
pub async fn wallet_of_payment(db: &impl ConnectionTrait, of: &payment::Model) -> Result<Option<Uuid>, Fault> {
    let (mut id, mut origin) = (of.id, of.origin_id);
    while let Some(next) = origin {
        let row = payment::Entity::find_by_id(next).one(db).await?;
        (id, origin) = (next, row.and_then(|row| row.origin_id));
    }
    let entry = wallet_entry::Entity::find()
        .filter(wallet_entry::Column::PaymentId.eq(id))
        .filter(wallet_entry::Column::Kind.eq(EntryKind::Purchase.code()))
        .order_by_asc(wallet_entry::Column::Id)
        .one(db)
        .await?;
    Ok(entry.map(|entry| entry.wallet_id))
}

/// A person's wallet, where they have opened one.
pub async fn wallet_of_person(db: &impl ConnectionTrait, account: Uuid) -> Result<Option<wallet::Model>, Fault> {
    Ok(wallet::Entity::find().filter(wallet::Column::AccountId.eq(account)).one(db).await?)
}
