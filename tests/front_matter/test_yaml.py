"""Values, places and limits of YAML front matter. What is said of broken YAML: test_broken_yaml.py."""

import datetime as dt
import importlib.util
import json
import sys
from collections.abc import Iterator
from typing import Any

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mdlint.document import Document
from mdlint.front_matter import yaml as reader
from mdlint.front_matter import yaml_events, yaml_reader
from mdlint.front_matter.dialects import DEFAULT, dialect
from mdlint.front_matter.values import Alias, Mapping, Node, Problem, Scalar, Sequence
from mdlint.settings import Limits
from tests.limited import python

LIMITS = Limits()


def read(source: str, limits: Limits = LIMITS) -> tuple[Node | None, list[Problem]]:
    return reader.read_yaml(source, 0, limits)


def values(source: str) -> Any:
    root, problems = read(source)
    assert problems == []
    return None if root is None else root.value


def rules(source: str, limits: Limits = LIMITS) -> list[str]:
    return [problem.rule for problem in read(source, limits)[1]]


def nodes(node: Node | None) -> Iterator[Node]:
    """All nodes as they stand in the text, keys included; aliases are not followed."""
    stack = [] if node is None else [node]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Mapping):
            stack += [part for entry in reversed(node.entries) for part in reversed(entry)]
        elif isinstance(node, Sequence):
            stack += reversed(node.items)


def sources(source: str) -> list[str]:
    """The characters of every node, in order."""
    return [source[node.start : node.end] for node in nodes(read(source)[0])]


