//! Flips: for every input of the base case the nearest value found at which the verdict on the
//! pursuit in question changes, plans chosen anew at each value (numerics.md, "Flips").

use std::ops::ControlFlow;

use super::base::Base;
use super::scan::{Scan, middle};
use super::verdict::Verdict;
use super::workers::{self, Tick};
use crate::lanes::Lanes;
use crate::plan::Compiled;
use crate::worth::{
    Best, Choice, Members, Outcome, Preferences, TooManyMixes, evaluate, outcome, worth,
};

/// Values looked at together.
const LANES: usize = 8;
/// Mixes that may be looked at for one input, by lanes. Up to a dozen pursuits that fit together
/// need less.
const BUDGET: u64 = 100_000;
/// The pursuit in question.
const ASKED: usize = 0;

/// A change of one input that changes the verdict.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    pub(crate) input: usize,
    pub(crate) to: f64,
    pub(crate) verdict: Verdict,
    /// How far away it is, as a share of what was looked at.
    pub(crate) distance: f64,
}

/// What was found, the smallest change first, and for how many inputs there were too many mixes to
/// look at.
#[derive(Debug)]
pub(crate) struct Flips {
    pub(crate) found: Vec<Found>,
    pub(crate) left_out: usize,
}

/// Looks at every input. A step for each is told.
pub(crate) fn flips(
    compiled: &Compiled,
    base: &Base,
    threads: usize,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Flips> {
    let Ok(ground) = Ground::new(compiled, base) else {
        return ControlFlow::Continue(Flips { found: Vec::new(), left_out: compiled.inputs.len() });
    };
    let work = |input: usize, tick: &mut Tick<'_>| {
        let found = Search::new(&ground, input).nearest();
        tick(1)?;
        ControlFlow::Continue(found)
    };
    let jobs = (0..compiled.inputs.len()).collect();
    let all = workers::run(threads, jobs, work, tick)?;
    let left_out = all.iter().filter(|found| found.is_err()).count();
    let mut found: Vec<Found> = all.into_iter().filter_map(Result::ok).flatten().collect();
    found.sort_by(|a, b| a.distance.total_cmp(&b.distance));
    ControlFlow::Continue(Flips { found, left_out })
}

/// The base case in every lane, and the best mixes without each pursuit: an input of one pursuit
/// changes none of those.
struct Ground<'g> {
    compiled: &'g Compiled,
    verdict: Verdict,
    values: Vec<Lanes<LANES>>,
    person: Preferences<LANES>,
    outcomes: Vec<Outcome<LANES>>,
    without: Vec<Without>,
}

/// The best mixes that leave out one pursuit: with the one in question, and without it.
struct Without {
    with_asked: Option<Best<LANES>>,
    without_asked: Best<LANES>,
}

impl<'g> Ground<'g> {
    fn new(compiled: &'g Compiled, base: &Base) -> Result<Self, TooManyMixes> {
        let values: Vec<Lanes<LANES>> =
            compiled.means.iter().map(|mean| Lanes::all(*mean)).collect();
        let (person, outcomes) = evaluate(&compiled.program, &values);
        let choice = Choice { person: &person, pursuits: &outcomes };
        let without = (0..outcomes.len()).map(|pursuit| {
            let left_out = Members::only(pursuit);
            let mut budget = BUDGET;
            let with_asked = if pursuit == ASKED {
                None
            } else {
                Some(choice.search(Members::only(ASKED), left_out, &mut budget)?)
            };
            let without_asked = choice.search(Members::NONE, left_out.and(ASKED), &mut budget)?;
            Ok(Without { with_asked, without_asked })
        });
        let without = without.collect::<Result<_, _>>()?;
        let verdict = base.places.get(ASKED).map_or(Verdict::NotFeasible, |own| own.verdict);
        Ok(Self { compiled, verdict, values, person, outcomes, without })
    }
}

/// The search along one input.
struct Search<'s> {
    ground: &'s Ground<'s>,
    input: usize,
    owner: Option<usize>,
    values: Vec<Lanes<LANES>>,
    outcomes: Vec<Outcome<LANES>>,
    budget: u64,
}

/// A value with the verdict of the base case, and one beyond it with another.
#[derive(Clone, Copy)]
struct Bracket {
    same: f64,
    other: f64,
    verdict: Verdict,
}

impl<'s> Search<'s> {
    fn new(ground: &'s Ground<'s>, input: usize) -> Self {
        let owner = ground.compiled.owners.get(input).copied().flatten();
        let (values, outcomes) = (ground.values.clone(), ground.outcomes.clone());
        Self { ground, input, owner, values, outcomes, budget: BUDGET }
    }

    fn nearest(mut self) -> Result<Option<Found>, TooManyMixes> {
        let Some(scan) = Scan::new(self.ground.compiled, self.input) else { return Ok(None) };
        let mut nearest: Option<Found> = None;
        for bracket in self.brackets(&scan)?.into_iter().flatten() {
            let best = nearest.as_ref().map_or(f64::INFINITY, |found| found.distance);
            if scan.distance(bracket.same) >= best {
                continue;
            }
            let narrow = if scan.is_whole { bracket } else { self.narrow(bracket, &scan)? };
            let distance = scan.distance(narrow.other);
            if distance < best {
                let (input, to, verdict) = (self.input, narrow.other, narrow.verdict);
                nearest = Some(Found { input, to, verdict, distance });
            }
        }
        Ok(nearest)
    }

