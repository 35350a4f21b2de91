"""A Hugo page, as its generator reads it: what the model `hugo` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "nothing": "foo: bar",
    "everything": """title: Rye bread
linkTitle: Rye
description: How to bake it.
summary: Bake it.
date: 2024-01-05T10:00:00+01:00
lastmod: 2024-01-06
publishDate: 2024-01-05 10:00:00
expiryDate: 2034-01-05
draft: false
weight: 10
slug: rye
url: /bread/rye/
aliases: [/rye/, old/rye]
type: recipe
layout: wide
keywords: [bread]
tags: [bread, 2024]
categories: bread
menus: {main: {parent: bread, weight: 10}}
outputs: [html, json]
resources: [{src: '*.jpg', title: 'Loaf :counter'}]
params: {oven: hot}
cascade: [{target: {kind: page}, params: {oven: hot}}]
sitemap: {priority: 0.5}
build: {render: never, list: local, publishResources: false}
headless: true
isCJKLanguage: true
markup: goldmark
translationKey: rye""",
    "nothing in the fields": "title:\ndate:\ndraft:\ntags:\nweight:\nmenu:\nparams:\ncategories: []",
    "what Hugo reads as text": "title: 2024\ndescription: 1\nslug: 1.5",
    "what Hugo reads as a boolean": "draft: 'true'\nheadless: 1",
    "what Hugo reads as a number": "weight: '10'",
    "the older names": "linktitle: Rye\npublishdate: 2024-01-05\n_build: {list: false}\nmenu: main",
    "one alias": "aliases: /rye/",
    "empty tags": "tags: ['', '', '']",
}

INVALID: dict[str, tuple[str, Found]] = {
    "a mapping as title": ("title: {a: b}", ("wrong-type", 2, 8, "`title` is a mapping; it must be text")),
    "a list as description": ("description: [a]", ("wrong-type", 2, 14, "`description` is a list; it must be text")),
    "a word as draft": ("draft: maybe", ("wrong-type", 2, 8, "`draft` is the text `maybe`; it must be true or false")),
    "yes as draft": ("draft: yes", ("wrong-type", 2, 8, "`draft` is the text `yes`; it must be true or false")),
    "a word as weight": (
        "weight: heavy",
        ("wrong-type", 2, 9, "`weight` is the text `heavy`; it must be a whole number"),
    ),
    "a date without seconds": (
        "date: 2024-01-05 10:00",
        ("invalid-value", 2, 7, "`date` is `2024-01-05 10:00`; it must be a date that Hugo can read"),
    ),
    "a date in words": (
        "lastmod: the other day",
        ("invalid-value", 2, 10, "`lastmod` is `the other day`; it must be a date that Hugo can read"),
    ),
    "a list as date": ("date: [2024-01-05]", ("wrong-type", 2, 7, "`date` is a list; it must be a date")),
    "a URL as address": (
        "url: https://bread.test-site.org/rye/",
        ("invalid-value", 2, 6, "`url` is `https://bread.test-site.org/rye/`; it must be a path on this site"),
    ),
    "a URL as alias": (
        "aliases: [/rye/, 'https://bread.test-site.org/rye/']",
        ("invalid-item", 2, 18, "`aliases[1]` is `https://bread.test-site.org/rye/`; it must be a path on this site"),
    ),
    "a mapping as tags": ("tags: {a: b}", ("wrong-type", 2, 7, "`tags` is a mapping; it must be a list")),
    "a list inside the tags": ("tags: [bread, [rye]]", ("invalid-item", 2, 15, "`tags[1]` is a list; it must be text")),
    "a number as menu": (
        "menus: 3",
        ("wrong-type", 2, 8, "`menus` is the number `3`; it must be text, a list or a mapping (fields of its own)"),
    ),
    "text as parameters": (
        "params: hot",
        ("wrong-type", 2, 9, "`params` is the text `hot`; it must be a mapping (fields of its own)"),
    ),
    "text as resources": (
        "resources: bread.jpg",
        ("wrong-type", 2, 12, "`resources` is the text `bread.jpg`; it must be a list"),
    ),
    "an unknown word for the build": (
        "build: {list: nevr}",
        ("invalid-value", 2, 15, "`build.list` is `nevr`; it must be `always`, `never`, `local`, `true` or `false`"),
    ),
    "a date of expiry in the older spelling": (
        "expirydate: soon",
        ("invalid-value", 2, 13, "`expirydate` is `soon`; it must be a date that Hugo can read"),
    ),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("hugo", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("hugo", page(front_matter)) == [found]
