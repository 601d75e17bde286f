//! The table of operations. Every surface takes its list of operations from here.

use std::fmt;
use std::str::FromStr;

use crate::analysis::OptionKey;
use crate::error::{Error, ErrorKind};

/// An operation of the library, with the same name on every surface. [`Operation::ALL`] lists them.
/// [`Call`](crate::Call) runs those that answer in text.
///
/// # Example
/// ```
/// use worthwhile::Operation;
/// let flips: Operation = "flips".parse()?;
/// assert_eq!((flips, flips.as_str()), (Operation::Flips, "flips"));
/// assert!(flips.is_text() && !Operation::Samples.is_text());
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is documented once, by `Operation::meaning`")]
pub enum Operation {
    Assess,
    Ask,
    Compare,
    Check,
    Expand,
    Presets,
    #[cfg(feature = "schema")]
    Schema,
    Inputs,
    Sensitivity,
    Flips,
    Information,
    InformationAbout,
    Samples,
    Evaluate,
}

/// An argument of an operation, other than options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Argument {
    /// A case in JSON.
    Case,
    /// A case as far as it is known, and answers, in JSON.
    Interview,
    /// Another case in JSON, to put beside the first.
    OtherCase,
    /// The id of a preset; optional.
    PresetId,
    /// The name of a schema.
    SchemaName,
    /// Names of uncertain inputs; in one string, separated by spaces.
    InputNames,
    /// Rows of numbers, one for every input of a plan in each row.
    Rows,
}

impl Argument {
    /// What it is, in a few words.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Case => "a case",
            Self::Interview => "a case as far as it is known and answers, both optional",
            Self::OtherCase => "another case",
            Self::PresetId => "the id of a preset, or nothing",
            Self::SchemaName => "the name of a schema",
            Self::InputNames => "names of uncertain inputs",
            Self::Rows => "rows of numbers",
        }
    }
}

/// What an operation returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Answers {
    /// A document with its own schema.
    Document {
        /// The title of the schema, for example `Assessment`.
        schema: &'static str,
        /// What it is, in a sentence or two.
        about: &'static str,
    },
    /// JSON without a schema yet.
    Json {
        /// What it is, in a sentence or two.
        about: &'static str,
    },
    /// Numbers, returned as numbers rather than text.
    Numbers {
        /// What they are, in a sentence or two.
        about: &'static str,
    },
}

impl Answers {
    /// What comes back, in a sentence or two.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Document { about, .. } | Self::Json { about } | Self::Numbers { about } => about,
        }
    }
}

/// One row of the table.
struct Row {
    name: &'static str,
    meaning: &'static str,
    takes: &'static [Argument],
    options: &'static [OptionKey],
    answers: Answers,
    errors: &'static [ErrorKind],
}

/// What the operations that read a case but compute no scenarios look at.
const READING: &[OptionKey] = &[OptionKey::Presets, OptionKey::Redact];
/// What tables of rows look at.
const ROWS: &[OptionKey] = &[OptionKey::Threads, OptionKey::Presets, OptionKey::Redact];
/// What the operations over scenarios look at.
const SAMPLING: &[OptionKey] = &[
    OptionKey::Scenarios,
    OptionKey::Replicates,
    OptionKey::Seed,
    OptionKey::Threads,
    OptionKey::Presets,
    OptionKey::Redact,
];
/// What an interview looks at.
const ASKING: &[OptionKey] = &[
    OptionKey::Scenarios,
    OptionKey::Replicates,
    OptionKey::Seed,
    OptionKey::Threads,
    OptionKey::Levers,
    OptionKey::Presets,
    OptionKey::Redact,
];
/// How the operations end that compute something.
const COMPUTING: &[ErrorKind] = &[ErrorKind::Invalid, ErrorKind::Stopped];

const ASSESS: Row = Row {
    name: "assess",
    meaning: "The answer to a case.",
    takes: &[Argument::Case],
    options: OptionKey::ALL,
    answers: Answers::Document { schema: "Assessment", about: "The assessment." },
    errors: COMPUTING,
};

const COMPARE: Row = Row {
    name: "compare",
    meaning: "Two cases side by side: what differs in them and in their answers, and which difference does it.",
    takes: &[Argument::Case, Argument::OtherCase],
    options: SAMPLING,
    answers: Answers::Document {
        schema: "Comparison",
        about: "Both answers in brief, every difference, and what each group of them changes. Problems \
                of a case have paths that start with `/first` or `/second`.",
    },
    errors: COMPUTING,
};

