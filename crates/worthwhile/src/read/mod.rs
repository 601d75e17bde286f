//! The one reader: JSON text to a value tree, the tree to the plain data of a case. It goes on after
//! a problem, so that everything wrong is reported at once.

mod case;
mod cursor;
mod document;
mod estimate;
mod items;
mod lists;
mod motives;
mod names;
mod number;
mod options;
mod path;
mod person;
mod pursuit;
mod tree;
mod version;

pub(crate) use case::{answers, decode};
pub(crate) use cursor::repeated;
pub use cursor::{Cursor, Fields};
pub use document::document;
pub(crate) use estimate::replacement;
pub use estimate::taken;
pub(crate) use items::DURING;
pub(crate) use motives::by_motive;
pub use names::is_hidden;
#[cfg(feature = "schema")]
pub(crate) use names::{CURRENCY, NameForm, QUESTION};
pub(crate) use names::{INPUT, MONTH, SLUG, SNAKE};
#[cfg(feature = "schema")]
pub(crate) use number::bounds;
pub(crate) use number::number_problem;
pub(crate) use options::{judge_options, options};
pub(crate) use path::Path;
pub use path::member;
pub(crate) use person::{both_time_protections, week_problem, without_motivation};
pub(crate) use pursuit::decode_preset;
pub(crate) use tree::{
    Node, Value, from_deserializer, in_document_order, parse, to_json, too_large,
};
pub use version::version;
