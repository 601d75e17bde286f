//! Answers and documents that nobody should give: problems, never panics.

use worthwhile::{Call, Code, Operation};

use super::*;

/// The code and the path of what is wrong with an answer.
fn refused(id: &str, answer: &str) -> (Code, String) {
    let mut asked =
        interview([("about", "microsoft-mvp"), ("situation", "doing"), ("drives", "income")]);
    let before = text(&asked);
    let error = asked.answer(id, answer).expect_err(answer);
    assert_eq!(text(&asked), before, "a refused answer changes nothing");
    (error.problems()[0].code, error.problems()[0].path.clone())
}

#[test]
fn answers_of_the_wrong_kind_have_a_problem_at_their_place() {
    for (id, answer, code) in [
        ("about", "", Code::UnknownValue),
        ("about", "0", Code::UnknownValue),
        ("about", "19", Code::UnknownValue),
        ("about", "microsoft-mvq", Code::UnknownValue),
        ("about", "\u{1b}[31mred", Code::InvalidName),
        ("about", "a\0b", Code::InvalidName),
        ("about", "\u{202e}tser", Code::InvalidName),
        ("week-job", "NaN", Code::WrongType),
        ("week-job", "inf", Code::WrongType),
        ("week-job", "1e400", Code::WrongType),
        ("week-job", "-3", Code::OutOfRange),
        ("week-job", "169", Code::OutOfRange),
        ("week-job", "99999999999999999999999999999999999999", Code::OutOfRange),
        ("week-job", "40 to 30", Code::LowAboveHigh),
        ("week-job", "1,2,3", Code::WrongType),
        ("week-job", "3 8", Code::WrongType),
        ("week-job", "4.0.0", Code::WrongType),
        ("week-job", "to", Code::WrongType),
        ("week-job", "-", Code::WrongType),
        ("week-job", "", Code::WrongType),
        ("anyway", "169", Code::OutOfRange),
        ("planned", "0", Code::OutOfRange),
        ("drives", "enjoyment, enjoyment", Code::RepeatedEntry),
        ("drives", "enjoyment, 9", Code::UnknownValue),
        ("drives", " , ,", Code::EmptyList),
        ("money-currency", "DOUBLOONS", Code::InvalidName),
        ("money-enough", "0", Code::OutOfRange),
        ("week-jop", "40", Code::UnknownItem),
        ("", "40", Code::UnknownItem),
        ("/person/no/such", "40", Code::UnknownItem),
    ] {
        assert_eq!(
            refused(id, answer),
            (code, format!("/answers/{}", id.replace('/', "~1"))),
            "{answer:?}"
        );
    }
}

#[test]
fn a_week_without_a_free_hour_is_a_problem_where_it_is_answered() {
    let week = [("week-job", "80"), ("week-sleep", "8"), ("week-everyday", "30")];
    let mut asked = interview(week);
    let error = asked.answer("week-care", "10").unwrap_err();
    assert_eq!(
        (error.problems()[0].code, error.problems()[0].path.as_str()),
        (Code::WeekTooLong, "/answers/week-care")
    );
    asked.answer("week-care", "0 to 1").unwrap();
}

#[test]
fn ten_megabytes_are_refused_in_no_time() {
    let long = "9".repeat(10 << 20);
    let words = "rest, ".repeat(2 << 20);
    let began = std::time::Instant::now();
    for id in ["about", "week-job", "drives", "bothers", "money-enough"] {
        refused(id, &long);
        refused(id, &words);
    }
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
    let document = format!(r#"{{"schema_version": 1, "answers": {{"week-job": "{long}"}}}}"#);
    let error = Call::new(Operation::Ask).case(document).run().unwrap_err();
    assert_eq!(error.problems()[0].code, Code::TooLarge);
}

#[test]
fn the_document_is_read_like_any_other() {
    let problems = |text: &str| -> Vec<(String, Code)> {
        let error = Call::new(Operation::Ask).case(text).run().unwrap_err();
        error.problems().iter().map(|own| (own.path.clone(), own.code)).collect()
    };
    let one = |path: &str, code: Code| vec![(path.to_owned(), code)];
    assert_eq!(problems("{"), one("", Code::InvalidJson));
    assert_eq!(problems("[]"), one("", Code::WrongType));
    assert_eq!(problems("{}"), one("", Code::MissingField));
    assert_eq!(problems(r#"{"schema_version": 2}"#), one("/schema_version", Code::UnknownVersion));
    assert_eq!(
        problems(r#"{"schema_version": 1, "ansers": {}}"#),
        one("/ansers", Code::UnknownField)
    );
    assert_eq!(problems(r#"{"schema_version": 1, "case": 7}"#), one("/case", Code::WrongType));
    assert_eq!(
        problems(r#"{"schema_version": 1, "answers": {"week-job": 40, "Week": "x"}}"#),
        [
            ("/answers/week-job".to_owned(), Code::WrongType),
            ("/answers/Week".to_owned(), Code::InvalidName)
        ]
    );
    assert_eq!(
        problems(
            r#"{"schema_version": 1, "case": {"person": {"burnout_risk": 7}, "pursuits": [{"preset": "resst"}]}}"#
        ),
        [
            ("/case/person/burnout_risk".to_owned(), Code::OutOfRange),
            ("/case/pursuits/0/preset".to_owned(), Code::UnknownPreset)
        ]
    );
    assert_eq!(
        problems(r#"{"schema_version": 1, "case": {"name": "a", "name": "b"}}"#),
        one("/case/name", Code::DuplicateKey)
    );
    let about_a_plan = worthwhile::Plan::read(&file("own", "case")).unwrap();
    assert!(Call::new(Operation::Ask).plan(&about_a_plan).run().is_err());
}

#[test]
fn an_answer_to_another_course_is_kept_and_does_nothing() {
    let mut asked = interview([
        ("about", "microsoft-mvp"),
        ("/pursuits/microsoft-mvp/activities/speaking/hours", "9"),
    ]);
    asked.answer("about", "rest").unwrap();
    assert_eq!(bare(&asked)["pursuits"], serde_json::json!([{"preset": "rest"}]));
    asked.answer("about", "microsoft-mvp").unwrap();
    assert_eq!(bare(&asked)["pursuits"][0]["activities"][0]["hours"], 9.0);
}
