import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

VALID = {
    "straight quotes": "---\ntitle: \"a\"\nsubtitle: 'é'\n---\n",
    "a quotation": "---\ntitle: “Our daily bread”\nauthor: a\n---\n",
    "a quotation in quotes": "---\ntitle: '“Our daily bread”'\nsubtitle: '“a”'\n---\n",
    "inside": "---\ntitle: How we say “rye”\n---\n",
    "two quotations": "---\ntitle: “rye” and “wheat”\n---\n",
    "an apostrophe": "---\ntitle: The baker’s bread\n---\n",
    "one of several tags": "---\ntags: [“rye”, bread]\n---\n",
    "a list of quotations": "---\nsaid:\n- “Give us this day our daily bread and all.”\n- “Man shall not live by bread alone, he said.”\n---\n",
    "a title twice": "---\ntitle: “Bread”\nlinkTitle: “Bread”\nauthor: a\nlayout: b\nlang: en\n---\n",
    "other quotes": "---\ntitle: «Pain»\ndate: 「2024」\n---\n",
    "not text": "---\na: [1, {é: “”}]\nb: c\nd: e\n---\n",
    "TOML": "+++\ntitle = '“a”'\ndate = '“2024-01-05”'\n+++\n",
    "in the body": "---\ntitle: a\n---\ndate: “2024-01-05”\n",
}  # fmt: skip
INVALID = {
    "a date": ("date: “2024-01-05”", [(2, 7, 2, 19)], 'date: "2024-01-05"'),
    "a path": ("image: ‘/img/bread.png’", [(2, 8, 2, 24)], 'image: "/img/bread.png"'),
    "a boolean": ("draft: „true”", [(2, 8, 2, 14)], 'draft: "true"'),
    "mixed": ('title: “面包"', [(2, 8, 2, 12)], 'title: "面包"'),
    "all tags": ("tags: [“rye”, “bread”]", [(2, 8, 2, 13), (2, 15, 2, 22)], 'tags: ["rye", "bread"]'),
    "most values": ("title: “Rye”\nx: “a b”", [(2, 8, 2, 13), (3, 4, 3, 9)], 'title: "Rye"\nx: "a b"'),
    "a name": ("“title”: a", [(2, 1, 2, 8)], '"title": a'),
    "straight ones inside": ("file: “a\\b.png”\ny: “1”", [(2, 7, 2, 16), (3, 4, 3, 7)], "file: 'a\\b.png'\ny: \"1\""),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("smart-quotes", content) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("fields", "expected", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(fields: str, expected: list[tuple[int, int, int, int]], repaired: str, line_end: str) -> None:
    content = f"---\n{fields}\n---\n".replace("\n", line_end)
    assert places("smart-quotes", content) == expected
    assert fixed("smart-quotes", content) == f"---\n{repaired}\n---\n".replace("\n", line_end)


def test_words() -> None:
    (found,) = findings("smart-quotes", "---\ndate: “2024-01-05”\n---\n")
    assert found.message == "the quotes around `date` are curly ones, so they are part of the value"
    (found,) = findings("smart-quotes", "---\n“title”: a\n---\n")
    assert found.message == "the quotes around the name `title` are curly ones, so they are part of it"


def test_one_cause_one_finding() -> None:
    doc = Document("a.md", "---\ntitle: Bread\ndate: “2024-01-05”\ntags: [“a”]\n---\n")
    assert {f.rule for f in Linter(Settings(schema="hugo")).lint(doc)} == {"smart-quotes"}
