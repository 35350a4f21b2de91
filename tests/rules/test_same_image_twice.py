import pytest

from mdlint.testing import places

VALID = {
    "two pictures": "---\ncover: {url: a.jpg, square: b.jpg}\n---\n",
    "no square one": "---\ncover: {url: a.jpg}\n---\n",
    "one picture at another size": "---\ncover: {url: 'a.jpg?w=900', square: 'a.jpg?w=90'}\n---\n",
    "both empty": "---\ncover: {url: '', square: ''}\n---\n",
    "both null": "---\ncover:\n  url:\n  square:\n---\n",
    "both left by a script": "---\ncover: {url: None, square: None}\n---\n",
    "no mapping": "---\ncover: a.jpg\nsquare: a.jpg\n---\n",
    "no text": "---\ncover: {url: {error: a}, square: {error: a}}\n---\n",
    "another field": "---\nimage: {url: a.jpg, square: a.jpg}\n---\n",
}
INVALID = {
    "the square one first": ("---\ncover:\n  square: a.jpg\n  url: a.jpg\n---\n", (4, 8, 4, 13)),
    "the square one last": ("---\ncover:\n  url: a.jpg\n  square: a.jpg\n---\n", (3, 8, 3, 13)),
    "in other quotes": ("---\ncover: {square: \"a.jpg\", url: 'a.jpg'}\n---\n", (2, 31, 2, 38)),
    "an alias": ("---\ncover:\n  square: &u a.jpg\n  url: *u\n---\n", (4, 8, 4, 10)),
    "CRLF": ("---\r\ncover:\r\n  alt: 面包 🍞\r\n  square: 面.jpg\r\n  url: 面.jpg\r\n---\r\n", (5, 8, 5, 13)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("same-image-twice", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("same-image-twice", content) == [place]
