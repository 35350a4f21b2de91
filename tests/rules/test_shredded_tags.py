import pytest

from mdlint.testing import findings, places

VALID = {
    "words": "---\ntags: [bread, rye, oven, crust, crumb]\n---\n",
    "languages": "---\ntags: [c, r, d, v]\n---\n",
    "an alphabet": "---\ntags: [A, b, C, d, E, f]\n---\n",
    "Chinese words of one character": "---\ntags: [诗, 词, 茶, 酒, 画]\n---\n",
    "one word among letters": "---\ntags: [b, r, e, a, d, rye]\n---\n",
    "numbers": "---\ntags: [5, 4, 3, 2, 1]\n---\n",
    "a text": "---\ntags: b r e a d\n---\n",
    "emojis": "---\ntags: [🍞, 🌾, 🔥, 🧂, 💧]\n---\n",
}
INVALID = {
    "a word": ("---\ntags: [b, r, e, a, d]\n---\n", [(2, 7, 2, 22)]),
    "with separators": ("---\ncategories: [a, ',', ' ', b, c]\n---\n", [(2, 13, 2, 32)]),
    "a printed list": ("---\ntags: ['[', \"'\", a, \"'\", ']']\n---\n", [(2, 7, 2, 30)]),
    "Chinese, CRLF": ("---\r\ntags: [面, 包, '，', 黑, 麦]\r\n---\r\n", [(2, 7, 2, 24)]),
    "Cyrillic": ("---\ntags: [х, л, е, б, ы]\n---\n", [(2, 7, 2, 22)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("shredded-tags", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("shredded-tags", content) == expected


def test_message() -> None:
    [found] = findings("shredded-tags", "---\ntags: [b, r, e, a, d]\n---\n")
    assert found.message == "`tags` is a text in single letters: `bread`"


def test_option() -> None:
    content = "---\ntags: [b, r, e, a, d]\ntopics: [o, v, e, n, s]\n---\n"
    assert places("shredded-tags", content, fields=("topics",)) == [(3, 9, 3, 24)]
