"""`required` and `fields` of the configuration beside a schema: both hold."""

from pathlib import Path
from typing import Any

import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings

SKILL = "name: bake\ndescription: How to bake bread."
CASES: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "a field of either is known": ({"fields": {"level": {"type": "integer"}}}, "level: 3\nlicense: MIT", []),
    "a required field is known": ({"required": ("level",)}, "level: 3", []),
    "fields of a field are known": ({"fields": {"cover.url": {"type": "text"}}}, "cover:\n  url: /a.jpg", []),
    "a field of neither is not": ({"required": ("level",)}, "level: 3\nrank: 1", ["unknown-field rank"]),
    "the constraint holds": ({"fields": {"level": {"type": "integer"}}}, "level: high", ["wrong-type level"]),
    "the schema holds": ({"required": ("level",)}, "level: 3\nlicense: [a]", ["wrong-type license"]),
}


@pytest.mark.parametrize(("added", "fields", "expected"), CASES.values(), ids=CASES)
def test_both_hold(added: dict[str, Any], fields: str, expected: list[str], tmp_path: Path) -> None:
    settings = Settings(root=str(tmp_path), schema="skill", extra="forbid", select=("schema",), **added)
    found = Linter(settings).lint(Document("SKILL.md", f"---\n{SKILL}\n{fields}\n---\n"))
    assert [f"{d.rule} {d.key_path[0]}" for d in found if d.key_path] == expected


def test_what_both_miss_is_told_once(tmp_path: Path) -> None:
    settings = Settings(root=str(tmp_path), schema="skill", required=("name", "license"), select=("schema",))
    found = Linter(settings).lint(Document("SKILL.md", "---\ndescription: How to bake bread.\n---\n"))
    assert [d.message for d in found] == ["`license` is missing", "`name` is missing"]
