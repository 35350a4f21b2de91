"""Offsets into a text as lines and columns, counted in code points and in bytes, and the lines themselves."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from mdlint.diagnostic import Excerpt, Fix, Span
from mdlint.regex import regex

_LINE_END = regex(r"\r\n|\n|\r")
_LONGEST_IN_LINE = 200
"""Code points that are cheaper to look through for a line end than to look for the line of the last one."""
_FEW_PLACES = 50
"""Places for which lines are counted; for more, a table of all lines is made."""
_SHORT_LINE = 500
"""Code points to read once more for each place behind them."""
_LONGEST_EXCERPT = 400
"""Code points of a source line that a frame may need; longer lines are cut around the span."""


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The 1-based line and column of one offset; for more than one, see `Lines`."""
    # One character more, for an offset between CR and LF.
    ends = (match.end() for match in _LINE_END.finditer(text, 0, offset + 1))
    starts = [end for end in ends if end <= offset]
    return len(starts) + 1, offset - (starts[-1] if starts else 0) + 1


class Lines:
    """The lines of a file. What is found out about a line is kept: several findings are often about the same."""

    def __init__(self, text: str, has_bom: bool = False) -> None:
        """`text` is without byte-order mark; `has_bom` tells whether the file starts with one."""
        self._text = text
        self._has_bom = has_bom
        self._is_same_in_bytes = text.isascii() and not has_bom
        self._places_left = -1  # of those to count lines for; not yet known
        self._start_of_line = {1: 0}
        self._excerpts: dict[int, Excerpt] = {}
        self._bytes_of_lines: dict[int, int] = {}
        self._last_byte = 0, 0  # an offset and the same one in bytes, from which others are near

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line starts."""
        text = self._text
        if "\r" in text:
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        return [0, *accumulate([len(line) + 1 for line in text.split("\n")])][:-1]

    def span(self, start: int, end: int) -> Span:
        """The place of the code points `start:end`."""
        line, first = self._line_at(start)
        if end - start < _LONGEST_IN_LINE and "\n" not in (text := self._text[start:end]) and "\r" not in text:
            return Span(line, start - first + 1, line, end - first + 1)
        last_line, last = self._line_at(end)
        return Span(line, start - first + 1, last_line, end - last + 1)

    def _line_at(self, offset: int) -> tuple[int, int]:
        """The number of the line that an offset is on, and the offset at which it starts."""
        text = self._text
        if self._places_left < 0:
            # Where CR ends lines only together with LF, LF alone is looked for.
            self._places_left = _FEW_PLACES if "\r" not in text or text.count("\r") == text.count("\r\n") else 0
        if self._places_left:
            # Counting is faster than a table of all lines, as long as a file needs few places.
            self._places_left -= 1
            start = text.rfind("\n", 0, offset) + 1
            number = text.count("\n", 0, start) + 1
        else:
            number = bisect_right(self.starts, offset)
            start = self.starts[number - 1]
        self._start_of_line[number] = start
        return number, start

    def _start(self, line: int) -> int:
        """The offset at which a line starts; the last one for any behind it."""
        start = self._start_of_line.get(line)
        if start is None:
            start = self._start_of_line[line] = self.starts[min(line, len(self.starts)) - 1]
        return start

    def excerpt(self, span: Span) -> Excerpt:
        """The first source line of a span, or a part of it where it is very long."""
        number = span.line
        excerpt = self._excerpts.get(number)
        if excerpt is not None:
            return excerpt
        start = self._start(number)
        end = self._text.find("\n", start)
        line = (self._text[start:end] if end >= 0 else self._text[start:]).partition("\r")[0]
        if len(line) > _LONGEST_EXCERPT:
            cut = max(0, min(span.column - 1 - _LONGEST_EXCERPT // 4, len(line) - _LONGEST_EXCERPT))
            return Excerpt(number, cut + 1, line[cut : cut + _LONGEST_EXCERPT])
        excerpt = self._excerpts[number] = Excerpt(number, 1, line)
        return excerpt

    def byte_span(self, span: Span) -> Span:
        """The same place with columns that count UTF-8 bytes, those of a byte-order mark too."""
        if self._is_same_in_bytes:
            return span
        line, column, end_line, end_column = span
        first, last = self._byte_column(line, column), self._byte_column(end_line, end_column)
        return span if first == column and last == end_column else Span(line, first, end_line, last)

    def _byte_column(self, line: int, column: int) -> int:
        start = self._start(line)
        mark = 3 if self._has_bom and line == 1 else 0
        if column <= _SHORT_LINE:
            # Most lines of most languages' front matter are ASCII.
            before = self._text[start : start + column - 1]
            return column + mark if before.isascii() else len(_encoded(before)) + 1 + mark
        # A long line may hold a thousand places.
        if line not in self._bytes_of_lines:
            self._bytes_of_lines[line] = self._byte(start)
        return self._byte(start + column - 1) - self._bytes_of_lines[line] + 1 + mark

    def placed(self, fix: Fix) -> Fix:
        """The fix with the places of its edits, in lines and in bytes."""
        title, edits, safe, changes, *_ = fix
        spans = tuple([self.span(max(edit.start, 0), max(edit.end, 0)) for edit in edits])
        if self._is_same_in_bytes:
            return Fix(title, edits, safe, changes, (), spans)
        byte_spans = tuple(map(self.byte_span, spans))
        if self._has_bom:
            byte_spans = tuple(
                span._replace(column=1) if edit.start < 0 else span  # the mark itself has no column
                for edit, span in zip(edits, byte_spans, strict=True)
            )
        ranges = tuple([(self._byte_of_file(edit.start), self._byte_of_file(edit.end)) for edit in edits])
        return Fix(title, edits, safe, changes, ranges, spans, () if byte_spans == spans else byte_spans)

    def _byte_of_file(self, at: int) -> int:
        return 0 if at < 0 else self._byte(at) + (3 if self._has_bom else 0)

    def _byte(self, at: int) -> int:
        """How many bytes stand before an offset, without a byte-order mark."""
        point, byte = self._last_byte
        if at >= point:
            byte += len(_encoded(self._text[point:at]))
        else:
            byte -= len(_encoded(self._text[at:point]))
        self._last_byte = at, byte
        return byte


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
