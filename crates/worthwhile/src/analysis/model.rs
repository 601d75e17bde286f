//! A plan with all that its scenarios need: which mixes are valued in each, and which pursuits at
//! which level.

use super::base::{self, ASKED, Base, at_means};
use super::columns::Layout;
use super::figures::OwnFigures;
use super::options::Settled;
use super::outlook::own_figures;
use super::workers::Tick;
use crate::error::Error;
use crate::lanes::Lanes;
use crate::order;
use crate::plan::Compiled;
use crate::sampling::Draws;
use crate::worth::{Lives, Menu, Mix, Pick, Varying, margin};

/// Lanes computed together.
pub(super) const LANES: usize = 8;
/// Levels at which the pursuit in question is looked at.
const HOW_MUCH: [f64; 7] = [0.1, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5];
/// Levels that differ by no more are one.
const SAME_LEVEL: f64 = 1e-9;

/// The levels of "how much": those offered, among which the answer is, and some between and beyond them.
/// Below what is done anyway there is none.
fn levels_shown(offered: &[f64], anyway: f64) -> Vec<f64> {
    let offered = offered.iter().map(|own| own.max(anyway));
    let more = HOW_MUCH.into_iter().filter(|level| *level >= anyway - SAME_LEVEL);
    let mut levels: Vec<f64> = offered.chain(more).collect();
    levels.sort_by(f64::total_cmp);
    levels.dedup_by(|next, own| (*next - *own).abs() < SAME_LEVEL);
    levels
}

/// A plan with all that its scenarios need.
#[derive(Debug)]
pub(crate) struct Model<'p> {
    pub(crate) compiled: &'p Compiled,
    pub(crate) base: &'p Base,
    pub(crate) draws: &'p Draws,
    pub(crate) menus: Vec<Menu>,
    /// Mixes whose worth is kept for each scenario: first the candidates of the second choice, then
    /// those that only stand in for a plan.
    pub(crate) mixes: Vec<Mix>,
    pub(crate) candidates: usize,
    /// Every pursuit at each level at which it may be planned.
    pub(crate) variants: Vec<Variant>,
    /// The pursuit in question at other levels; empty where nobody asks for it.
    pub(crate) how_much: Vec<Amount>,
    /// All that is valued in each scenario, each once: every variant alone, then the other mixes, then
    /// what is only tallied. And where the mixes stand among them, and the work of each variant alone,
    /// where that has an award.
    pub(super) valued: Vec<Mix>,
    pub(super) mixes_at: Vec<usize>,
    pub(super) works_at: Vec<Option<usize>>,
    /// The columns: the worth of each mix, then the figures of each variant.
    pub(super) layout: Layout,
    /// What of it may differ between scenarios.
    pub(super) varying: Varying,
}

/// A pursuit at a level, with its award if it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Variant {
    pub(crate) index: usize,
    pub(crate) pick: Pick,
    pub(crate) has_award: bool,
}

impl Variant {
    pub(super) fn alone(&self) -> Mix {
        Mix::only(self.index, self.pick)
    }

    /// The same work without the award, alone; none where there is no award.
    pub(super) fn work_alone(&self) -> Option<Mix> {
        self.has_award.then(|| Mix::only(self.index, Pick::work(self.pick.level)))
    }
}

/// The pursuit in question at some level.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Amount {
    pub(crate) level: f64,
    /// Whether the case has it among the levels to choose from.
    pub(crate) is_offered: bool,
    pub(crate) variant: Variant,
    /// The best mix with it; none where nothing with it fits.
    pub(crate) plan: Option<Mix>,
    /// Where it alone, its work alone and the plan stand among what is valued.
    pub(super) at: [Option<usize>; 3],
}

impl<'p> Model<'p> {
    /// The model of a base case, without how much of the pursuit in question it should be.
    pub(crate) fn new(compiled: &'p Compiled, base: &'p Base) -> Self {
        let mut mixes = vec![Mix::NONE, base.best];
        for place in base.places.iter() {
            mixes.extend(place.fits.then_some(place.with.mix));
            mixes.extend([place.without.mix, place.without_any.mix]);
        }
        distinct(&mut mixes);
        let candidates = mixes.len();
        let stand_ins = base.places.iter().filter(|place| !place.fits);
        mixes.extend(stand_ins.map(|place| place.with.mix));
        mixes.extend(base.places.iter().filter_map(|place| Some(place.work?.mix)));
        mixes.extend(base.as_planned);
        distinct(&mut mixes);
        let mut model = Self {
            compiled,
            base,
            draws: compiled.draws(),
            menus: compiled.program.pursuits.iter().map(Menu::nothing_of).collect(),
            variants: Vec::new(),
            mixes,
            candidates,
            how_much: Vec::new(),
            valued: Vec::new(),
            mixes_at: Vec::new(),
            works_at: Vec::new(),
            layout: Layout::default(),
            varying: varying(compiled),
        };
        model.add_variants();
        model.want_all();
        model.value_all();
        model.lay_out();
        model
    }

