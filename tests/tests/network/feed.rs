//! Small feeds that tests write themselves.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A feed to be written as a folder or a zip.
#[derive(Clone, Default)]
pub struct FeedWriter {
    files: BTreeMap<String, Vec<u8>>,
}

/// Deleted when the test ends.
pub struct Written(PathBuf);

impl Written {
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        let _ = if self.0.is_dir() { std::fs::remove_dir_all(&self.0) } else { std::fs::remove_file(&self.0) };
    }
}

fn temporary(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("beket-{:032x}-{name}", rand::random::<u128>()))
}

impl FeedWriter {
    /// Two daily buses from Osh over Uzgen to Jalal-Abad, priced by zones.
    pub fn small() -> Self {
        Self::default()
            .file(
                "agency.txt",
                "agency_id,agency_name,agency_url,agency_timezone\nA,Altyn,https://a.example.com,Asia/Bishkek\n",
            )
            .file(
                "stops.txt",
                "stop_id,stop_name,stop_lat,stop_lon,zone_id\nOSH,\"Ош, автовокзал\",40.53,72.80,Z1\n\
                 UZG,Узген,40.77,73.30,Z2\nJAL,\"Джалал-Абад, автовокзал\",40.94,72.99,Z3\n",
            )
            .file(
                "routes.txt",
                "route_id,agency_id,route_short_name,route_long_name,route_type\nR,A,701,Ош – Джалал-Абад,3\n",
            )
            .file("trips.txt", "route_id,service_id,trip_id,trip_short_name\nR,D,T1,701-08\nR,D,T2,701-12\n")
            .file(
                "stop_times.txt",
                "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n\
                 T1,08:00:00,08:00:00,OSH,1\nT1,09:00:00,09:05:00,UZG,2\nT1,10:00:00,10:00:00,JAL,3\n\
                 T2,12:00:00,12:00:00,OSH,1\nT2,13:00:00,13:05:00,UZG,2\nT2,14:00:00,14:00:00,JAL,3\n",
            )
            .file(
                "calendar.txt",
                "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n\
                 D,1,1,1,1,1,1,1,20260101,20271231\n",
            )
            .file(
                "fare_attributes.txt",
                "fare_id,price,currency_type,payment_method,transfers\nF220,220,KGS,1,0\nF100,100,KGS,1,0\n",
            )
            .file("fare_rules.txt", "fare_id,route_id,origin_id,destination_id\nF220,R,Z1,Z3\nF100,R,Z1,Z2\n")
    }

    /// The demonstration network, to be changed.
    pub fn demo() -> Self {
        let mut files = std::collections::BTreeMap::new();
        for folder in ["demo", "demo/gtfs"] {
            for entry in std::fs::read_dir(super::repository(folder)).unwrap().map(Result::unwrap) {
                if entry.path().is_file() {
                    let name = entry.file_name().to_string_lossy().into_owned();
                    files.insert(name, std::fs::read(entry.path()).unwrap());
                }
            }
        }
        Self { files }
    }

    pub fn file(mut self, name: &str, text: &str) -> Self {
        self.files.insert(name.to_owned(), text.as_bytes().to_vec());
        self
    }

    pub fn bytes(mut self, name: &str, bytes: &[u8]) -> Self {
        self.files.insert(name.to_owned(), bytes.to_vec());
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.files.remove(name);
        self
    }

    pub fn replace(self, name: &str, from: &str, to: &str) -> Self {
        let text = String::from_utf8(self.files[name].clone()).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        self.file(name, &text.replace(from, to))
    }

    pub fn append(self, name: &str, rows: &str) -> Self {
        let text = String::from_utf8(self.files[name].clone()).unwrap() + rows;
        self.file(name, &text)
    }

    /// Moves every file into a folder of the zip, and its name to upper case.
    pub fn nested(self, folder: &str) -> Self {
        let files = self.files.into_iter().map(|(name, bytes)| (format!("{folder}/{}", name.to_uppercase()), bytes));
        Self { files: files.collect() }
    }

    pub fn folder(&self) -> Written {
        let path = temporary("feed");
        std::fs::create_dir(&path).unwrap();
        for (name, bytes) in &self.files {
            std::fs::write(path.join(name), bytes).unwrap();
        }
        Written(path)
    }

    pub fn zip_bytes(&self) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, bytes) in &self.files {
            zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    pub fn zip(&self) -> Written {
        written_zip(&self.zip_bytes())
    }
}

/// A file with these bytes, whatever they are.
pub fn written_zip(bytes: &[u8]) -> Written {
    let path = temporary("feed.zip");
    std::fs::write(&path, bytes).unwrap();
    Written(path)
}
