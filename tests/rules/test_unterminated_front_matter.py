import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "closed": "---\ntitle: a\n---\n",
    "closed by dots": "---\ntitle: a\n...\n",
    "closed by the last line": "---\ntitle: a\n---",
    "closed with blanks": "---\ntitle: a\n---  \n",
    "a thematic break": "---\n\nWords.\n",
    "a thematic break before a label": "---\n\nNote: read on.\n\nWords.\n",
    "a thematic break at the end": "Words.\n\n---\n",
    "a table's rule": "a | b\n---|---\n",
    "a fence and no more": "---\n",
    "no front matter": "title: a\n",
    "a longer line, of which another rule tells": "---\ntitle: a\n----\n",
    "an indented line, of which another rule tells": "---\ntitle: a\n ---\n",
    "another format's fence, of which another rule tells": "+++\ntitle = 'a'\n---\n",
    "JSON": '{"title": "a"}\n',
}
INVALID = {
    "never closed": ("---\ntitle: a\n\n# Title\n", (1, 1, 1, 4)),
    "one field only": ("---\ntitle: a", (1, 1, 1, 4)),
    "a longer line above a field": ("---\ntitle: a\n----\ndate: b\n", (1, 1, 1, 4)),
    "other names": ("---\nTitle: a\nDate: b\n\nWords.\n", (1, 1, 1, 4)),
    "a comment first": ("---\n# c\ntitle: a\n", (1, 1, 1, 4)),
    "TOML": ("+++\ntitle = 'a'\n", (1, 1, 1, 4)),
    "CRLF": ("---\r\ntitle: 面包 🍞\r\n\r\nWords.\r\n", (1, 1, 1, 4)),
    "below blank lines": ("\n---\ntitle: a\n", (2, 1, 2, 4)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("unterminated-front-matter", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("unterminated-front-matter", content) == [place]


def test_the_hint_names_the_fence() -> None:
    (finding,) = findings("unterminated-front-matter", "+++\ntitle = 'a'\n")
    assert finding.hint == "add a line `+++` below its last field"


FIXED = {
    "above the text": ("---\ntitle: a\n\n# Title\n", "---\ntitle: a\n---\n\n# Title\n"),
    "at the end": ("---\ntitle: a", "---\ntitle: a\n---\n"),
    "a list, CRLF": ("---\r\ntags:\r\n- 面\r\n\r\nWords.\r\n", "---\r\ntags:\r\n- 面\r\n---\r\n\r\nWords.\r\n"),
    "TOML": ("+++\ntitle = 'a'\n[params]\nx = 1\n\nText\n", "+++\ntitle = 'a'\n[params]\nx = 1\n+++\n\nText\n"),
    "not where fields may follow": ("---\ntitle: a\n\ndate: b\n\nWords\n", "---\ntitle: a\n\ndate: b\n\nWords\n"),
    "very many blank lines": ("---\ntitle: a\n" + "\n" * 9000 + "b\n", "---\ntitle: a\n---\n" + "\n" * 9000 + "b\n"),
    "not where text follows": ("---\ntitle: a\nWords\n", "---\ntitle: a\nWords\n"),
    "not behind what may be a heading": ("---\ntitle: a\n# A\n\nText\n", "---\ntitle: a\n# A\n\nText\n"),
    "not behind another mark": ("---\ntitle: a\n----\ndate: b\n", "---\ntitle: a\n----\ndate: b\n"),
}


@pytest.mark.parametrize(("content", "expected"), FIXED.values(), ids=FIXED)
def test_fixed(content: str, expected: str) -> None:
    assert fixed("unterminated-front-matter", content) == expected
