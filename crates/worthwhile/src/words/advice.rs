//! What to find out first, in a sentence.

use super::phrase::Phrase;
use crate::assessment::InputInformation;
use crate::plan::Compiled;

/// What is said where there is no advice.
pub(super) const NOTHING_TO_FIND_OUT: &str = "There is nothing that you need to find out first: no single thing that you could learn is likely \
     to change what is best for you.";

/// Points from which on finding something out is worth a sentence.
const WORTH_ASKING: f64 = 0.1;

/// The input that is worth most to know, among those that someone can say something about. The
/// inputs come the most first.
pub(crate) fn advice(compiled: &Compiled, inputs: &[InputInformation]) -> Option<String> {
    inputs.iter().filter(|own| is_worth_asking(own)).find_map(|own| {
        let input = compiled.inputs.iter().find(|input| input.name == own.input)?;
        let phrase = Phrase::new(compiled, input);
        let is_first = inputs.first().is_some_and(|first| first.input == own.input);
        Some(sentence(&phrase.find_out()?, own.evppi, is_first))
    })
}

/// Whether knowing an input is worth a sentence.
pub(super) fn is_worth_asking(own: &InputInformation) -> bool {
    !own.below_noise && own.evppi >= WORTH_ASKING
}

fn sentence(find_out: &str, points: f64, is_first: bool) -> String {
    let size = match points.round() {
        less if less < 1.0 => "less than a point".to_owned(),
        _ => super::grammar::points(points),
    };
    let end = match (is_first, points < 1.0) {
        (true, true) => {
            format!(
                "It is the most useful thing to find out, but the answer is unlikely to change: \
                 knowing it is worth {size}."
            )
        }
        (true, false) => {
            format!("Knowing it is worth {size}, more than anything else you could find out.")
        }
        (false, _) => format!("Knowing it is worth {size}."),
    };
    format!("Before you decide, {find_out}. {end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_says_whom_to_ask_and_what_it_is_worth() {
        assert_eq!(
            sentence("ask your manager how much the title counts there", 2.1, true),
            "Before you decide, ask your manager how much the title counts there. Knowing it is \
             worth 2 points, more than anything else you could find out."
        );
        assert!(sentence("ask", 0.3, false).ends_with("worth less than a point."));
        assert!(sentence("ask", 0.3, true).ends_with("knowing it is worth less than a point."));
    }
}
