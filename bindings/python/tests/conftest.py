"""What the tests share: where things are, and a case to ask about."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
PYTHON = ROOT / "bindings" / "python"
CASE_FILE = ROOT / "crates" / "worthwhile" / "examples" / "mvp.json"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "spark: needs PySpark and Java; `cargo dev spark` runs it")


@pytest.fixture
def case() -> dict[str, Any]:
    """The example of the library, as a fresh dict."""
    loaded: dict[str, Any] = json.loads(CASE_FILE.read_text("utf-8"))
    return loaded


@pytest.fixture(scope="session")
def cli() -> Path:
    """The command line as `cargo build --release -p worthwhile-cli` makes it."""
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    program = target / "release" / "worthwhile"
    assert program.exists(), f"{program} is not there: cargo build --release -p worthwhile-cli"
    return program
