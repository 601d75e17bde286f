//! What a summary says in sentences, on every page alike.

use worthwhile::Code;
use worthwhile::writing::{capital, clean, cut, fixed, grouped, join, share};

use crate::summary::{Difference, LeverEffect, Refusal, SegmentSummary, Share, Summary, Teller};

/// The 95th percentile of the standard normal distribution: 90 % lie within so many standard errors.
const Z95: f64 = 1.644_853_626_951_472_7;
/// Reasons of refusals that are named.
const NAMED: usize = 3;
/// Letters of a name in a sentence.
const LONGEST_NAME: usize = 40;
/// Segments that are named as apart from the others.
const APART: usize = 5;
/// A share of the scenarios that differs by less from that of the people is not told.
const CLOSE: f64 = 0.015;

pub(crate) fn question(summary: &Summary) -> String {
    let name = clean(&summary.question_name);
    format!("For whom is {} worth it?", in_sentence(&name))
}

/// A name of plain words loses its capital.
fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    let Some(first) = letters.next() else { return String::new() };
    let is_plain = letters.as_str().chars().all(|letter| !letter.is_uppercase());
    if is_plain { first.to_lowercase().to_string() + letters.as_str() } else { name.to_owned() }
}

/// The first sentence.
pub(crate) fn answer(summary: &Summary) -> String {
    let Some(all) = summary.segments.first() else { return "There are no people.".to_owned() };
    let fewest = summary.smallest_segment.unwrap_or(0);
    if all.suppressed {
        return format!("There are fewer than {} people, so nothing is told.", many(fewest));
    }
    let answered = all.people - all.refused;
    match &all.share {
        _ if all.people == 0 => "The table has no people.".to_owned(),
        Some(own) => format!("For {} of {}{}.", share(own.yes), people(answered), part(all)),
        None if answered > 0 => "Nobody counts: the weights are 0.".to_owned(),
        None => format!("None of {} could be answered.", people(all.people)),
    }
}

/// How much of it those with a yes would do, where that is not all of it.
fn part(all: &SegmentSummary) -> String {
    all.mean_level.filter(|level| *level < 0.995).map_or_else(String::new, |level| {
        format!(", who would best do {} of it on average", share(level))
    })
}

/// What belongs right under it.
pub(crate) fn details(summary: &Summary) -> Vec<String> {
    let Some(all) = summary.segments.first() else { return Vec::new() };
    let mut texts = Vec::new();
    // Where it is most of them, nothing else is worth reading.
    let (is_most, why) = (2 * all.refused > all.people, refused(all, &summary.refusals));
    if is_most {
        texts.push(why.clone());
    }
    if let Some(own) = &all.share {
        texts.push(doubt(own));
        texts.extend(verdicts(all));
    }
    if all.refused > 0 && !is_most {
        texts.push(why);
    }
    if summary.weighted && all.share.is_some() {
        texts.push("Shares count people by their weights, numbers of people do not.".to_owned());
    }
    if all.unknown > 0 {
        let (answers, were) =
            if all.unknown == 1 { ("answer", "was") } else { ("answers", "were") };
        texts.push(format!("{} missing {answers} {were} taken as unknown.", many(all.unknown)));
    }
    texts.extend(all.complete.as_ref().map(|own| {
        let those = if own.people == 1 { "person" } else { "people" };
        format!(
            "Of the {} {those} who left nothing out it is {}.",
            many(own.people),
            share(own.yes)
        )
    }));
    texts
}

/// The range of a share: the error from people and that from shared doubt, apart and together.
fn doubt(own: &Share) -> String {
    let together = range(own.low, own.high);
    let Some(shared) = &own.shared_doubt else {
        return format!(
            "Had others been asked in their place, it might be {together}, nine times in ten. What \
             nobody knows for sure is left out of that, as nothing is drawn at the means."
        );
    };
    let people = match own.se_people {
        Some(error) => {
            let [low, high] = [-Z95, Z95].map(|z| (own.yes + z * error).clamp(0.0, 1.0));
            format!(
                "Had others been asked in their place, that alone might make it {}",
                range(low, high)
            )
        }
        None => {
            "They all get the same answer, which does not tell how others would differ".to_owned()
        }
    };
    let mean = if (shared.mean - own.yes).abs() > CLOSE {
        format!(
            " Over all that may turn out, it is {} on average: for some it is a close call.",
            share(shared.mean)
        )
    } else {
        String::new()
    };
    format!(
        "With all doubt together it is {together}, nine times in ten. {people}; the rest is what nobody knows for \
         sure, most of it the same for all of them.{mean}"
    )
}

