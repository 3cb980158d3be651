//! A budget for a query, checked on the parsed document before the engine sees it: the engine expands fragments
//! without memory, and a kilobyte of nested ones would keep it busy for seconds.

use std::collections::HashMap;

use async_graphql::parser::types::{
    DocumentOperations, ExecutableDocument, FragmentDefinition, OperationType, Selection, SelectionSet,
};
use async_graphql::{Name, Positioned, Value};

pub const MAX_BYTES: usize = 16 * 1024;
pub const MAX_ALIASES: usize = 15;
/// Fields after the expansion of fragments. The full introspection query has about 300, an order with all that its page shows more
/// than 400.
pub const MAX_FIELDS: usize = 600;
pub const MAX_DEPTH: usize = 18;
pub const MAX_FRAGMENTS: usize = 40;
/// Brackets within brackets, of selections, arguments and values together. The parser and what reads its tree call themselves
/// for each, and how many of them fit on the stack is not the same for both.
pub const MAX_NESTING: usize = 64;

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum OverBudget {
    #[error("the query is longer than {MAX_BYTES} bytes")]
    Bytes,
    #[error("the query has more than {MAX_ALIASES} aliases")]
    Aliases,
    #[error("the query has more than {MAX_FIELDS} fields once its fragments are expanded")]
    Fields,
    #[error("the query is deeper than {MAX_DEPTH} levels")]
    Depth,
    #[error("the query has more than {MAX_NESTING} brackets within brackets")]
    Nesting,
    #[error("the query has more than {MAX_FRAGMENTS} fragments")]
    Fragments,
    #[error("the fragments of the query go in a circle")]
    Circle,
    #[error("a request has one mutation")]
    Mutations,
    #[error("the character U+0000 is in a text; no text of ours has it, and not every database can keep it")]
    Null,
}

#[derive(Clone, Copy, Default)]
struct Cost {
    fields: usize,
    aliases: usize,
    depth: usize,
}

/// Counts each fragment once and remembers what it costs.
struct Walk<'a> {
    fragments: &'a HashMap<Name, Positioned<FragmentDefinition>>,
    known: HashMap<&'a str, Option<Cost>>,
}

