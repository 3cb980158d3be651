//! Everything that use cases need, in one place, and everything in it replaceable by a test.

use std::ops::Deref;
use std::sync::Arc;

use async_graphql::dataloader::DataLoader;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::VerifyingKey;

use crate::config::Config;
use crate::features::feed::Feeds;
use crate::features::fiscal_register::Registers;
use crate::features::gateway::Gateways;
use crate::features::inventory::Inventory;
use crate::features::network::NetworkStore;
use crate::features::order::OrderMemory;
use crate::features::promotion::Campaigns;
use crate::features::terminal_network::NetworkNames;
use crate::platform::Fault;
use crate::platform::bus::Bus;
use crate::platform::clock::Clock;
use crate::platform::db::Db;
use crate::platform::idempotency::Keys;
use crate::platform::ids::Ids;
use crate::platform::jobs::Jobs;
use crate::platform::limit::Limits;
use crate::platform::mail::{HttpSms, Smtp};
use crate::platform::secrets::Secrets;

#[derive(Clone)]
pub struct App(Arc<Parts>);

pub struct Parts {
    pub config: Config,
    pub db: Db,
    pub clock: Clock,
    pub ids: Ids,
    pub bus: Bus,
    pub jobs: Jobs,
    /// Idempotency keys that were used.
    pub keys: DataLoader<Keys>,
    pub limits: Limits,
    pub secrets: Secrets,
    /// Keys that tickets are accepted with: the present one first, then former ones.
    pub ticket_keys: Vec<VerifyingKey>,
    /// Without one, mail stays in the mailbox.
    pub mailer: Option<Smtp>,
    /// Without one, SMS stay in the mailbox.
    pub sms: Option<HttpSms>,
    /// For calls to other systems.
    pub client: reqwest::Client,
    /// Ways to pay, as the office keeps them.
    pub gateways: Gateways,
    /// Opens the door of a cash register.
    pub registers: Registers,
    /// The timetable in memory.
    pub network: NetworkStore,
    /// Seat states in memory, true to the database at a version.
    pub inventory: Inventory,
    /// Campaigns that are used up.
    pub campaigns: Campaigns,
    /// Orders that are being bought.
    pub orders: OrderMemory,
    /// What is published.
    pub feeds: Feeds,
    /// What networks of terminals are called.
    pub terminal_names: NetworkNames,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Connects to everything the settings name. The schema must have been migrated.
    pub async fn connect(config: Config) -> Result<Self, Fault> {
        let clock = Clock::system();
        let ids = Ids::random(clock.clone());
        Self::with(config, clock, ids).await
    }

    /// The same with a clock and identifiers of the caller's.
    pub async fn with(config: Config, clock: Clock, ids: Ids) -> Result<Self, Fault> {
        let secrets = Secrets::new(config.master_secret()?.as_bytes());
        let db = Db::connect(&config.database_url, config.database_connections).await?;
        let (bus, shared) = match &config.redis_url {
            Some(url) => {
                let manager = redis::Client::open(url.as_str())?.get_connection_manager().await?;
                (Bus::redis(url, &config.redis_namespace, ids.new()).await?, Some(manager))
            }
            None => (Bus::in_process(), None),
        };
        let client = http_client()?;
        let mailer = config.smtp_url.as_ref().map(|url| Smtp::new(url, &config.mail_from)).transpose()?;
        let sms = config.sms_url.as_ref().map(|url| HttpSms { client: client.clone(), url: url.clone() });
        let mut ticket_keys = vec![secrets.ticket_key().verifying_key()];
        for text in &config.former_ticket_keys {
            let bytes: [u8; 32] = URL_SAFE_NO_PAD
                .decode(text.trim())
                .ok()
                .and_then(|bytes| bytes.try_into().ok())
                .ok_or_else(|| Fault::new("a key in BEKET_FORMER_TICKET_KEYS is not 32 bytes in base64url"))?;
            ticket_keys.push(VerifyingKey::from_bytes(&bytes).map_err(|error| Fault::new(error.to_string()))?);
        }
        let app = App(Arc::new(Parts {
            gateways: Gateways::default(),
            registers: Registers::new(client.clone(), secrets.clone()),
            client,
            inventory: Inventory::new(),
            campaigns: Campaigns::default(),
            orders: OrderMemory::default(),
            feeds: Feeds::default(),
            terminal_names: NetworkNames::default(),
            network: NetworkStore::new(),
            jobs: Jobs::new(clock.clone(), ids.clone()),
            keys: Keys::loader(db.clone()),
            limits: Limits::new(clock.clone(), shared, &config.redis_namespace),
            ticket_keys,
            mailer,
            sms,
            secrets,
            bus,
            ids,
            clock,
            db,
            config,
        }));
        Ok(app)
    }
}

/// The one client for calls to other systems: never follows redirects, never waits longer than ten seconds.
fn http_client() -> Result<reqwest::Client, Fault> {
    #[expect(clippy::disallowed_methods, reason = "the one place that makes a client")]
    let builder = reqwest::Client::builder();
    Ok(builder
        .timeout(std::time::Duration::from_secs(10))
        .connect_timeout(std::time::Duration::from_secs(5))
        .redirect(reqwest::redirect::Policy::none())
        .build()?)
}
