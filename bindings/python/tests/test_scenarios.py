"""Scenarios: options, samples, rows of inputs, and computations that are ended."""

from __future__ import annotations

import gc
import json
import os
import pickle
import signal
import subprocess
import sys
import time
import tracemalloc
from typing import Any

import numpy
import pytest
import worthwhile
from conftest import CASE_FILE

WORTH = "/pursuits/mvp/worth"
FREE = "/person/time/free_hours_per_week"


@pytest.fixture(scope="module")
def plan() -> worthwhile.Plan:
    return worthwhile.Plan(CASE_FILE)


def test_options_are_those_of_the_case(plan: worthwhile.Plan, case: dict[str, Any]) -> None:
    case["analysis"] = {"scenarios": 2048, "replicates": 4, "seed": 0, "totals": True}
    wished = worthwhile.assess(case)
    assert (wished.engine.scenarios, wished.engine.replicates, wished.engine.seed) == (2048, 4, 0)
    assert wished.sensitivity[0].total is not None
    options: dict[str, Any] = case["analysis"]
    assert worthwhile.assess(CASE_FILE, **options) == plan.assess(**options) == wished
    # What is asked for counts before what the case says.
    assert worthwhile.assess(case, seed=3, totals=False).engine.seed == 3
    assert worthwhile.assess(case, seed=None) == wished


def test_threads_levers_and_flips(plan: worthwhile.Plan) -> None:
    answer = plan.assess(scenarios=2048)
    assert plan.assess(scenarios=2048, threads=5) == answer and answer.levers and not answer.flips
    quick = plan.assess(scenarios=2048, levers=False)
    assert not quick.levers and not quick.question.how_much
    assert answer.engine.levers and not quick.engine.levers
    assert quick.pursuits[0].margin == answer.pursuits[0].margin
    [first, *_] = plan.assess(scenarios=2048, flips=True).flips
    changed = plan.assess(overrides={first.input: first.to}, levers=False).question
    assert (changed.base_answer or changed.answer) == first.answer


@pytest.mark.parametrize("form", ["assess", "plan"])
def test_options_are_judged_by_the_library(plan: worthwhile.Plan, form: str) -> None:
    wrong: dict[str, Any] = {
        "scenarios": 0, "replicates": 2.5, "seed": -1, "totals": 3, "threads": "2", "levers": "no",
        "flips": {1},
    }  # fmt: skip
    with pytest.raises(worthwhile.ValidationError) as caught:
        worthwhile.assess(CASE_FILE, flips={1})  # type: ignore[arg-type]
    assert [(p.path, p.code) for p in caught.value.problems] == [("/flips", "wrong_type")]
    wrong["flips"] = 1
    with pytest.raises(worthwhile.ValidationError) as caught:
        plan.assess(**wrong) if form == "plan" else worthwhile.assess(CASE_FILE, **wrong)
    assert {p.path: p.code for p in caught.value.problems} == {
        "/scenarios": "out_of_range", "/replicates": "wrong_type", "/seed": "out_of_range",
        "/totals": "wrong_type", "/threads": "wrong_type", "/levers": "wrong_type",
        "/flips": "wrong_type",
    }  # fmt: skip


def test_options_that_do_not_exist_are_type_errors(plan: worthwhile.Plan) -> None:
    calls: list[Any] = [plan.assess, plan.samples, lambda **how: worthwhile.assess(CASE_FILE, **how)]
    for call in calls:
        with pytest.raises(TypeError, match="unexpected keyword argument 'scenario'"):
            call(scenario=1024)
        with pytest.raises(TypeError):
            call(1024, 8)
    with pytest.raises(TypeError, match="unexpected keyword argument 'flips'"):
        plan.samples(flips=False)  # type: ignore[call-arg]


def test_presets_of_ones_own(case: dict[str, Any]) -> None:
    choir = worthwhile.presets("rest") | {"id": "choir", "name": "Sing in a choir"}
    case["pursuits"].append({"preset": "choir"})
    assert [problem.code for problem in worthwhile.check(case)] == ["unknown_preset"]
    assert worthwhile.check(case, presets=[choir]) == ()
    answer = worthwhile.assess(case, presets=(choir,))
    assert answer.pursuits[-1].name == "Sing in a choir"
    plan = worthwhile.Plan(case, presets=[choir])
    assert plan.assess() == pickle.loads(pickle.dumps(plan)).assess() == answer
    assert worthwhile.expand(case, presets=[choir])["pursuits"][-1]["id"] == "choir"
    with pytest.raises(worthwhile.ValidationError, match="unknown field `nam`"):
        worthwhile.assess(case, presets=[choir | {"nam": "x"}])
    for wrong in ("choir.json", choir, 3):
        with pytest.raises(TypeError):
            worthwhile.assess(case, presets=wrong)  # type: ignore[arg-type]


