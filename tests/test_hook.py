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


@pytest.mark.skipif(shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs git and a clone")
def test_the_hook_in_a_repository(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    environment |= {"PRE_COMMIT_HOME": str(tmp_path / "cache"), "NO_COLOR": "1", "PYTHONUTF8": "1"}

    def call(*command: str, folder: Path) -> str:
        return subprocess.run(
            command, cwd=folder, env=environment, check=True, capture_output=True, encoding="utf-8"
        ).stdout

    # A clone, so that only what is committed is installed.
    call("git", "clone", "--quiet", str(ROOT), str(tmp_path / "mdlint"), folder=tmp_path)
    revision = call("git", "rev-parse", "HEAD", folder=tmp_path / "mdlint").strip()
    site = tmp_path / "site"
    site.mkdir()
    call("git", "init", "--quiet", folder=site)

    def pre_commit(files: dict[str, str]) -> tuple[int, str]:
        """Stage the files, and run the hook as a commit does."""
        for path, text in files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, encoding="utf-8")
        call("git", "add", ".", folder=site)
        command = [sys.executable, "-m", "pre_commit", "run", "--color=never"]
        done = subprocess.run(command, check=False, cwd=site, env=environment, capture_output=True, encoding="utf-8")
        return done.returncode, done.stdout + done.stderr

    config = {"repos": [{"repo": str(tmp_path / "mdlint"), "rev": revision, "hooks": [{"id": "mdlint"}]}]}
    code, said = pre_commit(
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
    dated = "---\ntitle: Bread\ndescription: A loaf\ndate: {}\n---\n\nFlour.\n"
    files = {"content/rye and oats.md": dated.format("2024/1/5"), ".pre-commit-config.yaml": yaml.safe_dump(config)}
    code, said = pre_commit(files)
    assert code == 1, said
    assert "Fixed 1 finding in 1 file: 1 non-iso-date" in said
    assert (site / "content/rye and oats.md").read_text(encoding="utf-8") == dated.format("2024-01-05")
    code, said = pre_commit({})
    assert code == 0, said

    config["repos"][0]["hooks"] = [{"id": "mdlint", "args": ["--output-format=concise"]}]
    bad = ["content/sour dough.md", "content/小麦.md", "content/rye.mdx", "content/oats.Rmd"]
    code, said = pre_commit({".pre-commit-config.yaml": yaml.safe_dump(config), **dict.fromkeys(bad, BAD)})
    assert code == 1, said
    for path in bad:
        assert f"{path}:3:14: " in said
    assert said.count("[empty-description]") == len(bad)
    assert "bread and salt" not in said
    assert "notes.txt" not in said
    assert "ISSUE_TEMPLATE" not in said
