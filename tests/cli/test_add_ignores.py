"""`mdlint check --add-ignores`, as a user types it."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

OLD = "---\ntitle: ''\ntags: [a, '']\n---\n\nA ![]()\n"
NEW = (
    "---\ntitle: ''  # mdlint: ignore[empty-title]\ntags: [a, '']  # mdlint: ignore[empty-tag]\n---\n\n"
    "<!-- mdlint: ignore[empty-link] -->\nA ![]()\n"
)


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "日本 語" / "post.md"
    path.parent.mkdir()
    path.write_text(OLD, encoding="utf-8", newline="")
    return path


def test_writes_them_once(mdlint: Callable[..., CompletedProcess[str]], post: Path) -> None:
    done = mdlint("check", "--isolated", "--add-ignores", ".")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Ignored 3 findings in 1 file\n", "")
    assert post.read_text(encoding="utf-8") == NEW
    done = mdlint("check", "--isolated", "--add-ignores", ".")
    assert (done.returncode, done.stdout) == (0, "Ignored 0 findings in 0 files\n")
    assert post.read_text(encoding="utf-8") == NEW
    assert mdlint("check", "--isolated", ".").returncode == 0


def test_shows_them(mdlint: Callable[..., CompletedProcess[str]], post: Path) -> None:
    done = mdlint("check", "--isolated", "--add-ignores", "--diff", ".")
    assert done.returncode == 0
    assert "+title: ''  # mdlint: ignore[empty-title]\n" in done.stdout
    assert done.stderr.endswith("Would ignore 3 findings in 1 file\n")
    assert post.read_text(encoding="utf-8") == OLD


def test_standard_input(mdlint: Callable[..., CompletedProcess[str]]) -> None:
    done = mdlint("check", "--isolated", "--add-ignores", "-", stdin=OLD.encode())
    assert (done.returncode, done.stdout) == (0, NEW)
    assert done.stderr == "Ignored 3 findings in 1 file\n"


def test_says_what_it_cannot_do(mdlint: Callable[..., CompletedProcess[str]], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('{"title": ""}\n')
    done = mdlint("check", "--isolated", "--add-ignores", "a.md")
    assert done.returncode == 0
    assert done.stderr == "mdlint: a.md:1:11: empty-title stands where no comment can be written\n"
    assert done.stdout == "Ignored 0 findings in 0 files\n"


def test_a_file_that_must_not_be_written(mdlint: Callable[..., CompletedProcess[str]], post: Path) -> None:
    post.chmod(0o444)
    done = mdlint("check", "--isolated", "--add-ignores", ".")
    assert done.stderr == "mdlint: 日本 語/post.md: the file is read-only; nothing is ignored in it\n"
    assert post.read_text(encoding="utf-8") == OLD
