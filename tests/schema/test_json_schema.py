"""JSON Schema as a source of schemas: what is particular to it. What it shares: `test_same_words.py`."""

import json
from pathlib import Path
from typing import Any

import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.schema import SchemaError
from mdlint.schema.json_schema import JsonSchema, load_json_schema
from mdlint.settings import Settings

DRAFTS = ("http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2020-12/schema")


def said(schema: dict[str, Any], content: str, **more: Any) -> list[tuple[str, tuple[int, int], str, str]]:
    """Rule, line and column, message and hint of each finding, in order."""
    doc = Document("post.md", f"---\n{content}\n---\n")
    spans = [(doc.span_of(f.at, f.on_key), f) for f in JsonSchema("the schema", schema, **more).check(doc)]
    return [(f.rule, (s.line, s.column), f.message, f.hint) for s, f in sorted(spans, key=lambda pair: pair[0])]


def messages(schema: dict[str, Any], content: str, **more: Any) -> list[str]:
    return [message for _, _, message, _ in said(schema, content, **more)]


def text(**more: Any) -> dict[str, Any]:
    return {"properties": {"t": {"type": "string", **more}}}


DATES: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "a date": ({"format": "date"}, "2024-01-05", []),
    "a quoted date": ({"format": "date"}, "'2024-01-05'", []),
    "a date where any text would do": ({}, "2024-01-05", []),
    "a date that a pattern describes": ({"pattern": r"^\d{4}-01-\d\d$"}, "2024-01-05", []),
    "a date of a fixed set": ({"enum": ["2024-01-05", "latest"]}, "2024-01-05", []),
    "a date with time": ({"format": "date-time"}, "2024-01-05T10:00:00Z", []),
    "as YAML also writes it": ({"format": "date-time"}, "2024-01-05 10:00:00", []),
    "a pattern for just that": ({"pattern": r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$"}, "2024-01-05 10:00:00", []),
    "that, quoted": (
        {"format": "date-time"},
        "'2024-01-05 10:00:00'",
        ["`t` is `2024-01-05 10:00:00`; it must be a date with time and zone such as `2024-01-05T10:00:00Z`"],
    ),
    "a time too many": (
        {"format": "date"},
        "2024-01-05T10:00:00Z",
        ["`t` is the date `2024-01-05T10:00:00+00:00`; it must be a date such as `2024-01-05`"],
    ),
    "no time": (
        {"format": "date-time"},
        "2024-01-05",
        ["`t` is the date `2024-01-05`; it must be a date with time and zone such as `2024-01-05T10:00:00Z`"],
    ),
    "no date at all": ({"format": "date"}, "2024", ["`t` is the number `2024`; it must be a date"]),
    "one that no calendar has": (
        {"format": "date"},
        "2024-02-31",
        ["`t` is `2024-02-31`; it must be a date such as `2024-01-05`"],
    ),
    "a date for an address": (
        {"format": "uri"},
        "2024-01-05",
        ["`t` is the date `2024-01-05`; it must be a web address"],
    ),
}


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize(("constraint", "value", "expected"), DATES.values(), ids=DATES)
def test_native_dates(constraint: dict[str, Any], value: str, expected: list[str], draft: str) -> None:
    assert messages({"$schema": draft, **text(**constraint)}, f"t: {value}") == expected


def test_dates_deep_inside_and_behind_aliases() -> None:
    schema = {"properties": {"all": {"items": {"properties": {"on": {"type": "string", "format": "date"}}}}}}
    assert said(schema, "all:\n- &a {on: 2024-01-05}\n- *a\n- {on: 2024-01-05 10:00:00}") == [
        (
            "invalid-value",
            (5, 8),
            "`all[2].on` is the date `2024-01-05T10:00:00`; it must be a date such as `2024-01-05`",
            "",
        )
    ]


TOML = {
    "a date": ("date", "2024-01-05", []),
    "a date with time": ("date-time", "2024-01-05 10:00:00", []),
    "a time": ("time", "10:00:00", []),
    "a time for a date": ("date", "10:00:00", ["`t` is the time `10:00:00`; it must be a date such as `2024-01-05`"]),
}


@pytest.mark.parametrize(("name", "value", "expected"), TOML.values(), ids=TOML)
def test_native_dates_in_toml(name: str, value: str, expected: list[str]) -> None:
    doc = Document("post.md", f"+++\nt = {value}\n+++\n")
    schema = JsonSchema("the schema", text(format=name))
    assert [f.message for f in schema.check(doc)] == expected


def test_the_length_of_a_date() -> None:
    assert messages(text(maxLength=4), "t: 2024-01-05") == ["`t` is 10 characters long; it must have at most 4"]


KIND = {"const": "event"}
EVENT = {"properties": {"kind": KIND, "place": {"type": "string"}}, "required": ["kind", "place"]}
NOTE = {"properties": {"kind": {"const": "note"}, "mood": {"enum": ["good", "bad"]}}, "required": ["kind"]}
BRANCHES: dict[str, tuple[dict[str, Any], str, list[tuple[str, tuple[int, int], str, str]]]] = {
    "one branch fits": ({"oneOf": [EVENT, NOTE]}, "kind: note", []),
    "the branch that a field names": (
        {"oneOf": [EVENT, NOTE]},
        "kind: event\nmood: odd",
        [("missing-field", (1, 1), "`place` is missing", "add it")],
    ),
    "the other one": (
        {"anyOf": [EVENT, NOTE]},
        "kind: note\nmood: god",
        [("invalid-value", (3, 7), "`mood` is `god`; it must be `good` or `bad`", "did you mean `good`?")],
    ),
    "a field that names none": (
        {"oneOf": [EVENT, NOTE]},
        "kind: evnt\nplace: Rome",
        [("invalid-value", (2, 7), "`kind` is `evnt`; it must be `event` or `note`", "did you mean `event`?")],
    ),
    "types only": (
        {"properties": {"t": {"anyOf": [{"type": "string"}, {"type": "array"}, {"type": "null"}]}}},
        "t: 3",
        [("wrong-type", (2, 4), "`t` is the number `3`; it must be text or a list", "put quotes around it")],
    ),
    "the branch of the value's type": (
        {"properties": {"t": {"anyOf": [{"type": "boolean"}, {"type": "array", "items": {"type": "string"}}]}}},
        "t: [a, 1]",
        [("invalid-item", (2, 8), "`t[1]` is the number `1`; it must be text", "put quotes around it")],
    ),
    "single values": (
        {"properties": {"t": {"anyOf": [{"const": "left"}, {"const": "right"}, {"type": "null"}]}}},
        "t: lefd",
        [("invalid-value", (2, 4), "`t` is `lefd`; it must be `left` or `right`", "did you mean `left`?")],
    ),
    "a type or a word": (
        {"properties": {"t": {"oneOf": [{"type": "integer"}, {"const": "keynote"}]}}},
        "t: '30'",
        [("wrong-type", (2, 4), "`t` is the text `30`; it must be a whole number or `keynote`", "")],
    ),
    "a type or a word, in a mapping": (
        {"properties": {"t": {"properties": {"u": {"anyOf": [{"type": ["boolean", "array"]}, {"enum": ["auto"]}]}}}}},
        "t: {u: maybe}",
        [("wrong-type", (2, 8), "`t.u` is the text `maybe`; it must be true or false or `auto`", "")],
    ),
    "a list or a word": (
        {"properties": {"t": {"anyOf": [{"type": "array"}, {"enum": ["auto", "none"]}]}}},
        "t: maybe",
        [("invalid-value", (2, 4), "`t` is `maybe`; it must be `auto` or `none`", "")],
    ),
    "a type or a word, the word misspelled": (
        {"properties": {"t": {"oneOf": [{"type": "integer"}, {"const": "keynote"}]}}},
        "t: keynotes",
        [("invalid-value", (2, 4), "`t` is `keynotes`; it must be `keynote`", "did you mean `keynote`?")],
    ),
    "nothing stands for no value": (
        {"properties": {"t": {"anyOf": [{"type": "integer"}, {"enum": [None, ""]}]}}},
        "t: many",
        [("wrong-type", (2, 4), "`t` is the text `many`; it must be a whole number", "")],
    ),
    "a word or a form": (
        {"properties": {"t": {"anyOf": [{"const": "none"}, {"type": "string", "format": "uri"}]}}},
        "t: bread",
        [("invalid-value", (2, 4), "`t` is `bread`; it must be a web address", "start it with `https://`")],
    ),
    "a word or a form, the word misspelled": (
        {"properties": {"t": {"anyOf": [{"const": "none"}, {"type": "string", "format": "uri"}]}}},
        "t: nonne",
        [("invalid-value", (2, 4), "`t` is `nonne`; it must be `none`", "did you mean `none`?")],
    ),
    "a date with or without time": (
        {"properties": {"t": {"anyOf": [{"format": "date"}, {"format": "date-time"}]}}},
        "t: soon",
        [
            (
                "invalid-value",
                (2, 4),
                "`t` is `soon`; it must be an ISO 8601 date",
                "write it as `2024-01-05` or `2024-01-05T10:00:00Z`",
            )
        ],
    ),
    "one of two fields": (
        {"anyOf": [{"required": ["date"]}, {"required": ["pubDate"]}]},
        "title: a",
        [("missing-field", (1, 1), "`date` or `pubDate` is missing", "add one of them")],
    ),
    "not both": (
        {"not": {"required": ["date", "pubDate"]}},
        "date: a\npubDate: b",
        [("unknown-field", (3, 1), "`pubDate` is not allowed here", "remove it: it cannot stand beside `date`")],
    ),
    "more than one form": (
        {"properties": {"t": {"oneOf": [{"type": "string"}, {"maxLength": 3}]}}},
        "t: abc",
        [("invalid-value", (2, 4), "`t`: fits more than one of the forms that the schema allows; it must fit one", "")],
    ),
    "branches within branches": (
        {"properties": {"t": {"anyOf": [{"type": "integer"}, {"anyOf": [{"type": "string"}, {"type": "array"}]}]}}},
        "t: {a: b}",
        [("wrong-type", (2, 4), "`t` is a mapping; it must be a whole number, text or a list", "")],
    ),
    "the branch with fewest mistakes": (
        {"oneOf": [{"required": ["a", "b", "c"]}, {"required": ["a", "d"]}]},
        "a: 1",
        [("missing-field", (1, 1), "`d` is missing", "add it")],
    ),
}


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize(("schema", "content", "expected"), BRANCHES.values(), ids=BRANCHES)
def test_nearest_branch(schema: dict[str, Any], content: str, expected: list[Any], draft: str) -> None:
    assert said({"$schema": draft, **schema}, content) == expected


CONDITIONS: dict[str, tuple[dict[str, Any], str, list[tuple[str, tuple[int, int], str, str]]]] = {
    "then": (
        {"if": {"properties": {"kind": KIND}, "required": ["kind"]}, "then": {"required": ["place"]}},
        "kind: event",
        [("missing-field", (1, 1), "`place` is missing", "add it: `kind: event` needs it")],
    ),
    "not then": (
        {"if": {"properties": {"kind": KIND}, "required": ["kind"]}, "then": {"required": ["place"]}},
        "kind: note",
        [],
    ),
    "then, of several values": (
        {"if": {"properties": {"kind": {"enum": ["a", "b"]}}, "required": ["kind"]}, "then": {"required": ["place"]}},
        "kind: b",
        [("missing-field", (1, 1), "`place` is missing", "add it: `kind` (`a` or `b`) needs it")],
    ),
    "else": (
        {"if": {"required": ["draft"]}, "then": {}, "else": {"required": ["date"]}},
        "title: a",
        [("missing-field", (1, 1), "`date` is missing", "add it")],
    ),
    "excluded": (
        {"if": {"required": ["draft"]}, "then": {"properties": {"date": False}}},
        "draft: true\ndate: 2024-01-05",
        [("unknown-field", (3, 1), "`date` is not allowed here", "remove it: it cannot stand beside `draft`")],
    ),
    "dependencies": (
        {"$schema": DRAFTS[0], "dependencies": {"image": ["alt"]}},
        "image: a.png",
        [("missing-field", (1, 1), "`alt` is missing", "add it: `image` needs it")],
    ),
    "dependentRequired": (
        {"dependentRequired": {"image": ["alt"]}},
        "image: a.png",
        [("missing-field", (1, 1), "`alt` is missing", "add it: `image` needs it")],
    ),
    "dependentSchemas": (
        {"dependentSchemas": {"image": {"required": ["alt"]}}},
        "image: a.png",
        [("missing-field", (1, 1), "`alt` is missing", "add it: `image` needs it")],
    ),
}


@pytest.mark.parametrize(("schema", "content", "expected"), CONDITIONS.values(), ids=CONDITIONS)
def test_conditions(schema: dict[str, Any], content: str, expected: list[Any]) -> None:
    assert said(schema, content) == expected


REST: dict[str, tuple[dict[str, Any], str, list[tuple[str, tuple[int, int], str, str]]]] = {
    "contains": (
        {"properties": {"t": {"contains": {"const": "news"}}}},
        "t: [a]",
        [("invalid-value", (2, 4), "`t` must contain `news`", "")],
    ),
    "contains, described": (
        {"properties": {"t": {"contains": {"pattern": "^n"}}}},
        "t: [a]",
        [("invalid-value", (2, 4), "`t` must contain text that matches `^n`", "")],
    ),
    "contains, not described": (
        {"properties": {"t": {"contains": {"minimum": 3}}}},
        "t: [1]",
        [("invalid-value", (2, 4), "`t` must contain an item as the schema wants it", "")],
    ),
    "minContains": (
        {"properties": {"t": {"contains": {"enum": ["a", "b"]}, "minContains": 2}}},
        "t: [a]",
        [("invalid-value", (2, 4), "`t` must contain `a` or `b` at least 2 times", "")],
    ),
    "maxContains": (
        {"properties": {"t": {"contains": {"const": "a"}, "maxContains": 1}}},
        "t: [a, a]",
        [("invalid-value", (2, 4), "`t` must contain `a` at most 1 times", "")],
    ),
    "not": (
        {"properties": {"slug": {"not": {"enum": ["index", "404"]}}}},
        "slug: index",
        [("invalid-value", (2, 7), "`slug` is `index`; it must not be `index` or `404`", "")],
    ),
    "not, undescribed": (
        {"properties": {"slug": {"not": {"minLength": 3}}}},
        "slug: index",
        [("invalid-value", (2, 7), "`slug` is `index`; it must not be what the schema rules out", "")],
    ),
    "items that are too many": (
        {"$schema": DRAFTS[0], "properties": {"t": {"items": [{}, {}], "additionalItems": False}}},
        "t: [a, b, c]",
        [("invalid-value", (2, 4), "`t` has 3 items; it must have at most 2", "")],
    ),
    "unevaluated items": (
        {"properties": {"t": {"prefixItems": [{}], "unevaluatedItems": False}}},
        "t: [a, b, c]",
        [("invalid-value", (2, 4), "`t` has 3 items; it must have at most 1", "")],
    ),
    "an item by its place": (
        {"properties": {"t": {"prefixItems": [{"type": "string"}, {"type": "integer"}]}}},
        "t: [a, b]",
        [("invalid-item", (2, 8), "`t[1]` is the text `b`; it must be a whole number", "")],
    ),
    "patternProperties": (
        {"patternProperties": {"^x-": {"type": "string"}}, "additionalProperties": False},
        "x-a: 1\ny: 2",
        [
            ("wrong-type", (2, 6), "`x-a` is the number `1`; it must be text", "put quotes around it"),
            ("unknown-field", (3, 1), "`y` is not a field of this schema", "remove it, or add it to the schema"),
        ],
    ),
    "unevaluatedProperties": (
        {"allOf": [{"properties": {"title": {}}}], "properties": {"date": {}}, "unevaluatedProperties": False},
        "title: a\ntags: b\ndaet: c",
        [
            ("unknown-field", (3, 1), "`tags` is not a field of this schema", "remove it, or add it to the schema"),
            ("misspelled-field", (4, 1), "`daet` is not a field of this schema, but `date` is", "rename it to `date`"),
        ],
    ),
    "a number for a mapping": (
        {"properties": {"cover": {"type": "object", "required": ["url"]}}},
        "cover: 3",
        [("wrong-type", (2, 8), "`cover` is the number `3`; it must be a mapping (fields of its own)", "")],
    ),
    "a text of a fixed set, as a number": (
        {"properties": {"year": {"enum": ["2023", "2024"]}}},
        "year: 2024",
        [("invalid-value", (2, 7), "`year` is the number `2024`; it must be `2023` or `2024`", "put quotes around it")],
    ),
    "two constraints, one value": (
        {"properties": {"t": {"type": "string", "minLength": 1, "pattern": "^[a-z]+$"}}},
        "t: ''",
        [("invalid-value", (2, 4), "`t` is empty", "give it a value")],
    ),
    "huge and odd numbers": ({"properties": {"t": {"type": "integer"}}}, "t: 123456789012345678901234567890", []),
    "a number that is none": (
        {"properties": {"t": {"type": "integer"}}},
        "t: .inf",
        [("wrong-type", (2, 4), "`t` is the number `inf`; it must be a whole number", "")],
    ),
    "CJK, emoji and a key in quotes": (
        {"properties": {"\u6807\u9898": {"type": "string"}}},
        "\U0001f35e: a\n'\u6807\u9898': 1",
        [("wrong-type", (3, 7), "`\u6807\u9898` is the number `1`; it must be text", "put quotes around it")],
    ),
}


@pytest.mark.parametrize(("schema", "content", "expected"), REST.values(), ids=REST)
def test_other_keywords(schema: dict[str, Any], content: str, expected: list[Any]) -> None:
    assert said(schema, content) == expected


ANNOTATED: dict[str, tuple[dict[str, Any], str, str]] = {
    "description": (
        {"required": ["title"], "properties": {"title": {"description": "The name of the page.\n\nMore of it."}}},
        "a: b",
        "add it: the name of the page",
    ),
    "an acronym stays as it is": (
        {"required": ["t"], "properties": {"t": {"description": "HTML to show above the page."}}},
        "a: b",
        "add it: HTML to show above the page",
    ),
    "default": (
        {"required": ["draft"], "properties": {"draft": {"default": False}}},
        "a: b",
        "add it, for example `draft: false`",
    ),
    "examples": (
        {"required": ["tags"], "properties": {"tags": {"description": "Subjects", "examples": [["a", "b"]]}}},
        "a: b",
        "add it: Subjects, for example `tags: [a, b]`",
    ),
    "through a reference": (
        {"required": ["t"], "properties": {"t": {"$ref": "#/$defs/t"}}, "$defs": {"t": {"description": "A text"}}},
        "a: b",
        "add it: a text",
    ),
    "of a pattern": (
        {"properties": {"t": {"pattern": "^[a-z-]+$", "description": "Lower case, with hyphens."}}},
        "t: A b",
        "Lower case, with hyphens",
    ),
    "misspelled in an open schema": (
        {"required": ["title"], "properties": {"title": {}}},
        "titel: b",
        "rename it to `title`",
    ),
}


@pytest.mark.parametrize(("schema", "content", "hint"), ANNOTATED.values(), ids=ANNOTATED)
def test_annotations_in_hints(schema: dict[str, Any], content: str, hint: str) -> None:
    assert [found[3] for found in said(schema, content)] == [hint]


def test_an_example_of_a_pattern() -> None:
    assert messages(text(pattern="^[a-z-]+$", examples=["rye-bread"]), "t: A b") == [
        "`t` is `A b`; it must match the pattern `^[a-z-]+$`, for example `rye-bread`"
    ]


OWN_WORDS: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "for all of a field": (text(maxLength=3, errorMessage="keep it short"), "t: abcd", ["`t`: keep it short"]),
    "that names the field": (text(maxLength=3, errorMessage="T must be short"), "t: abcd", ["T must be short"]),
    "for a keyword": (
        text(maxLength=3, errorMessage={"maxLength": "keep it short"}),
        "t: abcd",
        ["`t`: keep it short"],
    ),
    "for another keyword": (
        text(maxLength=3, errorMessage={"minLength": "longer"}),
        "t: abcd",
        ["`t` is 4 characters long; it must have at most 3"],
    ),
    "for the others": (text(maxLength=3, errorMessage={"minLength": "x", "_": "no"}), "t: abcd", ["`t`: no"]),
    "for a missing field": (
        {"required": ["a", "b"], "errorMessage": {"required": {"a": "say `a`"}}},
        "c: 1",
        ["`b` is missing", "say `a`"],
    ),
    "for all missing fields": (
        {"required": ["a"], "errorMessage": {"required": "the front matter is not complete"}},
        "c: 1",
        ["`a`: the front matter is not complete"],
    ),
    "for a field, from above": (
        {**text(maxLength=3), "errorMessage": {"properties": {"t": "keep it short"}}},
        "t: abcd",
        ["`t`: keep it short"],
    ),
    "for everything, from above": (
        {"properties": {"t": {"items": {"type": "string"}, "errorMessage": "only words"}}},
        "t: [1, b, 2]",
        ["`t[0]`: only words", "`t[2]`: only words"],
    ),
    "the nearest counts": (
        {**text(maxLength=3, errorMessage="inner"), "errorMessage": "outer"},
        "t: abcd",
        ["`t`: inner"],
    ),
    "for a union": (
        {"properties": {"t": {"anyOf": [{"type": "string"}, {"type": "null"}], "errorMessage": {"anyOf": "a text"}}}},
        "t: [a]",
        ["`t`: a text"],
    ),
    "for items": (
        {"properties": {"t": {"items": {"type": "string"}, "errorMessage": {"items": "only words"}}}},
        "t: [1]",
        ["`t[0]`: only words"],
    ),
    "with values": (
        {**text(maxLength=3, errorMessage="${0} is longer than ${/most}, said ${1/who}"), "required": []},
        "t: abcd\nmost: 3\nwho: [a]",
        ["`t`: abcd is longer than 3, said ['a']"],
    ),
    "x-mdlint": (text(maxLength=3, **{"x-mdlint": {"message": "keep it short"}}), "t: abcd", ["`t`: keep it short"]),
    "x-mdlint, for what is inside": (
        {"properties": {"t": {"items": {"type": "string"}, "x-mdlint": {"message": "only words"}}}},
        "t: [1]",
        ["`t[0]`: only words"],
    ),
    "x-mdlint, for a missing field": (
        {"required": ["t"], "properties": {"t": {"x-mdlint": {"message": "every page has a `t`"}}}},
        "a: b",
        ["every page has a `t`"],
    ),
}


