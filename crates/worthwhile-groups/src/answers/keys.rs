//! A number for each person that is the same on every machine.

use std::borrow::Cow;

use arrow::array::{Array, ArrayRef, AsArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Float64Type};
use arrow::error::ArrowError;
use arrow::util::display::{ArrayFormatter, FormatOptions};
use worthwhile::{Code, Error, Problem};

use super::Answered;
use crate::utc::in_utc;

/// FNV-1a of 64 bits (Fowler, Noll, Vo), finished as SplitMix64 finishes (Steele, Lea, Flood 2014), so that
/// keys of similar ids are not similar.
struct Hash(u64);

impl Hash {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(mut self, bytes: &[u8]) -> Self {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self
    }

    fn finish(self) -> u64 {
        let mixed = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// The key of an id.
pub(super) fn of_text(id: &str) -> u64 {
    Hash::new().add(id.as_bytes()).finish()
}

/// The key of a row without an id.
pub(super) fn of_answers(row: usize, columns: &[Answered]) -> u64 {
    let hash = columns.iter().fold(Hash::new(), |hash, column| {
        let value = column.values.get(row).copied().unwrap_or(f64::NAN);
        // One key for every way to write the same number.
        let value = if value.is_nan() { f64::NAN } else { value + 0.0 };
        let vague = column.vague.get(row).copied().unwrap_or_default();
        hash.add(&value.to_bits().to_le_bytes()).add(&vague.to_le_bytes())
    });
    hash.finish()
}

/// The keys of all rows of a column that have a value.
pub(crate) fn keys(array: &ArrayRef) -> Result<Vec<Option<u64>>, Error> {
    let mut keys = Vec::with_capacity(array.len());
    each_text(array, &mut |text| keys.push(text.map(of_text)))?;
    Ok(keys)
}

/// Ids, or what people are grouped by, as text; borrowed where it is kept as text.
pub(crate) fn texts(array: &ArrayRef) -> Result<Vec<Option<Cow<'_, str>>>, Error> {
    if let Some(texts) = array.as_string_opt::<i32>() {
        let known = texts.iter().map(|text| text.filter(|text| !text.is_empty()));
        return Ok(known.map(|text| text.map(Cow::Borrowed)).collect());
    }
    let mut texts = Vec::with_capacity(array.len());
    each_text(array, &mut |text| texts.push(text.map(|text| Cow::Owned(text.to_owned()))))?;
    Ok(texts)
}

/// Takes every id as text, so that 7 is the same person whether it is kept as a number or as a text.
fn each_text(array: &ArrayRef, take: &mut dyn FnMut(Option<&str>)) -> Result<(), Error> {
    let read = match array.data_type() {
        DataType::Float16 | DataType::Float32 | DataType::Float64 => floats(array, take),
        _ => any(array, take),
    };
    read.map_err(|error| {
        Problem::new("", Code::UnreadableTable, format!("the ids cannot be read: {error}")).into()
    })
}

fn floats(array: &ArrayRef, take: &mut dyn FnMut(Option<&str>)) -> Result<(), ArrowError> {
    let wide = cast(array, &DataType::Float64)?;
    for value in wide.as_primitive_opt::<Float64Type>().into_iter().flatten() {
        let text = value.filter(|id| !id.is_nan()).map(|id| id.to_string());
        take(text.as_deref());
    }
    Ok(())
}

fn any(array: &ArrayRef, take: &mut dyn FnMut(Option<&str>)) -> Result<(), ArrowError> {
    let options = FormatOptions::new().with_null("");
    let array = &in_utc(array)?;
    let formatter = ArrayFormatter::try_new(array, &options)?;
    let nulls = array.logical_nulls();
    let mut text = String::new();
    for row in 0..array.len() {
        text.clear();
        if !nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
            formatter.value(row).write(&mut text)?;
        }
        take(Some(text.as_str()).filter(|text| !text.is_empty()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow::array::{
        DictionaryArray, Float64Array, Int64Array, LargeStringArray, StringArray, UInt64Array,
    };
    use arrow::datatypes::Int8Type;

    use super::*;

    /// The values that the authors of both functions publish.
    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(Hash::new().add(b"a").0, 0xaf63_dc4c_8601_ec8c);
        assert_eq!(Hash::new().add(b"foobar").0, 0x8594_4171_f739_67e8);
        assert_eq!(Hash(0).finish(), 0xe220_a839_7b1d_cdaf);
    }

    #[test]
    fn an_id_is_the_same_in_every_type() {
        let dictionary: DictionaryArray<Int8Type> = vec![Some("7"), None].into_iter().collect();
        let arrays: [ArrayRef; 6] = [
            Arc::new(Int64Array::from(vec![Some(7), None])),
            Arc::new(UInt64Array::from(vec![Some(7), None])),
            Arc::new(Float64Array::from(vec![Some(7.0), None])),
            Arc::new(StringArray::from(vec![Some("7"), None])),
            Arc::new(LargeStringArray::from(vec![Some("7"), Some("")])),
            Arc::new(dictionary),
        ];
        for array in arrays {
            let found = texts(&array).unwrap();
            assert_eq!(found, [Some("7".into()), None], "{}", array.data_type());
        }
    }

    #[test]
    fn ids_that_floats_cannot_tell_apart_are_told_apart() {
        let array: ArrayRef = Arc::new(Int64Array::from(vec![(1 << 53) + 1, 1 << 53]));
        let found = texts(&array).unwrap();
        assert_ne!(found[0], found[1]);
    }
}
