import pytest

from mdlint import lint_text
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

VAULT = "generator = 'obsidian'"

VALID = {
    "in quotes": "up: '[[Bread]]'\nrelated: [\"[[Rye]]\", '[[Wheat]]']",
    "a matrix": "at: [[1, 2], [3, 4]]",
    "a row": "at: [[1, 2]]",
    "several texts": "of: [[a, b]]\nin: [[a], [b]]",
    "over lines": "of: [[\n  a\n]]\nin:\n- - a",
    "with a space between": "of: [ [a] ]",
    "texts in quotes": "of: [['a']]",
    "empty": "by: [[]]\nas: []",
    "a mapping": "of: [[{a: b}]]",
    "in a text": "by: see [[Bread]]",
    "in a block": "by: |\n  [[Bread]]",
    "tags": "tags: [[bread]]",
    "in a comment": "a: b # [[c]]",
}
INVALID = {
    "a link": ("up: [[Bread]]", [(2, 5, 2, 14)], 'up: "[[Bread]]"'),
    "with another name": ("up: [[Rye|the rye]]", [(2, 5, 2, 20)], 'up: "[[Rye|the rye]]"'),
    "to a heading": ("up: [[Rye#Crust]]  # why", [(2, 5, 2, 18)], 'up: "[[Rye#Crust]]"  # why'),
    "a picture": ("cover: [[loaf.jpg]]", [(2, 8, 2, 20)], 'cover: "[[loaf.jpg]]"'),
    "a day": ("up: [[2024-01-05]]", [(2, 5, 2, 19)], 'up: "[[2024-01-05]]"'),
    "quotes": ('up: [[The "best" rye]]', [(2, 5, 2, 23)], "up: '[[The \"best\" rye]]'"),
    "items": ("of:\n  - [[面包]]\n  - '[[b]]'\n  - [[c]]", [(3, 5, 3, 11), (5, 5, 5, 10)], 'of:\n  - "[[面包]]"\n  - \'[[b]]\'\n  - "[[c]]"'),
    "items in brackets": ("of: [[[a]], [[b]]]", [(2, 6, 2, 11), (2, 13, 2, 18)], 'of: ["[[a]]", "[[b]]"]'),
    "in a mapping": ("of:\n  by: [[a]]", [(3, 7, 3, 12)], 'of:\n  by: "[[a]]"'),
    "categories": ("categories: [[Books]]", [(2, 13, 2, 22)], 'categories: "[[Books]]"'),
}  # fmt: skip


@pytest.mark.parametrize("fields", VALID.values(), ids=VALID)
@pytest.mark.parametrize("config", [VAULT, ""])
def test_valid(fields: str, config: str) -> None:
    assert places("unquoted-link", f"---\n{fields}\n---\n", config=config) == []


@pytest.mark.parametrize(("fields", "where", "after"), INVALID.values(), ids=INVALID)
def test_invalid(fields: str, where: list[tuple[int, int, int, int]], after: str) -> None:
    content = f"---\n{fields}\n---\n"
    assert places("unquoted-link", content, config=VAULT) == where
    assert fixed("unquoted-link", content, config=VAULT) == f"---\n{after}\n---\n"


def test_where_nothing_tells_who_reads_the_file() -> None:
    [found] = findings(
        "unquoted-link", "---\nup: [[Bread]]\nof:\n  - [[a]]\nday: [[2024-01-05]]\ncategories: [[Books]]\n---\n"
    )
    assert (found.span.line, found.severity) == (2, "info")
    assert found.fix is not None
    assert not found.fix.safe


@pytest.mark.parametrize("config", ["generator = 'hugo'", "generator = 'quarto'", "schema = 'post'"])
def test_where_a_generator_or_a_schema_says_what_the_field_is(config: str) -> None:
    assert findings("unquoted-link", "---\nup: [[Bread]]\n---\n", config=config) == ()


def test_the_schema_says_nothing_more() -> None:
    content = "---\nup: [[Bread]]\ncover: [[loaf.jpg]]\naliases: [[[Rye]]]\nof:\n  - [[a]]\n---\n\nText\n"
    found = lint_text(content, settings=Settings(schema="obsidian", generator="obsidian"))
    assert [one.rule for one in found] == ["unquoted-link"] * 4
