"""The names of a document's top-level fields, and what they alone tell."""

from __future__ import annotations

from functools import lru_cache

from mdlint.diagnostic import KeyPath

_MOST = 1000
"""Sets of names to remember, and lists of fields per set; a site has a few dozen sets."""


class FieldSet:
    """The names of the top-level fields, in order: one object for all documents that have the same ones, as most pages of a
    site do, so that what they alone tell is found out once."""

    __slots__ = ("_paths", "names")

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self._paths: dict[int, tuple[tuple[str, ...], list[KeyPath]]] = {}

    def paths_of(self, wanted: tuple[str, ...]) -> list[KeyPath]:
        """The key paths that fields as named in options may have, of those whose top-level field is there."""
        # Known by its identity, which it keeps as long as it is kept here: a hash of forty names takes longer than the rest.
        known = self._paths.get(id(wanted))
        if known is None:
            if len(self._paths) >= _MOST:
                self._paths.clear()
            known = self._paths[id(wanted)] = wanted, self._find(wanted)
        return known[1]

    def _find(self, wanted: tuple[str, ...]) -> list[KeyPath]:
        paths: dict[str, list[KeyPath]] = {}
        for name in wanted:
            paths.setdefault(name, []).append((name,))
            if "." in name:
                head, *rest = name.split(".")
                paths.setdefault(head, []).append((head, *rest))
        return [path for name in self.names if name in paths for path in paths[name]]


@lru_cache(_MOST)
def field_set(*names: str) -> FieldSet:
    """The set of these names."""
    return FieldSet(names)
