"""The hook of `.pre-commit-hooks.yaml`, run by the real pre-commit in a repository of its own."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from mdlint.discovery import ENDINGS, SKIPPED_FOLDERS, discover

ROOT = Path(__file__).parents[1]
GOOD = "---\ntitle: Bread\ndescription: A loaf for beginners\n---\n\nFlour, water, salt.\n"
BAD = "---\ntitle: Bread\ndescription: ''\n---\n\nFlour, water, salt.\n"


def manifest() -> list[dict[str, Any]]:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert isinstance(hooks, list)
    return hooks


def test_the_hooks_take_the_same_files() -> None:
    mdlint, fix = manifest()
    own = ("id", "name", "description", "entry")
    assert {key: value for key, value in mdlint.items() if key not in own} == {
        key: value for key, value in fix.items() if key not in own
    }
    assert fix["entry"] == f"{mdlint['entry']} --fix"


def test_the_hook_takes_what_a_walk_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folders = ["", "content/", ".github/", ".github/ISSUE_TEMPLATE/", "docs/templates/", "docs/issue_template/"]
    folders += [f"{outer}{name}/" for name in SKIPPED_FOLDERS for outer in ("", "site/", "my-")]
    names = [f"a{ending}" for ending in ENDINGS] + [
        "a.Rmd",
        "a.MD",
        ".a.md",
        "a.txt",
        "a.md.bak",
        "PULL_REQUEST_TEMPLATE.md",
    ]
    paths = [f"{folder}{name}" for folder in folders for name in (*names, "archetypes.md")]
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    hook = manifest()[0]
    files, exclude = re.compile(hook["files"]), re.compile(hook["exclude"])
    taken = {path for path in paths if files.search(path) and not exclude.search(path)}
    walked = {source.shown for source in discover(["."]).sources}
    assert taken == walked
    assert len(taken) > 10


needs_git = pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs git and a clone"
)
DATED = "---\ntitle: Bread\ndescription: A loaf\ndate: {}\n---\n\nFlour.\n"


class Site:
    """A repository with pages, beside a clone of this one, so that only what is committed is installed."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clone = folder / "site", folder / "mdlint"
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))
        }
        self.environment |= {"PRE_COMMIT_HOME": str(folder / "cache"), "NO_COLOR": "1", "PYTHONUTF8": "1"}
        self.folder.mkdir()
        self.git("init", "--quiet")
        self.git("clone", "--quiet", str(ROOT), str(self.clone))
        self.revision = self.git("-C", str(self.clone), "rev-parse", "HEAD").strip()

    def git(self, *arguments: str) -> str:
        return self._run("git", *arguments, check=True).stdout

    def stage(self, files: dict[str, str]) -> None:
        for path, text in files.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_text(text, encoding="utf-8", newline="\n")
        self.git("add", ".")

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def pre_commit(self, *arguments: str) -> tuple[int, str]:
        """The exit code, and what it says."""
        done = self._run(sys.executable, "-m", "pre_commit", *arguments, "--color=never", check=False)
        return done.returncode, done.stdout + done.stderr

    def _run(self, *command: str, check: bool) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, check=check, capture_output=True, encoding="utf-8"
        )


@needs_git
def test_the_hook_in_a_repository(tmp_path: Path) -> None:
    site = Site(tmp_path)

    def commit(files: dict[str, str]) -> tuple[int, str]:
        """Stage the files, and run the hook as a commit does."""
        site.stage(files)
        return site.pre_commit("run")

    config = {"repos": [{"repo": str(site.clone), "rev": site.revision, "hooks": [{"id": "mdlint"}]}]}
    code, said = commit(
        {
            ".pre-commit-config.yaml": yaml.safe_dump(config),
            "content/bread and salt.md": GOOD,
            "content/日本.mdx": GOOD,
            "content/plot.Rmd": GOOD,
            "content/notes.txt": BAD,
            ".github/ISSUE_TEMPLATE/bug.md": BAD,
        }
    )
    assert code == 0, said
    assert "Passed" in said

    config["repos"][0]["hooks"] = [{"id": "mdlint-fix"}]
    files = {"content/rye and oats.md": DATED.format("2024/1/5"), ".pre-commit-config.yaml": yaml.safe_dump(config)}
    code, said = commit(files)
    assert code == 1, said
    assert "Fixed 1 finding in 1 file: 1 non-iso-date" in said
    assert site.read("content/rye and oats.md") == DATED.format("2024-01-05")
    code, said = commit({})
    assert code == 0, said

    config["repos"][0]["hooks"] = [{"id": "mdlint", "args": ["--output-format=concise"]}]
    bad = ["content/sour dough.md", "content/小麦.md", "content/rye.mdx", "content/oats.Rmd"]
    code, said = commit({".pre-commit-config.yaml": yaml.safe_dump(config), **dict.fromkeys(bad, BAD)})
    assert code == 1, said
    for path in bad:
        assert f"{path}:3:14: " in said
    assert said.count("[empty-description]") == len(bad)
    assert "bread and salt" not in said
    assert "notes.txt" not in said
    assert "ISSUE_TEMPLATE" not in said


@needs_git
def test_trying_both_hooks_before_they_are_configured(tmp_path: Path) -> None:
    site = Site(tmp_path)
    fixable = ["content/sour dough.md", "content/小麦 と 塩.md", "content/rye.mdx"]
    site.stage({**dict.fromkeys(fixable, DATED.format("2024/1/5")), "a b/日本.mdx": BAD, "content/notes.txt": BAD})
    code, said = site.pre_commit("try-repo", str(site.clone), "--ref", site.revision, "--all-files", "--verbose")
    assert code == 1, said
    checked, fixed = said.split("- hook id: mdlint-fix")
    assert "- hook id: mdlint\n" in checked
    for text in (checked, fixed):
        assert "Checked 4 files" in text
        assert "a b/日本.mdx:3:14" in text
        assert "notes.txt" not in text
    assert all(f"{path}:4:7" in checked for path in fixable)  # one finding in many files is folded
    assert "Fixed 3 findings in 3 files: 3 non-iso-date" in fixed
    assert "files were modified by this hook" in fixed
    for path in fixable:
        assert site.read(path) == DATED.format("2024-01-05")
    assert site.read("a b/日本.mdx") == BAD
