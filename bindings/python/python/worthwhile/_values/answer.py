"""The answer to a case, and what it says about the question."""

from __future__ import annotations

from .value import Value, _parsed

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    from .basis import Assumption, Basis, Remark
    from .doubt import Flip, Information, Lever, Sensitivity
    from .pursuit import PlanSummary, PursuitAssessment, WithoutAny
    from .value import _Answer, _Verdict


class Assessment(Value, init=False):
    """The answer to a case. Its `str` is the answer as people read it.

    Points are on one scale: 0 is as good as the life without any of the pursuits, 100 serves
    everything that drives you at no cost. Answers are equal if their JSON is. An attribute that
    does not apply is None.

    Example:
        >>> import worthwhile
        >>> answer = worthwhile.assess({
        ...     "schema_version": 1,
        ...     "person": {"motivations": {"enjoyment": 7}, "time": {"free_hours_per_week": 10}},
        ...     "pursuits": [{"preset": "rest"}],
        ... })
        >>> answer.pursuits[0].worth.mean > 0
        True
        >>> print(str(answer).splitlines()[0])
        Is more rest worth it to you?
    """

    schema_version: int
    """Version of the document format, currently 1."""

    engine: Engine
    """What computed it."""

    person: PersonSummary
    """The person's week and the years ahead, as used in the answer."""

    question: Question
    """The pursuit in question and the answer about it."""

    pursuits: tuple[PursuitAssessment, ...]
    """Every pursuit, in case order."""

    without_any: WithoutAny | None = None
    """The life without any of the pursuits, ranked among them. Only if something is uncertain."""

    best_mix: PlanSummary
    """The best use of the free hours: the best combination of pursuits that fit together."""

    sensitivity: tuple[Sensitivity, ...] = ()
    """What each uncertain number does to the margin of the pursuit in question, the largest first.

    Empty if nothing is uncertain.
    """

    levers: tuple[Lever, ...]
    """What would change the answer, for people: the nearest change first.

    At most two of them are reassurances, which do not change it. Empty if levers were turned off.
    """

    flips: tuple[Flip, ...] = ()
    """What would change the answer: changes of one number, the smallest first.

    Numbers for which nothing was found are left out. Empty unless flips were asked for.
    """

    information: Information | None = None
    """What to find out first.

    None if nothing is uncertain or the pursuit in question does not fit.
    """

    basis: Basis
    """Where the numbers come from, counted."""

    assumptions: tuple[Assumption, ...]
    """Every number that the case does not give itself, with its source."""

    warnings: tuple[Remark, ...]
    """Warnings about the case as a whole."""

    def __init__(self, json: str, text: str) -> None:
        vars(self).update(_json=json, _text=text)

    @property
    def _document(self) -> dict[str, Any]:
        """Parsed when an attribute is first read."""
        if "_document" not in vars(self):
            super().__init__(_parsed(self.to_json()))
        return super()._document

    def to_json(self) -> str:
        """Returns the whole answer as JSON: the same bytes as from Rust, C and the command line.

        Returns:
            JSON text without whitespace.
        """
        json: str = vars(self)["_json"]
        return json

    def to_text(self, *, width: int = 80, all: bool = False, brief: bool = False) -> str:
        """Returns the answer as people read it: plain text without colors.

        Args:
            width: Columns of the page, 60 to 120. Other values are moved to the nearer end.
            all: Whether every pursuit is explained, not only the one in question.
            brief: Whether only the first lines are returned: the answer and how much of it, what it
                does for you, the chance that this is right, why, and what would change it. `all`
                then has no effect.

        Returns:
            The page. `str(answer)` is the same at the defaults.
        """
        if width == 80 and not all and not brief:
            return str(self)
        # Here, since the native module imports this one.
        from .._worthwhile import _page

        return _page(self.to_json(), min(max(width, 60), 120), all, brief)

    def to_html(self, *, all: bool = False) -> str:
        """Returns the answer as one HTML file with pictures, to keep and to show.

        It needs no script, no network and no other file, follows the light or dark theme of the
        reader, and prints. A notebook shows the same as a cell's result.

        Args:
            all: Whether every pursuit is explained, not only the one in question.

        Returns:
            The whole file.

        Example:
            >>> import worthwhile
            >>> answer = worthwhile.assess({
            ...     "schema_version": 1,
            ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
            ...     "pursuits": [{"preset": "rest"}],
            ... })
            >>> answer.to_html().startswith("<!DOCTYPE html>")
            True
        """
        return self._report("html", all)

    def to_markdown(self, *, all: bool = False) -> str:
        """Returns the answer in Markdown with tables, for issues and wikis.

        Args:
            all: Whether every pursuit is explained, and every number listed with its source.

        Returns:
            The page.
        """
        return self._report("markdown", all)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return self._report("fragment", False)

    def _report(self, form: str, all: bool) -> str:
        # Here, since the native module imports this one.
        from .._worthwhile import _report

        return _report(self.to_json(), form, all)

    def __str__(self) -> str:
        text: str = vars(self)["_text"]
        return text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Assessment):
            return NotImplemented
        return self.to_json() == other.to_json()

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(self.to_json())

    def __repr__(self) -> str:
        return f"Assessment(question={self.question!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Assessment, (self.to_json(), str(self))


