"""What is said of YAML that cannot be read, and where; how it is repaired, and what is read all the same."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mdlint.front_matter.values import Mapping
from mdlint.front_matter.yaml import read_yaml
from mdlint.settings import Limits

QUOTE = "put quotes around the value"
QUOTE_TEXT = "put quotes around the value if it is meant as text"
OPEN_QUOTE = "add the closing quote at the end of the value"
APOSTROPHE = "write `''` for an apostrophe inside single quotes, or use double quotes around the value"
DOUBLE = 'write `\\"` for a quote inside double quotes, or use single quotes around the value'
BACKSLASH = "write `\\\\` for a backslash, or use single quotes around the value"

# The source, with ⟦ ⟧ around the characters that the problem is at; the message; the hint.
CASES = {
    "colon in a value": ("title: Hello⟦:⟧ world\n", "`title` holds a colon and a space outside quotes", QUOTE),
    "colon at the end": ("title: Hello⟦:⟧ \nb: c\n", "`title` ends with a colon outside quotes", QUOTE),
    "colon at the end, CRLF": ("title: a b⟦:⟧\r\nb: c\r\n", "`title` ends with a colon outside quotes", QUOTE),
    "colon behind brackets": ("title: [a]⟦:⟧ b\n", "`title` holds a colon and a space outside quotes", QUOTE),
    "colon behind quotes": ('title: "a"⟦:⟧ b\n', "`title` holds a colon and a space outside quotes", QUOTE),
    "colon in an item": ("- name: a⟦:⟧ b\n", "`name` holds a colon and a space outside quotes", QUOTE),
    "colon in CJK": ("标题: 面包⟦:⟧ 黑麦\n", "`标题` holds a colon and a space outside quotes", QUOTE),
    "apostrophe before a colon": ("title: 'it⟦'⟧s: b'\n", "`title` holds a quote that ends its value too early", APOSTROPHE),
    "quotes in a value over lines": ('a: "b\n  c ⟦"⟧d" e"\nf: g\n', "`a` holds a quote that ends its value too early", DOUBLE),
    "colon in braces": ("a: {b: c⟦:⟧ d}\n", "a colon and a space stand inside a value", QUOTE),
    "apostrophe in single quotes": ("title: 'it⟦'⟧s here'\na: b\n", "`title` holds a quote that ends its value too early", APOSTROPHE),
    "apostrophe in a list": ("tags: ['it⟦'⟧s', 'b']\n", "`tags` holds a quote that ends its value too early", APOSTROPHE),
    "quotes in double quotes": ('title: "a ⟦"⟧b" c"\n', "`title` holds a quote that ends its value too early", DOUBLE),
    "text behind quotes": ('title: "a⟦"⟧ b\n', "`title` holds a quote that ends its value too early", DOUBLE),
    "code in quotes": (
        'title: "{{ replace .Name ⟦"⟧-" " " | title }}"\nc: d\n',
        "`title` holds a quote that ends its value too early",
        'write `\\"` for a quote inside double quotes, or use single quotes around the value',
    ),
    "a link in quotes": (
        "up: '[[Ada⟦'⟧s bread]]'\nc: d\n",
        "`up` holds a quote that ends its value too early",
        "write `''` for an apostrophe inside single quotes, or use double quotes around the value",
    ),
    "a list in quotes": ("tags: ⟦'['a b']'⟧\nc: d\n", "`tags` has quotes around its brackets and inside them", "remove the outer quotes: `['a b']`"),
    "quote never closed": ("title: ⟦'⟧a\nb: c\n", "`title` starts with a quote that is never closed", OPEN_QUOTE),
    "quote closed further down": ('title: ⟦"⟧a\nb: "c"\n', "`title` starts with a quote that is closed only further down", OPEN_QUOTE),
    "at sign": ("author: ⟦@⟧a\n", "`author` starts with `@`, which has a meaning of its own in YAML", QUOTE),
    "backtick": ("title: ⟦`⟧a`\n", "`title` starts with a backtick, which has a meaning of its own in YAML", QUOTE),
    "per cent": ("- ⟦%⟧\n", "this item starts with `%`, which has a meaning of its own in YAML", QUOTE),
    "per cent at the margin": ("a: b\n⟦%⟧c: d\n", "`%c` starts with `%`, which has a meaning of its own in YAML", QUOTE),
    "question mark": ("a: ⟦?⟧\nb\n", "`a` starts with `?`, which has a meaning of its own in YAML", QUOTE),
    "stars": ("title: ⟦*⟧*Bold**\n", "`title` starts with `*`, which has a meaning of its own in YAML", QUOTE),
    "ampersand": ("title: ⟦&⟧ more\n", "`title` starts with `&`, which has a meaning of its own in YAML", QUOTE),
    "exclamation mark": ("title: ⟦!⟧a}\n", "`title` starts with `!`, which has a meaning of its own in YAML", QUOTE),
    "no such anchor": ("title: ⟦*foo⟧\n", "`*foo` repeats a value marked `&foo`, but there is none", QUOTE_TEXT),
    "text behind the sign of a block": ("title: ⟦>⟧ a\n", "`title` starts with `>`, so its text must start on the next line", f"{QUOTE}, or move the text down and indent it"),
    "text at the sign of a block": ("title: ⟦|⟧a\n", "`title` starts with `|`, so its text must start on the next line", f"{QUOTE}, or move the text down and indent it"),
    "no space": ("a: b\ntitle⟦:⟧hello\nc: d\n", "the colon behind `title` needs a space", "write `title: hello`"),
    "no space, first": ("title⟦:⟧hello\nc: d\n", "the colon behind `title` needs a space", "write `title: hello`"),
    "equals sign": ("a: b\ntitle ⟦=⟧ hello\nc: d\n", "`title` is followed by `=`; YAML wants a colon and a space", "write `title: hello`"),
    "wide colon": ("a: b\n标题⟦：⟧面包\nc: d\n", "`标题` is followed by the wide colon `：`; YAML wants `:` and a space", "write `标题: 面包`"),
    "prose below a value": ("title: a\n⟦goes on⟧\nb: c\n", "this line is no field: it has no `name:`", "remove it, or put it in quotes behind `title:`"),
    "prose below a field": ("title:\n\n⟦goes on⟧\nb: c\n", "this line belongs to `title` above, but is not indented", "indent it, or put it in quotes behind `title:`"),
    "prose below the sign of a block": ("title: |\n⟦goes on⟧\nb: c\n", "this line belongs to `title` above, but is not indented", "indent it, or put it in quotes behind `title:`"),
    "prose first": ("# c\n⟦words⟧\nmore\nb: c\n", "this line is no field: it has no `name:`", "remove it, or put a name and a colon before it"),
    "prose with backticks": ("a:\n\n⟦```⟧\nb\n", "this line belongs to `a` above, but is not indented", "indent it, or put it in quotes behind `a:`"),
    "a URL": ("a: b\n⟦https://x.org⟧\nc: d\n", "this line is no field: it has no `name:`", "remove it, or put it in quotes behind `a:`"),
    "merge conflict": ("⟦<<<<<<< HEAD⟧\na: b\n=======\na: c\n>>>>>>> x\n", "a merge conflict was left in the file", "settle it, and remove its marks"),
    "rest of a merge conflict": ("a: b\n⟦=======⟧\na: c\n", "a merge conflict was left in the file", "settle it, and remove its marks"),
    "indented too far": ("title: a\n  ⟦author⟧: b\n", "`author` is indented too far", "start it in the same column as `title`, or put quotes around that value if it goes on here"),
    "out of line": ("cover:\n  a: b\n ⟦c: d⟧\n", "this line is in line with no field above", "start it in the same column as its siblings"),
    "first indented": ("⟦ ⟧a: b\nc: d\n", "`a` is indented, but what follows further down is not", "start all fields in the same column"),
    "item out of line": ("a:\n  - b\n ⟦- c⟧\n", "this item is in line with no list above", "start it in the column of its list"),
    "field among items": ("- a\n⟦b: c⟧\n", "a field stands among the items of a list", "indent it, or put `- ` before it"),
    "tab": ("cover:\n⟦\t⟧url: a\n", "this line is indented with a tab", "indent it with spaces"),
    "tabs": ("a: b\n⟦\t\t⟧c: d\n", "this line is indented with a tab", "indent it with spaces"),
    "list on the field's line": ("tags: ⟦-⟧ a\n", "the list of `tags` starts on the field's own line", f"put each item on a line of its own, or {QUOTE_TEXT}"),
    "list never closed": ("tags: ⟦[⟧a, b\ntheme: light\n", "`tags` has a `[` that is never closed", f"add `]` at its end, or {QUOTE_TEXT}"),
    "empty list never closed": ("tags: ⟦[⟧\n", "`tags` has a `[` that is never closed", f"add `]` at its end, or {QUOTE_TEXT}"),
    "list never closed above an error": ("tags: ⟦[⟧a,\ntitle: b: c\n", "`tags` has a `[` that is never closed", f"add `]` at its end, or {QUOTE_TEXT}"),
    "mapping never closed": ("a: ⟦{⟧b: 1\nc: d\n", "`a` has a `{` that is never closed", f"add `}}` at its end, or {QUOTE_TEXT}"),
    "comma missing": ('tags: ["a" ⟦"⟧b"]\n', "a comma is missing before this item", "put a comma between the items"),
    "comma missing further down": ('tags: [\n  "a"\n  ⟦"⟧b"\n]\n', "a comma is missing before this item", "put a comma between the items"),
    "value missing": ("tags: [a, ⟦,⟧ b]\n", "a value is missing before this comma", "remove the comma, or add the value"),
    "bracket too many": ("tags: [a]⟦]⟧\n", "`]` closes nothing", f"remove it, or {QUOTE_TEXT}"),
    "bracket alone": ("tags: ⟦]⟧\n", "`]` closes nothing", f"remove it, or {QUOTE_TEXT}"),
    "brace on a line": ("a: b\n⟦}⟧\n", "`}` closes nothing", f"remove it, or {QUOTE_TEXT}"),
    "text behind brackets": ("title: [Draft] ⟦Rye bread⟧\n", "`title` starts with `[` and ends at `]`, but more follows", QUOTE_TEXT),
    "U+0085 behind brackets": ("tags: [a] ⟦\x85⟧\nb: c\n", "`tags` starts with `[` and ends at `]`, but more follows", QUOTE_TEXT),
    "dash behind brackets": ("title: [Draft] ⟦- Rye⟧\n", "`title` starts with `[` and ends at `]`, but more follows", QUOTE_TEXT),
    "unknown escape": ('a: "C:⟦\\d⟧ir"\n', "`\\d` has no meaning inside double quotes", BACKSLASH),
    "escape without digits": ('a: "⟦\\x⟧ZZ"\n', "`\\x` must be followed by 2 hexadecimal digits inside double quotes", BACKSLASH),
    "Unicode escape without digits": ('a: "C:⟦\\U⟧sers"\n', "`\\U` must be followed by 8 hexadecimal digits inside double quotes", BACKSLASH),
    "half a character": ('a: "⟦\\ud83d⟧\\ude00"\n', "`\\ud83d` is no whole character", "write the character itself"),
    "no character": ('a: "⟦\\U00110000⟧"\n', "`\\U00110000` is no whole character", "write the character itself"),
    "control character": ("a: b\nc: ⟦\x07⟧d\n", "U+0007 is a character that YAML does not allow here", "remove it"),
    "C1 control character": ("a: ⟦\x92⟧b\n", "U+0092 is a character that YAML does not allow here", "remove it"),
    "byte-order mark inside": ("a: 'b'\n⟦\ufeff⟧c: d\n", "U+FEFF is a character that YAML does not allow here", "remove it"),
    "half of a pair": ("a: ⟦\ud83d⟧\n", "U+D83D is a character that YAML does not allow here", "remove it"),
    "CRLF": ("a: b\r\ntitle: Hello⟦:⟧ world\r\n", "`title` holds a colon and a space outside quotes", QUOTE),
    "CR": ("a: b\rtitle: 'it⟦'⟧s'\r", "`title` holds a quote that ends its value too early", APOSTROPHE),
    "U+2028 above": ("a: b\u2028c\ntitle: Hello⟦:⟧ world\n", "`title` holds a colon and a space outside quotes", QUOTE),
    "astral above": ("a: 😀\ntitle: 😀⟦:⟧ world\n", "`title` holds a colon and a space outside quotes", QUOTE),
    "a long name": (f"{'a' * 80}: b⟦:⟧ c\n", f"`{'a' * 59}…` holds a colon and a space outside quotes", QUOTE),
    "a name in quotes": ('"a": b⟦:⟧ c\n', '`"a"` holds a colon and a space outside quotes', QUOTE),
    "something else": ("a: b\n... ⟦c⟧\n", "YAML cannot be read any further here", QUOTE_TEXT),
}  # fmt: skip


@pytest.mark.parametrize(("marked", "message", "hint"), CASES.values(), ids=CASES)
def test_explained(marked: str, message: str, hint: str) -> None:
    source = marked.replace("⟦", "").replace("⟧", "")
    _, problems = read_yaml(source, 0, Limits())
    problem, *_ = (problem for problem in problems if problem.rule in ("yaml-syntax", "tab-character"))
    start, end = problem.start, problem.end
    assert (f"{source[:start]}⟦{source[start:end]}⟧{source[end:]}", problem.message, problem.hint) == (
        marked,
        message,
        hint,
    )


def test_a_handle_that_nothing_declares_is_an_unknown_tag() -> None:
    _, (problem,) = read_yaml("a: !foo!bar b\n", 0, Limits())
    assert (problem.rule, problem.start, problem.end) == ("unknown-tag", 3, 11)


def test_a_second_document_ends_the_first() -> None:
    root, (problem,) = read_yaml("a: b\n--- c\n", 0, Limits())
    assert root is not None
    assert root.value == {"a": "b"}
    assert (problem.rule, problem.start, problem.end) == ("multiple-documents", 5, 8)


def repaired(source: str) -> tuple[str, object]:
    """The text with the fixes of its problems, and what it says then."""
    _, problems = read_yaml(source, 0, Limits())
    for problem in sorted(problems, key=lambda problem: -problem.start):
        if problem.fix is not None:
            assert problem.fix.safe
            assert problem.rule in ("yaml-syntax", "tab-character")
            for edit in reversed(problem.fix.edits):
                source = source[: edit.start] + edit.text + source[edit.end :]
    root, problems = read_yaml(source, 0, Limits())
    assert problems == []
    return source, root and root.value


# Broken text, with the safe fix, and what the author meant.
FIXES: dict[str, tuple[str, str, object]] = {
    "colon in a value": ("title: Rye: slow\nb: c\n", 'title: "Rye: slow"\nb: c\n', {"title": "Rye: slow", "b": "c"}),
    "colon at the end": ("title: Rye:\nb: c\n", 'title: "Rye:"\nb: c\n', {"title": "Rye:", "b": "c"}),
    "colon beside quotes": ('title: The "best": rye\n', "title: 'The \"best\": rye'\n", {"title": 'The "best": rye'}),
    "colon beside quotes and an apostrophe": ('title: It\'s "best": rye\n', "title: 'It''s \"best\": rye'\n", {"title": 'It\'s "best": rye'}),
    "colon beside a backslash": ("title: a\\b: c\n", "title: 'a\\b: c'\n", {"title": "a\\b: c"}),
    "colon behind brackets": ("title: [a]: b\n", 'title: "[a]: b"\n', {"title": "[a]: b"}),
    "colon, CJK, CRLF": ("标题: 面包: 🍞\r\nb: c\r\n", '标题: "面包: 🍞"\r\nb: c\r\n', {"标题": "面包: 🍞", "b": "c"}),
    "colon, trailing blanks": ("title: a: b  \n", 'title: "a: b"  \n', {"title": "a: b"}),
    "colon in a nested field": ("cover:\n  alt: a: b\n  url: c\n", 'cover:\n  alt: "a: b"\n  url: c\n', {"cover": {"alt": "a: b", "url": "c"}}),
    "colon in a field of an item": ("meta:\n- name: a: b\n  content: c\n", 'meta:\n- name: "a: b"\n  content: c\n', {"meta": [{"name": "a: b", "content": "c"}]}),
    "apostrophe in single quotes": ("title: 'it's here'\n", "title: \"it's here\"\n", {"title": "it's here"}),
    "apostrophe at the end of a word": ("title: 'the bakers' rye'\n", "title: \"the bakers' rye\"\n", {"title": "the bakers' rye"}),
    "apostrophe beside double quotes": ("title: 'it's \"rye\"'\n", "title: 'it''s \"rye\"'\n", {"title": 'it\'s "rye"'}),
    "apostrophe before a colon": ("title: 'it's: rye'\n", "title: \"it's: rye\"\n", {"title": "it's: rye"}),
    "apostrophe in a list": ("tags: ['it's', 'b']\n", "tags: [\"it's\", 'b']\n", {"tags": ["it's", "b"]}),
    "quotes in double quotes": ('title: "the "best" rye"\n', "title: 'the \"best\" rye'\n", {"title": 'the "best" rye'}),
    "words in quotes": ('title: "Rye" and "wheat"\n', "title: '\"Rye\" and \"wheat\"'\n", {"title": '"Rye" and "wheat"'}),
    "a word in quotes": ('title: "Rye" is good\n', "title: '\"Rye\" is good'\n", {"title": '"Rye" is good'}),
    "a list in quotes": ("tags: '['a b']'\n", "tags: ['a b']\n", {"tags": ["a b"]}),
    "a longer list in quotes": ('tags: "["a", "b"]"\n', 'tags: ["a", "b"]\n', {"tags": ["a", "b"]}),
    "at sign": ("author: @ada\n", 'author: "@ada"\n', {"author": "@ada"}),
    "backticks": ("title: `rye` bread\n", 'title: "`rye` bread"\n', {"title": "`rye` bread"}),
    "per cent": ("names:\n  - %\n  - b\n", 'names:\n  - "%"\n  - b\n', {"names": ["%", "b"]}),
    "stars": ("title: **Rye** bread\n", 'title: "**Rye** bread"\n', {"title": "**Rye** bread"}),
    "text behind brackets": ("title: [Draft] Rye\n", 'title: "[Draft] Rye"\n', {"title": "[Draft] Rye"}),
    "no space": ("title:rye\nb: c\n", "title: rye\nb: c\n", {"title": "rye", "b": "c"}),
    "no space, nested": ("cover:\n  url:/a.jpg\n  alt: b\n", "cover:\n  url: /a.jpg\n  alt: b\n", {"cover": {"url": "/a.jpg", "alt": "b"}}),
    "equals sign": ('title = "rye"\nb: c\n', 'title: "rye"\nb: c\n', {"title": "rye", "b": "c"}),
    "wide colon": ("标题：面包\nb: c\n", "标题: 面包\nb: c\n", {"标题": "面包", "b": "c"}),
    "comma missing": ('tags: ["a" "b"]\n', 'tags: ["a", "b"]\n', {"tags": ["a", "b"]}),
    "quote never closed": ('title: "rye\n', 'title: "rye"\n', {"title": "rye"}),
    "quote closed further down": ('title: "rye\nb: "c"\n', 'title: "rye"\nb: "c"\n', {"title": "rye", "b": "c"}),
    "Windows path": ('path: "C:\\dir\\Users"\n', "path: 'C:\\dir\\Users'\n", {"path": "C:\\dir\\Users"}),
    "LaTeX": ('title: "Bob\'s $z\\sim5$ \\alpha"\n', "title: 'Bob''s $z\\sim5$ \\alpha'\n", {"title": "Bob's $z\\sim5$ \\alpha"}),
    "spilled text": ("keywords:\na, b, c\nd: e\n", "keywords:\n  a, b, c\nd: e\n", {"keywords": "a, b, c", "d": "e"}),
    "spilled text in an item": ("meta:\n- content: \na, b\n  name: c\n", "meta:\n- content: \n    a, b\n  name: c\n", {"meta": [{"content": "a, b", "name": "c"}]}),
    "spilled block": ("a: |\nb c\nd: e\n", "a: |\n  b c\nd: e\n", {"a": "b c\n", "d": "e"}),
    "tabs": ("cover:\n\turl: a\n\talt: b\nc: d\n", "cover:\n  url: a\n  alt: b\nc: d\n", {"cover": {"url": "a", "alt": "b"}, "c": "d"}),
    "tabs beside four spaces": ("cover:\n    url: a\n\talt: b\n", "cover:\n    url: a\n    alt: b\n", {"cover": {"url": "a", "alt": "b"}}),
    "first field indented": (" title: a\nb: c\n", "title: a\nb: c\n", {"title": "a", "b": "c"}),
    "a character nobody sees": ("title: a\x07b\n", "title: ab\n", {"title": "ab"}),
    "two values": ("a: b: c\nd: 'e's'\n", "a: \"b: c\"\nd: \"e's\"\n", {"a": "b: c", "d": "e's"}),
}  # fmt: skip


@pytest.mark.parametrize(("source", "text", "value"), FIXES.values(), ids=FIXES)
def test_repaired(source: str, text: str, value: object) -> None:
    assert repaired(source) == (text, value)


# Each has more than one reading.
UNCLEAR = {
    "what follows `#` may be a comment": "title: a: b # c\n",
    "the value may go on": "title: a: b\n  c\n",
    "a mapping may be meant": "cover: url: a\n  alt: b\n",
    "the item may be text": "- a: b: c\n",
    "the apostrophe may be a quote": "title: 'it's\n",
    "the first quote may be an apostrophe": "title: 'tis the season\nb: c\n",
    "two apostrophes or a quotation": "title: 'the bakers' and the millers' rye'\n",
    "some doubled, some not": "title: 'it''s the baker's'\n",
    "an item may hold quotes": "tags: ['a 'b' c', 'd']\n",
    "a list may be meant": "tags: [a], [b]\n",
    "line ends may be meant": 'path: "a\\nb \\d"\n',
    "an escape may be meant": 'path: "\\u00e9 \\d"\n',
    "an alias may be meant": "a: *b\n",
    "a block may be meant": "a: > b\n",
    "a sibling may be meant": "title: a\n  author: b\n",
    "a URL": "a: b\nhttps://x.org\nc: d\n",
    "a time": "a: b\n12:30 rye\nc: d\n",
    "much spilled text": "a:\nb c\n\nd e\nf: g\n",
    "a letter of Windows-1252": "title: it\x92s\n",
    "a terminal's escape": "title: \x1b[31mred\n",
    "two things wrong": 'title: a: b "c\n  d: e: f\n',
}


@pytest.mark.parametrize("source", UNCLEAR.values(), ids=UNCLEAR)
def test_what_is_unclear_is_not_repaired(source: str) -> None:
    _, problems = read_yaml(source, 0, Limits())
    assert [problem.rule for problem in problems] == ["yaml-syntax"]
    assert problems[0].fix is None


# Broken text, what is read of it, the fields that are not, and the lines of the problems.
REST: dict[str, tuple[str, object, set[str], list[int]]] = {
    "the value above": ("a: b: c\nd: e\n", {"d": "e"}, {"a"}, [1]),
    "the value below": ("a: b\nc: d: e\n", {"a": "b"}, {"c"}, [2]),
    "all values": ("a: b: c\nd: @\n", None, {"a", "d"}, [1, 2]),
    "three of four": ("a: b: c\nd: @e\nf: g\nh: 'i's'\n", {"f": "g"}, {"a", "d", "h"}, [1, 2, 4]),
    "a nested value": ("a:\n  b: c: d\n  e: f\ng: h\n", {"g": "h"}, {"a", "b", "e"}, [2]),
    "a quote that is closed further down": ("a: 'b\nc: 'd'\ne: f\n", {"c": "d", "e": "f"}, {"a"}, [1]),
    "a quote that is never closed": ("a: b\nc: 'd\ne: f\ng: h\n", {"a": "b", "e": "f", "g": "h"}, {"c"}, [2]),
    "brackets that are never closed": ("a: [b\nc: d: e\nf: g\n", {"f": "g"}, {"a", "c"}, [1, 2]),
    "brackets over lines": ("a: [\n  b\n  c: d: e\n]\nf: g\n", {"f": "g"}, {"a", "c"}, [3]),
    "brackets over lines at the margin": ("a: {\nb: c: d,\ne: f\n}\ng: h\n", {"g": "h"}, {"a", "b", "e"}, [2]),
    "quotes over lines at the margin": ('a: "b \\d\nc: d"\ne: f\n', {"e": "f"}, {"a", "c"}, [1]),
    "spilled text": ("a:\nb c\nd e\nf: g\n", {"f": "g"}, {"a"}, [2]),
    "text first": ("a b\nc: d\n", {"c": "d"}, set(), [1]),
    "a field without a space": ("a: b\nc:d\ne: f\n", {"a": "b", "e": "f"}, {"c"}, [2]),
    "a field that may belong to another": ("a: b\n  c: d\ne: f\n", {"e": "f"}, {"a", "c"}, [2]),
    "a merge conflict": ("a: b\n<<<<<<< x\nc: d\n=======\nc: e\n>>>>>>> y\nf: g\n", {"a": "b", "f": "g"}, {"c"}, [2]),
    "the first indented": (" a: b\n c: d\ne: f\ng: h\n", {"e": "f", "g": "h"}, {"a", "c"}, [1]),
    "all indented": ("  a: b\n  c: d: e\n  f: g\n", {"a": "b", "f": "g"}, {"c"}, [2]),
    "an alias without an anchor": ("a: *b\nc: d\n", {"c": "d"}, {"a"}, [1]),
    "an alias whose anchor is in a broken value": ("a: &b c: d\ne: *b\nf: g\n", {"f": "g"}, {"a", "e"}, [1]),
    "a control character": ("a: b\x07\nc: d\n", {"c": "d"}, {"a"}, [1]),
    "a kept block above": ("a: |+\n  b\n\nc: d: e\nf: g\n", {"a": "b\n\n", "f": "g"}, {"c"}, [4]),
    "CRLF": ("a: b: c\r\nd: e\r\n", {"d": "e"}, {"a"}, [1]),
    "a list": ("- a\n- b: c: d\n", None, {"b"}, [2]),
    "text": ("a\nb\nc: d: e\n", None, {"c"}, [1, 3]),
}  # fmt: skip


@pytest.mark.parametrize(("source", "data", "unread", "lines"), REST.values(), ids=REST)
def test_the_rest_is_read(source: str, data: object, unread: set[str], lines: list[int]) -> None:
    root, problems = read_yaml(source, 0, Limits())
    assert [problem.rule for problem in problems] == ["yaml-syntax"] * len(lines)
    assert [source.count("\n", 0, problem.start) + 1 for problem in problems] == lines
    assert {name for problem in problems for name in problem.unread} == unread
    assert (root and root.value) == data


def test_places_in_the_rest_hold() -> None:
    source = "a: b: c\ntitle: d\n"
    root, _ = read_yaml(source, 10, Limits())
    assert isinstance(root, Mapping)
    key, value = root.index["title"]
    assert source[key.start - 10 : key.end - 10] == "title"
    assert source[value.start - 10 : value.end - 10] == "d"


def test_too_many_broken_values_end_the_search() -> None:
    root, problems = read_yaml("a: b: c\n" * 30 + "d: e\n", 0, Limits())
    assert root is None
    assert len(problems) == 20


def test_reading_again_has_a_bound() -> None:
    root, problems = read_yaml("a: b: c\n" * 20 + f"d: '{'e' * 900_000}'\n", 0, Limits())
    assert root is None
    assert len(problems) == 3


def test_limits_hold_for_the_rest() -> None:
    root, problems = read_yaml(f"a: b: c\nd: {'[' * 101}{']' * 101}\n", 0, Limits())
    assert root is None
    assert [problem.rule for problem in problems] == ["yaml-syntax", "oversized-front-matter"]


def test_what_else_is_wrong_is_said_too() -> None:
    _, problems = read_yaml("a: b: c\nd: e\nd: f\ng: !h i\n", 0, Limits())
    assert sorted(problem.rule for problem in problems) == ["duplicate-key", "unknown-tag", "yaml-syntax"]


KEYS = st.text("abcdefghijklmnopqrstuvw", min_size=1, max_size=8)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=20).filter(
    lambda text: "\ufeff" not in text
)
VALUES = st.recursive(
    st.booleans() | WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
)
BROKEN = (
    "z: a: b", "z: 'it's'", 'z: "a "b" c"', "z: '['a b']'", "z: @a", "z: [a, b", 'z: "a', "z: 'a", "z:a", "z = a", "z：a",
    "z:\n  b: c: d\n  e: f", 'z: "C:\\dir"', "z: *b", "z: [a]: b", "z: {a: b: c}", "z: a\n  b: c", "z: - a",
    "z: [a] b", "z: > a", "z: a\x07b", "z:\na b", "z:\n  - a\n b: c", "z: [a]]", "z: [\n  a: b: c\n]",
)  # fmt: skip


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5), st.sampled_from(BROKEN), st.integers(0, 5))
def test_one_broken_value_hides_no_other(data: dict[str, Any], broken: str, place: int) -> None:
    parts = [yaml.safe_dump({name: value}, allow_unicode=True) for name, value in data.items()]
    whole, _ = read_yaml("".join(parts), 0, Limits())
    if broken in ("z: 'a", 'z: "a', "z: [a, b") or place > len(parts):
        place = len(parts)  # anything may stand in quotes and brackets, also what closes them
    parts.insert(place, f"{broken}\n")
    source = "".join(parts)
    root, problems = read_yaml(source, 0, Limits())
    (problem,) = problems
    start = len("".join(parts[:place]))
    assert (problem.rule, start <= problem.start <= start + len(broken)) == ("yaml-syntax", True)
    assert problem.unread[:1] == ("z",)
    assert whole is not None
    assert root is not None
    assert root.value == whole.value


SNIPPETS = (
    "a: ", "b:", "c", "- ", ": ", " #", "'", '"', "[", "]", "{", "}", ", ", "|\n", "> ", "&x ", "*x", "!t ", "@", "`", "%", "\\d",
    "=", "：", "\n", "\n", "\n  ", "\n\t", "\r\n", "\r", "<<<<<<< x\n", ">>>>>>> y\n", "\x07", "\ufeff", "\u2028", "面", "---", "?",
)  # fmt: skip


@given(st.lists(st.sampled_from(SNIPPETS), max_size=30).map("".join))
def test_any_text(source: str) -> None:
    _, problems = read_yaml(source, 0, Limits())
    syntax = [problem for problem in problems if problem.rule == "yaml-syntax"]
    assert len({problem.start for problem in syntax}) == len(syntax)
    for problem in syntax:
        assert 0 <= problem.start <= problem.end <= len(source)
        if problem.fix is not None:
            places = [place for edit in problem.fix.edits for place in (edit.start, edit.end)]
            assert places == sorted(places)
            assert 0 <= places[0] <= places[-1] <= len(source)
            mended = source
            for edit in reversed(problem.fix.edits):
                mended = mended[: edit.start] + edit.text + mended[edit.end :]
            read_yaml(mended, 0, Limits())
