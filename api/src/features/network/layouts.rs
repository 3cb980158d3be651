//! Layouts as they are now: what an import may do to them, and which seat map new trips get.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::layout::Layout;
use domain::seat_map::{SeatMap, Title};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{layout, layout_version, schedule, seat_map};

use super::OFFICE;
use super::report::ImportReport;
use crate::platform::Fault;
use crate::platform::rows::{insert_missing, upsert};

const FILE: &str = "seat_layouts.json";

/// What the domain knows of a row.
pub fn layout_of(row: &layout::Model) -> Result<Layout, Fault> {
    Ok(Layout {
        code: row.code.clone(),
        title: Title { ru: row.name.ru.clone(), ky: row.name.ky.clone(), en: row.name.en.clone() },
        vehicle_class: row.vehicle_class.clone(),
        standing_places: u16::try_from(row.standing_places).unwrap_or(0),
        notes: row.notes.clone(),
        decks: serde_json::from_str(&row.decks)?,
    })
}

/// The row of a seat map; its id is made from its content.
pub(super) fn seat_map_row(map: &SeatMap) -> seat_map::Model {
    // Strings, numbers and lists of them always have a JSON form.
    let content = serde_json::to_string(map).unwrap_or_default();
    let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    seat_map::Model {
        id: Uuid::new_v5(&Uuid::NAMESPACE_OID, content.as_bytes()),
        seat_count: count(map.seat_count()),
        capacity: count(map.open_capacity()),
        content,
    }
}

/// The seat map of a trip with so many vehicles or coaches of this layout.
pub fn seat_map_id(row: &layout::Model, units: u16) -> Result<Uuid, Fault> {
    Ok(map_of_layout(row, units)?.1.id)
}

/// The same with the map, and its row to be stored.
pub fn map_of_layout(row: &layout::Model, units: u16) -> Result<(SeatMap, seat_map::Model), Fault> {
    let map = layout_of(row)?.seat_map(units)?;
    let row = seat_map_row(&map);
    Ok((map, row))
}

/// The version that a row is now, to be kept for good.
pub fn version_of(row: &layout::Model, made_at: DateTime<Utc>, account_id: Option<Uuid>) -> layout_version::Model {
    layout_version::Model {
        layout_id: row.id,
        version: row.version,
        name: row.name.clone(),
        vehicle_class: row.vehicle_class.clone(),
        seat_count: row.seat_count,
        standing_places: row.standing_places,
        notes: row.notes.clone(),
        decks: row.decks.clone(),
        made_at,
        account_id,
    }
}

/// Writes a feed's layouts. What the office has drawn stays; what has changed in the feed becomes a version more.
/// Layouts that the feed's routes and vehicles use leave the archive.
pub(super) async fn write_layouts(
    tx: &DatabaseTransaction,
    planned: Vec<layout::Model>,
    used: &HashSet<Uuid>,
    now: DateTime<Utc>,
    report: &mut ImportReport,
) -> Result<(), sea_orm::DbErr> {
    for mut row in planned {
        let known = layout::Entity::find_by_id(row.id).one(tx).await?;
        let Some(known) = known else {
            insert_missing::<layout::Entity>(tx, vec![row.clone()]).await?;
            insert_missing::<layout_version::Entity>(tx, vec![version_of(&row, now, None)]).await?;
            continue;
        };
        let comes_back = known.archived_at.is_some() && used.contains(&known.id);
        if known.edited {
            let brought = layout_version::Entity::find()
                .filter(layout_version::Column::LayoutId.eq(row.id))
                .filter(layout_version::Column::AccountId.is_null())
                .order_by_desc(layout_version::Column::Version)
                .one(tx)
                .await?;
            let same = brought.is_some_and(|brought| {
                let same =
                    version_of(&layout::Model { version: brought.version, ..row.clone() }, brought.made_at, None);
                same == brought
            });
            if !same {
                let reason = format!("layout \"{}\" was changed in the office and stays as it is", known.code);
                report.repair(FILE, 0, reason);
            }
            row = layout::Model { archived_at: known.archived_at, ..known.clone() };
        } else {
            row = layout::Model { version: known.version, archived_at: known.archived_at, ..row };
            if row != known {
                row.version += 1;
                insert_missing::<layout_version::Entity>(tx, vec![version_of(&row, now, None)]).await?;
            }
        }
        if comes_back {
            row.archived_at = None;
        }
        if row != known {
            upsert::<layout::Entity>(tx, vec![row]).await?;
        }
    }
    Ok(())
}

/// Seat maps that have been drawn anew: by the map that schedules name, the newest of that layout, with the layout's
/// feed.
pub struct NewestMaps(HashMap<Uuid, Vec<(String, seat_map::Model)>>);

impl NewestMaps {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self, Fault> {
        let mut newest: HashMap<Uuid, Vec<(String, seat_map::Model)>> = HashMap::new();
        let layouts = layout::Entity::find().filter(layout::Column::Version.gt(1)).all(db).await?;
        if layouts.is_empty() {
            return Ok(Self(newest));
        }
        let maps = seat_map::Entity::find().all(db).await?;
        let maps: Vec<(Uuid, SeatMap)> = maps
            .into_iter()
            .map(|row| Ok::<_, Fault>((row.id, serde_json::from_str(&row.content)?)))
            .collect::<Result<_, _>>()?;
        for row in layouts {
            let layout = layout_of(&row)?;
            let mut by_units: HashMap<usize, seat_map::Model> = HashMap::new();
            for (id, map) in maps.iter().filter(|(_, map)| map.layout() == row.code) {
                let units = map.units().len();
                let map = match by_units.entry(units) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(free) => {
                        let map = layout.seat_map(u16::try_from(units).unwrap_or(u16::MAX));
                        free.insert(seat_map_row(&map.map_err(|error| Fault::new(error.to_string()))?))
                    }
                };
                if map.id != *id {
                    newest.entry(*id).or_default().push((row.feed.clone(), map.clone()));
                }
            }
        }
        Ok(Self(newest))
    }

    /// Whoever has changed layouts does this before the commit that raises the network's version: trips made later
    /// name these maps.
    pub async fn store(&self, tx: &DatabaseTransaction) -> Result<(), sea_orm::DbErr> {
        let mut maps: Vec<seat_map::Model> = self.0.values().flatten().map(|(_, map)| map.clone()).collect();
        maps.sort_by_key(|map| map.id);
        maps.dedup_by_key(|map| map.id);
        insert_missing::<seat_map::Entity>(tx, maps).await
    }

    /// The schedule with the seats that its next trips have.
    pub fn seated(&self, schedule: schedule::Model) -> schedule::Model {
        let Some(id) = schedule.seat_map_id else { return schedule };
        let drawn = self.0.get(&id).map_or(&[][..], Vec::as_slice);
        // The office sets departures with layouts of any feed.
        let own = drawn.iter().find(|(feed, _)| *feed == schedule.feed);
        match own.or_else(|| drawn.first().filter(|_| schedule.feed == OFFICE)) {
            Some((_, map)) => schedule::Model {
                seat_map_id: Some(map.id),
                capacity: if schedule.reserved { map.seat_count } else { map.capacity },
                ..schedule
            },
            None => schedule,
        }
    }
}