def test_samples_are_what_the_answer_sums_up(plan: worthwhile.Plan) -> None:
    answer, samples = plan.assess(scenarios=4096), plan.samples(scenarios=4096)
    assert len(samples) == 8 * len(answer.pursuits)
    assert samples.keys() < plan.evaluate(columns={}).keys()
    for pursuit in answer.pursuits:
        for figure in ("worth", "margin", "hours_per_week", "burnout_risk", "money_per_year"):
            column = numpy.asarray(samples[f"/pursuits/{pursuit.id}/{figure}"])
            summary = getattr(pursuit, figure)
            assert column.mean() == pytest.approx(summary.mean, abs=1e-9)
            assert column.std() == pytest.approx(summary.sd, abs=1e-9)
    certain = plan.samples(overrides={each.name: each.mean for each in plan.inputs})
    assert len(certain[WORTH]) == 1
    other = plan.samples(scenarios=4096, seed=2, replicates=2, threads=2)
    assert other[WORTH] != samples[WORTH] and len(other[WORTH]) == 4096


def test_numpy_takes_samples_without_a_copy(plan: worthwhile.Plan) -> None:
    column = plan.samples(scenarios=4096)[WORTH]
    array = numpy.asarray(column)
    assert array.dtype == numpy.float64 and array.shape == (4096,)
    assert numpy.shares_memory(array, numpy.asarray(column)) and not array.flags.owndata
    assert column.readonly and not array.flags.writeable
    assert len(column) == 4096 and list(column) == array.tolist() and column[7] == array[7]
    with pytest.raises(TypeError, match="read-only"):
        column[0] = 1.0
    # The array keeps the memory, not the plan and not the other columns.
    expected = array.copy()
    del column
    gc.collect()
    scratch = [bytes(8 * 4096) for _ in range(64)]
    assert (array == expected).all() and scratch


def test_a_column_takes_memory_once_and_gives_it_back(plan: worthwhile.Plan) -> None:
    size = 8 * 2**15
    tracemalloc.start()
    try:
        column = plan.samples(scenarios=2**15)[WORTH]
        # The other columns are gone already.
        assert size <= tracemalloc.get_traced_memory()[0] < size * 1.5
        arrays = [numpy.asarray(column) for _ in range(10)]
        assert tracemalloc.get_traced_memory()[0] < size * 1.5
        del column
        assert arrays[0].sum() == arrays[9].sum()
        assert tracemalloc.get_traced_memory()[0] >= size
        arrays.clear()
        assert tracemalloc.get_traced_memory()[0] < size / 2
    finally:
        tracemalloc.stop()


def test_rows_are_cases(plan: worthwhile.Plan) -> None:
    names = [each.name for each in plan.inputs]
    assert plan.base.tolist() == [each.mean for each in plan.inputs] and plan.base.readonly
    rows = numpy.tile(plan.base, (20, 1))
    rows[:, names.index(FREE)] = numpy.linspace(4, 30, 20)
    figures = plan.evaluate(rows)
    assert len(figures) == 12 * len(plan.assess(levers=False).pursuits) and figures.refused == 0
    certain = {each.name: each.mean for each in plan.inputs}
    for at, row in enumerate(rows):
        answer = plan.assess(overrides=certain | {FREE: row[names.index(FREE)]}, levers=False)
        own = answer.pursuits[0]
        expected = {
            "worth": own.worth.mean,
            "margin": own.margin.mean,
            "yes": float(answer.question.answer == "yes"),
            "verdict": worthwhile.Figures.VERDICTS.index(own.verdict),
            "level": own.level,
        }
        for name, value in expected.items():
            found = figures[f"/pursuits/{own.id}/{name}"][at]
            assert found == pytest.approx(value, abs=1e-9), name
    question = plan.evaluate(rows, question_only=True)
    assert len(question) == 12 and all(figures[name] == question[name] for name in question)
    # However the memory lies, it is the same table, and so it is by columns and on two threads.
    for same in (numpy.asfortranarray(rows), rows.data, numpy.repeat(rows, 2, axis=1)[:, ::2]):
        assert plan.evaluate(same) == figures
    free = rows[:, names.index(FREE)]
    assert plan.evaluate(rows, threads=2) == figures
    for column in (free, free.tolist(), numpy.repeat(free, 2)[::2], tuple(free)):
        assert plan.evaluate(columns={FREE: column}) == figures
    parts = plan.evaluate(columns={FREE: free}, question_only=True, contributions=True)
    points = [numpy.asarray(parts[name]) for name in parts if "/contributions/" in name]
    assert len(points) == 12 and sum(points) == pytest.approx(numpy.asarray(parts[WORTH]), abs=1e-9)


