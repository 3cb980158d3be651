//! The house rules that can be read off the files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn files(folder: &Path, ending: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return found };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["node_modules", "dist", "target", "gql", ".git"].contains(&name.as_str())
                && !name.starts_with("target-")
            {
                found.extend(files(&path, ending));
            }
        } else if ending.iter().any(|ending| name.ends_with(ending)) {
            found.push(path);
        }
    }
    found
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn the_domain_depends_on_nothing_that_does_io() {
    let manifest = read(&root().join("api/domain/Cargo.toml"));
    let section = manifest.split("[dependencies]").nth(1).unwrap().split('[').next().unwrap();
    let used: BTreeSet<&str> =
        section.lines().filter_map(|line| line.split(['.', ' ', '=']).next()).filter(|name| !name.is_empty()).collect();
    let allowed = BTreeSet::from([
        "base64",
        "chrono",
        "chrono-tz",
        "ed25519-dalek",
        "rust_decimal",
        "serde",
        "serde_json",
        "sha2",
        "thiserror",
        "uuid",
    ]);
    assert!(used.is_subset(&allowed), "not pure: {:?}", used.difference(&allowed).collect::<Vec<_>>());
    let entity = read(&root().join("entity/Cargo.toml"));
    assert!(!entity.contains("domain") && !entity.contains("api"), "rows depend on no other crate of ours");
}

#[test]
fn platform_knows_no_feature_and_only_the_schema_names_them() {
    for file in files(&root().join("api/src/platform"), &[".rs"]) {
        let text = read(&file);
        for word in ["crate::features", "crate::graphql", "crate::http"] {
            assert!(!text.contains(word), "{} names {word}", file.display());
        }
    }
    for file in files(&root().join("api/src/graphql"), &[".rs"]) {
        let schema = file.file_name().unwrap() == "schema.rs";
        assert!(schema || !read(&file).contains("crate::features"), "{} names a feature", file.display());
    }
}

#[test]
fn features_meet_at_their_doors() {
    for file in files(&root().join("api/src"), &[".rs"]) {
        let text = read(&file);
        let own = file.to_string_lossy().into_owned();
        for part in text.split("crate::features::").skip(1) {
            let path: Vec<&str> = part.split("::").collect();
            let feature = path[0];
            let inside = path.get(1).is_some_and(|next| {
                let next: String = next.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let module = next.chars().next().is_some_and(char::is_lowercase)
                    && path.len() > 2
                    && part.starts_with(&format!("{feature}::{next}::"));
                module && root().join(format!("api/src/features/{feature}/{next}.rs")).exists()
            });
            assert!(!inside || own.contains(&format!("features/{feature}/")), "{own} reaches into {feature}");
        }
    }
}

/// Mutations that share a file with their opposite, and those tested by another's file. Only shrinks.
const MUTATION_FILES: &[(&str, &str)] = &[
    ("sign_out_everywhere", "sign_out"),
    ("revoke_session", "sign_out"),
    ("save_passenger", "saved_passenger"),
    ("delete_saved_passenger", "saved_passenger"),
];

#[test]
fn every_mutation_has_its_file_and_its_test() {
    let document = async_graphql::parser::parse_schema(api::graphql::schema::sdl()).unwrap();
    let mut mutations = Vec::new();
    for definition in document.definitions {
        use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
        let TypeSystemDefinition::Type(ty) = definition else { continue };
        if let (true, TypeKind::Object(object)) = (ty.node.name.node == "Mutation", ty.node.kind) {
            mutations.extend(object.fields.iter().map(|field| field.node.name.node.to_string()));
        }
    }
    let sources = files(&root().join("api/src/features"), &[".rs"]);
    let tests: String = files(&root().join("tests/tests"), &[".rs"])
        .iter()
        .filter(|path| !path.ends_with("access.rs") && !path.to_string_lossy().contains("/access/"))
        .map(|path| read(path))
        .collect::<String>()
        + &read(&root().join("tests/src/actors.rs"));
    for mutation in mutations {
        let snake: String = mutation
            .chars()
            .flat_map(|c| if c.is_uppercase() { vec!['_', c.to_ascii_lowercase()] } else { vec![c] })
            .collect();
        let file = MUTATION_FILES.iter().find(|(name, _)| *name == snake).map_or(snake.as_str(), |(_, file)| file);
        assert!(sources.iter().any(|path| path.ends_with(format!("{file}.rs"))), "{mutation} has no {file}.rs");
        assert!(tests.contains(&mutation), "{mutation} has no test");
    }
}

