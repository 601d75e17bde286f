//! The table of all mixes.

use std::ops::Range;

use crate::lanes::Lanes;
use crate::plan::{InputId, Program};
use crate::worth::lives::{Lives, Menu};
use crate::worth::mix::{Mix, Pick};
use crate::worth::row::{Row, busiest, row};

/// Mixes whose bounds are found in one loop: enough that the compiler computes several at once.
pub(super) const MANY: usize = 64;
pub(super) type Many = [f32; MANY];

/// Mixes that a table may have. Each person looks at all of them, so with many more a search is the better way.
const MOST_MIXES: usize = 4096;
/// Years of all these mixes: they should fit into the caches.
const MOST_ROWS: usize = 16_384;

/// What decides about some mixes, as means over the years.
#[derive(Clone, Copy)]
pub(super) struct Chunk {
    /// u_b\[m\] - u\[m\]
    pub(super) served: [Many; 7],
    /// 100 * (v_b - v)
    pub(super) dulled: Many,
    /// Felt hours a week of somebody without autonomy.
    pub(super) felt: Many,
    /// What autonomy of 1 adds to them: mostly less than nothing.
    pub(super) felt_rise: Many,
    pub(super) loaded: Many,
    pub(super) rest: Many,
    pub(super) money: Many,
    /// Of the year that takes most.
    pub(super) busiest: Many,
}

impl Chunk {
    /// Mixes that fit nowhere, in the place of those that are missing.
    const EMPTY: Self = Self {
        served: [[0.0; MANY]; 7],
        dulled: [0.0; MANY],
        felt: [0.0; MANY],
        felt_rise: [0.0; MANY],
        loaded: [0.0; MANY],
        rest: [0.0; MANY],
        money: [0.0; MANY],
        busiest: [f32::INFINITY; MANY],
    };

    /// Puts a life in its lane. `felt_rises` is what autonomy adds to its felt hours, year by year.
    fn put(&mut self, lane: usize, lives: &Lives<1>, life: &[Row<1>], felt_rises: &[f64]) {
        let (years, baseline) = (&lives.person.years, &lives.baseline);
        let are_alike = life.len().max(baseline.years()) <= 1;
        let mean = |of: &dyn Fn(usize) -> f64| match are_alike {
            true => of(0),
            false => years.weights.iter().enumerate().map(|(at, own)| own.first() * of(at)).sum(),
        };
        let put = |to: &mut Many, value: f64| {
            if let Some(to) = to.get_mut(lane) {
                *to = value as f32;
            }
        };
        let mean_of = |of: fn(&Row<1>) -> Lanes<1>| mean(&|year| of(row(life, year)).first());
        for (motive, served) in self.served.iter_mut().enumerate() {
            let unmet = |row: &Row<1>| row.unmet.get(motive).map_or(1.0, Lanes::first);
            put(served, mean(&|year| unmet(baseline.of_year(year).row) - unmet(row(life, year))));
        }
        let dulled = |year| (baseline.of_year(year).row.ease - row(life, year).ease).first();
        put(&mut self.dulled, 100.0 * mean(&dulled));
        put(&mut self.felt, mean_of(|row| row.felt_hours));
        let rise = |year| felt_rises.get(if felt_rises.len() > 1 { year } else { 0 });
        put(&mut self.felt_rise, mean(&|year| rise(year).copied().unwrap_or(0.0)));
        put(&mut self.loaded, mean_of(|row| row.loaded_hours));
        put(&mut self.rest, mean_of(|row| row.rest));
        put(&mut self.money, mean_of(|row| row.money));
        put(&mut self.busiest, busiest(life, |row| row.hours).first());
    }
}

/// A mix and its years among those of all.
pub(super) struct Entry {
    pub(super) mix: Mix,
    rows: Range<usize>,
}

/// Mixes that have the pursuit in question in the same way: with its award if it has one, by its work alone, or not.
#[derive(Default)]
pub(super) struct Group {
    pub(super) entries: Vec<Entry>,
    pub(super) chunks: Vec<Chunk>,
}

/// Every mix of a case that is the same for everybody but for who they are, with what it takes and gives.
pub(crate) struct AllMixes {
    /// Those of somebody without autonomy, as all that is kept.
    pub(super) lives: Lives<1>,
    /// The ways to do the pursuit in question.
    pub(super) picks: Vec<Pick>,
    pub(super) asked: usize,
    pub(super) with: Group,
    pub(super) work: Group,
    pub(super) none: Group,
    /// The years of all mixes.
    rows: Vec<Row<1>>,
    /// What autonomy of 1 adds to the felt hours of each of these years.
    felt_rises: Vec<f64>,
    /// Hours a week, of any mix in any year.
    pub(super) most_loaded_hours: f64,
    pub(super) most_rest: f64,
}

impl std::fmt::Debug for AllMixes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count = [&self.with, &self.work, &self.none].map(|own| own.entries.len());
        f.debug_struct("AllMixes").field("count", &count.iter().sum::<usize>()).finish()
    }
}

