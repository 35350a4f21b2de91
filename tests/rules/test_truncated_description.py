import pytest

from mdlint.testing import findings, places

LONG = "Rye bread is made of rye, water, salt and time, and of an oven whose door has not closed since then"
VALID = {
    "whole": f"---\ndescription: {LONG}.\n---\n",
    "without a full stop": f"---\ndescription: {LONG}\n---\n\n# Bread\n",
    "a short one in dots": "---\ndescription: Wait for it…\n---\n",
    "dots inside": f"---\ndescription: And then... {LONG}\n---\n",
    "the body's sentence": f"---\ndescription: {LONG}\n---\n\n{LONG}. And more.\n",
    "the body goes on behind the word": f"---\ndescription: {LONG}\n---\n\n{LONG} and more.\n",
    "a short text of the body": "---\ndescription: Rye bread\n---\n\nRye breads are dark.\n",
    "where to read more": "---\ndescription: Books about bread where you can learn more\n---\n",
    "not text": "---\ndescription: [a...]\n---\n",
    "empty": "---\ndescription:\n---\n",
}
INVALID = {
    "an ellipsis": (f"---\ndescription: {LONG}…\n---\n", [(2, 14, 2, 14 + len(LONG) + 1)]),
    "three dots": (f"---\ndescription: '{LONG}...'\n---\n", [(2, 14, 2, 14 + len(LONG) + 5)]),
    "dots in brackets": (f"---\ndescription: {LONG} [...]\n---\n", [(2, 14, 2, 14 + len(LONG) + 6)]),
    "a link's words": ("---\ndescription: Rye bread is old… Read more »\n---\n", [(2, 14, 2, 43)]),
    "within a word": (f"---\ndescription: {LONG[:-2]}\n---\n\n{LONG}.\n", [(2, 14, 2, 14 + len(LONG) - 2)]),
    "Chinese, CRLF": (f"---\r\ndescription: {'面包' * 20}……\r\n---\r\n", [(2, 14, 2, 56)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("truncated-description", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("truncated-description", content) == expected


def test_says_how_it_shows() -> None:
    [found] = findings("truncated-description", INVALID["within a word"][0])
    assert found.message == "`description` ends in the middle of a word that the post goes on with"


def test_option() -> None:
    content = f"---\ndescription: {LONG}…\nsummary: {LONG}…\n---\n"
    assert [line for line, *_ in places("truncated-description", content, field="summary")] == [3]
