//! What is summed over the scenarios of one replicate.

use super::figures::Figures;
use super::model::Model;
use super::verdict::Verdict;
use crate::lanes::Lanes;
use crate::worth::{Choice, Contributions, Flows, Valued, margin, worth};

/// Some scenarios, computed: worths and contributions of the pursuits, worths of the plans.
pub(crate) struct Chunk<const W: usize> {
    values: Vec<Valued<W>>,
    worths: Vec<Lanes<W>>,
    plans: Vec<Lanes<W>>,
}

/// Sums over the scenarios of one replicate.
#[derive(Debug, Clone)]
pub(crate) struct Tally {
    pub(crate) scenarios: f64,
    pub(crate) free_hours: f64,
    pub(crate) work_hours: f64,
    pub(crate) burnout_risk: f64,
    pub(crate) autonomy: f64,
    pub(crate) pursuits: Vec<PursuitTally>,
    /// Worths of the plans.
    pub(crate) plans: Vec<f64>,
    /// In how many scenarios keeping one's time has each rank by worth, the first rank first.
    pub(crate) keep_ranks: Vec<f64>,
}

/// The same for one pursuit.
#[derive(Debug, Clone)]
pub(crate) struct PursuitTally {
    pub(crate) contributions: Contributions<f64>,
    pub(crate) if_not_renewed: f64,
    pub(crate) holding_share: f64,
    pub(crate) chance_ever: f64,
    pub(crate) loaded_hours: f64,
    pub(crate) peak_loaded_hours: f64,
    pub(crate) flows: Flows,
    /// In how many scenarios it is so.
    pub(crate) worth_positive: f64,
    pub(crate) margin_positive: f64,
    pub(crate) does_not_fit: f64,
    /// In how many scenarios each verdict holds, as [`VERDICTS`] has them.
    pub(crate) verdicts: [f64; VERDICTS.len()],
    /// In how many scenarios it has each rank by worth.
    pub(crate) ranks: Vec<f64>,
}

/// The verdicts in the order of their counts.
pub(crate) const VERDICTS: [Verdict; 4] =
    [Verdict::WorthIt, Verdict::BetterElsewhere, Verdict::NotWorthIt, Verdict::NotFeasible];

impl<const W: usize> Chunk<W> {
    /// Room for so many pursuits and plans.
    pub(super) fn new(pursuits: usize, plans: usize) -> Self {
        let nothing =
            Valued { contributions: Contributions::all(Lanes::ZERO), burnout_risk: Lanes::ZERO };
        Self {
            values: vec![nothing; pursuits],
            worths: vec![Lanes::ZERO; pursuits],
            plans: vec![Lanes::ZERO; plans],
        }
    }

    #[inline(always)]
    pub(super) fn compute(&mut self, model: &Model<'_>, choice: &Choice<'_, W>) {
        let slots = self.values.iter_mut().zip(&mut self.worths);
        for ((value, worth), own) in slots.zip(choice.pursuits) {
            *value = Valued::new(choice.person, &own.profile);
            *worth = value.worth();
        }
        model.plan_worths(choice, &self.worths, &mut self.plans);
    }

    /// The figures of a pursuit.
    #[inline(always)]
    pub(super) fn figures(
        &self,
        model: &Model<'_>,
        choice: &Choice<'_, W>,
        pursuit: usize,
    ) -> Figures<Lanes<W>> {
        let parts =
            (self.values.get(pursuit), self.worths.get(pursuit), choice.pursuits.get(pursuit));
        let (Some(value), Some(worth), Some(own)) = parts else {
            return Figures::of(|| Lanes::ZERO);
        };
        let (with, without) = self.plans_of(model, pursuit);
        Figures {
            worth: *worth,
            margin: margin(with, without),
            hours_per_week: own.profile.hours,
            peak_hours_per_week: own.profile.peak,
            felt_hours_per_week: own.profile.felt_hours,
            burnout_risk: value.burnout_risk,
            money_per_year: own.profile.money,
        }
    }

    /// The worths of the plan with a pursuit and of the plan without it.
    #[inline(always)]
    pub(super) fn plans_of(&self, model: &Model<'_>, pursuit: usize) -> (Lanes<W>, Lanes<W>) {
        let of = |plans: &[usize]| plans.get(pursuit).and_then(|at| self.plans.get(*at)).copied();
        let (with, without) = (of(&model.plans.with), of(&model.plans.without));
        (with.unwrap_or(Lanes::ZERO), without.unwrap_or(Lanes::ZERO))
    }
}

impl Tally {
    #[inline(always)]
    pub(crate) fn new(pursuits: usize, plans: usize) -> Self {
        let pursuit = PursuitTally {
            contributions: Contributions::all(0.0),
            if_not_renewed: 0.0,
            holding_share: 0.0,
            chance_ever: 0.0,
            loaded_hours: 0.0,
            peak_loaded_hours: 0.0,
            flows: Flows::default(),
            worth_positive: 0.0,
            margin_positive: 0.0,
            does_not_fit: 0.0,
            verdicts: [0.0; VERDICTS.len()],
            ranks: vec![0.0; pursuits + 1],
        };
        Self {
            scenarios: 0.0,
            free_hours: 0.0,
            work_hours: 0.0,
            burnout_risk: 0.0,
            autonomy: 0.0,
            pursuits: vec![pursuit; pursuits],
            plans: vec![0.0; plans],
            keep_ranks: vec![0.0; pursuits + 1],
        }
    }

