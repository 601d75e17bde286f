//! The options of a call: how to compute, and custom presets.

use std::sync::Arc;

use super::keys::OptionKey;
use super::memory;
use crate::case::Analysis;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::field::{self, Field};
use crate::limits::MAX_SCENARIOS;
use crate::read;

/// Fewest scenarios of a replicate: fewer would have no spread.
const LEAST_SIZE: u32 = 4;

/// The options of a call. They take precedence over the `analysis` of the case. The number of threads
/// does not affect results. A call ignores options that it does not use, so that one value can serve
/// many calls, but still refuses a value that is out of range.
/// [`Operation::options`](crate::Operation::options) lists the options that an operation uses.
///
/// # Example
/// ```
/// use worthwhile::{Options, Plan};
/// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
/// let quick = Options::default().with_scenarios(1024).with_seed(0).with_threads(2);
/// let answer = plan.run().options(&quick).assess()?;
/// assert_eq!((answer.engine.scenarios, answer.engine.seed), (1024, 0));
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// What takes precedence over the `analysis` of the case.
    pub analysis: Analysis,
    /// Number of threads, 1 to 256. If absent, 1.
    pub threads: Option<u32>,
    /// Whether to compute levers, deciding figures and `how_much`; in an interview, the answer so far and
    /// what each question does to it. If absent, true.
    pub levers: Option<bool>,
    /// Whether to compute flips. If absent, false.
    pub flips: Option<bool>,
    /// Whether problems leave out what the document says. If absent, false.
    pub redact: Option<bool>,
    /// The catalogue, if it is not the built-in one.
    catalogue: Option<Arc<Catalogue>>,
}

