"""Scalars and keys as each parser reads them. `make_dialects.py` asks the parsers themselves."""

import datetime as dt
import json
import math
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from mdlint.document import Document
from mdlint.front_matter.dialects import DIALECT_OF, DIALECTS, dialect, dialect_of
from mdlint.front_matter.dialects.javascript import number_text
from mdlint.front_matter.dialects.timestamps import rolled_over
from mdlint.front_matter.noted import noted
from mdlint.front_matter.values import Mapping, Node, Sequence, children
from mdlint.front_matter.yaml import read_yaml
from mdlint.generators import GENERATORS
from mdlint.rules.date import read_date
from mdlint.settings import Limits

TABLE: list[dict[str, Any]] = json.loads(Path(__file__).with_name("dialects.json").read_text(encoding="utf-8"))["rows"]
COLUMN = {name: "yaml" if name == "yaml-1.2" else name for name in DIALECTS}
"""The column of the table that a dialect must be equal to."""

LIMITS = Limits()


def read(source: str, name: str) -> Any:
    root, _ = read_yaml(source, 0, LIMITS, dialect(name))
    return None if root is None else root.value


def ours(row: dict[str, Any], name: str) -> Any:
    if "value" in row:
        return (read(f"v: {row['value']}\n", name) or {"v": None})["v"]
    return next(iter(read(f"{row['key']}: v\n", name)))


def is_equal(value: Any, kind: str, expected: Any) -> bool:
    """Whether our value is what the table says."""
    match kind:
        case "null":
            return value is None
        case "boolean":
            return value is expected
        case "text":
            return isinstance(value, str) and value == expected
        case "number":  # JavaScript has one type for both
            return type(value) in (int, float) and number_text(value) == expected
        case "integer":
            return type(value) is int and value == int(expected)
        case "float":
            return type(value) is float and (
                value == float(expected) or (math.isnan(value) and expected.lower() == "nan")
            )
        case "date" | "datetime":
            return isinstance(value, dt.date) and moment(value) == moment(expected)
        case _:
            return kind == "error" and (value is None or isinstance(value, str))


