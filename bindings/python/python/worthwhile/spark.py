"""Tables of people on Spark: answered where they lie, and shares of all of them.

It needs PySpark and pyarrow where it is called, and the package on every worker.

The functions take a `pyspark.sql.DataFrame`, a plan and a map as `Plan.people` has them. They give the same
result however Spark divides the table: a person's row depends on the person alone, and sums of parts are
added up.
"""

from __future__ import annotations

from ._summary import GroupSummary, groupings_of, levers_of, share_of
from ._worthwhile import Plan, _answered, _merged

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from ._map import _Columns, _Levers
    from ._summary import _By
    from ._worthwhile import _Group

    _Case = Any

__all__ = ["in_arrow", "levers", "people", "schema", "share", "summary"]


def people(df: Any, plan: Plan | _Case, columns: _Columns, **how: Any) -> Any:
    """Answers a table of people, where they lie.

    Args:
        df: A `pyspark.sql.DataFrame`.
        plan: A plan, or a case.
        columns: As in `Plan.people`: a dict from columns to inputs, or a whole map.
        how: The keywords of `Plan.people`, but for `progress`.

    Returns:
        A `pyspark.sql.DataFrame` with a row a person, and the columns of `worthwhile.People`. There is no
        column `row` where no column names people, since the rows of Spark have no order.

    Raises:
        ValidationError: As `Plan.people`. What a worker raises has the text of the problem in it.
    """
    plan = _plan(plan)
    of = schema(df, plan, columns, **how)
    return df.mapInArrow(in_arrow(plan, columns, **how), of)


def schema(df: Any, plan: Plan | _Case, columns: _Columns, **how: Any) -> Any:
    """The schema of what `people` gives: a `pyspark.sql.types.StructType`.

    Args:
        df: A `pyspark.sql.DataFrame`.
        plan: A plan, or a case.
        columns: As in `Plan.people`.
        how: The keywords of `Plan.people`, but for `progress`.

    Raises:
        ValidationError: As `Plan.people`.
    """
    from pyspark.sql.pandas.types import from_arrow_schema  # type: ignore[import-not-found, unused-ignore]

    group = _plan(plan)._group(_arrow_schema(df), columns, **how)
    return from_arrow_schema(_plain_schema(group))


def in_arrow(plan: Plan | _Case, columns: _Columns, **how: Any) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """What `mapInArrow` takes to answer people: a function of record batches.

    Args:
        plan: A plan, or a case.
        columns: As in `Plan.people`.
        how: The keywords of `Plan.people`, but for `progress`.
    """
    plan = _plan(plan)

    def answered(batches: Iterator[Any]) -> Iterator[Any]:
        group: _Group | None = None
        for batch in batches:
            group = group or plan._group(batch.schema, columns, **how)
            yield from _plain(group, _answered(group, batch))

    return answered


def share(
    df: Any,
    plan: Plan | _Case,
    columns: _Columns,
    *,
    by: _By = None,
    smallest_segment: int | None = None,
    **how: Any,
) -> dict[str, list[Any]]:
    """For what share of a table of people it is worth it, and how sure that is.

    Args:
        df: A `pyspark.sql.DataFrame`.
        plan: A plan, or a case.
        columns: As in `Plan.people`.
        by: As in `People.share`.
        smallest_segment: As in `People.share`.
        how: The keywords of `Plan.people`, but for `progress`.

    Returns:
        As `People.share`. Counts are the same however the table is divided, and means but for rounding.

    Raises:
        ValidationError: As `Plan.people` and `People.share`.
    """
    found = summary(df, plan, columns, by=by, smallest_segment=smallest_segment, **how)
    return share_of(found.to_dict(), groupings_of(by))


def levers(
    df: Any,
    plan: Plan | _Case,
    columns: _Columns,
    levers: _Levers = None,
    *,
    by: _By = None,
    smallest_segment: int | None = None,
    **how: Any,
) -> dict[str, list[Any]]:
    """What could be different for everybody, and what it does to the share of yes.

    Args:
        df: A `pyspark.sql.DataFrame`.
        plan: A plan, or a case.
        columns: As in `Plan.people`.
        levers: As in `People.levers`.
        by: As in `People.share`.
        smallest_segment: As in `People.share`.
        how: The keywords of `Plan.people`, but for `progress`.

    Returns:
        As `People.levers`.

    Raises:
        ValidationError: As `Plan.people` and `People.levers`.
    """
    found = GroupSummary(_sums(df, plan, columns, by, levers, how), smallest_segment)
    return levers_of(found.to_dict(), groupings_of(by))


def summary(
    df: Any,
    plan: Plan | _Case,
    columns: _Columns,
    *,
    by: _By = None,
    levers: _Levers = None,
    smallest_segment: int | None = None,
    **how: Any,
) -> GroupSummary:
    """What a table of people says as a whole. Each partition is summed up where it lies.

    Args:
        df: A `pyspark.sql.DataFrame`.
        plan: A plan, or a case.
        columns: As in `Plan.people`.
        by: As in `People.share`.
        levers: As in `People.levers`; if omitted, none.
        smallest_segment: As in `People.share`.
        how: The keywords of `Plan.people`, but for `progress`.

    Returns:
        As `People.summary`.

    Raises:
        ValidationError: As `Plan.people`, `People.share` and `People.levers`.
    """
    sums = _sums(df, plan, columns, by, {} if levers is None else levers, how)
    return GroupSummary(sums, smallest_segment)


def _sums(
    df: Any, plan: Plan | _Case, columns: _Columns, by: _By, levers: _Levers, how: dict[str, Any]
) -> str:
    """The sums of all people, as text."""
    from ._people import People

    plan = _plan(plan)
    # Nobody, so that what is wrong is raised here, and a table without rows has a summary.
    nobody = _arrow_schema(df).empty_table()
    group = plan._group(nobody.schema, columns, **how)
    none = People(_answered(group, nobody))._tally(by, levers)

    def summed(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow  # type: ignore[import-untyped, import-not-found, unused-ignore]

        group: _Group | None = None
        sums: list[str] = []
        for batch in batches:
            group = group or plan._group(batch.schema, columns, **how)
            sums = [_merged([*sums, People(_answered(group, batch))._tally(by, levers)])]
        yield pyarrow.record_batch([pyarrow.array(sums, pyarrow.string())], ["sums"])

    parts = df.mapInArrow(summed, "sums string").collect()
    return _merged([none, *(row.sums for row in parts)])


def _plan(plan: Plan | _Case) -> Plan:
    return plan if isinstance(plan, Plan) else Plan(plan)


def _arrow_schema(df: Any) -> Any:
    from pyspark.sql.pandas.types import to_arrow_schema  # type: ignore[import-not-found, unused-ignore]

    return to_arrow_schema(df.schema)


def _plain_schema(group: _Group) -> Any:
    """The schema of what a group answers, in types that Spark has, and without the number of the row."""
    import pyarrow  # type: ignore[import-untyped, import-not-found, unused-ignore]

    fields = [
        field.with_type(field.type.value_type) if pyarrow.types.is_dictionary(field.type) else field
        for field in pyarrow.schema(group.schema)
    ]
    return pyarrow.schema(fields if group.has_id else fields[1:])


def _plain(group: _Group, people: Any) -> Iterator[Any]:
    """Record batches of that schema."""
    import pyarrow  # type: ignore[import-untyped, import-not-found, unused-ignore]

    table = pyarrow.table(people)
    yield from (table if group.has_id else table.drop_columns(table.column_names[0])).cast(
        _plain_schema(group)
    ).to_batches()
