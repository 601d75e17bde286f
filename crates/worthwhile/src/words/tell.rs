//! Puts the words into an answer that has its figures.

use super::facts::{Facts, View};
use super::{brief, levers, reasons, summary, warnings};
use crate::assessment::{Assessment, Reason, Warning};

/// The words of one pursuit.
type Words = (Vec<Reason>, Vec<Warning>);

/// Fills in every sentence of an answer: the summary, reasons, warnings, levers.
pub(crate) fn tell(answer: &mut Assessment, facts: &Facts) {
    let (told, words) = of_pursuits(answer, facts);
    let texts: Vec<String> =
        answer.levers.iter().map(|own| levers::text(answer, facts, own)).collect();
    let cautions = warnings::of_case(answer, facts);
    for (own, (reasons, warnings)) in answer.pursuits.iter_mut().zip(words) {
        own.reasons = reasons;
        own.warnings = warnings;
    }
    for (own, text) in answer.levers.iter_mut().zip(texts) {
        own.text = text;
    }
    answer.question.text = told.question;
    answer.question.summary = told.summary;
    answer.question.in_brief = told.in_brief;
    answer.question.details = told.details;
    answer.warnings = cautions;
}

/// The words about the question.
#[derive(Default)]
struct Told {
    question: String,
    summary: String,
    in_brief: Vec<String>,
    details: String,
}

fn of_pursuits(answer: &Assessment, facts: &Facts) -> (Told, Vec<Words>) {
    let both = answer.pursuits.iter().zip(&facts.pursuits);
    let views: Vec<View<'_>> = both.map(|(own, more)| View { answer, facts, own, more }).collect();
    let asked = views.iter().find(|view| view.is_asked());
    let told = asked.map(|view| Told {
        question: summary::question(view),
        summary: summary::summary(view),
        in_brief: brief::lines(view),
        details: brief::details(view),
    });
    let words = views.iter().map(|view| (reasons::reasons(view), warnings::of_pursuit(view)));
    (told.unwrap_or_default(), words.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::sample;

    #[test]
    fn every_sentence_is_filled_in() {
        let mut answer = sample::answer();
        tell(&mut answer, &sample::facts());
        assert!(answer.question.summary.starts_with("Yes"), "{}", answer.question.summary);
        assert!(answer.levers.iter().all(|own| own.text.contains("if ")));
        for own in &answer.pursuits {
            assert!(!own.reasons.is_empty(), "{}", own.id);
            assert!(own.reasons.iter().all(|reason| reason.text().ends_with('.')));
            assert!(own.warnings.iter().all(|warning| warning.text().ends_with('.')));
        }
        let text = serde_json::to_string(&answer).unwrap();
        assert_eq!(serde_json::from_str::<Assessment>(&text).unwrap(), answer);
    }
}
