"""Two cases side by side."""

from __future__ import annotations

from .value import Value, _parsed

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .answer import Engine
    from .pursuit import Summary
    from .value import _Answer, _Verdict


class Comparison(Value, init=False):
    """Two cases side by side. Its `str` is the comparison as people read it.

    Changes are those of the second against the first. Comparisons are equal if their JSON is. An
    attribute that does not apply is None.

    Example:
        >>> import worthwhile
        >>> def case(hours: int) -> dict[str, object]:
        ...     person = {"motivations": {"learning": 7}, "time": {"free_hours_per_week": hours}}
        ...     return {"schema_version": 1, "person": person, "pursuits": [{"preset": "certification"}]}
        >>> comparison = worthwhile.compare(case(12), case(4))
        >>> [each.name for each in comparison.contributions]
        ['the week']
    """

    schema_version: int
    """Version of the document format, currently 1."""

    first: ComparedAnswer
    """The answer to the first case."""

    second: ComparedAnswer
    """The answer to the second case."""

    change: AnswerChange
    """What changes from the first answer to the second."""

    differences: tuple[Difference, ...]
    """Everything that differs in the two cases and could count, group by group."""

    contributions: tuple[DifferenceContribution, ...]
    """What the differences do, group by group, the most first.

    Added up they are `change.base_margin` and `change.base_worth`.
    """

    summary: str
    """Both answers and what makes the difference, in a few sentences."""

    def __init__(self, json: str, text: str) -> None:
        vars(self).update(_json=json, _text=text)

    @property
    def _document(self) -> dict[str, Any]:
        """Parsed when an attribute is first read."""
        if "_document" not in vars(self):
            super().__init__(_parsed(self.to_json()))
        return super()._document

    def to_json(self) -> str:
        """Returns the comparison as JSON: the same bytes as from Rust, C and the command line.

        Returns:
            JSON text without whitespace.
        """
        json: str = vars(self)["_json"]
        return json

    def to_text(self, *, names: tuple[str, str] | None = None, width: int = 80) -> str:
        """Returns the comparison as people read it: plain text without colors.

        Args:
            names: What the two cases are called. If None, the first and the second case.
            width: Columns of the page, 60 to 120. Other values are moved to the nearer end.

        Returns:
            The page. `str(comparison)` is the same at the defaults.
        """
        if names is None and width == 80:
            return str(self)
        # Here, since the native module imports this one.
        from .._worthwhile import _comparison_page

        return _comparison_page(self.to_json(), names, min(max(width, 60), 120))

    def __str__(self) -> str:
        text: str = vars(self)["_text"]
        return text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Comparison):
            return NotImplemented
        return self.to_json() == other.to_json()

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(self.to_json())

    def __repr__(self) -> str:
        return f"Comparison(change={self.change!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Comparison, (self.to_json(), str(self))


class ComparedAnswer(Value, init=False):
    """The answer to one of two cases, in brief."""

    name: str | None = None
    """Name of the case. None if it has none."""

    engine: Engine
    """What computed it."""

    pursuit: str
    """Id of the pursuit in question."""

    pursuit_name: str
    """Name of the pursuit in question."""

    question: str
    """The question in words."""

    answer: _Answer
    """Whether it is worth it."""

    verdict: _Verdict
    """The reason for the answer."""

    level: float
    """How much of it the answer is about, as a fraction of what is planned, 0 to 1.5."""

    chance_of_yes: float | None = None
    """Share of the scenarios in which it leaves the person better off, 0 to 1.

    None if nothing is uncertain or it does not fit.
    """

    confidence: float | None = None
    """Share of the scenarios that agree with the answer, 0 to 1. None if nothing is uncertain."""

    close_call: bool
    """Whether a small change would be enough to change the answer."""

    worth: Summary
    """Worth of the pursuit on its own, in points."""

    margin: Summary
    """Worth of the plan with it minus that of the plan without it or its award, in points."""

    hours_per_week: Summary
    """Hours a week, averaged over the years ahead."""

    burnout_risk: Summary
    """Chance of burnout with it, 0 to 1."""

    base_worth: float
    """The worth with every number at its mean, in points."""

    base_margin: float
    """The margin with every number at its mean, in points."""

    summary: str
    """The answer in a sentence."""


class AnswerChange(Value, init=False):
    """What changes from one answer to another: the second minus the first."""

    turns: bool
    """Whether one answer is yes and the other is no."""

    level: float
    """How much of it."""

    chance_of_yes: float | None = None
    """Chance of yes. None if either answer has none."""

    worth: float
    """Mean worth, in points."""

    margin: float
    """Mean margin, in points."""

    hours_per_week: float
    """Hours a week."""

    burnout_risk: float
    """Chance of burnout."""

    base_worth: float
    """Worth with every number at its mean, in points."""

    base_margin: float
    """Margin with every number at its mean, in points."""


class Difference(Value, init=False):
    """One thing that differs in two cases."""

    group: str
    """The group that it belongs to."""

    input: str
    """Where it is: a pointer in which items are named by id."""

    noun: str
    """What it is, within a sentence."""

    first: DifferenceValue | None = None
    """What the first case has. None if it has nothing there."""

    second: DifferenceValue | None = None
    """What the second case has. None if it has nothing there."""


class DifferenceValue(Value, init=False):
    """What one of two cases has where they differ."""

    estimate: float | dict[str, Any] | None = None
    """The number, or the estimate as a case has it. None if it is no number."""

    text: str
    """The same in words, with its unit."""


class DifferenceContribution(Value, init=False):
    """What the differences of a group do: a Shapley value, with every number at its mean."""

    groups: tuple[str, ...]
    """The groups that it is of: one, or several that matter least."""

    name: str
    """What it is, in words."""

    margin: float
    """What it changes in the margin, in points."""

    worth: float
    """What it changes in the worth, in points."""
