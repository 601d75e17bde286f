//! The words of the form, and what it shows first.

/// What the whole is called, and what to do with it.
pub(crate) const TITLE: (&str, &str) = (
    "Is it worth my time?",
    "Say what you think of doing, what drives you, and how many hours you have. The rest can stay \
     empty: something sensible stands in, and the answer lists it.",
);

/// Better words than the name of a property that is no number, by definition and property. Those
/// of numbers are in `numbers`.
pub(crate) const LABELS: [(&str, &str); 50] = [
    ("Case.name", "Your question"),
    ("Case.person", "About you"),
    ("Case.pursuits", "What you could do"),
    ("Case.either_or", "What excludes each other"),
    ("Case.assumptions", "Where you disagree with the model"),
    ("Case.analysis", "How to compute"),
    ("Case.note", "Notes"),
    ("Case.schema_version", "Version of the format"),
    ("Case.$schema", "Address of the schema"),
    ("Person.motivations", "What drives you"),
    ("Person.motivation_ranking", "Or just rank what drives you"),
    ("Person.protections", "What it must not cost you"),
    ("Person.time", "Your week"),
    ("Person.conditions", "How far others value it"),
    ("Conditions.market_regard", "Recruiters and employers"),
    ("Conditions.employer_regard", "My employer"),
    ("Conditions.client_regard", "My clients"),
    ("Conditions.local_rarity", "How rare it is near me"),
    ("Pursuit.id", "Short name"),
    ("Pursuit.name", "What you call it"),
    ("Pursuit.note", "Notes"),
    ("Pursuit.preset", "Start from"),
    ("Pursuit.levels", "How much of it you could do"),
    ("Pursuit.award", "The award it can earn"),
    ("Pursuit.activities", "What it takes in hours"),
    ("Pursuit.benefits", "What it gives"),
    ("Pursuit.costs", "What it takes in money"),
    ("Pursuit.drawbacks", "What bothers you about it"),
    ("Pursuit.omit", "What of it to leave out"),
    ("Activity.kind", "What you do"),
    ("Activity.id", "Short name"),
    ("Activity.during", "In which years"),
    ("Benefit.id", "Short name"),
    ("Benefit.category", "What kind of good it is"),
    ("Benefit.depends_on", "Depends on who values it"),
    ("Benefit.requires", "What it needs"),
    ("Cost.id", "What for"),
    ("Cost.during", "In which years"),
    ("Drawback.id", "Short name"),
    ("Drawback.kind", "What bothers you"),
    ("Drawback.during", "When it bothers"),
    ("Award.held", "I hold it today"),
    ("Award.after_giving_up", "And then"),
    ("Assumptions.autonomy", "How far each drive is your own"),
    ("Assumptions.serves", "What each kind of good serves"),
    ("Analysis.totals", "Also how numbers work together"),
    ("Serves.events", "Invitation-only events"),
    ("Serves.helping", "Helping people"),
    ("Serves.Your own", "A kind of your own"),
    ("Conditions.Your own", "One of your own"),
];

/// The motives, wherever there is something for each.
pub(crate) const MOTIVES: [(&str, &str); 8] = [
    ("altruism", "Helping others"),
    ("belonging", "Being one of a community"),
    ("career", "Getting on in my job"),
    ("enjoyment", "Enjoying the work itself"),
    ("income", "Earning more"),
    ("influence", "Shaping the product"),
    ("learning", "Learning and growing"),
    ("reputation", "Standing with peers"),
];

