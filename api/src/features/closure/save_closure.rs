use async_graphql::{Context, ID, InputObject, Object, Result};
use domain::timetable::local_to_utc;
use uuid::Uuid;

use ::entity::closure;

use crate::features::audit::{Change, audit_change};
use crate::features::network::{Network, Target, begin_change, finish_change, mark_trips};
use crate::features::station::find_target;
use crate::graphql::{
    Can, ChangedMeanwhile, Form, InvalidInput, LocalDateTime, Permission, ThreeNamesInput, app, viewer,
};
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::{find_closure, runs_network};
use super::types::{ChangeClosureResult, facts, zone_of};

/// A section of road, and for how long it is closed.
#[derive(InputObject, Clone)]
pub struct ClosedSectionInput {
    /// A town or a station, as of `places`.
    pub from: ID,
    /// A town or a station, as of `places`.
    pub to: ID,
    /// False: only trips from `from` to `to` are stopped.
    #[graphql(default = true)]
    pub both_ways: bool,
    /// In the zone of `from`.
    pub starts_at: LocalDateTime,
    /// In the zone of `from`; after `startsAt`, and not in the past. None: not known when.
    pub ends_at: Option<LocalDateTime>,
}

#[derive(InputObject)]
pub struct SaveClosureInput {
    /// Of the closure that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    pub section: ClosedSectionInput,
    /// Why; passengers are told so. To 200 letters in each language.
    pub reason: ThreeNamesInput,
}

#[derive(Default)]
pub struct SaveClosure;

#[Object]
impl SaveClosure {
    /// Staff: closes a section of road, or changes for how long. Trips that call at both of its ends and go along it by
    /// their plan while it is closed leave the sale at once, on all of their parts, and so do those that are made later;
    /// tickets that were sold stay valid until they are returned. See `closureImpact` before. It is the dispatcher's work,
    /// as cancelling a trip is: a road is closed today.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "200 + child_complexity")]
    async fn save_closure(&self, ctx: &Context<'_>, input: SaveClosureInput) -> Result<ChangeClosureResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        runs_network(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let before = match &input.id {
            Some(id) => Some(find_closure(&*tx, id).await?),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = ChangeClosureResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let network = app.network.get(app).await?;
        let mut form = Form::new(viewer.language);
        let mut row = read_section(&mut form, &network, &input.section, app.clock.now(), "section.");
        row.reason = form.names("reason", &input.reason, 200);
        row.id = before.as_ref().map_or_else(|| app.ids.new(), |before| before.id);
        row.version = before.as_ref().map_or(1, |before| before.version + 1);
        if before.as_ref().is_some_and(|before| before.lifted_at.is_some()) {
            form.wrong("id", "CLOSURE_LIFTED");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(ChangeClosureResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let change = Change::saved(before.as_ref().map(|before| facts(&network, before)), facts(&network, &row));
        upsert::<closure::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let trips = mark_trips(app, &tx).await?;
        audit_change(app, &tx, viewer, "SAVE_CLOSURE", &format!("closure:{}", row.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(ChangeClosureResult::changed(row, trips, 0))
    }
}

/// The section as it was typed; what is wrong with it is told under `under`.
fn read_section(
    form: &mut Form,
    network: &Network,
    input: &ClosedSectionInput,
    now: chrono::DateTime<chrono::Utc>,
    under: &str,
) -> closure::Model {
    let mut end = |path: &str, id: &ID| -> Option<(Uuid, Target)> {
        let target = find_target(network, id).ok();
        if target.is_none() {
            form.wrong(format!("{under}{path}"), "NO_SUCH_PLACE");
        }
        target.map(|target| {
            let id = match target {
                Target::Place(place) => network.places[place as usize].id,
                Target::Station(stop) => network.stops[stop as usize].id,
            };
            (id, target)
        })
    };
    let (from, to) = (end("from", &input.from), end("to", &input.to));
    if let (Some((_, from)), Some((_, to))) = (from, to) {
        // One stop at both ends is no road.
        let stops = network.stops_of_target(from);
        if network.stops_of_target(to).iter().any(|stop| stops.contains(stop)) {
            form.wrong(format!("{under}to"), "SAME_PLACE");
        }
    }
    let from_id = from.map_or(Uuid::nil(), |(id, _)| id);
    let zone = zone_of(network, from_id);
    let starts_at = local_to_utc(input.starts_at.0, zone);
    let ends_at = input.ends_at.as_ref().map(|ends_at| local_to_utc(ends_at.0, zone));
    match ends_at {
        Some(ends_at) if ends_at <= starts_at => form.wrong(format!("{under}endsAt"), "ENDS_BEFORE_START"),
        Some(ends_at) if ends_at <= now => form.wrong(format!("{under}endsAt"), "PERIOD_IS_OVER"),
        _ => {}
    }
    closure::Model {
        id: Uuid::nil(),
        from_id,
        to_id: to.map_or(Uuid::nil(), |(id, _)| id),
        both_ways: input.both_ways,
        starts_at,
        ends_at,
        reason: ::entity::Names::default(),
        lifted_at: None,
        version: 0,
    }
}

/// A section that nobody has closed yet, for a look at what it would touch.
pub fn section_of(
    language: Language,
    network: &Network,
    input: &ClosedSectionInput,
    now: chrono::DateTime<chrono::Utc>,
) -> std::result::Result<closure::Model, InvalidInput> {
    let mut form = Form::new(language);
    let row = read_section(&mut form, network, input, now, "");
    form.problem().map_or(Ok(row), Err)
}
