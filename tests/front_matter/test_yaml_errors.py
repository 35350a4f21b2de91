"""What is said of YAML that cannot be read, and where."""

import pytest

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
    "colon behind brackets": ("title: [a]⟦:⟧ b\n", "`title` holds a colon and a space outside quotes", QUOTE),
    "colon behind quotes": ('title: "a"⟦:⟧ b\n', "`title` holds a colon and a space outside quotes", QUOTE),
    "colon in an item": ("- name: a⟦:⟧ b\n", "`name` holds a colon and a space outside quotes", QUOTE),
    "colon in CJK": ("标题: 面包⟦:⟧ 黑麦\n", "`标题` holds a colon and a space outside quotes", QUOTE),
    "colon in braces": ("a: {b: c⟦:⟧ d}\n", "a colon and a space stand inside a value", QUOTE),
    "apostrophe in single quotes": ("title: 'it⟦'⟧s here'\na: b\n", "`title` holds a quote that ends its value too early", APOSTROPHE),
    "apostrophe in a list": ("tags: ['it⟦'⟧s', 'b']\n", "`tags` holds a quote that ends its value too early", APOSTROPHE),
    "quotes in double quotes": ('title: "a ⟦"⟧b" c"\n', "`title` holds a quote that ends its value too early", DOUBLE),
    "text behind quotes": ('title: "a⟦"⟧ b\n', "`title` holds a quote that ends its value too early", DOUBLE),
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
    "prose below a field": ("title:\n\n⟦goes on⟧\nb: c\n", "this line is no field: it has no `name:`", "remove it, or put it in quotes behind `title:`"),
    "prose first": ("# c\n⟦words⟧\nmore\nb: c\n", "this line is no field: it has no `name:`", "remove it, or put a name and a colon before it"),
    "prose with backticks": ("a:\n\n⟦```⟧\nb\n", "this line is no field: it has no `name:`", "remove it, or put it in quotes behind `a:`"),
    "a URL": ("a: b\n⟦https://x.org⟧\nc: d\n", "this line is no field: it has no `name:`", "remove it, or put it in quotes behind `a:`"),
    "merge conflict": ("⟦<<<<<<< HEAD⟧\na: b\n=======\na: c\n>>>>>>> x\n", "a merge conflict was left in the file", "settle it, and remove its marks"),
    "rest of a merge conflict": ("a: b\n⟦=======⟧\na: c\n", "a merge conflict was left in the file", "settle it, and remove its marks"),
    "indented too far": ("title: a\n  ⟦author⟧: b\n", "`author` is indented too far", "start it in the same column as `title`, or put quotes around that value if it goes on here"),
    "out of line": ("cover:\n  a: b\n ⟦c: d⟧\n", "this line is in line with no field above", "start it in the same column as its siblings"),
    "first indented": (" a: b\n⟦c: d⟧\n", "this line is in line with no field above", "start it in the same column as its siblings"),
    "item out of line": ("a:\n  - b\n ⟦- c⟧\n", "this item is in line with no list above", "start it in the column of its list"),
    "field among items": ("- a\n⟦b: c⟧\n", "a field stands among the items of a list", "indent it, or put `- ` before it"),
    "tab": ("cover:\n⟦\t⟧url: a\n", "this line is indented with a tab", "indent it with spaces"),
    "tabs": ("a: b\n⟦\t\t⟧c: d\n", "this line is indented with a tab", "indent it with spaces"),
    "list on the field's line": ("tags: ⟦-⟧ a\n", "the list of `tags` starts on the field's own line", f"put each item on a line of its own, or {QUOTE_TEXT}"),
    "list never closed": ("tags: ⟦[⟧a, b\ntheme: light\n", "`tags` has a `[` that is never closed", f"add `]` at its end, or {QUOTE_TEXT}"),
    "empty list never closed": ("tags: ⟦[⟧\n", "`tags` has a `[` that is never closed", f"add `]` at its end, or {QUOTE_TEXT}"),
    "mapping never closed": ("a: ⟦{⟧b: 1\nc: d\n", "`a` has a `{` that is never closed", f"add `}}` at its end, or {QUOTE_TEXT}"),
    "comma missing": ('tags: ["a" ⟦"⟧b"]\n', "a comma is missing before this item", "put a comma between the items"),
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
    root, problems = read_yaml(source, 0, Limits())
    assert root is None
    (problem,) = problems
    start, end = problem.start, problem.end
    assert (f"{source[:start]}⟦{source[start:end]}⟧{source[end:]}", problem.message, problem.hint) == (
        marked,
        message,
        hint,
    )
    assert problem.rule == "yaml-syntax"


def test_a_handle_that_nothing_declares_is_an_unknown_tag() -> None:
    _, (problem,) = read_yaml("a: !foo!bar b\n", 0, Limits())
    assert (problem.rule, problem.start, problem.end) == ("unknown-tag", 3, 11)


def test_a_second_document_ends_the_first() -> None:
    root, (problem,) = read_yaml("a: b\n--- c\n", 0, Limits())
    assert root is not None
    assert root.value == {"a": "b"}
    assert (problem.rule, problem.start, problem.end) == ("yaml-syntax", 5, 8)
