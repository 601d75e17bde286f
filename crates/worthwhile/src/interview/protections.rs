//! What drives the person, what money is to them, and what they guard.

use serde_json::{Value, json};

use super::given::Given;
use super::numbers::Span;
use super::question::{InterviewQuestion, QuestionKind};
use super::script::{Reply, Script, Turn, between, middle};
use crate::case::Motive;
use crate::estimate::{Domain, Estimate};
use crate::field::{
    BENEFIT_LASTS, BREAK_EVEN, FREE_HOURS, HORIZON_YEARS, MEANINGFUL_YEARLY_AMOUNT, MOTIVATION,
    SAVINGS, WELLBEING,
};
use crate::problem::Code;
use crate::words::choices::MOTIVES;
use crate::words::questions::{
    BREAK_EVEN as TRADE, CANCELS, CAREER_WITHOUT_A_JOB, CURRENCY, DRIVES, FREE as FREE_WORDS,
    INFLUENCE_ON_A_PRODUCT, MONEY_COUNTS, MONEY_OF_IT, PLAINER_MOTIVES, SAVINGS as LOSS,
    WELLBEING as BURNOUT, Wording, YEARS, YEARS_LONG, YES_NO,
};
use crate::words::{fixed, trimmed};

use super::about::OWN;
use super::leaves_out::{has_no_job, has_product};
use super::rated;

const MOTIVATIONS: &str = "/person/motivations";
const RANKING: &str = "/person/motivation_ranking";
pub(super) const MONEY_AT: &str = "/person/money";
pub(super) const ENOUGH_AT: &str = "/person/money/meaningful_yearly_amount";
pub(super) const CURRENCY_AT: &str = "/person/money/currency";

/// Illustrative, as the words of the question say.
const ENOUGH_UNKNOWN: Span = Span::new(5000.0, 20_000.0);

/// Asks what drives the person: a ranking, and later ratings of what was ranked.
pub(super) fn drives(script: &mut Script<'_>) {
    let (has_no_job, has_product) = (has_no_job(script), has_product(script));
    let label = |motive: Motive| {
        let named = MOTIVES.iter().find(|(id, _)| *id == motive.as_str());
        let plainer = PLAINER_MOTIVES.iter().find(|(id, _)| *id == motive.as_str());
        let label = plainer.or(named).map_or("", |(_, label)| label);
        (
            motive.as_str(),
            match motive {
                Motive::Career if has_no_job => CAREER_WITHOUT_A_JOB,
                Motive::Influence if has_product => INFLUENCE_ON_A_PRODUCT,
                _ => label,
            },
        )
    };
    let question = script.choose(QuestionKind::Rank, DRIVES, Motive::ALL.map(label));
    let is_in_case = script.in_base(MOTIVATIONS) || script.in_base(RANKING);
    let reply = script.ask(question, Turn::First, is_in_case);
    if reply.is_in_case() {
        return;
    }
    let Some(ranked) = reply.chosen().map(<[String]>::to_vec) else {
        script.stands_in("what drives you");
        let mut served = serde_json::Map::new();
        for motive in Motive::SERVED.map(Motive::as_str) {
            let rated = rating(script, motive).map(|span| span.estimate(&MOTIVATION.domain));
            note_rating(script, motive, rated.is_some());
            served.insert(motive.to_owned(), rated.unwrap_or_else(|| between(2.0, 8.0)));
        }
        script.case.set(MOTIVATIONS, served.into());
        return;
    };
    let ratings: Vec<Option<Span>> = ranked.iter().map(|motive| rating(script, motive)).collect();
    // A base may have the other form of the two, which may not stand beside it.
    if ratings.iter().all(Option::is_none) {
        script.case.set(MOTIVATIONS, Value::Null);
        script.case.set(RANKING, ranked.into());
        return;
    }
    script.case.set(RANKING, Value::Null);
    for (motive, rating) in ranked.iter().zip(&ratings) {
        note_rating(script, motive, rating.is_some());
    }
    let rated = ranked.iter().zip(between_neighbors(&ratings));
    let rated = rated.map(|(motive, span)| (motive.clone(), span.estimate(&MOTIVATION.domain)));
    script.case.set(MOTIVATIONS, rated.collect::<serde_json::Map<_, _>>().into());
}

