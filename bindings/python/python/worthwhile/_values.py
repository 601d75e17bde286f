"""What calls give: frozen views of the library's documents, with members as attributes.

Each class says what its objects have. A member that has a default may be absent.
"""

from __future__ import annotations

# Type checkers take a name like this for true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Literal, NoReturn, TypeAlias, dataclass_transform

    _Verdict: TypeAlias = Literal[
        "worth_it", "without_the_award", "better_elsewhere", "not_worth_it", "not_feasible"
    ]
    _Answer: TypeAlias = Literal["yes", "no"]
else:

    def dataclass_transform(**_):
        return lambda base: base


def read(name: str, json: str) -> Any:
    """Reads values of the class of that name: one of them, a list of them, or null."""
    return _view(_parsed(json), CLASSES[name])


def _parsed(text: str) -> Any:
    # Not before it is needed, so that the import is quick.
    import json

    return json.loads(text)


def _view(part: Any, shown: type[Value] | None) -> Any:
    """A part of a document as an attribute has it: what has no class of its own is copied."""
    if isinstance(part, list):
        return tuple([_view(each, shown) for each in part])
    if isinstance(part, dict):
        return shown(part) if shown else _copy(part)
    return part


def _copy(part: Any) -> Any:
    if isinstance(part, list):
        return [_copy(each) for each in part]
    if isinstance(part, dict):
        return {key: _copy(each) for key, each in part.items()}
    return part


def _member(name: str, annotation: str, default: Any) -> property:
    # `from` is a word of Python's own. A class may be named that is declared further down.
    key, shown = name.rstrip("_"), annotation.removeprefix("tuple[").split(",")[0].split(" ")[0]

    def get(self: Value) -> Any:
        return _view(self._document.get(key, default), CLASSES.get(shown))

    return property(get)


CLASSES: dict[str, type[Value]] = {}


# By this type checkers know that no attribute can be set. `init=False` says that values are not made
# from their attributes.
@dataclass_transform(frozen_default=True, kw_only_default=True)
class Value:
    """What all values have in common."""

    __hash__: ClassVar[None]  # type: ignore[assignment]
    _required: ClassVar[set[str]]

    def __init_subclass__(cls, *, init: bool = False) -> None:
        # Not for what somebody derives from one of them.
        if Value not in cls.__bases__:
            return
        # Pickles name the place, which is the public one.
        cls.__module__ = "worthwhile"
        CLASSES[cls.__name__] = cls
        cls._required = set()
        for name, annotation in cls.__annotations__.items():
            if name not in vars(cls):
                cls._required.add(name.rstrip("_"))
            setattr(cls, name, _member(name, annotation, vars(cls).get(name)))

    def __init__(self, document: dict[str, Any]) -> None:
        missing = self._required - document.keys()
        if missing:
            raise ValueError(f"not a document of this release: it has no {', '.join(sorted(missing))}")
        vars(self)["_document"] = document

    @property
    def _document(self) -> dict[str, Any]:
        document: dict[str, Any] = vars(self)["_document"]
        return document

    def to_dict(self) -> dict[str, Any]:
        """Gives the value as plain Python objects; parts that do not exist are absent."""
        document: dict[str, Any] = _copy(self._document)
        return document

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Value) or type(other) is not type(self):
            return NotImplemented
        return self._document == other._document

    def __repr__(self) -> str:
        members = self._document.items()
        plain = [f"{name}={part!r}" for name, part in members if not isinstance(part, (dict, list))]
        return f"{type(self).__name__}({', '.join(plain)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._document,)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")


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

    mean: float
    """Its value where nothing is replaced: the mean, in its unit."""

    estimate: float | dict[str, Any]
    """What is known of it: a number, or an object as in a case."""

    unit: str
    """Its unit, for people."""

    meaning: str
    """What it means, including what both ends of a rating mean."""

    minimum: float
    """The lower bound of what it takes, in its unit."""

    maximum: float
    """The upper bound of what it takes, in its unit."""


