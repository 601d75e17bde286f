"""What people say together, and each alone: laws that hold of every table."""

from __future__ import annotations

import math
import random
from typing import Any

import pandas  # type: ignore[import-untyped]
import pytest
import worthwhile
from conftest import CASE_FILE

FREE = "/person/time/free_hours_per_week"
JOY = "/person/motivations/enjoyment"
COLUMNS: dict[str, Any] = {"free": FREE, "joy": JOY}
PEOPLE = 300
DRAWN = random.Random(5)
TABLE: dict[str, list[Any]] = {
    "who": [f"p{at}" for at in range(PEOPLE)],
    "role": [DRAWN.choice(["dev", "lead", "student"]) for _ in range(PEOPLE)],
    "team": [f"t{at // 10}" for at in range(PEOPLE)],
    "w": [DRAWN.choice([0.5, 1, 3]) for _ in range(PEOPLE)],
    "free": [DRAWN.choice([None, 2, 5, 9, 14, 30, 900]) for _ in range(PEOPLE)],
    "joy": [DRAWN.choice([None, 0, 3, 6, 9]) for _ in range(PEOPLE)],
}
SPEEDS: list[Any] = ["with_doubt", "at_the_means"]


@pytest.fixture(scope="module")
def plan() -> worthwhile.Plan:
    return worthwhile.Plan(CASE_FILE)


@pytest.fixture(scope="module")
def people(plan: worthwhile.Plan) -> worthwhile.People:
    return plan.people(TABLE, COLUMNS, id="who", keep=["role", "team", "w"])


def test_a_row_is_what_the_plan_says_of_that_person(plan: worthwhile.Plan) -> None:
    free, joy = [9.0, 14.0, 30.0, 5.0], [6.0, 9.0, 3.0, 8.0]
    table = {"free": free, "joy": joy}
    means = plan.people(table, COLUMNS, speed="at_the_means")
    figures = plan.evaluate(columns={FREE: free, JOY: joy})
    for name in ("worth", "margin", "hours_per_week", "burnout_risk", "money_per_year", "level"):
        # Their mixes stand in a table, where felt hours are put together in another way.
        assert means[name] == pytest.approx(figures[f"/pursuits/mvp/{name}"].tolist(), rel=1e-12), name
    doubt = plan.people(table, COLUMNS, scenarios=1024)
    for at, own in enumerate(zip(free, joy, strict=True)):
        overrides = dict(zip((FREE, JOY), own, strict=True))
        answer = plan.assess(overrides=overrides, scenarios=1024)
        assert doubt["verdict"][at] == answer.question.verdict
        assert doubt["worth"][at] == pytest.approx(answer.pursuits[0].worth.mean, rel=1e-9)
        assert doubt["margin"][at] == pytest.approx(answer.pursuits[0].margin.mean, rel=1e-9)
        whole = doubt.answer(at)
        assert whole.engine.scenarios == 1024 and whole.question == answer.question


def test_what_is_unknown_is_an_estimate_in_the_answer_of_one(people: worthwhile.People) -> None:
    at = next(at for at in range(PEOPLE) if TABLE["joy"][at] is None and TABLE["free"][at] == 14)
    answer = people.answer(f"p{at}")
    assert answer.engine.scenarios == 256
    error = people["worth_se"][at] + answer.pursuits[0].worth.standard_error
    assert abs(people["worth"][at] - answer.pursuits[0].worth.mean) < 6 * error
    with pytest.raises(KeyError):
        people.answer("nobody")


@pytest.mark.parametrize("speed", SPEEDS)
def test_shares_are_those_that_one_counts(plan: worthwhile.Plan, speed: Any) -> None:
    people = plan.people(TABLE, COLUMNS, id="who", keep=["role"], weight="w", speed=speed)
    frame = people.to_pandas().assign(w=TABLE["w"])
    share = pandas.DataFrame(people.share(by="role")).set_index("role")
    for role, own in frame.groupby("role"):
        known = own.dropna(subset=["verdict"])
        yes, weight = known["yes"].astype(float), known["w"]
        mean = (yes * weight).sum() / weight.sum()
        told = share.loc[role]
        assert told["people"] == len(own) and told["refused"] == len(own) - len(known)
        assert told["share"] == pytest.approx(mean, rel=1e-12)
        residues = weight * (yes - mean)
        count = len(known)
        error = math.sqrt((residues**2).sum() * count / (count - 1)) / weight.sum()
        assert told["se_people"] == pytest.approx(error, rel=1e-9)
        assert told["low"] <= told["share"] <= told["high"]
        assert told["unknown"] == known["unknown"].sum()
        for verdict, number in known["verdict"].value_counts().items():
            assert told[verdict] == number
        if speed == "with_doubt":
            chance = (known["chance_of_yes"] * weight).sum() / weight.sum()
            assert told["shared_mean"] == pytest.approx(chance, rel=1e-9)
            assert told["shared_sd"] > 0 and told["shared_p5"] <= told["shared_p95"]
        else:
            assert math.isnan(float(told["shared_mean"] or "nan"))
        others = frame[frame["role"] != role].dropna(subset=["verdict"])
        figure = "chance_of_yes" if speed == "with_doubt" else "yes"
        own_mean, other_mean = (
            (side[figure].astype(float) * side["w"]).sum() / side["w"].sum() for side in (known, others)
        )
        assert told["against_others"] == pytest.approx(own_mean - other_mean, abs=1e-9)
        assert told["against_others_low"] <= told["against_others"] <= told["against_others_high"]
        assert told["against_others_se"] > told["se_people"]


