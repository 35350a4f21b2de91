import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

VALID = {
    "above": "+++\ndate = 2024-01-05\n[params]\noven = true\n+++\n",
    "both": "+++\ndate = 2024-01-05\n[params]\ndate = 'soon'\n+++\n",
    "the table's own": "+++\n[params]\nauthor = 'a'\nimage = 'b'\n+++\n",
    "on purpose": "+++\n[extra]\ntags = ['a']\ndate = 2024-01-05\n[params]\n\ntitle = 'a'\n+++\n",
    "tags of a taxonomy": "+++\n[taxonomies]\ntags = ['a']\n[extra]\nb = 1\n\ntags = ['a']\n+++\n",
    "dotted": "+++\nparams.date = 2024-01-05\n+++\n",
    "in braces": "+++\nparams = { date = 2024-01-05 }\n+++\n",
    "an event's date": "+++\n[event]\ndate = 2024-01-05\ntitle = 'a'\ntags = ['b']\n+++\n",
    "taxonomies": "+++\n[taxonomies]\ntags = ['a']\ncategories = ['b']\n+++\n",
    "other pages": "+++\n[[cascade]]\ndraft = true\n[cascade.params]\ndraft = true\n+++\n",
    "resources": "+++\n[[resources]]\ntitle = 'a'\n[resources.params]\ndraft = true\n+++\n",
    "a menu": "+++\n[menu.main]\nweight = 1\ntitle = 'a'\n+++\n",
    "not text": "+++\n[params]\na = [1, {date = 2}]\n+++\n",
    "YAML": "---\nparams:\n  date: 2024-01-05\n---\n",
}
INVALID = {
    "params": ("a = 1\n\n[params]\nb = 2\n\ndate = 3\n", (7, 1, 7, 5), "a = 1\n\ndate = 3\n[params]\nb = 2\n\n"),
    "extra": (
        "a = 1\n[extra]\nb = 2\n\ntags = [\n'面', # c\n]\n",
        (6, 1, 6, 5),
        "a = 1\ntags = [\n'面', # c\n]\n[extra]\nb = 2\n\n",
    ),
    "a draft": ("a = 1\n[params]\ndraft = true\n", (4, 1, 4, 6), "a = 1\ndraft = true\n[params]\n"),
    "another table": ("a = 1\n[cover]\ndraft = true # c\n", (4, 1, 4, 6), "a = 1\ndraft = true # c\n[cover]\n"),
    "a table in it": (
        "a = 1\n[params.cover]\n  lastmod = 2\n",
        (4, 3, 4, 10),
        "a = 1\n  lastmod = 2\n[params.cover]\n",
    ),
    "quotes": ("a = 1\n[params]\n'draft' = 2\n", (4, 1, 4, 8), "a = 1\n'draft' = 2\n[params]\n"),
    "a table first": ("[cover]\naliases = 2\n", (3, 1, 3, 8), "aliases = 2\n[cover]\n"),
    "an indented table": ("  [params]\n  draft = 2\n", (3, 3, 3, 8), None),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("key-after-table", content) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("fields", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(fields: str, place: tuple[int, int, int, int], repaired: str | None, line_end: str) -> None:
    content = f"+++\n{fields}+++\n".replace("\n", line_end)
    assert places("key-after-table", content) == [place]
    assert fixed("key-after-table", content) == f"+++\n{repaired or fields}+++\n".replace("\n", line_end)


def test_words() -> None:
    (found,) = findings("key-after-table", "+++\n[params.cover]\ndraft = true\n+++\n")
    assert found.message == "`draft` stands below `[params.cover]`, so it is read as `params.cover.draft`"
    assert found.hint == "move it above `[params]` if it is the page's"


def test_one_cause_one_finding() -> None:
    doc = Document("a.md", "+++\n[params]\na = 1\n\ntitle = 'Bread'\n+++\n")
    config = Settings(fields={"title": {"required": True}})
    assert [f.rule for f in Linter(config.replace(ignore=("key-after-table",))).lint(doc)] == []
    assert [f.rule for f in Linter(config).lint(doc)] == ["key-after-table"]
