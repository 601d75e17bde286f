"""What is shipped: the wheel, the source distribution, and what an import costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
import worthwhile
from conftest import CASE_FILE, PYTHON, ROOT
from examples import MODULES, STUB

MEGABYTE = 1 << 20
# Reading and writing tables of Arrow takes most of it.
SMALL_ENOUGH = 7 * MEGABYTE


def run(*command: str | Path, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | environment,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel() -> Path:
    """The wheel that is under test, as `cargo dev test` made it."""
    folder = os.environ.get("WORTHWHILE_WHEELS")
    assert folder, "WORTHWHILE_WHEELS names the folder of the wheel: run `cargo dev test`"
    # An install from a checkout leaves another one there that fits only this system.
    [wheel] = (ROOT / folder).glob(f"worthwhile-{worthwhile.__version__}-*manylinux*.whl")
    return wheel


def test_the_wheel_is_small_and_fits_many_systems(wheel: Path) -> None:
    version = worthwhile.__version__
    assert wheel.name.startswith(f"worthwhile-{version}-cp311-abi3-manylinux2014_")
    assert wheel.stat().st_size < SMALL_ENOUGH
    with zipfile.ZipFile(wheel) as content:
        names = [name for name in content.namelist() if "dist-info" not in name]
        metadata = content.read(f"worthwhile-{version}.dist-info/METADATA").decode()
    modules = {str(module.relative_to(STUB.parent)) for module in MODULES}
    assert set(names) == {f"worthwhile/{name}" for name in ["py.typed", "_worthwhile.abi3.so", *modules]}
    assert "Requires-Dist" not in metadata and "Requires-Python: >=3.11" in metadata


LICENSES = ["LICENSE-APACHE", "LICENSE-JOE-KUO", "LICENSE-MIT"]


def test_the_wheel_has_the_licenses_of_all_that_is_in_it(wheel: Path) -> None:
    info = f"worthwhile-{worthwhile.__version__}.dist-info"
    with zipfile.ZipFile(wheel) as content:
        metadata = content.read(f"{info}/METADATA").decode()
        for name in LICENSES:
            text = content.read(f"{info}/licenses/{name}")
            assert text == (ROOT / name).read_bytes(), name
            assert f"\nLicense-File: {name}\n" in metadata
    assert "\nLicense-Expression: (MIT OR Apache-2.0) AND BSD-3-Clause\n" in metadata


def test_the_wheel_names_the_repository_of_the_workspace(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as content:
        info = f"worthwhile-{worthwhile.__version__}.dist-info"
        metadata = content.read(f"{info}/METADATA").decode()
    manifest = (ROOT / "Cargo.toml").read_text("utf-8")
    repository = manifest.partition('\nrepository = "')[2].partition('"')[0]
    urls = [line for line in metadata.splitlines() if line.startswith("Project-URL: ")]
    assert f"Project-URL: Repository, {repository}" in urls
    assert all(f", {repository}" in url for url in urls)


def test_the_version_is_that_of_the_workspace() -> None:
    manifest = (ROOT / "Cargo.toml").read_text("utf-8")
    assert f'\nversion = "{worthwhile.__version__}"\n' in manifest
    assert worthwhile.assess(CASE_FILE).engine.version == worthwhile.__version__
    assert worthwhile.__build__.split()[0] == "release"


IMPORTED = """
import sys
before = set(sys.modules)
import worthwhile
print(*{name.partition(".")[0] for name in set(sys.modules) - before})
"""


def test_an_import_brings_no_package_of_others() -> None:
    # -I leaves out the environment, -S what other packages of the virtual environment load.
    path = str(Path(worthwhile.__file__).parents[1])
    code = f"import sys; sys.path.append({path!r}){IMPORTED}"
    loaded = set(run(sys.executable, "-I", "-S", "-c", code).split())
    assert loaded - {"worthwhile"} <= sys.stdlib_module_names
    assert "worthwhile" in loaded and "json" not in loaded and "typing" not in loaded


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The Python of a virtual environment with nothing in it."""
    venv.create(tmp_path / "fresh", with_pip=True)
    return tmp_path / "fresh" / "bin" / "python"


ASK = f"import worthwhile, pathlib; print(worthwhile.assess(pathlib.Path({str(CASE_FILE)!r})).to_json())"
# Kept from run to run.
BUILT = ROOT / "target" / "pip"
OWN = ["worthwhile", "worthwhile-groups", "worthwhile-python", "worthwhile-report"]


@pytest.fixture
def quick() -> dict[str, str]:
    """How to build in a fraction of the time, and to build what others wrote once for all tests."""
    # Files of an archive are old and stand where those of the checkout do, from the root of their workspace: cargo
    # would take them for what it has built before.
    packages = [part for name in OWN for part in ("--package", name)]
    run("cargo", "clean", "--quiet", "--target-dir", BUILT, *packages)
    return {
        # Without optimisation, which the workspace has for its own tests, it gives the same bytes.
        "MATURIN_PEP517_ARGS": "--profile dev --config profile.dev.package.worthwhile.opt-level=0",
        # By the path of another Python, pyo3 would be built again.
        "MATURIN_PEP517_USE_BASE_PYTHON": "true",
        "CARGO_TARGET_DIR": str(BUILT),
        "CARGO_INCREMENTAL": "0",
    }


def install(python: Path, source: str | Path, quick: dict[str, str]) -> None:
    """Installs by pip, and looks whether our own crates were built of what it was given."""
    log = python.parents[2] / "pip.log"
    run(python, "-m", "pip", "install", "--log", log, source, **quick)
    told = log.read_text("utf-8")
    for name in OWN:
        assert f"Compiling {name} v{worthwhile.__version__} (" in told, told


def test_it_installs_from_a_checkout(fresh: Path, quick: dict[str, str]) -> None:
    readme = (PYTHON / "README.md").read_text("utf-8")
    assert "\npip install ./bindings/python\n" in readme
    install(fresh, "./bindings/python", quick)
    assert run(fresh, "-c", ASK) == worthwhile.assess(CASE_FILE).to_json() + "\n"


def test_the_source_distribution_installs(fresh: Path, quick: dict[str, str], tmp_path: Path) -> None:
    run(sys.executable, "-m", "maturin", "sdist", "-m", PYTHON / "Cargo.toml", "-o", tmp_path)
    [archive] = tmp_path.glob("worthwhile-*.tar.gz")
    with tarfile.open(archive) as content:
        assert not [name for name in content.getnames() if ".venv" in name or "/target/" in name]
        for name in LICENSES:
            # A link would lead out of what is unpacked.
            member = content.getmember(f"worthwhile-{worthwhile.__version__}/{name}")
            file = content.extractfile(member)
            assert member.isfile() and file and file.read() == (ROOT / name).read_bytes(), name
    install(fresh, archive, quick)
    assert run(fresh, "-c", ASK) == worthwhile.assess(CASE_FILE).to_json() + "\n"
    listed = run(fresh, "-m", "pip", "list", "--format", "freeze").split()
    assert {name.partition("==")[0] for name in listed} <= {"pip", "setuptools", "worthwhile"}
