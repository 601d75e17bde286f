//! Pointers from C as Rust's types, and back.

use std::ffi::{CStr, CString, c_char};
use std::mem::MaybeUninit;
use std::slice;

use worthwhile::{Document, Options};

use super::failure::Failure;
use super::status::worthwhile_status;

impl Failure {
    pub(crate) fn null(name: &str) -> Self {
        Self::call(worthwhile_status::NullPointer, format!("`{name}` is NULL"))
    }
}

/// A handle that is required.
///
/// # Safety
/// `at` is NULL or a handle of that kind which nobody frees meanwhile.
pub(crate) unsafe fn handle<'a, T>(name: &str, at: *const T) -> Result<&'a T, Failure> {
    // SAFETY: the caller of this function promises it.
    unsafe { at.as_ref() }.ok_or_else(|| Failure::null(name))
}

/// A document that is required. The library refuses one of too many bytes.
///
/// # Safety
/// `at` is NULL or points to `len` bytes that nobody changes meanwhile.
pub(crate) unsafe fn document<'a>(
    name: &str,
    at: *const c_char,
    len: usize,
) -> Result<Document<'a>, Failure> {
    if at.is_null() {
        return Err(Failure::null(name));
    }
    check::<u8>(name, at.cast(), Some(len))?;
    // SAFETY: the caller of this function promises it, and the pointer and the length are in bounds.
    let bytes = unsafe { slice::from_raw_parts(at.cast::<u8>(), len) };
    decoded(name, bytes)
}

/// Strings ending with NUL, `len` of them where that is a number at all.
///
/// # Safety
/// `at` is NULL or points to that many pointers, each of them NULL or that of such a string, and nobody
/// changes any of it meanwhile.
pub(crate) unsafe fn strings<'a>(
    name: &str,
    at: *const *const c_char,
    len: usize,
) -> Result<Vec<Document<'a>>, Failure> {
    // SAFETY: the caller of this function promises it.
    let pointers = unsafe { items(name, at, Some(len)) }?;
    let string = |(index, at): (usize, &*const c_char)| {
        let name = format!("{name}[{index}]");
        if at.is_null() {
            return Err(Failure::null(&name));
        }
        // SAFETY: the caller of this function promises it, and the pointer is not NULL.
        decoded(&name, unsafe { CStr::from_ptr(*at) }.to_bytes())
    };
    pointers.iter().enumerate().map(string).collect()
}

/// Bytes as a document, which have to be UTF-8.
fn decoded<'a>(name: &str, bytes: &'a [u8]) -> Result<Document<'a>, Failure> {
    let document = Document::from(bytes);
    match document.encoding_problem() {
        Some(problem) => {
            let help = problem.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
            let message = format!("`{name}` is {}{help}", problem.message);
            Err(Failure::call(worthwhile_status::InvalidUtf8, message))
        }
        None => Ok(document),
    }
}

/// A document that is left out if its length is 0.
///
/// # Safety
/// As for [`document`].
pub(crate) unsafe fn optional_document<'a>(
    name: &str,
    at: *const c_char,
    len: usize,
) -> Result<Option<Document<'a>>, Failure> {
    if len == 0 {
        return Ok(None);
    }
    // SAFETY: the caller of this function promises it.
    unsafe { document(name, at, len) }.map(Some)
}

/// The options of a call, which are optional.
///
/// # Safety
/// As for [`document`].
pub(crate) unsafe fn options(at: *const c_char, len: usize) -> Result<Options, Failure> {
    // SAFETY: the caller of this function promises it.
    match unsafe { optional_document("options_text", at, len) }? {
        Some(document) => Ok(Options::read(document.text()?)?),
        None => Ok(Options::default()),
    }
}

/// The caller's array, of `len` items where that is a number at all.
///
/// # Safety
/// `at` is NULL or points to that many items that nobody changes meanwhile.
pub(crate) unsafe fn items<'a, T>(
    name: &str,
    at: *const T,
    len: Option<usize>,
) -> Result<&'a [T], Failure> {
    match check(name, at, len)? {
        0 => Ok(&[]),
        // SAFETY: the caller of this function promises it, and pointer and length were checked.
        len => Ok(unsafe { slice::from_raw_parts(at, len) }),
    }
}

/// The caller's buffer for numbers, cleared: every one of them is NaN until it is computed.
///
/// # Safety
/// `at` is NULL or points to space for that many doubles that nobody reads meanwhile.
pub(crate) unsafe fn room<'a>(
    name: &str,
    at: *mut f64,
    len: Option<usize>,
) -> Result<&'a mut [f64], Failure> {
    let len = check(name, at, len)?;
    if len == 0 {
        return Ok(&mut []);
    }
    // SAFETY: the caller of this function promises it, and pointer and length were checked.
    let room = unsafe { slice::from_raw_parts_mut(at.cast::<MaybeUninit<f64>>(), len) };
    room.fill(MaybeUninit::new(f64::NAN));
    // SAFETY: the caller of this function promises it, and every double was just written.
    Ok(unsafe { slice::from_raw_parts_mut(at, len) })
}

/// The length, if that many items can be at that address.
fn check<T>(name: &str, at: *const T, len: Option<usize>) -> Result<usize, Failure> {
    let bytes = len.and_then(|len| len.checked_mul(size_of::<T>()));
    let fits = bytes.is_some_and(|bytes| isize::try_from(bytes).is_ok());
    let Some(len) = len.filter(|_| fits) else {
        let message = format!("`{name}` is longer than memory can be");
        return Err(Failure::call(worthwhile_status::TooLong, message));
    };
    if at.is_null() && len > 0 {
        return Err(Failure::null(name));
    }
    if !at.is_aligned() {
        let message = format!("`{name}` is not aligned to {} bytes", align_of::<T>());
        return Err(Failure::call(worthwhile_status::Misaligned, message));
    }
    Ok(len)
}

/// A string for C, ending with NUL. JSON has no NUL inside; other text shows one as U+FFFD.
pub(crate) fn c_text(text: impl Into<String>) -> CString {
    CString::new(text.into()).unwrap_or_else(|error| {
        let text = String::from_utf8(error.into_vec()).unwrap_or_default();
        CString::new(text.replace('\0', "\u{fffd}")).unwrap_or_default()
    })
}

/// A string that C owns from now on and passes back to `worthwhile_string_free`.
pub(crate) fn given(text: String) -> *mut c_char {
    c_text(text).into_raw()
}
