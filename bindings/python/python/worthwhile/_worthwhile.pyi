from collections.abc import Mapping, Sequence
from os import PathLike
from typing import Any, ClassVar, Literal, Protocol, TypeAlias, final

from typing_extensions import Buffer

__version__: str
__build__: str
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
    "__build__",
    "__version__",
    "assess",
    "check",
    "expand",
    "presets",
    "schema",
]

_Case: TypeAlias = dict[str, Any] | str | bytes | bytearray | PathLike[str]

class _Array(Protocol):
    """An array of NumPy's: type checkers take it for no buffer before Python 3.12."""

    @property
    def __array_interface__(self) -> dict[str, Any]: ...

class _Value:
    """What all values have in common. There is no such class at run time."""

    __hash__: ClassVar[None]  # type: ignore[assignment]
    def to_dict(self) -> dict[str, Any]:
        """Gives the value as plain Python objects; parts that do not exist are absent."""

_Verdict: TypeAlias = Literal["worth_it", "better_elsewhere", "not_worth_it", "not_feasible"]

def assess(
    case: _Case,
    *,
    presets: Sequence[_Case] | None = None,
    scenarios: int | None = None,
    replicates: int | None = None,
    seed: int | None = None,
    totals: bool | None = None,
    threads: int | None = None,
    flips: bool | None = None,
) -> Assessment:
    """Computes the answer to a case.

    The answer is the same, byte for byte, as that of the Rust library and of the command line.
    Other threads run meanwhile, and Ctrl-C ends it. An option that is None is as the `analysis` of
    the case says, or else the default.

    Args:
        case: A dict, JSON text, or a path to a JSON file. A dict holds what JSON holds: dicts with
            text as keys, lists or tuples, text, numbers (NumPy's scalars too), True, False, None.
        presets: Presets of one's own that the case may name, each given as a case can be.
        scenarios: How many scenarios, 1 to 2^20, rounded up to a power of two for each replicate;
            by default 16,384.
        replicates: Independent replicates among them, 2 to 64, by default 8. How these differ gives
            the standard errors.
        seed: Seed of the scenarios, 0 to 2^53 - 1, by default 1.
        totals: Whether to compute total indices too: some thousand scenarios for each uncertain
            number.
        threads: Threads to compute on, 1 to 256, by default 1. They never change the answer.
        flips: Whether to look for what would change the answer. False is quicker.

    Returns:
        The answer. Worths are points: 0 is as good as keeping your time, 100 serves everything
        that drives you at no cost.

    Raises:
        ValidationError: The case, a preset or an option was refused; `problems` says everything
            that is wrong with it. The path of an option is its name, for example `/scenarios`.
        OSError: A file could not be read.
        TypeError: `case` is nothing that could be a case, or there is no such option.
        KeyboardInterrupt: Ctrl-C was pressed.

    Example:
        >>> import worthwhile
        >>> answer = worthwhile.assess({
        ...     "schema_version": 1,
        ...     "person": {"motivations": {"career": 8}, "time": {"free_hours_per_week": 8}},
        ...     "pursuits": [{"preset": "microsoft-mvp"}, {"preset": "job-performance"}],
        ... }, scenarios=4096, seed=7)
        >>> answer.question.verdict, answer.engine.scenarios
        ('not_feasible', 4096)
    """

def check(case: _Case, *, presets: Sequence[_Case] | None = None) -> tuple[Problem, ...]:
    """Finds every problem of a case, in document order.

    Args:
        case: A dict, JSON text, or a path to a JSON file.
        presets: Presets of one's own that the case may name, each given as a case can be.

    Returns:
        The problems; none where the case is accepted without a word. A case is refused for those
        whose severity is `error`.

    Raises:
        ValidationError: The dict holds what no JSON holds, or the text is not UTF-8.
        OSError: The file could not be read.
        TypeError: `case` is nothing that could be a case.

    Example:
        >>> import worthwhile
        >>> problems = worthwhile.check({
        ...     "schema_version": 1,
        ...     "person": {"motivations": {"career": 75}, "time": {"free_hours_per_week": 8}},
        ...     "pursuits": [{"preset": "rest"}],
        ... })
        >>> problems[0].path, problems[0].help
        ('/person/motivations/career', 'did you mean 7.5? the scale is 0 to 10')
    """

