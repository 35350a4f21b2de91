"""Rules of the group `schema`, and how they read a collection that was printed as text."""

from __future__ import annotations

import json
import math
import re
from functools import cache
from typing import Any

from mdlint.named import NamedTuple

_LONGEST = 10_000
_DEEPEST = 20
_ENDS = {"[": "]", "{": "}", "(": ")"}
_CONSTANTS = {"True": True, "False": False, "None": None, "true": True, "false": False, "null": None}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"', "/": "/"}


class Printed(NamedTuple):
    """A list or a mapping that a text shows; tuples and sets are lists. `is_json`: as JSON prints it."""

    value: list[Any] | dict[str, Any]
    is_json: bool


def printed(text: str) -> Printed | None:
    """The collection that a program printed as this text: `['a', 'b']`, `{'a': 1}`, `('a', 'b')`.

    None for all other text, and for a collection without text in quotes: `[1]` may be a footnote.
    """
    text = text.strip()
    end = _ENDS.get(text[:1])
    if end is None or text[-1] != end or len(text) > _LONGEST or not ("'" in text or '"' in text):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        pass
    else:
        return Printed(value, is_json=True) if value else None
    try:
        reader = _Reader(text)
        value = reader.value(0)
    except _NotALiteral:
        return None
    return Printed(value, is_json=False) if value and reader.is_at_end() and reader.has_text else None


class _NotALiteral(Exception):  # noqa: N818 - no error: most text is none
    """The text is something else than a printed value."""


class _Reader:
    """Reads a value as Python prints it; nothing is evaluated."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        self.has_text = False

    def is_at_end(self) -> bool:
        return self.at == len(self.tokens)

    def value(self, depth: int) -> Any:
        token = self._next()
        if token in _ENDS:
            if depth == _DEEPEST:
                raise _NotALiteral
            return self._collection(token, depth + 1)
        if token[0] in "'\"":
            self.has_text = True
            return re.sub(r"\\(.)", lambda found: _escaped(found[1]), token[1:-1])
        if token in _CONSTANTS:
            return _CONSTANTS[token]
        try:
            number = int(token) if token.lstrip("-").isdecimal() else float(token)
        except ValueError:
            raise _NotALiteral from None
        if not math.isfinite(number):
            raise _NotALiteral
        return number

    def _collection(self, start: str, depth: int) -> Any:
        end = _ENDS[start]
        items: list[Any] = []
        names: list[Any] = []
        has_comma = False
        while self._peek() != end:
            items.append(self.value(depth))
            if start == "{" and self._peek() == ":":
                self._next()
                names.append(items.pop())
                items.append(self.value(depth))
            if self._peek() != end:
                if self._next() != ",":
                    raise _NotALiteral
                has_comma = True
        self._next()
        if start == "(" and not has_comma:
            raise _NotALiteral  # a text in parentheses
        if not names:
            return {} if start == "{" and not items else items
        if len(names) != len(items) or not all(isinstance(name, str) for name in names):
            raise _NotALiteral
        return dict(zip(names, items, strict=True))

    def _peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        if not token:
            raise _NotALiteral
        self.at += 1
        return token


def _escaped(letter: str) -> str:
    if letter not in _ESCAPES:
        raise _NotALiteral
    return _ESCAPES[letter]


def _tokens(text: str) -> list[str]:
    """Brackets, commas, colons, texts in quotes and words; raises where anything else stands between them."""
    tokens = []
    at = 0
    token = _token()
    while at < len(text):
        match = token.match(text, at)
        if match is None:
            raise _NotALiteral
        tokens.append(match[1])
        at = match.end()
    return tokens


@cache
def _token() -> re.Pattern[str]:
    # Compiled on first use: hardly any text gets here.
    return re.compile(r"""\s*([][{}(),:]|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|-?[\w.]+)\s*""")
