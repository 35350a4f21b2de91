"""A post of a Docusaurus blog, as its generator reads it: what the model `docusaurus-blog` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "nothing": "layout: post",
    "everything": """title: Rye bread
title_meta: Rye
sidebar_label: Rye
description: How to bake it.
date: 2024-01-05T10:00
tags: [bread]
authors:
  - ada
  - {name: Grace, title: Baker, url: https://grace.test-site.org, image_url: /grace.png, socials: {github: grace}}
image: ./bread.png
keywords: [bread]
draft: false""",
    "one author by key": "authors: jùnliàng",
    "one author": "authors: {key: ada, title: Baker}",
    "the older way": """author: Ada
author_title: Baker
author_url: https://ada.test-site.org
author_image_url: /ada.png""",
    "a date that JavaScript rolls over": "date: 2017-02-29 11:00:00",
}

INVALID: dict[str, tuple[str, Found]] = {
    "a date in words": (
        "date: the other day",
        ("invalid-value", 2, 7, "`date` is `the other day`; it must be a date that JavaScript can read"),
    ),
    "an empty date": ("date:", ("null-value", 2, 1, "`date` is empty; it must be a date")),
    "a year as date": ("date: 2024", ("wrong-type", 2, 7, "`date` is the number `2024`; it must be a date")),
    "a boolean as author": (
        "authors: true",
        ("wrong-type", 2, 10, "`authors` is `true`; it must be text, a mapping (fields of its own) or a list"),
    ),
    "an author without name": ("authors:\n  title: Baker", ("invalid-value", 3, 3, "`authors`: give `key` or `name`")),
    "an author without name in a list": (
        "authors:\n  - ada\n  - title: Baker",
        ("invalid-item", 4, 5, "`authors[1]`: give `key` or `name`"),
    ),
    "an author's link with a space": (
        "authors: {name: Ada, url: my page}",
        ("invalid-value", 2, 27, "`authors.url` is `my page`; it must be a web address or a path"),
    ),
    "a number as name": (
        "authors: [{name: [Ada]}]",
        ("wrong-type", 2, 18, "`authors[0].name` is a list; it must be text"),
    ),
    "a draft that is unlisted": (
        "unlisted: true\ndraft: true",
        ("invalid-value", 2, 11, "`unlisted`: a page cannot be both a draft and unlisted"),
    ),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("docusaurus-blog", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("docusaurus-blog", page(front_matter)) == [found]
