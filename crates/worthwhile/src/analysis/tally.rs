//! What is summed over the scenarios of one replicate, besides the figures that are kept for each.

use super::model::{Amount, Model, Variant};
use super::outlook::Outlook;
use crate::lanes::Lanes;
use crate::worth::{Contributions, Flows, Lives, Profile, busiest};

/// Sums over the scenarios of one replicate.
#[derive(Debug, Clone)]
pub(crate) struct Tally {
    pub(crate) scenarios: f64,
    pub(crate) free_hours: f64,
    pub(crate) work_hours: f64,
    pub(crate) most_hours: f64,
    pub(crate) burnout_risk: f64,
    pub(crate) autonomy: f64,
    /// Hours a week of each mix.
    pub(crate) hours: Vec<f64>,
    pub(crate) variants: Vec<VariantTally>,
    pub(crate) how_much: Vec<AmountTally>,
}

/// The same for one pursuit at a level.
#[derive(Debug, Clone)]
pub(crate) struct VariantTally {
    pub(crate) contributions: Contributions<f64>,
    /// Worth of the same work without the award, alone.
    pub(crate) work_worth: f64,
    pub(crate) extra_hours: f64,
    pub(crate) loaded_hours: f64,
    pub(crate) busiest_loaded_hours: f64,
    pub(crate) holding_share: f64,
    pub(crate) chance_ever: f64,
    pub(crate) hours_when_held: f64,
    pub(crate) years: Vec<YearTally>,
    pub(crate) flows: Flows,
    /// In how many scenarios it does not fit.
    pub(crate) does_not_fit: f64,
}

/// The same for one year of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct YearTally {
    pub(crate) hours: f64,
    pub(crate) felt_hours: f64,
    pub(crate) burnout_risk: f64,
    pub(crate) money: f64,
    pub(crate) held: f64,
}

/// The same for the pursuit in question at another level.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct AmountTally {
    pub(crate) hours: f64,
    pub(crate) worth: f64,
    pub(crate) work_worth: f64,
    pub(crate) chance_ever: f64,
    /// Worth of the best mix with it.
    pub(crate) plan: f64,
}

impl Tally {
    pub(crate) fn new(model: &Model<'_>) -> Self {
        let years = model.base.lives.person.years.count();
        let variant = VariantTally {
            contributions: Contributions::all(0.0),
            work_worth: 0.0,
            extra_hours: 0.0,
            loaded_hours: 0.0,
            busiest_loaded_hours: 0.0,
            holding_share: 0.0,
            chance_ever: 0.0,
            hours_when_held: 0.0,
            years: vec![YearTally::default(); years],
            flows: Flows::default(),
            does_not_fit: 0.0,
        };
        Self {
            scenarios: 0.0,
            free_hours: 0.0,
            work_hours: 0.0,
            most_hours: 0.0,
            burnout_risk: 0.0,
            autonomy: 0.0,
            hours: vec![0.0; model.mixes.len()],
            variants: vec![variant; model.variants.len()],
            how_much: vec![AmountTally::default(); model.how_much.len()],
        }
    }

    /// Adds some scenarios. `alone` begins with what each variant comes to, and `worths` what everything is
    /// worth that is valued, with its hours a week.
    #[inline(always)]
    pub(super) fn add<const W: usize>(
        &mut self,
        model: &Model<'_>,
        lives: &Lives<W>,
        alone: &[Outlook<W>],
        worths: &[[Lanes<W>; 2]],
    ) {
        let person = &lives.person;
        self.scenarios += Lanes::<W>::ONE.sum();
        self.free_hours += person.free_hours.sum();
        self.work_hours += person.work_hours.sum();
        self.most_hours += person.most_hours.max(lives.baseline.busiest_hours).sum();
        self.burnout_risk += person.burnout_risk.sum();
        self.autonomy += person.autonomy.sum();
        let works = model.works_at.iter();
        let works =
            works.map(|at| at.map_or(0.0, |at| worths.get(at).map_or(0.0, |[own, _]| own.sum())));
        let variants = self.variants.iter_mut().zip(&model.variants).zip(alone).zip(works);
        for (((own, variant), alone), work) in variants {
            own.work_worth += work;
            own.add(lives, variant, alone);
        }
        for (sum, at) in self.hours.iter_mut().zip(&model.mixes_at) {
            *sum += worths.get(*at).map_or(0.0, |[_, hours]| hours.sum());
        }
        for (own, amount) in self.how_much.iter_mut().zip(&model.how_much) {
            own.add(lives, amount, worths);
        }
    }

