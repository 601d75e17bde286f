//! The words of an interview: what it asks, what helps to answer, why it asks, and what not knowing means.

use crate::field::Key;

/// The words of one question. `{it}` stands for the pursuit in question, `{award}` for its award.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wording {
    /// The id of the question, which never changes.
    pub(crate) id: &'static str,
    pub(crate) text: &'static str,
    pub(crate) help: &'static str,
    pub(crate) why: &'static str,
    /// What `don't know` means.
    pub(crate) unknown: &'static str,
}

pub(crate) const ABOUT: Wording = Wording {
    id: "about",
    text: "What is it about?",
    help: "Choose the nearest. Each starts from typical hours, gains and costs, and you can change them. If none is near, choose something else and describe it.",
    why: "Everything that follows is about it.",
    unknown: "You are asked as about something else, of your own.",
};
pub(crate) const NAME: Wording = Wording {
    id: "name",
    text: "What is it? Complete the sentence: Is ... worth it?",
    help: "A few words, such as: running a choir.",
    why: "The answer calls it by this name.",
    unknown: "It is called: this commitment.",
};
pub(crate) const HOURS: Wording = Wording {
    id: "hours",
    text: "How many hours a week would it take?",
    help: "All of it, with preparation and travel.",
    why: "Hours are the first thing that it costs.",
    unknown: "Anything from 1 to 12 hours: an illustrative range.",
};
pub(crate) const ENJOY: Wording = Wording {
    id: "enjoy",
    text: "How much would you enjoy the hours it takes?",
    help: "From -10 (dread) to 10 (you would do it for its own sake). Leave out what bothers you; that is asked separately.",
    why: "An hour that you enjoy costs you less than one that you dread.",
    unknown: "Anything from -3 to 8: an illustrative range.",
};
pub(crate) const GIVES: Wording = Wording {
    id: "gives",
    text: "What would it give you?",
    help: "Choose all that apply. Money is asked separately.",
    why: "It is worth something if it gives you what drives you.",
    unknown: "Skills, contacts, helping people and doing what you love, each from hardly any to a lot: illustrative.",
};
pub(crate) const MONEY_OF_IT: Wording = Wording {
    id: "money",
    text: "How much money a year would it bring you, after what it costs?",
    help: "If it costs more than it brings, put a minus before the amount, such as -600.",
    why: "Money counts for you, so what it brings or costs does.",
    unknown: "It neither brings nor costs money.",
};
pub(crate) const WON: Wording = Wording {
    id: "won",
    text: "Does it lead to something that you might fail to get, such as an award or an exam?",
    help: "Not if it has been offered to you.",
    why: "What has to be won may never come, so it is weighed apart from the work.",
    unknown: "Nothing has to be won.",
};
pub(crate) const WON_GIVES: Wording = Wording {
    id: "won-gives",
    text: "Which of these come only once you have won it?",
    help: "Choose all that apply, or type none.",
    why: "They count only for the years in which you have it.",
    unknown: "All of them come with the work.",
};
pub(crate) const SITUATION: Wording = Wording {
    id: "situation",
    text: "Where do you stand with it today?",
    help: "",
    why: "What you would do anyway counts neither for nor against it, and keeping a title is another question than going for one.",
    unknown: "You are taken to be starting.",
};
pub(crate) const ANYWAY: Wording = Wording {
    id: "anyway",
    text: "How many of these hours a week would you spend anyway, even if you decided against {it}?",
    help: "Of the same kind of work. Type 0 if there are none.",
    why: "Only the rest depends on your decision.",
    unknown: "Anything from 10% to 90% of what is planned: an illustrative range.",
};
/// The same of someone who holds the award.
pub(crate) const ANYWAY_HELD: Wording = Wording {
    text: "If you stopped, how many hours a week would you still spend on it?",
    help: "On the same kind of work, without {award}. Type 0 if there are none.",
    ..ANYWAY
};
pub(crate) const PLANNED: Wording = Wording {
    id: "planned",
    text: "How many hours a week would you spend on it in all?",
    help: "With what you already do of it.",
    why: "Fewer hours cost less, give less than in proportion less, and make an award less likely.",
    unknown: "The usual hours. The answer says how much would be best.",
};
/// The same of someone who holds the award.
pub(crate) const PLANNED_HELD: Wording =
    Wording { text: "How many hours a week do you spend on it now?", help: "", ..PLANNED };