/// Notes whether the rating of a motive was said.
fn note_rating(script: &mut Script<'_>, motive: &str, is_said: bool) {
    let pointer = format!("{MOTIVATIONS}/{motive}");
    if is_said {
        script.unsaid.remove(&pointer);
    } else {
        script.unsaid.insert(pointer);
    }
}

/// Asks for the rating of one motive.
fn rating(script: &mut Script<'_>, motive: &str) -> Option<Span> {
    let pointer = format!("{MOTIVATIONS}/{motive}");
    let question = rated::question(script, &pointer, &MOTIVATION)?;
    script.ask(question, Turn::Later, false).number()
}

/// Ratings of a ranking. What was not rated is somewhere between its rated neighbors.
fn between_neighbors(ratings: &[Option<Span>]) -> Vec<Span> {
    const ENDS: Span = Span::new(0.5, 9.5);
    let above = |at: usize| {
        ratings.iter().take(at).rev().flatten().next().map_or(ENDS.high, |span| span.low)
    };
    let below =
        |at: usize| ratings.iter().skip(at + 1).flatten().next().map_or(ENDS.low, |span| span.high);
    let own = |(at, rating): (usize, &Option<Span>)| {
        rating.unwrap_or_else(|| {
            let [one, other] = [below(at), above(at)].map(|end| end.clamp(ENDS.low, ENDS.high));
            Span::new(one.min(other), one.max(other))
        })
    };
    ratings.iter().enumerate().map(own).collect()
}

/// Asks about money where it matters: whether it counts, in which currency, and what something of one's own
/// brings or costs.
pub(super) fn money(script: &mut Script<'_>) {
    let is_in_case = script.in_base(MONEY_AT);
    let is_driven = is_driven_by_income(script);
    let is_asked = is_driven || is_in_case || has_money(script);
    if !is_asked {
        return;
    }
    if !is_driven {
        let question = script.choose(QuestionKind::Choice, MONEY_COUNTS, YES_NO);
        let reply = script.ask(question, Turn::Soon, is_in_case);
        if !is_in_case && reply.choice() != Some("yes") {
            return;
        }
    }
    if !is_in_case {
        script.guess(ENOUGH_AT, ENOUGH_UNKNOWN.estimate(&MEANINGFUL_YEARLY_AMOUNT.domain));
    }
    currency(script, is_in_case);
    if script.asked == OWN && !script.has_base() {
        of_own(script);
    }
}

/// Whether income is among what drives the person.
pub(super) fn is_driven_by_income(script: &Script<'_>) -> bool {
    script.case.has("/person/motivations/income") || ranks_income(script)
}

fn ranks_income(script: &Script<'_>) -> bool {
    let ranked = script.case.get(RANKING).and_then(Value::as_array);
    ranked.into_iter().flatten().any(|motive| motive.as_str() == Some(Motive::Income.as_str()))
}

/// Whether the pursuit in question brings or costs money.
fn has_money(script: &Script<'_>) -> bool {
    let is_own = script.asked == OWN && script.is_answered("about");
    is_own
        || script.preset().is_some_and(|preset| {
            let pursuit = &preset.pursuit;
            !pursuit.costs.is_empty()
                || pursuit.benefits.iter().any(|own| own.money_per_year.is_some())
        })
}

fn currency(script: &mut Script<'_>, is_in_case: bool) {
    let question = script.question(QuestionKind::Text, CURRENCY);
    let currency = script.ask(question, Turn::Soon, is_in_case);
    let Reply::Said(Given::Text(code)) = currency else { return };
    let code = super::currency::code(&code);
    if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        let question = script.question(QuestionKind::Text, CURRENCY);
        let message = format!("`{}` is not a currency code", crate::problem::shorten(&code));
        let problem = super::refusal::problem(&question, Code::InvalidName, message);
        script.problems.push(problem.with_help("type three letters, such as EUR"));
        return;
    }
    script.case.set(CURRENCY_AT, code.as_str().into());
}

/// Asks what a pursuit of one's own brings or costs.
fn of_own(script: &mut Script<'_>) {
    let question = script.question(QuestionKind::Amount, MONEY_OF_IT);
    let question = InterviewQuestion { id: format!("{OWN}-{}", MONEY_OF_IT.id), ..question };
    let most = 1e9;
    let question = question.with_bounds(Domain::real(most), "your currency a year");
    if let Some(money) = script.ask(question, Turn::Soon, false).number() {
        let amount = money.estimate(&Domain::real(most));
        script.case.set(&format!("/pursuits/{OWN}/benefits/money/category"), "pay".into());
        script.case.set(&format!("/pursuits/{OWN}/benefits/money/money_per_year"), amount);
    }
}

