import pytest

from mdlint.document import Document
from mdlint.testing import findings, fixed, places

VALID = {
    "none": "---\ntitle: a\n\ntags: [a]\n---\n",
    "behind the fences": "--- \ntitle: a\n---  \n",
    "in the body": "---\ntitle: a\n---\nMix.  \n",
    "in a block": "---\na: |  \n  b  \n  \n  c  \n---\n",
    "at the end of a block": "---\na: |+\n  b  \n  \nc: d\n---\n",
    "in a folded block": "---\na: >\n  b  \n  c\n---\n",
    "in quotes": "---\na: 'b  \n  c'\n---\n",
    "in TOML's text": "+++\na = '''b  \n'''\n+++\n",
    "broken": "---\ntitle: @  \n---\n",
    "a no-break space": "---\ntitle: a\u00a0\n---\n",
    "a tab, which another rule speaks of": "---\ntitle: a\t\n---\n",
}
INVALID = {
    "behind a value": ("---\ntitle: a  \n---\n", (2, 9, 2, 11), "---\ntitle: a\n---\n"),
    "behind a colon": ("---\ntitle: \n---\n", (2, 7, 2, 8), "---\ntitle:\n---\n"),
    "a blank line": ("---\na: 1\n  \nb: 2\n---\n", (3, 1, 3, 3), "---\na: 1\n\nb: 2\n---\n"),
    "behind a comment": ("---\na: 1 # c \n---\n", (2, 9, 2, 10), "---\na: 1 # c\n---\n"),
    "CRLF": ("---\r\na: 面包 \r\n---\r\n", (2, 6, 2, 7), "---\r\na: 面包\r\n---\r\n"),
    "TOML": ("+++\na = 1 \n+++\n", (2, 6, 2, 7), "+++\na = 1\n+++\n"),
    "JSON": ('{ \n"a": "😀"\n}\n', (1, 2, 1, 3), '{\n"a": "😀"\n}\n'),
    "around a block": ("---\na: 1 \nb: |\n  c \nd: 2 \n---\n", (2, 5, 2, 6), "---\na: 1\nb: |\n  c \nd: 2\n---\n"),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("trailing-whitespace", content) == []


@pytest.mark.parametrize(("content", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], repaired: str) -> None:
    assert places("trailing-whitespace", content) == [place]
    assert fixed("trailing-whitespace", content) == repaired
    assert Document("a.md", content).data == Document("a.md", repaired).data


def test_counts_lines() -> None:
    (found,) = findings("trailing-whitespace", "---\na: 1 \nb: 2 \n---\n")
    assert found.message == "2 lines end in blanks, this one first"
