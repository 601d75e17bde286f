"""What a table of inputs comes to."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, ClassVar

    from ._values import Problem


class Figures(dict[str, "memoryview[float]"]):
    """The figures of the rows of a table: a dict with a column for each of them, by name.

    Every column has a number for each row and is read-only. NumPy uses it without a copy, and pandas and
    polars take all of them: `pandas.DataFrame(figures)`. For every pursuit there are

    - `worth`, `margin` and `margin_over_none`, in points
    - `hours_per_week`, `busiest_hours_per_week` and `felt_hours_per_week`
    - `burnout_risk`, 0 to 1, and `money_per_year`, in the person's currency
    - `yes`, 1 for a yes and 0 for a no
    - `verdict`, its place in `Figures.VERDICTS`
    - `fits`, 1 if it fits into the week at any level, with its award if it has one, and 0 if not
    - `level`, the share of its effort in the plan with it

    A row that was refused has NaN in every column.
    """

    VERDICTS: ClassVar[tuple[str, ...]] = (
        "worth_it",
        "without_the_award",
        "better_elsewhere",
        "not_worth_it",
        "not_feasible",
    )
    """The verdicts in the order of their numbers."""

    refused: int
    """How many rows were refused."""

    problems: dict[int, tuple[Problem, ...]]
    """What is wrong, by row, counted from 0. The path of a problem is the name of the input.

    Not more than 10,000 problems are kept."""

    unlisted: int
    """How many problems there are besides those that were kept."""

    def __init__(
        self,
        columns: dict[str, memoryview[float]],
        rows: Sequence[int] = (),
        problems: Sequence[Problem] = (),
        refused: int = 0,
        unlisted: int = 0,
    ) -> None:
        super().__init__(columns)
        self.refused, self.unlisted = refused, unlisted
        by_row: dict[int, list[Problem]] = {}
        for row, problem in zip(rows, problems):
            by_row.setdefault(row, []).append(problem)
        self.problems = {row: tuple(own) for row, own in by_row.items()}

    def __reduce__(self) -> tuple[Any, ...]:
        columns = {name: bytes(column) for name, column in self.items()}
        return _unpickled, (columns, dict(vars(self)))

    def __repr__(self) -> str:
        rows = len(next(iter(self.values()), ()))
        return f"Figures({len(self)} columns, {rows} rows, {self.refused} refused)"


def _unpickled(columns: dict[str, bytes], said: dict[str, Any]) -> Figures:
    from array import array

    views: dict[str, Any] = {
        name: memoryview(array("d", column)).toreadonly() for name, column in columns.items()
    }
    figures = Figures(views)
    vars(figures).update(said)
    return figures


# Messages name the public module.
Figures.__module__ = "worthwhile"
