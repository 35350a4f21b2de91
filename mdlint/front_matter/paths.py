"""Along key paths through located values; an alias leads to what it stands for."""

from __future__ import annotations

from mdlint.diagnostic import KeyPath
from mdlint.front_matter.values import Alias, Mapping, Node, Sequence


def child_at(node: Node, start: int, end: int) -> tuple[str | int, Node | None]:
    """The child of a list or mapping in whose place those offsets are, and its name or index; None where there is none."""
    if type(node) is Mapping:
        for name, (_, child) in node.index.items():
            if child.start <= start and end <= child.end:
                return name, child
    elif type(node) is Sequence:
        for number, child in enumerate(node.items):
            if child.start <= start and end <= child.end:
                return number, child
    return "", None


def below_field(node: Node | None, path: KeyPath) -> Node | None:
    """What stands at a key path of names, the first of which has led to the node."""
    for name in path[1:]:
        mapping = node.target if type(node) is Alias else node
        entry = mapping.index.get(name) if type(mapping) is Mapping else None  # type: ignore[arg-type]
        if entry is None:
            return None
        node = entry[1]
    return node


def child_of(node: Node | None, part: str | int) -> Node | None:
    """The value that stands in a node at a part of a key path."""
    entry = entry_of(node, part)
    return entry[1] if entry else None


def entry_of(node: Node | None, part: str | int) -> tuple[Node | None, Node] | None:
    """What stands in a node at a part of a key path, and the key of that if it has one."""
    target = node.target if type(node) is Alias else node
    if type(target) is Mapping and type(part) is str:
        return target.index.get(part)
    if type(target) is Sequence and type(part) is int and 0 <= part < len(target.items):
        return None, target.items[part]
    return None
