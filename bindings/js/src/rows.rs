//! Tables of numbers from JavaScript and back, in blocks: the memory of WebAssembly never shrinks.

use js_sys::{Array, Float64Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use worthwhile::{
    Code, Error, Outputs, Plan, Problem, Problems, Progress, Refused, Rows, Samples,
    problems_document,
};

use crate::document::parsed;
use crate::failure::type_error;
use crate::options::Asked;
use crate::watch::watched;

/// Rows that are computed at a time.
const BLOCK: u32 = 2048;

#[wasm_bindgen(raw_module = "./written.js")]
extern "C" {
    /// The numbers of a column; what is missing becomes NaN. Throws for what is no number.
    #[wasm_bindgen(catch, js_name = numbers)]
    fn numbers(column: &JsValue) -> Result<Float64Array, JsValue>;
}

/// A table: rows with every input, or columns of some of them.
pub(crate) struct Table {
    /// The inputs that columns are for; none for rows.
    names: Option<Vec<String>>,
    /// The columns, or all rows together.
    parts: Vec<Float64Array>,
    count: u32,
}

impl Table {
    /// The outer error is thrown as it is, the inner one is a refusal.
    pub(crate) fn read(table: &JsValue, plan: &Plan) -> Result<Result<Self, Error>, JsValue> {
        if let Some(rows) = table.dyn_ref::<Float64Array>() {
            return Ok(Self::of_rows(rows, plan.inputs().len()));
        }
        match table.dyn_ref::<Object>() {
            Some(columns) if !Array::is_array(columns) => Self::of_columns(columns),
            _ => Err(type_error("a table is an object of columns, or rows in a Float64Array")),
        }
    }

    fn of_rows(rows: &Float64Array, inputs: usize) -> Result<Self, Error> {
        let (numbers, width) = (rows.length(), inputs as u32);
        if !numbers.is_multiple_of(width) {
            let message = format!(
                "{numbers} numbers do not make rows of {width}, one for each input of the plan"
            );
            return Err(Problem::new("", Code::WrongShape, message).into());
        }
        Ok(Self { names: None, parts: vec![rows.clone()], count: numbers / width })
    }

    fn of_columns(columns: &Object) -> Result<Result<Self, Error>, JsValue> {
        let (mut names, mut parts, mut count) = (Vec::new(), Vec::new(), None);
        let problems = Problems::default();
        for entry in Object::entries(columns).iter() {
            let entry = Array::from(&entry);
            let name = entry.get(0).as_string().unwrap_or_default();
            let column = numbers(&entry.get(1))?;
            let (length, rows) = (column.length(), *count.get_or_insert(column.length()));
            if length != rows {
                let message = format!("the column has {length} numbers for {rows} rows");
                problems.push(Problem::new(&*name, Code::WrongShape, message));
            }
            names.push(name);
            parts.push(column);
        }
        let count = count.unwrap_or_default();
        Ok(problems.finish().map(|()| Self { names: Some(names), parts, count }))
    }

    /// The figures of every row, as JavaScript has them.
    pub(crate) fn evaluated(
        &self,
        plan: &Plan,
        outputs: Outputs,
        asked: &Asked,
        options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let names = plan.outputs(outputs);
        let figures: Vec<Float64Array> =
            names.iter().map(|_| Float64Array::new_with_length(self.count)).collect();
        let mut refused = Refused::default();
        // Once even if there is no row: names are judged then.
        for from in (0..self.count.max(1)).step_by(BLOCK as usize) {
            let to = self.count.min(from.saturating_add(BLOCK));
            let block = self.block(from, to);
            let mut out = vec![0.0; (to - from) as usize * names.len()];
            let found = watched(options, asked.is_watched, |watch| {
                // What a watch hears is about the whole table.
                let (before, total) = (u64::from(from), u64::from(self.count));
                let rows = block.rows((to - from) as usize);
                let mut watch = |mut now: Progress| {
                    now.done += before;
                    now.total = total;
                    watch(now)
                };
                let run = plan.run().options(&asked.options).watch(&mut watch);
                run.evaluate(rows.of(), outputs, &mut out)
            })?;
            put(&figures, &out, from, to);
            refused.append(from as usize, found);
        }
        told(refused, &names, &figures)
    }

    /// The numbers of some rows.
    fn block(&self, from: u32, to: u32) -> Block<'_> {
        let width = match self.names {
            // All rows stand in one part.
            None => self.parts.first().map_or(0, |all| all.length() / self.count.max(1)),
            Some(_) => 1,
        };
        let part = |numbers: &Float64Array| numbers.subarray(from * width, to * width).to_vec();
        Block { names: self.names.as_deref(), parts: self.parts.iter().map(part).collect() }
    }
}

