mod archive_layout;
mod import_layouts;
mod save_layout;

use tests::{Actor, Value, json};

pub const PARTS: &str = "id code nameRu nameKy nameEn vehicleClass standingPlaces seatCount pattern notes version edited archivedAt \
     vehicleCount routeCount decks { level rows cols cells { row col kind note seat { number seatClass window aisle reclining facing features } } }";

/// All layouts, those in the archive too.
pub async fn layouts(staff: &Actor) -> Vec<Value> {
    let query = format!("{{ layouts(archived: true) {{ {PARTS} }} }}");
    staff.send(&query, json!({})).await.data("layouts").as_array().unwrap().clone()
}

pub async fn layout(staff: &Actor, code: &str) -> Value {
    layouts(staff).await.into_iter().find(|one| one["code"] == code).expect("the layout")
}

/// What the editor sends of a layout that it has read.
pub fn input(layout: &Value) -> Value {
    let mut input = layout.clone();
    let object = input.as_object_mut().unwrap();
    for field in ["code", "seatCount", "pattern", "edited", "archivedAt", "vehicleCount", "routeCount"] {
        object.remove(field);
    }
    input
}

pub async fn save(staff: &Actor, input: &Value) -> Value {
    let query = format!(
        "mutation($i: SaveLayoutInput!) {{ saveLayout(input: $i) {{ __typename ... on UserError {{ code message }} \
         ... on InvalidInput {{ fields {{ path code message }} }} ... on LayoutSaved {{ layout {{ {PARTS} }} }} }} }}"
    );
    staff.send(&query, json!({ "i": input })).await.data("saveLayout")
}

/// A small one: a door, an aisle, and four seats beside it.
pub fn small(code: &str) -> Value {
    let seat = |row: i32, col: i32, number: &str| json!({ "row": row, "col": col, "kind": "SEAT", "seat": { "number": number } });
    let cell = |row: i32, col: i32, kind: &str| json!({ "row": row, "col": col, "kind": kind });
    json!({
        "code": code, "nameRu": "Такси", "nameKy": "Такси", "nameEn": "Taxi", "vehicleClass": "minibus",
        "decks": [{ "level": 1, "rows": 3, "cols": 3, "cells": [
            cell(1, 1, "DRIVER"), cell(1, 2, "AISLE"), cell(1, 3, "DOOR"),
            seat(2, 1, "1"), cell(2, 2, "AISLE"), seat(2, 3, "2"),
            seat(3, 1, "3"), cell(3, 2, "AISLE"), seat(3, 3, "4"),
        ] }],
    })
}

/// Where what was wrong, by path and code.
pub fn faults(answer: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    answer["fields"]
        .as_array()
        .unwrap_or_else(|| panic!("errors by field: {answer}"))
        .iter()
        .map(|field| (text(&field["path"]), text(&field["code"])))
        .collect()
}

/// A seat's place among the cells of the only deck.
pub fn cell<'a>(layout: &'a mut Value, number: &str) -> &'a mut Value {
    let cells = layout["decks"][0]["cells"].as_array_mut().unwrap();
    cells.iter_mut().find(|cell| cell["seat"]["number"] == number).expect("the seat")
}
