"""A file's front matter as located values, by key path.

Accessors are total: they answer for any file, also one without front matter or with values of
the wrong type, so that a rule never has to guard itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from mdlint.diagnostic import KeyPath
from mdlint.field_set import FieldSet, field_set
from mdlint.front_matter import FrontMatter
from mdlint.front_matter.dialects import Dialect, dialect_of
from mdlint.front_matter.paths import below_field, child_at, child_of
from mdlint.front_matter.values import (
    Alias,
    Mapping,
    Node,
    Noted,
    Scalar,
    Sequence,
    children,
    resolved,
    text_keyed,
)

_NOTHING = Noted([], [], [])
_FEW_PATHS = 8
"""Values whose key paths are looked for; for more, a table of all values is made."""

Address = str | KeyPath
"""A key path, or a top-level field's name."""


class Located:
    """The values of front matter, each where it stands."""

    def __init__(self, front_matter: FrontMatter | None, text: str, generator: str | None) -> None:
        """`text` is the file's; `generator` what reads the file, where that is known: values are as it reads them."""
        self.generator = generator
        self.front_matter = front_matter
        self.root: Mapping | None = None if front_matter is None else front_matter.root
        """The located front matter, or None where there is none that could be read."""
        self.data: dict[str, Any] = {} if self.root is None else self.root.value
        """The front matter's plain values; empty where it could not be read."""
        self.head = "" if front_matter is None else text[slice(*front_matter.fences.content)]
        """The text between the fences; empty where there is no front matter."""
        self._paths_left = _FEW_PATHS
        self._field_set: FieldSet | None = None
        self._fields: dict[int, tuple[tuple[str, ...], list[tuple[KeyPath, Scalar | Sequence | Mapping]]]] = {}

    @property
    def dialect(self) -> Dialect:
        """How the reader of the file reads YAML."""
        return dialect_of(self.generator)

    @property
    def json_data(self) -> dict[str, Any]:
        """The plain values with text for every key, which is all that a schema can speak of."""
        return self._text_keyed if self.dialect.has_typed_keys else self.data

    @cached_property
    def _text_keyed(self) -> dict[str, Any]:
        return {} if self.root is None else text_keyed(self.root)

    @property
    def field_set(self) -> FieldSet:
        """The names of the top-level fields; none where the front matter could not be read."""
        if self._field_set is None:
            self._field_set = field_set(*self.root.index) if self.root is not None else field_set()
        return self._field_set

    def node(self, at: Address) -> Node | None:
        """The located value at a key path, or None."""
        node: Node | None = self.root
        if isinstance(at, str):
            entry = node.index.get(at) if isinstance(node, Mapping) else None
            return entry[1] if entry else None
        for part in at:
            node = child_of(node, part)
            if node is None:
                return None
        return node

    def __contains__(self, at: Address) -> bool:
        return self.node(at) is not None

    def get(self, at: Address, default: Any = None) -> Any:
        """The plain value at a key path, or the default."""
        node = self.node(at)
        return default if node is None else node.value

    def text_of(self, at: Address) -> str:
        """The text at a key path; empty when there is none or it is not text."""
        value = self.get(at)
        return value if isinstance(value, str) else ""

    def scalar(self, at: Address) -> Scalar | None:
        """The scalar at a key path as written, an alias followed; None for anything else."""
        node = self.node(at)
        target = resolved(node) if node is not None else None
        return target if isinstance(target, Scalar) else None

    def items(self, at: Address = ()) -> Iterator[tuple[KeyPath, Any]]:
        """The children of the list or mapping at a key path, with their own key paths and values."""
        path = (at,) if isinstance(at, str) else at
        node = self.node(path)
        for part, child in children(node) if node is not None else ():
            yield (*path, part), child.value

    def fields(self, names: tuple[str, ...]) -> list[tuple[KeyPath, Scalar | Sequence | Mapping]]:
        """The fields of those names that are there, aliases followed. The list is kept for the next who asks: do not change it.

        `cover.url` names the field `url` in `cover`, and a field that is called just that.
        """
        # Known by its identity, as in `FieldSet`.
        known = self._fields.get(id(names))
        if known is None:
            known = self._fields[id(names)] = names, self._find(names)
        return known[1]

    def _find(self, names: tuple[str, ...]) -> list[tuple[KeyPath, Scalar | Sequence | Mapping]]:
        if self.root is None:
            return []
        index = self.root.index
        found: list[tuple[KeyPath, Scalar | Sequence | Mapping]] = []
        for path in self.field_set.paths_of(names):
            node: Node | None = index[path[0]][1]  # type: ignore[index]
            if len(path) > 1:
                node = below_field(node, path)
            if node is not None:
                found.append((path, node.target if type(node) is Alias else node))
        return found

    @property
    def noted(self) -> Noted:
        """The single values, in order; what an alias or a merge key repeats is listed once. See `path_of`."""
        root = self.root
        if root is None:
            return _NOTHING
        if root.noted is None:
            # Imported here: readers of YAML note them, but where a value has no key path.
            from mdlint.front_matter.noted import noted

            root.noted = noted(root, self.front_matter is not None and self.front_matter.format == "yaml")
        return root.noted

    @property
    def leaves(self) -> list[Scalar]:
        """Every single value, in order; see `noted`."""
        return self.noted.leaves

    def path_of(self, scalar: Scalar) -> KeyPath:
        """The first key path at which a value of `leaves` stands."""
        if self._paths_left and "*" not in self.head and "<<" not in self.head:
            # Then every value stands where it is written. Going there by places is faster than a table of all values.
            self._paths_left -= 1
            path: KeyPath = ()
            node: Node | None = self.root
            while node is not None and node is not scalar:
                part, node = child_at(node, scalar.start, scalar.end)
                path = (*path, part)
            if node is scalar:
                return path
        return self._paths.get(id(scalar), ())

    @cached_property
    def _paths(self) -> dict[int, KeyPath]:
        """The first key path of every node that is no alias, by its identity."""
        paths: dict[int, KeyPath] = {}
        stack: list[tuple[KeyPath, Node]] = [((), self.root)] if self.root is not None else []
        while stack:
            path, node = stack.pop()
            target = resolved(node)
            if id(target) not in paths:
                paths[id(target)] = path
                stack.extend(reversed([((*path, part), child) for part, child in children(target)]))
        return paths

    @cached_property
    def has_aliases(self) -> bool:
        """Whether what is written in one place may stand in another one too."""
        stack: list[Node] = [self.root] if self.root is not None and "*" in self.head else []
        while stack:
            node = stack.pop()
            if isinstance(node, Alias):
                return True
            if isinstance(node, Mapping):
                stack.extend(value for _, value in node.entries)
            elif isinstance(node, Sequence):
                stack.extend(node.items)
        return False
