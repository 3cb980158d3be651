use async_graphql::{Context, ID, Object, Result};
use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::order;

use crate::features::audit::audit;
use crate::graphql::{Gid, Kind, app, error, viewer};
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::access::{Access, may_see};
use super::categories::PassengerCategory;
use super::types::Order;

/// Orders asked for in vain from one address.
const LOOKUPS: Quota = Quota { name: "order-lookup", count: 60, per: TimeDelta::minutes(1) };

#[derive(Default)]
pub struct OrderQuery;

#[Object]
impl OrderQuery {
    /// Who may travel for which share of the fare. `ADULT` is always there.
    async fn passenger_categories(&self, ctx: &Context<'_>) -> Result<Vec<PassengerCategory>> {
        let network = app(ctx).network.get(app(ctx)).await?;
        Ok(PassengerCategory::all(&network, app(ctx).clock.now(), viewer(ctx).language))
    }

    /// An order by its number and the secret of its link, or by its id (or number) for its signed-in owner and for
    /// staff who may view orders. Anybody else's is null, as is one that does not exist. RATE_LIMITED after ten wrong
    /// secrets.
    async fn order(
        &self,
        ctx: &Context<'_>,
        id: Option<ID>,
        number: Option<String>,
        secret: Option<String>,
    ) -> Result<Option<Order>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        app.limits
            .take(LOOKUPS, &viewer.address)
            .await
            .map_err(|limited| error::rate_limited(limited.retry_after_seconds))?;
        let query = match (&id, &number) {
            (Some(id), _) => match Gid::read(Kind::Order, id) {
                Some(id) => order::Entity::find_by_id(id),
                None => return Ok(None),
            },
            (None, Some(number)) => {
                order::Entity::find().filter(order::Column::Number.eq(number.trim().to_uppercase()))
            }
            (None, None) => return Err(error::bad_input("order: name it by id or by number")),
        };
        let Some(row) = query.one(app.db.read()).await.map_err(Fault::from)? else { return Ok(None) };
        let access = match may_see(app, viewer, &row, secret.as_deref()).await {
            Ok(access) => access,
            Err(error) if is_not_found(&error) => return Ok(None),
            Err(error) => return Err(error),
        };
        app.limits.give_back(LOOKUPS, &viewer.address).await;
        if access == Access::Staff {
            audit(app, viewer, "READ_ORDER", &format!("order:{}", row.id)).await?;
        }
        Ok(Some(Order { row, access, known: None }))
    }
}

fn is_not_found(error: &async_graphql::Error) -> bool {
    let code = error.extensions.as_ref().and_then(|extensions| extensions.get("code"));
    code == Some(&async_graphql::Value::from("NOT_FOUND"))
}
