//! A receipt printer on the network: it listens as a real one does, understands what it is sent, and keeps the paper that it
//! has printed. It can misbehave.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How it behaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mood {
    Good,
    /// Prints, and answers no question, as small ones do.
    Mute,
    NoPaper,
    CoverOpen,
    /// It has stopped for a reason that it does not tell.
    Stopped,
    /// Breaks the connection after so many bytes.
    BreaksAfter(usize),
    /// Takes the connection and reads and says nothing.
    Hangs,
}

/// A piece of paper, cut off.
#[derive(Clone, Default, Debug)]
pub struct Paper {
    /// Dots of a line.
    pub width: usize,
    /// Line by line, true is dark.
    pub dots: Vec<bool>,
}

impl Paper {
    /// What its QR code says.
    pub fn code(&self) -> Option<String> {
        let height = self.dots.len() / self.width;
        let light = |x: usize, y: usize| if self.dots[y * self.width + x] { 0 } else { 255 };
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(self.width, height, light);
        let grid = picture.detect_grids().into_iter().next()?;
        Some(grid.decode().ok()?.1)
    }

    /// Dark dots in the lines above the code, without it.
    pub fn ink(&self) -> usize {
        self.dots.iter().filter(|dot| **dot).count()
    }

    /// For people to look at.
    pub fn picture(&self) -> Vec<u8> {
        let height = self.dots.len() / self.width;
        let mut file = Vec::new();
        let mut encoder =
            png::Encoder::new(&mut file, u32::try_from(self.width).unwrap(), u32::try_from(height).unwrap());
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        let grey: Vec<u8> = self.dots.iter().map(|dot| if *dot { 0 } else { 255 }).collect();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&grey).unwrap();
        writer.finish().unwrap();
        file
    }
}

pub struct Printer {
    /// `host:port`.
    pub address: String,
    mood: Arc<Mutex<Mood>>,
    papers: Arc<Mutex<Vec<Paper>>>,
    task: JoinHandle<()>,
}

impl Drop for Printer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Printer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (mood, papers) = (Arc::new(Mutex::new(Mood::Good)), Arc::<Mutex<Vec<Paper>>>::default());
        let task = tokio::spawn({
            let (mood, papers) = (Arc::clone(&mood), Arc::clone(&papers));
            async move {
                // One at a time, as it has one head.
                while let Ok((stream, _)) = listener.accept().await {
                    let now = *mood.lock().unwrap();
                    // A connection that breaks is the other side's to see.
                    let _ = serve(stream, now, &papers).await;
                }
            }
        });
        Printer { address, mood, papers, task }
    }

    pub fn is(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    /// All that it has printed and cut off, and forgets it.
    pub fn take(&self) -> Vec<Paper> {
        std::mem::take(&mut *self.papers.lock().unwrap())
    }
}

/// Bytes of a connection, with what a broken printer does to them.
struct Cable {
    stream: TcpStream,
    left: usize,
}

impl Cable {
    async fn byte(&mut self) -> std::io::Result<u8> {
        if self.left == 0 {
            return Err(std::io::ErrorKind::ConnectionReset.into());
        }
        self.left -= 1;
        self.stream.read_u8().await
    }
}

async fn serve(stream: TcpStream, mood: Mood, papers: &Mutex<Vec<Paper>>) -> std::io::Result<()> {
    if mood == Mood::Hangs {
        tokio::time::sleep(Duration::from_secs(30)).await;
        return Ok(());
    }
    let left = if let Mood::BreaksAfter(bytes) = mood { bytes } else { usize::MAX };
    let mut cable = Cable { stream, left };
    let mut paper = Paper::default();
    loop {
        let Ok(first) = cable.byte().await else { return Ok(()) };
        match first {
            // ESC @ and nothing else of ESC.
            0x1B => assert_eq!(cable.byte().await?, b'@', "an unknown command of ESC"),
            // DLE EOT n.
            0x10 => {
                assert_eq!(cable.byte().await?, 0x04, "an unknown command of DLE");
                let asked = cable.byte().await?;
                let answer = match (asked, mood) {
                    (2, Mood::CoverOpen) => 0x12 | 0x04,
                    (2, Mood::NoPaper) => 0x12 | 0x20,
                    (2, Mood::Stopped) => 0x12 | 0x40,
                    (4, Mood::NoPaper) => 0x12 | 0x60,
                    _ => 0x12,
                };
                if mood != Mood::Mute {
                    cable.stream.write_u8(answer).await?;
                }
            }
            0x1D => match cable.byte().await? {
                b'v' => {
                    assert_eq!((cable.byte().await?, cable.byte().await?), (b'0', 0), "GS v is GS v 0 0");
                    let mut sizes = [0_usize; 4];
                    for size in &mut sizes {
                        *size = cable.byte().await?.into();
                    }
                    let (across, rows) = (sizes[0] + 256 * sizes[1], sizes[2] + 256 * sizes[3]);
                    assert!(across > 0 && (1..=2303).contains(&rows), "a picture of {across} bytes and {rows} rows");
                    assert!(paper.width == 0 || paper.width == across * 8, "one slip, one width");
                    paper.width = across * 8;
                    for _ in 0..across * rows {
                        let bits = cable.byte().await?;
                        paper.dots.extend((0..8).map(|bit| bits & (0x80 >> bit) != 0));
                    }
                }
                b'V' => {
                    assert_eq!((cable.byte().await?, cable.byte().await?), (66, 0), "the cut");
                    papers.lock().unwrap().push(std::mem::take(&mut paper));
                }
                b'r' => {
                    assert_eq!(cable.byte().await?, 1);
                    if mood != Mood::Mute {
                        cable.stream.write_u8(0).await?;
                    }
                }
                other => panic!("an unknown command of GS: {other}"),
            },
            other => panic!("text or an unknown command: {other}"),
        }
    }
}
