import pytest

from mdlint.document import Document
from mdlint.testing import findings, places

VALID = {
    "once each": "---\ntitle: a\ndate: b\n---\n",
    "in another mapping": "---\ntitle: a\ncover: {title: b}\n---\n",
    "in each item": "---\nmeta:\n  - name: a\n  - name: b\n---\n",
    "in the body": "---\ntitle: a\n---\ntitle: b\n",
    "another case": "---\ntitle: a\nTitle: b\n---\n",
    "merged": "---\nbase: &base {title: a}\npost: {<<: *base, title: b}\n---\n",
    "in a block": "---\ntitle: |\n  a: 1\n  a: 2\n---\n",
    "in a comment": "---\ntitle: a\n# title: b\n---\n",
}
INVALID = {
    "twice": ("---\ntitle: a\ntitle: b\n---\n", [(3, 1, 3, 6)]),
    "the same value": ("---\ntitle: a\ntitle: a\n---\n", [(3, 1, 3, 6)]),
    "three times": ("---\ntitle: a\ntitle: b\ntitle: c\n---\n", [(3, 1, 3, 6), (4, 1, 4, 6)]),
    "in quotes": ("---\ntitle: a\n'title': b\n---\n", [(3, 1, 3, 8)]),
    "nested": ("---\ncover:\n  url: a\n  url: b\n---\n", [(4, 3, 4, 6)]),
    "in braces": ("---\ncover: {url: a, url: b}\n---\n", [(2, 17, 2, 20)]),
    "numbers": ("---\n1: a\n1: b\n---\n", [(3, 1, 3, 2)]),
    "without values": ("---\ntags:\ntags:\n---\n", [(3, 1, 3, 5)]),
    "CJK and emoji": ("---\n标题🍞: a\n标题🍞: b\n---\n", [(3, 1, 3, 4)]),
    "CRLF": ("---\r\ntitle: a\r\ntitle: b\r\n---\r\n", [(3, 1, 3, 6)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("duplicate-key", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("duplicate-key", content) == expected


ALIKE: dict[str, set[str | None]] = {
    "1: a\n1.0: b\n": {None, "docusaurus", "mkdocs", "hugo", "obsidian"},
    "01: a\n1: b\n": {None, "docusaurus", "mkdocs", "jekyll", "hugo", "obsidian"},
    "1: a\n'1': b\n": {None, "docusaurus", "hugo", "obsidian"},
    "yes: a\ntrue: b\n": {"mkdocs", "jekyll"},
    "true: a\n1: b\n": {"mkdocs"},
    "True: a\n'true': b\n": {None, "docusaurus", "hugo", "obsidian"},
    "~: a\nnull: b\n": {None, "docusaurus", "mkdocs", "jekyll", "hugo", "obsidian"},
    "a: b\n'a ': b\n": set(),
    "1: a\n2: b\n": set(),
}
"""Names, and the generators whose parsers read them alike."""


@pytest.mark.parametrize("generator", [None, "docusaurus", "mkdocs", "jekyll", "hugo", "obsidian"])
def test_names_that_a_parser_reads_alike(generator: str | None) -> None:
    for fields, generators in ALIKE.items():
        doc = Document("a.md", f"---\n{fields}---\n", generator=generator)
        expected = [(3, 1)] if generator in generators else []
        assert [doc.span(problem.start, problem.end)[:2] for problem in doc.problems] == expected, fields


def test_message_of_names_that_are_read_alike() -> None:
    (problem,) = Document("a.md", "---\nyes: a\ntrue: b\n---\n", generator="mkdocs").problems
    assert problem.message == "`true` is the same field as `yes` above: PyYAML reads both names alike"


def test_message() -> None:
    (finding,) = findings("duplicate-key", "---\ntitle: a\ntitle: b\n---\n")
    assert finding.message == "`title` is given more than once"
