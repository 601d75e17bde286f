//! A map from the names of columns alone.

use std::cmp::Ordering;
use std::collections::HashMap;

use arrow::datatypes::Schema;
use worthwhile::reading::member;
use worthwhile::{Error, Plan, Problems};

use super::columns::Columns;
use super::{Column, Map};

/// Most columns that a map names in one list.
const MOST: usize = worthwhile::limits::MAX_ITEMS;

impl Map {
    /// The map that names of columns make by themselves. A column feeds an input if it has its name, or, of what a
    /// person says of themselves, the last parts of it where no other input ends so; of a pursuit all parts from
    /// its id. Small and capital letters, spaces, `_`, `-`, `.` and `/` count alike: `free hours per week`,
    /// `motivations_enjoyment`, `enjoyment`. A column `id` names the person.
    ///
    /// # Example
    /// ```
    /// use arrow::datatypes::{DataType, Field, Schema};
    /// use worthwhile_groups::Map;
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/case.json"))?;
    /// let column = |name: &str| Field::new(name, DataType::Float64, true);
    /// let table = Schema::new(vec![column("id"), column("Free hours per week"), column("hours"), column("age")]);
    /// let map = Map::inferred(&plan, &table);
    /// assert_eq!(map.id(), Some("id"));
    /// let inputs: Vec<&str> = map.columns().map(|(_, column)| column.input()).collect();
    /// assert_eq!(inputs, ["/person/time/free_hours_per_week"]);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn inferred(plan: &Plan, schema: &Schema) -> Self {
        let endings = Endings::new(plan);
        let names = schema.fields().iter().map(|field| field.name().as_str());
        let mut map = Self::default();
        for name in names {
            if let Some(input) = endings.fed_by(name).filter(|_| map.columns.len() < MOST) {
                map = map.with_column(name, Column::new(input));
            } else if map.id.is_none() && name.trim().eq_ignore_ascii_case("id") {
                map = map.with_id(name);
            }
        }
        map
    }

    /// A map to start from: the inferred one, with every other column under `keep`.
    ///
    /// # Example
    /// ```
    /// use arrow::datatypes::{DataType, Field, Schema};
    /// use worthwhile_groups::Map;
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/case.json"))?;
    /// let column = |name: &str| Field::new(name, DataType::Float64, true);
    /// let table = Schema::new(vec![column("burnout_risk"), column("country")]);
    /// let map = Map::starter(&plan, &table);
    /// assert!(map.check(&plan, &table).is_ok() && map.kept().eq(["country"]));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn starter(plan: &Plan, schema: &Schema) -> Self {
        let mut map = Self::inferred(plan, schema);
        let names = schema.fields().iter().map(|field| field.name());
        let is_named = |name: &str| map.columns.contains_key(name) || map.id() == Some(name);
        let others: indexmap::IndexSet<String> =
            names.filter(|name| !is_named(name)).cloned().collect();
        map.keep = others.into_iter().take(MOST).collect();
        map
    }

    /// Keeps the columns that people are grouped by as well, so that a [`Tally`](crate::Tally) finds them.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with `unknown_item` for every column that the table
    /// does not have.
    ///
    /// # Example
    /// ```
    /// use arrow::datatypes::{DataType, Field, Schema};
    /// use worthwhile_groups::Map;
    /// let table = Schema::new(vec![Field::new("role", DataType::Utf8, true)]);
    /// let by = |name: &str| vec![vec![name.to_owned()]];
    /// assert!(Map::default().with_groupings(&by("role"), &table)?.kept().eq(["role"]));
    /// let error = Map::default().with_groupings(&by("rule"), &table).unwrap_err();
    /// assert_eq!(error.problems()[0].help.as_deref(), Some("did you mean `role`?"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn with_groupings(mut self, by: &[Vec<String>], table: &Schema) -> Result<Self, Error> {
        let (found, problems) = (Columns::new(table), Problems::default());
        for name in by.iter().flatten() {
            if let Err(problem) = found.find(name, &member("/by", name)) {
                problems.push(*problem);
            } else if !self.keep.contains(name) && self.id.as_ref() != Some(name) {
                self.keep.push(name.clone());
            }
        }
        problems.finish().map(|()| self)
    }
}

/// The name of the only input that ends so.
pub(crate) fn whole_name(plan: &Plan, end: &str) -> Option<String> {
    Endings::new(plan).input(end).map(str::to_owned)
}

/// The inputs of a plan by the ends of their names.
pub(super) struct Endings<'p> {
    whole: HashMap<&'p str, &'p str>,
    /// Nothing where two inputs of the same part of the case end so.
    ends: HashMap<String, (u8, Option<&'p str>)>,
}

impl<'p> Endings<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        let mut endings = Self { whole: HashMap::new(), ends: HashMap::new() };
        for input in plan.inputs() {
            let name: &str = &input.name;
            endings.whole.insert(name, name);
            for (at, _) in name.match_indices('/') {
                endings.add(alike(name.get(at..).unwrap_or_default()), name);
            }
        }
        endings
    }

    fn add(&mut self, end: String, name: &'p str) {
        let found = (rank(name), Some(name));
        let known = self.ends.entry(end).or_insert(found);
        match known.0.cmp(&found.0) {
            Ordering::Greater => *known = found,
            Ordering::Equal if known.1 != Some(name) => known.1 = None,
            _ => {}
        }
    }

    /// The input that is called so, or that alone ends so.
    pub(super) fn input(&self, name: &str) -> Option<&'p str> {
        let whole = self.whole.get(name).copied();
        whole.or_else(|| self.ends.get(&alike(name))?.1)
    }

    /// The input that a column with this name is about: what the person says of themselves, or what has the whole
    /// name. A column `hours` may be about anything.
    fn fed_by(&self, column: &str) -> Option<&'p str> {
        let is_named = |name: &str| match name.strip_prefix("/pursuits/") {
            Some(own) => alike(own) == alike(column),
            None => rank(name) == 0,
        };
        let whole = self.whole.get(column).copied();
        whole.or_else(|| self.input(column).filter(|name| is_named(name)))
    }
}

/// What people are asked comes first: about themselves, then about what they would do. Nobody asks them for
/// an assumption.
fn rank(name: &str) -> u8 {
    if name.starts_with("/person/") {
        0
    } else if name.starts_with("/pursuits/") {
        1
    } else {
        2
    }
}

/// A name in which what separates words is one underscore.
fn alike(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}
