//! A plan with some inputs at other values.

use super::{Input, Plan};
use crate::complete::Complete;
use crate::error::Error;
use crate::estimate::Estimate;
use crate::field::{Field, Key};
use crate::problem::{Code, Problem, Problems};
use crate::read::{
    Node, Value, parse, repeated, replacement, taken, week_problem, without_motivation,
};

impl Plan {
    /// The same plan with some inputs, by name, replaced by numbers or estimates: a what-if. It answers
    /// as the case would with these in it; a number counts as certain. If a name occurs twice, the last
    /// value counts. Numbers that the case leaves out, such as `limit_hours_per_week`, can be given too.
    /// All other inputs are drawn as before, scenario for scenario.
    ///
    /// If only one of `usual_per_year` and `per_year` is given, replacing it leaves the other at its
    /// former mean.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem; their paths begin
    /// with the names of the inputs. `unknown_item` for a name that no input has, the code for the number if its
    /// field does not allow it, and `week_too_long` or `no_motivation` if the numbers are inconsistent.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Plan, Verdict};
    /// let plan = Plan::read(r#"{"schema_version": 1,
    ///     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
    ///     "pursuits": [{"preset": "certification"}]}"#)?;
    /// let free = "/person/time/free_hours_per_week";
    /// let busy = plan.with_values([(free, 1.0)])?.assess()?;
    /// assert_eq!(plan.assess()?.question.verdict, Verdict::WorthIt);
    /// assert_eq!(busy.question.verdict, Verdict::NotWorthIt);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    ///
    /// # Example: an estimate
    /// ```
    /// use worthwhile::{Estimate, Plan};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let free = "/person/time/free_hours_per_week";
    /// let unsure = plan.with_values([(free, Estimate::between(10.0, 30.0))])?;
    /// assert!(unsure.input(free).is_some_and(|input| !input.estimate.is_certain()));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    ///
    /// # Example: a name that was mistyped
    /// ```
    /// # use worthwhile::Plan;
    /// # let plan = Plan::read(r#"{"schema_version": 1,
    /// #     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
    /// #     "pursuits": [{"preset": "certification"}]}"#)?;
    /// let error = plan.with_values([("/person/time/free_hours_a_week", 1.0)]).unwrap_err();
    /// let help = error.problems()[0].help.as_deref();
    /// assert_eq!(help, Some("did you mean `/person/time/free_hours_per_week`?"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn with_values<'v, E: Into<Estimate>>(
        &self,
        values: impl IntoIterator<Item = (&'v str, E)>,
    ) -> Result<Self, Error> {
        let mut what_if = WhatIf::new(self);
        for (name, value) in values {
            let Some(row) = what_if.row(name) else { continue };
            if let Some(estimate) = taken(&value.into(), row, name, &what_if.problems) {
                what_if.set(name, estimate);
            }
        }
        what_if.finish()
    }

    /// The same from JSON text: an object with a number or an estimate, as a case has them, for the
    /// name of each input that is replaced.
    ///
    /// # Errors
    /// As for [`with_values`](Self::with_values), and the codes for a text that is not such an object.
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let free = "/person/time/free_hours_per_week";
    /// let unsure = plan.with_json(r#"{"/person/time/free_hours_per_week": {"low": 10, "high": 30}}"#)?;
    /// assert!(unsure.input(free).is_some_and(|input| input.mean() > 17.0));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn with_json(&self, text: &str) -> Result<Self, Error> {
        let root = parse(text).map_err(|problem| Error::invalid(vec![*problem]))?;
        let mut what_if = WhatIf::new(self);
        match &root.value {
            Value::Object(object) => {
                for name in &object.repeated {
                    what_if.problems.unknown(|| repeated(name, name));
                }
                for (name, node) in &object.entries {
                    if let Some(row) = what_if.row(name) {
                        what_if.judge(name, row, node);
                    }
                }
            }
            other => {
                let message = format!("expected an object, found {}", other.describe());
                what_if.problems.note(Problem::new("", Code::WrongType, message));
            }
        }
        what_if.finish()
    }

    fn unknown(&self, name: &str) -> Problem {
        let absent = self.compiled().case.absent();
        let inputs = self.inputs().iter().map(|input| &*input.name);
        unknown_input(name, "input", inputs.chain(absent.iter().map(|(name, _)| &**name)), "inputs")
    }
}

/// A plan in the making, some of whose inputs are replaced.
struct WhatIf<'p> {
    plan: &'p Plan,
    case: Complete,
    problems: Problems,
}

impl<'p> WhatIf<'p> {
    fn new(plan: &'p Plan) -> Self {
        Self { plan, case: (*plan.compiled().case).clone(), problems: Problems::default() }
    }