/// What a transaction has seen of others may not be on the disk yet: an answer waits for it.
#[test]
fn who_leaves_a_transaction_early_gives_it_up() {
    for file in files(&root().join("api/src/features"), &[".rs"]) {
        let text = read(&file);
        let mut begun = false;
        for line in text.lines() {
            begun |= line.contains(".begin().await");
            let told = line.contains("return Ok(") || line.contains("return Err(Refusal");
            assert!(!begun || !told || line.contains("give_up("), "{}: {}", file.display(), line.trim());
            begun &= !line.contains("tx.commit()") && !line.starts_with('}');
        }
    }
}

/// What is kept in memory of an order is believed at its version.
#[test]
fn who_changes_what_belongs_to_an_order_raises_its_version() {
    let mut writers = 0;
    for file in files(&root().join("api/src"), &[".rs"]) {
        let text = read(&file);
        let writes = ["order_segment", "order_passenger", "order_line"].iter().any(|rows| {
            ["insert", "update", "delete"].iter().any(|verb| text.contains(&format!("{rows}::Entity::{verb}")))
        });
        let raises = [
            "version: Set(",
            "version: 1,",
            "raise_versions(",
            "lock_changing(",
            "lock_order_of_payment(",
            "sell(app, &tx,",
        ];
        assert!(!writes || raises.iter().any(|how| text.contains(how)), "{}", file.display());
        writers += usize::from(writes);
    }
    assert!(writers > 5, "this test looks for what is not written so any more");
}

#[test]
fn the_committed_schema_is_the_code_s() {
    let committed = read(&root().join("schema.graphql"));
    assert!(committed == api::graphql::schema::sdl(), "run `make schema` and commit schema.graphql");
}

#[test]
fn every_field_of_the_schema_is_described_where_its_name_does_not_say_it() {
    let document = async_graphql::parser::parse_schema(api::graphql::schema::sdl()).unwrap();
    let mut bare = Vec::new();
    for definition in document.definitions {
        use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
        let TypeSystemDefinition::Type(ty) = definition else { continue };
        let name = ty.node.name.node.to_string();
        if let (true, TypeKind::Object(object)) =
            (["Query", "Mutation", "Subscription"].contains(&name.as_str()), &ty.node.kind)
        {
            bare.extend(
                object
                    .fields
                    .iter()
                    .filter(|f| f.node.description.is_none())
                    .map(|f| format!("{name}.{}", f.node.name.node)),
            );
        }
    }
    assert!(bare.is_empty(), "say what they do: {bare:?}");
}

#[test]
fn the_sites_keep_apart() {
    for (site, others) in [
        ("web-public", ["web-admin"].as_slice()),
        ("web-admin", &["web-public"]),
        ("web-shared", &["web-public", "web-admin"]),
    ] {
        for file in files(&root().join(site).join("src"), &[".ts", ".tsx"]) {
            let text = read(&file);
            let imports = text
                .lines()
                .filter(|line| line.contains("from '") || line.contains("from \"") || line.contains("import("));
            for line in imports {
                assert!(!others.iter().any(|other| line.contains(other)), "{}: {line}", file.display());
            }
        }
    }
}

/// Files over 600 lines, each with its reason. Only shrinks.
const LONG: &[(&str, &str)] = &[];

#[test]
fn files_can_be_read_in_one_sitting() {
    for folder in ["api", "entity", "migration", "tests", "web-public/src", "web-admin/src", "web-shared"] {
        for file in files(&root().join(folder), &[".rs", ".ts", ".tsx"]) {
            let lines = read(&file).lines().count();
            let name = file.to_string_lossy().into_owned();
            let excused = LONG.iter().any(|(path, _)| name.ends_with(path)) || name.ends_with(".gen.ts");
            assert!(lines <= 600 || excused, "{name} has {lines} lines");
        }
    }
}
