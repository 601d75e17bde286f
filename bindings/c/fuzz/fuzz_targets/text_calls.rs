//! Passes arbitrary bytes to the calls of the C library that take a string, through the C functions.
//!
//! Whatever comes in, no call panics, there is an output exactly if the status is OK and an error exactly
//! if it is not, and everything is freed.

#![no_main]

use std::ffi::{CString, c_char};
use std::{ptr, slice};

use libfuzzer_sys::fuzz_target;

// The library's crate makes files for C, which a program in Rust cannot depend on.
#[path = "../../src/lib.rs"]
mod c;

use c::assessment::{worthwhile_assessment_free, worthwhile_assessment_json};
use c::error::{worthwhile_error_free, worthwhile_error_json};
use c::parts::{worthwhile_plan_inputs, worthwhile_plan_sensitivity};
use c::plan::{worthwhile_plan_assess, worthwhile_plan_free, worthwhile_plan_new};
use c::replace::worthwhile_plan_with_values;
use c::status::worthwhile_status;
use c::text::{
    worthwhile_ask, worthwhile_assess, worthwhile_call, worthwhile_check, worthwhile_expand, worthwhile_presets,
    worthwhile_schema, worthwhile_string_free,
};
use c::told::worthwhile_error;

type Call = unsafe extern "C" fn(
    *const c_char,
    usize,
    *mut *mut c_char,
    *mut *mut worthwhile_error,
) -> worthwhile_status;

/// Few scenarios: more of them find no more paths.
const OPTIONS: &[u8] = br#"{"scenarios": 16, "replicates": 2}"#;

/// Nothing in it is uncertain, so that a million scenarios are one.
const CASE: &[u8] = include_bytes!("certain.json");

unsafe extern "C" fn assess(
    text: *const c_char,
    len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let (options, options_len) = (OPTIONS.as_ptr().cast(), OPTIONS.len());
    unsafe {
        worthwhile_assess(text, len, options, options_len, None, ptr::null_mut(), out, err)
    }
}

/// The bytes as options.
unsafe extern "C" fn options(
    text: *const c_char,
    len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let (case, case_len) = (CASE.as_ptr().cast(), CASE.len());
    unsafe { worthwhile_assess(case, case_len, text, len, None, ptr::null_mut(), out, err) }
}

/// The bytes as the document of an interview.
unsafe extern "C" fn ask(
    text: *const c_char,
    len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let (options, options_len) = (OPTIONS.as_ptr().cast(), OPTIONS.len());
    let data = ptr::null_mut();
    unsafe { worthwhile_ask(text, len, options, options_len, None, data, out, err) }
}

/// The bytes as the name of an operation and as all that it takes.
unsafe extern "C" fn by_name(
    text: *const c_char,
    len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let data = ptr::null_mut();
    unsafe {
        worthwhile_call(text, len, text, len, text, len, text, len, None, data, out, err)
    }
}

/// The bytes as the names of inputs.
unsafe extern "C" fn names(
    text: *const c_char,
    len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    const OPERATION: &[u8] = b"information_about";
    let (operation, case) = (OPERATION.as_ptr().cast(), CASE.as_ptr().cast());
    let (options, data) = (OPTIONS.as_ptr().cast(), ptr::null_mut());
    unsafe {
        worthwhile_call(
            operation, OPERATION.len(), case, CASE.len(), text, len, options, OPTIONS.len(), None,
            data, out, err,
        )
    }
}

/// The bytes as the case of a plan, and its answer.
unsafe extern "C" fn plan(
    text: *const c_char,
    len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let (mut plan, mut answer) = (ptr::null_mut(), ptr::null_mut());
    unsafe {
        let mut status = worthwhile_plan_new(text, len, ptr::null(), 0, &mut plan, err);
        if status == worthwhile_status::Ok {
            let (options, len) = (OPTIONS.as_ptr().cast(), OPTIONS.len());
            let data = ptr::null_mut();
            status =
                worthwhile_plan_assess(plan, options, len, None, data, &mut answer, err);
        }
        if status == worthwhile_status::Ok {
            status = worthwhile_assessment_json(answer, out, err);
        }
        worthwhile_plan_free(plan);
        worthwhile_assessment_free(answer);
        status
    }
}

/// The bytes as options of a part of an answer.
unsafe extern "C" fn part(
    text: *const c_char,
    len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let (case, case_len, mut plan) = (CASE.as_ptr().cast(), CASE.len(), ptr::null_mut());
    unsafe {
        let mut status =
            worthwhile_plan_new(case, case_len, ptr::null(), 0, &mut plan, ptr::null_mut());
        assert_eq!(status, worthwhile_status::Ok);
        status = worthwhile_plan_sensitivity(plan, text, len, None, ptr::null_mut(), out, err);
        worthwhile_plan_free(plan);
        status
    }
}

/// The bytes, up to a NUL, as the name of an input that has another value.
unsafe extern "C" fn values(
    text: *const c_char,
    len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let (case, case_len) = (CASE.as_ptr().cast(), CASE.len());
    let (mut plan, mut other) = (ptr::null_mut(), ptr::null_mut());
    unsafe {
        let bytes = slice::from_raw_parts(text.cast::<u8>(), len);
        let name = CString::new(bytes.split(|byte| *byte == 0).next().unwrap_or_default());
        let (names, values) = ([name.unwrap_or_default()], [1.0]);
        let names = names.each_ref().map(|name| name.as_ptr());
        let mut status =
            worthwhile_plan_new(case, case_len, ptr::null(), 0, &mut plan, ptr::null_mut());
        assert_eq!(status, worthwhile_status::Ok);
        status =
            worthwhile_plan_with_values(plan, names.as_ptr(), values.as_ptr(), 1, &mut other, err);
        if status == worthwhile_status::Ok {
            status = worthwhile_plan_inputs(other, out, err);
        }
        worthwhile_plan_free(plan);
        worthwhile_plan_free(other);
        status
    }
}

const CALLS: [Call; 12] = [
    assess,
    ask,
    worthwhile_check,
    worthwhile_expand,
    worthwhile_presets,
    worthwhile_schema,
    options,
    by_name,
    names,
    plan,
    part,
    values,
];

fuzz_target!(|text: &[u8]| {
    CALLS.iter().for_each(|call| put(*call, text));
});

fn put(call: Call, text: &[u8]) {
    let (mut out, mut error) = (ptr::null_mut(), ptr::null_mut());
    unsafe {
        let status = call(text.as_ptr().cast(), text.len(), &mut out, &mut error);
        assert!(status != worthwhile_status::Panic && status != worthwhile_status::Unknown);
        assert_eq!(out.is_null(), status != worthwhile_status::Ok);
        assert_eq!(error.is_null(), status == worthwhile_status::Ok);
        if !error.is_null() {
            let status = worthwhile_error_json(error, &mut out, ptr::null_mut());
            assert_eq!(status, worthwhile_status::Ok);
        }
        worthwhile_string_free(out);
        worthwhile_error_free(error);
    }
}
