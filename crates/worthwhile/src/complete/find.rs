//! A number of a complete case by its name: a pointer in which items stand by their ids.

use super::figures::{
    Complete, CompleteActivity, CompleteAssumptions, CompleteMoney, CompletePerson,
    CompletePursuit, Drives, Figure, Timing,
};
use super::pairs::Item;
use crate::case::{Activity, Benefit, Cost, Drawback, Motive};
use crate::catalogue::Origin;
use crate::estimate::Estimate;
use crate::field::{self, Field};
use crate::problem::Problem;
use crate::read::both_time_protections;

/// Where a number stands.
enum Place<'c> {
    Number(&'static Field, &'c mut Figure),
    /// It may be absent.
    Optional(&'static Field, &'c mut Option<Figure>),
    /// What a category serves; a blank is absent.
    Cell(&'c mut Vec<(Motive, Figure)>, Motive),
}

type Row = &'static Field;

/// Where a number comes from that nobody said.
const STANDS_IN: &str = "illustrative: it stands in for what nobody said";

impl Complete {
    /// The row of a number, given so far or not; none where no number has the name.
    pub(crate) fn row(&mut self, name: &str) -> Option<Row> {
        Some(self.place(&parts(name))?.row())
    }

    /// Sets a number, given so far or not, to what is known of it, which its row has to allow. It
    /// counts as given by the case. Nothing happens where no number has the name.
    pub(crate) fn set(&mut self, name: &str, estimate: Estimate) -> Result<(), Box<Problem>> {
        let parts = parts(name);
        if self.place(&parts).is_some() {
            self.make_room(&parts, name)?;
        }
        if let Some(place) = self.place(&parts) {
            place.put(Figure::of_case(estimate));
        }
        Ok(())
    }

    /// Says that a number, if the case gives it, stands in for what nobody said. False where no number has
    /// the name.
    pub(super) fn stand_in(&mut self, name: &str) -> bool {
        let Some(place) = self.place(&parts(name)) else { return false };
        if let Some(figure) = place.figure().filter(|own| own.origin == Origin::Case) {
            figure.origin = Origin::Default(STANDS_IN);
        }
        true
    }

    /// What a number pushes aside, or holds where it is, before it changes.
    fn make_room(&mut self, parts: &[&str], name: &str) -> Result<(), Box<Problem>> {
        match parts {
            ["person", "protections", "personal_time"]
                if self.person.break_even_hours_per_week.is_some() =>
            {
                return Err(Box::new(both_time_protections(name.to_owned())));
            }
            ["person", "protections", "break_even_hours_per_week"] => {
                let rating = self.person.personal_time.as_ref();
                if rating.is_some_and(|rating| !rating.is_default()) {
                    return Err(Box::new(both_time_protections(name.to_owned())));
                }
                self.person.personal_time = None;
            }
            ["pursuits", pursuit, "activities", activity, "per_year" | "usual_per_year"] => {
                let pursuit = self.pursuits.iter_mut().find(|it| it.id == *pursuit);
                let activity = pursuit.and_then(|pursuit| {
                    pursuit.activities.iter_mut().find(|it| it.id == *activity)
                });
                if let Some(activity) = activity {
                    activity.hold_the_other(parts.last() == Some(&"per_year"));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The names of the numbers that are absent and could be given.
    pub(crate) fn absent(&self) -> Vec<(String, Row)> {
        let person = &self.person;
        let hour_value = person.money.as_ref().map(|money| money.hour_value.is_none());
        let of_person = [
            (&field::BREAK_EVEN, person.break_even_hours_per_week.is_none()),
            (&field::LIMIT_HOURS, person.limit_hours_per_week.is_none()),
            (&field::HOUR_VALUE, hour_value.unwrap_or(false)),
            (&field::BURNOUT_RISK, person.burnout_risk.is_none()),
        ];
        let of_person = of_person.into_iter().filter(|(_, is_absent)| *is_absent);
        let mut found: Vec<(String, Row)> =
            of_person.map(|(row, _)| (row.path.to_owned(), row)).collect();
        for pursuit in &self.pursuits {
            pursuit.absent(&mut found);
        }
        found
    }

    fn place(&mut self, parts: &[&str]) -> Option<Place<'_>> {
        match parts {
            ["person", rest @ ..] => self.person.place(rest),
            ["assumptions", rest @ ..] => self.assumptions.place(rest),
            ["pursuits", id, rest @ ..] => {
                self.pursuits.iter_mut().find(|pursuit| pursuit.id == *id)?.place(rest)
            }
            _ => None,
        }
    }
}

fn parts(name: &str) -> Vec<&str> {
    name.split('/').skip(1).collect()
}

impl<'c> Place<'c> {
    fn row(&self) -> Row {
        match self {
            Self::Number(row, _) | Self::Optional(row, _) => row,
            Self::Cell(..) => &field::SERVES,
        }
    }

    /// What it has, if anything.
    fn figure(self) -> Option<&'c mut Figure> {
        match self {
            Self::Number(_, figure) => Some(figure),
            Self::Optional(_, figure) => figure.as_mut(),
            Self::Cell(row, motive) => {
                let own = row.iter_mut().find(|(served, _)| *served == motive);
                own.map(|(_, figure)| figure)
            }
        }
    }

    fn put(self, figure: Figure) {
        match self {
            Self::Number(_, place) => *place = figure,
            Self::Optional(_, place) => *place = Some(figure),
            Self::Cell(row, motive) => {
                match row.binary_search_by_key(&motive, |(served, _)| *served) {
                    Ok(at) => {
                        if let Some((_, place)) = row.get_mut(at) {
                            *place = figure;
                        }
                    }
                    Err(at) => row.insert(at, (motive, figure)),
                }
            }
        }
    }
}

fn number<'c>((row, figure): (Row, &'c mut Figure)) -> Place<'c> {
    Place::Number(row, figure)
}

