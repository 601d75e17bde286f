//! A case with nothing left unsaid: presets copied in, defaults filled in, and for every number
//! where it comes from.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::case::{
    Activity, Analysis, Assumptions, Award, Benefit, Case, Cost, During, Money, Motive, Person,
    Pursuit, Requires, SCHEMA_VERSION,
};
use crate::catalogue::Origin;
use crate::estimate::Estimate;
use crate::field::{
    ActivityNumbers, AssumptionNumbers, AwardNumbers, BenefitNumbers, CostNumbers, PersonNumbers,
};

/// A number and where it comes from.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub(crate) estimate: Estimate,
    pub(crate) origin: Origin,
}

/// What drives the person.
#[derive(Debug, Clone)]
pub(crate) enum Drives {
    Rated(Box<[Figure; 8]>),
    Ranked(Vec<Motive>),
}

/// A case after expansion.
#[derive(Debug, Clone)]
pub(crate) struct Complete {
    pub(crate) name: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) analysis: Analysis,
    pub(crate) person: CompletePerson,
    pub(crate) assumptions: CompleteAssumptions,
    pub(crate) pursuits: Vec<CompletePursuit>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompletePerson {
    pub(crate) drives: Drives,
    pub(crate) numbers: PersonNumbers<Figure>,
    pub(crate) money: Option<CompleteMoney>,
    /// Those given, then those that only a benefit names.
    pub(crate) conditions: IndexMap<String, Figure>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteMoney {
    pub(crate) currency: String,
    pub(crate) usd_rate: f64,
    pub(crate) meaningful_yearly_amount: Figure,
    pub(crate) hour_value: Option<Figure>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteAssumptions {
    /// The rows that are given or used, without their blanks.
    pub(crate) serves: IndexMap<String, Vec<(Motive, Figure)>>,
    pub(crate) autonomy: [Figure; 8],
    pub(crate) numbers: AssumptionNumbers<Figure>,
    pub(crate) close_call_points: f64,
}

#[derive(Debug, Clone)]
pub(crate) struct CompletePursuit {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) note: Option<String>,
    pub(crate) award: Option<CompleteAward>,
    pub(crate) activities: Vec<CompleteActivity>,
    pub(crate) benefits: Vec<CompleteBenefit>,
    pub(crate) costs: Vec<CompleteCost>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteAward {
    pub(crate) numbers: AwardNumbers<Figure>,
    pub(crate) is_held: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteActivity {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) numbers: ActivityNumbers<Figure>,
    pub(crate) during: During,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteBenefit {
    pub(crate) id: String,
    pub(crate) category: String,
    pub(crate) numbers: BenefitNumbers<Figure>,
    /// Absent for benefits of the award.
    pub(crate) delay_years: Option<Figure>,
    pub(crate) requires: Requires,
    pub(crate) depends_on: Vec<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct CompleteCost {
    pub(crate) id: String,
    pub(crate) numbers: CostNumbers<Figure>,
    pub(crate) during: During,
}

fn given(figure: &Figure) -> Option<Estimate> {
    Some(figure.estimate.clone())
}

impl Complete {
    /// The same as a document that says everything itself.
    pub(crate) fn to_case(&self) -> Case {
        Case {
            schema: None,
            schema_version: SCHEMA_VERSION,
            name: self.name.clone(),
            note: self.note.clone(),
            person: self.person.to_person(),
            pursuits: self.pursuits.iter().map(CompletePursuit::to_pursuit).collect(),
            assumptions: self.assumptions.to_assumptions(),
            analysis: self.analysis.clone(),
        }
    }
}

impl CompletePerson {
    fn to_person(&self) -> Person {
        let (motivations, motivation_ranking) = match &self.drives {
            Drives::Rated(figures) => (by_motive(figures), None),
            Drives::Ranked(motives) => (BTreeMap::new(), Some(motives.clone())),
        };
        Person {
            motivations,
            motivation_ranking,
            money: self.money.as_ref().map(|money| Money {
                currency: Some(money.currency.clone()),
                usd_rate: Some(money.usd_rate),
                meaningful_yearly_amount: money.meaningful_yearly_amount.estimate.clone(),
                hour_value: money.hour_value.as_ref().and_then(given),
            }),
            conditions: self
                .conditions
                .iter()
                .map(|(name, figure)| (name.clone(), figure.estimate.clone()))
                .collect(),
            ..Person::of_numbers(self.numbers.map(|_, figure| figure.estimate.clone()))
        }
    }
}

fn by_motive(figures: &[Figure; 8]) -> BTreeMap<Motive, Estimate> {
    Motive::ALL.into_iter().zip(figures.iter().map(|figure| figure.estimate.clone())).collect()
}

impl CompleteAssumptions {
    fn to_assumptions(&self) -> Assumptions {
        let row = |row: &Vec<(Motive, Figure)>| {
            row.iter().map(|(motive, figure)| (*motive, figure.estimate.clone())).collect()
        };
        Assumptions {
            serves: self.serves.iter().map(|(name, cells)| (name.clone(), row(cells))).collect(),
            autonomy: by_motive(&self.autonomy),
            close_call_points: Some(self.close_call_points),
            ..Assumptions::of_numbers(self.numbers.map(|_, figure| given(figure)))
        }
    }
}

impl CompletePursuit {
    fn to_pursuit(&self) -> Pursuit {
        Pursuit {
            id: Some(self.id.clone()),
            preset: None,
            name: Some(self.name.clone()),
            note: self.note.clone(),
            award: self.award.as_ref().map(|award| Award {
                held: Some(award.is_held),
                ..Award::of_numbers(award.numbers.map(|_, figure| given(figure)))
            }),
            activities: self.activities.iter().map(CompleteActivity::to_activity).collect(),
            benefits: self.benefits.iter().map(CompleteBenefit::to_benefit).collect(),
            costs: self.costs.iter().map(CompleteCost::to_cost).collect(),
            omit: Vec::new(),
        }
    }
}

impl CompleteActivity {
    fn to_activity(&self) -> Activity {
        Activity {
            id: Some(self.id.clone()),
            kind: Some(self.kind.clone()),
            during: Some(self.during),
            ..Activity::of_numbers(self.numbers.map(|_, figure| given(figure)))
        }
    }
}

impl CompleteBenefit {
    fn to_benefit(&self) -> Benefit {
        Benefit {
            id: Some(self.id.clone()),
            category: Some(self.category.clone()),
            requires: Some(self.requires),
            depends_on: (!self.depends_on.is_empty()).then(|| self.depends_on.clone()),
            delay_years: self.delay_years.as_ref().and_then(given),
            ..Benefit::of_numbers(self.numbers.map(|_, figure| given(figure)))
        }
    }
}

impl CompleteCost {
    fn to_cost(&self) -> Cost {
        Cost {
            id: Some(self.id.clone()),
            during: Some(self.during),
            ..Cost::of_numbers(self.numbers.map(|_, figure| given(figure)))
        }
    }
}
