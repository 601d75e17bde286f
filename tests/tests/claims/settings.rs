//! Somebody and what they think of doing.

use worthwhile::{
    Activity, Assessment, Award, Benefit, Case, Catalogue, Estimate, Motive, Options, Person, Plan,
    Pursuit, PursuitAssessment, Requires,
};

pub(crate) const MVP: &str = "microsoft-mvp";
/// The four ways to get on that the article sets against the title.
pub(crate) const LEVERS: [&str; 4] =
    ["job-performance", "business-value", "certification", "specialized-skill"];

/// The answer to a case, which has to be a valid one, with every uncertain number at its mean: the
/// claims are about one thing being otherwise, and scenarios would be others then.
pub(crate) fn assess(person: &Person, pursuits: &[Pursuit]) -> Assessment {
    at_means(&plan(person, pursuits))
}

/// The answer with every uncertain number at its mean.
pub(crate) fn at_means(plan: &Plan) -> Assessment {
    let means = plan.inputs().iter().zip(plan.base());
    let certain = plan.with_values(means.map(|(input, mean)| (&*input.name, *mean))).unwrap();
    let options = Options::default().with_levers(false);
    let answer = certain.run().options(&options).assess();
    answer.unwrap_or_else(|error| panic!("{error}"))
}

fn plan(person: &Person, pursuits: &[Pursuit]) -> Plan {
    let mut case = Case::new(person.clone());
    case.pursuits = pursuits.to_vec();
    Plan::new(&case).unwrap_or_else(|error| panic!("{error}"))
}

/// Points that some motives or protections contribute.
pub(crate) fn points(answer: &PursuitAssessment, ids: &[&str]) -> f64 {
    let named = answer.contributions.iter().filter(|part| ids.contains(&&*part.id));
    named.map(|part| part.points).sum()
}

/// A preset as it ships.
pub(crate) fn shipped(preset: &str) -> &'static Pursuit {
    &Catalogue::builtin().presets[preset].pursuit
}

/// Ids of the title's benefits that need the award, or only the effort.
pub(crate) fn benefits_of(requires: Requires) -> impl Iterator<Item = &'static str> {
    let benefits = shipped(MVP).benefits.iter();
    let these = benefits.filter(move |item| item.requires.unwrap_or_default() == requires);
    these.filter_map(|item| item.id.as_deref())
}

/// The motives that a category serves.
pub(crate) fn motives_of(category: &str) -> Vec<Motive> {
    Catalogue::builtin().categories[category].serves.keys().copied().collect()
}

pub(crate) fn serves(category: &str, motive: &str) -> bool {
    motives_of(category).iter().any(|served| served.as_str() == motive)
}

/// The largest value that is thought possible, or nearly so.
pub(crate) fn most(estimate: Option<&Estimate>) -> f64 {
    match estimate {
        Some(Estimate::Certain(value)) => *value,
        Some(Estimate::Interval { high, .. }) => *high,
        Some(Estimate::Pert { max, .. } | Estimate::Uniform { max, .. }) => *max,
        other => panic!("{other:?}"),
    }
}

/// The smallest value that is thought possible.
pub(crate) fn least(estimate: Option<&Estimate>) -> f64 {
    match estimate {
        Some(Estimate::Certain(value)) => *value,
        Some(Estimate::Pert { min, .. } | Estimate::Uniform { min, .. }) => *min,
        other => panic!("{other:?}"),
    }
}

/// A pursuit that is done as planned or not at all: then it has one worth, whatever level would be
/// best.
pub(crate) fn whole(preset: &str) -> Pursuit {
    Pursuit::preset(preset).with_levels([1.0])
}

/// One person and one pursuit.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    pub(crate) person: Person,
    pub(crate) pursuit: Pursuit,
}

impl Setting {
    pub(crate) fn new(person: Person, preset: &str) -> Self {
        Self { person, pursuit: whole(preset) }
    }

    /// Somebody who thinks of going for the title.
    pub(crate) fn mvp(person: Person) -> Self {
        Self::new(person, MVP)
    }

    /// The same for somebody who has the title today.
    pub(crate) fn holding(mut self) -> Self {
        self.award().held = Some(true);
        self
    }

