import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

FIELDS = "---\ntitle: a\ndate: b\n---\n"
VALID = {
    "first": f"{FIELDS}\n<!-- c -->\n",
    "a comment alone": "<!-- c -->\n\n---\n\nMix.\n\n---\n",
    "a comment around": f"<!--\n{FIELDS}-->\n",
    "a comment that does not end": f"<!-- c\n{FIELDS}",
    "one field below a comment": "<!-- c -->\n---\nnote: this is a heading\n---\n",
    "fields of no page": "# Parts\n\n---\nwheel: a\nframe: b\n---\n",
    "labels": "# Bread\n\n---\nAuthor: a\nDate: b\n---\n",
    "a heading of two lines": f"Bread\n{FIELDS}",
    "in a code fence": f"# Bread\n\n```yaml\n\n{FIELDS}```\n",
    "further down": "Mix.\n" * 1000 + f"\n{FIELDS}",
    "never closed": "# Bread\n\n---\ntitle: a\ndate: b\n",
    "sentences": "# Bread\n\n---\ntitle: a\ndate: b\nand so on, as long as it takes\n---\n",
}
INVALID = {
    "a blank line": (f"\n{FIELDS}Mix.\n", (2, 1, 2, 4), f"{FIELDS}Mix.\n"),
    "blank lines, CRLF": (f"\n \n{FIELDS}".replace("\n", "\r\n"), (3, 1, 3, 4), FIELDS.replace("\n", "\r\n")),
    "blank lines before TOML": ("\n+++\na = 1\n+++\n", (2, 1, 2, 4), "+++\na = 1\n+++\n"),
    "a comment": (f"<!-- 面包 -->\n{FIELDS}Mix.\n", (1, 1, 1, 12), f"{FIELDS}\n<!-- 面包 -->\nMix.\n"),
    "a comment and one field": ("<!-- c -->\n---\ntitle: a\n---\n", (1, 1, 1, 11), "---\ntitle: a\n---\n\n<!-- c -->\n"),
    "comments": (
        f"<!-- c\n d -->\n<!-- e -->\n\n{FIELDS}\nMix.\n",
        (1, 1, 3, 11),
        f"{FIELDS}\n<!-- c\n d -->\n<!-- e -->\n\nMix.\n",
    ),
    "a comment, CRLF": (
        f"<!-- c -->\n\n{FIELDS}".replace("\n", "\r\n"),
        (1, 1, 1, 11),
        f"{FIELDS}\n<!-- c -->\n".replace("\n", "\r\n"),
    ),
    "a heading": (f"\n# Bread\n\n{FIELDS}Mix.\n", (2, 1, 2, 8), f"{FIELDS}\n# Bread\nMix.\n"),
    "an answer": (f"Sure, here it is:\n \n{FIELDS}", (1, 1, 1, 18), f"{FIELDS}\nSure, here it is:\n"),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("content-before-front-matter", content) == []


@pytest.mark.parametrize(("content", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], repaired: str) -> None:
    assert places("content-before-front-matter", content) == [place]
    assert fixed("content-before-front-matter", content) == repaired
    assert Document("a.md", content).data == Document("a.md", repaired).data != {}


def test_severity() -> None:
    blank, comment = f"\n{FIELDS}", f"<!-- c -->\n{FIELDS}"

    def severity(content: str, config: str = "") -> str:
        return "".join(found.severity for found in findings("content-before-front-matter", content, config=config))

    assert severity(blank) == "info"
    assert severity(blank, "generator = 'jekyll'") == "error"
    assert severity(blank, "generator = 'hugo'") == ""
    assert severity(comment) == "error"
    assert severity(comment, "generator = 'hugo'") == "error"


def test_a_moved_text_needs_a_look() -> None:
    for content, safe in ((f"\n{FIELDS}", True), (f"<!-- c -->\n{FIELDS}", True), (f"# Bread\n\n{FIELDS}", False)):
        (found,) = findings("content-before-front-matter", content)
        assert found.fix is not None
        assert found.fix.safe is safe


def test_nothing_else_is_said() -> None:
    doc = Document("a.md", "<!-- c -->\n---\nlayout: a\nauthor: b\n---\n")
    assert [f.rule for f in Linter(Settings()).lint(doc)] == ["content-before-front-matter"]
