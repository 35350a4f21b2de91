"""The pages under `docs/` say what is true: their examples are run, and nothing that can be set is left out.

A block whose info string holds `title="NAME"` is that file. A `console` block holds commands and what they
print; a line `...` stands for any lines. A `pycon` block is a session of Python, one per page. `--update-golden`
rewrites what the commands print, to be read before it is committed.
"""

import ast
import contextlib
import doctest
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from mdlint.cli import COMMANDS
from mdlint.config.keys import COLLECTION, FIELD, LIMITS, TOP

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [
    path
    for path in sorted(DOCS.glob("**/*.md"))
    if path.parent != DOCS / "rules" and "```console" in path.read_text(encoding="utf-8")
]
"""The examples on the pages of rules are their docstrings', and tested with them."""
BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r'title="([^"]+)"')
COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
SECONDS = re.compile(r" in \d+\.\d s\b")
PROGRAMS = {"mdlint": [sys.executable, "-m", "mdlint"], "python": [sys.executable]}
HOME = "/home/ada/site"
"""What pages call the folder that their commands are run in."""


def ran(command: str, folder: Path) -> str:
    """What a command line prints, standard error included."""
    arguments, _, target = command.partition(" > ")
    program, *words = shlex.split(arguments)
    assert program in PROGRAMS, f"`{command}` is not run; put it into a block that is no console"
    done = subprocess.run(
        [*PROGRAMS[program], *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "120"},
    )
    output = done.stdout.decode().replace("\r\n", "\n")
    assert "internal error" not in output
    if target:
        (folder / target).write_text(output, encoding="utf-8")
        return ""
    return SECONDS.sub(" in 0.1 s", output).replace(str(folder.resolve()), HOME)


def after(page: str, folder: Path) -> str:
    """The page with what its commands print now; the files of its blocks are written on the way."""

    def run(found: re.Match[str]) -> str:
        printed = ran(found["command"], folder)
        same = pattern(found["output"]).fullmatch(printed)
        return f"$ {found['command']}\n" + (found["output"] if same else printed)

    session: dict[str, object] = {}

    def block(found: re.Match[str]) -> str:
        title = TITLE.search(found["info"])
        if title is not None:
            path = folder / title[1]
            assert path.resolve().is_relative_to(folder.resolve())
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found["text"], encoding="utf-8")
        if found["info"] == "pycon":
            converse(found["text"], session, folder)
        if found["info"].split()[:1] != ["console"]:
            return found[0]
        return f"{found['fence']}{found['info']}\n{COMMAND.sub(run, found['text'])}{found['fence']}"

    return BLOCK.sub(block, page)


def converse(text: str, session: dict[str, object], folder: Path) -> None:
    """Run a session of Python in the folder; what it prints must be what the text says."""
    test = doctest.DocTestParser().get_doctest(text, session, "pycon", None, 0)
    said: list[str] = []
    with contextlib.chdir(folder):
        doctest.DocTestRunner(verbose=False).run(test, out=said.append, clear_globs=False)
    session.update(test.globs)
    assert not said, "".join(said)


def pattern(expected: str) -> re.Pattern[str]:
    """What an expected output matches."""
    parts = re.split(r"^\.\.\.\n", expected, flags=re.MULTILINE)
    return re.compile("(?:.*\n)*?".join(map(re.escape, parts)))


@pytest.mark.parametrize("path", PAGES, ids=[path.relative_to(DOCS).as_posix() for path in PAGES])
def test_the_examples_of_a_page(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    page = path.read_text(encoding="utf-8")
    now = after(page, tmp_path)
    if request.config.getoption("--update-golden"):
        path.write_text(now, encoding="utf-8", newline="\n")
        page = now
    assert now == page


def test_the_example_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = (found["text"] for found in BLOCK.finditer(readme) if found["text"].startswith("$ mdlint "))
    for found in COMMAND.finditer(block):
        printed = ran(found["command"], ROOT)
        assert pattern(found["output"]).fullmatch(printed), printed


READERS: dict[str, Callable[[str], object]] = {
    "json": yaml.safe_load,  # as Front Matter CMS does, which allows a comma before a bracket
    "python": ast.parse,
    "toml": tomllib.loads,
    "yaml": yaml.safe_load,
}


def test_data_and_code_can_be_read() -> None:
    """Also where no command looks at them."""
    read = 0
    for path in (*DOCS.glob("**/*.md"), *ROOT.glob("*.md"), *(ROOT / "examples").glob("*/*.md")):
        for found in BLOCK.finditer(path.read_text(encoding="utf-8")):
            reader = READERS.get(found["info"].partition(" ")[0])
            if reader is not None and "..." not in found["text"].splitlines():
                reader(found["text"])
                read += 1
    assert read > 30


def test_everything_is_mentioned() -> None:
    everything = "".join(path.read_text(encoding="utf-8") for path in PAGES)
    for command in COMMANDS:
        assert re.search(rf"\bmdlint {command}\b", everything), command
    for name in (*TOP, *COLLECTION, *FIELD, *LIMITS):
        assert f"`{name}`" in everything, name


def test_links_lead_somewhere() -> None:
    for path in DOCS.glob("**/*.md"):
        text = BLOCK.sub("", path.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", text):
            assert (path.parent / target).exists(), f"{path}: {target}"
