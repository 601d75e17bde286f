//! Limits that keep a bad file from exhausting a machine.

/// Most rows of a batch, so that memory does not grow with the table.
pub(super) const BATCH_ROWS: usize = 8192;
/// Most columns of a table.
pub(super) const MAX_COLUMNS: usize = 1000;
/// Most levels of nesting of a value.
pub(super) const MAX_DEPTH: usize = 16;
/// Most bytes of the text in a cell.
pub(super) const MAX_CELL: usize = 64 * 1024;
/// Most bytes of a line of text.
pub(super) const MAX_LINE: usize = 1024 * 1024;
/// Most bytes of text that are read into one batch before it ends early.
pub(super) const BATCH_TEXT: usize = 16 * 1024 * 1024;
/// Most bytes that a batch takes in memory once it is read.
pub(super) const MAX_BATCH: usize = 1024 * 1024 * 1024;
/// Most rows of a batch of Arrow: columns without values take no bytes.
pub(super) const MAX_ROWS: usize = 1 << 28;
/// Most bytes and rows of a row group of Parquet, as it declares them.
pub(super) const MAX_GROUP_BYTES: i64 = 8 * 1024 * 1024 * 1024;
pub(super) const MAX_GROUP_ROWS: i64 = 1 << 28;
/// Most bytes of the metadata of a file.
pub(super) const MAX_METADATA: u64 = 256 * 1024 * 1024;
/// How many lines, or bytes of them, say what fields a file of JSON lines has.
pub(super) const LOOKED_AT_LINES: usize = 10_000;
pub(super) const LOOKED_AT_BYTES: usize = 16 * 1024 * 1024;
