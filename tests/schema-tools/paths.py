"""Does what the pages on schemas say, block by block, in an empty folder for each section.

Usage: python paths.py FOLDER, with the command in the folder.

Blocks of `sh` are run. A block that begins with the name of a file becomes that file. What the pages
have installed is installed, in the versions that the lock files here have.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

HERE = Path(__file__).parent.resolve()
DOCS = HERE / "../../crates/worthwhile/docs"
FOLDER = Path(sys.argv[1]).resolve()
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
NAME = re.compile(r"(?:// |# |<!-- )([a-z]+\.[a-z]+)(?: -->)?\n")

# What has to come out: of each section, by the words of its title.
SECTIONS = {
    "A web form": ("tests/schema-tools", lambda folder, said: (folder / "form.js").stat().st_size > 100_000),
    "TypeScript": ("tests/schema-tools", lambda folder, said: says_verdict(said) and "Find out first: /" in said),
    "Python without our package": (None, lambda folder, said: says_verdict(said)),
    "An LLM tool": (None, lambda folder, said: says_verdict(said) and "exit code 3: refused" in said and '"suggestion":8' in said),
    "An HTTP API": ("tests/schema-tools", lambda folder, said: says_verdict(said)),
}


def says_verdict(said):
    return re.search(r"^(Yes|No|Not the award|The work, yes|About even(, leaning to (yes|no))?)\b", said, re.M)


def sections(page):
    """The blocks of each section, by its title."""
    parts = re.split(r"^## (.*)$", (DOCS / page).read_text(), flags=re.M)
    return {title: BLOCK.findall(text) for title, text in zip(parts[1::2], parts[2::2], strict=True)}


def environment():
    """The command and the programs of this folder first; nothing that a lock file does not have."""
    path = [str(FOLDER), str(HERE / ".venv/bin"), os.environ["PATH"]]
    return {
        **os.environ,
        "PATH": os.pathsep.join(path),
        "PIP_CONSTRAINT": str(HERE / "requirements.txt"),
        "PIP_QUIET": "1",
        "npm_config_ignore_scripts": "true",
        "npm_config_loglevel": "error",
        "npm_config_prefer_offline": "true",
    }


def empty(name):
    folder = FOLDER / "paths" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def follow(title, blocks):
    """Does what a section says; gives what was printed."""
    locked, is_right = SECTIONS[title]
    folder = empty(title.replace(" ", "-").lower())
    if locked:
        shutil.copy(HERE / "../.." / locked / "package-lock.json", folder)
    port, said = str(free_port()), ""
    for language, text in blocks:
        text = text.replace("8080", port)
        if named := NAME.match(text):
            (folder / named[1]).write_text(text)
        elif language == "sh":
            said += shell(text, folder)
    assert is_right(folder, said), f"{title}: {said}"


def shell(text, folder):
    run = subprocess.run(
        ["bash", "-eu", "-o", "pipefail", "-c", text], cwd=folder, env=environment(), timeout=120,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, stdin=subprocess.DEVNULL,
    )
    assert run.returncode == 0, f"{text}\n{run.stdout}"
    return run.stdout


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


class Model:
    """Stands in for a model: says what the guide has it say, and mends what it is told of."""

    def __init__(self, call, problems):
        self.call, self.problems, self.turn, self.told = call, problems, 0, None
        self.messages = SimpleNamespace(create=self.create)

    def create(self, model, max_tokens, tools, messages):
        assert model and max_tokens and tools[0]["name"] == "assess_commitment"
        self.turn += 1
        if self.turn == 1:
            return self.calls()
        result = messages[-1]["content"][0]
        told = json.loads(result["content"])
        if result["is_error"]:
            assert told == self.problems, told
            for problem in told["problems"]:
                *way, last = problem["path"].split("/")[1:]
                inside = self.call
                for step in way:
                    inside = inside[step]
                inside[last] = problem["data"]["suggestion"]
            return self.calls()
        self.told = told
        return SimpleNamespace(content=[SimpleNamespace(type="text", text=told["question"]["summary"])])

    def calls(self):
        call = SimpleNamespace(type="tool_use", id="1", name="assess_commitment", input=self.call)
        return SimpleNamespace(content=[call])


def guide():
    """The loop of the guide, with the call, the problems and the answer that the guide shows."""
    blocks = sections("llm-tools.md")
    folder = empty("guide")
    for _, text in (block for block in blocks["The loop"] if block[0] == "python"):
        (folder / NAME.match(text)[1]).write_text(text)
    shell("worthwhile schema tool --for anthropic > tool.json", folder)
    call, problems, answer = (json.loads(text) for _, text in blocks["A call that goes wrong, and right"])
    sys.path.insert(0, str(folder))
    os.chdir(folder)
    os.environ["PATH"] = environment()["PATH"]
    from loop import talk

    model = Model(call, problems)
    said = talk(model, "any", "Is the MVP award worth my time?")
    assert said == answer["question"]["summary"], f"the guide has another answer: {model.told}"
    shown = {key: model.told["question"][key] for key in answer["question"]}
    assert shown == answer["question"] and model.turn == 3, shown
    assert len(json.dumps(model.told)) < 16 * 1024


page = sections("integrating.md")
for title in SECTIONS:
    start = time.monotonic()
    follow(title, page[title])
    print(f"{title}: as the page says ({time.monotonic() - start:.1f} s)", flush=True)
guide()
print("the loop of the guide, with a stand-in for the model: as the page says", flush=True)
