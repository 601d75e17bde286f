//! Answers as people type them, and what they mean.
#![allow(clippy::unwrap_used, reason = "test code: a panic is a failed test")]

mod choosing;

use super::given::Given;
use super::numbers::Span;
use super::question::{InterviewQuestion, QuestionKind, QuestionOption};
use super::{Interview, Open};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::problem::Code;

/// A question of the interview, with these answers before it.
fn question(id: &str, before: &[(&str, &str)]) -> InterviewQuestion {
    let mut interview = Interview::new(Catalogue::builtin());
    interview.answer_all(before.iter().copied()).unwrap();
    let script = interview.play(Open::Silent);
    let all =
        script.first.into_iter().chain(script.soon).chain(script.later).chain(script.answered);
    all.into_iter().find(|own| own.id == id).unwrap()
}

/// A question that takes a share.
fn share() -> InterviewQuestion {
    let id = "/pursuits/book/award/chance_per_year";
    question(id, &[("about", "book"), (id, "don't know")])
}

fn number(text: &str, question: &InterviewQuestion) -> Option<(f64, f64)> {
    match Given::read(text, question).ok()? {
        Given::Number(Span { low, high }) => Some((low, high)),
        _ => None,
    }
}

#[test]
fn numbers_are_found_in_sentences() {
    let hours = question("week-care", &[]);
    for (text, low, high) in [
        ("zero", 0.0, 0.0),
        ("none, I am retired", 0.0, 0.0),
        ("none at all", 0.0, 0.0),
        ("nothing", 0.0, 0.0),
        ("no", 0.0, 0.0),
        ("one", 1.0, 1.0),
        ("about five", 5.0, 5.0),
        ("an hour... no, two", 2.0, 2.0),
        ("twenty-five", 25.0, 25.0),
        ("thirty five hours", 35.0, 35.0),
        ("a hundred", 100.0, 100.0),
        ("a hundred and ten", 110.0, 110.0),
        ("half an hour", 0.5, 0.5),
        ("one and a half", 1.5, 1.5),
        ("7 or 8", 7.0, 8.0),
        ("10 to 15", 10.0, 15.0),
        ("ten to fifteen", 10.0, 15.0),
        ("ten-fifteen hours", 10.0, 15.0),
        ("about ten to fifteen", 10.0, 15.0),
        ("depends, 40 to 50", 40.0, 50.0),
        ("between 40 and 50 hours a week", 40.0, 50.0),
        ("40h-50h", 40.0, 50.0),
        ("40 ... 50", 40.0, 50.0),
        ("40\u{2013}50", 40.0, 50.0),
        ("40 hours, up to 50", 40.0, 50.0),
        ("5 hours a week at most", 5.0, 5.0),
        ("about 30 or so", 30.0, 30.0),
        ("maybe 9", 9.0, 9.0),
        ("40ish", 40.0, 40.0),
        ("40-ish", 40.0, 40.0),
        ("about 30ish", 30.0, 30.0),
        ("thirtyish hours", 30.0, 30.0),
        ("6, but much more before concerts", 6.0, 6.0),
        ("8 all told", 8.0, 8.0),
        ("7,5", 7.5, 7.5),
        ("7.5", 7.5, 7.5),
        (",5", 0.5, 0.5),
        ("not sure, 6 I guess", 6.0, 6.0),
        ("55 sometimes 60", 55.0, 60.0),
        ("usually 60, sometimes 55", 55.0, 60.0),
        ("8, some weeks none", 0.0, 8.0),
        ("8, some weeks 0", 0.0, 8.0),
        ("8 or nothing", 0.0, 8.0),
        ("5 in summer", 5.0, 5.0),
        ("some 40", 40.0, 40.0),
    ] {
        assert_eq!(number(text, &hours), Some((low, high)), "{text}");
    }
}

#[test]
fn money_is_read_with_its_sign_and_its_thousands() {
    let before = [("about", "rest"), ("drives", "income"), ("money-currency", "euro")];
    let money = question("money-enough", &before);
    assert_eq!(money.unit, "EUR a year");
    assert_eq!(money.in_words("9000").as_deref(), Some("9000 EUR a year"));
    for text in ["9000 in total", "600 once", "2000 altogether", "a one-off 400"] {
        let problem = Given::read(text, &money).unwrap_err();
        assert!(problem.message.ends_with("is not an amount a year"), "{text}: {problem:?}");
    }
    for (text, low, high) in [
        ("12k", 12_000.0, 12_000.0),
        ("12 thousand", 12_000.0, 12_000.0),
        ("twelve thousand", 12_000.0, 12_000.0),
        ("10 to 15k", 10_000.0, 15_000.0),
        ("$8,000", 8000.0, 8000.0),
        ("8.000 \u{20ac}", 8000.0, 8000.0),
        ("8000 dollars", 8000.0, 8000.0),
        ("\u{a3}8 000", 8000.0, 8000.0),
        ("12 000,50 z\u{142}", 12_000.5, 12_000.5),
        ("12000z\u{142}", 12_000.0, 12_000.0),
        ("KSh 1,000,000", 1e6, 1e6),
        ("KSh1,000,000", 1e6, 1e6),
        ("1.5 million", 1.5e6, 1.5e6),
        ("5000 euro to 8000 euro a year", 5000.0, 8000.0),
        ("1'000.5", 1000.5, 1000.5),
    ] {
        assert_eq!(number(text, &money), Some((low, high)), "{text}");
    }
    let before = [("about", "own"), ("drives", "income")];
    let own = question("own-money", &before);
    for text in ["-600", "-$600", "$-600", "minus 600", "- 600", "\u{2212}600", "about -600"] {
        assert_eq!(number(text, &own), Some((-600.0, -600.0)), "{text}");
    }
}

