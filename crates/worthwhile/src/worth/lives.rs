//! The lives to choose from: the person, every pursuit at the levels that are wanted, and what a
//! mix of them takes and gives.

use super::contributions::{Baseline, Valued};
use super::mix::{Mix, Pick};
use super::preferences::Preferences;
use super::profile::{Profile, Row, row};
use super::pursuit::Pursuit;
use super::values::Values;
use crate::lanes::Lanes;
use crate::plan::{Program, PursuitProgram};
use crate::wide::in_lanes;

/// At which levels pursuits are wanted.
#[derive(Debug, Clone)]
pub(crate) struct Menu {
    /// Those of the pursuit, then others.
    pub(crate) levels: Vec<f64>,
    /// Which ways to do it are computed, by [`Pick::index`].
    wanted: Vec<bool>,
}

impl Menu {
    /// Every way to do a pursuit at its own levels.
    pub(crate) fn of(pursuit: &PursuitProgram) -> Self {
        let picks = pursuit.levels.iter().flat_map(|_| [pursuit.award.is_some(), true]);
        Self { levels: pursuit.levels.clone(), wanted: picks.collect() }
    }

    /// The same levels, none of them wanted yet.
    pub(crate) fn nothing_of(pursuit: &PursuitProgram) -> Self {
        let wanted = vec![false; 2 * pursuit.levels.len()];
        Self { levels: pursuit.levels.clone(), wanted }
    }

    /// Wants one way more.
    pub(crate) fn want(&mut self, pick: Pick) {
        if let Some(wanted) = self.wanted.get_mut(pick.index()) {
            *wanted = true;
        }
    }

    /// Adds a level, of which nothing is wanted yet; its place is given.
    pub(crate) fn add(&mut self, level: f64) -> usize {
        self.levels.push(level);
        self.wanted.extend([false, false]);
        self.levels.len() - 1
    }

    /// The ways that are computed.
    pub(crate) fn picks(&self) -> impl Iterator<Item = Pick> + '_ {
        let wanted = self.wanted.iter().enumerate().filter(|(_, wanted)| **wanted);
        wanted.map(|(at, _)| Pick { level: at / 2, is_whole: at % 2 == 1 })
    }
}

/// One pursuit at the levels that are wanted.
#[derive(Debug, Clone)]
pub(crate) struct Outcome<const W: usize> {
    /// The life without it: what is done of it anyway.
    pub(crate) without: Profile<W>,
    /// Whether that is nothing.
    is_nothing: bool,
    /// By [`Pick::index`]; empty ones are not wanted.
    profiles: Vec<Profile<W>>,
}

impl<const W: usize> Outcome<W> {
    #[inline(always)]
    fn new(
        program: &PursuitProgram,
        menu: &Menu,
        person: &Preferences<W>,
        values: Values<'_, W>,
    ) -> Self {
        let pursuit = Pursuit::new(program, person, values);
        let anyway = values.get(program.anyway);
        let is_nothing = anyway.all_are(|anyway| anyway <= 0.0);
        let without = if is_nothing { Profile::nothing() } else { Profile::work(&pursuit, anyway) };
        let empty = Profile { rows: Vec::new(), held: None };
        let mut profiles = vec![empty; menu.wanted.len()];
        for pick in menu.picks() {
            // What is done anyway is done at any level.
            let level = Lanes::all(menu.levels.get(pick.level).copied().unwrap_or(1.0)).max(anyway);
            let profile = match &program.award {
                Some(award) if pick.is_whole => {
                    let chances = [award.numbers.chance_per_year, award.numbers.renewal_chance];
                    let chances = chances.map(|id| values.get(id));
                    Profile::with_award(&pursuit, award, person, chances, level, &without)
                }
                Some(_) => Profile::work_instead(&pursuit, level, &without, person.years.count()),
                None => Profile::work(&pursuit, level),
            };
            if let Some(slot) = profiles.get_mut(pick.index()) {
                *slot = profile;
            }
        }
        Self { without, is_nothing, profiles }
    }

    /// The profile of one way to do it.
    // INVARIANT: only ways that the menu wants are asked for.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    #[inline(always)]
    pub(crate) fn profile(&self, pick: Pick) -> &Profile<W> {
        &self.profiles[pick.index()]
    }
}

