//! All that can be asked of one plan under one set of options, each part when it is wanted.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::base::{ASKED, Base};
use super::factors::Factor;
use super::findings::Scenarios;
use super::flips::{self, Flips};
use super::hinges;
use super::knowing::{Knowledge, Scenes, Whole, knowledge};
use super::levers;
use super::measured::Measured;
use super::memory;
use super::model::{Margin, Model};
use super::options::{Options, Settled};
use super::progress::{Progress, Stage, Watch};
use super::swing::swings;
use super::task::Task;
use super::totals;
use super::verdict::Answer;
use super::workers::{self, Tick};
use crate::error::Error;
use crate::limits::MAX_MIXES;
use crate::order;
use crate::plan::{Compiled, Plan, unknown_input};
use crate::problem::{Code, Problem, Problems};
use crate::sampling::Points;

/// A plan under study.
pub(crate) struct Study<'p> {
    pub(crate) compiled: &'p Compiled,
    pub(crate) base: Base,
    pub(crate) settled: Settled,
}

/// What one factor does to the margin of the pursuit in question.
#[derive(Debug)]
pub(crate) struct FactorFindings {
    pub(crate) input: Arc<str>,
    pub(crate) first_order: Measured,
    pub(crate) total: Option<Measured>,
    pub(crate) swing: [f64; 2],
    pub(crate) evppi: Measured,
}

/// What scenarios say of the single inputs.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// Empty where nothing is uncertain.
    pub(crate) values: Vec<FactorFindings>,
    /// None where there is no choice.
    pub(crate) evpi: Option<Measured>,
}

/// What could be different.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    pub(crate) levers: Vec<levers::Found>,
    pub(crate) deciding: Vec<hinges::Hinge>,
    /// The base case's answer at twice the horizon. Only of a question that outlasts it.
    pub(crate) answer_at_twice: Option<Answer>,
    pub(crate) flips: Option<Flips>,
}

impl<'p> Study<'p> {
    /// # Errors
    /// The problems of options out of range, `too_many_mixes`, and that somebody stopped it.
    #[inline(never)]
    pub(crate) fn new(
        plan: &'p Plan,
        options: &Options,
        watch: &mut Watch<'_>,
    ) -> Result<Self, Error> {
        let compiled = plan.compiled();
        let settled = options.settle(&compiled.case.analysis)?;
        let base = Base::new(compiled, &mut stage(watch, Stage::Search, MAX_MIXES))?;
        Ok(Self { compiled, base, settled })
    }

    /// Computes no more than a few scenarios from now on.
    pub(crate) fn take_few(&mut self) {
        self.settled = self.settled.with_few_scenarios();
    }

