//! Times in UTC. Naming a time in another zone needs a table of all zones, and the instant is the same.

use arrow::array::{Array, ArrayRef};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Field, FieldRef};
use arrow::error::ArrowError;

/// The same values, with times of whatever zone in UTC.
pub(crate) fn in_utc(array: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    let kind = kind_in_utc(array.data_type());
    if kind == *array.data_type() { Ok(array.clone()) } else { cast(array, &kind) }
}

/// The type that such values have.
fn kind_in_utc(of: &DataType) -> DataType {
    match of {
        DataType::Timestamp(unit, Some(_)) => DataType::Timestamp(*unit, Some("+00:00".into())),
        DataType::Struct(members) => DataType::Struct(members.iter().map(field_in_utc).collect()),
        DataType::List(item) => DataType::List(field_in_utc(item)),
        DataType::LargeList(item) => DataType::LargeList(field_in_utc(item)),
        other => other.clone(),
    }
}

fn field_in_utc(field: &FieldRef) -> FieldRef {
    let kind = kind_in_utc(field.data_type());
    if kind == *field.data_type() {
        return field.clone();
    }
    let own: &Field = field;
    FieldRef::new(own.clone().with_data_type(kind))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow::array::{AsArray, StructArray, TimestampSecondArray};
    use arrow::datatypes::{TimeUnit, TimestampSecondType};

    use super::*;

    #[test]
    fn a_time_of_any_zone_stays_the_same_instant() {
        let times = TimestampSecondArray::from(vec![Some(60), None]).with_timezone("Asia/Tokyo");
        let member = Field::new("t", times.data_type().clone(), true);
        let nested =
            StructArray::from(vec![(Arc::new(member), Arc::new(times.clone()) as ArrayRef)]);
        let utc = in_utc(&(Arc::new(times) as ArrayRef)).unwrap();
        assert_eq!(utc.data_type(), &DataType::Timestamp(TimeUnit::Second, Some("+00:00".into())));
        assert_eq!(utc.as_primitive::<TimestampSecondType>().iter().next(), Some(Some(60)));
        let nested = in_utc(&(Arc::new(nested) as ArrayRef)).unwrap();
        assert_eq!(nested.as_struct().column(0), &utc);
    }
}
