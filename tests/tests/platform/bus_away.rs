use std::time::{Duration, Instant};

use tests::wire::Wire;
use tests::{TestApp, json};

use crate::refund::pay_out_refunds::sold;
use crate::shift::at_desk;

/// Redis is gone in the middle of a shift: the desk sells as fast as before, the site shows what is sold, and what the other
/// server has missed it reads when the bus is back.
#[tokio::test]
async fn a_desk_sells_while_redis_is_away() {
    let Some(redis) = std::env::var("TEST_REDIS_URL").ok().filter(|url| !url.is_empty()) else {
        // On SQLite the bus is within the process and cannot go away.
        return;
    };
    let wire = Wire::to(redis.trim_start_matches("redis://").trim_end_matches('/')).await;
    let url = format!("redis://{}", wire.address);
    let app = TestApp::with(|config| config.redis_url = Some(url)).await;
    let other = app.replica().await.expect("a second server");
    let cashier = at_desk(&app).await;
    sold(&app, &cashier, 1).await;
    let healthy = async || cashier.get("/health").await.status().is_success();
    assert!(healthy().await);

    wire.cut();
    for _ in 0..3 {
        let began = Instant::now();
        let (order, _) = sold(&app, &cashier, 1).await;
        assert!(began.elapsed() < Duration::from_secs(3), "a sale took {:?} without Redis", began.elapsed());
        // Who asks the other server is told the truth of the database.
        assert_eq!(cashier.at(&other.url).order(&order).await["status"], "PAID");
    }
    let ride = app.ride("501").await;
    let left = async |server: &TestApp| {
        let query = "query($t: ID!, $a: Int!, $b: Int!) { seatMap(tripId: $t, from: $a, to: $b) { seatsLeft } }";
        let asked = json!({ "t": ride.id(), "a": ride.from, "b": ride.to });
        server.visitor().send(query, asked).await.data("seatMap")["seatsLeft"].clone()
    };
    let here = left(&app).await;
    wire.mend();
    let until = Instant::now() + Duration::from_secs(20);
    while left(&other).await != here {
        assert!(Instant::now() < until, "the other server still does not know what was sold");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    other.stop_only().await;
    app.done().await;
}
