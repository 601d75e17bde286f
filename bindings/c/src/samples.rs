//! The figures of every scenario, by columns.

use std::ffi::{CString, c_char, c_void};
use std::ptr;

use worthwhile::Samples;

use super::convert::{c_text, handle, options};
use super::guard::{free, give, look};
use super::plan::worthwhile_plan;
use super::status::worthwhile_status;
use super::told::worthwhile_error;
use super::watch::{watched, worthwhile_watch};

/// The figures of every pursuit in every scenario, by columns. Free it with `worthwhile_samples_free`.
/// It never changes, so threads may share it, and it outlives the plan.
pub struct worthwhile_samples {
    samples: Samples,
    names: Vec<CString>,
}

/// Computes the scenarios of a plan and gives the figures of each, for histograms and statistics of your
/// own. The columns are the first eight figures of every pursuit, as `worthwhile_plan_output_name` has them.
///
/// Of the options listed at `worthwhile_assess`, `scenarios`, `replicates`, `seed` and `threads` are
/// used; a length of 0 means no options. `watch` receives progress and may stop the computation.
///
/// On return `*out` is owned by the caller; free it with `worthwhile_samples_free`. It takes 64 bytes a
/// pursuit and scenario; more than 384 MiB are refused. `*err` is owned by the caller too; free it with
/// `worthwhile_error_free`. Both are set to NULL first, and what they pointed to is not freed.
///
/// `plan` and `out` are required. `options_text` may be NULL if its length is 0. `watch` and `err` may be
/// NULL; `watch_data` is passed to `watch`. Threads may call this on the same plan at the same time.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, STOPPED, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_samples(
    plan: *const worthwhile_plan,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut *mut worthwhile_samples,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        let plan = unsafe { handle("plan", plan) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let samples = plan.plan.run().options(&options).watch(&mut watch).samples()?;
        let names = samples.names().iter().map(|name| c_text(name.as_str())).collect();
        Ok(Box::into_raw(Box::new(worthwhile_samples { samples, names })))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// The number of scenarios: the length of every column. It is 1 if nothing is uncertain, and otherwise
/// the number asked for, rounded up to a power of two for each replicate. 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_samples_scenario_count(
    samples: *const worthwhile_samples,
) -> usize {
    look(0, || {
        // SAFETY: the caller gives NULL or samples that are not freed yet.
        unsafe { samples.as_ref() }.map(|samples| samples.samples.scenarios())
    })
}

/// The number of independent replicates that the scenarios come in, one after the other and all of the
/// same size. How much they differ gives the standard error of a statistic. 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_samples_replicate_count(
    samples: *const worthwhile_samples,
) -> usize {
    look(0, || {
        // SAFETY: the caller gives NULL or samples that are not freed yet.
        unsafe { samples.as_ref() }.map(|samples| samples.samples.replicates())
    })
}

/// The number of columns: eight for every pursuit. 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_samples_column_count(
    samples: *const worthwhile_samples,
) -> usize {
    look(0, || {
        // SAFETY: the caller gives NULL or samples that are not freed yet.
        unsafe { samples.as_ref() }.map(|samples| samples.names.len())
    })
}

/// The name of a column, for example `/pursuits/mvp/worth`. `worthwhile_plan_output_name` lists the
/// figures and their units.
///
/// Columns are numbered from 0. The string belongs to the samples and lives as long as they do. NULL if
/// `samples` is NULL or has no column with that number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_samples_column_name(
    samples: *const worthwhile_samples,
    index: usize,
) -> *const c_char {
    look(ptr::null(), || {
        // SAFETY: the caller gives NULL or samples that are not freed yet.
        unsafe { samples.as_ref() }?.names.get(index).map(|name| name.as_ptr())
    })
}

/// The values of a column, one for each scenario. Scenario 7 is the same in all columns.
///
/// There are `worthwhile_samples_scenario_count` values. They belong to the samples and live as long as
/// they do; do not change them. Numbering and NULL are as for `worthwhile_samples_column_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_samples_column(
    samples: *const worthwhile_samples,
    index: usize,
) -> *const f64 {
    look(ptr::null(), || {
        // SAFETY: the caller gives NULL or samples that are not freed yet.
        unsafe { samples.as_ref() }?.samples.columns().nth(index).map(<[f64]>::as_ptr)
    })
}

/// Frees samples, along with their names and values. NULL is allowed. Call it once, and not while another
/// thread uses the samples.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_samples_free(samples: *mut worthwhile_samples) {
    // SAFETY: the caller gives NULL or samples that are not freed yet.
    unsafe { free(samples) }
}
