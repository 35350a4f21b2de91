from pathlib import Path

import pytest

from mdlint import lint_text
from mdlint.diagnostic import Edit
from mdlint.settings import Settings
from mdlint.testing import findings, fixed, places

VALID = {
    "a post": "---\ntitle: a\ntags: [a, 'b']\n---\n",
    "a colon without a space": "---\ntitle: a:b\nurl: https://bread.test-site.org:80/\ntime: 12:30\n---\n",
    "an apostrophe in a plain value": '---\ntitle: The baker\'s bread, "fresh"\n---\n',
    "signs inside a value": "---\ntitle: a @b *c* `d` %e & f! [g] {h}\n---\n",
    "a backslash in a plain value": "---\ntitle: C:\\bread \\d\n---\n",
    "a colon in quotes": "---\ntitle: 'a: b'\n---\n",
    "a colon in a block": "---\ntitle: |\n  a: b: c\n---\n",
    "U+2028 in a value": "---\ntitle: a\u2028b\n---\n",
    "not YAML, not front matter": "---\n\nWords: and: more\n\n---\n",
    "not YAML in the body": "---\ntitle: a\n---\n\na: b: c\n",
    "TOML": "+++\ntitle = 'a: b: c'\n+++\n",
    "empty": "---\n---\n",
}
INVALID = {
    "a colon in a value": ("---\ntitle: Hello: world\n---\n", (2, 13, 2, 14)),
    "an apostrophe in single quotes": ("---\ntitle: 'it's'\ndate: 2024-01-05\n---\n", (2, 11, 2, 12)),
    "a sign at the start": ("---\ntitle: a\nauthor: @b\n---\n", (3, 9, 3, 10)),
    "a quote that is never closed": ('---\ntitle: "a\nauthor: b\n---\n', (2, 8, 2, 9)),
    "brackets that are never closed": ("---\ntags: [a, b\nauthor: c\n---\n", (2, 7, 2, 8)),
    "no such anchor": ("---\ntitle: *bold\n---\n", (2, 8, 2, 13)),
    "CJK and emoji before": ("---\n标题: 🍞面包: 黑麦\n---\n", (2, 8, 2, 9)),
    "CRLF": ("---\r\ntitle: a\r\nsubtitle: b: c\r\n---\r\n", (3, 12, 3, 13)),
    "U+2028 above": ("---\ntitle: a\u2028b\nsubtitle: b: c\n---\n", (3, 12, 3, 13)),
    "a control character": ("---\ntitle: a\x07b\n---\n", (2, 9, 2, 10)),
    "one of several fields": ("---\ntitle: a: b\ntags: [c]\n---\n", (2, 9, 2, 10)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("yaml-syntax", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("yaml-syntax", content) == [place]


def test_it_is_said_in_words() -> None:
    (finding,) = findings("yaml-syntax", "---\ntitle: Hello: world\n---\n")
    assert finding.message == "`title` holds a colon and a space outside quotes"
    assert finding.hint == "put quotes around the value"


def test_a_fix_comes_with_it() -> None:
    (finding,) = findings("yaml-syntax", "---\ntitle: Hello: world\n---\n")
    assert finding.fix is not None
    assert finding.fix[:3] == ("put quotes around the value", (Edit(11, 23, '"Hello: world"'),), True)


BROKEN = "---\ntitle: a: b\ndescription: ''\n---\n"


def test_other_fields_are_still_checked() -> None:
    assert places("empty-description", BROKEN) == [(3, 14, 3, 16)]
    assert places("empty-title", BROKEN) == []


def test_a_broken_field_is_not_missing() -> None:
    config = 'required = ["title", "date", "description"]'
    assert [f.message for f in findings("missing-field", BROKEN, config=config)] == ["`date` is missing"]


def test_a_broken_field_tells_what_a_file_is() -> None:
    post = "---\npubDate: 2024-01-05\ntheme: blue\nkeywords: a: b\n---\n"
    assert places("invalid-value", post) == [(3, 8, 3, 12)]
    assert places("invalid-value", post.replace("keywords", "key")) == []


def test_a_collection_that_asks_for_a_broken_field() -> None:
    config = '[[collections]]\nname = "posts"\nwhen = {}\nrequired = ["date"]\n'
    asked = {'"title"': 1, '{ title = "a: b" }': 0, '["title", "description"]': 1, '"name"': 0}
    for when, count in asked.items():
        assert len(findings("missing-field", BROKEN, config=config.replace("{}", when))) == count


def test_nothing_is_said_of_the_whole_file(tmp_path: Path) -> None:
    (tmp_path / "post.json").write_text('{"anyOf": [{"required": ["title"]}, {"required": ["name"]}]}')
    schema = str(tmp_path / "post.json")
    assert findings("missing-field", "---\ndate: 1\n---\n", schema=schema) != ()
    assert findings("missing-field", BROKEN, schema=schema) == ()


ARCHETYPE = """---
title: "{{ replace .Name "-" " " | title }}"
tags: [{{ range .Tags }}"{{ . }}", {{ end }}]
---
"""


def test_what_a_program_fills_in() -> None:
    assert places("yaml-syntax", ARCHETYPE, path="archetypes/default.md") == []
    assert len(places("yaml-syntax", ARCHETYPE, path="content/rye.md")) == 2
    assert len(places("yaml-syntax", "---\ntitle: Rye: bread\n---\n", path="archetypes/default.md")) == 1


@pytest.mark.parametrize(
    ("path", "line", "count"),
    [
        (".cursor/rules/ts.mdc", "globs: **/*.ts,**/*.tsx", 0),
        ("rules/ts.mdc", "globs: *.ts", 0),
        (".windsurf/rules/ts.md", "globs: **/*.ts", 0),
        ("rules/ts.md", "globs: **/*.ts", 1),
        (".cursor/rules/ts.mdc", "description: a: b", 1),
        (".cursor/rules/ts.mdc", "description: a: b\nglobs: **/*.ts", 1),
        (".claude/commands/fix.md", "argument-hint: [issue] [priority]", 0),
        (".claude/commands/fix.md", "argument-hint: [issue] [priority]\ndescription: a: b", 1),
    ],
)
def test_what_its_one_reader_takes_as_it_is(path: str, line: str, count: int) -> None:
    found = lint_text(f"---\n{line}\nalwaysApply: false\n---\n", path=path)
    assert [one.rule for one in found].count("yaml-syntax") == count


NO_FIELD = {
    "one field": ("title:Rye", "title: Rye"),
    "all fields": ("title:Rye\ndate:2024-01-05\ntags:[a, b]", "title: Rye\ndate: 2024-01-05\ntags: [a, b]"),
    "below a comment": ("# words\n\ntitle:面包  ", "# words\n\ntitle: 面包  "),
    "CRLF": ("title:Rye\r\ndraft:true", "title: Rye\r\ndraft: true"),
    "equals signs": ('title = "Rye"\ndate = 2024-01-05', 'title: "Rye"\ndate: 2024-01-05'),
    "a wide colon": ("title：面包", "title: 面包"),
    "a value that is not valid": ("title:[a", "title:[a"),
}


@pytest.mark.parametrize(("fields", "after"), NO_FIELD.values(), ids=NO_FIELD)
def test_front_matter_in_which_no_field_has_a_colon_and_a_space(fields: str, after: str) -> None:
    content = f"---\n{fields}\n---\n\nText\n"
    found = findings("yaml-syntax", content)
    assert len(found) == sum(bool(line) and line[0] != "#" for line in fields.splitlines())
    assert fixed("yaml-syntax", content) == f"---\n{after}\n---\n\nText\n"
    assert findings("not-a-mapping", content) == ()


def test_such_a_field_is_not_missing() -> None:
    rules = {found.rule for found in lint_text("---\ntitle:Rye\n---\n\nText\n", settings=Settings(schema="post"))}
    assert "yaml-syntax" in rules
    assert "empty-front-matter" not in rules
