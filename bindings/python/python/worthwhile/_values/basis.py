"""What an answer rests on: the numbers of a case, its problems, and remarks about it."""

from __future__ import annotations

from .value import Value

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal


class Input(Value, init=False):
    """A named number of a plan.

    Example:
        >>> import worthwhile
        >>> plan = worthwhile.Plan({
        ...     "schema_version": 1,
        ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
        ...     "pursuits": [{"preset": "certification"}],
        ... })
        >>> study = next(i for i in plan.inputs if i.name.endswith("/study/hours"))
        >>> study.name, study.unit
        ('/pursuits/certification/activities/study/hours', 'hours')
        >>> study.estimate
        {'min': 36.0, 'mode': 72.0, 'max': 120.0}
    """

    name: str
    """Its name everywhere: a JSON pointer in which items are named by id."""

    label: str
    """What people call it, for an axis or a form."""

    mean: float
    """Its value in the base case: the mean, in its unit."""

    estimate: float | dict[str, Any]
    """What is known about it: a number, or an object as in a case."""

    unit: str
    """Its unit, for people."""

    meaning: str
    """What it means, including what both ends of a rating mean."""

    minimum: float
    """The lower bound of its range, in its unit."""

    maximum: float
    """The upper bound of its range, in its unit."""

    exclusive_minimum: bool
    """Whether it has to be above `minimum`."""

    exclusive_maximum: bool
    """Whether it has to be below `maximum`."""

    whole: bool
    """Whether it has to be a whole number."""

    uncertain: bool
    """Whether it is drawn in each scenario, and not certain."""

    origin: str
    """Who gives it: `case`, `preset`, `catalogue` or `default`."""


class Problem(Value, init=False):
    """One problem of a document.

    Example:
        >>> import worthwhile
        >>> problem = worthwhile.check("{}")[0]
        >>> problem.code, problem.severity, problem.path
        ('missing_field', 'error', '')
    """

    path: str
    """JSON pointer (RFC 6901) into the document; for a replaced input it begins with its name.

    An unknown or repeated field has its own pointer, a missing field that of its parent.
    """

    code: str
    """The kind of problem, for example `out_of_range`. Codes are never renamed."""

    message: str
    """One sentence: what was found and what is allowed."""

    severity: Literal["error", "warning"]
    """Whether the document is refused because of it (`error`) or not (`warning`)."""

    help: str | None = None
    """What to do about it, if there is advice to give."""

    data: dict[str, Any] | None = None
    """The same for programs: `found`, `allowed` and `suggestion`, whichever apply."""


class Basis(Value, init=False):
    """The numbers of a case, counted by where they come from."""

    given: int
    """How many numbers the case gives."""

    published: int
    """How many are taken or derived from a publication."""

    illustrative: int
    """How many are judgments made by the presets and the catalogue."""

    defaults: int
    """How many are defaults for fields that the case leaves out."""

    uncertain: int
    """How many of these are uncertain."""


class Assumption(Value, init=False):
    """A number that the case does not give."""

    input: str
    """Name of the input: a pointer in which items are named by id."""

    value: float | dict[str, Any] | None = None
    """The number or estimate used, in the unit of the input. None if it follows another input."""

    follows: str | None = None
    """Name of the input that it follows. None if it has a value."""

    source: Provenance
    """Where it comes from."""


class Provenance(Value, init=False):
    """Where a number that the case does not give comes from."""

    kind: str
    """`preset`, `catalogue` or `default`; later releases may add kinds."""

    preset: str | None = None
    """Id of the preset, if it comes from one."""

    seen: str | None = None
    """How the figure was obtained; None for a default."""

    text: str
    """The publication, or why it is a judgment."""


class Remark(Value, init=False):
    """A reason or a warning.

    Example:
        >>> import worthwhile
        >>> answer = worthwhile.assess({
        ...     "schema_version": 1,
        ...     "person": {"motivations": {"enjoyment": 7}, "time": {"free_hours_per_week": 10}},
        ...     "pursuits": [{"preset": "rest"}],
        ... })
        >>> reason = answer.pursuits[0].reasons[0]
        >>> reason.kind, reason.data["motive"]
        ('serves', 'enjoyment')
    """

    kind: str
    """What it says, for example `serves`. Later releases may add kinds."""

    text: str
    """The sentence for people."""

    @property
    def data(self) -> Mapping[str, Any]:
        """The numbers and names of the sentence, by kind; `schema("assessment")` lists them."""
        return {name: part for name, part in self.to_dict().items() if name not in ("kind", "text")}
