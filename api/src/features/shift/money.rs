//! Amounts that a cashier has counted or handed over.

use std::collections::BTreeMap;

use async_graphql::InputObject;
use domain::money::{Currency, to_decimal};
use rust_decimal::Decimal;

use crate::graphql::Form;
use crate::i18n::money;

use super::till::NotEnoughCash;

/// Cash of one currency.
#[derive(InputObject, Clone, Debug)]
pub struct CashInput {
    /// Whole units, not below zero.
    pub amount: Decimal,
    /// ISO 4217.
    pub currency: String,
}

/// Currencies that a till may hold. More than a station on a border takes.
const MOST: usize = 10;

/// Reads amounts by currency, each currency once.
pub fn read(form: &mut Form, path: &str, amounts: &[CashInput]) -> BTreeMap<Currency, i64> {
    let mut read = BTreeMap::new();
    if amounts.len() > MOST {
        form.wrong(path, "TOO_MANY");
        return read;
    }
    for (n, one) in amounts.iter().enumerate() {
        let Some(currency) = form.currency(&format!("{path}.{n}.currency"), &one.currency) else { continue };
        let amount = form.amount(&format!("{path}.{n}.amount"), one.amount, currency);
        if read.insert(currency, amount).is_some() {
            form.wrong(format!("{path}.{n}.currency"), "CURRENCY_TWICE");
        }
    }
    read
}

/// Tells how much there is.
pub fn tell_short(form: &mut Form, path: &str, short: &NotEnoughCash) {
    let there = money(form.language(), short.there_minor, short.currency.code());
    form.wrong_with(path, "NOT_ENOUGH_CASH", &[("there", &there)]);
}

/// For the log.
pub fn words(minor: i64, currency: Currency) -> String {
    format!("{} {currency}", to_decimal(minor, currency))
}
