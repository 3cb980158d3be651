use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::ActiveValue::NotSet;
use sea_orm::{EntityTrait, QuerySelect, Set};
use serde_json::{Value, json};

use ::entity::role;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, FieldError, InvalidInput, Permission, app, error, viewer};
use crate::platform::Fault;

use super::ADMINISTRATOR;
use super::types::Role;

#[derive(InputObject)]
pub struct SaveRoleInput {
    /// Of the role that is changed; without it a new one is made.
    pub code: Option<String>,
    /// As it was read, with `code`.
    pub version: Option<i32>,
    pub name_ru: String,
    pub name_ky: String,
    pub name_en: String,
    pub permissions: Vec<Permission>,
}

#[derive(SimpleObject)]
pub struct RoleSaved {
    pub role: Role,
}

#[derive(Union)]
pub enum SaveRoleResult {
    Saved(RoleSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SaveRole;

#[Object]
impl SaveRole {
    /// Staff: changes what a role allows, from the next request of everybody who has it, or makes a new role. The
    /// administrator's cannot be changed, and nobody takes the right to manage staff from their own role.
    #[graphql(guard = "Can(Permission::ManageStaff)", complexity = "20 + child_complexity")]
    async fn save_role(&self, ctx: &Context<'_>, input: SaveRoleInput) -> Result<SaveRoleResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let mut errors = Vec::new();
        for (path, name) in [("nameRu", &input.name_ru), ("nameKy", &input.name_ky), ("nameEn", &input.name_en)] {
            match name.trim().chars().count() {
                0 => errors.push(FieldError::new(language, path, "REQUIRED", &[])),
                1..=60 => {}
                _ => errors.push(FieldError::new(language, path, "TOO_LONG", &[])),
            }
        }
        let own = viewer.session.as_ref().and_then(|session| session.role.as_ref()).map(|role| role.code.as_str());
        if input.code.as_deref() == Some(ADMINISTRATOR) {
            errors.push(FieldError::new(language, "code", "ADMINISTRATOR_ROLE", &[]));
        } else if input.code.is_some()
            && input.code.as_deref() == own
            && !input.permissions.contains(&Permission::ManageStaff)
        {
            errors.push(FieldError::new(language, "permissions", "OWN_ROLE", &[]));
        }
        if !errors.is_empty() {
            return Ok(SaveRoleResult::InvalidInput(InvalidInput::new(language, errors)));
        }
        let text = |name: &str| name.trim().to_owned();
        // In the order of the list, each once.
        let permissions: Vec<&str> = Permission::ALL
            .into_iter()
            .filter(|permission| input.permissions.contains(permission))
            .map(Permission::code)
            .collect();
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = match &input.code {
            Some(code) => {
                let row = role::Entity::find_by_id(code).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
                Some(row.ok_or_else(error::not_found)?)
            }
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveRoleResult::ChangedMeanwhile(ChangedMeanwhile::new(language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let row = role::ActiveModel {
            code: Set(before.as_ref().map_or_else(|| format!("ROLE_{}", app.ids.readable(6)), |row| row.code.clone())),
            name_ru: Set(text(&input.name_ru)),
            name_ky: Set(text(&input.name_ky)),
            name_en: Set(text(&input.name_en)),
            permissions: Set(json!(permissions)),
            position: Set(before.as_ref().map_or(1_000, |row| row.position)),
            second_factor: before.as_ref().map_or(Set(false), |_| NotSet),
            version: Set(before.as_ref().map_or(1, |row| row.version + 1)),
        };
        let after = match &before {
            Some(_) => role::Entity::update(row).exec(&tx).await,
            None => role::Entity::insert(row).exec_with_returning(&tx).await,
        };
        let after = after.map_err(Fault::from)?;
        let change = Change::saved(before.as_ref().map(facts), facts(&after));
        audit_change(app, &tx, viewer, "SAVE_ROLE", &format!("role:{}", after.code), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveRoleResult::Saved(RoleSaved { role: Role::from(after) }))
    }
}

fn facts(row: &role::Model) -> Value {
    json!({ "nameRu": row.name_ru, "nameKy": row.name_ky, "nameEn": row.name_en, "permissions": row.permissions })
}
