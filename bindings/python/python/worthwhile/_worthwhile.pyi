from collections.abc import Callable, Iterable, Mapping, Sequence
from os import PathLike
from typing import Any, Literal, Protocol, TypeAlias, final

from typing_extensions import Buffer

from ._figures import Figures
from ._map import Column
from ._people import People
from ._values import (
    Assessment,
    Comparison,
    Flip,
    Information,
    Input,
    InputInformation,
    Problem,
    Sensitivity,
)

__version__: str
__build__: str
__all__ = [
    "Plan",
    "_Group",
    "_People",
    "__build__",
    "__version__",
    "_answered",
    "_comparison_page",
    "_merged",
    "_page",
    "_report",
    "_summary",
    "ask",
    "assess",
    "check",
    "compare",
    "expand",
    "presets",
    "schema",
]

_Case: TypeAlias = dict[str, Any] | str | bytes | bytearray | PathLike[str]

class _Array(Protocol):
    """A NumPy array: before Python 3.12, type checkers do not see it as a buffer."""

    @property
    def __array_interface__(self) -> dict[str, Any]: ...

class _Stream(Protocol):
    """A table, or a column, as a stream of Arrow."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

class _Batch(Protocol):
    """A table, or a column, as one block of Arrow."""

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...

_Table: TypeAlias = _Stream | _Batch | Mapping[str, Any]
_Columns: TypeAlias = (
    Mapping[str, str | Column] | Mapping[str, Any] | str | bytes | PathLike[str]
)

def assess(
    case: _Case,
    *,
    presets: Sequence[_Case] | None = None,
    redact: bool = False,
    scenarios: int | None = None,
    replicates: int | None = None,
    seed: int | None = None,
    totals: bool | None = None,
    threads: int | None = None,
    levers: bool | None = None,
    flips: bool | None = None,
) -> Assessment:
    """Computes the answer to a case.

    The answer is the same, byte for byte, as from the Rust library, C and the command line. Other
    threads run meanwhile, and Ctrl-C stops it. An option that is None is taken from the `analysis`
    of the case, or else has its default.

    Args:
        case: A dict, a JSON string, or a path to a JSON file. A dict holds what JSON can hold:
            dicts with strings as keys, lists or tuples, strings, numbers (including NumPy scalars),
            True, False, None.
        presets: Custom presets that the case may name, each given in any form that a case can have.
        redact: Whether problems leave out what the case says, for logs and services: they name the
            field, the code and what is allowed, and not the value.
        scenarios: Number of scenarios, 1 to 2^20, rounded up to a power of two for each replicate.
            Defaults to 16,384.
        replicates: Number of independent replicates among them, 2 to 64. The standard errors come
            from how much these differ. Defaults to 8.
        seed: Seed of the scenarios, 0 to 2^53 - 1. Defaults to 1.
        totals: Whether to compute total indices too, which takes an eighth of the scenarios again for each
            uncertain number. Defaults to False.
        threads: Number of threads to compute on, 1 to 256; 1 by default. Does not affect the answer.
        levers: Whether to look for what a person could change, what decides the answer, and how
            much of the pursuit would be best. Defaults to True; False is quicker.
        flips: Whether to look at every number for a value that would change the answer. Defaults to
            False.

    Returns:
        The answer. Worths are points: 0 is as good as the life without any of the pursuits, 100
        serves everything that drives you at no cost.

    Raises:
        ValidationError: The case, a preset or an option was refused; `problems` lists everything
            that is wrong. The path of an option is its name, for example `/scenarios`.
        OSError: A file could not be read.
        TypeError: `case` has a type that no case can have, or there is no such option.
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

