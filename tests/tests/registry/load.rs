use tests::{TimeDelta, Value, json};

use super::{HEAD, differences, fee, kinds, load, loaded, paid, registries};

#[tokio::test]
async fn a_file_of_what_we_have_differs_in_nothing_and_is_one_however_often_it_is_loaded() {
    let (scene, reference) = paid().await;
    let (app, staff) = (&scene.app, &scene.accountant);
    let bank = scene.bank.charge(&reference).id;
    // By our number, and by the bank's.
    for (n, name) in [reference.as_str(), bank.as_str()].into_iter().enumerate() {
        let file = format!("{HEAD}{name};{};{};{n};payment\n", scene.sum, fee(&scene));
        let (id, found) = loaded(app, staff, "bank", &file).await;
        assert_eq!(found, Vec::<Value>::new());
        let again = load(app, staff, "bank", file).await.1;
        assert_eq!((&again["id"], &again["again"]), (&id, &json!(true)));
    }
    let all = registries(staff).await;
    assert_eq!(all.len(), 2);
    assert_eq!((&all[0]["payments"], &all[0]["paid"]["amount"]), (&json!(1), &json!(scene.sum)));
    assert_eq!((&all[0]["open"], &all[0]["methodName"]), (&json!(0), &json!("The bank")));
    assert_eq!(all[0]["name"], "december.csv");
    scene.app.done().await;
}

#[tokio::test]
async fn every_difference_is_listed_with_its_line() {
    let (scene, reference) = paid().await;
    let (app, staff) = (&scene.app, &scene.accountant);
    let text = |file: &str| format!("{HEAD}{file}");
    let right = format!("{reference};{};{};;payment\n", scene.sum, fee(&scene));
    let other = format!("{reference};1.00;{};;payment\n", fee(&scene));
    let dearer = format!("{reference};{};99.00;;payment\n", scene.sum);
    for (file, expected) in [
        (text(&format!("{right}B-4711;12.50;;2026-12-01 10:00;payment\n")), vec!["MISSING_HERE"]),
        (text(&format!("{right}B-4712;12.50;;;refund\n")), vec!["MISSING_HERE"]),
        (text(&other), vec!["SUM_DIFFERS"]),
        (text(&dearer), vec!["FEE_DIFFERS"]),
        (text("B-1;5;;;payment\n"), vec!["MISSING_HERE", "MISSING_THERE"]),
    ] {
        let (id, found) = loaded(app, staff, "bank", &file).await;
        assert_eq!(kinds(&found), expected, "{file}");
        assert!(found.iter().all(|one| one["state"] == "OPEN" && one["registry"]["id"] == id));
    }
    let first = &differences(staff, json!({ "kind": "MISSING_HERE" })).await[0];
    assert_eq!((&first["line"], &first["reference"]), (&json!(3), &json!("B-4711")));
    assert_eq!((&first["theirs"]["amount"], &first["ours"]), (&json!("12.50"), &json!(null)));
    assert_eq!(first["saidAt"], "2026-12-01 10:00");
    let fees = &differences(staff, json!({ "kind": "FEE_DIFFERS" })).await[0];
    assert_eq!((&fees["theirFee"]["amount"], &fees["ourFee"]["amount"]), (&json!("99.00"), &json!(fee(&scene))));
    assert_eq!(fees["orderNumber"], scene.order.number.as_str());
    // A payment of another day need not be in the file.
    app.advance(TimeDelta::days(3));
    let staff = app.staff("ACCOUNTANT").await;
    let (_, found) = loaded(app, &staff, "bank", &text("B-2;5;;;payment\n")).await;
    assert_eq!(kinds(&found), ["MISSING_HERE"]);
    scene.app.done().await;
}

