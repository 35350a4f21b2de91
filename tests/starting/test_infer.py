"""What a schema learns from which content, and what it says about the exceptions."""

import datetime as dt
import json
import subprocess
import sys
from typing import Any

import pytest

from mdlint.starting.as_json_schema import json_schema
from mdlint.starting.as_pydantic import pydantic_source
from mdlint.starting.inference import Learned, infer
from mdlint.starting.observation import LOCAL_DATE_TIME, MOST_FIELDS, MOST_TEXTS, Bounds, Values
from tests.starting.test_infer_holds import failing_json_schema, failing_model

DAY = dt.date(2024, 1, 5)
UTC = dt.datetime(2024, 1, 5, 10, tzinfo=dt.UTC)
LOCAL = UTC.replace(tzinfo=None)
TEXT = {"type": "string"}
DATE = {"type": "string", "format": "date"}
DATE_TIME = {"type": "string", "format": "date-time"}


def learn(*values: Any, required_at: float = 0.95) -> Learned:
    """What is learned from the values of a field `f`; `...` stands for its absence."""
    found = Values(Bounds(32))
    for number, value in enumerate(values):
        found.add_mapping({"other": 1} if value is ... else {"f": value}, number)
    return infer(found, required_at)


def without_comments(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {key: without_comments(value) for key, value in schema.items() if key != "$comment"}
    return [without_comments(item) for item in schema] if isinstance(schema, list) else schema


def schema_of(learned: Learned) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json_schema(learned, "Page"))
    return loaded


TYPES: dict[str, tuple[list[Any], dict[str, Any], str]] = {
    "text": (["a", "b"], TEXT, "str"),
    "integers": ([1, 2], {"type": "integer"}, "int"),
    "a float among integers": ([1, 2.5], {"type": "number"}, "float"),
    "booleans": ([True, False], {"type": "boolean"}, "bool"),
    "a boolean is no integer": ([True, 1], {"type": ["integer", "boolean"]}, "int | bool"),
    "nulls among text": (["a", None], {"type": ["string", "null"]}, "str | None"),
    "only nulls say nothing": ([None, None], {}, "Any"),
    "dates": ([DAY, DAY], DATE, "Date"),
    "quoted dates": (["2024-01-05"], DATE, "Date"),
    "a date-time with offset": ([UTC, "2024-01-05T10:00:00.5+08:00"], DATE_TIME, "DateTime"),
    "a date-time without": (
        [LOCAL, "2024-01-05 10:00"],
        {"type": "string", "pattern": LOCAL_DATE_TIME},
        "LocalDateTime",
    ),
    "dates of two kinds": (
        [DAY, DAY, UTC],
        {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]},
        "Date | DateTime",
    ),
    "dates and nulls": ([DAY, None], {"type": ["string", "null"], "format": "date"}, "Date | None"),
    "a day that no calendar has": (["2024-02-31"], TEXT, "str"),
    "dates among text": ([DAY, "soon"], TEXT, "str | dt.date"),
    "quoted dates among text": (["2024-01-05", "soon"], TEXT, "str"),
    "times": ([dt.time(10)], TEXT, "str | dt.time"),
    "web addresses": (["https://example.com/a"] * 3, {"type": "string", "format": "uri"}, "WebAddress"),
    "too few web addresses": (["https://example.com/a", "https://example.org", 1], {"type": ["string", "integer"]}, "str | int"),
    "what only starts like one": (["https://example.com/a b"] * 3, TEXT, "str"),
    "paths and addresses": (["https://example.com/a"] * 3 + ["/a.png"], TEXT, "str"),
    "e-mail addresses": (["a.b@example.com"] * 3, {"type": "string", "format": "email"}, "EmailAddress"),
    "a handle": (["@ada"] * 3, TEXT, "str"),
    "lists": ([["a"], ["b", "c"]], {"type": "array", "items": TEXT}, "list[str]"),
    "empty lists": ([[], []], {"type": "array"}, "list[Any]"),
    "lists of different things": ([["a", 1]], {"type": "array", "items": {"type": ["string", "integer"]}}, "list[str | int]"),
    "a list or text": (["a", ["b"]], {"type": ["string", "array"], "items": TEXT}, "str | list[str]"),
    "lists of lists": ([[["a"]]], {"type": "array", "items": {"type": "array", "items": TEXT}}, "list[list[str]]"),
    "empty mappings": ([{}], {"type": "object"}, "dict[str, Any]"),
    "mappings": (
        [{"url": "a"}, {"url": "b", "alt": "c"}],
        {"type": "object", "properties": {"url": TEXT, "alt": TEXT}, "required": ["url"]},
        "PageF",
    ),
    "lists of mappings": (
        [[{"url": "a"}, {"url": "b"}]],
        {"type": "array", "items": {"type": "object", "properties": {"url": TEXT}, "required": ["url"]}},
        "list[PageFItem]",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("values", "schema", "annotation"), TYPES.values(), ids=TYPES)
