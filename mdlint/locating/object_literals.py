"""The objects that are written out in a configuration in JavaScript or TypeScript, which is never run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mdlint.named import NamedTuple
from mdlint.regex import regex

COMPUTED = object()
"""The value of an option that only running the configuration would tell."""
SPREAD = "..."
"""The name under which an object has what it takes over from another one."""

_LONGEST = 200_000
_DEEPEST = 100
"""Brackets in brackets, far more than any configuration has; what is behind deeper ones is not read."""
# What is not closed reaches to the end: nothing is looked through twice.
_TOKEN = regex(
    r"""//[^\n]*|/\*(?:.*?\*/|.*)|\s+
    |(?P<text>'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\.|[^`\\])*`?)
    |(?P<word>[\w$]+)|(?P<sign>\.\.\.|[][(){}:,])|.""",
    re.DOTALL | re.VERBOSE,
)
_WORDS: Mapping[str, Any] = {"true": True, "false": False, "null": None}
_CLOSING = {"(": ")", "[": "]", "{": "}"}


class ObjectLiteral(NamedTuple):
    """An object, and what it is given to.

    owners: what names it and the objects around it, the nearest first: a key of the object that it is a value in, or the text
    that stands before it in a list. options: text, a boolean or None by key; all else is `COMPUTED`.
    """

    owners: tuple[str, ...]
    options: Mapping[str, Any]


class _Frame:
    """Brackets that are open."""

    def __init__(self, sign: str, owner: str) -> None:
        self.sign = sign
        self.owner = owner
        self.options: dict[str, Any] = {}
        self.key: str | None = None
        """Of an object the key whose value comes; of a list the text before."""
        self.word: str | None = None
        """Of an object what may turn out to be a key."""

    def take(self, value: Any) -> None:
        """A value, or a part of one."""
        if self.sign == "{":
            if self.key is not None:
                self.options[self.key] = COMPUTED if self.key in self.options else value
        elif self.sign and isinstance(value, str):
            self.key = value

    def end_entry(self) -> None:
        """What comes next is another entry of the object. One without a value takes that of a variable."""
        if self.key is None and self.word is not None:
            self.options[self.word] = COMPUTED
        self.key = self.word = None


def object_literals(code: str) -> Iterator[ObjectLiteral]:
    """The objects in a text of JavaScript, inner ones first; of a long one those at its beginning."""
    frames = [_Frame("", "")]
    for token in _TOKEN.finditer(code, 0, _LONGEST):
        frame = frames[-1]
        text, word, sign = token["text"], token["word"], token["sign"]
        if text is not None:
            frame.word = text[1:-1]
            frame.take(COMPUTED if "\\" in text or "${" in text else text[1:-1])
        elif word is not None:
            frame.word = word
            if word != "undefined":
                frame.take(_WORDS.get(word, COMPUTED))
        elif sign == ":":
            if frame.sign == "{" and frame.key is None:
                frame.key = frame.word
        elif sign == ",":
            if frame.sign == "{":
                frame.end_entry()
        elif sign == SPREAD:
            frame.options[SPREAD] = COMPUTED
        elif sign in _CLOSING:
            if len(frames) > _DEEPEST:
                return
            frame.take(COMPUTED)
            frames.append(_Frame(sign, frame.key or ""))
        elif sign is not None:
            if _CLOSING.get(frame.sign) != sign:
                continue
            frames.pop()
            if sign == "}":
                frame.end_entry()
                yield ObjectLiteral(tuple(one.owner for one in (frame, *reversed(frames)) if one.owner), frame.options)
            elif sign == ")" and frame.key is not None:  # `require.resolve("…")`
                frames[-1].take(frame.key)
        elif not token[0].isspace() and not token[0].startswith(("//", "/*")):
            frame.take(COMPUTED)
