//! What the sums say.

use std::collections::BTreeMap;

use worthwhile::Verdict;

use super::against::Against;
use super::document::{Complete, LeverEffect, Margins, SegmentSummary, Share, Summary, Teller};
use super::range::Expected;
use super::segment::{Pulled, Segment};
use super::sums::{Clusters, ROUNDING, Ratio};
use super::{About, Key, Tally, range};

impl Tally {
    /// What the sums say. With a smallest segment, segments with fewer people who were answered are left out. Where
    /// these are one alone in their grouping, or fewer people together, so is the next smallest, since all people less
    /// the others would tell them.
    #[must_use]
    pub fn summary(&self, smallest_segment: Option<u64>) -> Summary {
        let About { speed, question, question_name, scenarios, .. } = &self.about;
        let left_out = self.left_out(smallest_segment.unwrap_or(0));
        let against = Against::new(self);
        let segments = self.segments.iter().map(|(place, own)| {
            let (grouping, key) = place;
            let by = self.by(*grouping, key);
            match left_out.contains(&place) {
                true => SegmentSummary::suppressed(by),
                false => SegmentSummary {
                    against_others: against.as_ref().and_then(|all| all.difference(place, own)),
                    ..self.segment(by, own)
                },
            }
        });
        let is_told = left_out.iter().all(|(grouping, _)| *grouping > 0);
        Summary {
            schema_version: 1,
            speed: speed.clone(),
            question: question.clone(),
            question_name: question_name.clone(),
            scenarios: *scenarios,
            weighted: self.about.is_weighted,
            smallest_segment,
            segments: segments.collect(),
            refusals: if is_told { self.reasons.told() } else { Vec::new() },
            tellers: if is_told { self.tellers() } else { Vec::new() },
        }
    }

    /// Segments that are too small, and those that would tell them. Who hardly counts hides nobody: people are as many as
    /// of equal weight say as much (Kish 1965).
    fn left_out(&self, smallest: u64) -> Vec<&(usize, Key)> {
        let smallest = smallest as f64 * (1.0 - ROUNDING);
        let size = |people: u64, own: &Ratio| match own.weight > 0.0 {
            true => own.effective_people().min(people as f64),
            false => 0.0,
        };
        let answered = |segment: &Segment| segment.people - segment.refused;
        let mut all = Vec::new();
        for grouping in 0..self.about.groupings.len() {
            let own = self
                .segments
                .iter()
                .filter(|((own, _), own_sums)| *own == grouping && own_sums.people > 0);
            let mut by_size: Vec<_> =
                own.map(|(place, own)| (size(answered(own), &own.yes), place, own)).collect();
            by_size.sort_by(|(a, ..), (b, ..)| a.total_cmp(b));
            let (mut count, mut people, mut together) = (0, 0, Ratio::default());
            for (own_size, place, segment) in by_size {
                let are_few = count == 1 || size(people, &together) < smallest;
                let would_be_told = grouping > 0 && count > 0 && are_few;
                if own_size >= smallest && !would_be_told {
                    break;
                }
                (count, people) = (count + 1, people + answered(segment));
                together.merge(&segment.yes);
                all.push(place);
            }
        }
        all
    }

    fn by(&self, grouping: usize, key: &Key) -> BTreeMap<String, Option<String>> {
        let columns = self.about.groupings.get(grouping).into_iter().flatten().cloned();
        columns.zip(key.iter().cloned()).collect()
    }

