import pytest

from mdlint.testing import findings, places

VALID = {
    "filled": "---\ntags: [bread, 0, false]\n---\n",
    "an empty list": "---\ntags: []\n---\n",
    "no list": "---\ntags: ''\ncategories:\n---\n",
    "a mapping": "---\ntags: {bread: , rye: ''}\n---\n",
    "empty collections": "---\ntags: [[], {}]\n---\n",
    "another field": "---\nlinks: ['', null]\n---\n",
    "the word": "---\ntags: ['null', none]\n---\n",
}
INVALID = {
    "quoted": ("---\ntags: ['', \"\"]\n---\n", [(2, 8, 2, 10), (2, 12, 2, 14)]),
    "blank": ("---\ntags: [bread, '  ']\n---\n", [(2, 15, 2, 19)]),
    "null": ("---\ntags: [bread, null, ~]\n---\n", [(2, 15, 2, 19), (2, 21, 2, 22)]),
    "an ideographic space": ("---\ntags: ['\u3000']\n---\n", [(2, 8, 2, 11)]),
    "categories": ("---\ncategories:\n  - ''\n---\n", [(3, 5, 3, 7)]),
    "CRLF, behind an emoji": ("---\r\ntags:\r\n  - 🍞\r\n  - ''\r\n---\r\n", [(4, 5, 4, 7)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("empty-tag", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("empty-tag", content) == expected


def test_nothing_behind_the_dash() -> None:
    [found] = findings("empty-tag", "---\ntags:\n  - bread\n  -\n---\n")
    assert (found.span.line, found.message) == (4, "`tags[1]` is empty")


def test_option() -> None:
    assert places("empty-tag", "---\ntags: ['']\nlinks: ['']\n---\n", fields=("links",)) == [(3, 9, 3, 11)]
