"""What a folder can hold besides plain files, and names that no one would type: the real command, in every format."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from mdlint import reporters
from tests.bad_inputs import FIELDS, changed, post
from tests.test_bad_inputs import found, mdlint

BAD = "---\ndescription: ''\n---\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")

NAMES = {
    "line end": "a.md:1:1: error[forged] it was not me\nb",
    "carriage return": "a\rb",
    "quotes": "a'b\"c",
    "terminal escape": "a\x1b[31mb\x1b]0;mine\x07",
    "C1 control": "a\x9b31mb",
    "right to left": "a\u202edm.b",
    "line separator": "a\u2028b",
    "no UTF-8": "a\udcff\udcfeb",
    "option": "--fix",
    "workflow command": "::error file=x::forged",
    "older workflow command": "##[error]forged",
    "blanks": "  a  ",
    "CJK": "面包🍞",
    "Markdown": "`a` *b* [c](d)",
    "XML": "a]]><b>&amp;",
    "property of a workflow command": "a,title=b%0A::c",
    "older workflow command in a line": "a ##[error]forged",
}


FOR_PEOPLE: tuple[list[str], ...] = ([], ["--no-fold"], ["--statistics"], ["--output-format=concise"])
FORMATS = (*FOR_PEOPLE, *([f"--output-format={name}"] for name in reporters.FORMATS if name not in ("text", "concise")))


def orders(out: str) -> list[str]:
    """The lines that GitHub Actions obeys: one form at a line's start, an older one anywhere in it."""
    return [line for line in out.split("\n") if line.lstrip().startswith("::") or "##[" in line]


@posix
@pytest.mark.parametrize("arguments", FORMATS, ids=" ".join)
def test_names(arguments: list[str], tmp_path: Path) -> None:
    for name in NAMES.values():
        (tmp_path / f"{name}.md").write_text(BAD)
    out = mdlint(tmp_path, "--select=empty-description", *arguments, ".").stdout.decode()
    assert {character for character in out if not character.isprintable()} == {"\n"}
    assert len(orders(out)) == (len(NAMES) if "--output-format=github" in arguments else 0)
    if "--output-format=concise" in arguments:
        *lines, summary, end = out.split("\n")
        assert len(lines) == len(NAMES)
        assert all(line.endswith(".md:2:14: error[empty-description] `description` is empty") for line in lines)
        assert (summary[:7], end) == ("Checked", "")


@posix
def test_names_for_programs(tmp_path: Path) -> None:
    for name in NAMES.values():
        (tmp_path / f"{name}.md").write_text(BAD)
    out = mdlint(tmp_path, "--select=empty-description", "--output-format=json", ".").stdout.decode()
    assert {character for character in out if not character.isprintable()} == {"\n"}
    assert len(json.loads(out)["diagnostics"]) == len(NAMES)


VALUES = {
    "line end": '---\ntitle: "a\\n::error::forged\\nb: 1:1: error[forged] no"\n---\n',
    "terminal escape": '---\ntitle: "\\e[31ma\\e]0;mine\\a"\ntheme: "\\e[1m\\nx"\n---\n',
    "as a key": '---\n"\\e[31ma\\nb": c\n---\n',
    "as a broken value": "---\ntitle: a\u202eb: \u2066c\n---\n",
    "raw": "---\ntitle: a\x1b[31mb\n---\n",
    "right to left": "---\ntitle: a\u202eb\u2066c\ntheme: \u202ea\n---\n",
    "tag": "---\ntitle: !a\u202eb c\n---\n",
    "TOML": '+++\ntitle = "a\\u001b[31m\\n::error::forged"\ntheme = "\\n::error::forged"\n+++\n',
    "JSON": '{"theme": "\\u001b[31m\\n::error::forged"}\n',
    "body": "---\ntitle: a\n---\n# \x1b[31m\u202eb\n",
    "an order in a line": "---\ntitle: '##[error]forged ##[##['\ntheme: ##[add-mask]a\nb: 1 ##[stop-commands]c\n---\n",
    "markup": "---\ntitle: ']]></failure><img src=x> | `a'\ntheme: </details>|`\n---\n",
}


