//! What can be asked of a plan: all of it, in one place.

use std::ops::ControlFlow;

use super::{assess, parts};
use crate::analysis::{self, Figures, Findings, Options, Samples, Study, Wanted, Watch};
use crate::assessment::{Assessment, Flip, Information, InputInformation, Sensitivity};
use crate::error::Error;
use crate::plan::Plan;

/// One question to a plan, to be asked by options and with somebody watching.
///
/// # Errors
/// Every question may end in [`ErrorKind::Invalid`](crate::ErrorKind::Invalid), with `out_of_range`
/// for an option or `too_many_mixes` for a case of more than 16 pursuits that needs too long a
/// search, and in [`ErrorKind::Stopped`](crate::ErrorKind::Stopped) where the watch ended it.
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
#[must_use = "a run does nothing until something is asked"]
pub struct Run<'r> {
    plan: &'r Plan,
    options: Option<&'r Options>,
    watch: Option<&'r mut Watch<'r>>,
}

impl Plan {
    /// Begins a question that is not asked by the defaults: by options, or with somebody watching.
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

    /// Computes the answer, as the case's `analysis` wishes and on one thread.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with the code `too_many_mixes` where a
    /// case of more than 16 pursuits needs too long a search.
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

    /// Computes a table: `rows` has a number for every input of the plan in each row, and `out`
    /// gets a number for each of [`outputs`](Self::outputs) in each row. Both are row-major. Each
    /// row is a base case of its own: plans are chosen anew for it. Weights of a ranking stand at
    /// their means. A row in which no motive is above 0 has figures that are no numbers.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid): `wrong_shape` where the lengths do not fit,
    /// and for numbers that a field does not take their own codes, at paths such as `/3/17`: row 3,
    /// input 17, both counted from 0; then `out` is not written to. `too_many_mixes`: then rows that
    /// were computed keep their figures, and the others are all NaN.
    ///
    /// # Example
    /// ```
    /// use worthwhile::Plan;
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let (inputs, outputs) = (plan.base().len(), plan.outputs().len());
    /// let hours = plan.inputs().iter().position(|own| &*own.name == "/person/time/free_hours_per_week");
    /// let mut rows = plan.base().repeat(2);
    /// rows[inputs + hours.unwrap()] = 4.0;
    /// let mut out = vec![0.0; 2 * outputs];
    /// plan.evaluate(&rows, &mut out)?;
    /// assert!(out[0] > out[outputs], "four free hours make it worth less");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn evaluate(&self, rows: &[f64], out: &mut [f64]) -> Result<(), Error> {
        self.run().evaluate(rows, out)
    }

    /// The same for the pursuit in question alone: `out` gets the first figures of
    /// [`outputs`](Self::outputs), those of [`question_outputs`](Self::question_outputs), in each row.
    /// They are the same numbers to the last bit, and it takes much less: only the plans that its
    /// margins need are looked for.
    ///
    /// # Errors
    /// As [`evaluate`](Self::evaluate).
    ///
    /// # Example
    /// ```
    /// use worthwhile::Plan;
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let outputs = plan.question_outputs().len();
    /// let mut all = vec![0.0; plan.outputs().len()];
    /// let mut question = vec![0.0; outputs];
    /// plan.evaluate(plan.base(), &mut all)?;
    /// plan.evaluate_question(plan.base(), &mut question)?;
    /// assert_eq!(question, all[..outputs]);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn evaluate_question(&self, rows: &[f64], out: &mut [f64]) -> Result<(), Error> {
        self.run().evaluate_question(rows, out)
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

    /// The names of the figures of every pursuit, as columns of [`Run::samples`] and of
    /// [`evaluate`](Self::evaluate) have them.
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
    ///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#)?;
    /// assert_eq!(plan.outputs().len(), 8);
    /// assert_eq!(plan.outputs()[1], "/pursuits/rest/margin");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn outputs(&self) -> Vec<String> {
        let pursuits = self.compiled().case.pursuits.iter();
        let name = |id: &str, figure: &str| format!("/pursuits/{id}/{figure}");
        let all = Figures::<()>::NAMES.iter();
        pursuits.flat_map(|own| all.clone().map(move |figure| name(&own.id, figure))).collect()
    }

    /// Those of the pursuit in question, which come first: the columns of
    /// [`evaluate_question`](Self::evaluate_question).
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
    /// assert_eq!(plan.question_outputs()[0], "/pursuits/mvp/worth");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn question_outputs(&self) -> Vec<String> {
        let mut outputs = self.outputs();
        outputs.truncate(Figures::<()>::NAMES.len());
        outputs
    }
}

impl<'r> Run<'r> {
    /// How to compute. Presets among the options come too late, since the plan was read without them:
    /// give them to [`Plan::new_with`] or [`Plan::read_with`], as [`Options::catalogue`].
    pub fn options(mut self, options: &'r Options) -> Self {
        self.options = Some(options);
        self
    }

