//! What a table of people says as a whole: shares, levers, and what tells yes from no.

mod against;
mod clusters;
mod document;
mod range;
mod refusals;
mod report;
mod segment;
mod sums;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};

use arrow::array::RecordBatch;
use serde::{Deserialize, Serialize};
use worthwhile::reading::{member, shorten};
use worthwhile::{Code, Error, Problem, Problems, SurveyFigures};

use crate::answers::texts;
use crate::people::{Group, Lever, People};
use crate::threads::{Job, all};
pub use document::{
    Complete, Difference, LeverEffect, Margins, Range, SegmentSummary, Share, Summary, Teller,
};
use refusals::Reasons;
pub use refusals::Refusal;
use segment::{Answer, Segment, tell};
use sums::Told;

/// Most segments of all groupings together.
const MOST_SEGMENTS: usize = 10_000;
/// Most clusters of a table.
const MOST_CLUSTERS: usize = 1_000_000;

/// Sums over people from which a [`Summary`] is made. Those of the parts of a table can be merged in any order: counts
/// are the same to the last bit, and means to rounding. As text they travel between processes.
///
/// # Example
/// ```
/// use std::ops::ControlFlow;
/// use std::sync::Arc;
/// use arrow::array::{ArrayRef, Float64Array, RecordBatch, StringArray};
/// use worthwhile::{Options, Plan};
/// use worthwhile_groups::{Group, Lever, Map, Speed, Tally};
///
/// let plan = Plan::read(r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}],
///     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}}}"#)?;
/// let map = Map::read(r#"{"schema_version": 1, "keep": ["role"],
///     "columns": {"free": "/person/time/free_hours_per_week"}}"#)?;
/// let levers = Lever::read(r#"{"schema_version": 1, "levers": [{"name": "An hour more",
///     "changes": [{"input": "/person/time/free_hours_per_week", "add": 1}]}]}"#)?;
/// let roles: StringArray = vec!["dev", "dev", "lead"].into();
/// let free: Float64Array = vec![9.0, 0.5, 4.0].into();
/// let table = RecordBatch::try_from_iter([("role", Arc::new(roles) as ArrayRef), ("free", Arc::new(free) as _)]);
/// let table = table.unwrap();
///
/// let group = Group::new(&plan, &map, &table.schema(), Speed::AtTheMeans, &Options::default())?;
/// let people = group.answer(&table, 0, &mut |_| ControlFlow::Continue(()))?;
/// let pulled = group.pull(&levers[0], &people, &mut |_| ControlFlow::Continue(()))?;
/// let mut tally = Tally::new(&group, &[vec!["role".to_owned()]], &levers)?;
/// tally.add(&people, &[pulled])?;
/// let summary = tally.summary(None);
/// assert_eq!(summary.segments[0].people, 3);
/// assert_eq!(summary.segments[1].by["role"].as_deref(), Some("dev"));
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Tally {
    about: About,
    /// By grouping and by what the segment has in its columns. The first grouping is all people.
    segments: BTreeMap<(usize, Key), Segment>,
    /// By column of answers.
    told: Vec<Told>,
    reasons: Reasons,
    clusters: usize,
}

fn too_many_clusters(count: usize) -> Result<(), Error> {
    if count <= MOST_CLUSTERS {
        return Ok(());
    }
    let message = format!("the table has more than {MOST_CLUSTERS} clusters");
    Err(Problem::new("/cluster", Code::TooManyItems, message).into())
}

/// What a segment has in the columns of its grouping.
type Key = Vec<Option<String>>;

/// A tally as text.
#[derive(Serialize, Deserialize)]
struct Written {
    about: About,
    segments: Vec<(usize, Key, Segment)>,
    told: Vec<Told>,
    reasons: Reasons,
}

/// What all parts of a table have in common.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct About {
    speed: String,
    question: String,
    question_name: String,
    scenarios: usize,
    replicates: usize,
    groupings: Vec<Vec<String>>,
    is_weighted: bool,
    is_clustered: bool,
    levers: Vec<String>,
    /// The columns of answers, each with its input and what people call that.
    columns: Vec<[String; 3]>,
}

impl Tally {
    /// Of nobody yet. Segments are those of each grouping, a list of columns of the table that comes out; all people
    /// are one without asking.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with `unknown_item` for a column that does not come out.
    pub fn new(group: &Group, by: &[Vec<String>], levers: &[Lever]) -> Result<Self, Error> {
        let (schema, problems) = (group.schema(), Problems::default());
        let names: Vec<&str> = schema.fields().iter().map(|own| own.name().as_str()).collect();
        for column in by.iter().flatten().filter(|own| !names.contains(&own.as_str())) {
            let message = format!("there is no column `{}` to group by", shorten(column));
            let problem = Problem::new(member("/by", column), Code::UnknownItem, message);
            problems.push(problem.with_near(column, &names, "columns to group by have to be kept"));
        }
        problems.finish()?;
        let labels = group.plan().labeled_inputs();
        let label = |input: &str| {
            let own = labels.iter().find(|own| *own.input.name == *input);
            own.map_or_else(|| input.to_owned(), |own| own.label.clone())
        };
        let columns = group.bound().columns.iter();
        let columns =
            columns.map(|own| [own.name.clone(), own.input.to_string(), label(&own.input)]);
        let mut groupings = vec![Vec::new()];
        groupings.extend(by.iter().filter(|own| !own.is_empty()).cloned());
        let about = About {
            speed: group.speed().as_str().to_owned(),
            question: group.question(),
            question_name: group.question_name().to_owned(),
            scenarios: group.scenarios(),
            replicates: group.replicates(),
            groupings,
            is_weighted: group.is_weighted(),
            is_clustered: group.is_clustered(),
            levers: levers.iter().map(|own| own.name.clone()).collect(),
            columns: columns.collect(),
        };
        let mut tally = Self {
            told: vec![Told::default(); about.columns.len()],
            about,
            segments: BTreeMap::new(),
            reasons: Reasons::default(),
            clusters: 0,
        };
        let none = tally.empty();
        tally.segments.insert((0, Vec::new()), none);
        Ok(tally)
    }

