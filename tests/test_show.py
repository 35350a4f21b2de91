"""`mdlint show`: one file as several generators read it."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdlint.settings import Limits
from mdlint.show import Reading, Shown, show, write_json, write_table

POST = """\
---
title: "Rye bread"
标题: 面包
draft: no
fip: 0012
date: 2024-01-05
on: {1: a}
tags: [rye, 1.10]
---
"""


def shown(content: str, *generators: str) -> Shown:
    return show("post.md", content.encode(), generators or (None,), Limits())


def table(content: str, *generators: str) -> str:
    out = io.StringIO()
    write_table(shown(content, *generators), out)
    return out.getvalue()


def test_one_generator() -> None:
    assert (
        table("---\ntitle: Rye bread\ndraft: no\n---\n", "mkdocs")
        == """\
post.md, as read by MkDocs (PyYAML)

  place  field  written    value
  2:8    title  Rye bread  text
  3:8    draft  no         false
"""
    )


def test_several_generators() -> None:
    assert (
        table(POST, "astro", "mkdocs", "hugo")
        == """\
post.md, as read by Astro (js-yaml 4), MkDocs (PyYAML) and Hugo (goccy/go-yaml)

   place  field            written      Astro            MkDocs           Hugo
   2:8    title            "Rye bread"  text             text             text
   3:5    标题             面包         text             text             text
*  4:8    draft            no           text             false            text
*  5:6    fip              0012         number 12        number 10        number 10
*  6:7    date             2024-01-05   date 2024-01-05  date 2024-01-05  text
*  7:1    on (the name)    on           text             true             text
*  7:6    on.1 (the name)  1            text             number 1         text
   7:9    on.1             a            text             text             text
   8:8    tags[0]          rye          text             text             text
   8:13   tags[1]          1.10         number 1.1       number 1.1       number 1.1