class Problem(Value, init=False):
    """One finding about a document.

    Example:
        >>> import worthwhile
        >>> problem = worthwhile.check("{}")[0]
        >>> problem.code, problem.severity, problem.path
        ('missing_field', 'error', '')
    """

    path: str
    """RFC 6901 pointer into the document; for a replaced input its name.

    An unknown or repeated field has its own pointer, a missing field its parent's.
    """

    code: str
    """What kind of finding it is, for example `out_of_range`. Codes are never renamed."""

    message: str
    """One sentence: what was found and what is allowed."""

    severity: Literal["error", "warning"]
    """Whether the document is refused because of it (`error`) or not (`warning`)."""

    help: str | None = None
    """What to do about it, where there is something to say."""

    data: dict[str, Any] | None = None
    """The same for programs: `found`, `allowed` and `suggestion`, those there are."""


class Assessment(Value, init=False):
    """The answer to a case. `str` of it is the answer as a person reads it.

    Points are on one scale: 0 is as good as the life without any of the pursuits, 100 serves
    everything that drives you at no cost. Answers are equal when their JSON is. An attribute that
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
    """Version of the document, now 1."""

    engine: Engine
    """What computed it."""

    person: PersonSummary
    """The person's week and years, as the answer takes them."""

    question: Question
    """The pursuit in question and the answer about it."""

    pursuits: tuple[PursuitAssessment, ...]
    """Every pursuit, in case order."""

    without_any: WithoutAny | None = None
    """The life without any of the pursuits, among them. Only where something is uncertain."""

    best_mix: PlanSummary
    """The best use of the free hours, among all pursuits that fit together."""

    sensitivity: tuple[Sensitivity, ...] = ()
    """What each uncertain number does to the margin of the pursuit in question, the most first.

    Empty where nothing is uncertain.
    """

    levers: tuple[Lever, ...]
    """What would change the answer, for people: the nearest change first.

    At most two of them are reassurances, which do not change it. Empty where they were left out.
    """

    flips: tuple[Flip, ...] = ()
    """What would change the answer: changes of one number, the smallest first.

    Numbers for which nothing was found are left out. Empty where it was not asked for.
    """

    information: Information | None = None
    """What to find out first.

    None where nothing is uncertain or the pursuit in question does not fit.
    """

    basis: Basis
    """What the numbers are made of, counted."""

    assumptions: tuple[Assumption, ...]
    """Every number that the case does not give itself, with its source."""

    warnings: tuple[Remark, ...]
    """What to know about the case as a whole."""

    def __init__(self, json: str, text: str) -> None:
        vars(self).update(_json=json, _text=text)

    @property
    def _document(self) -> dict[str, Any]:
        """Read when somebody first looks at an attribute."""
        if "_document" not in vars(self):
            super().__init__(_parsed(self.to_json()))
        return super()._document

    def to_json(self) -> str:
        """Gives the whole answer as JSON: the same bytes as on every other surface.

        Returns:
            JSON text without blanks.
        """
        json: str = vars(self)["_json"]
        return json

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
    """How the scenarios are chosen: another way has another name."""

    scenarios: int
    """Scenarios computed; 1 where every number is taken at its mean."""

    replicates: int
    """Independent replicates among them."""

    seed: int
    """Seed of the scenarios."""

    levers: bool
    """Whether levers and `how_much` were computed."""


class PersonSummary(Value, init=False):
    """The person's week and years, as the answer takes them: means where they are uncertain."""

    free_hours_per_week: float
    """Free hours a week, 0 to 168."""

    work_hours_per_week: float
    """Hours a week in the job, 0 to 168."""

    currency: str | None = None
    """Currency of all money, ISO 4217. None where the case says nothing about money."""

    horizon_years: int
    """Years ahead that count, 1 to 30."""


class Question(Value, init=False):
    """The question and its answer in short."""

    pursuit: str
    """Id of the pursuit in question, the first one of the case."""

    answer: _Answer
    """Whether it is worth it."""

    base_answer: _Answer | None = None
    """The answer with every uncertain number at its mean, which is what levers and flips change.

    None where it is the same.
    """

    verdict: _Verdict
    """What the answer comes from: a verdict of no says why."""

    level: float
    """How much of it the answer is about, as a part of what is planned, 0 to 1.5."""

    chance_of_yes: float | None = None
    """Share of the scenarios in which it leaves the person better off, 0 to 1.

    None where nothing is uncertain.
    """

    confidence: float | None = None
    """Share of the scenarios that agree with the answer, 0 to 1. None where nothing is uncertain."""

    close_call: bool
    """Whether little would change the answer."""

    close_because: tuple[Literal["doubt", "small_margin"], ...]
    """Why it is a close call; empty where it is none."""

    as_planned: AsPlanned | None = None
    """What all of it would do, as it is planned. None where that does not fit."""

    how_much: tuple[HowMuch, ...] = ()
    """What more or less of it would do, from less to more.

    Empty where it is all or nothing, or where levers were left out.
    """

    summary: str
    """The answer in a sentence or two."""


