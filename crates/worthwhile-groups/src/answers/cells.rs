//! Cells of a column of any type that holds numbers, words, or true and false.

use arrow::array::{
    Array, ArrayRef, AsArray, BooleanArray, Decimal128Array, Decimal256Array, Float64Array,
    LargeStringArray, StringArray, StringViewArray,
};
use arrow::compute::cast;
use arrow::datatypes::{
    DataType, Decimal128Type, Decimal256Type, Float64Type, Int16Type, Int32Type, Int64Type,
    RunEndIndexType,
};

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Cell<'c> {
    Missing,
    Number(f64),
    Flag(bool),
    Text(&'c str),
}

/// The cells of a column. Nothing is unpacked: a value that stands in many rows is kept once.
pub(crate) enum Cells {
    Nothing,
    Numbers(Float64Array),
    Decimals(Decimal128Array, i8),
    LargeDecimals(Decimal256Array, i8),
    Flags(BooleanArray),
    Texts(StringArray),
    LargeTexts(LargeStringArray),
    TextViews(StringViewArray),
    /// The place of each row's value among the values; nothing where it is null.
    Shared(Vec<Option<usize>>, Box<Cells>),
}

impl Cells {
    /// The cells of a column; nothing where its type holds something else.
    pub(crate) fn new(array: &ArrayRef) -> Option<Self> {
        Some(match array.data_type() {
            DataType::Null => Self::Nothing,
            DataType::Boolean => Self::Flags(array.as_boolean_opt()?.clone()),
            DataType::Utf8 => Self::Texts(array.as_string_opt()?.clone()),
            DataType::LargeUtf8 => Self::LargeTexts(array.as_string_opt()?.clone()),
            DataType::Utf8View => Self::TextViews(array.as_string_view_opt()?.clone()),
            DataType::Decimal128(_, scale) => {
                Self::Decimals(array.as_primitive_opt::<Decimal128Type>()?.clone(), *scale)
            }
            DataType::Decimal256(_, scale) => {
                Self::LargeDecimals(array.as_primitive_opt::<Decimal256Type>()?.clone(), *scale)
            }
            DataType::Decimal32(precision, scale) | DataType::Decimal64(precision, scale) => {
                let wide = cast(array, &DataType::Decimal128(*precision, *scale)).ok()?;
                Self::Decimals(wide.as_primitive_opt::<Decimal128Type>()?.clone(), *scale)
            }
            DataType::Dictionary(..) => dictionary(array)?,
            DataType::RunEndEncoded(ends, _) => match ends.data_type() {
                DataType::Int16 => runs::<Int16Type>(array)?,
                DataType::Int32 => runs::<Int32Type>(array)?,
                _ => runs::<Int64Type>(array)?,
            },
            other if other.is_numeric() => {
                let numbers = cast(array, &DataType::Float64).ok()?;
                Self::Numbers(numbers.as_primitive_opt::<Float64Type>()?.clone())
            }
            _ => return None,
        })
    }

    /// What stands in a row. No number is missing, and so is a text of nothing but space.
    pub(crate) fn get(&self, row: usize) -> Cell<'_> {
        let cell = match self {
            Self::Nothing => None,
            Self::Numbers(array) => at(array, row, |row| array.value(row)).map(Cell::Number),
            Self::Decimals(array, scale) => {
                let value = at(array, row, |row| array.value(row));
                value.map(|value| Cell::Number(decimal(value, *scale)))
            }
            Self::LargeDecimals(array, scale) => {
                let value = at(array, row, |row| array.value(row));
                value.map(|value| Cell::Number(parsed(&value.to_string(), *scale)))
            }
            Self::Flags(array) => at(array, row, |row| array.value(row)).map(Cell::Flag),
            Self::Texts(array) => at(array, row, |row| array.value(row)).map(Cell::Text),
            Self::LargeTexts(array) => at(array, row, |row| array.value(row)).map(Cell::Text),
            Self::TextViews(array) => at(array, row, |row| array.value(row)).map(Cell::Text),
            Self::Shared(places, values) => {
                places.get(row).copied().flatten().map(|place| values.get(place))
            }
        };
        match cell {
            None => Cell::Missing,
            Some(Cell::Number(value)) if value.is_nan() => Cell::Missing,
            Some(Cell::Text(text)) if text.trim().is_empty() => Cell::Missing,
            Some(cell) => cell,
        }
    }
}