5 of 10 values differ, marked with *
"""
    )


def test_no_generator_is_known() -> None:
    assert table("---\na: 1_000\n---\n").startswith("post.md, as read by js-yaml 4 (no generator is known)\n")


def test_all_read_the_same() -> None:
    assert table("---\na: b\n---\n", "hugo", "jekyll").endswith("\nall read the same\n")


@pytest.mark.parametrize(("content", "name"), [("+++\na = [1, 0x1F]\n+++\n", "TOML"), ('{"a": [1, 31]}\n', "JSON")])
def test_other_formats_have_no_dialects(content: str, name: str) -> None:
    first, *lines = table(content, "hugo", "zola").splitlines()
    assert first == f"post.md: {name}, which all generators read alike"
    assert [line.split()[-2:] for line in lines[2:]] == [["number", "1"], ["number", "31"]]


READINGS: dict[str, tuple[str, str, Reading]] = {
    "null": ("v:", "hugo", Reading("null", None)),
    "text": ("v: '012'", "hugo", Reading("text", "012")),
    "boolean": ("v: yes", "jekyll", Reading("boolean", True)),
    "integer": ("v: 12345678901234567890", "mkdocs", Reading("number", 12345678901234567890)),
    "rounded": ("v: 9007199254740993", "astro", Reading("number", 9007199254740992)),
    "whole": ("v: 1.0", "mkdocs", Reading("number", 1)),
    "infinite": ("v: -.inf", "mkdocs", Reading("number", "-Infinity")),
    "moment": ("v: 2024-01-05 10:00:00 +8", "mkdocs", Reading("date", "2024-01-05T10:00:00+08:00")),
    "rolled over": ("v: 2024-02-31", "astro", Reading("date", "2024-03-02T00:00:00Z")),
    "rolled over, with a time": ("v: 2024-13-01 25:00:00.5 +01:30", "docusaurus", Reading("date", "2025-01-01T23:30:00.500000Z")),
    "rolled over beyond": ("v: 9999-13-01", "astro", Reading("date", "beyond the year 9999")),
    "refused": ("v: 2024-02-31", "mkdocs", Reading("error", "no such date")),
    "text in Ruby": ("v: 2024-02-31", "jekyll", Reading("text", "2024-02-31")),
    "rolled over in Ruby": ("v: 2024-02-31 10:00:00", "jekyll", Reading("date", "2024-03-02T10:00:00Z")),
    "refused by Ruby": ("v: 2024-13-01 10:00:00", "jekyll", Reading("text", "2024-13-01 10:00:00")),
    "no date in Hugo": ("v: 2024-02-31", "hugo", Reading("text", "2024-02-31")),
    "list": ("v: []", "hugo", Reading("list", "empty")),
    "mapping": ("v: {}", "hugo", Reading("mapping", "empty")),
}  # fmt: skip


@pytest.mark.parametrize(("source", "generator", "reading"), READINGS.values(), ids=READINGS)
def test_readings(source: str, generator: str, reading: Reading) -> None:
    (row,) = shown(f"---\n{source}\n---\n", generator).rows
    assert row.readings == (reading,)


def test_aliases_and_merges() -> None:
    found = shown("---\na: &x {b: 1}\nc: *x\nd: {<<: *x}\ne: &y 012\nf: *y\n---\n", "hugo", "obsidian")
    assert [(row.path, [reading.kind for reading in row.readings], row.differs) for row in found.rows] == [
        (("a", "b"), ["number", "number"], False),
        (("d", "b"), ["number", "absent"], True),
        (("c",), ["mapping", "mapping"], False),
        (("d", "<<"), ["absent", "mapping"], True),
        (("e",), ["number", "number"], True),
        (("f",), ["number", "number"], True),
    ]
    assert [row.source for row in found.rows] == ["1", "1", "*x", "*x", "012", "*y"]


def test_what_cannot_be_read() -> None:
    found = shown('---\ntitle: "a\n---\n')
    assert found.rows == ()
    assert [(span.line, span.column) for span, _ in found.problems] == [(2, 8)]
    assert table('---\ntitle: "a\n---\n').splitlines()[1].startswith("2:8: `title`")
    assert shown("no front matter\n").rows == ()


def test_hostile_characters_are_escaped() -> None:
    content = '---\n"a\\u001b[31m": "\\u202e\\n\\u0007"\nb: \u202eabc\u2028\n---\n'
    found = show("a\x1b[2J\udcff\n.md", content.encode(), ("hugo", "mkdocs"), Limits())
    for write in (write_table, write_json):
        out = io.StringIO()
        write(found, out)
        assert all(line.isprintable() for line in out.getvalue().split("\n"))
    assert r"a\x1b[2J\xff\n.md" in json.loads(out.getvalue())["path"]


def test_json() -> None:
    out = io.StringIO()
    write_json(shown("---\nfip: 0012\n1: a\n---\n", "astro", "mkdocs"), out)
    data = json.loads(out.getvalue())
    assert data["readers"] == [
        {"generator": "astro", "dialect": "js-yaml-4"},
        {"generator": "mkdocs", "dialect": "pyyaml"},
    ]
    assert data["values"][0] == {
        "key_path": ["fip"],
        "is_key": False,
        "line": 2,
        "column": 6,
        "end_line": 2,
        "end_column": 10,
        "source": "0012",
        "differs": True,
        "readings": [{"type": "number", "value": 12}, {"type": "number", "value": 10}],
    }
    assert data["values"][1]["is_key"]
    assert data["values"][1]["readings"] == [{"type": "text", "value": "1"}, {"type": "number", "value": 1}]


@given(st.text(st.characters(codec="utf-8")) | st.text(st.sampled_from("a1:-[]{}&*!|>'\"#, \n\t.~0x")))
def test_any_front_matter_is_shown(text: str) -> None:
    found = shown(f"---\n{text}\n---\n", "astro", "docusaurus", "mkdocs", "jekyll", "hugo", "obsidian")
    for write in (write_table, write_json):
        out = io.StringIO()
        write(found, out)
    json.loads(out.getvalue())
