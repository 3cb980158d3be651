//! Values that the station sets while the system runs. All replicas follow within seconds.

use std::ops::RangeInclusive;

use chrono::TimeDelta;
use domain::wallet::Limits;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};

use ::entity::setting;

use crate::app::App;
use crate::features::network::{begin_change, finish_change};
use crate::platform::Fault;

/// A value that may be set.
pub struct Setting {
    pub key: &'static str,
    pub default: u32,
    pub allowed: RangeInclusive<u32>,
    pub meaning: &'static str,
}

pub const SETTINGS: [Setting; 11] = [
    Setting {
        key: "annul_minutes",
        default: 60,
        allowed: 0..=1440,
        meaning: "minutes within which a cashier may annul a sale of the open shift; 0: never",
    },
    Setting {
        key: "desk_payment_minutes",
        default: 120,
        allowed: 0..=2880,
        meaning: "minutes for which an order of the site waits to be paid at a desk; 0: the site does not offer it",
    },
    Setting {
        key: "hold_minutes",
        default: 15,
        allowed: 2..=180,
        meaning: "minutes for which chosen seats are held before payment",
    },
    Setting {
        key: "paper_difference",
        default: 100,
        allowed: 0..=100_000,
        meaning: "som by which a paper ticket's price may differ from the tariff, with a reason, without a right of its own",
    },
    Setting {
        key: "paper_hours",
        default: 72,
        allowed: 1..=744,
        meaning: "hours after its sale by hand within which a paper ticket is entered",
    },
    Setting {
        key: "permit_reminder_days",
        default: 30,
        allowed: 1..=365,
        meaning: "days before a licence, an insurance or another paper ends when the first reminder is sent",
    },
    Setting {
        key: "refund_approval_above",
        default: 1000,
        allowed: 0..=1_000_000,
        meaning: "som given back beyond the rules of one order above which a second person has to approve; 0: always",
    },
    Setting {
        key: "sale_days_ahead",
        default: 60,
        allowed: 1..=400,
        meaning: "days ahead for which trips are made and sold",
    },
    Setting {
        key: "wallet_largest",
        default: 15_000,
        allowed: 1..=1_000_000,
        meaning: "som that a person puts on the internal account at once at the most",
    },
    Setting {
        key: "wallet_most",
        default: 50_000,
        allowed: 1..=10_000_000,
        meaning: "som that a person's internal account holds at the most",
    },
    Setting {
        key: "wallet_smallest",
        default: 10,
        allowed: 1..=10_000,
        meaning: "som that are put on an internal account at once at the least",
    },
];

/// The settings as they are.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Within which a cashier may annul a sale; zero: never.
    pub annul: TimeDelta,
    /// How long an order waits to be paid at a desk; zero: not offered.
    pub desk_payment: TimeDelta,
    pub hold: TimeDelta,
    /// By which a paper ticket's price may differ from the tariff, whole som.
    pub paper_difference: u32,
    /// How long after its sale by hand a paper ticket is entered.
    pub paper: TimeDelta,
    pub permit_reminder_days: u32,
    /// Given back beyond the rules of one order, whole som: above it a second person approves.
    pub refund_approval_above: u32,
    pub sale_days_ahead: u32,
    /// What internal accounts take and hold.
    pub wallet: Limits,
}

/// Each setting with its value.
pub async fn list_settings(db: &impl ConnectionTrait) -> Result<Vec<(&'static Setting, u32)>, Fault> {
    let keys = SETTINGS.iter().map(|setting| setting.key);
    let rows = setting::Entity::find().filter(setting::Column::Key.is_in(keys)).all(db).await?;
    let value = |setting: &Setting| {
        let row = rows.iter().find(|row| row.key == setting.key)?;
        row.value.as_u64().and_then(|value| u32::try_from(value).ok()).filter(|value| setting.allowed.contains(value))
    };
    Ok(SETTINGS.iter().map(|setting| (setting, value(setting).unwrap_or(setting.default))).collect())
}

pub async fn load_settings(db: &impl ConnectionTrait) -> Result<Settings, Fault> {
    let values: Vec<u32> = list_settings(db).await?.into_iter().map(|(_, value)| value).collect();
    let [
        annul,
        desk_payment,
        hold,
        paper_difference,
        paper_hours,
        permit_reminder_days,
        refund_approval_above,
        sale_days_ahead,
        largest,
        most,
        smallest,
    ] = values[..]
    else {
        return Err(Fault::new("a setting without a value"));
    };
    let minutes = |value: u32| TimeDelta::minutes(value.into());
    let som = |value: u32| i64::from(value) * 100;
    Ok(Settings {
        annul: minutes(annul),
        desk_payment: minutes(desk_payment),
        hold: minutes(hold),
        paper_difference,
        paper: TimeDelta::hours(paper_hours.into()),
        permit_reminder_days,
        refund_approval_above,
        sale_days_ahead,
        wallet: Limits { smallest_minor: som(smallest), largest_minor: som(largest), most_minor: som(most) },
    })
}

/// Sets a value; the inner error says what is wrong with it.
pub async fn set_setting(app: &App, key: &str, value: u32) -> Result<Result<(), String>, Fault> {
    let Some(setting) = SETTINGS.iter().find(|setting| setting.key == key) else {
        let known: Vec<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
        return Ok(Err(format!("there is no setting {key}; there are {}", known.join(", "))));
    };
    if !setting.allowed.contains(&value) {
        return Ok(Err(format!("{key} is from {} to {}", setting.allowed.start(), setting.allowed.end())));
    }
    let now = app.clock.now();
    let row = setting::ActiveModel { key: Set(key.to_owned()), value: Set(value.into()), updated_at: Set(now) };
    use setting::Column;
    let again = OnConflict::column(Column::Key).update_columns([Column::Value, Column::UpdatedAt]).to_owned();
    // Settings are kept in memory with the timetable.
    let tx = begin_change(app).await?;
    setting::Entity::insert(row).on_conflict(again).exec_without_returning(&tx).await?;
    finish_change(app, tx).await?;
    Ok(Ok(()))
}
