//! All that can be asked of one plan under one set of options, each part when it is wanted.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::base::Base;
use super::cells::Replicated;
use super::factors::{Cells, Factor};
use super::flips::{self, Flips};
use super::measured::Measured;
use super::model::{ChosenMixes, Model};
use super::options::{Options, Settled};
use super::probes::{self, Probe};
use super::progress::{Progress, Stage, Watch};
use super::scenarios::{self, Computed, Wanted};
use super::swing::swings;
use super::totals;
use crate::error::Error;
use crate::plan::{Compiled, Plan, unknown_input};
use crate::problem::{Code, Problem};
use crate::sampling::BLOCK;

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

/// Everything that scenarios say.
#[derive(Debug)]
pub(crate) struct Findings {
    pub(crate) computed: Computed,
    /// The plans that the base case chose.
    pub(crate) plans: ChosenMixes,
    /// Scenarios of each replicate.
    pub(crate) size: usize,
    /// Empty where nothing is uncertain.
    pub(crate) values: Vec<FactorFindings>,
    pub(crate) evpi: Option<Measured>,
}

impl<'p> Study<'p> {
    /// # Errors
    /// The problems of options out of range, and `too_many_mixes`.
    pub(crate) fn new(plan: &'p Plan, options: &Options) -> Result<Self, Error> {
        let compiled = plan.compiled();
        let settled = options.settle(&compiled.case.analysis)?;
        Ok(Self { compiled, base: Base::new(compiled)?, settled })
    }

