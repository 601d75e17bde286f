"""Tables of people: whatever they come in, everybody has the same row."""

from __future__ import annotations

import array
import datetime
import decimal
import json
import pickle
import signal
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

import duckdb
import numpy
import pandas  # type: ignore[import-untyped]
import polars
import pyarrow  # type: ignore[import-untyped]
import pytest
import worthwhile
from conftest import CASE_FILE

FREE = "/person/time/free_hours_per_week"
JOY = "/person/motivations/enjoyment"
EMPLOYER = "/person/conditions/employer_regard"

TABLE: dict[str, list[Any]] = {
    "who": [f"p{at}" for at in range(40)],
    "role": ["dev", "lead", None, "dev", "student"] * 8,
    "free": [float(2 + at % 17) if at % 6 else None for at in range(40)],
    "joy": [at % 5 + 1 for at in range(40)],
    "employer": [["no", "somewhat", "yes", None][at % 4] for at in range(40)],
}
COLUMNS: dict[str, Any] = {
    "free": FREE,
    "joy": worthwhile.Column(JOY, scale=(1, 5)),
    "employer": worthwhile.Column(
        EMPLOYER, levels={"no": 0, "somewhat": {"low": 0.2, "high": 0.6}, "yes": 1}
    ),
}


@pytest.fixture(scope="module")
def plan() -> worthwhile.Plan:
    return worthwhile.Plan(CASE_FILE)


def answered(plan: worthwhile.Plan, table: Any, **how: Any) -> dict[str, list[Any]]:
    return plan.people(table, COLUMNS, id="who", keep=["role"], **how).to_dict()


@pytest.fixture(scope="module")
def expected(plan: worthwhile.Plan) -> dict[str, list[Any]]:
    return answered(plan, TABLE)


def frame() -> Any:
    return pandas.DataFrame(TABLE)


def categories() -> Any:
    return frame().astype({"role": "category", "employer": "category"})


def nullable() -> Any:
    return frame().convert_dtypes()


def in_pieces() -> Any:
    whole = pyarrow.table(TABLE)
    return pyarrow.concat_tables([whole.slice(0, 7), whole.slice(7, 0), whole.slice(7)])


def narrow() -> Any:
    whole = pyarrow.table(TABLE)
    small = whole.set_column(3, "joy", whole["joy"].cast(pyarrow.int8()))
    large = small.set_column(4, "employer", small["employer"].cast(pyarrow.large_string()))
    views = large.set_column(1, "role", large["role"].cast(pyarrow.string_view()))
    return views.set_column(2, "free", views["free"].cast(pyarrow.float32()))


def decimals() -> Any:
    whole = pyarrow.table(TABLE)
    return whole.set_column(2, "free", whole["free"].cast(pyarrow.decimal128(9, 2)))


def as_dict(**changed: Any) -> Callable[[], Any]:
    return lambda: TABLE | changed


MISSING = [None if free is None else free for free in TABLE["free"]]
NUMBERS = numpy.array([numpy.nan if free is None else free for free in TABLE["free"]])

