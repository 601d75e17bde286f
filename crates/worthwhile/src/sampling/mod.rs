//! Scenarios: points that fill the unit cube evenly, and what they mean for the inputs of a plan.

mod draw;
mod pert;
mod points;
mod ranking;
mod table;

pub(crate) use draw::{Dimension, Draws, Tables};
pub(crate) use points::{BLOCK, Block, POINTS, Points, Replicate, uniform};
pub(crate) use ranking::rank_order_centroid;
