//! Who asks: people with names, and anybody.

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use worthwhile::{Estimate, Money, Motive, Person, Protections};

/// A person with ratings in the order of [`Motive::ALL`].
pub(crate) fn person(free_hours: f64, ratings: [f64; 8]) -> Person {
    let mut person = Person::new(free_hours).with_money(Money::new(8000.0));
    person.motivations = Motive::ALL.into_iter().zip(ratings.map(Estimate::from)).collect();
    person
}

/// The same person with other ratings.
pub(crate) fn driven_by(person: &Person, ratings: [f64; 8]) -> Person {
    let motivations = Motive::ALL.into_iter().zip(ratings.map(Estimate::from)).collect();
    let mut other = person.clone();
    other.motivations = motivations;
    other
}

/// What somebody protects, each from 0 to 10.
pub(crate) fn protects(personal_time: f64, wellbeing: f64, savings: f64) -> Protections {
    Protections::new()
        .with_personal_time(personal_time)
        .with_wellbeing(wellbeing)
        .with_savings(savings)
}

/// Loves technology, likes to share, and wants to belong.
pub(crate) fn enthusiast() -> Person {
    person(26.0, [9.0, 8.0, 7.0, 6.0, 3.0, 3.0, 1.0, 0.0]).with_protections(protects(4.0, 5.0, 3.0))
}

/// Wants to get on and to earn, and nothing else.
pub(crate) fn careerist() -> Person {
    person(22.0, [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 9.0, 7.0])
}

/// Lives off clients.
pub(crate) fn freelancer() -> Person {
    person(24.0, [5.0, 3.0, 2.0, 4.0, 0.0, 6.0, 7.0, 8.0]).with_work_hours(45.0)
}

/// Wants to know more.
pub(crate) fn learner() -> Person {
    person(24.0, [5.0, 2.0, 2.0, 9.0, 4.0, 1.0, 4.0, 2.0])
}

/// Wants to help.
pub(crate) fn volunteer() -> Person {
    person(25.0, [4.0, 9.0, 8.0, 3.0, 1.0, 2.0, 0.0, 0.0])
}

/// Has a full job, a family, and little time that is not spoken for.
pub(crate) fn parent() -> Person {
    person(15.0, [5.0, 5.0, 5.0, 4.0, 1.0, 2.0, 4.0, 3.0])
        .with_protections(protects(9.0, 9.0, 6.0))
        .with_work_hours(46.0)
}

/// Driven a little by everything.
pub(crate) fn all_rounder() -> Person {
    person(24.0, [5.0; 8])
}

/// Everybody who has a name.
pub(crate) fn everyone() -> [(&'static str, Person); 7] {
    [
        ("enthusiast", enthusiast()),
        ("careerist", careerist()),
        ("freelancer", freelancer()),
        ("learner", learner()),
        ("volunteer", volunteer()),
        ("parent", parent()),
        ("all-rounder", all_rounder()),
    ]
}

/// Ratings of the eight motives, one of them above zero for sure.
fn ratings() -> impl Strategy<Value = [f64; 8]> {
    let rating = prop_oneof![2 => Just(0.0), 5 => 0.0..=10.0];
    (vec(rating, 8), 0..8_usize, 0.5..=10.0).prop_map(|(ratings, at, sure)| {
        let mut all = [0.0; 8];
        all.copy_from_slice(&ratings);
        all[at] = sure;
        all
    })
}

/// Anybody.
pub(crate) fn anybody() -> impl Strategy<Value = Person> {
    let protection = || prop_oneof![1 => Just(0.0), 1 => Just(10.0), 6 => 0.0..=10.0];
    let regards = vec(weighted(0.6, 0.0..=1.0), 4);
    let money = weighted(0.7, (200.0..=30_000.0, prop_oneof![Just(1.0), 0.5..=150.0]));
    (
        (ratings(), 3.0..=45.0, 0.0..=65.0),
        (protection(), protection(), protection()),
        (money, weighted(0.7, 0.01..=0.9), regards),
        (1..=8_u32, 0.0..=0.3_f64),
    )
        .prop_map(
            |((ratings, free, job), protections, (money, risk, regards), (years, discount))| {
                let mut person = person(free, ratings).with_work_hours(job);
                person.protections = protects(protections.0, protections.1, protections.2);
                person.money = money
                    .map(|(amount, rate)| Money::new(amount * rate).with_currency("EUR", rate));
                person.burnout_risk = risk.map(Estimate::from);
                for (name, regard) in CONDITIONS.into_iter().zip(regards) {
                    if let Some(regard) = regard {
                        person = person.with_condition(name, regard);
                    }
                }
                person.horizon_years = Some(years);
                person.discount_rate = Some(discount.into());
                person
            },
        )
}

const CONDITIONS: [&str; 4] = ["market_regard", "employer_regard", "client_regard", "local_rarity"];
