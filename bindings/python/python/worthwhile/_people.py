"""What a table of people comes to, and how its columns are read."""

from __future__ import annotations

from ._worthwhile import _merged, _summary

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from os import PathLike
    from typing import Any, ClassVar, Literal, NoReturn, TypeAlias

    from ._values import Assessment
    from ._worthwhile import _People

    _Estimate: TypeAlias = float | dict[str, Any]
    _Columns: TypeAlias = (
        Mapping[str, "str | Column"] | Mapping[str, Any] | str | bytes | PathLike[str] | None
    )
    _By: TypeAlias = str | Sequence[str] | Sequence[Sequence[str]] | None

_FEW = 10
"""People that a notebook shows."""

_WIDTH = 80
"""Columns of a page of text."""

_SHOWN = ("verdict", "level", "worth", "margin", "chance_of_yes", "unknown", "problems")
"""The columns that a notebook shows besides who it is about."""


class _Record:
    """Something that is told by its parts."""

    __slots__: tuple[str, ...] = ()
    _PARTS: ClassVar[tuple[str, ...]] = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._PARTS)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        parts = ((name, getattr(self, name)) for name in self._PARTS)
        told = ", ".join(f"{name}={part!r}" for name, part in parts if part is not None)
        return f"{type(self).__name__}({told})"


class Column(_Record):
    """A column of a table that feeds an input of a plan.

    The name of the input alone does where unit and scale are the same. Of `scale`, `factor` and `levels`
    there is one at most.

    Args:
        input: The name of the input, as `Plan.inputs` has it.
        levels: A number or an estimate, in the unit of the input, for every word that is an answer.
        scale: The answers go from its first to its second number, which become the smallest and the
            largest value of the input. `(5, 1)` is a reversed question.
        factor: What an answer is multiplied by: 7 for hours a day where the input has hours a week.
        missing: What a missing answer counts as, if not as `Plan.people` says for all columns.

    Example:
        >>> import worthwhile
        >>> worthwhile.Column("/person/motivations/enjoyment", scale=(1, 5))
        Column(input='/person/motivations/enjoyment', scale=(1, 5))
    """

    __slots__ = ("input", "levels", "scale", "factor", "missing")
    _PARTS = __slots__

    input: str
    """The name of the input."""

    levels: Mapping[Any, _Estimate] | None
    """What each word counts as."""

    scale: Sequence[float] | None
    """The ends of the scale of the answers."""

    factor: float | None
    """What an answer is multiplied by."""

    missing: Literal["unknown", "base", "refused"] | _Estimate | None
    """What a missing answer counts as."""

    def __init__(
        self,
        input: str,
        *,
        levels: Mapping[Any, _Estimate] | None = None,
        scale: Sequence[float] | None = None,
        factor: float | None = None,
        missing: Literal["unknown", "base", "refused"] | _Estimate | None = None,
    ) -> None:
        self.input, self.levels, self.scale = input, levels, scale
        self.factor, self.missing = factor, missing

    def _document(self) -> dict[str, Any]:
        levels = self.levels
        if levels is not None:
            levels = {_word(word): level for word, level in levels.items()}
        parts = {
            "input": self.input,
            "levels": levels,
            "scale": self.scale if self.scale is None else list(self.scale),
            "factor": self.factor,
            "missing": self.missing,
        }
        return {name: part for name, part in parts.items() if part is not None}


class _Change(_Record):
    """What a lever does to some inputs of everybody."""

    __slots__ = ("input", "by")
    _PARTS = __slots__

    input: str
    """The name of an input. A star stands for the name of any item: `/pursuits/mvp/activities/*/hours`."""

    by: float
    """By how much, or to what."""

    _KIND = ""

    def __init__(self, input: str, by: float) -> None:
        self.input, self.by = input, by

    def _document(self) -> dict[str, Any]:
        return {"input": self.input, self._KIND: self.by}


class Set(_Change):
    """A lever that sets an input of everybody to a number.

    Args:
        input: The name of the input. A star stands for the name of any item.
        by: The number, in the unit of the input.

    Example:
        >>> import worthwhile
        >>> worthwhile.Set("/person/conditions/employer_regard", 1)
        Set(input='/person/conditions/employer_regard', by=1)
    """

    __slots__ = ()
    _KIND = "set"


