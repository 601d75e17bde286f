//! Why, in sentences: the reasons of a pursuit, with their numbers.

use super::facts::View;
use super::grammar::{
    extra_time, fixed, hours, is_all, join, money, points, rough_money, share, whole,
};
use super::{names, summary};
use crate::analysis::Verdict;
use crate::assessment::{AwardSummary, Contribution, ContributionKind, Reason};

/// Points that are about one step on each of half a dozen ratings.
const POINTS_A_STEP: f64 = 5.5;
/// Fewer points than these are shown as none.
const SHOWN: f64 = 0.5;
/// Nobody counts more points than these.
const FAR: f64 = 100.0;

/// Everything there is to say about why.
pub(super) fn reasons(view: &View<'_>) -> Vec<Reason> {
    let gives = [serves(view), costs(view), adds(view), displaces(view), Some(week(view))];
    let rest = [anyway(view), award(view), if_you_stop(view), another_level(view), ledger(view)];
    gives.into_iter().chain(rest).flatten().collect()
}

/// Why, in a sentence or two: what speaks most for it and what against it, that which decides first;
/// where it is about the award alone, what the work and the award are worth.
pub(super) fn why(view: &View<'_>) -> Option<String> {
    if view.own.verdict == Verdict::WithoutTheAward {
        return work_and_award(view);
    }
    let mut parts = [serves(view), costs(view)];
    if !view.own.verdict.answer().is_yes() {
        parts.reverse();
    }
    let texts: Vec<String> = parts.iter().flatten().map(|own| own.text().to_owned()).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
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
        text: cost_text(most, worst_drawback(view)),
    })
}

/// The drawback that bothers most, where drawbacks count at all.
fn worst_drawback<'v>(view: &'v View<'_>) -> Option<&'v str> {
    let points = view.own.points("drawbacks").filter(|points| *points <= -SHOWN);
    points.and(view.more.worst_drawback.as_deref())
}

fn cost_text(most: &Contribution, worst: Option<&str>) -> String {
    let what = names::of_contribution(&most.id);
    let worst = worst.map_or_else(String::new, |id| {
        format!(" What bothers you most about it is {}.", names::of_item(id))
    });
    format!("What counts most against it is {what}: {}.{worst}", points(-most.points))
}

fn adds(view: &View<'_>) -> Option<Reason> {
    if view.own.verdict == Verdict::NotFeasible {
        return None;
    }
    let margin = view.own.margin.mean;
    let rating_steps = margin.abs() / POINTS_A_STEP;
    let [with, without] = if view.own.keeps_work() {
        ["with the award", "with the work only"]
    } else {
        ["with it", "without it"]
    };
    let way = if margin > 0.0 { "better" } else { "worse" };
    let text = if margin.abs() < SHOWN {
        format!("Your best plan {with} is worth about as much as your best plan {without}.")
    } else {
        let size = amount(margin.abs());
        format!("Your best plan {with} is {size} {way} than your best plan {without}.")
    };
    let text = names::of_award(view.own, text);
    Some(Reason::AddsToPlan { margin, rating_steps, text })
}

/// Points, or that they are more than anybody counts.
fn amount(size: f64) -> String {
    if size > FAR { format!("more than {}", points(FAR)) } else { points(size) }
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
    let is_choice = ids.iter().any(|id| view.more.rules_out.contains(id));
    let why = if is_choice { ", since you said that you would not do both" } else { "" };
    let without_it = if view.own.keeps_work() { "with the work only" } else { "without it" };
    let text = format!(
        "It would take the place of {}{why}. Your plan takes {} a week with it and {} {without_it}.",
        join(&named),
        hours(hours_with),
        hours(hours_without)
    );
    Some(Reason::Displaces { pursuits: ids, hours_with, hours_without, text })
}

fn week(view: &View<'_>) -> Reason {
    let busiest = view.own.busiest_hours_per_week.mean;
    let most = view.facts.most_hours_per_week;
    let free = view.answer.person.free_hours_per_week;
    let fits = match (view.facts.has_limit, busiest > most) {
        (true, true) => format!("more than your limit of {}", hours(most)),
        (false, true) => format!("and there are only {}", hours(most)),
        (true, false) => format!("within your limit of {}", hours(most)),
        (false, false) if busiest > free => {
            format!("more than the {} that you have free", hours(free))
        }
        (false, false) => format!("within the {} that you have free", hours(free)),
    };
    let week = hours(busiest);
    let text = match view.own.award.as_ref().map(|award| award.hours_per_week_when_held) {
        // Busiest is the mean over holding it or not, which a year is not.
        Some(held) if held > busiest && hours(held) != week => format!(
            "By itself it takes {week} a week in its busiest year, averaged over having the award \
             or not, {fits}; while you have it, {}.",
            hours(held)
        ),
        _ => format!("By itself it takes {week} a week in its busiest year, {fits}."),
    };
    let text = names::of_award(view.own, text + &dread(view));
    Reason::Hours { busiest_hours_per_week: busiest, most_hours_per_week: most, text }
}

/// Hours that feel like so many more are worth a word.
const DREADED: f64 = 1.2;

fn dread(view: &View<'_>) -> String {
    let (own, felt) = (view.own.hours_per_week.mean, view.own.felt_hours_per_week.mean);
    if felt < DREADED * own || felt - own < 0.5 {
        return String::new();
    }
    format!(
        " On average its {} feel like {} to you, since you would rather not do some of it.",
        hours(own),
        fixed(felt, 1)
    )
}

