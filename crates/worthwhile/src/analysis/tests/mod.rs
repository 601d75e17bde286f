//! The estimators against published values, through the same points, cells and sums as a plan.
//!
//! Tolerances come from the standard errors that the estimators report themselves, with Student's t
//! for 7 degrees of freedom at 99.9 % two-sided: 5.408. Seeds are fixed, so nothing here is chance.

mod certain;
mod knowing;
mod memory;
mod ranking;

use std::f64::consts::PI;
use std::ops::ControlFlow;

use super::Options;
use super::factors::Factor;
use super::figures::OWN_FIGURES;
use super::knowing::{Knowledge, Scenes, Whole, by_scenario, knowledge};
use super::measured::Measured;
use super::model::{Margin, Model};
use super::options::Settled;
use super::scenarios::{self, Computed};
use super::study::Study;
use super::swing::swings;
use super::totals::totals;
use crate::estimate::{Domain, Estimate};
use crate::lanes::Lanes;
use crate::plan::Plan;
use crate::sampling::{BLOCK, Draws, Points};
use crate::worth::{Lives, Mix};

const T7: f64 = 5.408;

const SETTLED: Settled = Settled {
    replicates: 8,
    log_size: 13,
    seed: 5,
    totals: true,
    levers: true,
    flips: true,
    threads: 1,
    memory: usize::MAX,
};

fn is_near(figure: Measured, exact: f64) -> bool {
    (figure.value - exact).abs() <= T7 * figure.standard_error
}

/// What knowing each of some groups of dimensions tells of a function of the values, which is the
/// worth of the plan with: the others are worth nothing.
fn known(
    draws: &Draws,
    settled: &Settled,
    groups: &[&[usize]],
    f: impl Fn(&[f64]) -> f64,
) -> (Whole, Vec<Knowledge>) {
    let points = Points::new(draws.dimensions.len(), settled.log_size, settled.seed);
    let replicates: Vec<_> = (0..settled.replicates).map(|at| points.replicate(at)).collect();
    let (size, mut with) = (settled.size() as usize, Vec::new());
    for replicate in &replicates {
        let width = BLOCK.min(size);
        for start in (0..size).step_by(width) {
            let mut values = vec![vec![0.0; width]; draws.places.len()];
            draws.values(&replicate.block(start as u32), &mut values);
            with.extend(of_rows(&values, &f));
        }
    }
    let without = vec![0.0; with.len()];
    let worths = by_scenario([&with, &without, &without]);
    let whole = Whole::new(&worths, size);
    let scenes = Scenes::new(draws, &replicates, size, &worths);
    let factors = Factor::of(draws);
    let of = |group: &&[usize]| {
        let group: Vec<&Factor> = group.iter().map(|at| &factors[*at]).collect();
        knowledge(&scenes, &whole, &group)
    };
    let all = groups.iter().map(of).collect();
    (whole, all)
}

/// What knowing each dimension alone tells.
fn each_known(
    draws: &Draws,
    settled: &Settled,
    f: impl Fn(&[f64]) -> f64,
) -> (Whole, Vec<Knowledge>) {
    let alone: Vec<[usize; 1]> = (0..draws.dimensions.len()).map(|at| [at]).collect();
    let groups: Vec<&[usize]> = alone.iter().map(|at| &at[..]).collect();
    known(draws, settled, &groups, f)
}

fn of_rows(columns: &[Vec<f64>], f: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    let row = |at: usize| columns.iter().map(|column| column[at]).collect::<Vec<f64>>();
    (0..columns[0].len()).map(|at| f(&row(at))).collect()
}