def moment(date: Any) -> dt.datetime:
    """Midnight in UTC, where nothing else is said."""
    if isinstance(date, str):
        date = dt.datetime.fromisoformat(date.removesuffix(" +0000 UTC"))
    if not isinstance(date, dt.datetime):
        date = dt.datetime.combine(date, dt.time())
    date = date if date.tzinfo else date.replace(tzinfo=dt.UTC)
    seen: dt.datetime = date.replace(microsecond=date.microsecond // 1000 * 1000)
    return seen


def theirs(source: str, name: str) -> Any:
    return next(row[COLUMN[name]][1] for row in TABLE if row.get("value") == source)


@pytest.mark.parametrize("name", DIALECTS)
def test_reads_as_the_parser_does(name: str) -> None:
    different = {
        row.get("value") or f"{row['key']}:": ours(row, name)
        for row in TABLE
        if not is_equal(ours(row, name), *row[COLUMN[name]])
    }
    for source, value in list(different.items()):
        # What is in no calendar stays text: JavaScript and Ruby roll over, and a rule says so.
        date = read_date(source)
        if value == source and date is not None and date.problem:
            assert not name.startswith("js-yaml") or rolled_over(source) == moment(theirs(source, name))
            del different[source]
    assert different == KNOWN.get(name, {})


JAVASCRIPT = {
    "0001-01-01": dt.date(1, 1, 1),  # years below 100 are in the 20th century
    # as keys, dates are printed in the time zone of the machine
    "2024-01-05:": "2024-01-05", "2024-01-05 10:00:00:": "2024-01-05 10:00:00", "2024-02-31:": "2024-02-31",
}  # fmt: skip
TAB, NAIVE = "2024-01-05\t10:00:00", dt.datetime.fromisoformat("2024-01-05T10:00:00")
KNOWN: dict[str, dict[str, Any]] = {
    "js-yaml-3": JAVASCRIPT,
    "js-yaml-4": JAVASCRIPT,
    "yaml-1.2": {"!!float 1": 1.0},  # `yaml` warns of it, and gives text
    "pyyaml": {TAB: NAIVE},  # a tab is an error, which another rule names
    "psych": {TAB: NAIVE},
    "goccy": {TAB: TAB},  # the tab is lost
}
"""Per dialect, what it reads in another way than its parser, and why."""


def differences(one: str, other: str) -> set[str]:
    return {row.get("value") or f"{row['key']}:" for row in TABLE if row[one] != row[other]}


def test_other_versions_of_js_yaml() -> None:
    assert {source for source in differences("js-yaml-4.1.1", "js-yaml-4") if "_" not in source} == {
        "1e400", "1.5e+400", "-1.5e+400", "12e34567", "!!str 1:",
    }  # fmt: skip
    assert {source for source in differences("js-yaml-5", "yaml") if "-" not in source} == {
        "1e400", "1.5e+400", "12e34567", "12:30:", "::", "!!float 1", "null:", "Null:", "~:",
    }  # fmt: skip


def test_every_generator_has_a_dialect() -> None:
    assert DIALECT_OF.keys() == {None, *GENERATORS}
    assert {dialect_of(generator).name for generator in DIALECT_OF} == set(DIALECTS)
    assert all(dialect(name).name == name for name in DIALECTS)


@pytest.mark.parametrize(
    ("generator", "value"),
    {None: 12, "docusaurus": 10, "mkdocs": 10, "jekyll": 10, "hugo": 10, "astro": 12, "obsidian": 12}.items(),
)
def test_a_document_is_read_as_its_generator_does(generator: str | None, value: int) -> None:
    doc = Document.from_bytes("a.md", b"---\na: 012\n---\n", generator=generator)
    assert doc.get("a") == value
    assert doc.dialect is dialect_of(generator)


def test_keys_that_are_no_text() -> None:
    content = "---\n2: a\nyes: {null: b, c: [{2024-01-05: d}]}\n---\n"
    doc = Document("a.md", content, generator="mkdocs")
    data: Any = doc.data
    assert data == {2: "a", True: {None: "b", "c": [{dt.date(2024, 1, 5): "d"}]}}
    assert doc.json_data == {"2": "a", "yes": {"null": "b", "c": [{"2024-01-05": "d"}]}}
    assert doc.get(("yes", "null")) == "b"
    assert Document("a.md", content).data == {"2": "a", "yes": {"null": "b", "c": [{"2024-01-05": "d"}]}}
    plain = Document("a.md", "---\na: b\n---\n")
    assert plain.json_data is plain.data


def test_text_keys_share_what_aliases_share() -> None:
    doc = Document("a.md", "---\na: &x {1: b}\nc: [*x, *x]\n---\n", generator="mkdocs")
    assert doc.json_data == {"a": {"1": "b"}, "c": [{"1": "b"}, {"1": "b"}]}
    assert doc.json_data["c"][0] is doc.json_data["a"]


# -- properties

ODD = st.text(st.sampled_from("0123456789+-._:eExobTtZ ~"), max_size=14)
WORDS = st.sampled_from((
    "yes", "Yes", "NO", "on", "OFF", "y", "n", "true", "False", "null", "~", ".inf", "-.INF", ".nan", "=", "<<",
    "1_000", "12:30", "0x1F", "08", "2024-01-05", "1e3", "é", "文",
))  # fmt: skip
DATES = st.builds(
    "{:04}-{:02}-{:02}{}{:02}:{:02}:{:02}{}{}".format,
    st.integers(0, 2100), st.integers(0, 13), st.integers(0, 32), st.sampled_from(["T", "t", " ", "  "]),
    st.integers(0, 25), st.integers(0, 60), st.integers(0, 60), st.sampled_from(["", ".", ".5", ".1234567"]),
    st.sampled_from(["", "Z", " Z", "+8", "-05:30", " +25:00", "+0800", " -00:30"]),
)  # fmt: skip
SCALARS = ODD | WORDS | DATES | st.floats().map(str) | st.integers().map(str)
SCALAR_SOURCES = SCALARS | SCALARS.map(lambda text: f"'{text}'") | SCALARS.map(lambda text: f'"{text}"')
FLOW = st.recursive(
    SCALAR_SOURCES,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(SCALAR_SOURCES, inner), max_size=3).map(
            lambda entries: "{" + ", ".join(f"{key}: {value}" for key, value in entries) + "}"
        )
    ),
    max_leaves=6,
)
MAPPINGS = st.lists(st.tuples(SCALAR_SOURCES, FLOW), min_size=1, max_size=4).map(
    lambda entries: "".join(f"{key}: {value}\n" for key, value in entries)
)


@given(ODD | DATES)
def test_never_raises(text: str) -> None:
    for name in DIALECTS:
        value = dialect(name).resolve(text)
        assert value is None or isinstance(value, (str, int, float, dt.date))


