"""What aliases stand for, counted without writing it out: a few lines of them can mean billions of values."""

from __future__ import annotations

from mdlint.front_matter.values import Alias, Mapping, Node, Problem, Scalar, resolved
from mdlint.settings import Limits


def check_expansion(root: Node, limits: Limits) -> Problem | None:
    """The problem `alias-bomb` when the tree with every alias written out exceeds the limits.

    Deep values are as bad as many: a chain of aliases nests them without any nesting in the text,
    and whoever walks them recursively ends the process.
    """
    sizes: dict[int, int] = {}
    depths: dict[int, int] = {}
    stack: list[tuple[Node, bool]] = [(root, False)]
    while stack:
        node, is_known_below = stack.pop()
        target = resolved(node)
        if id(target) in sizes:
            continue
        below = _below(target)
        if below and not is_known_below:
            stack.append((node, True))
            stack.extend((child, False) for child in below)
            continue
        known = [id(resolved(child)) for child in below]
        sizes[id(target)] = 1 + sum(sizes[child] for child in known)
        depths[id(target)] = 0 if isinstance(target, Scalar) else 1 + max((depths[child] for child in known), default=0)
        if sizes[id(target)] > limits.expanded_nodes:
            return _bomb(target, sizes, f"more than {limits.expanded_nodes:,} values")
        if depths[id(target)] > limits.depth:
            return _bomb(target, depths, f"values nested more than {limits.depth} levels deep")
    return None


def _below(node: Node) -> list[Node]:
    if isinstance(node, Mapping):
        return [part for entry in node.entries for part in entry]
    return [] if isinstance(node, (Scalar, Alias)) else node.items


def _bomb(node: Node, weights: dict[int, int], what: str) -> Problem:
    """The problem at the alias that adds most to the node, or at the node where that is not clear."""
    culprit = node
    while not isinstance(culprit, Alias) and (below := _below(culprit)):
        culprit = max(below, key=lambda child: weights[id(resolved(child))])
    if not isinstance(culprit, Alias):
        culprit = node
    return Problem(
        "alias-bomb",
        culprit.start,
        culprit.end,
        f"the aliases up to here stand for {what}",
        "write the values out, or move the data into a file of its own",
    )
