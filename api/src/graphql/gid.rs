//! Opaque ids: base64url of a kind's byte and the row's UUID. An id of another kind is not accepted.

use async_graphql::{Error, ID};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

use super::error;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Kind {
    Place = 1,
    Stop = 2,
    Carrier = 3,
    Route = 4,
    Trip = 5,
    Order = 6,
    Passenger = 7,
    Line = 8,
    Payment = 9,
    Refund = 10,
    Account = 11,
    Session = 12,
    SavedPassenger = 13,
    Message = 14,
    Job = 15,
    Audit = 16,
    Contract = 17,
    Vehicle = 18,
    Driver = 19,
    Permit = 20,
    Photo = 21,
    SeatPlan = 22,
    Layout = 40,
    Announcement = 41,
    Closure = 50,
    Manifest = 60,
    ManifestDestination = 61,
    ManifestDelivery = 62,
    Path = 70,
    Departure = 71,
    PriceList = 72,
    Note = 90,
    Quota = 80,
    Partner = 81,
    Promotion = 82,
    Exchange = 91,
    SavedView = 92,
    SavedReport = 93,
    Desk = 100,
    Shift = 101,
    CashOperation = 102,
    TerminalNetwork = 110,
    TerminalRequest = 111,
    Gateway = 112,
    GatewayMessage = 113,
    Registry = 114,
    RegistryDifference = 115,
    FiscalRegister = 116,
    FiscalReceipt = 117,
    RefundRequest = 132,
    RefundDocument = 133,
    Settlement = 118,
    Posting = 119,
    PeriodClosing = 120,
    Wallet = 125,
    WalletEntry = 126,
    Company = 127,
    CompanyMember = 128,
    CompanyInvoice = 140,
    BlankBlock = 150,
    Blank = 151,
}

pub struct Gid;

impl Gid {
    pub fn of(kind: Kind, id: Uuid) -> ID {
        let mut bytes = [0u8; 17];
        bytes[0] = kind as u8;
        bytes[1..].copy_from_slice(id.as_bytes());
        ID(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The row of an id of this kind; `None` for anything else.
    pub fn read(kind: Kind, id: &str) -> Option<Uuid> {
        let bytes = URL_SAFE_NO_PAD.decode(id).ok()?;
        (bytes.len() == 17 && bytes[0] == kind as u8).then(|| Uuid::from_slice(&bytes[1..]).ok())?
    }

    /// The row of an id of this kind; anything else is NOT_FOUND.
    pub fn find(kind: Kind, id: &str) -> Result<Uuid, Error> {
        Self::read(kind, id).ok_or_else(error::not_found)
    }
}
