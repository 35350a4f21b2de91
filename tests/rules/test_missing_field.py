import pytest

from mdlint.testing import findings, places

POST = """\
---
title: Rye bread
author: Ada
description: How to bake rye bread in an oven that does not close.
pubDate: 2024-01-05
layout: ../layouts/Post.astro
cover:
  url: /rye.jpg
tags:
  - bread
---
"""

VALID = {
    "a full post": ("bread", "bread"),
    "an optional field": ("url: /rye.jpg", "url: /rye.jpg\n  square: /square.jpg"),
    "a value without sense": ("Rye bread", "2024"),
    "an empty value": ("Rye bread", "''"),
    "another order and style": ("cover:\n  url: /rye.jpg", "cover: {alt: a, url: /rye.jpg}"),
    "merged": ("cover:\n  url: /rye.jpg", "base: &base {url: /rye.jpg}\ncover: {<<: *base}"),
    "not YAML": ("author: Ada", "author: b: c"),
    "misspelled, which another rule says": ("pubDate: 2024-01-05\n", "pubdate: 2024-01-05\n"),
    "a near miss: below another field": ("  url: /rye.jpg", "  url: /rye.jpg\n  title: a"),
}
INVALID = {
    "a field": ("author: Ada\n", "", (1, 1, 1, 4)),
    "the first field": ("title: Rye bread\n", "", (1, 1, 1, 4)),
    "a field of a field": ("  url: /rye.jpg", "  alt: a", (7, 1, 7, 6)),
    "another name": ("pubDate: 2024-01-05\n", "date: 2024-01-05\n", (1, 1, 1, 4)),
    "with CRLF": ("  url: /rye.jpg\n", "  alt: 🍞\r\n", (7, 1, 7, 6)),
}


def changed(old: str, new: str) -> str:
    assert old in POST
    return POST.replace(old, new)


@pytest.mark.parametrize(("old", "new"), VALID.values(), ids=VALID)
def test_valid(old: str, new: str) -> None:
    assert places("missing-field", changed(old, new), schema="post") == []


@pytest.mark.parametrize(("old", "new", "place"), INVALID.values(), ids=INVALID)
def test_invalid(old: str, new: str, place: tuple[int, int, int, int]) -> None:
    assert places("missing-field", changed(old, new), schema="post") == [place]


def test_without_a_schema_nothing_is_wrong() -> None:
    content = "---\ntitle: 2024\ntags: [1, 2]\ntheme: blue\ncolour: brown\n---\n"
    assert places("missing-field", content) == []
    assert places("missing-field", content, schema="post") != []


def test_each_missing_field_is_named() -> None:
    found = findings("missing-field", "---\ntitle: a\n---\n", schema="post")
    assert sorted(one.message for one in found) == [
        "`author` is missing",
        "`cover` is missing",
        "`description` is missing",
        "`layout` is missing",
        "`pubDate` is missing",
        "`tags` is missing",
    ]
    assert {one.span.line for one in found} == {1}
    assert found[0].key_path is not None
