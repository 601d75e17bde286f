//! The estimators against published values, through the same points, cells and sums as a plan.
//!
//! Tolerances come from the standard errors that the estimators report themselves, with Student's t
//! for 7 degrees of freedom at 99.9 % two-sided: 5.408. Seeds are fixed, so nothing here is chance.

mod ranking;

use std::f64::consts::PI;
use std::ops::ControlFlow;

use super::Options;
use super::cells::{Replicated, Sums};
use super::factors::{Cells, Factor};
use super::figures::OWN_FIGURES;
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
};

fn is_near(figure: Measured, exact: f64) -> bool {
    (figure.value - exact).abs() <= T7 * figure.standard_error
}

/// Sums over all scenarios of a function of the values, as the worth of the plan with.
fn sums(
    draws: &Draws,
    factors: &[Factor],
    settled: &Settled,
    f: impl Fn(&[f64]) -> f64,
) -> Replicated {
    let points = Points::new(draws.dimensions.len(), settled.log_size, settled.seed);
    let replicates = (0..settled.replicates).map(|replicate| {
        let scrambled = points.replicate(replicate);
        let mut sums = Sums::new(factors, 0.0);
        for start in (0..settled.size()).step_by(BLOCK) {
            let block = scrambled.block(start);
            let mut values = vec![vec![0.0; BLOCK]; draws.places.len()];
            draws.values(&block, &mut values);
            let with = of_rows(&values, &f);
            let without = vec![0.0; with.len()];
            sums.add([&with, &without, &without]);
            for (at, factor) in factors.iter().enumerate() {
                let mut cells = vec![0; with.len()];
                factor.fill(draws, &block, &mut cells);
                sums.add_to_cells(at, &cells, [&with, &without, &without]);
            }
        }
        sums
    });
    Replicated::new(replicates.collect()).unwrap()
}

fn of_rows(columns: &[Vec<f64>], f: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    let row = |at: usize| columns.iter().map(|column| column[at]).collect::<Vec<f64>>();
    (0..columns[0].len()).map(|at| f(&row(at))).collect()
}

fn total_indices(
    draws: &Draws,
    factors: &[Factor],
    f: impl Fn(&[f64]) -> f64 + Sync,
) -> Vec<Measured> {
    let margins =
        |columns: &[Vec<f64>], out: &mut [f64]| out.copy_from_slice(&of_rows(columns, &f));
    let tick = &mut |_| ControlFlow::Continue(());
    match totals(draws, factors, &SETTLED, margins, tick) {
        ControlFlow::Continue(figures) => figures,
        ControlFlow::Break(()) => panic!("nobody ends it"),
    }
}

fn uniform(min: f64, max: f64, count: usize) -> Draws {
    let one = (Estimate::Uniform { min, max }, Domain::real(1e3));
    Draws::of(&vec![one; count])
}

fn assert_indices(f: impl Fn(&[f64]) -> f64 + Sync, draws: &Draws, first: &[f64], total: &[f64]) {
    let factors = Factor::of(draws, Cells { each: 32, most: 64 });
    let sums = sums(draws, &factors, &SETTLED, &f);
    for (at, exact) in first.iter().enumerate() {
        let figure = sums.first_order(at, true);
        assert!(is_near(figure, *exact), "S{}: {figure:?} {exact}", at + 1);
        assert!(figure.standard_error < 0.01, "{figure:?}");
    }
    let figures = total_indices(draws, &factors, f);
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
        let cells = Cells::of(SETTLED.scenarios(), SETTLED.size());
        let factors = Factor::of(&draws, cells);
        let value = |x: &[f64]| case.factors.iter().zip(x).map(|((c, ..), x)| c * x).sum();
        let sums = sums(&draws, &factors, &SETTLED, value);
        assert!(is_near(sums.evpi(), case.evpi), "{:?} {}", sums.evpi(), case.evpi);
        for (at, exact) in case.evppi.iter().enumerate() {
            let figure = sums.evppi(at);
            // Within a cell the best choice is taken to be one: where it changes, up to an eighth
            // of what a cell's width does to the value is lost there.
            let (c, _, s) = case.factors[at];
            let steepest = c.abs() * s * (2.0 * PI).sqrt();
            let cell = 1.0 / f64::from(cells.each);
            let hidden = steepest * cell * cell / 8.0;
            let error = (figure.value - exact).abs();
            assert!(error <= T7 * figure.standard_error + hidden, "{figure:?} {exact}");
            assert!(figure.standard_error < 0.05, "{figure:?}");
        }
    }
}

/// Two replicates of the same two scenarios, each in a cell of its own: the value of knowing
/// everything and that of knowing the cell.
fn known(with: [f64; 2], without: [f64; 2], without_any: [f64; 2]) -> [f64; 2] {
    let coin = Estimate::Discrete { values: vec![0.0, 1.0], weights: None };
    let draws = Draws::of(&[(coin, Domain::real(9.0))]);
    let mut sums = Sums::new(&Factor::of(&draws, Cells { each: 8, most: 64 }), 0.0);
    sums.add([&with, &without, &without_any]);
    sums.add_to_cells(0, &[0, 1], [&with, &without, &without_any]);
    let both = Replicated::new(vec![sums.clone(), sums]).unwrap();
    [both.evpi().value, both.evppi(0).value]
}

