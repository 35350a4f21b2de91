import time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mdlint.diagnostic import Edit, Excerpt, KeyPath, Span
from mdlint.document import Document
from mdlint.front_matter.values import Alias, Mapping, Node, Sequence
from mdlint.lines import line_and_column
from mdlint.settings import Limits

POST = """\
---
title: Rye bread # not wheat
cover:
  url: '/rye.jpg'
  alt:
tags: [bread, &b baking, *b]
meta:
  - name: author
    content: |
      Ada

      Grace
  -
empty:
---
# Rye bread
"""


def doc(text: str = POST) -> Document:
    return Document("post.md", text)


def marked(document: Document, span: Span) -> str:
    """The characters of a span."""
    starts = document.line_starts
    return document.text[starts[span.line - 1] + span.column - 1 : starts[span.end_line - 1] + span.end_column - 1]


# -- values


def test_values() -> None:
    post = doc()
    assert post.get("title") == "Rye bread"
    assert post.get(("cover", "url")) == "/rye.jpg"
    assert post.get(("tags", 2)) == "baking"
    assert post.get(("meta", 0, "content")) == "Ada\n\nGrace\n"
    assert post.get("empty", "default") is None
    assert post.get("absent", "default") == "default"
    assert "empty" in post
    assert ("cover", "alt") in post
    assert ("cover", "absent") not in post
    assert post.data["cover"] == {"url": "/rye.jpg", "alt": None}
    assert post.body == "# Rye bread\n"


ABSENT: tuple[KeyPath, ...] = (
    ("absent",), ("title", "x"), ("title", 0), ("cover", 0), ("tags", "x"), ("tags", 3), ("tags", -1), ("tags", 0, "x"),
    ("meta", 1, "name"), ("empty", "x"),
)  # fmt: skip


@pytest.mark.parametrize("path", ABSENT, ids=str)
def test_accessors_answer_for_what_is_not_there(path: KeyPath) -> None:
    post = doc()
    assert post.node(path) is None
    assert post.get(path) is None
    assert path not in post
    assert post.text_of(path) == ""
    assert post.scalar(path) is None
    assert list(post.items(path)) == []
    assert post.source_of(path) == ""


@pytest.mark.parametrize(
    "text", ["", "text", "---\n- a\n---\n", "---\na: 1\n", "---\na: : b\n---\n", "+++\na = b\n+++\n"]
)
def test_accessors_answer_without_fields(text: str) -> None:
    bare = doc(text)
    assert bare.get("a") is None
    assert bare.data == {}
    assert list(bare.items()) == []
    assert list(bare.fields(("a", "a.b"))) == []
    assert bare.leaves == []
    assert bare.span_of(("a",)).line == 1


def test_text_is_text_only() -> None:
    post = doc("---\na: 1\nb: [x]\nc: x\n---\n")
    assert [post.text_of(name) for name in "abc"] == ["", "", "x"]


def test_items() -> None:
    post = doc()
    assert list(post.items("tags")) == [(("tags", 0), "bread"), (("tags", 1), "baking"), (("tags", 2), "baking")]
    assert list(post.items(("meta", 0))) == [
        (("meta", 0, "name"), "author"),
        (("meta", 0, "content"), "Ada\n\nGrace\n"),
    ]
    assert [path for path, _ in post.items()] == [("title",), ("cover",), ("tags",), ("meta",), ("empty",)]
    assert list(post.items("title")) == []


def test_leaves_are_listed_once_and_in_order() -> None:
    post = doc()
    assert [post.path_of(scalar) for scalar in post.leaves] == [
        ("title",), ("cover", "url"), ("cover", "alt"), ("tags", 0), ("tags", 1), ("meta", 0, "name"), ("meta", 0, "content"), ("meta", 1), ("empty",)
    ]  # fmt: skip
    merged = doc("---\na: &a {x: 1}\nb: *a\nc: {<<: *a, y: 2}\n---\n")
    assert [merged.path_of(scalar) for scalar in merged.leaves] == [("a", "x"), ("c", "y")]


