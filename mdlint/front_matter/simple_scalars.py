"""The single values of simple YAML: what names, plain texts and texts in quotes look like, and what they mean."""

from __future__ import annotations

import re

from mdlint.front_matter.dialects import BOOLEANS_OF_YAML_1_1, NUMBER_START, Dialect
from mdlint.front_matter.values import Mapping, Scalar
from mdlint.regex import regex

CONTROLS = r"\x00-\x1f\x7f-\x9f"
END = r"\r?\n"
_INDICATORS = r"\[\]{},?:#&*!|>'\"%@`-"

FIRST = rf"[^{CONTROLS} {_INDICATORS}]"
FIRST_OF_NAME = rf"[^{CONTROLS} 0-9+.<{_INDICATORS}]"
NAME_IN_QUOTES = rf"'[^'{CONTROLS}]{{0,200}}+'|\"[^\"\\{CONTROLS}]{{0,200}}+\""
NAME = rf"{FIRST_OF_NAME}[^{CONTROLS}:#]{{0,200}}+(?<! )|{NAME_IN_QUOTES}"
_REST = rf"[^{CONTROLS}:#]*+(?:(?::(?![ \r\n])|(?<! )#)[^{CONTROLS}:#]*+)*+"
PLAIN = rf"(?:{FIRST}|-(?=[^{CONTROLS} ])){_REST}(?:{END}[ ]++{FIRST}{_REST}(?={END}))*+"
IN_SINGLE = rf"[^'{CONTROLS}]*+(?:''[^'{CONTROLS}]*+)*+"
SINGLE = rf"'{IN_SINGLE}(?:{END}[ ]++(?!['\r\n]){IN_SINGLE})*+'"
_CODE = r"x[\da-fA-F]{2}|u(?![dD][89a-fA-F])[\da-fA-F]{4}|U00(?:0[1-9a-fA-F]|10)[\da-fA-F]{4}"
IN_DOUBLE = rf"[^\"\\{CONTROLS}]*+(?:\\(?:[\"\\/nt]|[ ](?![ ]*+[\r\n])|{_CODE})[^\"\\{CONTROLS}]*+)*+"
DOUBLE = rf"\"{IN_DOUBLE}(?:\\?{END}[ ]++(?![\"\r\n]){IN_DOUBLE})*+\""

_ESCAPE = regex(rf"\\(?:({_CODE})|(.))")
_COMMON_ESCAPES = (("\\n", "\n"), ('\\"', '"'))


def key_in(name: str, start: int, mapping: Mapping, read_as: Dialect) -> Scalar | None:
    """A name in a mapping; None where it is there already, or parsers may not take it for text."""
    quote, text = (name[0], name[1:-1]) if name[0] in "'\"" else ("", name)
    if text in mapping.index or (not quote and (text in read_as.words or text in BOOLEANS_OF_YAML_1_1)):
        return None
    return Scalar(start, start + len(name), text, text, quote)


def plain_text(text: str, start: int, end: int, read_as: Dialect, undecided: list[Scalar]) -> Scalar:
    """The value of a text without quotes, which is added to those that parsers may read in different ways."""
    if text[0] in NUMBER_START or text in BOOLEANS_OF_YAML_1_1:
        node = Scalar(start, end, read_as.resolve(text), text, "")
        undecided.append(node)
        return node
    return Scalar(start, end, read_as.words.get(text, text), text, "")


def quoted_text(quoted: str, start: int, end: int) -> Scalar:
    """The value of a text in quotes, which stands on one line."""
    style, text = quoted[0], quoted[1:-1]
    if style == "'":
        text = text.replace("''", "'")
    elif "\\" in text:
        if "\\\\" not in text:
            # Then every backslash starts an escape, and the common ones can be replaced at once.
            for escape, character in _COMMON_ESCAPES:
                text = text.replace(escape, character)
        text = _ESCAPE.sub(_character, text)
    return Scalar(start, end, text, text, style)


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1][1:], 16)) if escape[1] else {"n": "\n", "t": "\t"}.get(escape[2], escape[2])


def folded(text: str, column: int) -> str:
    """Text over lines as one; empty where a line does not stand further right than the column."""
    whole, *others = text.split("\n")
    whole = whole.rstrip(" \r")
    for line in others:
        said = line.lstrip(" ")
        if len(line) - len(said) <= column:
            return ""
        # In double quotes, a line end behind a backslash is none; two of them are a backslash.
        if text[0] == '"' and (len(whole) - len(whole.rstrip("\\"))) % 2:
            whole = whole[:-1] + said.rstrip(" \r")
        else:
            whole += " " + said.rstrip(" \r")
    return whole
