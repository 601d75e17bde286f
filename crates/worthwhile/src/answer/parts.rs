//! The parts of an answer about its doubt. Each can be had alone.

use std::sync::Arc;

use crate::analysis::{FactorFindings, Findings, Flips, Measured, Options, Study, Watch};
use crate::assessment::{Flip, Information, InputInformation, Sensitivity, Swing};
use crate::error::Error;
use crate::plan::{Compiled, Plan};
use crate::words::Phrase;

impl Plan {
    /// What matters: how much each uncertain input does to the margin of the pursuit in question,
    /// the most first. Empty where nothing is uncertain. It is part of an assessment.
    ///
    /// # Errors
    /// As [`samples`](Self::samples).
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Options, Plan};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let options = Options::default().with_scenarios(4096);
    /// let all = plan.sensitivity(&options, &mut |_| std::ops::ControlFlow::Continue(()))?;
    /// assert!(all[0].first_order >= all[1].first_order && !all[0].below_noise);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn sensitivity(
        &self,
        options: &Options,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<Sensitivity>, Error> {
        let findings = Study::new(self, options)?.findings(watch)?;
        Ok(sensitivities(&findings.values))
    }

    /// What would change the answer: for every input, uncertain or not, the nearest value found at
    /// which the verdict on the pursuit in question changes, all else as in the base case and plans
    /// chosen anew. The smallest change comes first, on the scale of the input. An input that
    /// nothing was found for is left out, and so is one that too many mixes would have to be
    /// looked at for.
    ///
    /// # Errors
    /// As [`samples`](Self::samples).
    ///
    /// # Example: a value that flips does flip
    /// ```
    /// use worthwhile::{Options, Plan};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let flips = plan.flips(&Options::default(), &mut |_| std::ops::ControlFlow::Continue(()))?;
    /// let first = &flips[0];
    /// let changed = plan.with_values([(&*first.input, first.to)])?;
    /// assert_eq!(changed.assess()?.question.base_verdict, first.verdict);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn flips(&self, options: &Options, watch: &mut Watch<'_>) -> Result<Vec<Flip>, Error> {
        let flips = Study::new(self, options)?.flips(watch)?;
        Ok(in_words(self.compiled(), &flips))
    }

    /// What to find out first: what knowing each uncertain input would be worth, in points, for
    /// choosing among the plan with the pursuit in question, the plan without it, and keeping one's
    /// time. None where nothing is uncertain or the pursuit does not fit. It is part of an
    /// assessment.
    ///
    /// # Errors
    /// As [`samples`](Self::samples).
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Options, Plan};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let options = Options::default().with_scenarios(4096);
    /// let all = plan.information(&options, &mut |_| std::ops::ControlFlow::Continue(()))?.unwrap();
    /// assert!(all.inputs.iter().all(|input| input.evppi <= all.evpi));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn information(
        &self,
        options: &Options,
        watch: &mut Watch<'_>,
    ) -> Result<Option<Information>, Error> {
        let findings = Study::new(self, options)?.findings(watch)?;
        Ok(information(self.compiled(), &findings))
    }

    /// What knowing several uncertain inputs together would be worth, in points. Each is cut into 8
    /// equally likely parts; a group of more than three has so many cells that it nears the value
    /// of knowing everything.
    ///
    /// # Errors
    /// As [`samples`](Self::samples), and `unknown_item` for a name that no uncertain input has.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Options, Plan};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let (options, mut watch) = (Options::default(), |_| std::ops::ControlFlow::Continue(()));
    /// let hours = "/pursuits/mvp/activities/speaking/hours";
    /// let alone = plan.information_about(&[hours], &options, &mut watch)?;
    /// let both = [hours, "/person/time/free_hours_per_week"];
    /// assert!(plan.information_about(&both, &options, &mut watch)?.evppi >= alone.evppi);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn information_about(
        &self,
        inputs: &[&str],
        options: &Options,
        watch: &mut Watch<'_>,
    ) -> Result<InputInformation, Error> {
        let figure = Study::new(self, options)?.information_about(inputs, watch)?;
        Ok(input_information(Arc::from(inputs.join(" ")), &figure))
    }
}

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
