//! Lists in pages, in the form of Relay's connections.

use std::fmt::{Debug, Display};

use async_graphql::{Enum, Error, SimpleObject};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func, SimpleExpr};
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

/// Rows with their cursors, where they stand in their list, and how many it has.
type Counted<T> = (Vec<(String, T)>, PageInfo, Option<i32>);

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
        let direction = sort.mark.direction.order();
        if let Some(expression) = sort.by.expression() {
            list = list.order_by(expression, direction.clone());
        }
        let limit = u64::try_from(self.first + 1).unwrap_or(1);
        let rows = list.order_by(sort.id, direction).limit(limit).all(db).await.map_err(Fault::from)?;
        let (rows, info) = self.cut(rows, |row| sort.key::<E>(row));
        Ok((rows.into_iter().map(|(cursor, row)| (cursor, node(row))).collect(), info))
    }

    /// The page of a list that is in memory as a whole, sorted by `key`, where it is equal by the id; with how many
    /// there are.
    pub fn sorted<T, Id: Display>(
        &self,
        mut rows: Vec<T>,
        mark: &Mark,
        key: impl Fn(&T) -> (String, Id),
    ) -> Result<Counted<T>, Error> {
        let after = self.after.as_deref().map(|after| mark.read(after).ok_or_else(not_of_this_list)).transpose()?;
        // Nothing is before the separator, so that a name comes before those that begin with it.
        let key = |row: &T| {
            let (key, id) = key(row);
            format!("{key}\u{1}{id}")
        };
        rows.sort_by_cached_key(&key);
        if mark.direction == SortDirection::Desc {
            rows.reverse();
        }
        let total = i32::try_from(rows.len()).ok();
        if let Some(after) = after {
            rows.retain(|row| match mark.direction {
                SortDirection::Asc => key(row).as_str() > after,
                SortDirection::Desc => key(row).as_str() < after,
            });
        }
        let (rows, info) = self.cut(rows, |row| mark.write(&key(row)));
        Ok((rows, info, total))
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

/// Which way a list is sorted. Where rows are equal in what it is sorted by, their ids go the same way.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum SortDirection {
    /// The least, the earliest, `A` first.
    Asc,
    /// The greatest, the latest, `Z` first.
    Desc,
}

impl SortDirection {
    fn order(self) -> Order {
        match self {
            SortDirection::Asc => Order::Asc,
            SortDirection::Desc => Order::Desc,
        }
    }
}

/// By what and which way a list is sorted, as its cursors begin: a place in one order says nothing about another.
#[derive(Clone, Debug)]
pub struct Mark {
    name: String,
    direction: SortDirection,
}

impl Mark {
    /// `key` is a member of the list's enum.
    pub fn new(key: impl Debug, direction: SortDirection) -> Self {
        Mark { name: format!("{key:?}"), direction }
    }

    fn write(&self, place: &str) -> String {
        let sign = if self.direction == SortDirection::Asc { '+' } else { '-' };
        format!("{}{sign}{place}", self.name)
    }

    fn read<'a>(&self, after: &'a str) -> Option<&'a str> {
        after.strip_prefix(&self.write(""))
    }
}

/// How a list is sorted: by something and, where that is equal, by the id.
#[derive(Clone, Debug)]
pub struct Sort<C> {
    mark: Mark,
    by: By<C>,
    id: C,
}

/// What a list is sorted by.
#[derive(Clone, Debug)]
pub enum By<C> {
    /// Ids are in the order in which they were made.
    Id,
    /// Where there is none, as if it were after all others.
    Time(C),
    Date(C),
    /// As the database sorts texts; none is as an empty one.
    Text(C),
    Number(C),
    /// By where the column's id stands in the list; those that are not in it come after.
    Rank(C, Vec<Uuid>),
}

/// Later than any other.
fn never() -> DateTime<Utc> {
    DateTime::from_timestamp(253_402_214_400, 0).unwrap_or_default()
}