def expand(case: _Case, *, presets: Sequence[_Case] | None = None) -> dict[str, Any]:
    """Writes a case out, with presets and defaults in it. The same answer comes of it.

    Args:
        case: A dict, JSON text, or a path to a JSON file.
        presets: Presets of one's own that the case may name, each given as a case can be.

    Returns:
        A case that says everything itself.

    Raises:
        ValidationError: The case was refused.
        OSError: The file could not be read.
        TypeError: `case` is nothing that could be a case.

    Example:
        >>> import worthwhile
        >>> case = worthwhile.expand({
        ...     "schema_version": 1,
        ...     "person": {"motivations": {"career": 8}, "time": {"free_hours_per_week": 8}},
        ...     "pursuits": [{"preset": "certification"}],
        ... })
        >>> case["pursuits"][0]["activities"][0]["id"]
        'study'
    """

def presets(id: str | None = None) -> dict[str, Any]:
    """Lists the presets, or shows one whole with the source of each figure.

    Args:
        id: The preset to show; the list of all where absent.

    Returns:
        `{"presets": [{"id", "name", "about"}, ...]}`, or the preset.

    Raises:
        WorthwhileError: There is no preset of that name.

    Example:
        >>> import worthwhile
        >>> [preset["id"] for preset in worthwhile.presets()["presets"]][:2]
        ['microsoft-mvp', 'certification']
        >>> worthwhile.presets("rest")["pursuit"]["activities"][0]["per_year"]
        52.0
    """

def schema(name: str = "case") -> dict[str, Any]:
    """Gives the JSON Schema of a document, draft 2020-12.

    Args:
        name: `case` for the question, `assessment` for the answer.

    Returns:
        The schema.

    Raises:
        WorthwhileError: There is no schema of that name; the text lists those there are.

    Example:
        >>> import worthwhile
        >>> worthwhile.schema("assessment")["$id"]
        'https://worthwhile.dev/schema/1/assessment.json'
    """

