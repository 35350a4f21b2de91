import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "encrypted": "---\nimage: https://bakery.test-site.org/rye.jpg\n---\n",
    "a path": "---\nimage: /http:/rye.jpg\n---\n",
    "inside a network": "---\nimages: ['http://localhost:80/a', 'http://127.0.0.1/a', 'http://nas/a', 'http://nas.local/a']\n---\n",
    "an onion": "---\ncanonical: http://abc.onion/\n---\n",
    "another field": "---\nxmlns: http://www.w3.org/2000/svg\ntitle: 'http: what it is'\n---\n",
    "inside another URL": "---\nimage: https://cache.test-site.org/http://a.test-site.org/\n---\n",
    "not text": "---\nimage: [3, {'http:': 'http:'}]\n---\n",
}
INVALID = {
    "a picture": ("---\nimage: http://a.test-site.org/rye.jpg\n---\n", [(2, 8, 2, 38)]),
    "in a mapping": ("---\ncover:\n  url: 'http://a.test-site.org'\n---\n", [(3, 8, 3, 32)]),
    "in a list": ("---\nimages: [/a.jpg, http://a.test-site.org]\n---\n", [(2, 18, 2, 40)]),
    "CRLF, Chinese, capitals": ("---\r\ntitle: 🍞\r\nimage: HTTP://面包.test-site.org/\r\n---\r\n", [(3, 8, 3, 32)]),
    "a port": ("---\nimage: http://a.test-site.org:8080/\n---\n", [(2, 8, 2, 36)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("insecure-url", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("insecure-url", content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("---\nimage: 'http://a.test-site.org' # x\n---\n", "---\nimage: 'https://a.test-site.org' # x\n---\n"),
        ("---\nimages:\n- http://a.test-site.org\n---\n", "---\nimages:\n- https://a.test-site.org\n---\n"),
        ('+++\nimage = "http://a.test-site.org"\n+++\n', '+++\nimage = "https://a.test-site.org"\n+++\n'),
        ('{\n"image": "http:\\/\\/a.test-site.org"\n}\n', '{\n"image": "https:\\/\\/a.test-site.org"\n}\n'),
        ("---\nimage: http://a.test-site.org:8080/\n---\n", "---\nimage: http://a.test-site.org:8080/\n---\n"),
        ("---\nimage: |\n  http://a.test-site.org\n---\n", "---\nimage: |\n  http://a.test-site.org\n---\n"),
    ],
)
def test_fixed(content: str, expected: str) -> None:
    assert fixed("insecure-url", content) == expected
    assert [found.severity for found in findings("insecure-url", content)] == ["info"]
    assert not any(found.fix and found.fix.safe for found in findings("insecure-url", content))


def test_option() -> None:
    content = "---\nimage: http://a.b\nfeed: http://a.b\n---\n"
    assert places("insecure-url", content, fields=("feed",)) == [(3, 7, 3, 17)]
