//! A case from Python as JSON text: the library reads nothing else.

use std::borrow::Cow;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use worthwhile::limits::{MAX_BYTES, MAX_DEPTH};
use worthwhile::{Catalogue, Code, Options, Problem, Problems};

use crate::value::raised;

/// A case, and the presets of one's own that it may name.
pub(crate) struct Case {
    pub(crate) text: String,
    pub(crate) presets: Vec<String>,
    pub(crate) catalogue: Cow<'static, Catalogue>,
}

impl Case {
    pub(crate) fn read(
        case: &Bound<'_, PyAny>,
        presets: Option<Vec<Bound<'_, PyAny>>>,
    ) -> PyResult<Self> {
        let presets = presets.unwrap_or_default();
        let presets: Vec<String> = presets.iter().map(text).collect::<PyResult<_>>()?;
        let shipped = Cow::Borrowed(Catalogue::builtin());
        let catalogue = presets.iter().try_fold(shipped, |catalogue, preset| {
            catalogue.into_owned().with_preset(preset).map(Cow::Owned).map_err(raised)
        })?;
        Ok(Self { text: text(case)?, presets, catalogue })
    }
}

/// Options given by keyword. What they may be is the library's to say, which of them a call takes
/// is the call's.
pub(crate) fn options(given: Option<&Bound<'_, PyDict>>, known: &[&str]) -> PyResult<Options> {
    let Some(given) = given else { return Ok(Options::default()) };
    let wanted = PyDict::new(given.py());
    for (name, value) in given {
        if !known.contains(&name.extract::<&str>()?) {
            let message = format!("got an unexpected keyword argument '{name}'");
            return Err(PyTypeError::new_err(message));
        }
        if !value.is_none() {
            wanted.set_item(name, value)?;
        }
    }
    Options::read(&text(&wanted)?).map_err(raised)
}

/// The text of a document given as a dict, as text or bytes, or as a path to a file.
pub(crate) fn text(case: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(dict) = case.cast::<PyDict>() {
        let mut writer = Writer::default();
        writer.object(dict, 0)?;
        return writer.finish();
    }
    if let Ok(text) = case.cast::<PyString>() {
        let problem = Problem::new("", Code::InvalidJson, HALF_CHARACTER);
        return text.extract().map_err(|_| raised(problem));
    }
    if let Ok(bytes) = case.extract::<PyBackedBytes>() {
        return decoded(&bytes);
    }
    if case.hasattr("__fspath__")? {
        return read(case);
    }
    let name = case.get_type().name()?;
    let message = format!("a case is a dict, str, bytes or path-like object, not {name}");
    Err(PyTypeError::new_err(message))
}

/// Reads one byte more than the library takes, so that endless input ends and the library itself
/// says what is too large. Python opens the file, so that its errors are the usual ones.
fn read(path: &Bound<'_, PyAny>) -> PyResult<String> {
    let file = path.py().import("io")?.call_method1("open", (path, "rb"))?;
    let bytes = file.call_method1("read", (MAX_BYTES + 1,));
    file.call_method0("close")?;
    decoded(&bytes?.extract::<PyBackedBytes>()?)
}

fn decoded(bytes: &[u8]) -> PyResult<String> {
    match str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        // The cut may have split a character; what takes its place is no shorter.
        Err(_) if bytes.len() > MAX_BYTES => Ok(String::from_utf8_lossy(bytes).into_owned()),
        Err(error) => {
            let message = format!("not UTF-8 text: byte {} cannot be read", error.valid_up_to());
            Err(raised(Problem::new("", Code::InvalidJson, message)))
        }
    }
}

/// The numbers of a dict by name, for inputs of a plan; a problem's path is the name.
pub(crate) fn numbers(dict: &Bound<'_, PyDict>) -> PyResult<Vec<(String, f64)>> {
    let (mut numbers, mut writer) = (Vec::new(), Writer::default());
    for (name, value) in dict.copy()? {
        let Some(name) = writer.key(&name) else { continue };
        writer.path.clone_from(&name);
        if value.is_instance_of::<PyBool>() || !is_number(&value)? {
            let found = value.get_type().name()?;
            writer.report(Code::WrongType, format!("expected a number, found a Python `{found}`"));
        } else if let Ok(number) = value.extract() {
            numbers.push((name, number));
        } else {
            writer.report(Code::NotFinite, TOO_LARGE);
        }
        writer.path.clear();
    }
    writer.finish()?;
    Ok(numbers)
}

const HALF_CHARACTER: &str = "the text holds half a surrogate pair, which is no character";
const TOO_LARGE: &str = "the number is too large for a 64-bit float";