/// Why a query is not taken.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    #[error("{0}")]
    OverBudget(#[from] OverBudget),
    #[error("{0}")]
    Syntax(#[from] async_graphql::parser::Error),
}

/// Reads a query whose length was looked at, and refuses it where it would cost too much.
pub fn parse(query: &str) -> Result<ExecutableDocument, Unreadable> {
    if nesting(query) > MAX_NESTING {
        return Err(OverBudget::Nesting.into());
    }
    let document = async_graphql::parser::parse_query(query)?;
    check(&document)?;
    Ok(document)
}

/// The most brackets that are open at once; those in texts and comments do not count.
fn nesting(query: &str) -> usize {
    let (mut open, mut most, mut rest) = (0_usize, 0, query);
    while let Some(at) = rest.find(['{', '}', '[', ']', '(', ')', '"', '#']) {
        let found = &rest[at..];
        let taken = match found.as_bytes()[0] {
            b'{' | b'[' | b'(' => {
                open += 1;
                most = most.max(open);
                1
            }
            b'"' => text_length(found),
            b'#' => found.find(['\n', '\r']).unwrap_or(found.len()),
            _ => {
                open = open.saturating_sub(1);
                1
            }
        };
        rest = &found[taken..];
    }
    most
}

/// Bytes of the text that a query begins with; of one without an end, all.
fn text_length(query: &str) -> usize {
    let (mark, escaped_mark) = if query.starts_with("\"\"\"") { ("\"\"\"", "\\\"\"\"") } else { ("\"", "\\") };
    let mut at = mark.len();
    while let Some(rest) = query.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(escaped_mark) {
            // In a plain text a backslash takes whatever follows it.
            let after = if mark.len() == 1 { rest.chars().nth(1).map_or(0, char::len_utf8) } else { 0 };
            at += escaped_mark.len() + after;
        } else if rest.starts_with(mark) {
            return at + mark.len();
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    query.len()
}

/// Refuses a document that would cost too much, in time linear in its length.
pub fn check(document: &ExecutableDocument) -> Result<(), OverBudget> {
    if document.fragments.len() > MAX_FRAGMENTS {
        return Err(OverBudget::Fragments);
    }
    let mut walk = Walk { fragments: &document.fragments, known: HashMap::new() };
    // Fragments that no operation uses are looked at too: the engine validates them.
    for name in document.fragments.keys() {
        walk.fragment(name.as_str(), 0)?;
    }
    let operations: Vec<_> = match &document.operations {
        DocumentOperations::Single(operation) => vec![operation],
        DocumentOperations::Multiple(operations) => operations.values().collect(),
    };
    let mut aliases = 0;
    for operation in operations {
        let defaults = operation.node.variable_definitions.iter().filter_map(|it| it.node.default_value.as_ref());
        check_texts(defaults.map(|value| &value.node))?;
        let cost = walk.set(&operation.node.selection_set.node, 0)?;
        aliases += cost.aliases;
        within(cost)?;
        if operation.node.ty == OperationType::Mutation && operation.node.selection_set.node.items.len() > 1 {
            return Err(OverBudget::Mutations);
        }
    }
    if aliases > MAX_ALIASES { Err(OverBudget::Aliases) } else { Ok(()) }
}

fn within(cost: Cost) -> Result<(), OverBudget> {
    if cost.depth > MAX_DEPTH {
        Err(OverBudget::Depth)
    } else if cost.fields > MAX_FIELDS {
        Err(OverBudget::Fields)
    } else if cost.aliases > MAX_ALIASES {
        Err(OverBudget::Aliases)
    } else {
        Ok(())
    }
}

impl<'a> Walk<'a> {
    fn set(&mut self, set: &'a SelectionSet, depth: usize) -> Result<Cost, OverBudget> {
        if depth > MAX_DEPTH {
            return Err(OverBudget::Depth);
        }
        let mut sum = Cost::default();
        for item in &set.items {
            let cost = match &item.node {
                Selection::Field(field) => {
                    let directives = field.node.directives.iter().flat_map(|directive| &directive.node.arguments);
                    for (_, value) in field.node.arguments.iter().chain(directives) {
                        // Variables are looked at with the request.
                        let value = value.node.clone().into_const_with(|_| Ok::<_, OverBudget>(Value::Null))?;
                        check_texts([&value])?;
                    }
                    let inner = self.set(&field.node.selection_set.node, depth + 1)?;
                    Cost {
                        fields: inner.fields + 1,
                        aliases: inner.aliases + usize::from(field.node.alias.is_some()),
                        depth: inner.depth + 1,
                    }
                }
                Selection::InlineFragment(inline) => self.set(&inline.node.selection_set.node, depth + 1)?,
                Selection::FragmentSpread(spread) => {
                    self.fragment(spread.node.fragment_name.node.as_str(), depth + 1)?
                }
            };
            sum.fields = sum.fields.saturating_add(cost.fields);
            sum.aliases = sum.aliases.saturating_add(cost.aliases);
            sum.depth = sum.depth.max(cost.depth);
            within(sum)?;
        }
        Ok(sum)
    }

    fn fragment(&mut self, name: &str, depth: usize) -> Result<Cost, OverBudget> {
        let Some((name, definition)) = self.fragments.get_key_value(name) else {
            // The engine names an unknown fragment.
            return Ok(Cost::default());
        };
        match self.known.get(name.as_str()) {
            Some(Some(cost)) => Ok(*cost),
            Some(None) => Err(OverBudget::Circle),
            None => {
                self.known.insert(name.as_str(), None);
                let cost = self.set(&definition.node.selection_set.node, depth)?;
                self.known.insert(name.as_str(), Some(cost));
                Ok(cost)
            }
        }
    }
}

/// Refuses values with a text that the database could not keep.
pub fn check_texts<'a>(values: impl IntoIterator<Item = &'a Value>) -> Result<(), OverBudget> {
    if values.into_iter().any(has_null) { Err(OverBudget::Null) } else { Ok(()) }
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::List(items) => items.iter().any(has_null),
        Value::Object(fields) => fields.values().any(has_null),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(query: &str) -> Result<(), OverBudget> {
        check(&async_graphql::parser::parse_query(query).unwrap())
    }

    #[test]
    fn bombs_are_refused() {
        assert_eq!(check_text("{ a { b c } }"), Ok(()));
        let mut bomb = String::from("{ ...F0 }");
        for n in 0..20 {
            bomb += &format!(" fragment F{n} on Query {{ a {{ ...F{} ...F{} }} }}", n + 1, n + 1);
        }
        bomb += " fragment F20 on Query { a }";
        assert!(check_text(&bomb).is_err());
        assert_eq!(
            check_text("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
            Err(OverBudget::Circle)
        );
        let aliases: String = (0..16).map(|n| format!("a{n}: site {{ name }} ")).collect();
        assert_eq!(check_text(&format!("{{ {aliases} }}")), Err(OverBudget::Aliases));
        let deep = format!("{}{}", "{ a ".repeat(30), "}".repeat(30));
        assert_eq!(check_text(&deep), Err(OverBudget::Depth));
        assert_eq!(check_text("mutation { a b }"), Err(OverBudget::Mutations));
    }

    #[test]
    fn brackets_are_counted_outside_texts_and_comments() {
        for (query, most) in [
            ("{ a(b: [1, {c: 2}]) { d } }", 4),
            ("{ a } # {{{{", 1),
            ("# [[[\n{ a }", 1),
            (r#"{ a(b: "[[[ \" [[[ \\") { c } }"#, 2),
            (r#"{ a(b: """[[ \""" [[ " [[""") { c } }"#, 2),
            ("{ a(b: \"[[[", 2),
            ("}}}} { ө(ң: \"ү\") }", 2),
        ] {
            assert_eq!(nesting(query), most, "{query}");
        }
        for query in [
            format!("{{ a(b: {}{}) }}", "[".repeat(8_000), "]".repeat(8_000)),
            format!("{{ a(b: {}", "[".repeat(16_000)),
            format!("{{ a(b: {}1{}) }}", "{c: ".repeat(3_000), "}".repeat(3_000)),
            "{ a ".repeat(4_000),
        ] {
            let refused = parse(&query);
            assert!(matches!(refused, Err(Unreadable::OverBudget(OverBudget::Nesting))), "{refused:?}");
        }
        assert!(parse(&format!("{{ a(b: {}{}) }}", "[".repeat(60), "]".repeat(60))).is_ok());
    }

    #[test]
    fn no_text_has_the_character_that_postgresql_cannot_keep() {
        for query in [
            r#"{ a(b: "\u0000") }"#,
            r#"{ a { b(c: { d: ["x", "y\u0000"] }) } }"#,
            r#"{ ...F } fragment F on Query { a(b: "\u0000") }"#,
            r#"query($v: String = "\u0000") { a(b: $v) }"#,
        ] {
            assert_eq!(check_text(query), Err(OverBudget::Null), "{query}");
        }
        assert_eq!(check_text(r#"{ a(b: "\\u0000 \u0001") }"#), Ok(()));
        let variable = |text: &str| Value::List(vec![Value::from(text)]);
        assert_eq!(check_texts(&[variable("a"), variable("b\0")]), Err(OverBudget::Null));
        assert_eq!(check_texts(&[variable("a")]), Ok(()));
    }
}
