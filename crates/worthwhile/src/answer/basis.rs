//! Counts what an answer rests on.

use std::borrow::Cow;
use std::sync::Arc;

use crate::assessment::{Assumption, Basis, Provenance};
use crate::catalogue::{Origin, Seen};
use crate::plan::Input;

/// Counts all inputs and lists those that the case does not give.
pub(super) fn basis(inputs: &[Input]) -> (Basis, Vec<Assumption>) {
    let mut basis = Basis::default();
    let mut assumptions = Vec::with_capacity(inputs.len());
    for input in inputs {
        if !input.estimate.is_certain() {
            basis.uncertain += 1;
        }
        match provenance(&input.origin) {
            None => basis.given += 1,
            Some(source) => {
                match &source {
                    Provenance::Default { .. } => basis.defaults += 1,
                    Provenance::Preset { seen: Seen::Illustrative, .. }
                    | Provenance::Catalogue { seen: Seen::Illustrative, .. } => {
                        basis.illustrative += 1;
                    }
                    Provenance::Preset { .. } | Provenance::Catalogue { .. } => {
                        basis.published += 1;
                    }
                }
                assumptions.push(Assumption {
                    input: Arc::clone(&input.name),
                    value: input.estimate.clone(),
                    source,
                });
            }
        }
    }
    (basis, assumptions)
}

fn provenance(origin: &Origin) -> Option<Provenance> {
    match origin {
        Origin::Case => None,
        Origin::Preset { preset, source } => Some(Provenance::Preset {
            preset: Arc::clone(preset),
            seen: source.seen,
            text: Arc::clone(&source.source),
        }),
        Origin::Catalogue(source) => {
            Some(Provenance::Catalogue { seen: source.seen, text: Arc::clone(&source.source) })
        }
        Origin::Default(text) => Some(Provenance::Default { text: Cow::Borrowed(text) }),
    }
}
