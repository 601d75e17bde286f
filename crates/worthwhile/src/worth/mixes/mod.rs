//! The best mixes of many people whose cases are the same but for who they are: all mixes are kept in a table, and
//! what is near the best by its bound is valued exactly.

mod bound;
mod table;

use super::contributions::Valued;
use super::lives::Lives;
use super::mix::{Best, Mix, Pick, TIE, Valuation};
use super::row::Row;
use super::search::FoundFor;
use crate::lanes::Lanes;
use crate::plan::Program;
use crate::wide::wide;
use bound::{Bound, TOGETHER, larger};
pub(crate) use table::AllMixes;
use table::{Entry, Group, MANY, Many};

/// Chooses among the mixes of a table for one person after the other.
pub(crate) struct Chooser<'m> {
    mixes: &'m AllMixes,
    /// The person met last. The felt hours of the pursuits are those of somebody without autonomy.
    pub(crate) lives: Lives<1>,
    /// Room for the life of a mix, for what mixes could be worth at most, and for the most of each chunk of these.
    life: Vec<Row<1>>,
    bounds: Vec<Many>,
    tops: Vec<f32>,
}

impl<'m> Chooser<'m> {
    pub(crate) fn new(mixes: &'m AllMixes) -> Self {
        let lives = mixes.lives.clone();
        Self { mixes, lives, life: Vec::new(), bounds: Vec::new(), tops: Vec::new() }
    }

    /// The next person, by the values of all inputs. Those of the pursuits are the table's.
    pub(crate) fn meet(&mut self, program: &Program, values: &[Lanes<1>]) {
        self.lives.change_person(program, values);
        if let Some(nothing) = self.mixes.nothing() {
            self.mixes.put_life(nothing, self.lives.person.autonomy, &mut self.life);
            self.lives.set_baseline(&self.life);
        }
    }

