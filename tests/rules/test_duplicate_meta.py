import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "two authors": "---\nmeta: [{name: author, content: Ada}, {name: author, content: Bo}]\n---\n",
    "two pictures": "---\nmeta: [{property: 'og:image', content: a}, {property: 'og:image', content: b}]\n---\n",
    "a name and a property": "---\nmeta: [{name: title, content: a}, {property: title, content: a}]\n---\n",
    "for two schemes": "---\nmeta: [{name: theme-color, content: a, media: dark}, {name: theme-color, content: a, media: light}]\n---\n",
    "all different": "---\nmeta:\n- name: author\n  content: Ada\n- name: keywords\n  content: Ada\n---\n",
    "not text": "---\nmeta: [{name: a, content: [1]}, {name: a, content: [1]}, {name: [], content: 1}, 1, 1, null, {}]\n---\n",
    "no list": "---\nmeta: {name: author, content: Ada}\n---\n",
    "in the body": "---\ntitle: Rye bread\n---\nmeta: [{name: a, content: b}, {name: a, content: b}]\n",
    "nothing": "meta\n",
}
INVALID = {
    "the same twice": (
        "---\nmeta: [{name: author, content: Ada}, {name: author, content: Ada}]\n---\n",
        (2, 38, 2, 66),
    ),
    "the same in other quotes": (
        "---\nmeta:\n- name: author\n  content: Ada\n- content: 'Ada'\n  name: AUTHOR\n---\n",
        (5, 3, 6, 15),
    ),
    "two descriptions": (
        "---\nmeta: [{name: description, content: a}, {name: description, content: b}]\n---\n",
        (2, 70, 2, 71),
    ),
    "a property": (
        "---\nmeta: [{property: 'og:title', content: a}, {property: 'og:title', content: b}]\n---\n",
        (2, 76, 2, 77),
    ),
    "TOML": ('+++\nmeta = [{name = "a", content = "b"}, {name = "a", content = "b"}]\n+++\n', (2, 38, 2, 65)),
    "CRLF, behind an emoji": (
        "---\r\nmeta:\r\n- {name: 🍞, content: 面包}\r\n- {name: 🍞, content: 面包}\r\n---\r\n",
        (4, 3, 4, 25),
    ),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("duplicate-meta", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("duplicate-meta", content) == [place]


FIXED = {
    "lines": (
        "meta:\n- name: author\n  content: Ada\n- content: Ada\n  name: author\n- name: a\n  content: b\n",
        "meta:\n- name: author\n  content: Ada\n- name: a\n  content: b\n",
    ),
    "in brackets": (
        "meta: [{name: a, content: b}, {name: a, content: b}] # two\n",
        "meta: [{name: a, content: b}] # two\n",
    ),
    "CRLF": (
        "meta:\r\n- {name: a, content: b}\r\n- {name: a, content: b}\r\nt: 1\r\n",
        "meta:\r\n- {name: a, content: b}\r\nt: 1\r\n",
    ),
    "with a comment": (
        "meta:\n- name: a\n  content: b\n- name: a # why\n  content: b\n",
        "meta:\n- name: a\n  content: b\n- name: a # why\n  content: b\n",
    ),
    "two contents": (
        "meta: [{name: title, content: a}, {name: title, content: b}]\n",
        "meta: [{name: title, content: a}, {name: title, content: b}]\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), FIXED.values(), ids=FIXED)
def test_fix(before: str, after: str) -> None:
    assert fixed("duplicate-meta", f"---\n{before}---\n") == f"---\n{after}---\n"


def test_messages() -> None:
    content = "---\nmeta: [{name: title, content: a}, {name: title, content: a}, {name: title, content: b}]\n---\n"
    assert [f.message for f in findings("duplicate-meta", content)] == [
        "`meta` has the entry `title` twice",
        "`meta` already gives `a` as title",
    ]