class Add(_Change):
    """A lever that adds a number to an input of everybody. It ends at the bound of the input.

    Args:
        input: The name of the input. A star stands for the name of any item.
        by: The number, in the unit of the input.

    Example:
        >>> import worthwhile
        >>> worthwhile.Add("/person/time/free_hours_per_week", 3)
        Add(input='/person/time/free_hours_per_week', by=3)
    """

    __slots__ = ()
    _KIND = "add"


class Times(_Change):
    """A lever that multiplies an input of everybody by a number. It ends at the bound of the input.

    Args:
        input: The name of the input. A star stands for the name of any item.
        by: The factor.

    Example:
        >>> import worthwhile
        >>> worthwhile.Times("/pursuits/mvp/activities/*/hours", 0.75)
        Times(input='/pursuits/mvp/activities/*/hours', by=0.75)
    """

    __slots__ = ()
    _KIND = "times"


if TYPE_CHECKING:
    _Lever: TypeAlias = Set | Add | Times | Mapping[str, Any] | Sequence[Set | Add | Times]
    _Levers: TypeAlias = Mapping[str, _Lever] | Mapping[str, Any] | str | bytes | PathLike[str] | None


def _word(word: Any) -> str:
    """A level as the library has it: a number is written as short as it can be."""
    if isinstance(word, bool):
        return str(word).lower()
    if isinstance(word, (int, float)):
        return str(int(word)) if word == int(word) else str(word)
    return str(word)


def people(
    columns: Any,
    inferred: dict[str, Any] | None,
    *,
    id: str | None = None,
    keep: str | Sequence[str] = (),
    weight: str | None = None,
    cluster: str | None = None,
    missing: Any = "unknown",
    others: str = "ignored",
    speed: str = "with_doubt",
    scenarios: int | None = None,
    replicates: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    show_values: bool = False,
    progress: Callable[[int], object] | None = None,
) -> dict[str, Any]:
    """What `Plan.people` was called with, its map as one document."""
    said = {
        "id": id,
        "keep": [keep] if isinstance(keep, str) else list(keep),
        "weight": weight,
        "cluster": cluster,
        "missing": missing,
        "others": others,
    }
    if columns is None:
        columns = (inferred or {}).get("columns", {})
        said["id"] = id or (inferred or {}).get("id")
    return {
        "map": _map(columns, said),
        "speed": speed,
        "options": {"scenarios": scenarios, "replicates": replicates, "seed": seed, "threads": threads},
        "shows_values": bool(show_values),
        "progress": progress,
    }


_NOTHING_SAID: dict[str, Any] = {
    "id": None,
    "keep": [],
    "weight": None,
    "cluster": None,
    "missing": "unknown",
    "others": "ignored",
}


def _map(columns: Any, said: dict[str, Any]) -> Any:
    """A map as a document, in a form that a document can have."""
    is_text = isinstance(columns, (str, bytes, bytearray)) or hasattr(columns, "__fspath__")
    if not is_text and not hasattr(columns, "items"):
        raise TypeError(f"`columns` is a dict, or a whole map; not {type(columns).__name__}")
    said = {name: part for name, part in said.items() if part != _NOTHING_SAID[name]}
    if is_text or "schema_version" in columns:
        for name in said:
            raise TypeError(f"a whole map has its own `{name}`: write it there")
        return columns if is_text else dict(columns.items())
    read = {
        name: column._document() if isinstance(column, Column) else column
        for name, column in columns.items()
    }
    return {"schema_version": 1, **said, "columns": read}


def _levers(levers: Any) -> Any:
    """Levers as a document."""
    if not hasattr(levers, "items"):
        return levers
    if "schema_version" in levers:
        return dict(levers.items())
    named = []
    for name, lever in levers.items():
        if isinstance(lever, _Change):
            changes = [lever._document()]
        elif hasattr(lever, "items"):
            changes = lever["changes"] if "changes" in lever else [dict(lever.items())]
        else:
            changes = [own._document() if isinstance(own, _Change) else own for own in lever]
        named.append({"name": name, "changes": changes})
    return {"schema_version": 1, "levers": named}


def _groupings(by: _By) -> list[list[str]]:
    """One column, some together, or several groupings."""
    if by is None:
        return []
    if isinstance(by, str):
        return [[by]]
    parts = list(by)
    if all(isinstance(part, str) for part in parts):
        return [parts] if parts else []  # type: ignore[list-item]
    return [[part] if isinstance(part, str) else list(part) for part in parts]