impl AllMixes {
    /// Whether mixes take and give the same, but for felt hours by autonomy, where these values differ.
    pub(crate) fn stay(program: &Program, differ: impl FnMut(InputId) -> bool) -> bool {
        let (person, assumed) = (&program.person.numbers, &program.assumptions.numbers);
        let of_all = [
            person.horizon_years,
            person.discount_rate,
            assumed.returns_to_effort,
            assumed.drawback_points,
        ];
        let of_pursuits = program.pursuits.iter().flat_map(|own| own.inputs.iter().copied());
        !of_all.into_iter().chain(of_pursuits).any(differ)
    }

    /// None where there are too many.
    pub(crate) fn new(
        program: &Program,
        menus: &[Menu],
        values: &[Lanes<1>],
        asked: usize,
    ) -> Option<Self> {
        let ways: Vec<Vec<Pick>> = menus.iter().map(|menu| menu.picks().collect()).collect();
        let mut lives = Lives::new(program, menus, values);
        let most = MOST_MIXES.min(MOST_ROWS / lives.person.years.count().max(1));
        let mut count = 1_usize;
        for own in &ways {
            count = count.checked_mul(own.len() + 1).filter(|all| *all <= most)?;
        }
        lives.refill_at(program, menus, values, Lanes::ONE);
        let with_autonomy = lives.clone();
        lives.refill_at(program, menus, values, Lanes::ZERO);
        let mut table = Self {
            lives,
            picks: ways.get(asked).cloned().unwrap_or_default(),
            asked,
            with: Group::default(),
            work: Group::default(),
            none: Group::default(),
            rows: Vec::new(),
            felt_rises: Vec::new(),
            most_loaded_hours: 0.0,
            most_rest: 0.0,
        };
        // The pursuit in question alone comes early among the mixes with it.
        let mut all = vec![Mix::NONE];
        for (index, own) in ways.iter().enumerate() {
            for at in 0..all.len() {
                let Some(mix) = all.get(at).copied() else { continue };
                all.extend(own.iter().map(|pick| mix.and(index, *pick)));
            }
        }
        all.retain(|mix| program.either_or.iter().all(|set| at_most_one(mix, *set)));
        all.iter().for_each(|mix| table.add(mix, &with_autonomy));
        Some(table)
    }

    fn add(&mut self, mix: &Mix, with_autonomy: &Lives<1>) {
        let (mut room, mut other) = (Vec::new(), Vec::new());
        let own = self.lives.life_in(mix, &mut room);
        let begin = self.rows.len();
        self.rows.extend_from_slice(own);
        for (own, other) in own.iter().zip(with_autonomy.life_in(mix, &mut other)) {
            self.felt_rises.push((other.felt_hours - own.felt_hours).first());
        }
        let most = |of: fn(&Row<1>) -> Lanes<1>| busiest(own, of).first();
        self.most_loaded_hours = self.most_loaded_hours.max(most(|row| row.loaded_hours));
        self.most_rest = self.most_rest.max(most(|row| row.rest));
        let group = match mix.get(self.asked) {
            Some(pick) if pick.is_whole => &mut self.with,
            Some(_) => &mut self.work,
            None => &mut self.none,
        };
        let lane = group.entries.len() % MANY;
        if lane == 0 {
            group.chunks.push(Chunk::EMPTY);
        }
        group.entries.push(Entry { mix: *mix, rows: begin..self.rows.len() });
        if let Some(chunk) = group.chunks.last_mut() {
            let rises = self.felt_rises.get(begin..).unwrap_or_default();
            chunk.put(lane, &self.lives, own, rises);
        }
    }

    /// How many rows the life without any has.
    pub(super) fn rows_of_nothing(&self) -> usize {
        self.lives.baseline.years()
    }

    /// The years of a mix as somebody of this autonomy feels them.
    pub(super) fn put_life(&self, own: &Entry, autonomy: Lanes<1>, life: &mut Vec<Row<1>>) {
        life.clear();
        life.extend_from_slice(self.rows.get(own.rows.clone()).unwrap_or_default());
        let rises = self.felt_rises.get(own.rows.clone()).unwrap_or_default();
        for (row, rise) in life.iter_mut().zip(rises) {
            row.felt_hours = (row.felt_hours + autonomy * *rise).max(Lanes::ZERO);
        }
    }

    /// Hours a week of the year of a mix that takes most.
    pub(super) fn busiest_hours(&self, own: &Entry) -> Lanes<1> {
        busiest(self.rows.get(own.rows.clone()).unwrap_or_default(), |row| row.hours)
    }

    /// The life without any.
    pub(super) fn nothing(&self) -> Option<&Entry> {
        self.none.entries.first()
    }

    /// The pursuit in question alone.
    pub(super) fn alone(&self, pick: Pick) -> Option<&Entry> {
        let mix = Mix::only(self.asked, pick);
        let group = if pick.is_whole { &self.with } else { &self.work };
        group.entries.iter().find(|own| own.mix == mix)
    }
}

/// Whether a mix has at most one pursuit of a set.
fn at_most_one(mix: &Mix, set: u64) -> bool {
    mix.picks().filter(|(index, _)| set >> index & 1 == 1).count() <= 1
}
