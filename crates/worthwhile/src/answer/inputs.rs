//! The inputs of a plan as people call them.

use serde::Serialize;

use crate::plan::{Input, Plan};
use crate::words::Phrase;

/// An input with its label. As a document it is one object: the input's, and `label`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LabeledInput<'p> {
    /// The input.
    #[serde(flatten)]
    pub input: &'p Input,
    /// What people call it, for an axis or a form: `Hours that speaking takes`.
    pub label: String,
}

impl Plan {
    /// The inputs with their labels, in the order of [`inputs`](Self::inputs).
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let all = plan.labeled_inputs();
    /// let hours = all.iter().find(|own| own.input.name.ends_with("/speaking/hours"));
    /// assert_eq!(hours.unwrap().label, "Hours that speaking takes");
    /// assert_eq!(serde_json::to_value(&all[0]).unwrap()["label"], "How much joy drives you");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn labeled_inputs(&self) -> Vec<LabeledInput<'_>> {
        let label = |input| Phrase::new(self.compiled(), input).label();
        self.inputs().iter().map(|input| LabeledInput { input, label: label(input) }).collect()
    }
}