fn total_indices(
    draws: &Draws,
    factors: &[Factor],
    settled: &Settled,
    f: impl Fn(&[f64]) -> f64 + Sync,
) -> Vec<Measured> {
    let margins =
        |columns: &[Vec<f64>], out: &mut [f64]| out.copy_from_slice(&of_rows(columns, &f));
    let tick = &mut |_| ControlFlow::Continue(());
    let (whole, _) = known(draws, settled, &[], &f);
    match totals(draws, factors, settled, &whole, margins, tick) {
        ControlFlow::Continue(figures) => figures,
        ControlFlow::Break(()) => panic!("nobody ends it"),
    }
}

fn uniform(min: f64, max: f64, count: usize) -> Draws {
    let one = (Estimate::Uniform { min, max }, Domain::real(1e3));
    Draws::of(&vec![one; count])
}

fn assert_indices(f: impl Fn(&[f64]) -> f64 + Sync, draws: &Draws, first: &[f64], total: &[f64]) {
    let factors = Factor::of(draws);
    let (_, known) = each_known(draws, &SETTLED, &f);
    for (at, exact) in first.iter().enumerate() {
        let figure = known[at].first_order;
        assert!(is_near(figure, *exact), "S{}: {figure:?} {exact}", at + 1);
        assert!(figure.standard_error < 0.01, "{figure:?}");
    }
    let figures = total_indices(draws, &factors, &SETTLED, f);
    for (at, exact) in total.iter().enumerate() {
        assert!(is_near(figures[at], *exact), "ST{}: {:?} {exact}", at + 1, figures[at]);
        assert!(figures[at].standard_error < 0.06, "{:?}", figures[at]);
    }
}

#[test]
fn ishigami_has_its_published_indices() {
    let ishigami = |x: &[f64]| {
        let (first, second) = (x[0].sin(), x[1].sin());
        first + 7.0 * second * second + 0.1 * x[2] * x[2] * x[2] * x[2] * first
    };
    let first = [0.313_905_191_147_811, 0.442_411_144_790_041, 0.0];
    let total = [0.557_588_855_209_959, 0.442_411_144_790_041, 0.243_683_664_062_148];
    assert_indices(ishigami, &uniform(-PI, PI, 3), &first, &total);
}

#[test]
fn the_g_function_of_sobol_has_its_published_indices() {
    const A: [f64; 8] = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];
    let g = |x: &[f64]| {
        let terms = x.iter().zip(A).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a));
        terms.product()
    };
    let first = [0.716_192_168_879_033, 0.179_048_042_219_758, 0.023_675_675_417_778_2];
    let total = [0.787_144_126_659_275, 0.242_198_192_818_239];
    assert_indices(g, &uniform(0.0, 1.0, 8), &first, &total);
}

struct Linear {
    factors: &'static [(f64, f64, f64)],
    evpi: f64,
    evppi: &'static [f64],
}

/// The choice "V or nothing" with V a sum of c times a normal of mean mu and deviation s.
const LINEAR: [Linear; 2] = [
    Linear {
        factors: &[(1.0, 10.0, 8.0), (1.0, 5.0, 3.0), (-1.0, 13.0, 4.0)],
        evpi: 2.847_874_195_814_21,
        evppi: &[2.290_757_585_788_64, 0.453_358_941_473_211, 0.791_186_229_605_224],
    },
    Linear {
        factors: &[(1.0, 100.0, 20.0), (-2.0, 40.0, 5.0), (0.5, 30.0, 12.0), (3.0, -10.0, 1.5)],
        evpi: 7.119_685_489_535_52,
        evppi: &[
            5.726_893_964_471_6,
            1.977_965_574_013_06,
            0.679_829_347_643_6,
            0.302_064_760_001_113,
        ],
    },
];

