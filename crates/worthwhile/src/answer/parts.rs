//! The parts of an answer about its doubt. Each can be had alone.

use std::sync::Arc;

use super::writing::Writing;
use crate::analysis::{FactorFindings, Findings, Flips, FoundLever, Measured, Study, Watch};
use crate::assessment::{Flip, Information, InputInformation, Lever, Sensitivity, Swing};
use crate::error::Error;
use crate::order;
use crate::plan::Compiled;
use crate::words::{self, Phrase};

/// The most first; those alike in the order of the inputs.
pub(super) fn sensitivities(values: &[FactorFindings]) -> Vec<Sensitivity> {
    let one = |value: &FactorFindings| Sensitivity {
        input: Arc::clone(&value.input),
        first_order: value.first_order.value.clamp(0.0, 1.0),
        standard_error: value.first_order.standard_error,
        below_noise: value.first_order.is_noise(),
        total: value.total.map(|total| total.value),
        total_standard_error: value.total.map(|total| total.standard_error),
        swing: Swing { low: value.swing[0], high: value.swing[1] },
    };
    let mut all: Vec<Sensitivity> = values.iter().map(one).collect();
    order::sort_by(&mut all, |a, b| b.first_order.total_cmp(&a.first_order));
    all
}

pub(super) fn flips(compiled: &Compiled, flips: &Flips) -> Vec<Flip> {
    let flip = |found: &crate::analysis::Found| {
        let (input, from) = (compiled.inputs.get(found.input)?, *compiled.means.get(found.input)?);
        Some(Flip {
            input: Arc::clone(&input.name),
            from,
            to: found.to,
            answer: found.answer,
            text: Phrase::new(compiled, input).change(from, found.to),
        })
    };
    flips.found.iter().filter_map(flip).collect()
}

/// The levers, still without their texts.
pub(super) fn levers(writing: &Writing<'_>) -> Vec<Lever> {
    let lever = |own: &FoundLever| Lever {
        kind: own.kind,
        inputs: own.inputs.clone(),
        from: own.from,
        to: own.to,
        shown: own.shown,
        turns: own.turns,
        answer: own.answer,
        level: own.level,
        text: String::new(),
    };
    writing.changes.levers.iter().map(lever).collect()
}

pub(super) fn information(compiled: &Compiled, findings: &Findings) -> Option<Information> {
    let evpi = findings.evpi?;
    let one = |value: &FactorFindings| input_information(Arc::clone(&value.input), &value.evppi);
    let mut inputs: Vec<InputInformation> = findings.values.iter().map(one).collect();
    order::sort_by(&mut inputs, |a, b| b.evppi.total_cmp(&a.evppi));
    let advice = words::advice(compiled, &inputs);
    let (evpi, standard_error) = (evpi.value, evpi.standard_error);
    Some(Information { evpi, standard_error, inputs, advice })
}

/// What knowing some inputs together would be worth. Their names, joined by blanks, are its name.
pub(super) fn information_about(
    study: &Study<'_>,
    inputs: &[&str],
    watch: &mut Watch<'_>,
) -> Result<InputInformation, Error> {
    let figure = study.information_about(inputs, watch)?;
    Ok(input_information(Arc::from(inputs.join(" ")), &figure))
}

fn input_information(input: Arc<str>, evppi: &Measured) -> InputInformation {
    InputInformation {
        input,
        evppi: evppi.value,
        standard_error: evppi.standard_error,
        below_noise: evppi.is_noise(),
    }
}
