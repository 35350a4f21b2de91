"""A value that is no TOML, in an entry of one line: what is wrong with it, and the text without it.

tomllib says where it gave up, which is behind the cause, and what it expected, which is not what the author meant.
"""

from __future__ import annotations

import re

from mdlint.diagnostic import Edit, Fix, shortened
from mdlint.front_matter.values import Problem
from mdlint.named import NamedTuple

_ENTRY = re.compile(r"[ \t]*([A-Za-z0-9_-]+)[ \t]*=[ \t]*([^\r\n]*?)[ \t]*(?=\r?\n|\Z)")
_TABLE = re.compile(r"^[ \t]*\[\[?[ \t]*([A-Za-z0-9_-]+)", re.MULTILINE)
_COMMENT = re.compile(r"(?:\A|[ \t]+)#")
_BOOLEAN = re.compile(r"true|false", re.IGNORECASE)
_YES_OR_NO = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_NOTHING = frozenset(("null", "none", "nil", "undefined", "~"))
_CURLY = re.compile(r"[“”„‟]([^“”„‟\"\\]*)[“”„‟]|[‘’‚‛]([^‘’‚‛\"\\]*)[‘’‚‛]")
_ZEROS = re.compile(r"[-+]?0+([0-9]+)")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)")
_ITEMS = re.compile(r"""(["'])[^"']*\1[ \t]*,[ \t]*["']""")
_INNER = re.compile(r"""(["'])(?!\1)(.*\1.*)\1""")
_WORDS = re.compile(r"[^\W\d_][^\"\\\[\]{}=#]*")


class Broken(NamedTuple):
    """What is wrong, and the text in which blanks stand for the entry."""

    problem: Problem
    rest: str


def broken_value(source: str, at: int, offset: int) -> Broken | None:
    """What is wrong with the entry in whose line reading ended at `at`; None where that is no entry of a single line."""
    start = source.rfind("\n", 0, at) + 1
    entry = _ENTRY.match(source, start)
    if entry is None or entry.end() < at or at < entry.start(2):
        return None
    value = entry[2]
    if value.startswith(("[", "{", '"""', "'''")):
        return None
    if value[:1] not in "\"'" and (comment := _COMMENT.search(value)):
        value = value[: comment.start()]
    told = _told(entry[1], value, entry.start(2) + offset)
    if told is None:
        return None
    table = None
    for table in _TABLE.finditer(source, 0, start):  # noqa: B007 - the last one is wanted
        pass
    rest = source[:start] + " " * (entry.end() - start) + source[entry.end() :]
    return Broken(told.replace(unread=(table[1] if table else entry[1],)), rest)


def _told(key: str, value: str, start: int) -> Problem | None:
    name, end, said = f"`{key}`", start + len(value), f"`{shortened(value)}`"

    def problem(message: str, hint: str, written: str = "") -> Problem:
        fix = Fix(f"write `{shortened(written)}`", (Edit(start, end, written),), safe=True) if written else None
        return Problem("toml-syntax", start, end, message, hint, fix)

    if not value:
        return problem(f"{name} has no value", 'write one, `""` for an empty text, or remove the field')
    if _BOOLEAN.fullmatch(value):
        return problem(f"{name} is {said}, which TOML does not know", f"write `{value.lower()}`", value.lower())
    if value.lower() in _YES_OR_NO:
        hint = f"write `{_YES_OR_NO[value.lower()]}`, or put double quotes around it if it is text"
        return problem(f"{name} is {said}, which TOML does not know", hint)
    if value.lower() in _NOTHING:
        return problem(f"{name} is {said}, which TOML does not know", "remove the field, or write what belongs there")
    if curly := _CURLY.fullmatch(value):
        return problem(
            f"the quotes around {name} are curly ones", "write straight quotes", f'"{curly[1] or curly[2] or ""}"'
        )
    if zeros := _ZEROS.fullmatch(value):
        hint = f'write `{zeros[1]}`, or `"{value}"` if the zeros belong to it'
        return problem(f"{name} is {said}, and no number in TOML starts with a zero", hint)
    if _DATE.match(value):
        hint = "write a date that exists, as `2024-01-05` or `2024-01-05T10:00:00+02:00`"
        return problem(f"{name} is {said}, which is no date in TOML", hint)
    if _ITEMS.match(value):
        return problem(f"{name} has several values", f"write a list: `{shortened(f'[{value}]')}`")
    if quoted := _INNER.fullmatch(value):
        quote, text = quoted.groups()
        hint = r"write `\"` for a quote inside double quotes" if quote == '"' else "put double quotes around the value"
        other = "'" if quote == '"' else '"'
        certain = other not in text and "\\" not in text
        return problem(
            f"{name} holds a quote that ends its value too early", hint, f"{other}{text}{other}" if certain else ""
        )
    if _WORDS.fullmatch(value):
        return problem(f"{name} is text without quotes", "put double quotes around it", f'"{value}"')
    if value[0] in "\"'":
        return None
    return problem(f"{name} is {said}, which TOML does not know", "put quotes around it if it is text")
