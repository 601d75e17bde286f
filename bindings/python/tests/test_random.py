"""Whatever goes in, an answer or a `ValidationError` comes out, and nothing else."""

from __future__ import annotations

import copy
import json
from typing import Any

import worthwhile
from conftest import CASE_FILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CASE = json.loads(CASE_FILE.read_text("utf-8"))
SETTINGS = settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def keys_in(value: Any) -> set[str]:
    if isinstance(value, dict):
        return value.keys() | {key for part in value.values() for key in keys_in(part)}
    return {key for part in value for key in keys_in(part)} if isinstance(value, list) else set()


# What random cases are about does not hang on how closely they are looked at.
QUICK: dict[str, Any] = {"scenarios": 64, "levers": False}

KEYS = st.sampled_from(sorted(keys_in(CASE))) | st.text(max_size=4)
ODD = (
    st.binary(max_size=3)
    | st.complex_numbers()
    | st.sets(st.integers(), max_size=2)
    | st.just(len)
    | st.decimals()
    | st.fractions()
    | st.dates()
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=-(10**400), max_value=10**400)
    | st.floats()
    | st.text(st.characters(), max_size=8)
    | st.text(st.characters(categories=["Cs"]), max_size=2)
    | st.sampled_from(["rest", "microsoft-mvp", "career", "skills", "uniform", "EUR"])
    | ODD
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(KEYS, inner, max_size=5)
        | st.dictionaries(KEYS | st.integers() | st.none() | st.binary(max_size=2), inner, max_size=3)
    ),
    max_leaves=30,
)
DICTS = st.dictionaries(KEYS, VALUES, max_size=6)


def outcome(case: Any) -> str:
    """What every call says of a case; they agree on whether it is one."""
    try:
        answer = worthwhile.assess(case, **QUICK)
    except worthwhile.ValidationError as error:
        assert error.problems and any(problem.severity == "error" for problem in error.problems)
        assert all(problem.path == "" or problem.path.startswith("/") for problem in error.problems)
        return "refused"
    assert all(problem.severity == "warning" for problem in worthwhile.check(case))
    assert worthwhile.Plan(case).assess(**QUICK) == answer
    assert worthwhile.assess(worthwhile.expand(case), **QUICK).pursuits == answer.pursuits
    return answer.question.verdict


@SETTINGS
@given(DICTS)
def test_random_objects(case: dict[Any, Any]) -> None:
    outcome(case)


@SETTINGS
@given(st.text() | st.binary())
def test_random_texts(case: str | bytes) -> None:
    assert outcome(case) == "refused"


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value below the root."""
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    else:
        inner = []
    return [place for key, part in inner for place in ((*at, key), *places(part, (*at, key)))]


SEEN: set[str] = set()


@SETTINGS
@given(st.sampled_from(places(CASE)), VALUES | st.floats(0, 1) | st.integers(0, 10))
def test_the_example_with_a_random_value_somewhere(place: tuple[Any, ...], value: Any) -> None:
    case = copy.deepcopy(CASE)
    parent = case
    for part in place[:-1]:
        parent = parent[part]
    parent[place[-1]] = value
    SEEN.add(outcome(case))


def test_some_of_them_were_answered_and_some_refused() -> None:
    assert {"refused", "worth_it"} <= SEEN


@SETTINGS
@given(st.dictionaries(st.sampled_from([i.name for i in worthwhile.Plan(CASE).inputs]), LEAVES))
def test_random_overrides(overrides: dict[str, Any]) -> None:
    plan = worthwhile.Plan(CASE)
    try:
        answer = plan.assess(overrides=overrides, **QUICK)
    except worthwhile.ValidationError as error:
        assert error.problems
    else:
        assert answer.basis.given >= plan.assess(**QUICK).basis.given


OPTIONS = ["scenarios", "replicates", "seed", "totals", "threads", "levers", "flips"]


@SETTINGS
@given(st.dictionaries(st.sampled_from(OPTIONS), LEAVES | st.integers(0, 70), max_size=3))
def test_random_options(options: dict[str, Any]) -> None:
    how = QUICK | options
    try:
        answer = worthwhile.assess(CASE, **how)
    except worthwhile.ValidationError as error:
        assert {problem.path for problem in error.problems} <= {f"/{name}" for name in OPTIONS}
    else:
        assert answer.engine.scenarios >= (how["scenarios"] or 0)