KINDS: dict[str, Callable[[], Any]] = {
    "pandas": frame,
    "pandas categories": categories,
    "pandas nullable": nullable,
    "polars": lambda: polars.DataFrame(TABLE),
    "polars categories": lambda: polars.DataFrame(TABLE).cast({"role": polars.Categorical}),
    "pyarrow": lambda: pyarrow.table(TABLE),
    "pyarrow batch": lambda: pyarrow.record_batch(TABLE),
    "pyarrow reader": lambda: in_pieces().to_reader(),
    "pyarrow in pieces": in_pieces,
    "pyarrow, other widths": narrow,
    "pyarrow, decimals": decimals,
    "pyarrow dictionaries": lambda: pyarrow.table(
        TABLE | {"employer": pyarrow.array(TABLE["employer"]).dictionary_encode()}
    ),
    "DuckDB": lambda: duckdb.from_arrow(pyarrow.table(TABLE)),
    "lists": lambda: TABLE,
    "tuples": lambda: {name: tuple(column) for name, column in TABLE.items()},
    "a mapping": lambda: MappingProxyType(TABLE),
    "numpy": lambda: {name: numpy.array(column, dtype=object) for name, column in TABLE.items()},
    "numpy numbers": as_dict(free=NUMBERS, joy=numpy.array(TABLE["joy"], dtype=numpy.uint8)),
    "numpy halves": as_dict(free=NUMBERS.astype(numpy.float16)),
    "numpy of another machine": as_dict(free=NUMBERS.astype(NUMBERS.dtype.newbyteorder())),
    "numpy slices": as_dict(free=numpy.repeat(NUMBERS, 2)[::2]),
    "numpy words": as_dict(who=numpy.array(TABLE["who"])),
    "numpy masked": as_dict(free=numpy.ma.masked_invalid(NUMBERS)),
    "arrays": as_dict(joy=array.array("h", TABLE["joy"])),
    "series": as_dict(free=polars.Series(TABLE["free"]), joy=pandas.Series(TABLE["joy"])),
    "chunks": as_dict(free=pyarrow.chunked_array([MISSING[:9], MISSING[9:]])),
    "NaN": as_dict(free=[float("nan") if own is None else own for own in MISSING]),
    "pandas.NA": as_dict(free=[pandas.NA if own is None else own for own in MISSING]),
    "numpy scalars": as_dict(free=[own if own is None else numpy.float32(own) for own in MISSING]),
    "decimals": as_dict(free=[own if own is None else decimal.Decimal(own) for own in MISSING]),
    "numbers as text": as_dict(free=["" if own is None else f" {own} " for own in MISSING]),
    "numbers and text": as_dict(free=["N/A" if own is None else own for own in MISSING]),
    "an iterator of keys": as_dict(who=dict.fromkeys(TABLE["who"]).keys()),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_table_gives_the_same_rows(
    kind: str, plan: worthwhile.Plan, expected: dict[str, list[Any]]
) -> None:
    assert answered(plan, KINDS[kind]()) == expected


def test_whoever_takes_tables_of_arrow_takes_people(
    plan: worthwhile.Plan, expected: dict[str, list[Any]]
) -> None:
    people = plan.people(TABLE, COLUMNS, id="who", keep=["role"])
    assert len(people) == 40 and people.columns == list(expected)
    found = people.to_arrow()
    assert found.to_pydict() == expected
    assert found.schema.field("worth").metadata == {b"unit": b"points"}
    assert polars.DataFrame(people).equals(people.to_polars())
    assert people.to_polars()["who"].to_list() == expected["who"]
    assert people.to_pandas()["worth"].tolist() == expected["worth"]
    assert duckdb.from_arrow(people.to_arrow()).count("*").fetchall() == [(40,)]
    assert people["verdict"] == expected["verdict"] and "verdict" in people.columns
    with pytest.raises(KeyError):
        people["verdikt"]


def test_the_order_and_the_size_of_blocks_do_not_matter(
    plan: worthwhile.Plan, expected: dict[str, list[Any]]
) -> None:
    whole = polars.DataFrame(TABLE)
    turned = whole.reverse()
    again = answered(plan, turned, threads=3)
    assert again == {name: column[::-1] for name, column in expected.items()}
    some = answered(plan, whole.filter(polars.col("role") == "dev"))
    places = [at for at, role in enumerate(TABLE["role"]) if role == "dev"]
    assert some == {name: [column[at] for at in places] for name, column in expected.items()}


def test_more_people_than_a_block_are_counted_through(plan: worthwhile.Plan) -> None:
    told: list[int] = []
    free = numpy.tile(numpy.linspace(1, 40, 100), 250)
    people = plan.people({"free": free}, {"free": FREE}, speed="at_the_means", progress=told.append)
    assert told == [8192, 16384, 24576, 25000] and people["row"] == list(range(25000))
    worth = people.to_arrow()["worth"].to_numpy()
    assert (worth.reshape(250, 100) == worth[:100]).all()


@pytest.mark.parametrize("speed", ["with_doubt", "at_the_means"])
def test_a_table_without_rows_has_none(plan: worthwhile.Plan, speed: Any) -> None:
    none = {name: pyarrow.array(column).slice(0, 0) for name, column in TABLE.items()}
    empty: list[Any] = [
        pyarrow.table(none),
        polars.DataFrame(TABLE).clear(),
        frame().head(0),
        none,
        pyarrow.table(none).to_reader(),
    ]
    for table in empty:
        people = plan.people(table, COLUMNS, id="who", keep="role", speed=speed)
        assert len(people) == 0 and people.to_arrow().num_rows == 0
        assert people["who"] == [] and people.share()["people"] == [0]
        assert people.share()["share"] == [None] and people.share(by="role")["people"] == [0]
        assert people.levers({"a": worthwhile.Add(FREE, 1)})["lever"] == []
    assert len(plan.people({"free": []}, {"free": FREE})) == 0


def test_ids_are_kept_as_they_are_and_may_be_nested(plan: worthwhile.Plan) -> None:
    ids: list[Any] = [2**60 + 1, 2**60 + 2, None]
    for table in ({"id": ids, "free": [3, 4, 5]}, pyarrow.table({"id": ids, "free": [3, 4, 5]})):
        people = plan.people(table, {"free": FREE}, id="id")
        assert people["id"] == ids
        assert people.answer(2**60 + 2).question == people.answer(str(2**60 + 2)).question
    table = pyarrow.table({"user": [{"id": "a", "h": {"free": 3}}, {"id": "b", "h": None}]})
    people = plan.people(table, {"user.h.free": FREE}, id="user.id")
    assert people["user.id"] == ["a", "b"] and people["unknown"] == [0, 1]
    days = [datetime.date(2024, 2, 29), datetime.date(2024, 3, 1)]
    names = [uuid.UUID(int=7), uuid.UUID(int=8)]
    people = plan.people({"id": names, "day": days, "free": [3, 4]}, {"free": FREE}, id="id", keep="day")
    assert people["id"] == [str(name) for name in names] and people["day"] == ["2024-02-29", "2024-03-01"]
    people.answer(uuid.UUID(int=8))
    kept = pyarrow.table({"day": days, "tags": [["a"], []], "free": [3, 4]})
    assert plan.people(kept, {"free": FREE}, keep=["day", "tags"])["tags"] == [["a"], []]


def test_a_kept_column_does_not_hold_on_to_the_table(plan: worthwhile.Plan) -> None:
    before = pyarrow.total_allocated_bytes()
    table = pyarrow.table({"role": TABLE["role"] * 2000, "free": [5.0] * 80000})
    people = plan.people(table, {"free": FREE}, keep="role", speed="at_the_means")
    del table
    assert pyarrow.total_allocated_bytes() <= before
    assert people["role"][:3] == ["dev", "lead", None]


def test_a_row_says_what_is_wrong_and_the_rest_are_answered(plan: worthwhile.Plan) -> None:
    free = [9, -2, float("inf"), "nine", 5]
    people = plan.people({"free": free}, {"free": FREE})
    assert [verdict is None for verdict in people["verdict"]] == [False, True, True, True, False]
    codes = [[problem["code"] for problem in own] for own in people["problems"]]
    assert codes == [[], ["out_of_range"], ["not_finite"], ["wrong_type"], []]
    [told] = people["problems"][3]
    assert told["column"] == "free" and told["input"] == FREE and "nine" not in str(told)
    shown = plan.people({"free": free}, {"free": FREE}, show_values=True)["problems"][3]
    assert "nine" in shown[0]["message"]
    redacting = worthwhile.Plan(CASE_FILE, redact=True)
    hidden = redacting.people({"free": free}, {"free": FREE}, show_values=True)["problems"][3]
    assert "nine" not in str(hidden)
    with pytest.raises(worthwhile.ValidationError) as caught:
        people.answer(1)
    assert caught.value.problems[0].path == FREE and people.share()["refused"] == [3]


def test_all_that_is_wrong_with_a_map_is_said_at_once(plan: worthwhile.Plan) -> None:
    columns: dict[str, Any] = {
        "fre": FREE,
        "joy": worthwhile.Column("/person/motivations/enjoiment", scale=(1, 5)),
    }
    with pytest.raises(worthwhile.ValidationError) as caught:
        plan.people(TABLE, columns, id="whom", keep=["roll"])
    told = {problem.path: problem.help for problem in caught.value.problems}
    assert told == {
        "/id": "did you mean `who`?",
        "/keep/0": "did you mean `role`?",
        "/columns/fre": "did you mean `free`?",
        "/columns/joy/input": "did you mean `/person/motivations/enjoyment`?",
    }


def refused(plan: worthwhile.Plan, columns: Any, **how: Any) -> list[tuple[str, str]]:
    with pytest.raises(worthwhile.ValidationError) as caught:
        plan.people(TABLE, columns, **how)
    return [(problem.path, problem.code) for problem in caught.value.problems]


def test_wrong_calls_are_refused(plan: worthwhile.Plan) -> None:
    assert refused(plan, {}) == [("/columns", "empty_list")]
    assert refused(plan, {"free": FREE}, missing="zero") == [("/missing", "unknown_value")]
    assert refused(plan, {"free": FREE}, others="kept") == [("/others", "unknown_value")]
    assert refused(plan, {"free": FREE}, speed="fast") == [("/speed", "unknown_value")]
    assert refused(plan, {"free": FREE}, scenarios=0) == [("/scenarios", "out_of_range")]
    assert refused(plan, {"free": FREE}, scenarios=1 << 20) == [("/scenarios", "over_budget")]
    assert ("/others", "unknown_field") in refused(plan, {"free": FREE}, others="refused")
    both = worthwhile.Column(FREE, scale=(1, 5), factor=2)
    assert refused(plan, {"free": both})[0] == ("/columns/free", "wrong_type")
    assert refused(plan, "{") == [("", "invalid_json")]
    wrong: list[tuple[Any, Any]] = [
        (TABLE, 3),
        (TABLE, [FREE]),
        (3, COLUMNS),
        ([TABLE], COLUMNS),
        (polars.Series([1.0]), COLUMNS),
        ({"free": "abc"}, {"free": FREE}),
        ({"free": b"abc"}, {"free": FREE}),
        ({"free": 3}, {"free": FREE}),
        ({3: [1]}, {"free": FREE}),
    ]
    for table, columns in wrong:
        with pytest.raises(TypeError):
            plan.people(table, columns)
    with pytest.raises(TypeError, match="speeed"):
        plan.people(TABLE, COLUMNS, speeed="with_doubt")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="map"):
        plan.people(TABLE, {"schema_version": 1, "columns": {"free": FREE}}, id="who")
    shapes: list[tuple[dict[str, Any], str]] = [
        ({"free": [1, 2], "joy": [1]}, "wrong_shape"),
        ({"free": numpy.ones((2, 2))}, "wrong_shape"),
        ({"free": [[1], [2]]}, "wrong_type"),
        ({"free": [object()]}, "wrong_type"),
    ]
    for given, code in shapes:
        with pytest.raises(worthwhile.ValidationError) as caught:
            plan.people(given, {"free": FREE})
        assert caught.value.problems[0].code == code