@final
class Plan:
    """A checked and completed case, ready to be asked many times.

    It never changes and can be shared between threads.

    Args:
        case: A dict, JSON text, or a path to a JSON file.
        presets: Presets of one's own that the case may name, each given as a case can be.

    Raises:
        ValidationError: The case was refused; `problems` says everything that is wrong with it.
        OSError: The file could not be read.
        TypeError: `case` is nothing that could be a case.

    Example:
        >>> import worthwhile
        >>> plan = worthwhile.Plan({
        ...     "schema_version": 1,
        ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
        ...     "pursuits": [{"preset": "certification"}],
        ... })
        >>> for hours in (1, 2, 4):
        ...     answer = plan.assess(overrides={"/person/time/free_hours_per_week": hours})
        ...     print(hours, answer.question.verdict)
        1 not_feasible
        2 not_feasible
        4 worth_it
    """

    def __new__(cls, case: _Case, *, presets: Sequence[_Case] | None = None) -> Plan: ...
    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, list[str]]]: ...
    @property
    def inputs(self) -> tuple[Input, ...]:
        """Every number of the case by name, in the order of person, assumptions, pursuits."""

    @property
    def outputs(self) -> tuple[str, ...]:
        """The names of the figures of every pursuit, as `samples` and `evaluate` have them."""

    @property
    def base(self) -> memoryview[float]:
        """The mean of every input, in the order of `inputs`: a row for `evaluate`."""

    def assess(
        self,
        *,
        overrides: dict[str, float] | None = None,
        scenarios: int | None = None,
        replicates: int | None = None,
        seed: int | None = None,
        totals: bool | None = None,
        threads: int | None = None,
        flips: bool | None = None,
    ) -> Assessment:
        """Computes the answer, with some inputs replaced.

        Args:
            overrides: Numbers by the name of their input, each in the unit of the input. They count
                as given by the case and as certain.
            scenarios: How many scenarios, 1 to 2^20, as in `worthwhile.assess`.
            replicates: Independent replicates among them, 2 to 64.
            seed: Seed of the scenarios, 0 to 2^53 - 1.
            totals: Whether to compute total indices too.
            threads: Threads to compute on, 1 to 256.
            flips: Whether to look for what would change the answer. False is quicker, for example
                for one person of a survey.

        Returns:
            The answer that the case would get with these numbers in it.

        Raises:
            ValidationError: An input is not there, does not take the value, or the values do not go
                together: the path of a problem is the name of the input. Or an option is out of
                range: the path is its name.
            KeyboardInterrupt: Ctrl-C was pressed.

        Example:
            >>> import worthwhile
            >>> plan = worthwhile.Plan({
            ...     "schema_version": 1,
            ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
            ...     "pursuits": [{"preset": "certification"}],
            ... })
            >>> try:
            ...     plan.assess(overrides={"/person/burnout_risc": 0.3})
            ... except worthwhile.ValidationError as error:
            ...     print(error.problems[0].help)
            did you mean `/person/burnout_risk`?
        """

    def samples(
        self,
        *,
        overrides: dict[str, float] | None = None,
        scenarios: int | None = None,
        replicates: int | None = None,
        seed: int | None = None,
        threads: int | None = None,
    ) -> dict[str, memoryview[float]]:
        """Computes the figures of every pursuit in every scenario.

        Row 7 is the same scenario in all columns. Margins are those of the plans that the base case
        chose. Replicates come one after the other and are of one size. With nothing uncertain there
        is one scenario. It takes 56 bytes a pursuit and scenario.

        Args:
            overrides: Numbers by the name of their input, each in the unit of the input.
            scenarios: How many scenarios, 1 to 2^20, as in `worthwhile.assess`.
            replicates: Independent replicates among them, 2 to 64.
            seed: Seed of the scenarios, 0 to 2^53 - 1.
            threads: Threads to compute on, 1 to 256.

        Returns:
            A column for each of `outputs`, in the unit of the figure: points, hours a week, a
            chance, or money a year. They are read-only and NumPy takes them without a copy.

        Raises:
            ValidationError: As `assess`.
            KeyboardInterrupt: Ctrl-C was pressed.

        Example:
            >>> import numpy, worthwhile
            >>> plan = worthwhile.Plan({
            ...     "schema_version": 1,
            ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
            ...     "pursuits": [{"preset": "certification"}],
            ... })
            >>> worth = numpy.asarray(plan.samples(scenarios=4096)["/pursuits/certification/worth"])
            >>> worth.shape, bool(worth.std() > 1)
            ((4096,), True)
        """

    def evaluate(self, rows: Buffer | _Array) -> memoryview[float]:
        """Computes the figures of every pursuit for rows of inputs.

        Each row is a base case of its own: plans are chosen anew for it. Other threads run
        meanwhile, but Ctrl-C has to wait for the end.

        Args:
            rows: A two-dimensional array of 64-bit floats with at least one row, and a column for
                each of `inputs`, in its unit. `base` is such a row.

        Returns:
            A read-only array with the same rows and a column for each of `outputs`. NumPy takes it
            without a copy. A row in which no motive is above 0 has figures that are no numbers.

        Raises:
            ValidationError: The rows are too short or too long (`wrong_shape`), or an input does
                not take its number: the path `/3/17` is row 3, input 17, both counted from 0.
            TypeError: `rows` is no array.
            BufferError: Its elements are no 64-bit floats.

        Example:
            >>> import numpy, worthwhile
            >>> plan = worthwhile.Plan({
            ...     "schema_version": 1,
            ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
            ...     "pursuits": [{"preset": "certification"}],
            ... })
            >>> rows = numpy.tile(plan.base, (3, 1))
            >>> free = [i.name for i in plan.inputs].index("/person/time/free_hours_per_week")
            >>> rows[:, free] = [1, 4, 16]
            >>> worth = numpy.asarray(plan.evaluate(rows))[:, 0]
            >>> bool(worth[0] < worth[1] < worth[2])
            True
        """