    pub(crate) fn model(&self) -> Model<'_> {
        Model::new(self.compiled, &self.base)
    }

    /// The model with how much of the pursuit in question it should be, where levers are wanted.
    pub(crate) fn whole_model(&self, watch: &mut Watch<'_>) -> Result<Model<'_>, Error> {
        let model = self.model();
        if !self.settled.levers {
            return Ok(model);
        }
        model.with_how_much(&mut stage(watch, Stage::Search, MAX_MIXES))
    }

    /// The scenarios, with tallies, spreads and ranks where they are wanted.
    pub(crate) fn scenarios(
        &self,
        model: &Model<'_>,
        with_spreads: bool,
        watch: &mut Watch<'_>,
    ) -> Result<Scenarios, Error> {
        let tick = &mut self.scenario_stage(model, with_spreads, watch);
        Scenarios::new(model, &self.settled, with_spreads, tick)
    }

    pub(super) fn scenario_stage<'w>(
        &self,
        model: &Model<'_>,
        with_spreads: bool,
        watch: &'w mut Watch<'_>,
    ) -> impl FnMut(u64) -> ControlFlow<()> + 'w {
        stage(watch, Stage::Scenarios, Scenarios::steps(model, &self.settled, with_spreads))
    }

    /// Everything that the scenarios say of the single inputs.
    pub(crate) fn findings(
        &self,
        model: &Model<'_>,
        scenarios: &Scenarios,
        watch: &mut Watch<'_>,
    ) -> Result<Findings, Error> {
        if !model.is_uncertain() {
            return Ok(Findings::default());
        }
        let factors = Factor::all(self.compiled, model.draws);
        let whole = Whole::new(scenarios.asked(), scenarios.size);
        let values = self.values(model, scenarios, &factors, &whole, watch)?;
        Ok(Findings { values, evpi: self.has_choice().then(|| whole.evpi()) })
    }

    /// What knowing each of some groups of factors tells.
    fn knowledge(
        &self,
        model: &Model<'_>,
        scenarios: &Scenarios,
        whole: &Whole,
        groups: Vec<Vec<&Factor>>,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<Knowledge>, Error> {
        let settled = &self.settled;
        let points = Points::new(model.draws.dimensions.len(), settled.log_size, settled.seed);
        let (replicates, size) = model.shape(settled);
        let replicates: Vec<_> = (0..replicates).map(|at| points.replicate(at)).collect();
        let scenes = Scenes::new(model.draws, &replicates, size as usize, scenarios.asked());
        let work = |group: Vec<&Factor>, tick: &mut Tick<'_>| {
            tick(1)?;
            ControlFlow::Continue(knowledge(&scenes, whole, &group))
        };
        let mut tick = stage(watch, Stage::Inputs, groups.len() as u64);
        // Of each continuous input what its values say in each of its parts, and the sums of that.
        let bytes = replicates.len() * MOST_BYTES_OF_A_REPLICATE;
        let threads = settled.threads.min(memory::threads(bytes));
        finished(workers::run(threads, groups, work, &mut tick))
    }

    /// Whether the pursuit in question fits: else there is nothing to choose.
    pub(crate) fn has_choice(&self) -> bool {
        self.base.places.get(ASKED).is_some_and(|asked| asked.fits)
    }

    /// What every factor does, alone.
    fn values(
        &self,
        model: &Model<'_>,
        scenarios: &Scenarios,
        factors: &[Factor],
        whole: &Whole,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<FactorFindings>, Error> {
        let mix = |at: usize| model.mixes.get(at).copied().unwrap_or(crate::worth::Mix::NONE);
        let Some(asked) = scenarios.chosen.places.get(ASKED) else { return Ok(Vec::new()) };
        let margin = Margin::new(model, mix(asked.with), mix(asked.without));
        let base = self
            .base
            .places
            .get(ASKED)
            .map(|own| Margin::new(model, own.with.mix, own.without.mix));
        let totals = if self.settled.totals && whole.is_still() {
            vec![Some(Measured::ZERO); factors.len()]
        } else if self.settled.totals {
            let steps = totals::steps(factors.len(), &self.settled);
            let margins = |values: &[Vec<f64>], out: &mut [f64]| margin.at_columns(values, out);
            let mut tick = stage(watch, Stage::Totals, steps);
            let done =
                totals::totals(model.draws, factors, &self.settled, whole, margins, &mut tick);
            finished(done)?.into_iter().map(Some).collect()
        } else {
            vec![None; factors.len()]
        };
        let swings = swings(model, base.as_ref().unwrap_or(&margin), factors);
        let alone = factors.iter().map(|factor| vec![factor]).collect();
        let known = self.knowledge(model, scenarios, whole, alone, watch)?;
        let parts = factors.iter().zip(known).zip(totals).zip(swings);
        let value = |(((factor, known), total), swing): (((&Factor, Knowledge), _), _)| {
            let Knowledge { first_order, evppi } = known;
            FactorFindings { input: Arc::clone(&factor.name), first_order, total, swing, evppi }
        };
        Ok(parts.map(value).collect())
    }

    /// The value of knowing some inputs together.
    pub(crate) fn information_about(
        &self,
        inputs: &[&str],
        watch: &mut Watch<'_>,
    ) -> Result<Measured, Error> {
        let model = self.model();
        let all = Factor::all(self.compiled, model.draws);
        let (mut chosen, problems) = (Vec::new(), Problems::default());
        for name in inputs {
            match all.iter().position(|own| *own.name == **name) {
                Some(at) if chosen.contains(&at) => {}
                Some(at) => chosen.push(at),
                None => problems.unknown(|| {
                    let names = all.iter().map(|factor| &*factor.name);
                    unknown_input(name, "uncertain input", names, "sensitivity")
                }),
            }
        }
        problems.finish()?;
        if !self.has_choice() {
            // It is no choice, so knowing more changes nothing.
            return Ok(Measured::ZERO);
        }
        if chosen.len() > MOST_TOGETHER {
            let message = format!("{} inputs, at most {MOST_TOGETHER} are allowed", chosen.len());
            let problem = Problem::new("", Code::TooManyItems, message);
            return Err(Error::invalid(vec![problem.with_help("name fewer inputs")]));
        }
        self.afford(&model, Task::Findings)?;
        let scenarios = self.scenarios(&model, false, watch)?;
        let whole = Whole::new(scenarios.asked(), scenarios.size);
        // In the order of their dimensions, so that the order of the names does not matter. Knowing all
        // is worth no less than knowing one, though one alone is told more finely.
        order::sort_by(&mut chosen, Ord::cmp);
        let chosen: Vec<&Factor> = chosen.into_iter().filter_map(|at| all.get(at)).collect();
        let alone = chosen.iter().map(|factor| vec![*factor]);
        let groups = alone.chain((chosen.len() > 1).then(|| chosen.clone())).collect();
        let known = self.knowledge(&model, &scenarios, &whole, groups, watch)?;
        let all = known.into_iter().map(|known| known.evppi);
        Ok(all.max_by(|a, b| a.value.total_cmp(&b.value)).unwrap_or(Measured::ZERO))
    }

    /// What could be different, where it is wanted.
    pub(crate) fn changes(&self, watch: &mut Watch<'_>) -> Result<Changes, Error> {
        let mut changes = Changes::default();
        let (compiled, base) = (self.compiled, &self.base);
        if self.settled.levers {
            let steps = levers::steps(compiled, base) + hinges::steps(compiled, base);
            let mut tick = stage(watch, Stage::Levers, steps);
            let threads = self.settled.threads;
            changes.levers = finished(levers::levers(compiled, base, threads, &mut tick))?;
            changes.deciding = finished(hinges::hinges(compiled, base, &mut tick))?;
            changes.answer_at_twice =
                finished(super::horizon::answer_at_twice(compiled, base, &mut tick))?;
        }
        if self.settled.flips {
            changes.flips = Some(self.flips(watch)?);
        }
        Ok(changes)
    }

    /// What would change the answer, number by number.
    pub(crate) fn flips(&self, watch: &mut Watch<'_>) -> Result<Flips, Error> {
        let mut tick = stage(watch, Stage::Flips, self.compiled.inputs.len() as u64);
        finished(flips::flips(self.compiled, &self.base, self.settled.threads, &mut tick))
    }

    /// Which of some inputs turn the answer within what they are.
    pub(crate) fn turns(&self, names: &[&str], watch: &mut Watch<'_>) -> Result<Flips, Error> {
        let inputs = self.compiled.inputs.iter().enumerate();
        let inputs = inputs.filter(|(_, own)| names.contains(&&*own.name)).map(|(at, _)| at);
        let inputs: Vec<usize> = inputs.collect();
        let mut tick = stage(watch, Stage::Flips, inputs.len() as u64);
        finished(flips::within(self.compiled, &self.base, &inputs, &mut tick))
    }
}

/// What is known of an input takes no more bytes for each replicate.
const MOST_BYTES_OF_A_REPLICATE: usize = 128 * 1024;
/// Inputs that may be known together.
const MOST_TOGETHER: usize = 64;

/// Tells of each step of a stage.
fn stage<'w>(
    watch: &'w mut Watch<'_>,
    stage: Stage,
    total: u64,
) -> impl FnMut(u64) -> ControlFlow<()> + 'w {
    let mut done = 0;
    move |steps| {
        done += steps;
        watch(Progress { stage, done, total: total.max(done) })
    }
}

fn finished<T>(done: ControlFlow<(), T>) -> Result<T, Error> {
    match done {
        ControlFlow::Continue(done) => Ok(done),
        ControlFlow::Break(()) => Err(Error::stopped()),
    }
}