def _named(groupings: list[list[str]]) -> list[str]:
    return list(dict.fromkeys(name for grouping in groupings for name in grouping))


def _shown(summary: dict[str, Any]) -> list[dict[str, Any]]:
    """The segments that were asked for: everybody is one where nothing was."""
    segments: list[dict[str, Any]] = summary["segments"]
    return segments[1:] if len(segments) > 1 else segments[:1]


_RANGE = {"mean": "shared_mean", "standard_error": "shared_se", "sd": "shared_sd", "p5": "shared_p5", "p95": "shared_p95"}
_VERDICTS = ("worth_it", "without_the_award", "better_elsewhere", "not_worth_it", "not_feasible")
_MARGINS = ("mean", "p5", "p25", "p50", "p75", "p95")


def _ranges(doubt: dict[str, Any] | None) -> dict[str, Any]:
    return {name: (doubt or {}).get(own) for own, name in _RANGE.items()}


def _columns(names: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {name: [] for name in names}
    for row in rows:
        for name, column in columns.items():
            column.append(row.get(name))
    return columns


_SHARE = (
    "suppressed", "people", "refused", "unknown", "share", "se_people", *_RANGE.values(), "low", "high",
    *_VERDICTS, "mean_level", *(f"margin_{name}" for name in _MARGINS),
)  # fmt: skip
_LEVERS = (
    "share_before", "share_after", "change", "se_people", *_RANGE.values(), "chance_of_gain", "low", "high",
    "gained", "lost", "clipped", "refused",
)  # fmt: skip
_TELLERS = ("column", "input", "label", "higher_with_yes", "mean_yes", "mean_no")


def share_of(summary: dict[str, Any], groupings: list[list[str]]) -> dict[str, list[Any]]:
    """The shares in a summary, as columns."""
    rows = []
    for segment in _shown(summary):
        row = {**segment["by"], "suppressed": segment["suppressed"]}
        if not segment["suppressed"]:
            share = segment.get("share") or {}
            row |= {name: segment[name] for name in ("people", "refused", "unknown")}
            row |= {**segment["verdicts"], "mean_level": segment.get("mean_level")}
            row |= {"share": share.get("yes"), **_ranges(share.get("shared_doubt"))}
            row |= {name: share.get(name) for name in ("se_people", "low", "high")}
            row |= {f"margin_{name}": own for name, own in (segment.get("margin") or {}).items()}
        rows.append(row)
    return _columns((*_named(groupings), *_SHARE), rows)


def levers_of(summary: dict[str, Any], groupings: list[list[str]]) -> dict[str, list[Any]]:
    """The levers in a summary, as columns."""
    rows = [
        {**segment["by"], **lever, "lever": lever["name"], **_ranges(lever.get("shared_doubt"))}
        for segment in _shown(summary)
        for lever in segment["levers"]
    ]
    return _columns((*_named(groupings), "lever", *_LEVERS), rows)


class GroupSummary:
    """What a table of people says as a whole.

    `print(summary)` shows it as one page of text. It can be pickled.

    Example:
        >>> import worthwhile
        >>> plan = worthwhile.Plan({
        ...     "schema_version": 1,
        ...     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
        ...     "pursuits": [{"preset": "certification"}],
        ... })
        >>> people = plan.people({"free": [1, 6, 16]}, {"free": "/person/time/free_hours_per_week"})
        >>> summary = people.summary()
        >>> summary.to_dict()["segments"][0]["people"]
        3
    """

    def __init__(self, sums: str, smallest_segment: int | None = None) -> None:
        self._sums, self._smallest = sums, smallest_segment

    def to_dict(self) -> dict[str, Any]:
        """Returns the document as plain Python objects: `segments`, everybody first, and `tellers`."""
        document: dict[str, Any] = _parsed(self.to_json())
        return document

    def to_json(self) -> str:
        """Returns the document as JSON."""
        return _summary(self._sums, self._smallest, "json", _WIDTH)

    def to_text(self, width: int = _WIDTH) -> str:
        """Returns it as a person reads it: one page of text.

        Args:
            width: Columns of the page, 60 to 120.
        """
        return _summary(self._sums, self._smallest, "text", min(max(width, 0), 1000))

    def to_html(self) -> str:
        """Returns it as one HTML file that needs no other."""
        return _summary(self._sums, self._smallest, "html", _WIDTH)

    def __str__(self) -> str:
        return self.to_text()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, GroupSummary):
            return NotImplemented
        return self.to_json() == other.to_json()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        everybody = self.to_dict()["segments"][0]
        return f"GroupSummary({everybody['people']:,} people, {everybody['refused']:,} refused)"


