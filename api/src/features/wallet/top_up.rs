//! Orders that put money on a wallet. They have no lines: they are paid like all others, and what they give is the money.

use chrono::{DateTime, Utc};
use domain::ledger::{self, PostingKind};
use domain::money::Currency;
use domain::wallet::{EntryKind, Limits, Refused};
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use uuid::Uuid;

use ::entity::{order, payment, wallet};

use crate::app::App;
use crate::features::ledger::{Details, Entry};
use crate::features::order::{Bundle, new_number};
use crate::i18n::Language;
use crate::platform::Fault;

use super::book::{Entering, enter};

/// What is put on which wallet, by whom.
pub struct TopUp<'a> {
    pub wallet: &'a wallet::Model,
    pub amount_minor: i64,
    pub channel: &'static str,
    /// Who does it on the site, and may see the order.
    pub by: Option<Uuid>,
    pub language: Language,
    pub until: DateTime<Utc>,
}

/// Writes down an order that waits for the money.
pub async fn begin(app: &App, tx: &DatabaseTransaction, of: &TopUp<'_>) -> Result<order::Model, Fault> {
    let now = app.clock.now();
    let row = order::Model {
        id: app.ids.new(),
        number: new_number(app),
        channel: of.channel.into(),
        partner_id: None,
        promotion_id: None,
        account_id: of.by,
        currency: of.wallet.currency.clone(),
        language: of.language.code().into(),
        email: None,
        phone: None,
        hold_until: of.until,
        hold_extended: false,
        reserved_until: None,
        consent_at: Some(now),
        version: 1,
        created_at: now,
        split_from_id: None,
        first_departure_at: now,
        wallet_id: Some(of.wallet.id),
        top_up_minor: of.amount_minor,
        topped_up_at: None,
        company_id: None,
        company_terms: None,
    };
    order::Entity::insert(order::ActiveModel::from(row.clone())).exec_without_returning(tx).await?;
    Ok(row)
}

/// Whether so much may come on a wallet as it is now. The money itself is asked again when it is entered.
pub fn admits(limits: Limits, wallet: &wallet::Model, amount_minor: i64) -> Result<(), Refused> {
    if wallet.blocked_at.is_some() {
        return Err(Refused::Blocked);
    }
    limits.admit(amount_minor, wallet.balance_minor, wallet.company_id.is_some())
}

/// Puts the money of payments on the wallet of their order, in the caller's transaction: what is booked for it.
pub async fn credit(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    payments: &[payment::Model],
) -> Result<Result<Entry, Refused>, Fault> {
    let (wallet, first) = (bundle.order.wallet_id, payments.first());
    let (Some(wallet), Some(first)) = (wallet, first) else { return Err(Fault::new("a top-up without its wallet")) };
    let amount_minor = payments.iter().map(|row| row.amount_minor).sum();
    let entering = Entering {
        kind: EntryKind::TopUp,
        amount_minor,
        order: bundle.order.id,
        payment: Some(first.id),
        refund: None,
        buyer: bundle.order.account_id,
    };
    if let Err(refused) = enter(app, tx, wallet, entering).await? {
        return Ok(Err(refused));
    }
    let there = order::ActiveModel {
        id: Set(bundle.order.id),
        top_up_minor: Set(amount_minor),
        topped_up_at: Set(Some(app.clock.now())),
        ..Default::default()
    };
    order::Entity::update(there).exec(tx).await?;
    Ok(Ok(Entry {
        source: format!("sale:{}", first.id),
        kind: PostingKind::TopUp,
        order: Some(bundle.order.id),
        posting: ledger::top_up(wallet, Currency::parse(&bundle.order.currency)?, amount_minor)?,
        more: Details::default(),
    }))
}

/// Takes a top-up off the wallet again, while it is there: what is booked for it. `None`: it was spent.
pub async fn undo(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    payment: &payment::Model,
    refund: Uuid,
) -> Result<Option<Entry>, Fault> {
    let wallet = bundle.order.wallet_id.ok_or_else(|| Fault::new("a top-up without its wallet"))?;
    let entering = Entering {
        kind: EntryKind::Undone,
        amount_minor: payment.amount_minor,
        order: bundle.order.id,
        payment: Some(payment.id),
        refund: Some(refund),
        buyer: None,
    };
    if enter(app, tx, wallet, entering).await?.is_err() {
        return Ok(None);
    }
    let gone = order::ActiveModel {
        id: Set(bundle.order.id),
        top_up_minor: Set(0),
        topped_up_at: Set(None),
        ..Default::default()
    };
    order::Entity::update(gone).exec(tx).await?;
    let currency = Currency::parse(&payment.currency)?;
    Ok(Some(Entry {
        source: format!("undone:{}", payment.id),
        kind: PostingKind::TopUpUndone,
        order: Some(bundle.order.id),
        posting: ledger::top_up(wallet, currency, -payment.amount_minor)?,
        more: Details::default(),
    }))
}
