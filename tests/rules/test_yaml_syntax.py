import pytest

from mdlint.testing import findings, places

VALID = {
    "a post": "---\ntitle: a\ntags: [a, 'b']\n---\n",
    "a colon without a space": "---\ntitle: a:b\nurl: https://bread.test-site.org:80/\ntime: 12:30\n---\n",
    "an apostrophe in a plain value": '---\ntitle: The baker\'s bread, "fresh"\n---\n',
    "signs inside a value": "---\ntitle: a @b *c* `d` %e & f! [g] {h}\n---\n",
    "a backslash in a plain value": "---\ntitle: C:\\bread \\d\n---\n",
    "a colon in quotes": "---\ntitle: 'a: b'\n---\n",
    "a colon in a block": "---\ntitle: |\n  a: b: c\n---\n",
    "U+2028 in a value": "---\ntitle: a\u2028b\n---\n",
    "not YAML, not front matter": "---\n\nWords: and: more\n\n---\n",
    "not YAML in the body": "---\ntitle: a\n---\n\na: b: c\n",
    "TOML": "+++\ntitle = 'a: b: c'\n+++\n",
    "empty": "---\n---\n",
}
INVALID = {
    "a colon in a value": ("---\ntitle: Hello: world\n---\n", (2, 13, 2, 14)),
    "an apostrophe in single quotes": ("---\ntitle: 'it's'\ndate: 2024-01-05\n---\n", (2, 11, 2, 12)),
    "a sign at the start": ("---\ntitle: a\nauthor: @b\n---\n", (3, 9, 3, 10)),
    "a quote that is never closed": ('---\ntitle: "a\nauthor: b\n---\n', (2, 8, 2, 9)),
    "brackets that are never closed": ("---\ntags: [a, b\nauthor: c\n---\n", (2, 7, 2, 8)),
    "no such anchor": ("---\ntitle: *bold\n---\n", (2, 8, 2, 13)),
    "CJK and emoji before": ("---\n标题: 🍞面包: 黑麦\n---\n", (2, 8, 2, 9)),
    "CRLF": ("---\r\ntitle: a\r\nsubtitle: b: c\r\n---\r\n", (3, 12, 3, 13)),
    "U+2028 above": ("---\ntitle: a\u2028b\nsubtitle: b: c\n---\n", (3, 12, 3, 13)),
    "a control character": ("---\ntitle: a\x07b\n---\n", (2, 9, 2, 10)),
    "a second document": ("---\ntitle: a\n--- b\n---\n", (3, 1, 3, 4)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("yaml-syntax", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("yaml-syntax", content) == [place]


def test_it_is_said_in_words() -> None:
    (finding,) = findings("yaml-syntax", "---\ntitle: Hello: world\n---\n")
    assert finding.message == "`title` holds a colon and a space outside quotes"
    assert finding.hint == "put quotes around the value"
