import os
import sys
from pathlib import Path

import pytest

from mdlint.diagnostic import Diagnostic
from mdlint.files import Fixing, examine_file, fix_file
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.source import Source

TEXT = "---\ntags: [a, a]\n---\n"


def fix(path: Path, **settings: tuple[str, ...]) -> list[Diagnostic]:
    linter = Linter(Settings(select=("duplicate-tag", "unwritable-file"), **settings))  # type: ignore[arg-type]
    source = Source(str(path), "post.md")
    (found, *_), fixed = fix_file(source, linter, Fixing(), examine_file(source, linter))
    assert fixed is None
    return list(found)


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.md"
    path.write_text(TEXT)
    return path


def test_a_read_only_file(post: Path) -> None:
    post.chmod(0o444)
    failure, tag = fix(post)
    assert (failure.rule, failure.severity, failure.path) == ("unwritable-file", "error", "post.md")
    assert failure.message == "the file is read-only; it was left as it is"
    assert (tag.rule, tag.span.line) == ("duplicate-tag", 2)
    assert post.read_text() == TEXT


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(post: Path) -> None:
    post.parent.chmod(0o555)
    failure, _ = fix(post)
    post.parent.chmod(0o755)
    assert failure.message == "the file cannot be written: permission denied; it was left as it is"
    assert post.read_text() == TEXT


def test_a_file_that_changed(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def change(file: int) -> None:
        post.write_text("Something else\n")
        sync(file)

    monkeypatch.setattr(os, "fsync", change)
    failure, _ = fix(post)
    assert failure.message == "the file has changed since it was read; it was left as it is"
    assert post.read_text() == "Something else\n"
    assert list(post.parent.iterdir()) == [post]


def test_a_full_disk(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    failure, _ = fix(post)
    assert failure.message == "the file cannot be written: no space left on device; it was left as it is"
    assert post.read_text() == TEXT
    assert list(post.parent.iterdir()) == [post]


def test_ignored(post: Path) -> None:
    post.chmod(0o444)
    assert [finding.rule for finding in fix(post, ignore=("unwritable-file",))] == ["duplicate-tag"]
