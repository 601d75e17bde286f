//! Answers as people type them, and what they mean.
#![allow(clippy::unwrap_used, reason = "test code: a panic is a failed test")]

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
    let all = script.first.into_iter().chain(script.later).chain(script.answered);
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
        ("7,5", 7.5, 7.5),
        ("7.5", 7.5, 7.5),
        (",5", 0.5, 0.5),
        ("not sure, 6 I guess", 6.0, 6.0),
    ] {
        assert_eq!(number(text, &hours), Some((low, high)), "{text}");
    }
}

#[test]
fn money_is_read_with_its_sign_and_its_thousands() {
    let money = question("money-enough", &[("about", "rest"), ("drives", "income")]);
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
        "no idea, really",
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
}

/// A list to choose from.
fn list(kind: QuestionKind, id: &str, options: &[(&str, &str)]) -> InterviewQuestion {
    let options = options.iter().map(|(id, label)| QuestionOption::new(*id, *label)).collect();
    InterviewQuestion {
        id: id.to_owned(),
        kind,
        options,
        ..question("situation", &[("about", "rest")])
    }
}

fn chosen(text: &str, question: &InterviewQuestion) -> Option<Vec<String>> {
    match Given::read(text, question).ok()? {
        Given::Chosen(ids) => Some(ids),
        _ => None,
    }
}

const STANDING: [(&str, &str); 3] = [
    ("new", "I would be starting"),
    ("doing", "I do some of this work already"),
    ("holding", "I hold the award today"),
];

#[test]
fn an_option_is_known_by_its_number_and_by_part_of_its_words() {
    let standing = list(QuestionKind::Choice, "standing", &STANDING);
    for (text, id) in [
        ("1", "new"),
        ("3.", "holding"),
        ("new", "new"),
        ("starting", "new"),
        ("I'm starting", "new"),
        ("some already", "doing"),
        ("I hold the award", "holding"),
        ("AWARD", "holding"),
    ] {
        assert_eq!(chosen(text, &standing), Some(vec![id.to_owned()]), "{text}");
    }
    for text in ["0", "4", "i", "a", "", "work award", "something"] {
        assert_eq!(chosen(text, &standing), None, "{text}");
    }
    let yes_no = list(QuestionKind::Choice, "yes-no", &[("yes", "Yes"), ("no", "No")]);
    for (text, id) in [
        ("No, we're fine", "no"),
        ("yes please", "yes"),
        ("Yeah", "yes"),
        ("y", "yes"),
        ("nope", "no"),
    ] {
        assert_eq!(chosen(text, &yes_no), Some(vec![id.to_owned()]), "{text}");
    }
    assert_eq!(chosen("not at all", &yes_no), None);
}

#[test]
fn several_are_parted_by_commas_blanks_and_the_word_and() {
    let options = [("a-b", "Bread and butter"), ("jam", "Jam"), ("tea", "Tea"), ("milk", "Milk")];
    let several = list(QuestionKind::Several, "several", &options);
    for (text, ids) in [
        ("2 and 4", vec!["jam", "milk"]),
        ("2, 3 and 4", vec!["jam", "tea", "milk"]),
        ("2, 3, and 4", vec!["jam", "tea", "milk"]),
        ("2 3", vec!["jam", "tea"]),
        ("tea & 2", vec![]),
        ("tea and milk", vec!["tea", "milk"]),
        ("bread and butter, tea", vec!["a-b", "tea"]),
        ("None, thank you", vec![]),
    ] {
        let found = chosen(text, &several);
        if text == "tea & 2" {
            assert_eq!(found, None, "{text}");
        } else {
            assert_eq!(found.unwrap(), ids, "{text}");
        }
    }
    assert_eq!(chosen("none, but 3", &several), None);
    assert_eq!(chosen("2 and 9", &several), None);
}

/// Whoever has to choose says yes, and whoever could do both says no.
#[test]
fn a_single_alternative_is_ruled_out_by_yes() {
    let before = [("about", "meetup"), ("instead", "language, rest")];
    let excludes = question("excludes", &before);
    assert!(excludes.text.contains("choose between organizing a meetup and a language"));
    for (text, ids) in [
        ("yes", vec!["language"]),
        ("Yes, I would", vec!["language"]),
        ("no", vec![]),
        ("1", vec!["language"]),
    ] {
        assert_eq!(chosen(text, &excludes).unwrap(), ids, "{text}");
    }
    let several = question("excludes", &[("about", "meetup"), ("instead", "language, book")]);
    assert_eq!(chosen("yes", &several), None);
}

/// What was chosen by a name is asked about under that name.
#[test]
fn a_gain_keeps_the_name_under_which_it_was_chosen() {
    let strength = "/pursuits/own/benefits/relationships/strength";
    let before = [("about", "own"), ("own-gives", "company"), (strength, "7")];
    let asked = question(strength, &before);
    assert!(asked.text.ends_with(": company?"), "{}", asked.text);
}

