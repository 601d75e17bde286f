//! One answer: what stands in a cell becomes a value or an estimate of an input.

use arrow::array::Array;
use worthwhile::field::Form;
use worthwhile::reading::{number, shorten, taken};
use worthwhile::{Code, Estimate, Problem, Problems};

use super::Answered;
use super::cells::{Cell, Cells};
use crate::map::{BoundColumn, Levels, Rule, Said};

/// What programs write where there is no answer, in small letters. A level of that name counts first.
const NO_ANSWER: [&str; 4] = ["na", "n/a", "nan", "null"];

/// Nobody has no hour at all, and the model divides by them: 0 counts as a quarter of an hour a week, which is
/// *illustrative*.
const FREE_HOURS: &str = "/person/time/free_hours_per_week";
const LEAST_FREE_HOURS: f64 = 0.25;

/// With more levels than these an unknown word is not compared to each: a table may have millions.
const MOST_COMPARED: usize = 32;

/// What was read of a column, and by row what is wrong.
pub(super) struct Read {
    pub(super) answered: Answered,
    pub(super) problems: Vec<(usize, Problem)>,
}

impl BoundColumn {
    /// The answers of all rows. Where something is wrong, the value is no number.
    pub(super) fn read(&self, cells: &Cells, rows: usize) -> Read {
        let (mut values, mut vague) = (Vec::with_capacity(rows), vec![0; rows]);
        let (mut missing, mut problems) = (vec![false; rows], Vec::new());
        // Most answers are numbers that count as they are.
        let plain = match (&self.rule, cells) {
            (Rule::Same, Cells::Numbers(array)) => Some(array),
            _ => None,
        };
        for (row, (vague, missing)) in vague.iter_mut().zip(&mut missing).enumerate() {
            let number = plain.filter(|array| row < array.len() && array.is_valid(row));
            let number = number.map(|array| array.value(row));
            if let Some(value) = number.filter(|value| self.takes(*value)) {
                values.push(value);
                continue;
            }
            let answer = match self.answer(cells.get(row)) {
                Ok(None) => {
                    *missing = true;
                    self.missing.ok_or_else(|| self.refused())
                }
                Ok(Some(said)) => Ok(said),
                Err(problem) => Err(problem),
            };
            values.push(match answer {
                Ok(Said::Value(value)) => value,
                Ok(Said::Vague(at, mean)) => {
                    *vague = at;
                    mean
                }
                Err(problem) => {
                    problems.push((row, *problem));
                    f64::NAN
                }
            });
        }
        let (column, input) = (self.name.clone(), self.input.clone());
        let estimates = self.estimates.clone();
        Read { answered: Answered { column, input, values, vague, estimates, missing }, problems }
    }

    /// What a cell says; nothing where the answer is missing.
    fn answer(&self, cell: Cell<'_>) -> Result<Option<Said>, Box<Problem>> {
        if let Rule::Levels(levels) = &self.rule {
            return self.level(levels, cell);
        }
        let said = match cell {
            Cell::Missing => return Ok(None),
            Cell::Number(value) => value,
            Cell::Flag(flag) => f64::from(u8::from(flag)),
            Cell::Text(text) => match written(text) {
                Some(value) if value.is_nan() => return Ok(None),
                Some(value) => value,
                None if is_no_answer(text) => return Ok(None),
                None => return Err(self.no_number(text)),
            },
        };
        self.value(said).map(|value| Some(Said::Value(value)))
    }

    /// The value of an input that a number stands for.
    fn value(&self, said: f64) -> Result<f64, Box<Problem>> {
        if !said.is_finite() {
            let message = format!("`{said}` is not a finite number");
            return Err(self.problem(Code::NotFinite, message));
        }
        let domain = &self.field.domain;
        let value = match self.rule {
            Rule::Same | Rule::Levels(_) => said,
            Rule::Factor(factor) => said * factor,
            Rule::Scale([first, last]) => {
                if said < first.min(last) || said > first.max(last) {
                    return Err(self.off_scale(said, first, last));
                }
                domain.min + (said - first) / (last - first) * (domain.max - domain.min)
            }
        };
        let is_none = &*self.input == FREE_HOURS && value.abs() <= 0.0;
        let value = if is_none { LEAST_FREE_HOURS } else { value };
        if self.takes(value) {
            return Ok(value);
        }
        Err(self.not_taken(said, value))
    }

