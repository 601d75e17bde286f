"""The examples of the documentation: sessions of a Python prompt in Markdown and docstrings."""

from __future__ import annotations

import ast
import doctest
import re
from pathlib import Path

PYTHON = Path(__file__).resolve().parents[1]
PAGES = [PYTHON / "README.md", PYTHON / "TUTORIAL.md"]
STUB = PYTHON / "python" / "worthwhile" / "_worthwhile.pyi"
VALUES = [
    *sorted(STUB.with_name("_values").glob("*.py")),
    STUB.with_name("_figures.py"),
    *(STUB.with_name(f"_{name}.py") for name in ("map", "summary", "people")),
]
MODULES = [STUB, *STUB.parent.rglob("*.py")]

Examples = list[doctest.Example]


def of_page(page: Path) -> Examples:
    """The sessions of one page, as one session."""
    blocks = re.findall(r"^```pycon\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return doctest.DocTestParser().get_examples("\n".join(blocks), str(page))


def of_docstrings(module: Path) -> dict[str, Examples]:
    """The session of every docstring that has one."""
    found: dict[str, Examples] = {}
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            name = f"{module.name}:{getattr(node, 'name', 'module')}"
            text = ast.get_docstring(node)
            examples = doctest.DocTestParser().get_examples(text or "", name)
            if examples:
                # A function and a method may have the same name.
                found.setdefault(name, []).extend(examples)
    return found


def every() -> dict[str, Examples]:
    """All of them by name."""
    named = {page.name: of_page(page) for page in PAGES}
    for module in MODULES:
        named |= of_docstrings(module)
    return named