/// Asks what free time is worth, against everything.
pub(super) fn free_time(script: &mut Script<'_>) {
    let pointer = "/person/protections/break_even_hours_per_week";
    let personal = "/person/protections/personal_time";
    let question = script.question(QuestionKind::Interval, TRADE);
    let question = question.of_field(&BREAK_EVEN, pointer.to_owned());
    let free = script.case.get(FREE_HOURS.path).and_then(middle);
    let text = match free.filter(|_| script.is_answered(FREE_WORDS.id) || script.week.is_some()) {
        Some(free) => {
            let free = fixed(free, 0);
            format!("You have about {} free hours a week. {}", trimmed(&free), TRADE.text)
        }
        None => TRADE.text.to_owned(),
    };
    let question = InterviewQuestion { text, help: TRADE.help.to_owned(), ..question };
    let is_in_case = script.in_base(pointer) || script.in_base(personal);
    let reply = script.ask(question, Turn::First, is_in_case);
    if let Some(hours) = reply.number() {
        script.case.set(personal, Value::Null);
        script.say(pointer, hours.estimate(&BREAK_EVEN.domain));
    } else if reply.is_unknown() {
        script.case.set(pointer, Value::Null);
        script.guess(personal, between(2.5, 8.5));
        script.stands_in("what your free time is worth to you");
    }
}

/// Asks what a risk to health or a loss of money is worth, against everything.
pub(super) fn losses(script: &mut Script<'_>) {
    cancels(script, BURNOUT, WELLBEING.path, "what your health is worth to you");
    if script.case.has(MONEY_AT) {
        cancels(script, LOSS, SAVINGS.path, "what your savings are worth to you");
    }
}

/// Asks how far the person looks ahead, where something comes late or stays.
pub(super) fn years(script: &mut Script<'_>) {
    let is_late = script.preset().is_some_and(|preset| {
        preset.pursuit.lasts_years.is_some()
            || preset
                .pursuit
                .benefits
                .iter()
                .any(|own| own.delay_years.is_some() || own.lasts_years.is_some())
    });
    let is_known = script.in_base(HORIZON_YEARS.path);
    if is_late || is_known || script.is_answered(YEARS.id) {
        horizon(script, is_known);
    }
}

/// Asks how much of everything a loss would cancel.
fn cancels(script: &mut Script<'_>, trade: Wording, pointer: &str, what: &'static str) {
    let question = script.choose(
        QuestionKind::Choice,
        trade,
        CANCELS.iter().map(|(id, label, _)| (*id, *label)),
    );
    let question = InterviewQuestion { pointer: Some(pointer.to_owned()), ..question };
    let reply = script.ask_later(question, script.in_base(pointer));
    let chosen = CANCELS.iter().find(|(id, ..)| Some(*id) == reply.choice());
    let left = chosen.map(|(.., [low, high])| Span::new(*low, *high));
    if let Some(span) = left {
        script.say(pointer, span.estimate(&WELLBEING.domain));
    } else if reply.is_unknown() {
        script.guess(pointer, between(2.5, 8.5));
        script.stands_in(what);
    }
}

fn horizon(script: &mut Script<'_>, is_in_case: bool) {
    const LONG: f64 = 10.0;
    let lasting = script.preset().is_some_and(|preset| {
        let lasts = |own: &Estimate| own.mean(&BENEFIT_LASTS.domain) >= LONG;
        preset.pursuit.benefits.iter().filter_map(|own| own.lasts_years.as_ref()).any(lasts)
    });
    let question = script.question(QuestionKind::Amount, YEARS);
    let usual = if lasting { script.filled(YEARS_LONG) } else { String::new() };
    let help = format!("{usual}{}", question.help);
    let question = InterviewQuestion { help, ..question };
    let question = question.of_field(&HORIZON_YEARS, HORIZON_YEARS.path.to_owned());
    if let Some(years) = script.ask(question, Turn::Soon, is_in_case).number() {
        script.case.set(HORIZON_YEARS.path, json!(libm::round(years.middle()) as u32));
    }
}
