"""What a command imports: most of a short run is start-up."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "yaml", "pydantic", "pydantic_core", "pydantic_core._pydantic_core", "pyromark", "frontmatter", "wcwidth", "difflib", "jinja2",
}  # fmt: skip

CASES: dict[str, tuple[list[str], set[str]]] = {
    "version": (["--version"], HEAVY),
    "help": (["--help"], HEAVY),
    "rules": (["rules"], HEAVY),
    "explain": (["explain", "empty-description"], HEAVY),
    "a file without front matter": (["plain.md"], HEAVY),
    "a file of no schema": (["page.md"], HEAVY),
    "a file that is not simple": (["anchor.md"], HEAVY - {"yaml"}),
}


@pytest.mark.parametrize(("arguments", "absent"), CASES.values(), ids=CASES)
def test_imports(arguments: list[str], absent: set[str], tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text("Only text.\n")
    (tmp_path / "page.md").write_text("---\ntitle: Rye bread\n---\n\nOnly text.\n")
    (tmp_path / "anchor.md").write_text("---\ntitle: Rye bread\ncover: &cover bread.png\n---\n\nOnly text.\n")
    code = (
        "import json, sys; from mdlint.cli import main; code = main(sys.argv[1:]);"
        "print(json.dumps([code, *sorted(sys.modules)]), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    status, *modules = json.loads(done.stderr.splitlines()[-1])
    assert status == 0
    assert absent & set(modules) == set()


def test_what_is_known_needs_no_parser(tmp_path: Path) -> None:
    """Neither for what was found in a file nor for comparing files."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(
            f"---\ntitle: Rye bread {name}\ntags: [rye, rye]\nslug: rye\ndescription: ''\ndate: 2041-01-01\n"
            "cover: &cover bread.png\n---\n"
        )
    code = "import sys; from mdlint.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", code, "--schema=post", "--output-format=concise", "."]
    first, second = (
        subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True) for _ in range(2)
    )
    assert [line for line in first.stdout.splitlines() if "Checked" not in line] == [
        line for line in second.stdout.splitlines() if "Checked" not in line
    ]
    assert "yaml" in first.stderr.split()
    assert HEAVY & set(second.stderr.splitlines()[-1].split()) == set()


def test_rules_with_nothing_to_say_are_not_imported(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("---\ntitle: Rye bread\ntags: rye, bread\n---\n\nOnly text.\n")
    code = "import sys; from mdlint.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    command = [sys.executable, "-c", code, "--no-cache", "page.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in done.stdout.split() if name.startswith("mdlint.rules.")}
    assert "tags_not_a_list" in loaded
    assert loaded.isdisjoint(("duplicate_tag", "lorem_ipsum", "unsafe_path", "impossible_date", "secret"))


def test_version_imports_only_the_cli() -> None:
    code = "import sys; from mdlint.cli import main; main(['--version']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ours = {name for name in done.stdout.split() if name.startswith("mdlint.")}
    assert ours == {"mdlint.cli"}


def test_ends_in_order(tmp_path: Path) -> None:
    """Although it does not wait for Python to take everything apart: output, exit codes, what is to run at the end."""
    (tmp_path / "page.md").write_text("---\ntitle: Rye bread\ntags: rye, bread\n---\n\nOnly text.\n")
    (tmp_path / "sitecustomize.py").write_text("import atexit; atexit.register(print, 'the end')\n")
    command = [sys.executable, "-m", "mdlint", "--no-cache", "--output-format=concise", "--fail-on=warning", "page.md"]
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{Path(__file__).parent.parent}"}
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 1
    assert done.stdout.startswith("page.md:3:7")
    assert done.stdout.endswith("the end\n")
