use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::document::{mask, tail};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::saved_passenger;

use crate::app::App;
use crate::features::order::{CheckedPerson, DocumentKind, Person, check_person};
use crate::graphql::{Date, Gid, InvalidInput, Kind, SignedIn, app, error, viewer};
use crate::platform::Fault;

use super::sign_out::Done;

/// In one cabinet.
const MAX_SAVED: u64 = 50;

/// A passenger kept for the next order.
#[derive(Clone)]
pub struct SavedPassenger {
    pub row: saved_passenger::Model,
}

/// A passenger kept for the next order.
#[Object]
impl SavedPassenger {
    async fn id(&self) -> ID {
        Gid::of(Kind::SavedPassenger, self.row.id)
    }

    async fn first_name(&self) -> &str {
        &self.row.first_name
    }

    async fn last_name(&self) -> &str {
        &self.row.last_name
    }

    async fn middle_name(&self) -> Option<&str> {
        self.row.middle_name.as_deref()
    }

    async fn birth_date(&self) -> Date {
        Date(self.row.birth_date)
    }

    /// ISO 3166-1 alpha-2.
    async fn citizenship(&self) -> &str {
        &self.row.citizenship
    }

    async fn document_kind(&self) -> Option<DocumentKind> {
        domain::document::DocumentKind::parse(&self.row.document_kind).map(Into::into)
    }

    /// Whole: the cabinet's owner alone sees it, to fill in the next order.
    async fn document_number(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(app(ctx).secrets.open(self.row.id, &self.row.document_sealed)?)
    }

    /// Hidden but for its last characters.
    async fn document_masked(&self) -> String {
        mask(&self.row.document_tail)
    }
}

#[derive(InputObject)]
pub struct SavePassengerInput {
    /// Null makes a new one.
    pub id: Option<ID>,
    pub first_name: String,
    pub last_name: String,
    pub middle_name: Option<String>,
    pub birth_date: Date,
    /// ISO 3166-1 alpha-2.
    pub citizenship: String,
    pub document_kind: DocumentKind,
    /// Null keeps the one that is stored.
    pub document_number: Option<String>,
}

#[derive(SimpleObject)]
pub struct PassengerSaved {
    pub passenger: SavedPassenger,
}

#[derive(Union)]
pub enum SavePassengerResult {
    Saved(PassengerSaved),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct SavedPassengers;

#[Object]
impl SavedPassengers {
    /// Keeps a passenger in the cabinet, or changes one. NOT_FOUND for anybody else's.
    #[graphql(guard = "SignedIn")]
    async fn save_passenger(&self, ctx: &Context<'_>, input: SavePassengerInput) -> Result<SavePassengerResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let account = viewer.account_id().ok_or_else(error::unauthenticated)?;
        let before = match &input.id {
            Some(id) => Some(find(app, account, id).await?.ok_or_else(error::not_found)?),
            None => None,
        };
        let kept = match (&before, &input.document_number) {
            (Some(row), None) => Some(app.secrets.open(row.id, &row.document_sealed)?),
            _ => None,
        };
        let number = input.document_number.as_deref().or(kept.as_deref()).unwrap_or_default();
        let person = Person {
            first_name: &input.first_name,
            last_name: &input.last_name,
            middle_name: input.middle_name.as_deref(),
            birth_date: input.birth_date.0,
            citizenship: &input.citizenship,
            document_kind: input.document_kind.into(),
            document_number: Some(number),
        };
        let checked = match check_person(viewer.language, "", &person, app.clock.now().date_naive()) {
            Ok(checked) => checked,
            Err(fields) => return Ok(SavePassengerResult::InvalidInput(InvalidInput::new(viewer.language, fields))),
        };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = match before {
            Some(row) => {
                let active = active(app, row.id, account, &checked)?;
                saved_passenger::Entity::update(active).exec(&tx).await.map_err(Fault::from)?
            }
            None => {
                let own = saved_passenger::Entity::find().filter(saved_passenger::Column::AccountId.eq(account));
                if own.count(&tx).await.map_err(Fault::from)? >= MAX_SAVED {
                    let full = InvalidInput::one(viewer.language, "id", "SAVED_FULL");
                    let full = SavePassengerResult::InvalidInput(full);
                    return Ok(tx.give_up(full).await.map_err(Fault::from)?);
                }
                let active = active(app, app.ids.new(), account, &checked)?;
                saved_passenger::Entity::insert(active).exec_with_returning(&tx).await.map_err(Fault::from)?
            }
        };
        tx.commit().await.map_err(Fault::from)?;
        Ok(SavePassengerResult::Saved(PassengerSaved { passenger: SavedPassenger { row } }))
    }

    /// Forgets a kept passenger; NOT_FOUND for anybody else's.
    #[graphql(guard = "SignedIn")]
    async fn delete_saved_passenger(&self, ctx: &Context<'_>, id: ID) -> Result<Done> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let account = viewer.account_id().ok_or_else(error::unauthenticated)?;
        let row = find(app, account, &id).await?.ok_or_else(error::not_found)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        saved_passenger::Entity::delete_by_id(row.id).exec(&tx).await.map_err(Fault::from)?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(Done { ok: true })
    }
}

async fn find(app: &App, account: Uuid, id: &ID) -> Result<Option<saved_passenger::Model>> {
    let id = Gid::find(Kind::SavedPassenger, id)?;
    let row = saved_passenger::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
    Ok(row.filter(|row| row.account_id == account))
}

fn active(app: &App, id: Uuid, account: Uuid, person: &CheckedPerson) -> Result<saved_passenger::ActiveModel, Fault> {
    let number = person.document_number.as_deref().unwrap_or_default();
    Ok(saved_passenger::ActiveModel {
        id: Set(id),
        account_id: Set(account),
        first_name: Set(person.first_name.clone()),
        last_name: Set(person.last_name.clone()),
        middle_name: Set(person.middle_name.clone()),
        birth_date: Set(person.birth_date),
        citizenship: Set(person.citizenship.clone()),
        document_kind: Set(person.document_kind.code().into()),
        document_sealed: Set(app.secrets.seal(&app.ids, id, number)?),
        document_tail: Set(tail(number)),
        created_at: Set(app.clock.now()),
    })
}

/// Keeps a passenger of an order, unless one of the same name and birth date is kept already.
pub async fn keep_passenger(
    app: &App,
    tx: &DatabaseTransaction,
    account: Uuid,
    person: &CheckedPerson,
) -> Result<(), Fault> {
    let own = || saved_passenger::Entity::find().filter(saved_passenger::Column::AccountId.eq(account));
    let same = own()
        .filter(saved_passenger::Column::FirstName.eq(&person.first_name))
        .filter(saved_passenger::Column::LastName.eq(&person.last_name))
        .filter(saved_passenger::Column::BirthDate.eq(person.birth_date))
        .one(tx)
        .await?;
    match same {
        Some(row) => {
            saved_passenger::Entity::update(active(app, row.id, account, person)?).exec(tx).await?;
        }
        None if own().count(tx).await? < MAX_SAVED => {
            saved_passenger::Entity::insert(active(app, app.ids.new(), account, person)?)
                .exec_without_returning(tx)
                .await?;
        }
        None => {}
    }
    Ok(())
}