def test_clusters_make_a_share_less_sure(plan: worthwhile.Plan) -> None:
    # Whole teams alike: as sure as one person of each team.
    free = [30 if at // 10 % 2 else 2 for at in range(PEOPLE)]
    table = TABLE | {"free": free, "joy": [9] * PEOPLE}
    how: dict[str, Any] = {"columns": COLUMNS, "speed": "at_the_means"}
    teams = plan.people(table, cluster="team", **how).share()
    one_each = plan.people({name: column[::10] for name, column in table.items()}, **how).share()
    assert teams["share"] == one_each["share"] == [0.5]
    assert teams["se_people"][0] == pytest.approx(one_each["se_people"][0], rel=1e-9)


def test_small_segments_are_left_out(people: worthwhile.People) -> None:
    whole = people.share(by=["role", "team"])
    small = people.share(by=["role", "team"], smallest_segment=4)
    assert whole["role"] == small["role"] and whole["team"] == small["team"]
    assert any(small["suppressed"]) and not all(small["suppressed"])
    for count, left_out, told in zip(whole["people"], small["suppressed"], small["people"], strict=True):
        assert left_out or count >= 4
        assert (told is None) == left_out and (left_out or told == count)


def test_groupings_stand_beside_each_other(people: worthwhile.People) -> None:
    both = people.share(by=[["role"], ["team"]])
    assert sum(people.share(by="role")["people"]) == PEOPLE
    assert sum(both["people"]) == 2 * PEOPLE
    assert [role for role in both["role"] if role] == people.share(by=["role"])["role"]
    with pytest.raises(worthwhile.ValidationError) as caught:
        people.share(by="country")
    assert [problem.code for problem in caught.value.problems] == ["unknown_item"]


LEVERS: dict[str, Any] = {
    "five more hours": worthwhile.Add(FREE, 5),
    "nothing": worthwhile.Times(FREE, 1),
    "less of it": worthwhile.Times("/pursuits/mvp/activities/*/hours", 0.75),
    "both": [worthwhile.Add(FREE, 5), worthwhile.Times("/pursuits/mvp/activities/*/hours", 0.75)],
    "as a dict": {"input": FREE, "add": 5},
}


@pytest.mark.parametrize("speed", SPEEDS)
def test_levers_compare_everybody_with_themselves(plan: worthwhile.Plan, speed: Any) -> None:
    free = [2.0, 5.0, 9.0, 12.0, 14.0, 30.0] * 20
    how: dict[str, Any] = {"columns": {"free": FREE}, "speed": speed}
    before = plan.people({"free": free}, **how)
    after = plan.people({"free": [own + 5 for own in free]}, **how)
    found = before.levers(LEVERS)
    told = {name: {key: column[at] for key, column in found.items()} for at, name in enumerate(found["lever"])}
    assert told.keys() == LEVERS.keys()
    pairs = list(zip(before["yes"], after["yes"], strict=True))
    more = told["five more hours"]
    assert more["gained"] == sum(new and not old for old, new in pairs) > 0
    assert more["lost"] == sum(old and not new for old, new in pairs)
    assert more["share_after"] == pytest.approx(sum(new for _, new in pairs) / len(pairs), rel=1e-12)
    expected = more["share_after"] - more["share_before"] if more["shared_mean"] is None else more["shared_mean"]
    assert more["change"] == pytest.approx(expected, abs=1e-12)
    assert more["low"] < more["change"] < more["high"]
    same = {key: value for key, value in told["as a dict"].items() if key != "lever"}
    assert same == {key: value for key, value in more.items() if key != "lever"}
    nothing = told["nothing"]
    assert (nothing["change"], nothing["gained"], nothing["lost"]) == (0, 0, 0)
    assert nothing["low"] == pytest.approx(-nothing["high"], abs=1e-6) and 0 < nothing["high"] < 0.5
    assert told["both"]["share_after"] >= max(more["share_after"], told["less of it"]["share_after"])
    changes = [abs(change) for change in found["change"]]
    assert changes == sorted(changes, reverse=True)


def test_columns_to_group_by_take_no_figures_place(plan: worthwhile.Plan) -> None:
    table = {"free": [3, 9, 14], "people": ["a", "b", "b"], "role": ["x", "x", "y"]}
    found = plan.people(table, {"free": FREE}, keep=["people", "role"], speed="at_the_means")
    with pytest.raises(ValueError, match="`people` is a figure of this table"):
        found.share(by="people")
    with pytest.raises(TypeError, match="`by` is a str or a list; not generator"):
        found.share(by=(name for name in ["role"]))  # type: ignore[arg-type]
    assert found.share(by="role")["role"] == ["x", "y"]


def test_levers_that_reach_nobody_are_told(plan: worthwhile.Plan) -> None:
    table = {"free": [90, 100]}
    found = plan.people(table, {"free": FREE}, speed="at_the_means")
    levers = found.levers({"far too much": worthwhile.Add(FREE, 160)})
    assert levers["lever"] == ["far too much"] and levers["refused"] == [2] and levers["change"] == [None]
    with pytest.raises(worthwhile.ValidationError, match="out of range"):
        found.levers({"more than a week": worthwhile.Set(FREE, 500)})
    for wrong in (3, [worthwhile.Add(FREE, 1)], {"a": 3}):
        with pytest.raises(TypeError, match="lever"):
            found.levers(wrong)  # type: ignore[arg-type]


def test_levers_are_documents_too_and_what_is_wrong_is_said(people: worthwhile.People) -> None:
    change = {"input": FREE, "add": 5}
    document = {"schema_version": 1, "levers": [{"name": "more", "changes": [change]}]}
    named = people.levers({"more": worthwhile.Add(FREE, 5)}, by="role")
    assert people.levers(document, by="role") == named and set(named["role"]) == set(TABLE["role"])
    assert people.levers({}) == {name: [] for name in people.levers({})}
    wrong: list[tuple[Any, str]] = [
        ({"a": worthwhile.Set("/person/burnout_risc", 1)}, "unknown_item"),
        ({"a": {"input": FREE}}, "missing_field"),
        ({"a": []}, "empty_list"),
        ({"a": worthwhile.Set(FREE, float("nan"))}, "not_finite"),
    ]
    for levers, code in wrong:
        with pytest.raises(worthwhile.ValidationError) as caught:
            people.levers(levers)
        assert caught.value.problems[0].code == code, levers
    every = people.levers()
    assert len(every["lever"]) > 20 and "quarter" in every["lever"][0]


def test_tellers_tell_yes_from_no(plan: worthwhile.Plan) -> None:
    free = [float(at % 30 + 1) for at in range(120)]
    people = plan.people({"free": free, "joy": [5] * 120}, COLUMNS, speed="at_the_means")
    told = people.tellers()
    assert told["column"] == ["free", "joy"] and told["input"] == [FREE, JOY]
    yes = [own for own, is_yes in zip(free, people["yes"], strict=True) if is_yes]
    no = [own for own, is_yes in zip(free, people["yes"], strict=True) if not is_yes]
    pairs = [(a > b) + (a == b) / 2 for a in yes for b in no]
    assert told["higher_with_yes"][0] == pytest.approx(sum(pairs) / len(pairs), rel=1e-12)
    assert told["mean_yes"][0] == pytest.approx(sum(yes) / len(yes), rel=1e-12)
    assert told["higher_with_yes"][1] == 0.5


def test_a_summary_is_a_document_and_a_page(people: worthwhile.People) -> None:
    summary = people.summary(by="role", levers=LEVERS, smallest_segment=5)
    document = summary.to_dict()
    assert document["segments"][0]["people"] == PEOPLE and len(document["segments"]) == 4
    assert summary == people.summary(by="role", levers=LEVERS, smallest_segment=5)
    assert summary != people.summary() and summary != 3
    text = summary.to_text(100)
    assert str(summary) == summary.to_text() and "five more hours" in text
    assert max(map(len, text.splitlines())) <= 100 and "300" in text
    assert summary.to_html().startswith("<!DOCTYPE html>")
    assert repr(summary).startswith("GroupSummary(300 people, ")


def test_parts_add_up_to_the_whole(plan: worthwhile.Plan, people: worthwhile.People) -> None:
    from worthwhile._worthwhile import _merged

    frame = pandas.DataFrame(TABLE)
    whole = worthwhile.GroupSummary(people._tally("role", LEVERS)).to_dict()
    for sizes in ([300], [1, 299], [100, 0, 150, 50]):
        sums, start = [], 0
        for size in sizes:
            part = plan.people(frame.iloc[start : start + size], COLUMNS, id="who", keep=["role", "team", "w"])
            sums.append(part._tally("role", LEVERS))
            start += size
        assert near(worthwhile.GroupSummary(_merged(sums)).to_dict(), whole)
    other = plan.people(frame, {"free": FREE})
    with pytest.raises(worthwhile.ValidationError) as caught:
        _merged([people._tally(None, {}), other._tally(None, {})])
    assert caught.value.problems[0].code == "wrong_shape"


def near(found: Any, whole: Any) -> bool:
    """The same, but for rounding of what is no count."""
    if isinstance(whole, dict):
        return found.keys() == whole.keys() and all(near(found[key], whole[key]) for key in whole)
    if isinstance(whole, list):
        return len(found) == len(whole) and all(map(near, found, whole))
    if isinstance(whole, float):
        return bool(found == pytest.approx(whole, rel=1e-12, abs=1e-12))
    return bool(found == whole)
