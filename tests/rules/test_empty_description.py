import pytest

from mdlint import lint_text
from mdlint.testing import places

VALID = {
    "absent": "---\ntitle: a\n---\n",
    "filled": "---\ndescription: a\n---\n",
    "a page titled so": "---\ntitle: Description\n---\n",
    "not text": "---\ndescription: [a]\n---\n",
    "no front matter": "description:\n",
}
INVALID = {
    "quoted": ("---\ndescription: ''\n---\n", (2, 14, 2, 16)),
    "blank": ('---\ndescription: "  "\n---\n', (2, 14, 2, 18)),
    "null": ("---\ndescription:\ntitle: a\n---\n", (2, 1, 2, 12)),
    "ideographic space": ("---\ndescription: '\u3000'\n---\n", (2, 14, 2, 17)),
    "CRLF": ("---\r\ntitle: a\r\ndescription: ''\r\n---\r\n", (3, 14, 3, 16)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("empty-description", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("empty-description", content) == [place]


def test_option() -> None:
    assert places("empty-description", "---\nsummary: ''\n---\n", field="summary") == [(2, 10, 2, 12)]


def test_cursor_writes_empty_ones() -> None:
    content = "---\ndescription: \nglobs: \nalwaysApply: true\n---\n"
    for path, expected in ((".cursor/rules/general.mdc", 0), ("general.md", 1)):
        assert [found.rule for found in lint_text(content, path=path)].count("empty-description") == expected
