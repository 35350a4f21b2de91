import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdlint.body import read_blocks
from tests.limited import python

# The text; of each block its kind, its level, its characters and what a reader sees.
CASES = {
    "nothing": ("", []),
    "paragraphs": ("a\nb\n\nc", [("paragraph", 0, "a\nb", "a\nb"), ("paragraph", 0, "c", "c")]),
    "heading": ("## A *b* `c` &amp; [d](e) #\n", [("heading", 2, "## A *b* `c` &amp; [d](e) #", "A b c & d")]),
    "setext heading": ("A\n===\n\nb\n---\n", [("heading", 1, "A\n===", "A"), ("heading", 2, "b\n---", "b")]),
    "heading with attributes": ("# A {#b .c}\n", [("heading", 1, "# A {#b .c}", "A")]),
    "inline HTML": ("# A <b>c</b>\n", [("heading", 1, "# A <b>c</b>", "A <b>c</b>")]),
    "breaks": ("a  \nb\\\nc\n", [("paragraph", 0, "a  \nb\\\nc", "a\nb\nc")]),
    "a rule": ("a\n\n***\nb", [("paragraph", 0, "a", "a"), ("rule", 0, "***", ""), ("paragraph", 0, "b", "b")]),
    "a rule in a list": ("- a\n\n  ***\n", [("list", 0, "- a\n\n  ***", "a")]),
    "list": ("- a\n- b\n  - c\n\nd\n", [("list", 0, "- a\n- b\n  - c", "a\nb\nc"), ("paragraph", 0, "d", "d")]),
    "quote": ("> # a\n>\n> b\n> c\n", [("blockquote", 0, "> # a\n>\n> b\n> c", "a\nb\nc")]),
    "table": ("| a | b |\n|--|--|\n| c | d |\n", [("table", 0, "| a | b |\n|--|--|\n| c | d |", "a\nb\nc\nd")]),
    "fenced code": ("```md\n# a\n```\nb\n", [("codeblock", 0, "```md\n# a\n```", "# a\n"), ("paragraph", 0, "b", "b")]),
    "indented code": ("a\n\n    # b\n", [("paragraph", 0, "a", "a"), ("codeblock", 0, "# b", "# b\n")]),
    "HTML": ("<div>\n# a\n</div>\n\nb\n", [("htmlblock", 0, "<div>\n# a\n</div>", ""), ("paragraph", 0, "b", "b")]),
    "a reference": ("[a]: /b\n\nc [a]\n", [("paragraph", 0, "c [a]", "c a")]),
    "a footnote": ("a[^1]\n\n[^1]: b\n", [("paragraph", 0, "a[^1]", "a"), ("footnotedefinition", 0, "[^1]: b", "b")]),
    "CRLF": ("# a\r\n\r\nb\r\nc\r\n", [("heading", 1, "# a", "a"), ("paragraph", 0, "b\r\nc", "b\nc")]),
    "CR": ("# a\r\rb\rc\r", [("heading", 1, "# a", "a"), ("paragraph", 0, "b\rc", "b\nc")]),
    "CR and CRLF": ("# a\r\r\nb\r", [("heading", 1, "# a", "a"), ("paragraph", 0, "b", "b")]),
    "other scripts": ("# 标题 😀\n\né\n\n# b", [("heading", 1, "# 标题 😀", "标题 😀"), ("paragraph", 0, "é", "é"), ("heading", 1, "# b", "b")]),
    "U+2028 ends no line": ("# a\u2028b\n", [("heading", 1, "# a\u2028b", "a\u2028b")]),
}  # fmt: skip


@pytest.mark.parametrize("before", ["", "---\ntitle: 黑麦 😀\n---\n"], ids=["alone", "behind front matter"])
@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
def test_blocks(body: str, expected: list[tuple[str, int, str, str]], before: str) -> None:
    text = before + body
    blocks = read_blocks(text, len(before))
    assert [(block.kind, block.level, text[block.start : block.end], block.text) for block in blocks] == expected


PARTS = [
    "# ",
    "- ",
    "> ",
    "1. ",
    "```\n",
    "    ",
    "***",
    "\n",
    "\r\n",
    "\r",
    "a",
    "é",
    "😀",
    "*",
    "`",
    "[a](b)",
    "<b>",
    "|",
    "|-|\n",
    "&amp;",
    "[^1]: ",
    "\t",
    "==",
]


@given(st.text(max_size=30) | st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_blocks_of_any_text_are_in_order(body: str) -> None:
    text = "é\n" + body
    places = [place for block in read_blocks(text, 2) for place in (block.start, block.end)]
    assert [2, *places, len(text)] == sorted([2, *places, len(text)])


HOSTILE = {
    "quotes": "> " * 50_000 + "x",
    "lists": "- " * 50_000 + "x",
    "brackets": "[" * 100_000,
    "stars": "*a " * 100_000,
    "backticks": "`" * 1000 + "a " + "``" * 50_000,
    "links": "[a](b" * 50_000,
    "angle brackets": "<" * 100_000,
    "headings": "# é\n" * 100_000,
    "5 MB of lines": "plain words about bread\n" * 220_000,
    "5 MB in one line": "x" * 5_000_000,
}


READ = """\
import sys
from mdlint.body import read_blocks
from tests.limited import python
print(len(read_blocks(sys.stdin.buffer.read().decode(), 0)))
"""


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_end(body: str) -> None:
    done = python("-c", READ, stdin=body.encode())
    assert done.stderr == b""
    assert int(done.stdout) > 0
