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
    "optional fields": ("tags:", "draft: true\nslug: rye\ntheme: dark\nfeatured: false\nkeywords: a, b\ntags:"),
    "a known field with a wrong value": ("Rye bread", "[2024]"),
}
INVALID = {
    "another field": ("tags:", "colour: brown\ntags:", (9, 1, 9, 7)),
    "in a field": ("  url: /rye.jpg", "  url: /rye.jpg\n  colour: brown", (9, 3, 9, 9)),
    "in an item": ("tags:", "meta:\n  - {name: a, content: b, colour: c}\ntags:", (10, 27, 10, 33)),
    "without a value": ("tags:", "colour:\ntags:", (9, 1, 9, 7)),
    "CJK and emoji": ("tags:", "颜色🍞: brown\ntags:", (9, 1, 9, 4)),
    "not text": ("tags:", "2024: a\ntags:", (9, 1, 9, 5)),
    "CRLF": ("tags:", "colour: brown\r\ntags:", (9, 1, 9, 7)),
}


def changed(old: str, new: str) -> str:
    assert old in POST
    return POST.replace(old, new)


@pytest.mark.parametrize(("old", "new"), VALID.values(), ids=VALID)
def test_valid(old: str, new: str) -> None:
    assert places("unknown-field", changed(old, new), schema="post") == []


@pytest.mark.parametrize(("old", "new", "place"), INVALID.values(), ids=INVALID)
def test_invalid(old: str, new: str, place: tuple[int, int, int, int]) -> None:
    assert places("unknown-field", changed(old, new), schema="post") == [place]


def test_without_a_schema_nothing_is_wrong() -> None:
    content = "---\ntitle: 2024\ntags: [1, 2]\ntheme: blue\ncolour: brown\n---\n"
    assert places("unknown-field", content) == []
    assert places("unknown-field", content, schema="post") != []


def test_a_near_name_is_proposed() -> None:
    (finding,) = findings("unknown-field", changed("tags:", "featured: true\nfeaturd: true\ntags:"), schema="post")
    assert finding.hint == "did you mean `featured`?"