    /// Adds another replicate.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.scenarios += other.scenarios;
        self.free_hours += other.free_hours;
        self.work_hours += other.work_hours;
        self.most_hours += other.most_hours;
        self.burnout_risk += other.burnout_risk;
        self.autonomy += other.autonomy;
        self.hours.iter_mut().zip(&other.hours).for_each(|(own, other)| *own += other);
        self.variants.iter_mut().zip(&other.variants).for_each(|(own, other)| own.merge(other));
        self.how_much.iter_mut().zip(&other.how_much).for_each(|(own, other)| own.merge(other));
    }
}

impl VariantTally {
    #[inline(always)]
    fn add<const W: usize>(&mut self, lives: &Lives<W>, variant: &Variant, alone: &Outlook<W>) {
        let points = alone.valued.contributions.in_order();
        for (sum, points) in self.contributions.in_order_mut().into_iter().zip(points) {
            *sum += points.sum();
        }
        let Some(outcome) = lives.pursuits.get(variant.index) else { return };
        let (own, without) = (outcome.profile(variant.pick), &outcome.without);
        let years = &lives.person.years;
        let hours = |profile: &Profile<W>| years.mean(&profile.rows, |row| row.hours);
        self.extra_hours += (hours(own) - hours(without)).sum();
        self.loaded_hours += years.mean(&own.rows, |row| row.loaded_hours).sum();
        self.busiest_loaded_hours += busiest(&own.rows, |row| row.loaded_hours).sum();
        self.flows.add(&lives.person, own, without);
        if let Some(held) = &own.held {
            self.holding_share += held.share.sum();
            self.chance_ever += held.chance_ever.sum();
            self.hours_when_held += held.hours.sum();
        }
        for (year, sums) in self.years.iter_mut().enumerate() {
            let row = own.row(year);
            let risk = match alone.risks.as_slice() {
                [risk] => *risk,
                risks => risks.get(year).copied().unwrap_or(Lanes::ZERO),
            };
            sums.hours += row.hours.sum();
            sums.felt_hours += row.felt_hours.sum();
            sums.burnout_risk += risk.sum();
            sums.money += row.money.sum();
            let held = own.held.as_ref().and_then(|held| held.in_years.get(year));
            sums.held += held.map_or(0.0, Lanes::sum);
        }
        let fits = lives.fits(alone.busiest_hours);
        self.does_not_fit += fits.iter().filter(|fits| !**fits).count() as f64;
    }

    fn merge(&mut self, other: &Self) {
        let others = other.contributions.in_order();
        for (own, other) in self.contributions.in_order_mut().into_iter().zip(others) {
            *own += other;
        }
        self.work_worth += other.work_worth;
        self.extra_hours += other.extra_hours;
        self.loaded_hours += other.loaded_hours;
        self.busiest_loaded_hours += other.busiest_loaded_hours;
        self.holding_share += other.holding_share;
        self.chance_ever += other.chance_ever;
        self.hours_when_held += other.hours_when_held;
        for (own, other) in self.years.iter_mut().zip(&other.years) {
            own.hours += other.hours;
            own.felt_hours += other.felt_hours;
            own.burnout_risk += other.burnout_risk;
            own.money += other.money;
            own.held += other.held;
        }
        self.flows.merge(&other.flows);
        self.does_not_fit += other.does_not_fit;
    }
}

impl AmountTally {
    #[inline(always)]
    fn add<const W: usize>(&mut self, lives: &Lives<W>, amount: &Amount, worths: &[[Lanes<W>; 2]]) {
        let worth = |at: usize| worths.get(at).map_or(0.0, |[worth, _]| worth.sum());
        let sum = |at: Option<usize>| at.map_or(0.0, worth);
        let [alone, work, plan] = amount.at.map(sum);
        self.worth += alone;
        self.work_worth += work;
        self.plan += plan;
        let Some(outcome) = lives.pursuits.get(amount.variant.index) else { return };
        let own = outcome.profile(amount.variant.pick);
        self.hours += lives.person.years.mean(&own.rows, |row| row.hours).sum();
        self.chance_ever += own.held.as_ref().map_or(0.0, |held| held.chance_ever.sum());
    }

    fn merge(&mut self, other: &Self) {
        self.hours += other.hours;
        self.worth += other.worth;
        self.work_worth += other.work_worth;
        self.chance_ever += other.chance_ever;
        self.plan += other.plan;
    }
}