impl Options {
    /// Reads options from a JSON object. [`OptionKey`] lists its keys.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the object. The
    /// paths of a preset's problems start with its place, such as `/presets/0`.
    ///
    /// # Example
    /// ```
    /// use worthwhile::Options;
    /// let options = Options::read(r#"{"scenarios": 4096, "threads": 2}"#)?;
    /// assert_eq!(options, Options::default().with_scenarios(4096).with_threads(2));
    /// let error = Options::read(r#"{"scenario": 4096}"#).unwrap_err();
    /// assert_eq!(error.problems()[0].help.as_deref(), Some("did you mean `scenarios`?"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn read(text: &str) -> Result<Self, Error> {
        let (mut catalogue, mut is_redacted) = (None, false);
        let read = read::options(text, &OptionKey::NAMES, &mut is_redacted, |presets| {
            let mut own = Catalogue::builtin().clone();
            presets.list().into_iter().flatten().for_each(|preset| own.add_preset_at(&preset));
            catalogue = Some(Arc::new(own));
        });
        let read = read.map_err(|error| if is_redacted { error.redacted() } else { error });
        let (analysis, threads, [levers, flips, redact]) = read?;
        Ok(Self { analysis, threads, levers, flips, redact, catalogue })
    }

    /// Adds a custom preset, from the text of its file. See [`Catalogue::with_preset`].
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the file; their
    /// paths are within the file.
    ///
    /// # Example: a preset as the start of another
    /// ```
    /// use worthwhile::{Call, Operation, Options};
    /// let rest = worthwhile::presets(Some("rest"))?;
    /// let siesta = rest.replacen(r#""id":"rest""#, r#""id":"siesta""#, 1);
    /// let options = Options::default().with_preset(&siesta)?;
    /// let list = Call::new(Operation::Presets).options(&options).run()?;
    /// assert!(list.contains("siesta"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn with_preset(mut self, text: &str) -> Result<Self, Error> {
        let own = self.catalogue().clone().with_preset(text)?;
        self.catalogue = Some(Arc::new(own));
        Ok(self)
    }

    /// Sets the catalogue to complete cases from, replacing the current one.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Call, Catalogue, Operation, Options};
    /// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
    ///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#;
    /// let none = Options::default().with_catalogue(Catalogue::default());
    /// assert!(Call::new(Operation::Expand).case(case).run().is_ok());
    /// assert!(Call::new(Operation::Expand).case(case).options(&none).run().is_err());
    /// ```
    #[must_use]
    pub fn with_catalogue(mut self, catalogue: impl Into<Arc<Catalogue>>) -> Self {
        self.catalogue = Some(catalogue.into());
        self
    }

    /// The presets, categories and conditions that a case can use. They apply when a case is compiled: a
    /// [`Plan`](crate::Plan) keeps those it was compiled with.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        self.catalogue.as_deref().unwrap_or_else(|| Catalogue::builtin())
    }

    /// Sets the number of scenarios, 1 to 2^20. It is rounded up to a power of two for each replicate, at
    /// least 4, and down if that exceeds 2^20 in all.
    #[must_use]
    pub fn with_scenarios(mut self, scenarios: u32) -> Self {
        self.analysis.scenarios = Some(scenarios);
        self
    }

    /// Sets the number of independent replicates that they are divided into, 2 to 64.
    #[must_use]
    pub fn with_replicates(mut self, replicates: u32) -> Self {
        self.analysis.replicates = Some(replicates);
        self
    }

    /// Sets the seed of the scenarios. 0 is an ordinary seed.
    #[must_use]
    pub fn with_seed(mut self, seed: u64) -> Self {
        self.analysis.seed = Some(seed);
        self
    }

    /// Sets whether to compute total indices as well, which takes an eighth of the scenarios again for each
    /// uncertain input.
    #[must_use]
    pub fn with_totals(mut self, totals: bool) -> Self {
        self.analysis.totals = Some(totals);
        self
    }

    /// Sets the number of threads, 1 to 256.
    #[must_use]
    pub fn with_threads(mut self, threads: u32) -> Self {
        self.threads = Some(threads);
        self
    }

    /// Sets whether to compute levers, deciding figures and how much of the pursuit would be best.
    /// Without them an assessment is faster, for example for each person in a survey, and has no
    /// `levers` and no `how_much`. An interview only lists its questions then.
    #[must_use]
    pub fn with_levers(mut self, levers: bool) -> Self {
        self.levers = Some(levers);
        self
    }

    /// Sets whether to compute flips: for every number, the nearest value that changes the answer.
    #[must_use]
    pub fn with_flips(mut self, flips: bool) -> Self {
        self.flips = Some(flips);
        self
    }

    /// The number of threads alone.
    pub(crate) fn settled_threads(&self) -> Result<usize, Error> {
        read::judge_options(&self.analysis, self.threads)?;
        let default = field::THREADS.default_value().map(|threads| threads as u32);
        Ok(self.threads.or(default).unwrap_or(1) as usize)
    }

    /// Options under which two cases are computed alike: where these leave something to the case, the
    /// larger of what both have. Levers, flips and total indices are left out.
    pub(crate) fn for_both(&self, cases: [&Analysis; 2]) -> Self {
        let larger = |of: fn(&Analysis) -> Option<u64>, field: &Field| {
            let of_case = |case: &&Analysis| {
                of(case).or_else(|| Some(field.default_value()? as u64)).unwrap_or_default()
            };
            of(&self.analysis).or_else(|| cases.iter().map(of_case).max())
        };
        let small = |of, field| larger(of, field).and_then(|own| u32::try_from(own).ok());
        let mut both = self.clone().with_levers(false).with_flips(false).with_totals(false);
        both.analysis.scenarios = small(|own| own.scenarios.map(u64::from), &field::SCENARIOS);
        both.analysis.replicates = small(|own| own.replicates.map(u64::from), &field::REPLICATES);
        both.analysis.seed = larger(|own| own.seed, &field::SEED);
        both
    }

    /// Sets whether problems and errors leave out what the document says: for logs, and for a service that
    /// may not store what a person wrote. See [`Problem::redacted`](crate::Problem::redacted).
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Call, Operation, Options};
    /// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
    ///     "person": {"motivations": {"learning": 75}, "time": {"free_hours_per_week": 12}}}"#;
    /// let options = Options::default().with_redact(true);
    /// let error = Call::new(Operation::Assess).case(case).options(&options).run().unwrap_err();
    /// assert_eq!(error.problems()[0].path, "/person/motivations/learning");
    /// assert!(!error.to_string().contains("75"));
    /// ```
    #[must_use]
    pub fn with_redact(mut self, redact: bool) -> Self {
        self.redact = Some(redact);
        self
    }

    /// The error as these options want it told.
    #[must_use]
    pub fn told(&self, error: Error) -> Error {
        if self.redact.unwrap_or(false) { error.redacted() } else { error }
    }

    /// The options combined with the `analysis` of the case and the defaults.
    pub(super) fn settle(&self, case: &Analysis) -> Result<Settled, Error> {
        read::judge_options(&self.analysis, self.threads)?;
        let own = &self.analysis;
        let or_default = |given: Option<u32>, field: &Field| {
            given.or_else(|| Some(field.default_value()? as u32)).unwrap_or(1)
        };
        let scenarios = or_default(own.scenarios.or(case.scenarios), &field::SCENARIOS);
        let replicates = or_default(own.replicates.or(case.replicates), &field::REPLICATES);
        let size = scenarios.div_ceil(replicates).next_power_of_two().max(LEAST_SIZE);
        let mut log_size = size.trailing_zeros();
        if u64::from(replicates) << log_size > u64::from(MAX_SCENARIOS) {
            log_size -= 1;
        }
        let seed = or_default(None, &field::SEED).into();
        Ok(Settled {
            replicates,
            log_size,
            seed: own.seed.or(case.seed).unwrap_or(seed),
            totals: own.totals.or(case.totals).unwrap_or(false),
            levers: self.levers.unwrap_or(true),
            flips: self.flips.unwrap_or(false),
            threads: or_default(self.threads, &field::THREADS) as usize,
            memory: memory::COLUMNS,
        })
    }
}

/// Options with every value set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settled {
    pub(crate) replicates: u32,
    /// Each replicate has 2 to this power scenarios.
    pub(crate) log_size: u32,
    pub(crate) seed: u64,
    pub(crate) totals: bool,
    pub(crate) levers: bool,
    pub(crate) flips: bool,
    pub(crate) threads: usize,
    /// Most bytes of columns that are kept at a time.
    pub(super) memory: usize,
}

impl Settled {
    /// The same with the fewest scenarios.
    pub(super) fn with_few_scenarios(self) -> Self {
        Self { replicates: self.replicates.min(2), log_size: LEAST_SIZE.trailing_zeros(), ..self }
    }

    /// Number of scenarios in one replicate.
    pub(crate) fn size(&self) -> u32 {
        1 << self.log_size
    }

    /// Number of scenarios in all.
    pub(crate) fn scenarios(&self) -> u32 {
        self.replicates << self.log_size
    }
}
