"""The people of a table, answered."""

from __future__ import annotations

from ._map import levers_document, word_of
from ._summary import TELLERS, GroupSummary, columns_of, groupings_of, levers_of, share_of

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

    from ._map import _Levers
    from ._summary import _By
    from ._values import Assessment
    from ._worthwhile import _People

_FEW = 10
"""People that a notebook shows."""

_SHOWN = ("verdict", "level", "worth", "margin", "chance_of_yes", "unknown", "problems")
"""The columns that a notebook shows besides who it is about."""


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
    - `problems`: why the person was refused, or does not count for want of a weight, with `column`,
      `input`, `code`, `message` and `help`; empty for all others

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
            Columns by name: those of `by`, as text; `suppressed`; `people`, of whom so many were `refused`,
            and their `unknown` answers; `complete`, who left nothing out, and `share_of_complete`;
            `share` with `se_people`, `shared_mean`, `shared_se`, `shared_sd`, `shared_p5`, `shared_p95`,
            `low` and `high`; `against_others`, by how much the share is above that of everybody else, with
            `against_others_se`, `against_others_low` and `against_others_high`; the number of people with
            each verdict; `mean_level`; and `margin_mean`, `margin_p5` to `margin_p95`. pandas and polars
            take it: `pandas.DataFrame(people.share())`.

        Raises:
            ValidationError: A column of `by` was not kept (`unknown_item`), or there are too many
                segments (`too_many_items`).
            ValueError: A column of `by` has the name of a figure, such as `people`.
        """
        groupings = groupings_of(by)
        return share_of(self.summary(by, smallest_segment=smallest_segment).to_dict(), groupings)

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
            Columns by name: those of `by`; `lever`; `share_before` and `share_after`; `change`, with
            doubt its mean over the scenarios, with `se_people`, `shared_mean`, `shared_se`, `shared_sd`, `shared_p5`, `shared_p95`, `low` and
            `high`; `chance_of_gain`, the share of the scenarios in which more people have a yes; and how
            many people `gained` a yes, `lost` it, were `clipped` and were `refused`. A lever with which
            nobody could be answered has no other figures. The largest change
            comes first.

        Raises:
            ValidationError: There is no such input, it does not take what it is set to, or the levers are
                not a document of levers.
            KeyboardInterrupt: Ctrl-C was pressed.
        """
        groupings = groupings_of(by)
        found = GroupSummary(self._tally(by, levers), smallest_segment)
        return levers_of(found.to_dict(), groupings)

    def tellers(self) -> dict[str, list[Any]]:
        """What tells yes from no: the columns of answers, the most telling first.

        Returns:
            Columns by name: `column`, `input` and `label`; `higher_with_yes`, how often somebody with a
            yes has a higher number there than somebody with a no, 0.5 where it tells nothing; and the
            means `mean_yes` and `mean_no`, in the unit of the input.
        """
        return columns_of(TELLERS, self.summary().to_dict()["tellers"])

    def summary(
        self, by: _By = None, *, levers: _Levers = None, smallest_segment: int | None = None
    ) -> GroupSummary:
        """What the table says as a whole: shares, levers, and what tells yes from no.

        Args:
            by: As in `share`.
            levers: As in `levers`; if omitted, none.
            smallest_segment: Segments of fewer people are left out.

        Returns:
            The summary, as a document.

        Raises:
            ValidationError: As `share` and `levers`.
            KeyboardInterrupt: Ctrl-C was pressed.
        """
        return GroupSummary(self._tally(by, {} if levers is None else levers), smallest_segment)

    def _tally(self, by: _By, levers: _Levers) -> str:
        """The sums of these people, as text; those of the parts of a table can be merged."""
        has_levers = levers is None or not hasattr(levers, "items") or len(levers) > 0  # type: ignore[arg-type]
        document = levers_document(levers) if has_levers and levers is not None else None
        return self._found.tally(groupings_of(by), document, levers is None)

    def answer(self, id: object) -> Assessment:
        """The whole answer of one person, over the same scenarios.

        Its figures may differ from those of the row. It chooses among all plans of the pursuit, and a row
        among the best few at the means: where two are about as good, level, chance of yes and now and then
        the verdict are others, and those of the answer count. And what is unknown of the person is an
        estimate in it, which is drawn anew.

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
        return Assessment(*self._found.answer(isoformat() if isoformat else word_of(id)))

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
People.__module__ = "worthwhile"
