//! The way from the root to a value, rendered only when a problem needs it.

/// A pointer as a chain of parts that live on the stack of the reader.
#[derive(Clone, Copy)]
pub(crate) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    part: Part<'p>,
}

#[derive(Clone, Copy)]
enum Part<'p> {
    Root,
    Key(&'p str),
    Item(usize),
}

impl<'p> Path<'p> {
    pub(crate) const ROOT: Path<'static> = Path { parent: None, part: Part::Root };

    pub(crate) fn key(&'p self, key: &'p str) -> Path<'p> {
        Path { parent: Some(self), part: Part::Key(key) }
    }

    pub(crate) fn item(&'p self, index: usize) -> Path<'p> {
        Path { parent: Some(self), part: Part::Item(index) }
    }

    /// The RFC 6901 pointer.
    pub(crate) fn render(&self) -> String {
        let mut text = self.parent.map(Path::render).unwrap_or_default();
        match self.part {
            Part::Root => {}
            Part::Key(key) => push_key(&mut text, key),
            Part::Item(index) => {
                text.push('/');
                text.push_str(&index.to_string());
            }
        }
        text
    }
}

/// A pointer to the member of this name of the value at a pointer (RFC 6901).
#[must_use]
pub fn member(pointer: &str, key: &str) -> String {
    let mut text = pointer.to_owned();
    push_key(&mut text, key);
    text
}

/// Appends a key to a pointer, escaped.
fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    for character in key.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}
