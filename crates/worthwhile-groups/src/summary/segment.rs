//! The sums of some people: all of them, or those of one segment.

use serde::{Deserialize, Serialize};
use worthwhile::{SurveyFigures, Verdict};

use super::sums::{Clusters, Histogram, Ratio, Told, merge_clusters};
use crate::answers::Answered;
use crate::people::People;

/// Sums of one segment.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Segment {
    pub(super) people: u64,
    pub(super) refused: u64,
    /// Answers of who was answered that were taken as unknown.
    pub(super) unknown: u64,
    /// Who left no answer out.
    pub(super) complete: u64,
    pub(super) yes_of_complete: Ratio,
    pub(super) verdicts: [u64; Verdict::ALL.len()],
    pub(super) yes: Ratio,
    pub(super) clusters: Clusters,
    /// The level of those with a yes.
    pub(super) level: Ratio,
    pub(super) margin: Ratio,
    pub(super) margins: Histogram,
    /// In each scenario the weight of those with a yes.
    pub(super) yes_in: Vec<f64>,
    pub(super) levers: Vec<Pulled>,
}

/// Sums of what a lever does.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Pulled {
    pub(super) gained: u64,
    pub(super) lost: u64,
    /// Those whose input ended at a bound, and those who cannot be answered then.
    pub(super) clipped: u64,
    pub(super) refused: u64,
    /// Of who is answered both times: -1, 0 or 1.
    pub(super) change: Ratio,
    pub(super) clusters: Clusters,
    pub(super) before: Ratio,
    /// In each scenario the weight of those with a yes more, less those with one fewer.
    pub(super) change_in: Vec<f64>,
}

impl Segment {
    pub(super) fn new(scenarios: usize, levers: usize) -> Self {
        let pulled = || Pulled { change_in: vec![0.0; scenarios], ..Pulled::default() };
        Self {
            yes_in: vec![0.0; scenarios],
            levers: (0..levers).map(|_| pulled()).collect(),
            ..Self::default()
        }
    }

    /// Adds those of some people who are in these rows; the answered are all of them, by row.
    pub(super) fn add(
        &mut self,
        people: &People,
        levers: &[SurveyFigures],
        answered: &[Option<Answer>],
        rows: &[usize],
    ) {
        let own = rows.iter().filter_map(|row| answered.get(*row)?.as_ref());
        let own: Vec<&Answer> = own.collect();
        self.people += rows.len() as u64;
        self.refused += (rows.len() - own.len()) as u64;
        own.iter().for_each(|own| self.add_answer(people, own));
        for (pulled, lever) in self.levers.iter_mut().zip(levers) {
            own.iter().for_each(|own| pulled.add(people, own, lever));
        }
    }

    fn add_answer(&mut self, people: &People, own: &Answer) {
        let (answers, figures) = (&people.answers, &people.figures);
        let &Answer { row, weight, verdict, yes, is_complete } = own;
        let unknown = answers.unknown.get(row).copied().unwrap_or_default();
        self.unknown += u64::try_from(unknown).unwrap_or_default();
        let place = Verdict::ALL.iter().position(|own| *own == verdict);
        if let Some(count) = place.and_then(|at| self.verdicts.get_mut(at)) {
            *count += 1;
        }
        self.yes.add(weight, yes);
        if is_complete {
            self.complete += 1;
            self.yes_of_complete.add(weight, yes);
        }
        add_to_cluster(&mut self.clusters, people, own, yes);
        if own.is_yes() {
            self.level.add(weight, of_row(&figures.level, row));
        }
        if verdict != Verdict::NotFeasible {
            let margin = of_row(&figures.margin.values, row);
            self.margin.add(weight, margin);
            self.margins.add(margin, weight);
        }
        add_bits(&mut self.yes_in, figures.yes_words(row), weight);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.people += other.people;
        self.refused += other.refused;
        self.unknown += other.unknown;
        self.complete += other.complete;
        self.yes_of_complete.merge(&other.yes_of_complete);
        self.verdicts.iter_mut().zip(other.verdicts).for_each(|(own, other)| *own += other);
        self.yes.merge(&other.yes);
        merge_clusters(&mut self.clusters, &other.clusters);
        self.level.merge(&other.level);
        self.margin.merge(&other.margin);
        self.margins.merge(&other.margins);
        add(&mut self.yes_in, &other.yes_in);
        for (own, other) in self.levers.iter_mut().zip(&other.levers) {
            own.gained += other.gained;
            own.lost += other.lost;
            own.clipped += other.clipped;
            own.refused += other.refused;
            own.change.merge(&other.change);
            own.before.merge(&other.before);
            merge_clusters(&mut own.clusters, &other.clusters);
            add(&mut own.change_in, &other.change_in);
        }
    }
}

