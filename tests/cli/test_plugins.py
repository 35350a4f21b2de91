"""Rules and reporters of others, through the real command."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Mdlint = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLE = Path(__file__).parents[2] / "examples" / "plugin"
POST = "---\ntitle: Rye bread\noven: 220\n---\n"


@pytest.fixture
def bakery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a post and a configuration that names the example's file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "our tools").mkdir()
    shutil.copy(EXAMPLE / "mdlint_bakery.py", tmp_path / "our tools" / "brot_面包.py")
    (tmp_path / "mdlint.toml").write_text('plugins = ["our tools/brot_面包.py"]\n', encoding="utf-8")
    (tmp_path / "post.md").write_text(POST, encoding="utf-8")
    return tmp_path


def configure(bakery: Path, more: str, code: str | None = None) -> None:
    """Change the configuration, and with `code` the plugin."""
    if code is not None:
        (bakery / "rules.py").write_text(code, encoding="utf-8")
    name = "our tools/brot_面包.py" if code is None else "rules.py"
    (bakery / "mdlint.toml").write_text(f'plugins = ["{name}"]\n{more}\n', encoding="utf-8")


def test_its_rules_run(bakery: Path, mdlint: Mdlint) -> None:
    done = mdlint("--output-format=concise", ".")
    assert done.stdout.splitlines()[0] == "post.md:3:7: warning[heat-without-unit] `oven` is `220`, of no unit"
    assert done.returncode == 1


SETTINGS = {
    "ignored by name": ('ignore = ["heat-without-unit"]', ""),
    "ignored by group": ('ignore = ["bakery"]', ""),
    "another severity": ('severity.heat-without-unit = "error"', "error[heat-without-unit]"),
    "an option": ('rules.heat-without-unit.field = "title"', ""),
    "in one place": ('per-file-ignores."*.md" = ["bakery"]', ""),
    "selected": ('select = ["bakery"]', "warning[heat-without-unit]"),
    "others selected": ('select = ["tag"]', ""),
    "in a collection": ('collections = [{ name = "a", files = "*.md", ignore = "bakery" }]', ""),
}


@pytest.mark.parametrize(("more", "said"), SETTINGS.values(), ids=SETTINGS)
def test_its_rules_are_set_as_others(bakery: Path, mdlint: Mdlint, more: str, said: str) -> None:
    configure(bakery, more)
    done = mdlint("--output-format=concise", ".")
    assert done.returncode in (0, 1), done.stderr
    assert ("heat-without-unit" in done.stdout) == bool(said)
    assert said in done.stdout


TYPED = """\
from typing import TYPE_CHECKING, ClassVar

from mdlint.diagnostic import Finding
from mdlint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from mdlint.document import Document


class HeatWithoutUnit(Rule):
    \"\"\"The heat of the oven is a bare number.\"\"\"

    group: ClassVar[str] = "bakery"
    units: ClassVar[Sequence[str]] = ("°C", "°F")
    field: str = "oven"
    others: Sequence[str] = ()

    def check(self, doc: Document) -> Iterator[Finding]:
        for field in (self.field, *self.others):
            if isinstance(doc.get(field), int):
                yield Finding((field,), f"`{field}` has no unit")


