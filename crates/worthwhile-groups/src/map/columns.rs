//! Finding the columns of a table by name.

use std::collections::HashMap;

use arrow::array::{Array, ArrayRef, AsArray, BooleanArray, RecordBatch};
use arrow::compute::kernels::nullif::nullif;
use arrow::datatypes::{DataType, Field, FieldRef, Schema};
use worthwhile::reading::shorten;
use worthwhile::{Code, Problem};

/// More names than these are not listed in a problem.
const LISTED: usize = 64;

/// Where a column is: the place of a column of the table, then of a member in each struct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place(Vec<usize>);

impl Place {
    /// Its values in a batch. Where a struct is null, its members are.
    pub(crate) fn of(&self, batch: &RecordBatch) -> Option<ArrayRef> {
        let (first, rest) = self.0.split_first()?;
        let mut array = batch.columns().get(*first)?.clone();
        for at in rest {
            let parent = array.as_struct_opt()?;
            let member = parent.columns().get(*at)?.clone();
            array = match parent.nulls() {
                Some(nulls) => nullif(&member, &BooleanArray::from(!nulls.inner())).ok()?,
                None => member,
            };
        }
        Some(array)
    }

    /// The place of the column of the table that it is in.
    pub(crate) fn top(&self) -> Option<usize> {
        self.0.first().copied()
    }
}

/// A column that is carried through, with the name that the map has for it.
#[derive(Debug, Clone)]
pub(crate) struct Carried {
    pub(crate) field: FieldRef,
    pub(crate) place: Place,
}

/// The columns of a table by name.
pub(super) struct Columns<'s> {
    schema: &'s Schema,
    /// How many columns have the name, and the place of the first.
    names: HashMap<&'s str, (usize, usize)>,
}

impl<'s> Columns<'s> {
    pub(super) fn new(schema: &'s Schema) -> Self {
        let mut names: HashMap<&str, (usize, usize)> = HashMap::new();
        for (at, field) in schema.fields().iter().enumerate() {
            names.entry(field.name()).or_insert((0, at)).0 += 1;
        }
        Self { schema, names }
    }

    /// The column of a name: the one that is called so, or else a member of a struct.
    pub(super) fn find(&self, name: &str, path: &str) -> Result<Carried, Box<Problem>> {
        if let Some((count, at)) = self.names.get(name) {
            if *count > 1 {
                let message = format!("the table has {count} columns `{}`", shorten(name));
                let help = "rename all but one of them";
                return Err(Box::new(
                    Problem::new(path, Code::RepeatedEntry, message).with_help(help),
                ));
            }
            let field = self.schema.fields().get(*at);
            let place = Place(vec![*at]);
            return field
                .map(|field| Carried { field: field.clone(), place })
                .ok_or_else(|| self.missing(name, path));
        }
        self.member(name).ok_or_else(|| self.missing(name, path))
    }

    /// A member of a struct: `user.id` is `id` of `user`. The longest name of a column counts, as names may
    /// have dots themselves.
    fn member(&self, name: &str) -> Option<Carried> {
        let mut ends: Vec<usize> = name.match_indices('.').map(|(at, _)| at).collect();
        ends.reverse();
        let split = |at: usize| Some((name.get(..at)?, name.get(at + 1..)?));
        ends.into_iter().filter_map(split).find_map(|(column, rest)| {
            let (1, at) = *self.names.get(column)? else { return None };
            let field = self.schema.fields().get(at)?;
            let (mut places, mut is_nullable) = (vec![at], field.is_nullable());
            let found = inside(field, rest, &mut places, &mut is_nullable)?;
            let field = Field::new(name, found.data_type().clone(), is_nullable);
            let field = field.with_metadata(found.metadata().clone());
            Some(Carried { field: FieldRef::new(field), place: Place(places) })
        })
    }

    fn missing(&self, name: &str, path: &str) -> Box<Problem> {
        let message = format!("the table has no column `{}`", shorten(name));
        let names = self.all_names();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let problem = Problem::new(path, Code::UnknownItem, message)
            .with_found(Some(shorten(name).into()))
            .with_near(name, &names, "");
        let is_listed = names.len() <= LISTED && problem.help.is_none();
        let listed = format!("its columns are {}", names.join(", "));
        Box::new(if is_listed { problem.with_allowed(names).with_help(listed) } else { problem })
    }

    /// The names of the columns and of the members of structs, one level deep.
    fn all_names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for field in self.schema.fields() {
            names.push(field.name().clone());
            if let DataType::Struct(members) = field.data_type() {
                names.extend(members.iter().map(|own| format!("{}.{}", field.name(), own.name())));
            }
        }
        names
    }

    /// The names of the columns of the table.
    pub(super) fn names(&self) -> impl Iterator<Item = &'s str> {
        self.schema.fields().iter().map(|field| field.name().as_str())
    }
}

/// The member of a struct with this dotted name.
fn inside<'f>(
    field: &'f FieldRef,
    name: &str,
    places: &mut Vec<usize>,
    is_nullable: &mut bool,
) -> Option<&'f FieldRef> {
    let DataType::Struct(members) = field.data_type() else { return None };
    let whole = members.iter().position(|own| own.name() == name);
    let (at, rest) = match whole {
        Some(at) => (at, None),
        None => {
            let (first, rest) = name.split_once('.')?;
            (members.iter().position(|own| own.name() == first)?, Some(rest))
        }
    };
    let member = members.get(at)?;
    places.push(at);
    *is_nullable |= member.is_nullable();
    match rest {
        Some(rest) => inside(member, rest, places, is_nullable),
        None => Some(member),
    }
}
