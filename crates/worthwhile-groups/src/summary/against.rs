//! A segment against all others.

use std::collections::HashMap;

use super::clusters::Others;
use super::document::Difference;
use super::range::Expected;
use super::segment::Segment;
use super::sums::{ROUNDING, Ratio, error};
use super::{Key, Tally, range};

/// What every segment is compared with.
pub(super) struct Against<'t> {
    tally: &'t Tally,
    all: &'t Segment,
    /// By segment, the sums of the others of its grouping: added up, since what is left of a difference is rounding.
    others: HashMap<&'t (usize, Key), Ratio>,
    clusters: Others<'t>,
}

impl<'t> Against<'t> {
    /// None where there are no people at all.
    pub(super) fn new(tally: &'t Tally) -> Option<Self> {
        let all = tally.segments.get(&(0, Vec::new()))?;
        let mut others: HashMap<&(usize, Key), Ratio> = HashMap::new();
        for grouping in 1..tally.about.groupings.len() {
            let own = || tally.segments.iter().filter(move |((own, _), _)| *own == grouping);
            let mut before = Ratio::default();
            for (place, segment) in own() {
                others.insert(place, before.clone());
                before.merge(&segment.yes);
            }
            let mut after = Ratio::default();
            for (place, segment) in own().rev() {
                others.entry(place).or_default().merge(&after);
                after.merge(&segment.yes);
            }
        }
        Some(Self { tally, all, others, clusters: Others::new(&all.clusters) })
    }

    /// How the share of a segment differs from that of the others; none where there are none, or they have no weight.
    pub(super) fn difference(&self, place: &(usize, Key), own: &Segment) -> Option<Difference> {
        let (all, others) = (self.all, self.others.get(place)?);
        let answered = own.people - own.refused;
        let count = (all.people - all.refused).checked_sub(answered).filter(|count| *count > 0)?;
        if own.yes.weight <= 0.0 || others.weight <= ROUNDING * all.yes.weight {
            return None;
        }
        let pairs = own.yes_in.iter().zip(&all.yes_in);
        let in_scenarios = pairs
            .map(|(own_in, all_in)| own_in / own.yes.weight - (all_in - own_in) / others.weight);
        let in_scenarios: Vec<f64> = in_scenarios.collect();
        let (se_people, deviation) = match self.tally.about.is_clustered {
            true => self.of_clusters(own, others),
            false => of_people([(&own.yes, answered), (others, count)]),
        };
        let difference = own.yes.mean() - others.mean();
        let replicates = self.tally.about.replicates;
        let own = Expected::of(difference, &in_scenarios, replicates, deviation);
        let Expected { value: difference, shared_doubt, low, high } = own;
        Some(Difference { difference, se_people, shared_doubt, low, high })
    }

    /// The error of a difference of two shares where people come in clusters, which may have people on both sides, and
    /// what stands for it where that of either share cannot be told.
    fn of_clusters(&self, own: &Segment, others: &Ratio) -> (Option<f64>, f64) {
        // Of clusters that are all on the other side.
        let (mean, [squares, linear, weights]) = (others.mean(), self.clusters.but(&own.clusters));
        let there = squares - 2.0 * mean * linear + mean * mean * weights;
        let there = there.max(0.0) / (others.weight * others.weight);
        let mut clusters = self.clusters.count();
        let [mut of_others, mut of_both] = [there; 2];
        for (key, [own_total, own_weight]) in &own.clusters {
            let [total, weight] = self.clusters.of(*key);
            let (total, weight) = (total - own_total, weight - own_weight);
            clusters -= usize::from(weight <= ROUNDING * own_weight);
            let here = (own_total - own.yes.mean() * own_weight) / own.yes.weight;
            let there = (total - mean * weight) / others.weight;
            of_others += there * there;
            of_both += (here - there) * (here - there);
        }
        let own_error = own.yes.clustered_error(&own.clusters);
        let others_error = error(of_others, clusters as u64, 1.0);
        let sides = [(own_error, own.clusters.len()), (others_error, clusters)];
        let [one, other] = sides.map(|(error, clusters)| match error.filter(is_told) {
            Some(_) => 0.0,
            None => range::reach_of_nobody(clusters as f64),
        });
        let joint = error(of_both, self.clusters.count() as u64, 1.0);
        let told = joint.filter(is_told).filter(|_| one + other <= 0.0);
        (told, libm::hypot(joint.unwrap_or(0.0), libm::hypot(one, other)))
    }
}