    pub(crate) fn model(&self) -> Model<'_> {
        Model::new(self.compiled, &self.base)
    }

    /// The scenarios, with what is wanted of them.
    pub(crate) fn compute(
        &self,
        model: &Model<'_>,
        wanted: Wanted<'_>,
        watch: &mut Watch<'_>,
    ) -> Result<Computed, Error> {
        let (replicates, size) = model.shape(&self.settled);
        let total = u64::from(replicates) * u64::from(size.div_ceil(BLOCK as u32));
        let done = scenarios::run(
            model,
            &self.settled,
            wanted,
            &mut stage(watch, Stage::Scenarios, total),
        );
        finished(done)
    }

    /// Everything that the scenarios say.
    pub(crate) fn findings(&self, watch: &mut Watch<'_>) -> Result<Findings, Error> {
        let model = self.model();
        let factors = self.factors(&model);
        let wanted = Wanted { tallies: true, factors: &factors };
        let mut computed = self.compute(&model, wanted, watch)?;
        let (_, size) = model.shape(&self.settled);
        let sums = std::mem::take(&mut computed.sums);
        let (values, evpi) = match Replicated::new(sums) {
            Some(sums) if model.is_uncertain() => {
                let values = self.values(&model, &factors, &sums, watch)?;
                let has_choice = self.base.places.first().is_some_and(|asked| asked.fits);
                (values, has_choice.then(|| sums.evpi()))
            }
            _ => (Vec::new(), None),
        };
        Ok(Findings { computed, plans: model.plans, size: size as usize, values, evpi })
    }

    /// What every factor does, alone.
    pub(crate) fn values(
        &self,
        model: &Model<'_>,
        factors: &[Factor],
        sums: &Replicated,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<FactorFindings>, Error> {
        let totals = if self.settled.totals && sums.is_still() {
            vec![Some(Measured::ZERO); factors.len()]
        } else if self.settled.totals {
            let steps = totals::steps(factors.len(), &self.settled);
            let margins = |values: &[Vec<f64>], out: &mut [f64]| model.margins(values, out);
            let mut tick = stage(watch, Stage::Totals, steps);
            let done = totals::totals(model.draws, factors, &self.settled, margins, &mut tick);
            finished(done)?.into_iter().map(Some).collect()
        } else {
            vec![None; factors.len()]
        };
        let parts = factors.iter().zip(totals).zip(swings(model, factors)).enumerate();
        let value = |(at, ((factor, total), swing)): (usize, ((&Factor, Option<Measured>), _))| {
            FactorFindings {
                input: Arc::clone(&factor.name),
                first_order: sums.first_order(at, factor.is_smooth(model.draws)),
                total,
                swing,
                evppi: sums.evppi(at),
            }
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
        let most = Cells::of(self.settled.scenarios(), self.settled.size()).most;
        let cells = Cells { each: CELLS_IN_A_GROUP.min(most), most };
        let all = Factor::all(self.compiled, model.draws, cells);
        let (mut chosen, mut problems): (Vec<&Factor>, Vec<Problem>) = (Vec::new(), Vec::new());
        for name in inputs {
            match all.iter().find(|own| *own.name == **name) {
                Some(factor) if chosen.iter().any(|other| other.name == factor.name) => {}
                Some(factor) => chosen.push(factor),
                None => {
                    let names = all.iter().map(|factor| &*factor.name);
                    problems.push(unknown_input(name, "uncertain input", names, "sensitivity"));
                }
            }
        }
        if !problems.is_empty() {
            return Err(Error::invalid(problems));
        }
        if !self.base.places.first().is_some_and(|asked| asked.fits) {
            // It is no choice, so knowing more changes nothing.
            return Ok(Measured::ZERO);
        }
        let group = [Factor::group(chosen.into_iter())];
        let cells = group.iter().map(Factor::cells).sum::<usize>();
        if cells > MOST_CELLS {
            let message = format!("a group of {cells} cells, at most {MOST_CELLS} are allowed");
            let problem = Problem::new("", Code::TooManyItems, message);
            return Err(Error::invalid(vec![problem.with_help("name fewer inputs")]));
        }
        let wanted = Wanted { tallies: false, factors: &group };
        let sums = self.compute(&model, wanted, watch)?.sums;
        let figure = Replicated::new(sums).map(|sums| sums.evppi(0));
        Ok(figure.unwrap_or(Measured::ZERO))
    }

    /// The uncertain inputs.
    pub(crate) fn factors(&self, model: &Model<'_>) -> Vec<Factor> {
        let cells = Cells::of(self.settled.scenarios(), self.settled.size());
        Factor::all(self.compiled, model.draws, cells)
    }

    /// Every condition at both ends and, where it is wanted, what would change the verdict.
    pub(crate) fn changes(
        &self,
        watch: &mut Watch<'_>,
    ) -> Result<(Vec<Probe<'p>>, Option<Flips>), Error> {
        let (compiled, settled) = (self.compiled, &self.settled);
        let inputs = if settled.flips { compiled.inputs.len() as u64 } else { 0 };
        let mut tick = stage(watch, Stage::Flips, probes::steps(compiled) + inputs);
        let probes = finished(probes::probes(compiled, &mut tick))?;
        if !settled.flips {
            return Ok((probes, None));
        }
        let flips = flips::flips(compiled, &self.base, settled.threads, &mut tick);
        Ok((probes, Some(finished(flips)?)))
    }

    /// What would change the verdict.
    pub(crate) fn flips(&self, watch: &mut Watch<'_>) -> Result<Flips, Error> {
        let mut tick = stage(watch, Stage::Flips, self.compiled.inputs.len() as u64);
        finished(flips::flips(self.compiled, &self.base, self.settled.threads, &mut tick))
    }
}

/// Into how many parts an input of a group is cut, so that a larger group only cuts finer.
const CELLS_IN_A_GROUP: u32 = 8;
/// Five inputs of eight parts have half as many.
const MOST_CELLS: usize = 1 << 16;

/// Tells of each step of a stage.
fn stage<'w>(
    watch: &'w mut Watch<'_>,
    stage: Stage,
    total: u64,
) -> impl FnMut(u64) -> ControlFlow<()> + 'w {
    let mut done = 0;
    move |steps| {
        done += steps;
        watch(Progress { stage, done, total })
    }
}

fn finished<T>(done: ControlFlow<(), T>) -> Result<T, Error> {
    match done {
        ControlFlow::Continue(done) => Ok(done),
        ControlFlow::Break(()) => Err(Error::stopped()),
    }
}
