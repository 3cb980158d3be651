use std::collections::VecDeque;
use std::future::pending;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use crate::platform::Fault;

/// Connections wait here while the server is busy; beyond it the system refuses them.
const BACKLOG: i32 = 4096;
/// Who has just been let in has not always asked yet; the server closes what has not.
const SETTLE: Duration = Duration::from_millis(300);

/// Where a connection comes from.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

impl Connected<IncomingStream<'_, Door>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        Peer(*stream.remote_addr())
    }
}

/// Lets connections in. Told to stop, it lets in those that the system has taken already, then refuses others, so that a
/// proxy turns to another replica, and tells when all who are inside had time to ask: no request is lost.
pub struct Door {
    open: Option<TcpListener>,
    address: SocketAddr,
    waiting: VecDeque<(TcpStream, SocketAddr)>,
    stop: watch::Receiver<bool>,
    closed: watch::Sender<bool>,
}

impl Door {
    pub fn new(listener: TcpListener, stop: watch::Receiver<bool>) -> Result<Self, Fault> {
        let address = listener.local_addr()?;
        let closed = watch::Sender::new(false);
        Ok(Door { open: Some(listener), address, waiting: VecDeque::new(), stop, closed })
    }

    /// True once nobody is let in any more.
    pub fn closed(&self) -> watch::Receiver<bool> {
        self.closed.subscribe()
    }

    fn close(&mut self) -> io::Result<()> {
        let Some(listener) = self.open.take() else { return Ok(()) };
        let listener = listener.into_std()?;
        // Does not block: the next error says that nobody waits.
        while let Ok((connection, from)) = listener.accept() {
            connection.set_nonblocking(true)?;
            self.waiting.push_back((ready(TcpStream::from_std(connection)?), from));
        }
        drop(listener);
        let closed = self.closed.clone();
        tokio::spawn(async move {
            tokio::time::sleep(SETTLE).await;
            closed.send_replace(true);
        });
        Ok(())
    }
}

impl Listener for Door {
    type Io = TcpStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (TcpStream, SocketAddr) {
        loop {
            if let Some(next) = self.waiting.pop_front() {
                return next;
            }
            let Some(listener) = &mut self.open else { return pending().await };
            tokio::select! {
                (connection, from) = Listener::accept(listener) => return (ready(connection), from),
                _ = self.stop.wait_for(|stop| *stop) => {}
            }
            if let Err(error) = self.close() {
                tracing::error!(%error, "not all who waited at the door could be let in");
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}

/// Small answers leave at once. Where the system refuses that, they leave a little later.
fn ready(connection: TcpStream) -> TcpStream {
    let _ = connection.set_nodelay(true);
    connection
}

/// Listens with a backlog that a rush does not overflow.
pub fn listen(address: &str) -> Result<TcpListener, Fault> {
    let address: SocketAddr = address
        .parse()
        .map_err(|_| Fault::new(format!("{address} is not an address to listen on, such as 127.0.0.1:8080")))?;
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    socket.set_reuse_address(true)?;
    socket.set_nonblocking(true)?;
    socket.bind(&address.into()).map_err(|error| Fault::new(format!("cannot listen on {address}: {error}")))?;
    socket.listen(BACKLOG)?;
    Ok(TcpListener::from_std(socket.into())?)
}