impl CompletePerson {
    fn place(&mut self, parts: &[&str]) -> Option<Place<'_>> {
        match parts {
            ["motivations", motive] => {
                let motive = Motive::from_name(motive)?;
                let Drives::Rated(figures) = &mut self.drives else { return None };
                Some(Place::Number(&field::MOTIVATION, figures.get_mut(motive as usize)?))
            }
            ["conditions", name] => {
                Some(Place::Number(&field::CONDITION, self.conditions.get_mut(*name)?))
            }
            ["protections", "personal_time"] => {
                Some(Place::Optional(&field::PERSONAL_TIME, &mut self.personal_time))
            }
            ["protections", "break_even_hours_per_week"] => {
                Some(Place::Optional(&field::BREAK_EVEN, &mut self.break_even_hours_per_week))
            }
            ["time", "limit_hours_per_week"] => {
                Some(Place::Optional(&field::LIMIT_HOURS, &mut self.limit_hours_per_week))
            }
            ["burnout_risk"] => Some(Place::Optional(&field::BURNOUT_RISK, &mut self.burnout_risk)),
            ["money", name] => self.money.as_mut()?.place(name),
            rest => {
                let path = ["/person/", &rest.join("/")].concat();
                self.numbers.find_mut(|row| row.path == path).map(number)
            }
        }
    }
}

impl CompleteMoney {
    fn place(&mut self, name: &str) -> Option<Place<'_>> {
        match name {
            "meaningful_yearly_amount" => Some(Place::Number(
                &field::MEANINGFUL_YEARLY_AMOUNT,
                &mut self.meaningful_yearly_amount,
            )),
            "hour_value" => Some(Place::Optional(&field::HOUR_VALUE, &mut self.hour_value)),
            _ => None,
        }
    }
}

impl CompleteAssumptions {
    fn place(&mut self, parts: &[&str]) -> Option<Place<'_>> {
        match parts {
            ["serves", category, motive] => {
                let motive = Motive::from_name(motive)?;
                let row = self.serves.get_mut(*category)?;
                Motive::SERVED.contains(&motive).then_some(Place::Cell(row, motive))
            }
            ["autonomy", motive] => {
                let motive = Motive::from_name(motive)?;
                Some(Place::Number(&field::AUTONOMY, self.autonomy.get_mut(motive as usize)?))
            }
            [name] => self.numbers.find_mut(|row| row.name == *name).map(number),
            _ => None,
        }
    }
}

