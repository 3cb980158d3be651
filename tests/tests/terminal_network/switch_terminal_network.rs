use tests::{TestApp, json};

use super::{Terminal, network, ready};

#[tokio::test]
async fn a_network_that_is_off_pays_nothing_new() {
    let app = TestApp::new().await;
    let (accountant, made) = network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let (one, two) = (ready(&app).await, ready(&app).await);
    let paid = terminal.pay("1", &one.order.number, &one.sum()).await;
    let query = "mutation($i: SwitchTerminalNetworkInput!) { switchTerminalNetwork(input: $i) { network { enabled version } } }";
    let switch = async |enabled: bool| {
        let input = json!({ "i": { "id": made["id"], "enabled": enabled } });
        accountant.send(query, input).await.data("switchTerminalNetwork")["network"].clone()
    };
    assert_eq!(switch(false).await, json!({ "enabled": false, "version": 2 }));
    assert_eq!(switch(false).await["version"], 2, "once more does nothing");
    assert_eq!(terminal.check(&two.order.number, &two.sum()).await.result(), 243);
    let refused = terminal.pay("2", &two.order.number, &two.sum()).await;
    assert_eq!(refused.result(), 8, "{}", refused.body);
    // What was paid is still told, and can be taken back.
    assert_eq!(terminal.pay("1", &one.order.number, &one.sum()).await, paid);
    assert_eq!(terminal.status("1").await.result(), 0);
    assert_eq!(terminal.cancel("1").await.result(), 0);
    assert_eq!(switch(true).await["enabled"], true);
    assert_eq!(terminal.pay("2", &two.order.number, &two.sum()).await, refused, "its cash went back");
    assert_eq!(terminal.pay("3", &two.order.number, &two.sum()).await.result(), 0);
    app.done().await;
}
