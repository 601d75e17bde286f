//! What an interview may say of what it was not told, and when it may end.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use worthwhile::{Assessment, Call, Operation, Plan, Progress, Stage};

use super::*;

/// Someone with a job and a plan of their own, of whom all that matters is certain but what is added.
fn choir<'a>(more: impl IntoIterator<Item = (&'a str, &'a str)>) -> Interview<'static> {
    let known = [
        ("about", "own"),
        ("own-name", "a choir"),
        ("own-enjoy", "0"),
        ("own-gives", "relationships"),
        ("own-won", "no"),
        ("situation", "new"),
        ("week-job", "40"),
        ("week-sleep", "8"),
        ("week-everyday", "30"),
        ("week-care", "10"),
        ("week-free", "20"),
        ("part", "no"),
        ("drives", "belonging"),
        ("money-counts", "no"),
        ("break-even", "12"),
        ("bothers-own", "none"),
        ("instead", "none"),
        ("wellbeing", "none"),
        ("/pursuits/own/benefits/relationships/strength", "10"),
        ("/pursuits/own/benefits/relationships/chance", "100%"),
        ("/person/burnout_risk", "10%"),
    ];
    let mut interview = interview(known);
    interview.answer_all(more).unwrap();
    interview
}

fn hanging(asked: &Interview<'_>) -> Vec<String> {
    questions(asked).hangs_on.into_iter().map(|own| own.question).collect()
}

fn answer(asked: &Interview<'_>) -> Assessment {
    Plan::read(&text(asked)).unwrap().assess().unwrap()
}

#[test]
fn it_is_not_good_enough_while_a_range_that_was_given_turns_the_answer() {
    let few = choir([("own-hours", "2")]);
    let next = questions(&few);
    assert_eq!((next.progress.before_first_answer, next.good_enough), (0, true), "{next:#?}");
    assert!(answer(&few).question.answer.is_yes());
    // An hour more or less does not matter, twenty do.
    assert!(hanging(&choir([("own-hours", "2 to 3")])).is_empty());
    let unsure = choir([("own-hours", "1 to 22")]);
    let next = questions(&unsure);
    assert!(!next.good_enough && next.good_enough_because.is_none());
    let own = next.hangs_on.iter().find(|own| own.question == "own-hours").unwrap();
    assert_eq!(own.input, "/pursuits/own/activities/work/hours");
    let to = own.to.unwrap();
    assert!((1.0..22.0).contains(&to), "{own:?}");
    assert!(own.text.contains("it took") && own.text.contains("hours a week"), "{own:?}");
    // The answer does turn there, and nobody is asked the same again.
    let at = |hours: f64| {
        let plan = Plan::read(&text(&unsure)).unwrap();
        let answer = plan.with_values([(own.input.as_str(), hours)]).unwrap().assess().unwrap();
        answer.question.base_answer.unwrap_or(answer.question.answer).is_yes()
    };
    let plan = Plan::read(&text(&unsure)).unwrap();
    assert_ne!(at(to), at(plan.input(&own.input).unwrap().mean()));
    assert!(next.questions.iter().all(|question| question.id != "own-hours"));
}

#[test]
fn it_is_not_good_enough_while_not_knowing_turns_the_answer() {
    let sure = choir([("own-hours", "9")]);
    assert!(hanging(&sure).is_empty(), "{:?}", hanging(&sure));
    let unsure = choir([("own-hours", "9"), ("break-even", "don't know")]);
    assert!(hanging(&unsure).contains(&"break-even".to_owned()), "{:?}", hanging(&unsure));
    assert!(!questions(&unsure).good_enough);
}

#[test]
fn without_levers_the_questions_are_listed_and_nothing_is_computed() {
    let quick = Options::default().with_levers(false);
    let stages = |asked: &Interview<'_>, options: &Options| {
        let document = format!(r#"{{"schema_version": 1, "case": {}}}"#, text(asked));
        let mut stages: Vec<Stage> = Vec::new();
        let mut note = |now: Progress| {
            if !stages.contains(&now.stage) {
                stages.push(now.stage);
            }
            ControlFlow::Continue(())
        };
        let call = Call::new(Operation::Ask).case(document).options(options);
        call.watch(&mut note).run().unwrap();
        stages
    };
    let unsure = choir([("own-hours", "1 to 22"), ("break-even", "don't know")]);
    let few = Options::default().with_scenarios(64).with_replicates(2);
    assert!(stages(&unsure, &few).ends_with(&[Stage::Flips]));
    // The search is for whether it fits.
    assert!(stages(&unsure, &quick).iter().all(|stage| *stage == Stage::Search));
    for person in PERSONS {
        let all = interview(pairs(&answers(person)));
        for asked in
            [all, interview([("about", "book"), ("week-job", "40"), ("drives", "learning")])]
        {
            let (whole, listed) = (questions(&asked), asked.questions(&quick).unwrap());
            assert_eq!((&whole.case, &whole.answered), (&listed.case, &listed.answered));
            let ids = |next: &Questions| -> BTreeSet<String> {
                next.questions.iter().map(|own| own.id.clone()).collect()
            };
            assert_eq!(ids(&whole), ids(&listed), "{person}");
            assert!(listed.questions.iter().all(|own| own.loses_points.is_none()));
            assert!(listed.so_far.is_none() && listed.hangs_on.is_empty() && !listed.good_enough);
        }
    }
}

