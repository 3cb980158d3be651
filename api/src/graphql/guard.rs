//! The first of the two places where rights are checked: the field's guard. The second is each feature's `access`.

use async_graphql::{Context, Error, Guard};

use super::error;
use super::viewer;
use super::viewer::Permission;

/// Staff with the permission.
pub struct Can(pub Permission);

impl Guard for Can {
    async fn check(&self, ctx: &Context<'_>) -> Result<(), Error> {
        let viewer = viewer(ctx);
        if viewer.can(self.0) {
            Ok(())
        } else if viewer.session.is_none() {
            Err(error::unauthenticated())
        } else {
            Err(error::forbidden())
        }
    }
}

/// Staff with one of the permissions.
pub struct CanAny<const N: usize>(pub [Permission; N]);

impl<const N: usize> Guard for CanAny<N> {
    async fn check(&self, ctx: &Context<'_>) -> Result<(), Error> {
        let viewer = viewer(ctx);
        if self.0.iter().any(|permission| viewer.can(*permission)) {
            Ok(())
        } else if viewer.session.is_none() {
            Err(error::unauthenticated())
        } else {
            Err(error::forbidden())
        }
    }
}

/// Anybody who is signed in as staff, for what is their own.
pub struct StaffSession;

impl Guard for StaffSession {
    async fn check(&self, ctx: &Context<'_>) -> Result<(), Error> {
        let viewer = viewer(ctx);
        if viewer.is_staff() {
            Ok(())
        } else if viewer.session.is_none() {
            Err(error::unauthenticated())
        } else {
            Err(error::forbidden())
        }
    }
}

/// Anybody with a session.
pub struct SignedIn;

impl Guard for SignedIn {
    async fn check(&self, ctx: &Context<'_>) -> Result<(), Error> {
        if viewer(ctx).session.is_some() { Ok(()) } else { Err(error::unauthenticated()) }
    }
}
