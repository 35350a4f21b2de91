"""A Hexo page, as its generator reads it: what the model `hexo` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "nothing": "foo: bar",
    "everything": """title: Rye bread
date: 2013/7/13 20:46:25
updated: 2024-01-05 10:00:00
layout: post
categories:
- [Food, Bread]
- Rye
tags: [bread, 2024]
permalink: bread/rye/
excerpt: Bake it.
comments: false
published: true
disableNunjucks: true
lang: en
photos: [a.jpg]""",
    "nothing in the fields": "title:\ndate:\ntags:\ncategories:\ncomments:",
    "an empty date": "date: ''\nupdated: ''",
    "one tag": "tags: bread\ncategories: Food",
    "words that Hexo takes for true": "comments: yes\npublished: 1",
    "a quoted boolean": "comments: 'false'",
    "no layout": "layout: false",
    "a number as title": "title: 404",
}

INVALID: dict[str, tuple[str, Found]] = {
    "a word that Hexo takes for true": (
        "comments: no",
        ("wrong-type", 2, 11, "`comments` is the text `no`; it must be true or false"),
    ),
    "a list as comments": ("comments: [a]", ("wrong-type", 2, 11, "`comments` is a list; it must be true or false")),
    "a date in words": (
        "date: yesterday",
        ("invalid-value", 2, 7, "`date` is `yesterday`; it must be a date that JavaScript can read"),
    ),
    "a year as date": ("updated: 2024", ("wrong-type", 2, 10, "`updated` is the number `2024`; it must be a date")),
    "a mapping as tags": ("tags: {a: b}", ("wrong-type", 2, 7, "`tags` is a mapping; it must be a list")),
    "a list inside the tags": ("tags: [bread, [rye]]", ("invalid-item", 2, 15, "`tags[1]` is a list; it must be text")),
    "a mapping among the categories": (
        "categories: [{a: b}]",
        ("invalid-item", 2, 14, "`categories[0]` is a mapping; it must be text"),
    ),
    "a mapping in a path of categories": (
        "categories: [[Food, {a: b}]]",
        ("invalid-item", 2, 14, "`categories[0]`: it must hold names only"),
    ),
    "a number as address": (
        "permalink: 404",
        ("wrong-type", 2, 12, "`permalink` is the number `404`; it must be text"),
    ),
    "a mapping as title": ("title: {a: b}", ("wrong-type", 2, 8, "`title` is a mapping; it must be text")),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("hexo", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("hexo", page(front_matter)) == [found]