    /// The row of an input, or a problem where there is none.
    fn row(&mut self, name: &str) -> Option<&'static Field> {
        let row = self.case.row(name);
        if row.is_none() {
            self.problems.unknown(|| self.plan.unknown(name));
        }
        row
    }

    /// Replaces an input by what a document says.
    fn judge(&mut self, name: &str, row: &Field, node: &Node<'_>) {
        if let Some(estimate) = replacement(node, row, name, &self.problems) {
            self.set(name, estimate);
        }
    }

    fn set(&mut self, name: &str, estimate: Estimate) {
        if let Err(problem) = self.case.set(name, estimate) {
            self.problems.note(*problem);
        }
    }

    fn finish(self) -> Result<Plan, Error> {
        let problems = self.problems.listed();
        if !problems.is_empty() {
            return Err(Error::invalid(problems));
        }
        let before = self.plan.compiled();
        let compiled = Plan::compile(self.case, before.warnings.clone(), Some(before))?;
        match together(&compiled.0.inputs, &compiled.0.means) {
            Some(problem) => Err(Error::invalid(vec![problem])),
            None => Ok(compiled),
        }
    }
}

/// The problem of a name that no input has.
pub(crate) fn unknown_input<'n>(
    name: &str,
    what: &str,
    names: impl Iterator<Item = &'n str>,
    list: &str,
) -> Problem {
    let message = format!("there is no {what} `{name}`");
    let names: Vec<&str> = names.collect();
    let otherwise = format!("the plan's `{list}` lists the names");
    Problem::new(name, Code::UnknownItem, message).with_near(name, &names, &otherwise)
}

