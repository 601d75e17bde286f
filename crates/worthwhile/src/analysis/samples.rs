//! The scenarios themselves, for whoever wants to look at them.

use super::factors::Factor;
use super::figures::{FIGURES, Figures};
use super::options::{Options, Watch};
use super::scenarios::{Columns, Wanted};
use super::study::Study;
use crate::error::Error;
use crate::plan::{Compiled, Plan};

/// Figures of every pursuit in every scenario, by columns. Scenario 7 is the same in all columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Samples {
    names: Vec<String>,
    columns: Columns,
    replicates: usize,
}

impl Plan {
    /// Computes the scenarios and gives the figures of each: `worth`, `margin`, `hours_per_week`,
    /// `peak_hours_per_week`, `felt_hours_per_week`, `burnout_risk` and `money_per_year` of every
    /// pursuit. Margins are those of the plans that the base case chose. With nothing uncertain
    /// there is one scenario.
    ///
    /// It takes 56 bytes a pursuit and scenario: 6 pursuits and 2^20 scenarios take 352 MB.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with `out_of_range` for an option, or
    /// `too_many_mixes`; [`ErrorKind::Stopped`](crate::ErrorKind::Stopped) where `watch` ended it.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Options, Plan};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let options = Options::default().with_scenarios(1024);
    /// let samples = plan.samples(&options, &mut |_| std::ops::ControlFlow::Continue(()))?;
    /// let worth = samples.column("/pursuits/mvp/worth").unwrap();
    /// let positive = worth.iter().filter(|worth| **worth > 0.0).count();
    /// assert!(worth.len() == 1024 && positive > 900);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn samples(&self, options: &Options, watch: &mut Watch<'_>) -> Result<Samples, Error> {
        let study = Study::new(self, options)?;
        let model = study.model();
        let none: &[Factor] = &[];
        let wanted = Wanted { tallies: false, factors: none };
        let columns = study.compute(&model, wanted, watch)?.columns;
        let (replicates, _) = model.shape(&study.settled);
        Ok(Samples { names: self.outputs(), columns, replicates: replicates as usize })
    }

    /// The names of the figures of every pursuit, as columns of [`samples`](Self::samples) and of
    /// [`evaluate`](Self::evaluate) have them.
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
    ///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#)?;
    /// assert_eq!(plan.outputs().len(), 7);
    /// assert_eq!(plan.outputs()[1], "/pursuits/rest/margin");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn outputs(&self) -> Vec<String> {
        let pursuits = self.compiled().case.pursuits.iter();
        let of = |id: &str, figure: &str| format!("/pursuits/{id}/{figure}");
        let names = Figures::<()>::NAMES;
        pursuits.flat_map(|own| names.iter().map(move |figure| of(&own.id, figure))).collect()
    }
}

/// How many figures a plan gives.
pub(super) fn outputs_of(compiled: &Compiled) -> usize {
    compiled.case.pursuits.len() * FIGURES
}

impl Samples {
    /// The names of the columns.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// A figure in every scenario, in the unit of the figure; none for a name that is not there.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&[f64]> {
        let at = self.names.iter().position(|known| known == name)?;
        self.columns.iter().nth(at)
    }

    /// All columns, in the order of their names.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = &[f64]> {
        self.columns.iter()
    }

    /// How many scenarios there are.
    #[must_use]
    pub fn scenarios(&self) -> usize {
        self.columns.scenarios()
    }

    /// How many independent replicates they come in, one after the other and all of one size.
    #[must_use]
    pub fn replicates(&self) -> usize {
        self.replicates
    }
}
