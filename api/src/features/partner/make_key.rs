use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use serde_json::{Value, json};

use ::entity::api_key;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Form, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;

use super::key::{INTROSPECTION, take_in};
use super::types::Partner;

#[derive(InputObject)]
pub struct MakeKeyInput {
    /// Of the partner, for the office.
    pub name: String,
    /// Whom to call when something is wrong.
    pub contact: Option<String>,
    /// Lets them read the whole schema of the server, which makes developing against it easier.
    #[graphql(default)]
    pub introspection: bool,
}

/// A key that is shown this once.
#[derive(SimpleObject)]
pub struct KeyMade {
    pub partner: Partner,
    /// Goes into the header `X-Api-Key` of each request.
    pub key: String,
}

#[derive(Union)]
pub enum MakeKeyResult {
    Made(KeyMade),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct MakeKey;

#[Object]
impl MakeKey {
    /// Staff: takes in a partner who sells with a key of their own. The key is in this answer and nowhere else.
    #[graphql(guard = "Can(Permission::ManagePartners)", complexity = "20 + child_complexity")]
    async fn make_key(&self, ctx: &Context<'_>, input: MakeKeyInput) -> Result<MakeKeyResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let mut form = Form::new(viewer.language);
        let name = form.text("name", &input.name, 80);
        let contact = form.optional("contact", input.contact.as_deref(), 200);
        if let Some(problem) = form.problem() {
            return Ok(MakeKeyResult::InvalidInput(problem));
        }
        let scopes: Vec<String> = input.introspection.then(|| INTROSPECTION.to_owned()).into_iter().collect();
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let (row, key) = take_in(app, &tx, name, contact, &scopes).await?;
        let subject = format!("partner:{}", row.id);
        audit_change(app, &tx, viewer, "MAKE_KEY", &subject, Change::made(&facts(&row))).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(MakeKeyResult::Made(KeyMade { partner: Partner(row), key }))
    }
}

/// What the audit log keeps: never the key.
pub(super) fn facts(row: &api_key::Model) -> Value {
    json!({ "name": row.name, "keyTail": row.tail, "revoked": row.revoked_at.is_some() })
}
