import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

VALID = {
    "spaces": "---\na:\n  b: c\n---\n",
    "in quotes": "---\na: 'b\tc'\nd: \"e\n\tf\"\n---\n",
    "in a block": "---\na: |\n  b\n  \tc\nd: >\t\n  e\n---\n",
    "in a comment": "---\n#\ta\nb: c # d\te\n---\n",
    "an escape": '---\na: "b\\tc"\n---\n',
    "in the body": "---\na: b\n---\n\tMix.\n",
    "behind the fence": "---\t\na: b\n---\t\n",
    "TOML": "+++\n[a]\n\tb\t= 1\n+++\n",
    "JSON": '{\n\t"a": 1\n}\n',
}
# Broken for its tabs: the text, the place, the repaired text.
BROKEN = {
    "a mapping": ("cover:\n\talt: 面包\n\turl: b\nc: d", (3, 1, 3, 2), "cover:\n  alt: 面包\n  url: b\nc: d"),
    "two levels": ("a:\n\tb:\n\t\tc: d", (3, 1, 3, 2), "a:\n  b:\n    c: d"),
    "beside two spaces": ("a:\n\tb: c\n  d: e", (3, 1, 3, 2), "a:\n  b: c\n  d: e"),
    "beside four spaces": ("a:\n    b: c\n\td: e", (4, 1, 4, 2), "a:\n    b: c\n    d: e"),
    "behind a space": ("a:\n \tb: c", (3, 1, 3, 3), "a:\n   b: c"),
    "a list": ("tags:\n\t- a\n\t- b", (3, 1, 3, 2), "tags:\n  - a\n  - b"),
    "behind a dash": ("tags:\n-\ta\n-\t b", (3, 2, 3, 3), "tags:\n- a\n-  b"),
    "both": ("tags:\n\t-\ta", (3, 1, 3, 2), "tags:\n  - a"),
    "a blank line": ("a: b\n\t\nc: d", (3, 1, 3, 2), "a: b\n\nc: d"),
    "a comment line": ("a: b\n\t# c\nd: e", (3, 1, 3, 2), "a: b\n  # c\nd: e"),
    "a text that goes on": ("a: b\n\tc", (3, 1, 3, 2), "a: b\n  c"),
    "a block": ("a: |\n\tb\n\tc", (3, 1, 3, 2), "a: |\n  b\n  c"),
    "all lines": ("\ta: b\n\tc: d", (2, 1, 2, 2), "  a: b\n  c: d"),
}
# Where it is not certain what a tab stands for, or something else is wrong too.
UNCLEAR = {
    "how deep": ("a:\n  b:\n\tc: d", (4, 1, 4, 2)),
    "a block of several levels": ("a: |\n\tb\n\t\tc", (3, 1, 3, 2)),
    "something else": ("a:\n\tb: c\nd: e: f", (3, 1, 3, 2)),
}
TAKEN_BY_MOST = {
    "behind a colon": ("a:\tb", (2, 3, 2, 4), "a: b"),
    "blanks around": ("a: \t b", (2, 3, 2, 6), "a: b"),
    "before a colon": ("a\t: b", (2, 2, 2, 3), "a : b"),
    "behind a value": ("a: 面包 \t\nc: d\t", (2, 6, 2, 8), "a: 面包\nc: d"),
    "before a comment": ("a: b\t# c", (2, 5, 2, 6), "a: b # c"),
    "in brackets": ("a: [\n\tb,\tc]", (3, 1, 3, 2), "a: [\n b, c]"),
    "in a value": ("a: b\tc", (2, 5, 2, 6), "a: b\tc"),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("tab-character", content) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("fields", "place", "repaired"), BROKEN.values(), ids=BROKEN)
def test_invalid(fields: str, place: tuple[int, int, int, int], repaired: str, line_end: str) -> None:
    content, good = (f"---\n{text}\n---\n".replace("\n", line_end) for text in (fields, repaired))
    (found,) = findings("tab-character", content)
    assert (tuple(found.span), found.severity) == (place, "error")
    assert fixed("tab-character", content) == good
    broken, whole = Document("a.md", content), Document("a.md", good)
    assert broken.data == whole.data != {}
    for leaf, meant in zip(broken.leaves, whole.leaves, strict=True):
        if not meant.style and "\n" not in whole.text[meant.start : meant.end]:
            assert broken.text[leaf.start : leaf.end] == whole.text[meant.start : meant.end]


@pytest.mark.parametrize(("fields", "place"), UNCLEAR.values(), ids=UNCLEAR)
def test_unclear(fields: str, place: tuple[int, int, int, int]) -> None:
    (found,) = findings("tab-character", f"---\n{fields}\n---\n")
    assert (tuple(found.span), found.severity, found.fix) == (place, "error", None)


@pytest.mark.parametrize(("fields", "place", "repaired"), TAKEN_BY_MOST.values(), ids=TAKEN_BY_MOST)
def test_taken_by_most(fields: str, place: tuple[int, int, int, int], repaired: str) -> None:
    content, good = f"---\n{fields}\n---\n", f"---\n{repaired}\n---\n"
    (found,) = findings("tab-character", content)
    assert (tuple(found.span), found.severity) == (place, "warning")
    assert fixed("tab-character", content) == good
    assert Document("a.md", content).data == Document("a.md", good).data


def test_problems_behind_a_tab_keep_their_place() -> None:
    content = "---\na:\n\tb: c\nd: ''\nd: !e f\n---\n"
    assert places("duplicate-key", content) == [(5, 1, 5, 2)]
    assert places("unknown-tag", content) == [(5, 4, 5, 6)]


def test_one_cause_one_finding() -> None:
    for fields in ("a:\n\tb: c", "a:\tb", "a: b\t"):
        doc = Document("a.md", f"---\n{fields}\n---\n")
        assert [f.rule for f in Linter(Settings()).lint(doc)] == ["tab-character"]
