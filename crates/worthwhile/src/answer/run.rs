//! Everything a plan can compute.

use std::ops::ControlFlow;

use super::{assess, parts};
use crate::analysis::{
    self, Figures, Findings, Options, Outputs, Refused, Rows, Samples, Study, Task, Watch,
};
use crate::assessment::{Assessment, Flip, Information, InputInformation, Sensitivity};
use crate::error::Error;
use crate::plan::Plan;

/// One computation of a plan, with options and progress reports.
///
/// # Errors
/// Every method may return [`ErrorKind::Invalid`](crate::ErrorKind::Invalid), with `out_of_range` for
/// an option, `too_many_mixes` for a case whose search takes too long, `over_budget` for too much work or
/// `out_of_memory` for columns that do not fit, and
/// [`ErrorKind::Stopped`](crate::ErrorKind::Stopped) if the watch canceled it.
///
/// # Example: a run that is ended
/// ```
/// use std::ops::ControlFlow;
/// use worthwhile::{Options, Plan};
/// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
/// let options = Options::default().with_scenarios(4096);
/// let ended = plan.run().options(&options).watch(&mut |_| ControlFlow::Break(())).assess();
/// assert!(ended.is_err_and(|error| error.is_stopped()));
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[must_use = "a run does nothing until one of its methods computes something"]
pub struct Run<'r> {
    plan: &'r Plan,
    options: Option<&'r Options>,
    watch: Option<&'r mut Watch<'r>>,
}

impl Plan {
    /// Starts a computation with options or progress reports.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Options, Plan};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let answer = plan.run().options(&Options::default().with_scenarios(4096)).assess()?;
    /// assert_eq!(answer.engine.scenarios, 4096);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn run(&self) -> Run<'_> {
        Run { plan: self, options: None, watch: None }
    }

    /// Computes the answer, using the `analysis` of the case, on one thread.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with the code `too_many_mixes` if the
    /// search takes too long.
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
    /// assert_eq!(plan.assess()?.question.verdict, worthwhile::Verdict::WorthIt);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn assess(&self) -> Result<Assessment, Error> {
        self.run().assess()
    }

    /// Computes a table: each row is a separate base case, for which plans are chosen again, and gets a
    /// number for every one of [`outputs`](Self::outputs) in `out`, row after row. Weights of a ranking
    /// are at their means.
    ///
    /// A row is a what-if: a number that the case leaves out and that follows another one, such as
    /// `usual_per_year`, stays where the case has it.
    ///
    /// A row with a number that its input does not take is refused: its figures are NaN, and
    /// [`Refused`] says what is wrong. So is one in which no motive is above 0 or in which the week is
    /// too long (`no_motivation`, `week_too_long`), and one whose search takes too long (`too_many_mixes`).
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid): `wrong_shape` if the lengths do not go together,
    /// `unknown_item` or `repeated_entry` for the name of a column. Nothing is written then.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Outputs, Plan, Rows};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let (inputs, outputs) = (plan.base().len(), plan.outputs(Outputs::all()).len());
    /// let hours = plan.inputs().iter().position(|own| &*own.name == "/person/time/free_hours_per_week");
    /// let mut rows = plan.base().repeat(2);
    /// rows[inputs + hours.unwrap()] = 4.0;
    /// let mut out = vec![0.0; 2 * outputs];
    /// let refused = plan.evaluate(Rows::whole(&rows), Outputs::all(), &mut out)?;
    /// assert_eq!(refused.rows, 0);
    /// assert!(out[0] > out[outputs], "four free hours make it worth less");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn evaluate(
        &self,
        rows: Rows<'_>,
        outputs: Outputs,
        out: &mut [f64],
    ) -> Result<Refused, Error> {
        self.run().evaluate(rows, outputs, out)
    }

    /// The base case as a row: the mean of every input, in the order of [`inputs`](Self::inputs).
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
    /// assert_eq!(plan.base().len(), plan.inputs().len());
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn base(&self) -> &[f64] {
        let compiled = self.compiled();
        compiled.means.get(..compiled.inputs.len()).unwrap_or_default()
    }

    /// The names of the figures that [`evaluate`](Self::evaluate) gives for a row, in order: pointers in
    /// which pursuits are named by id. The pursuit in question comes first.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Outputs, Plan};
    /// let plan = Plan::read(r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
    ///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#)?;
    /// let outputs = plan.outputs(Outputs::all());
    /// assert_eq!(outputs.len(), 12);
    /// assert_eq!(outputs[1], "/pursuits/rest/margin");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn outputs(&self, outputs: Outputs) -> Vec<String> {
        outputs.names(self.compiled())
    }

    /// The names of the columns of [`Run::samples`].
    pub(crate) fn sampled(&self) -> Vec<String> {
        let pursuits = self.compiled().case.pursuits.iter();
        let name = |id: &str, figure: &str| format!("/pursuits/{id}/{figure}");
        let all = Figures::<()>::NAMES.iter();
        pursuits.flat_map(|own| all.clone().map(move |figure| name(&own.id, figure))).collect()
    }
}

