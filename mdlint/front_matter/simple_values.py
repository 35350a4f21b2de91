"""Values of simple YAML that few files have: brackets in brackets or over lines, braces, and blocks of text."""

from __future__ import annotations

from typing import Any

from mdlint.front_matter.dialects import Dialect
from mdlint.front_matter.simple_scalars import (
    CONTROLS,
    END,
    FIRST,
    FIRST_OF_NAME,
    IN_DOUBLE,
    IN_SINGLE,
    NAME_IN_QUOTES,
    key_in,
    plain_text,
    quoted_text,
)
from mdlint.front_matter.simple_yaml import BEHIND, enter
from mdlint.front_matter.values import Collection, Mapping, Noted, Scalar, Sequence
from mdlint.regex import regex

_SPACE = rf"(?:[ ]++|{END}(?=[ \]}}\r\n]))*+"
_TEXT = rf"[^{CONTROLS}\[\]{{}},?:#]"
_NAME = rf"{FIRST_OF_NAME}{_TEXT}{{0,200}}+(?<! ):(?=[ \r\n])|(?:{NAME_IN_QUOTES}):"
_PLAIN = rf"(?:{FIRST}|-(?=[^{CONTROLS} \[\]{{}},])){_TEXT}*+"
_STEP = regex(
    rf"{_SPACE}(?:({_NAME}){_SPACE}|)"
    rf"(?:([\[{{])|(?:({_PLAIN})|('{IN_SINGLE}'|\"{IN_DOUBLE}\")){_SPACE}(?:,|(?=[\]}}]))|([\]}}]))"
)
"""A step through brackets: a name or none, then what opens others, a plain text or one in quotes with the comma behind it, or
what closes them."""
_NAMED, _OPENING, _ITEM, _QUOTES, _CLOSING = range(1, 6)
_COMMA = regex(rf"{_SPACE}(?:,|(?=[\]}}]))")
_REST_OF_LINE = regex(BEHIND)

_BLOCK = regex(rf"([|>])([-+]?+)[ ]*+{END}([ ]++)([^{CONTROLS}]++{END}(?:\3[^{CONTROLS}]*+{END}|[ ]*+{END})*+)")
"""A block: its sign, what becomes of the line ends behind its text, its indentation, and its lines."""
_LINE_ENDS = regex(r"\n+")


def read_brackets(
    source: str, at: int, read_as: Dialect, noted: Noted, *, offset: int, depth: int
) -> tuple[Collection, int] | None:
    """The list or mapping that is opened at `at`, and where its line ends; None where it is not simple, or as deep as `depth`.

    Its scalars are added to those that are noted.
    """
    leaves, undecided, _ = noted
    parent: Any = None
    key: Scalar | None = None
    outer: list[tuple[Any, Scalar | None]] = []
    node: Any
    match = _STEP.match
    while (step := match(source, at)) is not None:
        at = step.end()
        last = step.lastindex
        name, _, text, quoted, _ = step.groups()
        if name is not None:
            if type(parent) is not Mapping:
                return None
            key = key_in(name[:-1], step.start(_NAMED) + offset, parent, read_as)
            if key is None:
                return None
        elif type(parent) is Mapping and last != _CLOSING:
            return None
        if last == _QUOTES:
            start = step.start(_QUOTES) + offset
            node = quoted_text(quoted, start, start + len(quoted))
            leaves.append(node)
        elif last == _ITEM:
            text = text.rstrip(" ")
            start = step.start(_ITEM) + offset
            node = plain_text(text, start, start + len(text), read_as, undecided)
            leaves.append(node)
        elif last == _OPENING:
            outer.append((parent, key))
            if len(outer) >= depth:
                return None
            start = step.start(_OPENING) + offset
            parent, key = Sequence(start, flow=True) if source[at - 1] == "[" else Mapping(start, flow=True), None
            continue
        else:
            if name is not None or (source[at - 1] == "]") != (type(parent) is Sequence):
                return None
            node = parent
            node.end = at + offset
            parent, key = outer.pop()
            if parent is None:
                behind = _REST_OF_LINE.match(source, at)
                return None if behind is None else (node, behind.end())
            behind = _COMMA.match(source, at)
            if behind is None:
                return None
            at = behind.end()
        enter(parent, key, node)
        key = None
    return None


def read_block(source: str, at: int, offset: int, column: int) -> tuple[Scalar, int] | None:
    """The block of text that is announced at `at`, and where it ends; None where it is not simple, or stands no further
    right than the column."""
    found = _BLOCK.match(source, at)
    if found is None or len(found[3]) <= column:
        return None
    sign, ends, margin, lines = found.groups()
    whole = "\n".join([line[len(margin) :] for line in f"{margin}{lines}".replace("\r", "").split("\n")])
    text = whole.rstrip("\n")
    behind = {"": "\n", "-": "", "+": whole[len(text) :]}[ends]
    if sign == ">":
        if "\n " in text:
            return None  # lines that stand further right are not folded
        text = _LINE_ENDS.sub(lambda ends: ends[0][1:] or " ", text)
    text += behind
    start, end = at + offset, at + offset + len(found[0].rstrip(" \r\n"))
    return Scalar(start, end, text, text, sign), found.end()
