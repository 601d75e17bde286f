//! Python objects that become one column.

use std::sync::Arc;

use arrow::array::{ArrayRef, BooleanArray, Float64Array, Int64Array, StringArray};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString};

/// Objects of a column, kept in the plainest form that holds all of them.
#[derive(Default)]
pub(super) struct Objects {
    all: Vec<Option<Object>>,
    has_flags: bool,
    has_whole: bool,
    has_floats: bool,
    has_words: bool,
}

enum Object {
    Flag(bool),
    Whole(i64),
    Float(f64),
    Word(String),
}

/// Modules whose objects have a text of their own.
const WITH_A_TEXT: [&str; 5] = ["datetime", "decimal", "fractions", "uuid", "pandas"];

impl Objects {
    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    /// Adds an object, if a column can hold it.
    pub(super) fn push(&mut self, value: &Bound<'_, PyAny>) -> PyResult<bool> {
        let Some(object) = object(value)? else { return Ok(false) };
        match object {
            None => {}
            Some(Object::Flag(_)) => self.has_flags = true,
            Some(Object::Whole(_)) => self.has_whole = true,
            Some(Object::Float(_)) => self.has_floats = true,
            Some(Object::Word(_)) => self.has_words = true,
        }
        self.all.push(object);
        Ok(true)
    }

    /// The column; nothing where all is missing.
    pub(super) fn finish(self) -> Option<ArrayRef> {
        let is_flags = self.has_flags && !(self.has_whole || self.has_floats);
        let all = self.all.into_iter();
        Some(if self.has_words {
            Arc::new(all.map(|own| own.map(Object::word)).collect::<StringArray>())
        } else if is_flags {
            let flags = all.map(|own| own.map(|own| matches!(own, Object::Flag(true))));
            Arc::new(flags.collect::<BooleanArray>())
        } else if self.has_floats {
            Arc::new(all.map(|own| own.map(Object::float)).collect::<Float64Array>())
        } else if self.has_whole {
            Arc::new(all.map(|own| own.map(Object::whole)).collect::<Int64Array>())
        } else {
            return None;
        })
    }
}

impl Object {
    fn word(self) -> String {
        match self {
            Self::Flag(flag) => flag.to_string(),
            Self::Whole(whole) => whole.to_string(),
            Self::Float(float) => float.to_string(),
            Self::Word(word) => word,
        }
    }

    fn float(self) -> f64 {
        match self {
            Self::Flag(flag) => f64::from(u8::from(flag)),
            Self::Whole(whole) => whole as f64,
            Self::Float(float) => float,
            Self::Word(_) => f64::NAN,
        }
    }

    fn whole(self) -> i64 {
        match self {
            Self::Whole(whole) => whole,
            Self::Flag(flag) => i64::from(flag),
            Self::Float(_) | Self::Word(_) => 0,
        }
    }
}

/// An object as a column has it, none where it is missing; nothing at all where no column can hold it.
fn object(value: &Bound<'_, PyAny>) -> PyResult<Option<Option<Object>>> {
    if value.is_none() {
        return Ok(Some(None));
    }
    if let Ok(word) = value.cast::<PyString>() {
        return Ok(Some(Some(Object::Word(word.to_string_lossy().into_owned()))));
    }
    if let Ok(flag) = value.cast::<PyBool>() {
        return Ok(Some(Some(Object::Flag(flag.is_true()))));
    }
    if value.is_instance_of::<PyFloat>() {
        return Ok(Some(Some(Object::Float(value.extract()?))));
    }
    if value.is_instance_of::<PyInt>() {
        let whole = value.extract::<i64>().map(Object::Whole);
        return Ok(Some(Some(whole.unwrap_or_else(|_| Object::Word(value.to_string())))));
    }
    let of = value.get_type();
    if ["NAType", "NaTType"].contains(&&*of.name()?.to_string_lossy()) {
        return Ok(Some(None));
    }
    // Scalars of NumPy.
    if value.hasattr("item")? && value.hasattr("dtype")? {
        let item = value.call_method0("item")?;
        return if item.get_type().is(&of) { Ok(None) } else { object(&item) };
    }
    let module = of.module()?.to_string_lossy().into_owned();
    let module = module.trim_start_matches('_');
    let has_text = WITH_A_TEXT.iter().any(|own| module.split('.').next() == Some(*own));
    if !has_text {
        return Ok(None);
    }
    let text = match value.hasattr("isoformat")? {
        true => value.call_method0("isoformat")?,
        false => value.str()?.into_any(),
    };
    Ok(Some(Some(Object::Word(text.to_string()))))
}