def _parsed(text: str) -> Any:
    # Imported when it is needed, so that the package imports quickly.
    import json

    return json.loads(text)


class People:
    """People who have been answered: a table with one row a person, in the order of the rows that went in.

    `Plan.people` makes it. Whatever takes tables of Arrow takes it as it is: `polars.DataFrame(people)`,
    `pyarrow.table(people)`, `duckdb.from_arrow(people)`, `pandas.DataFrame.from_arrow(people)`. Its columns
    are

    - the id, or `row`, counted from 0, and the columns that were kept
    - `speed`: `with_doubt` or `at_the_means`
    - `verdict`, `yes` and `level`, as in an answer; null where the person was refused
    - `worth` and `margin`, in points; `chance_of_yes`, from 0 to 1, with doubt only; `hours_per_week`
      and `busiest_hours_per_week`; `burnout_risk`, from 0 to 1; `money_per_year`; with doubt each has a
      standard error, such as `worth_se`, for having computed so many scenarios only
    - `unknown`: how many answers were missing and taken as unknown
    - `problems`: why the person was refused, with `column`, `input`, `code`, `message` and `help`; empty
      for whoever was answered

    It cannot be pickled: pass on what `to_arrow` returns.
    """

    def __init__(self, found: _People) -> None:
        self._found = found

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._found.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, column: str) -> list[Any]:
        """A column as a list of Python's own objects."""
        return [row[column] for row in self._found.rows([column])]

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return self._found.columns

    def to_dict(self) -> dict[str, list[Any]]:
        """Returns all columns as lists of Python's own objects, by name."""
        return {column: self[column] for column in self.columns}

    def to_pandas(self) -> Any:
        """Returns a `pandas.DataFrame`. It needs pandas and pyarrow."""
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """Returns a `polars.DataFrame`. It needs polars."""
        import polars  # type: ignore[import-not-found, unused-ignore]

        return polars.DataFrame(self)

    def to_arrow(self) -> Any:
        """Returns a `pyarrow.Table`. It needs pyarrow."""
        import pyarrow  # type: ignore[import-untyped, import-not-found, unused-ignore]

        return pyarrow.table(self)

    def share(self, by: _By = None, *, smallest_segment: int | None = None) -> dict[str, list[Any]]:
        """For what share of the people it is worth it, and how sure that is.

        Two things leave a share open. Other people might have been asked: `se_people` is the standard
        error for that, with weights and clusters. And some numbers nobody knows for sure, and they are
        the same for all people: `shared_sd`, `shared_p5` and `shared_p95` are of the share over the
        scenarios. More people do not make it any surer. `low` and `high` are the ends of the 90 % range
        in which both leave it.

        Args:
            by: A column that was kept, several of them together, or a list of such lists: a row for each
                segment. If omitted, there is one row for everybody.
            smallest_segment: Segments of fewer people have a row without figures, and `suppressed` is
                true there; where that is one alone, so is the next smallest.

        Returns:
            Columns by name: those of `by`, as text; `suppressed`; `people`, `refused` and `unknown`;
            `share` with `se_people`, `shared_mean`, `shared_se`, `shared_sd`, `shared_p5`, `shared_p95`,
            `low` and `high`; the number of people with each verdict; `mean_level`; and `margin_mean`,
            `margin_p5` to `margin_p95`. pandas and polars take it: `pandas.DataFrame(people.share())`.

        Raises:
            ValidationError: A column of `by` was not kept (`unknown_item`), or there are too many
                segments (`too_many_items`).
        """
        groupings = _groupings(by)
        return share_of(self.summary(by, levers={}, smallest_segment=smallest_segment).to_dict(), groupings)

    def levers(
        self, levers: _Levers = None, *, by: _By = None, smallest_segment: int | None = None
    ) -> dict[str, list[Any]]:
        """What could be different for everybody, and what it does to the share of yes.

        Everybody is compared with themselves, scenario by scenario. A lever that would bring an input
        beyond its bound ends there; `clipped` says for how many people.

        Args:
            levers: Each a name and `Set`, `Add` or `Times`, a list of these, or a dict such as
                `{"input": "/person/burnout_risk", "times": 0.5}`; or a whole document of levers. If
                omitted, a quarter less and a quarter more of every number of the pursuit in question.
            by: As in `share`.
            smallest_segment: Segments of fewer people are left out.

        Returns:
            Columns by name: those of `by`; `lever`; `share_before` and `share_after`; `change` with
            `se_people`, `shared_mean`, `shared_se`, `shared_sd`, `shared_p5`, `shared_p95`, `low` and
            `high`; `chance_of_gain`, the share of the scenarios in which more people have a yes; and how
            many people `gained` a yes, `lost` it, were `clipped` and were `refused`. The largest change
            comes first.

        Raises:
            ValidationError: There is no such input, or the levers are not a document of levers.
            KeyboardInterrupt: Ctrl-C was pressed.
        """
        groupings = _groupings(by)
        found = self.summary(by, levers=levers, smallest_segment=smallest_segment)
        return levers_of(found.to_dict(), groupings)

    def tellers(self) -> dict[str, list[Any]]:
        """What tells yes from no: the columns of answers, the most telling first.

        Returns:
            Columns by name: `column`, `input` and `label`; `higher_with_yes`, how often somebody with a
            yes has a higher number there than somebody with a no, 0.5 where it tells nothing; and the
            means `mean_yes` and `mean_no`, in the unit of the input.
        """
        return _columns(_TELLERS, self.summary(levers={}).to_dict()["tellers"])

    def summary(
        self, by: _By = None, *, levers: _Levers = None, smallest_segment: int | None = None
    ) -> GroupSummary:
        """What the table says as a whole: shares, levers, and what tells yes from no.

        Args:
            by: As in `share`.
            levers: As in `levers`. An empty dict: none.
            smallest_segment: Segments of fewer people are left out.

        Returns:
            The summary, as a document.

        Raises:
            ValidationError: As `share` and `levers`.
            KeyboardInterrupt: Ctrl-C was pressed.
        """
        return GroupSummary(self._tally(by, levers), smallest_segment)

    def _tally(self, by: _By, levers: _Levers) -> str:
        """The sums of these people, as text; those of the parts of a table can be merged."""
        has_levers = levers is None or not hasattr(levers, "items") or len(levers) > 0  # type: ignore[arg-type]
        document = _levers(levers) if has_levers else None
        return self._found.tally(_groupings(by), document, levers is None)

    def answer(self, id: object) -> Assessment:
        """The whole answer of one person, over the same scenarios.

        What is unknown of the person is an estimate in it, and drawn anew: so figures may differ from
        those of the row a little, as far as their standard errors say.

        Args:
            id: The id of the person; the number of the row where the table has no column that names
                people. Of several people with one id it is the first.

        Returns:
            The answer.

        Raises:
            KeyError: Nobody has the id.
            ValidationError: The person was refused; `problems` says why.
            KeyboardInterrupt: Ctrl-C was pressed.
        """
        from ._values import Assessment

        isoformat = getattr(id, "isoformat", None)
        return Assessment(*self._found.answer(isoformat() if isoformat else _word(id)))

    def __reduce__(self) -> NoReturn:
        raise TypeError("people cannot be pickled: pass on what `to_arrow` returns")

    def __repr__(self) -> str:
        return f"People({len(self):,} people, {len(self.columns)} columns)"

    def _repr_html_(self) -> str:
        from html import escape

        who = self.columns[: self.columns.index("speed")]
        names = [name for name in (*who, *_SHOWN) if name in self.columns]
        rows = ["".join(f"<th>{escape(name)}</th>" for name in names)]
        for person in self._found.rows(names, _FEW):
            rows.append("".join(f"<td>{escape(_cell(person[name]))}</td>" for name in names))
        table = "".join(f"<tr>{row}</tr>" for row in rows)
        more = f", the first {_FEW} of them" if len(self) > _FEW else ""
        return f"<table>{table}</table><p>{len(self):,} people{more}</p>"


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(str(problem["message"]) for problem in value)
    if isinstance(value, float):
        return f"{value:.2f}"
    return "" if value is None else str(value)


# Messages name the public module.
for _shown_class in (Column, Set, Add, Times, People, GroupSummary):
    _shown_class.__module__ = "worthwhile"
