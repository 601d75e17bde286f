//! The words for every number: its label and help in a form, what sentences call it, what another
//! value of it would mean, and whom to ask. The compiler asks for those of a new number.

use crate::field::Key;

/// The words for one number. In `noun` and `change` a name in braces stands for what the number is
/// of (`{item}`, `{pursuit}`, `{condition}`, `{category}`, `{last}`: the last part of its name) and
/// for its values (`{new}`, `{old}`).
pub(crate) struct Words {
    /// Its label in a form; empty where every entry has one of its own.
    #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "a form shows it"))]
    pub(crate) label: &'static str,
    /// What a form says below it; empty where its meaning says enough.
    #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "a form shows it"))]
    pub(crate) help: &'static str,
    /// What it is, within a sentence.
    pub(crate) noun: &'static str,
    /// What another value would mean.
    pub(crate) change: &'static str,
    pub(crate) ask: Ask,
    /// What stands before and after it in a list of an item's numbers.
    pub(crate) listed: [&'static str; 2],
}

/// Whom to ask, or what to do, to find a number out.
#[derive(Clone, Copy)]
pub(crate) enum Ask {
    /// Whom the catalogue names for the condition.
    WhoKnows,
    /// Somebody who has done it.
    WhoHasDoneIt,
    /// Somebody who knows the person.
    WhoKnowsYou,
    /// The person alone, in this way.
    Yourself(&'static str),
    /// Nobody can say.
    Nobody,
}

/// A change of a number that has no sentence of its own.
const OTHERWISE: &str = "{noun} at {new} instead of {old}";
const MATTERS: &str = "{last} mattering {new} of 10 to you instead of {old}";

/// The words for a number.
pub(crate) const fn words(key: Key) -> Words {
    match key {
        Key::Motivation => Words {
            label: "",
            help: "",
            noun: "how much {last} drives you",
            change: MATTERS,
            ask: Ask::Yourself("think of what you would miss most without it"),
            listed: ["", ""],
        },
        Key::PersonalTime => Words {
            label: "My free time",
            help: "At 10, losing most of it would outweigh everything good.",
            noun: "your {last}",
            change: MATTERS,
            ask: Ask::WhoKnowsYou,
            listed: ["", ""],
        },
        Key::Wellbeing => Words {
            label: "My health and good mood",
            help: "At 10, certain burnout would outweigh everything good.",
            noun: "your {last}",
            change: MATTERS,
            ask: Ask::WhoKnowsYou,
            listed: ["", ""],
        },
        Key::Savings => Words {
            label: "My savings",
            help: "At 10, losing the amount that would satisfy you would outweigh everything good.",
            noun: "your {last}",
            change: MATTERS,
            ask: Ask::WhoKnowsYou,
            listed: ["", ""],
        },
        Key::FreeHours => Words {
            label: "Free hours a week",
            help: "Yours to spend, rest and family included.",
            noun: "your {last}",
            change: "{new} free hours a week instead of {old}",
            ask: Ask::Yourself("keep a diary for two weeks"),
            listed: ["", ""],
        },
        Key::WorkHours => Words {
            label: "Hours a week in your job",
            help: "Overtime included.",
            noun: "your {last}",
            change: "a job of {new} hours a week instead of {old}",
            ask: Ask::Yourself("keep a diary for two weeks"),
            listed: ["", ""],
        },
        Key::UsdRate => Words {
            label: "One US dollar in your currency",
            help: "The figures we start from are in dollars.",
            noun: "your {last}",
            change: OTHERWISE,
            ask: Ask::WhoKnowsYou,
            listed: ["", ""],
        },
        Key::MeaningfulYearlyAmount => Words {
            label: "Extra money a year that would satisfy you",
            help: "More than that would add nothing.",
            noun: "your {last}",
            change: "being content with {new} more a year instead of {old}",
            ask: Ask::WhoKnowsYou,
            listed: ["", ""],
        },
        Key::HourValue => Words {
            label: "What a free hour is worth",
            help: "What you would pay for one, or take for one.",
            noun: "your {last}",
            change: OTHERWISE,
            ask: Ask::WhoKnowsYou,
            listed: ["", ""],
        },
        Key::BurnoutRisk => Words {
            label: "Your chance of burnout today",
            help: "With your life as it is now. Above 0, never, and below 1, for certain.",
            noun: "your {last}",
            change: "a risk of burnout of {new} today instead of {old}",
            ask: Ask::WhoKnowsYou,
            listed: ["", ""],
        },
        Key::Condition => Words {
            label: "",
            help: "",
            noun: "{condition}",
            change: OTHERWISE,
            ask: Ask::WhoKnows,
            listed: ["", ""],
        },
        Key::HorizonYears => Words {
            label: "Years to look ahead",
            help: "From 1 to 30.",
            noun: "your {last}",
            change: "looking {new} years ahead instead of {old}",
            ask: Ask::WhoKnowsYou,
            listed: ["", ""],
        },
        Key::DiscountRate => Words {
            label: "How much less a later year counts",
            help: "At 0.035, what comes in a year counts 3.5 % less than today.",
            noun: "your {last}",
            change: "a discount rate of {new} instead of {old}",
            ask: Ask::WhoKnowsYou,
            listed: ["", ""],
        },
        Key::Serves => Words {
            label: "",
            help: "",
            noun: "how far {category} serves {last}",
            change: OTHERWISE,
            ask: Ask::Nobody,
            listed: ["", ""],
        },
        Key::Autonomy => Words {
            label: "",
            help: "",
            noun: "how far acting for {last} is acting from yourself",
            change: OTHERWISE,
            ask: Ask::Nobody,
            listed: ["", ""],
        },
        Key::TimeConvexity => Words {
            label: "How much more the last free hours hurt",
            help: "",
            noun: "your {last}",
            change: OTHERWISE,
            ask: Ask::Nobody,
            listed: ["", ""],
        },
        Key::OverworkLogOdds => Words {
            label: "How fast the risk of burnout rises",
            help: "By the log odds, for each hour above that.",
            noun: "your {last}",
            change: OTHERWISE,
            ask: Ask::Nobody,
            listed: ["", ""],
        },
        Key::OverworkFrom => Words {
            label: "Weekly hours from which a week is long",
            help: "Job and all you do together.",
            noun: "your {last}",
            change: OTHERWISE,
            ask: Ask::Nobody,
            listed: ["", ""],
        },
        Key::AutonomyEffect => Words {
            label: "How much that changes the load",
            help: "",
            noun: "your {last}",
            change: OTHERWISE,
            ask: Ask::Nobody,
            listed: ["", ""],
        },
        Key::CloseCallPoints => Words {
            label: "Points within which it is a close call",
            help: "",
            noun: "your {last}",
            change: OTHERWISE,
            ask: Ask::Nobody,
            listed: ["", ""],
        },
        Key::AwardChance => Words {
            label: "Chance to earn it in a year",
            help: "That a year's work earns it, for someone without it.",
            noun: "the chance of the award{pursuit}",
            change: "a chance of {new} a year to get the award{pursuit} instead of {old}",
            ask: Ask::WhoHasDoneIt,
            listed: ["chance ", " a year"],
        },
        Key::AwardRenewal => Words {
            label: "Chance to keep it in a year",
            help: "That a year's work keeps it, for someone who has it.",
            noun: "the chance to keep the award{pursuit}",
            change: "a chance of {new} a year to keep the award{pursuit} instead of {old}",
            ask: Ask::WhoHasDoneIt,
            listed: ["chance of renewal ", ""],
        },
        Key::ActivityHours => Words {
            label: "Hours each time",
            help: "Your own hours, preparation included.",
            noun: "the hours that {item} takes{pursuit}",
            change: "the same {item}{pursuit} taking {new} h each instead of {old}",
            ask: Ask::WhoHasDoneIt,
            listed: ["", " hours"],
        },
        Key::ActivityPerYear => Words {
            label: "Times a year",
            help: "How often it happens.",
            noun: "how often {item} comes in a year{pursuit}",
            change: "the same results from {item}{pursuit} {new} times a year instead of {old}",
            ask: Ask::WhoHasDoneIt,
            listed: ["", " times a year"],
        },
        Key::ActivityEnjoyability => Words {
            label: "How enjoyable it is",
            help: "0 is pure effort, at 10 you would do it for its own sake.",
            noun: "how much you enjoy {item}{pursuit}",
            change: "enjoying {item}{pursuit} {new} of 10 instead of {old}",
            ask: Ask::Yourself("try it a few times"),
            listed: ["enjoyability ", ""],
        },
        Key::BenefitStrength => Words {
            label: "How strong it is",
            help: "10 is as strong as this kind of good gets.",
            noun: "how strong {item} is{pursuit}",
            change: "{item}{pursuit} being worth {new} of 10 instead of {old}",
            ask: Ask::WhoHasDoneIt,
            listed: ["strength ", ""],
        },
        Key::BenefitChance => Words {
            label: "Chance that it comes",
            help: "0 is never, 1 is for certain.",
            noun: "the chance of {item}{pursuit}",
            change: "a chance of {new} for {item}{pursuit} instead of {old}",
            ask: Ask::WhoHasDoneIt,
            listed: ["chance ", ""],
        },
        Key::BenefitMoney => Words {
            label: "Money it brings a year",
            help: "Below zero: it costs.",
            noun: "the money that {item} brings{pursuit}",
            change: "{item}{pursuit} bringing {new} a year instead of {old}",
            ask: Ask::WhoHasDoneIt,
            listed: ["money ", " a year"],
        },
        Key::BenefitDelay => Words {
            label: "Years until it starts",
            help: "",
            noun: "the years until {item} starts{pursuit}",
            change: "{item}{pursuit} starting after {new} years instead of {old}",
            ask: Ask::WhoHasDoneIt,
            listed: ["after ", " years"],
        },
        Key::CostMoney => Words {
            label: "Money a year",
            help: "",
            noun: "what {item} costs{pursuit}",
            change: "{item}{pursuit} costing {new} a year instead of {old}",
            ask: Ask::WhoHasDoneIt,
            listed: ["money ", " a year"],
        },
        Key::Scenarios => Words {
            label: "How many scenarios",
            help: "More take longer and are more exact.",
            noun: "your {last}",
            change: OTHERWISE,
            ask: Ask::Nobody,
            listed: ["", ""],
        },
        Key::Replicates => Words {
            label: "In how many groups",
            help: "How they differ shows how exact the answer is.",
            noun: "your {last}",
            change: OTHERWISE,
            ask: Ask::Nobody,
            listed: ["", ""],
        },
        Key::Seed => Words {
            label: "Where chance starts (seed)",
            help: "The same gives the same answer.",
            noun: "your {last}",
            change: OTHERWISE,
            ask: Ask::Nobody,
            listed: ["", ""],
        },
        Key::Threads => Words {
            label: "",
            help: "",
            noun: "your {last}",
            change: OTHERWISE,
            ask: Ask::Nobody,
            listed: ["", ""],
        },
    }
}
