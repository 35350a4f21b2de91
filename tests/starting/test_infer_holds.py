"""What is learned holds for the content it came from, but for the outliers: for every validator, whatever the content."""

import datetime as dt
import json
from typing import Any

import jsonschema_rs
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from mdlint.starting.as_json_schema import json_schema
from mdlint.starting.as_pydantic import class_name, pydantic_source
from mdlint.starting.inference import Learned, infer
from mdlint.starting.observation import Bounds, Values

Data = dict[str, Any]

# No lone surrogates, which are no text for either validator.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NAMES = st.one_of(
    st.sampled_from(
        ["title", "date", "tags", "list", "str", "copy", "model_x", "class", "_a", "a b", "1", "Meta", "标题", "ﬁ"]
    ),
    TEXT,
)
ZONES = st.sampled_from([dt.timezone.utc, dt.timezone(dt.timedelta(hours=8))])  # noqa: UP017 - one type for both
FIRST, LAST = dt.datetime(1, 1, 2), dt.datetime(9999, 12, 30)  # noqa: DTZ001 - as Hypothesis wants them
MOMENTS = st.datetimes(FIRST, LAST) | st.datetimes(FIRST, LAST, timezones=ZONES)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXT,
    st.sampled_from(["draft", "done", ""]),
    st.dates(),
    st.dates().map(str),
    MOMENTS,
    MOMENTS.map(str),
    MOMENTS.map(dt.datetime.isoformat),
    st.sampled_from(["2024-02-31", "https://example.com/a?b=c#d", "http://[", "https://a b", "a@example.com", "a@b"]),
    st.emails(),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=6
)
# Most content is alike: of a few front matters, each is used up to 60 times.
CONTENT = st.lists(
    st.tuples(st.dictionaries(NAMES, VALUES, max_size=4), st.integers(1, 60) | st.just(1)), min_size=1, max_size=6
).map(lambda few: [data for data, times in few for _ in range(times)])


def learned_from(content: list[Data], required_at: float) -> Learned:
    values = Values(Bounds(32))
    for number, data in enumerate(content):
        values.add_mapping(data, number)
    return infer(values, required_at)


def as_json(value: Any) -> Any:
    """The value as JSON has it: a date is text."""
    return json.loads(json.dumps(value, default=lambda date: date.isoformat()))


def failing_json_schema(learned: Learned, content: list[Data]) -> set[int]:
    schema = json.loads(json_schema(learned, "Page"))
    jsonschema_rs.meta.validate(schema)
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    return {number for number, data in enumerate(content) if not validator.is_valid(as_json(data))}


def failing_model(learned: Learned, content: list[Data]) -> set[int]:
    namespace: dict[str, Any] = {"__name__": "learned"}
    exec(compile(pydantic_source(learned, "Page"), "learned.py", "exec"), namespace)
    model: type[BaseModel] = namespace["Page"]
    failing = set()
    for number, data in enumerate(content):
        try:
            model.model_validate(data)
        except ValidationError:
            failing.add(number)
    return failing


def outliers(learned: Learned) -> set[int]:
    return {file for outlier in learned.outliers for file in outlier.files}


@given(CONTENT, st.sampled_from([0.5, 0.8, 0.95, 1.0]))
def test_only_outliers_fail(content: list[Data], required_at: float) -> None:
    learned = learned_from(content, required_at)
    assert failing_json_schema(learned, content) <= outliers(learned)
    assert failing_model(learned, content) <= outliers(learned)


@given(CONTENT, st.sampled_from([0.5, 0.8, 0.95, 1.0]))
def test_the_same_content_gives_the_same_schema(content: list[Data], required_at: float) -> None:
    first, second = (learned_from(content, required_at) for _ in range(2))
    assert json_schema(first, "Page") == json_schema(second, "Page")
    assert pydantic_source(first, "Page") == pydantic_source(second, "Page")


@given(CONTENT)
def test_nothing_is_an_outlier_where_all_must_agree(content: list[Data]) -> None:
    assert learned_from(content, 1.0).outliers == ()


@given(st.text(max_size=20))
def test_any_text_gives_a_class_name(text: str) -> None:
    name = class_name(text)
    assert name.isidentifier()
    compile(f"class {name}: pass", "", "exec")
