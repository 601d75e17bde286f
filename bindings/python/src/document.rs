//! A case from Python as JSON, since the library reads nothing else.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use worthwhile::limits::{MAX_BYTES, MAX_DEPTH};
use worthwhile::{Code, Document, Operation, OptionKey, Options, Plan, Problem, Problems};

use crate::value::raised;

/// A case, and the custom presets that it may name.
pub(crate) struct Case {
    pub(crate) document: Document<'static>,
    pub(crate) presets: Presets,
}

impl Case {
    pub(crate) fn read(
        case: &Bound<'_, PyAny>,
        presets: Option<Vec<Bound<'_, PyAny>>>,
    ) -> PyResult<Self> {
        let presets = Presets::read(presets)?;
        Ok(Self { document: document(case)?, presets })
    }
}

/// Custom presets: the options that a case is read with, and the JSON they were made from.
pub(crate) struct Presets {
    pub(crate) options: Options,
    pub(crate) texts: Vec<String>,
}

impl Presets {
    pub(crate) fn read(presets: Option<Vec<Bound<'_, PyAny>>>) -> PyResult<Self> {
        let (mut options, mut texts) = (Options::default(), Vec::new());
        for preset in presets.unwrap_or_default() {
            let preset = document(&preset)?;
            let text = preset.text().map_err(raised)?;
            options = options.with_preset(text).map_err(raised)?;
            texts.push(text.to_owned());
        }
        Ok(Self { options, texts })
    }
}

/// Options given by keyword. The library decides what they may be, and which of them an operation uses.
/// Presets, and whether to redact, come with the case.
pub(crate) fn options(
    given: Option<&Bound<'_, PyDict>>,
    operation: Operation,
) -> PyResult<Options> {
    let Some(given) = given else { return Ok(Options::default()) };
    let wanted = PyDict::new(given.py());
    for (name, value) in given {
        let word = name.extract::<&str>()?;
        let is_of_the_case =
            |key: &OptionKey| matches!(key, OptionKey::Presets | OptionKey::Redact);
        let is_named = |key: &OptionKey| !is_of_the_case(key) && key.as_str() == word;
        if !operation.options().iter().any(is_named) {
            let message = format!("got an unexpected keyword argument '{name}'");
            return Err(PyTypeError::new_err(message));
        }
        if !value.is_none() {
            wanted.set_item(name, value)?;
        }
    }
    document(&wanted)?.text().and_then(Options::read).map_err(raised)
}

