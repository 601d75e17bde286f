//! The answer in five lines, and what else there is to say about it. The page and the summary have
//! the same sentences.

use super::facts::View;
use super::{levers, names, reasons, summary};
use crate::analysis::Verdict;

/// The lines to read if one reads no more: the answer and how much of it, what it does for the
/// person, how sure that is, why, and what would change it. One that has nothing to say is left out.
pub(super) fn lines(view: &View<'_>) -> Vec<String> {
    let (answer, rest) = answer(view);
    let effect = joined([rest, summary::better_off(view)]);
    let lines = [Some(answer), effect, summary::sure(view), reasons::why(view), change(view)];
    lines.into_iter().flatten().map(|line| names::of_award(view.own, line)).collect()
}

/// The answer, and what its sentences go on to say where they are long.
fn answer(view: &View<'_>) -> (String, Option<String>) {
    let lead = summary::lead(view);
    let is_long = matches!(
        view.answer.question.verdict,
        Verdict::WithoutTheAward | Verdict::BetterElsewhere | Verdict::NotFeasible
    );
    match lead.split_once(". ").filter(|_| is_long) {
        Some((first, rest)) => (format!("{first}."), Some(rest.to_owned())),
        None => (lead, None),
    }
}

/// What the lines leave out: what is done anyway, what stands beside it, and other amounts.
pub(super) fn details(view: &View<'_>) -> String {
    let is_yes = view.answer.question.answer.is_yes();
    let planned = summary::as_planned(view).filter(|_| is_yes);
    let better = summary::better_amount(view).filter(|_| is_yes);
    let parts = [summary::done_already(view), summary::beside(view), planned, better];
    names::of_award(view.own, joined(parts).unwrap_or_default())
}

fn joined(parts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The nearest thing that would make it another answer, or that there is none.
fn change(view: &View<'_>) -> Option<String> {
    if let Some(average) = summary::on_average(view) {
        return Some(average);
    }
    let nearest = match view.answer.question.answer.is_yes() {
        true => nearest_no(view),
        false => summary::nearest_yes(view),
    };
    let nothing = view.answer.engine.levers.then(|| levers::NOTHING_TURNS.to_owned());
    nearest.or(nothing)
}

/// The first of the changes on the page.
fn nearest_no(view: &View<'_>) -> Option<String> {
    let lever = levers::shown(view.answer).into_iter().find(|own| own.turns)?;
    let change = levers::text(view.answer, view.facts, lever);
    let then = if lever.level.is_some() { "the work without the award" } else { "a no" };
    Some(format!("It would turn to {then} {change}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Answer;
    use crate::assessment::Assessment;
    use crate::words::facts::Facts;
    use crate::words::sample;

    fn told<T>(change: impl FnOnce(&mut Assessment, &mut Facts), tell: fn(&View<'_>) -> T) -> T {
        let (mut answer, mut facts) = (sample::answer(), sample::facts());
        facts.pursuits[0].anyway = 0.0;
        change(&mut answer, &mut facts);
        let (own, more) = (&answer.pursuits[0], &facts.pursuits[0]);
        tell(&View { answer: &answer, facts: &facts, own, more })
    }

    #[test]
    fn a_yes_in_five_lines() {
        assert_eq!(
            told(|_, _| (), lines),
            [
                "Yes, at half of what you planned: about 3.1 hours a week.",
                "It leaves you 13 points better off than without it: 8 from the work, and 5 more \
                 from the award.",
                "Chance that going for half of it is a better bet than not going for it, given the \
                 doubt about the numbers: 86%.",
                "What it gives you most is helping others: 16 points. What counts most against it \
                 is your own time: 7 points.",
                "It would turn to a no if the same half of it took 5.5 hours a week or more (you said \
                 about 3.1).",
            ]
        );
        assert_eq!(
            told(|_, _| (), details),
            "Best beside it: more rest, 6.1 hours a week in all. As planned (6.2 hours a week) it \
             would leave you 1 point better off."
        );
    }

    fn no(answer: &mut Assessment) {
        answer.question.verdict = Verdict::NotWorthIt;
        answer.question.answer = Answer::No;
        answer.pursuits[0].verdict = Verdict::NotWorthIt;
        answer.question.how_much.clear();
        answer.levers.clear();
    }

    #[test]
    fn a_no_says_what_counts_against_it_first_and_that_nothing_turns_it() {
        let all = told(|answer, _| no(answer), lines);
        assert_eq!(all.len(), 4, "{all:?}");
        assert!(
            all[0].starts_with("No. Even at half, Microsoft MVP gives you no more"),
            "{}",
            all[0]
        );
        assert!(all[2].starts_with("What counts most against it is your own time"), "{}", all[2]);
        assert_eq!(all[3], levers::NOTHING_TURNS);
        assert_eq!(told(|answer, _| no(answer), details), "");
    }

    #[test]
    fn what_was_not_computed_has_no_line() {
        let few = |answer: &mut Assessment| {
            answer.engine.levers = false;
            answer.levers.clear();
            answer.question.confidence = None;
        };
        let all = told(|answer, _| few(answer), lines);
        assert_eq!(all.len(), 3, "{all:?}");
        assert!(all[2].starts_with("What it gives you most"), "{all:?}");
    }

    #[test]
    fn where_the_averages_disagree_the_last_line_says_so() {
        let all = told(|answer, _| answer.question.base_answer = Some(Answer::No), lines);
        let average = "With every uncertain number at its average, the answer would be no.";
        assert_eq!(all.last().map(String::as_str), Some(average));
    }

    #[test]
    fn every_line_is_a_part_of_the_summary_or_said_elsewhere_in_the_answer() {
        let summary = told(|_, _| (), summary::summary);
        let [first, effect, sure, ..] = &told(|_, _| (), lines)[..] else { panic!("five lines") };
        for line in [first, effect, sure] {
            assert!(summary.contains(line.as_str()), "{line}\nis not in\n{summary}");
        }
    }
}
