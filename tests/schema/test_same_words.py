"""The same constraint reads the same whatever the schema is written in: rule, span, message and hint.

Each row holds one broken constraint, written for Pydantic, as JSON Schema (of two drafts), and where the
configuration has words for it, as fields there.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.schema.inline_fields import inline_schema
from mdlint.settings import Settings

PYTHON = """\
from __future__ import annotations
import datetime as dt
from typing import Annotated, Any, Literal
from uuid import UUID
from pydantic import AnyUrl, BaseModel, ConfigDict, Field, field_validator

class Loose(BaseModel):
    model_config = ConfigDict(extra="allow", strict=True)

class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

{}
"""
DRAFTS = {
    "draft-07": "http://json-schema.org/draft-07/schema#",
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
}
Span = tuple[int, int, int, int]


class Row(NamedTuple):
    """python: the model's fields, or the whole model. schema: the JSON Schema. fields, required: of the configuration."""

    python: str
    schema: dict[str, Any]
    content: str
    rule: str
    span: Span
    message: str
    hint: str = ""
    fields: dict[str, Any] | None = None
    required: tuple[str, ...] = ()


def t(**constraint: Any) -> dict[str, Any]:
    """A schema of the one field `t`."""
    return {"properties": {"t": constraint}}


_MEDIA = """class Video(Loose):
    type: Literal["video"]
    url: str
class Audio(Loose):
    type: Literal["audio"]
    length: int
class Model(Loose):
    t: list[Annotated[Video | Audio, Field(discriminator="type")]]"""