def ask(
    interview: _Case,
    *,
    presets: Sequence[_Case] | None = None,
    redact: bool = False,
    scenarios: int | None = None,
    replicates: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    levers: bool | None = None,
) -> dict[str, Any]:
    """Says what there is to ask next, and which case the answers make.

    Args:
        interview: `schema_version`, and optionally `case`, as far as it is known, and `answers`, a dict
            from the id of a question to the answer as a person would type it. It is given in any form
            that a case can have.
        presets: Custom presets, each given in any form that a case can have.
        redact: Whether problems leave out what the document says, for logs and services.
        scenarios: Number of scenarios by which questions are put in their order, 1 to 2^20. Defaults to
            4,096.
        replicates: Number of independent replicates among them, 2 to 64. Defaults to 8.
        seed: Seed of the scenarios, 0 to 2^53 - 1. Defaults to 1.
        threads: Number of threads to compute on, 1 to 256; 1 by default.
        levers: Whether to compute the answer so far, what each question does to it, and what it hangs on.
            True by default; without it the questions are only listed, which is many times as fast.

    Returns:
        The case, the open questions, the next one first, and the answer so far. `schema("questions")`
        describes it.

    Raises:
        ValidationError: The document, an answer, a preset or an option was refused.
        OSError: A file could not be read.
        TypeError: `interview` has a type that no case can have, or there is no such option.
        KeyboardInterrupt: Ctrl-C was pressed.

    Example:
        >>> import worthwhile
        >>> asked = worthwhile.ask({"schema_version": 1, "answers": {"about": "book"}})
        >>> asked["questions"][0]["text"], asked["case"]["pursuits"]
        ('Where do you stand with it today?', [{'preset': 'book'}])
    """

