//! Documents are kept in the database, as photos are: a copy of the database is a copy of all.

use async_graphql::ID;
use chrono::TimeDelta;
use domain::media::document_type;
use domain::refund_request::RequestState;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait, Set};
use uuid::Uuid;

use ::entity::{order, refund_document, refund_request};

use crate::app::App;
use crate::features::audit::audit;
use crate::features::order::{Access, lock_order, may_see};
use crate::graphql::{Gid, Kind, Permission, Viewer};
use crate::platform::{Fault, secrets};

use super::types::RefundDocument;

/// The largest document that is taken.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;
/// Documents of one request.
const MOST: u64 = 6;
/// Characters of a file's name.
const LONGEST: usize = 120;
/// So long after the answer what is in them is kept: until nobody can complain any more.
const KEPT: TimeDelta = TimeDelta::days(90);

/// What became of a document that somebody sent.
pub enum Added {
    Document(RefundDocument),
    /// There is no such request for them.
    NotFound,
    /// Neither PDF, JPEG, PNG nor WebP.
    NotADocument,
    /// The request has enough.
    TooMany,
    /// The office has answered.
    Closed,
}

/// What one who wants to read a document gets.
pub enum Opened {
    Document { content_type: String, bytes: Vec<u8> },
    NotFound,
}

/// The order of a request and how the viewer may see it.
async fn order_for(
    app: &App,
    viewer: &Viewer,
    request: Option<Uuid>,
    secret: Option<&str>,
) -> Result<Option<(refund_request::Model, order::Model, Access)>, Fault> {
    let Some(id) = request else { return Ok(None) };
    let Some(row) = refund_request::Entity::find_by_id(id).one(app.db.read()).await? else { return Ok(None) };
    let order = order::Entity::find_by_id(row.order_id).one(app.db.read()).await?;
    let order = order.ok_or_else(|| Fault::new("a request without its order"))?;
    // A wrong secret and too many of them are both nothing to see.
    Ok(may_see(app, viewer, &order, secret).await.ok().map(|access| (row, order, access)))
}

/// Adds a document to one's own request that was not decided yet; the office has to look at it again. The same file twice is
/// kept once.
pub async fn add_document(
    app: &App,
    viewer: &Viewer,
    request: &str,
    secret: Option<&str>,
    name: &str,
    bytes: &[u8],
) -> Result<Added, Fault> {
    let id = Gid::read(Kind::RefundRequest, &ID::from(request));
    let Some((row, order, Access::Customer)) = order_for(app, viewer, id, secret).await? else {
        return Ok(Added::NotFound);
    };
    let Some(content_type) = document_type(bytes) else { return Ok(Added::NotADocument) };
    let tx = app.db.begin().await?;
    lock_order(&tx, order.id).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    let row = refund_request::Entity::find_by_id(row.id).one(&tx).await?;
    let row = row.ok_or_else(|| Fault::new("a request vanished"))?;
    let of = refund_document::Entity::find().filter(refund_document::Column::RequestId.eq(row.id));
    let fingerprint = secrets::fingerprint(bytes);
    let twice = of.clone().filter(refund_document::Column::Fingerprint.eq(&fingerprint)).one(&tx).await?;
    if let Some(twice) = twice {
        return Ok(tx.give_up(Added::Document(twice.into())).await?);
    }
    if !RequestState::parse(&row.state).is_some_and(RequestState::is_live) {
        return Ok(tx.give_up(Added::Closed).await?);
    }
    if of.count(&tx).await? >= MOST {
        return Ok(tx.give_up(Added::TooMany).await?);
    }
    let id = app.ids.new();
    let document = refund_document::Model {
        id,
        request_id: row.id,
        name: tidy(name),
        content_type: content_type.into(),
        size: i64::try_from(bytes.len())?,
        fingerprint,
        sealed: Some(app.secrets.seal(&app.ids, id, bytes)?),
        added_at: app.clock.now(),
    };
    let active = refund_document::ActiveModel::from(document.clone());
    refund_document::Entity::insert(active).exec_without_returning(&tx).await?;
    let open = refund_request::ActiveModel {
        id: Set(row.id),
        state: Set(RequestState::Open.code().into()),
        ..Default::default()
    };
    refund_request::Entity::update(open).exec(&tx).await?;
    tx.commit().await?;
    crate::features::order::changed(app, order.id);
    Ok(Added::Document(document.into()))
}

/// A document for who has sent it or who answers; each reading by staff is in the log.
pub async fn open_document(app: &App, viewer: &Viewer, id: &str, secret: Option<&str>) -> Result<Opened, Fault> {
    let Some(id) = Gid::read(Kind::RefundDocument, &ID::from(id)) else { return Ok(Opened::NotFound) };
    let Some(row) = refund_document::Entity::find_by_id(id).one(app.db.read()).await? else {
        return Ok(Opened::NotFound);
    };
    let Some((_, order, access)) = order_for(app, viewer, Some(row.request_id), secret).await? else {
        return Ok(Opened::NotFound);
    };
    let Some(sealed) = row.sealed else { return Ok(Opened::NotFound) };
    if access == Access::Staff {
        if !viewer.can(Permission::OverruleRefunds) {
            return Ok(Opened::NotFound);
        }
        audit(app, viewer, "READ_REFUND_DOCUMENT", &format!("order:{}", order.id)).await?;
    }
    let bytes = app.secrets.open_bytes(id, &sealed)?;
    Ok(Opened::Document { content_type: row.content_type, bytes })
}

/// A file's name without what a header or a path could be made of.
fn tidy(name: &str) -> String {
    let good = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '.' | '-' | '_' | '(' | ')');
    let tidy: String = name.chars().filter(|letter| good(*letter)).take(LONGEST).collect();
    let tidy = tidy.trim().trim_start_matches('.').to_owned();
    if tidy.is_empty() { "document".into() } else { tidy }
}

/// Forgets what is in documents whose request was closed long ago; that they were there stays known.
pub async fn forget_documents(app: &App) -> Result<u64, Fault> {
    let closed = RequestState::ALL.into_iter().filter(|state| !state.is_live()).map(RequestState::code);
    let over = refund_request::Entity::find()
        .select_only()
        .column(refund_request::Column::Id)
        .filter(refund_request::Column::State.is_in(closed))
        .filter(
            Expr::col(refund_request::Column::AnsweredAt)
                .if_null(Expr::col(refund_request::Column::AskedAt))
                .lt(app.clock.now() - KEPT),
        )
        .into_query();
    let tx = app.db.begin().await?;
    let forgotten = refund_document::Entity::update_many()
        .col_expr(refund_document::Column::Sealed, Expr::cust("NULL"))
        .filter(refund_document::Column::Sealed.is_not_null())
        .filter(refund_document::Column::AddedAt.lt(app.clock.now() - KEPT))
        .filter(refund_document::Column::RequestId.in_subquery(over))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(forgotten.rows_affected)
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn names_of_files_are_harmless() {
        assert_eq!(tidy("Справка №5.pdf"), "Справка 5.pdf");
        assert_eq!(tidy("../../etc/passwd\r\nX: y"), "etcpasswdX y");
        assert_eq!(tidy("\"<>\""), "document");
    }
}