    /// Who sees how far it is and may end it.
    pub fn watch(mut self, watch: &'r mut Watch<'r>) -> Self {
        self.watch = Some(watch);
        self
    }

    /// Computes the answer.
    ///
    /// # Errors
    /// As for every [`Run`].
    pub fn assess(self) -> Result<Assessment, Error> {
        self.study(assess::assess)
    }

    /// Computes the scenarios and gives the figures of each: `worth`, `margin`, `margin_over_none`,
    /// `hours_per_week`, `busiest_hours_per_week`, `felt_hours_per_week`, `burnout_risk` and
    /// `money_per_year` of every pursuit, at its level in the plan with it. Plans are those of the
    /// answer. With nothing uncertain there is one scenario.
    ///
    /// It takes up to 160 bytes a pursuit and scenario.
    ///
    /// # Errors
    /// As for every [`Run`].
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
        let names = self.plan.outputs();
        self.study(|study, watch| study.samples(names, watch))
    }

    /// What matters: how much each uncertain input does to the margin of the pursuit in question,
    /// the most first. Empty where nothing is uncertain. It is part of an assessment.
    ///
    /// # Errors
    /// As for every [`Run`].
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
    /// which the answer to the question turns from yes to no or back, all else as in the base case,
    /// plans and levels chosen anew. The smallest change comes first, on the scale of the input. An input that
    /// nothing was found for is left out, and so is one that too many mixes would have to be
    /// looked at for.
    ///
    /// # Errors
    /// As for every [`Run`].
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
        self.study(|study, watch| Ok(parts::flips(study.compiled, &study.flips(watch)?)))
    }

    /// What to find out first: what knowing each uncertain input would be worth, in points, for
    /// choosing among the plan with the pursuit in question, the plan without it, the plan without
    /// any of it, and the life without any. None where nothing is uncertain or the pursuit does not fit. It is part of an
    /// assessment.
    ///
    /// # Errors
    /// As for every [`Run`].
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

    /// What knowing several uncertain inputs together would be worth, in points. Each is cut into 8
    /// equally likely parts; a group of more than three has so many cells that it nears the value
    /// of knowing everything.
    ///
    /// # Errors
    /// As for every [`Run`], and [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with
    /// `unknown_item` for a name that no uncertain input has or `too_many_items` for too large a
    /// group.
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

    /// The same as [`Plan::evaluate`] for whoever watches it and may end it. Its steps are rows,
    /// which are scenarios of one's own. It looks at no options.
    ///
    /// # Errors
    /// As [`Plan::evaluate`], and [`ErrorKind::Stopped`](crate::ErrorKind::Stopped) where the watch
    /// ended it: rows that were computed keep their figures, the others are all NaN.
    ///
    /// # Example
    /// ```
    /// use std::ops::ControlFlow;
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let (rows, mut out) = (plan.base().repeat(100), vec![0.0; 100 * plan.outputs().len()]);
    /// let mut half = |now: worthwhile::Progress| match now.done * 2 < now.total {
    ///     true => ControlFlow::Continue(()),
    ///     false => ControlFlow::Break(()),
    /// };
    /// let error = plan.run().watch(&mut half).evaluate(&rows, &mut out).unwrap_err();
    /// assert!(error.is_stopped());
    /// assert!(out[0].is_finite() && out.last().unwrap().is_nan());
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn evaluate(self, rows: &[f64], out: &mut [f64]) -> Result<(), Error> {
        let compiled = self.plan.compiled();
        self.watched(|watch| analysis::evaluate(compiled, Wanted::All, rows, out, watch))
    }

    /// The same as [`Plan::evaluate_question`] for whoever watches it and may end it.
    ///
    /// # Errors
    /// As [`evaluate`](Self::evaluate).
    ///
    /// # Example
    /// ```
    /// use std::ops::ControlFlow;
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let mut out = vec![0.0; plan.question_outputs().len()];
    /// let mut rows = 0;
    /// let mut count = |now: worthwhile::Progress| {
    ///     rows = now.done;
    ///     ControlFlow::Continue(())
    /// };
    /// plan.run().watch(&mut count).evaluate_question(plan.base(), &mut out)?;
    /// assert_eq!(rows, 1);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn evaluate_question(self, rows: &[f64], out: &mut [f64]) -> Result<(), Error> {
        let compiled = self.plan.compiled();
        self.watched(|watch| analysis::evaluate(compiled, Wanted::Question, rows, out, watch))
    }

    fn study<T>(
        self,
        ask: impl FnOnce(&Study<'_>, &mut Watch<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (plan, options) = (self.plan, self.options.cloned().unwrap_or_default());
        self.watched(|watch| ask(&Study::new(plan, &options, watch)?, watch))
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
    let scenarios = study.scenarios(&model, false, watch)?;
    study.findings(&model, &scenarios, watch)
}
