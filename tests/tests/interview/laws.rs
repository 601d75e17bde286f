//! Laws: they hold for whatever is answered, in whatever order.

use proptest::prelude::*;
use worthwhile::{Plan, QuestionKind};
use worthwhile_conformance::runs::holds;

use super::*;

/// Any of the persons' answers, in any order, some left out and some not known.
fn some_answers() -> impl Strategy<Value = Vec<(String, String)>> {
    let order = |person: usize| Just(answers(PERSONS[person])).prop_shuffle();
    let fate = || prop::collection::vec(0..4_u8, 40);
    (0..PERSONS.len()).prop_flat_map(order).prop_flat_map(move |all| (Just(all), fate())).prop_map(
        |(all, fates)| {
            let kept = all.into_iter().zip(fates).filter(|(_, fate)| *fate > 0);
            let answer = |((id, answer), fate): ((String, String), u8)| match fate {
                1 => (id, "don't know".to_owned()),
                _ => (id, answer),
            };
            kept.map(answer).collect()
        },
    )
}

#[test]
fn the_order_of_answers_does_not_matter() {
    holds(60, some_answers(), |given| {
        let whole = interview(pairs(&given));
        let mut one_by_one = Interview::new(Catalogue::builtin());
        for (id, answer) in pairs(&given) {
            one_by_one
                .answer(id, answer)
                .map_err(|error| TestCaseError::fail(error.to_string()))?;
        }
        let backwards: Vec<_> = given.iter().rev().cloned().collect();
        prop_assert_eq!(text(&whole), text(&one_by_one));
        prop_assert_eq!(text(&whole), text(&interview(pairs(&backwards))));
        Ok(())
    });
}

fn has_options(kind: QuestionKind) -> bool {
    matches!(kind, QuestionKind::Choice | QuestionKind::Several | QuestionKind::Rank)
}

#[test]
fn whatever_was_answered_makes_a_case_and_leads_on() {
    holds(60, some_answers(), |given| {
        let asked = interview(pairs(&given));
        let checked = worthwhile::check(&text(&asked));
        let is_good = checked.iter().all(|problem| !problem.is_error());
        prop_assert!(is_good, "{:?}", checked);
        prop_assert!(Plan::read(&text(&asked)).is_ok());
        let next = questions(&asked);
        // One is asked again only if its options have changed so that nothing of the answer is left.
        let left = |own: &worthwhile::InterviewQuestion| {
            let is_offered = |part: &str| own.options.iter().any(|option| option.id == part);
            asked
                .answers()
                .get(&own.id)
                .is_some_and(|answer| !has_options(own.kind) || answer.split(", ").any(is_offered))
        };
        prop_assert!(!next.questions.iter().any(left), "{:?}", next.questions);
        let is_first = next.progress.before_first_answer == 0;
        prop_assert_eq!(next.so_far.is_some(), is_first);
        Ok(())
    });
}

#[test]
fn answering_again_and_taking_back_change_nothing() {
    holds(60, (some_answers(), any::<prop::sample::Index>()), |(given, at)| {
        prop_assume!(!given.is_empty());
        let asked = interview(pairs(&given));
        let (id, answer) = &given[at.index(given.len())];
        let mut again = asked.clone();
        again.answer(id, answer).unwrap();
        prop_assert_eq!(text(&again), text(&asked));
        again.take_back(id);
        again.answer(id, "don't know").unwrap();
        again.answer(id, answer).unwrap();
        prop_assert_eq!(text(&again), text(&asked));
        Ok(())
    });
}

#[test]
fn a_file_can_be_left_and_taken_up_after_every_answer() {
    holds(40, some_answers(), |given| {
        let mut asked = Interview::new(Catalogue::builtin());
        for (id, answer) in pairs(&given) {
            asked.answer(id, answer).unwrap();
            let again = Interview::resume(&text(&asked), Catalogue::builtin()).unwrap();
            prop_assert_eq!(text(&again), text(&asked));
            asked = again;
        }
        Ok(())
    });
}

#[test]
fn not_knowing_anything_ends_in_an_answer() {
    let catalogue = Catalogue::builtin();
    for about in catalogue.presets.keys().map(String::as_str).chain(["own", "don't know"]) {
        let mut asked = interview([("about", about)]);
        let mut count = 0;
        loop {
            let next = questions(&asked);
            let is_over = next.progress.worth_asking == 0;
            let Some(question) = next.questions.first().filter(|_| !is_over) else { break };
            asked.answer(&question.id, "I don't know").unwrap();
            count += 1;
            assert!(count < 250, "{about}: {}", question.id);
        }
        assert!(questions(&asked).so_far.is_some(), "{about}");
        worthwhile::assess(&text(&asked)).unwrap();
    }
}

