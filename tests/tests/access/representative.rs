//! A carrier's representative, whatever their role allows, sees nothing of other carriers: every field of the schema, with
//! everything that can be selected under it.

use std::collections::BTreeMap;

use api::graphql::Permission;
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{BaseType, Type, TypeKind, TypeSystemDefinition};
use tests::{Actor, TestApp, Value, json};

use super::{Who, World, denied, matrix};

/// Stands in everything private of other carriers.
const MARK: &str = "FOREIGN";
/// What the requests of the matrix name of another carrier.
const FOREIGN: [&str; 12] = [
    "$TRIP",
    "$CARRIER",
    "$VEHICLE",
    "$DRIVER",
    "$PERMIT",
    "$PHOTO",
    "$MANIFEST",
    "$CLOSURE",
    "$QUOTA",
    "$ORDER",
    "$ROUTE",
    "$SETTLEMENT",
];

/// Answer for each of many trips by itself, and for another carrier's that there is no such trip.
const FOR_EACH: [&str; 2] = ["Query.tripsConsequences", "Mutation.changeTrips"];

/// Fields of a type: name, type, and whether it needs an argument.
type Fields = Vec<(String, String, bool)>;

/// The schema as far as selections need it.
struct Shapes {
    objects: BTreeMap<String, Fields>,
    unions: BTreeMap<String, Vec<String>>,
}

fn base(ty: &Type) -> String {
    match &ty.base {
        BaseType::Named(name) => name.to_string(),
        BaseType::List(inner) => base(inner),
    }
}

impl Shapes {
    fn read() -> Self {
        let (mut objects, mut unions) = (BTreeMap::new(), BTreeMap::new());
        for definition in parse_schema(api::graphql::schema::sdl()).unwrap().definitions {
            let TypeSystemDefinition::Type(ty) = definition else { continue };
            let name = ty.node.name.node.to_string();
            match ty.node.kind {
                TypeKind::Object(object) => {
                    let fields = object.fields.iter().map(|field| {
                        let needs = |argument: &async_graphql::parser::types::InputValueDefinition| {
                            !argument.ty.node.nullable && argument.default_value.is_none()
                        };
                        let needs = field.node.arguments.iter().any(|argument| needs(&argument.node));
                        (field.node.name.node.to_string(), base(&field.node.ty.node), needs)
                    });
                    objects.insert(name, fields.collect());
                }
                TypeKind::Union(union) => {
                    unions.insert(name, union.members.iter().map(|member| member.node.to_string()).collect());
                }
                _ => {}
            }
        }
        Shapes { objects, unions }
    }

    /// Everything under a type, so deep; empty for a scalar. Members of a union get aliases, since theirs may differ.
    fn select(&self, ty: &str, depth: usize, prefix: &str) -> String {
        if let Some(members) = self.unions.get(ty) {
            let members = members
                .iter()
                .enumerate()
                .map(|(n, member)| format!("... on {member} {}", self.select(member, depth, &format!("{prefix}m{n}"))));
            return format!("{{ __typename {} }}", members.collect::<Vec<_>>().join(" "));
        }
        let Some(fields) = self.objects.get(ty) else { return String::new() };
        let mut selected = vec!["__typename".to_owned()];
        for (name, ty, needs) in fields {
            let deep = self.objects.contains_key(ty) || self.unions.contains_key(ty);
            if *needs || (deep && depth == 0) {
                continue;
            }
            let alias = if prefix.is_empty() { String::new() } else { format!("{prefix}{name}: ") };
            selected
                .push(format!("{alias}{name} {}", if deep { self.select(ty, depth - 1, "") } else { String::new() }));
        }
        format!("{{ {} }}", selected.join(" "))
    }

    /// What a root field answers with.
    fn of_root(&self, field: &str) -> &str {
        let (root, name) = field.split_once('.').unwrap();
        &self.objects[root].iter().find(|(known, ..)| known == name).unwrap().1
    }
}

/// The field with its arguments, as the matrix has them, without what it selects.
fn call(query: &str) -> &str {
    let query = query[query.find('{').unwrap() + 1..].trim_start();
    let (mut depth, mut quoted) = (0, false);
    for (at, letter) in query.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            '{' | '}' if !quoted && depth == 0 => return query[..at].trim_end(),
            _ => {}
        }
    }
    panic!("no selection in {query}")
}

/// Asks for as much as the limits of a request let through.
async fn ask_all(actor: &Actor, shapes: &Shapes, field: &str, call: &str) -> Value {
    let ty = shapes.of_root(field);
    for depth in (0..=4).rev() {
        let answer = actor.send(&format!("{{ {call} {} }}", shapes.select(ty, depth, "")), json!({})).await;
        let text = answer.body.to_string();
        let too_much = ["too complex", "too deep", "complexity", "COMPLEX", "TOO_DEEP", "recursion", "nested"];
        if answer.body["data"].is_null() && too_much.iter().any(|words| text.contains(words)) {
            continue;
        }
        return answer.body;
    }
    panic!("{field}: nothing of it is within the limits")
}