/// The same where it is all or nothing.
pub(crate) const PLANNED_WHOLE: Wording = Wording {
    text: "How many hours a week would it take you?",
    help: "On average over a year.",
    unknown: "The usual hours.",
    ..PLANNED
};
pub(crate) const PART: Wording = Wording {
    id: "part",
    text: "Could you do only a part of it, such as half of the hours?",
    help: "Answer no if it is all or nothing, such as an office.",
    why: "Only amounts that are possible are compared.",
    unknown: "A half is taken to be possible.",
};
pub(crate) const JOB: Wording = Wording {
    id: "week-job",
    text: "How many hours a week does your job take?",
    help: "Include overtime; leave out commuting. Type 0 if you have no job.",
    why: "The 168 hours of a week, less job, sleep, everyday life and care, are your free hours. A long job also raises the risk of burnout.",
    unknown: "40 hours, the usual full week.",
};
pub(crate) const SLEEP: Wording = Wording {
    id: "week-sleep",
    text: "How many hours do you sleep a night?",
    help: "",
    why: "What is left of the week are your free hours.",
    unknown: "7 to 9 hours: an illustrative range.",
};
pub(crate) const EVERYDAY: Wording = Wording {
    id: "week-everyday",
    text: "How many hours a week go into everyday life?",
    help: "Meals, washing, housework, errands, commuting: often 20 to 45 hours a week. Children come next: count each hour once.",
    why: "What is left of the week are your free hours.",
    unknown: "20 to 45 hours: an illustrative range.",
};
/// The help for someone without a job.
pub(crate) const EVERYDAY_WITHOUT_A_JOB: &str = "Meals, washing, housework, errands: often 20 to 45 hours a week. Children come next: count each hour once.";
pub(crate) const CARE: Wording = Wording {
    id: "week-care",
    text: "How many hours a week do you care for others, such as children or parents?",
    help: "Hours in which you could do nothing else. Type 0 if there are none.",
    why: "What is left of the week are your free hours.",
    unknown: "0 to 20 hours: an illustrative range.",
};
pub(crate) const FREE: Wording = Wording {
    id: "week-free",
    text: "How many hours a week could really go to this?",
    help: "Include what you already do of it today. Leave out what you would not give up, such as sport or friends.",
    why: "These are the hours that it competes for.",
    unknown: "All the hours that are left.",
};
pub(crate) const DRIVES: Wording = Wording {
    id: "drives",
    text: "What drives you? Start with what matters most.",
    help: "Three to five are enough, with commas between them, such as: 4, 1, 7.",
    why: "What it gives you counts by how much it serves what drives you.",
    unknown: "Everything but money matters about the same, from little to a lot: an illustrative range.",
};
pub(crate) const MONEY_COUNTS: Wording = Wording {
    id: "money-counts",
    text: "Does this bring in or cost you any money worth counting?",
    help: "",
    why: "If it does not, you are asked nothing about money.",
    unknown: "Money is left out.",
};
pub(crate) const MONEY: Wording = Wording {
    id: "money-enough",
    text: "How much extra money a year would be plenty for you?",
    help: "So much that still more would not sway this decision.",
    why: "Every amount of money is weighed against this one.",
    unknown: "5,000 to 20,000 a year: an illustrative range.",
};
pub(crate) const CURRENCY: Wording = Wording {
    id: "money-currency",
    text: "In which currency?",
    help: "A name or three letters, such as euro or EUR.",
    why: "Amounts are asked for and shown in it.",
    unknown: "US dollars.",
};
pub(crate) const RATE: Wording = Wording {
    id: "money-rate",
    text: "How many {currency} is one US dollar?",
    help: "A rough figure is enough. The built-in amounts are in dollars.",
    why: "Some amounts that you have not given are still the built-in ones.",
    unknown: "One for one.",
};
pub(crate) const AWARD_MONEY: Wording = Wording {
    id: "award-money",
    text: "How much money a year does {award} bring you now, such as through clients, pay or perks?",
    help: "Only what would end without it.",
    why: "You are driven by income, so what would end counts.",
    unknown: "It stays at the ranges of the preset.",
};
pub(crate) const BREAK_EVEN: Wording = Wording {
    id: "break-even",
    text: "At how many hours a week would you say no, even to something that gave you all that drives you?",
    help: "Think of hours that are neither fun nor awful. The fewer you say, the more your free time counts. A range is welcome.",
    why: "It is how the answer knows what your free time is worth: at that many hours even something that gave you everything would no longer be worth it.",
    unknown: "Your free time matters from somewhat to very much: an illustrative range.",
};
pub(crate) const BOTHERS: Wording = Wording {
    id: "bothers",
    text: "Which of these would bother you?",
    help: "Apart from the hours and the money. Choose all that apply, or type none.",
    why: "What bothers you takes away from what it gives.",
    unknown: "Each of them may bother you, from not at all to somewhat: an illustrative range.",
};
pub(crate) const BOTHERS_OWN: Wording = Wording {
    id: "bothers-own",
    text: "What is it that bothers you about it, apart from hours and money?",
    help: "A word or two for each, with commas between them, such as: the commute, office politics. Type none if nothing does.",
    why: "What bothers you takes away from what it gives.",
    unknown: "Nothing more bothers you.",
};
pub(crate) const BOTHERS_WHEN: Wording = Wording {
    id: "during",
    text: "Does this come with the work itself, or with {award}: {item}?",
    help: "If both, choose both.",
    why: "What comes with {award} would go away without it.",
    unknown: "It comes with the work itself.",
};
pub(crate) const INSTEAD: Wording = Wording {
    id: "instead",
    text: "What else could these hours go to?",
    help: "Choose all that tempt you, or type none.",
    why: "It has to be better than the best other use of your hours.",
    unknown: "It is compared with more rest.",
};
pub(crate) const EXCLUDES: Wording = Wording {
    id: "excludes",
    text: "Would you have to choose between {it} and {other}, because you could not do both?",
    help: "",
    why: "Otherwise the best answer may be both, if they fit in your week.",
    unknown: "None of them does.",
};
/// The same of several alternatives.
pub(crate) const EXCLUDES_MANY: Wording = Wording {
    text: "Which of these could you not do beside {it}, so that you would have to choose?",
    help: "Choose all that apply, or type none.",
    ..EXCLUDES
};
pub(crate) const WELLBEING: Wording = Wording {
    id: "wellbeing",
    text: "Suppose it gave you, in full, all that drives you, but burned you out for certain. How much of the gain would that cancel out?",
    help: "",
    why: "This says what a higher risk of burnout costs you.",
    unknown: "From some of it to most of it: an illustrative range.",
};
pub(crate) const SAVINGS: Wording = Wording {
    id: "savings",
    text: "Suppose it gave you, in full, all that drives you, but cost you each year the amount that would satisfy you. How much of the gain would that cancel out?",
    help: "",
    why: "This says what losing money costs you.",
    unknown: "From some of it to most of it: an illustrative range.",
};
/// How the help begins where what it gives lasts long.
pub(crate) const YEARS_LONG: &str = "What {it} gives lasts long, so 10 years or more are usual. ";
pub(crate) const YEARS: Wording = Wording {
    id: "years",
    text: "How many years do you look ahead?",
    help: "From 1 to 30.",
    why: "Part of what it gives comes late or outlasts the work.",
    unknown: "3 years.",
};

