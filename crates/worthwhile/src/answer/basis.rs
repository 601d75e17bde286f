//! Counts what an answer rests on.

use std::borrow::Cow;
use std::sync::Arc;

use crate::assessment::{Assumption, Basis, Provenance};
use crate::catalogue::{Origin, Seen};
use crate::estimate::Estimate;
use crate::field::{self, Fallback, Field};
use crate::plan::{Follower, Input};

/// Counts all inputs and lists those that the case does not give, then the exchange rate where
/// nobody gives one, then the numbers that are another one.
pub(super) fn basis(
    inputs: &[Input],
    followers: &[Follower],
    is_rate_assumed: bool,
) -> (Basis, Vec<Assumption>) {
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
                    value: Some(input.estimate.clone()),
                    follows: None,
                    source,
                });
            }
        }
    }
    if is_rate_assumed {
        basis.defaults += 1;
        assumptions.push(rate());
    }
    assumptions.extend(followers.iter().map(following));
    (basis, assumptions)
}

/// The rate is no input, since no answer can be asked for at another one; it is assumed all the same.
fn rate() -> Assumption {
    Assumption {
        input: field::USD_RATE.path.into(),
        value: field::USD_RATE.default_value().map(Estimate::Certain),
        follows: None,
        source: Provenance::Default {
            text: Cow::Borrowed("no rate is given, so a dollar counts as one of the currency"),
        },
    }
}

/// A number that is another one.
fn following(follower: &Follower) -> Assumption {
    Assumption {
        input: Arc::clone(&follower.name),
        value: None,
        follows: Some(Arc::clone(&follower.follows)),
        source: Provenance::Default { text: because(follower.field) },
    }
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

fn because(field: &Field) -> Cow<'static, str> {
    match field.default {
        Fallback::Follows(other) => Cow::Owned(format!("where it is not given it follows {other}")),
        _ => Cow::Borrowed("worked out from the other number that says the same"),
    }
}