/// The rules that look at more than one number.
fn together(inputs: &[Input], means: &[f64]) -> Option<Problem> {
    let mean = |key: Key| {
        let mut named = inputs.iter().zip(means).filter(|(input, _)| input.field.key == key);
        named.next().map_or(0.0, |(_, mean)| *mean)
    };
    let (free, work) = (mean(Key::FreeHours), mean(Key::WorkHours));
    let mut motives = inputs.iter().filter(|input| input.field.key == Key::Motivation).peekable();
    let is_rated = motives.peek().is_some();
    if is_rated && !motives.any(|input| input.estimate.is_surely_positive()) {
        let path = "/person/motivations".to_owned();
        return Some(without_motivation(
            path,
            "at least one motive must be above 0 in every scenario",
        ));
    }
    week_problem(|| "/person/time".to_owned(), free, work)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::analysis::{Outputs, Rows};

    const CASE: &str = include_str!("../../examples/mvp.json");

    /// The answer over a few scenarios.
    fn quick(plan: &Plan) -> crate::Assessment {
        let options = crate::Options::default().with_scenarios(16).with_replicates(2);
        plan.run().options(&options).assess().unwrap()
    }

    fn plan() -> Plan {
        Plan::read(CASE).unwrap()
    }

    /// The figures of the base case.
    fn base(plan: &Plan) -> Vec<f64> {
        let mut figures = vec![0.0; plan.outputs(Outputs::all()).len()];
        plan.evaluate(Rows::whole(plan.base()), Outputs::all(), &mut figures)
            .unwrap()
            .ok()
            .unwrap();
        figures
    }

    fn problems(values: &[(&str, f64)]) -> Vec<(String, Code, Option<Value>)> {
        let error = plan().with_values(values.iter().copied()).unwrap_err();
        let said = |problem: &Problem| {
            let suggestion = problem.data.as_ref().and_then(|data| data.suggestion.clone());
            (problem.path.clone(), problem.code, suggestion)
        };
        error.problems().iter().map(said).collect()
    }

    /// A value that the field takes and that the plan does not have yet.
    fn other(input: &Input, mean: f64) -> f64 {
        let domain = input.field.domain;
        let share = |share: f64| domain.min + share * (domain.max - domain.min).min(10.0);
        if (mean - share(0.5)).abs() > 1e-9 {
            share(0.5).floor().max(share(0.1))
        } else {
            share(0.3)
        }
    }

    /// An input keeps its dimension when another is replaced, so the noise is that of the plan as it
    /// was: only the base cases are the same.
    #[test]
    fn every_input_can_be_replaced_and_the_written_out_case_agrees() {
        let plan = plan();
        let means = plan.0.means.clone();
        for (input, mean) in plan.inputs().iter().zip(means) {
            let value = if input.field.key == Key::HorizonYears { 7.0 } else { other(input, mean) };
            let changed = plan.with_values([(&*input.name, value)]).unwrap();
            let kept = |own: &Input| changed.input(&own.name).is_some();
            assert!(plan.inputs().iter().all(kept), "{}", input.name);
            let again = Plan::new(&changed.expanded()).unwrap();
            let names = again.inputs().iter().map(|input| &input.name);
            assert!(names.eq(changed.inputs().iter().map(|input| &input.name)), "{}", input.name);
            assert_eq!(base(&changed), base(&again), "{} at {value}", input.name);
        }
    }

    #[test]
    fn a_replaced_input_counts_as_given_by_the_case() {
        let plan = plan();
        let name = "/pursuits/mvp/activities/writing/hours";
        let changed = plan.with_values([(name, 1.0), (name, 2.5)]).unwrap();
        let text = CASE.replace(
            r#"[{"id": "speaking","#,
            r#"[{"id": "writing", "hours": 2.5}, {"id": "speaking","#,
        );
        assert_ne!(text, CASE);
        let written = Plan::read(&text).unwrap();
        assert_eq!(base(&written), base(&changed));
        let (changed, before, written) = (quick(&changed), quick(&plan), quick(&written));
        assert_eq!(changed.basis.given, before.basis.given + 1);
        assert_eq!(changed.basis.uncertain, before.basis.uncertain - 1);
        assert_eq!((changed.basis, &changed.assumptions), (written.basis, &written.assumptions));
    }

    #[test]
    fn a_number_that_is_left_out_can_be_given() {
        let plan = plan();
        let limit = "/person/time/limit_hours_per_week";
        assert!(plan.input(limit).is_none());
        let limited = plan.with_values([(limit, 0.1)]).unwrap();
        assert!(limited.input(limit).is_some());
        assert_eq!(quick(&limited).question.verdict, crate::Verdict::NotFeasible);
    }

    #[test]
    fn half_of_the_work_does_not_keep_all_of_its_gains() {
        let plan = plan();
        let name = "/pursuits/meetup/activities/organizing/per_year";
        let half = plan.with_values([(name, 5.0)]).unwrap();
        let usual = half.input("/pursuits/meetup/activities/organizing/usual_per_year");
        assert!(usual.is_some_and(|usual| (usual.mean() - 10.0).abs() <= 0.0));
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let found = problems(&[
            ("/person/burnout_risc", 0.2),
            ("/person/horizon_years", 2.5),
            ("/person/discount_rate", f64::NAN),
            ("/person/conditions/market_regard", 80.0),
            ("free hours", 3.0),
        ]);
        let expected = [
            ("/person/burnout_risc", Code::UnknownItem, Some("/person/burnout_risk".into())),
            ("/person/horizon_years", Code::WrongType, Some(3.into())),
            ("/person/discount_rate", Code::NotFinite, None),
            ("/person/conditions/market_regard", Code::OutOfRange, Some(0.8.into())),
            ("free hours", Code::UnknownItem, None),
        ];
        assert_eq!(found, expected.map(|(path, code, near)| (path.to_owned(), code, near)));
    }

    #[test]
    fn an_estimate_is_judged_like_one_of_the_case() {
        let plan = plan();
        let refused = |text: &str| -> Vec<(String, Code)> {
            let error = plan.with_json(text).unwrap_err();
            error.problems().iter().map(|own| (own.path.clone(), own.code)).collect()
        };
        let free = "/person/time/free_hours_per_week";
        let low = format!("{free}/low");
        let cases: [(String, &[(&str, Code)]); 7] = [
            (format!(r#"{{"{free}": {{"low": -3, "high": 20}}}}"#), &[(&low, Code::OutOfRange)]),
            (format!(r#"{{"{free}": {{"low": 30, "high": 20}}}}"#), &[(free, Code::LowAboveHigh)]),
            (format!(r#"{{"{free}": "much"}}"#), &[(free, Code::WrongType)]),
            (
                r#"{"/person/horizon_years": {"low": 2, "high": 4}, "/person/tyme": 3}"#.to_owned(),
                &[("/person/horizon_years", Code::WrongType), ("/person/tyme", Code::UnknownItem)],
            ),
            (format!(r#"{{"{free}": 1, "{free}": 30}}"#), &[(free, Code::DuplicateKey)]),
            ("[]".to_owned(), &[("", Code::WrongType)]),
            ("{".to_owned(), &[("", Code::InvalidJson)]),
        ];
        for (text, expected) in cases {
            let expected: Vec<(String, Code)> =
                expected.iter().map(|(path, code)| ((*path).to_owned(), *code)).collect();
            assert_eq!(refused(&text), expected, "{text}");
        }
        let typed = plan.with_values([(free, Estimate::between(30.0, 20.0))]).unwrap_err();
        assert_eq!(
            (typed.problems()[0].path.as_str(), typed.problems()[0].code),
            (free, Code::LowAboveHigh)
        );
    }

    /// An input that was certain gets a dimension of its own, behind those that there are.
    #[test]
    fn what_becomes_uncertain_leaves_the_others_as_they_were() {
        let plan = plan();
        let name = "/assumptions/time_convexity";
        let before = quick(&plan);
        let unsure =
            plan.with_json(&format!(r#"{{"{name}": {{"low": 1.2, "high": 2.4}}}}"#)).unwrap();
        let after = quick(&unsure);
        assert_eq!(after.basis.uncertain, before.basis.uncertain + 1);
        let own = unsure.with_values([(name, plan.input(name).map_or(0.0, Input::mean))]).unwrap();
        let again = quick(&own);
        assert_eq!(again.pursuits[0].worth, before.pursuits[0].worth);
    }

    #[test]
    fn numbers_have_to_go_together() {
        let week = [("/person/time/free_hours_per_week", 160.0)];
        assert_eq!(problems(&week), [("/person/time".to_owned(), Code::WeekTooLong, None)]);
        let motives = crate::case::Motive::ALL;
        let names = motives.map(|motive| format!("/person/motivations/{}", motive.as_str()));
        let none = names.each_ref().map(|name| (name.as_str(), 0.0));
        assert_eq!(problems(&none), [("/person/motivations".to_owned(), Code::NoMotivation, None)]);
    }
}
