"""Offsets into a text as lines and columns, counted in code points and in bytes, and the lines themselves."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TypeAlias

from mdlint.diagnostic import Excerpt, Fix, Span
from mdlint.regex import regex

Place: TypeAlias = tuple[Span, Excerpt, Span | None]
"""A stretch of a file, its first source line, and the stretch in bytes where it is another one."""

_Line: TypeAlias = tuple[int, int, int, Excerpt | None, bool]
"""The number of a line, where it starts and ends, its excerpt unless it is very long, and whether its columns are the same in bytes for
certain."""

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
        self._known: dict[int, _Line] = {}
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
        number, first, last, _, _ = self._line_at(start)
        if end <= last:
            return Span(number, start - first + 1, number, end - first + 1)
        end_number, end_first, _, _, _ = self._line_at(end)
        return Span(number, start - first + 1, end_number, end - end_first + 1)

    def place(self, start: int, end: int) -> Place:
        """The same with what a diagnostic has of it besides."""
        number, first, last, excerpt, is_same = self._line_at(start)
        if end > last or excerpt is None or not is_same:
            return self.place_of(self.span(start, end))
        return Span(number, start - first + 1, number, end - first + 1), excerpt, None

    def place_of(self, span: Span) -> Place:
        """The same of a place that is known."""
        byte_span = self.byte_span(span)
        return span, self.excerpt(span), None if byte_span is span else byte_span

    def _line_at(self, offset: int) -> _Line:
        """The line that an offset is on."""
        text = self._text
        if self._places_left < 0:
            # Where CR ends lines only together with LF, LF alone is looked for.
            self._places_left = _FEW_PLACES if "\r" not in text or text.count("\r") == text.count("\r\n") else 0
        if self._places_left:
            # Counting is faster than a table of all lines, as long as a file needs few places.
            self._places_left -= 1
            start = text.rfind("\n", 0, offset) + 1
            number = text.count("\n", 0, start) + 1
            return self._known.get(number) or self._line(number, start, text.find("\n", start))
        number = bisect_right(self.starts, offset)
        return self._known.get(number) or self._line_of(number)

    def _line_of(self, number: int) -> _Line:
        """The line of a number; for any behind the last one, what stands there."""
        known = self._known.get(number)
        if known is not None:
            return known
        if number == 1 and self._places_left:
            return self._line_at(0)
        starts = self.starts
        following = starts[number] if number < len(starts) else -1
        start = starts[min(number, len(starts)) - 1]
        is_ended_by_lf = following > 0 and self._text[following - 1] == "\n"
        return self._line(number, start, following - is_ended_by_lf)

    def _line(self, number: int, start: int, end: int) -> _Line:
        """The line of a number, from where it starts up to its LF, or behind its CR; -1 stands for the end of the text."""
        text = self._text
        if end < 0:
            end = len(text)
        elif text.endswith("\r", start, end):
            end -= 1
        is_short = end - start <= _LONGEST_EXCERPT
        content = text[start:end] if is_short else ""
        line = self._known[number] = (
            number,
            start,
            end,
            Excerpt(number, 1, content) if is_short else None,
            self._is_same_in_bytes or (is_short and content.isascii() and not (self._has_bom and number == 1)),
        )
        return line

    def excerpt(self, span: Span) -> Excerpt:
        """The first source line of a span, or a part of it where it is very long."""
        number, start, end, excerpt, _ = self._line_of(span.line)
        if excerpt is not None:
            return excerpt
        cut = max(0, min(span.column - 1 - _LONGEST_EXCERPT // 4, end - start - _LONGEST_EXCERPT))
        return Excerpt(number, cut + 1, self._text[start + cut : min(start + cut + _LONGEST_EXCERPT, end)])

    def byte_span(self, span: Span) -> Span:
        """The same place with columns that count UTF-8 bytes, those of a byte-order mark too."""
        if self._is_same_in_bytes:
            return span
        line, column, end_line, end_column = span
        first, last = self._byte_column(line, column), self._byte_column(end_line, end_column)
        return span if first == column and last == end_column else Span(line, first, end_line, last)

    def _byte_column(self, line: int, column: int) -> int:
        _, start, _, _, is_same = self._line_of(line)
        if is_same:
            return column
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
        places = [self.place(max(start, 0), max(end, 0)) for start, end, _ in edits]
        spans = tuple([span for span, _, _ in places])
        if self._is_same_in_bytes:
            return Fix(title, edits, safe, changes, (), spans)
        byte_spans = tuple([byte_span or span for span, _, byte_span in places])
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
