"""Every vector through Python, compared with the bytes of the command line."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import vectors
import worthwhile
from vectors import Vector

REFUSED = 3


def call(name: str, case: Any, other: Any = None) -> tuple[Any, list[dict[str, Any]] | None]:
    """What Python says: an answer, or the problems."""
    try:
        if name == "check":
            return None, [problem.to_dict() for problem in worthwhile.check(case)]
        if name == "expand":
            return worthwhile.expand(case), None
        if name == "ask":
            return worthwhile.ask(case), None
        if name == "compare":
            return worthwhile.compare(case, other).to_json(), None
        return worthwhile.assess(case).to_json(), None
    except worthwhile.ValidationError as error:
        assert error.problems and str(error).count("\n") == len(error.problems) - 1
        return None, [problem.to_dict() for problem in error.problems]


def told(cli: Path, vector: Vector, folder: Path) -> subprocess.CompletedProcess[bytes]:
    if vector.call == "ask":
        command = [str(cli), "ask", "--questions", "-"]
        return subprocess.run(command, input=vector.text.encode(), capture_output=True, check=False)
    json_too = [] if vector.call == "expand" else ["--format", "json"]
    other = folder / "other.json"
    other.write_text(json.dumps(vector.other), "utf-8")
    beside = [str(other)] if vector.call == "compare" else []
    command = [str(cli), vector.call, "-", *beside, *json_too]
    return subprocess.run(command, input=vector.text.encode(), capture_output=True, check=False)


@pytest.mark.parametrize("vector", vectors.load(), ids=lambda vector: vector.name)
def test_vector(vector: Vector, cli: Path, tmp_path: Path) -> None:
    answer, problems = call(vector.call, vector.text, vector.other)
    program = told(cli, vector, tmp_path)
    if problems is not None:
        vectors.check_problems(vector, problems)
        if vector.call == "expand":
            assert program.returncode == REFUSED
        elif [problem["code"] for problem in problems] != ["too_large"]:
            # The program stops reading one byte above the limit, so it counts fewer bytes.
            assert json.dumps(problems) == json.dumps(json.loads(program.stdout)["problems"])
    elif vector.call in ("expand", "ask"):
        vectors.check_answer(vector, answer)
        assert json.dumps(answer) == json.dumps(json.loads(program.stdout))
    else:
        vectors.check_answer(vector, json.loads(answer))
        assert program.stdout == answer.encode() + b"\n"
    assert call(vector.call, vector.text.encode(), vector.other) == (answer, problems)
    if isinstance(vector.document, dict):
        assert call(vector.call, vector.document, vector.other) == (answer, problems)


def test_the_text_answer_is_the_program_s(cli: Path, case: dict[str, Any]) -> None:
    command = [str(cli), "assess", "-"]
    text = json.dumps(case).encode()
    program = subprocess.run(command, input=text, capture_output=True, check=True)
    assert program.stdout == str(worthwhile.assess(case)).encode()


def test_options_are_the_program_s(cli: Path, case: dict[str, Any]) -> None:
    options = ["--scenarios", "1000", "--seed", "3", "--totals", "--threads", "2"]
    command = [str(cli), "assess", "-", "--format", "json", *options]
    program = subprocess.run(command, input=json.dumps(case).encode(), capture_output=True, check=True)
    answer = worthwhile.assess(case, scenarios=1000, seed=3, totals=True, threads=2)
    assert program.stdout == answer.to_json().encode() + b"\n"
    assert answer != worthwhile.assess(case, scenarios=1000, seed=3)


@pytest.mark.parametrize("name", [None, "rest"])
def test_presets_are_the_program_s(cli: Path, name: str | None) -> None:
    command = [str(cli), "presets", *([name] if name else []), "--format", "json"]
    program = subprocess.run(command, capture_output=True, check=True)
    assert json.dumps(worthwhile.presets(name)) == json.dumps(json.loads(program.stdout))


@pytest.mark.parametrize("name", ["case", "assessment"])
def test_schemas_are_the_program_s(cli: Path, name: str) -> None:
    program = subprocess.run([cli, "schema", name], capture_output=True, check=True)
    assert json.dumps(worthwhile.schema(name)) == json.dumps(json.loads(program.stdout))
