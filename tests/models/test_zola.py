"""A page and a section of a Zola site, as Zola reads them: what the models say, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

PAGES = {
    "nothing": "foo: bar",
    "everything": """title: Rye bread
description: How to bake it.
date: 2024-01-05
updated: 2024-01-05T10:00:00+01:00
weight: 3
draft: false
slug: rye
path: bread/rye
aliases: [/old/rye]
authors: [Ada]
in_search_index: true
render: true
template: bread.html
taxonomies: {tags: [bread, rye], categories: []}
extra: {oven: hot}""",
    "nothing in the fields": "title:\ndate:\nweight:\nslug:\ntemplate:",
    "dates of YAML's": "date: 2001-12-14 21:59:43.10 -5\nupdated: 2001-12-15 2:59:43.10",
}
WRONG_PAGES: dict[str, tuple[str, Found]] = {
    "a number as title": ("title: 2024", ("wrong-type", 2, 8, "`title` is the number `2024`; it must be text")),
    "no date": ("date: soon", ("invalid-value", 2, 7, "`date` is `soon`; it must be a date that Zola can read")),
    "no seconds": (
        "updated: 2024-01-05 10:00",
        ("invalid-value", 2, 10, "`updated` is `2024-01-05 10:00`; it must be a date that Zola can read"),
    ),
    "a number as date": ("date: 2024", ("wrong-type", 2, 7, "`date` is the number `2024`; it must be a date")),
    "below nothing": ("weight: -1", ("invalid-value", 2, 9, "`weight` is the number `-1`; it must be at least 0")),
    "a word for a boolean": ("draft: yes", ("wrong-type", 2, 8, "`draft` is the text `yes`; it must be true or false")),
    "an empty slug": ("slug: ''", ("invalid-value", 2, 7, "`slug` is empty")),
    "one author": ("authors: Ada", ("wrong-type", 2, 10, "`authors` is the text `Ada`; it must be a list")),
    "one term": (
        "taxonomies: {tags: bread}",
        ("wrong-type", 2, 20, "`taxonomies.tags` is the text `bread`; it must be a list"),
    ),
    "tags beside the taxonomies": (
        "tags: [bread]",
        ("invalid-value", 2, 7, "`tags`: it must stand below `taxonomies`: Zola does not read it here"),
    ),
}  # fmt: skip
SECTIONS = {
    "nothing": "foo: bar",
    "everything": """title: Bread
description: All of it.
draft: false
sort_by: update_date
weight: 0
template: section.html
page_template: page.html
paginate_by: 5
paginate_path: part
paginate_reversed: true
insert_anchor_links: heading
in_search_index: false
render: false
redirect_to: bread/rye
transparent: true
aliases: []
generate_feeds: true
extra: {}""",
}
WRONG_SECTIONS: dict[str, tuple[str, Found]] = {
    "an unknown order": (
        "sort_by: dat",
        (
            "invalid-value", 2, 10,
            "`sort_by` is `dat`; it must be `date`, `update_date`, `title`, `title_bytes`, `weight`, `slug` or `none`",
        ),
    ),
    "an unknown place": (
        "insert_anchor_links: top",
        ("invalid-value", 2, 22, "`insert_anchor_links` is `top`; it must be `left`, `right`, `heading` or `none`"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("front_matter", PAGES.values(), ids=PAGES)
def test_valid_pages(front_matter: str) -> None:
    assert schema_findings("zola", page(front_matter)) == []


def test_dates_of_toml() -> None:
    assert schema_findings("zola", "+++\ndate = 2024-01-05\nupdated = 2024-01-05T10:00:00Z\n+++\n") == []


@pytest.mark.parametrize(("front_matter", "found"), WRONG_PAGES.values(), ids=WRONG_PAGES)
def test_invalid_pages(front_matter: str, found: Found) -> None:
    assert schema_findings("zola", page(front_matter)) == [found]


@pytest.mark.parametrize("front_matter", SECTIONS.values(), ids=SECTIONS)
def test_valid_sections(front_matter: str) -> None:
    assert schema_findings("zola-section", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), WRONG_SECTIONS.values(), ids=WRONG_SECTIONS)
def test_invalid_sections(front_matter: str, found: Found) -> None:
    assert schema_findings("zola-section", page(front_matter)) == [found]
