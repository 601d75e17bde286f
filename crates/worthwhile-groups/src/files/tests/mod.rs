//! Tables in files: what is written is read, and what is no table is refused.

mod hostile;
mod kept;
mod pending;
mod texts;
mod whole;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use arrow::array::RecordBatch;
use arrow::compute::concat_batches;
use worthwhile::{Code, Error};

use super::{TableFormat, TableReader, TableWriter};

/// A folder that is gone when the test is.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("worthwhile-groups-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn names(&self) -> Vec<String> {
        let files = std::fs::read_dir(&self.0).unwrap();
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// All rows in one batch.
fn all(table: TableReader) -> Result<RecordBatch, Error> {
    let schema = table.schema();
    let batches = table.collect::<Result<Vec<_>, _>>()?;
    assert!(batches.iter().all(|batch| (1..=8192).contains(&batch.num_rows())));
    Ok(concat_batches(&schema, &batches).unwrap())
}

fn read(bytes: &[u8], format: TableFormat) -> Result<RecordBatch, Error> {
    TableReader::new(std::io::Cursor::new(bytes.to_vec()), format).and_then(all)
}

fn written(batches: &[&RecordBatch], format: TableFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut table = TableWriter::new(&mut bytes, format, &batches[0].schema()).unwrap();
    batches.iter().for_each(|batch| table.write(batch).unwrap());
    table.finish().unwrap();
    bytes
}

/// The code and the message of a refusal.
fn refusal(read: Result<RecordBatch, Error>) -> (Code, String) {
    let error = read.unwrap_err();
    (error.problems()[0].code, error.problems()[0].message.clone())
}
