//! What the station publishes for others.

mod realtime;
mod timetable;

use std::path::PathBuf;

use tests::TestApp;

use crate::network::feed::{Written, written_zip};

/// The published archive as a file.
pub async fn published(app: &TestApp) -> Written {
    let answer = app.visitor().get("/feeds/gtfs.zip").await;
    assert_eq!(answer.status().as_u16(), 200);
    assert_eq!(answer.headers()["content-type"], "application/zip");
    assert!(!answer.headers().contains_key("content-encoding"), "a zip is packed already");
    written_zip(&answer.bytes().await.unwrap())
}

/// The rows of a table of an archive, each with its columns by name.
pub fn table(archive: &Written, name: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(archive.path()).unwrap()).unwrap();
    let Ok(file) = zip.by_name(name) else { return Vec::new() };
    let mut reader = csv::Reader::from_reader(file);
    let header = reader.headers().unwrap().clone();
    let named = |row: csv::StringRecord| {
        header.iter().zip(&row).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    reader.records().map(|row| named(row.unwrap())).collect()
}

/// A folder with the archive and the demonstration's files beside a feed.
pub fn beside_side_files(archive: &Written) -> PathBuf {
    let folder = archive.path().with_extension("folder");
    std::fs::create_dir_all(folder.join("gtfs")).unwrap();
    let mut zip = zip::ZipArchive::new(std::fs::File::open(archive.path()).unwrap()).unwrap();
    zip.extract(folder.join("gtfs")).unwrap();
    for entry in std::fs::read_dir(crate::network::repository("demo")).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_file() {
            std::fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
        }
    }
    folder
}