@final
class Input(_Value):
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

    @property
    def name(self) -> str:
        """Its name everywhere: a JSON pointer in which items are named by id."""

    @property
    def mean(self) -> float:
        """Its value where nothing is replaced: the mean, in its unit."""

    @property
    def estimate(self) -> float | dict[str, Any]:
        """What is known of it: a number, or an object as in a case."""

    @property
    def unit(self) -> str:
        """Its unit, for people."""

    @property
    def meaning(self) -> str:
        """What it means, including what both ends of a rating mean."""

    @property
    def minimum(self) -> float:
        """The lower bound of what it takes, in its unit."""

    @property
    def maximum(self) -> float:
        """The upper bound of what it takes, in its unit."""

@final
class Problem(_Value):
    """One finding about a document.

    Example:
        >>> import worthwhile
        >>> problem = worthwhile.check("{}")[0]
        >>> problem.code, problem.severity, problem.path
        ('missing_field', 'error', '')
    """

    @property
    def path(self) -> str:
        """RFC 6901 pointer into the document; for a replaced input its name.

        An unknown or repeated field has its own pointer, a missing field its parent's.
        """

    @property
    def code(self) -> str:
        """What kind of finding it is, for example `out_of_range`. Codes are never renamed."""

    @property
    def message(self) -> str:
        """One sentence: what was found and what is allowed."""

    @property
    def severity(self) -> Literal["error", "warning"]:
        """Whether the document is refused because of it (`error`) or not (`warning`)."""

    @property
    def help(self) -> str | None:
        """What to do about it, where there is something to say."""

    @property
    def data(self) -> dict[str, Any] | None:
        """The same for programs: `found`, `allowed` and `suggestion`, those there are."""

@final
class Assessment:
    """The answer to a case. `str` of it is the answer as a person reads it.

    Points are on one scale: 0 is as good as keeping your time, 100 serves everything that drives
    you at no cost. Answers are equal when their JSON is. An attribute that does not apply is None.

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

    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def to_dict(self) -> dict[str, Any]:
        """Gives the whole answer as plain Python objects.

        Returns:
            The document that `schema("assessment")` describes. Parts that do not exist are absent.
        """

    def to_json(self) -> str:
        """Gives the whole answer as JSON: the same bytes as on every other surface.

        Returns:
            JSON text without blanks.
        """

    @property
    def schema_version(self) -> int:
        """Version of the document, now 1."""

    @property
    def engine(self) -> Engine:
        """What computed it."""

    @property
    def question(self) -> Question:
        """The pursuit in question and its verdict."""

    @property
    def pursuits(self) -> tuple[PursuitAssessment, ...]:
        """Every pursuit, in case order."""

    @property
    def best_mix(self) -> MixSummary:
        """The best use of the free hours, among all pursuits that fit together."""

    @property
    def keep_your_time(self) -> KeepYourTime | None:
        """Keeping one's time, among the pursuits. Only where something is uncertain."""

    @property
    def sensitivity(self) -> tuple[Sensitivity, ...]:
        """What each uncertain number does to the margin of the pursuit in question, the most first.

        Empty where nothing is uncertain.
        """

    @property
    def flips(self) -> tuple[Flip, ...]:
        """What would change the answer: changes of one number, the smallest first.

        Numbers for which nothing was found are left out. Empty where it was not asked for.
        """

    @property
    def information(self) -> Information | None:
        """What to find out first.

        None where nothing is uncertain or the pursuit in question does not fit.
        """

    @property
    def basis(self) -> Basis:
        """What the numbers are made of, counted."""

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """Every number that the case does not give itself, with its source."""

    @property
    def warnings(self) -> tuple[Remark, ...]:
        """What to know about the case as a whole."""

@final
class Engine(_Value):
    """What computed an answer."""

    @property
    def version(self) -> str:
        """Version of the library."""

    @property
    def points(self) -> str:
        """How the scenarios are chosen: another way has another name."""

    @property
    def scenarios(self) -> int:
        """Scenarios computed; 1 where every number is taken at its mean."""

    @property
    def replicates(self) -> int:
        """Independent replicates among them."""

    @property
    def seed(self) -> int:
        """Seed of the scenarios."""

    @property
    def flips(self) -> bool:
        """Whether it was looked for what would change the answer."""