#[test]
fn a_question_is_data_enough_to_ask_it() {
    for person in PERSONS {
        let given = answers(person);
        let next = questions(&interview(pairs(&given)));
        for question in next.answered.iter().chain(&next.questions) {
            let all = [&question.text, &question.why, &question.unknown, &question.help];
            assert!(all[..3].iter().all(|text| !text.is_empty()), "{}", question.id);
            assert!(
                all.iter().all(|text| !text.contains(['{', '}'])),
                "{}: {}",
                question.id,
                question.text
            );
            assert!(
                question.text.ends_with('?') || question.text.ends_with('.'),
                "{}",
                question.text
            );
            assert_eq!(question.kind.is_number(), question.minimum.is_some(), "{}", question.id);
            let has_options = !question.options.is_empty();
            let is_text = question.kind == QuestionKind::Text;
            assert!(has_options || question.kind.is_number() || is_text, "{}", question.id);
        }
    }
}

/// An answer in another form of the same number is the same answer.
#[test]
fn numbers_are_read_as_people_write_them() {
    let hours = |answer: &str| {
        bare(&interview([("about", "rest"), ("week-job", answer)]))["person"]["time"]["work_hours_per_week"].clone()
    };
    for same in ["37.5", "37,5", " 37.5 hours a week", "about 37,5 h", "37.50", "~37.5"] {
        assert_eq!(hours(same), 37.5, "{same}");
    }
    for same in [
        "35-40",
        "35 to 40",
        "between 35 and 40",
        "35\u{2013}40 hours",
        "35 .. 40",
        "from 35,0 to 40",
    ] {
        assert_eq!(hours(same), serde_json::json!({"low": 35.0, "high": 40.0}), "{same}");
    }
    let money = |answer: &str| {
        let given = [("about", "rest"), ("drives", "income"), ("money-enough", answer)];
        bare(&interview(given))["person"]["money"]["meaningful_yearly_amount"].clone()
    };
    for same in ["8000", "8,000", "8.000", "8 000 EUR", "$8000", "8'000", "8.000,00", "8,000.00"] {
        assert_eq!(money(same), 8000.0, "{same}");
    }
    let share = |answer: &str| {
        let pointer = "/pursuits/book/award/chance_per_year";
        bare(&interview([("about", "book"), (pointer, answer)]))["pursuits"][0]["award"]["chance_per_year"].clone()
    };
    for same in ["25%", "25", "0.25", "0,25", "25 percent"] {
        assert_eq!(share(same), 0.25, "{same}");
    }
}

/// What drives a person can be rated also by somebody who could not put it in an order.
#[test]
fn ratings_of_one_who_does_not_know_what_drives_them_are_heard() {
    let rating = "/person/motivations/learning";
    let mut asked = interview([("about", "certification"), ("drives", "don't know")]);
    let before = bare(&asked);
    asked.answer(rating, "9").unwrap();
    let after = bare(&asked);
    assert_eq!(after["person"]["motivations"]["learning"], 9.0);
    assert_ne!(before, after);
    asked.answer(rating, "don't know").unwrap();
    assert_eq!(bare(&asked), before);
    assert!(questions(&asked).questions.iter().all(|own| own.id != rating));
}

/// A first answer comes after about a dozen answers, and the count says so from the start.
#[test]
fn a_first_answer_comes_after_about_a_dozen() {
    let catalogue = Catalogue::builtin();
    let presets = catalogue.presets.keys().map(String::as_str);
    for about in presets.chain(["own", "a village choir", "don't know"]) {
        for situation in ["new", "doing", "don't know"] {
            let mut asked = Interview::new(catalogue);
            let mut counts = Vec::new();
            loop {
                let next = questions(&asked);
                if next.progress.before_first_answer == 0 {
                    assert!(next.so_far.is_some());
                    break;
                }
                assert!(next.so_far.is_none());
                counts.push(next.answered.len() + next.progress.before_first_answer);
                let id = &next.questions[0].id;
                let answer = match id.as_str() {
                    "about" => about,
                    "situation" => situation,
                    "drives" => "belonging, learning",
                    "instead" => "rest, own, language",
                    _ => "don't know",
                };
                asked.answer(id, answer).unwrap();
            }
            assert!((11..=14).contains(&counts.len()), "{about}, {situation}: {counts:?}");
            let jump = |pair: &[usize]| pair[1].abs_diff(pair[0]);
            assert!(counts.windows(2).all(|pair| jump(pair) <= 2), "{about}: {counts:?}");
            assert!(counts.iter().all(|count| *count >= 11), "{about}: {counts:?}");
        }
    }
}