class AsPlanned(Value, init=False):
    """The pursuit in question at level 1, with the others chosen anew."""

    margin: float
    """Worth of the plan with it less that of the plan without it or its award, in points."""

    margin_over_none: float
    """Worth of the plan with it less that of the plan without any of it, in points."""


class HowMuch(Value, init=False):
    """The pursuit in question at one level."""

    level: float
    """How much of what is planned, 0 to 1.5."""

    hours_per_week: float
    """Hours a week, over the years ahead."""

    worth: float
    """Worth of it alone, in points."""

    margin: float | None = None
    """Worth of the plan with it less that of the plan without it or its award, in points.

    The others are chosen anew. None where no such plan fits.
    """

    margin_over_none: float | None = None
    """The same less the worth of the plan without any of it, in points."""

    work_worth: float | None = None
    """Worth of the same work alone without the award, in points. Only with an award."""

    chance_ever: float | None = None
    """Chance to hold the award at some time, 0 to 1. Only with an award."""


class PursuitAssessment(Value, init=False):
    """The answer for one pursuit."""

    id: str
    """Its id, unique in the case."""

    name: str
    """Its name for people."""

    verdict: _Verdict
    """Whether it is worth it, and why not.

    `worth_it`: it belongs in the best use of the free hours, with its award if it has one.
    `without_the_award`: the award does not, but the same work without it does. `better_elsewhere`:
    it is worth something, but the hours are better spent otherwise. `not_worth_it`: the life
    without it is as good or better. `not_feasible`: it takes more hours than there are, at every
    level.
    """

    level: float
    """How much of it the best plan with it has, as a part of what is planned, 0 to 1.5."""

    confidence: float | None = None
    """Share of the scenarios that agree with the yes or no, 0 to 1. Only with uncertainty."""

    close_call: bool
    """Whether little would change the yes or no."""

    worth: Summary
    """Worth of the pursuit alone at its level, in points."""

    margin: Summary
    """Worth of the plan with it, award included, less that of the plan without it or its award.

    It is in points.
    """

    margin_over_none: Summary
    """Worth of the plan with it less that of the plan without any of it, in points."""

    contributions: tuple[Contribution, ...]
    """What it gives and takes: motives, protections, then drawbacks. They add up to the worth."""

    opportunity_cost: float
    """Worth less margin over none of it: what the other pursuits lose by it, in points."""

    plan_with: PlanSummary
    """The best plan that contains it, with its award if it has one.

    It alone at its lowest level where it fits at none.
    """

    plan_without: PlanSummary
    """The best plan without it or, where it has an award, without its award."""

    plan_without_any: PlanSummary
    """The best plan without any of it."""

    work_worth: float | None = None
    """Worth of the same work alone without the award, in points. Only with an award.

    It is also what is left if the award is not renewed.
    """

    work_margin: float | None = None
    """Worth of the best plan with the work, not the award, less that without any of it.

    It is in points. Only with an award.
    """

    title_premium: float | None = None
    """What the award adds to the work, in points. It may be below zero. Only with an award."""

    hours_per_week: Summary
    """Hours a week over the years ahead, with what is done anyway."""

    extra_hours_per_week: float
    """Hours a week beyond what is done anyway."""

    busiest_hours_per_week: Summary
    """Hours a week in the busiest year."""

    felt_hours_per_week: Summary
    """Hours a week as felt: an enjoyed hour counts less, a dreaded one more."""

    burnout_risk: Summary
    """Chance of burnout with it, 0 to 1."""

    money_per_year: Summary
    """Money a year, earnings less spending, in the person's currency."""

    margin_quantiles: tuple[float, ...] = ()
    """Quantiles of the margin at 0, 0.05, ... and 1, in points. Empty where nothing is uncertain."""

    years: tuple[YearSummary, ...]
    """Every year ahead."""

    award: AwardSummary | None = None
    """How likely the award is held. Only with an award."""

    ledger: LedgerSummary | None = None
    """The money view. Only where the case has a value of an hour."""

    probabilities: Probabilities | None = None
    """How likely some things are. Only where something is uncertain."""

    rank_acceptability: tuple[float, ...] = ()
    """How likely it has each rank by worth, the first rank first.

    The ranks are among all pursuits and the life without any. Empty where nothing is uncertain.
    """

    reasons: tuple[Remark, ...]
    """Why, in words with their numbers."""

    warnings: tuple[Remark, ...]
    """What to look out for."""