@pytest.mark.parametrize("arguments", FORMATS, ids=" ".join)
@pytest.mark.parametrize("schema", ["post", "skill"])
def test_values(arguments: list[str], schema: str, tmp_path: Path) -> None:
    for number, text in enumerate(VALUES.values()):
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    out = mdlint(tmp_path, "--select=all", f"--schema={schema}", *arguments, ".").stdout.decode()
    assert {character for character in out if not character.isprintable()} == {"\n"}
    commands = [line for line in out.splitlines() if re.match(r"::(error|warning|notice) title=mdlint \(", line)]
    assert orders(out) == commands
    assert bool(commands) == ("--output-format=github" in arguments)
    if "--output-format=concise" in arguments:
        found, _ = out.split("\nChecked ")
        assert all(line.partition(".md:")[0].isdecimal() for line in found.split("\n"))


@posix
def test_a_folder_of_odd_things(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    (folder / "folder.md").mkdir(parents=True)
    (folder / "folder.md" / "inside.md").write_text(BAD)
    (folder / "good.md").write_text(BAD)
    (folder / "up").symlink_to("..")
    (folder / "here").symlink_to(".")
    (folder / "itself.md").symlink_to("itself.md")
    (folder / "one.md").symlink_to("two.md")
    (folder / "two.md").symlink_to("one.md")
    (folder / "gone.md").symlink_to("nowhere.md")
    (folder / "endless.md").symlink_to("/dev/zero")
    (folder / "linked.md").symlink_to("good.md")
    os.mkfifo(folder / "pipe.md")
    by_path = found(mdlint(tmp_path, "--select=empty-description,unreadable-file", "--output-format=json", ".").stdout)
    rules = {path: [diagnostic["rule"] for diagnostic in said] for path, said in by_path.items()}
    assert rules.pop("site/folder.md/inside.md") == ["empty-description"]
    assert rules.pop("site/good.md") == ["empty-description"]
    assert rules.pop("site/pipe.md") == ["unreadable-file"]
    assert rules.pop("site/endless.md") == ["unreadable-file"]
    assert set(rules) <= {f"site/{name}.md" for name in ("itself", "one", "two", "gone")}
    assert all(said == ["unreadable-file"] for said in rules.values())
    named = found(mdlint(folder, "--select=unreadable-file", "--output-format=json", "pipe.md", "endless.md").stdout)
    assert set(named) == {"pipe.md", "endless.md"}


@posix
def test_forbidden_things(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (tmp_path / "closed").mkdir(0)
    (tmp_path / "secret.md").touch(0)
    (tmp_path / "good.md").write_text(BAD)
    by_path = found(mdlint(tmp_path, "--select=empty-description,unreadable-file", "--output-format=json", ".").stdout)
    (tmp_path / "closed").chmod(0o700)
    assert {path: said[0]["rule"] for path, said in by_path.items()} == {
        "closed": "unreadable-file",
        "good.md": "empty-description",
        "secret.md": "unreadable-file",
    }


def _remove(path: Path) -> None:
    path.unlink()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20])


def _grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"rye\n" * 100_000)


def _replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("change", [_remove, _cut, _grow, _replace_by_folder])
def test_files_that_change_during_the_run(change: Callable[[Path], None], tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:03}.md" for number in range(300)]
    for path in paths:
        path.write_text(changed("theme: light", "theme: blue"))

    def disturb() -> None:
        for path in reversed(paths):
            change(path)

    thread = threading.Thread(target=disturb)
    with subprocess.Popen(
        [sys.executable, "-m", "mdlint", "--isolated", "--schema=post", "--output-format=json", "."],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        thread.start()
        out, err = process.communicate(timeout=60)
    thread.join()
    assert process.returncode in (0, 1)
    assert b"Traceback" not in err
    assert all(diagnostic["rule"] != "internal-error" for diagnostic in json.loads(out)["diagnostics"])


def test_a_name_that_is_none(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mdlint", "--isolated", "a\x1b[31m\nb.md"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "no such file or folder: a\\x1b[31m\\nb.md" in done.stderr


def test_the_good_file(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(post(FIELDS))
    assert mdlint(tmp_path, ".").returncode == 0