def test_a_scalar_behind_an_alias() -> None:
    found = doc().scalar(("tags", 2))
    assert found is not None
    assert found.text == "baking"


def test_fields_by_the_names_of_options() -> None:
    post = doc()
    found = {path for path, _ in post.fields(("title", "cover.url", "absent", "title.x"))}
    assert found == {("title",), ("cover", "url")}


# -- places

PLACES: dict[str, tuple[KeyPath, str]] = {
    "plain": (("title",), "Rye bread"),
    "quoted": (("cover", "url"), "'/rye.jpg'"),
    "mapping": (("cover",), "url: '/rye.jpg'\n  alt:"),
    "item": (("tags", 0), "bread"),
    "anchored item": (("tags", 1), "baking"),
    "alias": (("tags", 2), "*b"),
    "block": (("meta", 0, "content"), "|\n      Ada\n\n      Grace"),
    "empty value: its key": (("empty",), "empty"),
    "empty value, nested: its key": (("cover", "alt"), "alt"),
    "empty item: its dash": (("meta", 1), "-"),
    "missing at the root: the fence": (("absent",), "---"),
    "the root itself: the fence": ((), "---"),
    "missing below a field: its key": (("cover", "absent"), "cover"),
    "missing below text: its key": (("title", "absent"), "title"),
    "missing index: its key": (("tags", 9), "tags"),
    "missing in an item: its first key": (("meta", 0, "absent"), "name"),
    "missing in an empty item: its dash": (("meta", 1, "name"), "-"),
    "missing further down": (("meta", 0, "name", "x"), "name"),
}


