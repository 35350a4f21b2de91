"""A source line as a terminal shows it, and where on it the carets go.

Spans count code points; a terminal gives a CJK character two columns, a combining mark none, a tab
several. So the line is first made safe to print, then measured, then cut to the room there is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from mdlint.diagnostic import Excerpt, Span
from mdlint.reporters.safe import SURROGATES, UNSEEN
from mdlint.reporters.screen import Screen

_TAB = 4
_LEAST_ROOM = 20

_UNSAFE = UNSEEN + SURROGATES
_PLAIN = (
    " -~\xa1-\xac\xae-\u02ff\u0370-\u0377\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e"
    "\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
)
"""Latin, Greek, Cyrillic (one column each), and the common Chinese, Japanese and Korean characters (two):
measured without wcwidth, because importing it takes a quarter of a short run's time."""
_PIECES = re.compile(
    f"(?P<plain>[{_PLAIN}]+(?![^{_PLAIN}{_UNSAFE}]))|(?P<unsafe>[{_UNSAFE}])|[{_PLAIN}]?[^{_PLAIN}{_UNSAFE}]+"
)
"""What is not plain may join the plain character before it: an accent, the frame of a keycap."""


def draw(excerpt: Excerpt, span: Span, screen: Screen, room: int) -> tuple[str, int, int]:
    """The line in at most `room` columns, how many columns before the first caret, how many carets.

    A span over several lines is underlined to the end of its first. One without characters gets one caret.
    """
    room = max(room, _LEAST_ROOM)
    cells, columns = _measure(excerpt.text, screen)
    last = len(cells)
    start = min(max(span.column - excerpt.column, 0), last)
    end = last if span.end_line > span.line else min(max(span.end_column - excerpt.column, start), last)
    while 0 < start < last and not cells[start]:  # inside of what the reader sees as one character
        start -= 1

    first = 0
    before = after = ""
    if excerpt.column > 1:
        before = screen.ellipsis
    if len(before) + columns[last] > room:
        first = bisect_left(columns, _left_edge(columns, start, end, room, len(screen.ellipsis)))
        if first > 0:
            before = screen.ellipsis
        edge = columns[first] + room - len(before)
        if columns[last] > edge:
            after = screen.ellipsis
            last = bisect_right(columns, edge - len(after)) - 1
    left = columns[first] - len(before)
    carets = max(min(columns[end], columns[last]) - columns[start], 1)
    return before + "".join(cells[first:last]) + after, columns[start] - left, carets


def _left_edge(columns: list[int], start: int, end: int, room: int, mark: int) -> int:
    """The column at which to start, so that the span is seen with something on both of its sides."""
    if columns[end] + 1 + mark <= room:
        return 0  # the line's start names the field: keep it where that hides nothing of the span
    context = max((room - (columns[end] - columns[start])) // 2, room // 4)
    return max(min(columns[start] - context, columns[-1] + 1 - (room - mark)), 0)


def _measure(text: str, screen: Screen) -> tuple[list[str], list[int]]:
    """What to print for each code point, and the display column before each and after the last.

    Where several are seen as one character, the first stands for them and the others are empty.
    """
    if text.isascii() and text.isprintable():
        return list(text), list(range(len(text) + 1))
    cells: list[str] = []
    columns = [0]
    for piece in _PIECES.finditer(text):
        shown = screen.show(piece[0])
        if piece[0] == "\t":
            width = _TAB - columns[-1] % _TAB
            _add(cells, columns, " " * width, width)
        elif piece["unsafe"]:
            _add(cells, columns, shown, len(shown))
        elif piece["plain"] and shown == piece[0]:
            cells.extend(shown)
            widths = (1 if character < "\u3000" else 2 for character in shown)
            columns.extend(accumulate(widths, initial=columns.pop()))
        else:
            from wcwidth import iter_graphemes, wcswidth  # here: see _PLAIN

            for seen in iter_graphemes(piece[0]):
                shown = screen.show(seen)
                width = max(wcswidth(seen), 0) if shown == seen else len(shown)
                _add(cells, columns, shown, width, len(seen))
    return cells, columns


def _add(cells: list[str], columns: list[int], shown: str, width: int, points: int = 1) -> None:
    """Add what is seen as one character and made of `points` code points."""
    cells.append(shown)
    cells.extend([""] * (points - 1))
    columns.extend([columns[-1] + width] * points)