def test_a_table_may_be_longer_than_a_block(plan: worthwhile.Plan) -> None:
    hours = numpy.linspace(1, 40, 9001)
    hours[[5, 8999]] = numpy.nan, -3
    figures = plan.evaluate(columns={FREE: hours}, question_only=True, threads=2)
    worths = numpy.asarray(figures[WORTH])
    assert len(worths) == 9001 and numpy.flatnonzero(numpy.isnan(worths)).tolist() == [5, 8999]
    assert figures.refused == 2 and figures.unlisted == 0
    assert {row: [p.code for p in own] for row, own in figures.problems.items()} == {
        5: ["not_finite"], 8999: ["out_of_range"]
    }  # fmt: skip
    alone = plan.evaluate(columns={FREE: hours[4090:4100]}, question_only=True)
    assert numpy.asarray(alone[WORTH]).tolist() == worths[4090:4100].tolist()


def test_columns_of_other_kinds_are_converted(plan: worthwhile.Plan) -> None:
    floats = plan.evaluate(columns={FREE: [4.0, 8.0]})
    whole = numpy.array([4, 8])
    for column in ([4, 8], whole, whole.astype("float32"), whole.astype("uint8"), range(4, 12, 4)):
        assert plan.evaluate(columns={FREE: column}) == floats
    swapped = whole.astype(">f8")
    assert plan.evaluate(columns={FREE: swapped}) == floats
    with pytest.raises(BufferError):
        plan.evaluate(numpy.tile(plan.base, (2, 1)).astype(">f8"))
    for kind in (float, int):
        masked = numpy.ma.masked_array(numpy.array([4, 8], kind), mask=[False, True])
        assert plan.evaluate(columns={FREE: masked}).refused == 1
    again = pickle.loads(pickle.dumps(floats))
    assert again == floats and again.problems == floats.problems and type(again) is worthwhile.Figures
    missing = plan.evaluate(columns={FREE: [4, None]})
    assert missing.refused == 1 and missing.problems[1][0].path == FREE

    class Series(list[float]):
        def to_numpy(self) -> object:
            return numpy.array(self)

    assert plan.evaluate(columns={FREE: Series([4.0, 8.0])}) == floats


def test_an_empty_table_has_empty_columns(plan: worthwhile.Plan) -> None:
    rows = numpy.tile(plan.base, (3, 1))
    for empty in (plan.evaluate(rows[:0]), plan.evaluate(columns={FREE: []}), plan.evaluate(columns={})):
        assert len(empty) == len(plan.evaluate(rows)) and all(len(own) == 0 for own in empty.values())


def test_rows_that_are_no_rows(plan: worthwhile.Plan) -> None:
    rows = numpy.tile(plan.base, (3, 1))
    for shape in (rows.T.copy(), rows[:, 1:].copy(), rows[0], rows.reshape(-1), numpy.empty((2**40, 0))):
        with pytest.raises(worthwhile.ValidationError) as caught:
            plan.evaluate(shape)
        assert [problem.code for problem in caught.value.problems] == ["wrong_shape"]
    for columns, code in (
        ({FREE: [1.0], "/person/burnout_risk": [0.1, 0.2]}, "wrong_shape"),
        ({"/person/tyme": [1.0]}, "unknown_item"),
        ({"/person/tyme": []}, "unknown_item"),
    ):
        with pytest.raises(worthwhile.ValidationError) as caught:
            plan.evaluate(columns=columns)
        assert [problem.code for problem in caught.value.problems] == [code]
    rows[2, 17] = numpy.nan
    figures = plan.evaluate(rows)
    assert figures.refused == 1 and len(figures.problems) == 1
    [problem] = figures.problems[2]
    assert (problem.path, problem.code) == (plan.inputs[17].name, "not_finite")
    assert all(numpy.isnan(own).tolist() == [False, False, True] for own in figures.values())
    for wrong in (numpy.ones((3, len(plan.base)), int), rows.astype(numpy.float32), b"12345678"):
        with pytest.raises(BufferError):
            plan.evaluate(wrong)
    for none in (rows.tolist(), None):
        with pytest.raises(TypeError):
            plan.evaluate(none)
    every = plan.evaluate(numpy.full((2, len(plan.base)), numpy.nan))
    assert every.refused == 2 and sum(len(own) for own in every.problems.values()) == 2 * len(plan.base)
    with pytest.raises(TypeError, match="mapping"):
        plan.evaluate(columns=[(FREE, [1.0])])  # type: ignore[arg-type]
    for column in (["x"], 3.0, [[1.0]]):
        with pytest.raises(TypeError):
            plan.evaluate(columns={FREE: column})  # type: ignore[dict-item]


