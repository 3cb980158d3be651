//! What all features' types and resolvers share: scalars, opaque ids, pages, errors, the viewer and the guards.
//! Only `schema` names features.

pub mod budget;
pub mod connection;
pub mod error;
pub mod form;
pub mod gid;
pub mod guard;
pub mod scalars;
pub mod schema;
pub mod search_text;
pub mod user_error;
pub mod viewer;

pub use connection::{By, Mark, Page, PageInfo, Sort, SortDirection};
pub use form::{Form, ThreeNames, ThreeNamesInput, capitalized, weekdays_of};
pub use gid::{Gid, Kind};
pub use guard::{Can, CanAny, SignedIn, StaffSession};
pub use scalars::{Date, LocalDateTime, Money, ZonedTime};
pub use search_text::{begins_with, contains};
pub use user_error::*;
pub use viewer::{Permission, SessionKind, StaffRole, Viewer};

use async_graphql::Context;

use crate::app::App;

/// With a request whose reading is written down as a whole by whoever sends it, not page by page.
pub struct Audited;

/// The application of a request.
pub fn app<'a>(ctx: &Context<'a>) -> &'a App {
    ctx.data_unchecked::<App>()
}

/// Who asks, in which language, from where.
pub fn viewer<'a>(ctx: &Context<'a>) -> &'a Viewer {
    ctx.data_unchecked::<Viewer>()
}
