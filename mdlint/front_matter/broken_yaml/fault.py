"""An error of PyYAML's and the lines around it: the causes that are a whole line's."""

from __future__ import annotations

import re

import yaml

from mdlint.diagnostic import Fix, shortened
from mdlint.front_matter.broken_yaml.fixes import Fixes, has_no_value
from mdlint.front_matter.broken_yaml.lines import ITEM, Lines
from mdlint.front_matter.broken_yaml.wrong_signs import wrong_sign
from mdlint.front_matter.templates import TEMPLATE, unquoted_template
from mdlint.front_matter.values import Problem
from mdlint.named import NamedTuple

QUOTE = "put quotes around the value"
QUOTE_TEXT = "put quotes around the value if it is meant as text"

_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:[ \t]|\Z)")
_ENDS_IN_BRACKETS = re.compile(r".*[\]}],?[ \t]*(?:#.*)?\Z")
_ENDS_IN_OPENING = re.compile(r".*[\[{][ \t]*(?:#.*)?\Z")


class Where(NamedTuple):
    """What a reader knew when it gave up, as offsets into the source.

    quoted: where the last value in quotes starts, and the offset behind it. brackets: where the value
    of a field of the whole text starts that is in brackets and not closed yet. begun: where the reader began, if there
    were fields above that it knew, and where the first of these starts.
    """

    quoted: tuple[int, int] | None
    brackets: int | None
    begun: tuple[int, int] | None