class Summary(Value, init=False):
    """A figure over all scenarios, in the unit of the figure.

    Where nothing is uncertain the spread is zero. A percentile is the smallest value that so many
    percent of the scenarios do not exceed.
    """

    mean: float
    """Mean."""

    standard_error: float
    """Standard error of the mean: how far it may be off for so few scenarios."""

    sd: float
    """Standard deviation: how far scenarios lie apart."""

    p5: float
    """5th percentile."""

    p25: float
    """25th percentile."""

    p50: float
    """Median."""

    p75: float
    """75th percentile."""

    p95: float
    """95th percentile."""


class Contribution(Value, init=False):
    """One part of a worth."""

    kind: Literal["motive", "protection", "drawbacks"]
    """Whether something is served or protected, or what bothers."""

    id: str
    """A motive, `personal_time`, `wellbeing`, `savings`, or `drawbacks`."""

    points: float
    """Points, below zero for what is lost."""


class PlanSummary(Value, init=False):
    """Pursuits done together."""

    pursuits: tuple[PlannedPursuit, ...]
    """The pursuits in case order; empty means the life without any of them."""

    worth: float
    """Worth in points."""

    hours_per_week: float
    """Hours a week of all of them, over the years ahead."""


class PlannedPursuit(Value, init=False):
    """One pursuit of a plan."""

    id: str
    """Its id."""

    level: float
    """How much of it, as a part of what is planned, 0 to 1.5."""

    award: bool | None = None
    """Whether the plan goes for its award, or does the same work without it.

    None where it has no award.
    """


class YearSummary(Value, init=False):
    """One year of a pursuit at its level."""

    hours_per_week: float
    """Hours a week."""

    felt_hours_per_week: float
    """Hours a week as felt."""

    burnout_risk: float
    """Chance of burnout with the load of this year, 0 to 1."""

    money: float
    """Earnings less spending of the year, in the person's currency."""

    holding_share: float | None = None
    """Chance to hold the award in this year, 0 to 1. Only with an award."""


class Probabilities(Value, init=False):
    """How likely some things are, as shares of the scenarios."""

    worth_positive: float
    """That it alone is worth more than the life without it, 0 to 1."""

    margin_positive: float
    """That the plan with it is worth more than the plan without it or its award, 0 to 1."""

    does_not_fit: float
    """That it takes more hours than there are, 0 to 1."""

    standard_errors: ProbabilityErrors
    """How far each may be off for having computed so many scenarios only."""


class ProbabilityErrors(Value, init=False):
    """Standard errors of probabilities."""

    worth_positive: float
    """Of `worth_positive`, a share."""

    margin_positive: float
    """Of `margin_positive`, a share."""

    does_not_fit: float
    """Of `does_not_fit`, a share."""


class WithoutAny(Value, init=False):
    """The life without any of the pursuits, which is worth 0 by definition."""

    rank_acceptability: tuple[float, ...]
    """How likely it has each rank by worth, the first rank first, among all pursuits."""


class Sensitivity(Value, init=False):
    """What one uncertain input does to the margin of the pursuit in question."""

    input: str
    """Name of the input. A ranking of the motives is one input."""

    first_order: float
    """The share of the margin's variance that would go if this were known, 0 to 1."""

    standard_error: float
    """Standard error of the index, a share."""

    below_noise: bool
    """Whether the index cannot be told from 0: it is within two standard errors."""

    total: float | None = None
    """The share of the variance left if all but this were known.

    None where it was not asked for. Noise can make it a little more than 1.
    """

    total_standard_error: float | None = None
    """Standard error of the total index, a share."""

    swing: Swing
    """The margin with this input at either end and all others at their means."""


