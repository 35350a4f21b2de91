from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdlint.rules.schema import printed
from mdlint.testing import findings, fixed, places

VALID = {
    "a list": "tags: ['a', 'b']",
    "a mapping": "cover: {'url': 'a'}",
    "brackets in a text": "title: \"[Rye] 'bread' and (wheat)\"",
    "a quotation": "title: \"('Rye bread')\"",
    "a footnote": "title: '[1]'\ntags: '[2024]'",
    "JSON for a script": 'data: \'{"loaves": ["rye"]}\'\nargs: \'["-v", "--all"]\'',
    "words in brackets: for another rule": "tags: '[a, b]'",
    "not closed": "tags: \"['a', 'b'\"",
    "a quote too many": "tags: \"['Ada's', 'b']\"",
    "a call": "title: \"print('a', 'b')\"",
    "code": "title: \"['a'].join('b')\"",
    "a block": "code: |\n  ['a', 'b']",
    "empty": "tags: '[]'\ncover: '{}'\ntitle: ''",
    "a template": "title: \"{{ 'a' | upper }}\"\ntags: \"{% raw 'a' %}\"",
    "a wiki link": "related: '[[Rye bread]]'",
    "deep": f"title: \"{'[' * 50}'a'{']' * 50}\"",
}
INVALID = {
    "a list": ("tags: \"['rye', 'dark bread']\" # a", (2, 7, 2, 30), 'tags: ["rye", "dark bread"] # a'),
    "doubled quotes": ("tags: '[''rye'', ''bread'']'", (2, 7, 2, 29), 'tags: ["rye", "bread"]'),
    "escaped quotes": ('tags: "[\\"rye\\", \\"面包 🍞\\"]"', (2, 7, 2, 28), 'tags: ["rye", "面包 🍞"]'),
    "JSON": ('tags: \'["rye", "bread"]\'', (2, 7, 2, 25), 'tags: ["rye", "bread"]'),
    "a tuple": ("tags: ('rye', 'bread')", (2, 7, 2, 23), 'tags: ["rye", "bread"]'),
    "a tuple of one": ("tags: ('rye',)", (2, 7, 2, 15), 'tags: ["rye"]'),
    "a set": ("tags: \"{'rye', 'bread'}\"", (2, 7, 2, 25), 'tags: ["rye", "bread"]'),
    "a dict": ("cover: \"{'url': '/rye.jpg', 'alt': None}\"", (2, 8, 2, 42), 'cover: {"url": "/rye.jpg", "alt": null}'),
    "nested": (
        "meta: \"[{'name': 'a', 'n': [1, 2.5, True]}]\"",
        (2, 7, 2, 45),
        'meta: [{"name": "a", "n": [1, 2.5, true]}]',
    ),
    "an apostrophe": ("tags: '[\"Ada''s\", ''b'']'", (2, 7, 2, 26), 'tags: ["Ada\'s", "b"]'),
    "in an item": ("tags: [\"['a', 'b']\", c]", (2, 8, 2, 20), "tags: [\"['a', 'b']\", c]"),
    "a tag": ("tags: !!str \"['a', 'b']\"", (2, 13, 2, 25), "tags: !!str \"['a', 'b']\""),
    "an alias": ("tags: &t \"['a', 'b']\"\nkeywords: *t", (2, 10, 2, 22), "tags: &t \"['a', 'b']\"\nkeywords: *t"),
}


def page(fields: str, end: str) -> str:
    return f"---\n{fields}\n---\n".replace("\n", end)


@pytest.mark.parametrize("fields", VALID.values(), ids=VALID)
def test_valid(fields: str) -> None:
    assert places("stringified-collection", page(fields, "\n")) == []


@pytest.mark.parametrize(("fields", "place", "after"), INVALID.values(), ids=INVALID)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_invalid(fields: str, place: tuple[int, int, int, int], after: str, end: str) -> None:
    assert places("stringified-collection", page(fields, end)) == [place]
    assert fixed("stringified-collection", page(fields, end)) == page(after, end)


def test_other_formats() -> None:
    assert fixed("stringified-collection", "+++\ntags = \"['a', 'b']\"\n+++\n") == '+++\ntags = ["a", "b"]\n+++\n'
    assert fixed("stringified-collection", "{\"tags\": \"['a', 'b']\"}\n") == '{"tags": ["a", "b"]}\n'
    content = "+++\ncover = \"{'a': 'b'}\"\n+++\n"
    assert [f.fix for f in findings("stringified-collection", content)] == [None]


def test_words() -> None:
    [found] = findings("stringified-collection", "---\ncover: \"{'a': 'b'}\"\n---\n")
    assert (found.message, found.hint) == (
        "`cover` is a mapping printed as text",
        "write it as a mapping, without quotes around it",
    )
    assert found.fix is not None
    assert not found.fix.safe


def test_option() -> None:
    content = "---\nloaves: '[\"rye\"]'\n---\n"
    assert places("stringified-collection", content) == []
    assert places("stringified-collection", content, lists=("loaves",)) == [(2, 9, 2, 18)]


@pytest.mark.parametrize(
    "text",
    ["['a'", "['a']]", "['a' 'b']", "['a',, 'b']", "{'a': }", "{'a': 1, 'b'}", "{1: 'a'}", "[nan, 'a']", "['\\q']", "[a, 'b']", "{'a': 1,, }"],
)  # fmt: skip
def test_what_is_no_literal(text: str) -> None:
    assert printed(text) is None


TEXTS = st.text("ab'\"\\é包🍞[{(,: ", max_size=8)
PLAIN = TEXTS | st.integers() | st.booleans() | st.none() | st.dictionaries(TEXTS, TEXTS, min_size=1, max_size=2)


@settings(max_examples=100)
@given(st.lists(PLAIN, min_size=1, max_size=4))
def test_what_python_prints_is_read(value: list[Any]) -> None:
    found = printed(repr(value))
    if found is None:
        text = repr(value)
        assert not ("'" in text or '"' in text)
    else:
        assert found.value == value


def test_is_fast_on_hostile_texts() -> None:
    assert printed("['" + "\\" * 9000 + "]") is None
    assert printed("[" * 5000 + "'" + "]" * 4000) is None