impl Plan {
    /// Whether an assessment under the case's own options would be refused, although the document can be
    /// read.
    pub(crate) fn refusal(&self) -> Result<(), Error> {
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        assess::refusal(&mut Study::new(self, &Options::default(), watch)?, watch)
    }
}

impl<'r> Run<'r> {
    /// Sets how to compute. Presets among the options have no effect, because the plan is already
    /// compiled: pass [`Options::catalogue`] to [`Plan::new_with`] or [`Plan::read_with`] instead.
    pub fn options(mut self, options: &'r Options) -> Self {
        self.options = Some(options);
        self
    }

    /// Sets a function that receives progress and can cancel.
    pub fn watch(mut self, watch: &'r mut Watch<'r>) -> Self {
        self.watch = Some(watch);
        self
    }

    /// Computes the answer.
    ///
    /// # Errors
    /// See [`Run`].
    pub fn assess(self) -> Result<Assessment, Error> {
        self.study(assess::assess)
    }

    /// Computes the scenarios and returns the figures of each: `worth`, `margin`, `margin_over_none`,
    /// `hours_per_week`, `busiest_hours_per_week`, `felt_hours_per_week`, `burnout_risk` and
    /// `money_per_year` of every pursuit, at its level in the plan with it. Plans are those of the
    /// answer. If nothing is uncertain, there is one scenario.
    ///
    /// They take 64 bytes per pursuit and scenario, and at most
    /// [`MAX_SAMPLES`](crate::limits::MAX_SAMPLES) in all; more are refused with `over_budget` before anything
    /// is computed.
    ///
    /// # Errors
    /// See [`Run`].
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Options, Plan};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let samples = plan.run().options(&Options::default().with_scenarios(1024)).samples()?;
    /// let worth = samples.column("/pursuits/mvp/worth").unwrap();
    /// let positive = worth.iter().filter(|worth| **worth > 0.0).count();
    /// assert!(worth.len() == 1024 && positive > 900);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn samples(self) -> Result<Samples, Error> {
        let names = self.plan.sampled();
        self.study(|study, watch| study.samples(names, watch))
    }

    /// What matters: the effect of each uncertain input on the margin of the pursuit in question, from
    /// most to least. Empty if nothing is uncertain. Part of an assessment.
    ///
    /// # Errors
    /// See [`Run`].
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Options, Plan};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let all = plan.run().options(&Options::default().with_scenarios(4096)).sensitivity()?;
    /// assert!(all[0].first_order >= all[1].first_order && !all[0].below_noise);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn sensitivity(self) -> Result<Vec<Sensitivity>, Error> {
        self.study(|study, watch| Ok(parts::sensitivities(&findings(study, watch)?.values)))
    }

    /// What would change the answer: for every input, uncertain or not, the nearest value found at
    /// which the answer turns from yes to no or back, with everything else as in the base case and
    /// plans and levels chosen again. The smallest change comes first, on the scale of the input. An
    /// input is left out if no such value was found, or if finding it would take too long.
    ///
    /// # Errors
    /// See [`Run`].
    ///
    /// # Example: a value that flips does flip
    /// ```
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let flips = plan.run().flips()?;
    /// let first = &flips[0];
    /// let changed = plan.with_values([(&*first.input, first.to)])?;
    /// let question = changed.run().assess()?.question;
    /// assert_eq!(question.base_answer.unwrap_or(question.answer), first.answer);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn flips(self) -> Result<Vec<Flip>, Error> {
        self.study(|study, watch| {
            study.afford(&study.model(), Task::Flips)?;
            Ok(parts::flips(study.compiled, &study.flips(watch)?))
        })
    }

    /// Whether the pursuit in question fits into the week of the base case.
    pub(crate) fn fits(self) -> Result<bool, Error> {
        self.study(|study, _| Ok(study.has_choice()))
    }

    /// Which of some uncertain inputs contain a value at which the answer turns, within 90% of what each is:
    /// the nearest such value of each.
    pub(crate) fn turns(self, inputs: &[&str]) -> Result<Vec<Flip>, Error> {
        self.study(|study, watch| Ok(parts::flips(study.compiled, &study.turns(inputs, watch)?)))
    }

    /// What to find out first: what knowing each uncertain input would be worth, in points, for
    /// choosing among the plan with the pursuit in question, the plan without it, the plan without
    /// any of it, and the life without any pursuit. None if nothing is uncertain or the pursuit does
    /// not fit. Part of an assessment.
    ///
    /// # Errors
    /// See [`Run`].
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Options, Plan};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let options = Options::default().with_scenarios(4096);
    /// let all = plan.run().options(&options).information()?.unwrap();
    /// assert!(all.inputs.iter().all(|input| input.evppi <= all.evpi));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn information(self) -> Result<Option<Information>, Error> {
        self.study(|study, watch| Ok(parts::information(study.compiled, &findings(study, watch)?)))
    }

    /// What knowing several uncertain inputs together would be worth, in points: never less than any of
    /// them alone. How they act together is told roughly where they are many: 64 at most.
    ///
    /// # Errors
    /// As for every [`Run`], and [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with
    /// `unknown_item` for a name that no uncertain input has, or `too_many_items` if the group is
    /// too large.
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let hours = "/pursuits/mvp/activities/speaking/hours";
    /// let alone = plan.run().information_about(&[hours])?;
    /// let both = [hours, "/person/time/free_hours_per_week"];
    /// assert!(plan.run().information_about(&both)?.evppi >= alone.evppi);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn information_about(self, inputs: &[&str]) -> Result<InputInformation, Error> {
        self.study(|study, watch| parts::information_about(study, inputs, watch))
    }

    /// The same as [`Plan::evaluate`], with progress reports and on as many threads as the options say.
    /// Its steps are rows. It uses no other option.
    ///
    /// # Errors
    /// See [`Plan::evaluate`]; also [`ErrorKind::Stopped`](crate::ErrorKind::Stopped) if the watch
    /// canceled it. Rows that were computed keep their figures, and the others are NaN.
    ///
    /// # Example
    /// ```
    /// use std::ops::ControlFlow;
    /// use worthwhile::{Outputs, Plan, Rows};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let outputs = Outputs::question();
    /// let (rows, mut out) = (plan.base().repeat(100), vec![0.0; 100 * plan.outputs(outputs).len()]);
    /// let mut half = |now: worthwhile::Progress| match now.done * 2 < now.total {
    ///     true => ControlFlow::Continue(()),
    ///     false => ControlFlow::Break(()),
    /// };
    /// let run = plan.run().watch(&mut half);
    /// let error = run.evaluate(Rows::whole(&rows), outputs, &mut out).unwrap_err();
    /// assert!(error.is_stopped());
    /// assert!(out[0].is_finite() && out.last().unwrap().is_nan());
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn evaluate(
        self,
        rows: Rows<'_>,
        outputs: Outputs,
        out: &mut [f64],
    ) -> Result<Refused, Error> {
        let (compiled, options) = (self.plan.compiled(), self.options.cloned().unwrap_or_default());
        let done = options.settled_threads().and_then(|threads| {
            self.watched(|watch| analysis::evaluate(compiled, rows, outputs, out, threads, watch))
        });
        match done {
            Ok(refused) if options.redact.unwrap_or(false) => Ok(refused.redacted()),
            Ok(refused) => Ok(refused),
            Err(error) => Err(options.told(error)),
        }
    }

    /// What it was started with.
    pub(crate) fn into_parts(self) -> (&'r Plan, Option<&'r Options>, Option<&'r mut Watch<'r>>) {
        (self.plan, self.options, self.watch)
    }

    fn study<T>(
        self,
        ask: impl FnOnce(&Study<'_>, &mut Watch<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (plan, options) = (self.plan, self.options.cloned().unwrap_or_default());
        let asked = self.watched(|watch| ask(&Study::new(plan, &options, watch)?, watch));
        asked.map_err(|error| options.told(error))
    }

    fn watched<T>(self, ask: impl FnOnce(&mut Watch<'_>) -> T) -> T {
        match self.watch {
            Some(watch) => ask(watch),
            None => ask(&mut |_| ControlFlow::Continue(())),
        }
    }
}

/// What the scenarios say of the single inputs.
fn findings(study: &Study<'_>, watch: &mut Watch<'_>) -> Result<Findings, Error> {
    let model = study.model();
    study.afford(&model, Task::Findings)?;
    let scenarios = study.scenarios(&model, false, watch)?;
    study.findings(&model, &scenarios, watch)
}
