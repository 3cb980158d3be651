//! Opening a feed: a zip or a folder, with junk between the files that matter.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::report::ImportReport;

/// Raise it when the importer reads the same files in another way, so that they are imported again.
const IMPORTER_VERSION: &str = "1";

const TABLES: &[&str] = &[
    "agency.txt",
    "stops.txt",
    "routes.txt",
    "trips.txt",
    "stop_times.txt",
    "calendar.txt",
    "calendar_dates.txt",
    "frequencies.txt",
    "translations.txt",
    "feed_info.txt",
    "areas.txt",
    "stop_areas.txt",
    "networks.txt",
    "route_networks.txt",
    "fare_attributes.txt",
    "fare_rules.txt",
    "fare_products.txt",
    "fare_leg_rules.txt",
    "rider_categories.txt",
];

/// Files beside the feed that say what GTFS cannot.
const SIDE_FILES: &[&str] =
    &["seat_layouts.json", "vehicles.csv", "route_vehicles.csv", "baggage_and_discounts.csv", "holidays.csv"];

const REQUIRED: &[&str] = &["stops.txt", "routes.txt", "trips.txt", "stop_times.txt"];

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("{path} cannot be opened: {reason}. Nothing was changed.")]
    CannotOpen { path: PathBuf, reason: String },
    #[error("{file} in {path} cannot be read: {reason}. Nothing was changed.")]
    CannotRead { path: PathBuf, file: String, reason: String },
    #[error("{path} is not a GTFS feed: {missing} is missing. Nothing was changed.")]
    MissingFile { path: PathBuf, missing: String },
    #[error("{file} has no column {column}. Nothing was changed.")]
    MissingColumn { file: String, column: String },
    #[error("{path} has no trip that could be imported ({problems} rows were left out). Nothing was changed.")]
    NothingToImport { path: PathBuf, problems: usize, report: Box<ImportReport> },
    #[error("the database failed: {0}. Nothing was changed.")]
    Database(#[from] sea_orm::DbErr),
    #[error("{0}. Nothing was changed.")]
    Broken(String),
}

/// The files of a feed, read into memory.
pub struct FeedFiles {
    pub path: PathBuf,
    files: BTreeMap<String, Vec<u8>>,
    pub ignored: Vec<String>,
}

impl FeedFiles {
    /// Opens a zip, a folder with the `.txt` files, or a folder with them in `gtfs/` and side files beside it.
    pub fn open(path: &Path) -> Result<Self, ImportError> {
        let mut files = Self { path: path.to_owned(), files: BTreeMap::new(), ignored: Vec::new() };
        if path.is_dir() {
            files.read_folder(path)?;
            if path.join("gtfs").is_dir() {
                files.read_folder(&path.join("gtfs"))?;
            }
        } else {
            files.read_zip()?;
        }
        let missing = REQUIRED.iter().find(|name| !files.files.contains_key(**name));
        let calendar = ["calendar.txt", "calendar_dates.txt"].iter().any(|name| files.files.contains_key(*name));
        let missing = missing.copied().or((!calendar).then_some("calendar.txt or calendar_dates.txt"));
        if let Some(missing) = missing {
            return Err(ImportError::MissingFile { path: path.to_owned(), missing: missing.to_owned() });
        }
        files.ignored.sort();
        files.ignored.dedup();
        Ok(files)
    }

    fn cannot_open(&self, reason: impl std::fmt::Display) -> ImportError {
        ImportError::CannotOpen { path: self.path.clone(), reason: reason.to_string() }
    }

    fn cannot_read(&self, file: &str, reason: impl std::fmt::Display) -> ImportError {
        ImportError::CannotRead { path: self.path.clone(), file: file.to_owned(), reason: reason.to_string() }
    }

    fn read_folder(&mut self, folder: &Path) -> Result<(), ImportError> {
        for entry in std::fs::read_dir(folder).map_err(|e| self.cannot_open(e))? {
            let entry = entry.map_err(|e| self.cannot_open(e))?;
            let name = entry.file_name().to_string_lossy().to_lowercase();
            if !entry.path().is_file() {
                continue;
            }
            if wanted(&name) {
                let bytes = std::fs::read(entry.path()).map_err(|e| self.cannot_read(&name, e))?;
                self.files.insert(name, bytes);
            } else {
                self.ignored.push(name);
            }
        }
        Ok(())
    }

    /// Takes each known file at the least depth, whatever folder and letter case it is in.
    fn read_zip(&mut self) -> Result<(), ImportError> {
        let file = std::fs::File::open(&self.path).map_err(|e| self.cannot_open(e))?;
        let mut zip = zip::ZipArchive::new(std::io::BufReader::new(file)).map_err(|e| self.cannot_open(e))?;
        let mut found: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for index in 0..zip.len() {
            let Some(Ok(name)) = zip.name_for_index(index).map(|name| name.map(String::from)) else { continue };
            let (depth, base) = (name.matches('/').count(), name.rsplit('/').next().unwrap_or_default().to_lowercase());
            if name.ends_with('/') || name.starts_with("__MACOSX") || base.starts_with("._") {
                continue;
            }
            if !wanted(&base) {
                self.ignored.push(base);
            } else if found.get(&base).is_none_or(|(least, _)| depth < *least) {
                found.insert(base, (depth, index));
            }
        }
        for (name, (_, index)) in found {
            let mut bytes = Vec::new();
            let mut entry = zip.by_index(index).map_err(|e| self.cannot_read(&name, e))?;
            entry.read_to_end(&mut bytes).map_err(|e| self.cannot_read(&name, e))?;
            self.files.insert(name, bytes);
        }
        Ok(())
    }

    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// SHA-256 over names and contents, hexadecimal.
    pub fn hash(&self) -> String {
        let mut hasher = Sha256::new();
        hasher.update(IMPORTER_VERSION);
        for (name, bytes) in &self.files {
            hasher.update(name);
            hasher.update(bytes.len().to_le_bytes());
            hasher.update(bytes);
        }
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn wanted(name: &str) -> bool {
    TABLES.contains(&name) || SIDE_FILES.contains(&name)
}
