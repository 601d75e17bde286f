//! Tables from Python, taken in blocks, so that no copy of a large one is made and the interpreter's lock is
//! never held for long.

use pyo3::buffer::{Element, PyBuffer};
use pyo3::exceptions::{PyBufferError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMemoryView, PySlice};
use worthwhile::{Code, Options, Outputs, Plan, Problem, Problems, Refused, Rows};

use crate::run::run;
use crate::value::{raised, values, view};

/// Rows that are copied at a time, for each thread.
const BLOCK: usize = 2048;
/// Numbers of a list that are read between checks for Ctrl-C.
const BETWEEN_LOOKS: usize = 1 << 16;

/// A table: rows with every input, or columns of some of them.
pub(crate) struct Table<'py> {
    /// The inputs that columns are for; none for rows.
    names: Option<Vec<String>>,
    /// The columns, or all rows together: views of 64-bit floats.
    parts: Vec<Bound<'py, PyAny>>,
    count: usize,
}

impl<'py> Table<'py> {
    pub(crate) fn read(
        rows: Option<&Bound<'py, PyAny>>,
        columns: Option<&Bound<'py, PyAny>>,
        plan: &Plan,
    ) -> PyResult<Self> {
        match (rows, columns) {
            (Some(rows), None) => Self::of_rows(rows, plan.inputs().len()),
            (None, Some(columns)) => Self::of_columns(columns),
            _ => Err(PyTypeError::new_err("evaluate() takes either `rows` or `columns`")),
        }
    }

    /// A transposed table is told by its shape.
    fn of_rows(rows: &Bound<'py, PyAny>, inputs: usize) -> PyResult<Self> {
        let rows = &unmasked(rows)?;
        let buffer = PyBuffer::<f64>::get(rows)?;
        if !is_native(&buffer) {
            let message = "the numbers are in the byte order of another machine";
            return Err(PyBufferError::new_err(message));
        }
        match *buffer.shape() {
            [count, width] if width == inputs => {
                let parts = vec![PyMemoryView::from(rows)?.into_any()];
                Ok(Self { names: None, parts, count })
            }
            ref shape => {
                let found: Vec<String> = shape.iter().map(usize::to_string).collect();
                let message = format!(
                    "a table has rows and {inputs} columns, one for each input; this one is {}",
                    found.join(" x ")
                );
                Err(raised(Problem::new("", Code::WrongShape, message)))
            }
        }
    }

    fn of_columns(columns: &Bound<'py, PyAny>) -> PyResult<Self> {
        let (mut names, mut parts, mut count) = (Vec::new(), Vec::new(), None);
        let problems = Problems::default();
        if !columns.hasattr("items")? {
            let name = columns.get_type().name()?;
            let message = format!("`columns` is a mapping from names to columns, not {name}");
            return Err(PyTypeError::new_err(message));
        }
        for item in columns.call_method0("items")?.try_iter()? {
            let (name, column): (String, Bound<'py, PyAny>) = item?.extract()?;
            let column = numbers(&column)?;
            let (length, rows) = (column.len()?, *count.get_or_insert(column.len()?));
            if length != rows {
                let message = format!("the column has {length} numbers for {rows} rows");
                problems.push(Problem::new(&name, Code::WrongShape, message));
            }
            names.push(name);
            parts.push(column);
        }
        problems.finish().map_err(raised)?;
        Ok(Self { names: Some(names), parts, count: count.unwrap_or_default() })
    }

    /// The figures of every row, as Python has them.
    pub(crate) fn evaluated(
        &self,
        py: Python<'py>,
        plan: &Plan,
        outputs: Outputs,
        options: &Options,
    ) -> PyResult<Bound<'py, PyAny>> {
        let names = plan.outputs(outputs);
        let mut figures: Vec<Vec<f64>> = names.iter().map(|_| Vec::new()).collect();
        let mut refused = Refused::default();
        let inputs = self.names.as_deref();
        // Once even if there is no row: names are judged then.
        let at_a_time = BLOCK * threads(options);
        for from in (0..self.count.max(1)).step_by(at_a_time) {
            // A block may take less time than lies between two looks within it.
            py.check_signals()?;
            let rows = self.count.min(from + at_a_time) - from;
            let block = self.block(py, from, from + rows)?;
            let found = run(py, |watch| {
                let mut out = vec![0.0; rows * names.len()];
                let run = plan.run().options(options).watch(watch);
                let found = match inputs {
                    None => run.evaluate(Rows::whole(block.concat().as_slice()), outputs, &mut out),
                    Some(inputs) => {
                        let columns = inputs.iter().map(String::as_str);
                        let columns: Vec<(&str, &[f64])> =
                            columns.zip(block.iter().map(Vec::as_slice)).collect();
                        run.evaluate(Rows::columns(rows, &columns), outputs, &mut out)
                    }
                }?;
                for row in out.chunks(names.len()) {
                    figures.iter_mut().zip(row).for_each(|(column, figure)| column.push(*figure));
                }
                Ok(found)
            })?;
            refused.append(from, found);
        }
        let columns = PyDict::new(py);
        for (name, column) in names.iter().zip(figures) {
            columns.set_item(name, view(py, &column, &[column.len()])?)?;
            // Other threads have a turn between two columns.
            py.detach(|| drop(column));
        }
        told(refused, columns)
    }

