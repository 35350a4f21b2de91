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
    "a number in quotes": ("Rye bread", "'2024'"),
    "text that YAML 1.1 reads as a boolean": ("title: Rye bread", "title: yes"),
    "native and quoted dates": ("2024-01-05", "'2024-01-05'"),
    "a date with time": ("2024-01-05", "2024-01-05T10:00:00Z"),
    "an item": ("  - bread", "  - bread\n  - 2024"),
    "keywords as text": ("tags:", "keywords: a, b\ntags:"),
    "keywords as a list": ("tags:", "keywords: [a, b]\ntags:"),
    "an optional field without a value": ("tags:", "theme:\ntags:"),
}
INVALID = {
    "a number for text": ("Rye bread", "2024", (2, 8, 2, 12)),
    "a boolean for text": ("author: Ada", "author: true", (3, 9, 3, 13)),
    "a list for text": ("Rye bread", "[Rye, bread]", (2, 8, 2, 20)),
    "a mapping for text": ("author: Ada", "author:\n  name: Ada 🍞", (4, 3, 4, 14)),
    "text for a mapping": ("cover:\n  url: /rye.jpg", "cover: /rye.jpg", (7, 8, 7, 16)),
    "text for a boolean": ("tags:", "featured: ture\ntags:", (9, 11, 9, 15)),
    "a mapping for a list": ("tags:\n  - bread", "tags: {面包: 1}", (9, 7, 9, 14)),
    "CRLF": ("Rye bread\n", "2024\r\n", (2, 8, 2, 12)),
    "an alias": ("title: Rye bread", "draft: &a true\ntitle: *a", (3, 8, 3, 10)),
}


def changed(old: str, new: str) -> str:
    assert old in POST
    return POST.replace(old, new)


@pytest.mark.parametrize(("old", "new"), VALID.values(), ids=VALID)
def test_valid(old: str, new: str) -> None:
    assert places("wrong-type", changed(old, new), schema="post") == []


@pytest.mark.parametrize(("old", "new", "place"), INVALID.values(), ids=INVALID)
def test_invalid(old: str, new: str, place: tuple[int, int, int, int]) -> None:
    assert places("wrong-type", changed(old, new), schema="post") == [place]


def test_without_a_schema_nothing_is_wrong() -> None:
    content = "---\ntitle: 2024\ntags: [1, 2]\ntheme: blue\ncolour: brown\n---\n"
    assert places("wrong-type", content) == []
    assert places("wrong-type", content, schema="post") != []


def test_message_and_hint() -> None:
    (finding,) = findings("wrong-type", changed("Rye bread", "2024"), schema="post")
    assert finding.message == "`title` is the number `2024`; it must be text"
    assert finding.hint == "put quotes around it"


FIXED = {
    "a number": ("title: Rye bread", "title: 1.10 # a", 'title: "1.10" # a'),
    "a boolean": ("author: Ada", "author: true", 'author: "true"'),
    "a date": ("author: Ada", "author: 2024-01-05", 'author: "2024-01-05"'),
    "a quoted boolean": ("tags:", "draft: 'False'\ntags:", "draft: false\ntags:"),
    "a misspelled boolean": ("tags:", "draft: ture\ntags:", "draft: true\ntags:"),
    "no boolean": ("tags:", "draft: perhaps\ntags:", "draft: perhaps\ntags:"),
    "a tag": ("author: Ada", "author: !!int 3", "author: !!int 3"),
    "an alias": ("author: Ada", "n: &n 3\nauthor: *n", "n: &n 3\nauthor: *n"),
    "a mapping": ("author: Ada", "author: {name: Ada}", "author: {name: Ada}"),
}


@pytest.mark.parametrize(("right", "old", "new"), FIXED.values(), ids=FIXED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix(right: str, old: str, new: str, end: str) -> None:
    before, after = (changed(right, text).replace("\n", end) for text in (old, new))
    assert places("wrong-type", before, schema="post") != []
    assert fixed("wrong-type", before, schema="post") == after


TYPED = {
    "a number": ("number", "'3.5'", "3.5"),
    "a whole number": ("integer", '"3"', "3"),
    "not a whole number": ("integer", "'3.5'", "'3.5'"),
    "a leading zero": ("integer", "'012'", "'012'"),
    "words": ("number", "three", "three"),
}


@pytest.mark.parametrize(("type_", "old", "new"), TYPED.values(), ids=TYPED)
def test_fix_of_quoted_values(type_: str, old: str, new: str) -> None:
    config = f"fields.a = {{ type = '{type_}' }}"
    assert fixed("wrong-type", f"---\na: {old}\n---\n", config=config) == f"---\na: {new}\n---\n"


def test_fix_of_other_formats() -> None:
    config = "fields.a = { type = 'text' }\nfields.b = { type = 'boolean' }"
    assert fixed("wrong-type", "+++\na = 1.10\nb = 'true'\n+++\n", config=config) == '+++\na = "1.10"\nb = true\n+++\n'
    assert fixed("wrong-type", '{"a": 1.10, "b": "true"}\n', config=config) == '{"a": "1.10", "b": true}\n'
