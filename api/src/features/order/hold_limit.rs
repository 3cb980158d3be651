//! How many seats one address may hold without anybody signing in: enough to buy, too few to keep others from buying.

use chrono::TimeDelta;

use crate::app::App;
use crate::graphql::Viewer;
use crate::platform::limit::{Limited, Quota};

use super::hold_input::HoldSeatsInput;
use super::{MAX_PASSENGERS, MAX_SEGMENTS};

/// Seats that count as one hold.
const SEATS: usize = 4;

/// What a request has taken from its address's share.
pub struct Share<'a> {
    app: &'a App,
    address: &'a str,
    quota: Option<Quota>,
    taken: usize,
}

/// Takes a hold's share before it is tried. Whoever is signed in or brings a partner's key is known, and not limited.
pub async fn take<'a>(app: &'a App, viewer: &'a Viewer, input: &HoldSeatsInput) -> Result<Share<'a>, Limited> {
    let known = viewer.session.is_some() || viewer.partner.is_some();
    let count = app.config.holds_per_address().filter(|_| !known);
    let quota = count.map(|count| Quota { name: "holds", count, per: TimeDelta::hours(1) });
    let mut share = Share { app, address: &viewer.address, quota, taken: 0 };
    let seats = input.passengers.len().min(MAX_PASSENGERS) * input.segments.len().min(MAX_SEGMENTS);
    for _ in 0..seats.div_ceil(SEATS) {
        let Some(quota) = share.quota else { break };
        if let Err(limited) = app.limits.take(quota, &viewer.address).await {
            share.give_back().await;
            return Err(limited);
        }
        share.taken += 1;
    }
    Ok(share)
}

impl Share<'_> {
    /// Nothing was held after all, or it was held before.
    pub async fn give_back(self) {
        for quota in self.quota.iter().cycle().take(self.taken) {
            self.app.limits.give_back(*quota, self.address).await;
        }
    }
}
