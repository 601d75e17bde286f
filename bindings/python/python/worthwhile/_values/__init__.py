"""What calls return: the classes of the package, by subject."""

from .answer import (
    AsPlanned,
    Assessment,
    Engine,
    HowMuch,
    PersonSummary,
    Question,
)
from .basis import (
    Assumption,
    Basis,
    Input,
    Problem,
    Provenance,
    Remark,
)
from .doubt import (
    Flip,
    Information,
    InputInformation,
    Lever,
    Sensitivity,
    Swing,
)
from .pursuit import (
    AwardSummary,
    Contribution,
    LedgerSummary,
    PlanSummary,
    PlannedPursuit,
    Probabilities,
    ProbabilityErrors,
    PursuitAssessment,
    Summary,
    WithoutAny,
    YearSummary,
)
from .value import Value, read

__all__ = [
    "AsPlanned",
    "Assessment",
    "Assumption",
    "AwardSummary",
    "Basis",
    "Contribution",
    "Engine",
    "Flip",
    "HowMuch",
    "Information",
    "Input",
    "InputInformation",
    "LedgerSummary",
    "Lever",
    "PersonSummary",
    "PlanSummary",
    "PlannedPursuit",
    "Probabilities",
    "ProbabilityErrors",
    "Problem",
    "Provenance",
    "PursuitAssessment",
    "Question",
    "Remark",
    "Sensitivity",
    "Summary",
    "Swing",
    "Value",
    "WithoutAny",
    "YearSummary",
    "read",
]
