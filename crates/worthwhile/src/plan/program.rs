//! A case as the model computes it: every number a reference to a named input.

use crate::case::During;
use crate::field::{
    ActivityNumbers, AssumptionNumbers, AwardNumbers, BenefitNumbers, CostNumbers, PersonNumbers,
};

/// Which input a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct InputId(pub(crate) u32);

/// Everything the model needs besides the values of the inputs.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    pub(crate) person: PersonProgram,
    pub(crate) assumptions: AssumptionsProgram,
    pub(crate) pursuits: Vec<PursuitProgram>,
}

#[derive(Debug, Clone)]
pub(crate) struct PersonProgram {
    pub(crate) drives: DrivesProgram,
    pub(crate) numbers: PersonNumbers<InputId>,
    pub(crate) personal_time: InputId,
    pub(crate) burnout_risk: InputId,
    /// None: money counts for nothing.
    pub(crate) meaningful_yearly_amount: Option<InputId>,
    pub(crate) hour_value: Option<InputId>,
}

#[derive(Debug, Clone)]
pub(crate) struct AssumptionsProgram {
    pub(crate) autonomy: [InputId; 8],
    pub(crate) numbers: AssumptionNumbers<InputId>,
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
    pub(crate) numbers: AwardNumbers<InputId>,
    pub(crate) is_held: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct ActivityProgram {
    pub(crate) numbers: ActivityNumbers<InputId>,
    pub(crate) per_year: InputId,
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
    pub(crate) numbers: BenefitNumbers<InputId>,
    pub(crate) conditions: Vec<InputId>,
    /// Absent for benefits of the award.
    pub(crate) delay_years: Option<InputId>,
    pub(crate) needs_award: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct CostProgram {
    pub(crate) numbers: CostNumbers<InputId>,
    pub(crate) during: During,
}
