import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import places

VALID = {
    "one": "---\na: b\n---\n",
    "indented": "---\na: |\n  b\n  --- c\nd: e\n---\n",
    "a comment": "---\na: b\n# --- c\nd: e\n---\n",
    "in the body": "---\na: b\n---\n\n--- c\n\n---\n",
    "a closing fence with text": "---\na: b\n--- c\n\nMix.\n\n---\n",
    "TOML": "+++\na = '''\n--- b\n'''\n+++\n",
}
INVALID = {
    "text behind": ("---\na: b\n--- c\nd: e\n---\n", (3, 1, 3, 4)),
    "a comment behind": ("---\r\na: 面包\r\n--- # c\r\nd: e\r\n---\r\n", (3, 1, 3, 4)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("multiple-documents", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("multiple-documents", content) == [place]


def test_what_follows_is_not_missing() -> None:
    doc = Document("a.md", "---\na: b\n--- # c\ntitle: d\n---\n")
    settings = Settings(fields={"title": {"required": True}, "date": {"required": True}})
    found = Linter(settings).lint(doc)
    assert [(f.rule, f.key_path) for f in found] == [("missing-field", ("date",)), ("multiple-documents", None)]
