//! The figures of every scenario.

use super::chosen::ChosenPlace;
use super::columns::Columns;
use super::figures::FIGURES;
use super::findings::{self, Scenarios};
use super::model::Model;
use super::part::{self, Part};
use super::progress::Watch;
use super::study::Study;
use super::task::Task;
use crate::error::Error;
use crate::limits::MAX_SAMPLES;
use crate::problem::{Code, Problem};

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
        let (model, settled) = (self.model(), &self.settled);
        let count = findings::count(&model, settled);
        // In 32 bits it would begin again from 0.
        let wanted = names.len() as u64 * count as u64 * size_of::<f64>() as u64;
        let bytes = usize::try_from(wanted).ok().filter(|bytes| *bytes <= MAX_SAMPLES);
        let bytes = bytes.ok_or_else(|| too_many(wanted, names.len(), count))?;
        self.afford(&model, Task::Samples)?;
        // What is left beside the figures is for those that they are made of.
        let memory = settled.memory.saturating_sub(bytes).max(settled.memory / 8);
        let tick = &mut self.scenario_stage(&model, false, watch);
        let (scenarios, kept) = Scenarios::choose(&model, settled, false, memory, tick)?;
        let places = &scenarios.chosen.places;
        if let Some(kept) = kept {
            let columns = kept.into_columns(&model, places)?;
            return Ok(Samples { names, columns, replicates: model.shape(settled).0 as usize });
        }
        let mut columns = Columns::zeros(names.len(), count)?;
        let group = part::group(scenarios.size, memory);
        for (replicate, mut own) in (0..).zip(columns.replicates(scenarios.size)) {
            for places in places.chunks(group) {
                let rest = own.split_off((places.len() * FIGURES).min(own.len()));
                let replicates = replicate..replicate + 1;
                let part = Part::of_pursuits(&model, places, settled, replicates, tick)?;
                fill(&model, &part, places, std::mem::replace(&mut own, rest));
            }
        }
        Ok(Samples { names, columns, replicates: model.shape(settled).0 as usize })
    }
}

/// Puts the figures of some pursuits into their columns.
fn fill(model: &Model<'_>, part: &Part, places: &[ChosenPlace], columns: Vec<&mut [f64]>) {
    let mut columns = columns.into_iter();
    for place in places {
        let figures = part.figures(model, place);
        for (figure, column) in figures.in_order().zip(&mut columns) {
            column.copy_from_slice(figure);
        }
    }
}

fn too_many(bytes: u64, columns: usize, scenarios: usize) -> Error {
    let message = format!(
        "{columns} figures in {scenarios} scenarios take {bytes} bytes; at most {MAX_SAMPLES} are \
         allowed"
    );
    let problem = Problem::new("", Code::OverBudget, message).with_found(Some(bytes.into()));
    problem.with_allowed(MAX_SAMPLES).with_help("compute fewer scenarios").into()
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
