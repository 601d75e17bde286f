//! The figures of every scenario.

use super::progress::Watch;
use super::scenarios::Columns;
use super::study::Study;
use crate::error::Error;

/// Figures of every pursuit in every scenario, by column. Row 7 is the same scenario in all columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Samples {
    names: Vec<String>,
    columns: Columns,
    replicates: usize,
}

impl Study<'_> {
    /// The figures of every scenario, in columns of these names.
    pub(crate) fn samples(
        &self,
        names: Vec<String>,
        watch: &mut Watch<'_>,
    ) -> Result<Samples, Error> {
        let model = self.model();
        let scenarios = self.scenarios(&model, false, watch)?;
        let (replicates, _) = model.shape(&self.settled);
        let mut columns = Columns::new(names.len(), scenarios.columns.scenarios());
        let places = scenarios.chosen.places.iter();
        let mut slots = columns.iter_mut();
        for figures in places.map(|place| scenarios.figures(place)) {
            for (figure, column) in figures.in_order().zip(&mut slots) {
                column.copy_from_slice(figure);
            }
        }
        drop(slots);
        Ok(Samples { names, columns, replicates: replicates as usize })
    }
}

impl Samples {
    /// The names of the columns.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// One figure in every scenario, in the unit of the figure. None if there is no such name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&[f64]> {
        let at = self.names.iter().position(|known| known == name)?;
        self.columns.iter().nth(at)
    }

    /// All columns, in the order of their names.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = &[f64]> {
        self.columns.iter()
    }

    /// The number of scenarios.
    #[must_use]
    pub fn scenarios(&self) -> usize {
        self.columns.scenarios()
    }

    /// The number of independent replicates, which are consecutive and of equal size.
    #[must_use]
    pub fn replicates(&self) -> usize {
        self.replicates
    }
}