    fn segment(&self, by: BTreeMap<String, Option<String>>, own: &Segment) -> SegmentSummary {
        let verdicts = Verdict::ALL.iter().map(|verdict| verdict.as_str()).zip(own.verdicts);
        let answered = own.people - own.refused;
        let has_weight = own.yes.weight > 0.0;
        let (mut levers, mut impossible_levers) = (Vec::new(), Vec::new());
        for (name, lever) in self.about.levers.iter().zip(&own.levers) {
            if lever.change.weight > 0.0 {
                levers.push(self.lever(name, lever, answered - lever.refused));
            } else if has_weight {
                impossible_levers.push(name.clone());
            }
        }
        let is_told = own.complete > 0 && own.complete < answered;
        let complete = (is_told && own.yes_of_complete.weight > 0.0)
            .then(|| Complete { people: own.complete, yes: own.yes_of_complete.mean() });
        levers.sort_by(|a, b| b.change.abs().total_cmp(&a.change.abs()));
        SegmentSummary {
            by,
            suppressed: false,
            people: own.people,
            refused: own.refused,
            unknown: own.unknown,
            complete,
            verdicts: verdicts.collect(),
            share: has_weight.then(|| self.share(own, answered)),
            against_others: None,
            mean_level: (own.level.weight > 0.0).then(|| own.level.mean()),
            margin: (own.margin.weight > 0.0).then(|| {
                let [p5, p25, p50, p75, p95] =
                    [0.05, 0.25, 0.5, 0.75, 0.95].map(|share| own.margins.quantile(share));
                Margins { mean: own.margin.mean(), p5, p25, p50, p75, p95 }
            }),
            levers,
            impossible_levers,
        }
    }

    /// The error from the choice of people; none where it cannot be told.
    fn error(&self, ratio: &Ratio, clusters: &Clusters, people: u64) -> Option<f64> {
        let error = match self.about.is_clustered {
            true => ratio.clustered_error(clusters),
            false => ratio.standard_error(people),
        };
        // Where all are alike, people say nothing of how others would differ.
        error.filter(|error| *error > 0.0)
    }

    fn share(&self, own: &Segment, answered: u64) -> Share {
        let yes = own.yes.mean();
        let se_people = self.error(&own.yes, &own.clusters, answered);
        let in_scenarios: Vec<f64> =
            own.yes_in.iter().map(|weight| weight / own.yes.weight).collect();
        // As many people of equal weight and without clusters would leave the same error.
        let people = match se_people {
            Some(error) => yes * (1.0 - yes) / (error * error),
            None if self.about.is_clustered => own.clusters.len() as f64,
            None => own.yes.effective_people(),
        };
        let shares = if in_scenarios.is_empty() { vec![yes] } else { in_scenarios.clone() };
        let [low, high] = range::of_share(&shares, people);
        let shared_doubt = range::over_scenarios(&in_scenarios, self.about.replicates);
        Share { yes, se_people, shared_doubt, low, high }
    }

    fn lever(&self, name: &str, own: &Pulled, answered: u64) -> LeverEffect {
        let difference = own.change.mean();
        let se_people = self.error(&own.change, &own.clusters, answered);
        let in_scenarios: Vec<f64> =
            own.change_in.iter().map(|weight| weight / own.change.weight).collect();
        let people = || match self.about.is_clustered {
            true => own.clusters.len() as f64,
            false => own.change.effective_people(),
        };
        let deviation = se_people.unwrap_or_else(|| range::reach_of_nobody(people()));
        let replicates = self.about.replicates;
        let change = Expected::of(difference, &in_scenarios, replicates, deviation);
        let gains = in_scenarios.iter().filter(|change| **change > ROUNDING).count();
        LeverEffect {
            name: name.to_owned(),
            share_before: own.before.mean(),
            share_after: own.before.mean() + difference,
            change: change.value,
            se_people,
            shared_doubt: change.shared_doubt,
            chance_of_gain: (!in_scenarios.is_empty())
                .then(|| gains as f64 / in_scenarios.len() as f64),
            low: change.low,
            high: change.high,
            gained: own.gained,
            lost: own.lost,
            clipped: own.clipped,
            refused: own.refused,
        }
    }

    fn tellers(&self) -> Vec<Teller> {
        let teller = |([column, input, label], told): (&[String; 3], &super::sums::Told)| {
            let [mean_no, mean_yes] = told.means();
            Teller {
                column: column.clone(),
                input: input.clone(),
                label: label.clone(),
                higher_with_yes: told.higher_with_yes(),
                mean_yes,
                mean_no,
            }
        };
        let tellers = self.about.columns.iter().zip(&self.told).map(teller);
        let mut tellers: Vec<Teller> =
            tellers.filter(|own| own.higher_with_yes.is_finite()).collect();
        let strength = |own: &Teller| (own.higher_with_yes - 0.5).abs();
        tellers.sort_by(|a, b| strength(b).total_cmp(&strength(a)));
        tellers
    }
}