/// Whatever is not known, an answer never says that it was said.
#[test]
fn what_nobody_said_is_assumed() {
    for about in ["microsoft-mvp", "meetup", "own", "part-time-degree"] {
        let mut asked = interview([("about", about)]);
        while let Some(question) = questions(&asked).questions.first() {
            if questions(&asked).progress.worth_asking == 0 {
                break;
            }
            asked.answer(&question.id, "don't know").unwrap();
        }
        let plan = Plan::read(&text(&asked)).unwrap();
        for input in plan.inputs().iter().filter(|own| !own.estimate.is_certain()) {
            assert_ne!(input.origin.as_str(), "case", "{about}: {}", input.name);
        }
        let answer = answer(&asked);
        assert!(answer.levers.iter().all(|lever| !lever.text.contains("you said")), "{about}");
    }
}

#[test]
fn what_was_said_is_not_assumed() {
    let case = |answers: &[(&str, &str)]| bare(&interview(answers.iter().copied()));
    let names = |case: &Value| case["stand_ins"].as_array().cloned().unwrap_or_default();
    let free = Value::from("/person/time/free_hours_per_week");
    let week = [
        ("about", "rest"),
        ("week-job", "40"),
        ("week-sleep", "don't know"),
        ("week-everyday", "30"),
        ("week-care", "0"),
    ];
    assert!(names(&case(&week)).contains(&free));
    let told = [&week[..], &[("week-free", "12")]].concat();
    assert!(!names(&case(&told)).contains(&free));
    let slept = [&week[..], &[("week-sleep", "8")]].concat();
    assert!(!names(&case(&slept)).contains(&free));
    // A number that was changed by hand was said.
    let mut by_hand: Value = serde_json::from_str(&text(&interview(week))).unwrap();
    by_hand["person"]["time"]["free_hours_per_week"] = 17.into();
    let again = Interview::resume(&by_hand.to_string(), Catalogue::builtin()).unwrap();
    assert_eq!(bare(&again)["person"]["time"]["free_hours_per_week"], 17.0);
    assert!(!names(&bare(&again)).contains(&free));
}

#[test]
fn who_has_no_job_is_asked_about_none() {
    let offered = |about: &str, job: &str, id: &str| -> Vec<String> {
        let asked = interview([("about", about), ("week-job", job)]);
        let next = questions(&asked);
        let question = next.questions.into_iter().find(|own| own.id == id).unwrap();
        question
            .options
            .into_iter()
            .map(|own| format!("{}: {} {}", own.id, own.label, own.about))
            .collect()
    };
    let has = |all: &[String], id: &str| all.iter().any(|own| own.starts_with(&format!("{id}: ")));
    for id in ["employer_reputation", "job_performance", "business_value"] {
        assert!(has(&offered("own", "38", "own-gives"), id), "{id}");
        assert!(!has(&offered("own", "0", "own-gives"), id), "{id}");
    }
    for id in ["job-performance", "business-value"] {
        assert!(has(&offered("meetup", "38", "instead"), id), "{id}");
        assert!(!has(&offered("meetup", "0", "instead"), id), "{id}");
    }
    for about in ["own", "meetup", "microsoft-mvp"] {
        let all = offered(about, "0", "drives").join("\n").to_lowercase();
        assert!(!all.contains("my job"), "{about}: {all}");
    }
    assert!(offered("meetup", "38", "drives").join("\n").contains("my job"));
    // Nor are numbers asked that are about an employer: without one, no regard of theirs counts.
    let mut asked = interview([("about", "microsoft-mvp"), ("week-job", "0")]);
    assert_eq!(bare(&asked)["person"]["conditions"]["employer_regard"], 0.0);
    let mut count = 0;
    while let Some(question) = questions(&asked).questions.first() {
        assert!(!question.text.contains("employer") && !question.text.contains("manager"));
        let id = question.id.clone();
        asked.answer(&id, "don't know").unwrap();
        count += 1;
        assert!(count < 250);
    }
}

#[test]
fn a_product_is_spoken_of_only_where_there_is_one() {
    let texts = |about: &str, id: &str| {
        let next = questions(&interview([("about", about), ("own-gives", "relationships")]));
        let question = next.questions.into_iter().find(|own| own.id == id).unwrap();
        let options = question.options.iter().map(|own| format!("{} {}", own.label, own.about));
        options.collect::<Vec<_>>().join("\n").to_lowercase()
    };
    assert!(texts("microsoft-mvp", "drives").contains("product"));
    for about in ["own", "rest", "meetup", "nonprofit-board"] {
        assert!(!texts(about, "drives").contains("product"), "{about}");
    }
    let next = questions(&interview([("about", "own"), ("week-job", "40")]));
    let gives = next.questions.iter().find(|own| own.id == "own-gives").unwrap();
    assert!(gives.options.iter().all(|own| !own.about.contains("product")), "{gives:#?}");
}

/// Nobody planned what they were never asked for, or did not know.
#[test]
fn an_amount_is_compared_only_with_one_that_was_given() {
    let spoken = |planned: &str| {
        let mut given = answers("anyway");
        given.retain(|(id, _)| id != "anyway" && !id.ends_with("/bother"));
        let changed = [
            ("situation", "new"),
            ("planned", planned),
            ("instead", "rest"),
            ("/pursuits/meetup/benefits/contacts/strength", "don't know"),
            ("/pursuits/meetup/costs/venue-and-snacks/money_per_year", "1200"),
        ];
        given.extend(changed.map(|(id, answer)| (id.to_owned(), answer.to_owned())));
        let answer = answer(&interview(pairs(&given)));
        (answer.question.level, answer.question.summary + &answer.question.in_brief.join(" "))
    };
    let (level, text) = spoken("don't know");
    assert!(level < 1.0, "the case is about a part: {text}");
    assert!(!text.contains("lanned"), "{text}");
    let (level, text) = spoken("usual");
    assert!(level < 1.0 && text.contains("As planned"), "{text}");
}
