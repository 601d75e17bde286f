//! What an answer rests on.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::catalogue::Seen;
use crate::estimate::Estimate;

/// The numbers of a case, counted by where they come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Basis {
    /// How many numbers the case gives.
    pub given: usize,
    /// How many are taken or derived from a publication.
    pub published: usize,
    /// How many are judgments in presets and the catalogue.
    pub illustrative: usize,
    /// How many are defaults of fields that the case leaves out.
    pub defaults: usize,
    /// How many of all these are uncertain.
    pub uncertain: usize,
}

/// A number that the case does not give.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assumption {
    /// Name of the input: a pointer in which items are named by id.
    pub input: Arc<str>,
    /// The number or estimate used, in the unit of the input. Absent if it follows another input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Estimate>,
    /// Name of the input that it follows. Absent if it has a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<Arc<str>>,
    /// Where it comes from.
    pub source: Provenance,
}

/// The source of a number that the case does not give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Provenance {
    /// A preset.
    Preset {
        /// Its name.
        preset: Arc<str>,
        /// How the number was obtained.
        seen: Seen,
        /// The publication, or why it is a judgment.
        text: Arc<str>,
    },
    /// The catalogue of categories and conditions.
    Catalogue {
        /// How the number was obtained.
        seen: Seen,
        /// The publication, or why it is a judgment.
        text: Arc<str>,
    },
    /// The default of the field.
    Default {
        /// The source of the default, or why it is a judgment.
        text: Cow<'static, str>,
    },
}
