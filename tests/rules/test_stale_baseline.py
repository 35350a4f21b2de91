"""Through the command, in this process: the rule speaks of a whole run."""

import json
from pathlib import Path
from typing import TypeAlias

import pytest

from mdlint.cli import main

BASELINE = "known.json"
ONE: dict[str, object] = {"rule": "empty-description", "at": "description", "digest": "6f49cdbd80e1"}
OTHER: dict[str, object] = {"rule": "empty-tag", "at": "tags[]", "digest": "12ae32cb1ec0"}
BAD = "---\ndescription: ''\n---\n"
GOOD = "---\ndescription: Rye\n---\n"
BROKEN = "---\ndescription: Rye: bread\n---\n"

Case: TypeAlias = tuple[dict[str, str], dict[str, list[dict[str, object]]], list[str], list[tuple[int, str]]]

CASES: dict[str, Case] = {
    "nothing is gone": ({"a.md": BAD}, {"a.md": [ONE]}, [], []),
    "repaired": (
        {"a.md": GOOD},
        {"a.md": [ONE]},
        [],
        [(5, "`empty-description` of `description` in `a.md` is no longer found")],
    ),
    "once of twice": (
        {"a.md": BAD},
        {"a.md": [{**ONE, "count": 2}]},
        [],
        [(5, "`empty-description` of `description` in `a.md` is known 2 times, but found once")],
    ),
    "the file was not checked": ({"a.md": GOOD, "b.md": GOOD}, {"a.md": [ONE]}, ["b.md"], []),
    "the rule did not run": ({"a.md": GOOD}, {"a.md": [ONE]}, ["--select=empty-tag,stale-baseline"], []),
    "the rule is ignored in the file": (
        {"a.md": GOOD, "mdlint.toml": 'per-file-ignores = { "a*" = "placeholder" }'},
        {"a.md": [ONE]},
        [],
        [],
    ),
    "the rule is ignored in a collection of the file": (
        {
            "a.md": GOOD,
            "mdlint.toml": '[[collections]]\nname = "a"\nfiles = "*.md"\nignore = "empty-description"',
        },
        {"a.md": [ONE]},
        [],
        [],
    ),
    "perhaps of a collection that ignores the rule": (
        {
            "a.md": GOOD,
            "mdlint.toml": '[[collections]]\nname = "a"\nwhen = "title"\nignore = "empty-description"',
        },
        {"a.md": [ONE]},
        [],
        [],
    ),
    "no such rule": (
        {"a.md": GOOD},
        {"a.md": [{"rule": "gone-with-a-plugin"}]},
        [],
        [(5, "`gone-with-a-plugin` in `a.md` is no longer found")],
    ),
    "not selected": ({"a.md": GOOD}, {"a.md": [ONE]}, ["--ignore=stale-baseline"], []),
    "who knows, the file cannot be read": ({"a.md": BROKEN}, {"a.md": [ONE]}, [], []),
    "the file is gone": (
        {"b.md": GOOD},
        {"a.md": [ONE, OTHER]},
        [],
        [(4, "`a.md` is gone, but findings in it are still known")],
    ),
    "gone elsewhere": ({"posts/b.md": GOOD}, {"a.md": [ONE]}, ["posts"], []),
    "excluded is not gone": ({"a.md": GOOD, "mdlint.toml": 'exclude = "a.md"'}, {"a.md": [ONE]}, [], []),
    "renamed is not gone": ({"posts/2024-05-01-a/index.md": BAD}, {"a.md": [ONE]}, [], []),
    "one line each": (
        {"a.md": GOOD},
        {"a.md": [ONE, OTHER]},
        [],
        [
            (5, "`empty-description` of `description` in `a.md` is no longer found"),
            (6, "`empty-tag` of `tags[]` in `a.md` is no longer found"),
        ],
    ),
}  # fmt: skip


def baseline_text(known: dict[str, list[dict[str, object]]]) -> str:
    rows = [f'    "{path}": [\n' + ",\n".join(f"      {json.dumps(e)}" for e in of) for path, of in known.items()]
    return '{\n  "version": 1,\n  "files": {\n' + "\n    ],\n".join(rows) + "\n    ]\n  }\n}\n"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_stale(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files, known, arguments, expected = case
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    (tmp_path / BASELINE).write_text(baseline_text(known))
    monkeypatch.chdir(tmp_path)
    main([*arguments, "--baseline", BASELINE, "--output-format=json"])
    report = json.loads(capsys.readouterr().out)
    found = [d for d in report["diagnostics"] if d["rule"] == "stale-baseline"]
    assert [(d["line"], d["message"]) for d in found] == expected
    assert {(d["path"], d["severity"]) for d in found} <= {(BASELINE, "info")}


def test_severity(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text(GOOD)
    (tmp_path / BASELINE).write_text(json.dumps({"version": 1, "files": {"a.md": [ONE]}}))
    (tmp_path / "mdlint.toml").write_text(f'baseline = "{BASELINE}"\nseverity = {{ stale-baseline = "error" }}\n')
    monkeypatch.chdir(tmp_path)
    assert main(["--output-format=concise"]) == 1
    assert capsys.readouterr().out.startswith(f"{BASELINE}:1:35: error[stale-baseline] ")
