import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

RULE = "null-like-string"

VALID = {
    "no value": "author:\ndate: null\ndescription: ~\nsummary: ''\n",
    "a part": "description: None of this is real\nauthor: Nil Ibsen\nexcerpt: undefined behaviour\n",
    "a title": "title: undefined\nslug: NaN\n",
    "tags": "tags: [nil, None, undefined]\ncategory: None\n",
    "a setting": "severity: None\nlicense: N/A\nrequires: none\n",
    "a word": "author: none\nlang: na\n",
    "of another type": "author: [None]\ndescription: {None: None}\ndate: 0\n",
}
INVALID = {
    "Python's": ("author: None\n", (2, 9, 2, 13)),
    "JavaScript's": ("description: undefined\n", (2, 14, 2, 23)),
    "quoted": ("date: 'null'\n", (2, 7, 2, 13)),
    "a number that is none": ("pubDate: NaN\n", (2, 10, 2, 13)),
    "not available": ("author: N/A\n", (2, 9, 2, 12)),
    "with blanks": ("summary: ' None '\n", (2, 10, 2, 18)),
    "nested": ("author: {name: undefined}\n", (2, 16, 2, 25)),
    "an alias": ("a: &x None\nauthor: *x\n", (3, 9, 3, 11)),
    "behind wide characters": ("{标题: 面包, author: None}\n", (2, 18, 2, 22)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places(RULE, f"---\n{content}---\n") == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places(RULE, f"---\n{content}---\n") == [place]
    assert places(RULE, f"---\n{content}---\n".replace("\n", "\r\n")) == [place]


def test_other_formats() -> None:
    assert places(RULE, '+++\nauthor = "None"\n+++\n') == [(2, 10, 2, 16)]


def test_words() -> None:
    (one,) = findings(RULE, "---\nauthor: None\n---\n")
    assert one.message == "`author` is the text `None`, which is a value like any other"
    assert one.hint == "remove the field, or write what belongs there"


def test_options() -> None:
    content = "---\nseries: none\nauthor: None\n---\n"
    assert places(RULE, content, fields=("series",), words=("none",)) == [(2, 9, 2, 13)]


def test_one_finding_for_one_cause() -> None:
    options = {RULE: {"fields": ("image", "pubDate")}}
    settings = Settings(schema="post", select=(RULE, "invalid-value", "date", "url"), options=options)
    found = Linter(settings).lint(Document("a.md", "---\ntitle: a\npubDate: None\nimage: None\n---\n"))
    assert [(one.rule, one.key_path) for one in found] == [(RULE, ("pubDate",)), ("invalid-url", ("image",))]


FIXED = {
    "the line goes": ("---\ntitle: a\nauthor: None\n---\n", "---\ntitle: a\n---\n"),
    "in quotes, CRLF": ("---\r\nauthor: 'None'\r\ntitle: 面\r\n---\r\n", "---\r\ntitle: 面\r\n---\r\n"),
    "not with a comment": ("---\ntitle: a\nauthor: None # yet\n---\n", "---\ntitle: a\nauthor: None # yet\n---\n"),
    "not the only one": ("---\ntitle: a\nauthor:\n  name: None\n---\n", "---\ntitle: a\nauthor:\n  name: None\n---\n"),
    "not in TOML": ("+++\nauthor = 'None'\ntitle = 'a'\n+++\n", "+++\nauthor = 'None'\ntitle = 'a'\n+++\n"),
}


@pytest.mark.parametrize(("content", "expected"), FIXED.values(), ids=FIXED)
def test_fixed(content: str, expected: str) -> None:
    assert fixed("null-like-string", content) == expected