    /// The first change of the verdict on either side of today's value, the nearer one first.
    fn brackets(&mut self, scan: &Scan) -> Result<[Option<Bracket>; 2], TooManyMixes> {
        let at_a_time = if scan.is_whole { 1 } else { LANES };
        let mut verdicts = Vec::with_capacity(scan.values.len());
        for values in scan.values.chunks(at_a_time) {
            verdicts.extend(self.verdicts(values)?.into_iter().take(values.len()));
        }
        let told = || scan.values.iter().copied().zip(verdicts.iter().copied());
        let above = told().filter(|(value, _)| *value > scan.today);
        let below = told().rev().filter(|(value, _)| *value < scan.today);
        let sides = [self.first_change(scan.today, above), self.first_change(scan.today, below)];
        let [above, below] = sides;
        let reach = |side: &Option<Bracket>| {
            side.map_or(f64::INFINITY, |bracket| scan.distance(bracket.other))
        };
        Ok(if reach(&above) <= reach(&below) { [above, below] } else { [below, above] })
    }

    fn first_change(
        &self,
        today: f64,
        outwards: impl Iterator<Item = (f64, Verdict)>,
    ) -> Option<Bracket> {
        let mut same = today;
        for (value, verdict) in outwards {
            if verdict != self.ground.verdict {
                return Some(Bracket { same, other: value, verdict });
            }
            same = value;
        }
        None
    }

    /// Cuts a bracket into nine, again and again, and keeps the part with the first change.
    fn narrow(&mut self, mut bracket: Bracket, scan: &Scan) -> Result<Bracket, TooManyMixes> {
        for _ in 0..MOST_CUTS {
            if (bracket.other - bracket.same).abs() <= scan.tolerance(bracket.other) {
                break;
            }
            let cut = |at: usize| middle(bracket.same, bracket.other, (at + 1) as f64 / CUTS);
            let values: [f64; LANES] = std::array::from_fn(cut);
            let verdicts = self.verdicts(&values)?;
            let inside = values.into_iter().zip(verdicts);
            let change = self.first_change(bracket.same, inside);
            let [.., last] = values;
            bracket = change.unwrap_or(Bracket { same: last, ..bracket });
        }
        Ok(bracket)
    }

    /// The verdicts with the input at these values, 8 at most.
    fn verdicts(&mut self, values: &[f64]) -> Result<[Verdict; LANES], TooManyMixes> {
        let last = values.last().copied().unwrap_or_default();
        if let Some(lanes) = self.values.get_mut(self.input) {
            *lanes = Lanes(std::array::from_fn(|at| values.get(at).copied().unwrap_or(last)));
        }
        let Self { ground, owner, values, outcomes, budget, .. } = self;
        let program = &ground.compiled.program;
        let owned =
            owner.and_then(|at| Some((at, program.pursuits.get(at)?, ground.without.get(at)?)));
        let Some((at, pursuit, without)) = owned else {
            let (person, outcomes) = evaluate(program, values);
            let choice = Choice { person: &person, pursuits: &outcomes };
            let with = choice.search(Members::only(ASKED), Members::NONE, budget)?;
            let without = choice.search(Members::NONE, Members::only(ASKED), budget)?;
            return Ok(verdicts(&choice, &with, &without));
        };
        if let Some(own) = outcomes.get_mut(at) {
            *own = outcome(pursuit, &ground.person, values);
        }
        let choice = Choice { person: &ground.person, pursuits: outcomes };
        let with_it = choice.search(Members::only(ASKED).and(at), Members::NONE, budget)?;
        let Some(with_asked) = &without.with_asked else {
            return Ok(verdicts(&choice, &with_it, &without.without_asked));
        };
        let without_asked = choice.search(Members::only(at), Members::only(ASKED), budget)?;
        let with = with_it.or(with_asked);
        Ok(verdicts(&choice, &with, &without_asked.or(&without.without_asked)))
    }
}

const CUTS: f64 = LANES as f64 + 1.0;
/// Nine to this power is more than any bracket over its tolerance.
const MOST_CUTS: u32 = 24;

fn verdicts(
    choice: &Choice<'_, LANES>,
    with: &Best<LANES>,
    without: &Best<LANES>,
) -> [Verdict; LANES] {
    let Some(own) = choice.pursuits.get(ASKED) else { return [Verdict::NotFeasible; LANES] };
    let fits = choice.fits(own.profile.peak);
    let wins = with.beats(without);
    let worths = worth(choice.person, &own.profile).0;
    let mut all = fits.into_iter().zip(wins).zip(worths);
    std::array::from_fn(|_| match all.next() {
        Some(((fits, wins), worth)) => Verdict::new(fits, wins, worth),
        None => Verdict::NotFeasible,
    })
}