#[test]
fn linear_choices_have_their_exact_values_of_information() {
    for case in LINEAR {
        let normal = |(_, mean, sd): &(f64, f64, f64)| {
            (Estimate::Normal { mean: *mean, sd: *sd }, Domain::real(1e6))
        };
        let draws = Draws::of(&case.factors.iter().map(normal).collect::<Vec<_>>());
        let value = |x: &[f64]| case.factors.iter().zip(x).map(|((c, ..), x)| c * x).sum();
        let (whole, known) = each_known(&draws, &SETTLED, value);
        assert!(is_near(whole.evpi(), case.evpi), "{:?} {}", whole.evpi(), case.evpi);
        for (own, exact) in known.iter().zip(case.evppi) {
            assert!(is_near(own.evppi, *exact), "{own:?} {exact}");
            assert!(own.evppi.standard_error < 0.02, "{own:?}");
        }
    }
}

fn unwatched(_: crate::Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn study<'p>(plan: &'p Plan, options: &Options) -> Study<'p> {
    Study::new(plan, options, &mut unwatched).unwrap()
}

/// The scenarios of a model, with their tallies.
fn computed(study: &Study<'_>, model: &Model<'_>) -> Computed {
    let tick = &mut |_| ControlFlow::Continue(());
    let replicates = 0..model.shape(&study.settled).0;
    scenarios::run(model, &study.settled, replicates, true, tick).unwrap()
}

/// The margin of the pursuit in question, with the plans of the base case.
fn margin<'m>(study: &Study<'_>, model: &'m Model<'m>) -> Margin<'m> {
    let asked = &study.base.places[0];
    Margin::new(model, asked.with.mix, asked.without.mix)
}

#[test]
fn a_swing_runs_from_the_5th_to_the_95th_percentile() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let study = study(&plan, &Options::default());
    let model = study.model();
    let factors = Factor::all(study.compiled, model.draws);
    let name = "/person/motivations/learning";
    let at = plan.inputs().iter().position(|input| &*input.name == name).unwrap();
    // The ends of the interval in the example.
    let ends = [5.0, 9.0].map(|value| {
        let mut means: Vec<Lanes<1>> =
            plan.compiled().means.iter().map(|mean| Lanes::all(*mean)).collect();
        means[at] = Lanes::all(value);
        let margin = margin(&study, &model);
        margin.at(&means, &mut margin.lives())
    });
    let swings = swings(&model, &margin(&study, &model), &factors);
    let (_, swing) = factors.iter().zip(swings).find(|(own, _)| &*own.name == name).unwrap();
    for (found, exact) in swing.into_iter().zip(ends) {
        assert!((found - exact).abs() < 1e-6, "{found} {exact}");
    }
}

const EXAMPLE: &str = include_str!("../../../examples/mvp.json");

#[test]
fn columns_and_tallies_agree() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let study = study(&plan, &Options::default().with_scenarios(512));
    let model = study.model();
    let computed = computed(&study, &model);
    for at in 0..model.variants.len() {
        let first = model.mixes.len() + at * OWN_FIGURES;
        let columns: Vec<&[f64]> = computed.columns.iter().skip(first).collect();
        let tallied = |sum: fn(&crate::analysis::VariantTally) -> f64| -> f64 {
            computed.tallies.iter().map(|tally| sum(&tally.variants[at])).sum()
        };
        let worth: f64 = columns[0].iter().sum();
        assert!((worth - tallied(|own| own.contributions.in_order().iter().sum())).abs() < 1e-8);
        let weights = &study.base.lives.person.years.weights;
        let hours: f64 = columns[1].iter().sum();
        let by_year: Vec<f64> = (0..weights.len())
            .map(|year| -> f64 {
                let years = computed.tallies.iter().map(|tally| tally.variants[at].years[year]);
                weights[year].first() * years.map(|own| own.hours).sum::<f64>()
            })
            .collect();
        assert!((hours - by_year.iter().sum::<f64>()).abs() < 1e-8);
    }
}

