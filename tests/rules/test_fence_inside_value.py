import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import fixed, places

VALID = {
    "none": "---\ntitle: a\n---\n\nMix.\n",
    "indented": "---\ntitle: |\n  a\n  ---\n  b\n---\n",
    "a heading in the body": "---\ntitle: a\n---\nnote: this is a heading\n---\n",
    "labels in the body": "---\ntitle: a\n---\nAuthor: b\nDate: c\n---\n",
    "a list in the body": "---\ntags:\n---\n- a\n- b\n---\n",
    "code in the body": "---\ntitle: a\n---\n    date: b\n---\n",
    "fields and no end": "---\ntitle: a\n---\ndate: b\n\nMix.\n",
    "the same fields again": "---\ntitle: a\n---\ntitle: b\ndate: c\n---\n",
    "a sentence among them": "---\ntitle: a\n---\ndate: b\nand so on\n---\n",
    "below a blank line": "---\ntitle: a\n---\n\ndate: b\ntags: c\n---\n",
    "a block of fields": "---\ntitle: a\n---\n---\ndate: b\n---\n",
}
INVALID = {
    "in a block": (
        "---\ntitle: |\n  a\n---\n  b\ndate: c\n---\nMix.\n",
        (4, 1, 4, 4),
        "---\ntitle: |\n  a\n  ---\n  b\ndate: c\n---\nMix.\n",
        {"title": "a\n---\nb\n", "date": "c"},
    ),
    "in a deeper block, CRLF": (
        "---\r\na:\r\n  b: >\r\n    面包\r\n---\r\n    c\r\ntags: [d]\r\n---\r\n",
        (5, 1, 5, 4),
        "---\r\na:\r\n  b: >\r\n    面包\r\n    ---\r\n    c\r\ntags: [d]\r\n---\r\n",
        {"a": {"b": "面包 --- c\n"}, "tags": ["d"]},
    ),
    "twice in a block": (
        "---\ntitle: |\n  a\n---\n  b\n---\n  c\ndate: d\n---\n",
        (4, 1, 4, 4),
        "---\ntitle: |\n  a\n  ---\n  b\n  ---\n  c\ndate: d\n---\n",
        {"title": "a\n---\nb\n---\nc\n", "date": "d"},
    ),
    "in quotes": (
        "---\ntitle: 'a\n---\n  b'\ndate: c\n---\n",
        (3, 1, 3, 4),
        "---\ntitle: 'a\n  ---\n  b'\ndate: c\n---\n",
        {"title": "a --- b", "date": "c"},
    ),
    "between fields": (
        "---\ntitle: a\n---\ndate: b\ntags: [c]\n---\nMix.\n",
        (3, 1, 3, 4),
        "---\ntitle: a\ndate: b\ntags: [c]\n---\nMix.\n",
        {"title": "a", "date": "b", "tags": ["c"]},
    ),
    "dots": ("---\na: 1\n...\ndate: b\n---\n", (3, 1, 3, 4), "---\na: 1\ndate: b\n---\n", {"a": 1, "date": "b"}),
    "TOML": (
        "+++\na = 1\n+++\ndate = 'b'\n+++\n",
        (3, 1, 3, 4),
        "+++\na = 1\ndate = 'b'\n+++\n",
        {"a": 1, "date": "b"},
    ),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("fence-inside-value", content) == []


@pytest.mark.parametrize(("content", "place", "repaired", "data"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], repaired: str, data: dict[str, object]) -> None:
    assert places("fence-inside-value", content) == [place]
    assert fixed("fence-inside-value", content) == repaired
    doc = Document("a.md", repaired)
    assert doc.data == data
    assert Document("a.md", content).data.keys() == data.keys()
    assert Document("a.md", content).body == doc.body


def test_the_rest_is_checked() -> None:
    assert places("empty-title", "---\nauthor: a\n---\ndate: b\ntitle: ''\n---\n") == [(5, 8, 5, 10)]


def test_nothing_else_is_said() -> None:
    doc = Document("a.md", "---\nauthor: 'a\n---\n  b'\nlayout: c\n---\n")
    assert [f.rule for f in Linter(Settings()).lint(doc)] == ["fence-inside-value"]
