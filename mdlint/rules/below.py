"""The single values of fields, also where they are in lists, or below them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from mdlint.diagnostic import KeyPath
from mdlint.document import Document
from mdlint.front_matter.values import Node, Scalar, children, resolved

MOST = 1000
"""Values that are looked at of one field of one file."""


def scalars_below(doc: Document, fields: tuple[str, ...]) -> Iterator[tuple[KeyPath, Scalar]]:
    """The single values of those fields, those in lists too; `gallery.image` is also that of each item of `gallery`."""
    if doc.root is not None:
        for field in fields:
            for way in dict.fromkeys(((field,), tuple(field.split(".")))):
                yield from islice(_along(doc.root, (), way), MOST)


def texts_below(doc: Document, fields: tuple[str, ...]) -> Iterator[tuple[KeyPath, str]]:
    """Those of them that are texts."""
    for path, scalar in scalars_below(doc, fields):
        if isinstance(scalar.value, str):
            yield path, scalar.value


def _along(node: Node, path: KeyPath, way: tuple[str, ...]) -> Iterator[tuple[KeyPath, Scalar]]:
    target = resolved(node)
    if isinstance(target, Scalar):
        if not way:
            yield path, target
        return
    for part, child in children(target):
        if isinstance(part, int):
            yield from _along(child, (*path, part), way)
        elif way and part == way[0]:
            yield from _along(child, (*path, part), way[1:])
