"""A table of a configuration file → its values, as far as they are of the kinds that the table of keys wants."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from mdlint.config.error import Mistake
from mdlint.config.keys import LIMITS, Key
from mdlint.config.meant import Meant, plain
from mdlint.diagnostic import format_key_path
from mdlint.front_matter.values import Mapping as Table
from mdlint.front_matter.values import Node, children
from mdlint.lines import line_and_column
from mdlint.rules import OWN
from mdlint.settings import DEEPEST


class Checking:
    """Walks a file's tree along the tables of keys, keeping what is right and noting what is wrong."""

    def __init__(self, text: str, shown: str, meant: Meant) -> None:
        self.text = text
        self.shown = shown
        self.meant = meant
        self.registry = OWN
        self.mistakes: list[Mistake] = []
        self.origins: dict[str, str] = {}

    def table(self, table: Table, keys: Mapping[str, Key], path: tuple[str | int, ...]) -> dict[str, Any]:
        values = {}
        for name, (key_node, node) in table.index.items():
            key = keys.get(name)
            if key is None:
                where = f" in `{format_key_path(path)}`" if path else ""
                hint = self.meant.key(name, keys)
                if not hint and self.registry.is_selector(name):
                    hint = self.meant.severity(name, node.value)
                self._mistake(key_node, f"there is no key `{name}`{where}", hint)
                continue
            at = (*path, name)
            self._note_origin(at, node)
            value = getattr(self, f"_{key.kind}")(node, key, at)
            if value is not None:
                values[name] = value
        return values

    def _note_origin(self, at: tuple[str | int, ...], node: Node) -> None:
        line, column = line_and_column(self.text, node.start)
        self.origins[format_key_path(at)] = f"{self.shown}:{line}:{column}"

    def _mistake(self, node: Node, message: str, hint: str = "") -> None:
        self.mistakes.append(Mistake(self.shown, *line_and_column(self.text, node.start), message, hint))

    def _wrong(self, node: Node, at: tuple[str | int, ...], wanted: str, hint: str = "") -> None:
        self._mistake(node, f"`{format_key_path(at)}` must be {wanted}, not {_kind_of(node.value)}", hint)

    def _text(self, node: Node, _: Key, at: tuple[str | int, ...]) -> str | None:
        if isinstance(node.value, str) and node.value:
            return node.value
        is_about_fields = at[-1] == "schema" and isinstance(node, Table)
        self._wrong(node, at, "text", "write below `fields` what the fields must be" if is_about_fields else "")
        return None

    def _texts(self, node: Node, key: Key, at: tuple[str | int, ...]) -> tuple[str, ...] | None:
        if isinstance(node.value, str):
            return (node.value,)
        if not isinstance(node.value, list):
            names = ", ".join(f'"{name}"' for name in node.index) if isinstance(node, Table) else ""
            self._wrong(node, at, "a list of text", f"write `{at[-1]} = [{names}]`" if names else "")
            return None
        return tuple(filter(None, (self._text(item, key, (*at, part)) for part, item in children(node))))

    _globs = _texts

    def _choice(self, node: Node, key: Key, at: tuple[str | int, ...]) -> str | None:
        if node.value in key.choices:
            word: str = node.value
            return word
        wanted = " or ".join(f"`{choice}`" for choice in key.choices)
        shown = f"`{node.value}`" if isinstance(node.value, str) else _kind_of(node.value)
        hint = self.meant.choice(node.value, key.choices)
        if not hint and at[-2:-1] == ("severity",):
            hint = self.meant.switch(str(at[-1]), node.value)
        self._mistake(node, f"`{format_key_path(at)}` is {shown}; it must be {wanted}", hint)
        return None

    def _flag(self, node: Node, _: Key, at: tuple[str | int, ...]) -> bool | None:
        if isinstance(node.value, bool):
            return node.value
        self._wrong(node, at, "true or false", plain(node.value))
        return None

    def _number(self, node: Node, _: Key, at: tuple[str | int, ...]) -> float | None:
        if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            return node.value
        self._wrong(node, at, "a number", plain(node.value))
        return None

    def _count(self, node: Node, _: Key, at: tuple[str | int, ...]) -> int | None:
        if isinstance(node.value, int) and not isinstance(node.value, bool) and node.value >= 0:
            return node.value
        self._wrong(node, at, "a whole number, at least 0", plain(node.value))
        return None

    def _size(self, node: Node, _: Key, at: tuple[str | int, ...]) -> int | None:
        if isinstance(node.value, int) and not isinstance(node.value, bool) and node.value >= 1:
            return node.value
        self._wrong(node, at, "a whole number, at least 1", plain(node.value))
        return None

    def _limits(self, node: Node, _: Key, at: tuple[str | int, ...]) -> dict[str, int]:
        if not isinstance(node, Table):
            self._wrong(node, at, "a table", self.meant.table("limits", node.value))
            return {}
        found = self.table(node, LIMITS, at)
        if found.get("depth", 0) > DEEPEST:
            message = f"`{format_key_path((*at, 'depth'))}` must be at most {DEEPEST}, not {found['depth']}"
            self._mistake(node.index["depth"][1], message, "what is deeper ends the parsers of site generators")
        return found

    def _values(self, node: Node, _: Key, at: tuple[str | int, ...]) -> list[Any] | None:
        if isinstance(node.value, list) and node.value:
            # Front matter's dates are compared as they are written.
            return [item.isoformat() if isinstance(item, (dt.date, dt.time)) else item for item in node.value]
        self._wrong(node, at, "a list of values")
        return None

    def _replacement(self, node: Node, key: Key, at: tuple[str | int, ...]) -> bool | str | None:
        if isinstance(node.value, bool):
            return node.value
        if isinstance(node.value, str):
            return self._text(node, key, at)
        self._wrong(node, at, "true, or the name of the field to use instead")
        return None

    def _inner(self, node: Node, at: tuple[str | int, ...]) -> Iterable[tuple[str, Node, Node]]:
        """The entries of what must be a table."""
        if not isinstance(node, Table):
            self._wrong(node, at, "a table", self.meant.table(str(at[-1]), node.value))
            return []
        return [(name, key_node, value) for name, (key_node, value) in node.index.items()]


def _kind_of(value: Any) -> str:
    if value in ("", []):
        return "an empty list" if value == [] else "empty text"
    if isinstance(value, float) or (isinstance(value, int) and value < 0):
        return f"the number {value}"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    kinds = {str: "text", list: "a list", dict: "a table", int: "a number"}
    return kinds.get(type(value), "a date")
