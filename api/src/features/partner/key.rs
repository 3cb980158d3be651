use async_graphql::{Error, ID};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;

use ::entity::api_key;

use crate::app::App;
use crate::graphql::{Gid, Kind, error};
use crate::platform::Fault;

/// May read the whole schema of the server.
pub const INTROSPECTION: &str = "introspection";
/// How exactly it is known when a key was used last.
const USED: TimeDelta = TimeDelta::hours(1);
/// Characters of a key by which people recognise it.
const TAIL: usize = 4;

/// A new key.
pub(super) struct NewKey {
    pub text: String,
    pub hash: Vec<u8>,
    /// Its last characters.
    pub tail: String,
}

pub(super) fn new_key(app: &App) -> NewKey {
    let text = format!("bk_{}", URL_SAFE_NO_PAD.encode(app.ids.bytes::<24>()));
    NewKey { hash: hash_of(app, &text), tail: text[text.len() - TAIL..].to_owned(), text }
}

fn hash_of(app: &App, key: &str) -> Vec<u8> {
    app.secrets.token_hash("api key", key)
}

/// Writes a new partner; answers with the row and the key, which is shown once.
pub async fn take_in(
    app: &App,
    tx: &DatabaseTransaction,
    name: String,
    contact: Option<String>,
    scopes: &[String],
) -> Result<(api_key::Model, String), Fault> {
    let key = new_key(app);
    let row = api_key::Model {
        id: app.ids.new(),
        name,
        hash: key.hash,
        scopes: json!(scopes),
        created_at: app.clock.now(),
        revoked_at: None,
        tail: key.tail,
        contact,
        used_at: None,
    };
    api_key::Entity::insert(api_key::ActiveModel::from(row.clone())).exec_without_returning(tx).await?;
    Ok((row, key.text))
}

/// Whose key it is; `None` for one that was revoked or never made.
pub async fn partner_of(app: &App, key: &str) -> Result<Option<api_key::Model>, Fault> {
    use api_key::Column;
    let row = api_key::Entity::find().filter(Column::Hash.eq(hash_of(app, key))).one(app.db.read()).await?;
    let Some(row) = row.filter(|row| row.revoked_at.is_none()) else { return Ok(None) };
    let now = app.clock.now();
    let stale = now - USED;
    if row.used_at.is_none_or(|at| at < stale) {
        let tx = app.db.begin().await?;
        api_key::Entity::update_many()
            .col_expr(Column::UsedAt, now.into())
            .filter(Column::Id.eq(row.id))
            .filter(Condition::any().add(Column::UsedAt.is_null()).add(Column::UsedAt.lt(stale)))
            .exec(&tx)
            .await?;
        tx.commit().await?;
    }
    Ok(Some(row))
}

/// A partner whose key is changed, locked; NOT_FOUND for another id.
pub(super) async fn lock_partner(tx: &DatabaseTransaction, id: &ID) -> Result<api_key::Model, Error> {
    let id = Gid::find(Kind::Partner, id)?;
    let row = api_key::Entity::find_by_id(id).lock_exclusive().one(tx).await.map_err(Fault::from)?;
    row.ok_or_else(error::not_found)
}