SPANS = {
    "plain": ("a: b c\n", ["a: b c", "a", "b c"]),
    "quoted": ("'a': \"b\"\n", ["'a': \"b\"", "'a'", '"b"']),
    "a comment behind": ("a: b # c\nd: e\n", ["a: b # c\nd: e", "a", "b", "d", "e"]),
    "no value": ("a:\nb: c\n", ["a:\nb: c", "a", "", "b", "c"]),
    "no value at the end": ("a: b\nc: # d\n", ["a: b\nc:", "a", "b", "c", ""]),
    "tilde": ("a: ~\n", ["a: ~", "a", "~"]),
    "plain over lines": ("a: b\n  c\nd: e\n", ["a: b\n  c\nd: e", "a", "b\n  c", "d", "e"]),
    "quoted over lines": ("a: 'b\n  c'\n", ["a: 'b\n  c'", "a", "'b\n  c'"]),
    "literal block": ("a: |\n  b\n  c\n\nd: e\n", ["a: |\n  b\n  c\n\nd: e", "a", "|\n  b\n  c", "d", "e"]),
    "folded block, kept": ("a: >+ # f\n  b\n\n\n", ["a: >+ # f\n  b", "a", ">+ # f\n  b"]),
    "block that ends in other blanks": ("a: |\n  b\u3000\n\n", ["a: |\n  b\u3000", "a", "|\n  b\u3000"]),
    "anchored other blanks": ("a: &x \u3000b\n", ["a: &x \u3000b", "a", "\u3000b"]),
    "block at the end": ("a: |-\n  b", ["a: |-\n  b", "a", "|-\n  b"]),
    "empty block": ("a: |\nb: c\n", ["a: |\nb: c", "a", "|", "b", "c"]),
    "nested": ("a:\n  b:\n    c\n\nd: e\n", ["a:\n  b:\n    c\n\nd: e", "a", "b:\n    c", "b", "c", "d", "e"]),
    "list": ("- a\n- b: c\n  d: e\n", ["- a\n- b: c\n  d: e", "a", "b: c\n  d: e", "b", "c", "d", "e"]),
    "list at the margin": ("a:\n- b\n-  c\nd: e\n", ["a:\n- b\n-  c\nd: e", "a", "- b\n-  c", "b", "c", "d", "e"]),
    "empty item": ("-\n- a\n", ["-\n- a", "", "a"]),
    "list in list": ("- - a\n  - b\n", ["- - a\n  - b", "- a\n  - b", "a", "b"]),
    "brackets": ("a: [b, 'c']\n", ["a: [b, 'c']", "a", "[b, 'c']", "b", "'c'"]),
    "braces": ("a: {b: c, d}\n", ["a: {b: c, d}", "a", "{b: c, d}", "b", "c", "d", ""]),
    "brackets over lines": ("a: [\n  b,\n]\nc: d\n", ["a: [\n  b,\n]\nc: d", "a", "[\n  b,\n]", "b", "c", "d"]),
    "pair in brackets": ("[a: b]\n", ["[a: b]", "a: b", "a", "b"]),
    "anchor and alias": ("a: &x b\nc: *x\n", ["a: &x b\nc: *x", "a", "b", "c", "*x"]),
    "anchored list": ("a: &x\n- b\nc: *x\n", ["a: &x\n- b\nc: *x", "a", "- b", "b", "c", "*x"]),
    "anchored mapping": ("a: &x # y\n  b: c\n", ["a: &x # y\n  b: c", "a", "b: c", "b", "c"]),
    "anchored brackets": ("a: &x [b]\n", ["a: &x [b]", "a", "[b]", "b"]),
    "anchored key": ("&x a: b\n*x : c\n", ["&x a: b\n*x : c", "a", "b", "*x", "c"]),
    "anchor without a value": ("a: &x\nb: *x\n", ["a: &x\nb: *x", "a", "", "b", "*x"]),
    "tag": ("a: !!str 1\n", ["a: !!str 1", "a", "1"]),
    "tag and anchor": ("a: !!str &x 1\nb: &y !!str\n  2\n", ["a: !!str &x 1\nb: &y !!str\n  2", "a", "1", "b", "2"]),
    "tagged block": ("a: !!str |\n  b\n", ["a: !!str |\n  b", "a", "|\n  b"]),
    "verbatim tag": ("a: !<tag:yaml.org,2002:str> 1\n", ["a: !<tag:yaml.org,2002:str> 1", "a", "1"]),
    "merge key": ("a: &x {b: c}\n<<: *x\n", ["a: &x {b: c}\n<<: *x", "a", "{b: c}", "b", "c", "<<", "*x"]),
    "explicit key": ("? a\n: b\n", ["? a\n: b", "a", "b"]),
    "explicit key without a value": ("? a\n\n? b\n", ["? a\n\n? b", "a", "", "b", ""]),
    "complex key": ("? [a, b]\n: c\n", ["? [a, b]\n: c", "[a, b]", "a", "b", "c"]),
    "mapping as a key": ("? a: b\n: c\n", ["? a: b\n: c", "a: b", "a", "b", "c"]),
    "CRLF": ("a: b\r\nc: |\r\n  d\r\n\r\ne: f\r\n", ["a: b\r\nc: |\r\n  d\r\n\r\ne: f", "a", "b", "c", "|\r\n  d", "e", "f"]),
    "CR": ("a: b\rc: d\r", ["a: b\rc: d", "a", "b", "c", "d"]),
    "astral": ("😀: 😀 x\nb: '😀'\n", ["😀: 😀 x\nb: '😀'", "😀", "😀 x", "b", "'😀'"]),
    "breaks of YAML 1.1": ("a: b\u2028c\nd: e\x85f\u2029\ng: h\n", ["a: b\u2028c\nd: e\x85f\u2029\ng: h", "a", "b\u2028c", "d", "e\x85f\u2029", "g", "h"]),
    "byte-order mark": ("\ufeffa: b\n", ["a: b", "a", "b"]),
    "a tab behind a colon": ("a:\tb\n", ["a:\tb", "a", "b"]),
    "comments only": ("# a\n# b\n", []),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), SPANS.values(), ids=SPANS)
def test_spans(source: str, expected: list[str]) -> None:
    root, _ = read(source)
    if isinstance(root, (Mapping, Sequence)) and not source.startswith(("[", "{")):
        expected = [source[root.start : root.end], *expected[1:]]  # an explicit key's `?` is not the key's
    assert sources(source) == expected


