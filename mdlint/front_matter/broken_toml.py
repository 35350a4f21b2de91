"""TOML that cannot be read: what is wrong with it, and the text without the entry that is.

tomllib says where it gave up, which is behind the cause, and what it expected, which is not what the author meant. An
entry of one line tells more.
"""

from __future__ import annotations

import re

from mdlint.diagnostic import Edit, Fix, shortened
from mdlint.front_matter.values import Problem
from mdlint.named import NamedTuple
from mdlint.regex import regex

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
_TEMPLATE = regex(r"[ \t]*([\w.'\"-]+[ \t]*=[ \t]*)?(\{[{%][^\r\n]*[}%]\})[ \t]*(?:#|\r|\n|\Z)")
"""A line with a template's code: behind the key, or instead of a field."""
_PLACE = regex(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)\Z", re.DOTALL)
_IN_A_VALUE = ("Invalid value", "Invalid date", "Expected newline or end of document")


class Broken(NamedTuple):
    """What is wrong, and the text in which blanks stand for the entry; None where it is no entry of one line."""

    problem: Problem
    rest: str | None


def explained(error: str, source: str, offset: int) -> Broken:
    """What is wrong with the TOML in `source`, which stands at `offset` in its file, by what tomllib says of it."""
    at = _place(error, source)
    broken = _broken_value(source, at, offset) if error.startswith(_IN_A_VALUE) else None
    return broken or Broken(_syntax_problem(error, source, at, offset), None)


def _broken_value(source: str, at: int, offset: int) -> Broken | None:
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


def _place(text: str, source: str) -> int:
    """The offset at which tomllib gave up, as it says."""
    place = _PLACE.match(text)
    if not place or not place[2]:
        return len(source.rstrip())
    # tomllib counts lines after turning CRLF into LF, which leaves lines and columns as they are.
    lines = source.split("\n")
    line = int(place[2]) - 1
    return min(sum(len(text) + 1 for text in lines[:line]) + int(place[3]) - 1, len(source))


def _syntax_problem(text: str, source: str, at: int, offset: int) -> Problem:
    place = _PLACE.match(text)
    problem = place[1] if place else text
    code = _TEMPLATE.match(source, source.rfind("\n", 0, at) + 1)
    if code is not None:
        # Imported here: hardly any front matter has templates.
        from mdlint.front_matter.templates import unquoted_template

        found = unquoted_template(code[2], code.start(2) + offset, is_line=not code[1], breaks=True)
        return found if "'" not in code[2] else found.replace(fix=None)  # quotes of YAML's would not do
    known = next((words for start, words in _CAUSES.items() if problem.startswith(start)), None)
    cause, hint, anchor = known or (problem[:1].lower() + problem[1:], "", "")
    line_start = source.rfind("\n", 0, at) + 1
    if problem.startswith("Expected '='") and source[at : at + 1] == ":":
        hint = "write `=` instead of `:`; if all fields are written so, they are YAML: its fences are `---`"
    if anchor == "quote":
        quotes = [source.rfind(quote, line_start, at) for quote in "\"'"]
        at = max(*quotes, line_start)
    elif anchor == "line":
        at = line_start + len(source[line_start:at]) - len(source[line_start:at].lstrip())
    is_character = at < len(source) and source[at] not in "\r\n"
    return Problem("toml-syntax", at + offset, at + offset + is_character, f"this is not valid TOML: {cause}", hint)


_CAUSES = {
    "Invalid value": ("the value is no number, date, boolean or text in quotes", "put double quotes around it", ""),
    "Cannot overwrite a value": ("this key is given twice", "keep one of the two", "line"),
    "Cannot declare": ("this table is given twice", "keep one of the two", "line"),
    "Illegal character '\\n'": ("this text is never closed", "add a quote at its end", "quote"),
    "Unterminated string": ("this text is never closed", "add a quote at its end", "quote"),
    "Expected '=' after a key": ("there is no `=` behind the key", "", ""),
    "Unclosed array": ("this list is never closed", "add a `]`", ""),
    "Expected newline or end of document": ("more text follows behind the value", "", ""),
    "Unescaped '\\'": ("this backslash starts no valid escape", "use single quotes, or write two backslashes", ""),
}
"""How tomllib's messages begin, and per message the cause in words, the hint, and where the author erred:
at the last quote or at the start of the line instead of where tomllib gave up."""