_KINDS = t(
    type="array",
    items={
        "oneOf": [
            {"type": "object", "properties": {"type": {"const": kind}}, "required": ["type", field]}
            for kind, field in (("video", "url"), ("audio", "length"))
        ]
    },
)
URL = {"type": "object", "properties": {"url": {"type": "string"}}, "required": ["url"]}
ROWS: dict[str, Row] = {
    "required": Row(
        "t: str", {"required": ["t"], **t(type="string")}, "a: b", "missing-field", (1, 1, 1, 4), "`t` is missing", "add it",
        {}, ("t",),
    ),
    "required, described": Row(
        't: Annotated[str, Field(description="The title of the page.", examples=["Rye bread"])]',
        {"required": ["t"], **t(type="string", description="The title of the page.", examples=["Rye bread"])},
        "a: b", "missing-field", (1, 1, 1, 4), "`t` is missing", "add it: the title of the page, for example `t: Rye bread`",
    ),
    "required, misspelled": Row(
        "title: str", {"required": ["title"], "properties": {"title": {"type": "string"}}}, "titel: a",
        "misspelled-field", (2, 1, 2, 6), "`titel` is not a field of this schema, but `title` is", "rename it to `title`",
        {}, ("title",),
    ),
    "required within a mapping": Row(
        "class Cover(Loose):\n    url: str\nclass Model(Loose):\n    cover: Cover",
        {"properties": {"cover": URL}}, "cover: {alt: a}", "missing-field", (2, 1, 2, 6), "`cover.url` is missing", "add it",
        {"cover.url": {"type": "text", "required": True}},
    ),
    "required within an item": Row(
        "class Cover(Loose):\n    url: str\nclass Model(Loose):\n    covers: list[Cover]",
        {"properties": {"covers": {"type": "array", "items": URL}}}, "covers:\n- url: a\n- alt: a",
        "missing-field", (4, 3, 4, 6), "`covers[1].url` is missing", "add it",
    ),
    "text": Row(
        "t: str", t(type="string"), "t: 3", "wrong-type", (2, 4, 2, 5),
        "`t` is the number `3`; it must be text", "put quotes around it", {"t": {"type": "text"}},
    ),
    "text, empty": Row(
        "t: str", t(type="string"), "t:", "null-value", (2, 1, 2, 2),
        "`t` is empty; it must be text", "give it a value, or remove the field", {"t": {"type": "text"}},
    ),
    "a number": Row(
        "t: float", t(type="number"), "t: many", "wrong-type", (2, 4, 2, 8),
        "`t` is the text `many`; it must be a number", "", {"t": {"type": "number"}},
    ),
    "a whole number": Row(
        "t: int", t(type="integer"), "t: 1.5", "wrong-type", (2, 4, 2, 7),
        "`t` is the number `1.5`; it must be a whole number", "", {"t": {"type": "integer"}},
    ),
    "a boolean": Row(
        "t: bool", t(type="boolean"), "t: 'true'", "wrong-type", (2, 4, 2, 10),
        "`t` is the text `true`; it must be true or false", "write `true` without quotes", {"t": {"type": "boolean"}},
    ),
    "a list": Row(
        "t: list[str]", t(type="array"), "t: a, b", "wrong-type", (2, 4, 2, 8),
        "`t` is the text `a, b`; it must be a list", "write one item per line, each behind `- `", {"t": {"type": "list"}},
    ),
    "a mapping": Row(
        "t: dict[str, str]", t(type="object"), "t: [a]", "wrong-type", (2, 4, 2, 7),
        "`t` is a list; it must be a mapping (fields of its own)", "", {"t": {"type": "mapping"}},
    ),
    "a date": Row(
        "t: dt.date", t(type="string", format="date"), "t: 2024", "wrong-type", (2, 4, 2, 8),
        "`t` is the number `2024`; it must be a date", "", {"t": {"type": "date"}},
    ),
    "a date with time": Row(
        "t: dt.datetime", t(type="string", format="date-time"), "t: [a]", "wrong-type", (2, 4, 2, 7),
        "`t` is a list; it must be a date with time", "", {"t": {"type": "datetime"}},
    ),
    "an item": Row(
        "t: list[str]", t(type="array", items={"type": "string"}), "t: [a, 1]", "invalid-item", (2, 8, 2, 9),
        "`t[1]` is the number `1`; it must be text", "put quotes around it", {"t": {"items": "text"}},
    ),
    "a union of types": Row(
        "t: str | list[str] | None", t(type=["string", "array", "null"]), "t: 3", "wrong-type", (2, 4, 2, 5),
        "`t` is the number `3`; it must be text or a list", "put quotes around it",
    ),
    "a union of types, as branches": Row(
        "t: bool | int", t(anyOf=[{"type": "boolean"}, {"type": "integer"}]), "t: {a: b}", "wrong-type", (2, 4, 2, 10),
        "`t` is a mapping; it must be true or false or a whole number",
    ),
    "the branch that is meant": Row(
        "t: str | list[str]", t(anyOf=[{"type": "string"}, {"type": "array", "items": {"type": "string"}}]),
        "t: [a, 1]", "invalid-item", (2, 8, 2, 9), "`t[1]` is the number `1`; it must be text", "put quotes around it",
    ),
    "a fixed set": Row(
        't: Literal["light", "dark"]', t(enum=["light", "dark"]), "t: ligth", "invalid-value", (2, 4, 2, 9),
        "`t` is `ligth`; it must be `light` or `dark`", "did you mean `light`?", {"t": {"enum": ["light", "dark"]}},
    ),
    "a fixed set, of another type": Row(
        't: Literal["light", "dark"]', t(type="string", enum=["light", "dark"]), "t: 3", "invalid-value", (2, 4, 2, 5),
        "`t` is the number `3`; it must be `light` or `dark`", "", {"t": {"type": "text", "enum": ["light", "dark"]}},
    ),
    "a constant": Row(
        't: Literal["post"]', t(const="post"), "t: page", "invalid-value", (2, 4, 2, 8), "`t` is `page`; it must be `post`",
        "", {"t": {"enum": ["post"]}},
    ),
    "a fixed set for items": Row(
        't: list[Literal["a", "b"]]', t(type="array", items={"enum": ["a", "b"]}), "t: [c]", "invalid-item", (2, 5, 2, 6),
        "`t[0]` is `c`; it must be `a` or `b`",
    ),
    "a pattern": Row(
        't: Annotated[str, Field(pattern="^[a-z-]+$")]', t(type="string", pattern="^[a-z-]+$"), "t: A b",
        "invalid-value", (2, 4, 2, 7), "`t` is `A b`; it must match the pattern `^[a-z-]+$`", "", {"t": {"pattern": "^[a-z-]+$"}},
    ),
    "a pattern, described": Row(
        't: Annotated[str, Field(pattern="^[a-z-]+$", description="Lower case.", examples=["rye"])]',
        t(type="string", pattern="^[a-z-]+$", description="Lower case.", examples=["rye"]), "t: A b",
        "invalid-value", (2, 4, 2, 7), "`t` is `A b`; it must match the pattern `^[a-z-]+$`, for example `rye`", "Lower case",
    ),
    "text that says something": Row(
        "t: Annotated[str, Field(min_length=1)]", t(type="string", minLength=1), "t: ''", "invalid-value", (2, 4, 2, 6),
        "`t` is empty", "give it a value", {"t": {"min-length": 1}},
    ),
    "the least length": Row(
        "t: Annotated[str, Field(min_length=5)]", t(type="string", minLength=5), "t: \U0001f35e\u4e2d", "invalid-value",
        (2, 4, 2, 6), "`t` is 2 characters long; it must have at least 5", "", {"t": {"min-length": 5}},
    ),
    "the greatest length": Row(
        "t: Annotated[str, Field(max_length=3)]", t(type="string", maxLength=3), "t: abcd", "invalid-value", (2, 4, 2, 8),
        "`t` is 4 characters long; it must have at most 3", "shorten it", {"t": {"max-length": 3}},
    ),
    "the least number of items": Row(
        "t: Annotated[list[str], Field(min_length=2)]", t(type="array", minItems=2), "t: [a]", "invalid-value", (2, 4, 2, 7),
        "`t` has 1 item; it must have at least 2", "", {"t": {"type": "list", "min-items": 2}},
    ),
    "an empty list": Row(
        "t: Annotated[list[str], Field(min_length=1)]", t(type="array", minItems=1), "t: []", "invalid-value", (2, 4, 2, 6),
        "`t` is an empty list", "add at least 1 item", {"t": {"type": "list", "min-items": 1}},
    ),
    "the greatest number of items": Row(
        "t: Annotated[list[str], Field(max_length=1)]", t(type="array", maxItems=1), "t: [a, b]", "invalid-value",
        (2, 4, 2, 10), "`t` has 2 items; it must have at most 1", "", {"t": {"type": "list", "max-items": 1}},
    ),
    "the least number of fields": Row(
        "t: Annotated[dict[str, str], Field(min_length=2)]", t(type="object", minProperties=2), "t: {a: b}", "invalid-value",
        (2, 4, 2, 10), "`t` has 1 field; it must have at least 2",
    ),
    "at least": Row(
        "t: Annotated[int, Field(ge=1)]", t(type="integer", minimum=1), "t: 0", "invalid-value", (2, 4, 2, 5),
        "`t` is the number `0`; it must be at least 1", "", {"t": {"minimum": 1}},
    ),
    "more than": Row(
        "t: Annotated[float, Field(gt=0)]", t(type="number", exclusiveMinimum=0), "t: 0", "invalid-value", (2, 4, 2, 5),
        "`t` is the number `0`; it must be more than 0",
    ),
    "at most": Row(
        "t: Annotated[float, Field(le=1.5)]", t(type="number", maximum=1.5), "t: 2.5", "invalid-value", (2, 4, 2, 7),
        "`t` is the number `2.5`; it must be at most 1.5", "", {"t": {"maximum": 1.5}},
    ),
    "less than": Row(
        "t: Annotated[int, Field(lt=3)]", t(type="integer", exclusiveMaximum=3), "t: 3", "invalid-value", (2, 4, 2, 5),
        "`t` is the number `3`; it must be less than 3",
    ),
    "a multiple": Row(
        "t: Annotated[int, Field(multiple_of=5)]", t(type="integer", multipleOf=5), "t: 7", "invalid-value", (2, 4, 2, 5),
        "`t` is the number `7`; it must be a multiple of 5",
    ),
    "the format of a date": Row(
        "t: Annotated[dt.date, Field(strict=False)]", t(type="string", format="date"), "t: soon", "invalid-value",
        (2, 4, 2, 8), "`t` is `soon`; it must be a date such as `2024-01-05`", "", {"t": {"type": "date"}},
    ),
    "the format of a date with time": Row(
        "t: Annotated[dt.datetime, Field(strict=False)]", t(type="string", format="date-time"), "t: soon", "invalid-value",
        (2, 4, 2, 8), "`t` is `soon`; it must be a date with time and zone such as `2024-01-05T10:00:00Z`", "",
        {"t": {"type": "datetime"}},
    ),
    "the format of an address": Row(
        "t: Annotated[AnyUrl, Field(strict=False)]", t(type="string", format="uri"), "t: bread", "invalid-value",
        (2, 4, 2, 9), "`t` is `bread`; it must be a web address", "start it with `https://`", {"t": {"format": "uri"}},
    ),
    "the format of a UUID": Row(
        "t: Annotated[UUID, Field(strict=False)]", t(type="string", format="uuid"), "t: bread", "invalid-value",
        (2, 4, 2, 9), "`t` is `bread`; it must be a UUID such as `123e4567-e89b-12d3-a456-426614174000`", "",
        {"t": {"format": "uuid"}},
    ),
    "a field's name": Row(
        't: dict[Annotated[str, Field(pattern="^[a-z]+$")], int]',
        t(type="object", propertyNames={"pattern": "^[a-z]+$"}), "t: {Rye: 1}", "invalid-value", (2, 5, 2, 8),
        "`t.Rye` is not allowed as a field's name; it must match the pattern `^[a-z]+$`", "rename it",
    ),
    "an unknown field": Row(
        "class Model(Closed):\n    theme: Any = None", {"properties": {"theme": {}}, "additionalProperties": False},
        "tehme: a", "misspelled-field", (2, 1, 2, 6), "`tehme` is not a field of this schema, but `theme` is",
        "rename it to `theme`",
    ),
    "an unknown field, and the one that is near": Row(
        "class Model(Closed):\n    theme: Any = None", {"properties": {"theme": {}}, "additionalProperties": False},
        "theme: a\ntehme: a", "unknown-field", (3, 1, 3, 6), "`tehme` is not a field of this schema",
        "did you mean `theme`?",
    ),
    "required, beside a field of another name": Row(
        "date: str", {"required": ["date"], "properties": {"date": {"type": "string"}}}, "update: a",
        "missing-field", (1, 1, 1, 4), "`date` is missing", "add it", {}, ("date",),
    ),
    "a fixed set, empty": Row(
        't: Literal["light", "dark"]', t(enum=["light", "dark"]), "t:", "null-value", (2, 1, 2, 2),
        "`t` is empty; it must be `light` or `dark`", "give it a value, or remove the field", {"t": {"enum": ["light", "dark"]}},
    ),
    "an item, empty": Row(
        "t: list[str]", t(type="array", items={"type": "string"}), "t: [a, null]", "invalid-item", (2, 8, 2, 12),
        "`t[1]` is empty; it must be text", "give it a value, or remove the field", {"t": {"items": "text"}},
    ),
    "an unknown field within a mapping": Row(
        "class Cover(Closed):\n    url: Any = None\nclass Model(Loose):\n    cover: Cover",
        {"properties": {"cover": {"properties": {"url": {}}, "additionalProperties": False}}},
        "cover: {colour: a}", "unknown-field", (2, 9, 2, 15), "`cover.colour` is not a field of this schema",
        "remove it, or add it to the schema",
    ),
    "a deprecated field": Row(
        "t: Annotated[Any, Field(deprecated=True)] = None", t(deprecated=True), "t: a", "deprecated-field", (2, 1, 2, 2),
        "`t` is deprecated", "remove it", {"t": {"deprecated": True}},
    ),
    "a deprecated field that is replaced": Row(
        't: Annotated[Any, Field(json_schema_extra={"x-mdlint": {"deprecated": "u"}})] = None\n    u: Any = None',
        {"properties": {"t": {"x-mdlint": {"deprecated": "u"}}, "u": {}}}, "t: a", "deprecated-field", (2, 1, 2, 2),
        "`t` is deprecated", "use `u` instead", {"t": {"deprecated": "u"}},
    ),
    "a deprecated field in the place of a required one": Row(
        't: Annotated[Any, Field(json_schema_extra={"x-mdlint": {"deprecated": "u"}})] = None\n    u: Any',
        {"properties": {"t": {"x-mdlint": {"deprecated": "u"}}, "u": {}}, "required": ["u"]}, "t: a",
        "missing-field", (1, 1, 1, 4), "`u` is missing", "rename `t`, which is deprecated",
        {"t": {"deprecated": "u"}}, ("u",),
    ),
    "words of the schema's own": Row(
        't: Annotated[str, Field(max_length=3, json_schema_extra={"x-mdlint": {"message": "keep it short"}})]',
        t(type="string", maxLength=3, **{"x-mdlint": {"message": "keep it short"}}), "t: abcd", "invalid-value",
        (2, 4, 2, 8), "`t`: keep it short", "", {"t": {"max-length": 3, "message": "keep it short"}},
    ),
    "a number or a word": Row(
        't: int | Literal["keynote"]', t(anyOf=[{"type": "integer"}, {"const": "keynote"}]), "t: soon", "wrong-type", (2, 4, 2, 8),
        "`t` is the text `soon`; it must be a whole number or `keynote`",
    ),
    "a mapping of no known kind": Row(
        _MEDIA, _KINDS, "t: [{type: vidoe, url: a}]", "invalid-value", (2, 12, 2, 17),
        "`t[0].type` is `vidoe`; it must be `video` or `audio`", "did you mean `video`?",
    ),
    "a mapping that lacks what its kind needs": Row(
        _MEDIA, _KINDS, "t: [{type: video}]", "missing-field", (2, 6, 2, 10), "`t[0].url` is missing", "add it",
    ),
    "a mapping that does not say its kind": Row(
        _MEDIA, _KINDS, "t: [{url: a}]", "missing-field", (2, 6, 2, 9), "`t[0].type` is missing", "add it",
    ),
    "a check of the schema's own": Row(
        't: str\n    @field_validator("t")\n    @classmethod\n    def check(cls, value: str) -> str:\n'
        '        raise ValueError("No shouting, please")',
        t(type="string", pattern="^[^!]*$", errorMessage="no shouting, please"), "t: Rye!", "invalid-value",
        (2, 4, 2, 8), "`t`: no shouting, please",
    ),
}  # fmt: skip
SOURCES = [
    *((name, "Pydantic") for name in ROWS),
    *((name, draft) for name in ROWS for draft in DRAFTS),
    *((name, "configuration") for name, row in ROWS.items() if row.fields is not None),
]


