"""The post model, through the whole pipeline: which rule speaks, where, and in which words."""

import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from tests.models.cases import Found, schema_findings

POST = """\
---
title: Rye bread
author: Ada
description: How to bake rye bread in an oven that does not close.
pubDate: 2024-01-05T10:00:00Z
cover:
  url: https://images.test-site.org/bread.jpg
  square: ../../assets/bread.jpg
  alt: A loaf of rye bread on a wooden board
tags: [bread, rye]
layout: ../../layouts/Post.astro
theme: light
---
"""


VALID = {
    "as it should be": ("", ""),
    "a date": ("2024-01-05T10:00:00Z", "2024-01-05"),
    "a quoted date": ("2024-01-05T10:00:00Z", "'2024-01-05'"),
    "a quoted date-time with a space": ("2024-01-05T10:00:00Z", "'2024-01-05 10:00:00'"),
    "an offset": ("2024-01-05T10:00:00Z", "2024-01-05T10:00:00+08:00"),
    "no square": ("  square: ../../assets/bread.jpg\n", ""),
    "a path from the root": ("../../assets/bread.jpg", "/assets/bread.jpg"),
    "a path behind an alias": ("../../assets/bread.jpg", "'@/assets/bread.jpg'"),
    "a bare path": ("../../assets/bread.jpg", "images/bread.jpg"),
    "a path with a space": ("../../assets/bread.jpg", "/images/rye bread.jpg"),
    "a URL in CJK": ("../../assets/bread.jpg", "https://例え.テスト/パン.jpg"),
    "keywords as text": ("theme: light", "keywords: bread, rye"),
    "keywords as a list": ("theme: light", "keywords: [bread, rye]"),
    "no theme": ("theme: light\n", ""),
    "all the rest": (
        "theme: light",
        "theme: dark\nfeatured: true\ndraft: false\nslug: rye\nupdatedDate: 2024-02-01\nmeta:\n- name: author\n  content: Ada",
    ),
}

INVALID = {
    "no title": ("title: Rye bread\n", "", ("missing-field", 1, 1, "`title` is missing")),
    "a misspelled title": (
        "title: Rye",
        "Titel: Rye",
        ("misspelled-field", 2, 1, "`Titel` is not a field of this schema, but `title` is"),
    ),
    "a number as title": ("Rye bread", "2024", ("wrong-type", 2, 8, "`title` is the number `2024`; it must be text")),
    "no author": ("author: Ada\n", "", ("missing-field", 1, 1, "`author` is missing")),
    "an empty author": ("Ada", "''", ("invalid-value", 3, 9, "`author` is empty")),
    "a null author": ("author: Ada", "author:", ("null-value", 3, 1, "`author` is empty; it must be text")),
    "no description": (
        "description: How to bake rye bread in an oven that does not close.\n",
        "",
        ("missing-field", 1, 1, "`description` is missing"),
    ),
    "no pubDate": ("pubDate: 2024-01-05T10:00:00Z\n", "", ("missing-field", 1, 1, "`pubDate` is missing")),
    "a year as pubDate": (
        "2024-01-05T10:00:00Z",
        "2024",
        ("wrong-type", 5, 10, "`pubDate` is the number `2024`; it must be a date or text"),
    ),
    "no cover": (
        "cover:\n  url: https://images.test-site.org/bread.jpg\n  square: ../../assets/bread.jpg\n  alt: A loaf of rye bread on a wooden board\n",
        "",
        ("missing-field", 1, 1, "`cover` is missing"),
    ),
    "no cover.url": (
        "  url: https://images.test-site.org/bread.jpg\n",
        "",
        ("missing-field", 6, 1, "`cover.url` is missing"),
    ),
    "a list as cover.alt": (
        "A loaf of rye bread on a wooden board",
        "[a]",
        ("wrong-type", 9, 8, "`cover.alt` is a list; it must be text"),
    ),
    "no tags": ("[bread, rye]", "[]", ("invalid-value", 10, 7, "`tags` is an empty list")),
    "a list as tag": (
        "[bread, rye]",
        "[bread, [12]]",
        ("invalid-item", 10, 15, "`tags[1]` is a list; it must be text"),
    ),
    "no layout": ("layout: ../../layouts/Post.astro\n", "", ("missing-field", 1, 1, "`layout` is missing")),
    "an unknown theme": (
        "theme: light",
        "theme: blue",
        ("invalid-value", 12, 8, "`theme` is `blue`; it must be `light` or `dark`"),
    ),
    "a misspelled boolean": (
        "theme: light",
        "featured: ture",
        ("wrong-type", 12, 11, "`featured` is the text `ture`; it must be true or false"),
    ),
    "a quoted boolean": (
        "theme: light",
        "draft: 'false'",
        ("wrong-type", 12, 8, "`draft` is the text `false`; it must be true or false"),
    ),
    "a number among the keywords": (
        "theme: light",
        "keywords: [bread, 3]",
        ("invalid-item", 12, 19, "`keywords[1]` is the number `3`; it must be text"),
    ),
    "keywords as a number": (
        "theme: light",
        "keywords: 3",
        ("wrong-type", 12, 11, "`keywords` is the number `3`; it must be text or a list"),
    ),
    "an unknown field": (
        "theme: light",
        "colour: blue",
        ("unknown-field", 12, 1, "`colour` is not a field of this schema"),
    ),
    "an unknown field of the cover": (
        "  square: ../../assets/bread.jpg",
        "  round: x",
        ("unknown-field", 8, 3, "`cover.round` is not a field of this schema"),
    ),
    "a meta entry of another kind": (
        "theme: light",
        "meta: {name: author, content: Ada}",
        ("wrong-type", 12, 7, "`meta` is a mapping; it must be a list"),
    ),
}


@pytest.mark.parametrize(("old", "new"), VALID.values(), ids=VALID)
def test_valid(old: str, new: str) -> None:
    assert old in POST
    assert schema_findings("post", POST.replace(old, new)) == []


@pytest.mark.parametrize(("old", "new", "found"), INVALID.values(), ids=INVALID)
def test_invalid(old: str, new: str, found: Found) -> None:
    assert old in POST
    assert schema_findings("post", POST.replace(old, new, 1)) == [found]


def test_a_misspelled_field_is_named_in_the_hint() -> None:
    (found,) = Linter(Settings(schema="post")).lint(Document("post.md", POST.replace("title:", "Titel:")))
    assert found.hint == "rename it to `title`"


def test_an_aliased_value_is_judged_where_it_is_used() -> None:
    content = POST.replace("layout: ", "other: &s [a]\nslug: *s\nlayout: ")
    assert ("wrong-type", 12, 7, "`slug` is a list; it must be text") in schema_findings("post", content)