/// The value of a row that there is and that is not null.
fn at<T>(array: &dyn Array, row: usize, value: impl FnOnce(usize) -> T) -> Option<T> {
    (row < array.len() && array.is_valid(row)).then(|| value(row))
}

fn dictionary(array: &ArrayRef) -> Option<Cells> {
    let array = array.as_any_dictionary_opt()?;
    let values = Cells::new(array.values())?;
    let places = if array.values().is_empty() {
        vec![None; array.len()]
    } else {
        let keys = array.normalized_keys().into_iter().enumerate();
        keys.map(|(row, key)| array.keys().is_valid(row).then_some(key)).collect()
    };
    Some(Cells::Shared(places, Box::new(values)))
}

fn runs<R: RunEndIndexType>(array: &ArrayRef) -> Option<Cells> {
    let array = array.as_run_opt::<R>()?;
    let values = Cells::new(array.values())?;
    let places = (0..array.len()).map(|row| Some(array.get_physical_index(row)));
    Some(Cells::Shared(places.collect(), Box::new(values)))
}

/// The powers of ten that a 64-bit float has exactly.
const EXACT_POWERS: usize = 23;
const POWERS: [f64; EXACT_POWERS] = {
    let mut powers = [1.0; EXACT_POWERS];
    let mut at = 1;
    #[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
    while at < EXACT_POWERS {
        powers[at] = powers[at - 1] * 10.0;
        at += 1;
    }
    powers
};

/// The nearest float. The quotient of two exact numbers is; what is not exact is read as text.
fn decimal(value: i128, scale: i8) -> f64 {
    const EXACT: u128 = 1 << 53;
    let power = usize::try_from(scale).ok().and_then(|scale| POWERS.get(scale));
    match power {
        Some(power) if value.unsigned_abs() <= EXACT => value as f64 / power,
        _ => parsed(&value.to_string(), scale),
    }
}

