import io
import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from mdlint.diagnostic import Diagnostic, Edit, Fix, Span
from mdlint.report import Report
from mdlint.reporters import Options, load
from mdlint.reporters.json import VERSION

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schemas/report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)

PLAIN = Diagnostic("a.md", Span(1, 1, 1, 4), "missing-field", "error", "`title` is missing")
FULL = Diagnostic(
    "b/面包.md",
    Span(3, 3, 4, 1),
    "empty-tag",
    "info",
    "`tags[0]` is “面包 🥖”",
    "write it",
    ("tags", 0),
    Fix("write it", (Edit(0, 2, "\n"),), safe=False, byte_ranges=((0, 4),)),
)


def write(*diagnostics: Diagnostic, encoding: str = "utf-8", **options: object) -> str:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, newline="")
    load("json")(Report(3, diagnostics, 1.5), out, Options(**options))  # type: ignore[arg-type]
    out.flush()
    return raw.getvalue().decode(encoding)


def read(*diagnostics: Diagnostic, **more: Any) -> Any:
    text = write(*diagnostics, **more)
    jsonschema_rs.validator_for({}).validate(data := json.loads(text))
    VALIDATOR.validate(data)
    return data


def test_the_schema_is_one() -> None:
    jsonschema_rs.meta.validate(SCHEMA)
    assert SCHEMA["properties"]["version"]["const"] == VERSION


@pytest.mark.parametrize("diagnostics", [(), (PLAIN,), (PLAIN, FULL)])
def test_the_schema_describes_it_all(diagnostics: tuple[Diagnostic, ...]) -> None:
    data = read(*diagnostics)
    assert list(data) == list(SCHEMA["properties"])
    assert list(data["summary"]) == list(SCHEMA["properties"]["summary"]["properties"])
    for diagnostic in data["diagnostics"]:
        assert list(diagnostic) == list(SCHEMA["$defs"]["diagnostic"]["properties"])


def test_content() -> None:
    assert read(PLAIN, FULL) == {
        "version": 1,
        "summary": {"files": 3, "errors": 1, "warnings": 0, "infos": 1, "fixed": 0, "known": 0, "unchanged": 0},
        "diagnostics": [
            {
                "path": "a.md",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 4,
                "rule": "missing-field",
                "severity": "error",
                "message": "`title` is missing",
                "hint": None,
                "key_path": None,
                "fix": None,
            },
            {
                "path": "b/面包.md",
                "line": 3,
                "column": 3,
                "end_line": 4,
                "end_column": 1,
                "rule": "empty-tag",
                "severity": "info",
                "message": "`tags[0]` is “面包 🥖”",
                "hint": "write it",
                "key_path": ["tags", 0],
                "fix": {
                    "title": "write it",
                    "safe": False,
                    "edits": [{"start": 0, "end": 2, "start_byte": 0, "end_byte": 4, "text": "\n"}],
                },
            },
        ],
        "fixed": [],
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"line": 0},
        {"severity": "fatal"},
        {"rule": "Empty Tag"},
        {"message": ""},
        {"key_path": [None]},
        {"fix": {"title": "x", "safe": "yes", "edits": [{"start": 0, "end": 0, "text": ""}]}},
    ],
)
def test_the_schema_refuses(wrong: dict[str, Any]) -> None:
    data = read(FULL)
    data["diagnostics"][0] |= wrong
    assert not VALIDATOR.is_valid(data)


def test_unicode_where_the_output_has_it() -> None:
    assert "面包 🥖" in write(FULL)
    assert "面包 🥖" in write(FULL, encoding="utf-16")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "gbk", "shift_jis"])
def test_any_other_output_gets_ascii(encoding: str) -> None:
    text = write(FULL, encoding=encoding)
    assert text.isascii()
    assert json.loads(text) == json.loads(write(FULL))


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("hostile", ["\x1b]0;x\x07", "\u202e\u200b", "\x00\x7f\x9b", "a\nb\u2028c", '"\\'])
def test_characters_that_a_terminal_would_obey(encoding: str, hostile: str) -> None:
    text = write(FULL._replace(path=hostile, message=hostile, key_path=(hostile,)), encoding=encoding)
    assert all(line.isprintable() for line in text.splitlines())
    (diagnostic,) = json.loads(text)["diagnostics"]
    assert diagnostic["path"] == diagnostic["message"] == diagnostic["key_path"][0] == hostile


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_lone_surrogates_are_text(encoding: str) -> None:
    data = read(FULL._replace(path="caf\udce9.md", message="\ud83d is half", key_path=("\udc00",)), encoding=encoding)
    (diagnostic,) = data["diagnostics"]
    assert diagnostic["path"] == r"caf\xe9.md"
    assert diagnostic["message"] == r"\ud83d is half"
    assert diagnostic["key_path"] == [r"\udc00"]


def test_options_for_people_change_nothing() -> None:
    for options in ({"quiet": True}, {"statistics": True}, {"color": True}, {"fold": False}, {"width": 20}):
        assert write(PLAIN, FULL, **options) == write(PLAIN, FULL)
