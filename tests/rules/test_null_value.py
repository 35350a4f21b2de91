import pytest

from mdlint.testing import findings, fixed, places

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
    "where it is allowed": ("author: Ada", "author: Ada\ntheme:\nupdatedDate: null\nkeywords: ~"),
    "empty text": ("author: Ada", "author: ''"),
    "a near miss: the word": ("author: Ada", "author: 'null'"),
    "an item, for another rule": ("  - bread", "  - bread\n  -"),
    "no field of the schema": ("author: Ada", "author: Ada\ncolour:"),
    "another rule says it": ("description: How to bake rye bread in an oven that does not close.", "description:"),
}
INVALID = {
    "nothing": ("author: Ada", "author:", (3, 1, 3, 7)),
    "the word": ("author: Ada", "author: null", (3, 9, 3, 13)),
    "a tilde": ("pubDate: 2024-01-05", "pubDate: ~", (5, 10, 5, 11)),
    "a mapping": ("cover:\n  url: /rye.jpg", "cover:", (7, 1, 7, 6)),
    "in a field": ("  url: /rye.jpg", "  url:", (8, 3, 8, 6)),
    "CRLF, behind CJK": ("author: Ada", "theme: light # 面包 🍞\r\nauthor:\r", (4, 1, 4, 7)),
}


def changed(old: str, new: str) -> str:
    assert old in POST
    return POST.replace(old, new)


@pytest.mark.parametrize(("old", "new"), VALID.values(), ids=VALID)
def test_valid(old: str, new: str) -> None:
    assert places("null-value", changed(old, new), schema="post") == []


@pytest.mark.parametrize(("old", "new", "place"), INVALID.values(), ids=INVALID)
def test_invalid(old: str, new: str, place: tuple[int, int, int, int]) -> None:
    assert places("null-value", changed(old, new), schema="post") == [place]


CONFIG = "fields.note = { type = 'text' }\nfields.cover = { type = 'mapping' }\nfields.'cover.alt' = { type = 'text' }\nrequired = ['author']\nfields.author = { type = 'text' }"
FIXED = {
    "nothing": ("title: a\nnote:\nlast: b", "title: a\nlast: b"),
    "the word": ("note: null\nlast: b", "last: b"),
    "at the end": ("title: a\nnote:   ", "title: a"),
    "in a mapping": ("cover:\n  url: a\n  alt:", "cover:\n  url: a"),
    "a comment": ("title: a\nnote: # later", "title: a\nnote: # later"),
    "the only field in a mapping": ("cover:\n  alt:", "cover:\n  alt:"),
    "in brackets": ("cover: {url: a, alt: }", "cover: {url: a, alt: }"),
    "a field that must be there": ("title: a\nauthor:", "title: a\nauthor:"),
    "a value on the next line": ("title: a\nnote:\n  null", "title: a\nnote:\n  null"),
}


@pytest.mark.parametrize(("old", "new"), FIXED.values(), ids=FIXED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix(old: str, new: str, end: str) -> None:
    before, after = (f"---\nwriter: 面包 🍞\n{fields}\n---\n".replace("\n", end) for fields in (old, new))
    assert places("null-value", before, config=CONFIG) != []
    assert fixed("null-value", before, config=CONFIG) == after


def test_json_keeps_its_field() -> None:
    content = '{"note": null, "title": "a"}\n'
    assert [f.fix for f in findings("null-value", content, config=CONFIG)] == [None]
