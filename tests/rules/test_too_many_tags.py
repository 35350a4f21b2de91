import pytest

from mdlint.testing import findings, places

VALID = {
    "ten": "---\ntags: [a, b, c, d, e, f, g, h, i, j]\n---\n",
    "a text": "---\ntags: a, b, c, d, e, f, g, h, i, j, k\n---\n",
    "a mapping": "---\ntags: {a: , b: , c: , d: , e: , f: , g: , h: , i: , j: , k: }\n---\n",
    "another field": "---\nkeywords: [a, b, c, d, e, f, g, h, i, j, k]\n---\n",
}
INVALID = {
    "eleven": ("---\ntags: [a, b, c, d, e, f, g, h, i, j, k]\n---\n", [(2, 1, 2, 5)]),
    "CRLF, Chinese": ("---\r\ntitle: 🍞\r\ntags:\r\n" + "- 面包\r\n" * 11 + "---\r\n", [(3, 1, 3, 5)]),
    "TOML": (f"+++\ntags = {list('abcdefghijk')}\n+++\n", [(2, 1, 2, 5)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("too-many-tags", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("too-many-tags", content) == expected


def test_message() -> None:
    [found] = findings("too-many-tags", "---\ntags: [a, b, c]\n---\n", most=2)
    assert (found.severity, found.message) == ("info", "`tags` has 3 tags, more than 2")


def test_options() -> None:
    assert places("too-many-tags", "---\ntags: [a, b]\ntopics: [a, b]\n---\n", fields=("topics",), most=1) == [
        (3, 1, 3, 7)
    ]
