//! What differs in two cases: numbers by their names, and what is no number.

use std::collections::HashMap;

use super::differing::{Differing, Value};
use super::facts;
use super::parts::{Pair, Part};
use crate::catalogue::Origin;
use crate::estimate::Estimate;
use crate::field::{Field, Key};
use crate::order;
use crate::plan::{Compiled, Plan};
use crate::words::comparison::values;

/// Everything that differs, part by part.
pub(super) fn differences(pair: &Pair<'_>, plans: [&Plan; 2]) -> Vec<Differing> {
    let mut all = facts::facts(pair);
    all.extend(numbers(pair, plans));
    order::sort_by_key(&mut all, |own| own.part);
    all
}

/// A number of one of the cases.
#[derive(Clone, Copy)]
struct Number<'p> {
    field: &'static Field,
    estimate: &'p Estimate,
    origin: &'p Origin,
}

/// The numbers of a case, by what they are called in both.
struct Numbers<'p> {
    names: Vec<(Part, String)>,
    known: HashMap<String, Number<'p>>,
    /// Numbers of times that are the other one.
    follow: HashMap<String, String>,
}

impl<'p> Numbers<'p> {
    fn of(pair: &Pair<'_>, compiled: &'p Compiled, side: usize) -> Self {
        let (mut names, mut known) = (Vec::new(), HashMap::new());
        for input in &compiled.inputs {
            let Some((part, name)) = pair.part_of(&input.name, side) else { continue };
            let number =
                Number { field: input.field, estimate: &input.estimate, origin: &input.origin };
            known.insert(name.clone(), number);
            names.push((part, name));
        }
        let is_times = |key: Key| matches!(key, Key::ActivityPerYear | Key::ActivityUsualPerYear);
        let times = compiled.followers.iter().filter(|own| is_times(own.field.key));
        let name = |name: &str| Some(pair.part_of(name, side)?.1);
        let follow = times.filter_map(|own| Some((name(&own.name)?, name(&own.follows)?)));
        Self { names, known, follow: follow.collect() }
    }

    fn get(&self, name: &str) -> Option<Number<'p>> {
        self.known.get(name).or_else(|| self.known.get(self.follow.get(name)?)).copied()
    }
}

fn numbers(pair: &Pair<'_>, plans: [&Plan; 2]) -> Vec<Differing> {
    let [first, second] = plans.map(Plan::compiled);
    let (first, second) = (Numbers::of(pair, first, 0), Numbers::of(pair, second, 1));
    let others = second.names.iter().filter(|(_, name)| !first.known.contains_key(name));
    let names = first.names.iter().chain(others);
    let other = |(part, name): &(Part, String)| {
        let numbers = [first.get(name), second.get(name)];
        is_different(pair, name, numbers).then(|| differing(pair, *part, name, numbers))
    };
    names.filter_map(other).collect()
}

fn differing(
    pair: &Pair<'_>,
    part: Part,
    name: &str,
    numbers: [Option<Number<'_>>; 2],
) -> Differing {
    let [first, second] = pair.cases;
    let field = numbers.iter().flatten().next().map(|own| own.field);
    let is_asked_in_both = pair.asked(0) == pair.asked(1);
    let named = |id: &str| {
        let all = (0..pair.pursuits.len()).filter_map(|index| Some((index, pair.either(index)?)));
        let mut own = all.filter(|(_, own)| own.id == id);
        let (_, own) = own.find(|(index, _)| !is_asked_in_both || *index != pair.asked(0))?;
        Some(own.name.as_str())
    };
    let value = |number: Option<Number<'_>>, case: &crate::complete::Complete| {
        let number = number?;
        let currency = case.person.money.as_ref().map(|money| money.currency.as_str());
        let text = values::number(number.field, number.estimate, currency);
        Some(Value { estimate: Some(number.estimate.clone()), text })
    };
    let [one, other] = numbers;
    Differing {
        part,
        input: name.to_owned(),
        noun: field.map(|field| values::noun(name, field, named)).unwrap_or_default(),
        values: [value(one, first), value(other, second)],
    }
}

/// Whether two cases differ in a number. Where only one has it, it has to be one that the other could
/// have beside what it has.
fn is_different(pair: &Pair<'_>, name: &str, numbers: [Option<Number<'_>>; 2]) -> bool {
    match numbers {
        [Some(first), Some(second)] => !is_same(pair, first, second),
        [None, None] => false,
        [Some(_), None] => facts::could_have(pair, name, 1),
        [None, Some(_)] => facts::could_have(pair, name, 0),
    }
}

fn is_same(pair: &Pair<'_>, first: Number<'_>, second: Number<'_>) -> bool {
    if !first.field.key.is_money_of_pursuit() {
        return first.estimate == second.estimate;
    }
    let factor = pair.factor(first.origin, 0, 1);
    if (factor - 1.0).abs() <= 0.0 {
        return first.estimate == second.estimate;
    }
    is_near(&first.estimate.scaled(factor), second.estimate)
}

/// Amounts that were converted differ in their last digits.
fn is_near(first: &Estimate, second: &Estimate) -> bool {
    let near = |a: &f64, b: &f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    match (first, second) {
        (Estimate::Certain(a), Estimate::Certain(b)) => near(a, b),
        (Estimate::Interval { low, high }, Estimate::Interval { low: other, high: most }) => {
            near(low, other) && near(high, most)
        }
        (
            Estimate::Pert { min, mode, max },
            Estimate::Pert { min: least, mode: usual, max: most },
        ) => near(min, least) && near(mode, usual) && near(max, most),
        (Estimate::Uniform { min, max }, Estimate::Uniform { min: least, max: most }) => {
            near(min, least) && near(max, most)
        }
        (Estimate::Normal { mean, sd }, Estimate::Normal { mean: other, sd: spread }) => {
            near(mean, other) && near(sd, spread)
        }
        (
            Estimate::Discrete { values, weights },
            Estimate::Discrete { values: others, weights: shares },
        ) => {
            let is_long = values.len() == others.len();
            weights == shares && is_long && values.iter().zip(others).all(|(a, b)| near(a, b))
        }
        _ => false,
    }
}
