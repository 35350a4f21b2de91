"""Why YAML cannot be read, in an author's words and at the characters where the author erred.

libyaml and PyYAML's own parser name what they expected and where they gave up, which is often a
line below the cause. Their words differ; the keys of `_CAUSES` are what they have in common.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from mdlint.diagnostic import shortened
from mdlint.front_matter.broken_yaml.fault import QUOTE, QUOTE_TEXT, Fault, Where
from mdlint.front_matter.broken_yaml.fixes import Fixes
from mdlint.front_matter.broken_yaml.lines import FIELD, Lines
from mdlint.front_matter.values import Problem, unknown_tag

_NOT_ALLOWED = re.compile("[\0-\x08\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_UNSEEN = re.compile("[\0-\x1a\x1c-\x1f\x7f\ufeff]")
"""Of these, what can go without a loss: not ESC, which starts a sequence, nor U+0080 to U+009F, letters in Windows-1252."""
_TAG = re.compile(r"!(?:<[^>\s]*>|[^\s,\[\]{}]*)")
_IN_QUOTES = re.compile(r"\"(?:\\.|[^\"\\])*+\"|'(?:''|[^'])*+'", re.DOTALL)
_REST_OF_LINE = re.compile(r"[ \t]*+(?:#[^\r\n]*+)?(?:[\r\n]|\Z)")
_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}


def explain(error: Exception, lines: Lines, offset: int, where: Where) -> tuple[Problem, tuple[int, int]]:
    """The problem that an error of PyYAML's stands for, and the lines that it makes unreadable: the
    first and the one behind the last."""
    fault = None
    if isinstance(error, yaml.MarkedYAMLError):
        fault = _Fault(error, lines, offset, where)
        problem = fault.explained()
    elif found := _NOT_ALLOWED.search(lines.source):
        fix = Fixes(lines, offset).removed(*found.span()) if _UNSEEN.match(found[0]) else None
        problem = Problem("yaml-syntax", found.start() + offset, found.end() + offset, *_not_allowed(found[0]), fix)
    else:
        problem = Problem("yaml-syntax", offset, offset, "this is not valid YAML", QUOTE_TEXT)
    if fault is not None and fault.lines_hit is not None:
        return problem, fault.lines_hit
    return problem, lines.entry(lines.number(problem.start - offset))


def _not_allowed(character: str) -> tuple[str, str]:
    return f"U+{ord(character):04X} is a character that YAML does not allow here", "remove it"


class _Fault(Fault):
    """The causes that lie in a value."""

    def explained(self) -> Problem:
        if problem := self.template():
            return problem
        if self.where.brackets is not None and (problem := self.open_brackets(self.where.brackets)):
            return problem
        if self.where.quoted is not None and (problem := self.closed_below(*self.where.quoted)):
            return problem
        for words, cause in _CAUSES.items():
            if words in self.words:
                problem = cause(self)
                if problem is not None:
                    return problem
        if self.context.endswith("ing a tag"):
            return self.sign()
        start = self.lines.starts[self.lines.number(self.at)]
        if self.source.startswith("%", start):
            return self.reserved(start)
        if found := _NOT_ALLOWED.search(self.source, start, self.at + 1):
            return self.problem(*found.span(), *_not_allowed(found[0]))
        return self.problem(self.at, self.at + 1, "YAML cannot be read any further here", QUOTE_TEXT)

    def open_brackets(self, opening: int) -> Problem | None:
        """Brackets that hold what looks like the next fields: they were never closed."""
        opened, reached = self.lines.number(opening), self.lines.number(self.at)
        if not any(opened < top <= reached for top in self.lines.tops):
            return None
        closing = self.closing(opened)
        if closing is None:
            return self.never_closed(opening)
        self.lines_hit = self.lines.entry(opened)[0], closing + 1
        return None

    def colon(self) -> Problem | None:
        """A colon and a space where no field can be."""
        number = self.lines.number(self.at)
        field = FIELD.match(self.lines.line(number))
        if field is None or self.lines.starts[number] + field.start(2) != self.at:
            start, value = self.lines.value(self.at)
            in_quotes = _IN_QUOTES.match(value)
            if in_quotes and start + in_quotes.end() < self.at and value[in_quotes.end() :].strip(" \t")[:1] != ":":
                return self.closed_early(start + in_quotes.end() - 1)
            behind = self.source[self.at + 1 : self.lines.end(number)]
            what = "holds a colon and a space" if behind.strip() else "ends with a colon"
            message = f"{self.lines.subject(self.at)} {what} outside quotes"
            return self.problem(self.at, self.at + 1, message, QUOTE, self.fixes.quoted(self.at))
        above = self.lines.above(number)
        if above is None:
            return None
        if self.lines.is_part(above):
            return self.indented_too_far(number, above, field)
        while (higher := self.lines.above(above)) is not None and not self.lines.is_part(higher):
            above = higher
        return self.no_field(above)

    def goes_on(self) -> Problem | None:
        """Something follows a value that was complete, or a line stands in the wrong column."""
        start = self.lines.starts[self.lines.number(self.at)]
        before = self.source[start : self.at].rstrip(" \t")
        sign = self.source[self.at : self.at + 1]
        if sign in ("]", "}"):
            return self.closes_nothing()
        if not before:
            return self.misplaced_line()
        if before[-1] in "\"'":
            return self.closed_early(start + len(before) - 1)
        if before[-1] in "]}":
            at, value = self.lines.value(self.at)
            message = f"{self.lines.subject(at)} starts with `{value[:1]}` and ends at `{before[-1]}`, but more follows"
            fix = self.fixes.quoted(at) if sign not in ",[{" else None
            return self.problem(self.at, at + len(value), message, QUOTE_TEXT, fix)
        if sign == "-":
            message = f"the list of {self.lines.subject(self.at)} starts on the field's own line"
            return self.problem(self.at, self.at + 1, message, f"put each item on a line of its own, or {QUOTE_TEXT}")
        return None

    def closed_below(self, start: int, end: int) -> Problem | None:
        """A quote that took the next fields for its text, up to their first quote."""
        opened, closed = self.lines.number(start), self.lines.number(end)
        if closed != self.lines.number(self.at) or not any(map(self.lines.is_part, range(opened + 1, closed + 1))):
            return None
        message = f"{self.lines.subject(start)} starts with a quote that is closed only further down"
        hint = "add the closing quote at the end of the value"
        return self.problem(start, start + 1, message, hint, self.fixes.closed(start))

    def closed_early(self, quote: int) -> Problem:
        """A quoted value that goes on behind its closing quote."""
        mark = self.source[quote]
        subject = self.lines.subject(quote)
        start, value = self.lines.value(quote)
        fix = None
        quoted = self.where.quoted
        if quoted is not None and quoted[1] == quote + 1 and quoted[0] < self.lines.starts[self.lines.number(quote)]:
            subject = self.lines.subject(quoted[0])
        elif (
            value.startswith((mark + "[", mark + "{"))
            and value.endswith(("]" + mark, "}" + mark))
            and value[1:3] not in ("{{", "{%", "[[")  # code of a template, a link: the quotes around it are needed
        ):
            message = f"{subject} has quotes around its brackets and inside them"
            hint = f"remove the outer quotes: `{shortened(value[1:-1])}`"
            return self.problem(start, start + len(value), message, hint, self.fixes.without_outer_quotes(quote))
        else:
            fix = self.fixes.requoted(quote)
        message = f"{subject} holds a quote that ends its value too early"
        if mark == "'":
            hint = "write `''` for an apostrophe inside single quotes, or use double quotes around the value"
        else:
            hint = 'write `\\"` for a quote inside double quotes, or use single quotes around the value'
        return self.problem(quote, quote + 1, message, hint, fix)

    def closes_nothing(self) -> Problem:
        sign = self.source[self.at : self.at + 1]
        return self.problem(self.at, self.at + 1, f"`{sign}` closes nothing", f"remove it, or {QUOTE_TEXT}")

    def brackets(self) -> Problem:
        """A list or mapping in brackets that does not go on as it should."""
        opened = self.lines.number(self.since)
        here = self.lines.number(self.at) == opened or self.closing(opened) is not None
        if not here or self.at == len(self.source):
            return self.never_closed(self.since)
        if self.source[self.at - 1] in "\"'" and self.source[self.at] not in "\"'":
            return self.closed_early(self.at - 1)
        if self.source.startswith(":", self.at):
            return self.problem(self.at, self.at + 1, "a colon and a space stand inside a value", QUOTE)
        message, hint = "a comma is missing before this item", "put a comma between the items"
        return self.problem(self.at, self.at + 1, message, hint, self.fixes.comma(self.at))

    def never_closed(self, opening: int) -> Problem:
        sign = self.source[opening]
        message = f"{self.lines.subject(opening)} has a `{sign}` that is never closed"
        hint = f"add `{']' if sign == '[' else '}'}` at its end, or {QUOTE_TEXT}"
        return self.problem(opening, opening + 1, message, hint)

    def no_value(self) -> Problem | None:
        """A comma or a bracket where a value should be."""
        sign = self.source[self.at : self.at + 1]
        if sign == ",":
            hint = "remove the comma, or add the value"
            return self.problem(self.at, self.at + 1, "a value is missing before this comma", hint)
        if not sign and (opening := max(self.source.rfind("["), self.source.rfind("{"))) >= 0:
            return self.never_closed(opening)
        return self.closes_nothing() if sign in ("]", "}") else None

    def open_quote(self) -> Problem:
        message = f"{self.lines.subject(self.since)} starts with a quote that is never closed"
        hint = "add the closing quote at the end of the value"
        return self.problem(self.since, self.since + 1, message, hint, self.fixes.closed(self.since))

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
        self._hit_quotes()
        return self.problem(at, at + 2, message, hint, self.fixes.single_quoted(at))

    def no_character(self) -> Problem:
        r"""`\u` with digits that stand for half of a character or for none."""
        at = self.source.rfind("\\", self.since, self.at + 1)
        end = at + 2 + _HEX_DIGITS.get(self.source[at + 1 : at + 2], 2)
        self._hit_quotes()
        return self.problem(at, end, f"`{self.source[at:end]}` is no whole character", "write the character itself")

    def _hit_quotes(self) -> None:
        """Note that a value in quotes is unreadable, which may go on where the next field seems to start."""
        in_quotes = _IN_QUOTES.match(self.source, self.since)
        if in_quotes and _REST_OF_LINE.match(self.source, in_quotes.end()):
            first, behind = self.lines.entry(self.lines.number(self.since))
            self.lines_hit = first, max(behind, self.lines.number(in_quotes.end()) + 1)

    def block(self) -> Problem:
        """Text on the line of `|` or `>`."""
        sign = self.source[self.since : self.since + 1]
        message = f"{self.lines.subject(self.since)} starts with `{sign}`, so its text must start on the next line"
        return self.problem(self.since, self.since + 1, message, f"{QUOTE}, or move the text down and indent it")

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