/// Adds what people answered in one column; what they left open tells nothing.
pub(super) fn tell(told: &mut Told, column: &Answered, answered: &[Option<Answer>]) {
    let is_certain = |own: &&Answer| {
        let vague = column.vague.get(own.row).copied().unwrap_or_default();
        vague == 0 && !is_missing(column, own.row)
    };
    let answered = answered.iter().flatten().filter(is_certain);
    told.add(answered.map(|own| (of_row(&column.values, own.row), own.is_yes(), own.weight)));
}

impl Pulled {
    /// Adds somebody who was answered without the lever.
    fn add(&mut self, people: &People, own: &Answer, lever: &SurveyFigures) {
        let &Answer { row, weight, yes, .. } = own;
        self.clipped += u64::from(lever.clipped.get(row).is_some_and(|clipped| *clipped));
        let Some(pulled) = lever.verdict.get(row).copied().flatten() else {
            self.refused += 1;
            return;
        };
        let after = f64::from(u8::from(pulled.answer().is_yes()));
        self.gained += u64::from(after > yes);
        self.lost += u64::from(after < yes);
        self.change.add(weight, after - yes);
        self.before.add(weight, yes);
        add_to_cluster(&mut self.clusters, people, own, after - yes);
        add_bits(&mut self.change_in, lever.yes_words(row), weight);
        add_bits(&mut self.change_in, people.figures.yes_words(row), -weight);
    }
}

/// Somebody who was answered.
pub(super) struct Answer {
    row: usize,
    weight: f64,
    verdict: Verdict,
    /// 0 or 1.
    yes: f64,
    /// Whether they left no answer out.
    is_complete: bool,
}

impl Answer {
    /// That of each person; none where there is no answer, or a problem with the weight.
    pub(super) fn all(people: &People) -> Vec<Option<Self>> {
        let mut is_complete = vec![true; people.count()];
        for column in &people.answers.columns {
            for (own, is_missing) in is_complete.iter_mut().zip(&column.missing) {
                *own &= !is_missing;
            }
        }
        let rows = is_complete.into_iter().enumerate();
        rows.map(|(row, is_complete)| Self::of(people, row, is_complete)).collect()
    }

    fn of(people: &People, row: usize, is_complete: bool) -> Option<Self> {
        let weight = people.answers.weights.get(row).copied().unwrap_or(1.0);
        let verdict = people.figures.verdict.get(row).copied().flatten()?;
        let yes = f64::from(u8::from(verdict.answer().is_yes()));
        (!weight.is_nan()).then_some(Self { row, weight, verdict, yes, is_complete })
    }

    fn is_yes(&self) -> bool {
        self.yes > 0.0
    }
}

fn is_missing(column: &Answered, row: usize) -> bool {
    column.missing.get(row).copied().unwrap_or_default()
}

fn of_row(values: &[f64], row: usize) -> f64 {
    values.get(row).copied().unwrap_or(f64::NAN)
}

/// Adds somebody's number to those of their cluster, where people come in clusters.
fn add_to_cluster(clusters: &mut Clusters, people: &People, own: &Answer, value: f64) {
    if let Some(key) = people.clusters.get(own.row) {
        let [total, sum] = clusters.entry(*key).or_default();
        *total += own.weight * value;
        *sum += own.weight;
    }
}

fn add(own: &mut [f64], other: &[f64]) {
    own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
}

/// Adds a weight wherever a bit is set.
fn add_bits(sums: &mut [f64], words: &[u64], weight: f64) {
    for (sums, word) in sums.chunks_mut(64).zip(words) {
        for (at, sum) in sums.iter_mut().enumerate() {
            *sum += weight * (word >> at & 1) as f64;
        }
    }
}
