//! Branch and bound: exact, because a branch is left only where even its bound is worse than what
//! was found, for everything that is wished for.

use super::bound::Bounds;
use super::node::Node;
use super::wishes::{Found, Wishes};
use super::{Limit, Search, SearchEnded, largest_first};
use crate::worth::mix::{Mix, Valuation};
use crate::worth::row::Row;

/// What a search works with. It is filled again and again.
#[derive(Debug, Default)]
pub(crate) struct Room {
    bounds: Bounds,
    /// By depth: lives at which a pursuit was chosen last.
    nodes: Vec<Node>,
    /// By depth: what was decided so far, merged, year by year.
    decided: Vec<Vec<Row<1>>>,
    /// By depth: the ways to do the pursuit decided there, or not to, the most promising first.
    ways: Vec<Vec<(f64, Option<usize>)>>,
    /// What the search before found: often it is the best again.
    known: Vec<Mix>,
    /// What these are worth now, their lives merged in case order.
    pub(super) valued: Vec<Valuation>,
}

impl Room {
    /// Takes note of what was found, so that the next search has something to beat.
    pub(super) fn remember(&mut self, found: &Found) {
        self.known.clear();
        let around = found.pursuits.iter();
        let around = around.flat_map(|own| [own.with, own.without, own.without_any, own.work]);
        for one in around.flatten().chain([found.best]) {
            if !self.known.contains(&one.mix) {
                self.known.push(one.mix);
            }
        }
    }
}

/// Ways to do pursuits, times years, that a mix is looked at for at no more than the usual cost.
const USUAL_SIZE: u64 = 128;
/// The same for the third power of the number of pursuits: each mix is compared with what is wished for of
/// every one, and equal ones pursuit by pursuit. Up to 25 pursuits are usual.
const USUAL_PURSUITS: u64 = 16_384;

/// A branch: what was decided at all depths before its own.
#[derive(Debug, Clone, Copy)]
struct Branch {
    depth: usize,
    mix: Mix,
    /// How many pursuits are in it.
    count: usize,
    /// The node of its life. Deciding against a pursuit that nothing is done of changes none.
    node: usize,
}

/// A search under way.
pub(super) struct Branching<'b, 's, 'l> {
    search: &'b Search<'s>,
    room: &'b mut Room,
    wishes: &'b mut Wishes,
    looked_at: u64,
    /// How many mixes each of this search counts for.
    as_many: u64,
    limit: &'b mut Limit<'l>,
}

// INVARIANT: lists by depth have an entry more than there are pursuits, and no depth is larger.
#[expect(clippy::indexing_slicing, reason = "see the invariant above")]
impl<'b, 's, 'l> Branching<'b, 's, 'l> {
    pub(super) fn new(
        search: &'b Search<'s>,
        room: &'b mut Room,
        wishes: &'b mut Wishes,
        limit: &'b mut Limit<'l>,
    ) -> Self {
        Self { search, room, wishes, looked_at: 0, as_many: 1, limit }
    }

    pub(super) fn run(mut self) -> Result<(), SearchEnded> {
        let room = &mut *self.room;
        room.bounds.fill(self.search, self.wishes.asked());
        let pursuits = self.search.picks.len() as u64;
        let size = room.bounds.size() / USUAL_SIZE + pursuits.pow(3) / USUAL_PURSUITS;
        self.as_many = 1 + size;
        let depths = self.search.picks.len() + 1;
        room.nodes.resize_with(depths, Node::default);
        room.ways.resize_with(depths, Vec::new);
        room.decided.resize_with(depths, Vec::new);
        for own in &mut room.decided {
            own.clear();
            own.resize(room.bounds.rows, Row::NOTHING);
        }
        self.offer_what_is_known();
        let root = Branch { depth: 0, mix: Mix::NONE, count: 0, node: 0 };
        let life = &mut self.room.nodes[0].life;
        life.clear();
        life.extend_from_slice(self.room.bounds.undecided(0));
        self.look(&root);
        let most = self.most(&root);
        self.extend(&root, most)
    }

    /// The life without any, and what may be good, so that there is something to beat.
    fn offer_what_is_known(&mut self) {
        self.room.valued.clear();
        self.wishes.offer(Valuation { mix: Mix::NONE, worth: 0.0 });
        for at in 0..self.room.known.len() {
            self.offer_if_it_fits(self.room.known[at]);
        }
        if self.wishes.are_many() && self.room.known.is_empty() {
            for (index, picks) in self.search.picks.iter().enumerate() {
                picks.iter().for_each(|pick| self.offer_if_it_fits(Mix::only(index, *pick)));
            }
        }
    }

