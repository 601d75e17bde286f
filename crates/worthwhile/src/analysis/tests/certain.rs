//! What nothing uncertain is in is computed once: that changes no bit.

use super::*;
use crate::analysis::outlook::own_figures;

/// A plan in which every number is certain but one; none where that has to be certain.
fn with_one(plan: &Plan, at: usize) -> Option<Plan> {
    let values = plan.inputs().iter().enumerate().map(|(place, input)| {
        let mean = input.mean();
        let estimate = match place == at {
            true if mean.abs() > 0.0 => Estimate::Uniform { min: 0.8 * mean, max: mean },
            true => Estimate::Uniform { min: 0.0, max: 0.1 },
            false => Estimate::Certain(mean),
        };
        (&*input.name, estimate)
    });
    plan.with_values(values.collect::<Vec<_>>())
        .ok()
        .filter(|own| own.compiled().draws().is_uncertain())
}

/// Every column is that of each scenario computed alone; says how many of them are certain.
fn compare(plan: &Plan) -> usize {
    // Two chunks in each replicate: the second finds what is left of the first.
    let study = study(plan, &Options::default().with_scenarios(128));
    let model = study.model();
    let columns = computed(&study, &model).columns;
    let (program, settled) = (&study.compiled.program, &study.settled);
    let points = Points::new(model.draws.dimensions.len(), settled.log_size, settled.seed);
    let mut values = vec![vec![0.0; 16]; model.draws.places.len()];
    model.draws.values(&points.replicate(0).block(0), &mut values);
    let mut inputs = crate::analysis::base::at_means::<1>(study.compiled);
    for scenario in 0..16 {
        model.draws.put(&values, scenario, &mut inputs);
        let lives = Lives::new(program, &model.menus, &inputs);
        let mut all: Vec<f64> = model.mixes.iter().map(|mix| lives.worth(mix).first()).collect();
        for own in &model.variants {
            let figures = own_figures(&lives, own.index, own.pick, &lives.valued(&own.alone()));
            all.extend(figures.in_order().map(|figure| figure.first()));
        }
        let found: Vec<u64> = columns.iter().map(|column| column[scenario].to_bits()).collect();
        assert_eq!(found, all.iter().map(|figure| figure.to_bits()).collect::<Vec<_>>());
    }
    columns.iter().len() - model.columns()
}

#[test]
fn whatever_is_uncertain_every_scenario_is_as_if_computed_alone() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let plans = (0..plan.inputs().len()).filter_map(|at| with_one(&plan, at));
    let spared: Vec<usize> = plans.map(|own| compare(&own)).collect();
    assert!(spared.len() > 60, "{}", spared.len());
    // Nearly always something is certain, and where everything may differ, nothing is.
    let some = spared.iter().filter(|spared| **spared > 0).count();
    assert!(some > 40 && some < spared.len(), "{some} of {}", spared.len());
    compare(&plan);
}
