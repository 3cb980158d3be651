//! A zip of CSV tables that is the same for the same rows.

use std::io::{Cursor, Write};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::platform::Fault;

pub struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    hash: Sha256,
}

/// What goes into the zip, counted on its way.
struct Counted<'a> {
    zip: &'a mut ZipWriter<Cursor<Vec<u8>>>,
    hash: &'a mut Sha256,
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.zip.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.zip.flush()
    }
}

/// A file being written.
pub struct Rows<'a>(csv::Writer<Counted<'a>>);

impl Rows<'_> {
    pub fn row<S: AsRef<str>>(&mut self, fields: impl IntoIterator<Item = S>) -> Result<(), Fault> {
        for field in fields {
            let field = field.as_ref();
            if field.contains(char::is_control) || field.trim().len() != field.len() {
                // Readers of feeds stumble over lines within a value.
                self.0.write_field(field.replace(char::is_control, " ").trim())?;
            } else {
                self.0.write_field(field)?;
            }
        }
        self.0.write_record(None::<&[u8]>)?;
        Ok(())
    }
}

impl Archive {
    pub fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), hash: Sha256::new() }
    }

    /// A file of the archive with its header; `fill` writes the rows.
    pub fn file(
        &mut self,
        name: &str,
        header: &[&str],
        fill: impl FnOnce(&mut Rows<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.zip.start_file(name, options)?;
        self.hash.update(name);
        let counted = Counted { zip: &mut self.zip, hash: &mut self.hash };
        let mut rows = Rows(csv::WriterBuilder::new().buffer_capacity(64 * 1024).from_writer(counted));
        rows.row(header)?;
        fill(&mut rows)?;
        rows.0.flush()?;
        Ok(())
    }

    /// A name for what has been written so far.
    pub fn version(&self) -> String {
        self.hash.clone().finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    pub fn finish(self) -> Result<Vec<u8>, Fault> {
        Ok(self.zip.finish()?.into_inner())
    }
}
