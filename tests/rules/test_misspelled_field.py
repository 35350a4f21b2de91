import pytest

from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

POST = """\
---
title: Rye bread
author: Ada
description: How to bake rye bread in an oven that does not close.
pubDate: 2024-01-05
layout: ../layouts/Post.astro
cover:
  url: /rye.jpg
tags:
  - bread
---
"""

VALID = {
    "a full post": ("bread", "bread"),
    "a near name beside the right one": ("author: Ada", "author: Ada\nauthors: Ada"),
    "another name": ("author: Ada", "writer: Ada"),
    "a near miss: two letters of a short name": ("author: Ada", "editor: Ada"),
    "in a field that is free": ("author: Ada", "author: Ada\nextra: {titel: a}"),
    "the key that names the schema": ("author: Ada", "author: Ada\n$schema: a.json"),
}
INVALID = {
    "a letter missing": ("description:", "descripton:", (4, 1, 4, 11)),
    "letters swapped": ("title:", "titel:", (2, 1, 2, 6)),
    "another case": ("pubDate:", "pubdate:", (5, 1, 5, 8)),
    "another separator": ("pubDate:", "pub_date:", (5, 1, 5, 9)),
    "a plural": ("author:", "authors:", (3, 1, 3, 8)),
    "quoted": ("author:", "'autor':", (3, 1, 3, 8)),
    "in a field": ("  url: /rye.jpg", "  ulr: /rye.jpg", (8, 3, 8, 6)),
    "an optional one": ("tags:", "featurd: true\ntags:", (9, 1, 9, 8)),
    "CRLF, behind CJK": ("author: Ada", "theme: light\r\nautor: 面包 🍞\r", (4, 1, 4, 6)),
}


def changed(old: str, new: str) -> str:
    assert old in POST
    return POST.replace(old, new)


@pytest.mark.parametrize(("old", "new"), VALID.values(), ids=VALID)
def test_valid(old: str, new: str) -> None:
    assert places("misspelled-field", changed(old, new), schema="post") == []


@pytest.mark.parametrize(("old", "new", "place"), INVALID.values(), ids=INVALID)
def test_invalid(old: str, new: str, place: tuple[int, int, int, int]) -> None:
    assert places("misspelled-field", changed(old, new), schema="post") == [place]


def test_takes_the_place_of_what_else_is_said() -> None:
    doc = Document("post.md", changed("title:", "titel:"))
    assert [f.rule for f in Linter(Settings(schema="post", select=("schema",))).lint(doc)] == ["misspelled-field"]
    assert Linter(Settings(schema="post", select=("schema",), ignore=("misspelled-field",))).lint(doc) == ()


def test_one_field_is_one_misspelling() -> None:
    doc = Document("post.md", changed("title: Rye bread", "titel: Rye bread\ntilte: Rye bread"))
    found = Linter(Settings(schema="post", select=("schema",))).lint(doc)
    assert sorted(f.rule for f in found) == ["misspelled-field", "unknown-field"]


def test_a_field_that_cannot_be_read_is_there() -> None:
    doc = Document("post.md", changed("title: Rye bread", "title: 'Rye's bread\ntitel: a"))
    assert "misspelled-field" not in {f.rule for f in Linter(Settings(schema="post", select=("schema",))).lint(doc)}


def test_severity() -> None:
    [required] = findings("misspelled-field", changed("title:", "titel:"), schema="post")
    [optional] = findings("misspelled-field", changed("tags:", "featurd: true\ntags:"), schema="post")
    assert (required.severity, optional.severity) == ("error", "warning")


def test_a_field_of_the_configuration_is_not_misspelled() -> None:
    content = changed("title:", "titel:")
    config = "schema = 'post'\nfields.titel = { type = 'text' }"
    assert places("misspelled-field", content, config=config) == []
    assert places("missing-field", content, config=config) == [(1, 1, 1, 4)]


FIXED = {
    "plain": ("title: Rye bread", "titel: Rye bread # dark", "title: Rye bread # dark"),
    "quoted": ("title: Rye bread", '"titel" : Rye bread', '"title" : Rye bread'),
    "in a field": ("  url: /rye.jpg", "  ulr: /rye.jpg", "  url: /rye.jpg"),
    "a list": ("tags:\n", "tag:\n", "tags:\n"),
    "in brackets": ("cover:\n  url: /rye.jpg", "cover: {alt: a, ulr: /rye.jpg}", "cover: {alt: a, url: /rye.jpg}"),
    "a value that does not fit": ("author: Ada", "authors: [Ada]", "authors: [Ada]"),
    "aliases": ("author: Ada", "autor: &a Ada\nslug: *a", "autor: &a Ada\nslug: *a"),
}


@pytest.mark.parametrize(("right", "old", "new"), FIXED.values(), ids=FIXED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix(right: str, old: str, new: str, end: str) -> None:
    before, after = (changed(right, text).replace("\n", end) for text in (old, new))
    assert fixed("misspelled-field", before, schema="post") == after


def test_fix_of_other_formats() -> None:
    config = (
        "fields.title = { required = true }\nfields.cover = { required = true, type = 'mapping' }\nextra = 'forbid'"
    )
    toml = "+++\ntitel = 'a'\n[covr]\nurl = 'b'\n+++\n"
    assert fixed("misspelled-field", toml, config=config) == toml.replace("titel", "title")
    json = '{\n  "titel": "a", "covr": {}\n}\n'
    assert fixed("misspelled-field", json, config=config) == json.replace("titel", "title").replace("covr", "cover")
