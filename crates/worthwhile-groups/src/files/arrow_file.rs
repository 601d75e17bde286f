//! Files of Arrow IPC, which are read from their end: it says where the batches are. What it says is believed
//! only where the file is as long.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::vec::IntoIter;

use arrow::array::RecordBatch;
use arrow::buffer::Buffer;
use arrow::datatypes::SchemaRef;
use arrow::ipc::convert::fb_to_schema;
use arrow::ipc::reader::{FileDecoder, read_footer_length};
use arrow::ipc::{Block, root_as_footer};
use worthwhile::{Code, Error};

use super::arrow_packed;
use super::limits::{MAX_BATCH, MAX_METADATA};
use super::trouble::{damaged, too_much, unreadable};

const WHAT: &str = "Arrow IPC";
/// The length of the footer and the magic, at the end of a file.
const END: usize = 10;

/// Rows of a file of Arrow IPC.
pub(super) struct ArrowFile {
    file: File,
    size: u64,
    decoder: FileDecoder,
    schema: SchemaRef,
    blocks: IntoIter<Block>,
    ready: VecDeque<RecordBatch>,
}

impl ArrowFile {
    pub(super) fn new(mut file: File) -> Result<Self, Error> {
        let size = file.seek(SeekFrom::End(0)).map_err(|error| damaged(WHAT, &error))?;
        let footer = footer(&mut file, size)?;
        let footer = root_as_footer(&footer).map_err(|error| damaged(WHAT, &error))?;
        let schema = footer.schema().ok_or_else(|| unreadable("the Arrow file has no schema"))?;
        let schema = SchemaRef::new(fb_to_schema(schema));
        super::check::schema(&schema)?;
        let decoder = FileDecoder::new(schema.clone(), footer.version());
        let blocks: Vec<Block> = footer.recordBatches().into_iter().flatten().copied().collect();
        let (blocks, ready) = (blocks.into_iter(), VecDeque::new());
        let mut table = Self { file, size, decoder, schema, blocks, ready };
        for block in footer.dictionaries().into_iter().flatten() {
            let bytes = table.bytes(block)?;
            table.decoder.read_dictionary(block, &bytes).map_err(|error| damaged(WHAT, &error))?;
        }
        Ok(table)
    }

    pub(super) fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    /// The next rows: a batch of the file, or a part of it.
    pub(super) fn next(&mut self) -> Result<Option<RecordBatch>, Error> {
        while self.ready.is_empty() {
            let Some(block) = self.blocks.next() else { return Ok(None) };
            let bytes = self.bytes(&block)?;
            let batch = self.decoder.read_record_batch(&block, &bytes);
            if let Some(batch) = batch.map_err(|error| damaged(WHAT, &error))? {
                self.ready = super::check::parts(&batch)?;
            }
        }
        Ok(self.ready.pop_front())
    }

    /// The bytes of a part of the file.
    fn bytes(&mut self, block: &Block) -> Result<Buffer, Error> {
        let outside = || unreadable("a part of the Arrow file lies outside of it");
        let start = u64::try_from(block.offset()).map_err(|_| outside())?;
        let head = u64::try_from(block.metaDataLength()).map_err(|_| outside())?;
        let body = u64::try_from(block.bodyLength()).map_err(|_| outside())?;
        let length = head.checked_add(body).ok_or_else(outside)?;
        if start.checked_add(length).is_none_or(|end| end > self.size) {
            return Err(outside());
        }
        let most = u64::try_from(MAX_BATCH).unwrap_or(u64::MAX);
        if length > most {
            return Err(too_much(Code::OverBudget, length, "bytes in one batch of rows", most));
        }
        let bytes = read(&mut self.file, start, length)?;
        let body =
            usize::try_from(head).ok().and_then(|head| bytes.get(head..)).unwrap_or_default();
        arrow_packed::check(&arrow_packed::message_of(&bytes)?, body)?;
        Ok(Buffer::from_vec(bytes))
    }
}

/// The footer of a file.
fn footer(file: &mut File, size: u64) -> Result<Vec<u8>, Error> {
    let cut_off = || unreadable("the Arrow file ends early; it is cut off");
    let start = size.checked_sub(END as u64).ok_or_else(cut_off)?;
    let end = read(file, start, END as u64)?;
    let end: [u8; END] = end.try_into().map_err(|_| cut_off())?;
    let length = read_footer_length(end).map_err(|_| cut_off())?;
    let length = u64::try_from(length).unwrap_or(u64::MAX);
    if length > MAX_METADATA {
        return Err(too_much(Code::OverBudget, length, "bytes of metadata", MAX_METADATA));
    }
    read(file, start.checked_sub(length).ok_or_else(cut_off)?, length)
}

/// Bytes that are known to be in the file.
fn read(file: &mut File, start: u64, length: u64) -> Result<Vec<u8>, Error> {
    file.seek(SeekFrom::Start(start)).map_err(|error| damaged(WHAT, &error))?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes).map_err(|error| damaged(WHAT, &error))?;
    let is_whole = u64::try_from(bytes.len()).is_ok_and(|read| read == length);
    if is_whole { Ok(bytes) } else { Err(unreadable("the Arrow file ends early; it is cut off")) }
}
