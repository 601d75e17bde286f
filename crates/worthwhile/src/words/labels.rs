//! The words of the form, and what it shows first.

/// What the whole form is called, and what to do with it.
pub(crate) const TITLE: (&str, &str) = (
    "Is it worth my time?",
    "Describe what you are considering, what drives you, and how many hours you have. You can leave \
     the rest empty: sensible defaults fill in, and the answer lists them.",
);

/// Better words than the name of a property that is no number, by definition and property. Those
/// of numbers are in `numbers`.
pub(crate) const LABELS: [(&str, &str); 53] = [
    ("Case.name", "Your question"),
    ("Case.person", "About you"),
    ("Case.pursuits", "What you could do"),
    ("Case.either_or", "Only one of these"),
    ("Case.assumptions", "Where you disagree with the model"),
    ("Case.analysis", "Computation settings"),
    ("Case.note", "Notes"),
    ("Case.answers", "Answers of an interview"),
    ("Case.stand_ins", "Numbers that nobody said"),
    ("Case.schema_version", "Version of the format"),
    ("Case.$schema", "Address of the schema"),
    ("Person.motivations", "What drives you"),
    ("Person.motivation_ranking", "Or rank what drives you"),
    ("Person.protections", "What it should not cost you"),
    ("Person.time", "Your week"),
    ("Person.conditions", "How much others value it"),
    ("Conditions.market_regard", "Recruiters and employers"),
    ("Conditions.employer_regard", "My employer"),
    ("Conditions.client_regard", "My clients"),
    ("Conditions.local_rarity", "How rare it is where I work"),
    ("Pursuit.id", "Short name"),
    ("Pursuit.name", "Name"),
    ("Pursuit.note", "Notes"),
    ("Pursuit.preset", "Start from"),
    ("Pursuit.levels", "How much of it you could do"),
    ("Pursuit.award", "The award it can earn"),
    ("Pursuit.activities", "What it takes: hours"),
    ("Pursuit.benefits", "What it gives you"),
    ("Pursuit.costs", "What it takes: money"),
    ("Pursuit.drawbacks", "What bothers you about it"),
    ("Pursuit.omit", "Parts to leave out"),
    ("Activity.kind", "What you do"),
    ("Activity.id", "Short name"),
    ("Activity.during", "In which years"),
    ("Benefit.id", "Short name"),
    ("Benefit.category", "Type of benefit"),
    ("Benefit.depends_on", "Depends on how much others value it"),
    ("Benefit.requires", "What it needs"),
    ("Cost.id", "What for"),
    ("Cost.during", "In which years"),
    ("Drawback.id", "Short name"),
    ("Drawback.kind", "What bothers you"),
    ("Drawback.during", "When it bothers"),
    ("Award.name", "What it is called"),
    ("Award.held", "I hold it today"),
    ("Award.after_giving_up", "After giving up"),
    ("Assumptions.autonomy", "How much each motive comes from within"),
    ("Assumptions.serves", "What each type of benefit serves"),
    ("Analysis.totals", "Include how numbers act together"),
    ("Serves.events", "Invitation-only events"),
    ("Serves.helping", "Helping people"),
    ("Serves.Your own", "A custom type"),
    ("Conditions.Your own", "Someone else"),
];

