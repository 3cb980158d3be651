use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderMap;
use domain::gateway::{Kind, NotOffered, Terms};
use domain::money::Currency;
use domain::payment::Report;
use moka::future::Cache;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::gateway;

use crate::app::App;
use crate::features::network::in_language;
use crate::features::payment::Sandbox;
use crate::i18n::{Language, t};
use crate::platform::Fault;

use super::adapter::{BadCallback, Callback, Charge, Created, Gateway, GatewayError, Reply};
use super::bank::{Bank, Way};
use super::message::{About, keep_answer};
use super::wire::Wire;

/// A change by the office is felt by every replica within this.
const LASTS: Duration = Duration::from_secs(3);

/// A gateway with what speaks to it.
pub struct InUse {
    pub row: gateway::Model,
    pub terms: Terms,
    adapter: Box<dyn Gateway>,
}

/// The gateways of the office, read again every few seconds.
#[derive(Clone)]
pub struct Gateways(Cache<(), Arc<Vec<Arc<InUse>>>>);

impl Default for Gateways {
    fn default() -> Self {
        Gateways(Cache::builder().max_capacity(1).time_to_live(LASTS).build())
    }
}

impl Gateways {
    /// All that can be spoken to, in the order in which they are shown; switched off ones too.
    async fn all(&self, app: &App) -> Result<Arc<Vec<Arc<InUse>>>, Fault> {
        let read = self.0.try_get_with((), async { read(app).await.map(Arc::new) });
        read.await.map_err(|fault| Fault::new(format!("{fault:?}")))
    }

    /// By its code, switched off or not: what was begun through it goes on.
    pub async fn find(&self, app: &App, code: &str) -> Result<Option<Arc<InUse>>, Fault> {
        Ok(self.all(app).await?.iter().find(|gateway| gateway.row.code == code).cloned())
    }

    /// Those that can take a sum of an order of a channel, in the order in which they are shown.
    pub async fn offered(
        &self,
        app: &App,
        channel: &str,
        amount_minor: i64,
        currency: Currency,
    ) -> Result<Vec<Arc<InUse>>, Fault> {
        let all = self.all(app).await?;
        let fits = |gateway: &&Arc<InUse>| gateway.terms.offered(channel, amount_minor, currency).is_ok();
        Ok(all.iter().filter(fits).cloned().collect())
    }

    /// The office has changed one.
    pub async fn forget(&self) {
        self.0.invalidate(&()).await;
    }
}

async fn read(app: &App) -> Result<Vec<Arc<InUse>>, Fault> {
    use gateway::Column;
    let rows = gateway::Entity::find().order_by_asc(Column::Position).order_by_asc(Column::Code);
    // The sandbox takes no money: in production it is not there, whatever the table says.
    let rows = match app.config.is_production() {
        true => rows.filter(Column::Kind.ne(Kind::Sandbox.code())),
        false => rows,
    };
    let mut found = Vec::new();
    for row in rows.all(app.db.read()).await? {
        let code = row.code.clone();
        match InUse::of(app, row) {
            Ok(gateway) => found.push(Arc::new(gateway)),
            // Without its key nothing that it says could be believed.
            Err(fault) => tracing::error!(?fault, code, "a gateway cannot be used: save its settings again"),
        }
    }
    Ok(found)
}

/// What a row allows.
pub fn terms_of(row: &gateway::Model) -> Result<Terms, Fault> {
    Ok(Terms {
        enabled: row.enabled,
        channels: serde_json::from_value(row.channels.clone())?,
        // No money is taken by the sandbox, so that it is of every currency.
        currency: match row.kind == Kind::Sandbox.code() {
            true => None,
            false => Some(Currency::parse(&row.currency)?),
        },
        smallest_minor: row.smallest_minor,
        largest_minor: row.largest_minor,
        fee_percent: row.fee_percent.parse::<Decimal>()?,
        fee_fixed_minor: row.fee_fixed_minor,
    })
}

