//! Numbers that stand together, each once: what holds them may be estimates that can be absent,
//! figures with their origin, or the places of inputs.

use super::{
    ACTIVITY_ENJOYABILITY, ACTIVITY_HOURS, ACTIVITY_PER_YEAR, AUTONOMY_EFFECT, AWARD_CHANCE,
    AWARD_RENEWAL, BENEFIT_CHANCE, BENEFIT_MONEY, BENEFIT_STRENGTH, BURNOUT_RISK, COST_MONEY,
    DISCOUNT_RATE, FREE_HOURS, Field, HORIZON_YEARS, Key, OVERWORK_FROM, OVERWORK_LOG_ODDS,
    PERSONAL_TIME, SAVINGS, TIME_CONVEXITY, WELLBEING, WORK_HOURS,
};

/// A struct with a member for each row, in the order of the inputs of a plan.
macro_rules! group {
    ($(#[$doc:meta])* $name:ident { $($member:ident: $row:ident,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub(crate) struct $name<N> {
            $(pub(crate) $member: N,)*
        }

        impl<N> $name<N> {
            /// Each number by its row, in order.
            pub(crate) fn of(mut number: impl FnMut(&'static Field) -> N) -> Self {
                Self { $($member: number(&$row),)* }
            }

            /// Each number with its row, in order.
            pub(crate) fn each(&self) -> impl Iterator<Item = (&'static Field, &N)> {
                [$((&$row, &self.$member),)*].into_iter()
            }

            /// The same in another form.
            pub(crate) fn map<M>(&self, mut other: impl FnMut(&'static Field, &N) -> M) -> $name<M> {
                $name { $($member: other(&$row, &self.$member),)* }
            }

            /// One of them by its key.
            pub(crate) fn get(&self, key: Key) -> Option<&N> {
                self.each().find(|(field, _)| field.key == key).map(|(_, number)| number)
            }
        }
    };
}

group! {
    /// Those of the person that stand alone.
    PersonNumbers {
        personal_time: PERSONAL_TIME,
        wellbeing: WELLBEING,
        savings: SAVINGS,
        free_hours: FREE_HOURS,
        work_hours: WORK_HOURS,
        burnout_risk: BURNOUT_RISK,
        horizon_years: HORIZON_YEARS,
        discount_rate: DISCOUNT_RATE,
    }
}

group! {
    /// Those of the assumptions that stand alone.
    AssumptionNumbers {
        time_convexity: TIME_CONVEXITY,
        overwork_log_odds_per_hour: OVERWORK_LOG_ODDS,
        overwork_from_hours: OVERWORK_FROM,
        autonomy_effect: AUTONOMY_EFFECT,
    }
}

group! {
    /// Those of an award.
    AwardNumbers {
        chance_per_year: AWARD_CHANCE,
        renewal_chance: AWARD_RENEWAL,
    }
}

group! {
    /// Those of an activity.
    ActivityNumbers {
        hours: ACTIVITY_HOURS,
        per_year: ACTIVITY_PER_YEAR,
        enjoyability: ACTIVITY_ENJOYABILITY,
    }
}

group! {
    /// Those of a benefit, save its delay: a benefit of the award has none.
    BenefitNumbers {
        strength: BENEFIT_STRENGTH,
        chance: BENEFIT_CHANCE,
        money_per_year: BENEFIT_MONEY,
    }
}

group! {
    /// Those of a cost.
    CostNumbers {
        money_per_year: COST_MONEY,
    }
}
