import pytest

from mdlint.testing import places

VALID = {
    "relative to the file": "---\nimage: ../../../../../assets/rye.jpg\nlayout: ../../layouts/Post.astro\n---\n",
    "within the site": "---\nimage: /images/../photos/./rye.jpg\n---\n",
    "an alias": "---\nimages: ['@/assets/rye.jpg', '~/../rye.jpg', '@assets/../../rye.jpg']\n---\n",
    "dots in names": "---\nimage: /..rye/...jpg\n---\n",
    "a URL": "---\nimages: ['https://a.test-site.org/../../rye.jpg', '//a.test-site.org/../../../rye.jpg']\n---\n",
    "behind the path": "---\nimage: /rye.jpg?from=/../../..\n---\n",
    "the site's own folders": "---\nimages: [/home/hero.jpg, /users/ann.jpg, /home/ann/rye.jpg]\n---\n",
    "another field": "---\nsource: /Users/ann/Desktop/rye.jpg\n---\n",
    "not text": "---\nimage: [[/../..], 3]\nlayout:\n---\n",
    "empty": "---\nimage: ''\ncover: '..'\n---\n",
}
INVALID = {
    "above the root": ("---\nimage: /../rye.jpg\n---\n", [(2, 8, 2, 19)]),
    "in two steps": ("---\nimage: '/images/../../rye.jpg'\n---\n", [(2, 8, 2, 31)]),
    "by percent signs": ("---\nimage: /%2E%2e/etc/passwd\n---\n", [(2, 8, 2, 26)]),
    "through an alias": ("---\nlayout: '@/../../../Post.astro'\n---\n", [(2, 9, 2, 32)]),
    "a desk": (
        "---\nimage: /home/ann/Pictures/rye.jpg\ncover: ~/Downloads/rye.jpg\n---\n",
        [(2, 8, 2, 34), (3, 8, 3, 27)],
    ),
    "CRLF, Chinese": ("---\r\nimages:\r\n- /Users/安/Desktop/🍞.jpg\r\n---\r\n", [(3, 3, 3, 25)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("unsafe-path", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("unsafe-path", content) == expected


def test_option() -> None:
    content = "---\nimage: /../a.jpg\nfile: /../a.jpg\n---\n"
    assert places("unsafe-path", content, fields=("file",)) == [(3, 7, 3, 16)]
