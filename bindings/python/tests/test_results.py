"""Answers: their attributes are the document, and they behave like values."""

from __future__ import annotations

import array
import copy
import json
import pickle
from multiprocessing import get_context
from typing import Any

import pytest
import worthwhile
from conftest import CASE_FILE

VALUES = (
    worthwhile.AsPlanned, worthwhile.Assessment, worthwhile.Assumption, worthwhile.AwardSummary,
    worthwhile.Basis, worthwhile.Contribution, worthwhile.Engine, worthwhile.Flip,
    worthwhile.HowMuch, worthwhile.Information, worthwhile.Input, worthwhile.InputInformation,
    worthwhile.LedgerSummary, worthwhile.Lever, worthwhile.PersonSummary, worthwhile.PlanSummary,
    worthwhile.PlannedPursuit, worthwhile.Probabilities, worthwhile.ProbabilityErrors,
    worthwhile.Problem, worthwhile.Provenance, worthwhile.PursuitAssessment, worthwhile.Question,
    worthwhile.Remark, worthwhile.Sensitivity, worthwhile.Summary, worthwhile.Swing,
    worthwhile.WithoutAny, worthwhile.YearSummary,
)  # fmt: skip


def attributes(value: Any) -> list[str]:
    names = (name for name in dir(type(value)) if not name.startswith("_"))
    return [name for name in names if not callable(getattr(value, name))]


def compare(value: Any, document: Any, seen: set[type]) -> None:
    """The attributes of a value are the members of an object, no more and no fewer."""
    if isinstance(value, tuple):
        assert len(value) == len(document)
        for part, member in zip(value, document, strict=True):
            compare(part, member, seen)
    elif isinstance(value, VALUES):
        seen.add(type(value))
        assert value.to_dict() == document and value.to_dict() is not value.to_dict()
        if isinstance(value, worthwhile.Remark):
            rest = {name: part for name, part in document.items() if name not in ("kind", "text")}
            document = {"data": rest, "kind": document["kind"], "text": document["text"]}
        # `from` is a word of Python's own. Empty tuples stand for lists that may be absent.
        members = {name: name.rstrip("_") for name in attributes(value)}
        absent = [name for name in members if members[name] not in document]
        assert all(getattr(value, name) in (None, ()) for name in absent), type(value)
        assert document.keys() <= set(members.values()), type(value)
        for name in members.keys() - set(absent):
            compare(getattr(value, name), document[members[name]], seen)
    else:
        assert value == document and type(value) is type(document)


def test_attributes_are_the_document() -> None:
    answer = worthwhile.assess(CASE_FILE, scenarios=1024, totals=True, flips=True)
    seen: set[type] = set()
    compare(answer, answer.to_dict(), seen)
    assert seen == set(VALUES) - {worthwhile.Problem, worthwhile.Input}


def test_every_property_of_the_schema_is_an_attribute() -> None:
    schema = worthwhile.schema("assessment")
    names = {"Reason": "Remark", "Warning": "Remark", "Verdict": None}
    for name, body in {"Assessment": schema, **schema["$defs"]}.items():
        python = getattr(worthwhile, names.get(name, name) or "", None)
        if python is not None and "properties" in body and python is not worthwhile.Remark:
            missing = body["properties"].keys() - {each.rstrip("_") for each in dir(python)}
            assert not missing, f"{name} has no {missing}"


def test_a_case_without_doubt_has_no_parts_about_it(case: dict[str, Any]) -> None:
    inputs = worthwhile.Plan(case).inputs
    answer = worthwhile.Plan(case).assess(overrides={each.name: each.mean for each in inputs})
    compare(answer, answer.to_dict(), set())
    asked = answer.pursuits[0]
    assert answer.question.confidence is None and asked.confidence is None
    assert answer.question.chance_of_yes is None and answer.question.base_answer is None
    assert asked.probabilities is None and asked.rank_acceptability == asked.margin_quantiles == ()
    assert answer.without_any is None and answer.information is None
    assert answer.sensitivity == () and answer.levers and answer.question.how_much


def test_json_dict_and_equality(case: dict[str, Any]) -> None:
    answer, again = worthwhile.assess(case), worthwhile.assess(CASE_FILE)
    assert json.loads(answer.to_json()) == answer.to_dict()
    assert answer == again and hash(answer) == hash(again) and answer != "an answer"
    assert answer.pursuits == again.pursuits
    case["person"]["time"]["free_hours_per_week"] = 3
    other = worthwhile.assess(case)
    assert other != answer and other.question != answer.question
    assert answer.engine == other.engine