fn anyway(view: &View<'_>) -> Option<Reason> {
    let done = view.more.anyway;
    let extra = view.own.extra_hours_per_week;
    (done > 0.0).then(|| {
        let part = if is_all(done) { "all".to_owned() } else { share(done) };
        let counted = match extra_time(extra) {
            _ if extra < 0.5 / 60.0 => "none of its hours are counted here".to_owned(),
            one if one.starts_with("1 ") => {
                format!("only the {one} a week beyond it is counted here")
            }
            more => format!("only the {more} a week beyond it are counted here"),
        };
        Reason::DoneAnyway {
            share: done,
            extra_hours_per_week: extra,
            text: format!("You would do {part} of this work anyway, so {counted}."),
        }
    })
}

/// What the work and the award are worth by themselves.
fn work_and_award(view: &View<'_>) -> Option<String> {
    let title_premium = view.own.title_premium?;
    let adds = if title_premium.abs() < SHOWN {
        "the award adds next to nothing".to_owned()
    } else if title_premium > 0.0 {
        format!("the award adds {}", points(title_premium))
    } else {
        format!("the award takes {} away", points(-title_premium))
    };
    // The two add up to what is shown of the whole.
    let work = view.own.worth.mean.round() - title_premium.round();
    let never = match (work < SHOWN, view.more.is_held) {
        (true, _) => "",
        (false, true) => ", even if the award is not renewed",
        (false, false) => ", even if the award never comes",
    };
    let start = if view.more.anyway > 0.0 {
        "The rest of the work, which you would not do anyway,"
    } else {
        "Counted by itself, the work alone"
    };
    Some(format!("{start} is worth {}{never}; {adds}.", points(work)))
}

fn award(view: &View<'_>) -> Option<Reason> {
    let (work_worth, title_premium) = (view.own.work_worth?, view.own.title_premium?);
    let AwardSummary { holding_share, chance_ever, .. } = *view.own.award.as_ref()?;
    let held = held(holding_share, view.answer.person.horizon_years);
    let ever = if view.more.is_held {
        String::new()
    } else {
        format!("; the chance that you ever do is {}", share(chance_ever))
    };
    let text = format!(
        "{} On average you would have the award for about {held}{ever}.",
        work_and_award(view)?
    );
    let text = names::of_award(view.own, text);
    Some(Reason::Award { title_premium, work_worth, holding_share, text })
}

/// How much of the years ahead, in years or, where they are few, in months.
fn held(part: f64, years: u32) -> String {
    let held = part * f64::from(years);
    if held >= 2.0 {
        format!("{} of the next {years} years", fixed(held, 1))
    } else {
        format!("{} of the next {} months", fixed(12.0 * held, 0), 12 * years)
    }
}

fn if_you_stop(view: &View<'_>) -> Option<Reason> {
    if !view.more.is_held {
        return None;
    }
    let better = -view.own.margin_over_none.mean;
    let text = if view.own.verdict == Verdict::WithoutTheAward && better >= SHOWN {
        let size = amount(better);
        format!(
            "Even stopping altogether would leave you {size} better off than keeping the award."
        )
    } else if better.abs() < SHOWN {
        "Stopping now would leave you about as well off as going on.".to_owned()
    } else {
        let way = if better > 0.0 { "better" } else { "worse" };
        format!("Stopping now would leave you {} {way} off.", amount(better.abs()))
    };
    Some(Reason::IfYouStop {
        points: better,
        text: names::of_award(view.own, text)
            + " You would keep this year's benefits until the title expires.",
    })
}

/// Of what the case does not allow, the amount that is best, where the answer is no.
fn another_level(view: &View<'_>) -> Option<Reason> {
    let (best, text) = summary::another_amount(view)?;
    let (level, hours_per_week) = (best.level, best.hours_per_week);
    let margin_over_none = best.margin_over_none?;
    Some(Reason::AnotherLevel { level, hours_per_week, margin_over_none, text })
}

fn ledger(view: &View<'_>) -> Option<Reason> {
    let ledger = view.own.ledger?;
    let currency = view.answer.person.currency.clone()?;
    let years = view.answer.person.horizon_years;
    let span = if years == 1 { "a year".to_owned() } else { format!("{years} years") };
    let size = rough_money(ledger.npv.abs(), &currency);
    let net = match ledger.npv {
        npv if whole(npv) == "0" => format!("come out even over {span}"),
        npv if npv > 0.0 => format!("gain you about {size} over {span}"),
        _ => format!("cost you about {size} over {span}"),
    };
    let even = match ledger.break_even_hour_value {
        Some(value) if money(value, &currency) != money(0.0, &currency) => {
            format!(" It would break even if a free hour were worth {}.", money(value, &currency))
        }
        _ if ledger.npv < 0.0 => {
            " It would cost you money even if your hours were free.".to_owned()
        }
        _ => String::new(),
    };
    let text = format!(
        "In money alone, leaving joy, learning and the like aside, it would {net}, with your hours \
         counted as money at the price you gave.{even}"
    );
    Some(Reason::Money { npv: ledger.npv, currency, text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Answer, Summary};
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
                "Your best plan with it is 5 points better than your best plan without it.",
                "By itself it takes 4.0 hours a week in its busiest year, within your limit of \
                 12.0 hours.",
                "You would do 40% of this work anyway, so only the 54 minutes a week beyond it are \
                 counted here.",
                "The rest of the work, which you would not do anyway, is worth 19 points, even if \
                 the award never comes; the award adds 5 points. On average you would have the \
                 award for about 15 of the next 36 months; the chance that you ever do is 70%.",
                "In money alone, leaving joy, learning and the like aside, it would cost you about \
                 1,200 EUR over 3 years, with your hours counted as money at the price you gave. It \
                 would break even if a free hour were worth 27.50 EUR.",
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