@pytest.mark.parametrize(("schema", "content", "expected"), OWN_WORDS.values(), ids=OWN_WORDS)
def test_the_schemas_own_words(schema: dict[str, Any], content: str, expected: list[str]) -> None:
    assert sorted(messages(schema, content)) == sorted(expected)


def test_own_words_keep_the_rule_and_the_place() -> None:
    assert said(text(errorMessage="a text"), "t: [1]") == [("wrong-type", (2, 4), "`t`: a text", "")]


CLOSED = {"properties": {"title": {}, "cover": {"properties": {"picture": {}}, "additionalProperties": False}}}
EXTRA: dict[str, tuple[dict[str, Any], str | None, list[tuple[str, str | None]]]] = {
    "open": (CLOSED, None, [("cover.pictrue", "error")]),
    "closed": ({**CLOSED, "additionalProperties": False}, None, [("cover.pictrue", "error"), ("titel", "error")]),
    "open, forbidden": (CLOSED, "forbid", [("cover.pictrue", "error"), ("titel", "error")]),
    "open, warned of": (CLOSED, "warn", [("cover.pictrue", "error"), ("titel", "warning")]),
    "closed, forbidden": (
        {**CLOSED, "additionalProperties": False},
        "forbid",
        [("cover.pictrue", "error"), ("titel", "error")],
    ),
    "closed, warned of": (
        {**CLOSED, "additionalProperties": False},
        "warn",
        [("cover.pictrue", "error"), ("titel", "warning")],
    ),
    "closed, allowed": ({**CLOSED, "additionalProperties": False}, "allow", [("cover.pictrue", "error")]),
    "closed behind a reference, allowed": (
        {"$ref": "#/$defs/p", "$defs": {"p": {**CLOSED, "additionalProperties": False}}},
        "allow",
        [("cover.pictrue", "error")],
    ),
    "closed in a branch, allowed": (
        {"anyOf": [{**CLOSED, "additionalProperties": False}]},
        "allow",
        [("cover.pictrue", "error")],
    ),
    "as x-mdlint says": (
        {**CLOSED, "x-mdlint": {"extra": "warn"}},
        None,
        [("cover.pictrue", "error"), ("titel", "warning")],
    ),
    "as x-mdlint says further below": (
        {"properties": {"titel": {}, "cover": {"properties": {"picture": {}}, "x-mdlint": {"extra": "warn"}}}},
        None,
        [("cover.pictrue", "warning")],
    ),
}


