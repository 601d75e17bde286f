//! Which column of a table feeds which input of a plan, and how its answers are read.

mod bind;
mod columns;
mod infer;
mod levels;
mod read;
mod unknown;
mod write;

use indexmap::IndexMap;
use worthwhile::Estimate;

pub(crate) use bind::{Bound, BoundColumn, Rule};
pub(crate) use columns::{Carried, Place};
pub(crate) use infer::whole_name;
pub(crate) use levels::{Levels, Said};

/// How the columns of a table of people feed the inputs of a plan.
///
/// As a document it is JSON, and [`read`](Self::read) says everything that is wrong with it at once. A column
/// is the name of an input alone, where unit and scale are the same, or an object:
///
/// | member | meaning |
/// |---|---|
/// | `input` | the name of the input, as [`Plan::inputs`](worthwhile::Plan::inputs) has it |
/// | `scale` | `[a, b]`: answers go from a to b, which become the smallest and the largest value of the input; a may be above b |
/// | `factor` | what an answer is multiplied by: 7 for hours a day where the input has hours a week |
/// | `levels` | a number or an estimate, in the unit of the input, for every word that is an answer |
/// | `missing` | what a missing answer counts as, see [`Missing`] |
///
/// The document itself has `schema_version` (1), `columns`, and if wanted `id` (the column that names a person),
/// `keep` (columns that are passed through), `weight`, `cluster`, `missing` (for all columns that do not say
/// their own) and `others` (`ignored`, or `refused` where a column that the map does not name is a problem).
///
/// 0 free hours count as a quarter of an hour a week, since nobody has none and the model divides by them.
///
/// A name means the column that is called so; if there is none, `user.id` is the member `id` of the column
/// `user`.
///
/// # Example
/// ```
/// use worthwhile_groups::Map;
/// let map = Map::read(r#"{"schema_version": 1, "id": "respondent", "keep": ["country"], "columns": {
///     "q3": {"input": "/person/motivations/enjoyment", "scale": [1, 5]},
///     "hours_a_day": {"input": "/person/time/free_hours_per_week", "factor": 7},
///     "employer": {"input": "/person/conditions/employer_regard",
///                  "levels": {"not at all": 0, "somewhat": {"low": 0.2, "high": 0.6}, "it counts": 1}},
///     "burnout": "/person/burnout_risk"}}"#)?;
/// assert_eq!(map.columns().count(), 4);
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Map {
    id: Option<String>,
    keep: Vec<String>,
    weight: Option<String>,
    cluster: Option<String>,
    missing: Missing,
    refuses_others: bool,
    columns: IndexMap<String, Column>,
}

/// A column that feeds an input of a plan.
///
/// # Example
/// ```
/// use worthwhile_groups::{Column, Map, Missing};
/// let likert = Column::new("/person/motivations/enjoyment").with_scale(1.0, 5.0);
/// let map = Map::default().with_column("q3", likert.with_missing(Missing::Refused));
/// let text = serde_json::to_string(&map)?;
/// assert!(text.contains(r#""scale":[1,5],"missing":"refused""#));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    input: String,
    reading: Reading,
    missing: Option<Missing>,
}

/// How an answer becomes a value of the input.
#[derive(Debug, Clone, PartialEq)]
enum Reading {
    Same,
    Scale([f64; 2]),
    Factor(f64),
    Levels(IndexMap<String, Estimate>),
}

/// What a missing answer counts as: a null, no number, an empty text, or one of `NA`, `N/A`, `NaN` and `null`.
///
/// # Example
/// ```
/// use worthwhile::Estimate;
/// use worthwhile_groups::{Column, Map, Missing};
/// let hours = Column::new("/person/time/free_hours_per_week");
/// let hours = hours.with_missing(Missing::As(Estimate::between(5.0, 30.0)));
/// let map = Map::default().with_missing(Missing::Base).with_column("hours", hours);
/// assert!(serde_json::to_string(&map)?.contains(r#""missing":{"low":5.0,"high":30.0}"#));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub enum Missing {
    /// What is known of it without an answer: the estimate of the base case if it has one; else any value of
    /// a rating or a share, all equally likely; else, for an amount, an interval from half to twice the base
    /// value, kept inside what is allowed. A base value that is 0 or a whole number by its field stays.
    #[default]
    Unknown,
    /// The value or the estimate of the base case.
    Base,
    /// A problem of the person.
    Refused,
    /// A number or an estimate in the unit of the input.
    As(Estimate),
}

impl Column {
    /// A column with the unit and the scale of its input.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::Column;
    /// let column = Column::new("/person/burnout_risk");
    /// assert_eq!(column.input(), "/person/burnout_risk");
    /// ```
    #[must_use]
    pub fn new(input: impl Into<String>) -> Self {
        Self { input: input.into(), reading: Reading::Same, missing: None }
    }

