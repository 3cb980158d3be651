use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, ID, Object, Result};
use domain::ledger::Account;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{desk, staff_desk};

use crate::app::App;
use crate::features::fiscal_register::FiscalRegister;
use crate::features::station::Stop;
use crate::graphql::{Gid, Kind, app};
use crate::platform::Fault;

/// A place of a station where tickets are sold by hand.
#[derive(Clone)]
pub struct Desk(pub desk::Model);

#[Object]
impl Desk {
    async fn id(&self) -> ID {
        Gid::of(Kind::Desk, self.0.id)
    }

    /// As its sign says.
    async fn sign(&self) -> &str {
        &self.0.sign
    }

    /// Code of its till's account in the ledger, as `ledgerPostings` takes it.
    async fn ledger_account(&self) -> String {
        Account::Till(self.0.id).code()
    }

    /// Where it is and what for; for staff.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Where it stands.
    async fn station(&self, ctx: &Context<'_>) -> Result<Option<Stop>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(network.stop(self.0.stop_id).map(|stop| Stop(Arc::clone(stop))))
    }

    /// Host and port of its receipt printer (ESC/POS over the network), for example `10.0.0.15:9100`; null: it has none.
    async fn printer(&self) -> Option<&str> {
        self.0.printer.as_deref()
    }

    /// Width of the printer's paper, millimetres: 80 or 58.
    async fn paper_mm(&self) -> i32 {
        self.0.paper_mm
    }

    /// The cash register that records its sales; null: the one for everything, and for who may not see registers.
    #[graphql(complexity = "2 + child_complexity")]
    async fn register(&self, ctx: &Context<'_>) -> Result<Option<FiscalRegister>> {
        let Some(id) = self.0.register_id else { return Ok(None) };
        FiscalRegister::seen(ctx, id).await
    }

    /// False: out of use, nobody sells there.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }
}

impl Desk {
    /// The desk with that id.
    pub async fn load(ctx: &Context<'_>, id: Uuid) -> Result<Option<Desk>, Fault> {
        let loaded = ctx.data_unchecked::<DataLoader<DeskLoader>>().load_one(DeskById(id)).await;
        loaded.map_err(|fault| Fault::new(format!("{fault:?}")))
    }
}

/// Loads desks for lists.
pub struct DeskLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct DeskById(Uuid);

impl Loader<DeskById> for DeskLoader {
    type Value = Desk;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[DeskById]) -> Result<HashMap<DeskById, Desk>, Arc<Fault>> {
        let rows = desk::Entity::find().filter(desk::Column::Id.is_in(keys.iter().map(|key| key.0)));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().map(|row| (DeskById(row.id), Desk(row))).collect())
    }
}

/// The desks that somebody is tied to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DesksOfStaff(pub Uuid);

impl Loader<DesksOfStaff> for DeskLoader {
    type Value = Vec<Desk>;
    type Error = Arc<Fault>;

    async fn load(&self, people: &[DesksOfStaff]) -> Result<HashMap<DesksOfStaff, Vec<Desk>>, Arc<Fault>> {
        let fault = |error: sea_orm::DbErr| Arc::new(Fault::from(error));
        let db = self.0.db.read();
        let ties = staff_desk::Entity::find()
            .filter(staff_desk::Column::AccountId.is_in(people.iter().map(|one| one.0)))
            .all(db)
            .await
            .map_err(fault)?;
        if ties.is_empty() {
            return Ok(HashMap::new());
        }
        let desks = desk::Entity::find()
            .filter(desk::Column::Id.is_in(ties.iter().map(|tie| tie.desk_id)))
            .order_by_asc(desk::Column::Sign)
            .all(db)
            .await
            .map_err(fault)?;
        let of = |one: &DesksOfStaff| {
            let theirs = |desk: &&desk::Model| ties.iter().any(|tie| tie.account_id == one.0 && tie.desk_id == desk.id);
            desks.iter().filter(theirs).cloned().map(Desk).collect()
        };
        Ok(people.iter().map(|one| (*one, of(one))).collect())
    }
}
