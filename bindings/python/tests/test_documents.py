"""A case as a dict, string, bytes or file, and what JSON cannot hold."""

from __future__ import annotations

import enum
import io
import json
import os
from collections import OrderedDict
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy
import pytest
import worthwhile
from conftest import CASE_FILE

CALLS = [worthwhile.assess, worthwhile.check, worthwhile.expand, worthwhile.Plan]


def problems(case: Any) -> list[tuple[str, str]]:
    with pytest.raises(worthwhile.ValidationError) as caught:
        worthwhile.assess(case)
    return [(problem.path, problem.code) for problem in caught.value.problems]


def test_all_forms_of_a_case_give_the_same_answer(case: dict[str, Any]) -> None:
    text = CASE_FILE.read_text("utf-8")
    expected = worthwhile.assess(text)
    forms: list[Any] = [case, OrderedDict(case), text.encode(), bytearray(text.encode()), CASE_FILE]
    assert all(worthwhile.assess(form) == expected for form in forms)

    class Mine(os.PathLike[str]):
        def __fspath__(self) -> str:
            return str(CASE_FILE)

    assert worthwhile.assess(Mine()) == expected


@pytest.mark.parametrize("call", CALLS)
def test_what_is_no_case_is_a_type_error(call: Any) -> None:
    for thing in (None, 3, 2.5, ["a"], {1}, object(), io.StringIO("{}")):
        with pytest.raises(TypeError, match="a case is a dict, str, bytes or path-like object, not"):
            call(thing)


@pytest.mark.parametrize("call", CALLS)
def test_a_file_that_is_not_there_is_python_s_own_error(call: Any, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        call(tmp_path / "none.json")
    assert caught.value.filename == str(tmp_path / "none.json")
    with pytest.raises(IsADirectoryError):
        call(tmp_path)


def test_files_with_odd_contents(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(b"\xef\xbb\xbf" + CASE_FILE.read_bytes())
    assert worthwhile.assess(file) == worthwhile.assess(CASE_FILE)
    file.write_bytes(b'{"name": "caf\xe9"}')
    assert problems(file) == [("", "invalid_json")]
    file.write_text("\U0001d11e" * (1024 * 1024 + 1))
    with pytest.raises(worthwhile.ValidationError, match="the document has 4194308 bytes") as caught:
        worthwhile.assess(file)
    assert [problem.code for problem in caught.value.problems] == ["too_large"]


class Priority(enum.IntEnum):
    HIGH = 8


@pytest.mark.parametrize(
    "number",
    [8, 8.0, Priority.HIGH, numpy.int64(8), numpy.float32(8), numpy.uint8(8), Fraction(8)],
    ids=lambda number: type(number).__name__,
)
def test_numbers_of_all_kinds(case: dict[str, Any], number: Any) -> None:
    case["person"]["motivations"]["enjoyment"] = number
    assert worthwhile.assess(case) == worthwhile.assess(CASE_FILE)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (float("nan"), "not_finite"),
        (float("-inf"), "not_finite"),
        (10**400, "not_finite"),
        (-(10**5000), "not_finite"),
        (numpy.float64("nan"), "not_finite"),
        ({1, 2}, "wrong_type"),
        (b"8", "wrong_type"),
        (object(), "wrong_type"),
        (Decimal(8), "wrong_type"),
        (8j, "wrong_type"),
        (numpy.bool_(True), "wrong_type"),
        (numpy.array([8]), "wrong_type"),
        (len, "wrong_type"),
        ({1: 2}, "wrong_type"),
        ("\ud800", "invalid_json"),
        ({"\ud800": 1}, "wrong_type"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isascii() else type(value).__name__,
)
def test_what_no_json_holds_is_refused_where_it_is(
    case: dict[str, Any], value: Any, code: str
) -> None:
    case["person"]["motivations"]["a/b~c"] = value
    assert problems(case) == [("/person/motivations/a~1b~0c", code)]
    case["pursuits"].insert(1, (value,))
    assert ("/pursuits/1/0", code) in problems(case)


@pytest.mark.parametrize("number", [2**53 + 1, 2**63, 2**64 + 1, 10**300, -(2**63) - 1])
def test_numbers_beyond_64_bits_are_judged_as_in_json(case: dict[str, Any], number: int) -> None:
    case["person"]["burnout_risk"] = number
    assert worthwhile.check(case) == worthwhile.check(json.dumps(case))
    assert problems(case) == [("/person/burnout_risk", "out_of_range")]


def test_keys_are_texts(case: dict[str, Any]) -> None:
    case["person"][1] = 2
    case["person"][None] = 2
    assert problems(case) == [("/person", "wrong_type")] * 2


def test_what_contains_itself_is_refused(case: dict[str, Any]) -> None:
    case["person"]["self"] = case["person"]
    case["person"]["again"] = [case, case]
    [(path, code)] = problems(case)
    assert code == "too_deep" and path.startswith("/person/self/self/self/")


def test_what_shares_its_parts_without_end_is_too_large(case: dict[str, Any]) -> None:
    shared: list[Any] = []
    for _ in range(60):
        shared = [shared, shared]
    case["note"] = shared
    assert problems(case) == [("", "too_large")]


def test_a_hundred_problems_are_listed_and_the_rest_counted(case: dict[str, Any]) -> None:
    case["note"] = [float("nan")] * 250
    found = problems(case)
    assert len(found) == 101 and found[-1] == ("", "more_problems")
    with pytest.raises(worthwhile.ValidationError, match="150 more problems are not listed"):
        worthwhile.assess(case)


def test_the_depth_that_json_may_have(case: dict[str, Any]) -> None:
    def nested(levels: int) -> dict[str, Any]:
        inner: Any = 1
        for _ in range(levels - 1):
            inner = [inner]
        return {"note": inner}

    for levels in (63, 64):
        assert worthwhile.check(nested(levels)) == worthwhile.check(json.dumps(nested(levels)))
        assert "too_deep" not in [code for _, code in problems(nested(levels))]
    assert [code for _, code in problems(nested(65))] == ["too_deep"]
    assert [code for _, code in problems(json.dumps(nested(65)))] == ["too_deep"]


def test_the_dict_is_left_as_it_was(case: dict[str, Any]) -> None:
    before = json.dumps(case)
    worthwhile.assess(case)
    worthwhile.expand(case)
    assert json.dumps(case) == before


def test_presets_of_ones_own_are_listed_and_shown() -> None:
    own = worthwhile.presets("rest") | {"id": "siesta"}
    listed = worthwhile.presets(presets=[own])["presets"]
    assert [each["id"] for each in listed] == [
        *(each["id"] for each in worthwhile.presets()["presets"]),
        "siesta",
    ]
    assert worthwhile.presets("siesta", presets=[json.dumps(own)]) == own
    with pytest.raises(worthwhile.ValidationError) as caught:
        worthwhile.presets(presets=[own | {"id": "rest"}])
    assert [(each.path, each.code) for each in caught.value.problems] == [("/id", "duplicate_id")]


def test_text_that_is_utf_16_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text("{}", "utf-16")
    with pytest.raises(worthwhile.ValidationError, match="UTF-16 text .*save it as UTF-8"):
        worthwhile.check(file)


def test_names_that_do_not_exist() -> None:
    with pytest.raises(worthwhile.WorthwhileError, match="did you mean `rest`") as caught:
        worthwhile.presets("resst")
    assert not isinstance(caught.value, worthwhile.ValidationError)
    with pytest.raises(worthwhile.WorthwhileError, match="did you mean `case`"):
        worthwhile.schema("cases")
