//! Why, in sentences: the reasons of a pursuit, with their numbers.

use super::facts::View;
use super::grammar::{capital, hours, is_all, join, money, part, points, share, steps, whole};
use super::names;
use crate::analysis::{Answer, Verdict};
use crate::assessment::{Contribution, ContributionKind, HowMuch, Reason};

/// Points that are about one step on each of half a dozen ratings.
const POINTS_A_STEP: f64 = 5.5;
/// Fewer points than these are shown as none.
const SHOWN: f64 = 0.5;

/// Everything there is to say about why.
pub(super) fn reasons(view: &View<'_>) -> Vec<Reason> {
    let gives = [serves(view), costs(view), adds(view), displaces(view), Some(week(view))];
    let rest = [anyway(view), award(view), if_you_stop(view), another_level(view), ledger(view)];
    gives.into_iter().chain(rest).flatten().collect()
}

fn serves(view: &View<'_>) -> Option<Reason> {
    let parts = view.own.contributions.iter();
    let motives = parts.filter(|part| part.kind == ContributionKind::Motive);
    let most = motives.max_by(|a, b| a.points.total_cmp(&b.points))?;
    (whole(most.points) != "0" && most.points > 0.0).then(|| Reason::Serves {
        motive: most.id.clone(),
        points: most.points,
        text: format!(
            "What it gives you most is {}: {}.",
            names::of_contribution(&most.id),
            points(most.points)
        ),
    })
}

fn costs(view: &View<'_>) -> Option<Reason> {
    let parts = view.own.contributions.iter();
    let guarded = parts.filter(|part| part.kind != ContributionKind::Motive);
    let most = guarded.min_by(|a, b| a.points.total_cmp(&b.points))?;
    // What rounds to nothing is no reason.
    (whole(most.points) != "0" && most.points < 0.0).then(|| Reason::Costs {
        id: most.id.clone(),
        points: most.points,
        text: cost_text(most),
    })
}

fn cost_text(most: &Contribution) -> String {
    let what = names::of_contribution(&most.id);
    format!("What counts most against it is {what}: {}.", points(-most.points))
}

fn adds(view: &View<'_>) -> Option<Reason> {
    if view.own.verdict == Verdict::NotFeasible {
        return None;
    }
    let margin = view.own.margin.mean;
    let rating_steps = margin.abs() / POINTS_A_STEP;
    let what = if view.own.has_award() { "Going for the award" } else { "Doing it" };
    let text = if margin.abs() < SHOWN {
        format!("{what} leaves you about as well off as not.")
    } else {
        let way = if margin > 0.0 { "better" } else { "worse" };
        let size = points(margin.abs());
        format!("{what} leaves you {size} {way} off, {}.", steps(rating_steps))
    };
    Some(Reason::AddsToPlan { margin, rating_steps, text })
}

fn displaces(view: &View<'_>) -> Option<Reason> {
    let (with, without) = (&view.own.plan_with, &view.own.plan_without);
    let lost = without.pursuits.iter().filter(|own| with.pursuit(&own.id).is_none());
    let ids: Vec<String> = lost.map(|own| own.id.clone()).collect();
    if ids.is_empty() || view.own.verdict == Verdict::NotFeasible {
        return None;
    }
    let named: Vec<String> = ids.iter().map(|id| names::of_pursuit(view.answer, id)).collect();
    let (hours_with, hours_without) = (with.hours_per_week, without.hours_per_week);
    let text = format!(
        "It would displace {}. Your plan takes {} a week with it and {} without it.",
        join(&named),
        hours(hours_with),
        hours(hours_without)
    );
    Some(Reason::Displaces { pursuits: ids, hours_with, hours_without, text })
}

fn week(view: &View<'_>) -> Reason {
    let busiest = view.own.busiest_hours_per_week.mean;
    let most = view.facts.most_hours_per_week;
    let held = view.own.award.map(|award| award.hours_per_week_when_held);
    let spare = most - busiest;
    let fits = if spare >= 0.0 {
        format!("which fits, with {} to spare", hours(spare))
    } else {
        let room = if view.facts.has_limit { "you will give at most" } else { "there are only" };
        format!("and {room} {}", hours(most))
    };
    let mut text = format!("In its busiest year it takes {} a week, {fits}.", hours(busiest));
    if let Some(held) = held {
        text += &format!(" In years when you hold the award it takes {}.", hours(held));
    }
    Reason::Hours { busiest_hours_per_week: busiest, most_hours_per_week: most, text }
}

fn anyway(view: &View<'_>) -> Option<Reason> {
    let done = view.more.anyway;
    let extra = view.own.extra_hours_per_week;
    (done > 0.0).then(|| Reason::DoneAnyway {
        share: done,
        extra_hours_per_week: extra,
        text: format!(
            "You do {} of this work in any case; the rest asks {} more a week.",
            if is_all(done) { "all".to_owned() } else { share(done) },
            hours(extra)
        ),
    })
}