/// A person and their pursuits at the values of some scenarios.
#[derive(Debug)]
pub(crate) struct Lives<const W: usize> {
    pub(crate) person: Preferences<W>,
    pub(crate) pursuits: Vec<Outcome<W>>,
    /// The life without any.
    pub(crate) baseline: Baseline<W>,
}

impl<const W: usize> Lives<W> {
    #[inline(always)]
    fn new(program: &Program, menus: &[Menu], values: &[Lanes<W>]) -> Self {
        let values = Values(values);
        let person = Preferences::new(&program.person, &program.assumptions, values);
        let pursuits = program.pursuits.iter().zip(menus);
        let pursuits: Vec<Outcome<W>> = pursuits
            .map(
                #[inline(always)]
                |(pursuit, menu)| Outcome::new(pursuit, menu, &person, values),
            )
            .collect();
        let rows = merged(pursuits.iter().filter(|own| !own.is_nothing).map(|own| &own.without));
        let baseline = Baseline::new(&person, rows);
        Self { person, pursuits, baseline }
    }

    /// The life of a mix: the chosen profiles, and the life without each pursuit that is not chosen,
    /// merged in case order.
    #[inline(never)]
    pub(crate) fn life(&self, mix: &Mix) -> Vec<Row<W>> {
        in_lanes::<W, _>(
            #[inline(always)]
            || self.merged(mix),
        )
    }

    #[inline(always)]
    fn merged(&self, mix: &Mix) -> Vec<Row<W>> {
        let parts = self.pursuits.iter().enumerate().filter_map(|(at, own)| match mix.get(at) {
            Some(pick) => Some(own.profile(pick)),
            None if own.is_nothing => None,
            None => Some(&own.without),
        });
        merged(parts)
    }

    /// What a mix is worth, part by part.
    pub(crate) fn valued(&self, mix: &Mix) -> Valued<W> {
        if *mix == Mix::NONE {
            return Valued::nothing(&self.person);
        }
        self.valued_life(&self.life(mix))
    }

    /// What a life is worth, part by part.
    #[inline(never)]
    pub(crate) fn valued_life(&self, life: &[Row<W>]) -> Valued<W> {
        in_lanes::<W, _>(
            #[inline(always)]
            || Valued::new(&self.person, &self.baseline, life),
        )
    }

    /// The worth of a mix, in points.
    pub(crate) fn worth(&self, mix: &Mix) -> Lanes<W> {
        self.valued(mix).worth()
    }

    /// Lane by lane, whether a life of these rows fits: its busiest year is within what the person
    /// can give, or no busier than the life without any.
    #[inline(always)]
    pub(crate) fn fits(&self, busiest_hours: Lanes<W>) -> [bool; W] {
        let most = self.person.most_hours.max(self.baseline.busiest_hours);
        let mut fits = [false; W];
        for (fits, (hours, most)) in fits.iter_mut().zip(busiest_hours.0.iter().zip(most.0)) {
            *fits = *hours <= most + FIT_TOLERANCE;
        }
        fits
    }
}

/// The person and all pursuits of a plan at the levels that are wanted, for some scenarios at once.
/// `values` holds one entry per value of the plan.
#[inline(never)]
pub(crate) fn lives<const W: usize>(
    program: &Program,
    menus: &[Menu],
    values: &[Lanes<W>],
) -> Lives<W> {
    in_lanes::<W, _>(
        #[inline(always)]
        || Lives::new(program, menus, values),
    )
}

/// Hours by which a mix may exceed what the person can give, for rounding.
pub(super) const FIT_TOLERANCE: f64 = 1e-9;

/// Profiles merged year by year.
#[inline(always)]
fn merged<'p, const W: usize>(parts: impl Iterator<Item = &'p Profile<W>> + Clone) -> Vec<Row<W>> {
    let count = parts.clone().map(|part| part.rows.len()).max().unwrap_or(1);
    let mut rows = vec![Row::NOTHING; count.max(1)];
    for part in parts {
        for (year, own) in rows.iter_mut().enumerate() {
            own.merge(row(&part.rows, year));
        }
    }
    rows
}
