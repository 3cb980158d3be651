//! A mail server: it speaks SMTP over a real connection, keeps what it has taken, and can misbehave.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How it behaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mood {
    Good,
    /// Closed for the day: "try again later".
    Closed,
    /// Takes a letter and breaks the connection before it says so.
    Forgetful,
}

pub struct PostOffice {
    /// `host:port`.
    pub address: String,
    mood: Arc<Mutex<Mood>>,
    letters: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl PostOffice {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        let (mood, letters) = (Arc::new(Mutex::new(Mood::Good)), Arc::<Mutex<Vec<String>>>::default());
        let task = tokio::spawn({
            let (mood, letters) = (Arc::clone(&mood), Arc::clone(&letters));
            async move {
                while let Ok((stream, _)) = listener.accept().await {
                    let now = *mood.lock().unwrap_or_else(PoisonError::into_inner);
                    let letters = Arc::clone(&letters);
                    // A connection that breaks is the other side's to see.
                    tokio::spawn(async move {
                        let _ = serve(stream, now, &letters).await;
                    });
                }
            }
        });
        PostOffice { address, mood, letters, task }
    }

    pub fn is(&self, mood: Mood) {
        *self.mood.lock().unwrap_or_else(PoisonError::into_inner) = mood;
    }

    /// All letters that it has taken, as they came.
    pub fn letters(&self) -> Vec<String> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The value of a letter's header.
pub fn header<'a>(letter: &'a str, name: &str) -> &'a str {
    let line = letter.lines().find(|line| line.to_lowercase().starts_with(&format!("{}:", name.to_lowercase())));
    line.and_then(|line| line.split_once(':')).map(|(_, value)| value.trim()).unwrap_or_default()
}

async fn serve(stream: TcpStream, mood: Mood, letters: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    if mood == Mood::Closed {
        writer.write_all(b"421 closed, try again later\r\n").await?;
        return Ok(());
    }
    writer.write_all(b"220 post.example.com\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let command = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        match command.as_str() {
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await?;
                let mut letter = String::new();
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    letter.push_str(line.strip_prefix('.').unwrap_or(&line));
                    letter.push('\n');
                }
                letters.lock().unwrap_or_else(PoisonError::into_inner).push(letter);
                if mood == Mood::Forgetful {
                    return Ok(());
                }
                writer.write_all(b"250 taken\r\n").await?;
            }
            "QUIT" => {
                writer.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            "EHLO" => writer.write_all(b"250-post.example.com\r\n250 8BITMIME\r\n").await?,
            _ => writer.write_all(b"250 ok\r\n").await?,
        }
    }
    Ok(())
}