VALUES: dict[str, tuple[str, Any]] = {
    "types": ("a: 1\nb: true\nc: 1.5\nd: 2024-01-05\ne: ~\n", {"a": 1, "b": True, "c": 1.5, "d": dt.date(2024, 1, 5), "e": None}),
    "quoted is text": ("a: '1'\nb: \"true\"\nc: '~'\n", {"a": "1", "b": "true", "c": "~"}),
    "words of YAML 1.1 are text": ("a: yes\nb: no\nc: on\n", {"a": "yes", "b": "no", "c": "on"}),
    "an impossible date is text": ("a: 2024-02-31\n", {"a": "2024-02-31"}),
    "escapes": ('a: "\\t\\u00e9\\U0001F600\\x41"\n', {"a": "\té😀A"}),
    "doubled apostrophe": ("a: 'it''s'\n", {"a": "it's"}),
    "folding": ("a: b\n  c\n\n  d\n", {"a": "b c\nd"}),
    "blocks": ("a: |\n  b\n  c\nd: >-\n  e\n  f\ng: |\n  1\n", {"a": "b\nc\n", "d": "e f", "g": "1\n"}),
    "breaks of YAML 1.1 are text": ("a: b\u2028c\n'd\x85': \"e\u2029\"\n", {"a": "b\u2028c", "d\x85": "e\u2029"}),
    "breaks beside stand-ins": ("a: \ue000\u2028\ue001\x85\n", {"a": "\ue000\u2028\ue001\x85"}),
    "keys are text": ("1: a\ntrue: b\n2024-01-05: c\n~: d\n", {"1": "a", "true": "b", "2024-01-05": "c", "null": "d"}),
    "complex keys are their source": ("? [a, b]\n: c\n? {d: e}\n: f\n", {"[a, b]": "c", "{d: e}": "f"}),
    "alias as key": ("a: &x b\n*x : c\n", {"a": "b", "b": "c"}),
    "aliases share": ("a: &x [1]\nb: *x\nc: [*x]\n", {"a": [1], "b": [1], "c": [[1]]}),
    "anchor again": ("a: &x 1\nb: *x\nc: &x 2\nd: *x\n", {"a": 1, "b": 1, "c": 2, "d": 2}),
    "merge": ("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n", {"a": {"b": 1, "c": 2}, "d": {"c": 3, "b": 1}}),
    "merge below": ("a: &x {b: 1, c: 2}\nd:\n  c: 3\n  <<: *x\n", {"a": {"b": 1, "c": 2}, "d": {"c": 3, "b": 1}}),
    "merge of several": ("a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne: {<<: [*x, *y]}\n", {"a": {"b": 1}, "c": {"b": 2, "d": 3}, "e": {"b": 1, "d": 3}}),
    "merge of merged": ("a: &x {b: 1}\nc: &y {<<: *x}\nd: {<<: *y}\n", {"a": {"b": 1}, "c": {"b": 1}, "d": {"b": 1}}),
    "merge at the root": ("a: &x {b: 1}\n<<: *x\n", {"a": {"b": 1}, "b": 1}),
    "merge of a mapping": ("<<: {a: 1}\nb: 2\n", {"b": 2, "a": 1}),
    "no merge: quoted": ("a: &x {b: 1}\n'<<': *x\n", {"a": {"b": 1}, "<<": {"b": 1}}),
    "no merge: text": ("<<: a\n", {"<<": "a"}),
    "no merge: a list of text": ("<<: [a]\n", {}),
    "core tags": ("a: !!str 1\nb: !!int '1'\nc: ! 2\nd: !!float 1\ne: !!str\n", {"a": "1", "b": 1, "c": "2", "d": 1, "e": ""}),
    "tags of collections": ("a: !!map {b: 1}\nc: !!seq [1]\nd: !!set {e}\n", {"a": {"b": 1}, "c": [1], "d": {"e": None}}),
    "binary is text": ("a: !!binary 1234\n", {"a": "1234"}),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), VALUES.values(), ids=VALUES)