/// That the one alternative does not rule it out.
pub(crate) const NOT_EXCLUDED: (&str, &str) = ("none", "No");

/// The questions about something of one's own. Their ids begin with what it is: `own-name`, `other-name`.
pub(crate) const OF_ONES_OWN: [Wording; 7] =
    [NAME, HOURS, ENJOY, GIVES, WON, WON_GIVES, MONEY_OF_IT];

/// All other questions that are not about one number each, in their order.
pub(crate) const ALL: [Wording; 24] = [
    ABOUT,
    SITUATION,
    JOB,
    SLEEP,
    EVERYDAY,
    CARE,
    FREE,
    PART,
    PLANNED,
    ANYWAY,
    DRIVES,
    MONEY_COUNTS,
    CURRENCY,
    RATE,
    MONEY,
    AWARD_MONEY,
    BREAK_EVEN,
    BOTHERS,
    BOTHERS_OWN,
    INSTEAD,
    EXCLUDES,
    WELLBEING,
    SAVINGS,
    YEARS,
];

/// What to choose for something of one's own.
pub(crate) const SOMETHING_ELSE: (&str, &str) = ("own", "Something else, of your own");
/// A name for what has none.
pub(crate) const NAMELESS: &str = "This commitment";

/// Where someone stands, with an award and without.
pub(crate) const NEW: (&str, &str) = ("new", "I would be starting");
pub(crate) const DOING: (&str, &str) = ("doing", "I already do some of it");
pub(crate) const HOLDING: (&str, &str) = ("holding", "I have {award} today");
/// How much of a pursuit is planned: the id, words, and the part of the usual.
pub(crate) const AMOUNTS: [(&str, &str, f64); 4] = [
    ("quarter", "A quarter of the usual", 0.25),
    ("half", "Half of the usual", 0.5),
    ("usual", "The usual amount", 1.0),
    ("more", "One and a half times the usual", 1.5),
];
/// The amount that is usual.
pub(crate) const USUAL: &str = "usual";
/// No hours of it.
pub(crate) const NONE_AT_ALL: (&str, f64) = ("None", 0.0);
/// Words for how enjoyable hours are.
pub(crate) const ENJOYMENT: [(&str, f64); 5] =
    [("Dread", -10.0), ("Dislike", -5.0), ("Neutral", 0.0), ("Pleasant", 5.0), ("Love", 9.0)];
