"""Why YAML cannot be read, in an author's words and at the characters where the author erred.

libyaml and PyYAML's own parser name what they expected and where they gave up, which is often a
line below the cause. Their words differ; the keys of `_CAUSES` are what they have in common.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

import yaml

from mdlint.diagnostic import shortened
from mdlint.front_matter.values import Problem

_NOT_ALLOWED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_FIELD = re.compile(
    r"[ \t]*+(?:-[ \t]++)*+"
    r"(\"[^\"]*+\"[ \t]*+|'[^']*+'[ \t]*+|[^\s\"'#\[{-][^:]*+(?::(?![ \t]|\Z)[^:]*+)*+)"
    r"(:)(?:[ \t]++|\Z)"
)
_ITEM = re.compile(r"[ \t]*+-(?:[ \t]++|\Z)")
_TAG = re.compile(r"!(?:<[^>\s]*>|[^\s,\[\]{}]*)")
_LINE_END = re.compile(r"\r\n|\n|\r")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:[ \t]|\Z)")
_WRONG_SIGNS = (
    (re.compile(r"([\w.-]+)[ \t]*(=)[ \t]*(.*)"), "`{}` is followed by `=`; YAML wants a colon and a space"),
    (re.compile(r"([\w-]+)(:)(?!//)(\S.*)"), "the colon behind `{}` needs a space"),
    (
        re.compile(r"([^\s:：]+)[ \t]*(：)[ \t]*(.*)"),
        "`{}` is followed by the wide colon `：`; YAML wants `:` and a space",
    ),
)

_QUOTE = "put quotes around the value"
_QUOTE_TEXT = "put quotes around the value if it is meant as text"
_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}


def syntax_problem(error: Exception, source: str, offset: int, last_quoted: Any) -> Problem:
    """The problem that an error of PyYAML's stands for, met behind the event of a quoted value."""
    if isinstance(error, yaml.MarkedYAMLError):
        return _Fault(error, source, offset, last_quoted).explained()
    found = _NOT_ALLOWED.search(source)
    if found is None:
        return Problem("yaml-syntax", offset, offset, "this is not valid YAML", _QUOTE_TEXT)
    return Problem("yaml-syntax", found.start() + offset, found.end() + offset, *_not_allowed(found[0]))


def _not_allowed(character: str) -> tuple[str, str]:
    return f"U+{ord(character):04X} is a character that YAML does not allow here", "remove it"


def unknown_tag(tag: str, start: int) -> Problem:
    """The problem of a tag, such as `!foo`, that stands at an offset of the file."""
    message = f"`{shortened(tag)}` is a YAML tag that site generators do not know"
    hint = "remove it, or put quotes around the value if the `!` belongs to it"
    return Problem("unknown-tag", start, start + len(tag), message, hint)