def exactly(value: Any) -> Any:
    """The value with its types, so that 1, 1.0 and True differ, and not-a-number equals itself. As keys
    1, 1.0 and True are one, in Python: which of them stays is of no interest."""
    if isinstance(value, dict):
        return {key if key == key else "nan": exactly(item) for key, item in value.items()}  # noqa: PLR0124
    return [exactly(item) for item in value] if isinstance(value, list) else (type(value), repr(value))


class Loader(yaml.SafeLoader):
    """As PyYAML merges but for 6.0.4, where it depends on the length of a name who wins: yaml/pyyaml#953."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        merged: list[tuple[yaml.Node, yaml.Node]] = []
        own = []
        for key, value in node.value:
            if key.tag != "tag:yaml.org,2002:merge":
                if key.tag == "tag:yaml.org,2002:value":  # the name `=`
                    key.tag = "tag:yaml.org,2002:str"
                own.append((key, value))
                continue
            sources = value.value[::-1] if isinstance(value, yaml.SequenceNode) else [value]
            for source in sources:
                if not isinstance(source, yaml.MappingNode):
                    raise yaml.constructor.ConstructorError(problem="expected a mapping")
                self.flatten_mapping(source)
                merged += source.value
        node.value = merged + own


@given(MAPPINGS)
@example("<<: [{ab: 1}, {ab: 2}]\n<<: {ab: 3}\n")
@example("': []\n0: [-]\n'")
@example("0: []\n<<: {0.: }\n")
@example("<<: {0: }\n<<: {0: yes}\n")
def test_values_are_those_of_pyyaml(source: str) -> None:
    try:
        expected = yaml.load(source, Loader)
    except (yaml.YAMLError, ValueError, OverflowError, TypeError):
        return
    root, problems = read_yaml(source, 0, LIMITS, dialect("pyyaml"))
    if root is None or {problem.rule for problem in problems} - {"duplicate-key"}:
        return
    assert exactly(root.value) == exactly(expected)


@given(MAPPINGS)
@example("0: []\n<<: [0]\n")
@example("0: a\n<<: {0: b}\n")
@example("1: a\n'1': b\n")
def test_single_values_are_noted_as_a_walk_finds_them(source: str) -> None:
    for name in DIALECTS:
        root, _ = read_yaml(source, 0, LIMITS, dialect(name))
        if isinstance(root, Mapping) and root.noted is not None:
            walked = noted(root, is_yaml=True)
            for noticed, found in zip(root.noted, walked, strict=True):
                assert sorted(map(id, noticed)) == sorted(map(id, found))
            assert list(map(id, root.noted.leaves)) == list(map(id, walked.leaves))


@given(MAPPINGS | st.dictionaries(st.text(min_size=1, max_size=5), st.text() | st.lists(st.text())).map(
    lambda data: yaml.safe_dump(data, allow_unicode=True)
), st.sampled_from(list(DIALECTS)))  # fmt: skip
def test_key_path_span_source_and_value_are_one(source: str, name: str) -> None:
    generator = next(generator for generator in DIALECT_OF if DIALECT_OF[generator] == name)
    doc = Document("a.md", f"---\n{source}---\n", generator=generator)
    if doc.root is None:
        return
    stack: list[tuple[tuple[str | int, ...], Node, bool]] = [((), doc.root, False)]
    while stack:
        path, node, in_brackets = stack.pop()
        brackets = getattr(node, "flow", False)
        stack += [((*path, part), child, brackets) for part, child in children(node)]
        if not path or node.start == node.end:
            continue
        assert doc.node(path) is node
        assert doc.range_of(path) == (node.start, node.end)
        text = doc.source_of(path)
        if in_brackets:  # where `-` is text, for one
            again, _ = read_yaml(f"[{text}]", 0, LIMITS, dialect(name))
            assert isinstance(again, Sequence)
            again = again.items[0]
        else:
            again, _ = read_yaml(" " * (doc.span_of(path).column - 1) + text, 0, LIMITS, dialect(name))
            assert again is not None
        assert exactly(again.value) == exactly(node.value)
        assert type(again) is type(node)


@pytest.mark.parametrize(
    ("number", "text"),
    {
        -0.0: "0", 1000.0: "1000", 1.10: "1.1", -0.5: "-0.5", 1e21: "1e+21", 1e20: "100000000000000000000",
        1.5e-7: "1.5e-7", 1e-6: "0.000001", 2**53 + 1.0: "9007199254740992", 1.2345678901234567e19: "12345678901234567000",
        math.inf: "Infinity", -math.inf: "-Infinity", math.nan: "NaN",
    }.items(),
)  # fmt: skip
def test_numbers_as_javascript_prints_them(number: float, text: str) -> None:
    assert number_text(number) == text
