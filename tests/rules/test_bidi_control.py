import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "Hebrew in an isolate": '---\ntitle: "\u2067לחם\u2069 is bread"\n---\n',
    "Arabic in an embedding": "---\ntitle: \u202aخبز\u202c\n---\n",
    "Hebrew alone": "---\ntitle: לחם שיפון\n---\n",
    "marks that another rule judges": "---\ntitle: \u200eRye\u200f bread\n---\n",
    "joiners": "---\ntitle: 👩\u200d🍳 bakes, نان\u200cها\n---\n",
    "in the body": "---\ntitle: Bread\n---\n\u202egpj.exe\n",
    "not text": "---\ntitle: {a: [1, null]}\n---\n",
    "nothing": "no front matter\n",
}
INVALID = {
    "an override": ("---\nimage: /images/\u202egpj.exe\n---\n", (2, 16, 2, 17)),
    "an override with Hebrew": ("---\ntitle: לחם \u202egpj\n---\n", (2, 12, 2, 13)),
    "an embedding without need": ("---\ntitle: '\u202aRye\u202c bread'\n---\n", (2, 9, 2, 10)),
    "the end of one that never began": ("---\ntitle: Rye\u202c bread\n---\n", (2, 11, 2, 12)),
    "in a name": ("---\nti\u202etle: Rye\n---\n", (2, 3, 2, 4)),
    "in a list": ("---\ntags: [bread, \u202erye]\n---\n", (2, 15, 2, 16)),
    "written as an escape": ('---\ntitle: "Rye\\u202e bread"\n---\n', (2, 8, 2, 25)),
    "TOML": ('+++\ntitle = "Rye\u202e bread"\n+++\n', (2, 13, 2, 14)),
    "CRLF, behind an emoji": ("---\r\n🍞: 1\r\ntitle: 🍞\u202e bread\r\n---\r\n", (3, 9, 3, 10)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("bidi-control", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("bidi-control", content) == [place]


FIXED = {
    "an override": ("title: Rye\u202e bread # a\n", "title: Rye bread # a\n"),
    "all of them": ("title: '\u202aRye\u202c bread'\n", "title: 'Rye bread'\n"),
    "CRLF": ("title: Rye\u202e bread\r\ntags: [面包]\r\n", "title: Rye bread\r\ntags: [面包]\r\n"),
    "an escape": ('title: "Rye\\u202e bread"\n', 'title: "Rye\\u202e bread"\n'),
    "what would be something else": ("title: \u202etrue\n", "title: \u202etrue\n"),
    "a name": ("ti\u202etle: Rye\n", "ti\u202etle: Rye\n"),
}


@pytest.mark.parametrize(("before", "after"), FIXED.values(), ids=FIXED)
def test_fix(before: str, after: str) -> None:
    assert fixed("bidi-control", f"---\n{before}---\n") == f"---\n{after}---\n"


def test_how_bad() -> None:
    content = "---\ntitle: Rye\u202e bread\nsummary: Rye\u202c bread\n---\n"
    assert [f.severity for f in findings("bidi-control", content)] == ["error", "warning"]
    assert findings("bidi-control", content)[0].message == (
        "`title` holds a right-to-left override (U+202E), which nobody sees"
    )
