use async_graphql::{Context, Result, Subscription};
use futures::Stream;
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;
use uuid::Uuid;

use crate::app::App;
use crate::features::account::session_is_live;
use crate::graphql::{app, error, viewer};
use crate::platform::bus::Note;

use super::access::{OrderRefInput, find_order};
use super::types::Order;

/// Tells everybody who looks at the order, after the commit.
pub fn changed(app: &App, order: Uuid) {
    app.bus.publish(&format!("order:{order}"), "");
}

#[derive(Default)]
pub struct OrderSubscription;

#[Subscription]
impl OrderSubscription {
    /// The order as it is now, then after each change of it or of its trips, and when its hold ends. The right to see it
    /// is checked again before each event.
    async fn order_changed(
        &self,
        ctx: &Context<'_>,
        order: OrderRefInput,
    ) -> Result<impl Stream<Item = Result<Order>>> {
        let app = app(ctx).clone();
        let viewer = viewer(ctx).clone();
        let first = find_order(&app, &viewer, &order).await?;
        Ok(async_stream::try_stream! {
            let mut notes = app.bus.subscribe(&format!("order:{}", first.id));
            let mut version = None;
            loop {
                if !session_is_live(&app, &viewer).await? {
                    Err(error::unauthenticated())?;
                }
                let row = find_order(&app, &viewer, &order).await?;
                let now = app.clock.now();
                let held = row.hold_until > now;
                if version != Some((row.version, held)) {
                    version = Some((row.version, held));
                    yield Order::customers(row.clone());
                }
                let quiet = Duration::from_secs(20);
                let wait = (row.hold_until - now).to_std().map_or(quiet, |left| left.min(quiet) + Duration::from_millis(5));
                tokio::select! {
                    note = notes.recv() => match note {
                        // Something about it was changed, the order's own row or a trip of it.
                        Ok(Note::Message(_) | Note::Resync) | Err(RecvError::Lagged(_)) => version = None,
                        Err(RecvError::Closed) => return,
                    },
                    () = tokio::time::sleep(wait) => {}
                }
            }
        })
    }
}