class _Fault:
    """A syntax error: what PyYAML says of it, and the source around it."""

    def __init__(self, error: yaml.MarkedYAMLError, source: str, offset: int, last_quoted: Any) -> None:
        self.source = source
        self.offset = offset
        self.words = error.problem or ""
        self.context = error.context or ""
        problem_mark = error.problem_mark or error.context_mark
        context_mark = error.context_mark or problem_mark
        self.at = min(problem_mark.index, len(source)) if problem_mark else 0
        self.since = min(context_mark.index, len(source)) if context_mark else 0
        self.last_quote = None if last_quoted is None else last_quoted.start_mark.index
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def explained(self) -> Problem:
        for words, explain in _CAUSES.items():
            if words in self.words:
                problem = explain(self)
                if problem is not None:
                    return problem
        if self.context.endswith("ing a tag"):
            return self.sign()
        start = self.starts[self.number(self.at)]
        if self.source.startswith("%", start):
            return self.reserved(start)
        if found := _NOT_ALLOWED.search(self.source, start, self.at + 1):
            return self.problem(*found.span(), *_not_allowed(found[0]))
        return self.problem(self.at, self.at + 1, "YAML cannot be read any further here", _QUOTE_TEXT)

    def problem(self, start: int, end: int, message: str, hint: str) -> Problem:
        end = min(end, len(self.source))
        return Problem("yaml-syntax", start + self.offset, end + self.offset, message, hint)

    # -- the source

    def number(self, at: int) -> int:
        """The number of the line that an offset is on, from 0."""
        return bisect_right(self.starts, at) - 1

    def line(self, number: int) -> str:
        """A line's text, without its end."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.source)
        return self.source[self.starts[number] : end].rstrip("\r\n")

    def above(self, number: int) -> int | None:
        """The number of the next line above that is not blank and no comment."""
        while number > 0:
            number -= 1
            text = self.line(number).lstrip(" \t")
            if text and not text.startswith("#"):
                return number
        return None

    def is_part(self, number: int) -> bool:
        """Whether a line is a field or an item of a list."""
        text = self.line(number)
        return bool(_FIELD.match(text) or _ITEM.match(text))

    def subject(self, at: int) -> str:
        """What a value at an offset is called: its field in backticks, or in general."""
        text = self.line(self.number(at))
        field = _FIELD.match(text)
        if field is not None:
            return f"`{shortened(field[1])}`"
        return "this item" if _ITEM.match(text) else "this line"

    def value(self, at: int) -> tuple[int, str]:
        """The start and the text of the value on an offset's line."""
        number = self.number(at)
        text = self.line(number)
        found = _FIELD.match(text) or _ITEM.match(text)
        rest = text[found.end() if found else 0 :].lstrip(" \t")
        return self.starts[number] + len(text) - len(rest), rest.rstrip(" \t")

    def content(self, number: int) -> tuple[int, str]:
        """The start and the text of a line without the white space around it."""
        text = self.line(number)
        return self.starts[number] + len(text) - len(text.lstrip(" \t")), text.strip(" \t")

    # -- the causes

    def colon(self) -> Problem | None:
        """A colon and a space where no field can be."""
        number = self.number(self.at)
        field = _FIELD.match(self.line(number))
        if field is None or self.starts[number] + field.start(2) != self.at:
            message = f"{self.subject(self.at)} holds a colon and a space outside quotes"
            return self.problem(self.at, self.at + 1, message, _QUOTE)
        above = self.above(number)
        if above is None:
            return None
        if not self.is_part(above):
            while (higher := self.above(above)) is not None and not self.is_part(higher):
                above = higher
            return self.no_field(above)
        start = self.starts[number]
        beside = self.subject(self.starts[above])
        hint = f"start it in the same column as {beside}, or put quotes around that value if it goes on here"
        message = f"`{shortened(field[1])}` is indented too far"
        return self.problem(start + field.start(1), start + field.end(1), message, hint)

    def no_colon(self) -> Problem:
        return self.no_field(self.number(self.since))

    def no_field(self, number: int) -> Problem:
        """A line that is neither a field nor part of one."""
        start, text = self.content(number)
        if _CONFLICT.match(text):
            message, hint = "a merge conflict was left in the file", "settle it, and remove its marks"
            return self.problem(start, start + len(text), message, hint)
        for pattern, words in _WRONG_SIGNS:
            if found := pattern.match(text):
                name, value = shortened(found[1]), shortened(found[3])
                hint = f"write `{name}: {value}`"
                return self.problem(start + found.start(2), start + found.end(2), words.format(name), hint)
        above = self.above(number)
        hint = "remove it, or put a name and a colon before it"
        if above is not None and (field := _FIELD.match(self.line(above))):
            hint = f"remove it, or put it in quotes behind `{shortened(field[1])}:`"
        return self.problem(start, start + len(text), "this line is no field: it has no `name:`", hint)

    def token(self) -> Problem:
        """A character that no value can start with."""
        if not self.source.startswith("\t", self.at):
            return self.reserved(self.at)
        start, _ = self.content(self.number(self.at))
        if self.at < start:
            return self.problem(self.at, start, "this line is indented with a tab", "indent it with spaces")
        return self.problem(self.at, self.at + 1, f"a tab stands inside {self.subject(self.at)}", "use spaces")

    def sign(self) -> Problem:
        """`*`, `&` or `!` before something that is no name."""
        return self.reserved(self.since)

    def reserved(self, at: int) -> Problem:
        number = self.number(at)
        if not self.is_part(number) and at == self.content(number)[0]:
            return self.no_field(number)
        sign = self.source[at : at + 1]
        shown = "a backtick" if sign == "`" else f"`{sign}`"
        message = f"{self.subject(at)} starts with {shown}, which has a meaning of its own in YAML"
        return self.problem(at, at + 1, message, _QUOTE)

    def goes_on(self) -> Problem | None:
        """Something follows a value that was complete, or a line stands in the wrong column."""
        start = self.starts[self.number(self.at)]
        before = self.source[start : self.at].rstrip(" \t")
        sign = self.source[self.at : self.at + 1]
        if sign in ("]", "}"):
            return self.closes_nothing()
        if not before:
            return self.misplaced_line()
        if before[-1] in "\"'":
            return self.closed_early(start + len(before) - 1)
        if before[-1] in "]}":
            at, value = self.value(self.at)
            message = f"{self.subject(at)} starts with `{value[:1]}` and ends at `{before[-1]}`, but more follows"
            return self.problem(self.at, at + len(value), message, _QUOTE_TEXT)
        if sign == "-":
            message = f"the list of {self.subject(self.at)} starts on the field's own line"
            return self.problem(self.at, self.at + 1, message, f"put each item on a line of its own, or {_QUOTE_TEXT}")
        return None

    def closed_early(self, quote: int) -> Problem:
        """A quoted value that goes on behind its closing quote."""
        mark = self.source[quote]
        if self.last_quote is not None and self.number(self.last_quote) < self.number(quote):
            message = f"{self.subject(self.last_quote)} starts with a quote that is closed only further down"
            hint = "add the closing quote at the end of the value"
            return self.problem(self.last_quote, self.last_quote + 1, message, hint)
        start, value = self.value(quote)
        if value.startswith((mark + "[", mark + "{")) and value.endswith(("]" + mark, "}" + mark)):
            message = f"{self.subject(quote)} has quotes around its brackets and inside them"
            hint = f"remove the outer quotes: `{shortened(value[1:-1])}`"
            return self.problem(start, start + len(value), message, hint)
        message = f"{self.subject(quote)} holds a quote that ends its value too early"
        if mark == "'":
            hint = "write `''` for an apostrophe inside single quotes, or use double quotes around the value"
        else:
            hint = 'write `\\"` for a quote inside double quotes, or use single quotes around the value'
        return self.problem(quote, quote + 1, message, hint)

    def misplaced_line(self) -> Problem:
        start, text = self.content(self.number(self.at))
        if _ITEM.match(text):
            message, hint = "this item is in line with no list above", "start it in the column of its list"
        elif "block collection" in self.context:
            message, hint = "a field stands among the items of a list", "indent it, or put `- ` before it"
        else:
            message, hint = "this line is in line with no field above", "start it in the same column as its siblings"
        return self.problem(start, start + len(text), message, hint)

    def closes_nothing(self) -> Problem:
        sign = self.source[self.at : self.at + 1]
        return self.problem(self.at, self.at + 1, f"`{sign}` closes nothing", f"remove it, or {_QUOTE_TEXT}")

    def brackets(self) -> Problem:
        """A list or mapping in brackets that does not go on as it should."""
        opening = self.source[self.since]
        if self.number(self.since) == self.number(self.at) and self.at < len(self.source):
            if self.source[self.at - 1] in "\"'" and self.source[self.at] not in "\"'":
                return self.closed_early(self.at - 1)
            if self.source.startswith(":", self.at):
                return self.problem(self.at, self.at + 1, "a colon and a space stand inside a value", _QUOTE)
            hint = "put a comma between the items"
            return self.problem(self.at, self.at + 1, "a comma is missing before this item", hint)
        message = f"{self.subject(self.since)} has a `{opening}` that is never closed"
        hint = f"add `{']' if opening == '[' else '}'}` at its end, or {_QUOTE_TEXT}"
        return self.problem(self.since, self.since + 1, message, hint)

    def no_value(self) -> Problem | None:
        """A comma or a bracket where a value should be."""
        sign = self.source[self.at : self.at + 1]
        if sign == ",":
            hint = "remove the comma, or add the value"
            return self.problem(self.at, self.at + 1, "a value is missing before this comma", hint)
        if not sign and (opening := max(self.source.rfind("["), self.source.rfind("{"))) >= 0:
            self.since = opening
            return self.brackets()
        return self.closes_nothing() if sign in ("]", "}") else None

    def open_quote(self) -> Problem:
        message = f"{self.subject(self.since)} starts with a quote that is never closed"
        return self.problem(self.since, self.since + 1, message, "add the closing quote at the end of the value")

    def escape(self) -> Problem:
        """A backslash before a character that makes no escape."""
        at = self.source.rfind("\\", self.since, self.at + 1)
        return self.backslash(at, f"`{self.source[at : at + 2]}` has no meaning inside double quotes")

    def digits(self) -> Problem:
        r"""`\x`, `\u` or `\U` without its digits."""
        at = self.source.rfind("\\", self.since, self.at + 1)
        sign = self.source[at : at + 2]
        digits = _HEX_DIGITS.get(sign[1:], 2)
        return self.backslash(at, f"`{sign}` must be followed by {digits} hexadecimal digits inside double quotes")

    def backslash(self, at: int, message: str) -> Problem:
        hint = "write `\\\\` for a backslash, or use single quotes around the value"
        return self.problem(at, at + 2, message, hint)

    def no_character(self) -> Problem:
        r"""`\u` with digits that stand for half of a character or for none."""
        at = self.source.rfind("\\", self.since, self.at + 1)
        end = at + 2 + _HEX_DIGITS.get(self.source[at + 1 : at + 2], 2)
        return self.problem(at, end, f"`{self.source[at:end]}` is no whole character", "write the character itself")

    def block(self) -> Problem:
        """Text on the line of `|` or `>`."""
        sign = self.source[self.since : self.since + 1]
        message = f"{self.subject(self.since)} starts with `{sign}`, so its text must start on the next line"
        return self.problem(self.since, self.since + 1, message, f"{_QUOTE}, or move the text down and indent it")

    def handle(self) -> Problem:
        tag = _TAG.match(self.source, self.since)
        return unknown_tag(tag[0] if tag else "!", self.since + self.offset)


_CAUSES: dict[str, Callable[[_Fault], Problem | None]] = {
    "mapping values are not allowed": _Fault.colon,
    "could not find expected ':'": _Fault.no_colon,
    "cannot start any token": _Fault.token,
    "mapping keys are not allowed": _Fault.token,
    "tab character": _Fault.token,
    "sequence entries are not allowed": _Fault.goes_on,
    "expected key": _Fault.goes_on,
    "expected <block end>": _Fault.goes_on,
    "expected '-' indicator": _Fault.goes_on,
    "<document start>": _Fault.goes_on,
    "expected ',' or": _Fault.brackets,
    "node content": _Fault.no_value,
    "unexpected end of stream": _Fault.open_quote,
    "unknown escape character": _Fault.escape,
    "hexdecimal number": _Fault.digits,
    "hexadecimal number": _Fault.digits,
    "invalid Unicode character": _Fault.no_character,
    "alphabetic or numeric": _Fault.sign,
    "comment or line break": _Fault.block,
    "comment or a line break": _Fault.block,
    "indentation indicator": _Fault.block,
    "undefined tag handle": _Fault.handle,
}
