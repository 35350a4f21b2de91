"""A source line as a terminal shows it, and where on it the carets go.

Spans count code points; a terminal gives a CJK character two columns, a combining mark none, a tab
several. So the line is first made safe to print, then measured, then cut to the room there is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, groupby

from mdlint.diagnostic import Excerpt, Span
from mdlint.reporters.safe import escape
from mdlint.reporters.screen import Screen

_TAB = 4
_LEAST_ROOM = 20

_NARROW = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x370, 0x377), (0x391, 0x3A1), (0x3A3, 0x3FF), (0x400, 0x482),
    (0x48A, 0x52F), (0x2010, 0x2027), (0x202F, 0x205E),
)  # fmt: skip
_WIDE = (
    (0x26A1, 0x26A1), (0x2705, 0x2705), (0x2728, 0x2728), (0x274C, 0x274C), (0x2753, 0x2755), (0x2757, 0x2757),
    (0x2B50, 0x2B50), (0x3001, 0x3029), (0x3041, 0x3096), (0x309B, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3),
    (0xFF01, 0xFF60), (0x1F300, 0x1F320), (0x1F337, 0x1F37C), (0x1F37E, 0x1F393), (0x1F3A0, 0x1F3CA), (0x1F3E0, 0x1F3F0),
    (0x1F400, 0x1F43E), (0x1F442, 0x1F4FC), (0x1F4FF, 0x1F53D), (0x1F5FB, 0x1F64F), (0x1F680, 0x1F6C5), (0x1F90C, 0x1F93A),
    (0x1F947, 0x1F9FF),
)  # fmt: skip
"""Latin, Greek, Cyrillic (one column each), and the common Chinese, Japanese and Korean characters and emoji (two):
measured without wcwidth, because importing it takes a quarter of a short run's time."""
_JOINER = "\u200d"


class _Kinds(dict[str, int]):
    """The width of a plain character, 0 for one that wcwidth must measure, -1 for one to escape."""

    def __missing__(self, character: str) -> int:
        code = ord(character)
        if escape(character) != character:
            kind = -1
        elif any(first <= code <= last for first, last in _NARROW):
            kind = 1
        else:
            kind = 2 if any(first <= code <= last for first, last in _WIDE) else 0
        self[character] = kind
        return kind


_KINDS = _Kinds()


def draw(excerpt: Excerpt, span: Span, screen: Screen, room: int) -> tuple[str, int, int]:
    """The line in at most `room` columns, how many columns before the first caret, how many carets.

    A span over several lines is underlined to the end of its first. One without characters gets one caret.
    """
    room = max(room, _LEAST_ROOM)
    cells, columns = _measure(excerpt.text, screen)
    _break_orders(excerpt.text, cells, columns)
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


def _break_orders(text: str, cells: list[str], columns: list[int]) -> None:
    """Escape one character of what is an order to GitHub Actions anywhere in a line, as `Screen.show` does."""
    at = text.find("##[")
    while at >= 0:
        cells[at + 1] = r"\x23"
        columns[at + 2 :] = [column + 3 for column in columns[at + 2 :]]
        at = text.find("##[", at + 1)


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
    kinds = [_KINDS[character] for character in text]
    if min(kinds) > 0 and screen.show(text) == text:
        return list(text), list(accumulate(kinds, initial=0))
    for at in range(1, len(kinds)):
        if kinds[at] == 0 < kinds[at - 1]:
            kinds[at - 1] = 0  # what follows is its accent, perhaps, or the frame of a keycap
        elif kinds[at] > 0 and text[at - 1] == _JOINER:
            kinds[at] = 0  # one emoji with what stands before
    cells: list[str] = []
    columns = [0]
    for (unsafe, plain), group in groupby(zip(text, kinds, strict=True), lambda pair: (pair[1] < 0, pair[1] > 0)):
        run = "".join(character for character, _ in group)
        if plain and screen.show(run) == run:
            cells.extend(run)
            columns.extend(accumulate((_KINDS[character] for character in run), initial=columns.pop()))
        elif unsafe or plain:
            for character in run:
                shown = screen.show(character) if character != "\t" else " " * (_TAB - columns[-1] % _TAB)
                _add(cells, columns, shown, _KINDS[character] if shown == character else len(shown))
        else:
            from wcwidth import iter_graphemes, wcswidth  # here: see above

            for seen in iter_graphemes(run):
                shown = screen.show(seen)
                width = max(wcswidth(seen), 0) if shown == seen else len(shown)
                _add(cells, columns, shown, width, len(seen))
    return cells, columns


def _add(cells: list[str], columns: list[int], shown: str, width: int, points: int = 1) -> None:
    """Add what is seen as one character and made of `points` code points."""
    cells.append(shown)
    cells.extend([""] * (points - 1))
    columns.extend([columns[-1] + width] * points)