    /// The numbers of some rows: all together, or of each column.
    fn block(&self, py: Python<'py>, from: usize, to: usize) -> PyResult<Vec<Vec<f64>>> {
        if from == to {
            // What has no numbers may lie anywhere.
            return Ok(vec![Vec::new(); self.parts.len()]);
        }
        let slice = PySlice::new(py, from as isize, to as isize, 1);
        let part = |numbers: &Bound<'py, PyAny>| {
            PyBuffer::<f64>::get(&numbers.get_item(&slice)?)?.to_vec(py)
        };
        self.parts.iter().map(part).collect()
    }
}

/// The figures with what was refused.
fn told<'py>(refused: Refused, columns: Bound<'py, PyDict>) -> PyResult<Bound<'py, PyAny>> {
    let py = columns.py();
    let (rows, problems): (Vec<usize>, Vec<Problem>) =
        refused.problems.into_iter().map(|own| (own.row, own.problem)).unzip();
    let problems = values(py, "Problem", &problems)?;
    let class = py.import("worthwhile._figures")?.getattr("Figures")?;
    class.call1((columns, rows, problems, refused.rows, refused.unlisted))
}

/// A column as a view of 64-bit floats. Series and arrays of other kinds are converted first; what is
/// missing becomes NaN.
fn numbers<'py>(column: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let py = column.py();
    let column = match column.hasattr("to_numpy")? {
        true => &column.call_method0("to_numpy")?,
        false => column,
    };
    let column = &unmasked(column)?;
    let is_flat = |buffer: PyBuffer<f64>| buffer.dimensions() == 1 && is_native(&buffer);
    if PyBuffer::<f64>::get(column).is_ok_and(is_flat) {
        return Ok(PyMemoryView::from(column)?.into_any());
    }
    let mut all = Vec::new();
    for number in column.try_iter()? {
        let number = number?;
        let is_missing = number.is_none() || number.get_type().name()? == "NAType";
        all.push(if is_missing { f64::NAN } else { number.extract()? });
        if all.len().is_multiple_of(BETWEEN_LOOKS) {
            py.check_signals()?;
            // Other threads have a turn.
            py.detach(|| ());
        }
    }
    view(py, &all, &[all.len()])
}

/// A masked array as one in which what is masked is NaN.
fn unmasked<'py>(numbers: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    if !(numbers.hasattr("mask")? && numbers.hasattr("filled")?) {
        return Ok(numbers.clone());
    }
    numbers.call_method1("astype", ("d",))?.call_method1("filled", (f64::NAN,))
}

/// Whether numbers have this machine's byte order. The type of their elements does not say so.
pub(crate) fn is_native<T: Element>(buffer: &PyBuffer<T>) -> bool {
    let foreign: &[u8] = if cfg!(target_endian = "little") { b">!" } else { b"<" };
    buffer.format().to_bytes().first().is_none_or(|first| !foreign.contains(first))
}

/// How many threads a block of rows is for.
fn threads(options: &Options) -> usize {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    (options.threads.unwrap_or(1) as usize).clamp(1, cores)
}
