//! The award of a pursuit: the case's word first, then the preset's, field by field.

use super::Expansion;
use super::figures::{CompleteAward, Figure};
use crate::case::{Award, Pursuit};
use crate::catalogue::{Origin, Preset};
use crate::field::{AwardNumbers, Field};
use crate::problem::{Code, Problem};

impl Expansion<'_> {
    /// The award, and what it lacks. None where there is none, or not all of one.
    pub(super) fn award(
        &self,
        path: &str,
        pursuit: &Pursuit,
        preset: Option<&Preset>,
    ) -> Option<CompleteAward> {
        let award = merged(pursuit.award.as_ref(), preset);
        let Some(own) = &pursuit.award else { return award };
        let path = format!("{path}/award");
        if award.is_none() {
            let numbers = own.numbers();
            for (field, _) in numbers.each().filter(|(_, chance)| chance.is_none()) {
                self.incomplete(
                    &path,
                    field.name,
                    "an award needs both chance_per_year and renewal_chance",
                );
            }
        }
        let gives_up = award.as_ref().map_or(own.give_up_after_years, |it| it.give_up_after_years);
        let is_judged = !self.is_unjudged && !self.sink.has_below(&path);
        if own.after_giving_up.is_some() && gives_up.is_none() && is_judged {
            let message = "after_giving_up has no effect without give_up_after_years";
            self.sink.note(
                Problem::new(format!("{path}/after_giving_up"), Code::NeedsAward, message)
                    .with_help("add `give_up_after_years`, or remove this field"),
            );
        }
        award
    }
}

/// The award as the case and the preset give it; none where a chance is missing.
fn merged(own: Option<&Award>, preset: Option<&Preset>) -> Option<CompleteAward> {
    let base = preset.and_then(|preset| preset.pursuit.award.as_ref());
    if own.is_none() && base.is_none() {
        return None;
    }
    let chance = |field: &'static Field| {
        let number =
            |award: Option<&Award>| award?.numbers().get(field.key).copied().flatten().cloned();
        if let Some(estimate) = number(own) {
            return Some(Figure { estimate, origin: Origin::Case });
        }
        let (estimate, preset) = (number(base)?, preset?);
        Some(Figure { estimate, origin: preset.origin(&["/award/", field.name].concat()) })
    };
    let mut is_whole = true;
    let numbers = AwardNumbers::of(|field| {
        chance(field).unwrap_or_else(|| {
            is_whole = false;
            Figure { estimate: field.stand_in(), origin: Origin::Case }
        })
    });
    let both = [own, base];
    let mut both = both.iter().copied().flatten();
    is_whole.then(|| CompleteAward {
        numbers,
        name: both.clone().find_map(|award| award.name.clone()),
        is_held: both.clone().find_map(|award| award.held).unwrap_or(false),
        give_up_after_years: both.clone().find_map(|award| award.give_up_after_years),
        after_giving_up: both.find_map(|award| award.after_giving_up).unwrap_or_default(),
    })
}
