"""README, tutorial and docstrings are run, and checked as typed code."""

from __future__ import annotations

import ast
import doctest
import re
import subprocess
import sys
from pathlib import Path

import examples
import pytest
from conftest import PYTHON, ROOT

EVERY = examples.every()


@pytest.mark.parametrize("name", EVERY)
def test_it_prints_what_it_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    test = doctest.DocTest(EVERY[name], {}, name, name, 0, None)
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert result.attempted == len(EVERY[name]) > 0
    assert result.failed == 0, "".join(told)


def test_every_page_and_every_public_call_has_an_example() -> None:
    assert all(examples.of_page(page) for page in examples.PAGES)
    of_stub = examples.of_docstrings(examples.STUB)
    tree = ast.parse(examples.STUB.read_text("utf-8"))
    named = (node.name for node in tree.body if isinstance(node, ast.FunctionDef))
    functions = [name for name in named if not name.startswith("_")]
    assert {f"_worthwhile.pyi:{name}" for name in (*functions, "Plan")} <= of_stub.keys()
    of_values = {name for module in examples.VALUES for name in examples.of_docstrings(module)}
    names = {"answer": ["Assessment"], "basis": ["Problem", "Input", "Remark"], "doubt": ["Flip"]}
    assert {f"{module}.py:{name}" for module in names for name in names[module]} <= of_values


def test_no_block_of_a_page_goes_unrun() -> None:
    for page in examples.PAGES:
        languages = re.findall(r"^```(\w+)$", page.read_text("utf-8"), re.MULTILINE)
        assert set(languages) <= {"pycon", "sh"}, page


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Each example as a file, with what it prints left out."""
    folder = tmp_path_factory.mktemp("examples")
    files = []
    for at, (name, session) in enumerate(EVERY.items()):
        file = folder / f"example_{at}.py"
        file.write_text(f"# {name}\n" + "".join(example.source for example in session))
        files.append(str(file))
    return files


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_examples_are_well_typed(checker: str, sources: list[str], tmp_path: Path) -> None:
    if checker == "mypy":
        command = ["-m", "mypy", "--strict", "--cache-dir", str(tmp_path)]
    else:
        (tmp_path / "pyrightconfig.json").write_text(
            '{"reportUnusedExpression": false}'
        )
        command = ["-m", "pyright", "--pythonpath", sys.executable, "--project", str(tmp_path)]
        # A project and a list of files exclude each other: the files go into the project.
        for source in sources:
            (tmp_path / Path(source).name).write_text(Path(source).read_text())
        sources = []
    done = subprocess.run(
        [sys.executable, *command, *sources], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_tests_are_well_typed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), "."]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=PYTHON / "tests", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
