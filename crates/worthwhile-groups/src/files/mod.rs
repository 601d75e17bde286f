//! Tables in files and streams.

mod arrow_file;
mod arrow_packed;
mod arrow_stream;
mod check;
mod csv_bytes;
mod csv_text;
mod format;
mod json_lines;
mod limits;
mod parquet_file;
mod pending;
mod reader;
mod stored;
mod trouble;
mod writer;

pub use format::TableFormat;
pub use pending::PendingFile;
pub use reader::TableReader;
pub use writer::TableWriter;

#[cfg(test)]
mod tests;
