"""A YAML text by lines, as an author sees it: fields, items, values. Works on text that no parser can read."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from mdlint.diagnostic import shortened

FIELD = re.compile(
    r"[ \t]*+(?:-[ \t]++)*+"
    r"(\"[^\"]*+\"[ \t]*+|'[^']*+'[ \t]*+|[^\s\"'#\[{-][^:]*+(?::(?![ \t]|\Z)[^:]*+)*+)"
    r"(:)(?:[ \t]++|\Z)"
)
ITEM = re.compile(r"[ \t]*+-(?:[ \t]++|\Z)")
_LINE_END = re.compile(r"\r\n|\n|\r")
_NAME = r"(?:\"[^\"\r\n]{1,60}\"|'[^'\r\n]{1,60}'|[\w$@][\w$@./ -]{0,60}?)[ \t]*+:(?![^ \t\r\n])"
_TOP = re.compile(_NAME)
"""What starts a field, where prose with a colon should not: a short name without quotes inside."""
_MEANT_AS_FIELD = re.compile(r"[ \t]*+(?:-[ \t]++)*+[\"']?([\w$@][\w$@./ -]{0,60}?)[\"']?[ \t]*+[:=：]")


class Lines:
    """The source and its lines, which are counted from 0."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts = [0, *[match.end() for match in _LINE_END.finditer(source)]]

    def number(self, at: int) -> int:
        """The number of the line that an offset is on."""
        return bisect_right(self.starts, at) - 1

    def end(self, number: int) -> int:
        """The offset behind a line, its end included."""
        return self.starts[number + 1] if number + 1 < len(self.starts) else len(self.source)

    def line(self, number: int) -> str:
        """A line's text, without its end."""
        return self.source[self.starts[number] : self.end(number)].rstrip("\r\n")

    def content(self, number: int) -> tuple[int, str]:
        """The start and the text of a line without the white space around it."""
        text = self.line(number)
        return self.starts[number] + len(text) - len(text.lstrip(" \t")), text.strip(" \t")

    def indentation(self, number: int) -> int:
        """How many blanks a line starts with."""
        return self.content(number)[0] - self.starts[number]

    def above(self, number: int) -> int | None:
        """The number of the next line above that is not blank and no comment."""
        return next((above for above in range(number - 1, -1, -1) if self._says_something(above)), None)

    def below(self, number: int) -> int | None:
        """The number of the next line below that is not blank and no comment."""
        return next((below for below in range(number + 1, len(self.starts)) if self._says_something(below)), None)

    def _says_something(self, number: int) -> bool:
        text = self.content(number)[1]
        return bool(text) and not text.startswith("#")

    def is_part(self, number: int) -> bool:
        """Whether a line is a field or an item of a list."""
        text = self.line(number)
        return bool(FIELD.match(text) or ITEM.match(text))

    def name_at(self, number: int) -> str:
        """The name of the field on a line as messages show it, or empty."""
        field = FIELD.match(self.line(number))
        return shortened(field[1]) if field else ""

    def subject(self, at: int) -> str:
        """What a value at an offset is called: its field in backticks, or in general."""
        number = self.number(at)
        if name := self.name_at(number):
            return f"`{name}`"
        return "this item" if ITEM.match(self.line(number)) else "this line"

    def value(self, at: int) -> tuple[int, str]:
        """The start and the text of the value on an offset's line."""
        number = self.number(at)
        text = self.line(number)
        found = FIELD.match(text) or ITEM.match(text)
        rest = text[found.end() if found else 0 :].lstrip(" \t")
        return self.starts[number] + len(text) - len(rest), rest.rstrip(" \t")

    def column(self, number: int) -> int:
        """The column, from 0, at which the field or the item of a line starts."""
        text = self.line(number)
        field = FIELD.match(text)
        return field.start(1) if field else self.indentation(number)

    # -- top-level entries

    @cached_property
    def tops(self) -> list[int]:
        """The numbers of the lines at which a field of the whole text starts."""
        tops = [number for number, start in enumerate(self.starts) if _TOP.match(self.source, start)]
        first = self.below(-1)
        if tops or first is None:
            return tops
        margin = self.indentation(first)  # all fields may be indented alike
        return [
            number
            for number, start in enumerate(self.starts)
            if self.indentation(number) == margin and _TOP.match(self.source, start + margin)
        ]

    def entry(self, number: int) -> tuple[int, int]:
        """The first line of the top-level entry that a line belongs to, and the line behind its last."""
        place = bisect_right(self.tops, number)
        first = self.tops[place - 1] if place else 0
        return first, self.tops[place] if place < len(self.tops) else len(self.starts)

    def fields_meant(self, first: int, behind: int) -> tuple[str, ...]:
        """What may be names of fields in some lines, however they are indented."""
        names = (_MEANT_AS_FIELD.match(self.line(number)) for number in range(first, behind))
        return tuple(dict.fromkeys(name[1] for name in names if name))
