//! Every code of a problem has a vector that shows it.

use std::collections::BTreeSet;

use worthwhile::Code;
use worthwhile_conformance::vectors::{folder, load};

#[test]
fn the_vectors_show_every_code_and_no_other() {
    let vectors = load(&folder()).expect("the vectors are well formed");
    let shown: BTreeSet<&str> = vectors.iter().flat_map(|(_, vector)| vector.codes()).collect();
    // A table is no document; and a figure that is no number would be a fault of the library,
    // which no case that is known leads to. Whether there is memory is a matter of the machine.
    let of_others =
        [Code::WrongShape, Code::UnreadableTable, Code::NotFiniteFigure, Code::OutOfMemory];
    let of_documents = Code::ALL.iter().filter(|code| !of_others.contains(code));
    let known: BTreeSet<&str> = of_documents.map(|code| code.as_str()).collect();
    let missing: Vec<_> = known.difference(&shown).collect();
    let unknown: Vec<_> = shown.difference(&known).collect();
    assert!(missing.is_empty(), "codes that no vector shows: {missing:?}");
    assert!(unknown.is_empty(), "codes that do not exist: {unknown:?}");
}