@pytest.mark.parametrize(("schema", "extra", "expected"), EXTRA.values(), ids=EXTRA)
def test_unknown_fields(schema: dict[str, Any], extra: Any, expected: list[tuple[str, str | None]]) -> None:
    doc = Document("post.md", "---\n$schema: a.json\ntitel: a\ncover: {pictrue: a}\n---\n")
    found = list(JsonSchema("the schema", schema, extra=extra).check(doc))
    assert {f.rule for f in found} <= {"misspelled-field"}
    assert sorted((".".join(map(str, f.at)), f.severity) for f in found) == expected
    assert {f.hint for f in found} <= {"rename it to `picture`", "rename it to `title`"}


ALIAS = {"properties": {"pubDate": {"type": "string", "format": "date", "x-mdlint": {"alias": ["date", "published"]}}}}
ALIASES: dict[str, tuple[str, list[tuple[str, tuple[int, int], str]]]] = {
    "the name": ("pubDate: 2024-01-05", []),
    "another name": ("date: 2024-01-05", []),
    "a third": ("published: 2024-01-05", []),
    "none": (
        "title: a",
        [
            ("missing-field", (1, 1), "`pubDate` is missing"),
            ("unknown-field", (2, 1), "`title` is not a field of this schema"),
        ],
    ),
    "another name, wrong": (
        "date: soon",
        [("invalid-value", (2, 7), "`date` is `soon`; it must be a date such as `2024-01-05`")],
    ),
    "another name, native and wrong": (
        "date: 2024-01-05 10:00:00",
        [("invalid-value", (2, 7), "`date` is the date `2024-01-05T10:00:00`; it must be a date such as `2024-01-05`")],
    ),
    "both": ("pubDate: 2024-01-05\ndate: soon", []),
}


