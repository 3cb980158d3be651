use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use chrono::{DateTime, Utc};
use domain::order::OrderStatus;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::order;

use crate::app::App;
use crate::features::network::trip_views;
use crate::features::order::{Order, OrderChanged, OrderRefInput, changed, lock_changing, own_order, reread};
use crate::features::promotion::reprice;
use crate::graphql::{Gid, HoldExpired, InvalidInput, Kind, OrderClosed, SignedIn, app, error, viewer};
use crate::platform::Fault;

use super::member::member_for;
use super::types::terms_of;

/// For whom an order is bought.
#[derive(InputObject)]
pub struct BuyForCompanyInput {
    pub order: OrderRefInput,
    /// One of `me.companies`; null: for oneself again.
    pub company_id: Option<ID>,
}

#[derive(Union)]
pub enum BuyForCompanyResult {
    Changed(OrderChanged),
    HoldExpired(HoldExpired),
    OrderClosed(OrderClosed),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct BuyForCompany;

#[Object]
impl BuyForCompany {
    /// Signed-in customers: a held order is bought for a company, at its price and from its account alone, or for oneself
    /// again. COMPANY_NOT_ALLOWED at `companyId`: the viewer buys nothing for it, or its contract is not in force.
    #[graphql(guard = "SignedIn", complexity = "20 + child_complexity")]
    async fn buy_for_company(&self, ctx: &Context<'_>, input: BuyForCompanyInput) -> Result<BuyForCompanyResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = own_order(app, viewer, &input.order).await?;
        let membership = match &input.company_id {
            None => None,
            Some(company) => {
                let company = Gid::find(Kind::Company, company)?;
                let Some(found) = member_for(app, app.db.read(), viewer, company).await? else {
                    let problem = InvalidInput::one(viewer.language, "companyId", "COMPANY_NOT_ALLOWED");
                    return Ok(BuyForCompanyResult::InvalidInput(problem));
                };
                Some(found.company)
            }
        };
        let terms = match &membership {
            Some(company) => Some(serde_json::to_value(terms_of(company)?).map_err(Fault::from)?),
            None => None,
        };
        let row = order::ActiveModel {
            company_id: Set(membership.as_ref().map(|company| company.id)),
            company_terms: Set(terms),
            ..Default::default()
        };
        let language = viewer.language;
        Ok(match set(app, id, row).await?.ok_or_else(error::not_found)? {
            Ok(()) => {
                changed(app, id);
                BuyForCompanyResult::Changed(OrderChanged { order: Order::customers(reread(app, id).await?) })
            }
            Err(Rejection::Expired(at)) => BuyForCompanyResult::HoldExpired(HoldExpired::new(language, at)),
            Err(Rejection::Closed(status)) => {
                BuyForCompanyResult::OrderClosed(OrderClosed::new(language, status.into()))
            }
        })
    }
}

enum Rejection {
    Expired(DateTime<Utc>),
    Closed(OrderStatus),
}

async fn set(
    app: &App,
    id: Uuid,
    row: order::ActiveModel,
) -> std::result::Result<Option<std::result::Result<(), Rejection>>, Fault> {
    let now = app.clock.now();
    let network = app.network.get(app).await?;
    let tx = app.db.begin().await?;
    let change = order::Entity::update_many().set(row).filter(order::Column::Id.eq(id));
    let Some(bundle) = lock_changing(app, &tx, change).await? else { return Ok(tx.give_up(None).await?) };
    match bundle.status(now) {
        OrderStatus::Held => {}
        OrderStatus::Expired => return Ok(tx.give_up(Some(Err(Rejection::Expired(bundle.order.hold_until)))).await?),
        status => return Ok(tx.give_up(Some(Err(Rejection::Closed(status)))).await?),
    }
    let ids: Vec<Uuid> = bundle.segments.iter().map(|segment| segment.trip_id).collect();
    let trips = trip_views(app, &ids).await?;
    let rides: Vec<_> = ids.iter().filter_map(|id| trips.get(id)).map(AsRef::as_ref).collect();
    let code = network.rules().promotion(bundle.order.promotion_id);
    reprice(&tx, &network, &bundle, &rides, code).await?;
    tx.commit().await?;
    Ok(Some(Ok(())))
}
