"""A Starlight page, as its generator reads it: what the model `starlight` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "only a title": "title: Baking",
    "an empty title": "title: ''",
    "everything": """title: Baking
description: How to bake.
slug: baking
editUrl: https://git.test-site.org/edit/baking
head:
  - tag: meta
    attrs: {property: og:image, content: /bread.png}
  - {tag: script, attrs: {src: /x.js, defer: true}}
tableOfContents: {minHeadingLevel: 2, maxHeadingLevel: 4}
template: splash
hero:
  title: Bread
  tagline: As it should be.
  image: {alt: A loaf, file: ../../assets/bread.png}
  actions:
    - {text: Bake, link: /bake/, icon: right-arrow, variant: primary, attrs: {rel: me}}
banner: {content: New ovens}
lastUpdated: 2024-01-05
prev: false
next: {link: /rye/, label: Rye}
pagefind: false
draft: true
sidebar:
  label: Baking
  order: 1.5
  hidden: false
  badge: {text: New, variant: tip, class: loud}
  attrs: {target: _blank, tabindex: 3}""",
    "the short forms": """title: Baking
editUrl: false
tableOfContents: false
lastUpdated: true
prev: Flour
next: true
sidebar: {badge: New}
hero: {image: {dark: a.png, light: b.png}}""",
    "HTML in place of a picture": "title: Baking\nhero: {image: {html: <svg/>}}",
    "fields of one's own": "title: Baking\ni18nReady: true\ntype: deploy\nsidebar: {icon: star}",
}

INVALID: dict[str, tuple[str, Found]] = {
    "no title": ("description: How to bake.", ("missing-field", 1, 1, "`title` is missing")),
    "a number as title": ("title: 404", ("wrong-type", 2, 8, "`title` is the number `404`; it must be text")),
    "an empty slug": ("title: Baking\nslug:", ("null-value", 3, 1, "`slug` is empty; it must be text")),
    "a path as edit link": (
        "title: Baking\neditUrl: edit/baking.md",
        ("invalid-value", 3, 10, "`editUrl` is `edit/baking.md`; it must be a web address"),
    ),
    "an unknown element in the head": (
        "title: Baking\nhead:\n  - tag: mta",
        (
            "invalid-value",
            4,
            10,
            "`head[0].tag` is `mta`; it must be `title`, `base`, `link`, `style`, `meta`, `script`, `noscript` or `template`",
        ),
    ),
    "a number as attribute": (
        "title: Baking\nhead:\n  - {tag: meta, attrs: {content: 1}}",
        ("wrong-type", 4, 34, "`head[0].attrs.content` is the number `1`; it must be text or true or false"),
    ),
    "a heading level that there is not": (
        "title: Baking\ntableOfContents: {maxHeadingLevel: 7}",
        ("invalid-value", 3, 36, "`tableOfContents.maxHeadingLevel` is the number `7`; it must be at most 6"),
    ),
    "a table of contents that ends before it starts": (
        "title: Baking\ntableOfContents:\n  minHeadingLevel: 4",
        ("invalid-value", 4, 3, "`tableOfContents`: `minHeadingLevel` (4) is more than `maxHeadingLevel` (3)"),
    ),
    "an unknown template": (
        "title: Baking\ntemplate: splush",
        ("invalid-value", 3, 11, "`template` is `splush`; it must be `doc` or `splash`"),
    ),
    "a quoted date": (
        "title: Baking\nlastUpdated: '2024-01-05'",
        ("wrong-type", 3, 14, "`lastUpdated` is the text `2024-01-05`; it must be true or false or a date"),
    ),
    "a picture without a file": (
        "title: Baking\nhero:\n  image:\n    alt: A loaf",
        ("invalid-value", 5, 5, "`hero.image`: give `file`, both `dark` and `light`, or `html`"),
    ),
    "a picture for one theme": (
        "title: Baking\nhero:\n  image: {dark: a.png}",
        ("invalid-value", 4, 10, "`hero.image`: give `file`, both `dark` and `light`, or `html`"),
    ),
    "a button without a link": (
        "title: Baking\nhero:\n  actions:\n    - text: Bake",
        ("missing-field", 5, 7, "`hero.actions[0].link` is missing"),
    ),
    "an unknown style of a button": (
        "title: Baking\nhero:\n  actions:\n    - {text: Bake, link: /, variant: secondry}",
        (
            "invalid-value",
            5,
            38,
            "`hero.actions[0].variant` is `secondry`; it must be `primary`, `secondary` or `minimal`",
        ),
    ),
    "a banner as text": (
        "title: Baking\nbanner: New ovens",
        ("wrong-type", 3, 9, "`banner` is the text `New ovens`; it must be a mapping (fields of its own)"),
    ),
    "an unknown field in a link": (
        "title: Baking\nprev: {lnk: /flour/}",
        ("unknown-field", 3, 8, "`prev.lnk` is not a field of this schema"),
    ),
    "a number as link": (
        "title: Baking\nnext: 3",
        (
            "wrong-type",
            3,
            7,
            "`next` is the number `3`; it must be true or false, text or a mapping (fields of its own)",
        ),
    ),
    "a quoted boolean": (
        "title: Baking\ndraft: 'false'",
        ("wrong-type", 3, 8, "`draft` is the text `false`; it must be true or false"),
    ),
    "a quoted order": (
        "title: Baking\nsidebar: {order: '1'}",
        ("wrong-type", 3, 18, "`sidebar.order` is the text `1`; it must be a number"),
    ),
    "a badge without text": (
        "title: Baking\nsidebar: {badge: {variant: tip}}",
        ("missing-field", 3, 11, "`sidebar.badge.text` is missing"),
    ),
    "an unknown colour of a badge": (
        "title: Baking\nsidebar: {badge: {text: New, variant: tpi}}",
        (
            "invalid-value",
            3,
            39,
            "`sidebar.badge.variant` is `tpi`; it must be `note`, `tip`, `caution`, `danger`, `success` or `default`",
        ),
    ),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("starlight", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("starlight", page(front_matter)) == [found]