/// Writes JSON, and notes with their pointers the values that no JSON holds.
#[derive(Default)]
struct Writer {
    text: String,
    path: String,
    problems: Problems,
    is_too_deep: bool,
}

impl Writer {
    fn report(&mut self, code: Code, message: impl Into<String>) {
        self.problems.push(Problem::new(&self.path, code, message));
    }

    /// The text, or a refusal with everything noted.
    fn finish(self) -> PyResult<String> {
        self.problems.finish().map_err(raised)?;
        Ok(self.text)
    }

    fn value(&mut self, value: &Bound<'_, PyAny>, depth: usize) -> PyResult<()> {
        if value.is_none() {
            self.text.push_str("null");
        } else if let Ok(flag) = value.cast::<PyBool>() {
            self.text.push_str(if flag.is_true() { "true" } else { "false" });
        } else if let Ok(text) = value.cast::<PyString>() {
            match text.to_str() {
                Ok(text) => self.string(text),
                Err(_) => self.report(Code::InvalidJson, HALF_CHARACTER),
            }
        } else if let Ok(dict) = value.cast::<PyDict>() {
            self.object(dict, depth)?;
        } else if let Ok(list) = value.cast::<PyList>() {
            self.list(list, depth)?;
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.list(tuple, depth)?;
        } else if is_number(value)? {
            self.number(value);
        } else {
            let name = value.get_type().name()?;
            self.report(Code::WrongType, format!("JSON has nothing for a Python `{name}`"));
        }
        Ok(())
    }

    /// A copy of it: another thread may change the dict meanwhile.
    fn object(&mut self, dict: &Bound<'_, PyDict>, depth: usize) -> PyResult<()> {
        self.text.push('{');
        for (key, value) in dict.copy()? {
            if self.is_at_its_limits(depth) {
                break;
            }
            let Some(key) = self.key(&key) else { continue };
            self.string(&key);
            self.text.push(':');
            self.at(&key.replace('~', "~0").replace('/', "~1"), &value, depth)?;
        }
        self.close('}');
        Ok(())
    }

    fn list<'py>(
        &mut self,
        items: impl IntoIterator<Item = Bound<'py, PyAny>>,
        depth: usize,
    ) -> PyResult<()> {
        self.text.push('[');
        for (at, item) in items.into_iter().enumerate() {
            if self.is_at_its_limits(depth) {
                break;
            }
            self.at(&at.to_string(), &item, depth)?;
        }
        self.close(']');
        Ok(())
    }

    /// Whether to stop. What contains itself would go on for ever in depth, what shares its parts in
    /// breadth.
    fn is_at_its_limits(&mut self, depth: usize) -> bool {
        if depth >= MAX_DEPTH && !self.is_too_deep {
            self.is_too_deep = true;
            let message = format!("nested more than {MAX_DEPTH} levels deep, or inside itself");
            self.report(Code::TooDeep, message);
        }
        self.is_too_deep || self.text.len() > MAX_BYTES
    }

    /// A part of an object or a list.
    fn at(&mut self, part: &str, value: &Bound<'_, PyAny>, depth: usize) -> PyResult<()> {
        let parent = self.path.len();
        self.path.push('/');
        self.path.push_str(part);
        self.value(value, depth + 1)?;
        self.path.truncate(parent);
        self.text.push(',');
        Ok(())
    }

    /// Ends an object or a list, where no comma follows the last part.
    fn close(&mut self, bracket: char) {
        if self.text.ends_with(',') {
            self.text.pop();
        }
        self.text.push(bracket);
    }

    fn key(&mut self, key: &Bound<'_, PyAny>) -> Option<String> {
        let text = key.cast::<PyString>().ok().and_then(|key| key.extract().ok());
        if text.is_none() {
            self.report(Code::WrongType, "a key of the dict is not a text");
        }
        text
    }

    /// Always a float: the library reads any number as one.
    fn number(&mut self, value: &Bound<'_, PyAny>) {
        let Ok(float) = value.extract() else { return self.report(Code::NotFinite, TOO_LARGE) };
        match serde_json::Number::from_f64(float) {
            Some(number) => self.text.push_str(&number.to_string()),
            None => self.report(Code::NotFinite, format!("`{float}` is not a finite number")),
        }
    }

    fn string(&mut self, text: &str) {
        self.text.push_str(&serde_json::to_string(text).unwrap_or_default());
    }
}

/// Python's own numbers, and what says of itself that it is one, as NumPy's scalars do.
fn is_number(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    if value.is_instance_of::<PyInt>() || value.is_instance_of::<PyFloat>() {
        return Ok(true);
    }
    value.is_instance(&value.py().import("numbers")?.getattr("Real")?)
}
