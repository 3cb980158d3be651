//! Settings of the process: environment variables or flags, each named and explained by `beket serve --help`.

use clap::{Args, ValueEnum};

use crate::platform::Fault;

/// The secret of demonstrations. A production start with it is refused.
const DEMONSTRATION_SECRET: &str = "demonstration-secret-not-for-production-use";

/// Enough for a hostel or a company behind one address, too few to keep a bus from being sold.
const HOLDS_PER_ADDRESS: u32 = 60;

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Sandbox gateway, mailbox page, explorer, demonstration accounts.
    Demo,
    /// Refuses demonstration secrets; no introspection without a key that has the right.
    Production,
}

#[derive(Args, Clone, Debug)]
pub struct Config {
    #[arg(long, env = "BEKET_MODE", value_enum, default_value = "demo")]
    pub mode: Mode,
    /// `sqlite://data/beket.db?mode=rwc` or `postgres://user:password@host/name`.
    #[arg(long, env = "DATABASE_URL", default_value = "sqlite://data/beket.db?mode=rwc", hide_env_values = true)]
    pub database_url: String,
    /// Connections to PostgreSQL; SQLite has one for writing and up to eight for reading.
    #[arg(long, env = "DATABASE_CONNECTIONS", default_value_t = 24)]
    pub database_connections: u32,
    /// `redis://host:6379`: the bus and common limits of several replicas. Without it everything stays in the process.
    #[arg(long, env = "REDIS_URL", hide_env_values = true)]
    pub redis_url: Option<String>,
    /// Under which name this installation uses Redis; another for each where several share one.
    #[arg(long, env = "REDIS_NAMESPACE", default_value = "beket")]
    pub redis_namespace: String,
    /// `smtp://user:password@host:587?tls=required`. Without it mail stays in the mailbox page.
    #[arg(long, env = "SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    #[arg(long, env = "MAIL_FROM", default_value = "Beket <tickets@beket.example.com>")]
    pub mail_from: String,
    /// An HTTP service that takes `POST {"id","to","text"}`. Without it SMS stay in the mailbox page.
    #[arg(long, env = "SMS_URL", hide_env_values = true)]
    pub sms_url: Option<String>,
    /// Rows of one list as a file at most.
    #[arg(long, env = "BEKET_EXPORT_ROWS", default_value_t = 50_000)]
    pub export_rows: u32,
    #[arg(long, env = "BEKET_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// How the world sees this server, without a slash at the end: links in mail, return addresses of gateways.
    #[arg(long, env = "PUBLIC_URL", default_value = "http://localhost:8080")]
    pub public_url: String,
    /// How this server reaches its own sandbox bank; by default `public_url`.
    #[arg(long, env = "SANDBOX_URL")]
    pub sandbox_url: Option<String>,
    /// The master secret, at least 32 characters: all keys are derived from it.
    #[arg(long, env = "BEKET_SECRET", hide_env_values = true)]
    pub secret: Option<String>,
    /// A file that holds the master secret.
    #[arg(long, env = "BEKET_SECRET_FILE")]
    pub secret_file: Option<std::path::PathBuf>,
    /// Public keys (base64url) of tickets signed before the secret was changed, still to be accepted.
    #[arg(long, env = "BEKET_FORMER_TICKET_KEYS", value_delimiter = ',')]
    pub former_ticket_keys: Vec<String>,
    /// The proxy in front puts the visitor's address last into `X-Forwarded-For`.
    #[arg(long, env = "BEKET_BEHIND_PROXY", default_value_t = false, action = clap::ArgAction::Set)]
    pub behind_proxy: bool,
    /// Holds in an hour from one address by visitors who are not signed in; a hold of more than four seats counts as one
    /// for each four. 0: as many as they like. Default: 60 in production, 0 in a demonstration.
    #[arg(long, env = "BEKET_HOLDS_PER_ADDRESS")]
    pub holds_per_address: Option<u32>,
    /// Where passengers ask for help; shown on the site.
    #[arg(long, env = "BEKET_SUPPORT_PHONE")]
    pub support_phone: Option<String>,
    #[arg(long, env = "BEKET_SUPPORT_EMAIL")]
    pub support_email: Option<String>,
    /// Worker for jobs in this process; switch off where `beket worker` runs apart.
    #[arg(long, env = "BEKET_WORKER", default_value_t = true, action = clap::ArgAction::Set)]
    pub worker: bool,
}

impl Config {
    pub fn is_production(&self) -> bool {
        self.mode == Mode::Production
    }

    /// The master secret, or words on what to set.
    pub fn master_secret(&self) -> Result<String, Fault> {
        let given = match (&self.secret, &self.secret_file) {
            (Some(secret), _) => Some(secret.trim().to_owned()),
            (None, Some(file)) => {
                let text = std::fs::read_to_string(file).map_err(|error| {
                    Fault::new(format!("the secret's file {} cannot be read: {error}", file.display()))
                })?;
                Some(text.trim().to_owned())
            }
            (None, None) => None,
        };
        if !self.is_production() {
            return Ok(given.unwrap_or_else(|| DEMONSTRATION_SECRET.to_owned()));
        }
        match given {
            None => Err(Fault::new(
                "production mode needs a secret of its own: set BEKET_SECRET or BEKET_SECRET_FILE \
                 (for example from `openssl rand -base64 48`)",
            )),
            Some(secret) if secret == DEMONSTRATION_SECRET || secret.to_lowercase().contains("demonstration") => {
                Err(Fault::new(
                    "the demonstration secret is known to everybody: production mode refuses it; set BEKET_SECRET to one of your own",
                ))
            }
            Some(secret) if secret.len() < 32 => {
                Err(Fault::new("BEKET_SECRET is too short: it needs at least 32 characters"))
            }
            Some(secret) => Ok(secret),
        }
    }

    /// Holds in an hour from one address without a session; `None`: as many as they like.
    pub fn holds_per_address(&self) -> Option<u32> {
        let default = if self.is_production() { HOLDS_PER_ADDRESS } else { 0 };
        Some(self.holds_per_address.unwrap_or(default)).filter(|holds| *holds > 0)
    }

    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    pub fn sandbox_url(&self) -> &str {
        self.sandbox_url.as_deref().unwrap_or(&self.public_url)
    }
}
