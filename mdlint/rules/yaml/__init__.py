"""Rules of the group `yaml`, and what they share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mdlint.diagnostic import KeyPath
from mdlint.document import Document
from mdlint.front_matter.dialects import BOOLEANS_OF_YAML_1_1, CORE_WORDS, NUMBER_START
from mdlint.front_matter.values import Mapping, Node, Scalar, Sequence

_TAG = re.compile(r"(?:^|[\s\[{,])!\S*(?<!:)\s+(?:&\S+\s+)?\Z")
_LONGEST_TAG = 60
_WORDS = BOOLEANS_OF_YAML_1_1 | CORE_WORDS.keys()


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


class Undecided(NamedTuple):
    """What has no quotes and looks like a number, a date or a boolean: what it is, each parser decides."""

    values: list[Scalar]
    keys: list[Node]


@lru_cache(1)  # several rules ask for the same document
def undecided(doc: Document) -> Undecided:
    """The values and keys without quotes that start like numbers, or are words such as `yes` and `on`."""
    if doc.front_matter is None or doc.front_matter.format != "yaml" or doc.root is None:
        return Undecided([], [])
    starts, words = NUMBER_START, BOOLEANS_OF_YAML_1_1
    found = [leaf for leaf in doc.leaves if not leaf.style and (leaf.text[:1] in starts or leaf.text in words)]
    keys: list[Node] = []
    stack: list[Node] = [doc.root]
    while stack:
        node = stack.pop()
        if type(node) is Mapping:
            index = node.index
            keys += [index[name][0] for name in index if name[:1] in starts]
            if not _WORDS.isdisjoint(index):
                keys += [index[name][0] for name in _WORDS & index.keys()]
            stack += [value for _, value in index.values() if type(value) is not Scalar]
        elif type(node) is Sequence:
            stack += [item for item in node.items if type(item) is not Scalar]
    return Undecided(found, keys)


def undecided_values(doc: Document, pattern: re.Pattern[str]) -> Iterator[Scalar]:
    """The undecided values of a form; not those whose type a tag decides."""
    for scalar in undecided(doc).values:
        if pattern.match(scalar.text) and not _TAG.search(doc.text[max(0, scalar.start - _LONGEST_TAG) : scalar.start]):
            yield scalar


def undecided_keys(doc: Document) -> Iterator[tuple[KeyPath, Scalar]]:
    """The undecided keys, with the key paths of their values."""
    if keys := undecided(doc).keys:
        wanted = set(map(id, keys))
        for path, key, _ in entries(doc):
            if key is not None and id(key) in wanted and not key.style:
                yield path, key


TEXT_FIELDS = (
    "title", "name", "label", "sidebar_label", "linkTitle", "nav_title", "shortTitle", "description", "summary", "slug", "id",
    "tag", "tags", "keywords", "category", "categories", "author", "authors",
)  # fmt: skip
"""Fields whose value is shown as it stands, in whatever generator."""


def field_of(path: KeyPath) -> str:
    """The name of the field that a value, or the list it stands in, belongs to."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")