/// How many have each verdict, those that somebody has.
fn verdicts(all: &SegmentSummary) -> Option<String> {
    const SAID: [(&str, &str); 5] = [
        ("worth_it", "worth it"),
        ("without_the_award", "only the work, without the award"),
        ("better_elsewhere", "something else is better"),
        ("not_worth_it", "not worth it"),
        ("not_feasible", "does not fit into the week"),
    ];
    let told = SAID.iter().filter_map(|(verdict, said)| {
        let count = all.verdicts.get(verdict).copied().filter(|count| *count > 0)?;
        Some(format!("{said} {}", many(count)))
    });
    let told: Vec<String> = told.collect();
    if told.len() < 2 {
        return None;
    }
    Some(format!("By their answers: {}.", told.join(", ")))
}

/// How many could not be answered, and the most frequent reasons.
fn refused(all: &SegmentSummary, reasons: &[Refusal]) -> String {
    let told: Vec<String> = reasons
        .iter()
        .take(NAMED)
        .map(|own| {
            let place = own.column.as_ref().unwrap_or(&own.input);
            format!("{} for {} ({})", many(own.people), clean(place), reason(&own.code))
        })
        .collect();
    let more = if reasons.len() > NAMED { ", and other reasons" } else { "" };
    let why = if told.is_empty() { String::new() } else { format!(": {}{more}", told.join(", ")) };
    format!("{} of {} could not be answered{why}.", many(all.refused), people(all.people))
}

/// A code in a few words.
fn reason(code: &str) -> String {
    match Code::ALL.iter().find(|own| own.as_str() == code) {
        Some(Code::OutOfRange) => "a number that is not allowed".to_owned(),
        Some(Code::NotFinite) => "a number without end".to_owned(),
        Some(Code::WrongType) => "not a number".to_owned(),
        Some(Code::UnknownValue) => "a word that the map does not have".to_owned(),
        Some(Code::MissingField) => "no answer".to_owned(),
        Some(Code::WeekTooLong) => "a week of more than 168 hours".to_owned(),
        Some(Code::NoMotivation) => "no motive above 0".to_owned(),
        Some(other) => other.meaning().trim_end_matches('.').to_owned(),
        None => clean(code),
    }
}

/// How it was computed.
pub(crate) fn how(summary: &Summary) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let how = if summary.scenarios == 0 {
        "at the means: nothing is drawn".to_owned()
    } else {
        let scenarios = summary.scenarios.to_string();
        format!("with doubt: from {} scenarios that all people share", grouped(&scenarios))
    };
    format!(
        "Computed by worthwhile {version} {how}. Whatever no column says is as in the case, the same for everybody. The \
         model has not been validated."
    )
}

/// `33% to 49%`, or one number where both ends are the same.
pub(crate) fn range(low: f64, high: f64) -> String {
    let (low, high) = (share(low), share(high));
    if low == high { low } else { format!("{low} to {high}") }
}

/// A change of a share in percentage points, with its sign.
pub(crate) fn change(change: f64) -> String {
    let text = fixed(100.0 * change, 1);
    if change > 0.0 && text != "0.0" { format!("+{text}") } else { text }
}

/// Its range.
pub(crate) fn changes(low: f64, high: f64) -> String {
    let (low, high) = (change(low), change(high));
    if low == high { low } else { format!("{low} to {high}") }
}

/// Who gains and who loses by a lever.
pub(crate) fn of_lever(own: &LeverEffect) -> String {
    let gained = format!("{} a yes", if own.gained == 1 { "1 gains" } else { "gain" });
    let gained = if own.gained == 1 { gained } else { format!("{} {gained}", many(own.gained)) };
    let lost = if own.lost == 1 { "loses theirs" } else { "lose theirs" };
    let but = but(own).map_or_else(String::new, |but| format!("; {but}"));
    format!("{gained}, {} {lost}{but}", many(own.lost))
}

/// How often a yes comes with more, or with less.
pub(crate) fn teller_share(own: &Teller) -> String {
    if own.higher_with_yes < 0.5 {
        format!("lower in {}", share(1.0 - own.higher_with_yes))
    } else {
        format!("higher in {}", share(own.higher_with_yes))
    }
}

/// The means of those with a yes and a no.
pub(crate) fn teller_means(own: &Teller) -> String {
    format!("{} against {}", number(own.mean_yes), number(own.mean_no))
}

