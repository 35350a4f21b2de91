import pytest

from mdlint.testing import findings, fixed, places

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


FIXED = {
    "in brackets": ("---\ntags: [bread, '', rye]\n---\n", "---\ntags: [bread, rye]\n---\n"),
    "the first ones": ("---\ntags: ['',  null, rye, ''] # as sold\n---\n", "---\ntags: [rye] # as sold\n---\n"),
    "all of them": ("---\ntags: ['', \"\"]\n---\n", "---\ntags: []\n---\n"),
    "a line": (
        "---\ntags:\n  - bread # dark\n  -\n  - ''\n  - rye\n---\n",
        "---\ntags:\n  - bread # dark\n  - rye\n---\n",
    ),
    "the only line": ("---\ntags:\n  - ''\ntitle: x\n---\n", "---\ntags: []\ntitle: x\n---\n"),
    "nothing but a dash": ("---\ntags:\n-\ntitle: x\n---\n", "---\ntags: []\ntitle: x\n---\n"),
    "CRLF, behind an emoji": ("---\r\ntags:\r\n  - 🍞\r\n  - ''\r\n---\r\n", "---\r\ntags:\r\n  - 🍞\r\n---\r\n"),
    "TOML": ("+++\ntags = ['', 'rye', '']\n+++\n", "+++\ntags = ['rye']\n+++\n"),
    "JSON": ('{\n"tags": ["rye", "", null]\n}\n', '{\n"tags": ["rye"]\n}\n'),
    "over lines": ("---\ntags: [\n  bread,\n  '',\n  rye\n]\n---\n", "---\ntags: [\n  bread,\n  rye\n]\n---\n"),
}
UNFIXED = {
    "beside a comment": "---\ntags:\n  - bread\n  - '' # later\n---\n",
    "with a comment between": "---\ntags: [bread, # dark\n  '']\n---\n",
    "an alias elsewhere": "---\ntags: [&x '', bread]\nname: *x\n---\n",
    "all, with a comment": "---\ntags: # none yet\n  - ''\n---\n",
}


@pytest.mark.parametrize(("content", "expected"), FIXED.values(), ids=FIXED)
def test_fixed(content: str, expected: str) -> None:
    assert all(found.fix is not None and found.fix.safe for found in findings("empty-tag", content))
    assert fixed("empty-tag", content) == expected


@pytest.mark.parametrize("content", UNFIXED.values(), ids=UNFIXED)
def test_unfixed(content: str) -> None:
    assert [found.fix for found in findings("empty-tag", content)] == [None]