@final
class Question(_Value):
    """The question and its answer in short."""

    @property
    def pursuit(self) -> str:
        """Id of the pursuit in question, the first one of the case."""

    @property
    def verdict(self) -> _Verdict:
        """Its verdict."""

    @property
    def base_verdict(self) -> _Verdict:
        """The verdict with every uncertain number at its mean, which is what flips change."""

    @property
    def confidence(self) -> float | None:
        """Share of the scenarios that give the same verdict, 0 to 1. Only with uncertainty."""

    @property
    def close_call(self) -> bool:
        """Whether little would change the verdict."""

    @property
    def summary(self) -> str:
        """The answer in a sentence or two."""

    @property
    def free_hours_per_week(self) -> float:
        """The free hours a week that the answer is about."""

@final
class PursuitAssessment(_Value):
    """The answer for one pursuit."""

    @property
    def id(self) -> str:
        """Its id, unique in the case."""

    @property
    def name(self) -> str:
        """Its name for people."""

    @property
    def verdict(self) -> _Verdict:
        """Whether it is worth it.

        `worth_it`: it belongs in the best use of the free hours. `better_elsewhere`: it is worth
        something, but the hours are better spent otherwise. `not_worth_it`: keeping one's time is
        as good or better. `not_feasible`: it takes more hours than there are.
        """

    @property
    def confidence(self) -> float | None:
        """Share of the scenarios that give the same verdict, 0 to 1. Only with uncertainty."""

    @property
    def close_call(self) -> bool:
        """Whether little would change the verdict."""

    @property
    def worth(self) -> Summary:
        """Worth of the pursuit alone, in points."""

    @property
    def margin(self) -> Summary:
        """Worth of the plan with it less that of the plan without it, in points."""

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """What it gives and takes: 8 motives, then 3 protections. They add up to the worth."""

    @property
    def opportunity_cost(self) -> float:
        """Worth less margin: what the other pursuits lose by it, in points."""

    @property
    def plan_with(self) -> MixSummary:
        """The best mix that contains it; it alone where it does not fit."""

    @property
    def plan_without(self) -> MixSummary:
        """The best mix that does not contain it."""

    @property
    def title_premium(self) -> float | None:
        """What the award adds to the contributing, in points. Only with an award."""

    @property
    def if_not_renewed(self) -> float | None:
        """Worth of the contributing alone, in points. Only with an award."""

    @property
    def hours_per_week(self) -> Summary:
        """Hours a week, over the years ahead."""

    @property
    def peak_hours_per_week(self) -> Summary:
        """Hours a week in the years that take most."""

    @property
    def felt_hours_per_week(self) -> Summary:
        """Hours a week as felt: an enjoyed hour counts less."""

    @property
    def burnout_risk(self) -> Summary:
        """Chance of burnout with it, 0 to 1."""

    @property
    def money_per_year(self) -> Summary:
        """Money a year, gains less costs, in the person's currency."""

    @property
    def award(self) -> AwardSummary | None:
        """How likely the award is held. Only with an award."""

    @property
    def ledger(self) -> LedgerSummary | None:
        """The money view. Only where the case has a value of an hour."""

    @property
    def probabilities(self) -> Probabilities | None:
        """How likely some things are. Only where something is uncertain."""

    @property
    def rank_acceptability(self) -> tuple[float, ...]:
        """How likely it has each rank by worth, the first rank first.

        The ranks are among all pursuits and keeping one's time. Empty where nothing is uncertain.
        """

    @property
    def reasons(self) -> tuple[Remark, ...]:
        """Why, in words with their numbers."""

    @property
    def warnings(self) -> tuple[Remark, ...]:
        """What to look out for."""

