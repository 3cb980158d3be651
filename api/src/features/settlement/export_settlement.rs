use async_graphql::{Context, Enum, ID, InputObject, Object, Result, Union};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::features::export::{ExportReady, Order, limited};
use crate::graphql::{Can, Permission, TooManyAttempts, app, error, viewer};

use super::access::find_settlement;

/// What kind of file.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ActFormat {
    /// With places for signatures.
    Pdf,
    /// The trips with typed cells and totals.
    Xlsx,
}

#[derive(InputObject)]
pub struct ExportSettlementInput {
    pub id: ID,
    pub format: ActFormat,
}

#[derive(Union)]
pub enum ExportSettlementResult {
    Ready(ExportReady),
    TooManyAttempts(TooManyAttempts),
}

/// What a file is asked for.
#[derive(Serialize, Deserialize)]
pub struct ActOrder {
    pub id: Uuid,
    pub format: ActFormat,
}

#[derive(Default)]
pub struct ExportSettlement;

#[Object]
impl ExportSettlement {
    /// Staff: the act of a settlement, or its trips as a table, in the viewer's language. Whoever fetches it gets what they may
    /// see then; each file is in the audit log.
    #[graphql(guard = "Can(Permission::ViewSettlements)", complexity = "20 + child_complexity")]
    async fn export_settlement(
        &self,
        ctx: &Context<'_>,
        input: ExportSettlementInput,
    ) -> Result<ExportSettlementResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let row = find_settlement(app.db.read(), viewer, &input.id).await?;
        if let Some(limited) = limited(app, viewer).await {
            return Ok(ExportSettlementResult::TooManyAttempts(limited));
        }
        let order = Order::of_act(app, viewer, ActOrder { id: row.id, format: input.format });
        let order = order.ok_or_else(error::unauthenticated)?;
        Ok(ExportSettlementResult::Ready(ExportReady {
            url: format!("{}/exports/{}", app.config.public_url, order.seal(app)?),
            expires_at: app.clock.now() + TimeDelta::seconds(Order::GOOD_SECONDS),
        }))
    }
}