RULES = [HeatWithoutUnit]
"""


@pytest.mark.parametrize(
    "code",
    [
        "from __future__ import annotations\n" + TYPED,
        TYPED.replace("if TYPE_CHECKING:", "if not TYPE_CHECKING:"),
        pytest.param(
            TYPED,
            marks=pytest.mark.skipif(sys.version_info < (3, 14), reason="annotations are evaluated at once"),
        ),
    ],
    ids=["as text", "at once", "when asked for"],
)
def test_its_annotations(bakery: Path, mdlint: Mdlint, code: str) -> None:
    """Those of class variables are no options, and they may name what is there for type checkers only."""
    configure(bakery, 'rules.heat-without-unit = { field = "heat", others = ["oven"] }', code)
    done = mdlint("--output-format=concise", ".")
    assert done.stdout.splitlines()[:1] == ["post.md:3:7: warning[heat-without-unit] `oven` has no unit"], done.stderr
    configure(bakery, 'rules.heat-without-unit.group = "oven"', code)
    assert "has no option `group`" in mdlint(".").stderr


def test_its_rules_on_the_command_line(bakery: Path, mdlint: Mdlint) -> None:
    assert mdlint("--select=heat-without-unit", ".").returncode == 1
    assert mdlint("--ignore=bakery", ".").returncode == 0
    done = mdlint("--select=heat-with-unit", ".")
    assert done.returncode == 2
    assert "did you mean 'heat-without-unit'?" in done.stderr


def test_its_fixes(bakery: Path, mdlint: Mdlint) -> None:
    done = mdlint("--fix", "--unsafe-fixes", ".")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (bakery / "post.md").read_text(encoding="utf-8") == POST.replace("220", "220 °C")


def test_its_rules_are_explained(bakery: Path, mdlint: Mdlint) -> None:
    assert mdlint("explain", "heat-without-unit").stdout.startswith("heat-without-unit\ngroup bakery, warning")
    assert "heat-without-unit" in mdlint("rules").stdout
    assert "heat-without-unit  " in mdlint("config", "--file", "post.md").stdout


def test_its_reporter(bakery: Path, mdlint: Mdlint) -> None:
    assert mdlint("--output-format=tally", ".").stdout == "1 × heat-without-unit\n"
    assert mdlint("--output-file=tally:tally.txt", ".").stdout.startswith("warning[heat-without-unit]")
    assert (bakery / "tally.txt").read_text(encoding="utf-8") == "1 × heat-without-unit\n"
    done = mdlint("--output-format=tale", ".")
    assert done.returncode == 2
    assert "'tale' is not one of 'text'" in done.stderr
    assert "'tally'" in done.stderr


def test_a_module(bakery: Path, mdlint: Mdlint) -> None:
    package = bakery / "our_rules"
    package.mkdir()
    shutil.copy(EXAMPLE / "mdlint_bakery.py", package / "bread.py")
    (bakery / "mdlint.toml").write_text('plugins = "our_rules.bread"\n')
    assert mdlint("--output-format=tally", ".").stdout == "1 × heat-without-unit\n"


def test_an_extended_file_brings_its_plugins(bakery: Path, mdlint: Mdlint) -> None:
    (bakery / "mdlint.toml").rename(bakery / "base.toml")
    (bakery / "mdlint.toml").write_text('extends = "base.toml"\n')
    assert mdlint(".").returncode == 1


def test_it_is_refused_without_code(bakery: Path, mdlint: Mdlint) -> None:
    done = mdlint("--no-code", ".")
    assert done.returncode == 2
    assert done.stderr == (
        "Error: mdlint.toml:1:12: the plugin `our tools/brot_面包.py` is Python code, which --no-code refuses\n"
    )


RULE = """\
from mdlint.rule import Rule
class Cold(Rule):
    \"\"\"It is cold.\"\"\"
    group = "bakery"
    def check(self, doc):
        return iter(())
"""
MISTAKES = {
    "nothing stated": ("x = 1\n", "has neither RULES nor REPORTERS; state `RULES = [MyRule]`"),
    "a failing import": ("import os\n1 / 0\n", "rules.py:2: ZeroDivisionError: division by zero; `1 / 0`"),
    "no Python": ("RULES = [\n", "rules.py:1: SyntaxError"),
    "no rule": ("RULES = [1]\n", "holds 1, which is not a subclass of Rule"),
    "no group": (RULE.replace('    group = "bakery"\n', "") + "RULES = [Cold]", "is in no group of rules"),
    "no docstring": (RULE.replace("It is cold.", "") + "RULES = [Cold]", "has no docstring"),
    "a name that is taken": (
        RULE.replace("Cold", "EmptyTitle") + "RULES = [EmptyTitle]",
        "the rule `empty-title` of the plugin `rules.py` is one of mdlint already",
    ),
    "a name that is taken twice": (RULE + "RULES = [Cold, Cold]", "is one of another plugin already"),
    "a group that is a rule": (
        RULE.replace("bakery", "empty-title") + "RULES = [Cold]",
        "is in no group of rules",
    ),
    "no name": (RULE.replace("    group", '    name = "So Cold"\n    group') + "RULES = [Cold]", "has no name such as"),
    "no reporters": ("REPORTERS = [print]\n", "is no mapping of names to functions"),
}


@pytest.mark.parametrize(("code", "said"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes(bakery: Path, mdlint: Mdlint, code: str, said: str) -> None:
    configure(bakery, "", code)
    done = mdlint(".")
    assert done.returncode == 2, done.stdout
    assert done.stderr.startswith("Error: mdlint.toml:1:12: ")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_plugin_that_is_not_there(bakery: Path, mdlint: Mdlint) -> None:
    (bakery / "mdlint.toml").write_text('plugins = ["no.py", "no_such_module"]\n')
    done = mdlint(".")
    assert done.returncode == 2
    assert "mdlint.toml:1:12: there is no file `no.py`" in done.stderr
    assert "mdlint.toml:1:21: there is no module `no_such_module`" in done.stderr


def test_a_crash_is_a_finding(bakery: Path, mdlint: Mdlint) -> None:
    configure(bakery, "", RULE.replace("return iter(())", "raise KeyError(doc.path)") + "RULES = [Cold]\n")
    done = mdlint("--output-format=concise", ".")
    assert done.returncode == 1
    assert "error[internal-error] the rule `cold` crashed on this file: KeyError: 'post.md'" in done.stdout


def test_the_example_passes_its_own_tests() -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n0",
        "-p",
        "no:cacheprovider",
        "--rootdir=.",
        "-c",
        "pyproject.toml",
    ]
    done = subprocess.run(command, cwd=EXAMPLE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout


def test_the_example_can_be_installed(tmp_path: Path) -> None:
    source = shutil.copytree(EXAMPLE, tmp_path / "plugin")
    target = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run(
        [*pip, "--disable-pip-version-check", "--target", target, source], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (target / "mdlint_bakery.py").is_file()
