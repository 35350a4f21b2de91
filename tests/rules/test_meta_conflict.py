import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

VALID = {
    "the same": "author: Ada\nmeta: [{name: author, content: Ada}]",
    "case and white space": "author: Ada  Lindqvist\nmeta: [{name: Author, content: ADA LINDQVIST}]",
    "punctuation": "author: J. R. Ek\nmeta: [{name: author, content: J R Ek}]",
    "initials": "author: A. Ek\nmeta: [{name: author, content: Ada Ek}]",
    "only a first name": "author: ada\nmeta: [{name: author, content: Ada Ek}]",
    "one of several in common": "author: [Ada, Bo]\nmeta: [{name: author, content: 'Ada, Cy'}]",
    "et al.": "author: Ada Ek\nmeta: [{name: author, content: Ada Ek et.al.}]",
    "a list and a text": "author: [Ada, Bo]\nmeta: [{name: author, content: 'Bo and Ada'}]",
    "mappings": "author: [{name: Ada, url: /ada}, {name: Bo}]\nmeta: [{name: author, content: 'Ada, Bo'}]",
    "an entry each": "author: [Ada, Bo]\nmeta: [{name: author, content: Ada}, {name: author, content: Bo}]",
    "keywords in another order": "keywords: [rye, bread]\nmeta: [{name: keywords, content: 'Bread，rye'}]",
    "fewer keywords": "keywords: rye, bread, oven\nmeta: [{name: keywords, content: 'rye, oven'}]",
    "title with the site's name": "title: Rye bread\nmeta: [{name: title, content: Rye Bread | Ada bakes}]",
    "a shorter description": "description: 'Rye, slowly baked'\nmeta: [{name: description, content: 'Rye, slowly'}]",
    "no field": "meta: [{name: author, content: Ada}]",
    "an empty field": "author: ''\nkeywords: []\nmeta: [{name: author, content: Ada}, {name: keywords, content: a}]",
    "another name": "theme: light\nmeta: [{name: theme, content: dark}, {name: 'og:title', content: a}]",
    "not text": "author: {id: 3}\nkeywords: [1]\nmeta: [{name: author, content: Ada}, {name: keywords, content: {}}]",
    "no entries": "author: Ada\nmeta: [author, null, {name: []}, {}]",
    "a mapping": "author: Ada\nmeta: {author: Bo}",
    "an authors list": "authors: [Ada]\nmeta: [{name: author, content: Bo}]",
}
INVALID = {
    "author": ("author: Ada\nmeta: [{name: author, content: Bo}]", (3, 32, 3, 34)),
    "author in a list": ("author: [Ada, Bo]\nmeta: [{name: author, content: 'Cy, Di'}]", (3, 32, 3, 40)),
    "only et al. in common": ("author: Ada et al.\nmeta: [{name: author, content: Bo et.al.}]", (3, 32, 3, 41)),
    "keywords": ("keywords: rye\nmeta: [{name: keywords, content: 'rye2, oven'}]", (3, 34, 3, 46)),
    "title": ("title: Rye bread\nmeta: [{name: title, content: Wheat rolls}]", (3, 31, 3, 42)),
    "description": ("description: How to bake.\nmeta: [{name: description, content: How to fry.}]", (3, 37, 3, 48)),
    "name in capitals": ("author: Ada\nmeta: [{name: ' AUTHOR', content: Bo}]", (3, 35, 3, 37)),
    "Chinese": ("author: 王芳\nmeta: [{name: author, content: 李伟 🍞}]", (3, 32, 3, 36)),
}


@pytest.mark.parametrize("fields", VALID.values(), ids=VALID)
def test_valid(fields: str) -> None:
    assert places("meta-conflict", f"---\n{fields}\n---\n") == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("fields", "place"), INVALID.values(), ids=INVALID)
def test_invalid(fields: str, place: tuple[int, int, int, int], line_end: str) -> None:
    assert places("meta-conflict", f"---\n{fields}\n---\n".replace("\n", line_end)) == [place]


def test_message_shows_both_values() -> None:
    content = "---\nkeywords: [rye, bread]\nmeta:\n- {name: keywords, content: " + "oven " * 20 + "}\n---\n"
    assert [f.message for f in findings("meta-conflict", content)] == [
        "`meta` gives `oven oven oven oven oven oven oven oven…` as keywords, but `keywords` says `rye, bread`"
    ]


def test_a_placeholder_is_no_second_finding() -> None:
    content = "---\nkeywords: key1, key2\nauthor: TODO\nmeta: [{name: keywords, content: rye}, {name: author, content: Ada}]\n---\n"
    found = Linter(Settings()).lint(Document("post.md", content))
    assert [f.rule for f in found] == ["numbered-placeholder", "placeholder-value"]


def test_option() -> None:
    content = "---\nauthor: Ada\nmeta: [{name: author, content: Bo}]\n---\n"
    assert places("meta-conflict", content, fields=("keywords",)) == []


FIXED = {
    "author": ("author: Ada\nmeta:\n- name: author\n  content: Bo # who?\n", "author: Ada\nmeta:\n- name: author\n  content: Ada # who?\n"),
    "in brackets": ("author: 'Ek, Ada'\nmeta: [{name: author, content: Bo}]\n", "author: 'Ek, Ada'\nmeta: [{name: author, content: \"Ek, Ada\"}]\n"),
    "a list": ("keywords: [rye, bread]\nmeta: [{name: keywords, content: oven}]\n", 'keywords: [rye, bread]\nmeta: [{name: keywords, content: "rye, bread"}]\n'),
    "with quotes in it": ("title: A \"rye\" bread\nmeta:\n- name: title\n  content: 'Oven'\n", "title: A \"rye\" bread\nmeta:\n- name: title\n  content: 'A \"rye\" bread'\n"),
    "what would be no text": ("title: 'Yes'\nmeta:\n- name: title\n  content: Oven\n", "title: 'Yes'\nmeta:\n- name: title\n  content: \"Yes\"\n"),
    "Chinese, CRLF": ("author: 王芳\r\nmeta:\r\n- name: author\r\n  content: 李伟\r\n", "author: 王芳\r\nmeta:\r\n- name: author\r\n  content: 王芳\r\n"),
    "lines": ("description: |\n  Bake\n  it.\nmeta: [{name: description, content: Fry}]\n", None),
    "a block": ("author: Ada\nmeta:\n- name: author\n  content: |\n    Bo\n", None),
    "two entries": ("author: Ada\nmeta: [{name: author, content: Bo}, {name: author, content: Cy}]\n", None),
    "mappings": ("author: [{name: Ada}]\nmeta: [{name: author, content: Bo}]\n", None),
    "an alias": ("author: Ada\nx: &x Bo\nmeta: [{name: author, content: *x}]\n", None),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), FIXED.values(), ids=FIXED)
def test_fix(before: str, after: str | None) -> None:
    content = fixed("meta-conflict", f"---\n{before}---\n")
    assert content == f"---\n{before if after is None else after}---\n"
    assert after is None or findings("meta-conflict", content) == ()


def test_fix_in_toml() -> None:
    content = "+++\nauthor = 'Ada \"Rye\" Ek'\n[[meta]]\nname = 'author'\ncontent = 'Bo'\n+++\n"
    assert fixed("meta-conflict", content) == content.replace("'Bo'", '"Ada \\"Rye\\" Ek"')
