"""The scalars of a tree whose reader could not note them on its way."""

from __future__ import annotations

from mdlint.front_matter.dialects import BOOLEANS_OF_YAML_1_1, NUMBER_START
from mdlint.front_matter.values import Mapping, Node, Noted, Scalar, Sequence


def noted(root: Mapping, is_yaml: bool) -> Noted:
    """What a reader notes of YAML, where every value has a key path; of other formats, the single values only."""
    found: dict[int, Scalar] = {}
    keys: list[Scalar] = []
    seen: set[int] = set()
    stack: list[Node] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            found[id(node)] = node
        elif isinstance(node, Mapping | Sequence) and id(node) not in seen:
            seen.add(id(node))
            if isinstance(node, Mapping):
                keys += [key for key, _ in node.index.values() if isinstance(key, Scalar)]
                stack.extend([value for _, value in reversed(node.index.values())])
            else:
                stack.extend(reversed(node.items))
    leaves = list(found.values())
    if not is_yaml:
        return Noted(leaves, [], [])
    undecided = [leaf for leaf in leaves if _is_undecided(leaf)]
    return Noted(leaves, undecided, [key for key in keys if _is_undecided(key) or key.value is not key.text])


def _is_undecided(scalar: Scalar) -> bool:
    return not scalar.style and (scalar.text[:1] in NUMBER_START or scalar.text in BOOLEANS_OF_YAML_1_1)