/// Writes the mark into all that is private of the carriers but one.
async fn mark(app: &TestApp, own: &str) {
    let foreign = format!("carrier_id NOT IN (SELECT id FROM carrier WHERE code = '{own}')");
    let orders = format!(
        "order_id IN (SELECT s.order_id FROM order_segment s JOIN trip ON trip.id = s.trip_id WHERE trip.{foreign})"
    );
    for statement in [
        format!("UPDATE order_passenger SET last_name = '{MARK}' WHERE {orders}"),
        format!(
            "UPDATE \"order\" SET email = 'a@{MARK}.example' WHERE id IN (SELECT s.order_id FROM order_segment s JOIN trip ON trip.id = s.trip_id WHERE trip.{foreign})"
        ),
        format!("UPDATE message SET text = '{MARK}' WHERE {orders}"),
        format!("UPDATE vehicle SET plate = '{MARK}' || plate WHERE {foreign}"),
        format!("UPDATE driver SET last_name = '{MARK}' WHERE {foreign}"),
        format!("UPDATE permit SET number = '{MARK}' WHERE holder_id IN (SELECT id FROM vehicle WHERE {foreign})"),
        format!("UPDATE quota SET reason = '{MARK}'"),
        format!("UPDATE job SET last_error = '{MARK}'"),
        format!("UPDATE api_key SET name = '{MARK}'"),
        format!("UPDATE carrier SET bank_account = '{MARK}' WHERE code <> '{own}'"),
    ] {
        app.break_by_hand(&statement).await;
    }
}

#[tokio::test]
async fn nothing_of_other_carriers_in_the_whole_schema() {
    let app = TestApp::new().await;
    let world = World::of(&app).await;
    let admin = app.staff("ADMINISTRATOR").await;
    // As much as a role can allow.
    let roles = admin.send("{ roles { nodes { code nameRu nameKy nameEn version } } }", json!({})).await.data("roles")
        ["nodes"]
        .clone();
    let role = roles.as_array().unwrap().iter().find(|role| role["code"] == "CARRIER_REPRESENTATIVE").unwrap().clone();
    let mut input = role;
    input["permissions"] = Permission::ALL.iter().map(|permission| json!(permission.code())).collect();
    let save = "mutation($i: SaveRoleInput!) { saveRole(input: $i) { __typename } }";
    assert_eq!(admin.send(save, json!({ "i": input })).await.data("saveRole")["__typename"], "RoleSaved");
    let people = crate::staff::people(&admin).await;
    let own =
        people.iter().find(|one| one["role"]["code"] == "CARRIER_REPRESENTATIVE").unwrap()["carrier"]["code"].clone();
    let own = own.as_str().unwrap();
    assert_ne!(world.ride.trip.carrier.code, own, "the things of the matrix are another carrier's");
    mark(&app, own).await;
    api::features::network::forget_trip(&app.app, world.ride.trip.id);

    // A process that has read nothing yet.
    let representative = app.staff("CARRIER_REPRESENTATIVE").await;
    let shapes = Shapes::read();
    let before = super::fingerprint(&app).await;
    let (mut seen_by_admin, mut asked) = (Vec::new(), 0);
    for (field, (who, query)) in matrix() {
        if query.is_empty() || field.starts_with("Subscription") {
            continue;
        }
        let foreign = FOREIGN.iter().any(|name| query.contains(name));
        let office = matches!(who, Who::Staff(permission) if permission.of_the_whole_office());
        let filled = world.fill(query);
        if field.starts_with("Query.") {
            asked += 1;
            let body = ask_all(&representative, &shapes, field, call(&filled)).await;
            assert!(!body.to_string().contains(MARK), "{field}: {body}");
            if ask_all(&admin, &shapes, field, call(&filled)).await.to_string().contains(MARK) {
                seen_by_admin.push(field);
            }
        }
        if matches!(who, Who::Staff(_) | Who::AnyStaff) {
            let answer = representative.send(&filled, json!({})).await;
            assert!(!answer.body.to_string().contains(MARK), "{field}: {}", answer.body);
            if office || (foreign && !FOR_EACH.contains(&field)) {
                assert!(denied(answer.code()), "{field}: {}", answer.body);
            }
        }
    }
    assert_eq!(super::fingerprint(&app).await[..5], before[..5], "and nothing is changed");
    // Positive control: who may see it does, in many places.
    assert!(asked > 60, "{asked} fields");
    assert!(seen_by_admin.len() >= 12, "{seen_by_admin:?}");
    app.discard().await;
}
