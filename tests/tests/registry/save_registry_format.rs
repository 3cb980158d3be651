use tests::{Actor, Value, json};

use super::{loaded, paid};
use crate::station::wrong;

async fn save(staff: &Actor, method: &str, version: i32, columns: Value) -> Value {
    let query = "mutation($i: SaveRegistryFormatInput!) { saveRegistryFormat(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on RegistryFormatSaved { format { method methodName version columns { \
        reference amount fee time kind refundWords } } } } }";
    let input = json!({ "method": method, "version": version, "columns": columns });
    staff.send(query, json!({ "i": input })).await.data("saveRegistryFormat")
}

#[tokio::test]
async fn a_bank_s_own_words_are_learned() {
    let (scene, reference) = paid().await;
    let staff = &scene.accountant;
    let own = json!({ "reference": "Номер заказа", "amount": "Сумма", "kind": "Тип", "refundWords": ["Возврат"] });
    let saved = save(staff, "bank", 0, own.clone()).await;
    assert_eq!((&saved["format"]["version"], &saved["format"]["columns"]["fee"]), (&json!(1), &json!(null)), "{saved}");
    assert_eq!(save(staff, "bank", 0, own.clone()).await["code"], "CHANGED_MEANWHILE");
    let file = format!("Дата,НОМЕР ЗАКАЗА,Сумма,Тип\n01.12.2026,{reference},{},Оплата\n,B-1,5,возврат\n", scene.sum);
    let (_, found) = loaded(&scene.app, staff, "bank", &file).await;
    assert_eq!((found.len(), &found[0]["kind"], &found[0]["refund"]), (1, &json!("MISSING_HERE"), &json!(true)));
    let bad = json!({ "reference": " ", "amount": "x".repeat(61), "refundWords": [""] });
    let expected =
        [("columns.reference", "REQUIRED"), ("columns.amount", "TOO_LONG"), ("columns.refundWords.0", "REQUIRED")];
    assert_eq!(wrong(&save(staff, "bank", 1, bad).await), expected);
    let formats = staff.send("{ registryFormats { method version columns { reference } } }", json!({})).await;
    let formats = formats.data("registryFormats");
    assert_eq!(formats[0], json!({ "method": "bank", "version": 1, "columns": { "reference": "Номер заказа" } }));
    assert_eq!(formats[1], json!({ "method": "sandbox", "version": 0, "columns": { "reference": "reference" } }));
    scene.app.done().await;
}