    /// Whether a number is one for the input.
    fn takes(&self, value: f64) -> bool {
        let is_whole = self.field.form != Form::Whole || value.fract().abs() <= 0.0;
        value.is_finite() && self.field.domain.contains(value) && is_whole
    }

    fn level(&self, levels: &Levels, cell: Cell<'_>) -> Result<Option<Said>, Box<Problem>> {
        let written;
        let text = match cell {
            Cell::Missing => return Ok(None),
            Cell::Text(text) => text,
            Cell::Flag(true) => "true",
            Cell::Flag(false) => "false",
            Cell::Number(value) => {
                written = value.to_string();
                &written
            }
        };
        match levels.get(text) {
            Some(said) => Ok(Some(said)),
            None if is_no_answer(text) => Ok(None),
            None => Err(self.no_level(levels, text)),
        }
    }

    #[cold]
    fn problem(&self, code: Code, message: String) -> Box<Problem> {
        Box::new(Problem::new(&*self.input, code, message))
    }

    #[cold]
    fn refused(&self) -> Box<Problem> {
        self.problem(Code::MissingField, format!("no answer in `{}`", shorten(&self.name)))
    }

    #[cold]
    fn no_level(&self, levels: &Levels, text: &str) -> Box<Problem> {
        let message = format!("unknown value `{}`", shorten(text));
        let problem = self.problem(Code::UnknownValue, message);
        let problem = problem.with_found(Some(shorten(text).into()));
        if levels.words.len() > MOST_COMPARED {
            return Box::new(problem.with_help("it is none of the `levels` of the map"));
        }
        let words: Vec<&str> = levels.words.iter().map(String::as_str).collect();
        let short: Vec<String> = words.iter().map(|word| shorten(word)).collect();
        let problem = problem.with_near(text, &words, &format!("one of {}", short.join(", ")));
        Box::new(problem.with_allowed(short))
    }

    #[cold]
    fn no_number(&self, text: &str) -> Box<Problem> {
        let message = format!("expected a number, found `{}`", shorten(text));
        let problem = self.problem(Code::WrongType, message).with_found(Some(shorten(text).into()));
        let help = match text.contains(',') {
            true => "write a point for the decimals, and no commas",
            false => "say what each word counts as in the `levels` of the map",
        };
        Box::new(problem.with_help(help))
    }

    #[cold]
    fn off_scale(&self, said: f64, first: f64, last: f64) -> Box<Problem> {
        let message = format!("`{said}` is outside the scale; expected {first} to {last}");
        let (least, most) = (number(first.min(last)), number(first.max(last)));
        let problem = self.problem(Code::OutOfRange, message).with_found(Some(number(said)));
        Box::new(problem.with_allowed(serde_json::json!({"minimum": least, "maximum": most})))
    }

    /// The problem that the reader of cases has with a value. It names the answer too, where that is another
    /// number.
    #[cold]
    fn not_taken(&self, said: f64, value: f64) -> Box<Problem> {
        let problems = Problems::default();
        let taken = taken(&Estimate::Certain(value), self.field, &self.input, &problems);
        let own = problems.finish().err();
        let own = own.and_then(|error| error.problems().first().cloned());
        let mut problem = match (own, taken) {
            (Some(own), None) => Box::new(own),
            _ => self.problem(Code::OutOfRange, format!("`{value}` is not allowed")),
        };
        if let Rule::Factor(factor) = self.rule {
            problem.message =
                format!("{}; the answer is `{said}`, times {factor}", problem.message);
        }
        problem
    }
}

/// The number that a text is.
pub(super) fn written(text: &str) -> Option<f64> {
    let text = text.trim();
    let flag = |word: &str| text.eq_ignore_ascii_case(word);
    match text.parse() {
        Ok(value) => Some(value),
        Err(_) if flag("true") => Some(1.0),
        Err(_) if flag("false") => Some(0.0),
        Err(_) => with_comma(text),
    }
}

/// The number that a text with a decimal comma is, where the comma cannot set thousands apart.
fn with_comma(text: &str) -> Option<f64> {
    let (whole, decimals) = text.split_once(',')?;
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|own| own.is_ascii_digit());
    let is_whole = is_digits(whole.trim_start_matches(['-', '+']));
    let is_read = is_whole && is_digits(decimals) && decimals.len() != 3;
    is_read.then(|| format!("{whole}.{decimals}").parse().ok())?
}

fn is_no_answer(text: &str) -> bool {
    let text = text.trim();
    NO_ANSWER.iter().any(|word| text.eq_ignore_ascii_case(word))
}
