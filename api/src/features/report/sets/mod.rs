//! The data sets. Another one is a file like these and a line in `DataSet::ALL`.

mod audit;
mod cash;
mod customers;
mod debts;
mod ledger;
mod passengers;
mod payments;
mod receipts;
mod returns;
mod sales;
mod settlement;
mod tickets;
mod trips;

pub use audit::AUDIT;
pub use cash::CASH;
pub use customers::CUSTOMERS;
pub use debts::DEBTS;
pub use ledger::LEDGER;
pub use passengers::PASSENGERS;
pub use payments::PAYMENTS;
pub use receipts::RECEIPTS;
pub use returns::RETURNS;
pub use sales::SALES;
pub use settlement::SETTLEMENT;
pub use tickets::TICKETS;
pub use trips::TRIPS;
