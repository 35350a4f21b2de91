"""Bad input costs a finding, never the run: each file by itself, and all of them in one run."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.bad_inputs import BLUE, FIELDS, Case, cases, post, write
from tests.limited import python

CASES = dict(cases())
SECONDS = 5


def mdlint(folder: Path, *arguments: str, seconds: int = SECONDS) -> subprocess.CompletedProcess[bytes]:
    """One run within the limits."""
    done = python("-m", "mdlint", "--isolated", "--schema=post", *arguments, folder=folder, seconds=seconds)
    assert b"Traceback" not in done.stderr
    assert b"internal" not in done.stderr
    assert done.returncode in (0, 1)
    return done


def found(done: subprocess.CompletedProcess[bytes]) -> dict[str, list[dict[str, Any]]]:
    """The findings by path."""
    by_path: dict[str, list[dict[str, Any]]] = {}
    for diagnostic in json.loads(done.stdout)["diagnostics"]:
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
def test_each_file(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    (tmp_path / "bad.md").write_bytes(case.data)
    (tmp_path / "other.md").write_text(post(BLUE))
    done = mdlint(tmp_path, "--output-format=json", "bad.md", "other.md")
    by_path = found(done)
    check(case, by_path.get("bad.md", []))
    assert [(d["rule"], d["line"]) for d in by_path["other.md"]] == [("invalid-value", 14)]
    assert not (tmp_path / "RAN").exists()


def test_all_files_in_one_run(tmp_path: Path) -> None:
    write(tmp_path)
    by_path = found(mdlint(tmp_path, "--output-format=json", ".", seconds=30))
    for name, case in CASES.items():
        check(case, by_path.get(f"{name}/post.md", []))
    for arguments in ([], ["--output-format=concise"], ["--no-fold"], ["--statistics"]):
        out = mdlint(tmp_path, *arguments, ".", seconds=30).stdout.decode()
        assert set(filter(lambda character: not character.isprintable(), out)) == {"\n"}


def test_the_good_file_is_good() -> None:
    assert BLUE != FIELDS
    assert CASES["good"].rules == ()