def test_a_map_may_be_a_document(
    plan: worthwhile.Plan, expected: dict[str, list[Any]], tmp_path: Path
) -> None:
    whole = {
        "schema_version": 1,
        "id": "who",
        "keep": ["role"],
        "columns": {
            "free": FREE,
            "joy": {"input": JOY, "scale": [1, 5]},
            "employer": {
                "input": EMPLOYER,
                "levels": {"no": 0, "somewhat": {"low": 0.2, "high": 0.6}, "yes": 1},
            },
        },
    }
    file = tmp_path / "map.json"
    file.write_text(json.dumps(whole))
    for columns in (whole, json.dumps(whole), json.dumps(whole).encode(), file):
        assert plan.people(TABLE, columns).to_dict() == expected
    named = plan.people({"free_hours_per_week": [9], "id": ["a"], "age": [3]})
    assert named.columns[0] == "id" and named["unknown"] == [0]
    assert named["verdict"] == plan.people({"f": [9]}, {"f": FREE})["verdict"]


def test_words_and_numbers_are_levels(plan: worthwhile.Plan) -> None:
    levels: dict[Any, Any] = {0: 0, 1.0: 0.5, True: 1}
    assert worthwhile.Column(EMPLOYER, levels=levels) == worthwhile.Column(EMPLOYER, levels=levels)
    column = worthwhile.Column(EMPLOYER, levels={0: 0, 2.5: 0.5, "x": 1})
    worth = plan.people({"e": ["0", "2.5", " X"]}, {"e": column})["worth"]
    direct = plan.people({"e": [0, 0.5, 1]}, {"e": EMPLOYER})["worth"]
    assert worth == direct
    flags = worthwhile.Column(EMPLOYER, levels={True: 1, False: 0})
    assert plan.people({"e": [True, False]}, {"e": flags})["worth"] == [direct[2], direct[0]]


