//! What each difference does: every combination of them is tried, and its Shapley value is told.

use std::ops::ControlFlow;

use super::parts::{Pair, Part};
use super::shapley::shapley;
use crate::analysis::{AskedAtMeans, Progress, Stage, Tick, Watch, asked_at_means, run_jobs};
use crate::error::Error;
use crate::order;
use crate::plan::Compiled;
use crate::worth::SearchEnded;

/// Groups of differences that are told apart: there are two to this power combinations.
const MOST_GROUPS: usize = 10;
/// Mixes that may be looked at for all combinations together, shared out evenly.
const MOST_MIXES: u64 = 8_000_000;
/// So many groups fewer are told apart where that takes too many mixes.
const FEWER: usize = 3;

/// What the differences in some parts do to the base case's figures together.
#[derive(Debug)]
pub(super) struct Share {
    pub(super) parts: Vec<Part>,
    pub(super) figures: AskedAtMeans,
}

/// Two cases and what is needed to look at those between them.
pub(super) struct Between<'b> {
    pub(super) pair: &'b Pair<'b>,
    /// The figures of both.
    pub(super) ends: [AskedAtMeans; 2],
    pub(super) threads: usize,
}

/// Why figures of some combinations are not there.
enum Ended {
    TooManyMixes,
    Stopped,
}

impl Between<'_> {
    /// The share of every part that differs, or of several that matter least together.
    pub(super) fn shares(
        &self,
        parts: Vec<Part>,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<Share>, Error> {
        let mut most = MOST_GROUPS;
        loop {
            let told = self.players(&parts, most, watch).and_then(|players| {
                let figures = self.coalitions(&players, watch)?;
                Ok((players, figures))
            });
            match told {
                Ok((players, figures)) => return Ok(shared_out(players, &figures)),
                Err(Ended::Stopped) => return Err(Error::stopped()),
                // With one group alone no case between the two is looked at.
                Err(Ended::TooManyMixes) => most = most.saturating_sub(FEWER).max(1),
            }
        }
    }

    /// The parts, those that matter least in one group where there are too many of them.
    fn players(
        &self,
        parts: &[Part],
        most: usize,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<Vec<Part>>, Ended> {
        if parts.len() <= most {
            return Ok(parts.iter().map(|part| vec![*part]).collect());
        }
        if most == 1 {
            return Ok(vec![parts.to_vec()]);
        }
        let mut ranked = self.ranked(parts, watch)?;
        let mut rest = ranked.split_off(most - 1);
        order::sort_by(&mut rest, Ord::cmp);
        Ok(ranked.into_iter().map(|part| vec![part]).chain([rest]).collect())
    }

    /// The parts by what they do when they come about first and when they come about last.
    fn ranked(&self, parts: &[Part], watch: &mut Watch<'_>) -> Result<Vec<Part>, Ended> {
        let first = parts.iter().map(|part| vec![*part]);
        let but = |part: &Part| parts.iter().copied().filter(|own| own != part).collect();
        let last = parts.iter().map(but);
        let figures = self.figures(first.chain(last).collect(), watch)?;
        let (first, last) = figures.split_at(parts.len());
        let effects = parts.iter().zip(first.iter().zip(last)).map(|(part, (first, last))| {
            let [none, all] = &self.ends;
            let effect = |of: fn(&AskedAtMeans) -> f64| {
                (of(first) - of(none)).abs() + (of(all) - of(last)).abs()
            };
            (*part, effect(|own| own.margin), effect(|own| own.worth))
        });
        let mut effects: Vec<(Part, f64, f64)> = effects.collect();
        order::sort_by(&mut effects, |a, b| b.1.total_cmp(&a.1).then(b.2.total_cmp(&a.2)));
        Ok(effects.into_iter().map(|(part, ..)| part).collect())
    }

    /// The figures of every combination of the players; bit i of its place stands for player i.
    fn coalitions(
        &self,
        players: &[Vec<Part>],
        watch: &mut Watch<'_>,
    ) -> Result<Vec<AskedAtMeans>, Ended> {
        let all = 1_usize << players.len();
        let parts = |coalition: usize| {
            let in_it = players.iter().enumerate().filter(|(at, _)| coalition >> at & 1 == 1);
            in_it.flat_map(|(_, parts)| parts.iter().copied()).collect()
        };
        let between = (1..all - 1).map(parts).collect();
        let [none, whole] = self.ends;
        let mut figures = vec![none];
        figures.extend(self.figures(between, watch)?);
        if !players.is_empty() {
            figures.push(whole);
        }
        Ok(figures)
    }

    /// The figures of cases in which these parts are those of the second.
    fn figures(
        &self,
        cases: Vec<Vec<Part>>,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<AskedAtMeans>, Ended> {
        let total = cases.len() as u64;
        let mixes = MOST_MIXES / total.max(1);
        let mut done = 0;
        let mut tick = |steps| {
            done += steps;
            watch(Progress { stage: Stage::Comparison, done, total })
        };
        let work = |parts: Vec<Part>, tick: &mut Tick<'_>| {
            let compiled = Compiled::at_means(self.pair.blend(&|part| parts.contains(&part)));
            let found = asked_at_means(&compiled, mixes, &mut |_| tick(0));
            tick(1)?;
            ControlFlow::Continue(found)
        };
        match run_jobs(self.threads, cases, work, &mut tick) {
            ControlFlow::Break(()) => Err(Ended::Stopped),
            ControlFlow::Continue(found) => {
                found.into_iter().collect::<Result<_, _>>().map_err(|why| {
                    if why == SearchEnded::Stopped { Ended::Stopped } else { Ended::TooManyMixes }
                })
            }
        }
    }
}

fn shared_out(players: Vec<Vec<Part>>, figures: &[AskedAtMeans]) -> Vec<Share> {
    let column = |of: fn(&AskedAtMeans) -> f64| {
        let column: Vec<f64> = figures.iter().map(of).collect();
        shapley(players.len(), &column)
    };
    let (worths, margins) = (column(|own| own.worth), column(|own| own.margin));
    let figures = worths.into_iter().zip(margins);
    let figures = figures.map(|(worth, margin)| AskedAtMeans { worth, margin });
    players.into_iter().zip(figures).map(|(parts, figures)| Share { parts, figures }).collect()
}