def test_types(values: list[Any], schema: dict[str, Any], annotation: str) -> None:
    learned = learn(*values)
    assert without_comments(schema_of(learned)["properties"]["f"]) == schema
    assert f"    f: {annotation}\n" in pydantic_source(learned, "Page")
    assert learned.outliers == ()


ENUMS: dict[str, tuple[list[Any], list[Any] | None]] = {
    "two words in many files": (["light"] * 15 + ["dark"] * 10, ["light", "dark"]),
    "with nulls": (["light"] * 15 + ["dark"] * 10 + [None] * 5, ["light", "dark", None]),
    "a slip is no word": (["light"] * 61 + ["dark"] * 60 + ["drak"], ["light", "dark"]),
    "the same in all": (["light"] * 30, None),
    "in few files": (["light", "dark"] * 9, None),
    "many words": ([f"word {number}" for number in range(20)] * 10, None),
    "a long tail": (["light"] * 40 + ["dark"] * 40 + [f"word {number}" for number in range(8)], None),
    "empty text": (["light"] * 30 + [""] * 30, None),
    "long text": (["a" * 100] * 30 + ["b" * 100] * 30, None),
    "dates": (["2024-01-05"] * 30 + ["2024-01-06"] * 30, None),
    "dates among words": (["light"] * 30 + ["dark"] * 30 + [DAY] * 20, None),
    "more than are counted": ([f"word {number}" for number in range(MOST_TEXTS + 1)] + ["light", "dark"] * 400, None),
}


@pytest.mark.parametrize(("values", "words"), ENUMS.values(), ids=ENUMS)
def test_enums(values: list[Any], words: list[Any] | None) -> None:
    assert schema_of(learn(*values))["properties"]["f"].get("enum") == words


def test_words_of_one_file_are_no_enum() -> None:
    assert "enum" not in schema_of(learn(["light", "dark"] * 30))["properties"]["f"]["items"]


REQUIRED: dict[str, tuple[int, int, float, bool]] = {
    "in all": (20, 0, 0.95, True),
    "in nearly all": (19, 1, 0.95, True),
    "in too few": (18, 2, 0.95, False),
    "in one of one": (1, 0, 0.95, True),
    "where fewer are enough": (18, 2, 0.9, True),
    "where all must have it": (99, 1, 1.0, False),
}


@pytest.mark.parametrize(("having", "lacking", "required_at", "required"), REQUIRED.values(), ids=REQUIRED)
def test_required(having: int, lacking: int, required_at: float, required: bool) -> None:
    learned = learn(*["a"] * having, *[...] * lacking, required_at=required_at)
    assert ("f" in schema_of(learned).get("required", ())) == required
    assert ("    f: str\n" in pydantic_source(learned, "Page")) == required
    missing = [(outlier.what, outlier.count, outlier.of) for outlier in learned.outliers]
    assert missing == ([("is missing", lacking, having + lacking)] if required and lacking else [])


def test_a_field_of_one_mapping_is_not_required() -> None:
    schema = schema_of(learn(*["a"] * 30, {"url": "a"}))
    assert "required" not in schema["properties"]["f"]


EXCEPTIONS: dict[str, tuple[list[Any], list[tuple[str, str, tuple[int, ...]]]]] = {
    "another type": (["a"] * 40 + [["b"]], [("f", "is a list", (40,))]),
    "empty": (["a"] * 40 + [None], [("f", "is empty", (40,))]),
    "no date": ([DAY] * 40 + ["soon", "2024-02-31"], [("f", "is not a date", (40, 41))]),
    "a date among texts": ([f"text {n}" for n in range(60)] + [DAY], [("f", "is a date, not text", (60,))]),
    "a slip": (["light"] * 60 + ["dark"] * 60 + ["drak"], [("f", "is `drak`", (120,))]),
    "inside a list": ([["a", "b"]] * 40 + [["a", 1]], [("f[]", "is a number", (40,))]),
    "inside a mapping": (
        [{"url": "a"}] * 40 + [{}, {"url": 1}],
        [("f.url", "is missing", (40,)), ("f.url", "is a number", (41,))],
    ),
    "twice in one file": ([["a"] * 30] * 3 + [["a", 1, 2]], [("f[]", "is a number", (3,))]),
    "missing before it was first met": ([...] + ["a"] * 40, [("f", "is missing", (0,))]),
}  # fmt: skip