#[test]
fn a_refusal_shows_names_and_keeps_ids_for_machines() {
    let standing = list(QuestionKind::Choice, "standing", &STANDING);
    let problem = Given::read("no such thing", &standing).unwrap_err();
    assert_eq!(problem.message, "`no such thing` is none of the options");
    assert_eq!(problem.help.as_deref(), Some("type a number from 1 to 3, or part of a name"));
    assert_eq!(problem.data.unwrap().allowed, Some(vec!["new", "doing", "holding"].into()));
    let problem = Given::read("some", &list(QuestionKind::Several, "list", &STANDING));
    assert!(problem.is_ok());
    let problem = Given::read("elsewhere", &list(QuestionKind::Several, "list", &STANDING));
    let help = problem.unwrap_err().help.unwrap();
    assert_eq!(
        help,
        "type numbers from 1 to 3 with commas between them, such as 1, 2, or parts of names"
    );
    let problem = Given::read("microsoft-mpv", &question("about", &[])).unwrap_err();
    assert_eq!(problem.help.as_deref(), Some("did you mean `Microsoft MVP`?"));
    assert_eq!(problem.data.unwrap().suggestion, Some("microsoft-mvp".into()));
    let many = Given::read("I", &list(QuestionKind::Choice, "list", &STANDING)).unwrap_err();
    assert!(!many.message.contains("doing"), "{}", many.message);
}

#[test]
fn what_is_none_of_the_options_is_something_of_one_s_own() -> Result<(), Error> {
    let mut interview = Interview::new(Catalogue::builtin());
    interview.answer("about", "chair of the village allotment society")?;
    interview.answer("instead", "1, reading, and my own plot")?;
    let script = interview.play(Open::Silent);
    let text = |pointer: &str| script.case.text(pointer).map(str::to_owned);
    assert_eq!(
        text("/pursuits/own/name").as_deref(),
        Some("Chair of the village allotment society")
    );
    assert_eq!(text("/pursuits/other/name").as_deref(), Some("Reading, and my own plot"));
    assert_eq!(script.case.pursuits().len(), 3);
    let open: Vec<&str> = script.first.iter().map(|own| own.id.as_str()).collect();
    assert!(open.contains(&"own-hours") && !open.contains(&"own-name"), "{open:?}");
    let kept = serde_json::to_string(&interview.case()?).unwrap();
    let again = Interview::resume(&kept, Catalogue::builtin())?;
    assert_eq!(serde_json::to_string(&again.case()?).unwrap(), kept);

    let both = [("about", "chair"), ("own-name", "the allotment")];
    let (mut one, mut other) = (interview.clone(), interview.clone());
    one.answer_all(both)?;
    other.answer_all(both.into_iter().rev())?;
    for interview in [one, other] {
        let case = interview.play(Open::Silent).case;
        assert_eq!(case.text("/pursuits/own/name"), Some("The allotment"));
    }
    let mut bothers = Interview::new(Catalogue::builtin());
    bothers.answer_all([("about", "microsoft-mvp"), ("bothers", "I am worn out")])?;
    assert!(bothers.play(Open::Silent).case.has("/pursuits/microsoft-mvp/drawbacks/i-am-worn-out"));
    Ok(())
}

#[test]
fn what_was_understood_is_said_in_words() {
    let about = question("about", &[]);
    let hours = question("week-care", &[]);
    for (question, text, words) in [
        (&about, "1", Some(about.options.first().unwrap().label.as_str())),
        (&about, "a choir", Some("something else, of your own: `a choir`")),
        (&about, "idk", Some("don't know")),
        (&about, "99", None),
        (&hours, "about ten to fifteen", Some("10 to 15 hours a week")),
        (&hours, "7,5", Some("7.5 hours a week")),
    ] {
        assert_eq!(question.in_words(text).as_deref(), words, "{text}");
    }
    let share = share();
    assert_eq!(share.in_words("20 to 50").as_deref(), Some("20 to 50%"));
    let planned = question("planned", &[("about", "rest")]);
    assert_eq!(planned.in_words("Half of the usual").as_deref(), Some("half of the usual"));
    let hours = question("week-care", &[]);
    assert_eq!(hours.in_words("many"), None);
}

#[test]
fn a_currency_may_be_named() -> Result<(), Error> {
    let mut interview = Interview::new(Catalogue::builtin());
    interview.answer_all([("about", "rest"), ("drives", "income")])?;
    for (text, code) in
        [("KSh", "KES"), ("z\u{142}", "PLN"), ("euro", "EUR"), ("US dollars", "USD")]
    {
        interview.answer("money-currency", text)?;
        let case = interview.play(Open::Silent).case;
        assert_eq!(case.text("/person/money/currency"), Some(code), "{text}");
    }
    Ok(())
}