@final
class Summary(_Value):
    """A figure over all scenarios, in the unit of the figure.

    Where nothing is uncertain the spread is zero. A percentile is the smallest value that so many
    percent of the scenarios do not exceed.
    """

    @property
    def mean(self) -> float:
        """Mean."""

    @property
    def standard_error(self) -> float:
        """Standard error of the mean: how far it may be off for so few scenarios."""

    @property
    def sd(self) -> float:
        """Standard deviation: how far scenarios lie apart."""

    @property
    def p5(self) -> float:
        """5th percentile."""

    @property
    def p25(self) -> float:
        """25th percentile."""

    @property
    def p50(self) -> float:
        """Median."""

    @property
    def p75(self) -> float:
        """75th percentile."""

    @property
    def p95(self) -> float:
        """95th percentile."""

@final
class Contribution(_Value):
    """One part of a worth."""

    @property
    def kind(self) -> Literal["motive", "protection"]:
        """Whether something is served or protected."""

    @property
    def id(self) -> str:
        """The motive or the protection."""

    @property
    def points(self) -> float:
        """Points, below zero for what is lost."""

@final
class MixSummary(_Value):
    """Pursuits done together."""

    @property
    def pursuits(self) -> tuple[str, ...]:
        """Ids in case order; empty means keeping one's time."""

    @property
    def worth(self) -> float:
        """Worth in points."""

    @property
    def hours_per_week(self) -> float:
        """Hours a week, over the years ahead."""

@final
class Probabilities(_Value):
    """How likely some things are, as shares of the scenarios."""

    @property
    def worth_positive(self) -> float:
        """That it is worth more than keeping one's time, 0 to 1."""

    @property
    def margin_positive(self) -> float:
        """That the plan with it is worth more than the plan without it, 0 to 1."""

    @property
    def does_not_fit(self) -> float:
        """That it takes more hours than there are, 0 to 1."""

    @property
    def standard_errors(self) -> ProbabilityErrors:
        """How far each may be off for having computed so many scenarios only."""

@final
class ProbabilityErrors(_Value):
    """Standard errors of probabilities."""

    @property
    def worth_positive(self) -> float:
        """Of `worth_positive`, a share."""

    @property
    def margin_positive(self) -> float:
        """Of `margin_positive`, a share."""

    @property
    def does_not_fit(self) -> float:
        """Of `does_not_fit`, a share."""

@final
class KeepYourTime(_Value):
    """Keeping one's time, which is worth 0 by definition."""

    @property
    def rank_acceptability(self) -> tuple[float, ...]:
        """How likely it has each rank by worth, the first rank first, among all pursuits."""

@final
class Sensitivity(_Value):
    """What one uncertain input does to the margin of the pursuit in question."""

    @property
    def input(self) -> str:
        """Name of the input. A ranking of the motives is one input."""

    @property
    def first_order(self) -> float:
        """The share of the margin's variance that would go if this were known, 0 to 1."""

    @property
    def standard_error(self) -> float:
        """Standard error of the index, a share."""

    @property
    def below_noise(self) -> bool:
        """Whether the index cannot be told from 0: it is within two standard errors."""

    @property
    def total(self) -> float | None:
        """The share of the variance left if all but this were known.

        None where it was not asked for. Noise can make it a little more than 1.
        """

    @property
    def total_standard_error(self) -> float | None:
        """Standard error of the total index, a share."""

    @property
    def swing(self) -> Swing:
        """The margin with this input at either end and all others at their means."""

@final
class Swing(_Value):
    """The margin of the base case at both ends of one input, in points."""

    @property
    def low(self) -> float:
        """At the 5th percentile of the input; for a ranking, with all its motives alike."""

    @property
    def high(self) -> float:
        """At the 95th percentile of the input; for a ranking, with its first motive alone."""