impl CompletePursuit {
    fn place(&mut self, parts: &[&str]) -> Option<Place<'_>> {
        match parts {
            ["anyway"] => Some(Place::Number(&field::ANYWAY, &mut self.anyway)),
            ["lasts_years"] => Some(Place::Optional(&field::LASTS_YEARS, &mut self.lasts_years)),
            ["award", name] => {
                self.award.as_mut()?.numbers.find_mut(|row| row.name == *name).map(number)
            }
            ["activities", id, name] => {
                self.activities.iter_mut().find(|item| item.id == *id)?.place(name)
            }
            ["benefits", id, name] => {
                let item = self.benefits.iter_mut().find(|item| item.id == *id)?;
                let timing = item.timing.as_mut();
                let timed = timing.and_then(|timing| timing.place::<Benefit>(name));
                timed.or_else(|| item.numbers.find_mut(|row| row.name == *name).map(number))
            }
            ["costs", id, name] => {
                let item = self.costs.iter_mut().find(|item| item.id == *id)?;
                let timed = item.timing.place::<Cost>(name);
                timed.or_else(|| item.numbers.find_mut(|row| row.name == *name).map(number))
            }
            ["drawbacks", id, name] => {
                let item = self.drawbacks.iter_mut().find(|item| item.id == *id)?;
                let timed = item.timing.place::<Drawback>(name);
                timed.or_else(|| item.numbers.find_mut(|row| row.name == *name).map(number))
            }
            _ => None,
        }
    }

    fn absent(&self, found: &mut Vec<(String, Row)>) {
        let mut add = |place: &[&str], row: Row| {
            let parts = ["/pursuits/", &self.id, "/"].into_iter().chain(place.iter().copied());
            found.push((parts.chain([row.name]).collect(), row));
        };
        if self.lasts_years.is_none() {
            add(&[], &field::LASTS_YEARS);
        }
        for activity in &self.activities {
            let place = ["activities/", &activity.id, "/"];
            let other = [
                (activity.usual_per_year.is_none(), &field::ACTIVITY_USUAL_PER_YEAR),
                (activity.per_year.is_none(), &field::ACTIVITY_PER_YEAR),
                (activity.timing.lasts_years.is_none(), &field::ACTIVITY_LASTS),
            ];
            other.iter().filter(|(is_absent, _)| *is_absent).for_each(|(_, row)| add(&place, row));
        }
        let benefits =
            self.benefits.iter().filter_map(|item| Some((&item.id, item.timing.as_ref()?)));
        let benefits =
            benefits.map(|(id, timing)| ("benefits/", id, timing, &field::BENEFIT_LASTS));
        let costs = self.costs.iter().map(|it| ("costs/", &it.id, &it.timing, &field::COST_LASTS));
        let drawbacks = self.drawbacks.iter();
        let drawbacks =
            drawbacks.map(|item| ("drawbacks/", &item.id, &item.timing, &field::DRAWBACK_LASTS));
        for (list, id, timing, row) in benefits.chain(costs).chain(drawbacks) {
            if timing.lasts_years.is_none() {
                add(&[list, id, "/"], row);
            }
        }
    }
}

impl CompleteActivity {
    fn place(&mut self, name: &str) -> Option<Place<'_>> {
        match name {
            "per_year" => Some(Place::Optional(&field::ACTIVITY_PER_YEAR, &mut self.per_year)),
            "usual_per_year" => {
                Some(Place::Optional(&field::ACTIVITY_USUAL_PER_YEAR, &mut self.usual_per_year))
            }
            _ => {
                let timed = self.timing.place::<Activity>(name);
                timed.or_else(|| self.numbers.find_mut(|row| row.name == name).map(number))
            }
        }
    }

    /// Holds the number of times that follows the other one at its base value: else half of the
    /// work would keep all of its gains.
    fn hold_the_other(&mut self, is_per_year: bool) {
        let (changed, other, row) = if is_per_year {
            (&self.per_year, &mut self.usual_per_year, &field::ACTIVITY_USUAL_PER_YEAR)
        } else {
            (&self.usual_per_year, &mut self.per_year, &field::ACTIVITY_PER_YEAR)
        };
        let (Some(changed), None) = (changed, &other) else { return };
        let mean = changed.estimate.mean(&field::ACTIVITY_PER_YEAR.domain);
        if row.domain.contains(mean) {
            let estimate = Estimate::Certain(mean);
            *other = Some(Figure { estimate, origin: changed.origin.clone() });
        }
    }
}

impl Timing {
    fn place<T: Item>(&mut self, name: &str) -> Option<Place<'_>> {
        let [delay, lasts] = T::TIMING;
        match name {
            "delay_years" => Some(Place::Number(delay, &mut self.delay_years)),
            "lasts_years" => Some(Place::Optional(lasts, &mut self.lasts_years)),
            _ => None,
        }
    }
}
