//! Lists in pages, in the form of Relay's connections.

use async_graphql::{Error, SimpleObject};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::error;

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
        URL_SAFE_NO_PAD
            .decode(cursor)
            .ok()
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .ok_or_else(|| error::bad_input("after: not a cursor of this list"))
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
