from collections.abc import Sequence
from os import PathLike
from typing import Any, Protocol, TypeAlias, final

from typing_extensions import Buffer

from ._values import Assessment, Flip, Information, Input, InputInformation, Problem, Sensitivity

__version__: str
__build__: str
__all__ = [
    "Plan",
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

def assess(
    case: _Case,
    *,
    presets: Sequence[_Case] | None = None,
    scenarios: int | None = None,
    replicates: int | None = None,
    seed: int | None = None,
    totals: bool | None = None,
    threads: int | None = None,
    levers: bool | None = None,
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
        levers: Whether to look for what a person could change, what decides, and how much of it
            would be best; by default True. False is quicker.
        flips: Whether to look at every number for what would change the answer, by default False.

    Returns:
        The answer. Worths are points: 0 is as good as the life without any of the pursuits, 100
        serves everything that drives you at no cost.

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
        ('not_worth_it', 4096)
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

def presets(id: str | None = None, *, presets: Sequence[_Case] | None = None) -> dict[str, Any]:
    """Lists the presets, or shows one whole with the source of each figure.

    Args:
        id: The preset to show; the list of all where absent.
        presets: Presets of one's own beside those that ship, each given as a case can be.

    Returns:
        `{"presets": [{"id", "name", "about"}, ...]}`, or the preset.

    Raises:
        WorthwhileError: There is no preset of that name.
        ValidationError: A preset of one's own was refused.
        OSError: A file could not be read.
        TypeError: A preset is nothing that could be one.

    Example:
        >>> import worthwhile
        >>> [preset["id"] for preset in worthwhile.presets()["presets"]][:2]
        ['microsoft-mvp', 'certification']
        >>> worthwhile.presets("rest")["pursuit"]["activities"][0]["usual_per_year"]
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
        >>> for hours in (2, 4, 8):
        ...     answer = plan.assess(overrides={"/person/time/free_hours_per_week": hours})
        ...     print(hours, answer.question.verdict)
        2 not_worth_it
        4 not_worth_it
        8 worth_it
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
        levers: bool | None = None,
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
            levers: Whether to look for what a person could change, what decides, and how much of it
                would be best; by default True. False is quicker, for example for one person of a
                survey.
            flips: Whether to look at every number for what would change the answer, by default
                False.

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
        is one scenario. It takes up to 160 bytes a pursuit and scenario.

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

    def sensitivity(
        self,
        *,
        overrides: dict[str, float] | None = None,
        scenarios: int | None = None,
        replicates: int | None = None,
        seed: int | None = None,
        totals: bool | None = None,
        threads: int | None = None,
    ) -> tuple[Sensitivity, ...]:
        """Computes what each uncertain input does to the margin of the pursuit in question.

        It is a part of the answer, without the rest.

        Args:
            overrides: Numbers by the name of their input, each in the unit of the input.
            scenarios: How many scenarios, 1 to 2^20, as in `worthwhile.assess`.
            replicates: Independent replicates among them, 2 to 64.
            seed: Seed of the scenarios, 0 to 2^53 - 1.
            totals: Whether to compute total indices too.
            threads: Threads to compute on, 1 to 256.

        Returns:
            The inputs, the one that matters most first. Indices are shares of the variance of the
            margin, swings are in points. Empty where nothing is uncertain.

        Raises:
            ValidationError: As `assess`.
            KeyboardInterrupt: Ctrl-C was pressed.

        Example:
            >>> import worthwhile
            >>> plan = worthwhile.Plan({
            ...     "schema_version": 1,
            ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 4}},
            ...     "pursuits": [{"preset": "certification"}],
            ... })
            >>> sensitivity = plan.sensitivity(scenarios=4096)
            >>> sensitivity[0].first_order > sensitivity[1].first_order > 0
            True
        """

    def flips(
        self,
        *,
        overrides: dict[str, float] | None = None,
        threads: int | None = None,
    ) -> tuple[Flip, ...]:
        """Looks at every number for what would change the answer.

        It is a part of the answer, without the rest. Every uncertain number stands at its mean, so
        no scenarios are needed.

        Args:
            overrides: Numbers by the name of their input, each in the unit of the input.
            threads: Threads to compute on, 1 to 256.

        Returns:
            Changes of one input, in its unit, each the nearest one found; the smallest first on
            the scale of the input. An input for which nothing was found is left out.

        Raises:
            ValidationError: As `assess`.
            KeyboardInterrupt: Ctrl-C was pressed.

        Example:
            >>> import worthwhile
            >>> plan = worthwhile.Plan({
            ...     "schema_version": 1,
            ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 4}},
            ...     "pursuits": [{"preset": "certification"}],
            ... })
            >>> flip = plan.flips()[0]
            >>> changed = plan.assess(overrides={flip.input: flip.to}).question
            >>> (changed.base_answer or changed.answer) == flip.answer
            True
        """

    def information(
        self,
        *,
        overrides: dict[str, float] | None = None,
        scenarios: int | None = None,
        replicates: int | None = None,
        seed: int | None = None,
        threads: int | None = None,
    ) -> Information | None:
        """Computes what it would be worth to find something out before deciding.

        It is a part of the answer, without the rest.

        Args:
            overrides: Numbers by the name of their input, each in the unit of the input.
            scenarios: How many scenarios, 1 to 2^20, as in `worthwhile.assess`.
            replicates: Independent replicates among them, 2 to 64.
            seed: Seed of the scenarios, 0 to 2^53 - 1.
            threads: Threads to compute on, 1 to 256.

        Returns:
            What knowing everything, and each uncertain input alone, would be worth, in points. None
            where nothing is uncertain or the pursuit in question does not fit.

        Raises:
            ValidationError: As `assess`.
            KeyboardInterrupt: Ctrl-C was pressed.

        Example:
            >>> import worthwhile
            >>> plan = worthwhile.Plan({
            ...     "schema_version": 1,
            ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 4}},
            ...     "pursuits": [{"preset": "certification"}],
            ... })
            >>> information = plan.information(scenarios=4096)
            >>> information is not None and information.evpi >= information.inputs[0].evppi
            True
        """

    def information_about(
        self,
        names: Sequence[str],
        *,
        overrides: dict[str, float] | None = None,
        scenarios: int | None = None,
        replicates: int | None = None,
        seed: int | None = None,
        threads: int | None = None,
    ) -> InputInformation:
        """Computes what it would be worth to know some inputs together.

        Each is cut into 8 equally likely parts. A group of more than three has so many cells that it
        nears the value of knowing everything.

        Args:
            names: Names of uncertain inputs.
            overrides: Numbers by the name of their input, each in the unit of the input.
            scenarios: How many scenarios, 1 to 2^20, as in `worthwhile.assess`.
            replicates: Independent replicates among them, 2 to 64.
            seed: Seed of the scenarios, 0 to 2^53 - 1.
            threads: Threads to compute on, 1 to 256.

        Returns:
            What knowing them would be worth, in points. 0 where the pursuit in question does not
            fit.

        Raises:
            ValidationError: A name is that of no uncertain input (`unknown_item`), or there are too
                many of them (`too_many_items`). Or as `assess`.
            KeyboardInterrupt: Ctrl-C was pressed.

        Example:
            >>> import worthwhile
            >>> plan = worthwhile.Plan({
            ...     "schema_version": 1,
            ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 4}},
            ...     "pursuits": [{"preset": "certification"}],
            ... })
            >>> names = [each.input for each in plan.sensitivity(scenarios=4096)[:2]]
            >>> both = plan.information_about(names, scenarios=4096)
            >>> both.evppi >= plan.information_about(names[:1], scenarios=4096).evppi
            True
        """

    def evaluate(
        self, rows: Buffer | _Array, *, question_only: bool = False
    ) -> memoryview[float]:
        """Computes the figures of every pursuit for rows of inputs.

        Each row is a base case of its own: plans are chosen anew for it. Other threads run
        meanwhile, and Ctrl-C ends it.

        Args:
            rows: A two-dimensional array of 64-bit floats with at least one row, and a column for
                each of `inputs`, in its unit. `base` is such a row.
            question_only: Only the figures of the pursuit in question, which are the first of
                `outputs`. It is several times as fast, and the numbers are the same.

        Returns:
            A read-only array with the same rows and a column for each of `outputs`, or for each
            of the pursuit in question. NumPy takes it
            without a copy. A row in which no motive is above 0 has figures that are no numbers.

        Raises:
            ValidationError: The rows are too short or too long (`wrong_shape`), or an input does
                not take its number: the path `/3/17` is row 3, input 17, both counted from 0.
            TypeError: `rows` is no array.
            BufferError: Its elements are no 64-bit floats.
            KeyboardInterrupt: Ctrl-C was pressed.

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
