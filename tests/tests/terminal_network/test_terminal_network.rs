use tests::{TestApp, json};

use super::{network, ready, requests};

#[tokio::test]
async fn the_office_tries_a_network_s_door() {
    let app = TestApp::new().await;
    // Neither the password nor an allowed address is needed, and only a check is asked.
    let (accountant, made) = network(&app, json!({ "addresses": ["198.51.100.1"] })).await;
    let query = "mutation($i: TestTerminalNetworkInput!) { testTerminalNetwork(input: $i) { __typename \
        ... on UserError { code } ... on TerminalTested { url status answer took } } }";
    let test = async |account: Option<&str>| {
        let input = json!({ "i": { "id": made["id"], "account": account } });
        accountant.send(query, input).await.data("testTerminalNetwork")
    };
    let nobody = test(None).await;
    assert_eq!(nobody["status"], 200, "{nobody}");
    assert!(nobody["answer"].as_str().unwrap().contains("<result>5</result>"), "{nobody}");
    assert!(
        nobody["url"].as_str().unwrap().starts_with(&format!("{}/terminals/pay24?command=check", app.url)),
        "{nobody}"
    );
    let one = ready(&app).await;
    let due = test(Some(&one.order.number)).await;
    assert!(due["answer"].as_str().unwrap().contains("<result>0</result>"), "{due}");
    assert_eq!(test(Some(&"x".repeat(65))).await["code"], "INVALID_INPUT");
    let seen = requests(&accountant, json!({})).await;
    assert_eq!((seen.len(), &seen[0]["command"], &seen[0]["outcome"]), (2, &json!("check"), &json!("OK")));
    for _ in 0..28 {
        test(None).await;
    }
    assert_eq!(test(None).await["code"], "TOO_MANY_ATTEMPTS");
    app.done().await;
}

/// The demonstration's network opens with the password that README tells, and is made once.
#[tokio::test]
async fn the_demonstration_has_a_network() {
    use api::features::terminal_network::{DEMONSTRATION_TERMINALS, make_demonstration_network};
    let app = TestApp::new().await;
    for _ in 0..2 {
        make_demonstration_network(&app.app).await.unwrap();
    }
    let terminal = super::Terminal { password: DEMONSTRATION_TERMINALS.1, ..super::Terminal::at(&app) };
    let one = ready(&app).await;
    assert_eq!(terminal.pay("1", &one.order.number, &one.sum()).await.result(), 0);
    let readme = include_str!("../../../README.md");
    assert!(readme.contains(DEMONSTRATION_TERMINALS.1));
    app.done().await;
}