fn award(view: &View<'_>) -> Option<Reason> {
    let (work_worth, title_premium) = (view.own.work_worth?, view.own.title_premium?);
    let holding_share = view.own.award?.holding_share;
    let adds = if title_premium.abs() < SHOWN {
        "the award itself adds next to nothing".to_owned()
    } else if title_premium > 0.0 {
        format!("the award itself adds {}", points(title_premium))
    } else {
        format!("the award itself takes {} away", points(-title_premium))
    };
    let years = view.answer.person.horizon_years;
    let span = if years == 1 { "year".to_owned() } else { format!("{years} years") };
    let text = format!(
        "The work alone is worth {}, even if the award never comes or is not renewed; {adds}. You \
         would hold it for about {} of the next {span}.",
        points(work_worth),
        share(holding_share)
    );
    Some(Reason::Award { title_premium, work_worth, holding_share, text })
}

fn if_you_stop(view: &View<'_>) -> Option<Reason> {
    if !view.more.is_held {
        return None;
    }
    let better = -view.own.margin_over_none.mean;
    let text = if better.abs() < SHOWN {
        "Stopping now would leave you about as well off as going on.".to_owned()
    } else {
        let way = if better > 0.0 { "better" } else { "worse" };
        format!("Stopping now would leave you {} {way} off.", points(better.abs()))
    };
    Some(Reason::IfYouStop {
        points: better,
        text: text + " What this year's title gives you stays until it runs out.",
    })
}

/// Of what the case does not allow, the amount that is best, where the answer is no.
fn another_level(view: &View<'_>) -> Option<Reason> {
    let question = &view.answer.question;
    // Where the work is a yes, none of it is not what it is compared with.
    let is_work = question.verdict == Verdict::WithoutTheAward;
    if !view.is_asked() || is_work || question.answer == Answer::Yes {
        return None;
    }
    let gain = |own: &HowMuch| own.margin_over_none.filter(|points| *points >= SHOWN);
    let good = question.how_much.iter().filter_map(|own| Some((own, gain(own)?)));
    let (best, gain) = good.max_by(|a, b| a.1.total_cmp(&b.1))?;
    let what = if is_all(best.level) { "all of it".to_owned() } else { amount(best.level) };
    let text = format!(
        "{}, {} a week, would leave you {} better off than none of it.",
        capital(&what),
        hours(best.hours_per_week),
        points(gain)
    );
    let (level, hours_per_week) = (best.level, best.hours_per_week);
    Some(Reason::AnotherLevel { level, hours_per_week, margin_over_none: gain, text })
}

fn amount(level: f64) -> String {
    if level > 1.0 { part(level) } else { format!("{} of it", part(level)) }
}

fn ledger(view: &View<'_>) -> Option<Reason> {
    let ledger = view.own.ledger?;
    let currency = view.answer.person.currency.clone()?;
    let years = view.answer.person.horizon_years;
    let net = if whole(ledger.npv) == "0" {
        "about nothing".to_owned()
    } else {
        money(ledger.npv, &currency)
    };
    let start = format!(
        "In money terms, pricing your hours at what you said, it nets {net} over {years} years."
    );
    let even = match ledger.break_even_hour_value {
        Some(value) => {
            format!(" It would break even if a free hour were worth {}.", money(value, &currency))
        }
        None => String::new(),
    };
    Some(Reason::Money { npv: ledger.npv, currency, text: start + &even })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Summary;
    use crate::words::sample;

    fn texts(change: impl FnOnce(&mut crate::Assessment, &mut crate::words::Facts)) -> Vec<String> {
        let (mut answer, mut facts) = (sample::answer(), sample::facts());
        change(&mut answer, &mut facts);
        let (own, more) = (&answer.pursuits[0], &facts.pursuits[0]);
        let all = reasons(&View { answer: &answer, facts: &facts, own, more });
        all.iter().map(|reason| reason.text().to_owned()).collect()
    }

    #[test]
    fn a_yes_has_its_reasons() {
        assert_eq!(
            texts(|_, _| ()),
            [
                "What it gives you most is helping others: 16 points.",
                "What counts most against it is your own time: 7 points.",
                "Going for the award leaves you 5 points better off, about one step on half a \
                 dozen of your ratings.",
                "In its busiest year it takes 4.0 hours a week, which fits, with 8.0 hours to \
                 spare. In years when you hold the award it takes 4.0 hours.",
                "You do 40% of this work in any case; the rest asks 0.9 hours more a week.",
                "The work alone is worth 19 points, even if the award never comes or is not \
                 renewed; the award itself adds 5 points. You would hold it for about 41% of the \
                 next 3 years.",
                "In money terms, pricing your hours at what you said, it nets -1,200 EUR over 3 \
                 years. It would break even if a free hour were worth 27.50 EUR.",
            ]
        );
    }

    #[test]
    fn a_holder_reads_what_stopping_does() {
        let all = texts(|answer, facts| {
            facts.pursuits[0].is_held = true;
            answer.pursuits[0].margin_over_none = Summary::certain(-18.0);
        });
        let text = all.iter().find(|text| text.starts_with("Stopping")).unwrap();
        assert!(text.starts_with("Stopping now would leave you 18 points better off."), "{text}");
    }

    #[test]
    fn a_no_names_the_amount_that_would_be_better() {
        let all = texts(|answer, _| {
            answer.question.answer = Answer::No;
            answer.question.verdict = Verdict::NotFeasible;
        });
        assert!(all.contains(
            &"Half of it, 3.1 hours a week, would leave you 13 points better off than none of it."
                .to_owned()
        ));
    }
}
