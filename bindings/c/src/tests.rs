//! What no program in C can cause, or see.

use std::ffi::CStr;
use std::ptr;

use super::assessment::worthwhile_assessment;
use super::convert::document;
use super::error::{worthwhile_error_free, worthwhile_error_message, worthwhile_error_status};
use super::failure::Failure;
use super::guard::{give, guard, look};
use super::plan::worthwhile_plan;
use super::samples::worthwhile_samples;
use super::status::worthwhile_status;
use super::told::worthwhile_error;

/// Makes a call and returns its status with the message of its error.
fn told(run: impl FnOnce() -> Result<(), Failure>) -> (worthwhile_status, String) {
    let mut error = ptr::null_mut();
    // SAFETY: the place for an error is on this stack.
    let status = unsafe { guard(&mut error, run) };
    // SAFETY: the error is NULL or was just made, as for the next two.
    assert_eq!(unsafe { worthwhile_error_status(error) }, status);
    // SAFETY: see above.
    let message = unsafe { worthwhile_error_message(error) };
    // SAFETY: it is a string that the error owns.
    let message = unsafe { CStr::from_ptr(message) }.to_str().unwrap().to_owned();
    // SAFETY: see above.
    unsafe { worthwhile_error_free(error) };
    (status, message)
}

#[test]
fn a_panic_is_a_status_and_the_next_call_works() {
    let panicked = |message: &str| (worthwhile_status::Panic, message.to_owned());
    assert_eq!(told(|| panic!("a word")), panicked("the library panicked: a word"));
    assert_eq!(told(|| panic!("number {}", 7)), panicked("the library panicked: number 7"));
    let odd = told(|| std::panic::panic_any(7));
    assert_eq!(odd, panicked("the library panicked: no message"));
    assert_eq!(told(|| Ok(())), (worthwhile_status::Ok, String::new()));
    assert_eq!(look(3, || panic!("nobody hears it")), 3);
}

#[test]
fn a_panic_without_a_place_for_an_error_is_a_status_too() {
    let mut out = ptr::dangling_mut::<worthwhile_plan>();
    // SAFETY: the place is on this stack.
    let status = unsafe { give(&raw mut out, ptr::null_mut(), || panic!("a word")) };
    assert_eq!(status, worthwhile_status::Panic);
    assert!(out.is_null(), "it was cleared first");
}

#[test]
fn a_text_in_another_encoding_is_refused_with_what_to_do() {
    let text = b"\xff\xfe{\0";
    let (at, len) = (text.as_ptr().cast(), text.len());
    // SAFETY: the string is static.
    let found = told(|| unsafe { document("case_text", at, len) }.map(drop));
    let message = "`case_text` is UTF-16 text; save it as UTF-8".to_owned();
    assert_eq!(found, (worthwhile_status::InvalidUtf8, message));
}

#[test]
fn handles_may_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<worthwhile_plan>();
    shared::<worthwhile_assessment>();
    shared::<worthwhile_error>();
    shared::<worthwhile_samples>();
}

/// Each body ends in one of the entries, or in a function that ends in one.
#[test]
fn every_export_is_behind_the_guard() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let mut exports = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for export in text.split("#[unsafe(no_mangle)]\n").skip(1) {
            let (head, body) = export.split_once("{\n").unwrap();
            let (body, _) = body.split_once("\n}\n").unwrap();
            let ways = [
                "    look(",
                "    unsafe { give(out, err, run) }",
                "    unsafe { guard(err, run) }",
            ]
            .map(|way| body.lines().filter(|line| line.starts_with(way)).count());
            let helpers =
                ["    unsafe { told(error, index, ", "    unsafe { free(", "    unsafe { ask("]
                    .map(|way| body.lines().filter(|line| line.starts_with(way)).count());
            let guarded = ways.iter().chain(&helpers).sum::<usize>();
            assert_eq!(guarded, 1, "{head}");
            exports += 1;
        }
    }
    assert!(exports > 25, "{exports} exports");
}

#[test]
fn every_kind_of_error_has_a_status_of_its_name() {
    for kind in worthwhile::ErrorKind::ALL {
        let status = format!("{:?}", worthwhile_status::from(*kind));
        assert_eq!(status.to_lowercase(), kind.as_str().replace('_', ""));
    }
}
