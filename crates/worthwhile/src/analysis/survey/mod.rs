//! A survey: the question of a case, asked of many people.

mod change;
mod desk;
mod figures;
mod plans;
mod respondents;
mod scenes;
#[cfg(test)]
mod tests;

use std::ops::{ControlFlow, Range};
use std::sync::{Arc, OnceLock};

pub use change::{ChangeKind, InputChange};
pub use figures::{SurveyFigure, SurveyFigures};
pub use respondents::{RespondentColumn, Respondents};

use super::base::{ASKED, at_means, menus, too_many_mixes};
use super::options::Options;
use super::progress::{Progress, Stage, Watch};
use super::rows::Judge;
use super::workers::{self, Tick};
use crate::error::Error;
use crate::lanes::Lanes;
use crate::limits::{MAX_MEMORY, MAX_MIXES, MAX_SURVEY_SCENARIOS};
use crate::plan::{InputId, Plan};
use crate::problem::{Code, Problem};
use crate::worth::{AllMixes, Limit, SearchEnded};
use change::Changes;
use desk::Desk;
use respondents::Columns;
use scenes::{Drawn, Scenes};

/// People that one thread takes at a time.
const BLOCK: usize = 128;

/// The question of a case, to be asked of many people: each is the person of the case with their own answers.
///
/// There are two speeds. *At the means* nothing is drawn: every input is at its mean. *With doubt* there are
/// scenarios. What the case is uncertain about is drawn alike for all people, scenario by scenario; what is vague in one
/// person's answers is drawn for that person alone. It does not matter how people are divided
/// into tables, nor how many threads there are.
///
/// # Example
/// ```
/// use std::ops::ControlFlow;
/// use worthwhile::{Plan, RespondentColumn, Respondents, Survey, Verdict};
/// let plan = Plan::read(include_str!("../../../examples/mvp.json"))?;
/// let (input, values) = ("/person/time/free_hours_per_week", &[16.0, 3.0, -1.0]);
/// let free = RespondentColumn { input, values, vague: &[], estimates: &[] };
/// let people = Respondents { columns: &[free], keys: &[1, 2, 3] };
/// let figures = Survey::at_means(&plan).ask(people, &mut |_| ControlFlow::Continue(()))?;
/// assert_eq!(figures.verdict[0], Some(Verdict::WorthIt));
/// assert_eq!((figures.verdict[2], figures.refused.rows), (None, 1));
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Survey {
    plan: Plan,
    threads: usize,
    scenes: Option<Arc<Scenes>>,
    changes: Changes,
    /// All mixes, once somebody was asked for whom they are the same; none where there are too many.
    mixes: Arc<OnceLock<Option<AllMixes>>>,
}

impl Survey {
    /// A survey in which nothing is drawn, on one thread.
    #[must_use]
    pub fn at_means(plan: &Plan) -> Self {
        Self {
            plan: plan.clone(),
            threads: 1,
            scenes: None,
            changes: Changes::default(),
            mixes: Arc::default(),
        }
    }

