//! Five persons: what the interview makes of their answers gets the answer of a case written by hand.

use worthwhile::Plan;

use super::*;

#[test]
fn answers_get_the_answer_of_the_case_written_by_hand() {
    for person in PERSONS {
        let given = answers(person);
        let asked = worthwhile::assess(&text(&interview(pairs(&given)))).unwrap();
        let by_hand = worthwhile::assess(&file(person, "case")).unwrap();
        assert!(asked == by_hand, "{person}: {}", bare(&interview(pairs(&given))));
    }
}

#[test]
fn every_answer_is_one_to_a_question_of_their_course() {
    for person in PERSONS {
        let given = answers(person);
        let asked = questions(&interview(pairs(&given)));
        let ids: Vec<&str> = asked.answered.iter().map(|own| own.id.as_str()).collect();
        for (id, _) in &given {
            assert!(ids.contains(&id.as_str()), "{person}: nobody asked {id}");
        }
        assert_eq!(
            asked.progress.before_first_answer,
            0,
            "{person}: {:?}",
            asked.questions.first()
        );
        assert!(asked.so_far.is_some(), "{person}");
    }
}

#[test]
fn a_case_that_is_given_is_asked_only_for_what_it_lacks() {
    let mut case: Value = serde_json::from_str(&file("holder", "case")).unwrap();
    let time = case["person"]["time"].take();
    let interview = Interview::resume(&case.to_string(), Catalogue::builtin()).unwrap();
    let open: Vec<String> = questions(&interview).questions.into_iter().map(|own| own.id).collect();
    assert_eq!(open[..4], ["week-job", "week-sleep", "week-everyday", "week-care"]);
    assert_eq!(open[4..], ["week-free", "money-counts"]);

    let mut whole = interview.clone();
    let week =
        [("week-job", "38"), ("week-sleep", "8"), ("week-everyday", "35"), ("week-care", "10")];
    whole.answer_all(week).unwrap();
    whole.answer_all([("week-free", "29"), ("money-counts", "no")]).unwrap();
    assert_eq!(bare(&whole)["person"]["time"]["work_hours_per_week"], 38.0);
    assert_eq!(
        bare(&whole)["person"]["time"]["free_hours_per_week"],
        time["free_hours_per_week"].as_f64().unwrap()
    );
    let answer = worthwhile::assess(&text(&whole)).unwrap();
    assert_eq!(answer, worthwhile::assess(&file("holder", "case")).unwrap());
}

#[test]
fn a_case_that_was_made_by_an_interview_goes_on_and_one_changed_by_hand_is_given() {
    for person in PERSONS {
        let given = answers(person);
        let made = interview(pairs(&given));
        let again = Interview::resume(&text(&made), Catalogue::builtin()).unwrap();
        assert_eq!(text(&again), text(&made), "{person}");
        assert_eq!(again.answers().len(), given.len(), "{person}");
        let mut changed: Value = serde_json::from_str(&text(&made)).unwrap();
        changed["person"]["time"]["free_hours_per_week"] = 17.into();
        let by_hand = Interview::resume(&changed.to_string(), Catalogue::builtin()).unwrap();
        let kept: Vec<&String> = by_hand.answers().values().collect();
        assert!(kept.iter().all(|answer| *answer == "don't know"), "{person}: {kept:?}");
        assert_eq!(bare(&by_hand)["person"]["time"]["free_hours_per_week"], 17.0, "{person}");
    }
}

#[test]
fn the_week_is_what_is_left_of_168_hours() {
    let week = questions(&interview(pairs(&answers("own")))).week.unwrap();
    let parts = serde_json::json!([week.job, week.sleep, week.everyday, week.care, week.free]);
    assert_eq!(parts, serde_json::json!([30.0, 56.0, 40.0, 14.0, 28.0]));
    assert!(week.picture.starts_with("job               30  "), "{}", week.picture);
    assert_eq!(week.picture.lines().count(), 5);
}

#[test]
fn questions_come_by_what_not_knowing_them_loses() {
    let mut asked = interview(pairs(&answers("dread")));
    for id in ["wellbeing", "/pursuits/conference-speaking/drawbacks/stage-fright/bother"] {
        asked.take_back(id);
    }
    let next = asked.questions(&Options::default()).unwrap();
    let points: Vec<f64> = next.questions.iter().map(|own| own.loses_points.unwrap()).collect();
    assert!(points.is_sorted_by(|one, other| one >= other), "{points:?}");
    assert_eq!(next.progress.worth_asking, points.iter().filter(|own| **own >= 0.5).count());
    assert_eq!(next.good_enough, next.progress.worth_asking == 0 && next.hangs_on.is_empty());
    assert_eq!(next.good_enough, next.good_enough_because.is_some());
}

#[test]
fn what_depends_on_an_answer_that_changed_is_asked_again() {
    let mut asked = interview([
        ("about", "microsoft-mvp"),
        ("bothers", "5"),
        ("instead", "7, 16"),
        ("excludes", "1"),
    ]);
    assert_eq!(asked.answers()["bothers"], "confidentiality");
    assert_eq!(asked.answers()["excludes"], "specialized-skill");
    asked.answer("about", "book").unwrap();
    asked.answer("instead", "rest, language").unwrap();
    let open: Vec<String> = questions(&asked).questions.into_iter().map(|own| own.id).collect();
    assert!(
        open.contains(&"bothers".to_owned()) && open.contains(&"excludes".to_owned()),
        "{open:?}"
    );
    assert_eq!(bare(&asked).get("either_or"), None);
    asked.answer("about", "microsoft-mvp").unwrap();
    asked.answer("instead", "rest, specialized-skill").unwrap();
    assert_eq!(
        bare(&asked)["either_or"],
        serde_json::json!([["microsoft-mvp", "specialized-skill"]])
    );
}

/// Each of the five has an answer of their own.
#[test]
fn the_five_tell_different_stories() {
    let told = |person: &&str| {
        let answer = Plan::read(&file(person, "case")).unwrap().assess().unwrap();
        (answer.question.verdict, answer.question.summary)
    };
    let stories: Vec<_> = PERSONS.iter().map(told).collect();
    for (at, (_, story)) in stories.iter().enumerate() {
        assert!(stories[..at].iter().all(|(_, other)| other != story), "{story}");
    }
    let verdicts: std::collections::HashSet<String> =
        stories.iter().map(|(verdict, _)| format!("{verdict:?}")).collect();
    assert!(verdicts.len() >= 3, "{stories:#?}");
}
