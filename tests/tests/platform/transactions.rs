//! Transactions that share a commit, as SQLite's do, answer for what they have seen and for nothing else.

use std::time::Duration;

use futures::future::join_all;
use sea_orm::{ConnectionTrait, Statement};
use tests::TestApp;

fn statement(app: &TestApp, sql: &str, values: impl IntoIterator<Item = String>) -> Statement {
    let values = values.into_iter().map(sea_orm::Value::from);
    Statement::from_sql_and_values(app.app.db.read().get_database_backend(), sql, values)
}

fn insert(app: &TestApp, key: &str) -> Statement {
    let sql = "INSERT INTO setting (key, value, updated_at) \
        SELECT $1, value, updated_at FROM setting WHERE key = 'a' ON CONFLICT (key) DO NOTHING";
    statement(app, sql, [key.to_owned()])
}

async fn prepared() -> TestApp {
    let app = TestApp::new().await;
    let json = if app.app.db.is_sqlite() { "'1'" } else { "'1'::jsonb" };
    let now = if app.app.db.is_sqlite() { "'2026-12-01T06:00:00Z'" } else { "now()" };
    app.break_by_hand(&format!("INSERT INTO setting (key, value, updated_at) VALUES ('a', {json}, {now})")).await;
    app
}

async fn count(app: &TestApp, pattern: &str) -> i64 {
    app.count(&format!("SELECT key FROM setting WHERE key LIKE '{pattern}'")).await
}

/// Who finds that somebody else did the work may tell so, since it has been kept by then. (With a drop in the place of
/// `give_up` this fails on SQLite.)
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_a_transaction_has_seen_is_kept_when_it_answers() {
    let app = prepared().await;
    for round in 0..20 {
        let key = format!("seen-{round}");
        let told = join_all((0..20).map(|_| async {
            let tx = app.app.db.begin().await.unwrap();
            let done = tx.execute_raw(insert(&app, &key)).await.unwrap().rows_affected();
            if done == 1 {
                tx.commit().await.unwrap();
            } else {
                tx.give_up(()).await.unwrap();
            }
            // Whoever was answered finds it, by a connection that sees only what was committed.
            let look = statement(&app, "SELECT key FROM setting WHERE key = $1", [key.clone()]);
            app.app.db.read().query_one_raw(look).await.unwrap().is_some()
        }));
        assert!(told.await.into_iter().all(|found| found), "an answer came before what it spoke of");
    }
    app.done().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_that_fails_or_is_given_up_takes_nobody_with_it() {
    let app = prepared().await;
    join_all((0..200).map(|n| {
        let app = &app;
        async move {
            let tx = app.app.db.begin().await.unwrap();
            let key = format!("{}-{n}", ["kept", "given-up", "failed", "dropped"][n % 4]);
            tx.execute_raw(insert(app, &key)).await.unwrap();
            match n % 4 {
                0 => tx.commit().await.unwrap(),
                1 => tx.give_up(()).await.unwrap(),
                2 => assert!(tx.execute_unprepared("INSERT INTO setting (key) VALUES (NULL)").await.is_err()),
                _ => drop(tx),
            }
        }
    }))
    .await;
    assert_eq!(count(&app, "kept-%").await, 50);
    assert_eq!(count(&app, "%-%").await, 50, "nothing of the others");
    app.done().await;
}

/// A customer who closes the page, at whatever moment, leaves nothing behind and takes nothing of others along.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_who_goes_away_holds_nobody_up_and_undoes_nobody_s_work() {
    let app = prepared().await;
    for round in 0..100_u64 {
        let held = app.app.db.begin().await.unwrap();
        held.execute_raw(insert(&app, &format!("kept-{round}"))).await.unwrap();
        let ghosts: Vec<_> = (0..5)
            .map(|n| {
                let (db, ghost) = (app.app.db.clone(), insert(&app, &format!("ghost-{round}-{n}")));
                tokio::spawn(async move {
                    let tx = db.begin().await.unwrap();
                    tx.execute_raw(ghost).await.unwrap();
                    std::future::pending::<()>().await;
                    drop(tx);
                })
            })
            .collect();
        let kept = tokio::spawn(held.commit());
        tokio::time::sleep(Duration::from_micros(round * 37 % 1500)).await;
        for one in &ghosts {
            one.abort();
        }
        tokio::time::timeout(Duration::from_secs(5), kept).await.expect("kept in time").unwrap().unwrap();
    }
    assert_eq!(count(&app, "kept-%").await, 100);
    assert_eq!(count(&app, "ghost-%").await, 0);
    app.done().await;
}