@pytest.mark.parametrize(("path", "expected"), PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_place(path: KeyPath, expected: str, line_end: str) -> None:
    post = doc(POST.replace("\n", line_end))
    assert marked(post, post.span_of(path)) == expected.replace("\n", line_end)


def test_place_of_a_key() -> None:
    post = doc()
    assert marked(post, post.span_of(("cover", "url"), on_key=True)) == "url"
    assert marked(post, post.span_of(("tags", 0), on_key=True)) == "bread"


SPANS = {
    "LF": ("---\na: b\n---\n", Span(2, 4, 2, 5)),
    "CRLF": ("---\r\na: b\r\n---\r\n", Span(2, 4, 2, 5)),
    "CR": ("---\ra: b\r---\r", Span(2, 4, 2, 5)),
    "mixed": ("---\r\n# c\rx: y\na: b\n---\n", Span(4, 4, 4, 5)),
    "a tab is one column": ("---\n# c\nx: {\ta: b}\n---\n", Span(3, 9, 3, 10)),
    "astral characters are one column": ("---\nx: {😀: 😀, a: 😀b}\n---\n", Span(2, 14, 2, 16)),
    "U+2028 and the like end no line": ("---\n# \u2028\x85\u2029\na: \u2028b\n---\n", Span(3, 4, 3, 6)),
    "no end of the last line": ("---\na: b\n---", Span(2, 4, 2, 5)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPANS.values(), ids=SPANS)
def test_span(text: str, expected: Span) -> None:
    found = doc(text)
    path: KeyPath = ("a",) if "a" in found else ("x", "a")
    assert found.span_of(path) == expected


def test_a_byte_order_mark_is_no_column() -> None:
    found = Document.from_bytes("post.md", b"\xef\xbb\xbf---\na: b\n---\n")
    assert found.has_bom
    assert found.span_of(()) == Span(1, 1, 1, 4)
    assert found.text.startswith("---")


def test_spans_in_the_body() -> None:
    post = doc("---\na: b\n---\n\n# Title\r\nText")
    start = post.text.index("Text")
    assert post.span(start, start + 4) == Span(6, 1, 6, 5)
    assert post.lines.excerpt(post.span(start, start)) == Excerpt(6, 1, "Text")
    assert post.lines.excerpt(Span(5, 1, 5, 3)) == Excerpt(5, 1, "# Title")


@given(st.text(st.sampled_from("ab-: \n\r\u2028😀\t"), max_size=60), st.integers(0, 60), st.integers(0, 60))
@example(text="\r\n", start=14, length=0)
def test_span_agrees_with_a_plain_count(text: str, start: int, length: int) -> None:
    found = doc(f"---\na: b\n---\n{text}")
    start = min(start, len(found.text))
    end = min(start + length, len(found.text))
    span = found.span(start, end)
    assert (span.line, span.column) == line_and_column(found.text, start)
    assert (span.end_line, span.end_column) == line_and_column(found.text, end)
    assert marked(found, span) == found.text[start:end]


@given(
    st.text("aä面🍞\n\r ", max_size=30),
    st.integers(0, 30),
    st.integers(0, 30),
    st.booleans(),
)
def test_columns_in_bytes(text: str, start: int, length: int, has_bom: bool) -> None:
    start = min(start, len(text))
    found = Document("post.md", text, has_bom=has_bom)
    span = found.span(start, min(start + length, len(text)))
    mark = b"\xef\xbb\xbf" if has_bom else b""
    lines = (mark + text.encode()).replace(b"\r\n", b" \n").replace(b"\r", b"\n").split(b"\n")
    byte_span = found.lines.byte_span(span)
    assert (byte_span.line, byte_span.end_line) == (span.line, span.end_line)
    for line, column, byte_column in (
        (span.line, span.column, byte_span.column),
        (span.end_line, span.end_column, byte_span.end_column),
    ):
        before = lines[line - 1][: byte_column - 1].decode().removeprefix("\ufeff")
        assert len(before) == column - 1


def test_excerpt_of_a_long_line() -> None:
    post = doc(f"---\na: {'x' * 1000}: y\n---\n")
    (problem,) = post.problems
    span = post.span(problem.start, problem.end)
    excerpt = post.lines.excerpt(span)
    assert len(excerpt.text) == 400
    assert excerpt.text[span.column - excerpt.column] == ":"
    assert post.lines.excerpt(Span(99, 1, 99, 1)).text == ""  # a place that is not there


# -- edits

EDITS: dict[str, tuple[KeyPath, str]] = {
    "plain": (("title",), "title: X # not wheat"),
    "quoted": (("cover", "url"), "  url: X"),
    "empty": (("empty",), "empty: X"),
    "nested empty": (("cover", "alt"), "  alt: X"),
    "alias": (("tags", 2), "tags: [bread, &b baking, X]"),
    "anchored": (("tags", 1), "tags: [bread, &b X, *b]"),
    "empty item": (("meta", 1), "  - X"),
    "block": (("meta", 0, "content"), "    content: X"),
}


@pytest.mark.parametrize(("path", "line"), EDITS.values(), ids=EDITS)
def test_edit(path: KeyPath, line: str) -> None:
    post = doc()
    edit = post.edit(path, "X")
    edited = post.text[: edit.start] + edit.text + post.text[edit.end :]
    assert line in edited.splitlines()
    assert doc(edited).get(path) == "X"


def test_edit_of_nothing() -> None:
    with pytest.raises(KeyError):
        doc().edit(("absent",), "X")
    assert doc().edit(("title",), "") == Edit(11, 20, "")


# -- any file


def nodes(node: Node | None) -> list[Node]:
    found: list[Node] = []
    stack = [] if node is None else [node]
    while stack:
        node = stack.pop()
        found.append(node)
        if isinstance(node, Mapping):
            stack += [part for entry in node.entries for part in entry]
        elif isinstance(node, Sequence):
            stack += node.items
    return found


PARTS = st.sampled_from(
    [
        *(
            b"---",
            b"...",
            b"+++",
            b"\n",
            b"\r\n",
            b"\r",
            b"title: ",
            b"a: b",
            b"- ",
            b"[",
            b"]",
            b"{",
            b"}",
            b'"',
            b"'",
        ),
        *(b"&a ", b"*a", b"!t ", b"<<: ", b"|\n", b">\n", b"  ", b"\t", b"# ", b": ", b"\\u12", b"\0", b"\xff", b"x"),
        *("\u2028".encode(), "\x85".encode(), "😀".encode(), "\ufeff".encode()),
    ]
)


@given(
    st.binary(max_size=60)
    | st.lists(PARTS, max_size=40).map(b"".join)
    | st.lists(PARTS, max_size=40).map(lambda parts: b"---\n" + b"".join(parts) + b"\n---\n")
)
def test_any_bytes_are_read(data: bytes) -> None:
    found = Document.from_bytes("post.md", data)
    end = len(found.text)
    for node in nodes(found.root):
        assert 0 <= node.start <= node.end <= end
        assert not isinstance(node, Alias) or found.text[node.start] == "*"
    for problem in found.problems:
        assert 0 <= problem.start <= problem.end <= end
        finding = found.finding(problem)
        assert isinstance(finding.at, Span)
        found.lines.excerpt(finding.at)
    for path, scalar in ((found.path_of(scalar), scalar) for scalar in found.leaves):
        assert found.scalar(path) is scalar
        found.span_of(path)
        found.span_of(path, on_key=True)
    assert 0 <= found.body_start <= end
    assert all(found.body_start <= block.start <= block.end <= end for block in found.blocks)


BIG: dict[str, Any] = {
    "a body of 5 MB": (POST + "plain words about bread\n" * 220_000, []),
    "a body of 5 MB without front matter": ("plain words about bread\n" * 220_000, ["missing-front-matter"]),
    "front matter of 5 MB": ("---\ntags:\n" + "  - bread\n" * 500_000 + "---\n", ["oversized-front-matter"]),
    "one line of 5 MB": ("x" * 5_000_000, ["missing-front-matter"]),
    "5 MB of CJK": ("---\na: b\n---\n" + "黑麦面包\n" * 400_000, []),
}


@pytest.mark.parametrize(("text", "rules"), BIG.values(), ids=BIG)
def test_large_files_are_read_soon(text: str, rules: list[str]) -> None:
    started = time.perf_counter()
    found = Document.from_bytes("post.md", text.encode())
    assert [problem.rule for problem in found.problems] == rules
    found.lines.excerpt(found.span(len(text), len(text)))
    assert time.perf_counter() - started < 2


def test_the_limit_on_bytes_counts_bytes() -> None:
    assert doc("---\na: é\n---\n").problems == []
    for size, rules in ((6, []), (5, ["oversized-front-matter"])):
        found = Document("post.md", "---\na: é\n---\n", Limits(bytes=size))
        assert [problem.rule for problem in found.problems] == rules


@pytest.mark.parametrize(
    ("value", "after"),
    [
        ("old", "new"),
        ("'old' # kept", "'new' # kept"),
        ('"old"', '"new"'),
        ('"\\x6fld"', None),
        ("'o''ld'", None),
        ("|\n  old", None),
        ("o\n  ld", None),
        ("&a old", "&a new"),
        ("!!str old", None),
        ("!!str &a old", None),
        ("old # !!str", "new # !!str"),
        ("&a old\nb: *a", None),
        ("[old]", None),
        ("", ""),
    ],
)
def test_rewrite(value: str, after: str | None) -> None:
    doc = Document("a.md", f"---\na: {value}\n---\n")
    edit = doc.rewrite(("a",), "new")
    if after is None:
        assert edit is None
    elif after:
        assert edit is not None
        assert doc.text[: edit.start] + edit.text + doc.text[edit.end :] == f"---\na: {after}\n---\n"
    assert doc.rewrite(("b", 0), "new") is None