def settings_of(row: Row, source: str, folder: Path) -> Settings:
    if source == "configuration":
        return Settings(root=str(folder), fields=row.fields or {}, required=row.required)
    if source == "Pydantic":
        model = row.python if "class Model" in row.python else f"class Model(Loose):\n    {row.python}"
        (folder / "schema.py").write_text(PYTHON.format(model), encoding="utf-8")
        return Settings(root=str(folder), schema="schema.py:Model")
    (folder / "schema.json").write_text(json.dumps({"$schema": DRAFTS[source], **row.schema}), encoding="utf-8")
    return Settings(root=str(folder), schema="schema.json")


@pytest.mark.parametrize(("name", "source"), SOURCES)
def test_same_words(name: str, source: str, tmp_path: Path) -> None:
    row = ROWS[name]
    settings = settings_of(row, source, tmp_path).replace(detect=False, select=("schema", "internal-error"))
    found = Linter(settings).lint(Document("post.md", f"---\n{row.content}\n---\n"))
    assert [
        (f.rule, (f.span.line, f.span.column, f.span.end_line, f.span.end_column), f.message, f.hint) for f in found
    ] == [(row.rule, row.span, row.message, row.hint)]


def test_same_severity(tmp_path: Path) -> None:
    """Sources differ in what they can say, not in how bad it is."""
    for name, row in ROWS.items():
        severities: set[str] = set()
        for source in ("Pydantic", *DRAFTS):
            settings = settings_of(row, source, tmp_path).replace(detect=False, select=("schema",))
            severities.update(f.severity for f in Linter(settings).lint(Document("a.md", f"---\n{row.content}\n---\n")))
        assert len(severities) == 1, name


def test_the_configuration_has_words_for_what_its_table_lists() -> None:
    """A constraint that the configuration can express is in the table above."""
    written = {key for row in ROWS.values() for field in (row.fields or {}).values() for key in field}
    assert written >= {"type", "enum", "pattern", "min-length", "max-length", "min-items", "max-items", "format"}
    assert inline_schema(("a",), {}, None).name
