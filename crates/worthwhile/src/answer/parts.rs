//! The parts of an answer about its doubt. Each can be had alone.

use std::sync::Arc;

use crate::analysis::{FactorFindings, Findings, Flips, Measured, Study, Watch};
use crate::assessment::{Flip, Information, InputInformation, Sensitivity, Swing};
use crate::error::Error;
use crate::plan::Compiled;
use crate::words::Phrase;

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
    all.sort_by(|a, b| b.first_order.total_cmp(&a.first_order));
    all
}

pub(super) fn in_words(compiled: &Compiled, flips: &Flips) -> Vec<Flip> {
    let flip = |found: &crate::analysis::Found| {
        let (input, from) = (compiled.inputs.get(found.input)?, *compiled.means.get(found.input)?);
        Some(Flip {
            input: Arc::clone(&input.name),
            from,
            to: found.to,
            verdict: found.verdict,
            text: Phrase::new(compiled, input).change(from, found.to),
        })
    };
    flips.found.iter().filter_map(flip).collect()
}

pub(super) fn information(compiled: &Compiled, findings: &Findings) -> Option<Information> {
    let evpi = findings.evpi?;
    let one = |value: &FactorFindings| input_information(Arc::clone(&value.input), &value.evppi);
    let mut inputs: Vec<InputInformation> = findings.values.iter().map(one).collect();
    inputs.sort_by(|a, b| b.evppi.total_cmp(&a.evppi));
    let advice = advice(compiled, &inputs);
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

/// Points from which on finding something out is worth a sentence.
const WORTH_ASKING: f64 = 0.1;

/// The input that is worth most to know, among those that somebody can say something about.
fn advice(compiled: &Compiled, inputs: &[InputInformation]) -> Option<String> {
    let worth_asking = inputs.iter().filter(|own| !own.below_noise && own.evppi >= WORTH_ASKING);
    worth_asking.into_iter().find_map(|own| {
        let input = compiled.inputs.iter().find(|input| input.name == own.input)?;
        let phrase = Phrase::new(compiled, input);
        let is_first = inputs.first().is_some_and(|first| first.input == own.input);
        let end = if is_first { ", more than anything else you could find out" } else { "" };
        Some(format!(
            "Before you decide, find out {}: {}. Knowing it is worth {:.1} points{end}.",
            phrase.noun(),
            phrase.ask()?,
            own.evppi
        ))
    })
}
