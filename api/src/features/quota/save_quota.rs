use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use ::entity::{api_key, quota, trip};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::inventory::{self, Raised};
use crate::features::network::{Network, begin_change, finish_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, Kind, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::db::Tx;
use crate::platform::rows::upsert;

use super::access::Subject;
use super::keep::keep;
use super::query::Plan;
use super::types::{QuotaPurpose, QuotaSaved, SalesChannel, SaveQuotaResult, SeatQuota, facts};

/// Thirty days: nothing is kept for longer than until that long before departure.
const EARLIEST_RELEASE: i32 = 30 * 24 * 60;

#[derive(InputObject)]
pub struct SaveQuotaInput {
    /// Of the quota that is changed; without it a new one is made. It stays with its trip or departure.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// For one trip.
    pub trip_id: Option<ID>,
    /// For all coming trips of a departure.
    pub departure_id: Option<ID>,
    pub purpose: QuotaPurpose,
    /// Labels, where seats have numbers.
    #[graphql(default)]
    pub seats: Vec<String>,
    /// How many, where seats have no numbers.
    #[graphql(default)]
    pub places: i32,
    /// With CHANNELS, at least one.
    #[graphql(default)]
    pub channels: Vec<SalesChannel>,
    /// With PARTNER, one of `partners`.
    pub partner_id: Option<ID>,
    /// With STOP, one of `stops`.
    pub stop_id: Option<ID>,
    /// For the office; needed with CLOSED. To 200 letters.
    pub reason: Option<String>,
    /// Minutes before departure from the first stop, from which on the seats are everybody's, up to 43,200; without it
    /// never. A closed seat is not released.
    pub release_minutes: Option<i32>,
}

#[derive(Default)]
pub struct SaveQuota;

#[Object]
impl SaveQuota {
    /// Staff: keeps seats for somebody, or closes them: of a trip, or of all coming trips of a departure. At once, for
    /// search, seat maps and holds; what is sold or held stays so. Seats without number are counted from the last.
    #[graphql(guard = "Can(Permission::ManageQuotas)", complexity = "50 + child_complexity")]
    async fn save_quota(&self, ctx: &Context<'_>, input: SaveQuotaInput) -> Result<SaveQuotaResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = begin(app, input.departure_id.is_some()).await?;
        let subject = Subject::find(app, &*tx, viewer, input.trip_id.as_ref(), input.departure_id.as_ref()).await?;
        let change = Seats::lock(app, tx, &subject).await?;
        let before = match &input.id {
            Some(id) => {
                let (row, _) = Subject::of(app, &*change.tx, viewer, id).await?;
                if !subject.is(&row) {
                    return Err(error::not_found());
                }
                Some(row)
            }
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveQuotaResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(change.tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let network = app.network.get(app).await?;
        let mut form = Form::new(viewer.language);
        let plan = Plan::of(app, &network, &subject).await?;
        let row = read(app, &change.tx, &mut form, &plan, &subject, &input, before.as_ref()).await?;
        if let Some(problem) = form.problem() {
            return Ok(change.tx.give_up(SaveQuotaResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        upsert::<quota::Entity>(&change.tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let told = told(&change.tx, &network, &subject, before.as_ref(), &row).await?;
        audit_change(app, &change.tx, viewer, "SAVE_QUOTA", &subject.name(), told).await?;
        let trips = change.finish(app).await?;
        Ok(SaveQuotaResult::Saved(QuotaSaved { quota: SeatQuota(row), trips }))
    }
}

/// Begins a change of what is kept: of a departure under the lock of the network, since trips are made meanwhile.
pub async fn begin(app: &App, whole_departure: bool) -> Result<Tx, Fault> {
    Ok(if whole_departure { begin_change(app).await? } else { app.db.begin().await? })
}

/// The seats of a trip or of a departure's coming trips, while what is kept of them is changed.
pub struct Seats {
    pub tx: Tx,
    trips: Vec<Uuid>,
    whole_departure: bool,
    raised: Vec<Raised>,
}

impl Seats {
    /// Raises the versions of all trips concerned: sales of them are before this or see it, and two changes come one after
    /// the other.
    pub async fn lock(app: &App, tx: Tx, subject: &Subject) -> Result<Self, Fault> {
        let trips = match subject {
            Subject::Trip(view) => vec![view.id],
            Subject::Departure { schedule, .. } => {
                use trip::Column;
                let coming = trip::Entity::find().select_only().column(Column::Id);
                let coming = coming.filter(Column::SeriesId.eq(schedule.series_id));
                coming.filter(Column::ArrivesAt.gt(app.clock.now())).into_tuple().all(&*tx).await?
            }
        };
        let raised = inventory::bump(&tx, trips.clone()).await?;
        let whole_departure = matches!(subject, Subject::Departure { .. });
        Ok(Seats { tx, trips, whole_departure, raised })
    }

    /// Writes what is kept into the trips' rows, commits and tells everybody who looks.
    pub async fn finish(self, app: &App) -> Result<i32, Fault> {
        keep(&self.tx, &self.trips).await?;
        if self.whole_departure {
            finish_change(app, self.tx).await?;
        } else {
            self.tx.commit().await?;
        }
        inventory::changed(app, &self.raised);
        Ok(i32::try_from(self.trips.len()).unwrap_or(i32::MAX))
    }
}

async fn partner_name(db: &impl ConnectionTrait, row: &quota::Model) -> Result<Option<String>, Fault> {
    let Some(id) = row.partner_id else { return Ok(None) };
    Ok(api_key::Entity::find_by_id(id).one(db).await?.map(|key| key.name))
}

/// Before and after for the audit log; of a departure with its number, since the entry stands with its line.
pub async fn told(
    tx: &DatabaseTransaction,
    network: &Network,
    subject: &Subject,
    before: Option<&quota::Model>,
    after: &quota::Model,
) -> Result<Change, Fault> {
    let of = match subject {
        Subject::Departure { schedule, .. } => Some(schedule.number.clone()),
        Subject::Trip(_) => None,
    };
    let was = match before {
        Some(row) => Some(facts(network, row, partner_name(tx, row).await?.as_deref())),
        None => None,
    };
    let mut is = facts(network, after, partner_name(tx, after).await?.as_deref());
    if let Some(of) = of {
        is["number"] = json!(of);
    }
    Ok(Change::saved(was, is))
}

async fn read(
    app: &App,
    db: &impl ConnectionTrait,
    form: &mut Form,
    plan: &Plan,
    subject: &Subject,
    input: &SaveQuotaInput,
    before: Option<&quota::Model>,
) -> Result<quota::Model, Fault> {
    let mut seats: Vec<String> = Vec::new();
    for seat in input.seats.iter().map(|seat| seat.trim().to_owned()) {
        if !seats.contains(&seat) {
            seats.push(seat);
        }
    }
    let mut places = 0;
    match &plan.map {
        Some(map) => {
            let unknown: Vec<&str> =
                seats.iter().filter(|seat| map.ordinal(seat).is_none()).map(String::as_str).collect();
            if seats.is_empty() {
                form.wrong("seats", "SEATS_CHOSEN");
            } else if !unknown.is_empty() {
                form.wrong_with("seats", "NO_SUCH_SEAT", &[("seat", &unknown.join(", "))]);
            }
            seats.sort_by_key(|seat| map.ordinal(seat));
        }
        None => {
            seats.clear();
            places = input.places;
            if !(1..=plan.capacity).contains(&places) {
                let most = plan.capacity.to_string();
                form.wrong_with("places", "BETWEEN", &[("least", "1"), ("most", &most)]);
            }
        }
    }
    if input.purpose == QuotaPurpose::Open && (plan.map.is_none() || !matches!(subject, Subject::Trip(_))) {
        form.wrong("purpose", "ONLY_ON_TRIP");
    }
    let channels = if input.purpose == QuotaPurpose::Channels { input.channels.clone() } else { Vec::new() };
    if input.purpose == QuotaPurpose::Channels && channels.is_empty() {
        form.wrong("channels", "REQUIRED");
    }
    let mut partner_id = None;
    if input.purpose == QuotaPurpose::Partner {
        partner_id = input.partner_id.as_ref().and_then(|id| Gid::read(Kind::Partner, id));
        let found = match partner_id {
            Some(id) => api_key::Entity::find_by_id(id).one(db).await?,
            None => None,
        };
        if found.is_none_or(|key| key.revoked_at.is_some()) {
            form.wrong("partnerId", "NO_SUCH_PARTNER");
            partner_id = None;
        }
    }
    let mut stop_id = None;
    if input.purpose == QuotaPurpose::Stop {
        stop_id = input.stop_id.as_ref().and_then(|id| Gid::read(Kind::Stop, id));
        // From the first stop on everybody gets on: that keeps nothing.
        stop_id = stop_id.filter(|stop| plan.boarding.iter().skip(1).any(|other| other == stop));
        if stop_id.is_none() {
            form.wrong("stopId", "NO_SUCH_CALL");
        }
    }
    let reason = form.optional("reason", input.reason.as_deref(), 200);
    if input.purpose == QuotaPurpose::Closed && reason.is_none() {
        form.wrong("reason", "REQUIRED");
    }
    let for_good = matches!(input.purpose, QuotaPurpose::Closed | QuotaPurpose::Open);
    let release_minutes = input.release_minutes.filter(|_| !for_good);
    if release_minutes.is_some_and(|minutes| !(0..=EARLIEST_RELEASE).contains(&minutes)) {
        form.wrong_with("releaseMinutes", "BETWEEN", &[("least", "0"), ("most", &EARLIEST_RELEASE.to_string())]);
    }
    let (trip_id, series_id) = match subject {
        Subject::Trip(view) => (Some(view.id), None),
        Subject::Departure { schedule, .. } => (None, Some(schedule.series_id)),
    };
    let codes: Vec<&str> = channels.iter().map(|channel| channel.code()).collect();
    Ok(quota::Model {
        id: before.map_or_else(|| app.ids.new(), |row| row.id),
        trip_id,
        series_id,
        purpose: input.purpose.code().to_owned(),
        seats: json!(seats),
        places,
        channels: json!(codes),
        partner_id,
        stop_id,
        reason,
        release_minutes,
        made_at: before.map_or_else(|| app.clock.now(), |row| row.made_at),
        dropped_at: None,
        version: before.map_or(1, |row| row.version + 1),
    })
}
