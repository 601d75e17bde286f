//! The answer as a person reads it.

use super::advice::NOTHING_TO_FIND_OUT;
use super::grammar::{in_sentence, join};
use super::{flips, layout, levers, tables};
use crate::assessment::{Assessment, PursuitAssessment, Reason, Warning};

/// Columns of the page.
pub(super) const WIDTH: usize = 80;

impl Assessment {
    /// The answer as a person reads it: plain text, at most 80 columns, no colors.
    ///
    /// # Example
    /// ```
    /// let answer = worthwhile::Plan::read(r#"{"schema_version": 1,
    ///     "person": {"motivations": {"enjoyment": 7}, "time": {"free_hours_per_week": 10}},
    ///     "pursuits": [{"preset": "rest"}]}"#)?.assess()?;
    /// assert!(answer.to_text().starts_with("Is more rest worth it to you?"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        render(self)
    }
}

fn render(answer: &Assessment) -> String {
    let mut page = String::new();
    if let Some(asked) = answer.asked() {
        headline(&mut page, answer, asked);
        tables::how_much(&mut page, answer, asked);
        tables::contributions(&mut page, asked);
        tables::plans(&mut page, answer, asked);
        reasons(&mut page, asked);
        levers::section(&mut page, answer);
        flips::section(&mut page, answer);
        find_out(&mut page, answer);
        warnings(&mut page, answer, asked);
    }
    tables::others(&mut page, answer);
    basis(&mut page, answer);
    page
}

/// The question, the answer, and what stands right under it.
fn headline(page: &mut String, answer: &Assessment, asked: &PursuitAssessment) {
    let going = if asked.has_award() { "going for " } else { "" };
    paragraph(page, &format!("Is {going}{} worth it to you?", in_sentence(&asked.name)));
    page.push('\n');
    paragraph(page, &answer.question.summary);
    let grave = asked.warnings.iter().filter(|own| own.is_grave()).map(Warning::text);
    let grave: Vec<&str> = grave.collect();
    if !grave.is_empty() {
        let yes = "By what you value it is a yes. But consider this first: ";
        let start = if answer.question.answer.is_yes() { yes } else { "" };
        paragraph(page, &format!("{start}{}", grave.join(" ")));
    }
}

/// The table says what serves and costs most already.
fn is_shown(reason: &&Reason) -> bool {
    !matches!(reason, Reason::Serves { .. } | Reason::Costs { .. })
}

fn reasons(page: &mut String, asked: &PursuitAssessment) {
    page.push('\n');
    for reason in asked.reasons.iter().filter(is_shown) {
        paragraph(page, reason.text());
    }
}

fn find_out(page: &mut String, answer: &Assessment) {
    if let Some(information) = &answer.information {
        page.push('\n');
        paragraph(page, information.advice.as_deref().unwrap_or(NOTHING_TO_FIND_OUT));
    }
}

fn warnings(page: &mut String, answer: &Assessment, asked: &PursuitAssessment) {
    let own = asked.warnings.iter().filter(|own| !own.is_grave());
    let texts: Vec<&str> = own.chain(&answer.warnings).map(Warning::text).collect();
    if texts.is_empty() {
        return;
    }
    page.push_str("\nWarnings\n");
    texts.iter().for_each(|text| item(page, text));
}

fn basis(page: &mut String, answer: &Assessment) {
    let basis = &answer.basis;
    let parts = [
        (basis.given, "that you gave"),
        (basis.illustrative, "illustrative ones, which are judgements"),
        (basis.published, "from publications"),
        (basis.defaults, "defaults"),
    ];
    let counted = parts.iter().filter(|(count, _)| *count > 0);
    let counted: Vec<String> = counted.map(|(count, what)| format!("{count} {what}")).collect();
    page.push('\n');
    paragraph(
        page,
        &format!(
            "This rests on {} numbers: {}. It is a model of your answers, not a fact. It has not \
             been validated: no data exist on how such decisions turn out. `--format json` lists \
             every number with its source.",
            basis.given + basis.illustrative + basis.published + basis.defaults,
            join(&counted)
        ),
    );
}

fn paragraph(page: &mut String, text: &str) {
    layout::paragraph(page, WIDTH, "", 0, text);
}

fn item(page: &mut String, text: &str) {
    layout::paragraph(page, WIDTH, "  - ", 4, text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{sample, tell};

    fn page(change: impl FnOnce(&mut Assessment)) -> String {
        let mut answer = sample::answer();
        change(&mut answer);
        tell(&mut answer, &sample::facts());
        answer.to_text()
    }

    #[test]
    fn a_page_begins_with_the_answer_and_keeps_to_the_width() {
        let page = page(|_| ());
        assert!(page.starts_with("Is going for Microsoft MVP worth it to you?\n\nYes, at about"));
        for line in page.lines() {
            assert!(line.chars().count() <= WIDTH && line.trim_end() == line, "{line}");
        }
        for part in ["how much of it", "helping others", "With it", "still yes", "This rests on"] {
            assert!(page.contains(part), "{part} in\n{page}");
        }
        assert!(!page.contains("NaN") && !page.contains("-0 "), "{page}");
    }

    #[test]
    fn a_grave_week_stands_right_under_the_answer() {
        let page = page(|answer| answer.person.work_hours_per_week = 55.0);
        let week = page.find("By what you value").unwrap();
        assert!(week < page.find("how much of it").unwrap(), "{page}");
        assert!(!page.contains("\nWarnings\n"), "{page}");
    }
}