/// Errors are roots of differences: one that is smaller is of rounding, where all are alike.
const ALIKE: f64 = 5e-8;

fn is_told(error: &f64) -> bool {
    *error > ALIKE
}

/// The same where people come alone. Nobody is on both sides, so the squares add up.
fn of_people(sides: [(&Ratio, u64); 2]) -> (Option<f64>, f64) {
    let [own, others] = sides.map(|(own, people)| own.standard_error(people).filter(is_told));
    let told = own.zip(others).map(|(own, others)| libm::hypot(own, others));
    let [one, other] = sides.map(|(own, _)| range::reach_of_nobody(own.effective_people()));
    (told, libm::hypot(own.unwrap_or(one), others.unwrap_or(other)))
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;
    use std::sync::Arc;

    use arrow::array::{ArrayRef, Float64Array, Int32Array, RecordBatch, StringArray};
    use proptest::prelude::*;
    use worthwhile::{Options, Plan};

    use super::*;
    use crate::map::Map;
    use crate::people::{Group, People, Speed};
    use crate::summary::tests::{CASE, batch, group, near, some, tally_of};

    fn answered(group: &Group, table: &RecordBatch) -> People {
        group.answer(table, 0, &mut |_| ControlFlow::Continue(())).unwrap()
    }

    fn of_role(tally: &Tally, role: &str) -> Option<Difference> {
        let place = (1, vec![Some(role.to_owned())]);
        Against::new(tally).unwrap().difference(&place, tally.segments.get(&place).unwrap())
    }

    /// Each row's yes, 0 or 1, and whether it is in the segment of developers.
    fn rows(people: &People) -> Vec<(f64, bool)> {
        let verdicts = people.figures().verdict.iter().enumerate();
        let row = |(row, own): (usize, &Option<worthwhile::Verdict>)| {
            let is_yes = own.is_some_and(|own| own.answer().is_yes());
            (f64::from(u8::from(is_yes)), matches!(row % 10, 1..4))
        };
        verdicts.map(row).collect()
    }

    fn mean(values: impl Iterator<Item = f64>) -> (f64, f64) {
        let (total, count) =
            values.fold((0.0, 0.0), |(total, count), own| (total + own, count + 1.0));
        (total / count, count)
    }

    /// The textbook error of a difference of two shares.
    #[test]
    fn it_is_that_of_two_groups() {
        let table = some(97);
        let group = group(CASE, &table, Speed::AtTheMeans);
        let (tally, rows) = (tally_of(&group, &table), rows(&answered(&group, &table)));
        let side = |is_dev: bool| mean(rows.iter().filter(|own| own.1 == is_dev).map(|own| own.0));
        let ((p, n), (q, m)) = (side(true), side(false));
        let own = of_role(&tally, "dev").unwrap();
        assert!(near(own.difference, p - q) && (p - q).abs() > 0.01, "{own:?}");
        let error = (p * (1.0 - p) / (n - 1.0) + q * (1.0 - q) / (m - 1.0)).sqrt();
        assert!(near(own.se_people.unwrap(), error));
        assert!(own.low < own.difference && own.difference < own.high);
        assert!((own.high - own.low - 2.0 * 1.644_853_627 * error).abs() < 1e-6, "{own:?}");
        assert!(own.shared_doubt.is_none());
        let (against, all) = (Against::new(&tally).unwrap(), (0, Vec::new()));
        assert!(against.difference(&all, against.all).is_none(), "all people have no others");
    }

    /// Scenario by scenario: both sides have the same ones.
    #[test]
    fn what_all_share_is_compared_in_pairs() {
        let table = some(60);
        let group = group(CASE, &table, Speed::WithDoubt);
        let (tally, people) = (tally_of(&group, &table), answered(&group, &table));
        let rows = rows(&people);
        let yes_in: Vec<Vec<bool>> =
            (0..60).map(|row| people.figures().yes_in(row).collect()).collect();
        let differences: Vec<f64> = (0..64)
            .map(|scene| {
                let side = |is_dev: bool| {
                    let own = yes_in.iter().zip(&rows).filter(|(_, row)| row.1 == is_dev);
                    mean(own.map(|(own, _)| f64::from(u8::from(own[scene])))).0
                };
                side(true) - side(false)
            })
            .collect();
        let (expected, _) = mean(differences.iter().copied());
        let square = |own: &f64| (own - expected) * (own - expected);
        let (square, _) = mean(differences.iter().map(square));
        let own = of_role(&tally, "dev").unwrap();
        let shared = own.shared_doubt.unwrap();
        assert!(near(own.difference, expected) && near(shared.mean, expected));
        assert!(near(shared.sd, square.sqrt()) && shared.sd > 0.0, "{shared:?}");
        assert!(own.low <= shared.p5 && shared.p95 <= own.high);
    }

    /// By hand: of each cluster what is left of both sides, squared.
    #[test]
    fn clusters_may_be_on_both_sides() {
        let map = r#"{"schema_version": 1, "keep": ["role"], "cluster": "learning",
            "columns": {"free": "/person/time/free_hours_per_week"}}"#;
        let free = [12.0, 0.1, 12.0, 0.1, 12.0, 0.1, 12.0, 12.0].map(Some).to_vec();
        let team = [1.0, 1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 3.0].map(Some).to_vec();
        let roles = ["lead", "dev", "dev", "dev", "lead", "lead", "dev", "lead"].to_vec();
        let table = batch(free, team, roles);
        let (plan, map) = (Plan::read(CASE).unwrap(), Map::read(map).unwrap());
        let options = Options::default();
        let group = Group::new(&plan, &map, &table.schema(), Speed::AtTheMeans, &options).unwrap();
        let mut tally = Tally::new(&group, &[vec!["role".to_owned()]], &[]).unwrap();
        tally.add(&answered(&group, &table), &[]).unwrap();
        let own = of_role(&tally, "dev").unwrap();
        // Of four developers two have a yes, of the four others three.
        assert!(near(own.difference, 0.5 - 0.75), "{own:?}");
        let of = |dev: f64, devs: f64, lead: f64, leads: f64| {
            let rest = (dev - 0.5 * devs) / 4.0 - (lead - 0.75 * leads) / 4.0;
            rest * rest
        };
        let sum = of(1.0, 2.0, 1.0, 1.0) + of(0.0, 1.0, 1.0, 1.0) + of(1.0, 1.0, 1.0, 2.0);
        assert!(near(own.se_people.unwrap(), (1.5 * sum).sqrt()), "{own:?}");
    }

    /// One cluster says nothing of how others would differ, however many the others are.
    #[test]
    fn a_side_of_one_cluster_is_not_sure() {
        let map = r#"{"schema_version": 1, "keep": ["role"], "cluster": "learning",
            "columns": {"free": "/person/time/free_hours_per_week"}}"#;
        let told = |free: &[f64], team: &[f64], roles: &[&'static str]| {
            let some = |own: &[f64]| own.iter().copied().map(Some).collect();
            let table = batch(some(free), some(team), roles.to_vec());
            let (plan, map) = (Plan::read(CASE).unwrap(), Map::read(map).unwrap());
            let schema = table.schema();
            let options = Options::default();
            let group = Group::new(&plan, &map, &schema, Speed::AtTheMeans, &options).unwrap();
            let mut tally = Tally::new(&group, &[vec!["role".to_owned()]], &[]).unwrap();
            tally.add(&answered(&group, &table), &[]).unwrap();
            ["dev", "lead"].map(|role| of_role(&tally, role).unwrap())
        };
        let reach = |clusters: f64| 1.644_853_627 / (clusters + 1.644_853_627 * 1.644_853_627);
        // A developer alone, with a yes, beside others of whom two in four have one.
        let [dev, lead] = told(
            &[12.0, 12.0, 0.1, 12.0, 0.1],
            &[1.0, 2.0, 2.0, 3.0, 4.0],
            &["dev", "lead", "lead", "lead", "lead"],
        );
        assert!(dev.se_people.is_none() && lead.se_people.is_none(), "{dev:?}");
        // What is left of the clusters of the others: 0, 1/2 and -1/2 of 4; four clusters in all.
        let joint = (4.0 / 3.0 * 2.0 * (0.5_f64 / 4.0) * (0.5 / 4.0)).sqrt();
        let deviation = libm::hypot(joint, reach(1.0));
        let expected = (dev.difference - 1.644_853_627 * deviation).max(-1.0);
        assert!((dev.low - expected).abs() < 1e-6, "{dev:?} {expected}");
        assert!((dev.low + lead.high).abs() < 1e-8 && (dev.high + lead.low).abs() < 1e-8);
        // All alike, two clusters beside four: the number of each side's own counts.
        let [dev, lead] = told(
            &[0.1; 6],
            &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
            &["dev", "dev", "lead", "lead", "lead", "lead"],
        );
        let expected = 1.644_853_627 * libm::hypot(reach(2.0), reach(4.0));
        assert!(
            (dev.high - expected).abs() < 1e-6 && (lead.high - expected).abs() < 1e-6,
            "{dev:?}"
        );
    }

    #[test]
    fn where_all_are_alike_the_error_cannot_be_told() {
        let table = batch(vec![Some(0.1); 9], vec![Some(5.0); 9], ["a", "b", "b"].repeat(3));
        let group = group(CASE, &table, Speed::AtTheMeans);
        let own = of_role(&tally_of(&group, &table), "a").unwrap();
        assert!(near(own.difference, 0.0) && own.se_people.is_none(), "{own:?}");
        assert!(own.low < -0.1 && own.high > 0.1);
        let alone = table.slice(0, 1);
        assert!(of_role(&tally_of(&group, &alone), "a").is_none(), "nobody else is there");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        /// Of two segments one is as far from the other as that from this, whatever their weights and clusters, and
        /// however few and alike the people of one are.
        #[test]
        fn two_segments_mirror_each_other(
            many in proptest::collection::vec((0.1..14.0_f64, 1..30_i32, 0.01..9.0_f64), 2..40),
            few in proptest::collection::vec((0.1..14.0_f64, 1..30_i32, 0.01..9.0_f64), 1..4),
            are_alike in any::<bool>(), has_clusters in any::<bool>(), with_doubt in any::<bool>(),
        ) {
            let people = || many.iter().chain(&few);
            let free = people().enumerate().map(|(at, own)| {
                Some(if are_alike && at >= many.len() { 13.0 } else { own.0 })
            });
            let mut columns = vec![("role", Arc::new(StringArray::from_iter_values(
                (0..people().count()).map(|at| if at < many.len() { "many" } else { "few" }),
            )) as ArrayRef)];
            columns.push(("free", Arc::new(free.collect::<Float64Array>())));
            columns.push(("team", Arc::new(Int32Array::from_iter_values(people().map(|own| own.1)))));
            columns.push(("w", Arc::new(Float64Array::from_iter_values(people().map(|own| own.2)))));
            let table = RecordBatch::try_from_iter(columns).unwrap();
            let cluster = if has_clusters { r#""cluster": "team","# } else { "" };
            let map = format!(r#"{{"schema_version": 1, "keep": ["role"], "weight": "w", {cluster}
                "columns": {{"free": "/person/time/free_hours_per_week"}}}}"#);
            let (plan, map) = (Plan::read(CASE).unwrap(), Map::read(&map).unwrap());
            let speed = if with_doubt { Speed::WithDoubt } else { Speed::AtTheMeans };
            let options = Options::default().with_scenarios(32);
            let group = Group::new(&plan, &map, &table.schema(), speed, &options).unwrap();
            let mut tally = Tally::new(&group, &[vec!["role".to_owned()]], &[]).unwrap();
            tally.add(&answered(&group, &table), &[]).unwrap();
            let [one, other] = ["many", "few"].map(|role| of_role(&tally, role).unwrap());
            prop_assert!((one.difference + other.difference).abs() < 1e-9, "{one:?} {other:?}");
            prop_assert!((one.low + other.high).abs() < 1e-7, "{one:?} {other:?}");
            prop_assert!((one.high + other.low).abs() < 1e-7, "{one:?} {other:?}");
            prop_assert_eq!(one.se_people.is_some(), other.se_people.is_some());
            prop_assert!((one.se_people.unwrap_or(0.0) - other.se_people.unwrap_or(0.0)).abs() < 1e-9);
            if few.len() == 1 || are_alike {
                prop_assert!(one.se_people.is_none(), "{one:?}");
            }
        }
    }
}
