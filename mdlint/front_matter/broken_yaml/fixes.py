"""Repairs of broken YAML where only one reading is possible.

Whatever is proposed is read again first: the text up to the end of the repaired line must be valid,
and end in the values that the author meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from yaml import DocumentStartEvent, ScalarEvent, YAMLError

from mdlint.diagnostic import Edit, Fix
from mdlint.front_matter.broken_yaml.lines import FIELD, ITEM, Lines
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.yaml_events import Parser

_COMMENT = re.compile(r"[ \t]#")
COLON = "write a colon and a space"
_BETWEEN_ITEMS = re.compile(r"'[ \t]*,[ \t]*'")
_DELIBERATE = re.compile(r"\\(?:[nrt\"\\/ ]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")
"""Escapes that an author may well have meant, unlike `\\a` and `\\e`."""
_OPENS = " \t([{<-–—/"
_CLOSES = " \t.,;:!?)]}>-–—/"
_HEADER_OF_BLOCK = re.compile(r"(?:[|>][-+0-9]{0,2})?\Z")


class Fixes:
    """Fixes for values of one text, which stands at an offset of its file."""

    def __init__(self, lines: Lines, offset: int) -> None:
        self.lines = lines
        self.offset = offset

    def quoted(self, at: int) -> Fix | None:
        """Quotes around the value on an offset's line, where that line is all of it."""
        lines = self.lines
        number = lines.number(at)
        start, value = lines.value(at)
        if not value or _COMMENT.search(value) or self._goes_on_below(number) or self._may_be_item(number):
            return None
        return self._checked(
            "put quotes around the value", number, [(start, start + len(value), in_quotes(value))], (value,)
        )

    def requoted(self, at: int) -> Fix | None:
        """Other quotes around a value that holds its own ones."""
        lines = self.lines
        number = lines.number(at)
        start, value = lines.value(at)
        if len(value) < 2 or self._goes_on_below(number) or self._may_be_item(number):
            return None
        if value[:2] == "['" and value[-2:] == "']":
            return self._requoted_items(number, start, value)
        meant = _meant(value)
        if meant is None:
            return None
        return self._checked("change the quotes", number, [(start, start + len(value), in_quotes(meant))], (meant,))

    def _requoted_items(self, number: int, start: int, value: str) -> Fix | None:
        items = _BETWEEN_ITEMS.split(value[2:-2])
        if any(not item or set(_quotes(item, "'")) - {"inside"} for item in items):
            return None
        text = ", ".join(in_quotes(item) if "'" in item else f"'{item}'" for item in items)
        return self._checked("change the quotes", number, [(start, start + len(value), f"[{text}]")], items)

    def without_outer_quotes(self, at: int) -> Fix | None:
        """The list or mapping in brackets that stands inside quotes."""
        start, value = self.lines.value(at)
        number = self.lines.number(at)
        inside = scalars(value[1:-1])
        if inside is None or self._goes_on_below(number):
            return None
        end = start + len(value)
        return self._checked("remove the outer quotes", number, [(start, start + 1, ""), (end - 1, end, "")], inside)

    def single_quoted(self, at: int) -> Fix | None:
        """Single quotes around a value in which backslashes are meant as such."""
        start, value = self.lines.value(at)
        number = self.lines.number(at)
        inside = value[1:-1]
        if value[:1] + value[-1:] != '""' or len(value) < 2 or '"' in inside or _DELIBERATE.search(inside):
            return None
        if self._goes_on_below(number):
            return None
        text = "'" + inside.replace("'", "''") + "'"
        return self._checked("use single quotes", number, [(start, start + len(value), text)], (inside,))

    def closed(self, at: int) -> Fix | None:
        """The closing double quote at the end of the line. A single one may be an apostrophe."""
        start, value = self.lines.value(at)
        number = self.lines.number(at)
        inside = value[1:]
        if start != at or not inside or value[0] != '"' or set(inside) & {'"', "\\"} or _COMMENT.search(inside):
            return None
        if self._goes_on_below(number) or self._may_be_item(number):
            return None
        end = start + len(value)
        return self._checked("add the closing quote", number, [(end, end, '"')], (inside,))

    def colon(self, start: int, end: int) -> Fix | None:
        """A colon and a space in the place of what stands between a name and its value."""
        return self._checked(COLON, self.lines.number(start), [(start, end, ": ")])

    def comma(self, at: int) -> Fix | None:
        """A comma behind an item in quotes that another one follows."""
        behind = len(self.lines.source[:at].rstrip(" \t"))
        if self.lines.source[behind - 1] not in "\"'" or self.lines.source[at] not in "\"'":
            return None
        return self._checked("add the comma", self.lines.number(at), [(behind, behind, ",")])

    def indented(self, number: int, field: int) -> Fix | None:
        """A line made part of the field above it that has no value."""
        below = self.lines.below(number)
        if below is not None and not self.lines.is_part(below):
            return None
        start, text = self.lines.content(number)
        margin = " " * (self.lines.column(field) + 2)
        is_block = bool(self.lines.value(self.lines.starts[field])[1])
        meant = (f"{text}\n",) if is_block else (text,)
        return self._checked("indent the line", number, [(self.lines.starts[number], start, margin)], meant)

    def outdented(self, first: int, behind: int) -> Fix | None:
        """The first fields without the indentation that the others do not have."""
        said = [number for number in range(first, behind) if self.lines.content(number)[1]]
        width = self.lines.indentation(said[0])
        if any(self.lines.indentation(number) < width for number in said):
            return None
        starts = [self.lines.starts[number] for number in said]
        edits = [(start, start + width, "") for start in starts]
        return self._checked("remove the indentation", said[-1], edits)

    def removed(self, start: int, end: int) -> Fix:
        """Without characters that nobody sees. The text around them is not looked at."""
        return Fix("remove it", (Edit(start + self.offset, end + self.offset, ""),), safe=True)

    def _goes_on_below(self, number: int) -> bool:
        """Whether the line below is indented as if it were part of the value."""
        below = self.lines.below(number)
        return below is not None and self.lines.indentation(below) > self.lines.column(number)

    def _may_be_item(self, number: int) -> bool:
        """Whether `- name: text` may be one text just as well as a field."""
        text = self.lines.line(number)
        if not ITEM.match(text) or not FIELD.match(text):
            return False
        below = self.lines.below(number)
        return below is None or self.lines.indentation(below) != self.lines.column(number)

    def _checked(
        self, title: str, last: int, edits: Sequence[tuple[int, int, str]], meant: Sequence[str] = ()
    ) -> Fix | None:
        """The fix, if with it the entry is valid up to its `last` line and ends in the values meant."""
        lines = self.lines
        first = lines.starts[lines.entry(lines.number(edits[0][0]))[0]]
        text = lines.source[first : lines.end(last)]
        for start, end, new in reversed(edits):
            text = text[: start - first] + new + text[end - first :]
        read = scalars(text)
        if read is None or read[len(read) - len(meant) :] != list(meant):
            return None
        moved = tuple(Edit(start + self.offset, end + self.offset, new) for start, end, new in edits)
        return Fix(title, moved, safe=True)