/// A pursuit by itself, its benefit of this strength.
fn alone(strength: &str) -> Plan {
    let case = r#"{"schema_version": 1, "person": {"motivations": {"learning": 5, "income": 5},
        "time": {"free_hours_per_week": 10}}, "pursuits": [{"id": "a", "name": "A",
        "activities": [{"kind": "studying", "hours": {"min": 1, "mode": 3, "max": 9},
        "per_year": 52}], "benefits": [{"category": "skills", "strength": STRENGTH,
        "chance": {"dist": "uniform", "min": 0.1, "max": 0.9}}]}]}"#;
    Plan::read(&case.replace("STRENGTH", strength)).unwrap()
}

#[test]
fn what_is_worth_knowing_is_that_of_the_columns() {
    let plan = alone("7.9");
    let study = study(&plan, &Options::default());
    let model = study.model();
    let scenarios = study.scenarios(&model, false, &mut unwatched).unwrap();
    let findings = study.findings(&model, &scenarios, &mut unwatched).unwrap();
    // Alone it is the plan with it, and the plan without it is the life without any.
    let worths = scenarios.asked();
    let mean = |of: fn(f64) -> f64| -> f64 {
        worths.iter().map(|[worth, ..]| of(*worth)).sum::<f64>() / worths.len() as f64
    };
    let exact = mean(|worth| worth.max(0.0)) - mean(|worth| worth).max(0.0);
    let evpi = findings.evpi.unwrap().value;
    assert!(exact > 0.1 && (evpi - exact).abs() < 1e-9, "{evpi} {exact}");
    // The two inputs hardly touch each other, so they nearly share the variance.
    let shared: f64 = findings.values.iter().map(|value| value.first_order.value).sum();
    assert!((0.95..1.01).contains(&shared), "{shared}");
}

/// The worths of all pursuits together in eight scenarios, computed here or all in one lane each.
fn worths(plan: &Plan) -> [[f64; 8]; 2] {
    let compiled = plan.compiled();
    let draws = compiled.draws();
    let points = Points::new(draws.dimensions.len(), 11, 3).replicate(1);
    let mut values = vec![vec![0.0; BLOCK]; draws.places.len()];
    draws.values(&points.block(0), &mut values);
    let mut inputs: Vec<Lanes<8>> = compiled.means.iter().map(|mean| Lanes::all(*mean)).collect();
    draws.put(&values, 40, &mut inputs);
    let menus = crate::analysis::base::menus(compiled);
    let mix = (0..menus.len())
        .fold(Mix::NONE, |mix, index| mix.and(index, menus[index].picks().last().unwrap()));
    let together = Lives::new(&compiled.program, &menus, &inputs).worth(&mix).0;
    let alone = std::array::from_fn(|lane| {
        let inputs: Vec<Lanes<1>> = inputs.iter().map(|all| Lanes([all.0[lane]])).collect();
        Lives::new(&compiled.program, &menus, &inputs).worth(&mix).first()
    });
    [together, alone]
}

#[test]
fn lanes_and_wider_instructions_give_the_same_bits() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let [together, alone] = worths(&plan);
    assert_eq!(together.map(f64::to_bits), alone.map(f64::to_bits));
    assert!(together.iter().any(|worth| (worth - together[0]).abs() > 0.1));
}

#[test]
fn margins_alone_are_those_of_the_columns() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let study = study(&plan, &Options::default().with_scenarios(64));
    let model = study.model();
    let columns = computed(&study, &model).columns;
    let points =
        Points::new(model.draws.dimensions.len(), study.settled.log_size, study.settled.seed)
            .replicate(0);
    let mut values = vec![vec![0.0; 8]; model.draws.places.len()];
    model.draws.values(&points.block(0), &mut values);
    let mut margins = vec![0.0; 8];
    margin(&study, &model).at_columns(&values, &mut margins);
    let asked = &study.base.places[0];
    let [with, without] =
        [asked.with.mix, asked.without.mix].map(|mix| columns.get(model.place(&mix)));
    for (own, (with, without)) in margins.iter().zip(with.iter().zip(without)) {
        assert!((own - (with - without)).abs() < 1e-9, "{own}");
    }
}
