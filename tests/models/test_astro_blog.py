"""An Astro post, as its generator reads it: what the model `astro-blog` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "as it should be": """title: Rye bread
description: How to bake it.
pubDate: 2024-01-05
updatedDate: 2024-02-01T10:00:00Z
heroImage: ../../assets/bread.jpg""",
    "a date as the starter writes it": "title: Rye bread\ndescription: How to bake it.\npubDate: Jun 19 2024",
    "a quoted date of a browser": """title: Rye bread
description: ''
pubDate: 'Tue Jun 08 2021 00:00:00 GMT-0400 (Eastern Daylight Time)'""",
    "a moment in milliseconds": "title: Rye bread\ndescription: How to bake it.\npubDate: 1704448800000",
    "fields of one's own": "title: 黒パン\ndescription: 焼き方。\npubDate: 2024-01-05\ntags: [パン]\ndraft: true",
    "CRLF": "title: Rye bread\r\ndescription: How to bake it.\r\npubDate: 2024-01-05\r",
}

INVALID: dict[str, tuple[str, Found]] = {
    "no title": ("description: How to bake it.\npubDate: 2024-01-05", ("missing-field", 1, 1, "`title` is missing")),
    "a number as title": (
        "title: 2024\ndescription: How to bake it.\npubDate: 2024-01-05",
        ("wrong-type", 2, 8, "`title` is the number `2024`; it must be text"),
    ),
    "no description": ("title: Rye bread\npubDate: 2024-01-05", ("missing-field", 1, 1, "`description` is missing")),
    "no date": ("title: Rye bread\ndescription: How to bake it.", ("missing-field", 1, 1, "`pubDate` is missing")),
    "an empty date": (
        "title: Rye bread\ndescription: How to bake it.\npubDate:",
        ("null-value", 4, 1, "`pubDate` is empty; it must be a date"),
    ),
    "a year as date": (
        "title: Rye bread\ndescription: How to bake it.\npubDate: 2024",
        ("wrong-type", 4, 10, "`pubDate` is the number `2024`; it must be a date"),
    ),
    "a date in words": (
        "title: Rye bread\ndescription: How to bake it.\npubDate: the fifth of January",
        ("invalid-value", 4, 10, "`pubDate` is `the fifth of January`; it must be a date that JavaScript can read"),
    ),
    "a word behind the date": (
        "title: Rye bread\ndescription: How to bake it.\npubDate: 2024-01-05 noon",
        ("invalid-value", 4, 10, "`pubDate` is `2024-01-05 noon`; it must be a date that JavaScript can read"),
    ),
    "a number in another script": (
        "title: パン\ndescription: 焼き方。\npubDate: 第3号",
        ("invalid-value", 4, 10, "`pubDate` is `第3号`; it must be a date that JavaScript can read"),
    ),
    "an empty date of change": (
        "title: Rye bread\ndescription: How to bake it.\npubDate: 2024-01-05\nupdatedDate:",
        ("null-value", 5, 1, "`updatedDate` is empty; it must be a date"),
    ),
    "a list as picture": (
        "title: Rye bread\ndescription: How to bake it.\npubDate: 2024-01-05\nheroImage: [bread.jpg]",
        ("wrong-type", 5, 12, "`heroImage` is a list; it must be text"),
    ),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("astro-blog", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("astro-blog", page(front_matter)) == [found]
