//! A segment against all others.

use super::document::Difference;
use super::report::ROUNDING;
use super::segment::Segment;
use super::sums::{Clusters, Ratio, error};
use super::{Tally, range};

impl Tally {
    /// How the share of a segment differs from that of the others; none where there are none, or they have no weight.
    pub(super) fn against_others(&self, own: &Segment) -> Option<Difference> {
        let all = self.segments.get(&(0, Vec::new()))?;
        let answered = own.people - own.refused;
        let count = (all.people - all.refused).checked_sub(answered).filter(|count| *count > 0)?;
        let others = all.yes.without(&own.yes);
        if own.yes.weight <= 0.0 || others.weight <= ROUNDING * all.yes.weight {
            return None;
        }
        let pairs = own.yes_in.iter().zip(&all.yes_in);
        let in_scenarios = pairs
            .map(|(own_in, all_in)| own_in / own.yes.weight - (all_in - own_in) / others.weight);
        let in_scenarios: Vec<f64> = in_scenarios.collect();
        let difference = own.yes.mean() - others.mean();
        let differences =
            if in_scenarios.is_empty() { vec![difference] } else { in_scenarios.clone() };
        let (se_people, deviation) = match self.about.is_clustered {
            true => of_clusters(own, all, &others),
            false => of_people([(&own.yes, answered), (&others, count)]),
        };
        let [low, high] = range::of_change(&differences, deviation);
        let shared_doubt = self.range(&in_scenarios);
        let difference = shared_doubt.as_ref().map_or(difference, |shared| shared.mean);
        Some(Difference { difference, se_people, shared_doubt, low, high })
    }
}

/// Others are what is left of sums, and errors are roots: one that is smaller is of rounding, where all are alike.
const ALIKE: f64 = 2e-8;

fn is_told(error: &f64) -> bool {
    *error > ALIKE
}

/// The error of a difference of two shares, and what stands for it where that of either cannot be told. Nobody is in
/// both, so the squares add up.
fn of_people(sides: [(&Ratio, u64); 2]) -> (Option<f64>, f64) {
    let [own, others] = sides.map(|(own, people)| own.standard_error(people).filter(is_told));
    let told = own.zip(others).map(|(own, others)| libm::hypot(own, others));
    let [one, other] = sides.map(|(own, _)| range::reach_of_nobody(own.effective_people()));
    (told, libm::hypot(own.unwrap_or(one), others.unwrap_or(other)))
}

/// The same where people come in clusters, which may have people on both sides.
fn of_clusters(own: &Segment, all: &Segment, others: &Ratio) -> (Option<f64>, f64) {
    let mut rest = Clusters::new();
    for (key, [total, weight]) in &all.clusters {
        let [own_total, own_weight] = own.clusters.get(key).copied().unwrap_or_default();
        let left = weight - own_weight;
        if !own.clusters.contains_key(key) || left > ROUNDING * weight {
            rest.insert(*key, [total - own_total, left]);
        }
    }
    let part = |clusters: &Clusters, ratio: &Ratio, key: &u64| {
        let [total, weight] = clusters.get(key).copied().unwrap_or_default();
        (total - ratio.mean() * weight) / ratio.weight
    };
    let of_both = all.clusters.keys().map(|key| {
        let left = part(&own.clusters, &own.yes, key) - part(&rest, others, key);
        left * left
    });
    let joint = error(of_both.sum(), all.clusters.len() as u64, 1.0);
    let sides = [(&own.yes, &own.clusters), (others, &rest)];
    let reach = sides.map(|(ratio, clusters)| match ratio.clustered_error(clusters) {
        Some(error) if is_told(&error) => 0.0,
        _ => range::reach_of_nobody(clusters.len() as f64),
    });
    let [one, other] = reach;
    let told = joint.filter(is_told).filter(|_| one + other <= 0.0);
    (told, libm::hypot(joint.unwrap_or(0.0), libm::hypot(one, other)))
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use arrow::array::RecordBatch;
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
        let own = tally.segments.get(&(1, vec![Some(role.to_owned())])).unwrap();
        tally.against_others(own)
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
        let all = &tally.segments[&(0, Vec::new())];
        assert!(tally.against_others(all).is_none(), "all people have no others");
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
        #![proptest_config(ProptestConfig::with_cases(16))]
        /// Of two segments one is as far from the other as that from this.
        #[test]
        fn two_segments_mirror_each_other(
            people in proptest::collection::vec((0.1..14.0_f64, any::<bool>()), 2..30), with_doubt in any::<bool>(),
        ) {
            let free = people.iter().map(|own| Some(own.0)).collect();
            let roles = people.iter().map(|own| if own.1 { "a" } else { "b" }).collect();
            let table = batch(free, vec![Some(5.0); people.len()], roles);
            let speed = if with_doubt { Speed::WithDoubt } else { Speed::AtTheMeans };
            let tally = tally_of(&group(CASE, &table, speed), &table);
            let segments: Vec<&Segment> = tally.segments.values().skip(1).collect();
            let told: Vec<Difference> =
                segments.iter().filter_map(|own| tally.against_others(own)).collect();
            prop_assert_eq!(told.len(), if segments.len() == 2 { 2 } else { 0 });
            if let [one, other] = &told[..] {
                prop_assert!((one.difference + other.difference).abs() < 1e-12);
                prop_assert!((one.low + other.high).abs() < 1e-8 && (one.high + other.low).abs() < 1e-8);
                prop_assert!((one.se_people.unwrap_or(0.0) - other.se_people.unwrap_or(0.0)).abs() < 1e-12);
            }
        }
    }
}
