use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};

use ::entity::announcement;

use crate::features::network::{self, in_language};
use crate::features::station::Stop;
use crate::graphql::{Gid, Kind, ThreeNames, ZonedTime, viewer};

crate::connection!(Announcement, AnnouncementConnection, AnnouncementEdge);

/// What a station tells its passengers for a while.
#[derive(Clone)]
pub struct Announcement {
    pub row: announcement::Model,
    pub station: Arc<network::Stop>,
}

#[Object]
impl Announcement {
    async fn id(&self) -> ID {
        Gid::of(Kind::Announcement, self.row.id)
    }

    async fn station(&self) -> Stop {
        Stop(Arc::clone(&self.station))
    }

    /// In the viewer's language.
    async fn text(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.row.text, viewer(ctx).language)
    }

    /// In all languages: a board in a hall shows them in turn.
    async fn texts(&self) -> ThreeNames {
        self.row.text.clone().into()
    }

    /// In the station's zone.
    async fn starts_at(&self) -> ZonedTime {
        ZonedTime::new(self.row.starts_at, self.station.zone)
    }

    /// In the station's zone. From then on it is no longer told.
    async fn ends_at(&self) -> ZonedTime {
        ZonedTime::new(self.row.ends_at, self.station.zone)
    }

    /// Send it back with a change: somebody else's change in between is not lost.
    async fn version(&self) -> Result<i32> {
        Ok(i32::try_from(self.row.version).unwrap_or(i32::MAX))
    }
}
