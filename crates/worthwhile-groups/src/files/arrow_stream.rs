//! Streams of Arrow IPC. A file that comes through a pipe is read as one too: it is a stream between a beginning
//! and an end of its own. Nothing is believed that the bytes do not bear out.

use std::collections::{HashMap, VecDeque};
use std::io::{BufRead, Chain, Cursor, Read};

use arrow::array::{ArrayRef, RecordBatch};
use arrow::buffer::Buffer;
use arrow::datatypes::SchemaRef;
use arrow::ipc::convert::fb_to_schema;
use arrow::ipc::reader::{read_dictionary, read_record_batch};
use arrow::ipc::{Message, MessageHeader, root_as_message};
use worthwhile::{Code, Error};

use super::arrow_packed;
use super::limits::{MAX_BATCH, MAX_METADATA};
use super::trouble::{damaged, too_much, unreadable};

const WHAT: &str = "Arrow IPC";
/// What stands before the length of a message.
const CONTINUATION: [u8; 4] = [0xff; 4];
const MAGIC: &[u8] = b"ARROW1";
/// A file begins with the magic, filled up with zeros to a multiple of this, and to 64 bytes at most.
const WORD: usize = 8;
const LONGEST_BEGINNING: usize = 64;
const CHUNK: u64 = 64 * 1024;

/// Rows of a stream of Arrow IPC.
pub(super) struct ArrowStream<R> {
    bytes: Chain<Cursor<Vec<u8>>, R>,
    dictionaries: HashMap<i64, ArrayRef>,
    is_file: bool,
    is_finished: bool,
    schema: SchemaRef,
    ready: VecDeque<RecordBatch>,
}

impl<R: BufRead> ArrowStream<R> {
    pub(super) fn new(mut bytes: R) -> Result<Self, Error> {
        let start = bytes.fill_buf().map_err(|error| damaged(WHAT, &error))?;
        let is_file = start.starts_with(MAGIC);
        let begun = if is_file { after_magic(&mut bytes)? } else { Vec::new() };
        let mut stream = Self {
            bytes: Cursor::new(begun).chain(bytes),
            dictionaries: HashMap::new(),
            is_file,
            is_finished: false,
            schema: SchemaRef::new(arrow::datatypes::Schema::empty()),
            ready: VecDeque::new(),
        };
        let no_schema = || unreadable("the stream has no schema");
        let head = stream.head()?.ok_or_else(no_schema)?;
        let message = root_as_message(&head).map_err(|error| damaged(WHAT, &error))?;
        stream.body(&message)?;
        let schema = message.header_as_schema().ok_or_else(no_schema)?;
        stream.schema = SchemaRef::new(fb_to_schema(schema));
        super::check::schema(&stream.schema)?;
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

    /// Reads the next message, whole.
    fn step(&mut self) -> Result<(), Error> {
        let Some(head) = self.head()? else { return self.end() };
        let message = root_as_message(&head).map_err(|error| damaged(WHAT, &error))?;
        let body = self.body(&message)?;
        arrow_packed::check(&message, &body)?;
        let (body, version) = (Buffer::from_vec(body), message.version());
        if let Some(batch) = message.header_as_record_batch() {
            let (schema, known) = (self.schema.clone(), &self.dictionaries);
            let batch = read_record_batch(&body, batch, schema, known, None, &version);
            let batch = batch.map_err(|error| damaged(WHAT, &error))?;
            self.ready = super::check::parts(&batch)?;
        } else if let Some(batch) = message.header_as_dictionary_batch() {
            let read =
                read_dictionary(&body, batch, &self.schema, &mut self.dictionaries, &version);
            read.map_err(|error| damaged(WHAT, &error))?;
        } else if message.header_type() != MessageHeader::NONE {
            return Err(unreadable("the Arrow stream has a message that is no batch of rows"));
        }
        Ok(())
    }

    /// What stands before the body of the next message; nothing at the end of the stream.
    fn head(&mut self) -> Result<Option<Vec<u8>>, Error> {
        let mut word = self.read(4)?;
        if word.is_empty() {
            return Ok(None);
        }
        if word == CONTINUATION {
            word = self.read(4)?;
        }
        let length: [u8; 4] = word.try_into().map_err(|_| cut_off())?;
        let length = u64::from(u32::from_le_bytes(length));
        if length == 0 {
            self.is_finished = true;
            return Ok(None);
        }
        if length > MAX_METADATA {
            return Err(too_much(Code::OverBudget, length, "bytes of metadata", MAX_METADATA));
        }
        let head = self.read(length)?;
        if wide(head.len()) == length { Ok(Some(head)) } else { Err(cut_off()) }
    }

    fn body(&mut self, message: &Message<'_>) -> Result<Vec<u8>, Error> {
        let below_zero = || unreadable("not readable as Arrow IPC: a size is below zero");
        let length = u64::try_from(message.bodyLength()).map_err(|_| below_zero())?;
        let most = wide(MAX_BATCH);
        if length > most {
            return Err(too_much(Code::OverBudget, length, "bytes in one batch of rows", most));
        }
        let body = self.read(length)?;
        if wide(body.len()) == length { Ok(body) } else { Err(cut_off()) }
    }

    /// So many bytes, or those that are left.
    fn read(&mut self, length: u64) -> Result<Vec<u8>, Error> {
        let mut read = Vec::new();
        let mut bytes = self.bytes.by_ref().take(length);
        bytes.read_to_end(&mut read).map_err(|error| damaged(WHAT, &error))?;
        Ok(read)
    }

    /// The stream is at its end, which may be unsaid but in a file.
    fn end(&mut self) -> Result<(), Error> {
        let is_said = self.is_finished;
        self.is_finished = true;
        if self.is_file {
            return if is_said { self.footer() } else { Err(cut_off()) };
        }
        if self.read(1)?.is_empty() {
            Ok(())
        } else {
            Err(unreadable("something follows the end of the Arrow stream"))
        }
    }

    /// Reads the end of a file, which only has to be there.
    fn footer(&mut self) -> Result<(), Error> {
        let mut last = Vec::new();
        loop {
            let more = self.read(CHUNK)?;
            if more.is_empty() {
                break;
            }
            last.extend(more);
            last.drain(..last.len().saturating_sub(MAGIC.len()));
        }
        if last.ends_with(MAGIC) { Ok(()) } else { Err(cut_off()) }
    }
}

#[cold]
fn cut_off() -> Error {
    unreadable("the Arrow table ends early; it is cut off")
}

fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// Passes over the beginning of a file, and gives the first word of the stream.
fn after_magic(bytes: &mut impl Read) -> Result<Vec<u8>, Error> {
    let mut word = [0; WORD];
    for _ in 0..=LONGEST_BEGINNING / WORD {
        bytes.read_exact(&mut word).map_err(|error| damaged(WHAT, &error))?;
        if !word.starts_with(MAGIC) && word != [0; WORD] {
            return Ok(word.to_vec());
        }
    }
    Err(unreadable("the Arrow file has no schema"))
}
