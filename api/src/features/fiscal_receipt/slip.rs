//! A recorded receipt on paper.

use domain::fiscal::ReceiptKind;
use sea_orm::EntityTrait;

use ::entity::{fiscal_receipt, fiscal_register};

use crate::app::App;
use crate::features::site::HOME_ZONE;
use crate::features::ticket::qr_modules;
use crate::i18n::{Language, money, t};
use crate::platform::Fault;
use crate::platform::slip::{Row, Slip, WIDE, pdf};

use super::types::FiscalReceipt;

/// A receipt as a printer prints it, with all that the law wants on it; `None` while the register has not recorded it.
pub async fn receipt_slip(app: &App, row: &fiscal_receipt::Model, language: Language) -> Result<Option<Slip>, Fault> {
    let receipt = FiscalReceipt(row.clone());
    let Some(marks) = receipt.marks_of()? else { return Ok(None) };
    let register = fiscal_register::Entity::find_by_id(row.register_id).one(app.db.read()).await?;
    let register = register.ok_or_else(|| Fault::new("a receipt without its register"))?;
    let word = |key: &str| t(language, &format!("fiscal.{key}"), &[]);
    let sum = |minor: i64| money(language, minor, &row.currency);
    let title = match receipt.kind_of()? {
        ReceiptKind::Sale => "sale",
        ReceiptKind::Return => "return",
        ReceiptKind::SaleCorrection => "sale_correction",
        ReceiptKind::ReturnCorrection => "return_correction",
    };
    let mut slip = vec![
        Row::Title(word(title)),
        Row::Text(register.organisation),
        Row::Text(register.place),
        Row::Pair(word("inn"), marks.inn),
    ];
    if let Some(cashier) = &row.cashier {
        slip.push(Row::Pair(word("cashier"), cashier.clone()));
    }
    if let (Some(basis), Some(day)) = (&row.basis, row.settled_on) {
        slip.push(Row::Text(format!("{}: {basis}, {}", word("basis"), day.format("%d.%m.%Y"))));
    }
    slip.push(Row::Rule);
    for item in receipt.items_of()? {
        slip.push(Row::Text(item.name));
        slip.push(Row::Pair(format!("{} ×", item.quantity), sum(item.sum_minor)));
        let tax = match item.tax_percent {
            Some(percent) => t(language, "fiscal.tax", &[("percent", &percent.normalize().to_string())]),
            None => word("no_tax"),
        };
        slip.push(Row::Pair(tax, sum(item.tax_minor)));
        if let Some(principal) = item.principal {
            let inn = principal.inn.map_or_else(String::new, |inn| format!(", {} {inn}", word("inn")));
            slip.push(Row::Text(format!("{}: {}{inn}", word("principal"), principal.name)));
        }
    }
    slip.extend([Row::Rule, Row::StrongPair(word("total"), sum(row.amount_minor))]);
    for (key, minor) in [("cash", row.cash_minor), ("cashless", row.cashless_minor), ("offset", row.offset_minor)] {
        if minor > 0 {
            slip.push(Row::Pair(word(key), sum(minor)));
        }
    }
    let at = marks.issued_at.with_timezone(&HOME_ZONE).format("%d.%m.%Y %H:%M:%S").to_string();
    let (width, dark) = qr_modules(&marks.link)?;
    slip.extend([
        Row::Rule,
        Row::Pair(word("at"), at),
        Row::Pair(word("shift"), marks.shift_number.to_string()),
        Row::Pair(word("reg_number"), marks.reg_number),
        Row::Pair("ФМ".to_owned(), marks.fn_number),
        Row::Pair("ФД".to_owned(), marks.fd_number),
        Row::Pair("ФПД".to_owned(), marks.fm),
        Row::Code(width, dark),
    ]);
    Ok(Some(slip))
}

/// All recorded receipts of these, one after the other; `None`: none is recorded.
pub async fn receipts_pdf(
    app: &App,
    rows: &[fiscal_receipt::Model],
    language: Language,
) -> Result<Option<Vec<u8>>, Fault> {
    let mut slips = Vec::new();
    for row in rows {
        slips.extend(receipt_slip(app, row, language).await?);
    }
    if slips.is_empty() {
        return Ok(None);
    }
    Ok(Some(pdf(&slips, WIDE)?))
}