def test_repr_is_short_and_says_what_it_is() -> None:
    answer = worthwhile.assess(CASE_FILE)
    assert repr(answer).startswith("Assessment(question=Question(pursuit='mvp', text=")
    assert repr(answer.pursuits[0].worth).startswith("Summary(mean=")
    plan = worthwhile.Plan(CASE_FILE)
    assert repr(plan) == f"Plan({len(plan.inputs)} inputs)"
    assert all(len(repr(part)) < 400 for part in (*answer.pursuits, *answer.warnings, answer.basis))


def test_str_is_the_text_answer() -> None:
    answer = worthwhile.assess(CASE_FILE)
    assert str(answer).startswith("Is going for Microsoft MVP worth it to you?\n\n")
    assert max(map(len, str(answer).splitlines())) <= 80


def test_values_cannot_be_changed() -> None:
    answer = worthwhile.assess(CASE_FILE)
    for value in (answer, answer.question, answer.pursuits[0].worth, worthwhile.Plan(CASE_FILE)):
        with pytest.raises(AttributeError):
            value.name = 3  # type: ignore[union-attr]
        for name in attributes(value):
            with pytest.raises(AttributeError):
                setattr(value, name, 3)
            with pytest.raises(AttributeError):
                delattr(value, name)


def test_what_a_value_gives_is_a_copy() -> None:
    answer = worthwhile.assess(CASE_FILE)
    [assumed, *_] = (each for each in answer.assumptions if isinstance(each.value, dict))
    [problem] = worthwhile.check(CASE_FILE.read_text("utf-8").replace('"rest"', '"resst"'))
    before = (problem.to_dict(), assumed.to_dict(), answer.to_json(), answer.to_dict())
    assert problem.data is not None and isinstance(assumed.value, dict)
    problem.data["allowed"].append("x")
    assumed.value["low"] = 3
    for remark in answer.warnings:
        for part in remark.data.values():
            if isinstance(part, list):
                part.clear()
    answer.to_dict()["pursuits"].clear()
    assert (problem.to_dict(), assumed.to_dict(), answer.to_json(), answer.to_dict()) == before


def every_value(value: Any) -> list[Any]:
    if isinstance(value, tuple):
        return [each for part in value for each in every_value(part)]
    if not isinstance(value, VALUES):
        return []
    return [value, *(each for name in attributes(value) for each in every_value(getattr(value, name)))]


def test_every_value_pickles_and_copies() -> None:
    answer = worthwhile.assess(CASE_FILE, flips=True)
    values = [
        *every_value(answer),
        *every_value(worthwhile.Plan(CASE_FILE).inputs),
        *worthwhile.check('{"schema_version": 2, "persn": 3}'),
    ]
    assert {type(value) for value in values} == set(VALUES)
    for value in values:
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(value, protocol)) == value
        assert copy.copy(value) == value and copy.deepcopy(value) == value
    assert str(pickle.loads(pickle.dumps(answer))) == str(answer)


def test_plans_pickle_and_copy() -> None:
    plan = worthwhile.Plan(CASE_FILE)
    for other in (pickle.loads(pickle.dumps(plan)), copy.copy(plan), copy.deepcopy(plan)):
        assert other.inputs == plan.inputs and other.assess() == plan.assess()


def test_a_pickle_of_another_release_is_a_value_error() -> None:
    answer = worthwhile.assess(CASE_FILE)
    pickled = pickle.dumps(answer.engine, 0)
    assert b"Vversion" in pickled
    with pytest.raises(ValueError, match="not a document of this release: it has no version"):
        pickle.loads(pickled.replace(b"Vversion", b"Vversoin"))
    # An answer parses its document when an attribute is first read.
    other = pickle.loads(pickle.dumps(answer, 0).replace(b'"engine"', b'"engien"'))
    with pytest.raises(ValueError, match="not a document of this release: it has no engine"):
        print(other.question)


def refused(text: str) -> worthwhile.ValidationError:
    try:
        worthwhile.assess(text)
    except worthwhile.ValidationError as error:
        return error
    raise AssertionError("it was accepted")


def raising(text: str) -> None:
    worthwhile.assess(text)


BAD = '{"schema_version": 1, "persn": {}, "pursuits": [{"preset": "resst"}]}'


