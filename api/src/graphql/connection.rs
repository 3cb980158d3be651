//! Lists in pages, in the form of Relay's connections.

use async_graphql::{Error, SimpleObject};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ModelTrait, Order, QueryFilter, QueryOrder, QuerySelect,
    Select,
};
use uuid::Uuid;

use super::error;
use crate::platform::Fault;

/// Where a page stands in its list.
#[derive(SimpleObject, Clone, Debug)]
pub struct PageInfo {
    /// Whether `after: endCursor` would bring more.
    pub has_next_page: bool,
    /// Whether this page began with `after`.
    pub has_previous_page: bool,
    pub start_cursor: Option<String>,
    pub end_cursor: Option<String>,
}

/// What was asked: how many, and after which place.
#[derive(Clone, Debug)]
pub struct Page {
    pub first: usize,
    /// The sort key of the last row seen, as the list made it.
    pub after: Option<String>,
}

impl Page {
    /// At most 100 rows a page.
    pub fn read(first: i32, after: Option<&str>) -> Result<Self, Error> {
        if !(1..=100).contains(&first) {
            return Err(error::bad_input("first: from 1 to 100"));
        }
        let after = after.map(Self::decode).transpose()?;
        Ok(Page { first: usize::try_from(first).unwrap_or(1), after })
    }

    pub fn cursor(key: &str) -> String {
        URL_SAFE_NO_PAD.encode(key)
    }

    fn decode(cursor: &str) -> Result<String, Error> {
        URL_SAFE_NO_PAD.decode(cursor).ok().and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(not_of_this_list)
    }

    /// Reads the page of a list from the database; `node` makes of a row what the list shows.
    pub async fn find<E: EntityTrait, N>(
        &self,
        mut list: Select<E>,
        sort: Sort<E::Column>,
        db: &impl ConnectionTrait,
        node: impl Fn(E::Model) -> N,
    ) -> Result<(Vec<(String, N)>, PageInfo), Error> {
        if let Some(after) = &self.after {
            list = list.filter(sort.beyond(after).ok_or_else(not_of_this_list)?);
        }
        if let Some(column) = sort.by.column() {
            list = list.order_by(column, sort.direction.clone());
        }
        let limit = u64::try_from(self.first + 1).unwrap_or(1);
        let rows = list.order_by(sort.id, sort.direction.clone()).limit(limit).all(db).await.map_err(Fault::from)?;
        let (rows, info) = self.cut(rows, |row| sort.key::<E>(row));
        Ok((rows.into_iter().map(|(cursor, row)| (cursor, node(row))).collect(), info))
    }

    /// The page of a list that is in memory as a whole, sorted by `key`, which is different for each row; with how many
    /// there are.
    pub fn sorted<T>(&self, mut rows: Vec<T>, key: impl Fn(&T) -> String) -> (Vec<(String, T)>, PageInfo, Option<i32>) {
        rows.sort_by_cached_key(&key);
        let total = i32::try_from(rows.len()).ok();
        rows.retain(|row| self.after.as_ref().is_none_or(|after| key(row) > *after));
        let (rows, info) = self.cut(rows, key);
        (rows, info, total)
    }

    /// Cuts rows (one more was read than asked for) to the page; `key` gives each its place.
    pub fn cut<T>(&self, mut rows: Vec<T>, key: impl Fn(&T) -> String) -> (Vec<(String, T)>, PageInfo) {
        let has_next_page = rows.len() > self.first;
        rows.truncate(self.first);
        let rows: Vec<(String, T)> = rows.into_iter().map(|row| (Self::cursor(&key(&row)), row)).collect();
        let info = PageInfo {
            has_next_page,
            has_previous_page: self.after.is_some(),
            start_cursor: rows.first().map(|(cursor, _)| cursor.clone()),
            end_cursor: rows.last().map(|(cursor, _)| cursor.clone()),
        };
        (rows, info)
    }
}

fn not_of_this_list() -> Error {
    error::bad_input("after: not a cursor of this list")
}

/// How a list is sorted: by a column and, where that is equal, by the id; or by the id alone, since ids are in the order
/// in which they were made. The columns are never null.
#[derive(Clone, Debug)]
pub struct Sort<C> {
    by: By<C>,
    id: C,
    direction: Order,
}

