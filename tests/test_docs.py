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
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
import yaml

import mdlint
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
    assert program == "mdlint" or done.returncode == 0, output
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


@pytest.mark.skipif(shutil.which("bash") is None or not (ROOT / ".git").exists(), reason="needs bash and a clone")
def test_a_stranger_who_follows_the_readme(tmp_path: Path) -> None:
    """What is committed suffices: two commands, in a clone, with no other environment than the machine's."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = (found["text"] for found in BLOCK.finditer(readme) if found["info"] == "console")
    install, try_it = (found["command"] for found in COMMAND.finditer(block))
    clone = tmp_path / "mdlint"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    Path(tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").symlink_to(sys.executable)
    environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(["bash", "-c", install], cwd=clone, env=environment, check=True, capture_output=True)
    done = subprocess.run(["bash", "-c", try_it], cwd=clone, env=environment, check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"Checked 5 files" in done.stdout
    page = (clone / "audit.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "damping-by-water-tanks.md" in page


def test_the_length_of_the_readme() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 150


def test_the_configuration_of_the_readme(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (text,) = (found["text"] for found in BLOCK.finditer(readme) if found["info"] == "toml")
    (tmp_path / "mdlint.toml").write_text(text, encoding="utf-8")
    settings = mdlint.load_settings(tmp_path / "mdlint.toml")
    assert [collection.name for collection in settings.collections] == ["blog"]


MENTIONED = re.compile(r"`mdlint ([^`]+)`")


def test_commands_within_sentences_have_their_options() -> None:
    """Those in blocks are run."""
    seen = 0
    for path in (*ROOT.glob("*.md"), *DOCS.glob("**/*.md")):
        for line in MENTIONED.findall(BLOCK.sub("", path.read_text(encoding="utf-8"))):
            name, *words = shlex.split(line.replace("\n", " "))
            if name not in COMMANDS:
                name, words = "check", [name, *words]
            command = getattr(import_module(f"mdlint.cli.{name}"), name)
            options = {option for known in command.params for option in (*known.opts, *known.secondary_opts)}
            given = {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"}
            assert given <= options | {"--help", "--version"}, f"{path}: mdlint {line}"
            seen += 1
    assert seen > 20


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
    for path in (*DOCS.glob("**/*.md"), *ROOT.glob("*.md")):
        text = BLOCK.sub("", path.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", text):
            assert (path.parent / target).exists(), f"{path}: {target}"
