//! Why people were refused, counted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use worthwhile::Code;

use crate::people::People;

/// Why some people could not be answered. It says nothing of what they answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Refusal {
    /// The column of the table that is to blame; none where it is no single one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The input, or the place in the case, that the problem is about.
    pub input: String,
    /// The stable code of the problem.
    pub code: String,
    /// How many people have this problem. Who has two problems is counted for both.
    pub people: u64,
}

/// People by the column, the input and the code of what is wrong.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<(Reason, u64)>", into = "Vec<(Reason, u64)>")]
pub(super) struct Reasons(BTreeMap<Reason, u64>);

type Reason = (Option<String>, String, String);

impl Reasons {
    pub(super) fn add(&mut self, people: &People) {
        for row in people.refusals.rows() {
            let own = row.iter().map(|(column, problem)| (column, &problem.path, problem.code));
            let own: BTreeSet<(&Option<String>, &String, Code)> = own.collect();
            for (column, input, code) in own {
                let reason = (column.clone(), input.clone(), code.as_str().to_owned());
                *self.0.entry(reason).or_default() += 1;
            }
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for (reason, people) in &other.0 {
            *self.0.entry(reason.clone()).or_default() += people;
        }
    }

    /// The most frequent first.
    pub(super) fn told(&self) -> Vec<Refusal> {
        let told = |((column, input, code), people): (&Reason, &u64)| Refusal {
            column: column.clone(),
            input: input.clone(),
            code: code.clone(),
            people: *people,
        };
        let mut all: Vec<Refusal> = self.0.iter().map(told).collect();
        all.sort_by_key(|own| std::cmp::Reverse(own.people));
        all
    }
}

impl From<Vec<(Reason, u64)>> for Reasons {
    fn from(all: Vec<(Reason, u64)>) -> Self {
        Self(all.into_iter().collect())
    }
}

impl From<Reasons> for Vec<(Reason, u64)> {
    fn from(reasons: Reasons) -> Self {
        reasons.0.into_iter().collect()
    }
}