    fn offer_if_it_fits(&mut self, mix: Mix) {
        if let Some(one) = self.search.valued_if_it_fits(&mix) {
            self.room.valued.push(one);
            self.wishes.offer(one);
        }
    }

    /// Decides the pursuit at this depth and all behind it. `most` is the most that the branch could be
    /// worth, to which what is still to be decided comes.
    fn extend(&mut self, own: &Branch, most: f64) -> Result<(), SearchEnded> {
        let Some(index) = self.room.bounds.order.get(own.depth).copied() else { return Ok(()) };
        if !self.could_gain(own, own.node, most, own.count + 1) {
            return Ok(());
        }
        self.limit.count(&mut self.looked_at, self.as_many)?;
        let ways = self.ways(own, index);
        let depth = own.depth + 1;
        let is_last = depth == self.room.bounds.order.len();
        for (more, way) in ways.iter().copied() {
            let Some(way) = way else {
                if is_last {
                    continue;
                }
                self.decide(own, index, None);
                let next = Branch { depth, ..*own };
                let most = self.most(&next);
                self.extend(&next, most)?;
                continue;
            };
            let pick = self.room.bounds.pick(way);
            let count = own.count + 1;
            let next = Branch { depth, mix: own.mix.and(index, pick), count, node: depth };
            // What the others could add to this life is no more than to the one before.
            if self.could_gain(&next, own.node, most + more, count) {
                self.decide(own, index, Some(way));
                if is_last {
                    // Nothing comes after it: to value it takes no more than to find its bound.
                    self.value(&next, most + more);
                    continue;
                }
                self.look(&next);
                let most = self.most(&next);
                self.value(&next, most);
                self.extend(&next, most)?;
            }
        }
        self.room.ways[own.depth] = ways;
        Ok(())
    }

    /// Whether a branch could be better than what was found, by what the node of `by` knows of those
    /// that are still to be decided.
    fn could_gain(&self, own: &Branch, by: usize, most: f64, fewest: usize) -> bool {
        let (node, bounds) = (&self.room.nodes[by], &self.room.bounds);
        self.wishes.could_gain(&own.mix, own.depth, most, fewest, node, bounds)
    }

    /// The ways to decide a pursuit, each with what it could add at most.
    fn ways(&mut self, own: &Branch, index: usize) -> Vec<(f64, Option<usize>)> {
        let mut ways = std::mem::take(&mut self.room.ways[own.depth]);
        ways.clear();
        ways.push((0.0, None));
        let node = &self.room.nodes[own.node];
        let all = self.room.bounds.ways_of(index).map(|way| (node.most_of(way), Some(way)));
        ways.extend(all.filter(|(most, _)| *most > f64::NEG_INFINITY));
        largest_first(&mut ways);
        ways
    }

    /// What is decided with this pursuit too, and, where it is done, the life at the next depth.
    fn decide(&mut self, own: &Branch, index: usize, way: Option<usize>) {
        let (room, outcome) = (&mut *self.room, &self.search.lives.pursuits[index]);
        let next = own.depth + 1;
        let (before, after) = room.decided.split_at_mut(next);
        let (before, after) = (&before[own.depth], &mut after[0]);
        after.copy_from_slice(before);
        let profile = match way {
            Some(way) => outcome.profile(room.bounds.pick(way)),
            None if outcome.is_nothing() => return,
            None => &outcome.without,
        };
        after.iter_mut().enumerate().for_each(|(year, row)| row.merge(profile.row(year)));
        if way.is_some() {
            let life = &mut room.nodes[next].life;
            life.clear();
            life.extend_from_slice(after);
            if !room.bounds.is_nothing(next) {
                let rest = room.bounds.undecided(next);
                life.iter_mut().zip(rest).for_each(|(row, rest)| row.merge(rest));
            }
        }
    }

    /// What each undecided pursuit could add to the life of a branch.
    fn look(&mut self, own: &Branch) {
        let may_join = |index| self.search.may_join(&own.mix, index);
        let node = &mut self.room.nodes[own.node];
        self.room.bounds.look(self.search, node, own.depth, may_join);
    }

    /// The most that a branch could be worth if all that may come cost nothing and served nothing.
    fn most(&mut self, own: &Branch) -> f64 {
        self.room.bounds.most(self.search, &mut self.room.nodes[own.node], own.depth)
    }

    /// Values a branch with nothing more, where that could be chosen.
    fn value(&mut self, own: &Branch, most: f64) {
        let node = &self.room.nodes[own.node];
        if self.wishes.could_take(&own.mix, most, own.count) {
            let worth = self.search.lives.valued_life(&node.life).worth().first();
            self.wishes.offer(Valuation { mix: own.mix, worth });
        }
    }
}
