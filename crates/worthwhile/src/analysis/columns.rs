//! Columns of figures over all scenarios. What nothing uncertain is in stands once, whatever it is the
//! figure of: memory that is written to for the first time costs as much as a figure.

use super::memory::{room_for, zeros};
use crate::error::Error;
use crate::sampling::BLOCK;
use crate::worth::margin;

/// Where the figures of a column come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Column {
    /// They differ between scenarios: its place among those that do.
    Drawn(usize),
    /// It is the same in all of them.
    Certain(f64),
}

/// The columns of a model in their order.
#[derive(Debug, Default)]
pub(super) struct Layout {
    columns: Vec<Column>,
    drawn: usize,
    /// What is certain, each value once.
    certain: Vec<f64>,
}

impl Layout {
    /// Adds a column; one that is certain has its value.
    pub(super) fn add(&mut self, certain: Option<f64>) {
        let column = match certain {
            None => {
                self.drawn += 1;
                Column::Drawn(self.drawn - 1)
            }
            Some(value) => {
                if !self.certain.iter().any(|known| known.to_bits() == value.to_bits()) {
                    self.certain.push(value);
                }
                Column::Certain(value)
            }
        };
        self.columns.push(column);
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Column> + '_ {
        self.columns.iter().copied()
    }

    /// The columns themselves, from one on.
    pub(super) fn from(&self, first: usize) -> &[Column] {
        self.columns.get(first..).unwrap_or_default()
    }

    /// How many columns there are, what is certain once.
    pub(super) fn count(&self) -> usize {
        self.drawn + self.certain.len()
    }

    /// Where each column stands among these.
    pub(super) fn places(&self) -> Vec<usize> {
        let certain = |value: f64| {
            let known = self.certain.iter().position(|known| known.to_bits() == value.to_bits());
            self.drawn + known.unwrap_or_default()
        };
        let place = |column: Column| match column {
            Column::Drawn(place) => place,
            Column::Certain(value) => certain(value),
        };
        self.iter().map(place).collect()
    }
}

/// Columns over all scenarios, replicate after replicate. One piece of memory for all: systems hand out
/// and take back large pieces page by page.
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    figures: Vec<f64>,
    /// Differences of two of them, where they are wanted.
    margins: Vec<Vec<f64>>,
    scenarios: usize,
    /// How many columns there is room for, and where each column stands: then come the margins.
    room: usize,
    places: Vec<usize>,
}

impl Columns {
    /// Of a model.
    ///
    /// # Errors
    /// `out_of_memory` where there is no room for them.
    pub(super) fn new(layout: &Layout, scenarios: usize) -> Result<Self, Error> {
        let (room, places) = (layout.count(), layout.places());
        let figures = zeros(room.saturating_mul(scenarios))?;
        Ok(Self { figures, margins: Vec::new(), scenarios, room, places })
    }

    /// So many, all of them zeros.
    ///
    /// # Errors
    /// `out_of_memory` where there is no room for them.
    pub(super) fn zeros(columns: usize, scenarios: usize) -> Result<Self, Error> {
        let figures = zeros(columns.saturating_mul(scenarios))?;
        let places = (0..columns).collect();
        Ok(Self { figures, margins: Vec::new(), scenarios, room: columns, places })
    }

    /// Each replicate's part of every column that there is room for, where each has so many scenarios.
    pub(super) fn replicates(&mut self, size: usize) -> Vec<Vec<&mut [f64]>> {
        let mut parts: Vec<Vec<&mut [f64]>> = Vec::new();
        parts.resize_with(self.scenarios / size, Vec::new);
        for column in self.figures.chunks_mut(self.scenarios) {
            parts.iter_mut().zip(column.chunks_mut(size)).for_each(|(own, part)| own.push(part));
        }
        parts
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &[f64]> {
        self.places.iter().map(|place| self.at(*place))
    }

    /// One of them.
    // INVARIANT: only columns that there are are asked for.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    pub(super) fn get(&self, at: usize) -> &[f64] {
        self.at(self.places[at])
    }

    // INVARIANT: places are those of columns that there are.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    fn at(&self, place: usize) -> &[f64] {
        match place.checked_sub(self.room) {
            Some(margin) => &self.margins[margin],
            None => &self.figures[place * self.scenarios..(place + 1) * self.scenarios],
        }
    }

    /// The same memory, with other columns: some of these, and margins between two of them.
    ///
    /// # Errors
    /// `out_of_memory` where there is no room for the margins.
    pub(super) fn into_chosen(mut self, chosen: &[Chosen]) -> Result<Self, Error> {
        let mut known: Vec<[usize; 2]> = Vec::new();
        let mut places = Vec::with_capacity(chosen.len());
        for column in chosen {
            places.push(match *column {
                Chosen::Own(at) => self.places.get(at).copied().unwrap_or_default(),
                Chosen::Margin(plans) => {
                    let at = known.iter().position(|own| *own == plans);
                    if at.is_none() {
                        let [with, without] = plans.map(|at| self.get(at));
                        let mut column = room_for(self.scenarios)?;
                        column.extend(
                            with.iter().zip(without).map(|(with, without)| margin(*with, *without)),
                        );
                        self.margins.push(column);
                        known.push(plans);
                    }
                    self.room + at.unwrap_or(known.len() - 1)
                }
            });
        }
        self.places = places;
        Ok(self)
    }

    /// How many scenarios a column has.
    pub(crate) fn scenarios(&self) -> usize {
        self.scenarios
    }
}

impl PartialEq for Columns {
    fn eq(&self, other: &Self) -> bool {
        self.scenarios == other.scenarios && self.iter().eq(other.iter())
    }
}

/// A column that is wanted of some columns.
#[derive(Debug, Clone, Copy)]
pub(super) enum Chosen {
    Own(usize),
    /// That of the worth of two plans, with a pursuit and without.
    Margin([usize; 2]),
}

/// Columns of a block of scenarios, near each other. Their distance is no power of two, for which a
/// processor's first cache would keep few of them.
#[derive(Debug)]
pub(super) struct BlockRoom {
    figures: Vec<f64>,
    size: usize,
}

/// By so many numbers columns of a block are farther apart than they are long.
const GAP: usize = 8;

impl BlockRoom {
    /// Room for so many scenarios of a model. What is certain is there already.
    pub(super) fn new(layout: &Layout, size: usize) -> Self {
        let mut room = Self { figures: vec![0.0; layout.count() * (size + GAP)], size };
        let certain = room.figures.chunks_mut(size + GAP).skip(layout.drawn).zip(&layout.certain);
        certain.for_each(|(column, value)| column.fill(*value));
        room
    }

    /// Most bytes that it takes.
    pub(super) fn bytes(layout: &Layout) -> usize {
        layout.count() * (BLOCK + GAP) * size_of::<f64>()
    }

    pub(super) fn columns(&self) -> impl Iterator<Item = &[f64]> {
        self.figures.chunks(self.size + GAP).filter_map(|column| column.get(..self.size))
    }

    /// Puts some scenarios in their place in a column.
    #[inline(always)]
    pub(super) fn put<const W: usize>(&mut self, column: Column, at: usize, figures: [f64; W]) {
        if let Column::Drawn(place) = column {
            let slots = self.figures.get_mut(place * (self.size + GAP) + at..);
            if let Some(slots) = slots.and_then(<[f64]>::first_chunk_mut) {
                *slots = figures;
            }
        }
    }
}
