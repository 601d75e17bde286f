//! A case as the model computes it: every number a reference to a named input.

use crate::case::During;
use crate::field::{
    ActivityNumbers, AssumptionNumbers, AwardNumbers, BenefitNumbers, CostNumbers, DrawbackNumbers,
    PersonNumbers,
};
use crate::order;

/// Which value a number is: that of an input, or one that stands behind those of the inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct InputId(pub(crate) u32);

/// The whole case.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    pub(crate) person: PersonProgram,
    pub(crate) assumptions: AssumptionsProgram,
    pub(crate) pursuits: Vec<PursuitProgram>,
    /// Sets of pursuits of which at most one is chosen; bit i stands for pursuit i.
    pub(crate) either_or: Vec<u64>,
    /// Values that follow another one draw for draw, and stay where what-ifs move that one.
    pub(crate) twins: Vec<Twin>,
}

/// A value that is another one, draw for draw.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Twin {
    pub(crate) id: InputId,
    pub(crate) follows: InputId,
}

#[derive(Debug, Clone)]
pub(crate) struct PersonProgram {
    pub(crate) drives: DrivesProgram,
    pub(crate) numbers: PersonNumbers<InputId>,
    pub(crate) personal_time: PersonalTimeProgram,
    /// None: no limit.
    pub(crate) limit_hours: Option<InputId>,
    /// None: it follows the job hours.
    pub(crate) burnout_risk: Option<InputId>,
    /// None: money counts for nothing.
    pub(crate) meaningful_yearly_amount: Option<InputId>,
    pub(crate) hour_value: Option<InputId>,
}

/// How personal time is protected.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PersonalTimeProgram {
    /// By a rating.
    Rated(InputId),
    /// By the hours a week at which even a pursuit that serves everything breaks even.
    BreakEven(InputId),
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
    /// Rising; 1 is among them.
    pub(crate) levels: Vec<f64>,
    pub(crate) anyway: InputId,
    pub(crate) award: Option<AwardProgram>,
    pub(crate) activities: Vec<ActivityProgram>,
    /// Benefits, grouped by category.
    pub(crate) categories: Vec<CategoryProgram>,
    pub(crate) costs: Vec<CostProgram>,
    pub(crate) drawbacks: Vec<DrawbackProgram>,
    /// All that it refers to, each once.
    pub(crate) inputs: Vec<InputId>,
}

#[derive(Debug, Clone)]
pub(crate) struct AwardProgram {
    pub(crate) numbers: AwardNumbers<InputId>,
    pub(crate) is_held: bool,
    /// Years of effort in a row without it, after which it is given up; none: never.
    pub(crate) give_up_after_years: Option<usize>,
    /// Whether who gives up stops the work too.
    pub(crate) stops: bool,
}

/// When something starts and ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TimingProgram {
    pub(crate) delay_years: InputId,
    /// None: to the end.
    pub(crate) lasts_years: Option<InputId>,
}

#[derive(Debug, Clone)]
pub(crate) struct ActivityProgram {
    pub(crate) numbers: ActivityNumbers<InputId>,
    pub(crate) per_year: InputId,
    pub(crate) usual_per_year: InputId,
    pub(crate) timing: TimingProgram,
    pub(crate) during: During,
    pub(crate) is_rest: bool,
    /// Whether its hours are effort: all but rest, and rest where there is nothing else.
    pub(crate) is_effort: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct CategoryProgram {
    /// How far it serves motives, each by its place among all but income. It serves no other.
    pub(crate) serves: Vec<(usize, InputId)>,
    pub(crate) benefits: Vec<BenefitProgram>,
}

#[derive(Debug, Clone)]
pub(crate) struct BenefitProgram {
    pub(crate) numbers: BenefitNumbers<InputId>,
    pub(crate) conditions: Vec<InputId>,
    /// None for benefits of the award.
    pub(crate) timing: Option<TimingProgram>,
}

#[derive(Debug, Clone)]
pub(crate) struct CostProgram {
    pub(crate) numbers: CostNumbers<InputId>,
    pub(crate) timing: TimingProgram,
    pub(crate) during: During,
}

#[derive(Debug, Clone)]
pub(crate) struct DrawbackProgram {
    pub(crate) numbers: DrawbackNumbers<InputId>,
    pub(crate) timing: TimingProgram,
    pub(crate) during: During,
}

impl PursuitProgram {
    /// Lists all that it refers to.
    pub(super) fn list_inputs(&mut self) {
        let Self { levels: _, anyway, award, activities, categories, costs, drawbacks, inputs: _ } =
            &*self;
        let mut all = vec![*anyway];
        if let Some(AwardProgram { numbers, is_held: _, give_up_after_years: _, stops: _ }) = award
        {
            all.extend(numbers.each().map(|(_, id)| *id));
        }
        for own in activities {
            all.extend(own.numbers.each().map(|(_, id)| *id));
            all.extend([own.per_year, own.usual_per_year]);
            all.extend(own.timing.inputs());
        }
        for CategoryProgram { serves, benefits } in categories {
            all.extend(serves.iter().map(|(_, id)| *id));
            for BenefitProgram { numbers, conditions, timing } in benefits {
                all.extend(numbers.each().map(|(_, id)| *id));
                all.extend(conditions.iter().copied());
                all.extend(timing.iter().flat_map(TimingProgram::inputs));
            }
        }
        for CostProgram { numbers, timing, during: _ } in costs {
            all.extend(numbers.each().map(|(_, id)| *id).chain(timing.inputs()));
        }
        for DrawbackProgram { numbers, timing, during: _ } in drawbacks {
            all.extend(numbers.each().map(|(_, id)| *id).chain(timing.inputs()));
        }
        order::sort_by_key(&mut all, |id| id.0);
        all.dedup();
        self.inputs = all;
    }
}

impl TimingProgram {
    pub(crate) fn inputs(&self) -> impl Iterator<Item = InputId> {
        [Some(self.delay_years), self.lasts_years].into_iter().flatten()
    }
}

impl BenefitProgram {
    /// Whether it comes with the award only.
    pub(crate) fn needs_award(&self) -> bool {
        self.timing.is_none()
    }
}
