//! The last look at an answer: every figure is a number.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::assessment::Assessment;
use crate::error::Error;
use crate::limits::MAX_PROBLEMS;
use crate::problem::{Code, Problem};

/// Refuses an answer in which something is no number, with the pointer of each such figure in the
/// order of the document.
// INVARIANT: an assessment has texts as keys, so it can be written, and what was written can be read.
#[expect(clippy::expect_used, reason = "see the invariant above")]
pub(super) fn check(answer: &Assessment) -> Result<(), Error> {
    let text = serde_json::to_string(answer).expect("an assessment can be written");
    // The usual case, without reading all of it. A name may say so, too.
    if !text.contains("null") {
        return Ok(());
    }
    let (mut path, mut found) = (String::new(), Vec::new());
    let look = Look { path: &mut path, found: &mut found };
    look.deserialize(&mut serde_json::Deserializer::from_str(&text)).expect("it can be read");
    if found.is_empty() {
        return Ok(());
    }
    let problems = found.iter().take(MAX_PROBLEMS).map(|path| problem(answer, path));
    Err(Error::invalid(problems.collect()))
}

fn problem(answer: &Assessment, path: &str) -> Problem {
    let pursuit = path.strip_prefix("/pursuits/").and_then(|rest| rest.split('/').next());
    let index: Option<usize> = pursuit.and_then(|index| index.parse().ok());
    let pursuit = index.and_then(|index| answer.pursuits.get(index));
    let of = pursuit.map(|own| format!(" of `{}`", own.id)).unwrap_or_default();
    let message = format!("a figure{of} is not a finite number");
    let help = "the case combines numbers that are too large or too small to compute with";
    Problem::new(path.to_owned(), Code::NotFiniteFigure, message).with_help(help)
}

/// Looks for null: what is no number is written so, and nothing else is.
struct Look<'l> {
    path: &'l mut String,
    found: &'l mut Vec<String>,
}

impl Look<'_> {
    /// The same at a member of what is looked at.
    fn within<T>(&mut self, name: &str, look: impl FnOnce(Look<'_>) -> T) -> T {
        let before = self.path.len();
        self.path.push('/');
        self.path.push_str(name);
        let done = look(Look { path: self.path, found: self.found });
        self.path.truncate(before);
        done
    }
}

impl<'de> DeserializeSeed<'de> for Look<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.found.push(self.path.clone());
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        for index in 0.. {
            let more = self.within(&index.to_string(), |look| items.next_element_seed(look))?;
            if more.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<String>()? {
            self.within(&name, |look| members.next_value_seed(look))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_that_is_no_number_is_named() {
        let case = include_str!("../../examples/mvp.json");
        let plan = crate::Plan::read(case).unwrap();
        let options = crate::Options::default().with_scenarios(16).with_levers(false);
        let mut answer = plan.run().options(&options).assess().unwrap();
        assert!(check(&answer).is_ok());
        answer.pursuits[1].years[0].money = f64::NAN;
        let error = check(&answer).unwrap_err();
        let [problem] = error.problems() else { panic!("one figure") };
        assert_eq!(problem.code, Code::NotFiniteFigure);
        assert_eq!(problem.path, "/pursuits/1/years/0/money");
        assert_eq!(problem.message, "a figure of `az-305` is not a finite number");
    }
}
