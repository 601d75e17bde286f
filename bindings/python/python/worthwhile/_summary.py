"""What a table of people says as a whole."""

from __future__ import annotations

from ._worthwhile import _summary

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, TypeAlias

    _By: TypeAlias = str | Sequence[str] | Sequence[Sequence[str]] | None

_WIDTH = 80
"""Columns of a page of text."""


def groupings_of(by: _By) -> list[list[str]]:
    """One column, some together, or several groupings."""
    if by is None:
        return []
    if isinstance(by, str):
        return [[by]]
    if not isinstance(by, (list, tuple)):
        raise TypeError(f"`by` is a str or a list; not {type(by).__name__}")
    parts = list(by)
    if all(isinstance(part, str) for part in parts):
        return [parts] if parts else []
    return [[part] if isinstance(part, str) else list(part) for part in parts]


def _named(groupings: list[list[str]]) -> list[str]:
    return list(dict.fromkeys(name for grouping in groupings for name in grouping))


def _room_for(groupings: list[list[str]], figures: Iterable[str]) -> list[str]:
    """The columns of the groupings, which may not take the place of a figure."""
    names, figures = _named(groupings), set(figures)
    for name in names:
        if name in figures:
            raise ValueError(f"`{name}` is a figure of this table: rename the column of that name to group by it")
    return names


def _shown(summary: dict[str, Any]) -> list[dict[str, Any]]:
    """The segments that were asked for: everybody is one where nothing was."""
    segments: list[dict[str, Any]] = summary["segments"]
    return segments[1:] if len(segments) > 1 else segments[:1]


_RANGE = {"mean": "shared_mean", "standard_error": "shared_se", "sd": "shared_sd", "p5": "shared_p5", "p95": "shared_p95"}
_VERDICTS = ("worth_it", "without_the_award", "better_elsewhere", "not_worth_it", "not_feasible")
_AGAINST = {
    "against_others": "difference",
    "against_others_se": "se_people",
    "against_others_low": "low",
    "against_others_high": "high",
}
_MARGINS = ("mean", "p5", "p25", "p50", "p75", "p95")


def _ranges(doubt: dict[str, Any] | None) -> dict[str, Any]:
    return {name: (doubt or {}).get(own) for own, name in _RANGE.items()}


def columns_of(names: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {name: [] for name in names}
    for row in rows:
        for name, column in columns.items():
            column.append(row.get(name))
    return columns


_SHARE = (
    "suppressed", "people", "refused", "unknown", "complete", "share_of_complete", "share", "se_people", *_RANGE.values(), "low", "high",
    *_AGAINST, *_VERDICTS, "mean_level", *(f"margin_{name}" for name in _MARGINS),
)  # fmt: skip
_LEVERS = (
    "share_before", "share_after", "change", "se_people", *_RANGE.values(), "chance_of_gain", "low", "high",
    "gained", "lost", "clipped", "refused",
)  # fmt: skip
TELLERS = ("column", "input", "label", "higher_with_yes", "mean_yes", "mean_no")


def share_of(summary: dict[str, Any], groupings: list[list[str]]) -> dict[str, list[Any]]:
    """The shares in a summary, as columns."""
    names = _room_for(groupings, _SHARE)
    rows = []
    for segment in _shown(summary):
        row = {**segment["by"], "suppressed": segment["suppressed"]}
        if not segment["suppressed"]:
            share = segment.get("share") or {}
            row |= {name: segment[name] for name in ("people", "refused", "unknown")}
            row |= {**segment["verdicts"], "mean_level": segment.get("mean_level")}
            complete = segment.get("complete") or {}
            row |= {"complete": complete.get("people"), "share_of_complete": complete.get("yes")}
            row |= {"share": share.get("yes"), **_ranges(share.get("shared_doubt"))}
            row |= {name: share.get(name) for name in ("se_people", "low", "high")}
            against = segment.get("against_others") or {}
            row |= {name: against.get(own) for name, own in _AGAINST.items()}
            row |= {f"margin_{name}": own for name, own in (segment.get("margin") or {}).items()}
        rows.append(row)
    return columns_of((*names, *_SHARE), rows)


def levers_of(summary: dict[str, Any], groupings: list[list[str]]) -> dict[str, list[Any]]:
    """The levers in a summary, as columns."""
    names = _room_for(groupings, ("lever", *_LEVERS))
    rows = []
    for segment in _shown(summary):
        for lever in segment["levers"]:
            ranges = _ranges(lever.get("shared_doubt"))
            rows.append({**lever, "lever": lever["name"], **ranges, **segment["by"]})
        for name in segment.get("impossible_levers", ()):
            refused = segment["people"] - segment["refused"]
            rows.append({"lever": name, "refused": refused, **segment["by"]})
    return columns_of((*names, "lever", *_LEVERS), rows)


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


# Messages name the public module.
GroupSummary.__module__ = "worthwhile"
