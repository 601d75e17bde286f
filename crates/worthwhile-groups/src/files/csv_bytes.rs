//! The bytes of comma-separated values, before they are rows: what the reader of rows does not tell.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

use super::limits::MAX_LINE;

/// What the reader of rows reads ahead.
pub(super) const AHEAD: usize = 64 * 1024;

/// What the bytes and the rows know of each other.
#[derive(Clone, Default)]
pub(super) struct Shared(Arc<Known>);

#[derive(Default)]
struct Known {
    /// How many bytes a row may still take. A quote that is never closed would otherwise make the rest of a file
    /// one row.
    allowance: AtomicUsize,
    has_one_column: AtomicBool,
    /// The line with the row in which a quote is open at the end, or 0.
    open: AtomicU64,
}

impl Shared {
    /// A new row begins.
    pub(super) fn renew(&self) {
        self.0.allowance.store(MAX_LINE + AHEAD, Ordering::Relaxed);
    }

    pub(super) fn is_used_up(&self) -> bool {
        self.0.allowance.load(Ordering::Relaxed) == 0
    }

    /// From here on a line without anything is a row: the one cell that it has is empty.
    pub(super) fn have_one_column(&self) {
        self.0.has_one_column.store(true, Ordering::Relaxed);
    }

    /// The line with the row in which a quote is open at the end of the file.
    pub(super) fn open_quote(&self) -> Option<u64> {
        Some(self.0.open.load(Ordering::Relaxed)).filter(|line| *line > 0)
    }
}

/// Bytes, as many as one row may take.
pub(super) struct Metered<R> {
    bytes: R,
    shared: Shared,
    scan: Scan,
    /// Nothing is read beyond the header before it is known how many columns there are.
    is_after_header: bool,
    /// Bytes that are to be read next.
    ready: VecDeque<u8>,
    /// Empty lines. They are rows if another row follows.
    empty: Vec<u8>,
}

impl<R: BufRead> Metered<R> {
    pub(super) fn new(bytes: R, delimiter: u8, shared: Shared) -> Self {
        let scan =
            Scan { delimiter, place: Place::Line, is_after_return: false, line: 1, began: 1 };
        let (ready, empty) = (VecDeque::new(), Vec::new());
        Self { bytes, shared, scan, is_after_header: false, ready, empty }
    }

    /// The file is at its end, where no quote may be open.
    fn end(&self) -> io::Result<usize> {
        if self.scan.place == Place::Quoted {
            self.shared.0.open.store(self.scan.began, Ordering::Relaxed);
            return Err(io::Error::other("a quote is open"));
        }
        Ok(0)
    }

    /// Reads on where there are rows of one column.
    fn read_lines(&mut self, most: usize) -> io::Result<usize> {
        let bytes = self.bytes.fill_buf()?;
        let taken = bytes.get(..most.min(bytes.len())).unwrap_or_default();
        for byte in taken {
            if self.scan.step(*byte) == Step::EmptyLine {
                self.empty.extend([b'"', b'"', *byte]);
                continue;
            }
            if !matches!(byte, b'\n' | b'\r') {
                self.ready.extend(self.empty.drain(..));
            }
            self.ready.push_back(*byte);
        }
        let taken = taken.len();
        self.bytes.consume(taken);
        Ok(taken)
    }

    /// Reads on where there are rows of several columns, or the header.
    fn read_plain(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let bytes = self.bytes.fill_buf()?;
        let mut taken = 0;
        for (byte, to) in bytes.iter().zip(into) {
            *to = *byte;
            taken += 1;
            if self.scan.step(*byte) == Step::RowEnd && !self.is_after_header {
                self.is_after_header = true;
                break;
            }
        }
        self.bytes.consume(taken);
        Ok(taken)
    }
}

impl<R: BufRead> Read for Metered<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.ready.is_empty() {
            let left = self.shared.0.allowance.load(Ordering::Relaxed);
            if left == 0 {
                return Err(io::Error::other("a row is too long"));
            }
            if self.bytes.fill_buf()?.is_empty() {
                return self.end();
            }
            let most = into.len().min(left);
            let has_one_column = self.shared.0.has_one_column.load(Ordering::Relaxed);
            let read = match has_one_column {
                true => self.read_lines(most)?,
                false => self.read_plain(into.get_mut(..most).unwrap_or_default())?,
            };
            self.shared.0.allowance.store(left - read.min(left), Ordering::Relaxed);
            if !has_one_column {
                return Ok(read);
            }
        }
        self.ready.read(into)
    }
}

/// Where the next byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the start of a line.
    Line,
    /// At the start of a cell that is not the first.
    Cell,
    /// In a cell without quotes, or after them.
    Plain,
    /// Between quotes.
    Quoted,
    /// After a quote that ends them, or is the first of two.
    Quote,
}

/// What a byte has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// It goes on.
    Within,
    RowEnd,
    /// It is the end of a line in which nothing stands.
    EmptyLine,
}

/// Follows bytes as the reader of rows does.
struct Scan {
    delimiter: u8,
    place: Place,
    is_after_return: bool,
    line: u64,
    /// The line where the row began.
    began: u64,
}

impl Scan {
    fn step(&mut self, byte: u8) -> Step {
        let before = self.place;
        let is_end = matches!(byte, b'\n' | b'\r');
        let is_second_of_end = byte == b'\n' && self.is_after_return;
        if before == Place::Line && !is_end {
            self.began = self.line;
        }
        self.line += u64::from(byte == b'\n');
        self.is_after_return = byte == b'\r';
        self.place = match before {
            Place::Quoted if byte == b'"' => Place::Quote,
            Place::Quoted => Place::Quoted,
            Place::Quote if byte == b'"' => Place::Quoted,
            _ if is_end => Place::Line,
            _ if byte == self.delimiter => Place::Cell,
            Place::Line | Place::Cell if byte == b'"' => Place::Quoted,
            _ => Place::Plain,
        };
        match (before, self.place) {
            (Place::Line, Place::Line) if !is_second_of_end => Step::EmptyLine,
            (Place::Line, _) => Step::Within,
            (_, Place::Line) => Step::RowEnd,
            _ => Step::Within,
        }
    }
}