def check(
    case: _Case, *, presets: Sequence[_Case] | None = None, redact: bool = False
) -> tuple[Problem, ...]:
    """Finds every problem of a case, in document order.

    Args:
        case: A dict, a JSON string, or a path to a JSON file.
        presets: Custom presets that the case may name, each given in any form that a case can have.
        redact: Whether problems leave out what the case says, for logs and services: they name the
            field, the code and what is allowed, and not the value.

    Returns:
        The problems, or none if there is nothing to report. A case is refused for those whose
        severity is `error`.

    Raises:
        ValidationError: The dict holds what JSON cannot hold, or the text is not UTF-8.
        OSError: The file could not be read.
        TypeError: `case` has a type that no case can have.

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

def compare(
    case: _Case,
    other: _Case,
    *,
    presets: Sequence[_Case] | None = None,
    redact: bool = False,
    scenarios: int | None = None,
    replicates: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
) -> Comparison:
    """Puts two cases side by side: what differs, in the answers too, and which difference does it.

    Both are computed under the same options. One that is None is the larger of what the two cases
    have in their `analysis`, or else has its default.

    Args:
        case: A dict, a JSON string, or a path to a JSON file.
        other: The case to put beside it, given in any form that a case can have.
        presets: Custom presets that the cases may name, each given in any form that a case can have.
        redact: Whether problems leave out what the document says, for logs and services.
        scenarios: Number of scenarios, 1 to 2^20, as in `worthwhile.assess`.
        replicates: Number of independent replicates among them, 2 to 64.
        seed: Seed of the scenarios, 0 to 2^53 - 1.
        threads: Number of threads to compute on, 1 to 256.

    Returns:
        The comparison. What each group of differences does is in `contributions`, in points.

    Raises:
        ValidationError: A case, a preset or an option was refused. The paths of problems start with
            `/first` or `/second`, whichever case it is.
        OSError: A file could not be read.
        TypeError: A case has a type that no case can have, or there is no such option.
        KeyboardInterrupt: Ctrl-C was pressed.

    Example:
        >>> import worthwhile
        >>> def case(career: int) -> dict[str, object]:
        ...     motives = {"learning": 7, "career": career}
        ...     person = {"motivations": motives, "time": {"free_hours_per_week": 12}}
        ...     return {"schema_version": 1, "person": person, "pursuits": [{"preset": "certification"}]}
        >>> comparison = worthwhile.compare(case(career=2), case(career=9))
        >>> comparison.differences[0].noun
        'how much your career drives you'
    """

def expand(
    case: _Case, *, presets: Sequence[_Case] | None = None, redact: bool = False
) -> dict[str, Any]:
    """Writes a case out, with presets and defaults filled in. It has the same answer.

    Args:
        case: A dict, a JSON string, or a path to a JSON file.
        presets: Custom presets that the case may name, each given in any form that a case can have.
        redact: Whether problems leave out what the case says, for logs and services: they name the
            field, the code and what is allowed, and not the value.

    Returns:
        A case that leaves nothing out.

    Raises:
        ValidationError: The case was refused.
        OSError: The file could not be read.
        TypeError: `case` has a type that no case can have.

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
        id: The preset to show. If omitted, all presets are listed.
        presets: Custom presets in addition to those that ship, each given in any form that a case
            can have.

    Returns:
        `{"presets": [{"id", "name", "about"}, ...]}`, or the preset.

    Raises:
        WorthwhileError: There is no preset with that id.
        ValidationError: A custom preset was refused.
        OSError: A file could not be read.
        TypeError: A preset has a type that no preset can have.

    Example:
        >>> import worthwhile
        >>> [preset["id"] for preset in worthwhile.presets()["presets"]][:2]
        ['microsoft-mvp', 'google-developer-expert']
        >>> worthwhile.presets("rest")["pursuit"]["activities"][0]["usual_per_year"]
        52.0
    """

def schema(name: str = "case") -> dict[str, Any]:
    """Gives the JSON Schema of a document, draft 2020-12.

    Args:
        name: `case` for the input, `assessment` for the answer, or any other name that the command
            `worthwhile schema` takes.

    Returns:
        The schema.

    Raises:
        WorthwhileError: There is no schema with that name; the message lists those there are.

    Example:
        >>> import worthwhile
        >>> worthwhile.schema("assessment")["$id"]
        'https://worthwhile.dev/schema/1/assessment.json'
    """

def _answered(group: _Group, table: _Table) -> _People: ...
def _comparison_page(
    comparison: str, names: tuple[str, str] | None, width: int
) -> str: ...
def _merged(tallies: Sequence[str]) -> str: ...
def _page(answer: str, width: int, all: bool, brief: bool) -> str: ...
def _report(answer: str, form: str, all: bool) -> str: ...
def _summary(tally: str, smallest_segment: int | None, form: str, width: int) -> str: ...
@final
class _Group:
    @property
    def has_id(self) -> bool: ...
    @property
    def schema(self) -> Any: ...

@final
class _People:
    @property
    def columns(self) -> list[str]: ...
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def rows(self, columns: Sequence[str], most: int | None = None) -> list[dict[str, Any]]: ...
    def tally(
        self, by: Sequence[Sequence[str]], levers: _Case | None, all_levers: bool
    ) -> str: ...
    def answer(self, id: str) -> tuple[str, str]: ...

@final
class Plan:
    """A checked and completed case, ready to be asked many times.

    It never changes, and threads can share it.

    Args:
        case: A dict, a JSON string, or a path to a JSON file.
        presets: Custom presets that the case may name, each given in any form that a case can have.
        redact: Whether problems leave out what the case says, for logs and services: they name the
            field, the code and what is allowed, and not the value. It holds for everything that is asked
            of the plan.

    Raises:
        ValidationError: The case was refused; `problems` lists everything that is wrong.
        OSError: The file could not be read.
        TypeError: `case` has a type that no case can have.

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

    def __new__(
        cls, case: _Case, *, presets: Sequence[_Case] | None = None, redact: bool = False
    ) -> Plan: ...
    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, list[str] | bool]]: ...
    @property
    def inputs(self) -> tuple[Input, ...]:
        """Every number of the case by name, in the order of person, assumptions, pursuits."""

    @property
    def base(self) -> memoryview[float]:
        """The mean of every input in its unit, in the order of `inputs`: a row for `evaluate`."""

    def assess(
        self,
        *,
        overrides: dict[str, float] | dict[str, Any] | None = None,
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
            overrides: Numbers or estimates, as in a case, by the name of their input, each in the
                unit of the input. Numbers count
                as given by the case, and as certain.
            scenarios: Number of scenarios, 1 to 2^20, as in `worthwhile.assess`.
            replicates: Number of independent replicates among them, 2 to 64.
            seed: Seed of the scenarios, 0 to 2^53 - 1.
            totals: Whether to compute total indices too.
            threads: Number of threads to compute on, 1 to 256.
            levers: Whether to look for what a person could change, what decides the answer, and how
                much of the pursuit would be best. Defaults to True; False is quicker, for example
                for each person in a survey.
            flips: Whether to look at every number for a value that would change the answer.
                Defaults to False.

        Returns:
            The answer that the case would get with these numbers in it.

        Raises:
            ValidationError: There is no such input, it does not accept the value, or the values do
                not go together; the path of a problem begins with the name of the input. Or an option is out
                of range; the path is its name.
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
        overrides: dict[str, float] | dict[str, Any] | None = None,
        scenarios: int | None = None,
        replicates: int | None = None,
        seed: int | None = None,
        threads: int | None = None,
    ) -> dict[str, memoryview[float]]:
        """Computes the figures of every pursuit in every scenario.

        Row 7 is the same scenario in all columns. Margins are those of the plans that the answer
        chose. The replicates come one after the other and are all the same size. If nothing is
        uncertain, there is one scenario. It takes up to 160 bytes per pursuit and scenario.

        Args:
            overrides: Numbers or estimates by the name of their input, each in its unit.
            scenarios: Number of scenarios, 1 to 2^20, as in `worthwhile.assess`.
            replicates: Number of independent replicates among them, 2 to 64.
            seed: Seed of the scenarios, 0 to 2^53 - 1.
            threads: Number of threads to compute on, 1 to 256.

        Returns:
            A column for each of `outputs`, in the unit of the figure: points, hours a week, a
            chance from 0 to 1, or money a year. Columns are read-only, and NumPy uses them without
            a copy.

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
        overrides: dict[str, float] | dict[str, Any] | None = None,
        scenarios: int | None = None,
        replicates: int | None = None,
        seed: int | None = None,
        totals: bool | None = None,
        threads: int | None = None,
    ) -> tuple[Sensitivity, ...]:
        """Computes what each uncertain input does to the margin of the pursuit in question.

        It is part of the answer, without the rest.

        Args:
            overrides: Numbers or estimates by the name of their input, each in its unit.
            scenarios: Number of scenarios, 1 to 2^20, as in `worthwhile.assess`.
            replicates: Number of independent replicates among them, 2 to 64.
            seed: Seed of the scenarios, 0 to 2^53 - 1.
            totals: Whether to compute total indices too.
            threads: Number of threads to compute on, 1 to 256.

        Returns:
            The inputs, the one that matters most first. Indices are shares of the variance of the
            margin, swings are in points. Empty if nothing is uncertain.

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
        overrides: dict[str, float] | dict[str, Any] | None = None,
        threads: int | None = None,
    ) -> tuple[Flip, ...]:
        """Looks at every number for a value that would change the answer.

        It is part of the answer, without the rest. Every uncertain number is at its mean, so no
        scenarios are needed.

        Args:
            overrides: Numbers or estimates by the name of their input, each in its unit.
            threads: Number of threads to compute on, 1 to 256.

        Returns:
            Changes of one input, in its unit, each the nearest one found; the smallest change
            first, on the scale of the input. An input for which nothing was found is left out.

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
        overrides: dict[str, float] | dict[str, Any] | None = None,
        scenarios: int | None = None,
        replicates: int | None = None,
        seed: int | None = None,
        threads: int | None = None,
    ) -> Information | None:
        """Computes what it would be worth to find something out before deciding.

        It is part of the answer, without the rest.

        Args:
            overrides: Numbers or estimates by the name of their input, each in its unit.
            scenarios: Number of scenarios, 1 to 2^20, as in `worthwhile.assess`.
            replicates: Number of independent replicates among them, 2 to 64.
            seed: Seed of the scenarios, 0 to 2^53 - 1.
            threads: Number of threads to compute on, 1 to 256.

        Returns:
            What knowing everything, and each uncertain input alone, would be worth, in points. None
            if nothing is uncertain or the pursuit in question does not fit.

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
        overrides: dict[str, float] | dict[str, Any] | None = None,
        scenarios: int | None = None,
        replicates: int | None = None,
        seed: int | None = None,
        threads: int | None = None,
    ) -> InputInformation:
        """Computes what it would be worth to know some inputs together.

        Never less than any of them alone is worth. How they act together is told roughly where they
        are many: 64 at most.

        Args:
            names: Names of uncertain inputs.
            overrides: Numbers or estimates by the name of their input, each in its unit.
            scenarios: Number of scenarios, 1 to 2^20, as in `worthwhile.assess`.
            replicates: Number of independent replicates among them, 2 to 64.
            seed: Seed of the scenarios, 0 to 2^53 - 1.
            threads: Number of threads to compute on, 1 to 256.

        Returns:
            What knowing them would be worth, in points. 0 if the pursuit in question does not fit.

        Raises:
            ValidationError: No uncertain input has one of the names (`unknown_item`), or there are
                too many names (`too_many_items`). Otherwise as `assess`.
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
        self,
        rows: Buffer | _Array | None = None,
        *,
        columns: Mapping[str, Buffer | Iterable[float | None]] | None = None,
        question_only: bool = False,
        contributions: bool = False,
        threads: int | None = None,
    ) -> Figures:
        """Computes the figures of every pursuit for a table of inputs.

        Each row is a separate base case, for which plans are chosen again. It is a what-if: a number that
        the case leaves out and that follows another one, such as `usual_per_year`, stays where the case
        has it. A row with a number that its input does not take is refused: its figures are NaN, and
        `problems` says what is wrong. So is one whose week is too long, that has no motive above 0, or
        whose search takes too long. The table is taken in blocks: other threads run meanwhile, and
        Ctrl-C stops it.

        Args:
            rows: A two-dimensional array of 64-bit floats with a column for each of `inputs`, in its
                unit. `base` is such a row. There may be no rows.
            columns: Instead of `rows`: the inputs that differ, by name, each with a number for every
                row. All others are at their means. A column is an array, a list or a series; what is
                missing counts as NaN, and its row is refused.
            question_only: Only the figures of the pursuit in question. It is several times as fast, and
                the numbers are the same.
            contributions: The twelve contributions to the worth of a pursuit as well, in points.
            threads: Number of threads, 1 to 256, 1 by default. The numbers are the same.

        Returns:
            A dict of columns by name, such as `/pursuits/mvp/worth`.

        Raises:
            ValidationError: The table has the wrong shape (`wrong_shape`), a column is for no input
                (`unknown_item`), or there are two for one (`repeated_entry`).
            TypeError: Neither `rows` nor `columns` was given, or both, or what is given is not a table.
            BufferError: The elements of `rows` are not 64-bit floats of this machine.
            KeyboardInterrupt: Ctrl-C was pressed.

        Example:
            >>> import worthwhile
            >>> plan = worthwhile.Plan({
            ...     "schema_version": 1,
            ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
            ...     "pursuits": [{"preset": "certification"}],
            ... })
            >>> free = {"/person/time/free_hours_per_week": [1, 4, 16, -5]}
            >>> figures = plan.evaluate(columns=free)
            >>> figures["/pursuits/certification/yes"].tolist()
            [0.0, 0.0, 1.0, nan]
            >>> figures.refused, figures.problems[3][0].code
            (1, 'out_of_range')
        """

    def people(
        self,
        table: _Table,
        columns: _Columns | None = None,
        *,
        id: str | None = None,
        keep: str | Sequence[str] = (),
        weight: str | None = None,
        cluster: str | None = None,
        missing: Literal["unknown", "base", "refused"] | float | dict[str, Any] = "unknown",
        others: Literal["ignored", "refused"] = "ignored",
        speed: Literal["with_doubt", "at_the_means"] = "with_doubt",
        scenarios: int | None = None,
        replicates: int | None = None,
        seed: int | None = None,
        threads: int | None = None,
        show_values: bool = False,
        progress: Callable[[int], object] | None = None,
    ) -> People:
        """Answers a table of people: each is the person of the case with their own answers.

        Nobody is left out: whoever cannot be answered has a row that says why. Scenarios are common to
        all people, so people, segments and levers can be compared scenario by scenario; what is unknown
        of a person is drawn for that person alone. A row does not depend on the other rows, nor
        on the number of threads. The table is taken in blocks: other threads run meanwhile, and Ctrl-C
        stops it.

        Args:
            table: Whatever has `__arrow_c_stream__` or `__arrow_c_array__`: tables of pandas 2.2 or newer
                with pyarrow, polars, pyarrow and DuckDB. Or a dict of columns: lists, arrays and series.
                None, NaN, `pandas.NA`, and empty texts are missing answers.
            columns: The input that each column feeds, by name, or a `Column` for another scale or unit
                and for words. Or a whole map, as the command has it: JSON or a path. If omitted, columns
                that are called as inputs: `free_hours_per_week`.
            id: The column that names people. `user.id` is the member `id` of the column `user`. What is
                drawn for a person alone goes by it, else by the answers.
            keep: Columns that are passed through.
            weight: The column that says how much a person counts in a share.
            cluster: The column that says who was asked together, such as a team.
            missing: What a missing answer counts as. `unknown`: the estimate of the case, else any rating,
                else an interval around the value of the case, never 0. `base`: as the case has it.
                `refused`: a problem of the person. Or a number or an estimate.
            others: Whether columns that are named nowhere are `ignored` or `refused`.
            speed: `with_doubt`: over scenarios. `at_the_means`: every input at its mean, far quicker, and
                without chances.
            scenarios: Number of scenarios for each person; 256 by default.
            replicates: Number of independent replicates among them, 2 to 64.
            seed: Seed of the scenarios, 0 to 2^53 - 1.
            threads: Number of threads, 1 to 256, 1 by default. The figures are the same.
            show_values: Whether problems say what a person answered. Never where the plan redacts.
            progress: Called with the number of people so far, after each block of up to 8,192.

        Returns:
            The people, with `share`, `levers` and `tellers`, and a table for Arrow.

        Raises:
            ValidationError: The table or the plan does not have what the map names, an option is out of
                range, or the table cannot be read (`unreadable_table`).
            TypeError: `table` is not a table, or there is no such keyword.
            KeyboardInterrupt: Ctrl-C was pressed.

        Example:
            >>> import worthwhile
            >>> plan = worthwhile.Plan({
            ...     "schema_version": 1,
            ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
            ...     "pursuits": [{"preset": "certification"}],
            ... })
            >>> table = {"who": ["Ada", "Bo", "Cy"], "free": [9, 0.5, None], "learning": ["5", "4", "3"]}
            >>> people = plan.people(table, {
            ...     "free": "/person/time/free_hours_per_week",
            ...     "learning": worthwhile.Column("/person/motivations/learning", scale=(1, 5)),
            ... }, id="who")
            >>> people["verdict"]
            ['worth_it', 'not_worth_it', 'worth_it']
            >>> people["unknown"]
            [0, 0, 1]
        """

    def _group(self, schema: object, columns: _Columns | None = None, **how: Any) -> _Group: ...