def test_values(source: str, expected: Any) -> None:
    assert values(source) == expected


def test_repeated_keys() -> None:
    root, problems = read("a: 1\nb: 2\na: 3\na: 4\nc: {d: 5, d: 6}\n")
    assert isinstance(root, Mapping)
    assert root.value == {"a": 4, "b": 2, "c": {"d": 6}}
    assert [(problem.rule, problem.start) for problem in problems] == [
        ("duplicate-key", 10),
        ("duplicate-key", 15),
        ("duplicate-key", 30),
    ]
    assert len(root.entries) == 5


def test_keys_that_read_alike_repeat() -> None:
    assert rules("1: a\n'1': b\n") == ["duplicate-key"]


def test_merged_keys_do_not_repeat() -> None:
    assert rules("a: &x {b: 1}\n<<: *x\nb: 2\n") == []
    assert rules("a: &x {b: 1}\n<<: *x\n<<: *x\n") == []


def test_an_alias_has_its_own_place_and_shares_its_target() -> None:
    root, _ = read("a: &x [1]\nb: *x\n")
    assert isinstance(root, Mapping)
    target, alias = root.index["a"][1], root.index["b"][1]
    assert isinstance(alias, Alias)
    assert alias.target is target
    assert (alias.start, alias.end) == (13, 15)
    assert root.value["b"] is root.value["a"]


def test_flow_and_style() -> None:
    root, _ = read("a: [b]\nc:\n- 'd'\ne: |\n  f\n")
    assert isinstance(root, Mapping)
    flows = {name: node.flow for name, (_, node) in root.index.items() if isinstance(node, Sequence)}
    assert flows == {"a": True, "c": False}
    assert [node.style for node in nodes(root) if isinstance(node, Scalar)] == ["", "", "", "'", "", "|"]


TAGS = {
    "local": ("a: !foo b\n", "!foo", "b"),
    "Python's": ("a: !!python/object/apply:os.getcwd []\n", "!!python/object/apply:os.getcwd", []),
    "verbatim": ("a: !<x:y> [1]\n", "!<x:y>", [1]),
    "behind an anchor": ("a: &x !foo 1\n", "!foo", "1"),
    "without a value": ("a: !foo\nb: c\n", "!foo", ""),
    "on a mapping": ("a: !foo\n  b: c\n", "!foo", {"b": "c"}),
}


@pytest.mark.parametrize(("source", "tag", "value"), TAGS.values(), ids=TAGS)
def test_unknown_tags_construct_nothing(source: str, tag: str, value: Any) -> None:
    root, (problem,) = read(source)
    assert problem.rule == "unknown-tag"
    assert source[problem.start : problem.end] == tag
    assert isinstance(root, Mapping)
    assert root.value["a"] == value


LIMITED = {
    "deep": ("[[[1]]]", Limits(depth=2), ["oversized-front-matter"]),
    "as deep as allowed": ("[[1]]", Limits(depth=2), []),
    "many": ("[1, 2]", Limits(nodes=2), ["oversized-front-matter"]),
    "as many as allowed": ("[1, 2]", Limits(nodes=3), []),
    "expanded": ("- &a [1, 2]\n- [*a, *a]\n", Limits(expanded_nodes=9), ["alias-bomb"]),
    "expanded as far as allowed": ("- &a [1, 2]\n- [*a, *a]\n", Limits(expanded_nodes=11), []),
    "deep by aliases": ("- &a [1]\n- &b [*a]\n- [*b]\n", Limits(depth=3), ["alias-bomb"]),
    "as deep by aliases as allowed": ("- &a [1]\n- &b [*a]\n- [*b]\n", Limits(depth=4), []),
    "merged": ("a: &a {b: 1, c: 2}\nd: {<<: *a}\ne: {<<: *a}\nf: {<<: *a}\n", Limits(nodes=5), ["oversized-front-matter"]),
    "inside itself": ("a: &x [*x]\n", LIMITS, ["alias-bomb"]),
    "inside itself, further down": ("a: &x {b: [{c: *x}]}\n", LIMITS, ["alias-bomb"]),
    "merged into itself": ("a: &x\n  <<: *x\n", LIMITS, ["alias-bomb"]),
}  # fmt: skip


