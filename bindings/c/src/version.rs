//! Which release this is.

use std::ffi::{CStr, c_char};

use super::guard::look;

const VERSION: &CStr =
    match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
        Ok(version) => version,
        Err(_) => c"",
    };

/// The version of the library at run time, such as `0.1.0`. The macros `WORTHWHILE_VERSION_*` give that
/// of the header that the program was compiled with.
///
/// The string is static; do not free it. Any thread may call this.
#[unsafe(no_mangle)]
pub extern "C" fn worthwhile_version() -> *const c_char {
    look(VERSION.as_ptr(), || None)
}

/// The same as a number, to compare with `WORTHWHILE_VERSION_NUMBER`. A later release has a higher
/// number. Any thread may call this.
#[unsafe(no_mangle)]
pub extern "C" fn worthwhile_version_number() -> u32 {
    let mut parts = env!("CARGO_PKG_VERSION").split('.');
    let mut part = || parts.next().and_then(|part| part.parse::<u32>().ok());
    look(0, || Some(part()? * 1_000_000 + part()? * 1000 + part()?))
}
