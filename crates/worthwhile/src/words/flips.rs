//! The section of the page that lists flips, for whoever asks for them.

use super::layout;
use super::sheet::Sheet;
use crate::assessment::Assessment;

/// Flips listed; the rest is counted.
const LISTED: usize = 12;

/// Every number that could change the answer, the smallest change first. Nothing where the averages
/// give the other answer already: they would turn that one.
pub(super) fn section(sheet: &mut Sheet, answer: &Assessment) {
    let items = items(answer);
    if !items.is_empty() {
        sheet.heading(HEADING);
        items.iter().for_each(|item| sheet.item(item));
    }
}

pub(super) const HEADING: &str = "Every number that could change the answer";

/// The flips that are listed, and how many more there are.
pub(super) fn items(answer: &Assessment) -> Vec<String> {
    if answer.question.base_answer.is_some() {
        return Vec::new();
    }
    let listed = answer.flips.iter().take(LISTED);
    let listed = listed.map(|own| layout::leads_to(&own.text, own.answer.as_str()));
    let rest = answer.flips.len().saturating_sub(LISTED);
    let more = format!("and {rest} more, which the JSON form of this answer lists");
    listed.chain((rest > 0).then_some(more)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Answer;
    use crate::assessment::Flip;
    use crate::words::sample;

    fn page(flips: usize, base_answer: Option<Answer>) -> String {
        let mut answer = sample::answer();
        let flip = |at: usize| Flip {
            input: "/person/horizon_years".into(),
            from: 3.0,
            to: at as f64,
            answer: Answer::No,
            text: format!("if you looked {at} years ahead instead of 3"),
        };
        answer.flips = (0..flips).map(flip).collect();
        answer.question.base_answer = base_answer;
        let mut sheet = Sheet::new(80, false);
        section(&mut sheet, &answer);
        sheet.into_text()
    }

    #[test]
    fn twelve_are_listed_and_the_rest_is_counted() {
        assert_eq!(page(0, None), "");
        let few = page(2, None);
        assert!(few.ends_with("  - if you looked 1 years ahead instead of 3 -> no\n"), "{few}");
        let all = page(15, None);
        assert_eq!(all.matches("-> no").count(), 12, "{all}");
        assert!(
            all.ends_with("  - and 3 more, which the JSON form of this answer lists\n"),
            "{all}"
        );
        assert!(!page(12, None).contains("more"));
    }

    #[test]
    fn none_is_listed_where_the_averages_give_the_other_answer() {
        assert_eq!(page(3, Some(Answer::No)), "");
    }
}