/// Words for people, where the description speaks of the document.
pub(crate) const HELP: [(&str, &str); 46] = [
    ("Case.name", "In your own words."),
    ("Case.person", "Only what you know. A guess is welcome."),
    (
        "Case.pursuits",
        "First what is in question. Then what you would do instead with the same hours.",
    ),
    ("Case.either_or", "Of each list you can do one at most. Short names, as given to each."),
    ("Case.analysis", "For those who compare runs."),
    ("Case.assumptions", "For those who know how the model computes."),
    ("Case.note", "For yourself. They change nothing."),
    ("Person.motivations", "How much each matters to you: 0 is not at all, 10 is nothing more."),
    ("Person.time", "The hours you have."),
    (
        "Person.protections",
        "How much you guard each: 0 is not at all, 10 is above nearly everything.",
    ),
    ("Person.conditions", "How much an award would count with them: 0 is not at all, 1 is fully."),
    ("Person.money", "Left out, money counts for nothing."),
    ("Conditions.Your own", "From 0 to 1."),
    ("Money.currency", "Three letters, such as EUR. Left empty: USD."),
    ("Pursuit.preset", "Fills in typical hours, gains and costs."),
    ("Pursuit.name", "As the answer should call it."),
    ("Pursuit.id", "In small letters, with hyphens. Needed where you start from nothing."),
    ("Pursuit.note", "For yourself. They change nothing."),
    (
        "Pursuit.levels",
        "1 is all of it, 0.5 is half. Rising, with 1 among them; only 1 is all or nothing. Left empty: half or all.",
    ),
    ("Pursuit.award", "Only where there is one, such as a yearly title."),
    ("Pursuit.activities", "Each kind of work by itself: what, how long, how often."),
    ("Pursuit.benefits", "Each good that comes of it by itself."),
    ("Pursuit.costs", "Each thing to pay for by itself."),
    (
        "Pursuit.drawbacks",
        "Besides its hours and its money, each by itself: rude people, politics.",
    ),
    ("Pursuit.omit", "Short names of parts of what you started from."),
    (
        "Activity.id",
        "In small letters, with hyphens. To change a part of what you started from, its name.",
    ),
    ("Activity.kind", "A word such as speaking, writing or studying. Rest is no load."),
    (
        "Benefit.id",
        "In small letters, with hyphens. To change a part of what you started from, its name.",
    ),
    ("Benefit.category", "The nearest one."),
    ("Benefit.depends_on", "Its chance is multiplied by how far these value it."),
    ("Cost.id", "A word or two in small letters, with hyphens, such as travel-cost."),
    (
        "Drawback.id",
        "In small letters, with hyphens. To change a part of what you started from, its name.",
    ),
    ("Drawback.kind", "A word such as politics, reporting or confidentiality."),
    ("Drawback.during", "Whether it is the work itself that bothers, or the award."),
    ("Drawback.note", "For yourself."),
    ("Award.held", "Left empty: I do not."),
    ("Award.after_giving_up", "Left empty: the same work without it."),
    ("Assumptions.serves", "From 0, not at all, to 1, wholly."),
    ("Serves.Your own", "How far it serves each."),
    ("Activity.during", "Left empty: in every year."),
    ("Activity.note", "For yourself."),
    ("Benefit.requires", "Left empty: the work alone."),
    ("Benefit.note", "For yourself."),
    ("Cost.during", "Left empty: in every year."),
    ("Cost.note", "For yourself."),
    ("Analysis.totals", "It takes longer."),
];

/// Objects whose fields all go on in the same words. The first sentence tells them apart.
pub(crate) const ALIKE: [&str; 1] = ["Conditions"];

/// What an item of a list is called, and what the button says that adds one.
pub(crate) const ITEMS: [(&str, &str, &str); 5] = [
    ("Pursuit", "Something you could do", "Add something you could do"),
    ("Activity", "An activity", "Add an activity"),
    ("Benefit", "Something good", "Add something good"),
    ("Cost", "A cost", "Add a cost"),
    ("Drawback", "Something that bothers", "Add something that bothers"),
];

