import os
import sys
from pathlib import Path

import pytest

from mdlint.diagnostic import Diagnostic
from mdlint.files import examine_file
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.source import Source
from mdlint.testing import findings


def check(path: Path, **settings: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    return examine_file(Source(str(path), "post.md"), Linter(Settings(**settings))).diagnostics  # type: ignore[arg-type]


def test_a_file_that_vanished(tmp_path: Path) -> None:
    (found,) = check(tmp_path / "post.md")
    assert (found.rule, found.severity, found.path) == ("unreadable-file", "error", "post.md")
    assert found.message == "the file cannot be read: no such file or directory"
    assert (found.span.line, found.span.column) == (1, 1)


def test_a_folder(tmp_path: Path) -> None:
    (found,) = check(tmp_path)
    assert found.rule == "unreadable-file"


@pytest.mark.skipif(sys.platform == "win32", reason="has no such pipes")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "post.md")
    (found,) = check(tmp_path / "post.md")
    assert found.message == "the file cannot be read: is not a regular file"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.touch(0)
    (found,) = check(path)
    assert found.message == "the file cannot be read: permission denied"


def test_ignored(tmp_path: Path) -> None:
    assert check(tmp_path / "post.md", ignore=("unreadable-file",)) == ()


def test_an_empty_file_is_readable(tmp_path: Path) -> None:
    (tmp_path / "post.md").touch()
    assert check(tmp_path / "post.md") == ()


def test_no_content_makes_a_file_unreadable() -> None:
    assert findings("unreadable-file", b"\xff\0") == ()