    /// The ways to do the pursuit in question.
    pub(crate) fn picks(&self) -> &'m [Pick] {
        &self.mixes.picks
    }

    /// The best mixes with the pursuit in question, without it, and without any of it.
    pub(crate) fn around(&mut self) -> FoundFor {
        let bound = Bound::new(self.mixes, &self.lives.person, &self.lives.baseline);
        let [mut with, mut without] = [Best::default(), Best::default()];
        self.offer_all(&self.mixes.none, &bound, &mut without);
        let without_any = without.chosen();
        self.offer_all(&self.mixes.work, &bound, &mut without);
        self.offer_all(&self.mixes.with, &bound, &mut with);
        FoundFor { with: with.chosen(), without: without.chosen(), without_any, work: None }
    }

    /// What the pursuit in question is worth alone.
    pub(crate) fn alone(&self, pick: Pick) -> Valued<1> {
        let Some(own) = self.mixes.alone(pick) else { return Valued::nothing(&self.lives.person) };
        let mut life = Vec::new();
        self.mixes.put_life(own, self.lives.person.autonomy, &mut life);
        self.lives.valued_life(&life)
    }

    /// Whether the pursuit in question alone fits.
    pub(crate) fn fits_alone(&self, pick: Pick) -> bool {
        self.mixes.alone(pick).is_some_and(|own| self.fits(own))
    }

    /// Offers every mix of a group that could be chosen, the most promising first.
    fn offer_all(&mut self, group: &Group, bound: &Bound, best: &mut Best) {
        self.put_bounds(group, bound);
        let (bounds, tops) = (std::mem::take(&mut self.bounds), std::mem::take(&mut self.tops));
        let most = tops.iter().copied().fold(f32::NEG_INFINITY, larger);
        let in_chunk = |at: usize| {
            let chunk = bounds.get(at)?;
            Some(at * MANY + chunk.iter().position(|own| *own >= most)?)
        };
        let first = tops.iter().position(|own| *own >= most).and_then(in_chunk);
        if let Some(first) = first {
            self.offer(group, first, best);
        }
        let floor = |best: &Best| (best.worth() - TIE - bound.rounding(best.worth())) as f32;
        let mut least = floor(best);
        for (at, (top, chunk)) in tops.iter().zip(&bounds).enumerate() {
            if *top < least {
                continue;
            }
            for (at, some) in (at * MANY..).step_by(TOGETHER).zip(chunk.chunks(TOGETHER)) {
                if some.iter().fold(true, |all, own| all & (*own < least)) {
                    continue;
                }
                for (at, own) in (at..).zip(some) {
                    if *own >= least && Some(at) != first {
                        self.offer(group, at, best);
                        least = floor(best);
                    }
                }
            }
        }
        (self.bounds, self.tops) = (bounds, tops);
    }

    /// Finds what each mix could be worth at most, and the most of these, chunk by chunk.
    #[inline(never)]
    fn put_bounds(&mut self, group: &Group, bound: &Bound) {
        self.bounds.resize(group.chunks.len(), [0.0; MANY]);
        self.tops.resize(group.chunks.len(), 0.0);
        let all = group.chunks.iter().zip(&mut self.bounds).zip(&mut self.tops);
        wide(
            #[inline(always)]
            || {
                for ((chunk, to), top) in all {
                    *top = bound.put(chunk, to);
                }
            },
        );
    }

    fn offer(&mut self, group: &Group, at: usize, best: &mut Best) {
        let Some(own) = group.entries.get(at).filter(|own| self.fits(own)) else { return };
        let worth = match own.mix == Mix::NONE {
            true => 0.0,
            false => {
                self.mixes.put_life(own, self.lives.person.autonomy, &mut self.life);
                self.lives.valued_life(&self.life).worth().first()
            }
        };
        best.offer(Valuation { mix: own.mix, worth });
    }

    fn fits(&self, own: &Entry) -> bool {
        let [fits] = self.lives.fits(self.mixes.busiest_hours(own));
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{InputId, Plan};
    use crate::worth::Menu;
    use proptest::collection::vec;
    use proptest::prelude::*;

    const CASES: [&str; 4] = [
        include_str!("../../../examples/mvp.json"),
        include_str!("../../../examples/degree-or-award.json"),
        include_str!("../../../examples/keep-the-work.json"),
        include_str!("../../../examples/long-week.json"),
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        /// Whatever may differ while the mixes stay, no mix that fits is worth more than its bound.
        #[test]
        fn no_mix_is_worth_more_than_its_bound(
            case in 0..CASES.len(), shares in vec(-0.2..1.2_f64, 64), times in 0.0..3.0_f64,
        ) {
            let plan = Plan::read(CASES[case]).unwrap();
            let compiled = plan.compiled();
            let program = &compiled.program;
            let menus: Vec<Menu> = program.pursuits.iter().map(Menu::of).collect();
            let mut values: Vec<Lanes<1>> =
                compiled.means.iter().map(|mean| Lanes::all(*mean)).collect();
            let mixes = AllMixes::new(program, &menus, &values, 0).unwrap();
            let may_differ = |at: &usize| {
                AllMixes::stay(program, |id| id == InputId(u32::try_from(*at).unwrap()))
            };
            let places: Vec<usize> = (0..compiled.inputs.len()).filter(may_differ).collect();
            prop_assert!(places.len() > 15);
            for (at, share) in places.iter().zip(shares) {
                // Some are at an end.
                let share = share.clamp(0.0, 1.0);
                let [least, most] = compiled.inputs[*at].field.domain.ends();
                values[*at] = Lanes([match most < 1000.0 {
                    true => least + share * (most - least),
                    false => times * values[*at].first(),
                }]);
            }
            let mut chooser = Chooser::new(&mixes);
            chooser.meet(program, &values);
            let bound = Bound::new(&mixes, &chooser.lives.person, &chooser.lives.baseline);
            let mut room = Vec::new();
            for group in [&mixes.none, &mixes.work, &mixes.with] {
                chooser.put_bounds(group, &bound);
                for (own, most) in group.entries.iter().zip(chooser.bounds.as_flattened()) {
                    if !chooser.fits(own) {
                        continue;
                    }
                    mixes.put_life(own, chooser.lives.person.autonomy, &mut room);
                    let worth = chooser.lives.valued_life(&room).worth().first();
                    let most = f64::from(*most) + bound.rounding(worth);
                    prop_assert!(worth <= most, "{worth} above {most}");
                }
                for (top, chunk) in chooser.tops.iter().zip(&chooser.bounds) {
                    let most = chunk.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                    prop_assert_eq!(top.to_bits(), most.to_bits());
                }
            }
        }
    }

    /// In single precision the share of so few hours is infinite, and so is what they cost.
    #[test]
    fn next_to_no_free_hours_hide_no_mix() {
        let plan = Plan::read(
            r#"{"schema_version": 1, "person": {"motivations": {"career": 10},
                "protections": {"break_even_hours_per_week": 40},
                "time": {"free_hours_per_week": 1e-39}},
                "pursuits": [{"id": "a", "activities": [{"id": "w", "kind": "study", "hours": 1,
                "per_year": 52}],
                "benefits": [{"id": "b", "category": "skills", "strength": 10}]}]}"#,
        )
        .unwrap();
        let program = &plan.compiled().program;
        let menus: Vec<Menu> = program.pursuits.iter().map(Menu::of).collect();
        let values: Vec<Lanes<1>> =
            plan.compiled().means.iter().map(|mean| Lanes::all(*mean)).collect();
        let mixes = AllMixes::new(program, &menus, &values, 0).unwrap();
        let mut chooser = Chooser::new(&mixes);
        chooser.meet(program, &values);
        let with = chooser.around().with.unwrap();
        let alone = mixes.picks.iter().map(|pick| chooser.alone(*pick).worth().first());
        let best = alone.fold(f64::NEG_INFINITY, f64::max);
        assert!((with.worth - best).abs() < 1e-9, "{} {best}", with.worth);
        assert!(best > 0.0);
    }
}
