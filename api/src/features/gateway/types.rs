use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Enum, Error, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::{elqr, gateway as rules};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{gateway, gateway_message, order, payment};

use crate::app::App;
use crate::features::network::in_language;
use crate::features::quota::SalesChannel;
use crate::graphql::{ChangedMeanwhile, Gid, InvalidInput, Kind, Money, ThreeNames, app, viewer};
use crate::platform::Fault;

use super::message::{About, Made};

crate::connection!(Gateway, GatewayConnection, GatewayEdge);
crate::connection!(GatewayMessage, GatewayMessageConnection, GatewayMessageEdge);

/// What speaks to a gateway.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "rules::Kind")]
pub enum GatewayKind {
    /// The bank of demonstrations: it takes no money, and is not there in production.
    Sandbox,
    /// A bank that makes a QR code for each payment.
    Qr,
    /// The national QR code, made here.
    Elqr,
    /// Cards, on the bank's page: the money is kept ready there and taken when the order can be bought.
    Card,
}

/// What a message of a gateway is about.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "About")]
pub enum GatewayMessageAbout {
    /// It has told by itself.
    Callback,
    /// Answer to a new payment.
    Create,
    /// Answer to what became of a payment.
    Status,
    /// Answer to taking money that was kept ready.
    Capture,
    /// Answer to letting money go that was kept ready.
    Void,
    /// Answer to giving money back.
    Refund,
    /// Answer to the test of the office.
    Test,
}

/// What was made of a message of a gateway.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "Made")]
pub enum GatewayMessageOutcome {
    /// It was heeded, or answered what was asked.
    Taken,
    /// The same event came before: nothing is done twice.
    Repeated,
    UnknownPayment,
    /// Money of another amount than was asked for: nothing is sold for it.
    WrongSum,
    /// Money of another currency than was asked for: nothing is sold for it.
    WrongCurrency,
    /// It says that a payment has failed which was paid: the payment stays paid.
    FailedAfterPaid,
    /// Somebody who does not know the key.
    BadSignature,
    Unreadable,
    /// It refused, or did not know the payment.
    Refused,
    NoAnswer,
    /// It could not be taken for a fault of ours; the gateway tells it again.
    Fault,
}

/// What a merchant's agreement about the national QR code says.
#[derive(SimpleObject, InputObject, Clone, Debug)]
#[graphql(input_name = "ElqrMerchantInput")]
pub struct ElqrMerchant {
    /// Where links lead, `https://pay.payqr.kg/` for every bank's app.
    pub router: String,
    /// Of the bank: `qr.bank.kg`. To 32 characters.
    pub provider: String,
    /// The bank's code of the service. To 32 characters.
    pub service: String,
    /// The merchant's account or number there. To 32 characters.
    pub recipient: String,
    /// The bank's number of the merchant, where it has one apart. To 32 characters.
    pub merchant: Option<String>,
    /// Four digits: what is sold; 4131 are bus lines.
    pub mcc: String,
    /// As the payer's app shows it, to 25 characters.
    pub name: String,
}

impl From<elqr::Merchant> for ElqrMerchant {
    fn from(one: elqr::Merchant) -> Self {
        let elqr::Merchant { router, provider, service, recipient, merchant, mcc, name } = one;
        ElqrMerchant { router, provider, service, recipient, merchant, mcc, name }
    }
}

/// A way in for money: a bank, or what stands for one.
#[derive(Clone)]
pub struct Gateway(pub gateway::Model);

impl Gateway {
    fn money(&self, minor: i64) -> Money {
        Money::of(minor, &self.0.currency)
    }
}

#[Object]
impl Gateway {
    async fn id(&self) -> ID {
        Gid::of(Kind::Gateway, self.0.id)
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// The method of its payments, and a part of its callback's address.
    async fn code(&self) -> &str {
        &self.0.code
    }

    async fn kind(&self) -> Result<GatewayKind> {
        let kind = rules::Kind::parse(&self.0.kind).ok_or_else(|| Fault::new("a gateway of no known kind"))?;
        Ok(kind.into())
    }

    /// As customers see it, in the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.name, viewer(ctx).language)
    }

    async fn names(&self) -> ThreeNames {
        (&self.0.name).into()
    }

    /// False: nothing new is paid through it; what was begun is still asked about, heard and given back.
    async fn enabled(&self) -> bool {
        self.0.enabled
    }

    /// Ways of payment are shown in this order, the smallest first.
    async fn position(&self) -> i32 {
        i32::try_from(self.0.position).unwrap_or(i32::MAX)
    }

    /// Channels of sale that may use it.
    async fn channels(&self) -> Result<Vec<SalesChannel>> {
        let codes: Vec<String> = serde_json::from_value(self.0.channels.clone()).map_err(Fault::from)?;
        Ok(codes.iter().filter_map(|code| SalesChannel::parse(code)).collect())
    }

    /// ISO 4217; the sandbox takes every one.
    async fn currency(&self) -> &str {
        &self.0.currency
    }

    /// The least that it takes at once.
    async fn smallest(&self) -> Money {
        self.money(self.0.smallest_minor)
    }

    /// The most that it takes at once.
    async fn largest(&self) -> Money {
        self.money(self.0.largest_minor)
    }

    /// What it keeps of each payment.
    async fn fee_percent(&self) -> Result<Decimal> {
        Ok(self.0.fee_percent.parse().map_err(Fault::from)?)
    }

