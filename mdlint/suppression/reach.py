"""Which part of a file a comment speaks of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from mdlint.document import Document
from mdlint.front_matter.values import Alias, Mapping, Node, Scalar
from mdlint.front_matter.values import Sequence as List
from mdlint.suppression.comments import Comment, line_around, next_line

if TYPE_CHECKING:
    from mdlint.body import Block

Range = tuple[int, int]


def reaches(doc: Document, comments: Sequence[Comment]) -> list[Range | None]:
    """Per comment the offsets between which it holds, both inclusive; None for the whole file, or where it holds for
    nothing.

    In the front matter that is a line and all that begins in it: the comment's own, where something stands before it,
    with brackets and texts that end there; else the next line that is no comment. In the body it is the comment's own
    line; where nothing else stands in it, the block below, and of a heading the block below that.
    """
    parts: Parts | None = None
    own_lines = {line_around(doc, comment.start)[0] for comment in comments if comment.is_alone}
    found: list[Range | None] = []
    for comment in comments:
        if comment.whole_file or comment.mistake:
            found.append(None)
        elif comment.kind == "line":
            parts = parts or Parts(doc)
            found.append(_in_front_matter(doc, comment, parts))
        else:
            found.append(_in_body(doc, comment, own_lines))
    return found


class Parts:
    """The fields and the items of lists, by where they start, and those that may end in a line of others by their end."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._below: dict[int, Range | None] = {}
        self.by_start: list[Range] = []
        self.by_end: list[Range] = []
        stack: list[Node] = [doc.root] if doc.root is not None else []
        while stack:
            node = stack.pop()
            if isinstance(node, Mapping):
                for key, value in node.entries:
                    # Of tables in TOML that share a name each begins in a line of its own.
                    if not (isinstance(value, List) and not value.flow and doc.text.startswith("[[", value.start)):
                        self._note(key.start, max(key.end, value.end), value)
                    stack += key, value
            elif isinstance(node, List):
                for item in node.items:
                    self._note(item.start, item.end, item)
                    stack.append(item)
        self.by_start.sort()
        self.by_end.sort()

    def line_below(self, low: int, high: int) -> Range | None:
        """The next line, from a comment's on, that is no comment; what comments pass on their way is passed once."""
        doc, passed = self._doc, []
        assert doc.front_matter is not None  # the comment stands in it
        found: Range | None = (low, high)
        while low not in self._below:
            if low >= doc.front_matter.fences.content[1]:
                found = None
                break
            if doc.text[low:high].lstrip()[:1] not in ("#", ""):
                found = (low, high)
                break
            passed.append(low)
            low, high = line_around(doc, next_line(doc, high))
        else:
            found = self._below[low]
        self._below.update(dict.fromkeys(passed, found))
        return found

    def _note(self, start: int, end: int, value: Node) -> None:
        self.by_start.append((start, end))
        if isinstance(value, Scalar | Alias) or value.flow:
            self.by_end.append((end, start))


def _in_front_matter(doc: Document, comment: Comment, parts: Parts) -> Range | None:
    low, high = line_around(doc, comment.start)
    if comment.is_alone:
        line = parts.line_below(low, high)
        if line is None:
            return None
        low, high = line
    first, last = low, high
    for start, end in parts.by_start[bisect_left(parts.by_start, (low, 0)) :]:
        if start > high:
            break
        last = max(last, end)
    if not comment.is_alone:
        for end, start in parts.by_end[bisect_left(parts.by_end, (low, 0)) :]:
            if end > comment.start:
                break
            first = min(first, start)
    return first, last


def _in_body(doc: Document, comment: Comment, own_lines: set[int]) -> Range | None:
    first, last = line_around(doc, comment.start)[0], line_around(doc, comment.end)[1]
    if not comment.is_alone:
        return first, last
    for start in islice(doc.line_starts, bisect_right(doc.line_starts, last), None):
        line = line_around(doc, start)
        if start in own_lines or not doc.text[slice(*line)].strip():
            continue
        at = bisect_right(doc.blocks, line[1], key=_start) - 1
        if at >= 0 and first <= doc.blocks[at].start and start < doc.blocks[at].end:
            below = doc.blocks[at + 1 : at + 2] if doc.blocks[at].level else []
            # What a section says is the heading's affair; the next heading has its own.
            end = below[0].end if below and not below[0].level else doc.blocks[at].end
            return start, max(end, line[1])
        return line
    return None


def _start(block: Block) -> int:
    return block.start
