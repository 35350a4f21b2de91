import pytest

from mdlint.testing import places

VALID = {
    "pictures": "---\nimages: [a.jpg, /b.PNG, ../c.webp, 'https://a.test-site.org/d.svg?v=2#x', e]\n---\n",
    "no ending": "---\nimage: https://images.test-site.org/photo/123\n---\n",
    "a site's name": "---\nimage: https://a-site.ai\ncover: https://a-site.md/\n---\n",
    "a script that scales": "---\nimage: https://a.test-site.org/scale.html?file=rye.jpg\n---\n",
    "the picture itself": "---\nimages: ['https://github.com/a/b/raw/main/rye.jpg', 'https://github.com/a/b/blob/main/rye.jpg?raw=true']\n---\n",
    "a container": "---\nimage: nginx:1.25\n---\n",
    "a page's own address": "---\ncanonical: https://a.test-site.org/rye.html\n---\n",
    "not text": "---\nimage: [{a: b.md}, 3, null]\n---\n",
}
INVALID = {
    "a document": ("---\nimage: ../recipes/rye.pdf\n---\n", [(2, 8, 2, 26)]),
    "a page": ("---\ncover:\n  url: 'https://a.test-site.org/rye.html#top'\n---\n", [(3, 8, 3, 46)]),
    "in a list": ("---\nimages: [a.jpg, b.MD]\n---\n", [(2, 17, 2, 21)]),
    "a page about it": ("---\nimage: https://github.com/a/b/blob/main/rye.jpg\n---\n", [(2, 8, 2, 48)]),
    "CRLF, Chinese": ("---\r\nimage: '/面包/🍞.zip'\r\n---\r\n", [(2, 8, 2, 19)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("wrong-asset-type", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("wrong-asset-type", content) == expected


def test_options() -> None:
    content = "---\nimage: a.pdf\nbanner: a.mp4\n---\n"
    assert places("wrong-asset-type", content, fields=("banner",), endings=(".mp4",)) == [(3, 9, 3, 14)]
