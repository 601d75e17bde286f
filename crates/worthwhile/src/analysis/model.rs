//! A plan with all that its scenarios need, and the margin at any values of its inputs.

use super::base::Base;
use super::options::Settled;
use crate::lanes::Lanes;
use crate::plan::Compiled;
use crate::sampling::Draws;
use crate::wide::wide;
use crate::worth::{Choice, Members, evaluate, margin, worth};

/// Lanes computed together.
pub(super) const LANES: usize = 8;

/// A plan with all that its scenarios need.
#[derive(Debug)]
pub(crate) struct Model<'p> {
    pub(crate) compiled: &'p Compiled,
    pub(crate) base: &'p Base,
    pub(crate) draws: &'p Draws,
    pub(crate) plans: ChosenMixes,
}

/// The plans that the base case chose, each once.
#[derive(Debug)]
pub(crate) struct ChosenMixes {
    pub(crate) members: Vec<Members>,
    /// For each pursuit, which of them is the plan with it, and which the one without.
    pub(crate) with: Vec<usize>,
    pub(crate) without: Vec<usize>,
}

impl ChosenMixes {
    fn new(base: &Base) -> Self {
        let mut members: Vec<Members> = Vec::new();
        let mut place = |wanted: Members| {
            members.iter().position(|known| *known == wanted).unwrap_or_else(|| {
                members.push(wanted);
                members.len() - 1
            })
        };
        let pairs =
            base.places.iter().map(|own| (place(own.with.members), place(own.without.members)));
        let (with, without) = pairs.unzip();
        Self { members, with, without }
    }
}

impl<'p> Model<'p> {
    pub(crate) fn new(compiled: &'p Compiled, base: &'p Base) -> Self {
        Self { compiled, base, draws: compiled.draws(), plans: ChosenMixes::new(base) }
    }

    /// Whether anything is uncertain.
    pub(crate) fn is_uncertain(&self) -> bool {
        !self.draws.dimensions.is_empty()
    }

    /// How many replicates of how many scenarios.
    pub(crate) fn shape(&self, settled: &Settled) -> (u32, u32) {
        if self.is_uncertain() { (settled.replicates, settled.size()) } else { (1, 1) }
    }

    /// The worths of the plans, where those of single pursuits are known.
    #[inline(always)]
    pub(crate) fn plan_worths<const W: usize>(
        &self,
        choice: &Choice<'_, W>,
        worths: &[Lanes<W>],
        out: &mut [Lanes<W>],
    ) {
        for (members, out) in self.plans.members.iter().zip(out) {
            let only = |(at, _): &(usize, &Lanes<W>)| *members == Members::only(*at);
            *out = match worths.iter().enumerate().find(only) {
                Some((_, worth)) => *worth,
                None if *members == Members::NONE => Lanes::ZERO,
                None => worth(choice.person, &choice.profile(*members)),
            };
        }
    }
}

impl Model<'_> {
    /// The margin of the pursuit in question at each of these values, a column for each place that
    /// is drawn.
    pub(crate) fn margins(&self, values: &[Vec<f64>], out: &mut [f64]) {
        if out.len().is_multiple_of(LANES) {
            wide(
                #[inline(always)]
                || self.margins_in::<LANES>(values, out),
            );
        } else {
            self.margins_in::<1>(values, out);
        }
    }

    #[inline(always)]
    fn margins_in<const W: usize>(&self, values: &[Vec<f64>], out: &mut [f64]) {
        let means = self.compiled.means.iter();
        let mut inputs: Vec<Lanes<W>> = means.map(|mean| Lanes::all(*mean)).collect();
        for (chunk, out) in out.chunks_mut(W).enumerate() {
            self.draws.put(values, chunk * W, &mut inputs);
            out.copy_from_slice(&self.margin(&inputs).0);
        }
    }

    /// The margin of the pursuit in question, with the plans of the base case.
    #[inline(always)]
    pub(crate) fn margin<const W: usize>(&self, inputs: &[Lanes<W>]) -> Lanes<W> {
        let (person, outcomes) = evaluate(&self.compiled.program, inputs);
        let choice = Choice { person: &person, pursuits: &outcomes };
        let worth_of = |plan: Option<&usize>| match plan.and_then(|at| self.plans.members.get(*at))
        {
            Some(members) => worth(&person, &choice.profile(*members)),
            None => Lanes::ZERO,
        };
        let (with, without) = (self.plans.with.first(), self.plans.without.first());
        margin(worth_of(with), worth_of(without))
    }
}