def test_missing_is_what_the_call_says(plan: worthwhile.Plan) -> None:
    def joy(missing: Any, own: Any = None) -> Any:
        column = worthwhile.Column(JOY, missing=own)
        people = plan.people({"joy": [None]}, {"joy": column}, missing=missing, speed="at_the_means")
        return people["worth"][0]

    answers = plan.people({"joy": [0, 5, 8]}, {"joy": JOY}, speed="at_the_means")["worth"]
    assert joy("unknown") == joy(5) == joy({"min": 0, "mode": 5, "max": 10}) == answers[1]
    assert joy("unknown", own=8) == joy(8) == answers[2]
    assert joy("refused") is None and joy("base") is not None


def test_ctrl_c_is_heard(plan: worthwhile.Plan) -> None:
    free = numpy.tile(numpy.linspace(1, 40, 100), 20_000)
    timer = threading.Timer(0.5, signal.raise_signal, [signal.SIGINT])
    timer.start()
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        plan.people({"free": free}, {"free": FREE}, scenarios=1024)
    assert time.monotonic() - start < 60


def test_what_the_table_or_the_progress_raises_ends_it(plan: worthwhile.Plan) -> None:
    def batches() -> Iterator[Any]:
        yield pyarrow.record_batch({"free": [1.0]})
        raise RuntimeError("the disk is gone")

    schema = pyarrow.schema({"free": pyarrow.float64()})
    broken = pyarrow.RecordBatchReader.from_batches(schema, batches())
    with pytest.raises(worthwhile.ValidationError, match="the disk is gone") as caught:
        plan.people(broken, {"free": FREE})
    assert caught.value.problems[0].code == "unreadable_table"

    def stop(people: int) -> None:
        raise LookupError(people)

    with pytest.raises(LookupError, match="40"):
        plan.people(TABLE, COLUMNS, progress=stop)


