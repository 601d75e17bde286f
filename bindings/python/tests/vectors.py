"""The vectors of `tests/vectors`, and whether an outcome is what one of them expects.

The same rules as in `tests/src/vectors.rs`: numbers within 1e-9, `{version}` for the version, and
what a vector does not name is not compared.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import worthwhile

FOLDER = Path(__file__).resolve().parents[3] / "tests" / "vectors"
TOLERANCE = 1e-9


@dataclass(frozen=True)
class Vector:
    """One call and what must come of it."""

    name: str
    call: str
    text: str
    document: Any
    """The same as Python's own objects; None where the vector gives no JSON."""
    expect: dict[str, Any] | None
    problems: list[dict[str, Any]] | None
    other: Any = None
    """The case to compare it with."""


def load() -> list[Vector]:
    """Every vector of every file."""
    files = sorted(FOLDER.glob("*.json"))
    assert files, f"no vectors in {FOLDER}"
    return [_vector(each) for file in files for each in json.loads(file.read_text("utf-8"))["vectors"]]


def _vector(raw: dict[str, Any]) -> Vector:
    known = {"name", "why", "call", "document", "text", "build", "expect", "problems", "other"}
    assert raw.keys() <= known, f"{raw['name']}: the runner does not know {raw.keys() - known}"
    if "document" in raw:
        text = json.dumps(raw["document"], ensure_ascii=False)
    elif "text" in raw:
        text = raw["text"]
    else:
        build = raw["build"]
        parts = (build["repeat"].replace("{n}", str(n)) for n in range(build["times"]))
        text = build["before"] + "".join(parts) + build["after"]
    return Vector(
        raw["name"],
        raw["call"],
        text,
        raw.get("document"),
        raw.get("expect"),
        raw.get("problems"),
        raw.get("other"),
    )


def check_answer(vector: Vector, answer: Any) -> None:
    """Checks the parts of an answer that the vector names by their pointers."""
    assert vector.expect is not None, "it answered, but problems were expected"
    for pointer, expected in vector.expect.items():
        found = answer
        for part in pointer.split("/")[1:]:
            part = part.replace("~1", "/").replace("~0", "~")
            if isinstance(found, list):
                found = found[int(part)] if int(part) < len(found) else None
            else:
                found = found.get(part)
        assert _is_same(found, expected), f"{pointer}: found {found}, expected {expected}"


def check_problems(vector: Vector, found: list[dict[str, Any]]) -> None:
    """Checks the problems found: code and path of all, and what else the vector names."""
    assert vector.problems is not None, f"refused: {found}"
    places = [(problem["code"], problem["path"]) for problem in found]
    assert places == [(problem["code"], problem["path"]) for problem in vector.problems]
    for problem, expected in zip(found, vector.problems, strict=True):
        for key in ("message", "help"):
            assert key not in expected or problem.get(key) == expected[key]
        for key, value in expected.get("data", {}).items():
            assert _is_same(problem["data"].get(key), value), (problem, expected)


def _is_same(found: Any, expected: Any) -> bool:
    if expected == "{version}":
        return bool(found == worthwhile.__version__)
    if isinstance(expected, bool) or isinstance(found, bool):
        return found is expected
    if isinstance(expected, (int, float)) and isinstance(found, (int, float)):
        return abs(found - expected) <= TOLERANCE * max(abs(expected), 1.0)
    if isinstance(expected, list) and isinstance(found, list):
        return len(found) == len(expected) and all(map(_is_same, found, expected))
    if isinstance(expected, dict) and isinstance(found, (int, float)):
        # For means over scenarios that another program computed.
        near = expected.keys() == {"near", "within"}
        return near and bool(abs(found - expected["near"]) <= expected["within"])
    if isinstance(expected, dict) and isinstance(found, dict):
        same_keys = found.keys() == expected.keys()
        return same_keys and all(_is_same(found[key], expected[key]) for key in expected)
    return bool(found == expected)