    /// Answers go from `first` to `last`, which become the smallest and the largest value of the input. Of
    /// scale, factor and levels the last one given counts.
    ///
    /// # Example: a reversed question
    /// ```
    /// use worthwhile_groups::Column;
    /// let column = Column::new("/person/motivations/income").with_scale(5.0, 1.0);
    /// assert!(serde_json::to_string(&column)?.contains("[5,1]"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_scale(mut self, first: f64, last: f64) -> Self {
        self.reading = Reading::Scale([first, last]);
        self
    }

    /// Answers are multiplied.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::Column;
    /// let a_day = Column::new("/person/time/free_hours_per_week").with_factor(7.0);
    /// assert!(serde_json::to_string(&a_day)?.contains(r#""factor":7"#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_factor(mut self, factor: f64) -> Self {
        self.reading = Reading::Factor(factor);
        self
    }

    /// Answers are words, each with a number or an estimate in the unit of the input. A word is looked for as it
    /// is, then without the space around it and regardless of case.
    ///
    /// # Example
    /// ```
    /// use worthwhile::Estimate;
    /// use worthwhile_groups::Column;
    /// let levels = [("no", 0.0.into()), ("partly", Estimate::between(0.2, 0.6)), ("yes", 1.0.into())];
    /// let column = Column::new("/person/conditions/employer_regard").with_levels(levels);
    /// assert!(serde_json::to_string(&column)?.contains(r#""partly":{"low":0.2,"high":0.6}"#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_levels<W: Into<String>>(
        mut self,
        levels: impl IntoIterator<Item = (W, Estimate)>,
    ) -> Self {
        let levels = levels.into_iter().map(|(word, level)| (word.into(), level));
        self.reading = Reading::Levels(levels.collect());
        self
    }

    /// What a missing answer of this column counts as.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::{Column, Missing};
    /// let column = Column::new("/person/burnout_risk").with_missing(Missing::Base);
    /// assert!(serde_json::to_string(&column)?.contains(r#""missing":"base""#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_missing(mut self, missing: Missing) -> Self {
        self.missing = Some(missing);
        self
    }

    /// The name of the input that it feeds.
    ///
    /// # Example
    /// ```
    /// let column = worthwhile_groups::Column::new("/person/burnout_risk");
    /// assert_eq!(column.input(), "/person/burnout_risk");
    /// ```
    #[must_use]
    pub fn input(&self) -> &str {
        &self.input
    }

    /// Whether it says nothing but its input.
    fn is_plain(&self) -> bool {
        self.reading == Reading::Same && self.missing.is_none()
    }
}

impl Map {
    /// Adds a column, or replaces the one of that name.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::{Column, Map};
    /// let map = Map::default().with_column("burnout", Column::new("/person/burnout_risk"));
    /// assert_eq!(map.columns().next().map(|(name, _)| name), Some("burnout"));
    /// ```
    #[must_use]
    pub fn with_column(mut self, name: impl Into<String>, column: Column) -> Self {
        self.columns.insert(name.into(), column);
        self
    }

    /// The column that names a person. What is drawn for a person depends on it alone, so that the answer
    /// does not change with the rows around it.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::Map;
    /// let map = Map::default().with_id("user.id");
    /// assert_eq!(map.id(), Some("user.id"));
    /// ```
    #[must_use]
    pub fn with_id(mut self, name: impl Into<String>) -> Self {
        self.id = Some(name.into());
        self
    }

    /// The columns that are passed through to the answers.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::Map;
    /// let map = Map::default().with_kept(["country", "role"]);
    /// assert!(map.kept().eq(["country", "role"]));
    /// ```
    #[must_use]
    pub fn with_kept<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.keep = names.into_iter().map(Into::into).collect();
        self
    }

    /// The column that says how much a person counts in a share: a number, 0 or more.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::Map;
    /// let map = Map::default().with_weight("w");
    /// assert_eq!(map.weight(), Some("w"));
    /// ```
    #[must_use]
    pub fn with_weight(mut self, name: impl Into<String>) -> Self {
        self.weight = Some(name.into());
        self
    }

    /// The column that says who was asked together, such as a team. Errors of shares are those of clusters
    /// then.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::Map;
    /// let map = Map::default().with_cluster("team");
    /// assert_eq!(map.cluster(), Some("team"));
    /// ```
    #[must_use]
    pub fn with_cluster(mut self, name: impl Into<String>) -> Self {
        self.cluster = Some(name.into());
        self
    }

    /// What a missing answer counts as in every column that does not say its own.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::{Map, Missing};
    /// let map = Map::default().with_missing(Missing::Refused);
    /// assert!(serde_json::to_string(&map)?.contains(r#""missing":"refused""#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_missing(mut self, missing: Missing) -> Self {
        self.missing = missing;
        self
    }

    /// A column of the table that the map does not name is a problem.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::Map;
    /// let map = Map::default().refusing_others();
    /// assert!(serde_json::to_string(&map)?.contains(r#""others":"refused""#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn refusing_others(mut self) -> Self {
        self.refuses_others = true;
        self
    }

    /// The columns that feed inputs, by name.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::{Column, Map};
    /// let map = Map::default().with_column("burnout", Column::new("/person/burnout_risk"));
    /// assert!(map.columns().all(|(_, column)| column.input() == "/person/burnout_risk"));
    /// ```
    pub fn columns(&self) -> impl Iterator<Item = (&str, &Column)> {
        self.columns.iter().map(|(name, column)| (name.as_str(), column))
    }

    /// The column that names a person, if there is one.
    ///
    /// # Example
    /// ```
    /// assert_eq!(worthwhile_groups::Map::default().id(), None);
    /// ```
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The columns that are passed through.
    ///
    /// # Example
    /// ```
    /// assert_eq!(worthwhile_groups::Map::default().kept().count(), 0);
    /// ```
    pub fn kept(&self) -> impl Iterator<Item = &str> {
        self.keep.iter().map(String::as_str)
    }

    /// The column of weights, if there is one.
    ///
    /// # Example
    /// ```
    /// assert_eq!(worthwhile_groups::Map::default().weight(), None);
    /// ```
    #[must_use]
    pub fn weight(&self) -> Option<&str> {
        self.weight.as_deref()
    }

    /// The column of clusters, if there is one.
    ///
    /// # Example
    /// ```
    /// assert_eq!(worthwhile_groups::Map::default().cluster(), None);
    /// ```
    #[must_use]
    pub fn cluster(&self) -> Option<&str> {
        self.cluster.as_deref()
    }
}

#[cfg(test)]
mod tests;