const ASK: Row = Row {
    name: "ask",
    meaning: "The questions of an interview, and the case that the answers make.",
    takes: &[Argument::Interview],
    options: ASKING,
    answers: Answers::Document {
        schema: "Questions",
        about: "The case, the questions that are open, the next one first, and the answer so far.",
    },
    errors: COMPUTING,
};

const CHECK: Row = Row {
    name: "check",
    meaning: "Every problem of a case, in document order.",
    takes: &[Argument::Case],
    options: READING,
    answers: Answers::Document {
        schema: "Problems",
        about: "Errors refuse the case, warnings do not. Empty if there are none.",
    },
    errors: &[],
};

const EXPAND: Row = Row {
    name: "expand",
    meaning: "The case with presets and defaults written out.",
    takes: &[Argument::Case],
    options: READING,
    answers: Answers::Document {
        schema: "Case",
        about: "The expanded case. It yields the same figures, and all of its numbers count as given.",
    },
    errors: &[ErrorKind::Invalid],
};

const PRESETS: Row = Row {
    name: "presets",
    meaning: "The presets, or one of them with the source of each number.",
    takes: &[Argument::PresetId],
    options: &[OptionKey::Presets],
    answers: Answers::Json {
        about: "The list `presets`, each with `id`, `name` and `about`; or one preset, in the format of its file.",
    },
    errors: &[ErrorKind::NotFound],
};

#[cfg(feature = "schema")]
const SCHEMA: Row = Row {
    name: "schema",
    meaning: "A JSON Schema, or something derived from one.",
    takes: &[Argument::SchemaName],
    options: &[],
    answers: Answers::Json { about: "The schema, formatted for people." },
    errors: &[ErrorKind::NotFound],
};

const INPUTS: Row = Row {
    name: "inputs",
    meaning: "Every number of a case by name, with its value or estimate and its bounds.",
    takes: &[Argument::Case],
    options: READING,
    answers: Answers::Json {
        about: "The list `inputs`, each with `name`, `label`, `mean`, `estimate`, `unit`, `meaning`, \
                `minimum` and `maximum`, and whether these are excluded, whether it has to be a \
                whole number, whether it is `uncertain`, and its `origin`.",
    },
    errors: &[ErrorKind::Invalid],
};

const SENSITIVITY: Row = Row {
    name: "sensitivity",
    meaning: "The effect of each uncertain number on the margin of the pursuit in question.",
    takes: &[Argument::Case],
    options: &[
        OptionKey::Scenarios,
        OptionKey::Replicates,
        OptionKey::Seed,
        OptionKey::Totals,
        OptionKey::Threads,
        OptionKey::Presets,
        OptionKey::Redact,
    ],
    answers: Answers::Json { about: "The list `sensitivity`, as in an assessment." },
    errors: COMPUTING,
};

const FLIPS: Row = Row {
    name: "flips",
    meaning: "For each number, the nearest value found at which the answer turns from yes to no or back.",
    takes: &[Argument::Case],
    options: &[OptionKey::Threads, OptionKey::Presets, OptionKey::Redact],
    answers: Answers::Json { about: "The list `flips`, as in an assessment." },
    errors: COMPUTING,
};

const INFORMATION: Row = Row {
    name: "information",
    meaning: "What it would be worth to find out each uncertain number before choosing.",
    takes: &[Argument::Case],
    options: SAMPLING,
    answers: Answers::Json { about: "`information`, as in an assessment, or null." },
    errors: COMPUTING,
};

const INFORMATION_ABOUT: Row = Row {
    name: "information_about",
    meaning: "What it would be worth to find out several uncertain numbers together.",
    takes: &[Argument::Case, Argument::InputNames],
    options: SAMPLING,
    answers: Answers::Json {
        about: "An object with `input`, `evppi`, `standard_error` and `below_noise`.",
    },
    errors: COMPUTING,
};

const SAMPLES: Row = Row {
    name: "samples",
    meaning: "The figures of every pursuit in every scenario.",
    takes: &[Argument::Case],
    options: SAMPLING,
    answers: Answers::Numbers {
        about: "A column for each figure, with a number for each scenario.",
    },
    errors: COMPUTING,
};