@final
class Flip(_Value):
    """A change of one number that changes the verdict of the base case.

    In the base case every uncertain number is at its mean.

    Example:
        >>> import worthwhile
        >>> plan = worthwhile.Plan({
        ...     "schema_version": 1,
        ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
        ...     "pursuits": [{"preset": "certification"}],
        ... })
        >>> flips = plan.assess().flips
        >>> assert flips
        >>> changed = plan.assess(overrides={flips[0].input: flips[0].to})
        >>> changed.question.base_verdict == flips[0].verdict
        True
    """

    @property
    def input(self) -> str:
        """Name of the input."""

    @property
    def from_(self) -> float:
        """Its value in the base case, in its own unit; `from` in the document."""

    @property
    def to(self) -> float:
        """The nearest value found that changes the verdict, in its own unit."""

    @property
    def verdict(self) -> _Verdict:
        """The verdict there."""

    @property
    def text(self) -> str:
        """The change in words, the value rounded so that it still makes the change."""

@final
class Information(_Value):
    """What it would be worth to find something out before deciding, in points."""

    @property
    def evpi(self) -> float:
        """What knowing everything would be worth, in points."""

    @property
    def standard_error(self) -> float:
        """Standard error of it, in points."""

    @property
    def inputs(self) -> tuple[InputInformation, ...]:
        """What knowing each uncertain input alone would be worth, the most first."""

    @property
    def advice(self) -> str | None:
        """What to find out first, in a sentence. None where nothing is worth finding out."""

@final
class InputInformation(_Value):
    """What it would be worth to know one input, in points."""

    @property
    def input(self) -> str:
        """Name of the input. A ranking of the motives is one input."""

    @property
    def evppi(self) -> float:
        """Expected value of perfect information about it, in points."""

    @property
    def standard_error(self) -> float:
        """Standard error of it, in points."""

    @property
    def below_noise(self) -> bool:
        """Whether it cannot be told from 0: it is within two standard errors."""

@final
class AwardSummary(_Value):
    """How likely an award is held."""

    @property
    def holding_share(self) -> float:
        """Share of the years ahead in which it is held, 0 to 1."""

    @property
    def chance_ever(self) -> float:
        """Chance to hold it at some time, 0 to 1."""

@final
class LedgerSummary(_Value):
    """Money only, with a price for the hours, over the years ahead."""

    @property
    def npv(self) -> float:
        """Net present value, in the person's currency."""

    @property
    def benefit_cost_ratio(self) -> float | None:
        """Discounted gains over discounted costs, hours included. None where nothing is spent."""

    @property
    def payback_years(self) -> int | None:
        """First year by which it has paid for itself. None where none of the years ahead."""

    @property
    def break_even_hour_value(self) -> float | None:
        """The worth of an hour, in the person's currency, at which it would just pay.

        None where no hour is felt.
        """

@final
class Basis(_Value):
    """The numbers of a case, counted by where they come from."""

    @property
    def given(self) -> int:
        """How many numbers the case gives."""

    @property
    def published(self) -> int:
        """How many are taken or worked out from a publication."""

    @property
    def illustrative(self) -> int:
        """How many are judgements of presets and of the catalogue."""

    @property
    def defaults(self) -> int:
        """How many are defaults of fields that the case leaves out."""

    @property
    def uncertain(self) -> int:
        """How many of all of them are uncertain."""

@final
class Assumption(_Value):
    """A number that the case does not give."""

    @property
    def input(self) -> str:
        """Name of the input: a pointer in which items are named by id."""

    @property
    def value(self) -> float | dict[str, Any]:
        """The number or estimate used, in the unit of the input."""

    @property
    def source(self) -> Provenance:
        """Where it comes from."""

@final
class Provenance(_Value):
    """Where a number comes from that the case does not give."""

    @property
    def kind(self) -> str:
        """`preset`, `catalogue` or `default`; later releases may add kinds."""

    @property
    def preset(self) -> str | None:
        """Name of the preset, where it is one."""

    @property
    def seen(self) -> str | None:
        """How the figure was seen; None for a default."""

    @property
    def text(self) -> str:
        """The publication, or why it is a judgement."""

@final
class Remark(_Value):
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

    @property
    def kind(self) -> str:
        """What is said, for example `serves`. Later releases may add kinds."""

    @property
    def text(self) -> str:
        """The sentence for people."""

    @property
    def data(self) -> Mapping[str, Any]:
        """The numbers and names of the sentence, by kind; `schema("assessment")` lists them."""