fn parsed(digits: &str, scale: i8) -> f64 {
    format!("{digits}e{}", -i32::from(scale)).parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow::array::{
        DictionaryArray, Float16Array, Float32Array, Int8Array, Int32Array, Int64Array, NullArray,
        RunArray, UInt64Array,
    };
    use arrow::datatypes::{Int8Type, i256};
    use proptest::prelude::*;

    use super::*;

    fn cells<A: Array + 'static>(array: A) -> Cells {
        Cells::new(&(Arc::new(array) as ArrayRef)).unwrap()
    }

    fn all(cells: &Cells, rows: usize) -> Vec<Cell<'_>> {
        (0..rows).map(|row| cells.get(row)).collect()
    }

    #[test]
    fn every_width_of_numbers_is_read() {
        let half = half_numbers();
        let arrays: Vec<ArrayRef> = vec![
            Arc::new(Int8Array::from(vec![Some(-3), None])),
            Arc::new(Int64Array::from(vec![Some(-3), None])),
            Arc::new(Float32Array::from(vec![-3.0, f32::NAN])),
            Arc::new(Float64Array::from(vec![Some(-3.0), None])),
            half,
        ];
        for array in arrays {
            let cells = Cells::new(&array).unwrap();
            assert_eq!(
                all(&cells, 2),
                [Cell::Number(-3.0), Cell::Missing],
                "{:?}",
                array.data_type()
            );
        }
        for kind in [DataType::UInt8, DataType::UInt16, DataType::UInt32, DataType::Int16] {
            let array = cast(&Int32Array::from(vec![7]), &kind).unwrap();
            assert_eq!(Cells::new(&array).unwrap().get(0), Cell::Number(7.0), "{kind}");
        }
    }

    fn half_numbers() -> ArrayRef {
        let array = Float64Array::from(vec![Some(-3.0), None]);
        let half = cast(&array, &DataType::Float16).unwrap();
        assert!(half.as_any().is::<Float16Array>());
        half
    }

    #[test]
    fn large_whole_numbers_go_to_the_nearest_float() {
        let large = cells(UInt64Array::from(vec![u64::MAX, (1 << 53) + 1]));
        assert_eq!(
            all(&large, 2),
            [Cell::Number(18_446_744_073_709_551_616.0), Cell::Number(9_007_199_254_740_992.0)]
        );
        let large = cells(Int64Array::from(vec![i64::MIN, (1 << 53) + 3]));
        assert_eq!(
            all(&large, 2),
            [Cell::Number(-9_223_372_036_854_775_808.0), Cell::Number(9_007_199_254_740_996.0)]
        );
    }

    #[test]
    fn decimals_of_every_width_are_read() {
        let small = Decimal128Array::from(vec![Some(1), None, Some(-25)]);
        let small = small.with_precision_and_scale(5, 1).unwrap();
        let expected = [Cell::Number(0.1), Cell::Missing, Cell::Number(-2.5)];
        for kind in
            [DataType::Decimal32(5, 1), DataType::Decimal64(5, 1), DataType::Decimal256(5, 1)]
        {
            let array = cast(&small, &kind).unwrap();
            assert_eq!(all(&Cells::new(&array).unwrap(), 3), expected, "{kind}");
        }
        assert_eq!(all(&cells(small), 3), expected);
        let hundreds = Decimal128Array::from(vec![7]).with_precision_and_scale(5, -2).unwrap();
        assert_eq!(cells(hundreds).get(0), Cell::Number(700.0));
        let huge = Decimal256Array::from(vec![i256::MAX]).with_precision_and_scale(76, 0).unwrap();
        let Cell::Number(huge) = cells(huge).get(0) else { panic!("no number") };
        assert!((5.7e76..5.8e76).contains(&huge));
    }

    #[test]
    fn texts_of_every_kind_are_read_and_empty_ones_are_missing() {
        let texts = StringArray::from(vec![Some("a"), Some(""), Some("  "), None]);
        for kind in [DataType::Utf8, DataType::LargeUtf8, DataType::Utf8View] {
            let array = cast(&texts, &kind).unwrap();
            let cells = Cells::new(&array).unwrap();
            let expected = [Cell::Text("a"), Cell::Missing, Cell::Missing, Cell::Missing];
            assert_eq!(all(&cells, 4), expected, "{kind}");
        }
    }

    #[test]
    fn what_is_shared_is_read_where_it_stands() {
        let words: DictionaryArray<Int8Type> =
            vec![Some("a"), None, Some("b"), Some("a")].into_iter().collect();
        let expected = [Cell::Text("a"), Cell::Missing, Cell::Text("b"), Cell::Text("a")];
        assert_eq!(all(&cells(words.clone()), 4), expected);
        assert_eq!(all(&cells(words.slice(1, 3)), 3), expected[1..]);
        let keys = Int8Array::from(vec![Some(1), Some(0), None]);
        let numbers = DictionaryArray::new(keys, Arc::new(Float64Array::from(vec![2.0, f64::NAN])));
        assert_eq!(all(&cells(numbers), 3), [Cell::Missing, Cell::Number(2.0), Cell::Missing]);
        let none = DictionaryArray::new(
            Int8Array::from(vec![None, None]),
            Arc::new(Float64Array::new_null(0)),
        );
        assert_eq!(all(&cells(none), 2), [Cell::Missing, Cell::Missing]);
        let values = Int32Array::from(vec![Some(5), None, Some(6)]);
        let runs =
            RunArray::<Int32Type>::try_new(&Int32Array::from(vec![2, 3, 5]), &values).unwrap();
        let expected = [5, 5, 0, 6, 6].map(|value| match value {
            0 => Cell::Missing,
            value => Cell::Number(f64::from(value)),
        });
        assert_eq!(all(&cells(runs.clone()), 5), expected);
        assert_eq!(all(&cells(runs.slice(1, 3)), 3), expected[1..4]);
    }

    #[test]
    fn flags_and_nothing_are_read_and_dates_are_not() {
        assert_eq!(cells(BooleanArray::from(vec![true])).get(0), Cell::Flag(true));
        assert_eq!(all(&cells(NullArray::new(2)), 2), [Cell::Missing; 2]);
        let date = cast(&Int32Array::from(vec![1]), &DataType::Date32).unwrap();
        assert!(Cells::new(&date).is_none());
    }

    proptest! {
        /// The quotient is what reading the digits gives.
        #[test]
        fn decimals_are_the_nearest_float(value in -(1_i128 << 60)..(1_i128 << 60), scale in -10_i8..38) {
            let [quotient, read] = [decimal(value, scale), parsed(&value.to_string(), scale)];
            prop_assert_eq!(quotient.to_bits(), read.to_bits());
        }
    }
}
