use async_graphql::{Context, Enum, ID, InputObject, Json, Object, Result};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use serde_json::Value;
use uuid::Uuid;

use ::entity::{audit, order};

use crate::features::order::number_of;
use crate::features::site::{day_begins, day_ends};
use crate::features::staff::StaffMember;
use crate::graphql::{By, Can, Date, Gid, Kind, Page, Permission, Sort, SortDirection, app, begins_with, error};
use crate::platform::Fault;

use super::subject::subject_name;

crate::connection!(AuditEntry, AuditConnection, AuditEdge);

/// One thing that was done or read.
#[derive(Clone)]
pub struct AuditEntry(audit::Model);

#[Object]
impl AuditEntry {
    async fn id(&self) -> ID {
        Gid::of(Kind::Audit, self.0.id)
    }

    /// UTC.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// Whose session it was; null for a visitor.
    async fn staff(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, self.0.account_id).await
    }

    /// `DELAY_TRIP`, `READ_ORDER`, …
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// What it was done to: `trip`, `order`, `staff`, `vehicle`, …
    async fn subject_kind(&self) -> &str {
        self.0.subject.split(':').next().unwrap_or_default()
    }

    /// Its id where it has one, as other queries take it; a role's is its code.
    async fn subject_id(&self) -> Option<ID> {
        let (kind, id) = self.0.subject.split_once(':')?;
        match (kind_of(kind), id.parse::<Uuid>()) {
            (Some(kind), Ok(id)) => Some(Gid::of(kind, id)),
            _ => Some(ID(id.to_owned())),
        }
    }

    /// What people call it: an order's number, a trip's number and date, a person's name, a role's, …; null where it is gone.
    #[graphql(complexity = "5")]
    async fn subject_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        subject_name(ctx, &self.0.subject).await
    }

    /// Network address.
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// The changed fields as they were; null for a reading, and for what is new.
    async fn before(&self) -> Option<Json<Value>> {
        values(self.0.old_values.as_deref())
    }

    /// The changed fields as they are since; null for a reading.
    async fn after(&self) -> Option<Json<Value>> {
        values(self.0.new_values.as_deref())
    }
}

fn values(text: Option<&str>) -> Option<Json<Value>> {
    text.and_then(|text| serde_json::from_str(text).ok()).map(Json)
}

fn kind_of(subject: &str) -> Option<Kind> {
    match subject {
        "trip" => Some(Kind::Trip),
        "order" => Some(Kind::Order),
        "job" => Some(Kind::Job),
        "staff" => Some(Kind::Account),
        "carrier" => Some(Kind::Carrier),
        "layout" => Some(Kind::Layout),
        "closure" => Some(Kind::Closure),
        "announcement" => Some(Kind::Announcement),
        "station" => Some(Kind::Stop),
        "place" => Some(Kind::Place),
        "route" => Some(Kind::Route),
        "vehicle" => Some(Kind::Vehicle),
        "driver" => Some(Kind::Driver),
        "shift" => Some(Kind::Shift),
        "terminal_network" => Some(Kind::TerminalNetwork),
        "gateway" => Some(Kind::Gateway),
        "registry" => Some(Kind::Registry),
        "wallet" => Some(Kind::Wallet),
        "company" => Some(Kind::Company),
        _ => None,
    }
}

/// Which entries; everything given has to fit.
#[derive(InputObject, Default)]
pub struct AuditFilterInput {
    pub staff_id: Option<ID>,
    /// For example `DELAY_TRIP`.
    pub action: Option<String>,
    /// As `subjectKind` of an entry: `trip`, `order`, `staff`, `vehicle`, …
    pub subject_kind: Option<String>,
    /// With `subjectKind`: the history of one thing.
    pub subject_id: Option<ID>,
    /// Entries of the order with this number, with or without `BK-`.
    pub order_number: Option<String>,
    /// On or after that day, in the station's zone.
    pub from: Option<Date>,
    /// On or before that day.
    pub to: Option<Date>,
    /// Changes without readings.
    #[graphql(default)]
    pub changes_only: bool,
}

/// By what the log is listed: by time alone, since it grows without end.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum AuditSort {
    /// When it was done.
    At,
}

#[derive(Default)]
pub struct AuditQuery;

#[Object]
impl AuditQuery {
    /// Staff: what was done and read; the newest first unless asked otherwise.
    #[graphql(guard = "Can(Permission::ViewAudit)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn audit_entries(
        &self,
        ctx: &Context<'_>,
        filter: Option<AuditFilterInput>,
        #[graphql(default_with = "AuditSort::At")] sort: AuditSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<AuditConnection> {
        use audit::Column;
        let app = app(ctx);
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut query = audit::Entity::find();
        if let Some(staff) = &filter.staff_id {
            query = query.filter(Column::AccountId.eq(Gid::find(Kind::Account, staff)?));
        }
        if let Some(action) = &filter.action {
            query = query.filter(Column::Action.eq(action));
        }
        match (&filter.subject_kind, &filter.subject_id) {
            (Some(kind), Some(id)) => {
                let id =
                    kind_of(kind).map_or(Ok(id.to_string()), |kind| Gid::find(kind, id).map(|id| id.to_string()))?;
                query = query.filter(Column::Subject.eq(format!("{kind}:{id}")));
            }
            (Some(kind), None) => {
                let those = begins_with(Column::Subject, &format!("{kind}:"));
                query = query.filter(Condition::any().add(Column::Subject.eq(kind)).add(those));
            }
            (None, Some(_)) => return Err(error::bad_input("subjectId: needs subjectKind")),
            (None, None) => {}
        }
        if let Some(number) = filter.order_number.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
            let order = order::Entity::find().filter(order::Column::Number.eq(number_of(&number.to_uppercase())));
            let order = order.one(app.db.read()).await.map_err(Fault::from)?;
            query =
                query.filter(Column::Subject.eq(order.map_or_else(String::new, |order| format!("order:{}", order.id))));
        }
        if let Some(from) = filter.from {
            query = query.filter(Column::At.gte(day_begins(from.0)));
        }
        if let Some(to) = filter.to {
            query = query.filter(Column::At.lt(day_ends(to.0)));
        }
        if filter.changes_only {
            query = query.filter(Column::NewValues.is_not_null());
        }
        let AuditSort::At = sort;
        let sort = Sort::new(sort, direction, By::Time(Column::At), Column::Id);
        let (nodes, info) = page.find(query, sort, app.db.read(), AuditEntry).await?;
        Ok(AuditConnection::new(nodes, info, None))
    }
}