class Fault:
    """A syntax error. `lines_hit` are the first line of what it makes unreadable and the line behind,
    where that is not just the top-level entry around the problem."""

    def __init__(self, error: yaml.MarkedYAMLError, lines: Lines, offset: int, where: Where) -> None:
        self.lines = lines
        self.source = lines.source
        self.offset = offset
        self.words = error.problem or ""
        self.context = error.context or ""
        problem_mark = error.problem_mark or error.context_mark
        context_mark = error.context_mark or problem_mark
        self.at = min(problem_mark.index, len(self.source)) if problem_mark else 0
        self.since = min(context_mark.index, len(self.source)) if context_mark else 0
        if where.begun is not None and self.since == where.begun[0]:
            self.since = where.begun[1]  # of the whole mapping
        self.where = where
        self.fixes = Fixes(lines, offset)
        self.lines_hit: tuple[int, int] | None = None

    def problem(self, start: int, end: int, message: str, hint: str, fix: Fix | None = None) -> Problem:
        end = min(end, len(self.source))
        return Problem("yaml-syntax", start + self.offset, end + self.offset, message, hint, fix)

    def field_above(self, number: int) -> tuple[int, str] | None:
        """The line and the name of the field that stands right above a line."""
        above = self.lines.above(number)
        name = "" if above is None else self.lines.name_at(above)
        return (above, name) if above is not None and name else None

    def closing(self, opened: int) -> int | None:
        """The line that closes the brackets which are opened at the end of another one."""
        tops = set(self.lines.tops)
        for number in range(opened + 1, len(self.lines.starts)):
            text = self.lines.line(number)
            if _ENDS_IN_BRACKETS.match(text) and number not in tops:
                return number
            if _ENDS_IN_OPENING.match(text):
                return None
        return None

    # -- the causes

    def template(self) -> Problem | None:
        """A template's code where a value or a field should be."""
        if "{{" not in self.source and "{%" not in self.source:
            return None
        for at in (self.at, self.since):
            start, text = self.lines.value(at)
            if TEMPLATE.match(text):
                is_line = not self.lines.is_part(self.lines.number(at))
                problem = unquoted_template(text, start + self.offset, is_line=is_line, breaks=True)
                return problem if is_line else problem.replace(fix=self.fixes.quoted(at))
        return None

    def no_colon(self) -> Problem:
        return self.no_field(self.lines.number(self.since))

    def no_field(self, number: int) -> Problem:
        """A line that is neither a field nor part of one."""
        start, text = self.lines.content(number)
        if _CONFLICT.match(text):
            self.lines_hit = number, self._end_of_conflict(number)
            message, hint = "a merge conflict was left in the file", "settle it, and remove its marks"
            return self.problem(start, start + len(text), message, hint)
        if sign := wrong_sign(text):
            if start == self.lines.starts[number]:
                self.lines_hit = number, number + 1
            fix = self.fixes.colon(start + sign.between[0], start + sign.between[1]) if sign.value else None
            return self.problem(start + sign.sign[0], start + sign.sign[1], sign.message, sign.hint, fix)
        field = self.field_above(number)
        if field is None:
            hint = "remove it, or put a name and a colon before it"
        elif has_no_value(self.lines.value(self.lines.starts[field[0]])[1]):
            message = f"this line belongs to `{field[1]}` above, but is not indented"
            hint = f"indent it, or put it in quotes behind `{field[1]}:`"
            return self.problem(start, start + len(text), message, hint, self.fixes.indented(number, field[0]))
        else:
            hint = f"remove it, or put it in quotes behind `{field[1]}:`"
        return self.problem(start, start + len(text), "this line is no field: it has no `name:`", hint)

    def _end_of_conflict(self, number: int) -> int:
        """The line behind a merge conflict, as far as its marks are there."""
        ends = [
            n
            for n in range(number, len(self.lines.starts))
            if self.lines.source.startswith(">>>>>>>", self.lines.starts[n])
        ]
        return ends[0] + 1 if ends else number + 1

    def token(self) -> Problem:
        """A character that no value can start with."""
        if not self.source.startswith("\t", self.at):
            return self.reserved(self.at)
        number = self.lines.number(self.at)
        start, _ = self.lines.content(number)
        if self.at < start:
            problem = self.problem(self.at, start, "this line is indented with a tab", "indent it with spaces")
        else:
            message = f"a tab stands inside {self.lines.subject(self.at)}"
            problem = self.problem(self.at, self.at + 1, message, "use spaces")
        return problem.replace(rule="tab-character")

    def sign(self) -> Problem:
        """`*`, `&` or `!` before something that is no name."""
        return self.reserved(self.since)

    def reserved(self, at: int) -> Problem:
        number = self.lines.number(at)
        if not self.lines.is_part(number) and at == self.lines.content(number)[0]:
            return self.no_field(number)
        sign = self.source[at : at + 1]
        shown = "a backtick" if sign == "`" else f"`{sign}`"
        message = f"{self.lines.subject(at)} starts with {shown}, which has a meaning of its own in YAML"
        fix = self.fixes.quoted(at) if at == self.lines.value(at)[0] and sign in "@`%*&!" else None
        return self.problem(at, at + 1, message, QUOTE, fix)

    def indented_too_far(self, number: int, above: int, field: re.Match[str]) -> Problem:
        start = self.lines.starts[number]
        beside = self.lines.subject(self.lines.starts[above])
        hint = f"start it in the same column as {beside}, or put quotes around that value if it goes on here"
        message = f"`{shortened(field[1])}` is indented too far"
        return self.problem(start + field.start(1), start + field.end(1), message, hint)

    def misplaced_line(self) -> Problem:
        number = self.lines.number(self.at)
        start, text = self.lines.content(number)
        first = self.lines.below(-1)
        if first is not None and self.lines.indentation(first) > self.lines.indentation(number):
            return self.first_indented(first, number)
        if ITEM.match(text):
            message, hint = "this item is in line with no list above", "start it in the column of its list"
        elif "block collection" in self.context:
            message, hint = "a field stands among the items of a list", "indent it, or put `- ` before it"
        else:
            message, hint = "this line is in line with no field above", "start it in the same column as its siblings"
        return self.problem(start, start + len(text), message, hint)

    def first_indented(self, first: int, behind: int) -> Problem:
        """The first lines are indented, and others further down are not."""
        self.lines_hit = first, behind
        start = self.lines.starts[first]
        width = self.lines.indentation(first)
        message = f"{self.lines.subject(start)} is indented, but what follows further down is not"
        hint = "start all fields in the same column"
        return self.problem(start, start + width, message, hint, self.fixes.outdented(first, behind))
