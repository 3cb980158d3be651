//! Receipt printers on the network that speak ESC/POS, the command set that all makers share (the programming guides of Epson,
//! SNBC and HPRT agree on what is used here). Slips go as dots, so that no letter depends on a printer's code pages: most have
//! no ң, ө or ү.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};

use super::slip::Dots;

/// The whole of it: a cashier waits in front of a customer.
const LIMIT: Duration = Duration::from_secs(10);
/// One who prints for another desk at this moment lets go within so much.
const CONNECT: Duration = Duration::from_secs(4);
/// A printer that answers at all says how it is at once.
const STATUS: Duration = Duration::from_millis(700);
/// Dot rows of one command: what the smallest printers have memory for.
const BAND: u32 = 128;

const RESET: &[u8] = &[0x1B, b'@'];
/// Feeds past the knife and cuts all but a corner.
const CUT: &[u8] = &[0x1D, b'V', 66, 0];
/// Asks in real time: why it is off line, and whether there is paper.
const WHY_OFFLINE: &[u8] = &[0x10, 0x04, 2];
const PAPER: &[u8] = &[0x10, 0x04, 4];
/// Asks after what was sent before is printed.
const WHEN_DONE: &[u8] = &[0x1D, b'r', 1];

/// What is known of a slip that was sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Printed {
    /// The printer says so.
    Done,
    /// It has taken it and says nothing: the smallest never do.
    Taken,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PrintError {
    #[error("the printer does not answer")]
    Unreachable,
    #[error("the printer is out of paper")]
    NoPaper,
    #[error("the cover of the printer is open")]
    CoverOpen,
    #[error("the printer has stopped")]
    Stopped,
    /// A part may be on the paper.
    #[error("the connection broke while it printed")]
    Broken,
}

/// The commands that print slips one after the other, each cut off.
pub fn commands(slips: &[Dots]) -> Vec<u8> {
    let mut out = RESET.to_vec();
    for slip in slips {
        let across = slip.width / 8;
        for (band, rows) in (0u32..).zip(slip.bits.chunks((across * BAND) as usize)) {
            let height = (slip.height - band * BAND).min(BAND);
            let (across, height) = (across.to_le_bytes(), height.to_le_bytes());
            out.extend_from_slice(&[0x1D, b'v', b'0', 0, across[0], across[1], height[0], height[1]]);
            out.extend_from_slice(rows);
        }
        out.extend_from_slice(CUT);
    }
    out
}

/// Prints at `host:port`.
pub async fn print(address: &str, slips: &[Dots]) -> Result<Printed, PrintError> {
    timeout(LIMIT, send(address, commands(slips))).await.unwrap_or(Err(PrintError::Broken))
}

async fn send(address: &str, bytes: Vec<u8>) -> Result<Printed, PrintError> {
    let mut printer = connect(address).await?;
    let talks = match ask(&mut printer, WHY_OFFLINE).await? {
        None => false,
        Some(why) => {
            if why & 0x04 != 0 {
                return Err(PrintError::CoverOpen);
            }
            if ask(&mut printer, PAPER).await?.is_some_and(|paper| paper & 0x60 != 0) {
                return Err(PrintError::NoPaper);
            }
            if why & 0x40 != 0 {
                return Err(PrintError::Stopped);
            }
            true
        }
    };
    printer.write_all(&bytes).await.map_err(|_| PrintError::Broken)?;
    printer.write_all(WHEN_DONE).await.map_err(|_| PrintError::Broken)?;
    printer.flush().await.map_err(|_| PrintError::Broken)?;
    if !talks {
        printer.shutdown().await.map_err(|_| PrintError::Broken)?;
        return Ok(Printed::Taken);
    }
    let mut answer = [0];
    match printer.read_exact(&mut answer).await {
        Ok(_) if answer[0] & 0x0C != 0 => Err(PrintError::NoPaper),
        Ok(_) => Ok(Printed::Done),
        Err(_) => Err(PrintError::Broken),
    }
}

/// A printer takes one at a time: who is refused tries again for a while.
async fn connect(address: &str) -> Result<TcpStream, PrintError> {
    let until = Instant::now() + CONNECT;
    loop {
        match timeout(until.saturating_duration_since(Instant::now()), TcpStream::connect(address)).await {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(_)) if Instant::now() + Duration::from_millis(300) < until => {
                tokio::time::sleep(Duration::from_millis(300)).await;
            }
            Ok(Err(_)) | Err(_) => return Err(PrintError::Unreachable),
        }
    }
}

/// One byte of status; `None` from a printer that does not tell.
async fn ask(printer: &mut TcpStream, question: &[u8]) -> Result<Option<u8>, PrintError> {
    printer.write_all(question).await.map_err(|_| PrintError::Unreachable)?;
    let mut answer = [0];
    match timeout(STATUS, printer.read_exact(&mut answer)).await {
        Ok(Ok(_)) => Ok(Some(answer[0])),
        Ok(Err(_)) => Err(PrintError::Unreachable),
        Err(_) => Ok(None),
    }
}
