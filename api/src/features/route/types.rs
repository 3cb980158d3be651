use std::sync::Arc;

use async_graphql::{Context, ID, Object};

use crate::features::carrier::Carrier;
use crate::features::network::{self, RouteKind, in_language};
use crate::graphql::{Gid, Kind, viewer};

/// A line: trips with the same number between the same ends.
#[derive(Clone)]
pub struct Route(pub Arc<network::Route>);

#[Object]
impl Route {
    async fn id(&self) -> ID {
        Gid::of(Kind::Route, self.0.id)
    }

    /// As on the board, for example `501`; may be empty where a line has only a name.
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.names, viewer(ctx).language)
    }

    async fn kind(&self) -> RouteKind {
        self.0.kind
    }

    /// minibus, coach, vip, doubledecker, suburban or rail.
    async fn service_class(&self) -> &str {
        &self.0.service_class
    }

    /// RRGGBB, without a sign before it.
    async fn color(&self) -> Option<&str> {
        self.0.color.as_deref()
    }

    /// Crosses a border: passengers need a passport.
    async fn passport_required(&self) -> bool {
        self.0.passport_required
    }

    async fn carrier(&self) -> Carrier {
        Carrier(Arc::clone(&self.0.carrier))
    }
}
