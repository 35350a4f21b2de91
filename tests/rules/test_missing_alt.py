import pytest

from mdlint.testing import places

VALID = {
    "there": "---\ncover: {url: /rye.jpg, alt: A loaf}\n---\n",
    "decoration": "---\ncover: {url: /rye.jpg, alt: ''}\n---\n",
    "beside it": "---\ncover: {url: /rye.jpg}\ncoverAlt: A loaf\nimage: {src: /rye.jpg}\nimage_alt: A loaf\n---\n",
    "a text": "---\nimage: /rye.jpg\n---\n",
    "no picture": "---\ncover: {}\nimage: {url: '', width: 3}\n---\n",
    "for link previews only": "---\nimage: {path: /rye.jpg, height: 600, width: 800}\n---\n",
    "not text": "---\ncover: {url: [a]}\nimage: [{url: /a.jpg}]\n---\n",
    "another field": "---\nlink: {url: /rye}\n---\n",
}
INVALID = {
    "none": ("---\ncover:\n  url: /rye.jpg\n---\n", [(2, 1, 2, 6)]),
    "nothing": ("---\ncover:\n  url: /rye.jpg\n  alt:\n---\n", [(4, 3, 4, 6)]),
    "in braces": ("---\nheroImage: {src: /rye.jpg}\n---\n", [(2, 1, 2, 10)]),
    "CRLF, Chinese": ("---\r\ntitle: 🍞\r\nimage: {url: /面包.jpg}\r\n---\r\n", [(3, 1, 3, 6)]),
    "TOML": ('+++\n[cover]\nimage = "rye.jpg"\n+++\n', [(2, 2, 2, 7)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("missing-alt", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("missing-alt", content) == expected


def test_option() -> None:
    content = "---\ncover: {url: /a.jpg}\nbanner: {url: /a.jpg}\n---\n"
    assert places("missing-alt", content, fields=("banner",)) == [(3, 1, 3, 7)]
