"""`worthwhile.spark` on a local Spark: the same as without it, however the table is divided."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import worthwhile
from conftest import CASE_FILE
from worthwhile import spark as on_spark

pytestmark = pytest.mark.spark

FREE = "/person/time/free_hours_per_week"
JOY = "/person/motivations/enjoyment"
COLUMNS: dict[str, Any] = {
    "free": FREE,
    "said.joy": worthwhile.Column(JOY, levels={"no": 0, "some": {"low": 2, "high": 6}, "much": 9}),
}
HOW: dict[str, Any] = {"id": "who", "keep": ["role", "born"], "weight": "w", "scenarios": 64}
DDL = "who string, role string, born date, w double, free double, said struct<joy: string>"
PEOPLE = 600
LEVERS: dict[str, Any] = {
    "five more hours": worthwhile.Add(FREE, 5),
    "less of it": worthwhile.Times("/pursuits/mvp/activities/*/hours", 0.75),
}


def rows() -> list[tuple[Any, ...]]:
    import datetime

    born = datetime.date(1980, 1, 1)
    free = [None, -2.0, 3.0, 9.0, 14.0, 30.0, 5.5]
    joy = ["no", "much", "some", None, "great"]
    return [
        (
            f"p{at}",
            ["dev", "lead", None][at % 3],
            born + datetime.timedelta(days=at),
            1 + at % 4 / 2,
            free[at % 7],
            (joy[at % 11 % 5],),
        )
        for at in range(PEOPLE)
    ]


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession  # type: ignore[import-not-found, unused-ignore]

    builder = SparkSession.builder.master("local[2]").appName("worthwhile")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "3",
        # So that a partition has several batches.
        "spark.sql.execution.arrow.maxRecordsPerBatch": "50",
    }.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def table(session: Any) -> Any:
    return session.createDataFrame(rows(), DDL)


@pytest.fixture(scope="module")
def plan() -> worthwhile.Plan:
    return worthwhile.Plan(CASE_FILE)


@pytest.fixture(scope="module")
def people(plan: worthwhile.Plan, table: Any) -> worthwhile.People:
    """The same people without Spark."""
    return plan.people(table.toArrow(), COLUMNS, **HOW)


def test_everybody_has_the_row_that_they_have_without_spark(
    table: Any, plan: worthwhile.Plan, people: worthwhile.People
) -> None:
    for divided in (table.coalesce(1), table.repartition(7)):
        found = on_spark.people(divided, plan, COLUMNS, **HOW)
        assert found.columns == people.columns
        assert found.schema == on_spark.schema(table, plan, COLUMNS, **HOW)
        rows = {row["who"]: row.asDict(recursive=True) for row in found.collect()}
        expected = {row["who"]: row for row in people.to_arrow().to_pylist()}
        assert rows == expected
    assert {row["born"].year for row in rows.values()} == {1980, 1981}
    codes = {problem["code"] for row in rows.values() for problem in row["problems"]}
    assert codes == {"out_of_range", "unknown_value"}


def near(found: dict[str, list[Any]], expected: dict[str, list[Any]]) -> bool:
    """Counts and words are the same to the last bit, means but for rounding."""
    assert found.keys() == expected.keys()
    for name, column in expected.items():
        for own, other in zip(found[name], column, strict=True):
            same = own == pytest.approx(other, rel=1e-12, abs=1e-12) if isinstance(other, float) else own == other
            assert same, (name, own, other)
    return True


def test_sums_do_not_depend_on_how_the_table_is_divided(
    table: Any, plan: worthwhile.Plan, people: worthwhile.People
) -> None:
    how: dict[str, Any] = {"by": "role", "smallest_segment": 3}
    share, levers = people.share(**how), people.levers(LEVERS, **how)
    assert len(share["share"]) == 3 and any(levers["gained"])
    for partitions in (1, 2, 13):
        divided = table.repartition(partitions)
        assert near(on_spark.share(divided, plan, COLUMNS, **how, **HOW), share)
        assert near(on_spark.levers(divided, plan, COLUMNS, LEVERS, **how, **HOW), levers)
    whole = on_spark.summary(table, CASE_FILE, COLUMNS, **HOW).to_dict()
    assert near({"people": [whole["segments"][0]["people"]]}, {"people": [PEOPLE]})
    assert [own["column"] for own in whole["tellers"]] == people.tellers()["column"]


def test_tables_and_partitions_without_rows_pass(
    session: Any, table: Any, plan: worthwhile.Plan
) -> None:
    none = table.where("free > 1000")
    assert on_spark.people(none, plan, COLUMNS, **HOW).count() == 0
    share = on_spark.share(none, plan, COLUMNS, by="role", **HOW)
    assert share["people"] == [0] and share["share"] == [None]
    few = table.where("who = 'p4'").repartition(5)
    assert on_spark.share(few, plan, COLUMNS, **HOW)["people"] == [1]
    empty = list(on_spark.in_arrow(plan, COLUMNS, **HOW)(iter([table.toArrow().to_batches()[0].slice(0, 0)])))
    assert sum(batch.num_rows for batch in empty) == 0


def test_without_ids_there_is_no_number_of_the_row(table: Any, plan: worthwhile.Plan) -> None:
    found = on_spark.people(table, plan, {"free": FREE}, speed="at_the_means")
    assert found.columns[0] == "speed" and found.count() == PEOPLE


def test_what_is_wrong_is_said_before_anything_runs(table: Any, plan: worthwhile.Plan) -> None:
    calls = (on_spark.people, on_spark.share, on_spark.levers)
    for call in calls:
        with pytest.raises(worthwhile.ValidationError) as caught:
            call(table, plan, {"fre": FREE})
        assert caught.value.problems[0].help == "did you mean `free`?"
    with pytest.raises(worthwhile.ValidationError):
        on_spark.share(table, plan, COLUMNS, by="country", **HOW)
    with pytest.raises(worthwhile.ValidationError):
        on_spark.levers(table, plan, COLUMNS, {"a": worthwhile.Set("/person/burnout", 1)}, **HOW)


def test_the_error_of_a_worker_has_the_text_of_the_problem(table: Any, plan: worthwhile.Plan) -> None:
    good = on_spark.schema(table, plan, COLUMNS, **HOW)
    broken = table.mapInArrow(on_spark.in_arrow(plan, {"fre": FREE}), good)
    with pytest.raises(Exception, match="did you mean `free`"):
        broken.collect()
