import pytest

from mdlint.testing import fixed, places

VALID = {
    "LF": "---\na: 1\n---\n",
    "CRLF": "---\r\na: 1\r\n---\r\n",
    "CR": "---\ra: 1\r---\r",
    "none": "",
    "an escape": '---\na: "\\r"\n---\n',
}
INVALID = {
    "one CRLF": ("---\na: 1\r\n---\n", (2, 5, 2, 5), "---\na: 1\n---\n"),
    "one LF": ("---\r\na: 1\r\n---\nx\r\n", (3, 4, 3, 4), "---\r\na: 1\r\n---\r\nx\r\n"),
    "a lone CR": ("---\na: '面'\n---\nx\ry\n", (4, 2, 4, 2), "---\na: '面'\n---\nx\ny\n"),
    "in the body only": ("a\nb\nc\r\n", (3, 2, 3, 2), "a\nb\nc\n"),
    "as many of each": ("a\r\nb\n", (1, 2, 1, 2), "a\nb\n"),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("mixed-line-endings", content) == []


@pytest.mark.parametrize(("content", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], repaired: str) -> None:
    assert places("mixed-line-endings", content) == [place]
    assert fixed("mixed-line-endings", content) == repaired


def test_very_many() -> None:
    content = "---\na: 1\n---\n" + "a\nb\nc\r\r\n" * 2000
    assert places("mixed-line-endings", content) == [(6, 2, 6, 2)]
    assert fixed("mixed-line-endings", content) == content.replace("\r\n", "\n").replace("\r", "\n")
