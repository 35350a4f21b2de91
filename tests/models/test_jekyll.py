"""A Jekyll page, as its generator reads it: what the model `jekyll` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "nothing": "foo: bar",
    "everything": """layout: post
title: Rye bread
date: 2015-11-17 16:16:01 -0600
permalink: /bread/rye/
slug: rye
published: true
draft: false
categories: bread rye
category: bread
tags: [bread, 2024]
tag: rye
excerpt: Bake it.
excerpt_separator: <!--more-->
render_with_liquid: false""",
    "nothing in the fields": "layout:\ntitle:\ndate:\ncategories:\npermalink:\npublished:",
    "words of YAML 1.1": "published: no\ndraft: on",
    "no layout": "layout: false",
    "a number as title": "title: 404",
    "a date as one number": "date: 20240105",
    "a date in words": "date: 5th of March, 2024",
    "fields of other types": "author: {name: Ada}\nimage: [a.png]",
}

INVALID: dict[str, tuple[str, Found]] = {
    "a list as title": ("title: [Rye]", ("wrong-type", 2, 8, "`title` is a list; it must be text")),
    "a quoted boolean": (
        "published: 'false'",
        ("wrong-type", 2, 12, "`published` is the text `false`; it must be true or false"),
    ),
    "a date without a day": (
        "date: soon",
        ("invalid-value", 2, 7, "`date` is `soon`; it must be a date that Ruby can read"),
    ),
    "a year as date": ("date: 2024", ("wrong-type", 2, 7, "`date` is the number `2024`; it must be a date")),
    "an empty date": ("date: ''", ("wrong-type", 2, 7, "`date` is empty; it must be a date")),
    "a mapping as tags": ("tags: {a: b}", ("wrong-type", 2, 7, "`tags` is a mapping; it must be a list")),
    "a mapping among the categories": (
        "categories: [bread, {a: b}]",
        ("invalid-item", 2, 21, "`categories[1]` is a mapping; it must be text"),
    ),
    "a number as address": (
        "permalink: 404",
        ("wrong-type", 2, 12, "`permalink` is the number `404`; it must be text or true or false"),
    ),
    "a list as layout": (
        "layout: [post]",
        ("wrong-type", 2, 9, "`layout` is a list; it must be text or true or false"),
    ),
    "a number as slug": ("slug: 2024", ("wrong-type", 2, 7, "`slug` is the number `2024`; it must be text")),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("jekyll", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("jekyll", page(front_matter)) == [found]