#[tokio::test]
async fn what_cannot_be_read_is_told_by_line_or_as_a_whole() {
    let (scene, reference) = paid().await;
    let (app, staff) = (&scene.app, &scene.accountant);
    let right = format!("{reference};{};;;payment\n", scene.sum);
    let file = format!("{HEAD};1;;;\n{right}x;one;;;\n{right}y;1;z;;\n");
    loaded(app, staff, "bank", &file).await;
    let errors = &registries(staff).await[0]["errors"];
    let told = json!([
        { "line": 2, "code": "NO_REFERENCE" }, { "line": 4, "code": "AMOUNT" }, { "line": 5, "code": "REPEATED" },
        { "line": 6, "code": "FEE" },
    ]);
    assert_eq!(errors, &told);
    for (file, status, code) in [
        ("id;amount\n1;2\n".as_bytes().to_vec(), 422, "NO_COLUMN"),
        (HEAD.as_bytes().to_vec(), 422, "EMPTY"),
        (b"PK\x03\x04 no workbook".to_vec(), 415, "NOT_A_TABLE"),
        (vec![0, 1, 2], 415, "NOT_A_TABLE"),
    ] {
        let (got, answer) = load(app, staff, "bank", file).await;
        assert_eq!((got, answer["code"].as_str()), (status, Some(code)), "{answer}");
    }
    assert_eq!(load(app, staff, "nobody", HEAD).await.0, 404);
    assert_eq!(load(app, &app.staff("DISPATCHER").await, "bank", HEAD).await.0, 403);
    assert_eq!(load(app, &app.visitor(), "bank", HEAD).await.0, 403);
    let backwards = staff.put_file("/registries/bank?from=2026-12-02&to=2026-12-01", HEAD.into()).await;
    assert_eq!((backwards.0, backwards.1["code"].as_str()), (400, Some("BAD_PERIOD")));
    assert_eq!(registries(staff).await.len(), 1);
    scene.app.done().await;
}

/// As spreadsheets write it: the file of a list of ours has the right form to be read back.
#[tokio::test]
async fn a_workbook_is_read_as_a_text_is() {
    let (scene, reference) = paid().await;
    let (app, staff) = (&scene.app, &scene.accountant);
    let file = super::workbook(&[
        &["reference", "amount", "fee", "time", "kind"],
        &[&reference, &scene.sum, &fee(&scene), "2026-12-01", "payment"],
        &["B-9", "10", "", "", "refund"],
    ]);
    let (status, answer) = load(app, staff, "bank", file).await;
    assert_eq!(status, 200, "{answer}");
    let found = differences(staff, json!({ "registryId": answer["id"] })).await;
    assert_eq!((kinds(&found), &found[0]["refund"]), (vec!["MISSING_HERE"], &json!(true)));
    scene.app.done().await;
}

#[tokio::test]
async fn refunds_are_matched_by_our_number() {
    let (scene, reference) = paid().await;
    let (app, staff) = (&scene.app, &scene.accountant);
    let line = scene.seen().await["segments"][0]["lines"][0]["id"].as_str().unwrap().to_owned();
    let quote = scene.customer.quote(&scene.order, &[&line]).await;
    scene.customer.confirm(&scene.order, quote["quote"]["id"].as_str().unwrap(), "a-key-of-the-refund").await;
    app.run_jobs().await;
    let (refund, sum) = scene.bank.charge(&reference).refunds.into_iter().next().unwrap();
    let payment = format!("{reference};{};{};;payment\n", scene.sum, fee(&scene));
    let whole = format!("{HEAD}{payment}{refund};-{sum};;;\n");
    assert_eq!(loaded(app, staff, "bank", &whole).await.1, Vec::<Value>::new());
    let (_, found) = loaded(app, staff, "bank", &format!("{HEAD}{payment}")).await;
    assert_eq!((kinds(&found), &found[0]["refund"]), (vec!["MISSING_THERE"], &json!(true)));
    scene.app.done().await;
}

#[tokio::test]
async fn networks_of_terminals_are_reconciled_by_their_transactions() {
    use crate::terminal_network::{Terminal, network, ready};
    let app = tests::TestApp::new().await;
    let (staff, _) = network(&app, json!({})).await;
    let one = ready(&app).await;
    assert_eq!(Terminal::at(&app).pay("1234567", &one.order.number, &one.sum()).await.result(), 0);
    let right =
        format!("{HEAD}1234567;{};{};;payment\n", one.sum(), crate::terminal_network::written(one.minor * 15 / 1000));
    assert_eq!(loaded(&app, &staff, "terminal:pay24", &right).await.1, Vec::<Value>::new());
    let (_, found) = loaded(&app, &staff, "terminal:pay24", &format!("{HEAD}7654321;{};;;payment\n", one.sum())).await;
    assert_eq!(kinds(&found), ["MISSING_HERE", "MISSING_THERE"]);
    app.done().await;
}
