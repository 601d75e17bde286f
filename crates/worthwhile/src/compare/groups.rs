//! The ids of groups, and to which one a number belongs.

use super::parts::{Aspect, Pair, Part};

impl Pair<'_> {
    /// The id of a group in a document.
    pub(super) fn id_of(&self, part: Part) -> String {
        let plain = match part {
            Part::Question => "question",
            Part::Motives => "motives",
            Part::Protections => "protections",
            Part::Week => "time",
            Part::Burnout => "burnout_risk",
            Part::Money => "money",
            Part::Conditions => "conditions",
            Part::Years => "years",
            Part::Assumptions => "assumptions",
            Part::EitherOr => "either_or",
            Part::Pursuit(index, aspect) => {
                let id = self.either(index).map(|own| own.id.as_str()).unwrap_or_default();
                return match aspect_id(aspect) {
                    "" => id.to_owned(),
                    aspect => format!("{id}/{aspect}"),
                };
            }
        };
        plain.to_owned()
    }

    /// The name of the pursuit that a part is of.
    pub(super) fn name_of(&self, part: Part) -> Option<&str> {
        let Part::Pursuit(index, _) = part else { return None };
        self.either(index).map(|own| own.name.as_str())
    }

    /// The part that an input belongs to, by its name in one of the cases, and how it is called in both.
    pub(super) fn part_of(&self, name: &str, side: usize) -> Option<(Part, String)> {
        let parts: Vec<&str> = name.split('/').skip(1).collect();
        let part = match parts.as_slice() {
            ["person", "motivations", ..] => Part::Motives,
            ["person", "protections", ..] => Part::Protections,
            ["person", "time", ..] => Part::Week,
            ["person", "burnout_risk"] => Part::Burnout,
            ["person", "money", ..] => Part::Money,
            ["person", "conditions", ..] => Part::Conditions,
            ["person", ..] => Part::Years,
            ["assumptions", ..] => Part::Assumptions,
            ["pursuits", id, rest @ ..] => {
                let index = (0..self.pursuits.len())
                    .find(|index| self.pursuit(*index, side).is_some_and(|own| own.id == *id))?;
                let known = self.either(index)?.id.as_str();
                let name = ["/pursuits/", known, "/", &rest.join("/")].concat();
                return Some((self.group_of(Part::Pursuit(index, aspect_of(rest))), name));
            }
            _ => return None,
        };
        Some((part, name.to_owned()))
    }
}

fn aspect_of(parts: &[&str]) -> Aspect {
    match parts {
        ["anyway"] => Aspect::Anyway,
        ["award", ..] => Aspect::Award,
        ["activities", _, "enjoyability"] => Aspect::Enjoyment,
        ["activities", ..] => Aspect::Hours,
        ["benefits", ..] => Aspect::Gains,
        ["costs", ..] => Aspect::Costs,
        ["drawbacks", ..] => Aspect::Drawbacks,
        _ => Aspect::Amount,
    }
}

fn aspect_id(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Whole => "",
        Aspect::Amount => "amount",
        Aspect::Anyway => "anyway",
        Aspect::Award => "award",
        Aspect::Hours => "hours",
        Aspect::Enjoyment => "enjoyability",
        Aspect::Gains => "benefits",
        Aspect::Costs => "costs",
        Aspect::Drawbacks => "drawbacks",
    }
}