#[test]
fn ratings_go_below_zero_and_shares_are_parts() {
    let enjoy = question("own-enjoy", &[("about", "own")]);
    for (text, low, high) in [
        ("-3 to 2", -3.0, 2.0),
        ("-3 - -1", -3.0, -1.0),
        ("-10 to -6", -10.0, -6.0),
        ("minus three to two", -3.0, 2.0),
        ("from -3 up to 2", -3.0, 2.0),
        ("3-5", 3.0, 5.0),
        ("pleasant", 5.0, 5.0),
    ] {
        assert_eq!(number(text, &enjoy), Some((low, high)), "{text}");
    }
    assert_eq!(number("none", &enjoy), None, "zero is not the least here");
    let share = share();
    for (text, low, high) in [
        ("about half", 0.5, 0.5),
        ("half of it", 0.5, 0.5),
        ("three quarters", 0.75, 0.75),
        ("20 to 50%", 0.2, 0.5),
        ("0.5 to 2%", 0.005, 0.02),
        ("twenty percent", 0.2, 0.2),
        ("none", 0.0, 0.0),
    ] {
        assert_eq!(number(text, &share), Some((low, high)), "{text}");
    }
}

#[test]
fn what_is_no_number_or_too_many_is_refused_in_plain_words() {
    let hours = question("week-care", &[]);
    for text in [
        "",
        "-",
        "to",
        "many",
        "no one",
        "one of them",
        "1, 2, 3",
        "1,2,3",
        "5, 7",
        "5 6 7",
        "1 to 2 to 3",
        "40 at work and 10 at home",
        "1e400",
        "NaN",
        "inf",
        "covid19",
        "24/7",
        "50%",
        "half a day",
        "3 days",
        "2 hours a day",
        "5 hours a month",
        "90 minutes",
    ] {
        let problem = Given::read(text, &hours).unwrap_err();
        assert_eq!(problem.code, Code::WrongType, "{text}");
    }
    let problem = Given::read("many", &hours).unwrap_err();
    assert_eq!(problem.help.as_deref(), Some("use figures, such as 5, or 7 to 8"));
    let problem = Given::read("2 hours a day", &hours).unwrap_err();
    assert_eq!(problem.help.as_deref(), Some("say it in hours a week"));
    for (text, range) in [
        ("8, twice what i do now", "2 to 8"),
        ("8 all told, incl the 4 I do already", "4 to 8"),
        ("1, 2, 3", "1 to 3"),
    ] {
        let problem = Given::read(text, &hours).unwrap_err();
        let help = format!("which number do you mean? As a range: {range}");
        assert_eq!(problem.help, Some(help), "{text}");
    }
}

#[test]
fn not_to_know_may_be_said_in_more_words_and_with_a_guess() {
    let hours = question("week-care", &[]);
    for text in [
        "no idea, really",
        "dont know, more is always good",
        "I don\u{2019}t know",
        "I really don't know.",
        "no idea at all",
        "not sure, it varies",
        "?",
    ] {
        assert_eq!(Given::read(text, &hours).unwrap(), Given::Unknown, "{text}");
    }
    for (text, low, high) in [
        ("don't know, ten", 10.0, 10.0),
        ("no idea, maybe 35", 35.0, 35.0),
        ("No idea, 30ish", 30.0, 30.0),
        ("idk - 5 or 6 hours I guess", 5.0, 6.0),
        ("no clue... probably something like 8-12", 8.0, 12.0),
    ] {
        assert_eq!(number(text, &hours), Some((low, high)), "{text}");
    }
    for text in ["no idea, i have about 20 hours free", "don't know, 5 of them work"] {
        let problem = Given::read(text, &hours).unwrap_err();
        assert_eq!(problem.code, Code::WrongType, "{text}");
        assert!(problem.message.contains("both that you don't know and a number"), "{text}");
    }
}

#[test]
fn grades_may_be_ranges_and_are_said_out_of_ten() {
    let bother = "/pursuits/microsoft-mvp/drawbacks/confidentiality/bother";
    let before = [("about", "microsoft-mvp"), ("bothers", "confidentiality"), (bother, "3")];
    let grade = question(bother, &before);
    for (text, low, high) in [
        ("somewhat to clearly", 3.0, 5.0),
        ("from Slightly to strongly", 1.0, 7.0),
        ("clearly or strongly", 5.0, 7.0),
    ] {
        assert_eq!(number(text, &grade), Some((low, high)), "{text}");
    }
    for (text, words) in [
        ("3 to 5", "3 to 5 out of 10"),
        ("about 6", "6 out of 10"),
        ("somewhat to clearly", "3 to 5 out of 10"),
        ("Strongly", "strongly"),
    ] {
        assert_eq!(grade.in_words(text).as_deref(), Some(words), "{text}");
    }
    let enjoy = question("own-enjoy", &[("about", "own")]);
    assert_eq!(enjoy.in_words("about -6").as_deref(), Some("-6 out of 10"));
    let help = Given::read("quite a lot", &grade).unwrap_err().help.unwrap();
    assert!(
        help.ends_with("not at all, slightly, somewhat, clearly, strongly, unbearable"),
        "{help}"
    );
}
