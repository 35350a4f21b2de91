"""The front matter of a skill: what the model `skill` says, where, and in which words."""

import pytest

from tests.models.cases import Found, page, schema_findings

VALID = {
    "as it should be": "name: rye-bread\ndescription: Bakes rye bread. Use it when someone asks for bread.",
    "everything": """name: rye-bread-2
description: Bakes rye bread.
license: MIT
compatibility: Needs an oven.
metadata: {author: Ada, version: 1.0, updated: 2024-01-05}
allowed-tools: Bash(git:*) Read
argument-hint: <flour>
user-invocable: false""",
    "tools as a list": "name: rye\ndescription: Bakes rye bread.\nallowed-tools: [Read, Write]",
    "a name in another script": "name: 黒パン\ndescription: パンを焼く。",
    "the longest": f"""name: {"a" * 64}
description: {"b" * 1024}
compatibility: {"c" * 500}""",
}

INVALID: dict[str, tuple[str, Found]] = {
    "no name": ("description: Bakes rye bread.", ("missing-field", 1, 1, "`name` is missing")),
    "no description": ("name: rye", ("missing-field", 1, 1, "`description` is missing")),
    "an empty compatibility": (
        "name: rye\ndescription: Bakes.\ncompatibility: ''",
        ("invalid-value", 4, 16, "`compatibility` is empty"),
    ),
    "a capital letter": (
        "name: Rye-Bread\ndescription: Bakes rye bread.",
        (
            "invalid-value",
            2,
            7,
            "`name` is `Rye-Bread`; it must be lower-case letters and digits with single hyphens between them",
        ),
    ),
    "a space": (
        "name: rye bread\ndescription: Bakes rye bread.",
        (
            "invalid-value",
            2,
            7,
            "`name` is `rye bread`; it must be lower-case letters and digits with single hyphens between them",
        ),
    ),
    "an underscore": (
        "name: rye_bread\ndescription: Bakes rye bread.",
        (
            "invalid-value",
            2,
            7,
            "`name` is `rye_bread`; it must be lower-case letters and digits with single hyphens between them",
        ),
    ),
    "two hyphens": (
        "name: rye--bread\ndescription: Bakes rye bread.",
        (
            "invalid-value",
            2,
            7,
            "`name` is `rye--bread`; it must be lower-case letters and digits with single hyphens between them",
        ),
    ),
    "a hyphen at the end": (
        "name: rye-\ndescription: Bakes rye bread.",
        (
            "invalid-value",
            2,
            7,
            "`name` is `rye-`; it must be lower-case letters and digits with single hyphens between them",
        ),
    ),
    "a number as name": (
        "name: 42\ndescription: Bakes rye bread.",
        ("wrong-type", 2, 7, "`name` is the number `42`; it must be text"),
    ),
    "a long name": (
        f"""name: {"a" * 65}
description: Bakes rye bread.""",
        ("invalid-value", 2, 7, "`name` is 65 characters long; it must have at most 64"),
    ),
    "a long description": (
        f"""name: rye
description: {"b" * 1025}""",
        ("invalid-value", 3, 14, "`description` is 1025 characters long; it must have at most 1024"),
    ),
    "a long compatibility": (
        f"""name: rye
description: Bakes.
compatibility: {"c" * 501}""",
        ("invalid-value", 4, 16, "`compatibility` is 501 characters long; it must have at most 500"),
    ),
    "a number as tool": (
        "name: rye\ndescription: Bakes.\nallowed-tools: [Read, 3]",
        ("invalid-item", 4, 23, "`allowed-tools[1]` is the number `3`; it must be text"),
    ),
    "a mapping as tools": (
        "name: rye\ndescription: Bakes.\nallowed-tools: {Read: true}",
        ("wrong-type", 4, 16, "`allowed-tools` is a mapping; it must be text or a list"),
    ),
    "text as metadata": (
        "name: rye\ndescription: Bakes.\nmetadata: Ada",
        ("wrong-type", 4, 11, "`metadata` is the text `Ada`; it must be a mapping (fields of its own)"),
    ),
    "a list as licence": (
        "name: rye\ndescription: Bakes.\nlicense: [MIT]",
        ("wrong-type", 4, 10, "`license` is a list; it must be text"),
    ),
}


@pytest.mark.parametrize("front_matter", VALID.values(), ids=VALID)
def test_valid(front_matter: str) -> None:
    assert schema_findings("skill", page(front_matter)) == []


@pytest.mark.parametrize(("front_matter", "found"), INVALID.values(), ids=INVALID)
def test_invalid(front_matter: str, found: Found) -> None:
    assert schema_findings("skill", page(front_matter)) == [found]