/// Words for how strong a benefit is.
pub(crate) const STRENGTH: [(&str, f64); 5] = [
    ("Hardly", 1.0),
    ("Somewhat", 3.0),
    ("Clearly", 5.0),
    ("Strongly", 7.0),
    ("As strong as it gets", 10.0),
];
/// How much of the gain a loss cancels: the id, words, and the range that it leaves of a rating.
pub(crate) const CANCELS: [(&str, &str, [f64; 2]); 5] = [
    ("none", "None of it", [0.0, 0.0]),
    ("some", "Some of it", [1.0, 4.0]),
    ("half", "About half", [4.0, 6.0]),
    ("most", "Most of it", [6.0, 9.0]),
    ("all", "All of it", [10.0, 10.0]),
];
/// When something bothers.
pub(crate) const DURING: [(&str, &str); 4] = [
    ("always", "With the work itself"),
    ("pursuing", "While going for {award}"),
    ("holding", "While you have {award}"),
    ("both", "With both"),
];
/// Plainer words for some motives.
pub(crate) const PLAINER_MOTIVES: [(&str, &str); 2] = [
    ("influence", "Having a say in how things are done"),
    ("reputation", "Being respected or taken seriously (titles, recognition)"),
];
/// What a career is to somebody without a job.
pub(crate) const CAREER_WITHOUT_A_JOB: &str = "Finding paid work";
/// What influence is where there is a product.
pub(crate) const INFLUENCE_ON_A_PRODUCT: &str =
    "Having a say in a product or in how things are done";
