import pytest

from mdlint.testing import places

VALID = {
    "a real host": "---\nimage: https://images.test-site.org/rye.jpg\n---\n",
    "names that look alike": "---\nimages: ['https://my-example.com/a', 'https://example.community/a', 'https://localhost.run/a']\n---\n",
    "a part of the path": "---\nimage: https://a.test-site.org/example.com/path/to/rye.jpg\n---\n",
    "a path": "---\nimage: ../example.com/rye.jpg\n---\n",
    "another field": "---\ntitle: http://localhost:8080\nwebsite: https://example.com\n---\n",
    "not text": "---\nimage: [{url: 'https://example.com'}]\n---\n",
}
INVALID = {
    "example.com": ("---\nimage: https://example.com/rye.jpg\n---\n", [(2, 8, 2, 35)]),
    "below it, without a scheme": ("---\ncanonical: //www.example.org\n---\n", [(2, 12, 2, 29)]),
    "your computer": ("---\ncover:\n  url: 'http://localhost:4321/a.jpg'\n---\n", [(3, 8, 3, 37)]),
    "your domain": (
        "---\nimages: ['https://your-domain.com', 'https://www.yoursite.com/a']\n---\n",
        [(2, 10, 2, 35), (2, 37, 2, 65)],
    ),
    "a template's path": ("---\nimage: /path/to/image.jpg\n---\n", [(2, 8, 2, 26)]),
    "CRLF, behind Chinese": ("---\r\ntitle: 面包🍞\r\nimage: http://127.0.0.1\r\n---\r\n", [(3, 8, 3, 24)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("placeholder-url", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("placeholder-url", content) == expected


def test_templates_may() -> None:
    assert places("placeholder-url", "---\nimage: https://example.com/a.jpg\n---\n", path="archetypes/post.md") == []


def test_option() -> None:
    content = "---\nimage: https://example.com\nwebsite: https://example.com\n---\n"
    assert places("placeholder-url", content, fields=("website",)) == [(3, 10, 3, 29)]
