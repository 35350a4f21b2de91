"""The comments in a file that ask to ignore findings: where they stand and what they say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, TypeAlias

from mdlint.diagnostic import Edit
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Node, Scalar
from mdlint.front_matter.values import Sequence as List
from mdlint.named import NamedTuple

SIGN = "mdlint:"
"""What every such comment holds."""

Kind: TypeAlias = Literal["line", "html", "jsx"]
"""`# …` in YAML and TOML, `<!-- … -->` in Markdown, `{/* … */}` in MDX."""

_OPENED = re.compile(r"(?:(?P<html><!--)|(?P<jsx>\{/\*))\s*\Z")
_CLOSED: dict[Kind, str] = {"html": "-->", "jsx": "*/}"}
_LONGEST_OPENING = 100
"""Characters before the sign in which a comment opens."""
_MOST = 1000
"""Comments in one file that are read; a hostile file may hold a hundred thousand."""
_MOST_WORDS = 200
_HASHES = {"yaml": re.compile(r"(?<![^\s])#[ \t]*\Z"), "toml": re.compile(r"#[ \t]*\Z")}
_NEXT_HASH = re.compile(r"\s+#")
_WHAT = re.compile(r"mdlint:\s*([\w-]*)")
_BRACKETS = re.compile(r"\s*\[([^\[\]]*)(\]?)")
_REASON = re.compile(r"\s*(?:\Z|#|--|—)")
_WORD = re.compile(r"[^\s,]+")
_MEANT = re.compile(r"ig?n|no-?(?:qa|lint)|(?:dis|en)able|skip|suppress|allow|o(?:ff|n)\Z")
"""How a word starts that people write for `ignore`; anything else may be a remark about mdlint."""
_BLOCK_STYLES = frozenset("|>")


class Word(NamedTuple):
    """A word between the brackets, with its offsets."""

    text: str
    start: int
    end: int


class Comment(NamedTuple):
    """A comment for mdlint, with its offsets in the file's text.

    start, end: the comment with a reason that it gives, without white space around. said: where what mdlint reads ends.
    whole_file: whether it holds for the whole file. words: none where it names no rules. brackets: what is between them.
    is_alone: whether nothing else stands on its lines. mistake: what is wrong with it, and what to do.
    """

    kind: Kind
    start: int
    end: int
    said: int
    whole_file: bool
    words: tuple[Word, ...]
    brackets: tuple[int, int] | None
    is_alone: bool
    mistake: tuple[str, str] | None = None


def read_comments(doc: Document) -> list[Comment]:
    """The comments for mdlint in a document, in order."""
    found = [*islice(_in_front_matter(doc), _MOST)]
    return [*found, *islice(_in_body(doc), _MOST - len(found))]


def _places(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find(SIGN, start, end)
    while at >= 0:
        yield at
        at = text.find(SIGN, at + len(SIGN), end)


def _in_front_matter(doc: Document) -> Iterator[Comment]:
    front_matter, text = doc.front_matter, doc.text
    if front_matter is None or front_matter.format not in _HASHES or SIGN not in doc.head:
        return
    start, end = front_matter.fences.content
    texts = sorted(texts_of(doc))
    for at in _places(text, start, end):
        first_of_line, last = line_around(doc, at)
        opened = _HASHES[front_matter.format].search(text, max(first_of_line, at - _LONGEST_OPENING), at)
        if opened is None or _is_within(opened.start(), texts):
            continue
        following = _NEXT_HASH.search(text, at, last)
        last = at + len(text[at : following.start() if following else last].rstrip())
        if comment := _read(doc, "line", (opened.start(), last), at, last):
            yield comment


def texts_of(doc: Document) -> Iterator[tuple[int, int]]:
    """Where the texts of the front matter stand, its keys among them, in which a `#` starts no comment."""
    stack: list[Node] = [doc.root] if doc.root is not None else []
    while stack:
        node = stack.pop()
        if isinstance(node, Mapping):
            for entry in node.entries:
                stack.extend(entry)
        elif isinstance(node, List):
            stack.extend(node.items)
        elif isinstance(node, Scalar) and node.start < node.end:
            if node.style and node.style in _BLOCK_STYLES:
                # The line that starts a block of text may end in a comment, its last line must not.
                yield line_around(doc, node.start)[1], line_around(doc, node.end)[1] + 1
            else:
                yield node.start, node.end


def _is_within(at: int, ranges: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(ranges, (at, len(ranges) and ranges[-1][1])) - 1
    return place >= 0 and at < ranges[place][1]


def _in_body(doc: Document) -> Iterator[Comment]:
    text = doc.text
    code: list[tuple[int, int]] | None = None
    end = doc.body_start
    endless: set[Kind] = set()
    for at in _places(text, doc.body_start, len(text)):
        opened = _OPENED.search(text, max(at - _LONGEST_OPENING, end), at)
        if opened is None:
            continue
        kind: Kind = "html" if opened["html"] else "jsx"
        inside = -1 if kind in endless else text.find(_CLOSED[kind], at)
        if inside < 0:
            endless.add(kind)
            continue
        if code is None:
            # Imported here: a comment in the front matter needs no Markdown parser.
            from mdlint.body import read_code

            code = read_code(text, doc.body_start)
        if _is_within(opened.start(), code):
            continue
        end = inside + len(_CLOSED[kind])
        last = at + len(text[at:inside].rstrip())
        if comment := _read(doc, kind, (opened.start(), end), at, last):
            yield comment


def _read(doc: Document, kind: Kind, place: tuple[int, int], at: int, inside: int) -> Comment | None:
    """What a comment says: `at` is its sign, `inside` where its own text ends. None for a remark about mdlint."""
    text, (start, end) = doc.text, place
    what = _WHAT.match(text, at, inside)
    assert what is not None  # the sign is there
    is_known = what[1] in ("ignore", "ignore-file")
    if not is_known and not _MEANT.match(what[1].lower()):
        return None
    before, behind = text[line_around(doc, start)[0] : start], text[end : line_around(doc, end)[1]]
    is_alone = not before.strip() and not behind.strip()
    comment = Comment(kind, start, end, what.end(), what[1] == "ignore-file", (), None, is_alone)
    if not is_known:
        mistake = f"`mdlint: {what[1]}` ignores nothing"
        return comment._replace(mistake=(mistake, "write `mdlint: ignore[rule]` or `mdlint: ignore-file[rule]`"))
    brackets = _BRACKETS.match(text, what.end(), inside)
    said = f"`mdlint: {what[1]}`"
    if brackets is None:
        if _REASON.match(text[what.end() : inside]):
            return comment
        hint = f"write `mdlint: {what[1]}[rule]`; a reason goes behind the brackets"
        return comment._replace(mistake=(f"{said} ignores nothing: what follows is not in brackets", hint))
    place = brackets.span(1)
    words = tuple(Word(word[0], *word.span()) for word in islice(_WORD.finditer(text, *place), _MOST_WORDS + 1))
    comment = comment._replace(said=brackets.end(), words=words, brackets=place)
    if not brackets[2]:
        return comment._replace(mistake=(f"{said} ignores nothing: its bracket is never closed", "add a `]`"))
    if not words:
        return comment._replace(mistake=(f"{said} names no rule", "name the rules to ignore between the brackets"))
    if len(words) > _MOST_WORDS:
        mistake = f"{said} ignores nothing: it names more than {_MOST_WORDS} rules"
        return comment._replace(mistake=(mistake, "name their groups"))
    return comment


def removal(doc: Document, comment: Comment) -> Edit | None:
    """The edit that takes a comment out, and its line with it where nothing else stands there; None where that could
    change how the text around it is read."""
    text, start, end = doc.text, comment.start, comment.end
    first, last = line_around(doc, start)[0], line_around(doc, end)[1]
    if not comment.is_alone:
        before, behind = text[first:start], text[end:last]
        if not before.strip():
            # What follows another comment stays; what follows HTML in its line would no longer be HTML.
            space = len(behind) - len(behind.lstrip())
            return Edit(start, end + space, "") if comment.kind == "line" else None
        return Edit(first + len(before.rstrip(" \t")), end, "")
    below = next_line(doc, last)
    if comment.kind == "line":
        return Edit(first, below, "")
    above_is_blank = first <= doc.body_start or not _line_above(doc, first).strip()
    below_end = line_around(doc, below)[1]
    below_is_blank = not text[below:below_end].strip()
    if above_is_blank and below_is_blank:
        return Edit(first, next_line(doc, below_end), "")  # and one of the two blank lines
    # Between two lines of text an empty line must keep them apart, as the comment did.
    return Edit(first, below if above_is_blank or below_is_blank else last, "")


def line_around(doc: Document, at: int) -> tuple[int, int]:
    """The offsets at which the line of an offset starts and ends, without its line end."""
    starts, text = doc.line_starts, doc.text
    line = bisect_right(starts, at)
    start, end = starts[line - 1], starts[line] if line < len(starts) else len(text)
    while end > start and text[end - 1] in "\r\n":
        end -= 1
    return start, end


def next_line(doc: Document, end: int) -> int:
    """The offset at which the line below that of an offset starts; that of the file's end where there is none."""
    starts = doc.line_starts
    line = bisect_right(starts, end)
    return starts[line] if line < len(starts) else len(doc.text)


def _line_above(doc: Document, start: int) -> str:
    return doc.text[slice(*line_around(doc, start - 1))]
