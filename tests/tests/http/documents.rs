use std::path::Path;

use api::graphql::budget;

/// What a site sends: its documents, as its client sends them, with `__typename` in every selection.
fn documents(site: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(site).join("src/gql/graphql.ts");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let opened = text.split("TypedDocumentString(`").skip(1);
    let texts = opened.map(|rest| rest.split('`').next().unwrap_or_default());
    texts.map(with_types).collect()
}

/// `__typename` in every selection but the operation's own.
fn with_types(text: &str) -> String {
    let mut in_fragment = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.contains(" on ") && line.trim_start().starts_with("fragment ") {
            in_fragment = true;
        }
        // What closes a selection stands at the beginning of its line, what closes an object does not.
        let closes = line.trim_start().starts_with('}');
        let adds = closes && (in_fragment || line.starts_with(' '));
        lines.push(if adds { line.replace('}', "__typename }") } else { line.to_owned() });
    }
    lines.join("\n")
}

/// A page whose request the server refuses as too large is a page that does not work; nobody else would tell.
#[test]
fn every_document_of_the_sites_is_within_the_budget() {
    let mut largest = 0;
    for site in ["web-public", "web-admin"] {
        let documents = documents(site);
        assert!(documents.len() > 40, "{site} has {} documents", documents.len());
        for text in documents {
            // Fragments stand alone too; they come with the operations that use them.
            if !text.contains("query ") && !text.contains("mutation ") && !text.contains("subscription ") {
                continue;
            }
            let document = budget::parse(&text).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
            assert_eq!(budget::check(&document), Ok(()), "{site}\n{text}");
            largest = largest.max(text.matches("__typename").count());
        }
    }
    assert!(largest > 10, "no document was read whole");
}
