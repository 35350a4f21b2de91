import pytest

from mdlint.document import Document
from mdlint.testing import findings, fixed, places

VALID = {
    "none": "---\ntitle: a\n---\n\nMix.\n",
    "a line across the page": "---\ntitle: a\n---\n\n---\n\nMix.\n\n---\n",
    "a line and a sentence": "---\ntitle: a\n---\n\n---\nNote: Mix it.\n\n---\n",
    "a line and a heading": "---\ntitle: a\n---\n---\nnote: this is a heading\n---\n",
    "no end": "---\ntitle: a\n---\n---\ndate: b\n",
    "text between": "---\ntitle: a\n---\nMix.\n\n---\ndate: b\n---\n",
    "in a code fence": "---\ntitle: a\n---\n```\n---\ndate: b\n---\n```\n",
    "slides": "---\ntheme: a\n---\n\n---\nlayout: cover\n---\n\n# Bread\n\n---\nlayout: center\n---\n\n# Rye\n",
    "sentences": "---\ntitle: a\n---\n---\ntitle: b\nand so on\n---\n",
    "a slide": "---\nauthor: a\n---\n---\nlayout: cover\nclass: b\n---\n\n# Bread\n",
    "no first one": "\n\nMix.\n\n---\ntitle: a\n---\n",
}
INVALID = {
    "other fields": (
        "---\ntitle: a\n---\n\n---\ndate: b\n---\nMix.\n",
        (5, 1, 5, 4),
        "---\ntitle: a\ndate: b\n---\nMix.\n",
    ),
    "at once, CRLF": (
        "---\r\ntitle: 面包\r\n---\r\n---\r\ntags: [b]\r\n---\r\n",
        (4, 1, 4, 4),
        "---\r\ntitle: 面包\r\ntags: [b]\r\n---\r\n",
    ),
    "the same again": ("---\na: 1\nb: 2\n---\n\n---\nb: 2\n---\n\nM\n", (6, 1, 6, 4), "---\na: 1\nb: 2\n---\n\nM\n"),
    "the same fields": ("---\na: 1\nb: 2\n---\n---\nb: 3\n---\nM\n", (5, 1, 5, 4), None),
    "TOML": ("+++\na = 1\n+++\n+++\ndate = 2\n+++\n", (4, 1, 4, 4), "+++\na = 1\ndate = 2\n+++\n"),
    "TOML below YAML": ("---\na: 1\n---\n+++\ndate = 2\n+++\n", (4, 1, 4, 4), None),
    "YAML below JSON": ('{"a": 1}\n---\ndate: b\n---\n', (2, 1, 2, 4), None),
    "below an empty one": ("---\n---\n---\ndate: 2\n---\n", (3, 1, 3, 4), "---\ndate: 2\n---\n"),
    "the same and more": ("---\na: 1\n---\n\n---\na: 1\nb: 2\n---\n", (5, 1, 5, 4), "---\na: 1\nb: 2\n---\n"),
    "below a broken one": ("---\na: @\n---\n---\ndate: 2\n---\n", (4, 1, 4, 4), None),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("second-front-matter", content) == []


@pytest.mark.parametrize(("content", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], repaired: str | None) -> None:
    assert places("second-front-matter", content) == [place]
    assert fixed("second-front-matter", content) == (repaired or content)
    if repaired is not None:
        first, both = Document("a.md", content).data, Document("a.md", repaired).data
        assert both == {**both, **first}


def test_words() -> None:
    (found,) = findings("second-front-matter", "---\na: 1\n---\n---\ndate: b\na: 1\n---\n")
    assert found.message == "a second block of front matter follows; nobody reads its `date`"
    (found,) = findings("second-front-matter", "---\na: 1\n---\n---\ndate: b\nc: 1\nd: 2\ne: 3\nf: 4\n---\n")
    assert found.message.endswith("nobody reads its `date`, `c`, `d` and 2 more")
