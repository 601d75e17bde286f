//! A case whose numbers are still estimates, or plain numbers: those of the base case or of one
//! scenario.

use std::collections::BTreeMap;
use std::rc::Rc;

/// The motives, in the order of every list of motives.
pub(super) const MOTIVES: [&str; 8] = [
    "enjoyment",
    "altruism",
    "belonging",
    "learning",
    "influence",
    "reputation",
    "career",
    "income",
];

/// How many motives are served by benefits. The eighth, income, is served by money.
pub(super) const SERVED: usize = 7;

/// The place of income among the motives.
pub(super) const INCOME: usize = 7;

pub(super) struct Case<N = f64> {
    pub(super) person: Person<N>,
    pub(super) pursuits: Vec<Pursuit<N>>,
    pub(super) assumptions: Assumptions<N>,
}

pub(super) struct Person<N = f64> {
    pub(super) drive: Drive<N>,
    pub(super) personal_time: N,
    pub(super) wellbeing: N,
    pub(super) savings: N,
    pub(super) free_hours: N,
    pub(super) work_hours: N,
    pub(super) money: Option<Money<N>>,
    pub(super) burnout_risk: N,
    pub(super) conditions: BTreeMap<Rc<str>, N>,
    pub(super) horizon_years: u32,
    pub(super) discount_rate: N,
}

pub(super) enum Drive<N = f64> {
    /// The importance of each motive.
    Ratings([N; 8]),
    /// Motives from most to least important, with weights that sum to 1.
    Ranking { motives: Vec<usize>, weights: Vec<f64> },
}

pub(super) struct Money<N = f64> {
    pub(super) meaningful_yearly_amount: N,
    pub(super) hour_value: Option<N>,
}

pub(super) struct Pursuit<N = f64> {
    pub(super) id: Rc<str>,
    pub(super) activities: Vec<Activity<N>>,
    pub(super) benefits: Vec<Benefit<N>>,
    pub(super) costs: Vec<Cost<N>>,
    pub(super) award: Option<Award<N>>,
}

pub(super) struct Activity<N = f64> {
    pub(super) is_rest: bool,
    pub(super) hours: N,
    pub(super) per_year: N,
    pub(super) enjoyability: N,
    pub(super) during: During,
}

pub(super) struct Benefit<N = f64> {
    pub(super) category: Rc<str>,
    pub(super) strength: N,
    pub(super) chance: N,
    pub(super) money_per_year: N,
    pub(super) requires_award: bool,
    pub(super) depends_on: Vec<Rc<str>>,
    pub(super) delay_years: N,
}

pub(super) struct Cost<N = f64> {
    pub(super) money_per_year: N,
    pub(super) during: During,
}

pub(super) struct Award<N = f64> {
    pub(super) chance_per_year: N,
    pub(super) renewal_chance: N,
    pub(super) held: bool,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum During {
    Always,
    Pursuing,
    Holding,
}

pub(super) struct Assumptions<N = f64> {
    pub(super) serves: BTreeMap<Rc<str>, [N; SERVED]>,
    pub(super) autonomy: [N; 8],
    pub(super) time_convexity: N,
    pub(super) overwork_log_odds_per_hour: N,
    pub(super) overwork_from_hours: N,
    pub(super) autonomy_effect: N,
    pub(super) close_call_points: f64,
}

impl<N> Case<N> {
    /// The same case with every number turned into another one. Each number is met once, however
    /// many things use it.
    pub(super) fn map<M>(&self, mut number: impl FnMut(&N) -> M) -> Case<M> {
        let number = &mut number;
        Case {
            person: self.person.map(number),
            pursuits: self.pursuits.iter().map(|pursuit| pursuit.map(number)).collect(),
            assumptions: self.assumptions.map(number),
        }
    }
}

impl<N> Person<N> {
    fn map<M>(&self, number: &mut impl FnMut(&N) -> M) -> Person<M> {
        let drive = match &self.drive {
            Drive::Ratings(ratings) => Drive::Ratings(ratings.each_ref().map(&mut *number)),
            Drive::Ranking { motives, weights } => {
                Drive::Ranking { motives: motives.clone(), weights: weights.clone() }
            }
        };
        let conditions = self.conditions.iter();
        Person {
            drive,
            personal_time: number(&self.personal_time),
            wellbeing: number(&self.wellbeing),
            savings: number(&self.savings),
            free_hours: number(&self.free_hours),
            work_hours: number(&self.work_hours),
            money: self.money.as_ref().map(|money| Money {
                meaningful_yearly_amount: number(&money.meaningful_yearly_amount),
                hour_value: money.hour_value.as_ref().map(&mut *number),
            }),
            burnout_risk: number(&self.burnout_risk),
            conditions: conditions.map(|(name, value)| (name.clone(), number(value))).collect(),
            horizon_years: self.horizon_years,
            discount_rate: number(&self.discount_rate),
        }
    }
}

impl<N> Pursuit<N> {
    fn map<M>(&self, number: &mut impl FnMut(&N) -> M) -> Pursuit<M> {
        Pursuit {
            id: self.id.clone(),
            activities: self.activities.iter().map(|activity| activity.map(number)).collect(),
            benefits: self.benefits.iter().map(|benefit| benefit.map(number)).collect(),
            costs: self
                .costs
                .iter()
                .map(|cost| Cost {
                    money_per_year: number(&cost.money_per_year),
                    during: cost.during,
                })
                .collect(),
            award: self.award.as_ref().map(|award| Award {
                chance_per_year: number(&award.chance_per_year),
                renewal_chance: number(&award.renewal_chance),
                held: award.held,
            }),
        }
    }
}

impl<N> Activity<N> {
    fn map<M>(&self, number: &mut impl FnMut(&N) -> M) -> Activity<M> {
        Activity {
            is_rest: self.is_rest,
            hours: number(&self.hours),
            per_year: number(&self.per_year),
            enjoyability: number(&self.enjoyability),
            during: self.during,
        }
    }
}

impl<N> Benefit<N> {
    fn map<M>(&self, number: &mut impl FnMut(&N) -> M) -> Benefit<M> {
        Benefit {
            category: self.category.clone(),
            strength: number(&self.strength),
            chance: number(&self.chance),
            money_per_year: number(&self.money_per_year),
            requires_award: self.requires_award,
            depends_on: self.depends_on.clone(),
            delay_years: number(&self.delay_years),
        }
    }
}

impl<N> Assumptions<N> {
    fn map<M>(&self, number: &mut impl FnMut(&N) -> M) -> Assumptions<M> {
        let mut row = |row: &[N; SERVED]| row.each_ref().map(&mut *number);
        Assumptions {
            serves: self.serves.iter().map(|(name, shares)| (name.clone(), row(shares))).collect(),
            autonomy: self.autonomy.each_ref().map(&mut *number),
            time_convexity: number(&self.time_convexity),
            overwork_log_odds_per_hour: number(&self.overwork_log_odds_per_hour),
            overwork_from_hours: number(&self.overwork_from_hours),
            autonomy_effect: number(&self.autonomy_effect),
            close_call_points: self.close_call_points,
        }
    }
}
