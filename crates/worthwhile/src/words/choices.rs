//! What there is to choose from, in a form as in an interview.

/// The motives, wherever there is something for each.
pub(crate) const MOTIVES: [(&str, &str); 8] = [
    ("altruism", "Helping others"),
    ("belonging", "Being part of a community"),
    ("career", "Advancing in my job"),
    ("enjoyment", "Enjoying the work itself"),
    ("income", "Earning more"),
    ("influence", "Shaping the product"),
    ("learning", "Learning and growing"),
    ("reputation", "Standing among peers"),
];

/// How much a drawback bothers, in words to choose from.
pub(crate) const BOTHER: [(f64, &str); 6] = [
    (0.0, "Not at all"),
    (1.0, "Slightly"),
    (3.0, "Somewhat"),
    (5.0, "Clearly"),
    (7.0, "Strongly"),
    (10.0, "Unbearable"),
];
