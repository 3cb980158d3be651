//! What people type is looked for as it is: `%` and `_` of theirs stand for themselves.

use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, SimpleExpr};

fn pattern(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

fn like<C: ColumnTrait>(column: C, pattern: String) -> SimpleExpr {
    Expr::col((column.entity_name(), column)).like(LikeExpr::new(pattern).escape('\\'))
}

/// The column's text begins with what was typed.
pub fn begins_with<C: ColumnTrait>(column: C, text: &str) -> SimpleExpr {
    like(column, format!("{}%", pattern(text)))
}

/// The column's text has what was typed in it.
pub fn contains<C: ColumnTrait>(column: C, text: &str) -> SimpleExpr {
    like(column, format!("%{}%", pattern(text)))
}