    /// A survey with scenarios, as many as the options say or else 256, in the replicates that they say.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with `out_of_range` for an option, and `over_budget`
    /// for more than [`MAX_SURVEY_SCENARIOS`](crate::limits::MAX_SURVEY_SCENARIOS).
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Options, Plan, Survey};
    /// let plan = Plan::read(include_str!("../../../examples/mvp.json"))?;
    /// assert_eq!(Survey::with_doubt(&plan, &Options::default())?.scenarios(), 256);
    /// let many = Options::default().with_scenarios(1 << 20);
    /// assert!(Survey::with_doubt(&plan, &many).is_err());
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn with_doubt(plan: &Plan, options: &Options) -> Result<Self, Error> {
        let compiled = plan.compiled();
        let mut analysis = compiled.case.analysis.clone();
        analysis.scenarios = options.analysis.scenarios.or(Some(SCENARIOS));
        let settled = options.settle(&analysis)?;
        let bytes = (settled.threads + 1) * compiled.means.len() * size_of::<f64>();
        let most = u32::try_from(MAX_MEMORY / 2 / bytes.max(1)).unwrap_or(u32::MAX);
        let (scenarios, most) = (settled.scenarios(), most.min(MAX_SURVEY_SCENARIOS));
        if scenarios > most {
            let message =
                format!("{scenarios} scenarios for each person; at most {most} are allowed");
            let problem = Problem::new("/scenarios", Code::OverBudget, message);
            return Err(problem.with_found(Some(scenarios.into())).with_allowed(most).into());
        }
        Ok(Self {
            plan: plan.clone(),
            threads: settled.threads,
            scenes: Some(Arc::new(Scenes::new(compiled, settled))),
            changes: Changes::default(),
            mixes: Arc::default(),
        })
    }

    /// Sets the number of threads.
    #[must_use]
    pub fn with_threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// The number of threads.
    #[must_use]
    pub fn threads(&self) -> usize {
        self.threads
    }

    /// The same survey with some inputs of everybody changed, one after the other: what a lever would do. The
    /// scenarios stay the same, so that the figures of a person can be compared pair by pair.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with `unknown_item` for a name that no input has, or
    /// `not_finite`.
    ///
    /// # Example
    /// ```
    /// use std::ops::ControlFlow;
    /// use worthwhile::{ChangeKind, InputChange, Plan, Respondents, Survey};
    /// let plan = Plan::read(include_str!("../../../examples/mvp.json"))?;
    /// let survey = Survey::at_means(&plan);
    /// let free = "/person/time/free_hours_per_week";
    /// let busy = survey.with_changes(&[InputChange::new(free, ChangeKind::Times, 0.2)])?;
    /// let margin = |survey: &Survey| {
    ///     let people = Respondents { columns: &[], keys: &[1] };
    ///     let figures = survey.ask(people, &mut |_| ControlFlow::Continue(()))?;
    ///     Ok::<f64, worthwhile::Error>(figures.margin.values[0])
    /// };
    /// assert!(margin(&busy)? < margin(&survey)?);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn with_changes(&self, changes: &[InputChange]) -> Result<Self, Error> {
        let changes = Changes::new(self.plan.compiled(), changes)?;
        let program = &self.plan.compiled().program;
        let are_same = [&self.changes, &changes]
            .iter()
            .all(|own| AllMixes::stay(program, |id| own.of(id.0 as usize).next().is_some()));
        let mixes = if are_same { Arc::clone(&self.mixes) } else { Arc::default() };
        Ok(Self { changes, mixes, ..self.clone() })
    }

    /// The number of scenarios; 0 at the means.
    #[must_use]
    pub fn scenarios(&self) -> usize {
        self.scenes.as_ref().map_or(0, |scenes| scenes.count())
    }

    /// In how many replicates the scenarios are, which are consecutive and of equal size; 0 at the means.
    #[must_use]
    pub fn replicates(&self) -> usize {
        self.scenes.as_ref().map_or(0, |scenes| scenes.settled.replicates as usize)
    }

    /// The plan that everybody is asked about.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Asks some people. The watch counts them as the stage [`Stage::Scenarios`].
    ///
    /// Who gives a number that its input does not take is refused, and so is somebody without a motive
    /// above 0, with a week that is too long, or whose search takes too long.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) for columns that do not go with the plan or with each other:
    /// `wrong_shape`, `unknown_item`, `repeated_entry`, and what an estimate would be refused with in a case;
    /// [`ErrorKind::Stopped`](crate::ErrorKind::Stopped) if the watch canceled it.
    ///
    /// # Example
    /// See [`Survey`].
    pub fn ask(
        &self,
        people: Respondents<'_>,
        watch: &mut Watch<'_>,
    ) -> Result<SurveyFigures, Error> {
        let compiled = self.plan.compiled();
        let columns = Columns::new(compiled, people)?;
        let scenes = self.scenes.as_deref();
        let drawn =
            scenes.map(|scenes| (scenes, Drawn::new(compiled, scenes, &columns, &self.changes)));
        let doubt = drawn.as_ref().map(|(scenes, drawn)| (*scenes, drawn));
        let size = columns.count.div_ceil(self.threads.max(1)).clamp(1, BLOCK);
        let starts = (0..columns.count).step_by(size);
        let blocks = starts.map(|at| at..(at + size).min(columns.count)).collect();
        let means: Vec<Lanes<1>> = at_means(compiled);
        let mixes = self.mixes(&columns);
        let (mut done, total) = (0, columns.count as u64);
        let mut tick = |people| {
            done += people;
            watch(Progress { stage: Stage::Scenarios, done, total })
        };
        let are_quick = mixes.is_some() && scenes.is_none();
        let ask = |rows: Range<usize>, tick: &mut Tick<'_>| {
            let mut figures = SurveyFigures::new(self.scenarios());
            let (mut desk, judge) =
                (Desk::new(compiled, mixes, doubt), Judge::new(compiled, columns.places()));
            let mut untold = 0;
            for row in rows.clone() {
                desk.values.clone_from(&means);
                columns.put(row, &mut desk.values);
                let is_clipped = self.changes.apply(&mut desk.values);
                let mut problems = judge.problems(&desk.values);
                let mut person = None;
                if problems.is_empty() {
                    // Looking at mixes is no step of its own, but somebody may want to stop.
                    let mut limit = Limit { mixes: MAX_MIXES, tick: &mut |_| tick(0) };
                    match desk.person(&columns, row, &mut limit) {
                        Ok(own) => person = Some(own),
                        Err(SearchEnded::Stopped) => return ControlFlow::Break(()),
                        Err(SearchEnded::TooManyMixes) => {
                            problems = too_many_mixes().problems().to_vec();
                        }
                    }
                }
                if person.is_none() {
                    desk.yes.clear();
                    desk.yes.resize(self.scenarios().div_ceil(64), 0);
                    figures.refused.note(row - rows.start, problems);
                }
                figures.push(person.as_ref(), &desk.yes, is_clipped);
                untold += 1;
                if untold == FEW && !are_quick {
                    tick(std::mem::take(&mut untold))?;
                }
            }
            tick(untold)?;
            ControlFlow::Continue(figures)
        };
        match workers::run(self.threads, blocks, ask, &mut tick) {
            ControlFlow::Break(()) => Err(Error::stopped()),
            ControlFlow::Continue(all) => {
                let mut figures = SurveyFigures::new(self.scenarios());
                all.into_iter().for_each(|block| figures.append(block));
                Ok(figures)
            }
        }
    }
}

impl Survey {
    /// The table of all mixes, where they are the same for everybody and not too many.
    fn mixes(&self, columns: &Columns<'_>) -> Option<&AllMixes> {
        let compiled = self.plan.compiled();
        let differs = |id: InputId| columns.places().any(|place| place == id.0 as usize);
        if !AllMixes::stay(&compiled.program, differs) {
            return None;
        }
        let table = || {
            let mut values: Vec<Lanes<1>> = at_means(compiled);
            self.changes.apply(&mut values);
            AllMixes::new(&compiled.program, &menus(compiled), &values, ASKED)
        };
        self.mixes.get_or_init(table).as_ref()
    }
}

/// People between two looks at the watch. Where they are quick there is one for each block: to wake the watch takes as
/// long as to answer some of them.
const FEW: u64 = 32;
/// Scenarios for each person where nobody says how many.
const SCENARIOS: u32 = 256;
