"""A page of Material for MkDocs, as its generator reads it: what the model `mkdocs-material` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "nothing": "foo: bar",
    "everything": """title: Rye bread
subtitle: The dark one
description: How to bake it.
icon: material/bread-slice
status: new
template: home.html
hide: [navigation, toc]
tags: [bread, 2024, true]
search: {exclude: false, boost: 2}
social: {cards_layout: default}
date: {created: 2024-01-05, updated: 2024-02-01}
authors: [ada]
categories: [Bread]
draft: true
pin: false
readtime: 15
slug: rye""",
    "nothing in the fields": "title:\ntags:\nhide:\nsearch:",
    "words of YAML 1.1": "draft: yes\nsearch: {exclude: off}",
    "one part to hide": "hide: toc",
    "a date": "date: 2024-01-05",
}

INVALID: dict[str, tuple[str, Found]] = {
    "a mapping as tags": ("tags: {a: b}", ("wrong-type", 2, 7, "`tags` is a mapping; it must be a list")),
    "a list as tag": (
        "tags: [[2024-01-05]]",
        ("invalid-item", 2, 8, "`tags[0]` is a list; it must be text"),
    ),
    "a mapping as title": ("title: {a: b}", ("wrong-type", 2, 8, "`title` is a mapping; it must be text")),
    "text as search": (
        "search: false",
        ("wrong-type", 2, 9, "`search` is `false`; it must be a mapping (fields of its own)"),
    ),
    "a quoted boost": (
        "search: {boost: '2'}",
        ("wrong-type", 2, 17, "`search.boost` is the text `2`; it must be a number"),
    ),
    "a word as exclude": (
        "search:\n  exclude: maybe",
        ("wrong-type", 3, 12, "`search.exclude` is the text `maybe`; it must be true or false"),
    ),
    "a list as icon": ("icon: [a]", ("wrong-type", 2, 7, "`icon` is a list; it must be text")),
    "a reading time in words": (
        "readtime: 15 minutes",
        ("wrong-type", 2, 11, "`readtime` is the text `15 minutes`; it must be a whole number"),
    ),
    "a quoted boolean": ("pin: 'true'", ("wrong-type", 2, 6, "`pin` is the text `true`; it must be true or false")),
    "a number as date": (
        "date: 2024",
        ("wrong-type", 2, 7, "`date` is the number `2024`; it must be a date, text or a mapping (fields of its own)"),
    ),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("mkdocs-material", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("mkdocs-material", page(front_matter)) == [found]
