"""The whole site is the context when only some of its files are given."""

import io
import os
import re
from pathlib import Path

import pytest

from mdlint.cli import main

PAGE = "---\ntitle: Rye bread\n---\n"
CONFIG = 'select = ["duplicate-title"]\ninclude = ["content/**"]\nexclude = ["content/old/**"]\n'


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of two pages with one title, and more of them in files that the configuration leaves out."""
    for path in ("content/a.md", "content/b.md", "content/old/c.md", "drafts/d.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(PAGE)
    (tmp_path / "mdlint.toml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> "Said":
    return Said(capsys)


class Said:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: str) -> list[tuple[str, str]]:
        """Each finding's file, and the files that it names."""
        main(["check", "--output-format=concise", *arguments])
        out = self.capsys.readouterr().out
        return re.findall(r"(?m)^(\S+):2:8: .* is the same as in (.*)$", out)


BOTH = [("content/a.md", "`content/b.md`"), ("content/b.md", "`content/a.md`")]


def test_a_whole_run(said: Said) -> None:
    assert said() == said(".") == said("content") == BOTH


def test_one_file(said: Said) -> None:
    assert said("content/a.md") == BOTH[:1]
    assert said("content/b.md") == BOTH[1:]


def test_from_a_folder_below(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("content")
    assert said("a.md") == [("a.md", "`b.md`")]
    assert said() == [("a.md", "`b.md`"), ("b.md", "`a.md`")]
    (Path.cwd() / "more").mkdir()
    monkeypatch.chdir("more")
    assert said("../a.md") == [("../a.md", "`../b.md`")]


def test_from_another_folder(said: Said, monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    (site / "content/deep").mkdir()
    (site / "content/deep/e.md").write_text(PAGE)
    monkeypatch.chdir("content/deep")
    assert said("e.md") == [("e.md", "`../a.md` and `../b.md`")]


def test_a_file_that_is_left_out(said: Said) -> None:
    """Named, it is checked all the same, unless it is excluded."""
    assert said("drafts/d.md") == [("drafts/d.md", "`content/a.md` and `content/b.md`")]
    assert said("content/old/c.md") == []


def test_no_configuration(said: Said) -> None:
    assert said("--isolated", "--select=duplicate-title", "content/a.md") == []
    (Path.cwd() / "mdlint.toml").unlink()
    assert said("--select=duplicate-title", "content/a.md") == []
    assert said("--select=duplicate-title", "content") != []


def test_named_by_an_absolute_path(said: Said, site: Path) -> None:
    assert said(str(site / "content/a.md")) == BOTH[:1]


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_to_a_file_of_the_site(said: Said, site: Path) -> None:
    (site / "link.md").symlink_to(site / "content/a.md")
    assert said("link.md") == [("link.md", "`content/b.md`")]


def piped(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_standard_input_takes_its_files_place(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    piped(PAGE, monkeypatch)
    assert said("-", "--stdin-filename=content/a.md") == BOTH[:1]
    piped(PAGE.replace("Rye", "Spelt"), monkeypatch)
    assert said("-", "--stdin-filename=content/a.md") == []
    piped(PAGE, monkeypatch)
    assert said("-", "--stdin-filename=content/new.md") == [("content/new.md", "`content/a.md` and `content/b.md`")]


def test_standard_input_of_no_name(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    piped(PAGE, monkeypatch)
    assert said("-") == []


def test_nothing_is_searched_for_rules_of_single_files(monkeypatch: pytest.MonkeyPatch, said: Said) -> None:
    searched: list[object] = []

    def others(*arguments: object) -> list[object]:
        searched.append(arguments)
        return []

    monkeypatch.setattr("mdlint.discovery.others", others)
    said("--select=future-date,empty-title", "content/a.md")
    assert searched == []
    said("content/a.md")
    assert len(searched) == 1


def test_a_file_in_the_context_that_cannot_be_read(said: Said, site: Path) -> None:
    (site / "content/bad.md").write_bytes(b"---\ntitle: \xff\n---\n")
    (site / "content/folder.md").mkdir()
    assert said("content/a.md") == BOTH[:1]