def scalars(text: str) -> list[str] | None:
    """The single values of a YAML text, or None where it is none."""
    found = []
    documents = 0
    try:
        parser: Any = Parser(text)
        while (event := parser.get_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                found.append(event.value)
            elif kind is DocumentStartEvent:
                documents += 1
    except (YAMLError, ValueError):
        return None
    return found if documents == 1 else None


def has_no_value(text: str) -> bool:
    """Whether what stands behind a field's colon is nothing, or announces text on the next lines."""
    return bool(_HEADER_OF_BLOCK.match(text))


def _meant(value: str) -> str | None:
    """What a value says that starts with a quote which closes too early, where that is clear."""
    mark = value[0]
    if mark not in "\"'" or "\\" in value or (mark == "'" and "''" in value) or _COMMENT.search(value):
        return None
    if value[-1] != mark:  # `"Rye" and wheat`
        return value if value.count(mark) % 2 == 0 and "inside" not in _quotes(value, mark) else None
    inside = value[1:-1]
    pairs = [kind for kind in _quotes(inside, mark) if kind != "inside"]
    if "unclear" in pairs:
        return None
    if len(pairs) % 2 or pairs == ["opens", "closes"] * (len(pairs) // 2):  # `'the bakers' rye'`, `"the "best" rye"`
        return inside
    if pairs == ["closes", "opens"] * (len(pairs) // 2):  # `"Rye" and "wheat"`
        return value
    return None


def _quotes(text: str, mark: str) -> list[str]:
    """What each quote in a text looks like: one that opens, one that closes, or one inside a word."""
    found = []
    at = text.find(mark)
    while at >= 0:
        opens = at == 0 or text[at - 1] in _OPENS
        closes = at + 1 == len(text) or text[at + 1] in _CLOSES
        found.append("unclear" if opens and closes else "opens" if opens else "closes" if closes else "inside")
        at = text.find(mark, at + 1)
    return found