@pytest.mark.parametrize(("source", "limits", "expected"), LIMITED.values(), ids=LIMITED)
def test_limits(source: str, limits: Limits, expected: list[str]) -> None:
    assert rules(source, limits) == expected


def test_merges_are_limited() -> None:
    base = "a: &a {" + ", ".join(f"k{n}" for n in range(1000)) + "}\n"
    assert rules(base + "".join(f"b{n}: {{<<: *a}}\n" for n in range(200))) == ["alias-bomb"]


def test_the_finding_is_at_the_alias_that_adds_most() -> None:
    source = "a: &a [1, 2, 3]\nb: &b [*a, *a]\nc: [1, *b]\n"
    _, (problem,) = read(source, Limits(expanded_nodes=16))
    assert source[problem.start : problem.end] == "*b"


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + previous] * 9)}]\n"
    for previous, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "deep brackets": (f"a: {'[' * 100_000}{']' * 100_000}\n", ["oversized-front-matter"]),
    "deep braces": (f"a: {'{a: ' * 100_000}1{'}' * 100_000}\n", ["oversized-front-matter"]),
    "deep lists": (f"a:\n  {'- ' * 100_000}x\n", ["oversized-front-matter"]),
    "deep keys": ("? " * 100_000 + "x\n", ["oversized-front-matter"]),
    "deep mappings": ("".join(" " * n + "a:\n" for n in range(1000)), ["oversized-front-matter"]),
    "bomb": (BOMB, ["alias-bomb"]),
    "bomb as a key": (BOMB + "? *i\n: 1\n", ["alias-bomb"]),
    "long chain of aliases": ("- &a0 [1]\n" + "".join(f"- &a{n + 1} [*a{n}]\n" for n in range(20_000)), ["alias-bomb"]),
    "many values": ("- a\n" * 200_000, ["oversized-front-matter"]),
    "many keys": ("".join(f"key{n}: {n}\n" for n in range(20_000)), []),
    "one key, many times": ("a: 1\n" * 20_000, ["duplicate-key"] * 19_999),
    "many anchors": ("".join(f"- &a{n} {n}\n" for n in range(20_000)), []),
    "many merges": ("a: &a {b: 1}\n" + "".join(f"c{n}: {{<<: *a}}\n" for n in range(10_000)), []),
    "many unknown tags": ("- !foo a\n" * 10_000, ["unknown-tag"] * 10_000),
    "a long plain value": ("a: " + "b " * 500_000 + "\n", []),
    "a long quoted value": ('a: "' + "b " * 500_000 + '"\n', []),
    "many lines in a value": ("a:\n" + "  b\n" * 100_000, []),
    "many breaks of YAML 1.1": ("a: " + "\u2028" * 300_000 + "\n", []),
    "a long key": ("a" * 1_000_000 + ": 1\n", ["yaml-syntax"]),
    "a line of blanks before an error": ("a: 'b' c" + " " * 500_000 + "\nd: e\n", ["yaml-syntax"]),
    "many lines without a field": ("words\n" * 100_000 + "a: b\n", ["yaml-syntax"]),
    "many comments above an error": ("a: b\n" + "# c\n" * 100_000 + "  d: e\n", ["yaml-syntax"]),
}  # fmt: skip


READ = """\
import json, sys
from mdlint.front_matter.yaml import read_yaml
from mdlint.settings import Limits
_, problems = read_yaml(sys.stdin.buffer.read().decode(), 0, Limits())
json.dump([problem.rule for problem in problems], sys.stdout)
"""


