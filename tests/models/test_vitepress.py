"""A VitePress page, as its generator reads it: what the model `vitepress` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "nothing": "foo: bar",
    "everything": """title: Rye bread
titleTemplate: ':title - Bread'
description: How to bake it.
head:
  - [meta, {name: author, content: Ada}]
  - - script
    - {}
    - window.x = 1
layout: home
hero:
  name: Bread
  text: As it should be
  tagline: Dark and dense.
  image: {src: /loaf.svg, alt: A loaf}
  actions:
    - {theme: brand, text: Bake, link: /bake}
features:
  - {icon: 🍞, title: Dense, details: 2, link: /dense, linkText: Why}
navbar: false
sidebar: true
aside: left
outline: [2, 4]
lastUpdated: 2024-01-05
editLink: false
footer: false
prev: Flour
next: {text: Oven, link: /oven}
pageClass: dark
search: false""",
    "nothing in the fields": "title:\nhero:\naside:\noutline:\nprev:",
    "the outline's other forms": "outline: deep\nprev: false",
    "an outline with a label": "outline: {level: [2, 3], label: Here}",
    "no outline": "outline: false",
    "a layout of one's own": "layout: Recipe\naside: false",
}

INVALID: dict[str, tuple[str, Found]] = {
    "a number as title": ("title: 2024", ("wrong-type", 2, 8, "`title` is the number `2024`; it must be text")),
    "a date as title": ("title: 2024-01-05", ("wrong-type", 2, 8, "`title` is the date `2024-01-05`; it must be text")),
    "a list as description": ("description: [a]", ("wrong-type", 2, 14, "`description` is a list; it must be text")),
    "a quoted boolean": (
        "navbar: 'false'",
        ("wrong-type", 2, 9, "`navbar` is the text `false`; it must be true or false"),
    ),
    "a word for no": ("footer: no", ("wrong-type", 2, 9, "`footer` is the text `no`; it must be true or false")),
    "an unknown aside": (
        "aside: lft",
        ("invalid-value", 2, 8, "`aside` is `lft`; it must be `left`, `true` or `false`"),
    ),
    "an unknown outline": (
        "outline: deap",
        (
            "invalid-value",
            2,
            10,
            "`outline` is `deap`; it must be a level of headings, two of them such as `[2, 4]`, `deep` or `false`",
        ),
    ),
    "an outline of three levels": (
        "outline: [2, 3, 4]",
        (
            "invalid-value",
            2,
            10,
            "`outline` is a list; it must be a level of headings, two of them such as `[2, 4]`, `deep` or `false`",
        ),
    ),
    "a head that is no list": ("head: meta", ("wrong-type", 2, 7, "`head` is the text `meta`; it must be a list")),
    "an element without attributes": (
        "head:\n  - [meta]",
        (
            "invalid-item",
            3,
            5,
            "`head[0]` is a list; it must be an element such as `[meta, {name: author, content: Ada}]`",
        ),
    ),
    "an unknown style of a button": (
        "hero:\n  actions:\n    - {text: Bake, link: /, theme: barnd}",
        ("invalid-value", 4, 36, "`hero.actions[0].theme` is `barnd`; it must be `brand`, `alt` or `sponsor`"),
    ),
    "features as text": ("features: dense", ("wrong-type", 2, 11, "`features` is the text `dense`; it must be a list")),
    "a number as link": (
        "features: [{link: 3}]",
        ("wrong-type", 2, 19, "`features[0].link` is the number `3`; it must be text"),
    ),
    "a quoted date": (
        "lastUpdated: '2024-01-05'",
        ("wrong-type", 2, 14, "`lastUpdated` is the text `2024-01-05`; it must be true or false or a date"),
    ),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("vitepress", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("vitepress", page(front_matter)) == [found]