/// A document given as a dict, a string, bytes, or a path to a file.
pub(crate) fn document(case: &Bound<'_, PyAny>) -> PyResult<Document<'static>> {
    if let Ok(dict) = case.cast::<PyDict>() {
        let mut writer = Writer::default();
        writer.object(dict, 0)?;
        return writer.finish().map(Document::from);
    }
    if let Ok(text) = case.cast::<PyString>() {
        let problem = Problem::new("", Code::InvalidJson, HALF_CHARACTER);
        let text = text.extract::<String>().map_err(|_| raised(problem));
        return text.map(Document::from);
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

/// Python's `os.SEEK_END`.
const SEEK_END: u8 = 2;

/// Python opens the file, so that its errors are the usual ones.
fn read(path: &Bound<'_, PyAny>) -> PyResult<Document<'static>> {
    let file = path.py().import("io")?.call_method1("open", (path, "rb"))?;
    let document = whole(&file);
    file.call_method0("close")?;
    document
}

/// What is in a file. One that is too large is named by its own size, if it has one.
fn whole(file: &Bound<'_, PyAny>) -> PyResult<Document<'static>> {
    let bytes = file.call_method1("read", (Document::MOST_BYTES,))?.extract::<PyBackedBytes>()?;
    if bytes.len() < Document::MOST_BYTES {
        return decoded(&bytes);
    }
    // A device that never ends calls itself empty.
    let size = file.call_method1("seek", (0, SEEK_END)).and_then(|size| size.extract::<u64>());
    Ok(Document::too_large(size.ok().filter(|size| *size > MAX_BYTES as u64)))
}

/// Bytes that are not text are refused here, and too many of them by the call.
fn decoded(bytes: &[u8]) -> PyResult<Document<'static>> {
    let document = Document::from(bytes.to_vec());
    match document.encoding_problem() {
        Some(problem) => Err(raised(problem.clone())),
        None => Ok(document),
    }
}

/// The plan with the numbers and estimates of a dict, by the name of their input. The paths of problems
/// begin with the name. What JSON cannot hold is told together with what the library refuses.
pub(crate) fn replaced(plan: &Plan, dict: &Bound<'_, PyDict>) -> PyResult<Plan> {
    let (mut text, mut names, mut found) = ("{".to_owned(), Vec::new(), Vec::new());
    let (mut bad, mut told_twice) = (Vec::new(), 0);
    for (name, value) in dict.copy()? {
        if text.len() > MAX_BYTES {
            break;
        }
        let mut writer = Writer::default();
        let name = writer.key(&name);
        if let Some(name) = &name {
            writer.path.clone_from(name);
            writer.value(&value, 1)?;
        }
        let (at, value) = (names.len(), writer.text);
        match (writer.problems.finish(), &name) {
            (Ok(()), Some(name)) => {
                let separator = if text.len() > 1 { "," } else { "" };
                let name = serde_json::to_string(name).unwrap_or_default();
                text.push_str(&format!("{separator}{name}:{value}"));
            }
            (Ok(()), None) => {}
            (Err(error), name) => {
                // What the library says of null is said already.
                if let Some(name) = name {
                    let separator = if text.len() > 1 { "," } else { "" };
                    let name = serde_json::to_string(name).unwrap_or_default();
                    text.push_str(&format!("{separator}{name}:null"));
                }
                bad.push(at);
                found.extend(error.problems().iter().cloned().map(|problem| (at, problem)));
            }
        }
        names.push(name.unwrap_or_default());
    }
    text.push('}');
    let done = plan.with_json(&text);
    if found.is_empty() {
        return done.map_err(raised);
    }
    if let Err(error) = &done {
        let is_of = |name: &String, problem: &Problem| {
            let rest = problem.path.strip_prefix(name.as_str()).filter(|_| !name.is_empty());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let place = |problem: &Problem| names.iter().position(|name| is_of(name, problem));
        let others = error.problems().iter().cloned();
        let others = others.map(|problem| (place(&problem).unwrap_or(names.len()), problem));
        let (again, others): (Vec<_>, Vec<_>) = others.partition(|(at, _)| bad.contains(at));
        found.extend(others);
        told_twice = bad.len().saturating_sub(again.len());
    }
    found.sort_by_key(|(at, _)| *at);
    let problems = Problems::default();
    for (_, problem) in found {
        match problem.data.as_ref().and_then(|data| data.found.as_ref()?.as_u64()) {
            // How many the library has besides those that it lists.
            Some(more) if problem.code == Code::MoreProblems => {
                problems.count_only((more as usize).saturating_sub(told_twice));
            }
            _ => problems.push(problem),
        }
    }
    problems.finish().map_err(raised)?;
    done.map_err(raised)
}

const HALF_CHARACTER: &str = "the string has half of a surrogate pair, which is not a character";
const TOO_LARGE: &str = "the number is too large for a 64-bit float";

/// Writes JSON, and notes the values that JSON cannot hold, with their pointers.
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

    /// The JSON, or a refusal with everything that was noted.
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
            self.report(Code::WrongType, format!("JSON cannot hold a Python `{name}`"));
        }
        Ok(())
    }

    /// Iterates over a copy, since another thread may change the dict meanwhile.
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

    /// Whether to stop. Something that contains itself would go on forever in depth, something that shares
    /// its parts in breadth.
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

    /// Closes an object or a list, with no comma after the last part.
    fn close(&mut self, bracket: char) {
        if self.text.ends_with(',') {
            self.text.pop();
        }
        self.text.push(bracket);
    }

    fn key(&mut self, key: &Bound<'_, PyAny>) -> Option<String> {
        let text = key.cast::<PyString>().ok().and_then(|key| key.extract().ok());
        if text.is_none() {
            self.report(Code::WrongType, "a key of the dict is not a string");
        }
        text
    }

    /// Written as a float, since the library reads every number as one; whole numbers of Python in digits, so
    /// that a problem names them as they are.
    fn number(&mut self, value: &Bound<'_, PyAny>) {
        if value.is_instance_of::<PyInt>()
            && let Ok(whole) = value.extract::<i64>()
        {
            return self.text.push_str(&whole.to_string());
        }
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

/// Python's own numbers, and types that are registered as numbers, such as NumPy scalars.
fn is_number(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    if value.is_instance_of::<PyInt>() || value.is_instance_of::<PyFloat>() {
        return Ok(true);
    }
    value.is_instance(&value.py().import("numbers")?.getattr("Real")?)
}
