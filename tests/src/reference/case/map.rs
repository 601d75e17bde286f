//! A case with every number turned into another one.

use super::{
    Activity, Assumptions, Award, Benefit, Case, Cost, Drawback, Drive, Money, Occurrences, Person,
    Pursuit, SERVED, Span,
};

impl<N> Case<N> {
    /// The same case with every number turned into another one. Each number is met once, however
    /// many things use it.
    pub(crate) fn map<M>(&self, mut number: impl FnMut(&N) -> M) -> Case<M> {
        let number = &mut number;
        Case {
            person: self.person.map(number),
            pursuits: self.pursuits.iter().map(|pursuit| pursuit.map(number)).collect(),
            either_or: self.either_or.clone(),
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
            break_even_hours: self.break_even_hours.as_ref().map(&mut *number),
            wellbeing: number(&self.wellbeing),
            savings: number(&self.savings),
            free_hours: number(&self.free_hours),
            work_hours: number(&self.work_hours),
            limit_hours: self.limit_hours.as_ref().map(&mut *number),
            money: self.money.as_ref().map(|money| Money {
                meaningful_yearly_amount: number(&money.meaningful_yearly_amount),
                hour_value: money.hour_value.as_ref().map(&mut *number),
            }),
            burnout_risk: self.burnout_risk.as_ref().map(&mut *number),
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
            levels: self.levels.clone(),
            anyway: number(&self.anyway),
            lasts_years: self.lasts_years.as_ref().map(&mut *number),
            activities: self.activities.iter().map(|activity| activity.map(number)).collect(),
            benefits: self.benefits.iter().map(|benefit| benefit.map(number)).collect(),
            costs: self.costs.iter().map(|cost| cost.map(number)).collect(),
            drawbacks: self.drawbacks.iter().map(|drawback| drawback.map(number)).collect(),
            award: self.award.as_ref().map(|award| Award {
                chance_per_year: number(&award.chance_per_year),
                renewal_chance: number(&award.renewal_chance),
                held: award.held,
                give_up_after_years: award.give_up_after_years,
                is_stopped: award.is_stopped,
            }),
        }
    }
}

impl<N> Span<N> {
    fn map<M>(&self, number: &mut impl FnMut(&N) -> M) -> Span<M> {
        Span {
            delay_years: number(&self.delay_years),
            lasts_years: self.lasts_years.as_ref().map(&mut *number),
        }
    }
}

impl<N> Activity<N> {
    fn map<M>(&self, number: &mut impl FnMut(&N) -> M) -> Activity<M> {
        let Occurrences { per_year, usual_per_year } = &self.occurrences;
        Activity {
            is_rest: self.is_rest,
            hours: number(&self.hours),
            occurrences: Occurrences {
                per_year: per_year.as_ref().map(&mut *number),
                usual_per_year: usual_per_year.as_ref().map(&mut *number),
            },
            enjoyability: number(&self.enjoyability),
            during: self.during,
            span: self.span.map(number),
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
            span: self.span.map(number),
        }
    }
}

impl<N> Cost<N> {
    fn map<M>(&self, number: &mut impl FnMut(&N) -> M) -> Cost<M> {
        Cost {
            money_per_year: number(&self.money_per_year),
            during: self.during,
            span: self.span.map(number),
        }
    }
}

impl<N> Drawback<N> {
    fn map<M>(&self, number: &mut impl FnMut(&N) -> M) -> Drawback<M> {
        Drawback {
            bother: number(&self.bother),
            chance: number(&self.chance),
            during: self.during,
            span: self.span.map(number),
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
            returns_to_effort: number(&self.returns_to_effort),
            overwork_log_odds_per_hour: number(&self.overwork_log_odds_per_hour),
            overwork_from_hours: number(&self.overwork_from_hours),
            rest_offsets_overwork: number(&self.rest_offsets_overwork),
            drawback_points: number(&self.drawback_points),
            autonomy_effect: number(&self.autonomy_effect),
            close_call_points: number(&self.close_call_points),
        }
    }
}
