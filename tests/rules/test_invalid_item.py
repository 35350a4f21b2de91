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
    "several": ("  - bread", "  - bread\n  - 'baking'\n  - 面包"),
    "a number in quotes": ("  - bread", "  - '2024'"),
    "not a list": ("tags:\n  - bread", "tags: bread"),
    "an empty list": ("tags:\n  - bread", "tags: []"),
    "a value that is no item": ("Rye bread", "2024"),
    "a number, of which non-string-tag speaks": ("  - bread", "  - bread\n  - 2024"),
    "a boolean, of which it speaks too": ("tags:\n  - bread", "tags: [bread, true]"),
}
INVALID = {
    "a list below": ("  - bread", "  - bread\n  - [2024]", (11, 5, 11, 11)),
    "a list in brackets": ("tags:\n  - bread", "tags: [bread, [true]]", (9, 15, 9, 21)),
    "a list": ("  - bread", "  - [bread]", (10, 5, 10, 12)),
    "a mapping": ("  - bread", "  - bread: 1", (10, 5, 10, 13)),
    "text for a mapping": ("tags:", "meta: [author]\ntags:", (9, 8, 9, 14)),
    "behind CJK and emoji": ("tags:\n  - bread", "tags: [面包🍞, [1]]", (9, 13, 9, 16)),
    "CRLF": ("  - bread", "  - bread\r\n  - [2024]", (11, 5, 11, 11)),
}


def changed(old: str, new: str) -> str:
    assert old in POST
    return POST.replace(old, new)


@pytest.mark.parametrize(("old", "new"), VALID.values(), ids=VALID)
def test_valid(old: str, new: str) -> None:
    assert places("invalid-item", changed(old, new), schema="post") == []


@pytest.mark.parametrize(("old", "new", "place"), INVALID.values(), ids=INVALID)
def test_invalid(old: str, new: str, place: tuple[int, int, int, int]) -> None:
    assert places("invalid-item", changed(old, new), schema="post") == [place]


def test_without_a_schema_nothing_is_wrong() -> None:
    content = "---\ntitle: 2024\ntags: [[1], [2]]\ntheme: blue\ncolour: brown\n---\n"
    assert places("invalid-item", content) == []
    assert places("invalid-item", content, schema="post") != []


def test_the_message_gives_the_index() -> None:
    (finding,) = findings("invalid-item", changed("  - bread", "  - bread\n  - [rye]"), schema="post")
    assert finding.message == "`tags[1]` is a list; it must be text"
    assert finding.key_path == ("tags", 1)
