"""What matters, what would change the answer, and what to find out first."""

from __future__ import annotations

from .value import Value

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .value import _Answer


class Sensitivity(Value, init=False):
    """What one uncertain input does to the margin of the pursuit in question."""

    input: str
    """Name of the input. A ranking of the motives is one input."""

    first_order: float
    """The share of the margin's variance that would disappear if this were known, 0 to 1."""

    standard_error: float
    """Standard error of the index, as a share."""

    below_noise: bool
    """Whether the index cannot be distinguished from 0: it is within two standard errors."""

    total: float | None = None
    """The share of the variance that would remain if everything but this were known.

    None unless totals were asked for. Noise can push it slightly above 1.
    """

    total_standard_error: float | None = None
    """Standard error of the total index, as a share."""

    swing: Swing
    """The margin with this input at either end and all others at their means."""


class Swing(Value, init=False):
    """The margin of the base case at both ends of one input, in points."""

    low: float
    """At the 5th percentile of the input; for a ranking, with all its motives equal."""

    high: float
    """At the 95th percentile of the input; for a ranking, with its first motive alone."""


class Lever(Value, init=False):
    """A change that a person could make, and what it does to the answer of the base case."""

    kind: str
    """What is changed, for example `hours` or `free_hours`. Later releases may add kinds."""

    inputs: tuple[str, ...]
    """Names of the inputs that change; for `without`, the pointer of the pursuit left out."""

    from_: float
    """The value in the base case, in the unit of the kind; `from` in the document."""

    to: float
    """The nearest value found that changes the answer; for a reassurance, the value tried."""

    shown: float
    """The same, rounded so that this still holds."""

    turns: bool
    """Whether it changes the answer; otherwise it is a reassurance."""

    answer: _Answer
    """The answer at that value."""

    level: float | None = None
    """How much of the pursuit in question is in the best plan then, 0 to 1.5.

    If the answer is no, of its work alone. None if none of it is.
    """

    text: str
    """The change in words, without the answer."""


class Flip(Value, init=False):
    """A change of one number that changes the answer of the base case.

    In the base case every uncertain number is at its mean.

    Example:
        >>> import worthwhile
        >>> plan = worthwhile.Plan({
        ...     "schema_version": 1,
        ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
        ...     "pursuits": [{"preset": "certification"}],
        ... })
        >>> flips = plan.flips()
        >>> assert flips
        >>> changed = plan.assess(overrides={flips[0].input: flips[0].to}).question
        >>> (changed.base_answer or changed.answer) == flips[0].answer
        True
    """

    input: str
    """Name of the input."""

    from_: float
    """Its value in the base case, in its own unit; `from` in the document."""

    to: float
    """The nearest value found that changes the answer, in its own unit."""

    answer: _Answer
    """The answer at that value."""

    text: str
    """The change in words, with the value rounded so that it still changes the answer."""


class Information(Value, init=False):
    """What it would be worth to find something out before deciding, in points."""

    evpi: float
    """What knowing everything would be worth, in points."""

    standard_error: float
    """Standard error of it, in points."""

    inputs: tuple[InputInformation, ...]
    """What knowing each uncertain input alone would be worth, the largest first."""

    advice: str | None = None
    """What to find out first, in a sentence. None if nothing is worth finding out."""


class InputInformation(Value, init=False):
    """What it would be worth to know one input, in points."""

    input: str
    """Name of the input. A ranking of the motives is one input."""

    evppi: float
    """Expected value of perfect information about it, in points."""

    standard_error: float
    """Standard error of it, in points."""

    below_noise: bool
    """Whether it cannot be distinguished from 0: it is within two standard errors."""