/// Some rows of a table.
struct Block<'t> {
    names: Option<&'t [String]>,
    parts: Vec<Vec<f64>>,
}

impl Block<'_> {
    fn rows(&self, count: usize) -> Lent<'_> {
        match self.names {
            None => Lent::Rows(self.parts.first().map(Vec::as_slice).unwrap_or_default()),
            Some(names) => {
                let columns = names.iter().map(String::as_str);
                Lent::Columns(count, columns.zip(self.parts.iter().map(Vec::as_slice)).collect())
            }
        }
    }
}

/// A block as the library takes it.
enum Lent<'b> {
    Rows(&'b [f64]),
    Columns(usize, Vec<(&'b str, &'b [f64])>),
}

impl Lent<'_> {
    fn of(&self) -> Rows<'_> {
        match self {
            Self::Rows(numbers) => Rows::whole(numbers),
            Self::Columns(count, columns) => Rows::columns(*count, columns),
        }
    }
}

/// Puts the rows of a block into the columns.
fn put(figures: &[Float64Array], out: &[f64], from: u32, to: u32) {
    let mut column = vec![0.0; (to - from) as usize];
    for (at, own) in figures.iter().enumerate() {
        let numbers = out.iter().skip(at).step_by(figures.len());
        column.iter_mut().zip(numbers).for_each(|(slot, number)| *slot = *number);
        own.subarray(from, to).copy_from(&column);
    }
}

/// The figures with what was refused.
fn told(refused: Refused, names: &[String], figures: &[Float64Array]) -> Result<JsValue, JsValue> {
    let (rows, problems): (Vec<usize>, Vec<Problem>) =
        refused.problems.into_iter().map(|own| (own.row, own.problem)).unzip();
    let problems = parsed(&problems_document(&problems))?;
    let problems = Array::from(&Reflect::get(&problems, &"problems".into())?);
    let listed = Array::new();
    for (row, problem) in rows.into_iter().zip(problems.iter()) {
        listed.push(&object(&[("row", (row as f64).into()), ("problem", problem)])?);
    }
    object(&[
        ("columns", columns(names.iter().map(String::as_str).zip(figures.iter().cloned()))?),
        ("refused", (refused.rows as f64).into()),
        ("problems", listed.into()),
        ("unlisted", (refused.unlisted as f64).into()),
    ])
}

/// The figures of every scenario.
pub(crate) fn samples(samples: &Samples) -> Result<JsValue, JsValue> {
    let names = samples.names().iter().map(String::as_str);
    let numbers = samples.columns().map(Float64Array::from);
    object(&[
        ("columns", columns(names.zip(numbers))?),
        ("scenarios", (samples.scenarios() as f64).into()),
        ("replicates", (samples.replicates() as f64).into()),
    ])
}

fn columns<'n>(all: impl Iterator<Item = (&'n str, Float64Array)>) -> Result<JsValue, JsValue> {
    let by_name = Object::new();
    for (name, column) in all {
        Reflect::set(&by_name, &name.into(), &column)?;
    }
    Ok(by_name.into())
}

fn object(members: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let made = Object::new();
    for (name, value) in members {
        Reflect::set(&made, &(*name).into(), value)?;
    }
    Ok(made.into())
}
