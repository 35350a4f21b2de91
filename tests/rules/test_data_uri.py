import pytest

from mdlint.testing import places

VALID = {
    "an address": "---\nimage: https://a.test-site.org/data:image/rye.jpg\n---\n",
    "a folder": "---\nimage: data/rye.jpg\n---\n",
    "a word": "---\ntitle: 'data: what it is'\n---\n",
    "another field": "---\nicon: data:image/png;base64,AAAA\ncover: {blurred: 'data:,'}\n---\n",
    "not text": "---\nimage: [{'data:': 'data:'}]\n---\n",
}
INVALID = {
    "a picture": ("---\nimage: data:image/png;base64,AAAA\n---\n", [(2, 8, 2, 34)]),
    "in a mapping": ("---\ncover:\n  url: 'data:image/svg+xml,%3Csvg/%3E'\n---\n", [(3, 8, 3, 39)]),
    "CRLF, behind Chinese": ("---\r\ntitle: 面包🍞\r\nimages: [DATA:image/png;base64,AA]\r\n---\r\n", [(3, 10, 3, 31)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("data-uri", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("data-uri", content) == expected


def test_option() -> None:
    content = "---\nimage: 'data:,'\nicon: 'data:,'\n---\n"
    assert places("data-uri", content, fields=("icon",)) == [(3, 7, 3, 15)]
