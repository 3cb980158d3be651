use std::sync::Arc;

use async_graphql::{Context, ID, Object};

use crate::features::network::{self, in_language};
use crate::graphql::{Gid, Kind, viewer};

/// Who runs the vehicles, and whom the passenger contracts with.
#[derive(Clone)]
pub struct Carrier(pub Arc<network::Carrier>);

#[Object]
impl Carrier {
    async fn id(&self) -> ID {
        Gid::of(Kind::Carrier, self.0.id)
    }

    /// The carrier's short code in the timetable, for example `A`.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// In the viewer's language.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(&self.0.names, viewer(ctx).language)
    }

    /// For passengers, in international form.
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// The carrier's own site.
    async fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }
}
