"""Globs that match no file are told of, when a run has looked everywhere."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CONFIG = """\
include = ["content/**"]
exclude = [
  "drfats/",
  "content/old/*",
]
[per-file-ignores]
"content/notes/*" = ["tag"]
"content/nots/*" = ["tag"]
[[collections]]
name = "blog"
files = ["content/blgo/**", "content/*.{md,mdx}"]
"""
NOTES = [
    "mdlint: mdlint.toml:2:11: no file matches `drfats/` of `exclude`; did you mean `drafts/`?",
    "mdlint: mdlint.toml:2:11: no file matches `content/old/*` of `exclude`",
    "mdlint: mdlint.toml:8:1: no file matches `content/nots/*` of `per-file-ignores`; did you mean `content/notes/*`?",
    "mdlint: mdlint.toml:11:9: no file matches `content/blgo/**` of `collections.blog.files`; did you mean `content/blog/**`?",
]


def write(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("---\ntitle: a\n---\n")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "mdlint.toml").write_text(CONFIG)
    write(tmp_path, "content/a.md", "content/blog/b.md", "content/notes/c.md", "drafts/d.md")
    return tmp_path


def test_a_run_over_everything(mdlint: Run, site: Path) -> None:
    done = mdlint(".")
    assert done.stderr.splitlines() == NOTES
    assert done.returncode == 0


@pytest.mark.parametrize("argument", ["content", "content/a.md", "-"])
def test_a_run_over_a_part_says_nothing(argument: str, mdlint: Run, site: Path) -> None:
    assert mdlint(argument, stdin=b"").stderr == ""


def test_from_elsewhere(mdlint: Run, site: Path) -> None:
    inner = site / "site"
    inner.mkdir()
    for path in ("content", "drafts", "mdlint.toml"):
        (site / path).rename(inner / path)
    expected = [note.replace("mdlint.toml", "site/mdlint.toml") for note in NOTES]
    assert mdlint(".", "--config=site/mdlint.toml").stderr.splitlines() == expected
    assert mdlint("site", "--config=site/mdlint.toml").stderr.splitlines() == expected


def test_quiet(mdlint: Run, site: Path) -> None:
    assert mdlint(".", "--quiet").stderr == ""


def test_config(mdlint: Run, site: Path) -> None:
    assert mdlint("config").stderr.splitlines() == NOTES


def test_the_command_line(mdlint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    assert mdlint(".", "--exclude=b.*").stderr == "mdlint: command line: no file matches `b.*` of `exclude`\n"


def test_a_collection_of_an_extended_file(mdlint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "base.toml").write_text('[[collections]]\nname = "blog"\nfiles = "blog/**"\n')
    (tmp_path / "mdlint.toml").write_text('extends = "base.toml"\n[[collections]]\nname = "notes"\nfiles = "*.md"\n')
    done = mdlint("config")
    assert done.stderr == "mdlint: base.toml:3:9: no file matches `blog/**` of `collections.blog.files`\n"
    assert 'files = ["blog/**"]  # base.toml:3:9' in done.stdout
    assert 'files = ["*.md"]  # mdlint.toml:4:9' in done.stdout


PASSED_OVER = {
    "packages": ('exclude = ["node_modules/", "**/node_modules/**"]', []),
    "what is hidden": ('exclude = [".github/"]\n[per-file-ignores]\n".obsidian/**" = ["tag"]', []),
    "forms": ('[per-file-ignores]\n"docs/issue_template.md" = ["tag"]', []),
    "what git ignores": ('exclude = ["build/", "out/html/**"]', []),
    "hidden files of a collection": ('[[collections]]\nname = "skills"\nfiles = ".skills/**/SKILL.md"', [".skills/a/SKILL.md"]),
    "hidden files that are included": ('include = ["*.md", ".notes/**"]', [".notes/a.md"]),
    "a file that is taken back": ('[[collections]]\nname = "a"\nfiles = ["*.md", "!/README.md"]', ["README.md"]),
}  # fmt: skip


@pytest.mark.parametrize(("config", "paths"), PASSED_OVER.values(), ids=PASSED_OVER)
def test_what_a_walk_passes_over_is_no_mistake(config: str, paths: list[str], mdlint: Run, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("build/\n/out/\n")
    (tmp_path / "mdlint.toml").write_text(config + "\n")
    write(tmp_path, "a.md", *paths)
    assert mdlint(".").stderr == ""


def test_an_empty_folder_of_a_collection(mdlint: Run, tmp_path: Path) -> None:
    (tmp_path / "mdlint.toml").write_text('[[collections]]\nname = "blog"\nfiles = "blog/**"\n')
    write(tmp_path, "a.md", "blog/a.txt")
    assert mdlint(".").stderr == "mdlint: mdlint.toml:3:9: no file matches `blog/**` of `collections.blog.files`\n"