fn adapter(app: &App, row: &gateway::Model) -> Result<Box<dyn Gateway>, Fault> {
    let kind = Kind::parse(&row.kind).ok_or_else(|| Fault::new("a gateway of no known kind"))?;
    let wire = || -> Result<Wire, Fault> {
        let missing = || Fault::new("a gateway without its settings");
        let secret = row.secret.as_deref().ok_or_else(missing)?;
        Ok(Wire {
            address: row.address.clone().ok_or_else(missing)?,
            merchant: row.merchant.clone().ok_or_else(missing)?,
            key: app.secrets.open(row.id, secret)?.into_bytes(),
            client: app.client.clone(),
        })
    };
    let way = match kind {
        Kind::Sandbox => {
            let key = app.secrets.sandbox_key();
            return Ok(Box::new(Sandbox::new(app.config.sandbox_url(), key, app.client.clone())));
        }
        Kind::Qr => Way::Qr,
        Kind::Card => Way::Card,
        Kind::Elqr => {
            let merchant = row.elqr.clone().ok_or_else(|| Fault::new("a code without its merchant"))?;
            Way::Elqr(serde_json::from_value(merchant)?)
        }
    };
    Ok(Box::new(Bank { wire: wire()?, way }))
}

impl InUse {
    pub fn of(app: &App, row: gateway::Model) -> Result<Self, Fault> {
        Ok(InUse { terms: terms_of(&row)?, adapter: adapter(app, &row)?, row })
    }

    pub fn name(&self, language: Language) -> String {
        in_language(&self.row.name, language).to_owned()
    }

    /// What customers are to know of this way of payment.
    pub fn detail(&self, language: Language) -> String {
        t(language, &format!("gateway.detail.{}", self.row.kind), &[])
    }

    /// Whether it takes a new payment.
    pub fn takes(&self, channel: &str, amount_minor: i64, currency: Currency) -> Result<(), NotOffered> {
        self.terms.offered(channel, amount_minor, currency)
    }

    /// Where it tells us. The sandbox is reached as this server reaches itself.
    pub fn callback_url(&self, app: &App) -> String {
        let base = match self.row.kind == Kind::Sandbox.code() {
            true => app.config.sandbox_url(),
            false => &app.config.public_url,
        };
        format!("{base}/gateways/{}/callback", self.row.code)
    }

    pub fn read_callback(&self, headers: &HeaderMap, body: &[u8]) -> Result<Callback, BadCallback> {
        self.adapter.read_callback(headers, body)
    }

    pub async fn create(&self, app: &App, charge: &Charge) -> Result<Created, GatewayError> {
        self.kept(app, About::Create, Some(charge.payment), self.adapter.create(charge).await).await
    }

    pub async fn status(&self, app: &App, payment: Uuid) -> Result<Report, GatewayError> {
        self.kept(app, About::Status, Some(payment), self.adapter.status(payment).await).await
    }

    pub async fn capture(
        &self,
        app: &App,
        payment: Uuid,
        amount_minor: i64,
        currency: Currency,
    ) -> Result<Report, GatewayError> {
        let reply = self.adapter.capture(payment, amount_minor, currency).await;
        self.kept(app, About::Capture, Some(payment), reply).await
    }

    pub async fn void(&self, app: &App, payment: Uuid) -> Result<Report, GatewayError> {
        self.kept(app, About::Void, Some(payment), self.adapter.void(payment).await).await
    }

    /// `charge`: the payment as the gateway knows it.
    pub async fn refund(
        &self,
        app: &App,
        refund: Uuid,
        charge: Uuid,
        amount_minor: i64,
        currency: Currency,
    ) -> Result<(), GatewayError> {
        let reply = self.adapter.refund(refund, charge, amount_minor, currency).await;
        self.kept(app, About::Refund, Some(charge), reply).await
    }

    /// Asks whether it is there; the answer too as it came.
    pub async fn test(&self, app: &App) -> Reply<()> {
        let reply = self.adapter.test().await;
        let raw = reply.raw.clone();
        Reply { raw, outcome: self.kept(app, About::Test, None, reply).await }
    }

    async fn kept<T>(
        &self,
        app: &App,
        about: About,
        payment: Option<Uuid>,
        reply: Reply<T>,
    ) -> Result<T, GatewayError> {
        if let Err(fault) = keep_answer(app, &self.row, about, payment, &reply).await {
            // What it has answered counts, kept or not.
            tracing::error!(?fault, gateway = self.row.code, "a gateway's answer could not be kept");
        }
        reply.outcome
    }
}
