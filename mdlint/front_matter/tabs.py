"""Tabs in YAML: those that stop a parser, read as the spaces they stand for, and those that stop only some.

YAML forbids tabs in the indentation. libyaml, in Ruby and behind PyYAML's fast loader, refuses them
behind the dash of an item too; PyYAML's own loader, which is what `yaml.safe_load` uses, everywhere
outside of quotes, blocks and comments. JavaScript's parsers misread some: of `cover:` and `<tab>alt: x`
they make two fields of the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from mdlint.diagnostic import Edit, Fix, shortened
from mdlint.front_matter.values import Alias, Mapping, Node, Problem, Scalar, Sequence

_BEFORE_TEXT = re.compile(r"(?:\A|(?<=[\r\n]))([ \t]*)((?:-[ \t]+)*)")
_TAB = re.compile(r"[ \t]*\t[ \t]*")
_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|^)#[^\r\n]*")
_WIDTHS = (2, 4, 8)
"""How many spaces a tab may stand for."""
_LONGEST = 100_000
"""Code points of a text that is read again and again with spaces."""
_TITLE = "write spaces"


def read_with_spaces(
    source: str, offset: int, attempt: Callable[[str], tuple[Any, Node | None, Exception | None]]
) -> tuple[Node, list[Problem]] | None:
    """The root of a text that cannot be read for its tabs only, and what is wrong; else None.

    `attempt` reads another text as if it stood at the same offset.
    """
    found = [match for match in _BEFORE_TEXT.finditer(source) if "\t" in match[0]]
    if not found or len(source) > _LONGEST:
        return None
    readings = []
    for width in _WIDTHS:
        edits = [_spaces(match, width) for match in found]
        reader, root, error = attempt(_applied(source, edits))
        if error is None and root is not None:
            readings.append((edits, root, reader.problems))
    if not readings or any(root.value != readings[0][1].value for _, root, _ in readings):
        return None
    edits, root, problems = readings[0]
    moved = _back(edits, offset)
    _move(root, moved)
    first = _TAB.search(source, *found[0].span())
    assert first is not None  # that is what was looked for
    start, end = first.span()
    is_margin = "\t" in found[0][1]
    message = "this line is indented with a tab" if is_margin else "a tab stands behind the dash"
    hint = "indent it with spaces" if is_margin else "use a space"
    fix = Fix(_TITLE, tuple(Edit(edit.start + offset, edit.end + offset, edit.text) for edit in edits), safe=True)
    tab = Problem("tab-character", start + offset, end + offset, message, hint, fix)
    return root, [tab, *(_moved(problem, moved) for problem in problems)]


def _spaces(match: re.Match[str], width: int) -> Edit:
    """Spaces for the tabs before the text of a line: `width` for each of those that indent it."""
    margin, dashes = match[1].replace("\t", " " * width), match[2].replace("\t", " ")
    is_blank = match.string[match.end() : match.end() + 1] in ("", "\r", "\n") and not dashes
    return Edit(*match.span(), "" if is_blank else margin + dashes)


def _applied(source: str, edits: list[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += source[at : edit.start], edit.text
        at = edit.end
    return "".join(parts) + source[at:]


# -- from places in the text with spaces to those in the source


def _back(edits: list[Edit], offset: int) -> Callable[[int], int]:
    ends = [edit.end for edit in edits]
    shifts = list(accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits))
    reached = [end + shift + offset for end, shift in zip(ends, shifts, strict=True)]

    def moved(at: int) -> int:
        place = bisect_right(reached, at)
        return at - shifts[place - 1] if place else at

    return moved


def _move(root: Node, moved: Callable[[int], int]) -> None:
    stack = [root]
    while stack:
        node = stack.pop()
        node.start, node.end = moved(node.start), moved(node.end)
        if isinstance(node, Mapping):
            stack.extend(part for entry in node.entries for part in entry)
        elif isinstance(node, Sequence):
            stack.extend(node.items)


def _moved(problem: Problem, moved: Callable[[int], int]) -> Problem:
    return problem.replace(start=moved(problem.start), end=moved(problem.end), fix=None)


# -- tabs that stop only some parsers


def tab_outside_of_text(source: str, offset: int, root: Node) -> Problem | None:
    """The problem of tabs in a text that could be read, at the first of them."""
    texts, plain = _texts(root)
    kept = _Places(texts, offset)
    comments = _Places([match.span() for match in _COMMENT.finditer(source) if match.start() not in kept], 0)
    found = [span for span in (match.span() for match in _TAB.finditer(source)) if _is_outside(span[1], kept, comments)]
    if not found:
        return None
    fix = None
    values = _Places(plain, offset)
    if not any(end in values for _, end in found):  # inside a value, a space would change it
        edits = tuple(
            Edit(start + offset, end + offset, "" if source[end : end + 1] in ("", "\r", "\n") else " ")
            for start, end in found
        )
        fix = Fix(_TITLE, edits, safe=True)
    start, end = found[0]
    name = shortened(source[:start].rpartition("\n")[2].strip())
    place = f"behind `{name}`" if name else "here"
    message = f"a tab stands {place}; some parsers, such as PyYAML's, stop at it"
    return Problem("tab-character", start + offset, end + offset, message, "use spaces", fix, severity="warning")


def _is_outside(at: int, *places: _Places) -> bool:
    return not any(at in place for place in places)


class _Places:
    """Stretches of a text that do not overlap; an offset is in one if it is behind its first character."""

    def __init__(self, spans: list[tuple[int, int]], offset: int) -> None:
        spans = sorted(spans)
        self.starts = [start - offset for start, _ in spans]
        self.ends = [end - offset for _, end in spans]

    def __contains__(self, at: int) -> bool:
        place = bisect_left(self.starts, at)
        return place > 0 and at <= self.ends[place - 1]


def _texts(root: Node) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where texts in quotes or blocks stand, and where those without do."""
    styled: list[tuple[int, int]] = []
    plain: list[tuple[int, int]] = []
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            (styled if node.style else plain).append((node.start, node.end))
        elif isinstance(node, Mapping):
            stack.extend(part for entry in node.entries for part in entry)
        elif not isinstance(node, Alias):
            stack.extend(node.items)
    return styled, plain
