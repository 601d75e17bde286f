//! A case as the model computes it: every number a reference to a named input.

use crate::case::During;

/// Which input a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct InputId(pub(crate) u32);

/// Everything the model needs besides the values of the inputs.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    pub(crate) person: PersonProgram,
    pub(crate) pursuits: Vec<PursuitProgram>,
}

#[derive(Debug, Clone)]
pub(crate) struct PersonProgram {
    pub(crate) drives: DrivesProgram,
    pub(crate) autonomy: [InputId; 8],
    pub(crate) personal_time: InputId,
    pub(crate) wellbeing: InputId,
    pub(crate) savings: InputId,
    pub(crate) free_hours: InputId,
    pub(crate) work_hours: InputId,
    /// None: money counts for nothing.
    pub(crate) meaningful_yearly_amount: Option<InputId>,
    pub(crate) hour_value: Option<InputId>,
    pub(crate) burnout_risk: InputId,
    pub(crate) horizon_years: InputId,
    pub(crate) discount_rate: InputId,
    pub(crate) time_convexity: InputId,
    pub(crate) overwork_log_odds_per_hour: InputId,
    pub(crate) overwork_from_hours: InputId,
    pub(crate) autonomy_effect: InputId,
}

/// Where the weights of the motives come from.
#[derive(Debug, Clone)]
pub(crate) enum DrivesProgram {
    /// Importance of each motive.
    Rated([InputId; 8]),
    /// Weight of each motive, from a ranking. These values stand behind those of the inputs.
    Ranked([InputId; 8]),
}

#[derive(Debug, Clone)]
pub(crate) struct PursuitProgram {
    pub(crate) award: Option<AwardProgram>,
    pub(crate) activities: Vec<ActivityProgram>,
    /// Benefits, grouped by category.
    pub(crate) categories: Vec<CategoryProgram>,
    pub(crate) costs: Vec<CostProgram>,
}

#[derive(Debug, Clone)]
pub(crate) struct AwardProgram {
    pub(crate) chance_per_year: InputId,
    pub(crate) renewal_chance: InputId,
    pub(crate) is_held: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct ActivityProgram {
    pub(crate) hours: InputId,
    pub(crate) per_year: InputId,
    pub(crate) enjoyability: InputId,
    pub(crate) during: During,
    pub(crate) is_rest: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct CategoryProgram {
    /// How far it serves each motive but income; a blank serves nothing.
    pub(crate) serves: [Option<InputId>; 7],
    pub(crate) benefits: Vec<BenefitProgram>,
}

#[derive(Debug, Clone)]
pub(crate) struct BenefitProgram {
    pub(crate) strength: InputId,
    pub(crate) chance: InputId,
    pub(crate) money_per_year: InputId,
    pub(crate) conditions: Vec<InputId>,
    pub(crate) delay_years: Option<InputId>,
    pub(crate) needs_award: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct CostProgram {
    pub(crate) money_per_year: InputId,
    pub(crate) during: During,
}
