"""Posts by the month or the year of their date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from mdlint.diagnostic import Overview
from mdlint.named import NamedTuple
from mdlint.record import Record
from mdlint.reporters.html.bars import STATES, State, number

_FIRST, _LAST = "1990", "2051"
"""Days outside of these years are mistakes that would squeeze all others together."""
_MOST_MONTHS = 120
_WIDEST = 6.0
"""Percent of the width that one bar may take."""
_LABELS = 8
_FEWEST = 3
"""Posts from which on a timeline tells something."""


class Stack(Record):
    """The posts of a month or a year: what to say of them, and per state where to draw it, in percent."""

    label: str
    count: int
    parts: tuple[tuple[State, str, str], ...]


class Timeline(NamedTuple):
    """stacks: each with its place and width. labels: what stands below, and where. most: the posts of the highest.
    undated: files without a date that could be read. outside: dated before 1990 or after 2050."""

    unit: str
    stacks: list[tuple[str, str, Stack]]
    labels: list[tuple[str, str]]
    most: int
    dated: int
    undated: int
    outside: int
    first: str
    last: str


def timeline(overviews: Sequence[Overview], states: Mapping[str, State]) -> Timeline | None:
    """The timeline; None where hardly any file has a date."""
    days = {one.path: one.day for one in overviews if one.day and _FIRST <= one.day < _LAST}
    if len(days) < _FEWEST:
        return None
    first, last = min(days.values()), max(days.values())
    months = _month(last) - _month(first) + 1
    by_month = months <= _MOST_MONTHS
    start = _month(first) if by_month else int(first[:4])
    count = months if by_month else int(last[:4]) - start + 1
    posts: list[Counter[State]] = [Counter() for _ in range(count)]
    for path, day in days.items():
        posts[(_month(day) if by_month else int(day[:4])) - start][states.get(path, "clean")] += 1
    most = max(stack.total() for stack in posts)
    step = 100 / count
    width = min(step * 0.84, _WIDEST)
    names = [_name(start + at, by_month=by_month) for at in range(count)]
    return Timeline(
        "month" if by_month else "year",
        [
            (number(step * (at + 0.5) - width / 2), number(width), _stack(names[at], posts[at], most))
            for at in range(count)
            if posts[at]
        ],
        [(number(step * (at + 0.5)), names[at]) for at in _labelled(start, count, by_month=by_month)],
        most,
        len(days),
        sum(not one.day for one in overviews),
        sum(bool(one.day) for one in overviews) - len(days),
        first,
        last,
    )


def _month(day: str) -> int:
    """The months from the beginning of the calendar."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _name(at: int, *, by_month: bool) -> str:
    return f"{at // 12}-{at % 12 + 1:02}" if by_month else str(at)


def _stack(name: str, posts: Counter[State], most: int) -> Stack:
    """A month's or a year's bar, the clean files at the bottom."""
    parts = []
    top = 100.0
    for state in reversed(STATES):
        if posts[state]:
            height = 100 * posts[state] / most
            top -= height
            parts.append((state, number(top), number(height)))
    return Stack(name, posts.total(), tuple(parts))


def _labelled(start: int, count: int, *, by_month: bool) -> list[int]:
    """The bars with a label below: Januaries where there are several, else some at equal distances."""
    if by_month:
        januaries = [at for at in range(count) if (start + at) % 12 == 0]
        if len(januaries) > 2:
            return januaries[:: -(-len(januaries) // _LABELS)]
    return list(range(count))[:: -(-count // _LABELS)]
