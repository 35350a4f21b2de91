"""A Quarto document, as its generator reads it: what the model `quarto` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "nothing": "foo: bar",
    "everything": """title: Rye bread
subtitle: The dark one
author:
  - name: Ada
    orcid: 0000-0002-1825-0097
  - Grace
date: 2008-02-29
date-modified: last-modified
date-format: long
abstract: How to bake it.
description: How to bake it.
keywords: [bread]
categories: [bread, 3]
image: bread.jpg
image-alt: A loaf
aliases: [/rye.html]
draft: false
order: 3
lang: pt-BR
format:
  html: {toc: true}
engine: jupyter
jupyter: python3
execute: {echo: fenced, freeze: auto, cache: refresh, warning: false}
params: {oven: hot}
toc: true
toc-depth: 2
toc-title: Here
toc-location: left
number-sections: true
number-depth: 2
page-layout: full
title-block-banner: true
code-fold: show
bibliography: [a.bib, b.bib]
csl: nature.csl
citation: {container-title: Bread, volume: 1}
doi: 10.5555/12345678
search: false""",
    "nothing in the fields": "title:\nauthor:\ntoc:\nexecute:",
    "the short forms": """author: Ada
date: 9/23/2008
categories: bread
format: html
image: false
bibliography: a.bib
citation: true
jupyter: false""",
    "a date with a format": "date: {value: 2024-01-05, format: long}",
    "options of one's own": "_quarto: {tests: {}}\nkeep-typ: true",
}

INVALID: dict[str, tuple[str, Found]] = {
    "a number as title": ("title: 2024", ("wrong-type", 2, 8, "`title` is the number `2024`; it must be text")),
    "a list as subtitle": ("subtitle: [a]", ("wrong-type", 2, 11, "`subtitle` is a list; it must be text")),
    "a number as date": (
        "date: 2024",
        ("wrong-type", 2, 7, "`date` is the number `2024`; it must be text or a mapping (fields of its own)"),
    ),
    "a number as author": (
        "author: [Ada, 3]",
        ("invalid-item", 2, 15, "`author[1]` is the number `3`; it must be text or a mapping (fields of its own)"),
    ),
    "text as aliases": (
        "aliases: /rye.html",
        ("wrong-type", 2, 10, "`aliases` is the text `/rye.html`; it must be a list"),
    ),
    "a word for no": ("draft: no", ("wrong-type", 2, 8, "`draft` is the text `no`; it must be true or false")),
    "a quoted boolean": ("toc: 'true'", ("wrong-type", 2, 6, "`toc` is the text `true`; it must be true or false")),
    "a depth in words": ("toc-depth: two", ("wrong-type", 2, 12, "`toc-depth` is the text `two`; it must be a number")),
    "an unknown place": (
        "toc-location: lft",
        (
            "invalid-value",
            2,
            15,
            "`toc-location` is `lft`; it must be `body`, `left`, `right`, `left-body` or `right-body`",
        ),
    ),
    "an unknown layout": (
        "page-layout: wide",
        ("invalid-value", 2, 14, "`page-layout` is `wide`; it must be `article`, `full` or `custom`"),
    ),
    "an unknown word for freeze": (
        "execute:\n  freeze: atuo",
        ("invalid-value", 3, 11, "`execute.freeze` is `atuo`; it must be `auto`, `true` or `false`"),
    ),
    "text as execute": (
        "execute: false",
        ("wrong-type", 2, 10, "`execute` is `false`; it must be a mapping (fields of its own)"),
    ),
    "a list as format": (
        "format: [html, pdf]",
        ("wrong-type", 2, 9, "`format` is a list; it must be text or a mapping (fields of its own)"),
    ),
    "text as parameters": (
        "params: hot",
        ("wrong-type", 2, 9, "`params` is the text `hot`; it must be a mapping (fields of its own)"),
    ),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("quarto", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("quarto", page(front_matter)) == [found]