    /// The model of some of its mixes and variants alone.
    pub(super) fn part(&self, mixes: Vec<Mix>, variants: Vec<Variant>) -> Self {
        let menus = self.compiled.program.pursuits.iter().map(Menu::nothing_of).collect();
        let (candidates, how_much) = (mixes.len(), Vec::new());
        let (valued, mixes_at) = (Vec::new(), Vec::new());
        let Self { compiled, base, draws, .. } = *self;
        let mut part = Self {
            compiled,
            base,
            draws,
            menus,
            mixes,
            candidates,
            variants,
            how_much,
            valued,
            mixes_at,
            works_at: Vec::new(),
            layout: Layout::default(),
            varying: varying(compiled),
        };
        part.want_all();
        part.value_all();
        part.lay_out();
        part
    }

    /// How many mixes are valued in each scenario.
    pub(super) fn valued_count(&self) -> usize {
        self.valued.len()
    }

    /// How many columns its scenarios have, what is certain once.
    pub(super) fn columns(&self) -> usize {
        self.layout.count()
    }

    /// Every way in which some candidate has a pursuit with its award, and that of its plan with it.
    fn add_variants(&mut self) {
        for (index, (place, program)) in
            self.base.places.iter().zip(&self.compiled.program.pursuits).enumerate()
        {
            let has_award = program.award.is_some();
            let candidates = self.mixes.iter().take(self.candidates);
            let picks = candidates.filter_map(|mix| mix.get(index).filter(|pick| pick.is_whole));
            let mut picks: Vec<Pick> = picks.chain([place.pick(index)]).collect();
            order::sort_by(&mut picks, Ord::cmp);
            picks.dedup();
            let variant = |pick| Variant { index, pick, has_award };
            self.variants.extend(picks.into_iter().map(variant));
        }
    }

    fn want_all(&mut self) {
        let of_variants = self.variants.iter();
        let of_variants = of_variants.flat_map(|own| [Some(own.alone()), own.work_alone()]);
        let wanted: Vec<Mix> = self.mixes.iter().copied().chain(of_variants.flatten()).collect();
        wanted.iter().for_each(|mix| self.want(mix));
    }

    fn value_all(&mut self) {
        self.valued = self.variants.iter().map(Variant::alone).collect();
        self.mixes_at = self.mixes.clone().iter().map(|mix| self.value(mix)).collect();
        let works: Vec<_> = self.variants.iter().map(Variant::work_alone).collect();
        self.works_at = works.iter().map(|work| Some(self.value(work.as_ref()?))).collect();
    }

    fn lay_out(&mut self) {
        let mut layout = Layout::default();
        let lives = &self.base.lives;
        for mix in &self.mixes {
            let is_certain = *mix == Mix::NONE || !self.varying.of_worth(mix).any();
            layout.add(is_certain.then(|| lives.worth(mix).first()));
        }
        for own in &self.variants {
            let valued = lives.valued(&own.alone());
            let figures = own_figures(lives, own.index, own.pick, &valued);
            let alone = self.varying.of_worth(&own.alone());
            let parts = self.varying.of_pursuit(own.index);
            let is_drawn = OwnFigures {
                worth: alone.any(),
                hours_per_week: parts.hours,
                busiest_hours_per_week: parts.hours,
                felt_hours_per_week: parts.hours,
                burnout_risk: alone.hours,
                money_per_year: parts.money,
            };
            for (figure, is_drawn) in figures.in_order().into_iter().zip(is_drawn.in_order()) {
                layout.add((!is_drawn).then(|| figure.first()));
            }
        }
        self.layout = layout;
    }

    fn want(&mut self, mix: &Mix) {
        for (index, pick) in mix.picks() {
            if let Some(menu) = self.menus.get_mut(index) {
                menu.want(pick);
            }
        }
    }

    /// Where a mix stands among what is valued; it is put there if it does not yet.
    fn value(&mut self, mix: &Mix) -> usize {
        self.valued.iter().position(|known| known == mix).unwrap_or_else(|| {
            self.valued.push(*mix);
            self.valued.len() - 1
        })
    }

