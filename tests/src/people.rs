//! The example people.

macro_rules! person {
    ($name:literal) => {
        Person {
            name: $name,
            case: include_str!(concat!("../../crates/worthwhile/examples/", $name, ".json")),
        }
    };
}

/// An example person.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// The name of the file, without its end.
    pub name: &'static str,
    /// The case.
    pub case: &'static str,
}

/// Everybody.
pub const PEOPLE: [Person; 9] = [
    person!("mvp"),
    person!("holder"),
    person!("half-of-it"),
    person!("degree-or-award"),
    person!("long-week"),
    person!("dread"),
    person!("stop"),
    person!("keep-the-work"),
    person!("book-or-business"),
];
