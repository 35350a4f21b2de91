"""Shares of a whole: as percentages in words, and as the parts of a bar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from mdlint.diagnostic import Severity
from mdlint.record import Record

State: TypeAlias = Severity | str
"""The worst that was found in a file, or `clean`."""

STATES: tuple[State, ...] = ("error", "warning", "info", "clean")


class Bar(Record):
    """A part of a bar: what it shows, and where it starts and how wide it is, in percent."""

    kind: str
    start: str
    width: str
    count: int


def bar(counts: Mapping[str, int], whole: int | None = None) -> tuple[Bar, ...]:
    """The parts of a bar, in order; `whole` is what its full width stands for, if not their sum."""
    whole = whole or sum(counts.values()) or 1
    parts = []
    start = 0
    for kind, count in counts.items():
        if count:
            parts.append(Bar(kind, number(100 * start / whole), number(100 * count / whole), count))
        start += count
    return tuple(parts)


def percent(part: int, whole: int) -> str:
    """A share in whole percent. What is not all is never called 100, what is not nothing never 0."""
    if not part or not whole:
        return "0"
    return "100" if part >= whole else "<1" if part * 100 < whole else str(min(round(100 * part / whole), 99))


def number(value: float) -> str:
    """A coordinate, no longer than it need be."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
