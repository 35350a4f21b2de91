import pytest

from mdlint.testing import findings, fixed, places

CONFIG = """
[fields]
date = { deprecated = "pubDate" }
layout = { deprecated = true }
"cover.image" = { deprecated = "cover.url" }
"""
VALID = {
    "none of them": "---\ntitle: a\n---\n",
    "the new field": "---\npubDate: 2024-01-05\n---\n",
    "a value of that name": "---\ntitle: date\n---\n",
    "the same name elsewhere": "---\ncover: {date: 2024-01-05}\n---\n",
    "a list where the mapping would be": "---\ncover: [image]\n---\n",
    "no front matter": "date: 2024-01-05\n",
}
INVALID = {
    "on its key": ("---\ntitle: a\ndate: 2024-01-05\n---\n", (3, 1, 3, 5)),
    "whatever the value": ("---\nlayout: [a, {b: c}]\n---\n", (2, 1, 2, 7)),
    "without a value": ("---\ndate:\n---\n", (2, 1, 2, 5)),
    "inside a mapping": ("---\ncover:\n  image: a.png\n---\n", (3, 3, 3, 8)),
    "CRLF and emoji": ("---\r\ntitle: \U0001f35e\r\ndate: 2024-01-05\r\n---\r\n", (3, 1, 3, 5)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("deprecated-field", content, config=CONFIG) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("deprecated-field", content, config=CONFIG) == [place]


def test_words() -> None:
    found = findings("deprecated-field", "---\ndate: 2024-01-05\nlayout: a\n---\n", config=CONFIG)
    assert [(f.message, f.hint, f.severity) for f in found] == [
        ("`date` is deprecated", "use `pubDate` instead", "warning"),
        ("`layout` is deprecated", "remove it", "warning"),
    ]


FIXED = {
    "renamed": ("date: 2024-01-05 # a", "pubDate: 2024-01-05 # a"),
    "the new one is there": ("date: 2024-01-05\npubDate: 2024-01-05", "date: 2024-01-05\npubDate: 2024-01-05"),
}


@pytest.mark.parametrize(("old", "new"), FIXED.values(), ids=FIXED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix(old: str, new: str, end: str) -> None:
    config = "fields.date = { deprecated = 'pubDate' }"
    before, after = (f"---\ntitle: 面包 🍞\n{fields}\n---\n".replace("\n", end) for fields in (old, new))
    assert fixed("deprecated-field", before, config=config) == after


def test_fix_of_a_required_field_that_stands_under_its_old_name() -> None:
    config = "fields.date = { deprecated = 'pubDate' }\nrequired = ['pubDate']"
    assert fixed("missing-field", "---\ndate: 2024-01-05\n---\n", config=config) == "---\npubDate: 2024-01-05\n---\n"


def test_without_a_new_name_there_is_no_fix() -> None:
    [found] = findings("deprecated-field", "---\ndate: 2024-01-05\n---\n", config="fields.date = { deprecated = true }")
    assert found.fix is None
