//! Which figures a row has.

use crate::analysis::figures::{FIGURES, Figures};
use crate::plan::Compiled;
use crate::worth::{CONTRIBUTIONS, contribution_names};

/// Which figures are wanted of every row of a table.
///
/// | figure | unit | |
/// |---|---|---|
/// | `worth` | points | of the pursuit alone, at its level |
/// | `margin` | points | the plan with it less the plan without it |
/// | `margin_over_none` | points | the plan with it less the plan without any of it |
/// | `hours_per_week`, `busiest_hours_per_week`, `felt_hours_per_week` | hours a week | |
/// | `burnout_risk` | 0 to 1 | |
/// | `money_per_year` | the person's currency | |
/// | `yes` | 0 or 1 | 1 if the answer is yes |
/// | `verdict` | 0 to 4 | the place of the verdict in [`Verdict::ALL`](crate::Verdict::ALL) |
/// | `fits` | 0 or 1 | 1 if it fits into the week at any level, with its award if it has one |
/// | `level` | share of the effort | at which it is done in the plan with it |
///
/// On request the twelve contributions to the worth follow, in points: eight motives, `personal_time`,
/// `wellbeing`, `savings` and `drawbacks`. They add up to the worth.
///
/// # Example
/// ```
/// use worthwhile::{Outputs, Plan};
/// let plan = Plan::read(include_str!("../../../examples/mvp.json"))?;
/// let names = plan.outputs(Outputs::question());
/// assert_eq!(names.len(), 12);
/// assert_eq!([&names[0], &names[8]], ["/pursuits/mvp/worth", "/pursuits/mvp/yes"]);
/// let all = plan.outputs(Outputs::all().with_contributions());
/// assert_eq!(all.len(), 24 * plan.expanded().pursuits.len());
/// assert_eq!(all[12], "/pursuits/mvp/contributions/enjoyment");
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outputs {
    is_question_only: bool,
    has_contributions: bool,
}

/// What was chosen in a row.
pub(super) struct Chosen {
    pub(super) yes: f64,
    pub(super) verdict: f64,
    pub(super) fits: f64,
    pub(super) level: f64,
}

impl Chosen {
    const NAMES: [&'static str; 4] = ["yes", "verdict", "fits", "level"];

    pub(super) fn in_order(&self) -> [f64; 4] {
        [self.yes, self.verdict, self.fits, self.level]
    }
}

impl Outputs {
    /// The figures of every pursuit.
    #[must_use]
    pub const fn all() -> Self {
        Self { is_question_only: false, has_contributions: false }
    }

    /// Those of the pursuit in question alone: the same numbers, several times as fast.
    #[must_use]
    pub const fn question() -> Self {
        Self { is_question_only: true, has_contributions: false }
    }

    /// With the contributions of the motives and of what is lost.
    #[must_use]
    pub const fn with_contributions(self) -> Self {
        Self { has_contributions: true, ..self }
    }

    pub(super) const fn is_question_only(self) -> bool {
        self.is_question_only
    }

    /// How many figures a pursuit has in a row.
    pub(super) const fn of_a_pursuit(self) -> usize {
        let contributions = if self.has_contributions { CONTRIBUTIONS } else { 0 };
        FIGURES + Chosen::NAMES.len() + contributions
    }

    /// How many figures a row has.
    pub(super) fn count(self, compiled: &Compiled) -> usize {
        let pursuits = if self.is_question_only { 1 } else { compiled.case.pursuits.len() };
        pursuits * self.of_a_pursuit()
    }

    /// Their names, in the order of columns: pointers in which pursuits are named by id.
    pub(crate) fn names(self, compiled: &Compiled) -> Vec<String> {
        let pursuits = if self.is_question_only { 1 } else { compiled.case.pursuits.len() };
        let figures = Figures::<()>::NAMES.iter().copied().chain(Chosen::NAMES).map(str::to_owned);
        let contributions = contribution_names().map(|part| format!("contributions/{part}"));
        let all: Vec<String> = figures.chain(contributions).take(self.of_a_pursuit()).collect();
        let pursuits = compiled.case.pursuits.iter().take(pursuits);
        pursuits
            .flat_map(|own| all.iter().map(|figure| format!("/pursuits/{}/{figure}", own.id)))
            .collect()
    }
}
