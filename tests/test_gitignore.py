"""Real git is asked beside mdlint: what git would offer to add is what a walk must find."""

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from mdlint.discovery import discover
from mdlint.gitignore import Patterns

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

# What a folder's files are: ignore files with their lines, Markdown files by name. → what is left.
CASES = {
    "a name at any depth": ({".gitignore": "a.md"}, "a.md b.md c/a.md", "b.md"),
    "a name at the root": ({".gitignore": "/a.md"}, "a.md c/a.md", "c/a.md"),
    "a path": ({".gitignore": "c/a.md"}, "c/a.md d/c/a.md", "d/c/a.md"),
    "a folder": ({".gitignore": "drafts/"}, "drafts/a.md c/drafts/b.md drafts.md", "drafts.md"),
    "a folder's pattern spares a file": ({".gitignore": "a.md/"}, "a.md c/a.md", "a.md c/a.md"),
    "the last pattern decides": ({".gitignore": "*.md\n!a.md\n/c/*.md\n"}, "a.md b.md c/a.md", "a.md"),
    "nothing comes back from an ignored folder": ({".gitignore": "c/\n!c/a.md"}, "c/a.md d.md", "d.md"),
    "a folder's content comes back": ({".gitignore": "c/*\n!c/a.md"}, "c/a.md c/b.md", "c/a.md"),
    "all below a folder, but one": ({".gitignore": "c/**\n!c/a.md"}, "c/a.md c/b.md", "c/a.md"),
    "all but one folder": ({".gitignore": "/*\n!/c/"}, "a.md c/a.md c/d/b.md", "c/a.md c/d/b.md"),
    "an inner file counts over an outer one": (
        {".gitignore": "*.md", "c/.gitignore": "!a.md"},
        "a.md c/a.md c/b.md c/d/a.md",
        "c/a.md c/d/a.md",
    ),
    "an inner file cannot open an ignored folder": (
        {".gitignore": "c", "c/.gitignore": "!*"},
        "a.md c/a.md",
        "a.md",
    ),
    "an inner file opens a folder, not the files in it": (
        {".gitignore": "*.md", "c/.gitignore": "!d"},
        "c/d/a.md",
        "",
    ),
    "an inner pattern starts at its folder": (
        {"c/.gitignore": "/a.md\nd/b.md"},
        "a.md c/a.md c/d/b.md d/b.md",
        "a.md d/b.md",
    ),
    "info/exclude": ({".git/info/exclude": "a.md\nb.md", ".gitignore": "!b.md"}, "a.md b.md", "b.md"),
    "comments, blank lines, CRLF, BOM": (
        {".gitignore": "\ufeffa.md\r\n\r\n# b.md\r\n\\#c.md\r\n"},
        "a.md b.md #c.md",
        "b.md",
    ),
    "spaces at the end": ({".gitignore": "a.md  \nb\\ "}, "a.md b.md", "b.md"),
    "an escaped mark": ({".gitignore": "\\!a.md\n\\*.md"}, "!a.md *.md b.md", "b.md"),
    "double stars": ({".gitignore": "**/x/*.md\na/**/z.md"}, "x/a.md c/x/b.md c/d.md a/z.md a/b/c/z.md", "c/d.md"),
    "a star stops at a slash": ({".gitignore": "c/*.md"}, "c/a.md c/d/a.md", "c/d/a.md"),
    "a set": ({".gitignore": "[a-c].md\n[!x]1.md"}, "a.md d.md x1.md y1.md", "d.md x1.md"),
    "a class": ({".gitignore": "[[:digit:]-]*.md"}, "1.md -.md a.md", "a.md"),
    "a set in disorder": ({".gitignore": "[c-a].md"}, "a.md b.md c.md", "a.md b.md"),
    "broken patterns match nothing": ({".gitignore": "[a.md\nb\\\n[[:nope:]].md\n/\n!"}, "a.md b.md", "a.md b.md"),
    "bytes, not characters": ({".gitignore": "?.md\n日*.md"}, "é.md a.md 日本.md 月.md", "é.md 月.md"),
    "another case is another name": ({".gitignore": "A.md"}, "a.md", "a.md"),
}

# Not `a**/`, which many versions of git take for `a` and `**/`.
ATOMS = "a b ab A * ** **/a ? *.md a.md b* *b *a*b*.md [a-c] [!a] []a] [a \\a [[:upper:]-] é"


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new work tree as the current directory, out of reach of the developer's own settings."""
    for variable in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / "config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.chdir(site)
    git("init", "--quiet")
    return site


def git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], check=True, capture_output=True).stdout


def write(path: str | Path, text: str = "") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())


def offered() -> set[str]:
    """The Markdown files that git would add."""
    names = git("ls-files", "-z", "--others", "--exclude-standard").split(b"\0")
    return {os.fsdecode(name) for name in names if name.endswith(b".md")}


