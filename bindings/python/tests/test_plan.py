"""Plans: inputs by name, replaced and asked again."""

from __future__ import annotations

import json
import math
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy
import pytest
import worthwhile
from conftest import CASE_FILE

FREE = "/person/time/free_hours_per_week"
SPEAKING = "/pursuits/mvp/activities/speaking/hours"


@pytest.fixture(scope="module")
def plan() -> worthwhile.Plan:
    return worthwhile.Plan(CASE_FILE)


def problems(plan: worthwhile.Plan, overrides: Any) -> list[tuple[str, str]]:
    with pytest.raises(worthwhile.ValidationError) as caught:
        plan.assess(overrides=overrides)
    return [(problem.path, problem.code) for problem in caught.value.problems]


def test_a_plan_answers_as_its_case_does(plan: worthwhile.Plan) -> None:
    expected = worthwhile.assess(CASE_FILE)
    assert plan.assess() == plan.assess(overrides=None) == plan.assess(overrides={}) == expected


def test_inputs_are_the_numbers_of_the_case(plan: worthwhile.Plan) -> None:
    inputs = {each.name: each for each in plan.inputs}
    assert len(inputs) == len(plan.inputs) == 302
    assert inputs["/person/burnout_risk"].estimate == inputs["/person/burnout_risk"].mean == 0.25
    assert inputs[SPEAKING].estimate == {"min": 6.0, "mode": 12.0, "max": 30.0}
    assert inputs[SPEAKING].mean == 14.0 and inputs[SPEAKING].unit == "hours"
    assert all(each.minimum <= each.mean <= each.maximum and each.meaning for each in plan.inputs)


def test_a_replaced_input_is_as_if_the_case_gave_it(
    plan: worthwhile.Plan, case: dict[str, Any]
) -> None:
    replaced = plan.assess(overrides={SPEAKING: 9, FREE: 11.5})
    case["pursuits"][0]["activities"][0]["hours"] = 9
    case["person"]["time"]["free_hours_per_week"] = 11.5
    asked = worthwhile.assess(case)
    # The other inputs keep the draws they had, so that both answers are of the same scenarios.
    assert replaced.basis == asked.basis and replaced.question.verdict == asked.question.verdict
    for own, other in zip(replaced.pursuits, asked.pursuits, strict=True):
        assert own.worth.mean == pytest.approx(other.worth.mean, abs=0.05)
    assert plan.assess() == worthwhile.assess(CASE_FILE)


def test_every_input_takes_its_own_mean(plan: worthwhile.Plan) -> None:
    means = {each.name: each.mean for each in plan.inputs}
    answer = plan.assess(overrides=means)
    # A number that followed another one keeps its value, and is now separate.
    assert answer.basis.given >= len(means) and answer.basis.uncertain == 0
    assert means.keys().isdisjoint(each.input for each in answer.assumptions)
    expected = {name: column[0] for name, column in plan.evaluate(numpy.array([plan.base])).items()}
    for pursuit in answer.pursuits:
        assert pursuit.worth.mean == pytest.approx(expected[f"/pursuits/{pursuit.id}/worth"], 1e-12)
    assert answer.pursuits[0].worth.sd == 0.0


def test_all_that_is_wrong_is_counted_wherever_it_is_found(plan: worthwhile.Plan) -> None:
    # Python finds what is no number, the library what no input is called.
    unknown = {f"/person/tyme/{at}": 1.0 for at in range(300)}
    overrides = {FREE: float("nan"), "/person/burnout_risk": float("inf")} | unknown
    with pytest.raises(worthwhile.ValidationError) as caught:
        plan.assess(overrides=overrides)
    found = caught.value.problems
    assert len(found) == 101 and found[-1].message == "202 more problems are not listed"
    none = {each.name: float("nan") for each in plan.inputs}
    with pytest.raises(worthwhile.ValidationError) as caught:
        plan.assess(overrides=none)
    more = f"{len(plan.inputs) - 100} more problems are not listed"
    assert caught.value.problems[-1].message == more


