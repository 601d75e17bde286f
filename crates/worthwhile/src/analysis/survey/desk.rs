//! One person after the other: the plans, the verdict, and the scenarios where there is doubt.

use super::figures::Person;
use super::plans::{Planner, Plans};
use super::respondents::Columns;
use super::scenes::{Drawn, Scenes};
use crate::analysis::base::{ASKED, at_means, best_of, judged};
use crate::analysis::figures::OwnFigures;
use crate::analysis::measured::{Measured, replicated};
use crate::analysis::model::LANES;
use crate::analysis::outlook::own_figures;
use crate::analysis::summary::sum;
use crate::analysis::verdict::Verdict;
use crate::lanes::Lanes;
use crate::plan::Compiled;
use crate::worth::{AllMixes, Limit, Lives, Menu, Mix, Pick, SearchEnded, TIE, Valuation, margin};

/// What one thread computes people with.
pub(super) struct Desk<'d> {
    compiled: &'d Compiled,
    pub(super) values: Vec<Lanes<1>>,
    planner: Planner<'d>,
    doubt: Option<Doubt<'d>>,
    /// The scenarios in which the last person has a yes.
    pub(super) yes: Vec<u64>,
}

/// The scenarios, and room for one person's.
struct Doubt<'d> {
    scenes: &'d Scenes,
    drawn: &'d Drawn,
    room: Vec<Vec<Lanes<LANES>>>,
    menus: Vec<Menu>,
    lives: Lives<LANES>,
    /// What is valued, and what it is worth in every scenario, padded.
    valued: Vec<Mix>,
    worths: Vec<Vec<f64>>,
    own: OwnFigures<Vec<f64>>,
    fits: Vec<bool>,
}

impl<'d> Desk<'d> {
    pub(super) fn new(
        compiled: &'d Compiled,
        mixes: Option<&'d AllMixes>,
        doubt: Option<(&'d Scenes, &'d Drawn)>,
    ) -> Self {
        Self {
            compiled,
            values: at_means(compiled),
            planner: Planner::new(compiled, mixes),
            doubt: doubt.map(|(scenes, drawn)| Doubt::new(compiled, scenes, drawn)),
            yes: Vec::new(),
        }
    }

    /// A person whose answers stand among the values.
    pub(super) fn person(
        &mut self,
        columns: &Columns<'_>,
        row: usize,
        limit: &mut Limit<'_>,
    ) -> Result<Person, SearchEnded> {
        let plans = self.planner.plans(&self.values, limit)?;
        let level = self.planner.level(plans.pick(), &self.values);
        Ok(match &mut self.doubt {
            None => Person { level, ..self.certain(&plans) },
            Some(doubt) => {
                let own = doubt.person(self.compiled, columns, row, &plans, &mut self.yes);
                Person { level, ..own }
            }
        })
    }

    /// A person without doubt; the level is that of the plan with the pursuit.
    fn certain(&self, plans: &Plans) -> Person {
        let own = self.planner.figures(plans.pick());
        let certain = |value: f64| Measured { value, standard_error: 0.0 };
        Person {
            verdict: plans.verdict,
            level: f64::NAN,
            worth: certain(own.worth.first()),
            margin: certain(margin(plans.with.worth, plans.without.worth)),
            chance_of_yes: None,
            hours_per_week: certain(own.hours_per_week.first()),
            busiest_hours_per_week: certain(own.busiest_hours_per_week.first()),
            burnout_risk: certain(own.burnout_risk.first()),
            money_per_year: certain(own.money_per_year.first()),
        }
    }
}

impl<'d> Doubt<'d> {
    fn new(compiled: &Compiled, scenes: &'d Scenes, drawn: &'d Drawn) -> Self {
        let menus: Vec<Menu> = compiled.program.pursuits.iter().map(Menu::nothing_of).collect();
        let lives = Lives::new(&compiled.program, &menus, &at_means(compiled));
        let room = scenes.room(drawn);
        let padded = room.len() * LANES;
        let column = || vec![0.0; padded];
        Self {
            scenes,
            drawn,
            menus,
            lives,
            valued: Vec::new(),
            worths: Vec::new(),
            own: OwnFigures {
                worth: column(),
                hours_per_week: column(),
                busiest_hours_per_week: column(),
                felt_hours_per_week: column(),
                burnout_risk: column(),
                money_per_year: column(),
            },
            fits: vec![false; padded],
            room,
        }
    }

    /// A person; the level is that of the plan with the pursuit.
    fn person(
        &mut self,
        compiled: &Compiled,
        columns: &Columns<'_>,
        row: usize,
        plans: &Plans,
        yes: &mut Vec<u64>,
    ) -> Person {
        self.drawn.put(self.scenes, columns, row, &mut self.room);
        let pick = plans.pick();
        let alone = Mix::only(ASKED, pick);
        self.want([alone, plans.with.mix, plans.without.mix, plans.without_any.mix]);
        self.compute(compiled, pick);
        let (with, without, verdict) = self.choose(compiled, plans);
        let (count, size) = (self.scenes.count(), self.scenes.settled.size() as usize);
        let (with, without) = (self.column(&with), self.column(&without));
        let margins = with.iter().zip(without.iter());
        let margins: Vec<f64> = margins.map(|(with, without)| margin(*with, *without)).collect();
        let is_in_time = |at: usize| self.fits.get(at).is_some_and(|fits| *fits);
        let is_yes = |(at, margin): (usize, &f64)| {
            *margin > 0.0 && (verdict != Verdict::NotFeasible || is_in_time(at))
        };
        let is_yes: Vec<bool> = margins.iter().enumerate().map(is_yes).collect();
        yes.clear();
        yes.extend(
            is_yes.chunks(64).map(|word| {
                word.iter().rev().fold(0, |bits, is_yes| bits << 1 | u64::from(*is_yes))
            }),
        );
        let share = |part: &[bool]| {
            part.iter().filter(|is_yes| **is_yes).count() as f64 / part.len() as f64
        };
        let mean = |column: &[f64]| {
            let column = column.get(..count).unwrap_or_default();
            replicated(column.chunks(size).map(|part| sum(part, |own| own) / part.len() as f64))
        };
        Person {
            verdict,
            level: f64::NAN,
            worth: mean(&self.own.worth),
            margin: mean(&margins),
            chance_of_yes: Some(replicated(is_yes.chunks(size).map(share))),
            hours_per_week: mean(&self.own.hours_per_week),
            busiest_hours_per_week: mean(&self.own.busiest_hours_per_week),
            burnout_risk: mean(&self.own.burnout_risk),
            money_per_year: mean(&self.own.money_per_year),
        }
    }

