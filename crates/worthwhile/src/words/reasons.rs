//! Why, in sentences: the reasons of a pursuit, with their numbers.

use super::grammar::{grouped, in_sentence, join, plain, signed, steps};
use crate::analysis::{Standing, Verdict};
use crate::assessment::Reason;
use crate::case::Motive;
use crate::worth::{Contributions, Mix};

/// Points that are about one step on each of half a dozen ratings.
const POINTS_A_STEP: f64 = 5.5;

/// The answer in a sentence or two.
pub(crate) fn summary(standing: &Standing<'_>) -> String {
    let free = standing.free_hours();
    let name = &standing.case().name;
    let free_hours = plain(free);
    let instead = match join(&names_in(standing, &standing.place.without)) {
        none if none.is_empty() => "keeping your time".to_owned(),
        others => others,
    };
    let answer = match standing.verdict() {
        Verdict::WorthIt => {
            format!("Yes. {name} belongs in the best use of your {free_hours} free hours a week.")
        }
        Verdict::BetterElsewhere => format!(
            "No, not first of all. {name} would be worth something to you, but your {free_hours} free \
             hours a week are better spent on {instead}."
        ),
        Verdict::NotWorthIt => format!(
            "No. {name} would give you less than it takes: keeping your time is as good or better."
        ),
        Verdict::NotFeasible => format!(
            "No. {name} takes {:.1} hours a week at its peak, and you have {free_hours}.",
            standing.figures.peak_hours_per_week.mean
        ),
    };
    let sure = standing
        .confidence()
        .map(|sure| format!(" {} % of what could be true agrees.", whole_percent(sure.value)));
    let close = standing.is_close().then_some(" It is a close call.");
    [answer.as_str(), sure.as_deref().unwrap_or(""), close.unwrap_or("")].concat()
}

/// A share in whole percent; only a share of all is 100, only one of none is 0.
pub(super) fn whole_percent(share: f64) -> f64 {
    let percent = (100.0 * share).round();
    if share >= 1.0 || share <= 0.0 { percent } else { percent.clamp(1.0, 99.0) }
}

/// Everything there is to say about why.
pub(crate) fn reasons(standing: &Standing<'_>) -> Vec<Reason> {
    let points = standing.contributions();
    let parts = [serves(&points), costs(&points), adds(standing), displaces(standing)];
    let rest = [hours(standing), award(standing), if_you_stop(standing), money(standing)];
    parts.into_iter().chain(rest).flatten().collect()
}

fn serves(points: &Contributions<f64>) -> Option<Reason> {
    let motives = Motive::ALL.into_iter().zip(points.motives);
    let (motive, points) =
        motives.fold(None, |most: Option<(Motive, f64)>, (motive, points)| match most {
            Some((_, most_points)) if most_points >= points => most,
            _ => Some((motive, points)),
        })?;
    (points > 0.0).then(|| Reason::Serves {
        motive: motive.as_str(),
        points,
        text: format!("It serves your {} most: {points:+.1} points.", motive.as_str()),
    })
}

fn costs(points: &Contributions<f64>) -> Option<Reason> {
    let named = [
        ("personal_time", points.personal_time),
        ("wellbeing", points.wellbeing),
        ("savings", points.savings),
    ];
    let (protection, points) = named.into_iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
    (points < 0.0).then(|| Reason::Costs {
        protection,
        points,
        text: format!("It costs your {} most: {points:+.1} points.", protection.replace('_', " ")),
    })
}

fn adds(standing: &Standing<'_>) -> Option<Reason> {
    let margin = standing.figures.margin.mean;
    let rating_steps = margin.abs() / POINTS_A_STEP;
    let size = steps(rating_steps);
    let text = if margin >= 0.0 {
        format!("With it, the best use of your time is worth {margin:.1} points more, {size}.")
    } else {
        format!("With it, the best use of your time is worth {:.1} points less, {size}.", -margin)
    };
    Some(Reason::AddsToPlan { margin, rating_steps, text })
}

fn displaces(standing: &Standing<'_>) -> Option<Reason> {
    let pursuits = standing.all.compiled.case.pursuits.iter().enumerate();
    let lost = pursuits.filter(|(at, _)| {
        standing.place.without.members.contains(*at) && !standing.place.with.members.contains(*at)
    });
    let (ids, names): (Vec<String>, Vec<String>) =
        lost.map(|(_, pursuit)| (pursuit.id.clone(), in_sentence(&pursuit.name))).unzip();
    if ids.is_empty() {
        return None;
    }
    let hours_with = standing.all.hours(&standing.place.with);
    let hours_without = standing.all.hours(&standing.place.without);
    let text = format!(
        "What has to go for it: {}. The hours are {hours_with:.1} a week with it and \
         {hours_without:.1} without.",
        join(&names)
    );
    Some(Reason::Displaces { pursuits: ids, hours_with, hours_without, text })
}

/// Fewer hours than these are shown as none.
const SHOWN_HOURS: f64 = 0.05;

