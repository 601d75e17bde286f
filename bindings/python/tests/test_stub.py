"""The stub and the classes next to it say what is there: names, keywords, and types of results."""

from __future__ import annotations

import ast
import collections.abc
import inspect
import itertools
import json
import os
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any

import pytest
import typeguard
import worthwhile
from conftest import CASE_FILE
from examples import STUB, VALUES

TREES = [ast.parse(module.read_text("utf-8")) for module in (STUB, *VALUES)]
FUNCTIONS = [
    node
    for node in TREES[0].body
    if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
]
DECLARED = [node for tree in TREES for node in tree.body if isinstance(node, ast.ClassDef)]
CLASSES = [node for node in DECLARED if node.name != "Value" and not node.name.startswith("_")]
NAMED: tuple[ast.FunctionDef | ast.ClassDef, ...] = (*FUNCTIONS, *CLASSES)

# What their annotations may name.
SCOPE: dict[str, Any] = {
    **vars(typing), **vars(collections.abc), **vars(worthwhile), "PathLike": os.PathLike
}  # fmt: skip
# What only a type checker looks at stands for anything.
SCOPE |= {"Buffer": Any, "_Stream": Any, "_Batch": Any, "_Column": Any, "_Estimate": Any, "_Change": Any}
for alias in (node for tree in TREES for node in ast.walk(tree)):
    if isinstance(alias, ast.AnnAssign) and ast.unparse(alias.annotation) == "TypeAlias":
        assert alias.value is not None
        SCOPE[ast.unparse(alias.target)] = eval(ast.unparse(alias.value), SCOPE)

BASE = worthwhile.Plan(CASE_FILE).base
ROW = BASE.cast("B").cast("d", (1, len(BASE)))

# A value for every parameter that the stub has, by name.
ARGUMENTS: dict[str, Any] = {
    "case": CASE_FILE,
    "other": CASE_FILE,
    "interview": {"schema_version": 1},
    "redact": False,
    "other": CASE_FILE,
    "id": "rest",
    "name": "assessment",
    "overrides": {"/person/burnout_risk": 0.3},
    "presets": [worthwhile.presets("rest") | {"id": "siesta"}],
    "scenarios": 1000,
    "replicates": 4,
    "seed": 0,
    "totals": True,
    "threads": 2,
    "levers": True,
    "flips": True,
    "names": ["/pursuits/mvp/activities/speaking/hours"],
    "rows": ROW,
    "columns": {"/person/burnout_risk": [0.1, 0.2]},
    "question_only": True,
    "contributions": True,
}


# The methods that take something; those of `Plan`, all others are attributes or `to_...`.
METHODS = (
    "assess", "samples", "sensitivity", "flips", "information", "information_about", "evaluate", "people"
)  # fmt: skip


def check_type(value: Any, annotation: ast.expr | None) -> None:
    assert annotation is not None
    strategy = typeguard.CollectionCheckStrategy.ALL_ITEMS
    # At run time it takes no type of its elements before Python 3.14.
    expected = eval(ast.unparse(annotation).replace("memoryview[float]", "memoryview"), SCOPE)
    typeguard.check_type(value, expected, collection_check_strategy=strategy)


def keywords(function: ast.FunctionDef) -> dict[str, Any]:
    names = [argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)]
    return {name: ARGUMENTS[name] for name in names if name not in ("self", "cls")}


def call_all_ways(call: Any, function: ast.FunctionDef, returns: ast.expr | None) -> None:
    """Calls with every keyword, and with those only that have no default."""
    given = keywords(function)
    check_type(call(**given), returns)
    optional = len(function.args.defaults) + len(
        [default for default in function.args.kw_defaults if default is not None]
    )
    check_type(call(**dict(list(given.items())[: len(given) - optional])), returns)
    with pytest.raises(TypeError):
        call(**given, no_such_keyword=1)
    assert "no_such_keyword" not in inspect.signature(call).parameters
    assert list(inspect.signature(call).parameters) == list(given)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_functions_take_the_keywords_of_the_stub(function: ast.FunctionDef) -> None:
    call_all_ways(getattr(worthwhile, function.name), function, function.returns)


def test_a_plan_takes_the_keywords_of_the_stub() -> None:
    [plan] = [node for node in CLASSES if node.name == "Plan"]
    methods = {node.name: node for node in plan.body if isinstance(node, ast.FunctionDef)}
    call_all_ways(worthwhile.Plan, methods["__new__"], methods["__new__"].returns)
    for name in METHODS:
        if name not in ("evaluate", "people"):
            call_all_ways(getattr(worthwhile.Plan(CASE_FILE), name), methods[name], methods[name].returns)
    # It takes either a table of rows or one of columns.
    evaluate, given = worthwhile.Plan(CASE_FILE).evaluate, keywords(methods["evaluate"])
    assert list(inspect.signature(evaluate).parameters) == list(given)
    for missing in ("rows", "columns"):
        found = evaluate(**{name: own for name, own in given.items() if name != missing})
        check_type(found, methods["evaluate"].returns)
    for wrong in (given, {}):
        with pytest.raises(TypeError):
            evaluate(**wrong)


