//! A map as a document.

use serde::ser::{Serialize, SerializeMap, Serializer};
use worthwhile::SCHEMA_VERSION;
use worthwhile::reading::number;

use super::{Column, Map, Missing, Reading};

impl Serialize for Map {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("schema_version", &SCHEMA_VERSION)?;
        for (key, name) in [("id", &self.id), ("weight", &self.weight), ("cluster", &self.cluster)]
        {
            if let Some(name) = name {
                map.serialize_entry(key, name)?;
            }
        }
        if !self.keep.is_empty() {
            map.serialize_entry("keep", &self.keep)?;
        }
        if self.missing != Missing::Unknown {
            map.serialize_entry("missing", &self.missing)?;
        }
        if self.refuses_others {
            map.serialize_entry("others", "refused")?;
        }
        map.serialize_entry("columns", &self.columns)?;
        map.end()
    }
}

impl Serialize for Column {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.is_plain() {
            return to.serialize_str(&self.input);
        }
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("input", &self.input)?;
        match &self.reading {
            Reading::Same => {}
            Reading::Scale(ends) => map.serialize_entry("scale", &ends.map(number))?,
            Reading::Factor(factor) => map.serialize_entry("factor", &number(*factor))?,
            Reading::Levels(levels) => map.serialize_entry("levels", levels)?,
        }
        if let Some(missing) = &self.missing {
            map.serialize_entry("missing", missing)?;
        }
        map.end()
    }
}

impl Serialize for Missing {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown => to.serialize_str("unknown"),
            Self::Base => to.serialize_str("base"),
            Self::Refused => to.serialize_str("refused"),
            Self::As(estimate) => estimate.serialize(to),
        }
    }
}