fn hours(standing: &Standing<'_>) -> Option<Reason> {
    let (peak, free) = (standing.figures.peak_hours_per_week.mean, standing.free_hours());
    let hold = standing.outcome.holding.as_ref().map(|holding| holding.hours.first());
    let lead = match hold {
        Some(hours) if hours >= standing.outcome.profile.peak.first() => {
            "In a year you hold it, it"
        }
        Some(_) => "In a year you pursue it, it",
        None => "It",
    };
    let (fits, spare) = (standing.verdict() != Verdict::NotFeasible, free - peak);
    let text = if fits && spare > -SHOWN_HOURS {
        let spare = spare.max(0.0);
        format!("{lead} takes {peak:.1} h a week: it fits, with {spare:.1} h to spare.")
    } else if !fits && spare < 0.0 {
        format!("{lead} takes {peak:.1} h a week: {:.1} h more than you have.", -spare)
    } else {
        // The verdict is that of the averages, and the larger of two hours that vary is on average
        // more than the larger of their averages.
        let just = if fits { "just fits" } else { "just does not fit" };
        format!(
            "{lead} takes {peak:.1} h a week, and you have {free:.1} h: with every number at its \
             average it {just}."
        )
    };
    Some(Reason::Hours { peak_hours_per_week: peak, free_hours_per_week: free, text })
}

fn award(standing: &Standing<'_>) -> Option<Reason> {
    let if_not_renewed = standing.if_not_renewed()?;
    let title_premium = standing.title_premium()?;
    let share = standing.mean(standing.tally.holding_share);
    let years = standing.years();
    let text = format!(
        "The award itself changes the worth by {}. Without it, or not renewed, the contributing \
         alone is worth {if_not_renewed:.1}. You would hold it about {:.0} % of the next {years} \
         years.",
        signed(title_premium),
        share * 100.0
    );
    Some(Reason::Award { title_premium, if_not_renewed, holding_share: share, text })
}

fn if_you_stop(standing: &Standing<'_>) -> Option<Reason> {
    let is_held = standing.case().award.as_ref().is_some_and(|award| award.is_held);
    is_held.then(|| Reason::IfYouStop {
        points: standing.figures.worth.mean,
        text: format!(
            "If you stop now, you keep the title until this year's runs out. After that you lose \
             both, the contributing and the award: {:.1} points in all.",
            standing.figures.worth.mean
        ),
    })
}

fn money(standing: &Standing<'_>) -> Option<Reason> {
    let ledger = standing.ledger()?;
    let currency = standing.all.compiled.case.person.money.as_ref()?.currency.clone();
    let outcome = format!(
        "In money alone, with your hours at their price, it comes to {} {currency} over the next \
         {} years.",
        grouped(ledger.npv),
        standing.years()
    );
    let even = match ledger.break_even_hour_value {
        Some(value) if value > 0.0 => {
            format!(" It would break even if a free hour were worth {value:.2} {currency}.")
        }
        Some(_) => " It costs more money than it brings, even with your hours for free.".to_owned(),
        None => String::new(),
    };
    Some(Reason::Money { npv: ledger.npv, currency, text: outcome + &even })
}

fn names_in(standing: &Standing<'_>, mix: &Mix) -> Vec<String> {
    let pursuits = standing.all.compiled.case.pursuits.iter().enumerate();
    let members = pursuits.filter(|(at, _)| mix.members.contains(*at));
    members.map(|(_, pursuit)| in_sentence(&pursuit.name)).collect()
}

#[cfg(test)]
mod tests {
    use crate::{Options, Plan, Reason};

    #[test]
    fn what_fits_on_average_has_no_hours_below_zero_to_spare() {
        // Each regime takes 5 h of 6 h on average, the larger of the two 6.6 h.
        let activity = |id: &str, during: &str| {
            format!(
                r#"{{"id": "{id}", "kind": "teaching", "per_year": 52, "during": "{during}",
                     "hours": {{"dist": "uniform", "min": 0.1, "max": 9.9}}}}"#
            )
        };
        let plan = Plan::read(&format!(
            r#"{{"schema_version": 1, "person": {{"motivations": {{"learning": 5}},
                "time": {{"free_hours_per_week": 6}}}}, "pursuits": [{{"id": "a", "name": "A",
                "award": {{"chance_per_year": 0.5, "renewal_chance": 0.5}},
                "activities": [{}, {}], "benefits": [{{"category": "skills", "strength": 6}}]}}]}}"#,
            activity("before", "pursuing"),
            activity("after", "holding"),
        ))
        .unwrap();
        let options = Options::default().with_scenarios(1024).with_flips(false);
        let answer = plan.run().options(&options).assess().unwrap();
        let mut reasons = answer.pursuits[0].reasons.iter();
        let hours = reasons.find(|reason| matches!(reason, Reason::Hours { .. })).unwrap();
        assert_eq!(
            hours.text(),
            "In a year you hold it, it takes 6.6 h a week, and you have 6.0 h: with every number \
             at its average it just fits."
        );
    }
}