    /// What it keeps besides.
    async fn fee_fixed(&self) -> Money {
        self.money(self.0.fee_fixed_minor)
    }

    /// Where it is asked; null for the sandbox.
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// What the station is called there; null for the sandbox.
    async fn merchant(&self) -> Option<&str> {
        self.0.merchant.as_deref()
    }

    /// Of the national QR code alone.
    async fn elqr(&self) -> Result<Option<ElqrMerchant>> {
        let merchant =
            self.0.elqr.clone().map(serde_json::from_value::<elqr::Merchant>).transpose().map_err(Fault::from)?;
        Ok(merchant.map(Into::into))
    }

    /// It has a key. The key itself is shown to nobody.
    async fn has_secret(&self) -> bool {
        self.0.secret.is_some()
    }

    /// Where it tells of payments.
    async fn callback_url(&self, ctx: &Context<'_>) -> String {
        format!("{}/gateways/{}/callback", app(ctx).config.public_url, self.0.code)
    }

    /// UTC.
    async fn made_at(&self) -> DateTime<Utc> {
        self.0.made_at
    }

    /// When it last answered as it should, within a minute. UTC.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.0.answered_at
    }

    /// When it last did not. UTC.
    async fn failed_at(&self) -> Option<DateTime<Utc>> {
        self.0.failed_at
    }

    /// The last failure in its own words.
    async fn failure(&self) -> Option<&str> {
        self.0.failure.as_deref()
    }

    /// Failures since it last answered as it should: zero while all is well.
    async fn failures(&self) -> i32 {
        i32::try_from(self.0.failures).unwrap_or(i32::MAX)
    }
}

/// A gateway that was saved or switched.
#[derive(SimpleObject)]
pub struct GatewaySaved {
    pub gateway: Gateway,
}

#[derive(Union)]
pub enum SaveGatewayResult {
    Saved(GatewaySaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

/// What a gateway has said, as it came but for numbers of cards.
#[derive(Clone)]
pub struct GatewayMessage(pub gateway_message::Model);

#[Object]
impl GatewayMessage {
    async fn id(&self) -> ID {
        Gid::of(Kind::GatewayMessage, self.0.id)
    }

    /// UTC.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// The same answer came so often while nothing changed.
    async fn times(&self) -> i32 {
        i32::try_from(self.0.times).unwrap_or(i32::MAX)
    }

    /// When it came last. UTC.
    async fn last_at(&self) -> DateTime<Utc> {
        self.0.last_at
    }

    async fn about(&self) -> Result<GatewayMessageAbout> {
        let about = About::parse(&self.0.about).ok_or_else(|| Fault::new("a message about nothing known"))?;
        Ok(about.into())
    }

    async fn outcome(&self) -> Result<GatewayMessageOutcome> {
        let made = Made::parse(&self.0.outcome).ok_or_else(|| Fault::new("a message with no known outcome"))?;
        Ok(made.into())
    }

    /// Of HTTP, with answers; null: nobody answered.
    async fn status(&self) -> Option<i32> {
        self.0.status
    }

    /// To the letter.
    async fn raw(&self) -> &str {
        &self.0.raw
    }

    /// Somebody should look at it.
    async fn trouble(&self) -> bool {
        self.0.trouble
    }

    async fn gateway(&self, ctx: &Context<'_>) -> Result<Option<Gateway>> {
        told(loader(ctx).load_one(GatewayById(self.0.gateway_id)).await)
    }

    /// Of its payment; null where it is about none that we know.
    async fn order_number(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(payment) = self.0.payment_id else { return Ok(None) };
        told(loader(ctx).load_one(NumberOfPayment(payment)).await)
    }
}

fn loader<'a>(ctx: &'a Context<'_>) -> &'a DataLoader<GatewayLoader> {
    ctx.data_unchecked()
}

/// A fault of many readers, for each of them.
fn told<V>(loaded: std::result::Result<V, Arc<Fault>>) -> Result<V> {
    loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))
}

/// Loads gateways of messages and the numbers of their orders, for lists.
pub struct GatewayLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct GatewayById(Uuid);

/// The number of a payment's order.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct NumberOfPayment(Uuid);

impl Loader<GatewayById> for GatewayLoader {
    type Value = Gateway;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[GatewayById]) -> Result<HashMap<GatewayById, Gateway>, Arc<Fault>> {
        let rows = gateway::Entity::find().filter(gateway::Column::Id.is_in(keys.iter().map(|key| key.0)));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (GatewayById(row.id), Gateway(row))).collect())
    }
}

impl Loader<NumberOfPayment> for GatewayLoader {
    type Value = String;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[NumberOfPayment]) -> Result<HashMap<NumberOfPayment, String>, Arc<Fault>> {
        let fault = |error: sea_orm::DbErr| Arc::new(Fault::from(error));
        let rows = payment::Entity::find().filter(payment::Column::Id.is_in(keys.iter().map(|key| key.0)));
        let rows = rows.all(self.0.db.read()).await.map_err(fault)?;
        let orders = order::Entity::find().filter(order::Column::Id.is_in(rows.iter().map(|row| row.order_id)));
        let orders = orders.all(self.0.db.read()).await.map_err(fault)?;
        let numbers: HashMap<Uuid, String> = orders.into_iter().map(|row| (row.id, row.number)).collect();
        let number = |row: &payment::Model| Some((NumberOfPayment(row.id), numbers.get(&row.order_id)?.clone()));
        Ok(rows.iter().filter_map(number).collect())
    }
}
