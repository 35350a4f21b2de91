import pytest

from mdlint.document import Document
from mdlint.testing import findings, fixed, places

VALID = {
    "one line": "---\na: b c\n---\n",
    "below the colon": "---\na:\n  b\n---\n",
    "in quotes": "---\na: 'b\n  c'\n---\n",
    "a block": "---\na: >\n  b\n  c\n---\n",
    "a list": "---\na:\n  - b\n  - c\n---\n",
    "no value": "---\na:\n\nb: c\n---\n",
    "TOML": "+++\na = [\n1]\n+++\n",
    "no front matter": "a\nb\n",
}
INVALID = {
    "two lines": ("---\na: b\n  c\n---\n", (2, 4, 3, 4), "---\na: b c\n---\n"),
    "blanks around": ("---\na: b \n     c\n---\n", (2, 4, 3, 7), "---\na: b c\n---\n"),
    "CRLF": ("---\r\na: 面\r\n  包\r\n  😀\r\n---\r\n", (2, 4, 4, 4), "---\r\na: 面 包 😀\r\n---\r\n"),
    "in brackets": ("---\na: [b\n  c, d]\n---\n", (2, 5, 3, 4), "---\na: [b c, d]\n---\n"),
    "an item": ("---\na:\n- b\n  c\n---\n", (3, 3, 4, 4), "---\na:\n- b c\n---\n"),
    "a dash": ("---\na: b\n  - c\n---\n", (2, 4, 3, 6), "---\na: b - c\n---\n"),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("folded-plain-scalar", content) == []


@pytest.mark.parametrize(("content", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], repaired: str) -> None:
    assert places("folded-plain-scalar", content) == [place]
    assert fixed("folded-plain-scalar", content) == repaired
    assert Document("a.md", content).data == Document("a.md", repaired).data


def test_a_blank_line_between_stays() -> None:
    (found,) = findings("folded-plain-scalar", "---\na: b\n\n  c\n---\n")
    assert found.fix is None
