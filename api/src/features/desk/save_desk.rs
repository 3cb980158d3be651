use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{desk, fiscal_register};

use crate::features::audit::{Change, audit_change};
use crate::features::station::{find_station, may_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::types::Desk;

#[derive(InputObject)]
pub struct SaveDeskInput {
    /// Of the desk that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// Whose; a desk stays with its station.
    pub station_id: ID,
    /// As its sign says, for example `3`; unique among those of the station in use.
    pub sign: String,
    /// Where it is and what for; for staff.
    pub note: Option<String>,
    /// Its receipt printer (ESC/POS over the network) as the server reaches it: a host or an address, with the port where
    /// it is not 9100.
    pub printer: Option<String>,
    /// Width of the printer's paper, millimetres: 80 or 58.
    #[graphql(default = 80)]
    pub paper_mm: i32,
    /// The cash register that records its sales; null: the one for everything. Stays as it is where who
    /// saves may not manage registers. NO_SUCH_REGISTER.
    pub register_id: Option<ID>,
    /// False: out of use.
    #[graphql(default = true)]
    pub active: bool,
}

/// The desk as it is now.
#[derive(SimpleObject)]
pub struct DeskSaved {
    pub desk: Desk,
}

#[derive(Union)]
pub enum SaveDeskResult {
    Saved(DeskSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SaveDesk;

#[Object]
impl SaveDesk {
    /// Staff: a new desk of a station, or a change of one.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "20 + child_complexity")]
    async fn save_desk(&self, ctx: &Context<'_>, input: SaveDeskInput) -> Result<SaveDeskResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        may_change(viewer)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let station = find_station(&*tx, viewer, &input.station_id).await?;
        let before = match &input.id {
            Some(id) => {
                let row = desk::Entity::find_by_id(Gid::find(Kind::Desk, id)?).lock_exclusive();
                let row = row.one(&tx).await.map_err(Fault::from)?.filter(|row| row.stop_id == station.id);
                Some(row.ok_or_else(error::not_found)?)
            }
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveDeskResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        if before.is_none() && station.kind == "BORDER" {
            form.wrong("stationId", "NO_SUCH_STATION");
        }
        let row = desk::Model {
            id: before.as_ref().map_or_else(|| app.ids.new(), |row| row.id),
            stop_id: station.id,
            sign: form.text("sign", &input.sign, 20),
            note: form.optional("note", input.note.as_deref(), 200),
            active: input.active,
            printer: read_printer(&mut form, input.printer.as_deref()),
            paper_mm: input.paper_mm,
            register_id: if viewer.can(Permission::ManageRegisters) {
                register(&*tx, &mut form, input.register_id.as_ref()).await?
            } else {
                before.as_ref().and_then(|row| row.register_id)
            },
            version: before.as_ref().map_or(0, |row| row.version) + 1,
        };
        if ![80, 58].contains(&row.paper_mm) {
            form.wrong("paperMm", "PAPER_WIDTH");
        }
        if row.active && !station.active {
            form.wrong("active", "STATION_NOT_IN_USE");
        }
        if row.active && form.is_good() && sign_taken(&*tx, &row).await? {
            form.wrong("sign", "DESK_TAKEN");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveDeskResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        if let Err(error) = upsert::<desk::Entity>(&tx, vec![row.clone()]).await {
            // Somebody has just made another with this sign.
            if matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_))) {
                form = Form::new(viewer.language);
                form.wrong("sign", "DESK_TAKEN");
                return Ok(tx.give_up(SaveDeskResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
            }
            return Err(Fault::from(error).into());
        }
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        audit_change(app, &tx, viewer, "SAVE_DESK", &format!("station:{}", station.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveDeskResult::Saved(DeskSaved { desk: Desk(row) }))
    }
}

async fn register(db: &impl ConnectionTrait, form: &mut Form, id: Option<&ID>) -> Result<Option<Uuid>, Fault> {
    let Some(id) = id else { return Ok(None) };
    let row = match Gid::read(Kind::FiscalRegister, id) {
        Some(id) => fiscal_register::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    if row.is_none() {
        form.wrong("registerId", "NO_SUCH_REGISTER");
    }
    Ok(row.map(|row| row.id))
}

/// `host:port`, with the port that receipt printers listen at where none is said.
fn read_printer(form: &mut Form, typed: Option<&str>) -> Option<String> {
    let typed = form.optional("printer", typed, 100)?;
    let (host, port) = match typed.rsplit_once(':') {
        // An IPv6 address stands in brackets.
        Some((host, port)) if !port.contains(']') => (host, port.parse::<u16>().ok().filter(|port| *port > 0)),
        _ => (typed.as_str(), Some(9100)),
    };
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let good = match bare {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => !host.is_empty() && host.chars().all(|sign| sign.is_ascii_alphanumeric() || ".-_".contains(sign)),
    };
    match port.filter(|_| good) {
        Some(port) => Some(format!("{host}:{port}")),
        None => {
            form.wrong("printer", "PRINTER_FORM");
            None
        }
    }
}

async fn sign_taken(db: &impl ConnectionTrait, row: &desk::Model) -> Result<bool, Fault> {
    use desk::Column;
    let others = desk::Entity::find().filter(Column::StopId.eq(row.stop_id)).filter(Column::Id.ne(row.id));
    let others = others.filter(Column::Active.eq(true)).filter(Column::Sign.eq(&row.sign));
    Ok(others.one(db).await?.is_some())
}

fn facts(row: &desk::Model) -> Value {
    json!({ "desk": row.sign, "note": row.note, "active": row.active, "printer": row.printer })
}