/// Words for people, where the description speaks of the document.
pub(crate) const HELP: [(&str, &str); 48] = [
    (
        "Case.stand_ins",
        "What an interview put in for what you did not say. The answer calls it assumed.",
    ),
    ("Case.name", "In your own words."),
    ("Case.person", "Only what you know. A guess is welcome."),
    (
        "Case.pursuits",
        "The first is the one in question. Then add what you would do with the same hours instead.",
    ),
    (
        "Case.either_or",
        "From each list, you can do at most one. Use the short names given to each.",
    ),
    ("Case.analysis", "For comparing runs."),
    ("Case.assumptions", "For people who know how the model works."),
    ("Case.note", "For yourself. They do not change the answer."),
    (
        "Person.motivations",
        "How much each matters to you. 0: not at all, 10: nothing matters more.",
    ),
    ("Person.time", "Your hours in a normal week."),
    (
        "Person.protections",
        "How much you protect each. 0: not at all, 10: above nearly everything.",
    ),
    ("Person.conditions", "How much an award would count with them. 0: not at all, 1: fully."),
    ("Person.money", "If you leave this out, money does not count."),
    ("Conditions.Your own", "From 0 to 1."),
    ("Money.currency", "Three letters, such as EUR. If empty: USD."),
    ("Pursuit.preset", "Fills in typical hours, benefits and costs."),
    ("Pursuit.name", "What the answer should call it."),
    ("Pursuit.id", "Lowercase letters and hyphens. Required if you start from scratch."),
    ("Pursuit.note", "For yourself. They do not change the answer."),
    (
        "Pursuit.levels",
        "1 is all of it, 0.5 is half. In ascending order, including 1. Only 1 means all or nothing. If empty: half or all.",
    ),
    ("Pursuit.award", "Only if there is one, such as a yearly title."),
    ("Pursuit.activities", "List each kind of work: what it is, how long it takes, how often."),
    ("Pursuit.benefits", "List each benefit."),
    ("Pursuit.costs", "List each expense."),
    (
        "Pursuit.drawbacks",
        "Apart from hours and money: rude people, politics, reporting. List each one.",
    ),
    ("Pursuit.omit", "Short names of parts of the template you started from."),
    (
        "Activity.id",
        "Lowercase letters and hyphens. To change a part of the template you started from, use its name.",
    ),
    (
        "Activity.kind",
        "A word such as speaking, writing or studying. Rest does not count as a load.",
    ),
    (
        "Benefit.id",
        "Lowercase letters and hyphens. To change a part of the template you started from, use its name.",
    ),
    ("Benefit.category", "Choose the closest one."),
    ("Benefit.depends_on", "Its chance is multiplied by how much they value it."),
    ("Cost.id", "A word or two in lowercase letters, with hyphens, such as travel-cost."),
    (
        "Drawback.id",
        "Lowercase letters and hyphens. To change a part of the template you started from, use its name.",
    ),
    ("Drawback.kind", "Choose one, or name your own in a word such as commute."),
    ("Drawback.during", "Whether the work itself is what bothers you, or the award."),
    ("Drawback.note", "For yourself."),
    ("Award.name", "As within a sentence, such as: a publisher. If empty: the award."),
    ("Award.held", "If empty: no."),
    ("Award.after_giving_up", "If empty: keep doing the same work without the award."),
    ("Assumptions.serves", "0: not at all, 1: fully."),
    ("Serves.Your own", "How much it serves each motive."),
    ("Activity.during", "If empty: in every year."),
    ("Activity.note", "For yourself."),
    ("Benefit.requires", "If empty: the work alone."),
    ("Benefit.note", "For yourself."),
    ("Cost.during", "If empty: in every year."),
    ("Cost.note", "For yourself."),
    ("Analysis.totals", "It takes longer."),
];

/// Objects whose fields all go on in the same words. The first sentence tells them apart.
pub(crate) const ALIKE: [&str; 1] = ["Conditions"];

/// What an item of a list is called, and what the button says that adds one.
pub(crate) const ITEMS: [(&str, &str, &str); 5] = [
    ("Pursuit", "Something you could do", "Add something you could do"),
    ("Activity", "An activity", "Add an activity"),
    ("Benefit", "A benefit", "Add a benefit"),
    ("Cost", "A cost", "Add a cost"),
    ("Drawback", "Something that bothers you", "Add something that bothers you"),
];

/// What comes first, by definition. What is not named follows. Of a pursuit it is asked first what
/// it is, and then how much of it would be done anyway: all that follows is compared with that.
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
pub(crate) const RARE: [&str; 40] = [
    "Case.analysis",
    "Case.answers",
    "Case.assumptions",
    "Case.either_or",
    "Case.note",
    "Case.stand_ins",
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
    "Award.name",
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

/// Optional parts that are open from the start. No one answers without the first; the others are
/// lists, each with a button that adds to it.
pub(crate) const OPEN: [&str; 5] = [
    "Person.motivations",
    "Pursuit.activities",
    "Pursuit.benefits",
    "Pursuit.costs",
    "Pursuit.drawbacks",
];

/// Fields that common controls get wrong: a list to choose from loses the order of a ranking.
pub(crate) const UNFIT: [&str; 3] = ["Case.answers", "Case.stand_ins", "Person.motivation_ranking"];

/// What the forms of an estimate are called, by how their definitions end.
pub(crate) const FORMS: [(&str, &str); 5] = [
    ("Interval", "A range"),
    ("Pert", "Lowest, usual, highest"),
    ("Uniform", "Anything between"),
    ("Normal", "Average and spread"),
    ("Discrete", "One of a few values"),
];

/// How the description of a form begins to say when it is the one to take.
pub(crate) const WHEN: &str = "Use it when ";

/// Labels of the parts of an estimate, and what they mean.
pub(crate) const PARTS: [(&str, &str, &str); 9] = [
    ("low", "Rarely below", "It is less one time in twenty."),
    ("high", "Rarely above", "It is more one time in twenty."),
    ("min", "At least", "It is never less."),
    ("mode", "Usually", "The most likely value."),
    ("max", "At most", "It is never more."),
    ("mean", "Average", "As measured."),
    ("sd", "Spread", "The standard deviation, as measured."),
    ("values", "Values", "The possible values."),
    ("weights", "How likely each is", "One number for each value. If empty: all equal."),
];
