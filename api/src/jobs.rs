//! Which feature does which kind of job.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::app::App;
use crate::features::{
    departure, fiscal_receipt, manifest, network, notification, order, payment, permit, rebooking, refund,
    refund_request, report,
};
use crate::platform::jobs::{Handler, Job, JobError};

/// The handler of all kinds.
pub fn handler(app: &App) -> Handler {
    let app = app.clone();
    Arc::new(move |job: Job| {
        let app = app.clone();
        Box::pin(async move { run(&app, &job).await })
    })
}

async fn run(app: &App, job: &Job) -> Result<(), JobError> {
    match job.kind.as_str() {
        notification::SEND_MESSAGE => notification::send(app, &job.payload).await,
        refund::SEND_REFUND => refund::send(app, &job.payload).await,
        refund::ROAD_CLOSED => refund::return_closed(app, &job.payload).await,
        refund::STOP_SKIPPED => refund::return_skipped(app, &job.payload).await,
        refund::TRIP_CANCELLED => refund::return_cancelled(app, &job.payload).await,
        rebooking::REBOOK_TRIP => rebooking::carry_out(app, &job.payload).await,
        payment::TAKE_AUTHORISED => payment::take_authorised(app, &job.payload).await,
        payment::SANDBOX_CALLBACK => payment::send_callback(app, &job.payload).await,
        departure::RETIME_TRIP => departure::retime(app, &job.payload).await,
        manifest::TRIP_DEPARTED => manifest::depart(app, &job.payload).await,
        report::SEND_REPORT => report::send_report(app, &job.payload).await,
        manifest::SEND_MANIFEST => manifest::deliver(app, &job.payload, job.attempts).await,
        other => Err(JobError::Fatal(format!("nobody does jobs of the kind {other}"))),
    }
}

/// Starts everything that works beside the requests; all of it ends when told to, with what it has begun.
pub fn start(app: &App, stop: &watch::Receiver<bool>) -> Vec<tokio::task::JoinHandle<()>> {
    let jobs = app.jobs.clone();
    let worker = tokio::spawn({
        let (db, handler, stop) = (app.db.clone(), handler(app), stop.clone());
        async move { jobs.work(db, handler, stop).await }
    });
    let sweeper = every(app, stop, Duration::from_secs(15), |app| async move { order::sweep(&app).await.map(|_| ()) });
    let departures =
        every(
            app,
            stop,
            Duration::from_secs(15),
            |app| async move { manifest::promise_departures(&app).await.map(|_| ()) },
        );
    let poller = every(app, stop, Duration::from_secs(5), |app| async move { payment::poll(&app).await.map(|_| ()) });
    let registers =
        every(app, stop, Duration::from_secs(1), |app| async move { fiscal_receipt::drive(&app).await.map(|_| ()) });
    let generator = every(app, stop, Duration::from_secs(3600), |app| async move {
        let days = app.network.get(&app).await?.settings.sale_days_ahead;
        network::generate_trips(&app, days, &|_| {}).await.map(|_| ())
    });
    let reminder = every(app, stop, Duration::from_secs(3600), |app| async move {
        permit::remind(&app).await?;
        refund_request::forget_documents(&app).await.map(|_| ())
    });
    let reports =
        every(app, stop, Duration::from_secs(60), |app| async move { report::promise_due(&app).await.map(|_| ()) });
    vec![worker, sweeper, departures, poller, registers, generator, reminder, reports]
}

fn every<F, Fut>(app: &App, stop: &watch::Receiver<bool>, pause: Duration, work: F) -> tokio::task::JoinHandle<()>
where
    F: Fn(App) -> Fut + Send + 'static,
    Fut: Future<Output = Result<(), crate::platform::Fault>> + Send,
{
    let (app, mut stop) = (app.clone(), stop.clone());
    tokio::spawn(async move {
        while !*stop.borrow() {
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                _ = stop.changed() => continue,
            }
            if let Err(fault) = work(app.clone()).await {
                tracing::error!(?fault, "regular work failed; it is tried again in its time");
            }
        }
    })
}
