"""A Docusaurus doc, as its generator reads it: what the model `docusaurus-doc` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "nothing": "foo: bar",
    "everything": """id: rye
title: Rye bread
description: How to bake it.
slug: /bread/rye
hide_title: false
hide_table_of_contents: true
toc_min_heading_level: 2
toc_max_heading_level: 5
keywords: [bread, rye]
image: /img/rye%20bread.png
tags: [bread, 2024, {label: Rye, permalink: /rye}]
sidebar_label: Rye
sidebar_position: 1.5
sidebar_class_name: rye
sidebar_key: rye
sidebar_custom_props: {loud: true}
displayed_sidebar: bread
pagination_label: Rye
pagination_next: null
pagination_prev: flour
parse_number_prefixes: false
custom_edit_url: null
last_update: {author: Ada, date: Jan 5 2024}
draft: false
unlisted: true""",
    "empty text where it is welcome": "title: ''\ndescription: ''\ncustom_edit_url: ''",
    "numbers and dates as text": "id: 2024\ntitle: 2024-01-05\nsidebar_label: 1.0",
    "quoted numbers and booleans": "sidebar_position: '2'\ndraft: 'False'\ntoc_max_heading_level: '4'",
    "any absolute URL": "image: https://images.test-site.org/rye bread.png",
}

INVALID: dict[str, tuple[str, Found]] = {
    "a null slug": ("slug:", ("null-value", 2, 1, "`slug` is empty; it must be text")),
    "an empty identifier": ("id: ''", ("invalid-value", 2, 5, "`id` is empty")),
    "a list as title": ("title: [Rye]", ("wrong-type", 2, 8, "`title` is a list; it must be text")),
    "a boolean as title": ("title: true", ("wrong-type", 2, 8, "`title` is `true`; it must be text")),
    "a list as tag": (
        "tags: [[true]]",
        ("invalid-item", 2, 8, "`tags[0]` is a list; it must be text or a mapping (fields of its own)"),
    ),
    "a tag without address": ("tags:\n  - label: Rye", ("missing-field", 3, 5, "`tags[0].permalink` is missing")),
    "no keywords": ("keywords: []", ("invalid-value", 2, 11, "`keywords` is an empty list")),
    "text as keywords": ("keywords: bread", ("wrong-type", 2, 11, "`keywords` is the text `bread`; it must be a list")),
    "a position in words": (
        "sidebar_position: first",
        ("wrong-type", 2, 19, "`sidebar_position` is the text `first`; it must be a number"),
    ),
    "a path with a space": (
        "image: /img/rye bread.png",
        ("invalid-value", 2, 8, "`image` is `/img/rye bread.png`; it must be a web address or a path"),
    ),
    "an empty picture": ("image: ''", ("invalid-value", 2, 8, "`image` is empty")),
    "a heading level beyond": (
        "toc_max_heading_level: 7",
        ("invalid-value", 2, 24, "`toc_max_heading_level` is the number `7`; it must be at most 6"),
    ),
    "a table of contents that ends before it starts": (
        "toc_min_heading_level: 5\ntoc_max_heading_level: 3",
        ("invalid-value", 2, 24, "`toc_min_heading_level`: it must be at most `toc_max_heading_level`, which is 3"),
    ),
    "a change by nobody": ("last_update: {}", ("invalid-value", 2, 14, "`last_update`: give `author`, `date` or both")),
    "a change at no time": (
        "last_update:\n  date: yesterday",
        ("invalid-value", 3, 9, "`last_update.date` is `yesterday`; it must be a date that JavaScript can read"),
    ),
    "a draft that is unlisted": (
        "draft: true\nunlisted: true",
        ("invalid-value", 3, 11, "`unlisted`: a page cannot be both a draft and unlisted"),
    ),
    "a word for true": (
        "hide_title: yes",
        ("wrong-type", 2, 13, "`hide_title` is the text `yes`; it must be true or false"),
    ),
    "a sidebar's properties as text": (
        "sidebar_custom_props: loud",
        ("wrong-type", 2, 23, "`sidebar_custom_props` is the text `loud`; it must be a mapping (fields of its own)"),
    ),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("docusaurus-doc", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("docusaurus-doc", page(front_matter)) == [found]
