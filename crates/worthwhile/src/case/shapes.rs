//! Names for the shapes that no derive gives. Attributes of the types name them; the room `schema`
//! says what they are.

/// An id of a pursuit or an item.
pub(crate) struct Slug;
/// A kind, category or condition.
pub(crate) struct Snake;
/// The name of a preset.
pub(crate) struct PresetName;
/// The name of a category.
pub(crate) struct Category;
/// The name of a condition.
pub(crate) struct Condition;
/// A currency code.
pub(crate) struct Currency;
/// Free text.
pub(crate) struct Text;
/// A share, as an item of a list.
pub(crate) struct Share;
/// The version of the documents.
pub(crate) struct Version;
/// A rating for each motive.
pub(crate) struct Motivations;
/// How far each motive is one's own.
pub(crate) struct Autonomy;
/// Rows by category.
pub(crate) struct Serves;
/// An object that another schema describes.
pub(crate) struct AnyObject;
/// Answers by question.
pub(crate) struct Answers;
/// The name of a number.
pub(crate) struct InputName;
/// Figures by condition.
pub(crate) struct Conditions;
/// Pursuits of which at most one can be chosen.
pub(crate) struct Choice;
