"""Is this commitment worth my time?

    >>> import worthwhile
    >>> answer = worthwhile.assess({
    ...     "schema_version": 1,
    ...     "person": {
    ...         "motivations": {"enjoyment": 8, "learning": 7, "career": 3},
    ...         "time": {"free_hours_per_week": 12},
    ...     },
    ...     "pursuits": [{"preset": "microsoft-mvp"}, {"preset": "rest"}],
    ... })
    >>> answer.question.verdict
    'worth_it'
"""

from ._errors import ValidationError, WorthwhileError
from ._values import (
    Assessment,
    Assumption,
    AwardSummary,
    Basis,
    Contribution,
    Engine,
    Flip,
    Information,
    Input,
    InputInformation,
    KeepYourTime,
    LedgerSummary,
    MixSummary,
    Probabilities,
    ProbabilityErrors,
    Problem,
    Provenance,
    PursuitAssessment,
    Question,
    Remark,
    Sensitivity,
    Summary,
    Swing,
)
from ._worthwhile import (
    Plan,
    __build__,
    __version__,
    assess,
    check,
    expand,
    presets,
    schema,
)

__all__ = [
    "Assessment",
    "Assumption",
    "AwardSummary",
    "Basis",
    "Contribution",
    "Engine",
    "Flip",
    "Information",
    "Input",
    "InputInformation",
    "KeepYourTime",
    "LedgerSummary",
    "MixSummary",
    "Plan",
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
    "ValidationError",
    "WorthwhileError",
    "__build__",
    "__version__",
    "assess",
    "check",
    "expand",
    "presets",
    "schema",
]
