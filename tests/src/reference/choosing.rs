//! Mixes, and which of them are chosen.

use super::case::{Case, Pursuit};
use super::lives::{Lives, Member, Years, busiest};
use super::person;
use super::worth;

/// Worths, and hours against the most there can be, are told apart only beyond this.
pub(super) const TIE: f64 = 1e-9;

/// A mix: its members by rising index, with its figures.
#[derive(Clone)]
pub(super) struct Mix {
    pub(super) members: Vec<Member>,
    pub(super) worth: f64,
    pub(super) hours: f64,
}

/// Which mixes answer for a pursuit.
#[derive(Clone)]
pub(super) struct Choice {
    /// The best mix with it, and with its award if it has one.
    pub(super) with: Mix,
    /// Whether it fits at any level. Otherwise it stands alone at its lowest one.
    pub(super) fits: bool,
    /// The best mix without its award, or without it where it has none.
    pub(super) without: Mix,
    pub(super) without_any: Mix,
    /// The best mix with its work but without its award.
    pub(super) work: Option<Mix>,
}

/// Everything that is chosen.
pub(super) struct Chosen {
    pub(super) best: Mix,
    pub(super) pursuits: Vec<Choice>,
}

/// All that is known of the mixes of a case.
pub(super) struct Mixes<'c> {
    pub(super) lives: Lives<'c>,
    options: Vec<Vec<Member>>,
    pub(super) fitting: Vec<Mix>,
}

impl<'c> Mixes<'c> {
    /// Looks at every mix there is.
    pub(super) fn new(case: &'c Case) -> Self {
        let lives = Lives::new(case);
        let options: Vec<Vec<Member>> =
            (0..case.pursuits.len()).map(|i| options(case, i)).collect();
        let fitting = fitting(&lives, &options);
        Self { lives, options, fitting }
    }

    /// What is chosen on the base case.
    pub(super) fn choose(&self) -> Chosen {
        let of = |i: usize| choice(self.lives.case, i, &self.fitting);
        let alone = |i: usize| {
            let member = whole(self.lives.case, i, self.lives.case.pursuits[i].levels[0]);
            mix(&self.lives, vec![member])
        };
        Chosen {
            best: best_of(&self.fitting, |_| true).unwrap(),
            pursuits: (0..self.options.len()).map(|i| of(i).into_choice(|| alone(i))).collect(),
        }
    }

    /// The best mix with a pursuit, and its award, held at one level; the others chosen anew.
    pub(super) fn held_at(&self, i: usize, level: f64) -> Option<Mix> {
        let mut options = self.options.clone();
        options[i] = vec![whole(self.lives.case, i, level)];
        best_of(&fitting(&self.lives, &options), |mix| mix.has(i).is_some())
    }
}

/// A choice in which nothing may fit with the pursuit in it.
pub(super) struct PartialChoice {
    with: Option<Mix>,
    without: Mix,
    without_any: Mix,
    work: Option<Mix>,
}

impl PartialChoice {
    /// Puts a mix in the place of the plan with the pursuit, where there is none.
    pub(super) fn into_choice(self, stand_in: impl FnOnce() -> Mix) -> Choice {
        Choice {
            fits: self.with.is_some(),
            with: self.with.unwrap_or_else(stand_in),
            without: self.without,
            without_any: self.without_any,
            work: self.work,
        }
    }
}

/// Chooses for one pursuit among mixes, of which the empty one is one.
pub(super) fn choice(case: &Case, i: usize, mixes: &[Mix]) -> PartialChoice {
    PartialChoice {
        with: best_of(mixes, |mix| mix.has_whole(case, i)),
        without: best_of(mixes, |mix| !mix.has_whole(case, i)).unwrap(),
        without_any: best_of(mixes, |mix| mix.has(i).is_none()).unwrap(),
        work: best_of(mixes, |mix| mix.has_work_of(case, i)),
    }
}

impl Mix {
    pub(super) fn has(&self, i: usize) -> Option<&Member> {
        self.members.iter().find(|member| member.pursuit == i)
    }

    /// Whether a pursuit is in it with its award, if it has one.
    pub(super) fn has_whole(&self, case: &Case, i: usize) -> bool {
        self.has(i).is_some_and(|member| member.award == case.pursuits[i].award.is_some())
    }