/// Plainer words for some of what a thing gives: the id, the name, and what it is.
pub(crate) const PLAINER_GAINS: [(&str, &str, &str); 8] = [
    (
        "early_access",
        "Seeing things early",
        "Previews, plans and closed meetings, before others do.",
    ),
    ("product_influence", "A say in how things are done", "Those who decide listen to you."),
    ("fulfillment", "Doing what you love", "Time that you spend for its own sake."),
    ("networking", "Contacts", "People you meet and can call on."),
    ("visibility", "Being found", "By people who look for someone like you."),
    ("restoration", "Rest and health", "Sleep, exercise and peace of mind."),
    (
        "credibility",
        "Recognition, being taken seriously",
        "Respect among people whose opinion counts for you.",
    ),
    ("relationships", "Company", "People to be with: family, friends, a group."),
];
/// What stands for what renewing an award takes: the id, and its words.
pub(crate) const RENEWING: (&str, &str) =
    ("renewing", "Renewing it every year (applying, reporting, being judged)");
/// What it stands for.
pub(crate) const RENEWING_PARTS: [&str; 3] = ["applying", "reporting", "judged-each-year"];
pub(crate) const YES_NO: [(&str, &str); 2] = [("yes", "Yes"), ("no", "No")];

/// Why a number is asked for.
pub(crate) const WHY_NUMBER: &str = "Of what is still open, this could change the answer most.";
/// What not knowing a number means.
pub(crate) const UNKNOWN_NUMBER: &str = "It stays as uncertain as it is now.";
/// How the note of a case begins that an interview made.
pub(crate) const NOTE: &str = "Made by an interview, whose answers stand in `answers`. ";
/// How it goes on where there are ranges that nobody gave.
pub(crate) const NOTE_STAND_INS: &str = "Illustrative ranges stand for what you did not say: ";

/// How to ask for a number, with the names in braces of the words for numbers. There is none for numbers
/// that only someone who knows the model could give, and for those that other questions ask for.
pub(crate) const fn question(key: Key) -> Option<&'static str> {
    Some(match key {
        Key::Motivation => "How much does {motive} drive you, from 0 to 10?",
        Key::Condition => "How strong is {condition}?",
        Key::BurnoutRisk => {
            "How likely is it that you burn out within a year, with your life as it is now?"
        }
        Key::LimitHours => "What is the most hours a week that you would give to all of this?",
        Key::HourValue => "How much money is a free hour worth to you?",
        Key::Anyway => "How much of this would you do anyway{pursuit}?",
        Key::LastsYears => "How many years of work would it take{pursuit}?",
        Key::AwardChance => "How likely would a year of the usual work earn you {award}{pursuit}?",
        Key::AwardRenewal => "How likely would a year of the usual work keep you {award}{pursuit}?",
        Key::ActivityHours => "How many hours does {item} take you each time{pursuit}?",
        Key::ActivityUsualPerYear | Key::ActivityPerYear => {
            "How many times a year would {item} come up{pursuit}?"
        }
        Key::ActivityEnjoyability => "How much would you enjoy {item}{pursuit}?",
        Key::BenefitStrength => "How much would it really do for you: {item}{pursuit}?",
        Key::BenefitChance => "How likely is it that you get this at all: {item}{pursuit}?",
        Key::BenefitMoney => {
            "How much money a year would this bring, if it comes: {item}{pursuit}?"
        }
        Key::CostMoney => "How much a year would this cost you: {item}{pursuit}?",
        Key::DrawbackBother => "How much would this bother you: {item}{pursuit}?",
        Key::DrawbackChance => "How likely is it to come up at all: {item}{pursuit}?",
        _ => return None,
    })
}