#[derive(Clone, Copy, Debug)]
enum By<C> {
    Id,
    Time(C),
    Date(C),
    Text(C),
}

impl<C: Copy> By<C> {
    fn column(&self) -> Option<C> {
        match self {
            By::Id => None,
            By::Time(column) | By::Date(column) | By::Text(column) => Some(*column),
        }
    }
}

impl<C: ColumnTrait> Sort<C> {
    /// What was made last comes first.
    pub fn newest(id: C) -> Self {
        Sort { by: By::Id, id, direction: Order::Desc }
    }

    pub fn by_time(time: C, id: C, direction: Order) -> Self {
        Sort { by: By::Time(time), id, direction }
    }

    pub fn by_date(date: C, id: C, direction: Order) -> Self {
        Sort { by: By::Date(date), id, direction }
    }

    /// As the database sorts texts.
    pub fn by_text(text: C, id: C, direction: Order) -> Self {
        Sort { by: By::Text(text), id, direction }
    }

    /// The place of a row, as its cursor says it.
    fn key<E: EntityTrait<Column = C>>(&self, row: &E::Model) -> String {
        let id = value::<Uuid>(row.get(self.id)).unwrap_or_default();
        match self.by {
            By::Id => id.to_string(),
            By::Time(time) => {
                let at = value::<DateTime<Utc>>(row.get(time)).unwrap_or_default();
                format!("{id} {}", at.timestamp_micros())
            }
            By::Date(date) => format!("{id} {}", value::<NaiveDate>(row.get(date)).unwrap_or_default()),
            By::Text(text) => format!("{id} {}", value::<String>(row.get(text)).unwrap_or_default()),
        }
    }

    /// What comes after a place; `None` where it is not one of this list.
    fn beyond(&self, after: &str) -> Option<Condition> {
        let past = |column: C, value: sea_orm::Value| match self.direction {
            Order::Asc => column.gt(value),
            _ => column.lt(value),
        };
        let Some(column) = self.by.column() else {
            let id: Uuid = after.parse().ok()?;
            return Some(Condition::all().add(past(self.id, id.into())));
        };
        let (id, key) = after.split_once(' ')?;
        let id: Uuid = id.parse().ok()?;
        let key: sea_orm::Value = match self.by {
            By::Date(_) => key.parse::<NaiveDate>().ok()?.into(),
            By::Text(_) => key.into(),
            By::Id | By::Time(_) => key.parse().ok().and_then(DateTime::<Utc>::from_timestamp_micros)?.into(),
        };
        let tie = Condition::all().add(column.eq(key.clone())).add(past(self.id, id.into()));
        Some(Condition::any().add(past(column, key)).add(tie))
    }
}

fn value<T: sea_orm::sea_query::ValueType>(value: sea_orm::Value) -> Option<T> {
    T::try_from(value).ok()
}

/// Declares `NameConnection` and `NameEdge` for a list of `$node`.
#[macro_export]
macro_rules! connection {
    ($node:ty, $connection:ident, $edge:ident) => {
        /// A page of a list.
        #[derive(async_graphql::SimpleObject)]
        pub struct $connection {
            /// The rows with their places.
            pub edges: Vec<$edge>,
            /// The rows alone.
            pub nodes: Vec<$node>,
            pub page_info: $crate::graphql::PageInfo,
            /// Rows in the whole list, where that is cheap to know.
            pub total_count: Option<i32>,
        }

        /// A row and its place.
        #[derive(async_graphql::SimpleObject)]
        pub struct $edge {
            /// For `after`.
            pub cursor: String,
            pub node: $node,
        }

        impl $connection {
            pub fn new(
                rows: Vec<(String, $node)>,
                page_info: $crate::graphql::PageInfo,
                total_count: Option<i32>,
            ) -> Self {
                let nodes = rows.iter().map(|(_, node)| node.clone()).collect();
                let edges = rows.into_iter().map(|(cursor, node)| $edge { cursor, node }).collect();
                $connection { edges, nodes, page_info, total_count }
            }
        }
    };
}