    /// Whether the work of a pursuit is in it, but not its award.
    pub(super) fn has_work_of(&self, case: &Case, i: usize) -> bool {
        self.has(i).is_some() && !self.has_whole(case, i)
    }
}

/// A pursuit with its award, if it has one.
pub(super) fn whole(case: &Case, i: usize, level: f64) -> Member {
    Member { pursuit: i, level, award: case.pursuits[i].award.is_some() }
}

/// All ways to choose a pursuit.
fn options(case: &Case, i: usize) -> Vec<Member> {
    let Pursuit { levels, award, .. } = &case.pursuits[i];
    let mut options: Vec<Member> = levels.iter().map(|level| whole(case, i, *level)).collect();
    if award.is_some() {
        options.extend(levels.iter().map(|level| Member {
            pursuit: i,
            level: *level,
            award: false,
        }));
    }
    options
}

fn fitting(lives: &Lives, options: &[Vec<Member>]) -> Vec<Mix> {
    let mut mixes: Vec<Vec<Member>> = vec![vec![]];
    for options in options {
        for at in 0..mixes.len() {
            for option in options {
                let mut more = mixes[at].clone();
                more.push(*option);
                mixes.push(more);
            }
        }
    }
    mixes.retain(|members| is_allowed(lives.case, members));
    let fits = |members: &Vec<Member>| fits(lives, &lives.life(members));
    mixes.into_iter().filter(fits).map(|members| mix(lives, members)).collect()
}

/// At most one of each list of pursuits that exclude each other.
fn is_allowed(case: &Case, members: &[Member]) -> bool {
    case.either_or
        .iter()
        .all(|list| members.iter().filter(|member| list.contains(&member.pursuit)).count() <= 1)
}

pub(super) fn fits(lives: &Lives, life: &Years) -> bool {
    lives.hours_too_many(life) <= TIE
}

pub(super) fn mix(lives: &Lives, members: Vec<Member>) -> Mix {
    let life = lives.life(&members);
    Mix {
        worth: worth::worth(lives.case, &life, &lives.baseline),
        hours: person::mean(lives.case, &life, |year| year.hours),
        members,
    }
}

/// The mix of largest worth. Ties go to fewer pursuits, then to the earlier indices, then to lower
/// levels, then to the work without the award.
pub(super) fn best_of(mixes: &[Mix], is_meant: impl Fn(&Mix) -> bool) -> Option<Mix> {
    let meant: Vec<&Mix> = mixes.iter().filter(|mix| is_meant(mix)).collect();
    let mut largest = f64::NEG_INFINITY;
    for mix in &meant {
        largest = largest.max(mix.worth);
    }
    let preference = |mix: &&&Mix| {
        let members = &mix.members;
        let indices: Vec<usize> = members.iter().map(|member| member.pursuit).collect();
        // The bits of numbers above 0 are in the order of the numbers.
        let levels: Vec<u64> = members.iter().map(|member| member.level.to_bits()).collect();
        let awards: Vec<bool> = members.iter().map(|member| member.award).collect();
        (members.len(), indices, levels, awards)
    };
    let tied = meant.iter().filter(|mix| mix.worth >= largest - TIE);
    tied.min_by_key(preference).map(|mix| (*mix).clone())
}

/// The verdict on a pursuit, given what is best. It is worthless where it alone, with or without
/// its award, is worth nothing at every level that fits.
pub(super) fn verdict(case: &Case, i: usize, best: &Mix, fits: bool, is_worthless: bool) -> String {
    let verdict = if best.has_whole(case, i) {
        "worth_it"
    } else if best.has(i).is_some() {
        "without_the_award"
    } else if !fits {
        "not_feasible"
    } else if is_worthless {
        "not_worth_it"
    } else {
        "better_elsewhere"
    };
    verdict.to_owned()
}

impl Mixes<'_> {
    /// Whether a pursuit alone is worth nothing, however it is done.
    pub(super) fn is_worthless(&self, i: usize) -> bool {
        let alone = self.fitting.iter().filter(|mix| mix.members.len() == 1);
        alone.filter(|mix| mix.has(i).is_some()).all(|mix| mix.worth <= TIE)
    }
}

/// The largest hours a week of any year of a member.
pub(super) fn busiest_hours(lives: &Lives, member: Member) -> f64 {
    busiest(&lives.profile(member))
}