@pytest.mark.parametrize(("content", "expected"), ALIASES.values(), ids=ALIASES)
def test_alias(content: str, expected: list[Any]) -> None:
    schema = {**ALIAS, "required": ["pubDate"]}
    assert [found[:3] for found in said(schema, content, extra="warn")] == expected


def test_alias_inside_a_list() -> None:
    schema = {
        "properties": {"all": {"items": {"properties": {"url": {"type": "string", "x-mdlint": {"alias": "href"}}}}}}
    }
    assert said(schema, "all: [{href: 1}]") == [
        ("wrong-type", (2, 14), "`all[0].href` is the number `1`; it must be text", "put quotes around it")
    ]


def test_deprecated_and_replaced() -> None:
    schema = {
        "properties": {
            "date": {"x-mdlint": {"deprecated": {"replacedBy": "pubDate"}}},
            "old": {"deprecated": True},
            "pubDate": {},
        },
        "required": ["pubDate"],
    }
    assert said(schema, "date: a\nold: b") == [
        ("missing-field", (1, 1), "`pubDate` is missing", "rename `date`, which is deprecated"),
        ("deprecated-field", (3, 1), "`old` is deprecated", "remove it"),
    ]
    assert said(schema, "date: a\npubDate: b") == [
        ("deprecated-field", (2, 1), "`date` is deprecated", "use `pubDate` instead")
    ]