    /// The same after a change.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// The same without some items of the preset.
    pub(crate) fn without<'i>(mut self, ids: impl IntoIterator<Item = &'i str>) -> Self {
        for id in ids.into_iter().map(str::to_owned) {
            if !self.pursuit.omit.contains(&id) {
                self.pursuit.omit.push(id);
            }
        }
        self
    }

    /// The same with the hours of every activity times a factor.
    pub(crate) fn with_hours_times(mut self, factor: f64) -> Self {
        let hours = self.activity_means("hours");
        for (id, mean) in hours {
            self.activity(&id).hours = Some((mean * factor).into());
        }
        self
    }

    /// The same with so many hours a week, shared among the activities as before.
    pub(crate) fn with_hours_per_week(self, hours: f64) -> Self {
        let now = self.answer().hours_per_week.mean;
        self.with_hours_times(hours / now)
    }

    /// How often a year each activity is done, at its mean: the usual number, or the person's own.
    pub(crate) fn activity_times(&self) -> Vec<(String, f64)> {
        let own = self.activity_means("per_year");
        let is_own = |id: &String| own.iter().any(|(other, _)| other == id);
        let mut times = self.activity_means("usual_per_year");
        times.retain(|(id, _)| !is_own(id));
        times.extend(own);
        times
    }

    /// The same where holders have no hours of their own, and keep the title as they earned it.
    pub(crate) fn sparing_holders(mut self) -> Self {
        self.activity("feedback").hours = Some(0.into());
        self.without(["summit-trip", "summit-cost"])
    }

    /// A number of each activity, at its mean.
    pub(crate) fn activity_means(&self, field: &str) -> Vec<(String, f64)> {
        let plan = plan(&self.person, std::slice::from_ref(&self.pursuit));
        let inputs = plan.inputs().iter().filter_map(|input| {
            let rest = input.name.split_once("/activities/")?.1;
            let (id, name) = rest.split_once('/')?;
            (name == field).then(|| (id.to_owned(), input.mean()))
        });
        inputs.collect()
    }

    pub(crate) fn answer(&self) -> PursuitAssessment {
        assess(&self.person, std::slice::from_ref(&self.pursuit)).pursuits.swap_remove(0)
    }

    /// The answer with what a person could change and what decides, every number at its mean.
    pub(crate) fn with_levers(&self) -> Assessment {
        let plan = plan(&self.person, std::slice::from_ref(&self.pursuit));
        let means = plan.inputs().iter().zip(plan.base());
        let certain = plan.with_values(means.map(|(own, mean)| (&*own.name, *mean))).unwrap();
        certain.assess().unwrap()
    }

    /// The answer over scenarios in which one input is uncertain and all others are at their means.
    pub(crate) fn in_doubt_about(&self, input: &str) -> PursuitAssessment {
        let plan = plan(&self.person, std::slice::from_ref(&self.pursuit));
        let means = plan.inputs().iter().zip(plan.base()).filter(|(own, _)| &*own.name != input);
        let plan = plan.with_values(means.map(|(own, mean)| (&*own.name, *mean))).unwrap();
        let options = Options::default().with_scenarios(4096).with_levers(false);
        let answer = plan.run().options(&options).assess();
        answer.unwrap().pursuits.swap_remove(0)
    }

    pub(crate) fn worth(&self) -> f64 {
        self.answer().worth.mean
    }

    /// Points that some motives or protections contribute.
    pub(crate) fn points(&self, ids: &[&str]) -> f64 {
        points(&self.answer(), ids)
    }

    pub(crate) fn award(&mut self) -> &mut Award {
        self.pursuit.award.get_or_insert_default()
    }

    /// What is said about a benefit of the preset.
    pub(crate) fn benefit(&mut self, id: &str) -> &mut Benefit {
        let new = || Benefit::default().with_id(id);
        found_or(&mut self.pursuit.benefits, |item| item.id.as_deref() == Some(id), new)
    }

    /// What is said about an activity of the preset.
    pub(crate) fn activity(&mut self, id: &str) -> &mut Activity {
        let new = || Activity::default().with_id(id);
        found_or(&mut self.pursuit.activities, |item| item.id.as_deref() == Some(id), new)
    }
}

fn found_or<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool, new: impl FnOnce() -> T) -> &mut T {
    let at = list.iter().position(is_it).unwrap_or_else(|| {
        list.push(new());
        list.len() - 1
    });
    &mut list[at]
}

/// Makes a benefit so strong.
pub(crate) fn strength(id: &str) -> impl Fn(&mut Setting, f64) {
    move |setting, level| setting.benefit(id).strength = Some(level.into())
}

/// Makes a benefit so likely.
pub(crate) fn chance(id: &str) -> impl Fn(&mut Setting, f64) {
    move |setting, level| setting.benefit(id).chance = Some(level.into())
}

/// Makes the world value something so much.
pub(crate) fn condition(name: &str) -> impl Fn(&mut Setting, f64) {
    move |setting, level| {
        setting.person.conditions.insert(name.to_owned(), level.into());
    }
}
