//! Double entry: what each event books. Debits are positive, credits negative; a posting sums to zero.

use uuid::Uuid;

use crate::money::Currency;
use crate::price::{Part, PartKind, carrier_share, total, total_of};
use crate::till::CashKind;

/// An account of the ledger, written as `KIND` or `KIND:of`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Account {
    /// What a gateway holds for us.
    Gateway(String),
    /// Customers' money that has no purpose yet, or is on its way back.
    Customer,
    /// What a customer keeps with us on an internal account, or owes on it.
    Wallet(Uuid),
    /// What we owe a carrier.
    Carrier(Uuid),
    StationFee,
    ServiceFee,
    /// What the station earns with what it sells beside tickets.
    Extras,
    /// What gateways charge.
    GatewayFee,
    /// Cash in the till of a desk.
    Till(Uuid),
    /// Cash in the safe of a station.
    Safe(Uuid),
    /// Cash that was put into tills or taken out of them for something else than tickets.
    PettyCash,
    /// What was too much or missing when tills were counted.
    TillDifference,
    /// The station's account at its bank, from which carriers are paid.
    Bank,
    /// What the station earns of carriers' fares by their contracts.
    Commission,
    /// What was withheld from carriers: fines, rent.
    Withheld,
}

/// On which side of the balance a kind of account stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// What the station has, or others hold for it.
    Asset,
    /// What it owes.
    Liability,
    Income,
    Expense,
}

impl Class {
    pub fn code(self) -> &'static str {
        match self {
            Class::Asset => "ASSET",
            Class::Liability => "LIABILITY",
            Class::Income => "INCOME",
            Class::Expense => "EXPENSE",
        }
    }
}

/// The kinds of account, as their codes begin, in the order of a balance.
pub const KINDS: [(&str, Class); 15] = [
    ("TILL", Class::Asset),
    ("SAFE", Class::Asset),
    ("BANK", Class::Asset),
    ("GATEWAY", Class::Asset),
    ("CUSTOMER", Class::Liability),
    ("WALLET", Class::Liability),
    ("CARRIER", Class::Liability),
    ("STATION_FEE", Class::Income),
    ("SERVICE_FEE", Class::Income),
    ("EXTRAS", Class::Income),
    ("COMMISSION", Class::Income),
    ("WITHHELD", Class::Income),
    ("GATEWAY_FEE", Class::Expense),
    ("PETTY_CASH", Class::Expense),
    ("TILL_DIFFERENCE", Class::Expense),
];

impl Account {
    /// From a code; `None` where it is none of ours.
    pub fn parse(code: &str) -> Option<Self> {
        let (kind, of) = code.split_once(':').map_or((code, None), |(kind, of)| (kind, Some(of)));
        let id = || of.and_then(|of| Uuid::try_parse(of).ok());
        let account = match kind {
            "GATEWAY" => Account::Gateway(of.filter(|of| !of.is_empty())?.to_owned()),
            "CUSTOMER" => Account::Customer,
            "WALLET" => Account::Wallet(id()?),
            "CARRIER" => Account::Carrier(id()?),
            "STATION_FEE" => Account::StationFee,
            "SERVICE_FEE" => Account::ServiceFee,
            "EXTRAS" => Account::Extras,
            "GATEWAY_FEE" => Account::GatewayFee,
            "TILL" => Account::Till(id()?),
            "SAFE" => Account::Safe(id()?),
            "PETTY_CASH" => Account::PettyCash,
            "TILL_DIFFERENCE" => Account::TillDifference,
            "BANK" => Account::Bank,
            "COMMISSION" => Account::Commission,
            "WITHHELD" => Account::Withheld,
            _ => return None,
        };
        (account.code() == code).then_some(account)
    }

    /// Whether an accountant may book on it by hand. What customers are owed, on their accounts too, and what is in tills
    /// follows from orders and shifts alone.
    pub fn by_hand(&self) -> bool {
        !matches!(self, Account::Customer | Account::Wallet(_) | Account::Till(_))
    }

    pub fn code(&self) -> String {
        match self {
            Account::Gateway(code) => format!("GATEWAY:{code}"),
            Account::Customer => "CUSTOMER".into(),
            Account::Wallet(id) => format!("WALLET:{id}"),
            Account::Carrier(id) => format!("CARRIER:{id}"),
            Account::StationFee => "STATION_FEE".into(),
            Account::ServiceFee => "SERVICE_FEE".into(),
            Account::Extras => "EXTRAS".into(),
            Account::GatewayFee => "GATEWAY_FEE".into(),
            Account::Till(desk) => format!("TILL:{desk}"),
            Account::Safe(station) => format!("SAFE:{station}"),
            Account::PettyCash => "PETTY_CASH".into(),
            Account::TillDifference => "TILL_DIFFERENCE".into(),
            Account::Bank => "BANK".into(),
            Account::Commission => "COMMISSION".into(),
            Account::Withheld => "WITHHELD".into(),
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub account: Account,
    pub currency: Currency,
    pub amount_minor: i64,
}

/// What a posting follows from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PostingKind {
    Payment,
    Sale,
    Refund,
    MoneyBack,
    FeeBack,
    FeeCorrection,
    Exchange,
    Rebooking,
    Cash,
    TopUp,
    TopUpUndone,
    Settlement,
    Payout,
    Withholding,
    Entry,
}

impl PostingKind {
    pub const ALL: [PostingKind; 15] = [
        PostingKind::Payment,
        PostingKind::Sale,
        PostingKind::Refund,
        PostingKind::MoneyBack,
        PostingKind::FeeBack,
        PostingKind::FeeCorrection,
        PostingKind::Exchange,
        PostingKind::Rebooking,
        PostingKind::Cash,
        PostingKind::TopUp,
        PostingKind::TopUpUndone,
        PostingKind::Settlement,
        PostingKind::Payout,
        PostingKind::Withholding,
        PostingKind::Entry,
    ];

