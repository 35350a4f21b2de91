"""Fixes that only the whole site shows, made in a tree of files."""

from pathlib import Path

import pytest

from mdlint.cli import main

CONFIG = """
select = ["tag-variant", "inconsistent-field-type", "unknown-reference"]
rules.inconsistent-field-type = { fewest = 3, share = 60 }
rules.unknown-reference.references = { by = "people" }
[[collections]]
name = "people"
files = "people/"
[[collections]]
name = "posts"
files = "posts/"
"""
FILES = {
    "people/ada.md": "---\nname: Ada\n---\n",
    "posts/a.md": "---\ntags: [dark bread]\nby: ada\nmoods: [calm]\n---\n",
    "posts/b.md": "---\ntags: [dark bread]\nby: ada\nmoods: [calm]\n---\n",
    "posts/c.md": "---\ntags:\n  - Dark-Bread  # rye\nby: 'adda'\nmoods: wild\n---\nText\n",
}


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, content in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(content)
    (tmp_path / "mdlint.toml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(site: Path) -> dict[str, str]:
    return {path: (site / path).read_text() for path in FILES}


@pytest.mark.parametrize("path", [".", "posts/c.md"])
def test_fixed_once(site: Path, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", path]) == 1
    assert contents(site) == FILES
    assert main(["check", "--fix", path]) == 1
    assert contents(site) == FILES, "none of these is safe"
    assert main(["check", "--fix", "--unsafe-fixes", path]) == 0
    expected = "---\ntags:\n  - dark bread  # rye\nby: 'ada'\nmoods: [wild]\n---\nText\n"
    assert contents(site) == {**FILES, "posts/c.md": expected}
    capsys.readouterr()
    assert main(["check", "--fix", "--unsafe-fixes", path]) == 0
    assert contents(site)["posts/c.md"] == expected
    assert main(["check"]) == 0
    assert "fixed" not in capsys.readouterr().out.lower()


def test_difference(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--diff", "--unsafe-fixes", "posts/c.md"]) == 1
    assert "+moods: [wild]" in capsys.readouterr().out
    assert contents(site) == FILES
