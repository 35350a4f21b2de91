"""Rules of the group `yaml`, and what they share."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from mdlint.diagnostic import Edit, KeyPath
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Node, Scalar, Sequence
from mdlint.regex import regex

_TAG = regex(r"(?:^|[\s\[{,])!\S*(?<!:)\s+(?:&\S+\s+)?\Z")
_LONGEST_TAG = 60
_REST_OF_LINE = regex(r":?[ \t]*(?:\r\n|\n|\r)")
_MORE = regex(r"(?:^|[ \t])(?:#|&\S)", re.MULTILINE)
"""What may be a comment, which would be lost, or an anchor, which an alias may need."""


def is_marp(doc: Document) -> bool:
    """Whether it is a deck of Marp's, which takes the values of its directives for text up to the end of the line."""
    return doc.get("marp") is True


def entries(doc: Document) -> Iterator[tuple[KeyPath, Scalar | None, Node]]:
    """Every value as written, from top to bottom, with its key path and the key where it has a plain one."""
    stack: list[tuple[KeyPath, Scalar | None, Node]] = [] if doc.root is None else [((), None, doc.root)]
    while stack:
        path, key, node = stack.pop()
        if path:
            yield path, key, node
        if isinstance(node, Mapping):
            below = [(name, value) for name, value in node.entries if isinstance(name, Scalar)]
            stack.extend([((*path, name.text), name, value) for name, value in reversed(below)])
        elif isinstance(node, Sequence):
            stack.extend([((*path, place), None, node.items[place]) for place in reversed(range(len(node.items)))])


def removal(doc: Document, mapping: Mapping, entry: tuple[Node, Node]) -> Edit | None:
    """An edit that takes the lines of an entry out; None where something else stands on them, or nothing is left."""
    key, value = entry
    text = doc.text
    start = max(text.rfind("\n", 0, key.start), text.rfind("\r", 0, key.start)) + 1
    behind = max(key.end, value.end)
    if behind and text[behind - 1] in "\r\n" and value.start < value.end:
        end = behind
    else:
        line = _REST_OF_LINE.match(text, behind)
        if line is None:
            return None
        end = line.end()
    lines = text[start:end]
    if mapping.flow or len(mapping.entries) < 2 or text[start : key.start].strip(" ") or _MORE.search(lines):
        return None
    return Edit(start, end, "")


_DOUBTFUL = regex(
    r"(?!\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z| ?[-+]\d\d:\d\d)?)?\Z|0\Z|[1-9]\d{0,14}\Z)"
    r"(?:[-+.\d][-+\da-fxo_.,:]*|yes|no|on|off|y|n)\Z",
    re.ASCII | re.IGNORECASE,
)
"""What may look like a number or a boolean, but for dates and whole numbers, which most are."""
_ABOUT_UNDECIDED = frozenset((
    "ambiguous-boolean", "ambiguous-number", "leading-zero-number", "lossy-number", "non-string-key", "sexagesimal-number",
))  # fmt: skip


def undecided(doc: Document) -> Container[str]:
    """One look at the values and keys of which parsers may think differently, for the rules about them."""
    noted = doc.noted
    if noted.undecided_keys:
        return _ABOUT_UNDECIDED
    for scalar in noted.undecided:
        if _DOUBTFUL.match(scalar.text):
            return _ABOUT_UNDECIDED
    head = doc.head
    return ("non-string-key",) if "?" in head and "? " in head else ()  # one character is found in a tenth of the time


def undecided_values(doc: Document, pattern: re.Pattern[str]) -> Iterator[Scalar]:
    """The values of a form of which parsers may think differently; not those whose type a tag decides."""
    for scalar in doc.noted.undecided:
        if pattern.match(scalar.text) and not _TAG.search(doc.text[max(0, scalar.start - _LONGEST_TAG) : scalar.start]):
            yield scalar


def undecided_keys(doc: Document) -> Iterator[tuple[KeyPath, Scalar]]:
    """The keys of which parsers may think differently, with the key paths of their values."""
    if keys := doc.noted.undecided_keys:
        wanted = set(map(id, keys))
        for path, key, _ in entries(doc):
            if key is not None and id(key) in wanted:
                yield path, key


TEXT_FIELDS = (
    "title", "name", "label", "sidebar_label", "linkTitle", "nav_title", "shortTitle", "description", "summary", "slug", "id",
    "tag", "tags", "keywords", "category", "categories", "author", "authors",
)  # fmt: skip
"""Fields whose value is shown as it stands, in whatever generator."""


def field_of(path: KeyPath) -> str:
    """The name of the field that a value, or the list it stands in, belongs to."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")
