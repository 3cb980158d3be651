use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use domain::money::Currency;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use ::entity::{company, company_member};

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::i18n::money;
use crate::platform::Fault;

use super::save_company::CompanyChanged;
use super::types::Company;

#[derive(InputObject)]
pub struct SaveMemberInput {
    pub company_id: ID,
    /// Whoever signs in with this address buys for the company.
    pub email: String,
    /// What the person may spend in a calendar month, whole som; null: what the account has.
    pub monthly_limit: Option<Decimal>,
    /// Buys nothing for the company from now on.
    #[graphql(default)]
    pub removed: bool,
}

#[derive(Union)]
pub enum SaveMemberResult {
    Changed(CompanyChanged),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct SaveMember;

#[Object]
impl SaveMember {
    /// Staff: lets a person buy for a company, changes what the person may spend in a month, or takes the right away.
    #[graphql(guard = "Can(Permission::ManageClients)", complexity = "20 + child_complexity")]
    async fn save_member(&self, ctx: &Context<'_>, input: SaveMemberInput) -> Result<SaveMemberResult> {
        use company_member::Column;
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Company, &input.company_id)?;
        let mut form = Form::new(viewer.language);
        let email = form.email("email", Some(&input.email));
        if email.is_none() && form.is_good() {
            form.wrong("email", "REQUIRED");
        }
        let monthly_minor = input.monthly_limit.map(|limit| form.amount("monthlyLimit", limit, Currency::KGS));
        let email = match (email, form.problem()) {
            (Some(email), None) => email,
            (_, Some(problem)) => return Ok(SaveMemberResult::InvalidInput(problem)),
            (None, None) => return Err(error::bad_input("email")),
        };
        let now = app.clock.now();
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let company = company::Entity::find_by_id(id).one(&tx).await.map_err(Fault::from)?;
        let company = company.ok_or_else(error::not_found)?;
        let row = company_member::ActiveModel {
            monthly_minor: Set(monthly_minor),
            removed_at: Set(input.removed.then_some(now)),
            ..Default::default()
        };
        let known = company_member::Entity::update_many()
            .set(row)
            .filter(Column::CompanyId.eq(id))
            .filter(Column::Email.eq(&email))
            .filter(Column::RemovedAt.is_null())
            .exec(&tx)
            .await
            .map_err(Fault::from)?;
        if known.rows_affected == 0 && !input.removed {
            let row = company_member::ActiveModel {
                id: Set(app.ids.new()),
                company_id: Set(id),
                email: Set(email.clone()),
                monthly_minor: Set(monthly_minor),
                added_at: Set(now),
                removed_at: Set(None),
            };
            company_member::Entity::insert(row).exec_without_returning(&tx).await.map_err(Fault::from)?;
        }
        let limit = monthly_minor.map(|minor| money(viewer.language, minor, Currency::KGS.code()));
        let facts = json!({ "member": email, "monthlyLimit": limit, "removed": input.removed });
        audit_change(app, &tx, viewer, "SAVE_MEMBER", &format!("company:{id}"), Change::made(&facts)).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveMemberResult::Changed(CompanyChanged { company: Company(company) }))
    }
}
