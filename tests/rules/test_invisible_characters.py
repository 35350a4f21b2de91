import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "none": "---\ntitle: Crème 面包 😀\n---\n",
    "in the body": "---\ntitle: é\n---\na\u200bb\n",
    "in a comment": "---\n# \u200b\ntitle: é\n---\n",
    "an escape": '---\ntitle: "é\\u200b"\n---\n',
    "Thai": "---\ntitle: ขนม\u200bปัง\n---\n",
    "Khmer": "---\ntitle: នំ\u200bប៉័ង\n---\n",
    "Arabic with marks": "---\ntitle: خبز\u200f RYE\u200e\n---\n",
    "Persian": "---\ntitle: می\u200cخواهم\n---\n",
    "an emoji of several": "---\nemoji: 👩\u200d🍳\n---\n",
    "a unit": "---\ntitle: Bake at 220\u00a0°C\n---\n",
    "French": "---\ntitle: Du pain de seigle\u00a0!\nsubtitle: «\u00a0Bon\u00a0»\n---\n",
    "Czech": "---\ntitle: Chléb v\u00a0peci\n---\n",
    "Russian": "---\ntitle: Хлеб\u00a0ржаной\n---\n",
    "initials": "---\nauthor: J.\u00a0Baker the younger\n---\n",
    "a block in French": "---\ntitle: |\n  Du pain\u00a0?\n---\n",
    "broken": "---\ntitle: @\u200b\n---\n",
    "not text": "---\ntitle: [1, {é: null}]\n---\n",
}
INVALID = {
    "inside a word": ("title: Rye\u200bbread", (2, 11, 2, 12), "warning", "title: Ryebread"),
    "several": ("title: \u2060Rye\ufeff 面包\u200b", (2, 8, 2, 9), "warning", "title: Rye 面包"),
    "a direction mark": ("title: Rye\u200e bread", (2, 11, 2, 12), "warning", "title: Rye bread"),
    "a tag": ("tags: [面, rye\u00a0bread]", (2, 14, 2, 15), "warning", "tags: [面, rye bread]"),
    "a URL": ("url: https://bread.test-site.org/\u200brye", (2, 34, 2, 35), "warning", "url: https://bread.test-site.org/rye"),
    "a name": ("author: Jo\u00a0Baker", (2, 11, 2, 12), "warning", "author: Jo Baker"),
    "at the start": ("title: \u00a0Rye bread", (2, 8, 2, 9), "warning", "title: Rye bread"),
    "at the end": ("title: 'Rye bread\u00a0'", (2, 18, 2, 19), "warning", "title: 'Rye bread'"),
    "between words": ("title: Rye\u00a0bread", (2, 11, 2, 12), "info", "title: Rye bread"),
    "behind a genitive": ("title: Rye's\u00a0bread", (2, 13, 2, 14), "info", "title: Rye's bread"),
    "a hyphen": ("title: Rog\u00adgen\u00adbrot", (2, 11, 2, 12), "info", "title: Roggenbrot"),
    "a hyphen in a slug": ("slug: roggen\u00adbrot", (2, 13, 2, 14), "warning", "slug: roggenbrot"),
    "a field's name": ("ti\u200btle: é", (2, 3, 2, 4), "warning", "title: é"),
    "before a field's name": ("a:\n\u00a0\u00a0b: c", (3, 1, 3, 2), "warning", "a:\n  b: c"),
    "a block": ("title: |\n  Rye\u200b bread", (3, 6, 3, 7), "warning", "title: |\n  Rye bread"),
    "where a space would change the value": ("title: Rye:\u00a0and bread", (2, 12, 2, 13), "info", None),
    "where nothing would be left": ("title: \u200b", (2, 8, 2, 9), "warning", None),
    "before a sign": ("title: \u200b# bread", (2, 8, 2, 9), "warning", None),
    "a name that is there": ("title: a\n\u200btitle: b", (3, 1, 3, 2), "warning", None),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("invisible-characters", content) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("fields", "place", "severity", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(
    fields: str, place: tuple[int, int, int, int], severity: str, repaired: str | None, line_end: str
) -> None:
    content = f"---\n{fields}\n---\n".replace("\n", line_end)
    (found,) = findings("invisible-characters", content)
    assert (tuple(found.span), found.severity) == (place, severity)
    assert fixed("invisible-characters", content) == f"---\n{repaired or fields}\n---\n".replace("\n", line_end)


def test_words() -> None:
    (found,) = findings("invisible-characters", "---\ntags: [a\u200bb\u00a0]\n---\n")
    assert found.message == "`tags[0]` holds a zero-width space (U+200B) and 1 more"


def test_formats() -> None:
    assert places("invisible-characters", "+++\ntitle = 'Rye\u200b'\n+++\n") == [(2, 13, 2, 14)]
    assert places("invisible-characters", '{"title": "Rye\u200b"}') == [(1, 15, 1, 16)]
