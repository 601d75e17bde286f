//! What going for an award takes and gives in each state of its chain.

use super::chain::{Chain, Year};
use super::gifts::Given;
use super::load::{Load, Regime};
use super::parts::Parts;
use super::pursuit::Pursuit;
use super::row::{Row, change_work_row, put_hours};
use crate::lanes::Lanes;

/// What profiles of an award are worked out in.
#[derive(Debug, Clone)]
pub(super) struct AwardRoom<const W: usize> {
    pub(super) chain: Chain<W>,
    pub(super) states: States<W>,
}

impl<const W: usize> AwardRoom<W> {
    pub(super) const EMPTY: Self = Self { chain: Chain::EMPTY, states: States::EMPTY };
}

/// A year in each state of the chain.
#[derive(Debug, Clone)]
pub(super) struct States<const W: usize> {
    pursuing: State<W>,
    pub(super) holding: State<W>,
    pub(super) work: Row<W>,
}

/// A year of going for an award.
#[derive(Debug, Clone)]
pub(super) struct State<const W: usize> {
    /// But for what effort gives.
    pub(super) taken: Row<W>,
    /// What that is without and with the award.
    given: [Given<W>; 2],
}

impl<const W: usize> States<W> {
    const EMPTY: Self = Self { pursuing: State::EMPTY, holding: State::EMPTY, work: Row::NOTHING };

    #[inline(always)]
    pub(super) fn fill(
        &mut self,
        pursuit: &Pursuit<'_, W>,
        level: Lanes<W>,
        [work, pursuing, holding]: [Lanes<W>; 3],
        row: usize,
        may_give_up: bool,
    ) {
        let ease = pursuit.ease_of_work(level, row);
        let states = [
            (&mut self.pursuing, Regime::Pursuing, pursuing),
            (&mut self.holding, Regime::Holding, holding),
        ];
        for (state, regime, returns) in states {
            state.fill(level, pursuit.load_of(regime, row), ease);
            pursuit.put_given(returns, row, &mut state.given);
        }
        if may_give_up {
            change_work_row(&mut self.work, pursuit, level, work, row, Parts::ALL);
        }
    }

    /// Puts there the mean of a year over the two states of going for it.
    #[inline(always)]
    pub(super) fn put_mean(&self, now: &Year<W>, mean: &mut Row<W>) {
        let Self { pursuing, holding, .. } = self;
        let unmet = mean.unmet.iter_mut();
        let both = pursuing.unmet(now.wins).zip(holding.unmet(now.renews));
        for (unmet, (pursuing, holding)) in unmet.zip(both) {
            *unmet = now.pursuing * pursuing + now.holding * holding;
        }
        let money = [pursuing.money(now.wins), holding.money(now.renews)];
        let (pursuing, holding) = (&pursuing.taken, &holding.taken);
        let of = |[of_pursuing, of_holding]: [Lanes<W>; 2]| {
            now.pursuing * of_pursuing + now.holding * of_holding
        };
        mean.ease = of([pursuing.ease, holding.ease]);
        mean.hours = of([pursuing.hours, holding.hours]);
        mean.loaded_hours = of([pursuing.loaded_hours, holding.loaded_hours]);
        mean.felt_hours = of([pursuing.felt_hours, holding.felt_hours]);
        mean.rest = of([pursuing.rest, holding.rest]);
        mean.money = of(money);
        mean.spending = of([pursuing.spending, holding.spending]);
    }
}

/// The effort of a year buys the next year's award, and a title already won is no reason to go on: effort
/// gives (1-p') * without + p' * with the award.
impl<const W: usize> State<W> {
    const EMPTY: Self = Self { taken: Row::NOTHING, given: [Given::NOTHING; 2] };

    #[inline(always)]
    fn fill(&mut self, level: Lanes<W>, load: &Load<W>, ease_of_work: Lanes<W>) {
        let taken = &mut self.taken;
        put_hours(taken, level, load);
        taken.ease = ease_of_work * load.ease_of_award;
        taken.spending = level * load.spending;
        taken.money = Lanes::ZERO - taken.spending;
    }

    /// u[m], where effort wins the next year's award with this chance.
    #[inline(always)]
    fn unmet(&self, wins: Lanes<W>) -> impl Iterator<Item = Lanes<W>> {
        let [without, with] = &self.given;
        let loses = Lanes::ONE - wins;
        let both = without.unmet.iter().zip(&with.unmet);
        both.map(move |(without, with)| loses * *without + wins * *with)
    }

    /// Money a year, likewise.
    #[inline(always)]
    fn money(&self, wins: Lanes<W>) -> Lanes<W> {
        let [without, with] = &self.given;
        self.taken.money + ((Lanes::ONE - wins) * without.earnings + wins * with.earnings)
    }
}