def found(*arguments: str) -> set[str]:
    return {source.shown for source in discover(arguments or ["."]).sources}


@pytest.mark.parametrize(("ignores", "files", "kept"), CASES.values(), ids=CASES)
def test_as_git(ignores: dict[str, str], files: str, kept: str) -> None:
    for path, text in ignores.items():
        write(path, text)
    for path in files.split():
        write(path)
    assert found() == set(kept.split())
    assert offered() == set(kept.split())


@pytest.mark.parametrize("seed", range(40))
def test_as_git_in_random_trees(seed: int) -> None:
    dice = random.Random(seed)
    atoms = ATOMS.split()
    names = ["a", "b", "ab", "A", "é", "]", "a "]

    def pattern() -> str:
        path = "/".join(dice.choices(atoms, k=dice.choice([1, 1, 1, 2, 3])))
        return f"{dice.choice(['', '', '!'])}{dice.choice(['', '', '/'])}{path}{dice.choice(['', '', '/'])}\n"

    folders = [Path()]
    for _ in range(10):
        folders.append(dice.choice(folders) / dice.choice(names))
        for name in dice.sample(names, 3):
            write(folders[-1] / f"{name}.md")
    for folder in dice.sample(folders, 5):
        write(folder / ".gitignore", "".join(pattern() for _ in range(4)))
    git("config", "core.ignoreCase", dice.choice(["true", "false"]))
    assert found() == offered()


def test_a_folder_inside_obeys_the_folders_above(monkeypatch: pytest.MonkeyPatch) -> None:
    write(".gitignore", "drafts/\n/content/b.md")
    write("content/.gitignore", "c.md")
    for name in ("a.md", "b.md", "c.md", "drafts/d.md"):
        write(f"content/en/{name}")
    assert found("content/en") == {"content/en/a.md", "content/en/b.md"}
    monkeypatch.chdir("content/en")
    assert found() == {"a.md", "b.md"} == offered()


def test_ignored_files_and_folders_are_taken_when_named() -> None:
    write(".gitignore", "drafts/\na.md")
    write("a.md")
    write("drafts/b.md")
    assert found() == set()
    assert found("a.md", "drafts") == {"a.md", "drafts/b.md"}


def test_ignore_files_do_not_count_outside_a_work_tree() -> None:
    shutil.rmtree(".git")
    write(".gitignore", "a.md")
    write("a.md")
    assert found() == {"a.md"}


def test_an_empty_git_folder_is_no_work_tree(tmp_path: Path) -> None:
    write(tmp_path / "site" / ".gitignore", "a.md")
    Path("docs/.git").mkdir(parents=True)
    write("docs/a.md")
    assert found() == set() == offered()


def test_a_repository_inside_has_its_own_ignore_files() -> None:
    write(".gitignore", "a.md")
    write("theme/.gitignore", "b.md")
    for name in ("a.md", "b.md"):
        write(name)
        write(f"theme/{name}")
    git("init", "--quiet", "theme")
    assert found() == {"b.md", "theme/a.md"}


def test_linked_work_trees_share_the_excludes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "--quiet", "--allow-empty", "--message=a")
    git("worktree", "add", "--quiet", "../other")
    write(".git/info/exclude", "a.md")
    monkeypatch.chdir(tmp_path / "other")
    write("a.md")
    write("b.md")
    assert found() == {"b.md"} == offered()


@pytest.mark.parametrize("place", ["config/git/ignore", "config/git/config", ".gitconfig", "repository"])
def test_the_users_own_excludes(tmp_path: Path, place: str) -> None:
    home = tmp_path / "home"
    write(home / "config/git/ignore", "a.md" if place == "config/git/ignore" else "b.md")
    write(home / "mine", "a.md")
    setting = "# mine\n[user]\n\tname = a\n[core]\n\texcludesFile = ~/mine\n"
    if place == "repository":
        git("config", "core.excludesFile", "~/mine")
    elif place != "config/git/ignore":
        write(home / place, setting)
    write("a.md")
    write("b.md")
    assert found() == {"b.md"} == offered()


def test_hostile_patterns_cost_no_more_than_plain_ones() -> None:
    deep = "/".join(["aaaa"] * 500)
    patterns = Patterns(
        "\n".join(["*a" * 100 + "b", "*a" * 100 + "/b", "**/*a*/" * 50 + "b", "?" * 200 + "*" * 200 + "b"])
    )
    assert patterns.verdict(deep, "a" * 250, is_folder=False) is None
    assert patterns.verdict(f"{deep}/b", "b", is_folder=False) is True


def test_what_is_no_file_is_not_read() -> None:
    os.mkfifo(".gitignore")
    Path("c/.gitignore").mkdir(parents=True)
    write("a.md")
    write("c/a.md")
    assert found() == {"a.md", "c/a.md"}
