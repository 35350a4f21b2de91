import pytest

from mdlint.document import Document
from mdlint.testing import findings, fixed, places

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


FIXED = {
    "the first goes": ("---\ntitle: a\ndate: x\ntitle: b\n---\n", "---\ndate: x\ntitle: b\n---\n"),
    "a list": ("---\ntags:\n- a\n- b\n\ndate: x\ntags: [c]\n---\n", "---\n\ndate: x\ntags: [c]\n---\n"),
    "a block, CRLF": ("---\r\nd: |\r\n  面\r\nd: >\r\n  x\r\n---\r\n", "---\r\nd: >\r\n  x\r\n---\r\n"),
    "three times": ("---\nt: a\nt: b\nt: b\n---\n", "---\nt: b\n---\n"),
    "nested": ("---\nc:\n  url: a\n  url: b\n---\n", "---\nc:\n  url: b\n---\n"),
    "not with a comment": ("---\nt: a # c\nt: b\n---\n", "---\nt: a # c\nt: b\n---\n"),
    "not with an anchor": ("---\nt: &a x\nt: b\nu: *a\n---\n", "---\nt: &a x\nt: b\nu: *a\n---\n"),
    "not behind a dash": ("---\nc:\n  - t: a\n    t: b\n---\n", "---\nc:\n  - t: a\n    t: b\n---\n"),
    "not in braces": ("---\nc: {t: a, t: b}\n---\n", "---\nc: {t: a, t: b}\n---\n"),
}


@pytest.mark.parametrize(("content", "expected"), FIXED.values(), ids=FIXED)
def test_fixed(content: str, expected: str) -> None:
    assert fixed("duplicate-key", content) == expected


def test_a_fix_that_loses_nothing_is_safe() -> None:
    same, other = findings("duplicate-key", "---\nt: a\nt: a\nt: b\n---\n")
    assert same.fix is not None
    assert same.fix.safe
    assert other.fix is not None
    assert not other.fix.safe
