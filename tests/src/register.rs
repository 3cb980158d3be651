//! A cash register in the cloud, at an address of its own.

use api::features::fiscal_register::{Mood, SandboxRegister};
use api::platform::clock::Clock;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub use api::features::fiscal_register::DEMONSTRATION_TOKEN as TOKEN;

pub struct Register {
    pub url: String,
    pub sandbox: SandboxRegister,
    task: JoinHandle<()>,
}

impl Drop for Register {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Register {
    /// With the clock of who asks it.
    pub async fn start(clock: Clock) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let sandbox = SandboxRegister::new(clock);
        let router = sandbox.clone().router();
        let task = tokio::spawn(async move {
            // It serves until it is dropped.
            let _ = axum::serve(listener, router).await;
        });
        Register { url, sandbox, task }
    }

    pub fn is(&self, mood: Mood) {
        self.sandbox.is(mood);
    }

    /// Kind, sum, cash, cashless and offset of all that it has recorded, in this order.
    pub fn sums(&self) -> Vec<(String, i64, i64, i64, i64)> {
        self.sandbox.recorded(|order| {
            let kind = order.kind.code().to_owned();
            (kind, order.total_minor, order.cash_minor, order.cashless_minor, order.offset_minor)
        })
    }
}