def test_all_that_is_wrong_with_overrides_is_said_at_once(plan: worthwhile.Plan) -> None:
    overrides = {
        "/person/burnout_risc": 0.2,
        FREE: 1e9,
        SPEAKING: math.nan,
        "/person/horizon_years": 2.5,
    }
    assert problems(plan, overrides) == [
        ("/person/burnout_risc", "unknown_item"),
        (FREE, "out_of_range"),
        (SPEAKING, "not_finite"),
        ("/person/horizon_years", "wrong_type"),
    ]


def test_overrides_are_numbers_by_name(plan: worthwhile.Plan) -> None:
    wrong = {FREE: "8", SPEAKING: True, 3: 4, "/person/burnout_risk": None}
    assert problems(plan, wrong) == [
        (FREE, "wrong_type"),
        (SPEAKING, "wrong_type"),
        ("", "wrong_type"),
        ("/person/burnout_risk", "wrong_type"),
    ]
    assert problems(plan, {FREE: 10**400}) == [(FREE, "not_finite")]
    with pytest.raises(TypeError):
        plan.assess(overrides=[(FREE, 3)])  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        plan.assess({FREE: 3})  # type: ignore[call-arg]


def test_an_override_may_be_an_estimate(plan: worthwhile.Plan, case: dict[str, Any]) -> None:
    unsure = {"low": 10, "high": 30}
    answer = plan.assess(overrides={FREE: unsure, SPEAKING: 9})
    case["person"]["time"]["free_hours_per_week"] = unsure
    case["pursuits"][0]["activities"][0]["hours"] = 9
    asked = worthwhile.assess(case)
    assert answer.basis == asked.basis
    assert answer.pursuits[0].worth.mean == pytest.approx(asked.pursuits[0].worth.mean, abs=0.5)
    wrong = {FREE: {"low": -1, "high": math.inf}, SPEAKING: {"low": 9, "high": 3}}
    assert problems(plan, wrong) == [(f"{FREE}/high", "not_finite"), (SPEAKING, "low_above_high")]


def test_numbers_have_to_go_together(plan: worthwhile.Plan) -> None:
    assert problems(plan, {FREE: 160}) == [("/person/time", "week_too_long")]
    motives = [each.name for each in plan.inputs if each.name.startswith("/person/motivations/")]
    assert problems(plan, dict.fromkeys(motives, 0)) == [("/person/motivations", "no_motivation")]


def ask_for(plan: worthwhile.Plan, hours: float) -> str:
    return plan.assess(overrides={FREE: hours}, scenarios=1024, levers=False).to_json()


def test_eight_threads_share_a_plan(plan: worthwhile.Plan) -> None:
    hours = [2 + n / 4 for n in range(32)]
    expected = [ask_for(plan, each) for each in hours]
    at_once = threading.Barrier(8)

    def ask(_: int) -> list[str]:
        at_once.wait()
        return [ask_for(plan, each) for each in hours]

    def read(answer: worthwhile.Assessment) -> str:
        at_once.wait()
        return answer.question.verdict

    with ThreadPoolExecutor(8) as pool:
        assert all(answers == expected for answers in pool.map(ask, range(8)))
        verdicts = set(pool.map(read, [plan.assess()] * 8))
    assert verdicts == {"worth_it"} and len(set(expected)) > 25


def test_other_threads_run_while_an_answer_is_computed() -> None:
    # More than 16 pursuits make a search that takes a while.
    case = json.loads(CASE_FILE.read_text("utf-8"))
    case["person"]["time"]["free_hours_per_week"] = 100
    case["pursuits"] = [
        {
            "id": f"p{n}",
            "activities": [{"kind": "work", "hours": 3 + n / 7, "per_year": 52}],
            "benefits": [{"category": "skills", "strength": 3 + n / 10}],
        }
        for n in range(20)
    ]
    plan = worthwhile.Plan(case)
    steps, done = 0, threading.Event()

    def work() -> None:
        try:
            plan.assess(levers=False)
        except worthwhile.ValidationError as error:
            assert error.problems[0].code == "too_many_mixes"
        finally:
            done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.is_set():
        steps += 1
    thread.join()
    # With the lock held the loop would not turn at all before the end.
    assert steps > 1000
