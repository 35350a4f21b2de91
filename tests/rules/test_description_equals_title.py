import pytest

from mdlint.testing import places

VALID = {
    "says more": "---\ntitle: Rye bread\ndescription: Rye bread from an old oven\n---\n",
    "the title with a sign that counts": "---\ntitle: C and D\ndescription: C and E\n---\n",
    "both without words": "---\ntitle: '?'\ndescription: '!'\n---\n",
    "both empty": "---\ntitle: ''\ndescription: ''\n---\n",
    "no title": "---\ndescription: Rye bread\n---\n",
    "not text": "---\ntitle: 3\ndescription: 3\n---\n",
    "lists": "---\ntitle: [a]\ndescription: [a]\n---\n",
}
INVALID = {
    "the same": ("---\ntitle: Rye bread\ndescription: Rye bread\n---\n", [(3, 14, 3, 23)]),
    "other letters": ("---\ntitle: Rye bread\ndescription: 'RYE-Bread!'\n---\n", [(3, 14, 3, 26)]),
    "before the title": ("---\ndescription: Rye bread.\ntitle: Rye bread\n---\n", [(2, 14, 2, 24)]),
    "Chinese behind an emoji, CRLF": ("---\r\ntitle: 🍞 黑麦面包\r\ndescription: 黑麦面包。\r\n---\r\n", [(3, 14, 3, 19)]),
    "JSON": ('{\n"title": "Rye",\n"description": "rye"\n}\n', [(3, 16, 3, 21)]),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("description-equals-title", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("description-equals-title", content) == expected


def test_options() -> None:
    fields = {"title_field": "name", "description_field": "summary"}
    assert places("description-equals-title", "---\nname: Rye\nsummary: rye\n---\n", **fields) == [(3, 10, 3, 13)]


def test_templates_may() -> None:
    content = "---\ntitle: Title\ndescription: Title\n---\n"
    assert places("description-equals-title", content, path="archetypes/post.md") == []
