//! What comes of a survey.

use crate::analysis::measured::Measured;
use crate::analysis::rows::Refused;
use crate::analysis::verdict::Verdict;

/// One figure of every person.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SurveyFigure {
    /// For each person; NaN where the person was refused.
    pub values: Vec<f64>,
    /// Their standard errors, for having computed so many scenarios only. Empty at the means.
    pub standard_errors: Vec<f64>,
}

/// What is computed of every person about the pursuit in question, in the order of the rows.
///
/// At the means the figures are those of [`Plan::evaluate`](crate::Plan::evaluate), but for rounding. With doubt they
/// are means over the scenarios, and plans are chosen again over these among the plan with the pursuit, the plan without
/// it, the plan without any of it and the life without any pursuit.
///
/// # Example
/// ```
/// use std::ops::ControlFlow;
/// use worthwhile::{Options, Plan, RespondentColumn, Respondents, Survey};
/// let plan = Plan::read(include_str!("../../../examples/mvp.json"))?;
/// let (input, values) = ("/person/time/free_hours_per_week", &[16.0, 3.0]);
/// let free = RespondentColumn { input, values, vague: &[], estimates: &[] };
/// let people = Respondents { columns: &[free], keys: &[1, 2] };
/// let survey = Survey::with_doubt(&plan, &Options::default().with_scenarios(256))?;
/// let figures = survey.ask(people, &mut |_| ControlFlow::Continue(()))?;
/// let chances = &figures.chance_of_yes.values;
/// assert!(chances[0] > chances[1]);
/// let in_scenarios = figures.yes_in(0).filter(|is_yes| *is_yes).count();
/// assert_eq!(chances[0], in_scenarios as f64 / 256.0);
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct SurveyFigures {
    /// What the model concludes; none where the person was refused.
    pub verdict: Vec<Option<Verdict>>,
    /// Share of the effort at which it is done in the plan with it; NaN where the person was refused.
    pub level: Vec<f64>,
    /// Worth of the pursuit alone, at its level, in points.
    pub worth: SurveyFigure,
    /// The plan with it less the plan without it, in points.
    pub margin: SurveyFigure,
    /// Share of the scenarios in which the plan with it is the better one (and fits, where the verdict is that
    /// it does not). Empty at the means.
    pub chance_of_yes: SurveyFigure,
    /// Hours a week, over the years ahead.
    pub hours_per_week: SurveyFigure,
    /// Hours a week of the year that takes most.
    pub busiest_hours_per_week: SurveyFigure,
    /// Chance of burnout with it, 0 to 1, over the years ahead.
    pub burnout_risk: SurveyFigure,
    /// Money a year, over the years ahead, in the person's currency.
    pub money_per_year: SurveyFigure,
    /// Whether a bound was in the way of a change to an input of the person.
    pub clipped: Vec<bool>,
    /// Who was refused, and why.
    pub refused: Refused,
    /// The scenarios with a yes, a bit each, in whole words for each person.
    yes: Vec<u64>,
    words: usize,
    scenarios: usize,
}

/// The figures of one person.
pub(super) struct Person {
    pub(super) verdict: Verdict,
    pub(super) level: f64,
    pub(super) worth: Measured,
    pub(super) margin: Measured,
    pub(super) chance_of_yes: Option<Measured>,
    pub(super) hours_per_week: Measured,
    pub(super) busiest_hours_per_week: Measured,
    pub(super) burnout_risk: Measured,
    pub(super) money_per_year: Measured,
}

impl SurveyFigures {
    /// No people yet, with so many scenarios; none at the means.
    pub(super) fn new(scenarios: usize) -> Self {
        Self { scenarios, words: scenarios.div_ceil(64), ..Self::default() }
    }

    /// The number of scenarios; 0 at the means.
    #[must_use]
    pub fn scenarios(&self) -> usize {
        self.scenarios
    }

    /// For each scenario whether it is a yes for a person. Row 7 of the scenarios is the same one for all
    /// people, but for what is vague in their own answers. Empty at the means, and all false where the person
    /// was refused.
    pub fn yes_in(&self, row: usize) -> impl Iterator<Item = bool> + '_ {
        let words = self.yes_words(row);
        let bit = |at: usize| words.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1);
        (0..if words.is_empty() { 0 } else { self.scenarios }).map(bit)
    }

    /// The same as bits: scenario s is bit s % 64 of word s / 64.
    #[must_use]
    pub fn yes_words(&self, row: usize) -> &[u64] {
        self.yes.get(row * self.words..(row + 1) * self.words).unwrap_or_default()
    }

    /// Adds a person; none: refused.
    pub(super) fn push(&mut self, person: Option<&Person>, yes: &[u64], is_clipped: bool) {
        self.verdict.push(person.map(|own| own.verdict));
        self.level.push(person.map_or(f64::NAN, |own| own.level));
        self.yes.extend(yes);
        self.clipped.push(is_clipped);
        let has_doubt = self.words > 0;
        let nothing = Measured { value: f64::NAN, standard_error: f64::NAN };
        let put = |figure: &mut SurveyFigure, own: Option<Measured>| {
            let own = own.unwrap_or(nothing);
            figure.values.push(own.value);
            if has_doubt {
                figure.standard_errors.push(own.standard_error);
            }
        };
        put(&mut self.worth, person.map(|own| own.worth));
        put(&mut self.margin, person.map(|own| own.margin));
        put(&mut self.hours_per_week, person.map(|own| own.hours_per_week));
        put(&mut self.busiest_hours_per_week, person.map(|own| own.busiest_hours_per_week));
        put(&mut self.burnout_risk, person.map(|own| own.burnout_risk));
        put(&mut self.money_per_year, person.map(|own| own.money_per_year));
        if has_doubt {
            put(&mut self.chance_of_yes, person.and_then(|own| own.chance_of_yes));
        }
    }

    /// Adds the people after these.
    pub(super) fn append(&mut self, mut next: Self) {
        let first = self.verdict.len();
        self.verdict.append(&mut next.verdict);
        self.level.append(&mut next.level);
        self.yes.append(&mut next.yes);
        self.clipped.append(&mut next.clipped);
        self.refused.append(first, next.refused);
        let of_both = [
            (&mut self.worth, next.worth),
            (&mut self.margin, next.margin),
            (&mut self.chance_of_yes, next.chance_of_yes),
            (&mut self.hours_per_week, next.hours_per_week),
            (&mut self.busiest_hours_per_week, next.busiest_hours_per_week),
            (&mut self.burnout_risk, next.burnout_risk),
            (&mut self.money_per_year, next.money_per_year),
        ];
        for (own, mut next) in of_both {
            own.values.append(&mut next.values);
            own.standard_errors.append(&mut next.standard_errors);
        }
    }
}
