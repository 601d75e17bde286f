//! Numbers that stand together, each once: what holds them may be estimates that can be absent,
//! figures with their origin, or the places of inputs.

use super::{
    ACTIVITY_ENJOYABILITY, ACTIVITY_HOURS, AUTONOMY_EFFECT, AWARD_CHANCE, AWARD_RENEWAL,
    BENEFIT_CHANCE, BENEFIT_MONEY, BENEFIT_STRENGTH, COST_MONEY, DISCOUNT_RATE, DRAWBACK_BOTHER,
    DRAWBACK_CHANCE, DRAWBACK_POINTS, FREE_HOURS, Field, HORIZON_YEARS, Key, OVERWORK_FROM,
    OVERWORK_LOG_ODDS, REST_OFFSETS_OVERWORK, RETURNS_TO_EFFORT, SAVINGS, TIME_CONVEXITY,
    WELLBEING, WORK_HOURS,
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

            /// One of them by its row, to be changed.
            pub(crate) fn find_mut(
                &mut self,
                is_wanted: impl Fn(&'static Field) -> bool,
            ) -> Option<(&'static Field, &mut N)> {
                [$((&$row, &mut self.$member),)*].into_iter().find(|(row, _)| is_wanted(row))
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
        wellbeing: WELLBEING,
        savings: SAVINGS,
        free_hours: FREE_HOURS,
        work_hours: WORK_HOURS,
        horizon_years: HORIZON_YEARS,
        discount_rate: DISCOUNT_RATE,
    }
}

group! {
    /// Those of the assumptions that stand alone.
    AssumptionNumbers {
        time_convexity: TIME_CONVEXITY,
        returns_to_effort: RETURNS_TO_EFFORT,
        overwork_log_odds_per_hour: OVERWORK_LOG_ODDS,
        overwork_from_hours: OVERWORK_FROM,
        rest_offsets_overwork: REST_OFFSETS_OVERWORK,
        drawback_points: DRAWBACK_POINTS,
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
    /// Those of an activity, save how often it comes and when.
    ActivityNumbers {
        hours: ACTIVITY_HOURS,
        enjoyability: ACTIVITY_ENJOYABILITY,
    }
}

group! {
    /// Those of a benefit, save when it comes: a benefit of the award has its own year.
    BenefitNumbers {
        strength: BENEFIT_STRENGTH,
        chance: BENEFIT_CHANCE,
        money_per_year: BENEFIT_MONEY,
    }
}

group! {
    /// Those of a cost, save when it comes.
    CostNumbers {
        money_per_year: COST_MONEY,
    }
}

group! {
    /// Those of a drawback, save when it comes.
    DrawbackNumbers {
        bother: DRAWBACK_BOTHER,
        chance: DRAWBACK_CHANCE,
    }
}
