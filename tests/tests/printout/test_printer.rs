use tests::printer::{Mood, Printer};
use tests::{TestApp, json};

use super::{ANSWER, put_printer};
use crate::shift::desk;

#[tokio::test]
async fn a_desk_s_printer_is_set_and_tried() {
    let app = TestApp::new().await;
    let desk = desk(&app, "Бишкек", "1").await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let test = async || {
        let query = format!("mutation($i: TestPrinterInput!) {{ testPrinter(input: $i) {ANSWER} }}");
        manager.send(&query, json!({ "i": { "deskId": desk } })).await.data("testPrinter")
    };
    assert_eq!(test().await["fields"], json!([{ "path": "desk", "code": "NO_PRINTER" }]));
    for (typed, kept) in [
        ("10.0.0.15", Some("10.0.0.15:9100")),
        (" printer-3:9101 ", Some("printer-3:9101")),
        ("[fd00::15]:9100", Some("[fd00::15]:9100")),
        ("http://10.0.0.15/", None),
        ("10.0.0.15:0", None),
        ("10.0.0.15:99999", None),
        ("a b", None),
        (":9100", None),
    ] {
        let saved = put_printer(&manager, "1", Some(typed), 80).await;
        match kept {
            Some(kept) => assert_eq!(saved["desk"]["printer"], kept, "{typed}: {saved}"),
            None => {
                assert_eq!(saved["fields"], json!([{ "path": "printer", "code": "PRINTER_FORM" }]), "{typed}: {saved}")
            }
        }
    }
    let wide = put_printer(&manager, "1", None, 70).await;
    assert_eq!(wide["fields"], json!([{ "path": "paperMm", "code": "PAPER_WIDTH" }]));

    let printer = Printer::start().await;
    put_printer(&manager, "1", Some(&printer.address), 58).await;
    assert_eq!(test().await["printout"]["state"], "PRINTED");
    let paper = printer.take().pop().unwrap();
    assert_eq!((paper.width, paper.code().as_deref()), (384, Some(app.app.config.public_url.as_str())));
    if let Ok(folder) = std::env::var("BEKET_SLIPS") {
        std::fs::write(format!("{folder}/test-58.png"), paper.picture()).unwrap();
    }
    printer.is(Mood::NoPaper);
    assert_eq!(test().await["printout"]["problem"], "NO_PAPER");
    app.done().await;
}
