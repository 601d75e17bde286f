//! What drives a person, what it must not cost and what a plan holds, by name.

use super::grammar::{capital, clean, in_sentence, is_all, join, part};
use crate::assessment::{
    Assessment, Contribution, ContributionKind, PlanSummary, PlannedPursuit, PursuitAssessment,
};
use crate::case::Motive;
use crate::worth::contribution_names;

/// The contributions by name: motives, personal time, wellbeing, savings, drawbacks, in points,
/// below zero for what is lost.
pub(crate) fn contributions(points: [f64; 12]) -> Vec<Contribution> {
    let kind = |id: &str| match id {
        "drawbacks" => ContributionKind::Drawbacks,
        _ if Motive::from_name(id).is_some() => ContributionKind::Motive,
        _ => ContributionKind::Protection,
    };
    let named = contribution_names().zip(points);
    named.map(|(id, points)| Contribution { kind: kind(id), id: id.into(), points }).collect()
}

/// What every sentence calls an award that has no name.
pub(crate) const AWARD: &str = "the award";

/// The name of an award, where it has one.
pub(super) fn award(name: Option<&str>) -> Option<String> {
    name.map(clean).filter(|name| !name.trim().is_empty())
}

/// A text about a pursuit, with its award by name.
pub(super) fn of_award(own: &PursuitAssessment, text: String) -> String {
    let Some(name) = award(own.award.as_ref().and_then(|award| award.name.as_deref())) else {
        return text;
    };
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '-';
    let (mut told, mut rest) = (String::new(), text.as_str());
    while let Some(at) = rest.find(AWARD).into_iter().chain(rest.find(&capital(AWARD))).min() {
        let (before, own) = rest.split_at(at);
        let (own, after) = own.split_at(AWARD.len());
        let is_word = !before.ends_with(is_part) && !after.starts_with(is_part);
        let is_start = own.starts_with(char::is_uppercase);
        told.push_str(before);
        told.push_str(&match (is_word, is_start) {
            (true, true) => capital(&name),
            (true, false) => name.clone(),
            (false, _) => own.to_owned(),
        });
        rest = after;
    }
    told + rest
}

/// What a contribution is to, in plain words.
pub(super) fn of_contribution(id: &str) -> String {
    match id {
        "enjoyment" => "joy",
        "altruism" => "helping others",
        "belonging" => "belonging",
        "learning" => "learning",
        "influence" => "having a say",
        "reputation" => "reputation",
        "career" => "your career",
        "income" => "money",
        "personal_time" => "your own time",
        "wellbeing" => "your health",
        "savings" => "your savings",
        "drawbacks" => "what bothers you",
        own => return clean(own).replace('_', " "),
    }
    .to_owned()
}

/// An activity, benefit, cost or drawback by its id, within a sentence.
pub(crate) fn of_item(id: &str) -> String {
    match id {
        "judged-each-year" => "being judged each year".to_owned(),
        "work" => "the work itself".to_owned(),
        "applying" => "applying for it".to_owned(),
        "renewing" => "renewing it every year".to_owned(),
        own => own.replace(['-', '_'], " "),
    }
}

/// The name of a pursuit within a sentence.
pub(super) fn of_pursuit(answer: &Assessment, id: &str) -> String {
    answer.pursuit(id).map_or_else(|| clean(id).replace('-', " "), |own| in_sentence(&own.name))
}

/// A plan in words: `Microsoft MVP (half) and more rest`.
pub(super) fn of_plan(answer: &Assessment, plan: &PlanSummary) -> String {
    match join(&plan.pursuits.iter().map(|own| of_planned(answer, own)).collect::<Vec<_>>()) {
        none if none.is_empty() => "your life as it is".to_owned(),
        named => named,
    }
}

/// What a plan has besides a pursuit.
pub(super) fn of_others(answer: &Assessment, plan: &PlanSummary, id: &str) -> Option<String> {
    let others = plan.pursuits.iter().filter(|own| own.id != id);
    let named: Vec<String> = others.map(|own| of_planned(answer, own)).collect();
    (!named.is_empty()).then(|| join(&named))
}

/// What a plan has and another does not have, or has in another amount.
pub(super) fn of_what_differs(
    answer: &Assessment,
    plan: &PlanSummary,
    other: &PlanSummary,
) -> Option<String> {
    let differing = plan.pursuits.iter().filter(|own| !other.pursuits.contains(own));
    let named: Vec<String> = differing.map(|own| of_planned(answer, own)).collect();
    (!named.is_empty()).then(|| join(&named))
}

/// What stands in a plan, with its amount unless it is all: `Microsoft MVP (half, work only)`.
fn of_planned(answer: &Assessment, own: &PlannedPursuit) -> String {
    let amount = (!is_all(own.level)).then(|| part(own.level));
    let work = (own.award == Some(false)).then(|| "work only".to_owned());
    let notes: Vec<String> = amount.into_iter().chain(work).collect();
    let name = of_pursuit(answer, &own.id);
    if notes.is_empty() { name } else { format!("{name} ({})", notes.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::sample;

    #[test]
    fn a_plan_says_how_much_and_whether_the_award() {
        let answer = sample::answer();
        assert_eq!(of_plan(&answer, &answer.best_mix), "Microsoft MVP (half) and more rest");
        let work = PlanSummary {
            pursuits: vec![sample::planned("mvp", 1.0, Some(false))],
            ..answer.best_mix.clone()
        };
        assert_eq!(of_plan(&answer, &work), "Microsoft MVP (work only)");
        let differs = |plan, other| of_what_differs(&answer, plan, other);
        assert_eq!(
            differs(&answer.best_mix, &work).as_deref(),
            Some("Microsoft MVP (half) and more rest")
        );
        let half = PlanSummary {
            pursuits: vec![sample::planned("mvp", 0.5, Some(false))],
            ..work.clone()
        };
        assert_eq!(differs(&half, &work).as_deref(), Some("Microsoft MVP (half, work only)"));
        assert_eq!(differs(&work, &work), None);
        let none = PlanSummary { pursuits: Vec::new(), ..work };
        assert_eq!(of_plan(&answer, &none), "your life as it is");
    }

    #[test]
    fn an_award_with_a_name_is_called_by_it() {
        let mut answer = sample::answer();
        let own = &mut answer.pursuits[0];
        let text = "The award adds 5 points: getting the award pays.";
        assert_eq!(of_award(own, text.to_owned()), text);
        own.award.as_mut().unwrap().name = Some("a pub\u{202e}lisher".to_owned());
        assert_eq!(
            of_award(own, text.to_owned()),
            "A publisher adds 5 points: getting a publisher pays."
        );
        own.award.as_mut().unwrap().name = Some("the award of excellence".to_owned());
        assert_eq!(
            of_award(own, "the award, the awards and the award-gala".to_owned()),
            "the award of excellence, the awards and the award-gala"
        );
    }

    #[test]
    fn every_contribution_has_a_name() {
        for part in contributions([1.0; 12]) {
            assert!(!of_contribution(&part.id).contains('_'), "{}", part.id);
        }
    }
}
