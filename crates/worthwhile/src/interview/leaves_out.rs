//! What is left out for somebody who has no job, or where no product is in play.

use super::rated::categories;
use super::script::{Script, middle};
use crate::case::Benefit;
use crate::field::WORK_HOURS;

/// What a thing gives to somebody with an employer.
pub(super) const GAINS_OF_A_JOB: [&str; 3] =
    ["employer_reputation", "job_performance", "business_value"];
/// What the hours could go to for somebody with a job.
pub(super) const PRESETS_OF_A_JOB: [&str; 2] = ["job-performance", "business-value"];
/// What a maker of a product gives to those who work with it.
const GAIN_OF_A_PRODUCT: &str = "early_access";
const EMPLOYER_REGARD: &str = "employer_regard";

/// Whether the person said that they have no job.
pub(super) fn has_no_job(script: &Script<'_>) -> bool {
    script.case.get(WORK_HOURS.path).and_then(middle) == Some(0.0)
}

/// Whether the pursuit in question has to do with a product.
pub(super) fn has_product(script: &Script<'_>) -> bool {
    categories(script, &script.asked).iter().any(|(_, own)| own == GAIN_OF_A_PRODUCT)
}

/// Somebody without a job has no employer whose regard could count.
pub(super) fn note_employer(script: &mut Script<'_>) {
    let pointer = format!("/person/conditions/{EMPLOYER_REGARD}");
    let depends =
        |own: &Benefit| own.depends_on.iter().flatten().any(|name| name == EMPLOYER_REGARD);
    let pursuits: Vec<String> = script.case.pursuits().into_iter().map(str::to_owned).collect();
    let mut presets = pursuits.iter().filter_map(|id| script.preset_of(id));
    let is_used = presets.any(|preset| preset.pursuit.benefits.iter().any(depends));
    if is_used && has_no_job(script) && !script.in_base(&pointer) {
        script.say(&pointer, 0.into());
    }
}

/// Whether a number is about a job.
pub(super) fn is_of_a_job(script: &Script<'_>, pointer: &str) -> bool {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    match parts.as_slice() {
        ["person", "conditions", name] => *name == EMPLOYER_REGARD,
        ["pursuits", id, "benefits", item, _] => categories(script, id)
            .iter()
            .any(|(own, category)| own == item && GAINS_OF_A_JOB.contains(&category.as_str())),
        _ => false,
    }
}
