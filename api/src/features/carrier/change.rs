//! What changes of carriers have in common.

use async_graphql::{SimpleObject, Union};
use serde_json::{Value, json};

use ::entity::carrier;

use crate::graphql::{ChangedMeanwhile, InvalidInput};

use super::record::CarrierRecord;

/// The carrier as it is now.
#[derive(SimpleObject)]
pub struct CarrierChanged {
    pub carrier: CarrierRecord,
}

#[derive(Union)]
pub enum ChangeCarrierResult {
    Changed(CarrierChanged),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

impl ChangeCarrierResult {
    pub fn changed(row: carrier::Model) -> Self {
        ChangeCarrierResult::Changed(CarrierChanged { carrier: CarrierRecord(row) })
    }
}

/// What the audit log keeps of a carrier.
pub fn facts(row: &carrier::Model) -> Value {
    json!({
        "code": row.code, "nameRu": row.name.ru, "nameKy": row.name.ky, "nameEn": row.name.en, "phone": row.phone,
        "email": row.email, "url": row.url, "legalName": row.legal_name, "inn": row.inn, "address": row.address,
        "director": row.director, "bank": row.bank, "bankAccount": row.bank_account, "taxPercent": row.tax_percent,
        "blocked": row.blocked_at.is_some(), "reason": row.blocked_reason,
    })
}
