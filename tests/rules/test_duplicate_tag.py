import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "all different": "---\ntags: [bread, rye]\n---\n",
    "signs that belong to the name": "---\ntags: [C, C++, 'C#', C--, .NET, net]\n---\n",
    "nearly the same": "---\ntags: [e-commerce, ecommerce, sign, re-sign, resign]\n---\n",
    "a part": "---\ntags: [bread, dark bread, bread/dark]\n---\n",
    "in two fields": "---\ntags: [bread]\ncategories: [bread]\n---\n",
    "another field": "---\nauthors: [Ann, Ann]\n---\n",
    "not texts": "---\ntags: [{a: b}, {a: b}, [c], [c]]\n---\n",
    "not a list": "---\ntags: bread bread\ncategories: {a: b, c: b}\n---\n",
    "empty": "---\ntags: ['', ' ', '']\ncategories: []\n---\n",
}
INVALID = {
    "the same": ("---\ntags: [bread, rye, bread]\n---\n", [(2, 20, 2, 25)]),
    "in other quotes": ("---\ntags:\n  - bread\n  - 'bread'\n---\n", [(4, 5, 4, 12)]),
    "three times": ("---\ntags: [a, a, a]\n---\n", [(2, 11, 2, 12), (2, 14, 2, 15)]),
    "in other letters": ("---\ntags: [Bread, bread]\n---\n", [(2, 15, 2, 20)]),
    "with another separator": ("---\ntags: [dark rye bread, Dark-Rye_Bread]\n---\n", [(2, 24, 2, 38)]),
    "a number": ("---\ntags: [2024, '2024']\n---\n", [(2, 14, 2, 20)]),
    "padded": ("---\ntags: [bread, ' bread']\n---\n", [(2, 15, 2, 23)]),
    "an alias": ("---\ntags: [&t bread, *t]\n---\n", [(2, 18, 2, 20)]),
    "categories": ("---\ncategories: [bread, bread]\n---\n", [(2, 21, 2, 26)]),
    "CRLF, behind an emoji": ("---\r\ntags:\r\n  - 🍞\r\n  - 面包\r\n  - 面包\r\n---\r\n", [(5, 5, 5, 7)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("duplicate-tag", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("duplicate-tag", content) == expected


def test_names_the_first() -> None:
    found = findings("duplicate-tag", "---\ntags: [Dark Rye, dark-rye, Dark Rye]\n---\n")
    assert [f.message for f in found] == [
        "`tags` already has `dark-rye` as `Dark Rye`",
        "`tags` already has `Dark Rye`",
    ]


def test_option() -> None:
    assert places("duplicate-tag", "---\ntags: [a, a]\nlinks: [b, b]\n---\n", fields=("links",)) == [(3, 12, 3, 13)]


FIXED = {
    "the same": ("---\ntags: [bread, rye, bread]\n---\n", "---\ntags: [bread, rye]\n---\n", True),
    "three times": ("---\ntags: [a, a, b, a]\n---\n", "---\ntags: [a, b]\n---\n", True),
    "lines": ("---\ntags:\n- a # x\n- 'a'\n- b\n---\n", "---\ntags:\n- a # x\n- b\n---\n", True),
    "in other letters": ("---\ntags: [Bread, bread]\n---\n", "---\ntags: [Bread]\n---\n", False),
    "a number and a text": ("---\ntags: [1, '1']\n---\n", "---\ntags: [1]\n---\n", False),
    "TOML": ('+++\ntags = ["a", "b", "a"] # x\n+++\n', '+++\ntags = ["a", "b"] # x\n+++\n', True),
    "JSON, Chinese": ('{\n"tags": ["面包", "面包"]\n}\n', '{\n"tags": ["面包"]\n}\n', True),
}


@pytest.mark.parametrize(("content", "expected", "safe"), FIXED.values(), ids=FIXED)
def test_fixed(content: str, expected: str, safe: bool) -> None:
    assert {found.fix and found.fix.safe for found in findings("duplicate-tag", content)} == {safe}
    assert fixed("duplicate-tag", content) == expected


def test_unfixed() -> None:
    for content in ("---\ntags: [&a bread, *a]\n---\n", "---\ntags:\n- a\n- a # again\n---\n"):
        assert [found.fix for found in findings("duplicate-tag", content)] == [None]
