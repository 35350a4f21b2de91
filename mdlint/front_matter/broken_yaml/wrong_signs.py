"""What stands where a field's colon and space should."""

from __future__ import annotations

import re

from mdlint.diagnostic import Edit, Fix, shortened
from mdlint.front_matter.broken_yaml.fixes import COLON, scalars
from mdlint.front_matter.broken_yaml.lines import Lines
from mdlint.front_matter.values import Problem
from mdlint.named import NamedTuple

_WRONG_SIGNS = (
    (re.compile(r"([\w.-]+)[ \t]*(=)[ \t]*(.*)"), "`{}` is followed by `=`; YAML wants a colon and a space"),
    (re.compile(r"([^\W\d][\w-]*)(:)(?!//|:)(\S.*)"), "the colon behind `{}` needs a space"),
    (
        re.compile(r"([^\s:：]+)[ \t]*(：)[ \t]*(.*)"),
        "`{}` is followed by the wide colon `：`; YAML wants `:` and a space",
    ),
)


class WrongSign(NamedTuple):
    """A line's name, what stands behind it and its value, as places in the line's text, and what to say of it."""

    name: str
    sign: tuple[int, int]
    between: tuple[int, int]
    value: str
    message: str
    hint: str


def wrong_sign(text: str) -> WrongSign | None:
    """What is wrong with the text of a line that is a field but for its colon; None for anything else."""
    for pattern, words in _WRONG_SIGNS:
        if found := pattern.match(text):
            name, value = shortened(found[1]), shortened(found[3])
            between = found.end(1), found.start(3)
            return WrongSign(found[1], found.span(2), between, found[3], words.format(name), f"write `{name}: {value}`")
    return None


def fields_meant(source: str, offset: int) -> list[Problem]:
    """What is wrong with YAML that is one text because none of its fields has a colon and a space; nothing where a line
    is anything else."""
    lines = Lines(source)
    problems, after = [], source
    for number in range(len(lines.starts) - 1, -1, -1):
        start, text = lines.starts[number], lines.line(number).rstrip(" \t")
        if not text or text.startswith("#"):
            continue
        sign = wrong_sign(text)
        if sign is None or not sign.value:
            return []
        first, last = start + sign.between[0], start + sign.between[1]
        after = f"{after[:first]}: {after[last:]}"
        fix = Fix(COLON, (Edit(first + offset, last + offset, ": "),), safe=True)
        place = start + sign.sign[0] + offset, start + sign.sign[1] + offset
        problems.append(Problem("yaml-syntax", *place, sign.message, sign.hint, fix, (sign.name,)))
    is_right = scalars(after) is not None
    return [problem if is_right else problem.replace(fix=None) for problem in reversed(problems)]
