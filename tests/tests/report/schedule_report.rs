use base64::Engine as _;
use calamine::Reader as _;
use tests::post_office::{PostOffice, header};
use tests::{Actor, TestApp, TimeDelta, Value, json};

use super::save_report::save;

async fn schedule(staff: &Actor, input: Value) -> tests::Answer {
    let query = "mutation($i: ScheduleReportInput!) { scheduleReport(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on ReportScheduled { report { name schedule { rhythm hour recipients nextAt } } } } }";
    staff.send(query, json!({ "i": input })).await
}

#[tokio::test]
async fn a_report_is_sent_once_at_its_hour_to_who_may_see_it() {
    let office = PostOffice::start().await;
    let url = format!("smtp://{}", office.address);
    let app = TestApp::with(|config| config.smtp_url = Some(url)).await;
    let clerk = app.staff("ACCOUNTANT").await;
    let id = save(&clerk, "By day", false).await.data("saveReport")["report"]["id"].clone();
    let (accountant, inspector) = ("accountant@demo.beket.example.com", "inspector@demo.beket.example.com");
    let input = json!({ "id": id, "rhythm": "DAILY", "hour": 13, "recipients": [accountant, inspector] });
    let made = schedule(&clerk, input).await.data("scheduleReport");
    // Noon in Bishkek now.
    assert_eq!(
        made["report"]["schedule"],
        json!({ "rhythm": "DAILY", "hour": 13, "recipients": [accountant, inspector], "nextAt": "2026-12-01T07:00:00+00:00" })
    );
    assert_eq!(app.promise_reports().await, 0, "not yet");
    app.break_by_hand("UPDATE role SET permissions = '[]' WHERE code = 'INSPECTOR'").await;
    app.advance(TimeDelta::hours(1));
    assert_eq!((app.promise_reports().await, app.promise_reports().await), (2, 0), "once");
    app.run_jobs().await;
    let letters = office.letters();
    let told: Vec<&str> = letters.iter().map(|letter| header(letter, "to")).collect();
    assert_eq!(told, [accountant], "who may not see the data gets nothing");
    let (_, part) = letters[0].split_once("sales-2026-11-01-to-2026-11-30.xlsx").expect("last month's workbook");
    let (_, part) = part.split_once("\n\n").unwrap();
    let packed: String = part.lines().take_while(|line| !line.starts_with("--")).collect();
    let file = base64::engine::general_purpose::STANDARD.decode(packed.trim()).unwrap();
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(file)).unwrap();
    let name = book.sheet_names()[0].clone();
    assert_eq!(book.worksheet_range(&name).unwrap().rows().next().unwrap()[0].to_string(), "Продано: день");
    app.advance(TimeDelta::hours(24));
    assert_eq!(app.promise_reports().await, 2, "and the next day again");
    app.discard().await;
}

#[tokio::test]
async fn a_schedule_is_its_owner_s_and_its_readers_are_staff() {
    let app = TestApp::new().await;
    let (clerk, agent) = (app.staff("ACCOUNTANT").await, app.staff("SUPPORT_AGENT").await);
    let id = save(&clerk, "By day", true).await.data("saveReport")["report"]["id"].clone();
    let input = json!({ "id": id, "rhythm": "WEEKLY", "hour": 24, "recipients": ["nobody@example.com", "x"] });
    let wrong = schedule(&clerk, input).await.data("scheduleReport");
    assert_eq!(
        wrong["fields"],
        json!([{ "path": "hour", "code": "REPORT_HOUR" }, { "path": "recipients.0", "code": "NO_SUCH_STAFF" },
            { "path": "recipients.1", "code": "EMAIL" }])
    );
    let nobody =
        schedule(&clerk, json!({ "id": id, "rhythm": "WEEKLY", "recipients": [] })).await.data("scheduleReport");
    assert_eq!(nobody["fields"], json!([{ "path": "recipients", "code": "REQUIRED" }]));
    let some = json!({ "id": id, "rhythm": "MONTHLY", "recipients": ["accountant@demo.beket.example.com"] });
    assert_eq!(schedule(&agent, some.clone()).await.code(), "NOT_FOUND", "shared, and another's");
    let made = schedule(&clerk, some).await.data("scheduleReport");
    assert_eq!(made["report"]["schedule"]["nextAt"], "2027-01-01T02:00:00+00:00", "eight o'clock in Bishkek");
    let ended = schedule(&clerk, json!({ "id": id })).await.data("scheduleReport");
    assert_eq!(ended["report"]["schedule"], json!(null));
    app.done().await;
}