FREE = "/person/time/free_hours_per_week"
SURVEY: dict[str, Any] = {"who": ["a", "b"], "w": [1, 2], "team": [1, 1], "free": [3, -4]}
HOW: dict[str, Any] = {
    "table": SURVEY,
    "columns": {"free": worthwhile.Column(FREE, scale=None)},
    "id": "who",
    "keep": ["team"],
    "weight": "w",
    "cluster": "team",
    "missing": "base",
    "others": "refused",
    "speed": "with_doubt",
    "scenarios": 64,
    "replicates": 4,
    "seed": 3,
    "threads": 2,
    "show_values": True,
    "progress": print,
}


def test_people_take_the_keywords_of_the_stub() -> None:
    [plan] = [node for node in CLASSES if node.name == "Plan"]
    [method] = [node for node in plan.body if getattr(node, "name", None) == "people"]
    assert isinstance(method, ast.FunctionDef)
    names = [argument.arg for argument in (*method.args.args[1:], *method.args.kwonlyargs)]
    call = worthwhile.Plan(CASE_FILE).people
    signature = inspect.signature(call)
    assert names == list(HOW) == list(signature.parameters)
    defaults = [*method.args.defaults, *method.args.kw_defaults]
    declared = [ast.literal_eval(default) for default in defaults if default is not None]
    assert declared == [signature.parameters[name].default for name in names[1:]]
    assert call(**HOW)["who"] == ["a", "b"]


def objects(value: Any) -> list[Any]:
    if isinstance(value, tuple):
        return [each for part in value for each in objects(part)]
    if type(value).__module__ != "worthwhile":
        return []
    names = [name for name in dir(type(value)) if not name.startswith("_")]
    parts = [getattr(value, name) for name in names]
    return [value, *(each for part in parts if not callable(part) for each in objects(part))]


def members(node: ast.ClassDef) -> dict[str, tuple[ast.expr | None, bool]]:
    """The type of every public member, and whether it is called."""
    found: dict[str, tuple[ast.expr | None, bool]] = {}
    for member in node.body:
        if isinstance(member, ast.AnnAssign):
            found[ast.unparse(member.target)] = (member.annotation, False)
        elif isinstance(member, ast.FunctionDef):
            found[member.name] = (member.returns, not member.decorator_list)
    return {name: found[name] for name in found if not name.startswith("_")}


def test_attributes_and_methods_have_the_types_of_the_stub() -> None:
    values = objects((worthwhile.Plan(CASE_FILE), worthwhile.assess(CASE_FILE, totals=True, flips=True)))
    values += objects(worthwhile.check('{"schema_version": 2, "persn": 3}'))
    other = json.loads(CASE_FILE.read_text("utf-8"))
    other["person"]["time"]["free_hours_per_week"] = 9
    values += objects(worthwhile.compare(CASE_FILE, other))
    values += [worthwhile.Plan(CASE_FILE).evaluate(columns={"/person/burnout_risk": [0.1, 2.0]})]
    people = worthwhile.Plan(CASE_FILE).people(**HOW)
    values += [people, people.summary(), HOW["columns"]["free"]]
    values += [change(FREE, 1) for change in (worthwhile.Add, worthwhile.Set, worthwhile.Times)]
    for node in CLASSES:
        own = [value for value in values if type(value).__name__ == node.name]
        assert own, node.name
        for name, (annotation, is_called) in members(node).items():
            if (node.name == "Plan" and name in METHODS) or (node.name, name) == ("People", "answer"):
                continue
            for value in own:
                found = getattr(value, name)
                check_type(found() if is_called else found, annotation)


def test_every_public_name_is_documented_in_the_stub() -> None:
    for node in NAMED:
        assert ast.get_docstring(node), node.name
    for node in CLASSES:
        for member, after in itertools.pairwise((*node.body, None)):
            if isinstance(member, ast.FunctionDef) and not member.name.startswith("_"):
                assert ast.get_docstring(member), f"{node.name}.{member.name}"
            if isinstance(member, ast.AnnAssign):
                documented = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                assert documented, f"{node.name}.{ast.unparse(member.target)}"
    for function in FUNCTIONS:
        text = ast.get_docstring(function) or ""
        assert all(part in text for part in ("Args:", "Returns:", "Raises:", "Example:"))


def test_help_at_run_time_begins_as_the_stub_does() -> None:
    for node in NAMED:
        stub = (ast.get_docstring(node) or "").split(". ")[0].splitlines()[0].rstrip(".")
        found = (getattr(worthwhile, node.name).__doc__ or "").splitlines()[0].rstrip(".")
        assert found.startswith(stub) or stub.startswith(found), node.name


def test_all_names_of_the_module_are_exported() -> None:
    names = {node.name for node in NAMED}
    assert names | {"ValidationError", "WorthwhileError", "__build__", "__version__"} == set(
        worthwhile.__all__
    )
    assert len(set(worthwhile.__all__)) == len(worthwhile.__all__)


def test_stubtest_has_nothing_to_say(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mypy.stubtest", "worthwhile"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
