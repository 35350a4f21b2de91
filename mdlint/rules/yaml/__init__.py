"""Rules of the group `yaml`, and what they share."""

from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import KeyPath
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, Node, Scalar, Sequence


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


def in_quotes(text: str) -> str:
    """A text in double quotes, or in single ones where it holds what double ones would change."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
