//! Choices and names as people type them.

use super::*;

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
    let labels: Vec<&str> = excludes.options.iter().map(|own| own.label.as_str()).collect();
    assert_eq!(labels, ["Yes", "No"]);
    for (text, id, words) in [
        ("yes", "language", "Yes"),
        ("Yes, I would", "language", "Yes"),
        ("language", "language", "Yes"),
        ("no", "none", "No"),
        ("none", "none", "No"),
        ("1", "language", "Yes"),
    ] {
        assert_eq!(chosen(text, &excludes).unwrap(), [id], "{text}");
        assert_eq!(excludes.in_words(text).as_deref(), Some(words), "{text}");
    }
    let several = question("excludes", &[("about", "meetup"), ("instead", "language, book")]);
    assert_eq!(chosen("yes", &several), None);
    // What was chosen of several counts where one of them is left.
    let mut interview = Interview::new(Catalogue::builtin());
    interview.answer_all([("about", "meetup"), ("instead", "language, book")]).unwrap();
    interview.answer("excludes", "language, book").unwrap();
    interview.answer("instead", "book").unwrap();
    let answered = interview.play(Open::Silent).answered;
    let excludes = answered.iter().find(|own| own.id == "excludes").unwrap();
    assert_eq!(excludes.in_words(excludes.answer.as_deref().unwrap()).as_deref(), Some("Yes"));
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
    assert_eq!(text("/pursuits/other/name").as_deref(), Some("Reading, my own plot"));
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
fn words_around_a_name_do_not_matter() {
    let about = question("about", &[]);
    let meant = |text: &str, question: &InterviewQuestion| match Given::read(text, question) {
        Ok(Given::Chosen(ids)) => ids.join(", "),
        Ok(Given::Own(_, name)) => format!("own: {name}"),
        other => format!("{other:?}"),
    };
    for (text, id) in [
        ("the Microsoft MVP award", "microsoft-mvp"),
        ("becoming a Microsoft MVP", "microsoft-mvp"),
        ("a part-time degree", "part-time-degree"),
        ("something else, leading the choir", "own: leading the choir"),
        ("Something else: the book club", "own: the book club"),
        ("something else, more rest", "rest"),
        ("a choir for the village", "own: a choir for the village"),
    ] {
        assert_eq!(meant(text, &about), id, "{text}");
    }
    let both = Given::read("the mvp award", &about).unwrap_err();
    assert!(both.message.contains("Microsoft MVP and Salesforce MVP"), "{}", both.message);
    for text in ["I want to lead a choir", "it is about a choir"] {
        assert!(Given::read(text, &about).unwrap_err().message.contains("sentence"), "{text}");
    }
    let instead = question("instead", &[("about", "own")]);
    for (text, ids) in [
        ("rest, and going for walks with mum", "own: going for walks with mum"),
        ("Just carry on as now", ""),
        ("keep doing what I do", ""),
        ("nothing", ""),
        ("rest, or just stay as I am", "rest"),
    ] {
        assert_eq!(meant(text, &instead), ids, "{text}");
    }
    for text in ["certification, its one or the other", "rest, whatever comes up in the next years"]
    {
        assert!(Given::read(text, &instead).unwrap_err().message.contains("sentence"), "{text}");
    }
    let gives = question("own-gives", &[("about", "own")]);
    let drives = question("drives", &[("about", "own")]);
    let bothers = question("bothers", &[("about", "microsoft-mvp")]);
    assert_eq!(meant("a bit of recognition, skills", &gives), "credibility, skills");
    assert_eq!(meant("a bit of recognition", &drives), "reputation");
    assert_eq!(meant("others deserve it more", &bothers), "feeling-undeserving");
    assert_eq!(meant("my boss", &bothers), "own: my boss");
    assert_eq!(meant("no recognition of any kind", &bothers), "own: no recognition of any kind");
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
