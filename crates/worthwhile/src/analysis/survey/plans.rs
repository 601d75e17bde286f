//! The plans of one person after the other, at the means.

use crate::analysis::base::{ASKED, at_means, done, menus, plans, search, verdict};
use crate::analysis::figures::OwnFigures;
use crate::analysis::outlook::own_figures;
use crate::analysis::verdict::Verdict;
use crate::lanes::Lanes;
use crate::plan::Compiled;
use crate::worth::{
    AllMixes, Best, Chooser, FoundFor, Limit, Lives, Menu, Mix, Pick, Room, Search, SearchEnded,
    Valuation, Values,
};

/// The plans of a person.
pub(super) struct Plans {
    pub(super) with: Valuation,
    pub(super) without: Valuation,
    pub(super) without_any: Valuation,
    /// Whether the pursuit fits at any level, with its award if it has one.
    pub(super) fits: bool,
    pub(super) verdict: Verdict,
}

impl Plans {
    fn of(
        picks: &[Pick],
        found: &FoundFor,
        fits: impl Fn(Pick) -> bool,
        alone: impl Fn(Pick) -> f64,
    ) -> Self {
        // One of the two is the best of all.
        let best = Best::of([found.with, found.without].into_iter().flatten()).chosen();
        let best = best.map_or(Mix::NONE, |best| best.mix);
        let [with, without, without_any] = plans(picks, ASKED, found, &alone);
        let verdict = verdict(picks, best.get(ASKED), fits, alone);
        Self { with, without, without_any, fits: found.with.is_some(), verdict }
    }

    /// How the pursuit is done in the plan with it.
    pub(super) fn pick(&self) -> Pick {
        self.with.mix.get(ASKED).unwrap_or(Pick::whole(0))
    }
}

/// Chooses plans.
pub(super) struct Planner<'d> {
    compiled: &'d Compiled,
    menus: Vec<Menu>,
    by: By<'d>,
}

enum By<'d> {
    /// The table of all mixes, which are the same for everybody.
    Table(Box<Chooser<'d>>),
    /// A search for everybody.
    Search(Box<Searching>),
}

struct Searching {
    lives: Lives<1>,
    picks: Vec<Vec<Pick>>,
    room: Room,
}

impl<'d> Planner<'d> {
    pub(super) fn new(compiled: &'d Compiled, mixes: Option<&'d AllMixes>) -> Self {
        let menus = menus(compiled);
        let by = match mixes {
            Some(mixes) => By::Table(Box::new(Chooser::new(mixes))),
            None => {
                let lives = Lives::new(&compiled.program, &menus, &at_means::<1>(compiled));
                let picks = search(compiled, &menus, &lives).picks;
                By::Search(Box::new(Searching { lives, picks, room: Room::default() }))
            }
        };
        Self { compiled, menus, by }
    }

    /// The plans of the person with these values.
    pub(super) fn plans(
        &mut self,
        values: &[Lanes<1>],
        limit: &mut Limit<'_>,
    ) -> Result<Plans, SearchEnded> {
        let program = &self.compiled.program;
        match &mut self.by {
            By::Table(chooser) => {
                chooser.meet(program, values);
                let found = chooser.around();
                let alone = |pick| chooser.alone(pick).worth().first();
                Ok(Plans::of(chooser.picks(), &found, |pick| chooser.fits_alone(pick), alone))
            }
            By::Search(own) => {
                own.lives.refill(program, &self.menus, values);
                own.plans(&program.either_or, limit)
            }
        }
    }

    /// How much is done of the pursuit in a way.
    pub(super) fn level(&self, pick: Pick, values: &[Lanes<1>]) -> f64 {
        let anyway = self.compiled.program.pursuits.get(ASKED);
        let anyway = anyway.map_or(0.0, |own| Values(values).get(own.anyway).first());
        done(self.menus.get(ASKED), pick, anyway)
    }

    /// The figures of the pursuit alone, done in a way, of the person whose plans were chosen last. Felt hours are
    /// none of them: the table has those of somebody without autonomy.
    pub(super) fn figures(&self, pick: Pick) -> OwnFigures<Lanes<1>> {
        match &self.by {
            By::Table(chooser) => OwnFigures {
                felt_hours_per_week: Lanes::all(f64::NAN),
                ..own_figures(&chooser.lives, ASKED, pick, &chooser.alone(pick))
            },
            By::Search(own) => {
                let alone = own.lives.valued(&Mix::only(ASKED, pick));
                own_figures(&own.lives, ASKED, pick, &alone)
            }
        }
    }
}

impl Searching {
    /// Only what the margins need is searched for.
    fn plans(&mut self, either_or: &[u64], limit: &mut Limit<'_>) -> Result<Plans, SearchEnded> {
        let (picks, room) = (std::mem::take(&mut self.picks), std::mem::take(&mut self.room));
        let mut search = Search { lives: &self.lives, either_or, picks, room };
        let plans = search.around(ASKED, limit).map(|found| {
            let fits = |pick| search.fits(&Mix::only(ASKED, pick));
            let alone = |pick| search.worth_alone(ASKED, pick);
            Plans::of(search.picks_of(ASKED), &found, fits, alone)
        });
        (self.picks, self.room) = (search.picks, search.room);
        plans
    }
}