def test_what_can_be_pickled_is_and_what_cannot_says_so(plan: worthwhile.Plan) -> None:
    people = plan.people(TABLE, COLUMNS, id="who")
    with pytest.raises(TypeError, match="to_arrow"):
        pickle.dumps(people)
    summary = people.summary()
    assert pickle.loads(pickle.dumps(summary)) == summary
    column = COLUMNS["joy"]
    assert pickle.loads(pickle.dumps(column)) == column != COLUMNS["employer"]


@pytest.mark.parametrize("column", [{0: 5, 1: 9}, {5, 9}, frozenset({5, 9})])
def test_a_column_has_an_order(plan: worthwhile.Plan, column: Any) -> None:
    with pytest.raises(TypeError, match="a column is a list or an array"):
        plan.people({"free": column}, {"free": FREE})


def test_ids_of_any_number_are_found(plan: worthwhile.Plan) -> None:
    ids = [1e-7, 1e23, 2.5, 7.0]
    people = plan.people({"free": [5, 6, 7, 8], "who": ids}, {"free": FREE}, id="who", speed="at_the_means")
    for own in ids:
        assert people.answer(own).question.verdict
    for none in (float("nan"), float("inf"), None, 3):
        with pytest.raises(KeyError):
            people.answer(none)


def test_a_notebook_shows_the_first_people(plan: worthwhile.Plan) -> None:
    people = plan.people({"<id>": ["<b>", *range(30)], "free": [-1] + [9] * 30}, {"free": FREE}, id="<id>")
    shown = people._repr_html_()
    assert "&lt;b&gt;" in shown and "<b>" not in shown and "31 people, the first 10" in shown
    assert repr(people) == "People(31 people, 21 columns)"
