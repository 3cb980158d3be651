use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::timetable::local_to_utc;
use sea_orm::{EntityTrait, QuerySelect};
use serde_json::{Value, json};

use ::entity::announcement;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{
    Can, ChangedMeanwhile, Form, Gid, InvalidInput, Kind, LocalDateTime, Permission, ThreeNamesInput, app, error,
    viewer,
};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::NOTE;
use super::access::{find_station, speaks_for};
use super::types::Announcement;

/// Letters: three lines on the board of a hall.
const LONGEST: usize = 300;

#[derive(InputObject)]
pub struct SaveAnnouncementInput {
    /// Of the announcement that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`.
    pub version: Option<i32>,
    /// Not a platform of it.
    pub station_id: ID,
    /// To 300 letters in each language.
    pub text: ThreeNamesInput,
    /// In the station's zone.
    pub starts_at: LocalDateTime,
    /// In the station's zone; after `startsAt`, and not in the past.
    pub ends_at: LocalDateTime,
}

#[derive(SimpleObject)]
pub struct AnnouncementSaved {
    pub announcement: Announcement,
}

#[derive(Union)]
pub enum SaveAnnouncementResult {
    Saved(AnnouncementSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SaveAnnouncement;

#[Object]
impl SaveAnnouncement {
    /// Staff: what a station tells its passengers on its boards, at once or from a later moment on, and until when.
    #[graphql(guard = "Can(Permission::WriteAnnouncements)", complexity = "20 + child_complexity")]
    async fn save_announcement(
        &self,
        ctx: &Context<'_>,
        input: SaveAnnouncementInput,
    ) -> Result<SaveAnnouncementResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let station = find_station(ctx, &input.station_id).await?;
        let mut form = Form::new(viewer.language);
        let text = form.names("text", &input.text, LONGEST);
        let [starts_at, ends_at] = [input.starts_at, input.ends_at].map(|time| local_to_utc(time.0, station.zone));
        if ends_at <= starts_at {
            form.wrong("endsAt", "ENDS_BEFORE_START");
        } else if ends_at <= app.clock.now() {
            form.wrong("endsAt", "PERIOD_IS_OVER");
        }
        if let Some(problem) = form.problem() {
            return Ok(SaveAnnouncementResult::InvalidInput(problem));
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = match &input.id {
            Some(id) => {
                let id = Gid::find(Kind::Announcement, id)?;
                let row = announcement::Entity::find_by_id(id).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
                Some(row.filter(|row| speaks_for(viewer, row.stop_id)).ok_or_else(error::not_found)?)
            }
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveAnnouncementResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let row = announcement::Model {
            id: before.as_ref().map_or_else(|| app.ids.new(), |row| row.id),
            stop_id: station.id,
            text,
            starts_at,
            ends_at,
            version: before.as_ref().map_or(1, |row| row.version + 1),
        };
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        upsert::<announcement::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        audit_change(app, &tx, viewer, "SAVE_ANNOUNCEMENT", &format!("announcement:{}", row.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.bus.publish(&format!("{NOTE}{}", row.stop_id), "");
        Ok(SaveAnnouncementResult::Saved(AnnouncementSaved { announcement: Announcement { row, station } }))
    }
}

pub fn facts(row: &announcement::Model) -> Value {
    json!({
        "stationIds": [Gid::of(Kind::Stop, row.stop_id)],
        "textRu": row.text.ru,
        "textKy": row.text.ky,
        "textEn": row.text.en,
        "startsAt": row.starts_at,
        "endsAt": row.ends_at,
    })
}
