//! The version that a document says it has.

use super::cursor::Fields;
use crate::case::SCHEMA_VERSION;
use crate::problem::{Code, number};

/// Reads the version, which has to be there; reports one that this release does not read.
pub fn version(fields: &Fields<'_>) -> u32 {
    let known = f64::from(SCHEMA_VERSION);
    if let Some(at) = fields.require("schema_version")
        && let Some(found) = at.number().filter(|found| (found - known).abs() > 0.0)
    {
        let message = format!("unknown schema_version `{found}`; this release reads version 1");
        let problem = at
            .report(Code::UnknownVersion, message)
            .with_found(Some(number(found)))
            .with_allowed(serde_json::json!([SCHEMA_VERSION]));
        at.sink.note(if found > known {
            problem
                .with_help("this document needs a newer release of worthwhile; upgrade to read it")
        } else {
            problem.with_suggestion(SCHEMA_VERSION).with_help("the first version is 1")
        });
    }
    SCHEMA_VERSION
}