    /// Looks at the pursuit in question at other levels too, unless it is all or nothing. Plans are
    /// chosen on the base case.
    pub(crate) fn with_how_much(mut self, tick: &mut Tick<'_>) -> Result<Self, Error> {
        let Some(program) = self.compiled.program.pursuits.get(ASKED) else { return Ok(self) };
        if program.levels.len() <= 1 {
            return Ok(self);
        }
        let anyway = self.compiled.means.get(program.anyway.0 as usize).copied().unwrap_or(0.0);
        let mut menus = base::menus(self.compiled);
        let mut picks = Vec::new();
        for level in levels_shown(&program.levels, anyway) {
            let is_own = |own: &f64| (own.max(anyway) - level).abs() < SAME_LEVEL;
            let own = program.levels.iter().position(is_own);
            let mut pick = Pick::whole(0);
            for menus in [&mut menus, &mut self.menus] {
                let Some(menu) = menus.get_mut(ASKED) else { continue };
                let at = own.unwrap_or_else(|| menu.add(level));
                pick = Pick::whole(at);
                menu.want(pick);
                if program.award.is_some() {
                    menu.want(Pick::work(at));
                }
            }
            picks.push((level, pick, own.is_some()));
        }
        let lives = Lives::new(&self.compiled.program, &menus, &at_means::<1>(self.compiled));
        let mut search = base::search(self.compiled, &menus, &lives);
        for (level, pick, is_offered) in picks {
            let variant = Variant { index: ASKED, pick, has_award: program.award.is_some() };
            let plan = base::held_at(&mut search, ASKED, pick, tick)?;
            let mixes = [Some(variant.alone()), variant.work_alone(), plan];
            let at = mixes.map(|mix| mix.map(|mix| self.value(&mix)));
            self.how_much.push(Amount { level, is_offered, variant, plan, at });
        }
        let plans: Vec<Mix> = self.how_much.iter().filter_map(|own| own.plan).collect();
        plans.iter().for_each(|mix| self.want(mix));
        Ok(self)
    }

    /// Whether anything is uncertain.
    pub(crate) fn is_uncertain(&self) -> bool {
        self.draws.is_uncertain()
    }

    /// How many replicates of how many scenarios.
    pub(crate) fn shape(&self, settled: &Settled) -> (u32, u32) {
        if self.is_uncertain() { (settled.replicates, settled.size()) } else { (1, 1) }
    }

    /// Where a mix stands.
    // INVARIANT: every mix that is asked for was put among them.
    #[expect(clippy::expect_used, reason = "see the invariant above")]
    pub(crate) fn place(&self, mix: &Mix) -> usize {
        self.mixes.iter().position(|known| known == mix).expect("the mix is valued")
    }

    /// Where a pursuit at a level stands.
    // INVARIANT: every way that a candidate has a pursuit was put among them.
    #[expect(clippy::expect_used, reason = "see the invariant above")]
    pub(crate) fn variant(&self, index: usize, pick: Pick) -> usize {
        let is_it = |own: &Variant| own.index == index && own.pick == pick;
        self.variants.iter().position(is_it).expect("the pursuit is looked at so")
    }
}

fn varying(compiled: &Compiled) -> Varying {
    Varying::of(&compiled.program, &compiled.means, compiled.draws().differing())
}

/// Leaves each mix once, at its first place.
fn distinct(mixes: &mut Vec<Mix>) {
    let mut seen = std::collections::HashSet::new();
    mixes.retain(|mix| seen.insert(*mix));
}

/// The margin of two plans at any values of the inputs.
#[derive(Debug)]
pub(crate) struct Margin<'m> {
    compiled: &'m Compiled,
    draws: &'m Draws,
    menus: Vec<Menu>,
    varying: &'m Varying,
    with: Mix,
    without: Mix,
}

impl<'m> Margin<'m> {
    pub(crate) fn new(model: &'m Model<'m>, with: Mix, without: Mix) -> Self {
        let mut menus: Vec<Menu> =
            model.compiled.program.pursuits.iter().map(Menu::nothing_of).collect();
        for (index, pick) in with.picks().chain(without.picks()) {
            if let Some(menu) = menus.get_mut(index) {
                menu.want(pick);
            }
        }
        let Model { compiled, draws, varying, .. } = model;
        Self { compiled, draws, menus, varying, with, without }
    }

    /// At each of these values, a column for each place that is drawn.
    pub(crate) fn at_columns(&self, values: &[Vec<f64>], out: &mut [f64]) {
        if out.len().is_multiple_of(LANES) {
            self.fill::<LANES>(values, out);
        } else {
            self.fill::<1>(values, out);
        }
    }

    fn fill<const W: usize>(&self, values: &[Vec<f64>], out: &mut [f64]) {
        let mut inputs: Vec<Lanes<W>> = at_means(self.compiled);
        let program = &self.compiled.program;
        let mut lives = Lives::new(program, &self.menus, &inputs);
        for (chunk, out) in out.chunks_mut(W).enumerate() {
            self.draws.put(values, chunk * W, &mut inputs);
            lives.fill(program, &self.menus, &inputs, Some(self.varying));
            out.copy_from_slice(&self.of(&lives).0);
        }
    }

    /// The lives of the base case, to look at others.
    pub(crate) fn lives(&self) -> Lives<1> {
        Lives::new(&self.compiled.program, &self.menus, &at_means(self.compiled))
    }

    /// At these values, which are put into the lives.
    pub(crate) fn at(&self, inputs: &[Lanes<1>], lives: &mut Lives<1>) -> f64 {
        lives.refill(&self.compiled.program, &self.menus, inputs);
        self.of(lives).first()
    }

    fn of<const W: usize>(&self, lives: &Lives<W>) -> Lanes<W> {
        margin(lives.worth(&self.with), lives.worth(&self.without))
    }
}
