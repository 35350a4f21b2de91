import pytest

from mdlint.testing import fixed, places

VALID = {
    "a topic": '---\ntags: [todo, placeholder, "null", undefined, lorem]\n---\n',
    "a word that begins so": "---\ntags: [no-knead, no-code, not-found, your-name, notes-available]\n---\n",
    "within a tag": "---\ntags: [why-no-description-provided-is-bad]\n---\n",
    "a title": "---\ntitle: No description provided\n---\n",
    "keywords": "---\nkeywords: no knead, bread, here\n---\n",
    "not text": "---\ntags: [1, null, {no description provided: 1}, [not provided]]\nslug: 3\nkeywords: {a: not provided}\n---\n",
    "in the body": "---\ntags: [bread]\n---\nnot provided\n",
    "Chinese": "---\ntags: [没有描述的人]\n---\n",
}
INVALID = {
    "in a list": ("---\ntags: [bread, no-description-provided]\n---\n", (2, 15, 2, 38)),
    "of a code host": ("---\ntags:\n  - No_description,_website,_or_topics_provided\n  - bread\n---\n", (3, 5, 3, 48)),
    "in words": ("---\ntags: ['No description available.']\n---\n", (2, 8, 2, 35)),
    "of a form": ("---\ncategories: [your-title-here]\n---\n", (2, 14, 2, 29)),
    "as a text": ("---\nkeywords: not provided\n---\n", (2, 11, 2, 23)),
    "as a slug": ("---\nslug: no-title-yet\n---\n", (2, 7, 2, 19)),
    "of an object": ("---\ntags: [object-object]\n---\n", (2, 8, 2, 21)),
    "TOML": ('+++\ntags = ["not-provided"]\n+++\n', (2, 9, 2, 23)),
    "CRLF, behind an emoji": ("---\r\ntags: [🍞, not-provided]\r\n---\r\n", (2, 11, 2, 23)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("derived-placeholder", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("derived-placeholder", content) == [place]


FIXED = {
    "in brackets": ("tags: [bread, not-provided]\n", "tags: [bread]\n"),
    "the first": ("tags: [not-provided, bread] # two\n", "tags: [bread] # two\n"),
    "the only one": ("tags: [not-provided]\n", "tags: []\n"),
    "a line": ("tags:\n  - bread # rye\n  - not-provided\nslug: a\n", "tags:\n  - bread # rye\nslug: a\n"),
    "CRLF": ("tags:\r\n- 面包\r\n- not-provided\r\n", "tags:\r\n- 面包\r\n"),
    "with a comment": ("tags:\n- bread\n- not-provided # why\n", "tags:\n- bread\n- not-provided # why\n"),
    "a text": ("keywords: not provided\n", "keywords: not provided\n"),
}


@pytest.mark.parametrize(("before", "after"), FIXED.values(), ids=FIXED)
def test_fix(before: str, after: str) -> None:
    assert fixed("derived-placeholder", f"---\n{before}---\n") == f"---\n{after}---\n"


def test_fix_in_toml() -> None:
    content = '+++\ntags = ["bread", "not-provided"]\n+++\n'
    assert fixed("derived-placeholder", content) == '+++\ntags = ["bread"]\n+++\n'


def test_templates_are_left_alone() -> None:
    assert places("derived-placeholder", "---\ntags: [not-provided]\n---\n", path="archetypes/a.md") == []


def test_option() -> None:
    content = "---\ntags: [not-provided]\nlabels: [not-provided]\n---\n"
    assert places("derived-placeholder", content, fields=("labels",)) == [(3, 10, 3, 22)]
