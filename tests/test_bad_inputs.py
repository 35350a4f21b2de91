"""Bad input costs a finding, never the run: each file by itself, and all of them in one run within the limits."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from mdlint.cli import main
from tests.bad_inputs import BLUE, FIELDS, Case, cases, post, write
from tests.limited import python

CASES = dict(cases())
SECONDS = 5
"""Of the processor's time, for two files."""
OTHER = BLUE.replace("Rye bread", "Oat bread").replace(
    "two bakers tell by the sound of a rye loaf", "a dough of oats shows"
)
"""A good neighbour, but for its one mistake."""


def mdlint(folder: Path, *arguments: str, seconds: int = SECONDS) -> subprocess.CompletedProcess[bytes]:
    """One run in a process of its own, within the limits."""
    done = python("-m", "mdlint", "--isolated", "--schema=post", *arguments, folder=folder, seconds=seconds)
    assert b"Traceback" not in done.stderr
    assert b"internal" not in done.stderr
    assert done.returncode in (0, 1)
    return done


def found(report: str | bytes) -> dict[str, list[dict[str, Any]]]:
    """The findings by path."""
    by_path: dict[str, list[dict[str, Any]]] = {}
    for diagnostic in json.loads(report)["diagnostics"]:
        assert diagnostic["rule"] != "internal-error", diagnostic
        by_path.setdefault(diagnostic["path"], []).append(diagnostic)
    return by_path


def check(case: Case, said: list[dict[str, Any]]) -> None:
    lines = case.data.count(b"\n") + case.data.count(b"\r") + 1
    for diagnostic in said:
        assert 1 <= diagnostic["line"] <= diagnostic["end_line"] <= lines
        assert diagnostic["message"].isprintable()
    if not case.rules:
        assert said == []
        return
    places = [(diagnostic["rule"], diagnostic["line"]) for diagnostic in said]
    assert any(
        rule in case.rules and line in (case.line, line if case.line is None else None) for rule, line in places
    ), places


@pytest.mark.parametrize("name", CASES)
def test_each_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = CASES[name]
    (tmp_path / "bad.md").write_bytes(case.data)
    (tmp_path / "other.md").write_text(post(OTHER))
    monkeypatch.chdir(tmp_path)
    started = time.process_time()
    code = main(["--isolated", "--no-cache", "--schema=post", "--output-format=json", "bad.md", "other.md"])
    assert time.process_time() - started < SECONDS
    assert code == 1
    said = capsys.readouterr()
    assert said.err == ""
    by_path = found(said.out)
    check(case, by_path.get("bad.md", []))
    assert [(d["rule"], d["line"]) for d in by_path["other.md"]] == [("invalid-value", 14)]
    assert not (tmp_path / "RAN").exists()


@pytest.mark.parametrize(
    "arguments",
    [["--output-format=json"], ["--output-format=concise"], [], ["--no-fold"], ["--statistics"]],
    ids=" ".join,
)
def test_all_files_in_one_run(arguments: list[str], tmp_path: Path) -> None:
    """Most are copies of one post, so what is said of copies is left out."""
    write(tmp_path)
    done = mdlint(tmp_path, "--ignore=project,duplicate-description", *arguments, ".", seconds=30)
    assert (done.returncode, done.stderr) == (1, b"")
    if arguments == ["--output-format=json"]:
        by_path = found(done.stdout)
        for name, case in CASES.items():
            check(case, by_path.get(f"{name}/post.md", []))
    else:
        assert {character for character in done.stdout.decode() if not character.isprintable()} == {"\n"}


def test_the_good_file_is_good() -> None:
    assert BLUE != FIELDS
    assert CASES["good"].rules == ()
