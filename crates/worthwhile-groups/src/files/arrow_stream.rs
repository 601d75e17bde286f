//! Streams of Arrow IPC. A file that comes through a pipe is read as one too: it is a stream between a beginning
//! and an end of its own. Nothing is believed that the bytes do not bear out.

use std::collections::VecDeque;
use std::io::{BufRead, Read};

use arrow::array::RecordBatch;
use arrow::buffer::Buffer;
use arrow::datatypes::SchemaRef;
use arrow::ipc::reader::StreamDecoder;
use worthwhile::{Code, Error};

use super::limits::MAX_BATCH;
use super::trouble::{damaged, too_much, unreadable, unreadable_with};

const WHAT: &str = "Arrow IPC";
const MAGIC: &[u8] = b"ARROW1";
/// A file begins with the magic, filled up with zeros to a multiple of this, and to 64 bytes at most.
const WORD: usize = 8;
const LONGEST_BEGINNING: usize = 64;
const CHUNK: usize = 64 * 1024;

/// Rows of a stream of Arrow IPC.
pub(super) struct ArrowStream<R> {
    bytes: R,
    decoder: StreamDecoder,
    chunk: Buffer,
    /// Bytes since the last batch.
    since: usize,
    is_file: bool,
    is_finished: bool,
    schema: SchemaRef,
    ready: VecDeque<RecordBatch>,
}

impl<R: BufRead> ArrowStream<R> {
    pub(super) fn new(mut bytes: R) -> Result<Self, Error> {
        let start = bytes.fill_buf().map_err(|error| damaged(WHAT, &error))?;
        let is_file = start.starts_with(MAGIC);
        let chunk = if is_file { after_magic(&mut bytes)? } else { Buffer::from(&[]) };
        let mut stream = Self {
            bytes,
            decoder: StreamDecoder::new(),
            chunk,
            since: 0,
            is_file,
            is_finished: false,
            schema: SchemaRef::new(arrow::datatypes::Schema::empty()),
            ready: VecDeque::new(),
        };
        while stream.decoder.schema().is_none() && !stream.is_finished {
            stream.step()?;
        }
        stream.schema =
            stream.decoder.schema().ok_or_else(|| unreadable("the stream has no schema"))?;
        Ok(stream)
    }

    pub(super) fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    /// The next rows: a batch of the stream, or a part of it.
    pub(super) fn next(&mut self) -> Result<Option<RecordBatch>, Error> {
        while self.ready.is_empty() && !self.is_finished {
            self.step()?;
        }
        Ok(self.ready.pop_front())
    }

    /// Reads on, up to the next batch or through one chunk of bytes.
    fn step(&mut self) -> Result<(), Error> {
        if self.chunk.is_empty() {
            let mut chunk = Vec::with_capacity(CHUNK);
            let mut bytes = self.bytes.by_ref().take(CHUNK as u64);
            bytes.read_to_end(&mut chunk).map_err(|error| damaged(WHAT, &error))?;
            if chunk.is_empty() {
                return self.end();
            }
            self.chunk = Buffer::from_vec(chunk);
        }
        let before = self.chunk.len();
        let decoded = self.decoder.decode(&mut self.chunk);
        self.since += before - self.chunk.len();
        if self.since > MAX_BATCH {
            let found = u64::try_from(self.since).unwrap_or(u64::MAX);
            let most = u64::try_from(MAX_BATCH).unwrap_or(u64::MAX);
            return Err(too_much(Code::OverBudget, found, "bytes in one batch of rows", most));
        }
        match decoded {
            Ok(Some(batch)) => self.take(&batch),
            Ok(None) => Ok(()),
            // What follows the end of the stream is the end of the file.
            Err(_) if self.is_file && self.decoder.finish().is_ok() => self.footer(),
            Err(error) => Err(refused(&error)),
        }
    }

    fn take(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        self.since = 0;
        self.ready = super::check::parts(batch)?;
        Ok(())
    }

    /// The bytes are at their end, where a stream may end but not a file.
    fn end(&mut self) -> Result<(), Error> {
        self.is_finished = true;
        self.decoder.finish().map_err(|error| damaged(WHAT, &error))?;
        if self.is_file {
            Err(unreadable("the Arrow file ends early; it is cut off"))
        } else {
            Ok(())
        }
    }

    /// Reads the end of a file, which only has to be there.
    fn footer(&mut self) -> Result<(), Error> {
        self.is_finished = true;
        let mut last: Vec<u8> = self.chunk.to_vec();
        loop {
            let mut bytes = self.bytes.by_ref().take(CHUNK as u64);
            let read = bytes.read_to_end(&mut last).map_err(|error| damaged(WHAT, &error))?;
            if read == 0 {
                break;
            }
            let kept = last.len().saturating_sub(MAGIC.len());
            last.drain(..kept);
        }
        if last.ends_with(MAGIC) {
            Ok(())
        } else {
            Err(unreadable("the Arrow file ends early; it is cut off"))
        }
    }
}

/// Passes over the beginning of a file, and gives the first word of the stream.
fn after_magic(bytes: &mut impl Read) -> Result<Buffer, Error> {
    let mut word = [0; WORD];
    for _ in 0..=LONGEST_BEGINNING / WORD {
        bytes.read_exact(&mut word).map_err(|error| damaged(WHAT, &error))?;
        if !word.starts_with(MAGIC) && word != [0; WORD] {
            return Ok(Buffer::from(&word));
        }
    }
    Err(unreadable("the Arrow file has no schema"))
}

/// What a decoder says of a batch.
#[cold]
pub(super) fn refused(error: &arrow::error::ArrowError) -> Error {
    let text = error.to_string();
    if text.contains("ompression") {
        let help = "write it without compression, or as Parquet";
        return unreadable_with("the batches of this Arrow file are compressed", help);
    }
    damaged(WHAT, error)
}