    #[inline(always)]
    pub(super) fn add<const W: usize>(
        &mut self,
        model: &Model<'_>,
        choice: &Choice<'_, W>,
        chunk: &Chunk<W>,
    ) {
        let person = choice.person;
        self.scenarios += Lanes::<W>::ONE.sum();
        self.free_hours += person.free_hours.sum();
        self.work_hours += person.work_hours.sum();
        self.burnout_risk += person.burnout_risk.sum();
        self.autonomy += person.autonomy.sum();
        for (sum, plan) in self.plans.iter_mut().zip(&chunk.plans) {
            *sum += plan.sum();
        }
        for (at, own) in self.pursuits.iter_mut().enumerate() {
            own.add(model, choice, chunk, at);
        }
        self.add_ranks(&chunk.worths);
    }

    /// Ranks by worth, keeping one's time among them. Ties go to keeping one's time, then to the
    /// pursuit that comes first.
    #[inline(always)]
    fn add_ranks<const W: usize>(&mut self, worths: &[Lanes<W>]) {
        let keep = Lanes::ZERO;
        let all = || std::iter::once(&keep).chain(worths);
        let mut ranks = vec![[0_usize; W]; worths.len() + 1];
        for (at, one) in all().enumerate() {
            let (earlier, later) = ranks.split_at_mut(at + 1);
            let Some(own) = earlier.last_mut() else { continue };
            for (other, rank) in all().skip(at + 1).zip(later) {
                let lanes = own.iter_mut().zip(rank).zip(one.0.iter().zip(other.0));
                for ((own, rank), (one, other)) in lanes {
                    let is_behind = usize::from(other > *one);
                    *own += is_behind;
                    *rank += 1 - is_behind;
                }
            }
        }
        let counts = std::iter::once(&mut self.keep_ranks)
            .chain(self.pursuits.iter_mut().map(|own| &mut own.ranks));
        for (counts, ranks) in counts.zip(ranks) {
            for rank in ranks {
                if let Some(count) = counts.get_mut(rank) {
                    *count += 1.0;
                }
            }
        }
    }

    /// Adds another replicate.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.scenarios += other.scenarios;
        self.free_hours += other.free_hours;
        self.work_hours += other.work_hours;
        self.burnout_risk += other.burnout_risk;
        self.autonomy += other.autonomy;
        add_all(&mut self.plans, &other.plans);
        add_all(&mut self.keep_ranks, &other.keep_ranks);
        for (own, other) in self.pursuits.iter_mut().zip(&other.pursuits) {
            own.merge(other);
        }
    }
}

impl PursuitTally {
    #[inline(always)]
    fn add<const W: usize>(
        &mut self,
        model: &Model<'_>,
        choice: &Choice<'_, W>,
        chunk: &Chunk<W>,
        at: usize,
    ) {
        let parts = (chunk.values.get(at), chunk.worths.get(at), choice.pursuits.get(at));
        let (Some(value), Some(worths), Some(own)) = parts else { return };
        let own_points = value.contributions.in_order();
        for (sum, points) in self.contributions.in_order_mut().into_iter().zip(own_points) {
            *sum += points.sum();
        }
        if own.holding.is_some() {
            self.if_not_renewed += worth(choice.person, &own.pursuing.profile()).sum();
        }
        self.holding_share += own.share.sum();
        self.chance_ever += own.chance_ever.sum();
        self.loaded_hours += own.profile.loaded_hours.sum();
        self.peak_loaded_hours += own.peak_loaded_hours().sum();
        self.flows.add(choice.person, own);
        let (with, without) = chunk.plans_of(model, at);
        let margins = margin(with, without).0;
        let fits = choice.fits(own.profile.peak);
        for ((fits, margin), worth) in fits.into_iter().zip(margins).zip(worths.0) {
            self.worth_positive += f64::from(u8::from(worth > 0.0));
            self.margin_positive += f64::from(u8::from(margin > 0.0));
            self.does_not_fit += f64::from(u8::from(!fits));
            let verdict = Verdict::of_margin(fits, margin, worth);
            for (count, other) in self.verdicts.iter_mut().zip(VERDICTS) {
                *count += f64::from(u8::from(verdict == other));
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        let others = other.contributions.in_order();
        for (own, other) in self.contributions.in_order_mut().into_iter().zip(others) {
            *own += other;
        }
        self.if_not_renewed += other.if_not_renewed;
        self.holding_share += other.holding_share;
        self.chance_ever += other.chance_ever;
        self.loaded_hours += other.loaded_hours;
        self.peak_loaded_hours += other.peak_loaded_hours;
        self.flows.merge(&other.flows);
        self.worth_positive += other.worth_positive;
        self.margin_positive += other.margin_positive;
        self.does_not_fit += other.does_not_fit;
        add_all(&mut self.verdicts, &other.verdicts);
        add_all(&mut self.ranks, &other.ranks);
    }
}

fn add_all(own: &mut [f64], other: &[f64]) {
    own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
}
