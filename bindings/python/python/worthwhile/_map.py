"""Which column feeds which input, what a lever changes, and how that is written as a document."""

from __future__ import annotations

from math import isfinite

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from os import PathLike
    from typing import Any, ClassVar, Literal, TypeAlias

    _Estimate: TypeAlias = float | dict[str, Any]
    _Columns: TypeAlias = (
        Mapping[str, "str | Column"] | Mapping[str, Any] | str | bytes | PathLike[str] | None
    )


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
            levels = {word_of(word): level for word, level in levels.items()}
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


def word_of(word: Any) -> str:
    """A level as the library has it: a number is written as short as it can be."""
    if isinstance(word, bool):
        return str(word).lower()
    if isinstance(word, float) and isfinite(word):
        # Imported when it is needed, so that the package imports quickly.
        from decimal import Decimal

        short = format(Decimal(repr(float(word))), "f")
        return short.rstrip("0").rstrip(".") if "." in short else short
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


def levers_document(levers: Any) -> Any:
    """Levers as a document."""
    if isinstance(levers, (str, bytes, bytearray)) or hasattr(levers, "__fspath__"):
        return levers
    if not hasattr(levers, "items"):
        raise TypeError(
            "`levers` is a dict of levers by name, or a whole document of levers as a dict, text or path; "
            f"not {type(levers).__name__}"
        )
    if "schema_version" in levers:
        return dict(levers.items())
    named = []
    for name, lever in levers.items():
        if isinstance(lever, _Change):
            changes = [lever._document()]
        elif hasattr(lever, "items"):
            changes = lever["changes"] if "changes" in lever else [dict(lever.items())]
        elif isinstance(lever, (list, tuple)):
            changes = [own._document() if isinstance(own, _Change) else own for own in lever]
        else:
            raise TypeError(
                f"a lever is `Set`, `Add` or `Times`, a list of these, or a dict; not {type(lever).__name__}"
            )
        named.append({"name": str(name), "changes": changes})
    return {"schema_version": 1, "levers": named}


# Messages name the public module.
for _shown_class in (Column, Set, Add, Times):
    _shown_class.__module__ = "worthwhile"