class Swing(Value, init=False):
    """The margin of the base case at both ends of one input, in points."""

    low: float
    """At the 5th percentile of the input; for a ranking, with all its motives alike."""

    high: float
    """At the 95th percentile of the input; for a ranking, with its first motive alone."""


class Lever(Value, init=False):
    """A change that a person can think about, and what it does to the answer of the base case."""

    kind: str
    """What is changed, for example `hours` or `free_hours`. Later releases may add kinds."""

    inputs: tuple[str, ...]
    """Names of the inputs that change; of `without`, the pointer of the pursuit left out."""

    from_: float
    """The value in the base case, in the unit of the kind; `from` in the document."""

    to: float
    """The nearest value found that changes the answer; of a reassurance the value tried."""

    shown: float
    """The same rounded so that it still does."""

    turns: bool
    """Whether it changes the answer; else it is a reassurance."""

    answer: _Answer
    """The answer there."""

    level: float | None = None
    """How much of the pursuit in question that answer is about, 0 to 1.5. None where it is a no."""

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
    """The answer there."""

    text: str
    """The change in words, the value rounded so that it still makes the change."""


class Information(Value, init=False):
    """What it would be worth to find something out before deciding, in points."""

    evpi: float
    """What knowing everything would be worth, in points."""

    standard_error: float
    """Standard error of it, in points."""

    inputs: tuple[InputInformation, ...]
    """What knowing each uncertain input alone would be worth, the most first."""

    advice: str | None = None
    """What to find out first, in a sentence. None where nothing is worth finding out."""


class InputInformation(Value, init=False):
    """What it would be worth to know one input, in points."""

    input: str
    """Name of the input. A ranking of the motives is one input."""

    evppi: float
    """Expected value of perfect information about it, in points."""

    standard_error: float
    """Standard error of it, in points."""

    below_noise: bool
    """Whether it cannot be told from 0: it is within two standard errors."""


class AwardSummary(Value, init=False):
    """How likely an award is held."""

    holding_share: float
    """Share of the years ahead in which it is held, 0 to 1."""

    chance_ever: float
    """Chance to hold it at some time, 0 to 1."""

    hours_per_week_when_held: float
    """Hours a week in the busiest year in which it is held."""


class LedgerSummary(Value, init=False):
    """Money only, with a price for the hours, over the years ahead.

    All figures are beyond those of the life without it.
    """

    npv: float
    """Net present value, in the person's currency."""

    benefit_cost_ratio: float | None = None
    """Discounted earnings over discounted costs, hours included. None where nothing is spent."""

    payback_years: int | None = None
    """First year from which it has paid for itself, to the end. None where there is none."""

    break_even_hour_value: float | None = None
    """The worth of an hour, in the person's currency, at which it would just pay.

    None where no hour is felt, or where it would be below zero.
    """


class Basis(Value, init=False):
    """The numbers of a case, counted by where they come from."""

    given: int
    """How many numbers the case gives."""

    published: int
    """How many are taken or worked out from a publication."""

    illustrative: int
    """How many are judgements of presets and of the catalogue."""

    defaults: int
    """How many are defaults of fields that the case leaves out."""

    uncertain: int
    """How many of all of them are uncertain."""


class Assumption(Value, init=False):
    """A number that the case does not give."""

    input: str
    """Name of the input: a pointer in which items are named by id."""

    value: float | dict[str, Any] | None = None
    """The number or estimate used, in the unit of the input. None where it follows another."""

    follows: str | None = None
    """Name of the input that it follows. None where it has a value."""

    source: Provenance
    """Where it comes from."""


class Provenance(Value, init=False):
    """Where a number comes from that the case does not give."""

    kind: str
    """`preset`, `catalogue` or `default`; later releases may add kinds."""

    preset: str | None = None
    """Name of the preset, where it is one."""

    seen: str | None = None
    """How the figure was seen; None for a default."""

    text: str
    """The publication, or why it is a judgement."""


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
    """What is said, for example `serves`. Later releases may add kinds."""

    text: str
    """The sentence for people."""

    @property
    def data(self) -> Mapping[str, Any]:
        """The numbers and names of the sentence, by kind; `schema("assessment")` lists them."""
        return {name: part for name, part in self.to_dict().items() if name not in ("kind", "text")}