@pytest.mark.parametrize(("source", "expected"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_end(source: str, expected: list[str]) -> None:
    done = python("-c", READ, stdin=source.encode())
    assert done.stderr == b""
    assert json.loads(done.stdout) == expected


def test_offset_is_added() -> None:
    root, _ = reader.read_yaml("a: &x b\nc: |\n  d\n", 10, LIMITS)
    assert [(node.start, node.end) for node in nodes(root)] == [(10, 26), (10, 11), (16, 17), (18, 19), (21, 26)]
    _, (problem,) = reader.read_yaml("a: b: c\n", 10, LIMITS)
    assert (problem.start, problem.end) == (14, 15)


# -- against other readers

WRITTEN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=20)
# `1e3` is text for PyYAML, a number for others.
PLAIN = WRITTEN.filter(lambda text: dialect(DEFAULT).resolve(text) == text)
LEAVES = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | PLAIN | st.dates(dt.date(1000, 1, 1))
DATA = st.dictionaries(
    PLAIN,
    st.recursive(
        LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PLAIN, inner, max_size=4), max_leaves=12
    ),
    max_size=6,
)


@given(DATA, st.sampled_from([None, True, False]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_reads_what_pyyaml_writes(data: dict[str, Any], flow: bool | None, line_end: str) -> None:
    written = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    doc = Document("post.md", f"---{line_end}{written.replace(chr(10), line_end)}---{line_end}")
    assert doc.data == data
    if data:
        assert frontmatter.loads(f"---\n{written}---\n").metadata == data


def _strict(node: Node, end: int) -> None:
    """Every node lies in the text, its children in it, in order."""
    for outer in nodes(node):
        assert 0 <= outer.start <= outer.end <= end
        inner: list[Node] = []
        if isinstance(outer, Mapping):
            inner = [part for entry in outer.entries for part in entry]
        elif isinstance(outer, Sequence):
            inner = outer.items
        places = [outer.start, *(place for child in inner for place in (child.start, child.end)), outer.end]
        assert places == sorted(places)


@given(st.lists(st.sampled_from([
    "a", "b: ", ": ", "- ", "? ", "[", "]", "{", "}", ", ", "'", '"', "|", ">", "&x ", "*x", "!t ", "!!str ", "<<: *x", "# c", "\n", "\n  ", "\r\n",
    "\r", "\t", " ", "1", "~", "\\", "\\u00", "%", "@", "---", "...", "\u2028", "\x85", "\ufeff", "😀", "\x07",
]), max_size=30).map("".join))  # fmt: skip
def test_any_text_is_read_or_explained(source: str) -> None:
    root, problems = read(source)
    if root is not None:
        _strict(root, len(source))
    for problem in problems:
        assert 0 <= problem.start <= problem.end <= len(source)
        assert problem.message
        assert "\n" not in problem.message


@pytest.fixture
def pure(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The reader as it is where PyYAML came without libyaml."""
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    spec = importlib.util.find_spec(yaml_events.__name__)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(yaml_reader, "Parser", module.Parser)
    return module


def test_without_libyaml(pure: Any) -> None:
    assert pure.Parser.__module__ == yaml_events.__name__
    for source, _ in (*SPANS.values(), *VALUES.values()):
        if ":\t" in source:
            continue  # an error for PyYAML's own parser
        root, problems = reader.read_yaml(source, 0, LIMITS)
        expected, expected_problems = read(source)
        assert problems == expected_problems
        assert [(n.start, n.end, n.value) for n in nodes(root)] == [(n.start, n.end, n.value) for n in nodes(expected)]
    for source in (
        "a: b: c\n",
        'a: "\\q"\n',
        "a: @b\n",
        "a: 'b\n",
        "a: [b\n",
        "a: *b\n",
        "a: *b*\n",
        "a: > b\n",
        "a: !b!c d\n",
        "a: 'b' c\n",
    ):
        assert reader.read_yaml(source, 0, LIMITS) == read(source)
