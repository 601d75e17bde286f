//! Where the columns of all scenarios do not fit into memory, they are computed a few at a time: that
//! changes nothing.

use super::*;
use crate::analysis::Summary;

/// The scenarios of the example, no more than so many bytes of columns at a time.
fn scenarios(plan: &Plan, options: &Options, memory: usize) -> crate::analysis::Scenarios {
    let mut study = study(plan, options);
    study.settled.memory = memory;
    let model = study.model();
    let mut seen = Vec::new();
    let mut watch = |at: crate::Progress| {
        seen.push((at.done, at.total));
        ControlFlow::Continue(())
    };
    let scenarios = study.scenarios(&model, true, &mut watch).unwrap();
    let totals: Vec<u64> = seen.iter().map(|(_, total)| *total).collect();
    assert!(totals.windows(2).all(|pair| pair[0] == pair[1]), "the number of steps is known");
    assert_eq!(seen.last().map(|(done, _)| done), totals.last());
    scenarios
}

fn summaries(of: &crate::analysis::Scenarios) -> Vec<Summary> {
    of.spreads.iter().flat_map(|own| own.figures.in_order().copied()).collect()
}

#[test]
fn a_few_columns_at_a_time_say_the_same() {
    let plan = Plan::read(EXAMPLE).unwrap();
    // Two blocks in each replicate; room for one pursuit at a time, then for two.
    let options = Options::default().with_scenarios(4096).with_replicates(2).with_threads(2);
    let whole = scenarios(&plan, &options, usize::MAX);
    for memory in [1, 2 * 9 * 4096 * 8] {
        let parts = scenarios(&plan, &options, memory);
        assert_eq!(parts.worths, whole.worths);
        assert_eq!(parts.asked(), whole.asked());
        assert_eq!(summaries(&parts), summaries(&whole));
        for (own, other) in parts.spreads.iter().zip(&whole.spreads) {
            assert_eq!(own.margin_quantiles, other.margin_quantiles);
            assert_eq!(own.few_scenarios, other.few_scenarios);
        }
        let ranks = parts.ranks.iter().flatten().zip(whole.ranks.iter().flatten());
        assert!(ranks.clone().count() > 4);
        ranks.for_each(|(own, other)| assert!((own - other).abs() < 1e-12));
    }
}

#[test]
fn samples_are_the_same_however_they_are_computed() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let options = Options::default().with_scenarios(4096);
    let mut study = study(&plan, &options);
    let whole = study.samples(plan.sampled(), &mut unwatched).unwrap();
    study.settled.memory = 1;
    assert_eq!(study.samples(plan.sampled(), &mut unwatched).unwrap(), whole);
}

#[test]
fn samples_that_are_too_large_are_refused_before_they_are_computed() {
    let pursuit = |at: usize| format!(r#"{{"id": "p{at}", "preset": "rest"}}"#);
    let pursuits: Vec<String> = (0..48).map(pursuit).collect();
    let case = format!(
        r#"{{"schema_version": 1, "pursuits": [{}], "person": {{"motivations": {{"learning": 5}},
            "time": {{"free_hours_per_week": 3, "limit_hours_per_week": 1}}}}}}"#,
        pursuits.join(",")
    );
    let plan = Plan::read(&case).unwrap();
    let options = Options::default().with_scenarios(crate::limits::MAX_SCENARIOS);
    let error = plan.run().options(&options).samples().unwrap_err();
    let [problem] = error.problems() else { panic!("{error}") };
    assert_eq!(problem.code.as_str(), "over_budget");
    // 48 pursuits with 8 figures of 8 bytes, in a million scenarios.
    assert!(problem.message.contains("3221225472 bytes"), "{}", problem.message);
}