@pytest.mark.parametrize(("values", "expected"), EXCEPTIONS.values(), ids=EXCEPTIONS)
def test_exceptions_are_named(values: list[Any], expected: list[tuple[str, str, tuple[int, ...]]]) -> None:
    learned = learn(*values)
    assert [(outlier.at, outlier.what, outlier.files) for outlier in learned.outliers] == expected
    content = [{"other": 1} if value is ... else {"f": value} for value in values]
    files = {file for _, _, exceptions in expected for file in exceptions}
    assert failing_model(learned, content) == files
    if not any(what == "is a date, not text" for _, what, _ in expected):  # in JSON, a date is text
        assert failing_json_schema(learned, content) == files


def test_a_choice_whose_exceptions_cannot_be_named_is_not_made() -> None:
    values = Values(Bounds(2))
    for number in range(100):
        values.add_mapping({"f": number if number < 3 else "a"}, number)
    learned = infer(values, 0.95)
    assert learned.outliers == ()
    assert schema_of(learned)["properties"]["f"]["type"] == ["string", "integer"]


def test_the_evidence() -> None:
    learned = learn(*["light"] * 1000, *["dark"] * 702, *[...] * 9)
    comment = schema_of(learned)["properties"]["f"]["$comment"]
    assert comment == "in 1,702 of 1,711; text in 1,702 of 1,702; 2 values in 1,702 of 1,702"
    assert f"    # {comment}\n" in pydantic_source(learned, "Page")


def test_a_field_that_hardly_any_file_has_is_left_out() -> None:
    learned = learn(*["a"] * 299, ...)
    assert list(schema_of(learned)["properties"]) == ["f"]
    assert [(rare.at, rare.count, rare.files) for rare in learned.rare] == [("other", 1, (299,))]


def test_fields_beyond_the_bounds_are_passed_over() -> None:
    learned = learn({str(number): 1 for number in range(MOST_FIELDS + 1)})
    assert len(schema_of(learned)["properties"]["f"]["properties"]) == MOST_FIELDS
    bounds = Bounds(32)
    bounds.places = 2
    values = Values(bounds)
    values.add_mapping({"a": ["b"], "c": 1}, 0)
    assert without_comments(schema_of(infer(values, 1))["properties"]) == {"a": {"type": "array"}}


# What the code calls a field that cannot go by its own name.
IDENTIFIERS = {
    "title": "title",
    "标题": "标题",
    "discussions-to": "discussions_to",
    "class": "class_",
    "date of birth": "date_of_birth",
    "_id": "id",
    "2fa": "field_2fa",
    "": "field",
    "!": "field",
    "copy": "copy_",
    "model_name": "field_model_name",
    "str": "str_",
    "Date": "Date_",
    "ﬁ": "fi",
}


@pytest.mark.parametrize(("name", "identifier"), IDENTIFIERS.items())
def test_identifiers(name: str, identifier: str) -> None:
    values = Values(Bounds(32))
    values.add_mapping({name: 1}, 0)
    alias = "" if name == identifier else f" = Field(alias={json.dumps(name, ensure_ascii=False)})"
    assert f"    {identifier}: int{alias}\n" in pydantic_source(infer(values, 1), "Page")


def test_content_cannot_break_out_of_the_code() -> None:
    values = Values(Bounds(32))
    evil = '"""\nimport os; os._exit(1) #\\'
    for number in range(60):
        values.add_mapping({evil: {evil: [evil, f"{evil}!"][number % 2]}}, number)
    namespace: dict[str, Any] = {"__name__": "learned"}
    exec(pydantic_source(infer(values, 1), "Page"), namespace)
    namespace["Page"].model_validate({evil: {evil: evil}})


def test_the_code_is_formatted() -> None:
    learned = learn({"day": DAY, "cover": {"url": "https://example.com"}, "words": ["a", 1]}, ..., "text")
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length=120", "--diff", "-"],
        input=pydantic_source(learned, "Page"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