def test_parts_of_the_answer_can_be_had_alone(plan: worthwhile.Plan) -> None:
    how: dict[str, Any] = {"scenarios": 2048, "seed": 3}
    changed: dict[str, Any] = {"overrides": {FREE: 13}}
    for own in ({}, changed):
        answer = plan.assess(**how, **own, flips=True)
        assert plan.sensitivity(**how, **own) == answer.sensitivity
        assert plan.information(**how, **own) == answer.information
        assert plan.flips(**own) == answer.flips
    assert plan.sensitivity(**how, totals=True) == plan.assess(**how, totals=True).sensitivity
    certain = {each.name: each.mean for each in plan.inputs}
    assert plan.sensitivity(overrides=certain) == () and plan.flips(overrides=certain)
    assert plan.information(overrides=certain) is None


def test_information_about_several_inputs(plan: worthwhile.Plan) -> None:
    information = plan.information(scenarios=4096)
    assert information is not None
    first, second = [each.input for each in information.inputs[:2]]
    alone = plan.information_about([first], scenarios=4096)
    both = plan.information_about((first, second), scenarios=4096)
    assert both.input == f"{first} {second}" and both.evppi >= alone.evppi >= 0
    with pytest.raises(worthwhile.ValidationError) as caught:
        plan.information_about([first + "s", FREE + "s"])
    assert [problem.code for problem in caught.value.problems] == ["unknown_item"] * 2
    assert caught.value.problems[0].help == f"did you mean `{first}`?"
    for wrong in (first, 3, [3]):
        with pytest.raises(TypeError):
            plan.information_about(wrong)  # type: ignore[arg-type]


def busy_case() -> dict[str, Any]:
    """The example with so many pursuits that the most scenarios take many seconds."""
    case: dict[str, Any] = json.loads(CASE_FILE.read_text("utf-8"))
    presets = [preset["id"] for preset in worthwhile.presets()["presets"]]
    case["pursuits"] = [{"id": f"p{n}", "preset": presets[n % len(presets)]} for n in range(16)]
    return case


LONG = """
import sys, time, worthwhile
ROWS = 8
plan = worthwhile.Plan(sys.argv[1])
rows = memoryview(bytes(plan.base) * ROWS).cast("d", (ROWS, len(plan.base)))
plan.CALL
whole = time.process_time()
try:
    print("ready", flush=True)
    plan.CALL
finally:
    print((time.process_time() - whole) / whole, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGINT to send")
@pytest.mark.parametrize(
    "call",
    [
        "assess(scenarios=2**16, totals=True)",
        "assess(scenarios=2**16, totals=True, threads=2)",
        "samples(scenarios=2**18)",
        "sensitivity(scenarios=2**19)",
        "information(scenarios=2**19)",
        "information_about([plan.sensitivity(scenarios=64)[0].input], scenarios=2**19)",
        "evaluate(rows)",
    ],
)
def test_ctrl_c_ends_a_long_run(call: str) -> None:
    code = LONG.replace("CALL", call)
    command = [sys.executable, "-c", code, json.dumps(busy_case())]
    with subprocess.Popen(command, stdout=-1, stderr=-1, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        # Of the processor's time that the same run takes when it is left alone.
        share = float(process.stdout.read())
        assert process.stderr.read().rstrip().endswith("KeyboardInterrupt")
    assert share < 0.5
    assert process.returncode == -signal.SIGINT


def test_a_signal_s_own_exception_comes_out() -> None:
    plan = worthwhile.Plan(busy_case())
    start = time.process_time()
    plan.assess(scenarios=2**16, totals=True)
    whole = time.process_time() - start

    def ring(*_: object) -> None:
        raise TimeoutError("enough")

    before = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        start = time.process_time()
        with pytest.raises(TimeoutError, match="enough"):
            plan.assess(scenarios=2**16, totals=True)
        # Of the processor's time that the same run takes when it is left alone.
        assert time.process_time() - start < whole / 2
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert plan.assess(scenarios=1024).engine.scenarios == 1024