def test_extension_is_kept_for_later() -> None:
    schema = JsonSchema(
        "the schema",
        {
            "properties": {
                "cover": {"properties": {"url": {"x-mdlint": {"asset": ["image"]}}}},
                "authors": {"items": {"x-mdlint": {"ref": "authors"}}},
                "slug": {"x-mdlint": {"unique": True}},
            }
        },
    )
    at = schema.fields.at
    cover, author, slug, other = at(("cover", "url")), at(("authors", 3)), at(("slug",)), at(("title",))
    assert cover is not None and cover.extension.asset == ("image",)
    assert author is not None and author.extension.ref == "authors"
    assert slug is not None and slug.extension.unique == "collection"
    assert other is None


MISTAKES: dict[str, tuple[str, str]] = {
    "not JSON": (
        '{"type" "object"}',
        "s.json:1:9: this is not valid JSON: a colon is missing after the field's name",
    ),
    "a list": ("[]", "s.json:1:1: this is not a JSON object"),
    "empty": ("", "s.json:1:1: this is not a JSON object"),
    "two values": ("{} {}", "s.json:1:4: this is not valid JSON: something follows the closing brace"),
    "an unknown type": (
        '{"properties": {\n  "a": {"type": "strin"}}}',
        (
            "s.json:2:17: the schema is wrong: `properties.a.type` is `strin`; it must be `array`, `boolean`, "
            "`integer`, `null`, `number`, `object` or `string`; did you mean `string`?"
        ),
    ),
    "a keyword of a wrong type": (
        '{"properties": {"a": {"minLength": "3"}}}',
        "s.json:1:36: the schema is wrong: `properties.a.minLength` is the text `3`; it must be a whole number",
    ),
    "a wrong pattern for names": (
        '{"patternProperties": {"(": {}}}',
        "s.json:1:29: the schema is wrong: `patternProperties.(` is `(`; it must be a regular expression",
    ),
    "a wrong pattern": (
        '{"properties": {"a": {"pattern": "("}}}',
        "s.json:1:34: this is not a regular expression: `(`",
    ),
    "an unknown draft": (
        '{"$schema": "http://json-schema.org/draft-03/schema#"}',
        (
            "s.json:1:13: `$schema` is `http://json-schema.org/draft-03/schema#`, which mdlint does not know; "
            "write `https://json-schema.org/draft/2020-12/schema`, or draft-07's"
        ),
    ),
    "a reference into nothing": (
        '{"properties": {"a": {"$ref": "#/$defs/a"}}}',
        "s.json:1:31: the schema refers to what is not there: pointer '/$defs/a' does not exist",
    ),
    "a reference to the network": (
        '{"$ref": "https://example.org/a.json"}',
        (
            "s.json:1:10: the schema refers to `https://example.org/a.json`, which mdlint does not fetch; "
            "save that schema beside this one and refer to the file"
        ),
    ),
    "a reference to a file that is not there": (
        '{"properties": {"a": {"$ref": "./b.json#/$defs/b"}}}',
        "s.json:1:31: there is no file `b.json`",
    ),
    "an unknown extension": (
        '{"properties": {"a": {"x-mdlint": {"aliases": "b"}}}}',
        "s.json:1:35: `x-mdlint` knows no `aliases`; did you mean `alias`?",
    ),
    "a wrong extension": (
        '{"properties": {"a": {"x-mdlint": {"deprecated": {"by": "b"}}}}}',
        's.json:1:35: `x-mdlint.deprecated` must be true, the name of the new field, or `{"replacedBy": name}`',
    ),
    "an extension that is none": ('{"x-mdlint": 3}', "s.json:1:14: `x-mdlint` must be a mapping"),
}


