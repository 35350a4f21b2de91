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
    "one of the words": ("tags:", "theme: dark\ntags:"),
    "one of the words in quotes": ("tags:", "theme: 'light'\ntags:"),
    "a path": ("/rye.jpg", "./rye.jpg"),
    "an alias of the bundler": ("/rye.jpg", "'@/assets/rye.jpg'"),
    "an address": ("/rye.jpg", "https://bread.test-site.org/rye.jpg?w=1#a"),
    "another type": ("Rye bread", "2024"),
    "an item": ("  - bread", "  - bread\n  - 2024"),
    "the same word in the text": ("Rye bread", "The theme is blue"),
}
INVALID = {
    "none of the words": ("tags:", "theme: blue\ntags:", (9, 8, 9, 12)),
    "another case": ("tags:", "theme: 'Dark'\ntags:", (9, 8, 9, 14)),
    "an empty text": ("author: Ada", "author: ''", (3, 9, 3, 11)),
    "an empty list": ("tags:\n  - bread", "tags: []", (9, 7, 9, 9)),
    "CJK and emoji": ("tags:", "theme: 亮🍞\ntags:", (9, 8, 9, 10)),
    "CRLF": ("tags:", "theme: blue\r\ntags:", (9, 8, 9, 12)),
    "anchored": ("tags:", "theme: &t blue\ntags:", (9, 11, 9, 15)),
}


def changed(old: str, new: str) -> str:
    assert old in POST
    return POST.replace(old, new)


@pytest.mark.parametrize(("old", "new"), VALID.values(), ids=VALID)
def test_valid(old: str, new: str) -> None:
    assert places("invalid-value", changed(old, new), schema="post") == []


@pytest.mark.parametrize(("old", "new", "place"), INVALID.values(), ids=INVALID)
def test_invalid(old: str, new: str, place: tuple[int, int, int, int]) -> None:
    assert places("invalid-value", changed(old, new), schema="post") == [place]


def test_without_a_schema_nothing_is_wrong() -> None:
    content = "---\ntitle: 2024\ntags: [1, 2]\ntheme: blue\ncolour: brown\n---\n"
    assert places("invalid-value", content) == []
    assert places("invalid-value", content, schema="post") != []


def test_message() -> None:
    (finding,) = findings("invalid-value", changed("tags:", "theme: blue\ntags:"), schema="post")
    assert finding.message == "`theme` is `blue`; it must be `light` or `dark`"
