//! A wire to another server that can be cut and put together again.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

pub struct Wire {
    /// `host:port` of this end.
    pub address: String,
    cut: Arc<AtomicBool>,
    changed: Arc<Notify>,
    task: JoinHandle<()>,
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Wire {
    /// To `host:port`.
    pub async fn to(other: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        let (cut, changed) = (Arc::<AtomicBool>::default(), Arc::<Notify>::default());
        let task = tokio::spawn({
            let (cut, changed, other) = (Arc::clone(&cut), Arc::clone(&changed), other.to_owned());
            async move {
                while let Ok((mut here, _)) = listener.accept().await {
                    if cut.load(Ordering::SeqCst) {
                        continue;
                    }
                    let (cut, changed, other) = (Arc::clone(&cut), Arc::clone(&changed), other.clone());
                    tokio::spawn(async move {
                        let Ok(mut there) = TcpStream::connect(&other).await else { return };
                        let ended = async {
                            while !cut.load(Ordering::SeqCst) {
                                changed.notified().await;
                            }
                        };
                        tokio::select! {
                            _ = copy_bidirectional(&mut here, &mut there) => {}
                            () = ended => {}
                        }
                    });
                }
            }
        });
        Wire { address, cut, changed, task }
    }

    /// Breaks all connections, and takes no more.
    pub fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
        self.changed.notify_waiters();
    }

    pub fn mend(&self) {
        self.cut.store(false, Ordering::SeqCst);
    }
}