/// A number with as many digits as say something.
fn number(value: f64) -> String {
    let digits = match value.abs() {
        large if large >= 100.0 => 0,
        middle if middle >= 1.0 => 1,
        _ => 2,
    };
    grouped(&fixed(value, digits))
}

/// What a grouping is called: `By country and role`.
pub(crate) fn segment_title(own: &SegmentSummary) -> String {
    let columns: Vec<String> = own.by.keys().map(|column| clean(column)).collect();
    capital(&format!("by {}", join(&columns)))
}

/// What the range of a segment or of a lever is.
pub(crate) fn what_a_range_is(summary: &Summary) -> String {
    let what = match summary.scenarios {
        0 => "is what others in their place might give, and no other doubt",
        _ => "takes all doubt together",
    };
    format!("A range {what}, nine times in ten.")
}

/// The same of ranges beside each other, with what is easily misread.
pub(crate) fn what_ranges_are(summary: &Summary) -> String {
    let range = what_a_range_is(summary);
    match summary.scenarios {
        0 => range,
        _ => format!(
            "{range} That two of them overlap does not make them alike: most of the doubt is the same for both."
        ),
    }
}

/// Why a segment has no share.
pub(crate) fn without_share(own: &SegmentSummary) -> &'static str {
    match own.people > own.refused {
        _ if own.suppressed => "left out",
        true => "nobody counts: the weights are 0",
        false => "nobody could be answered",
    }
}

/// Which segments of a grouping are told apart from all others, the farthest first.
pub(crate) fn apart(grouping: &[SegmentSummary]) -> Option<String> {
    let known = grouping.iter().filter_map(|own| Some((own, own.against_others.as_ref()?)));
    let known: Vec<(&SegmentSummary, &Difference)> = known.collect();
    if known.is_empty() {
        return None;
    }
    let mut apart: Vec<_> =
        known.into_iter().filter(|(_, own)| own.low > 0.0 || own.high < 0.0).collect();
    apart.sort_by(|(_, a), (_, b)| b.difference.abs().total_cmp(&a.difference.abs()));
    if apart.is_empty() {
        return Some("None of them can be told apart from all others.".to_owned());
    }
    let told = apart.iter().take(APART);
    let told = told.map(|(own, by)| format!("{} {}", quoted(own), changes(by.low, by.high)));
    let told = told.collect::<Vec<_>>().join("; ");
    let more = match apart.len().saturating_sub(APART) {
        0 => String::new(),
        more => format!("; and {} more", many(more as u64)),
    };
    Some(format!(
        "Against all others, in percentage points, nine times in ten: {told}{more}. Of ten that do not differ, one is \
         named by chance."
    ))
}

/// Levers with which nobody could be answered.
pub(crate) fn impossible(all: &SegmentSummary) -> Option<String> {
    let names: Vec<String> = all.impossible_levers.iter().map(|name| clean(name)).collect();
    (!names.is_empty()).then(|| format!("Nobody could be answered with {}.", join(&names)))
}

/// For how many people a lever does less than it says, or none.
pub(crate) fn but(own: &LeverEffect) -> Option<String> {
    let clipped = (own.clipped > 0)
        .then(|| format!("for {} a number ends at its bound", people(own.clipped)));
    let refused = (own.refused > 0)
        .then(|| format!("{} could not be answered then, and are left out", people(own.refused)));
    let told: Vec<String> = clipped.into_iter().chain(refused).collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// Which segments are left out.
pub(crate) fn left_out(summary: &Summary) -> String {
    let fewest = summary.smallest_segment.unwrap_or(0);
    format!(
        "Groups of fewer than {} people are left out, and so are the next smallest where the others would tell them.",
        many(fewest)
    )
}

/// What a segment is called: what it has in its columns.
pub(crate) fn name_of(own: &SegmentSummary) -> String {
    let value = |value: &Option<String>| match value {
        Some(value) => clean(value),
        None => "no answer".to_owned(),
    };
    own.by.values().map(value).collect::<Vec<_>>().join(", ")
}

/// The same in a sentence.
fn quoted(own: &SegmentSummary) -> String {
    let value = |value: &Option<String>| match value {
        Some(value) => format!("\"{}\"", cut(&clean(value), LONGEST_NAME)),
        None => "no answer".to_owned(),
    };
    own.by.values().map(value).collect::<Vec<_>>().join(", ")
}

/// A count of people.
fn people(count: u64) -> String {
    format!("{} {}", many(count), if count == 1 { "person" } else { "people" })
}

/// A count.
pub(crate) fn many(count: u64) -> String {
    grouped(&count.to_string())
}
