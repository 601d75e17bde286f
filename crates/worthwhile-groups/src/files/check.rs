//! Whether a table is within the limits.

use std::collections::VecDeque;

use arrow::array::{Array, ArrayRef, AsArray, RecordBatch};
use arrow::datatypes::{DataType, Int16Type, Int32Type, Int64Type, Schema};
use worthwhile::{Code, Error, Problem};

use super::limits::{BATCH_ROWS, MAX_BATCH, MAX_CELL, MAX_COLUMNS, MAX_DEPTH, MAX_ROWS};
use super::trouble::{too_long, too_much, unreadable};

/// Whether a table may have these columns.
pub(super) fn schema(schema: &Schema) -> Result<(), Error> {
    let columns = schema.fields().len();
    let all = schema.fields().iter().map(|field| 1 + members(field.data_type())).sum();
    if all > MAX_COLUMNS {
        return Err(too_many_columns(all, all > columns));
    }
    if columns == 0 {
        return Err(unreadable("the table has no columns"));
    }
    for field in schema.fields() {
        if depth(field.data_type()) > MAX_DEPTH {
            let name = worthwhile::reading::shorten(field.name());
            let message =
                format!("the column `{name}` is nested more than {MAX_DEPTH} levels deep");
            return Err(Problem::new("", Code::TooDeep, message).with_allowed(MAX_DEPTH).into());
        }
    }
    Ok(())
}

/// Too many columns of a table, some of which may stand in others.
#[cold]
pub(super) fn too_many_columns(found: usize, are_nested: bool) -> Error {
    let what = if are_nested { "columns, with those inside of others" } else { "columns" };
    too_much(Code::TooManyItems, wide(found), what, wide(MAX_COLUMNS))
}

/// How many named members stand in a type, at any depth that a type may have.
fn members(of: &DataType) -> usize {
    let (mut level, mut count) = (vec![of], 0);
    for _ in 0..=MAX_DEPTH {
        let own = |of: &&DataType| match of {
            DataType::Struct(members) => members.len(),
            DataType::Union(members, _) => members.len(),
            _ => 0,
        };
        count += level.iter().map(own).sum::<usize>();
        level = level.into_iter().flat_map(inside).collect();
    }
    count
}

fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// How many types stand in each other. What is deeper than the limit counts as one level more than it.
fn depth(of: &DataType) -> usize {
    let mut level = vec![of];
    for depth in 1..=MAX_DEPTH {
        level = level.into_iter().flat_map(inside).collect();
        if level.is_empty() {
            return depth;
        }
    }
    MAX_DEPTH + 1
}

/// The types that stand in a type.
pub(super) fn inside(of: &DataType) -> Vec<&DataType> {
    match of {
        DataType::Struct(members) => members.iter().map(|own| own.data_type()).collect(),
        DataType::Union(members, _) => members.iter().map(|(_, own)| own.data_type()).collect(),
        DataType::List(item)
        | DataType::LargeList(item)
        | DataType::ListView(item)
        | DataType::LargeListView(item)
        | DataType::FixedSizeList(item, _)
        | DataType::Map(item, _)
        | DataType::RunEndEncoded(_, item) => vec![item.data_type()],
        DataType::Dictionary(_, values) => vec![values],
        _ => Vec::new(),
    }
}

/// Whether a batch is within the limits.
pub(super) fn batch(batch: &RecordBatch) -> Result<(), Error> {
    let bytes = batch.get_array_memory_size();
    if bytes > MAX_BATCH {
        let what = "bytes in one batch of rows";
        return Err(too_much(Code::OverBudget, wide(bytes), what, wide(MAX_BATCH)));
    }
    for (field, array) in batch.schema_ref().fields().iter().zip(batch.columns()) {
        if longest(array) > MAX_CELL {
            return Err(too_long(&format!("a text in the column `{}`", field.name()), MAX_CELL));
        }
    }
    Ok(())
}

/// A batch that is within the limits, cut into parts of as many rows as a batch has.
pub(super) fn parts(whole: &RecordBatch) -> Result<VecDeque<RecordBatch>, Error> {
    batch(whole)?;
    let rows = whole.num_rows();
    if rows > MAX_ROWS {
        return Err(too_much(Code::OverBudget, wide(rows), "rows in one batch", wide(MAX_ROWS)));
    }
    let starts = (0..rows).step_by(BATCH_ROWS);
    Ok(starts.map(|start| whole.slice(start, BATCH_ROWS.min(rows - start))).collect())
}

/// The bytes of the longest text in an array. A text that is shared is looked at once.
fn longest(array: &ArrayRef) -> usize {
    let of_lengths = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or_default();
    match array.data_type() {
        DataType::Utf8 => {
            let texts = array.as_string_opt::<i32>();
            texts.map_or(0, |own| of_lengths(&mut own.offsets().lengths()))
        }
        DataType::LargeUtf8 => {
            let texts = array.as_string_opt::<i64>();
            texts.map_or(0, |own| of_lengths(&mut own.offsets().lengths()))
        }
        DataType::Utf8View => {
            let texts = array.as_string_view_opt();
            // The length of a view is in its lowest 32 bits.
            let length = |view: &u128| usize::try_from(view & 0xffff_ffff).unwrap_or(usize::MAX);
            texts.map_or(0, |own| of_lengths(&mut own.views().iter().map(length)))
        }
        DataType::Dictionary(..) => {
            array.as_any_dictionary_opt().map_or(0, |own| longest(own.values()))
        }
        DataType::Struct(_) => {
            let members = array.as_struct_opt().map(|own| own.columns()).unwrap_or_default();
            of_lengths(&mut members.iter().map(longest))
        }
        DataType::List(_) => array.as_list_opt::<i32>().map_or(0, |own| longest(own.values())),
        DataType::LargeList(_) => array.as_list_opt::<i64>().map_or(0, |own| longest(own.values())),
        DataType::FixedSizeList(..) => {
            array.as_fixed_size_list_opt().map_or(0, |own| longest(own.values()))
        }
        DataType::RunEndEncoded(ends, _) => match ends.data_type() {
            DataType::Int16 => {
                array.as_run_opt::<Int16Type>().map_or(0, |own| longest(own.values()))
            }
            DataType::Int32 => {
                array.as_run_opt::<Int32Type>().map_or(0, |own| longest(own.values()))
            }
            _ => array.as_run_opt::<Int64Type>().map_or(0, |own| longest(own.values())),
        },
        _ => 0,
    }
}