    pub fn code(self) -> &'static str {
        match self {
            PostingKind::Payment => "PAYMENT",
            PostingKind::Sale => "SALE",
            PostingKind::Refund => "REFUND",
            PostingKind::MoneyBack => "MONEY_BACK",
            PostingKind::FeeBack => "FEE_BACK",
            PostingKind::FeeCorrection => "FEE_CORRECTION",
            PostingKind::Exchange => "EXCHANGE",
            PostingKind::Rebooking => "REBOOKING",
            PostingKind::Cash => "CASH",
            PostingKind::TopUp => "TOP_UP",
            PostingKind::TopUpUndone => "TOP_UP_UNDONE",
            PostingKind::Settlement => "SETTLEMENT",
            PostingKind::Payout => "PAYOUT",
            PostingKind::Withholding => "WITHHOLDING",
            PostingKind::Entry => "ENTRY",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Lines that sum to zero in each currency. Made only by [`Posting::new`], so an unbalanced one cannot exist.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Posting(Vec<Line>);

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the posting is off by {by} in {currency}")]
pub struct Unbalanced {
    pub currency: Currency,
    pub by: i64,
}

impl Posting {
    /// Lines of zero are left out, lines of one account are added up.
    pub fn new(lines: impl IntoIterator<Item = Line>) -> Result<Self, Unbalanced> {
        let mut merged: Vec<Line> = Vec::new();
        for line in lines {
            match merged.iter_mut().find(|m| m.account == line.account && m.currency == line.currency) {
                Some(same) => same.amount_minor += line.amount_minor,
                None => merged.push(line),
            }
        }
        merged.retain(|line| line.amount_minor != 0);
        for line in &merged {
            let by: i64 = merged.iter().filter(|m| m.currency == line.currency).map(|m| m.amount_minor).sum();
            if by != 0 {
                return Err(Unbalanced { currency: line.currency, by });
            }
        }
        Ok(Posting(merged))
    }

    pub fn lines(&self) -> &[Line] {
        &self.0
    }
}

/// One thing sold or given back, with whom it belongs to.
pub struct Item<'a> {
    pub carrier: Uuid,
    pub parts: &'a [Part],
}

/// The customer has paid: a gateway or a till holds the money, less what is charged for it.
pub fn payment(holder: Account, currency: Currency, amount_minor: i64, fee_minor: i64) -> Result<Posting, Unbalanced> {
    let line = |account, amount_minor| Line { account, currency, amount_minor };
    Posting::new([
        line(holder, amount_minor - fee_minor),
        line(Account::GatewayFee, fee_minor),
        line(Account::Customer, -amount_minor),
    ])
}

/// Tickets were issued: the customer's money becomes the carrier's and the fees'.
pub fn sale(currency: Currency, items: &[Item<'_>]) -> Result<Posting, Unbalanced> {
    Posting::new(items.iter().flat_map(|item| shares(currency, item, -1)))
}

/// Things were given back: their refunded parts become the customer's again.
pub fn give_back(currency: Currency, items: &[Item<'_>]) -> Result<Posting, Unbalanced> {
    Posting::new(items.iter().flat_map(|item| shares(currency, item, 1)))
}

/// Tickets were given for others: what the old ones bring pays for the new ones.
pub fn exchange(currency: Currency, back: &[Item<'_>], sold: &[Item<'_>]) -> Result<Posting, Unbalanced> {
    let back = back.iter().flat_map(|item| shares(currency, item, 1));
    Posting::new(back.chain(sold.iter().flat_map(|item| shares(currency, item, -1))))
}

/// Money that has come is the customer's to keep on an internal account; below zero it has gone back.
pub fn top_up(wallet: Uuid, currency: Currency, amount_minor: i64) -> Result<Posting, Unbalanced> {
    let line = |account, amount_minor| Line { account, currency, amount_minor };
    Posting::new([line(Account::Customer, amount_minor), line(Account::Wallet(wallet), -amount_minor)])
}

/// The money has left for the customer.
pub fn money_back(holder: Account, currency: Currency, amount_minor: i64) -> Result<Posting, Unbalanced> {
    let line = |account, amount_minor| Line { account, currency, amount_minor };
    Posting::new([line(Account::Customer, amount_minor), line(holder, -amount_minor)])
}

/// A payment was taken back by who took it, and what was charged for it with it.
pub fn fee_back(holder: Account, currency: Currency, fee_minor: i64) -> Result<Posting, Unbalanced> {
    let line = |account, amount_minor| Line { account, currency, amount_minor };
    Posting::new([line(holder, fee_minor), line(Account::GatewayFee, -fee_minor)])
}

/// A period was settled with a carrier: what the station earns goes off what it owes.
pub fn settle(
    carrier: Uuid,
    currency: Currency,
    commission_minor: i64,
    station_fee_minor: i64,
) -> Result<Posting, Unbalanced> {
    let line = |account, amount_minor| Line { account, currency, amount_minor };
    Posting::new([
        line(Account::Carrier(carrier), commission_minor + station_fee_minor),
        line(Account::Commission, -commission_minor),
        line(Account::StationFee, -station_fee_minor),
    ])
}

/// An amount from one account to another.
pub fn transfer(debit: Account, credit: Account, currency: Currency, amount_minor: i64) -> Result<Posting, Unbalanced> {
    let line = |account, amount_minor| Line { account, currency, amount_minor };
    Posting::new([line(debit, amount_minor), line(credit, -amount_minor)])
}

/// Cash has come into the till of a desk or left it (negative), other than for what is sold: from the station's safe, for
/// something else, or as counting has shown.
pub fn till(
    kind: CashKind,
    desk: Uuid,
    station: Uuid,
    currency: Currency,
    amount_minor: i64,
) -> Result<Option<Posting>, Unbalanced> {
    let other = match kind {
        CashKind::Float | CashKind::Collection => Account::Safe(station),
        CashKind::In | CashKind::Out => Account::PettyCash,
        CashKind::Difference => Account::TillDifference,
        CashKind::Sale | CashKind::Return => return Ok(None),
    };
    let line = |account, amount_minor| Line { account, currency, amount_minor };
    Posting::new([line(Account::Till(desk), amount_minor), line(other, -amount_minor)]).map(Some)
}

fn shares(currency: Currency, item: &Item<'_>, sign: i64) -> Vec<Line> {
    let line = |account, amount_minor| Line { account, currency, amount_minor };
    vec![
        line(Account::Customer, -sign * total(item.parts)),
        line(Account::Carrier(item.carrier), sign * carrier_share(item.parts)),
        line(Account::StationFee, sign * total_of(item.parts, PartKind::StationFee)),
        line(Account::ServiceFee, sign * total_of(item.parts, PartKind::ServiceFee)),
        line(Account::Extras, sign * total_of(item.parts, PartKind::Extra)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::price::{Fee, FeeAmount, seat};
    use proptest::prelude::*;

    #[test]
    fn an_unbalanced_posting_cannot_be_made() {
        let line = Line { account: Account::Customer, currency: Currency::KGS, amount_minor: 5 };
        assert_eq!(Posting::new([line]), Err(Unbalanced { currency: Currency::KGS, by: 5 }));
    }

    #[test]
    fn an_account_is_read_from_its_code_and_from_nothing_else() {
        let id = Uuid::from_u128(7);
        let all = [
            Account::Gateway("terminal:osmp".into()),
            Account::Customer,
            Account::Wallet(id),
            Account::Carrier(id),
            Account::StationFee,
            Account::ServiceFee,
            Account::Extras,
            Account::GatewayFee,
            Account::Till(id),
            Account::Safe(id),
            Account::PettyCash,
            Account::TillDifference,
            Account::Bank,
            Account::Commission,
            Account::Withheld,
        ];
        for account in all {
            let code = account.code();
            assert!(KINDS.iter().any(|(kind, _)| code.split(':').next() == Some(*kind)), "{code} is in no balance");
            assert_eq!(Account::parse(&code), Some(account));
        }
        for code in ["", "CARRIER", "CARRIER:", "CARRIER:7", "BANK:1", "GATEWAY:", "customer", "EQUITY"] {
            assert_eq!(Account::parse(code), None, "{code}");
        }
    }

    proptest! {
        #[test]
        fn a_sale_given_back_whole_leaves_nothing(fares in prop::collection::vec(1i64..1_000_000, 1..6)) {
            let fee = Fee { rule: "f".into(), kind: PartKind::StationFee, amount: FeeAmount::Fixed(1000) };
            let all: Vec<_> = fares.iter().map(|fare| seat(*fare, &[], None, &[], std::slice::from_ref(&fee))).collect();
            let items: Vec<_> = all.iter().map(|parts| Item { carrier: Uuid::nil(), parts }).collect();
            let sold = sale(Currency::KGS, &items).unwrap();
            let back = give_back(Currency::KGS, &items).unwrap();
            let both = Posting::new(sold.lines().iter().chain(back.lines()).cloned()).unwrap();
            prop_assert!(both.lines().is_empty());
        }
    }
}
