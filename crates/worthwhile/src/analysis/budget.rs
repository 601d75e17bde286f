//! How much work a computation is, told before it begins: roughly, and never too little by much.

use super::base::menus;
use super::factors::Factor;
use super::findings;
use super::hinges;
use super::levers;
use super::model::Model;
use super::study::Study;
use super::task::Task;
use crate::error::Error;
use crate::limits::MAX_WORK;
use crate::plan::PursuitProgram;
use crate::problem::{Code, Problem};
use crate::worth::Menu;

/// Looks at the base case for one lever, for one figure that may decide, and for one flip: those on the
/// way, and halvings.
const OF_A_LEVER: f64 = 50.0;
const OF_A_HINGE: f64 = 2.0;
const OF_A_FLIP: f64 = 70.0;
/// A look at one scenario alone takes as long as so many among others do.
const ALONE: f64 = 4.0;
/// What a pursuit takes besides its items, and a mix besides its pursuits, in items.
const BESIDES: f64 = 8.0;
/// What one scenario takes for each input of which something is to be known.
const OF_AN_INPUT: f64 = 8.0;
/// One scenario in so many is computed again for each total index.
const ONE_IN: f64 = 8.0;

impl Study<'_> {
    /// Refuses what would be too much work.
    ///
    /// # Errors
    /// `over_budget`.
    pub(crate) fn afford(&self, model: &Model<'_>, task: Task) -> Result<(), Error> {
        let work = self.work(model, task);
        if work <= MAX_WORK as f64 { Ok(()) } else { Err(over_budget(self, model, work)) }
    }

    /// Steps: about one for each item of each pursuit, at each level, in each year of a scenario.
    fn work(&self, model: &Model<'_>, task: Task) -> f64 {
        let settled = &self.settled;
        let scenarios = findings::count(model, settled) as f64;
        let years = self.base.lives.person.years.count() as f64;
        let programs = &self.compiled.program.pursuits;
        let life = |menus: &[Menu]| -> f64 {
            let all = programs.iter().zip(menus);
            years * all.map(|(own, menu)| pursuit(own, menu)).sum::<f64>()
        };
        let valued = (model.valued_count() + model.variants.len()) as f64;
        let one = life(&model.menus) + valued * years * (programs.len() as f64 + BESIDES);
        // The means, the columns of each group, which are about as much all together, and the ranks.
        let passes = if findings::fits(model, settled, settled.memory) { 1.0 } else { 3.0 };
        let factors = Factor::all(self.compiled, model.draws).len() as f64;
        let inputs = self.compiled.inputs.len() as f64;
        let look = ALONE * (life(&menus(self.compiled)) + inputs);
        let found = factors * scenarios * OF_AN_INPUT;
        let totals = if settled.totals { factors * scenarios / ONE_IN * one } else { 0.0 };
        let levers = OF_A_LEVER * levers::steps(self.compiled, &self.base) as f64;
        let hinges = OF_A_HINGE * hinges::steps(self.compiled, &self.base) as f64;
        let levers = if settled.levers { (levers + hinges) * look } else { 0.0 };
        let flips = OF_A_FLIP * inputs * look;
        match task {
            Task::Flips => flips,
            Task::Samples => passes * scenarios * one,
            Task::Findings => passes * scenarios * one + found + totals,
            Task::Assess => {
                let flips = if settled.flips { flips } else { 0.0 };
                passes * scenarios * one + found + totals + levers + flips
            }
        }
    }
}

/// What a pursuit takes in a year.
fn pursuit(program: &PursuitProgram, menu: &Menu) -> f64 {
    let benefits = program.categories.iter().map(|category| category.benefits.len());
    let items = program.activities.len()
        + program.costs.len()
        + program.drawbacks.len()
        + benefits.sum::<usize>();
    (items as f64 + BESIDES) * (1 + menu.picks().count()) as f64
}

fn over_budget(study: &Study<'_>, model: &Model<'_>, work: f64) -> Error {
    let scenarios = findings::count(model, &study.settled);
    let pursuits = study.compiled.program.pursuits.len();
    let inputs = study.compiled.inputs.len();
    let message = format!(
        "{scenarios} scenarios of {pursuits} pursuits with {inputs} numbers are about {work:.1e} steps; at \
         most {:.1e} are allowed",
        MAX_WORK as f64
    );
    Problem::new("", Code::OverBudget, message)
        .with_found(Some(work.into()))
        .with_allowed(MAX_WORK)
        .with_help("compute fewer scenarios, or leave out totals, flips and levers")
        .into()
}
