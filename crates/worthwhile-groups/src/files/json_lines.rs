//! A JSON object on each line. Numbers and words are text: what they mean is said by the map, and a column may
//! have both.

use std::collections::{HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, Read};

use arrow::array::RecordBatch;
use arrow::datatypes::{DataType, Field, FieldRef, Schema, SchemaRef};
use arrow::error::ArrowError;
use arrow::json::ReaderBuilder;
use arrow::json::reader::{Decoder, infer_json_schema_from_iterator};
use serde_json::Value;
use worthwhile::{Code, Error, Problem};

use super::check::too_many_columns;
use super::limits::{
    BATCH_ROWS, BATCH_TEXT, LOOKED_AT_BYTES, LOOKED_AT_LINES, MAX_COLUMNS, MAX_DEPTH, MAX_LINE,
};
use super::trouble::{damaged, too_long, unreadable, unreadable_with};

/// Rows of a file of JSON lines.
pub(super) struct JsonLines<R> {
    lines: Lines<R>,
    /// The lines that have been looked at for the fields.
    first: VecDeque<Vec<u8>>,
    decoder: Decoder,
    schema: SchemaRef,
}

impl<R: BufRead> JsonLines<R> {
    pub(super) fn new(bytes: R) -> Result<Self, Error> {
        let mut lines = Lines { bytes, number: 0 };
        let (mut first, mut values, mut size) = (VecDeque::new(), Vec::new(), 0);
        let mut names = HashSet::new();
        while first.len() < LOOKED_AT_LINES && size < LOOKED_AT_BYTES {
            let Some(line) = lines.next()? else { break };
            let value = value(&line, lines.number)?;
            gather(&value, 0, &mut names);
            if names.len() > MAX_COLUMNS {
                let alone = value.as_object().map_or(0, serde_json::Map::len);
                return Err(too_many_columns(names.len(), names.len() > alone));
            }
            values.push(value);
            size += line.len();
            first.push_back(line);
        }
        if values.is_empty() {
            return Err(unreadable("the file is empty; expected a JSON object on each line"));
        }
        let found = infer_json_schema_from_iterator(values.into_iter().map(Ok::<_, ArrowError>));
        let found = found.map_err(|error| damaged("JSON lines", &error))?;
        let fields = found.fields().iter().map(as_text);
        let schema = SchemaRef::new(Schema::new(fields.collect::<Vec<_>>()));
        super::check::schema(&schema)?;
        let builder = ReaderBuilder::new(schema.clone());
        let builder = builder.with_batch_size(BATCH_ROWS).with_coerce_primitive(true);
        let decoder = builder.build_decoder().map_err(|error| damaged("JSON lines", &error))?;
        Ok(Self { lines, first, decoder, schema })
    }

    pub(super) fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    /// The next rows, as many as go into a batch.
    pub(super) fn next(&mut self) -> Result<Option<RecordBatch>, Error> {
        let (mut rows, mut bytes) = (0, 0);
        while rows < BATCH_ROWS && bytes < BATCH_TEXT {
            let looked_at = self.first.pop_front();
            let line = match looked_at {
                Some(line) => line,
                None => match self.lines.next()? {
                    // Judged one by one, so that a problem knows its line.
                    Some(line) => value(&line, self.lines.number).map(|_| line)?,
                    None => break,
                },
            };
            let number = self.lines.number;
            let wrong =
                |error: &ArrowError| damaged(&format!("JSON lines near line {number}"), error);
            self.decoder.decode(&line).map_err(|error| wrong(&error))?;
            self.decoder.decode(b"\n").map_err(|error| wrong(&error))?;
            rows += 1;
            bytes += line.len();
        }
        let batch = self.decoder.flush().map_err(|error| damaged("JSON lines", &error))?;
        batch.iter().try_for_each(super::check::batch)?;
        Ok(batch)
    }
}

/// The object on a line.
fn value(line: &[u8], number: u64) -> Result<Value, Error> {
    if depth(line) > MAX_DEPTH {
        let message = format!("line {number} is nested more than {MAX_DEPTH} levels deep");
        return Err(Problem::new("", Code::TooDeep, message).with_allowed(MAX_DEPTH).into());
    }
    match serde_json::from_slice(line) {
        Ok(Value::Object(object)) => Ok(Value::Object(object)),
        Ok(_) => {
            let help = "a table of JSON has one object on each line, and no list around them";
            Err(unreadable_with(format!("line {number} is not a JSON object"), help))
        }
        Err(error) => {
            Err(unreadable(format!("line {number}, column {}: not JSON", error.column())))
        }
    }
}

/// The names of an object and of what stands in it, each as a number that also says where.
fn gather(value: &Value, place: u64, names: &mut HashSet<u64>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let mut own = DefaultHasher::new();
                (place, name).hash(&mut own);
                names.insert(own.finish());
                gather(member, own.finish(), names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, place, names)),
        _ => {}
    }
}

/// How deep the lists and objects of a line stand in each other.
fn depth(line: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut is_text, mut is_escaped) = (false, false);
    for byte in line {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            b'{' | b'[' if !is_text => depth += 1,
            b'}' | b']' if !is_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// A field in which whatever is no list and no object is text.
fn as_text(field: &FieldRef) -> Field {
    let kind = match field.data_type() {
        DataType::Struct(members) => DataType::Struct(members.iter().map(as_text).collect()),
        DataType::List(item) => DataType::List(FieldRef::new(as_text(item))),
        _ => DataType::Utf8,
    };
    Field::new(field.name(), kind, true)
}

/// Lines that are not empty.
struct Lines<R> {
    bytes: R,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    fn next(&mut self) -> Result<Option<Vec<u8>>, Error> {
        const MOST: u64 = MAX_LINE as u64 + 1;
        loop {
            let mut line = Vec::new();
            let mut bytes = self.bytes.by_ref().take(MOST);
            let read = bytes.read_until(b'\n', &mut line);
            read.map_err(|error| unreadable(format!("the file cannot be read: {error}")))?;
            if line.is_empty() {
                return Ok(None);
            }
            self.number += 1;
            if line.len() > MAX_LINE {
                return Err(too_long(&format!("line {}", self.number), MAX_LINE));
            }
            if self.number == 1 && line.starts_with(b"\xef\xbb\xbf") {
                line.drain(..3);
            }
            if !line.trim_ascii().is_empty() {
                return Ok(Some(line));
            }
        }
    }
}