def check_same(error: worthwhile.ValidationError, other: worthwhile.ValidationError) -> None:
    assert type(other) is worthwhile.ValidationError
    assert other.problems == error.problems and str(other) == str(error)
    assert other.args == error.args and len(other.problems) == 3


def test_validation_errors_pickle_and_copy() -> None:
    error = refused(BAD)
    error.add_note("while reading a form")
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        check_same(error, pickle.loads(pickle.dumps(error, protocol)))
    check_same(error, copy.copy(error))
    check_same(error, copy.deepcopy(error))
    assert copy.copy(error).__notes__ == ["while reading a form"]


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_answers_and_errors_cross_processes(method: str) -> None:
    with get_context(method).Pool(1) as pool:
        assert pool.map(worthwhile.assess, [CASE_FILE]) == [worthwhile.assess(CASE_FILE)]
        with pytest.raises(worthwhile.ValidationError) as caught:
            pool.map(raising, [BAD])
    check_same(refused(BAD), caught.value)


def test_the_text_of_a_refusal_names_every_problem() -> None:
    error = refused(BAD)
    assert isinstance(error, ValueError) and isinstance(error, worthwhile.WorthwhileError)
    lines = str(error).splitlines()
    assert len(lines) == 3
    assert lines[1] == "/persn: unknown field `persn` [unknown_field]; did you mean `person`?"
    assert "Traceback" not in str(error) and "panicked" not in str(error)


def test_a_page_can_be_wider_and_explain_every_pursuit() -> None:
    answer = worthwhile.assess(CASE_FILE, scenarios=512, levers=False)
    assert answer.to_text() == str(answer)
    wide = answer.to_text(width=1000)
    assert 80 < max(map(len, wide.splitlines())) <= 120
    narrow = answer.to_text(width=-3)
    assert max(map(len, narrow.splitlines())) <= 60
    assert len(answer.to_text(all=True)) > 2 * len(str(answer))
    brief = answer.to_text(brief=True)
    assert brief.startswith("Yes") and brief in str(answer)
    assert answer.question.in_brief[0] in brief.replace("\n", " ")


def test_a_report_is_one_file_and_a_cell_is_a_part_of_a_page() -> None:
    answer = worthwhile.assess(CASE_FILE, scenarios=512, levers=False)
    html, part = answer.to_html(), answer._repr_html_()
    assert html.startswith("<!DOCTYPE html>") and html.rstrip().endswith("</html>")
    assert part.startswith('<div class="worthwhile"') and part.rstrip().endswith("</div>")
    assert "<script" not in html + part and "<html" not in part
    assert len(answer.to_html(all=True)) > len(html)
    assert str(answer).splitlines()[0] in html


def test_a_report_in_markdown_begins_with_the_question() -> None:
    answer = worthwhile.assess(CASE_FILE, scenarios=512, levers=False)
    text = answer.to_markdown()
    assert text.startswith(f"# {str(answer).splitlines()[0]}\n")
    assert len(answer.to_markdown(all=True)) > 2 * len(text)
    assert pickle.loads(pickle.dumps(answer)).to_markdown() == text


def test_problems_can_be_told_without_the_values() -> None:
    case = json.loads(CASE_FILE.read_text())
    case["person"]["motivations"] = {"learning": 4711, "my secret": 3}
    plain = worthwhile.check(case)
    told = worthwhile.check(case, redact=True)
    assert [own.code for own in told] == [own.code for own in plain]
    assert "4711" in str(plain) and "secret" in str(plain)
    assert "4711" not in str(told) and "secret" not in str(told)
    for call in (worthwhile.assess, worthwhile.expand, worthwhile.Plan):
        with pytest.raises(worthwhile.ValidationError) as caught:
            call(case, redact=True)
        assert "4711" not in str(caught.value) and "secret" not in repr(caught.value.problems)
        assert "/person/motivations/learning" in str(caught.value)


def test_a_plan_that_redacts_does_so_in_everything() -> None:
    plan = pickle.loads(pickle.dumps(worthwhile.Plan(CASE_FILE, redact=True)))
    with pytest.raises(worthwhile.ValidationError) as caught:
        plan.assess(overrides={"/person/discount_rate": 4711, "my secret": 1})
    assert "4711" not in str(caught.value) and "secret" not in str(caught.value)
    row = [4711e9] * len(plan.inputs)
    with pytest.raises(worthwhile.ValidationError) as caught:
        plan.evaluate(array.array("d", row))
    assert "4711" not in str(caught.value)