impl<C: ColumnTrait> By<C> {
    fn expression(&self) -> Option<SimpleExpr> {
        let or = |column: C, other: sea_orm::Value| {
            if column.def().is_null() {
                Func::coalesce([plain(column), Expr::val(other)]).into()
            } else {
                plain(column)
            }
        };
        Some(match self {
            By::Id => return None,
            By::Time(column) => or(*column, never().into()),
            By::Date(column) => or(*column, never().date_naive().into()),
            By::Text(column) => or(*column, "".into()),
            By::Number(column) => or(*column, 0i64.into()),
            By::Rank(column, ids) => {
                let rank = |n: usize| Expr::val(i64::try_from(n).unwrap_or(i64::MAX));
                let ranks = ids.iter().enumerate();
                let ranks = ranks.fold(CaseStatement::new(), |ranks, (n, id)| ranks.case(column.eq(*id), rank(n)));
                ranks.finally(rank(ids.len())).into()
            }
        })
    }

    /// A row's place in the order, in words.
    fn write<E: EntityTrait<Column = C>>(&self, row: &E::Model) -> String {
        match self {
            By::Id => String::new(),
            By::Time(column) => {
                value::<DateTime<Utc>>(row.get(*column)).unwrap_or_else(never).timestamp_micros().to_string()
            }
            By::Date(column) => {
                value::<NaiveDate>(row.get(*column)).unwrap_or_else(|| never().date_naive()).to_string()
            }
            By::Text(column) => value::<String>(row.get(*column)).unwrap_or_default(),
            By::Number(column) => {
                let short = || value::<i32>(row.get(*column)).map(i64::from);
                value::<i64>(row.get(*column)).or_else(short).unwrap_or_default().to_string()
            }
            By::Rank(column, ids) => {
                let id = value::<Uuid>(row.get(*column)).unwrap_or_default();
                ids.iter().position(|one| *one == id).unwrap_or(ids.len()).to_string()
            }
        }
    }

    fn read(&self, text: &str) -> Option<sea_orm::Value> {
        Some(match self {
            By::Id => return None,
            By::Time(_) => text.parse().ok().and_then(DateTime::<Utc>::from_timestamp_micros)?.into(),
            By::Date(_) => text.parse::<NaiveDate>().ok()?.into(),
            By::Text(_) => text.into(),
            By::Number(_) | By::Rank(..) => text.parse::<i64>().ok()?.into(),
        })
    }
}

fn plain<C: ColumnTrait>(column: C) -> SimpleExpr {
    Expr::col((column.entity_name(), column))
}

impl<C: ColumnTrait> Sort<C> {
    /// `key` is a member of the list's enum.
    pub fn new(key: impl Debug, direction: SortDirection, by: By<C>, id: C) -> Self {
        Sort { mark: Mark::new(key, direction), by, id }
    }

    /// What was made last comes first.
    pub fn newest(id: C) -> Self {
        Sort::new("Made", SortDirection::Desc, By::Id, id)
    }

    /// The place of a row, as its cursor says it.
    fn key<E: EntityTrait<Column = C>>(&self, row: &E::Model) -> String {
        let id = value::<Uuid>(row.get(self.id)).unwrap_or_default();
        self.mark.write(&format!("{id} {}", self.by.write::<E>(row)))
    }

    /// What comes after a place; `None` where it is not one of this list in this order.
    fn beyond(&self, after: &str) -> Option<Condition> {
        let past = |expression: SimpleExpr, value: sea_orm::Value| match self.mark.direction {
            SortDirection::Asc => expression.gt(value),
            SortDirection::Desc => expression.lt(value),
        };
        let (id, key) = self.mark.read(after)?.split_once(' ')?;
        let id: Uuid = id.parse().ok()?;
        let by_id = past(plain(self.id), id.into());
        let Some(expression) = self.by.expression() else { return Some(Condition::all().add(by_id)) };
        let key = self.by.read(key)?;
        // Said once more on its own, so that the database begins to read its index at the place, not at the list's head.
        let from = match self.mark.direction {
            SortDirection::Asc => expression.clone().gte(key.clone()),
            SortDirection::Desc => expression.clone().lte(key.clone()),
        };
        let tie = Condition::all().add(expression.clone().eq(key.clone())).add(by_id);
        Some(Condition::all().add(from).add(Condition::any().add(past(expression, key)).add(tie)))
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