    fn empty(&self) -> Segment {
        Segment::new(self.about.scenarios, self.about.levers.len())
    }

    /// Adds some people, with what each lever does for them.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with `too_many_items` for more than 10,000 segments or a
    /// million clusters. Nobody is added then.
    pub fn add(&mut self, people: &People, levers: &[SurveyFigures]) -> Result<(), Error> {
        let mut found = Vec::new();
        for grouping in &self.about.groupings {
            found.push(places(people.batch(), grouping)?);
        }
        let keys = found.iter().enumerate();
        let keys = keys.flat_map(|(at, (keys, _))| keys.iter().map(move |key| (at, key.clone())));
        let new: Vec<(usize, Key)> =
            keys.filter(|place| !self.segments.contains_key(place)).collect();
        self.room_for(new.len())?;
        self.room_for_clusters(people)?;
        for place in new {
            let none = self.empty();
            self.segments.insert(place, none);
        }
        self.reasons.add(people);
        let mut rows_of: HashMap<(usize, Key), Vec<usize>> = HashMap::new();
        for (grouping, (keys, rows)) in found.into_iter().enumerate() {
            let mut own = vec![Vec::new(); keys.len()];
            for (row, at) in rows.into_iter().enumerate() {
                if let Some(rows) = own.get_mut(at) {
                    rows.push(row);
                }
            }
            rows_of.extend(keys.into_iter().map(|key| (grouping, key)).zip(own));
        }
        // All people are the first job, and the longest.
        let answered = &Answer::all(people);
        let mut jobs: Vec<Job<'_>> = Vec::new();
        for (place, own) in &mut self.segments {
            if let Some(rows) = rows_of.remove(place) {
                jobs.push(Box::new(move || own.add(people, levers, answered, &rows)));
            }
        }
        for (told, column) in self.told.iter_mut().zip(&people.answers.columns) {
            jobs.push(Box::new(move || tell(told, column, answered)));
        }
        all(people.threads, jobs);
        self.count_clusters()
    }

    fn room_for(&self, more: usize) -> Result<(), Error> {
        if self.segments.len() + more <= MOST_SEGMENTS {
            return Ok(());
        }
        let message = format!("the table has more than {MOST_SEGMENTS} segments");
        Err(Problem::new("/by", Code::TooManyItems, message).into())
    }

    /// All people have all clusters.
    fn room_for_clusters(&self, people: &People) -> Result<(), Error> {
        let known = self.segments.get(&(0, Vec::new())).map(|all| &all.clusters);
        let is_new = |key: &&u64| known.is_none_or(|known| !known.contains_key(key));
        let new: HashSet<&u64> = people.clusters.iter().filter(is_new).collect();
        too_many_clusters(known.map_or(0, |known| known.len()) + new.len())
    }

    fn count_clusters(&mut self) -> Result<(), Error> {
        self.clusters = self.segments.values().map(|own| own.clusters.len()).max().unwrap_or(0);
        too_many_clusters(self.clusters)
    }

    /// Adds the sums of other people, who were answered alike.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with `wrong_shape` for sums of another question, map,
    /// grouping or speed.
    pub fn merge(&mut self, other: &Self) -> Result<(), Error> {
        if self.about != other.about {
            let message =
                "the sums are of another question, map, grouping, list of levers or speed";
            return Err(Problem::new("", Code::WrongShape, message).into());
        }
        self.reasons.merge(&other.reasons);
        self.told.iter_mut().zip(&other.told).for_each(|(own, other)| own.merge(other));
        for (key, segment) in &other.segments {
            match self.segments.get_mut(key) {
                Some(own) => own.merge(segment),
                None => {
                    self.room_for(1)?;
                    self.segments.insert(key.clone(), segment.clone());
                }
            }
        }
        self.count_clusters()
    }
}

/// What the segments of some people have in these columns, and for each person which one it is.
fn places(batch: &RecordBatch, columns: &[String]) -> Result<(Vec<Key>, Vec<usize>), Error> {
    let (mut keys, mut rows) = (vec![Key::new()], vec![0; batch.num_rows()]);
    for name in columns {
        let texts = match batch.column_by_name(name) {
            Some(column) => texts(column)?,
            None => vec![None; batch.num_rows()],
        };
        // Each column splits the segments of those before it.
        let (mut split, mut known) = (Vec::new(), HashMap::new());
        for (at, text) in rows.iter_mut().zip(&texts) {
            *at = *known.entry((*at, text.as_deref())).or_insert_with(|| {
                let mut key = keys.get(*at).cloned().unwrap_or_default();
                key.push(text.as_deref().map(str::to_owned));
                split.push(key);
                split.len() - 1
            });
        }
        keys = split;
    }
    Ok((keys, rows))
}

impl From<Written> for Tally {
    fn from(written: Written) -> Self {
        let segments = written.segments.into_iter();
        let segments = segments.map(|(grouping, key, own)| ((grouping, key), own)).collect();
        let Written { about, told, reasons, .. } = written;
        Self { about, segments, told, reasons, clusters: 0 }
    }
}

impl From<Tally> for Written {
    fn from(tally: Tally) -> Self {
        let segments = tally.segments.into_iter();
        let segments = segments.map(|((grouping, key), own)| (grouping, key, own)).collect();
        Self { about: tally.about, segments, told: tally.told, reasons: tally.reasons }
    }
}