    /// Values these mixes and no others, each once. The first one is the pursuit alone.
    fn want(&mut self, mixes: impl IntoIterator<Item = Mix>) {
        self.valued.clear();
        self.menus.iter_mut().for_each(Menu::want_nothing);
        for mix in mixes {
            if mix == Mix::NONE || self.valued.contains(&mix) {
                continue;
            }
            for (index, pick) in mix.picks() {
                if let Some(menu) = self.menus.get_mut(index) {
                    menu.want(pick);
                }
            }
            self.valued.push(mix);
        }
        let padded = self.room.len() * LANES;
        self.worths.resize_with(self.valued.len().max(self.worths.len()), || vec![0.0; padded]);
    }

    /// All scenarios of a person, who does the pursuit so.
    fn compute(&mut self, compiled: &Compiled, pick: Pick) {
        for (at, scene) in (0..).step_by(LANES).zip(&self.room) {
            self.lives.fill(&compiled.program, &self.menus, scene, None);
            for (place, (mix, column)) in self.valued.iter().zip(&mut self.worths).enumerate() {
                let valued = self.lives.valued(mix);
                put(column, at, valued.worth());
                if place > 0 {
                    continue;
                }
                let own = own_figures(&self.lives, ASKED, pick, &valued);
                put(&mut self.own.worth, at, own.worth);
                put(&mut self.own.hours_per_week, at, own.hours_per_week);
                put(&mut self.own.busiest_hours_per_week, at, own.busiest_hours_per_week);
                put(&mut self.own.burnout_risk, at, own.burnout_risk);
                put(&mut self.own.money_per_year, at, own.money_per_year);
                let fits = self.lives.fits(own.busiest_hours_per_week);
                let slots = self.fits.get_mut(at..).unwrap_or_default();
                slots.iter_mut().zip(fits).for_each(|(slot, fits)| *slot = fits);
            }
        }
    }

    /// Plans and verdict by what the plans are worth on average: the plan with it, the plan without it.
    fn choose(&mut self, compiled: &Compiled, plans: &Plans) -> (Mix, Mix, Verdict) {
        let all = [plans.with.mix, plans.without.mix, plans.without_any.mix, Mix::NONE];
        let valued = all.map(|mix| Valuation { mix, worth: self.mean(&mix) });
        let is_whole = |mix: &Mix| mix.get(ASKED).is_some_and(|pick| pick.is_whole);
        let is_candidate = |mix: &Mix| plans.fits || !is_whole(mix);
        let best = best_of(valued.into_iter(), is_candidate).map_or(Mix::NONE, |own| own.mix);
        let without = best_of(valued.into_iter(), |mix| !is_whole(mix));
        let is_nothing = || self.is_worth_nothing(compiled, plans.pick());
        let verdict = judged(best.get(ASKED), || plans.fits, is_nothing);
        (plans.with.mix, without.map_or(Mix::NONE, |own| own.mix), verdict)
    }

    /// Whether neither the pursuit alone nor its work alone is worth anything on average.
    fn is_worth_nothing(&mut self, compiled: &Compiled, pick: Pick) -> bool {
        if self.mean(&Mix::only(ASKED, pick)) > TIE {
            return false;
        }
        let has_award = compiled.program.pursuits.get(ASKED).is_some_and(|own| own.award.is_some());
        if !has_award {
            return true;
        }
        let work = Pick::work(pick.level);
        let mut menus: Vec<Menu> = compiled.program.pursuits.iter().map(Menu::nothing_of).collect();
        if let Some(menu) = menus.get_mut(ASKED) {
            menu.want(work);
        }
        let mut column = vec![0.0; self.room.len() * LANES];
        for (at, scene) in (0..).step_by(LANES).zip(&self.room) {
            self.lives.fill(&compiled.program, &menus, scene, None);
            put(&mut column, at, self.lives.worth(&Mix::only(ASKED, work)));
        }
        let count = self.scenes.count();
        let column = column.get(..count).unwrap_or_default();
        sum(column, |worth| worth) / count as f64 <= TIE
    }

    fn mean(&self, mix: &Mix) -> f64 {
        let column = self.column(mix);
        sum(&column, |worth| worth) / column.len() as f64
    }

    /// What a mix is worth in every scenario.
    fn column(&self, mix: &Mix) -> std::borrow::Cow<'_, [f64]> {
        let count = self.scenes.count();
        let at = self.valued.iter().position(|own| own == mix);
        let column = at.and_then(|at| self.worths.get(at)?.get(..count));
        column.map_or_else(|| vec![0.0; count].into(), Into::into)
    }
}

/// Puts some scenarios in their place in a column.
fn put(column: &mut [f64], at: usize, lanes: Lanes<LANES>) {
    if let Some(slots) = column.get_mut(at..).and_then(<[f64]>::first_chunk_mut) {
        *slots = lanes.0;
    }
}