#[test]
#[expect(clippy::float_cmp, reason = "small whole numbers and halves are exact")]
fn the_life_without_any_is_among_the_choices() {
    let low = [-9.0, -9.0];
    // Not knowing, the plan with is best at 1; knowing, it is 3 or nothing.
    assert_eq!(known([-1.0, 3.0], [-2.0, 1.0], low), [0.5, 0.5]);
    // Not knowing, the life without any is best.
    assert_eq!(known([-3.0, 1.0], [-2.0, 0.5], low), [0.5, 0.5]);
    // It stays best whatever is known.
    assert_eq!(known([-3.0, -1.0], [-2.0, -1.5], low), [0.0, 0.0]);
    // The plan without it counts as well, and so does the one without any of it.
    assert_eq!(known([4.0, 1.0], [2.0, 2.0], low), [0.5, 0.5]);
    assert_eq!(known([4.0, 1.0], low, [2.0, 2.0]), [0.5, 0.5]);
}

#[test]
fn what_chance_puts_between_cells_is_taken_off() {
    let settled = Settled { log_size: 8, ..SETTLED };
    let draws = uniform(0.0, 1.0, 16);
    let factors = Factor::of(&draws, Cells { each: 32, most: 64 });
    // Rough enough that the cells of the other inputs see noise.
    let sums = sums(&draws, &factors, &settled, |x| (1e5 * x[15]).sin());
    let others: Vec<Measured> = (0..15).map(|at| sums.first_order(at, true)).collect();
    let index: f64 = others.iter().map(|own| own.value).sum();
    let square: f64 = others.iter().map(|own| own.standard_error * own.standard_error).sum();
    // Student's t at 99.9 % two-sided for 15 times 7 degrees of freedom.
    assert!(index.abs() <= 3.388 * square.sqrt(), "{index} {}", square.sqrt());
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
    match scenarios::run(model, &study.settled, true, tick) {
        ControlFlow::Continue(computed) => computed,
        ControlFlow::Break(()) => panic!("nobody ends it"),
    }
}

/// The margin of the pursuit in question, with the plans of the base case.
fn margin<'m>(study: &Study<'_>, model: &Model<'m>) -> Margin<'m> {
    let asked = &study.base.places[0];
    Margin::new(model, asked.with.mix, asked.without.mix)
}

#[test]
fn a_swing_runs_from_the_5th_to_the_95th_percentile() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let study = study(&plan, &Options::default());
    let model = study.model();
    let factors = study.factors(&model);
    let name = "/person/motivations/learning";
    let at = plan.inputs().iter().position(|input| &*input.name == name).unwrap();
    // The ends of the interval in the example.
    let ends = [5.0, 9.0].map(|value| {
        let mut means: Vec<Lanes<1>> =
            plan.compiled().means.iter().map(|mean| Lanes::all(*mean)).collect();
        means[at] = Lanes::all(value);
        margin(&study, &model).at(&means)
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
fn cells_have_the_scenarios_whose_points_lie_in_them() {
    let plan = alone(r#"{"dist": "discrete", "values": [2, 7, 9], "weights": [1, 2, 4]}"#);
    let study = study(&plan, &Options::default());
    let model = study.model();
    let factors = study.factors(&model);
    let scenarios = study.scenarios(&model, false, &mut unwatched).unwrap();
    let settled = study.settled;
    let points = Points::new(model.draws.dimensions.len(), settled.log_size, settled.seed);
    let [with, without, without_any] = scenarios.asked();
    let size = settled.size() as usize;
    let one_by_one = (0..settled.replicates).map(|replicate| {
        let scrambled = points.replicate(replicate);
        let mut sums = Sums::new(&factors, 0.0);
        for start in (0..size).step_by(BLOCK) {
            let from = replicate as usize * size + start;
            let plans = [with, without, without_any].map(|worths| &worths[from..from + BLOCK]);
            sums.add(plans);
            for (at, factor) in factors.iter().enumerate() {
                let mut cells = vec![0; BLOCK];
                factor.fill(model.draws, &scrambled.block(start as u32), &mut cells);
                sums.add_to_cells(at, &cells, plans);
            }
        }
        sums
    });
    let one_by_one = Replicated::new(one_by_one.collect()).unwrap();
    let together = study.sums(&model, &scenarios, &factors).unwrap().unwrap();
    assert_eq!(factors.len(), 3);
    for at in 0..factors.len() {
        let [one, other] = [&one_by_one, &together].map(|sums| sums.first_order(at, false).value);
        assert!(one > 0.01 && (one - other).abs() < 1e-9, "{at}: {one} {other}");
    }
}

#[test]
fn what_is_worth_knowing_is_that_of_the_columns() {
    let plan = alone("7.9");
    let study = study(&plan, &Options::default());
    let model = study.model();
    let scenarios = study.scenarios(&model, false, &mut unwatched).unwrap();
    let findings = study.findings(&model, &scenarios, &mut unwatched).unwrap();
    // Alone it is the plan with it, and the plan without it is the life without any.
    let [worth, ..] = scenarios.asked();
    let mean = |of: fn(f64) -> f64| -> f64 {
        worth.iter().map(|worth| of(*worth)).sum::<f64>() / worth.len() as f64
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
