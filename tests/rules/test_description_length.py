import pytest

from mdlint.testing import findings, places

VALID = {
    "as short as may be": f"---\ndescription: {'a' * 50}\n---\n",
    "as long as may be": f"---\ndescription: {'a' * 160}\n---\n",
    "Chinese": f"---\ndescription: {'面' * 80}\n---\n",
    "short Chinese": f"---\ndescription: {'面' * 25}\n---\n",
    "accents of their own": "---\ndescription: '" + "e\u0301" * 160 + "'\n---\n",
    "empty": "---\ndescription: ' '\n---\n",
    "not text": "---\ndescription: 3\n---\n",
    "none": "---\ntitle: x\n---\n",
}
INVALID = {
    "too short": (f"---\ndescription: {'a' * 49}\n---\n", [(2, 14, 2, 63)]),
    "too long": (f"---\ndescription: {'a' * 161}\n---\n", [(2, 14, 2, 175)]),
    "Chinese, too long": (f"---\ndescription: {'面' * 81}\n---\n", [(2, 14, 2, 95)]),
    "an emoji, CRLF": ("---\r\ntitle: x\r\ndescription: '🍞'\r\n---\r\n", [(3, 14, 3, 17)]),
    "over lines": ("---\ndescription: >\n  How to\n  bake it\n---\n", [(2, 14, 4, 10)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("description-length", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("description-length", content) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("面包", "`description` is 4 characters long, fewer than 50"),
        ("a" * 200, "`description` is 200 characters long, search results show about 160"),
    ],
)
def test_says_how_long(text: str, message: str) -> None:
    [found] = findings("description-length", f"---\ndescription: {text}\n---\n")
    assert (found.message, found.severity) == (message, "info")


def test_options() -> None:
    content = "---\nsummary: Rye bread\n---\n"
    assert places("description-length", content, field="summary", shortest=5, longest=20) == []
    assert places("description-length", content, field="summary", shortest=5, longest=8) == [(2, 10, 2, 19)]


def test_templates_may() -> None:
    assert places("description-length", "---\ndescription: About\n---\n", path="archetypes/post.md") == []
