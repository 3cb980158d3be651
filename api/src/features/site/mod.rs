//! What every visitor may know of the site itself, and the station's settings.

mod settings;

pub use settings::{Settings, list_settings, load_settings, set_setting};

use async_graphql::{Context, Object, Result, SimpleObject};

use crate::graphql::{Date, app};
use crate::i18n::Language;

/// The home station's zone.
pub const HOME_ZONE: chrono_tz::Tz = chrono_tz::Asia::Bishkek;

/// The site and its settings.
#[derive(SimpleObject)]
pub struct SiteInfo {
    pub name: String,
    pub languages: Vec<Language>,
    pub default_language: Language,
    /// ISO 4217: of the home station.
    pub currency: String,
    /// IANA name: of the home station.
    pub time_zone: String,
    /// Nothing here is real: sandbox bank, demonstration timetable.
    pub demonstration: bool,
    /// Seats are held so long.
    pub hold_minutes: i32,
    /// The last day that can be bought, counted from today.
    pub sale_days_ahead: i32,
    /// The date now at the home station.
    pub today: Date,
    pub support_phone: Option<String>,
    pub support_email: Option<String>,
}

#[derive(Default)]
pub struct SiteQuery;

#[Object]
impl SiteQuery {
    /// The site and its settings.
    async fn site(&self, ctx: &Context<'_>) -> Result<SiteInfo> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let demonstration = !app.config.is_production();
        Ok(SiteInfo {
            name: "Бекет".into(),
            languages: Language::ALL.to_vec(),
            default_language: Language::default(),
            currency: "KGS".into(),
            time_zone: HOME_ZONE.name().into(),
            demonstration,
            hold_minutes: i32::try_from(network.settings.hold.num_minutes()).unwrap_or(15),
            sale_days_ahead: i32::try_from(network.settings.sale_days_ahead).unwrap_or(i32::MAX),
            today: Date(local_today(app.clock.now())),
            support_phone: app.config.support_phone.clone(),
            support_email: app.config.support_email.clone(),
        })
    }
}

/// The date at the home station.
pub fn local_today(now: chrono::DateTime<chrono::Utc>) -> chrono::NaiveDate {
    now.with_timezone(&HOME_ZONE).date_naive()
}

/// What the clock of the home station shows.
pub fn at_home(at: chrono::DateTime<chrono::Utc>) -> chrono::NaiveDateTime {
    at.with_timezone(&HOME_ZONE).naive_local()
}

/// When a day ends at the home station: with the beginning of the next.
pub fn day_ends(date: chrono::NaiveDate) -> chrono::DateTime<chrono::Utc> {
    day_begins(date.succ_opt().unwrap_or(date))
}

/// When a day begins at the home station.
pub fn day_begins(date: chrono::NaiveDate) -> chrono::DateTime<chrono::Utc> {
    let midnight = date.and_time(chrono::NaiveTime::MIN);
    let local = midnight.and_local_timezone(HOME_ZONE).earliest();
    local.map_or_else(|| midnight.and_utc(), |at| at.with_timezone(&chrono::Utc))
}