/// What comes first, by definition. What is not named follows.
pub(crate) const ORDER: [(&str, &[&str]); 11] = [
    ("Case", &["name", "pursuits", "either_or", "person"]),
    (
        "Person",
        &["motivations", "motivation_ranking", "time", "protections", "money", "conditions"],
    ),
    ("Protections", &["break_even_hours_per_week", "personal_time", "wellbeing", "savings"]),
    ("Time", &["free_hours_per_week", "work_hours_per_week"]),
    ("Money", &["meaningful_yearly_amount", "currency", "usd_rate", "hour_value"]),
    (
        "Pursuit",
        &[
            "preset",
            "name",
            "anyway",
            "award",
            "activities",
            "benefits",
            "costs",
            "drawbacks",
            "levels",
            "omit",
            "id",
        ],
    ),
    ("Award", &["held", "chance_per_year", "renewal_chance"]),
    ("Activity", &["kind", "hours", "per_year", "enjoyability"]),
    ("Benefit", &["category", "strength", "chance", "money_per_year"]),
    ("Cost", &["id", "money_per_year"]),
    ("Drawback", &["kind", "bother", "during"]),
];

/// What most people leave out.
pub(crate) const RARE: [&str; 37] = [
    "Case.analysis",
    "Case.assumptions",
    "Case.either_or",
    "Case.note",
    "Person.conditions",
    "Person.burnout_risk",
    "Person.discount_rate",
    "Person.horizon_years",
    "Protections.personal_time",
    "Pursuit.lasts_years",
    "Pursuit.levels",
    "Pursuit.omit",
    "Pursuit.id",
    "Pursuit.note",
    "Award.after_giving_up",
    "Award.give_up_after_years",
    "Activity.delay_years",
    "Activity.during",
    "Activity.id",
    "Activity.lasts_years",
    "Activity.note",
    "Activity.usual_per_year",
    "Benefit.delay_years",
    "Benefit.depends_on",
    "Benefit.lasts_years",
    "Benefit.requires",
    "Benefit.id",
    "Benefit.note",
    "Cost.delay_years",
    "Cost.during",
    "Cost.lasts_years",
    "Cost.note",
    "Drawback.chance",
    "Drawback.delay_years",
    "Drawback.id",
    "Drawback.lasts_years",
    "Drawback.note",
];

/// What most people leave out where another field of the same object is given.
pub(crate) const RARE_WITH: [(&str, &str); 3] =
    [("Pursuit.activities", "preset"), ("Pursuit.benefits", "preset"), ("Pursuit.costs", "preset")];

/// Optional parts that stand open. Nobody answers without the first; the others are lists, and have
/// a button that adds to them.
pub(crate) const OPEN: [&str; 5] = [
    "Person.motivations",
    "Pursuit.activities",
    "Pursuit.benefits",
    "Pursuit.costs",
    "Pursuit.drawbacks",
];

/// Fields that common controls get wrong: a list to choose from loses the order of a ranking.
pub(crate) const UNFIT: [&str; 1] = ["Person.motivation_ranking"];

/// What the forms of an estimate are called, by how their definitions end.
pub(crate) const FORMS: [(&str, &str); 5] = [
    ("Interval", "A range"),
    ("Pert", "Lowest, usual, highest"),
    ("Uniform", "Anything between"),
    ("Normal", "Average and spread"),
    ("Discrete", "One of a few values"),
];

/// How the description of a form begins to say when it is the one to take.
pub(crate) const WHEN: &str = "Use it where ";

/// Labels of the parts of an estimate, and what they mean.
pub(crate) const PARTS: [(&str, &str, &str); 9] = [
    ("low", "Rarely below", "Once in twenty times it is less."),
    ("high", "Rarely above", "Once in twenty times it is more."),
    ("min", "At least", "It is never less."),
    ("mode", "Usually", "The value that comes most."),
    ("max", "At most", "It is never more."),
    ("mean", "Average", "As measured."),
    ("sd", "Spread", "The standard deviation, as measured."),
    ("values", "Values", "Those that can come."),
    ("weights", "How likely each is", "One number for each value. Left out: all the same."),
];