class Engine(Value, init=False):
    """What computed an answer."""

    version: str
    """Version of the library."""

    points: str
    """How the scenarios are chosen. A different method has a different name."""

    scenarios: int
    """Scenarios computed; 1 if every number is at its mean."""

    replicates: int
    """Number of independent replicates among them."""

    seed: int
    """Seed of the scenarios, 0 to 2^53 - 1."""

    levers: bool
    """Whether levers and `how_much` were computed."""


class PersonSummary(Value, init=False):
    """The person's week and the years ahead, as used in the answer.

    Uncertain numbers are at their means.
    """

    free_hours_per_week: float
    """Free hours a week, 0 to 168."""

    work_hours_per_week: float
    """Hours a week in the job, 0 to 168."""

    burnout_risk: float
    """Chance of burnout in the life without any of the pursuits, 0 to 1."""

    currency: str | None = None
    """Currency of all money, ISO 4217. None if the case says nothing about money."""

    horizon_years: int
    """Years ahead that count, 1 to 30."""


class Question(Value, init=False):
    """The question and its answer in brief."""

    pursuit: str
    """Id of the pursuit in question, the first one of the case."""

    text: str
    """The question in words."""

    answer: _Answer
    """Whether it is worth it."""

    base_answer: _Answer | None = None
    """The answer with every uncertain number at its mean, which is what levers and flips change.

    None if it is the same.
    """

    verdict: _Verdict
    """The reason for the answer: for a no, it says why."""

    level: float
    """How much of it the answer is about, as a fraction of what is planned, 0 to 1.5."""

    chance_of_yes: float | None = None
    """Share of the scenarios in which it leaves the person better off, 0 to 1.

    None if nothing is uncertain.
    """

    confidence: float | None = None
    """Share of the scenarios that agree with the answer, 0 to 1. None if nothing is uncertain."""

    close_call: bool
    """Whether a small change would be enough to change the answer."""

    close_because: tuple[Literal["doubt", "small_margin"], ...]
    """Why it is a close call; empty if it is not."""

    as_planned: AsPlanned | None = None
    """What all of it, as planned, would do. None if that does not fit."""

    how_much: tuple[HowMuch, ...] = ()
    """What more or less of it would do, from less to more.

    Empty if it is all or nothing, or if levers were turned off.
    """

    summary: str
    """The answer in a sentence or two."""

    in_brief: tuple[str, ...]
    """The answer in at most five lines: the answer and how much of it, what it does for the person,
    the chance that this is right, why, and what would change it.

    A line that has nothing to say is left out.
    """

    details: str | None = None
    """What else there is to say about the answer. None if there is nothing."""


class AsPlanned(Value, init=False):
    """The pursuit in question at level 1, with the others chosen again."""

    margin: float
    """Worth of the plan with it minus that of the plan without it or its award, in points."""

    margin_over_none: float
    """Worth of the plan with it minus that of the plan without any of it, in points."""


class HowMuch(Value, init=False):
    """The pursuit in question at one level."""

    level: float
    """Fraction of what is planned, 0 to 1.5."""

    offered: bool
    """Whether it is one of the pursuit's `levels`, among which the answer chooses."""

    hours_per_week: float
    """Hours a week, averaged over the years ahead."""

    worth: float
    """Worth of it on its own, in points."""

    margin: float | None = None
    """Worth of the plan with it minus that of the plan without it or its award, in points.

    The others are chosen again. None if no such plan fits.
    """

    margin_over_none: float | None = None
    """Worth of the plan with it minus that of the plan without any of it, in points."""

    work_worth: float | None = None
    """Worth of the same work on its own without the award, in points. Only with an award."""

    chance_ever: float | None = None
    """Chance of holding the award at some point, 0 to 1. Only with an award."""