@pytest.mark.parametrize(("content", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_in_the_schema(content: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.json").write_text(content)
    with pytest.raises(SchemaError) as error:
        load_json_schema(tmp_path / "s.json")
    assert str(error.value) == message


def test_missing_and_unreadable_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gbk.json").write_bytes('{"title": "\u6807"}'.encode("gbk"))
    (tmp_path / "folder.json").mkdir()
    for name, message in {
        "absent.json": "there is no file `absent.json`",
        "gbk.json": "`gbk.json` is not UTF-8",
        "folder.json": "`folder.json` cannot be read: is a directory",
    }.items():
        with pytest.raises(SchemaError) as error:
            load_json_schema(tmp_path / name)
        assert str(error.value) == message


def test_yaml(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(
        "$schema: https://json-schema.org/draft/2020-12/schema\n"
        "properties:\n  api: {enum: [2024-01-05, latest]}\n  t: &text {type: string}\n  u: *text\n"
    )
    schema = load_json_schema(tmp_path / "s.yaml")
    doc = Document("post.md", "---\napi: 2024-01-05\nu: 3\n---\n")
    assert [f.message for f in schema.check(doc)] == ["`u` is the number `3`; it must be text"]
    (tmp_path / "s.yaml").write_text("properties:\n  a: {type: strin}\n  - b\n")
    with pytest.raises(SchemaError, match=r"s\.yaml:3:3: "):
        load_json_schema(tmp_path / "s.yaml")
    (tmp_path / "s.yaml").write_text("type: !!python/object/apply:os.system [exit 1]\n")
    with pytest.raises(SchemaError, match="the schema is wrong"):
        load_json_schema(tmp_path / "s.yaml")


REFERENCES = {
    "beside it": ("schemas/post.json", {}, "parts.json#/$defs/text"),
    "above it": ("schemas/deep/post.json", {}, "../parts.json#/$defs/text"),
    "as it is to be published": (
        "schemas/post.json",
        {"$id": "https://example.org/schemas/post.json"},
        "https://example.org/schemas/parts.json#/$defs/text",
    ),
    "relative to where it is to be published": (
        "schemas/post.json",
        {"$id": "https://example.org/schemas/post.json"},
        "parts.json#/$defs/text",
    ),
    "by an anchor": ("schemas/post.json", {}, "parts.json#text"),
}


@pytest.mark.parametrize(("path", "more", "reference"), REFERENCES.values(), ids=REFERENCES)
def test_references_to_files(path: str, more: dict[str, Any], reference: str, tmp_path: Path) -> None:
    parts = {
        "$defs": {
            "text": {"$anchor": "text", "$ref": "#/$defs/any", "description": "A text"},
            "any": {"type": "string"},
        }
    }
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / "schemas/parts.json").write_text(json.dumps(parts))
    (tmp_path / path).write_text(json.dumps({**more, "properties": {"t": {"$ref": reference}}, "required": ["t", "u"]}))
    schema = load_json_schema(tmp_path / path)
    found = list(schema.check(Document("post.md", "---\nt: 3\n---\n")))
    assert sorted((f.message, f.hint) for f in found) == [
        ("`t` is the number `3`; it must be text", "put quotes around it"),
        ("`u` is missing", "add it"),
    ]
    field = schema.fields.at(("t",))
    assert field is not None and field.about == "a text"


def test_references_stay_within_a_folder(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.json").write_text('{"const": "s3cret"}')
    (tmp_path / "site/s.json").write_text('{"properties": {"t": {"$ref": "../secret.json"}}}')
    load_json_schema(tmp_path / "site/s.json")
    with pytest.raises(SchemaError, match="outside the project"):
        load_json_schema(tmp_path / "site/s.json", within=tmp_path / "site")


def test_a_schema_that_contains_itself() -> None:
    schema = {
        "$ref": "#/$defs/node",
        "$defs": {
            "node": {
                "properties": {
                    "below": {"items": {"$ref": "#/$defs/node"}},
                    "name": {"type": "string", "deprecated": True},
                },
            }
        },
    }
    assert [found[1:3] for found in said(schema, "below: [{below: [{name: 3}]}]")] == [
        ((2, 19), "`below[0].below[0].name` is deprecated"),
        ((2, 25), "`below[0].below[0].name` is the number `3`; it must be text"),
    ]


def test_through_the_linter(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text(json.dumps({"properties": {"t": {"type": "string"}}, "required": ["u"]}))
    settings = Settings(root=str(tmp_path), schema="s.json", extra="forbid")
    found = Linter(settings).lint(Document("post.md", "---\nt: 1\nw: 2\n---\n"))
    assert [(f.rule, f.severity, f.span.line, f.span.column) for f in found] == [
        ("missing-field", "error", 1, 1),
        ("wrong-type", "error", 2, 4),
        ("unknown-field", "error", 3, 1),
    ]