const EVALUATE: Row = Row {
    name: "evaluate",
    meaning: "The figures of every pursuit, or of the one in question alone, for rows of inputs.",
    takes: &[Argument::Case, Argument::Rows],
    options: ROWS,
    answers: Answers::Numbers {
        about: "A row for each input row, with a number for each figure: worth, margins, hours, risk, \
                money, whether the answer is yes, the verdict, whether it fits, the level and, on \
                request, the contributions. A row that is refused has no numbers, and its problems.",
    },
    errors: COMPUTING,
};

impl Operation {
    /// Every operation, in the order of the table.
    pub const ALL: &'static [Self] = &[
        Self::Assess,
        Self::Ask,
        Self::Compare,
        Self::Check,
        Self::Expand,
        Self::Presets,
        #[cfg(feature = "schema")]
        Self::Schema,
        Self::Inputs,
        Self::Sensitivity,
        Self::Flips,
        Self::Information,
        Self::InformationAbout,
        Self::Samples,
        Self::Evaluate,
    ];

    const fn row(self) -> &'static Row {
        match self {
            Self::Assess => &ASSESS,
            Self::Ask => &ASK,
            Self::Compare => &COMPARE,
            Self::Check => &CHECK,
            Self::Expand => &EXPAND,
            Self::Presets => &PRESETS,
            #[cfg(feature = "schema")]
            Self::Schema => &SCHEMA,
            Self::Inputs => &INPUTS,
            Self::Sensitivity => &SENSITIVITY,
            Self::Flips => &FLIPS,
            Self::Information => &INFORMATION,
            Self::InformationAbout => &INFORMATION_ABOUT,
            Self::Samples => &SAMPLES,
            Self::Evaluate => &EVALUATE,
        }
    }

    /// The operation of that name.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`], with the available names and, if possible, a suggestion.
    ///
    /// # Example
    /// ```
    /// use worthwhile::Operation;
    /// assert_eq!(Operation::from_name("information_about")?, Operation::InformationAbout);
    /// let error = Operation::from_name("asses").unwrap_err().to_string();
    /// assert!(error.starts_with("there is no operation `asses`, did you mean `assess`?"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn from_name(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().copied().find(|own| own.as_str() == name);
        found.ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|own| own.as_str()).collect();
            Error::not_found("operation", name, &names)
        })
    }

    /// Its name on every surface, in snake_case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.row().name
    }

    /// What it gives, in one sentence.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        self.row().meaning
    }

    /// What it takes besides options.
    #[must_use]
    pub const fn takes(self) -> &'static [Argument] {
        self.row().takes
    }

    /// The options it uses. It ignores the others.
    #[must_use]
    pub const fn options(self) -> &'static [OptionKey] {
        self.row().options
    }

    /// What it returns.
    #[must_use]
    pub const fn answers(self) -> Answers {
        self.row().answers
    }

    /// The kinds of errors it may return. Invalid options or arguments are [`ErrorKind::Invalid`] for
    /// every operation.
    #[must_use]
    pub const fn errors(self) -> &'static [ErrorKind] {
        self.row().errors
    }

    /// Whether it returns text, so that a [`Call`](crate::Call) can run it.
    #[must_use]
    pub const fn is_text(self) -> bool {
        !matches!(self.answers(), Answers::Numbers { .. })
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Operation {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::from_name(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_listed_once_under_a_name_of_its_own() {
        for (at, operation) in Operation::ALL.iter().enumerate() {
            assert_eq!(*operation as usize, at, "{operation}");
            assert_eq!(Operation::from_name(operation.as_str()).unwrap(), *operation);
            let is_snake = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(operation.as_str().chars().all(is_snake), "{operation}");
            assert!(operation.meaning().ends_with('.'), "{operation}");
            let about = operation.answers().about();
            assert!(about.ends_with('.'), "{operation}");
        }
        assert_eq!(Operation::ALL.len(), Operation::Evaluate as usize + 1);
    }

    #[test]
    fn presets_are_looked_at_wherever_a_case_is_read() {
        for operation in Operation::ALL {
            let takes_a_case = operation
                .takes()
                .iter()
                .any(|taken| matches!(taken, Argument::Case | Argument::Interview));
            let looks_at_presets = operation.options().contains(&OptionKey::Presets);
            let lists_them = operation.takes() == [Argument::PresetId];
            assert_eq!(looks_at_presets, takes_a_case || lists_them, "{operation}");
        }
    }
}
