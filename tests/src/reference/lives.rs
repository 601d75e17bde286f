//! From pursuits to the years of a life.

use super::case::{Award, Case, Pursuit};
use super::chain;
use super::person;
use super::worth;
use super::year::{Regime, Year, year};
use std::cell::RefCell;

/// Years from the first to the horizon: those of a pursuit, or of everything that a person does.
pub(super) type Years = Vec<Year>;

/// What is chosen of one pursuit.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Member {
    pub(super) pursuit: usize,
    pub(super) level: f64,
    /// Whether the award is gone for. Without an award there is nothing to go for.
    pub(super) award: bool,
}

/// The profiles of a case, each worked out once.
pub(super) struct Lives<'c> {
    pub(super) case: &'c Case,
    /// The life without any of the pursuits.
    pub(super) baseline: Years,
    without: Vec<Years>,
    with: RefCell<Vec<(Member, Years)>>,
}

impl<'c> Lives<'c> {
    pub(super) fn new(case: &'c Case) -> Self {
        let without: Vec<Years> =
            case.pursuits.iter().map(|pursuit| without(case, pursuit)).collect();
        let mut lives = Self { case, baseline: vec![], without, with: RefCell::default() };
        lives.baseline = lives.life(&[]);
        lives
    }

    /// What one pursuit asks and gives, with what is done of it anyway.
    pub(super) fn profile(&self, member: Member) -> Years {
        if let Some((_, years)) = self.with.borrow().iter().find(|(known, _)| *known == member) {
            return years.clone();
        }
        let pursuit = &self.case.pursuits[member.pursuit];
        let level = pursuit.done_at(member.level);
        let years = match &pursuit.award {
            Some(award) if member.award => going_for_it(self.case, pursuit, award, level),
            _ => work(self.case, pursuit, level),
        };
        self.with.borrow_mut().push((member, years.clone()));
        years
    }

    /// What is done of a pursuit in any case.
    pub(super) fn without(&self, pursuit: usize) -> &Years {
        &self.without[pursuit]
    }

    /// The life with these pursuits, and the life without for all the others.
    pub(super) fn life(&self, mix: &[Member]) -> Years {
        let mut life = vec![Year::NOTHING; self.case.person.horizon_years as usize];
        for pursuit in 0..self.case.pursuits.len() {
            let years = match mix.iter().find(|member| member.pursuit == pursuit) {
                Some(member) => self.profile(*member),
                None => self.without[pursuit].clone(),
            };
            for (year, other) in life.iter_mut().zip(&years) {
                *year = year.merge(other);
            }
        }
        life
    }

    /// The worth of a mix in points.
    pub(super) fn worth(&self, mix: &[Member]) -> f64 {
        worth::worth(self.case, &self.life(mix), &self.baseline)
    }

    /// By how many hours the busiest week of a life is above what the person can and will give.
    pub(super) fn hours_too_many(&self, life: &Years) -> f64 {
        let awake = 112.0 - self.case.person.work_hours;
        let limit = self.case.person.limit_hours.unwrap_or(f64::INFINITY);
        busiest(life) - awake.min(limit).max(busiest(&self.baseline))
    }
}

/// The largest hours a week of any year.
pub(super) fn busiest(years: &Years) -> f64 {
    years.iter().map(|year| year.hours).fold(0.0, f64::max)
}

/// The largest hours a week of a year in which the award is held.
pub(super) fn hours_when_held(case: &Case, pursuit: &Pursuit, level: f64) -> f64 {
    let level = pursuit.done_at(level);
    let held = person::years(case).map(|t| year(case, pursuit, Regime::Holding, level, t, true));
    busiest(&held.collect())
}

/// The life without a pursuit: what is done anyway.
fn without(case: &Case, pursuit: &Pursuit) -> Years {
    let of_year = |t| year(case, pursuit, Regime::Work, pursuit.anyway, t, false);
    person::years(case).map(of_year).collect()
}

/// The work without the award. Who would stop after some years without it stops then.
fn work(case: &Case, pursuit: &Pursuit, level: f64) -> Years {
    let last = match &pursuit.award {
        Some(award) if award.is_stopped && !award.held => award.give_up_after_years,
        _ => None,
    };
    let of_year = |t| {
        let is_over = last.is_some_and(|last| t > last);
        let level = if is_over { pursuit.anyway } else { level };
        year(case, pursuit, Regime::Work, level, t, false)
    };
    person::years(case).map(of_year).collect()
}

/// Going for the award and holding it, each year as likely as the chain has it.
fn going_for_it(case: &Case, pursuit: &Pursuit, award: &Award, level: f64) -> Years {
    let standings = chain::standings(case, pursuit, award, level);
    let of_year = |(t, now): (u32, &chain::Standing)| {
        let of = |regime, gives_award| year(case, pursuit, regime, level, t, gives_award);
        let level_when_stopped = if award.is_stopped { pursuit.anyway } else { level };
        Year::expected(&[
            (now.pursuing * (1.0 - now.wins), of(Regime::Pursuing, false)),
            (now.pursuing * now.wins, of(Regime::Pursuing, true)),
            (now.holding * (1.0 - now.renews), of(Regime::Holding, false)),
            (now.holding * now.renews, of(Regime::Holding, true)),
            (now.stopped, year(case, pursuit, Regime::Work, level_when_stopped, t, false)),
        ])
    };
    person::years(case).zip(&standings).map(of_year).collect()
}
