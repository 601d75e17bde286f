//! Compressed batches of Arrow IPC. What they become is known before they are read: a few bytes could become more than
//! a machine has.

use std::io::{self, Read};

use arrow::ipc::{CompressionType, Message, root_as_message};
use lz4_flex::frame::FrameDecoder;
use worthwhile::{Code, Error};

use super::limits::MAX_BATCH;
use super::trouble::{damaged, too_much, unreadable};

/// Before each buffer stands how long it becomes, or that it is as it is.
const PREFIX: usize = 8;
const AS_IT_IS: i64 = -1;

/// The message at the start of a part of a file.
pub(super) fn message_of(part: &[u8]) -> Result<Message<'_>, Error> {
    let cut_off = || unreadable("a part of the Arrow file is too short");
    let start = if part.starts_with(&[0xff; 4]) { 8 } else { 4 };
    let message = root_as_message(part.get(start..).ok_or_else(cut_off)?);
    message.map_err(|error| damaged("Arrow IPC", &error))
}

/// Whether the body of a message is within the limits once it is read.
pub(super) fn check(message: &Message<'_>, body: &[u8]) -> Result<(), Error> {
    let of_dictionary = message.header_as_dictionary_batch().and_then(|own| own.data());
    let Some(batch) = message.header_as_record_batch().or(of_dictionary) else { return Ok(()) };
    let Some(compression) = batch.compression() else { return Ok(()) };
    let outside = || unreadable("a part of the Arrow batch lies outside of it");
    let most = wide(MAX_BATCH);
    let mut all = 0;
    for buffer in batch.buffers().into_iter().flatten() {
        let start = usize::try_from(buffer.offset()).map_err(|_| outside())?;
        let length = usize::try_from(buffer.length()).map_err(|_| outside())?;
        let end = start.checked_add(length).ok_or_else(outside)?;
        let packed = body.get(start..end).ok_or_else(outside)?;
        all += unpacked(packed, compression.codec(), most - all)?;
        if all > most {
            return Err(too_much(Code::OverBudget, all, "bytes in one batch of rows", most));
        }
    }
    Ok(())
}

/// How many bytes a buffer becomes. Beyond the limit it may be any number.
fn unpacked(packed: &[u8], codec: CompressionType, most: u64) -> Result<u64, Error> {
    let Some((prefix, rest)) = packed.split_first_chunk::<PREFIX>() else { return Ok(0) };
    let length = i64::from_le_bytes(*prefix);
    if length == AS_IT_IS {
        return Ok(wide(rest.len()));
    }
    let wrong = || unreadable("a compressed part of the Arrow batch is not as long as it says");
    let length = u64::try_from(length).map_err(|_| wrong())?;
    // LZ4 is read to its end, whatever length stands before it.
    if codec == CompressionType::LZ4_FRAME && length > 0 && length <= most {
        let mut plain = FrameDecoder::new(rest).take(length + 1);
        let read = io::copy(&mut plain, &mut io::sink());
        if read.map_err(|error| damaged("Arrow IPC", &error))? != length {
            return Err(wrong());
        }
    }
    Ok(length)
}

fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
