"""YAML that cannot be read: what is wrong with it, and the fields that can be read all the same.

The top-level entry in which reading ended is left out and the rest is read again, so that one broken
value does not hide what is wrong elsewhere. What is left out is overwritten in place: offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

from mdlint.front_matter.broken_yaml.causes import explain
from mdlint.front_matter.broken_yaml.fault import Where
from mdlint.front_matter.broken_yaml.lines import Lines
from mdlint.front_matter.simple_yaml import Begun
from mdlint.front_matter.values import Collection, Mapping, Node, Problem, oversized

__all__ = ["recovered"]

_MOST_ENTRIES = 20
_MOST_READ = 2_000_000
"""Code points that reading again and again may take together."""
_NAME = re.compile(r"[*&]([^\s,\[\]{}]+)")


class Reader(Protocol):
    """The YAML reader, as far as it matters here."""

    source: str
    offset: int
    problems: list[Problem]
    begun: Begun | None
    last_quoted: Any
    brackets: Collection | None


Attempt: TypeAlias = tuple[Reader, Node | None, Exception | None]
"""A reader, what it read, and why it stopped if it did."""


def recovered(reader: Reader, error: Exception, attempt: Callable[[str], Attempt]) -> tuple[Node | None, list[Problem]]:
    """The root of what can be read, and what is wrong.

    `attempt` reads the same text again with parts left out. The root is None where the front matter
    is not to be read at all, or nothing that is certain is left of it.
    """
    source, offset = reader.source, reader.offset
    found: list[Problem] = []
    for _ in range(min(_MOST_ENTRIES, 1 + _MOST_READ // (len(source) + 1))):
        stop = getattr(error, "problem", None)
        if isinstance(stop, str) and "maximum nesting depth" in stop:
            stop = _too_deep(reader.source, error, offset, attempt)
        lines = Lines(reader.source)
        if not isinstance(stop, Problem):
            problem, hit = explain(error, lines, offset, _where(reader))
        elif stop.rule != "yaml-syntax":
            return None, [*reader.problems, *found, stop]
        else:
            problem, hit = stop, lines.entry(lines.number(stop.start - offset))
        unread = lines.fields_meant(*hit)
        if found and stop is problem and _was_there(source, problem.start - offset):
            found[-1] = found[-1].replace(unread=(*found[-1].unread, *unread))
        else:
            found.append(problem.replace(unread=unread))
        rest = _without(lines, *hit)
        if rest == reader.source:
            break
        reader, root, next_error = attempt(rest)
        if next_error is None:
            is_certain = isinstance(root, Mapping) and root.entries
            return (root if is_certain else None), [*reader.problems, *found]
        error = next_error
    return None, [*reader.problems, *found]


def _too_deep(source: str, error: Any, offset: int, attempt: Callable[[str], Attempt]) -> Problem:
    """The problem of a text that libyaml gave up, which looks far ahead of what it has handed out.

    What stands before is deep enough for the limit on depth to be met, and for its place to be known.
    """
    end = error.problem_mark.index
    _, _, stop = attempt(source[:end])
    problem = getattr(stop, "problem", None)
    if isinstance(problem, Problem) and problem.rule != "yaml-syntax":
        return problem
    return oversized(end + offset, "is nested too deep")


def _where(reader: Reader) -> Where:
    quoted, brackets, begun = reader.last_quoted, reader.brackets, reader.begun
    is_open = brackets is not None and brackets.end == brackets.start
    return Where(
        None if quoted is None or quoted.style in "|>" else (quoted.start_mark.index, quoted.end_mark.index),
        brackets.start - reader.offset if is_open and brackets is not None else None,
        None if begun is None else (begun.at + begun.indent, begun.start - reader.offset),
    )


def _was_there(source: str, alias: int) -> bool:
    """Whether an alias stands for a value that was left out above it."""
    name = _NAME.match(source, alias)
    return name is not None and any(f"&{name[1]}" == found[0] for found in _NAME.finditer(source, 0, alias))


def _without(lines: Lines, first: int, behind: int) -> str:
    """The source with comments and blanks in the place of some lines."""
    start, end = lines.starts[first], lines.end(behind - 1)
    left_out = "".join(
        "#".ljust(len(text), " ") + lines.source[lines.starts[number] + len(text) : lines.end(number)]
        if text
        else lines.source[lines.starts[number] : lines.end(number)]
        for number in range(first, behind)
        for text in [lines.line(number)]
    )
    return lines.source[:start] + left_out + lines.source[end:]
