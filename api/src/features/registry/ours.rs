use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::elqr;
use domain::payment::PaymentState;
use domain::refund::RefundState;
use domain::registry::{Ours, Row, RowKind};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{payment, posting, posting_line, refund, terminal_payment};

use crate::app::App;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

/// Booked on top of a payment's fee, or taken off it. The payment's id follows.
pub const CORRECTION: &str = "fee-correction:";

/// What we have of a period through one method, and whatever else the lines of a file name.
pub async fn ours(
    app: &App,
    method: &str,
    rows: &[Row],
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<Ours>, Fault> {
    let db = app.db.read();
    // A share of a split order's payment is nothing that the gateway knows.
    let of_method = Condition::all().add(payment::Column::Method.eq(method)).add(payment::Column::OriginId.is_null());
    let within = |at: DateTime<Utc>| from <= at && at < until;
    let mut payments: HashMap<Uuid, payment::Model> = HashMap::new();
    let paid = payment::Entity::find()
        .filter(of_method.clone())
        .filter(payment::Column::PaidAt.gte(from))
        .filter(payment::Column::PaidAt.lt(until));
    payments.extend(paid.all(db).await?.into_iter().map(|row| (row.id, row)));
    let mut named: HashSet<Uuid> = HashSet::new();
    for row in rows {
        named.extend(Uuid::try_parse(&row.reference).ok().or_else(|| elqr::payment_of(&row.reference)));
    }
    let named: Vec<Uuid> = named.into_iter().collect();
    for ids in named.chunks(MAX_IDS) {
        let found = payment::Entity::find().filter(of_method.clone()).filter(payment::Column::Id.is_in(ids.to_vec()));
        payments.extend(found.all(db).await?.into_iter().map(|row| (row.id, row)));
    }
    let texts: Vec<&str> = rows.iter().map(|row| row.reference.as_str()).collect();
    for texts in texts.chunks(MAX_IDS) {
        let found =
            payment::Entity::find().filter(of_method.clone()).filter(payment::Column::GatewayRef.is_in(texts.to_vec()));
        payments.extend(found.all(db).await?.into_iter().map(|row| (row.id, row)));
    }
    let ids: Vec<Uuid> = payments.keys().copied().collect();
    let fees = fees(app, &ids).await?;
    let txns = transactions(app, &ids).await?;
    let mut all = Vec::new();
    for row in payments.into_values() {
        let mut references = vec![row.id.to_string(), elqr::reference(row.id)];
        references.extend(row.gateway_ref.clone());
        references.extend(txns.get(&row.id).cloned());
        all.push(Ours {
            id: row.id,
            kind: RowKind::Payment,
            references,
            amount_minor: row.amount_minor,
            fee_minor: Some(fees.get(&row.id).copied().unwrap_or(0)),
            done: row.state == PaymentState::Paid.code(),
            expected: row.paid_at.is_some_and(within),
        });
    }
    all.extend(refunds(app, method, &named, from, until).await?);
    Ok(all)
}

/// What went back through the gateway. It knows a refund by our number alone.
async fn refunds(
    app: &App,
    method: &str,
    named: &[Uuid],
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<Ours>, Fault> {
    use refund::Column;
    let db = app.db.read();
    let list = || refund::Entity::find().filter(Column::Way.eq("ORIGINAL")).filter(Column::PaymentId.is_not_null());
    let done = list().filter(Column::DoneAt.gte(from)).filter(Column::DoneAt.lt(until)).all(db).await?;
    let mut rows: HashMap<Uuid, refund::Model> = done.into_iter().map(|row| (row.id, row)).collect();
    for ids in named.chunks(MAX_IDS) {
        let found = list().filter(Column::Id.is_in(ids.to_vec())).all(db).await?;
        rows.extend(found.into_iter().map(|row| (row.id, row)));
    }
    let payments: Vec<Uuid> = rows.values().filter_map(|row| row.payment_id).collect();
    let mut through = HashSet::new();
    for ids in payments.chunks(MAX_IDS) {
        let found = payment::Entity::find()
            .filter(payment::Column::Method.eq(method))
            .filter(payment::Column::Id.is_in(ids.to_vec()));
        through.extend(found.all(db).await?.into_iter().map(|row| row.id));
    }
    let ours = |row: refund::Model| Ours {
        id: row.id,
        kind: RowKind::Refund,
        references: vec![row.id.to_string()],
        amount_minor: row.amount_minor,
        fee_minor: None,
        done: row.state == RefundState::Done.code(),
        expected: row.done_at.is_some_and(|at| from <= at && at < until),
    };
    let of_method = rows.into_values().filter(|row| row.payment_id.is_some_and(|id| through.contains(&id)));
    Ok(of_method.map(ours).collect())
}

/// The fee that is booked of each payment, with its corrections.
pub async fn fees(app: &App, payments: &[Uuid]) -> Result<HashMap<Uuid, i64>, Fault> {
    let db = app.db.read();
    let mut fees: HashMap<Uuid, i64> = HashMap::new();
    let mut sources: HashMap<Uuid, Uuid> = HashMap::new();
    for ids in payments.chunks(MAX_IDS) {
        let booked: Vec<String> = ids.iter().map(|id| format!("payment:{id}")).collect();
        let found = posting::Entity::find().filter(posting::Column::Source.is_in(booked)).all(db).await?;
        for row in found {
            let id = row.source.strip_prefix("payment:").and_then(|id| Uuid::try_parse(id).ok());
            sources.extend(id.map(|id| (row.id, id)));
        }
    }
    // Corrections are few.
    let corrected = posting::Entity::find().filter(posting::Column::Source.starts_with(CORRECTION));
    for row in corrected.all(db).await? {
        let id = row.source.strip_prefix(CORRECTION).and_then(|rest| rest.split(':').next());
        let id = id.and_then(|id| Uuid::try_parse(id).ok()).filter(|id| payments.contains(id));
        sources.extend(id.map(|id| (row.id, id)));
    }
    let postings: Vec<Uuid> = sources.keys().copied().collect();
    for ids in postings.chunks(MAX_IDS) {
        let lines = posting_line::Entity::find()
            .filter(posting_line::Column::PostingId.is_in(ids.to_vec()))
            .filter(posting_line::Column::Account.eq("GATEWAY_FEE"));
        for line in lines.all(db).await? {
            if let Some(id) = sources.get(&line.posting_id) {
                *fees.entry(*id).or_default() += line.amount_minor;
            }
        }
    }
    Ok(fees)
}

/// Numbers of terminals' transactions.
async fn transactions(app: &App, payments: &[Uuid]) -> Result<HashMap<Uuid, String>, Fault> {
    let mut txns = HashMap::new();
    for ids in payments.chunks(MAX_IDS) {
        let found = terminal_payment::Entity::find().filter(terminal_payment::Column::PaymentId.is_in(ids.to_vec()));
        let found = found.all(app.db.read()).await?;
        txns.extend(found.into_iter().filter_map(|row| Some((row.payment_id?, row.txn))));
    }
    Ok(txns)
}
