//! What the words of a column count as.

use std::collections::HashMap;

/// What an answer counts as.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Said {
    /// A value.
    Value(f64),
    /// An estimate of the column, counted from 1, and its mean.
    Vague(u16, f64),
}

/// What the words of a column count as.
#[derive(Debug, Clone, Default)]
pub(crate) struct Levels {
    exact: HashMap<String, Said>,
    /// Without the space around them and regardless of case; nothing where two words are alike then.
    folded: HashMap<String, Option<Said>>,
    pub(crate) words: Vec<String>,
}

impl Levels {
    pub(super) fn add(&mut self, word: &str, said: Said) {
        self.exact.insert(word.to_owned(), said);
        let folded = self.folded.entry(fold(word));
        folded.and_modify(|other| *other = None).or_insert(Some(said));
        self.words.push(word.to_owned());
    }

    /// What a word counts as, if anything.
    pub(crate) fn get(&self, word: &str) -> Option<Said> {
        let exact = self.exact.get(word).copied();
        exact.or_else(|| self.folded.get(&fold(word)).copied().flatten())
    }
}

fn fold(word: &str) -> String {
    word.trim().to_lowercase()
}
