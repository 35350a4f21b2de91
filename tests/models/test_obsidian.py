"""An Obsidian note, as its generator reads it: what the model `obsidian` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "nothing": "rating: 7\nlast:\ntopics: ['[[Bread]]']",
    "everything": """tags: [bread, '#rye', places/types, パン, y2024]
aliases: [Rye, 2024]
cssclasses: [wide]
publish: true
permalink: rye
description: How to bake it.
image: '[[loaf.jpg]]'
cover: https://images.test-site.org/loaf.jpg""",
    "nothing in the fields": "tags:\naliases:\ncssclasses: []\npublish:",
    "an empty tag": "tags: [bread, '', null]",
    "properties of one's own": "at: [[1, 2], [3, 4]]\nin: [[a], [b]]\nof: [[a, b]]\nto: ['[[A]]', b]\non: []\nby: [[]]\nas: {a: [b]}",
    "text": "tags: bread, rye\naliases: Rye\ncssclasses: wide",
}

INVALID: dict[str, tuple[str, Found]] = {
    "a list as tag": (
        "tags: [bread, [2024]]",
        ("invalid-item", 2, 15, "`tags[1]` is a list; it must be text"),
    ),
    "a quoted number as tag": (
        "tags: [bread, '2024']",
        ("invalid-item", 2, 15, "`tags[1]` is `2024`; it must be a tag without spaces that is not a number"),
    ),
    "a tag with a space": (
        "tags: [rye bread]",
        ("invalid-item", 2, 8, "`tags[0]` is `rye bread`; it must be a tag without spaces that is not a number"),
    ),
    "a mapping as tags": ("tags: {a: b}", ("wrong-type", 2, 7, "`tags` is a mapping; it must be a list or text")),
    "a link without quotes": ("cover: [[loaf.jpg]]", ("wrong-type", 2, 8, "`cover` is a list; it must be text")),
    "a link without quotes in a property of one's own": (
        "up: [[Bread]]",
        ("invalid-value", 2, 5, '`up` is a list; it must be a link in quotes, such as `"[[Note]]"`'),
    ),
    "links without quotes": (
        "related:\n  - [[Bread]]\n  - [[Rye|the rye]]",
        ("invalid-value", 3, 3, '`related` is a list; it must be a link in quotes, such as `"[[Note]]"`'),
    ),
    "a list inside the aliases": (
        "aliases: [[[Rye]]]",
        ("invalid-item", 2, 11, "`aliases[0]` is a list; it must be text"),
    ),
    "a word as publish": (
        "publish: ture",
        ("wrong-type", 2, 10, "`publish` is the text `ture`; it must be true or false"),
    ),
    "a list as address": ("permalink: [rye]", ("wrong-type", 2, 12, "`permalink` is a list; it must be text")),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("obsidian", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("obsidian", page(front_matter)) == [found]
