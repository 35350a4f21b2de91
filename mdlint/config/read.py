"""One configuration file → its plain values, checked against the tables of keys.

Every mistake is found in one go, each with its place and, where one is near, what was meant.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_type_hints

from mdlint.config.error import ConfigError, Mistake
from mdlint.config.keys import COLLECTION, FIELD, LIMITS, TOP, Key
from mdlint.diagnostic import SEVERITIES, format_key_path
from mdlint.front_matter.toml import read_toml
from mdlint.front_matter.values import Mapping as Table
from mdlint.front_matter.values import Node, children
from mdlint.lines import line_and_column
from mdlint.plugins import load_plugins, registry
from mdlint.record import Record
from mdlint.rule import Rule
from mdlint.rules import OWN
from mdlint.settings import DEEPEST, Limits
from mdlint.user_code import CodeError


class ConfigFile(Record):
    """What one file says. `origins` tells, per key (`rules.title-length.max`), where its value stands."""

    path: Path
    shown: str
    values: Mapping[str, Any]
    origins: Mapping[str, str]

    def mistake(self, key: str, message: str, hint: str = "") -> ConfigError:
        """The error for a value that turns out wrong when it is used."""
        path, line, column = self.origins[key].rsplit(":", 2)
        return ConfigError(Mistake(path, int(line), int(column), message, hint))


def read_config(path: Path, shown: str, *, root: Path | None = None, no_code: bool = False) -> ConfigFile:
    """Read and check a configuration file.

    root: the folder that plugins are relative to, where that is not the file's own. no_code: refuse plugins.
    Raises ConfigError.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(Mistake(shown, 0, 0, f"cannot be read: {(error.strerror or str(error)).lower()}")) from None
    except UnicodeDecodeError:
        raise ConfigError(Mistake(shown, 0, 0, "is not UTF-8")) from None
    return parse_config(text, path, shown, root=root, no_code=no_code)


def parse_config(text: str, path: Path, shown: str, *, root: Path | None = None, no_code: bool = False) -> ConfigFile:
    """Check a configuration's text; see `read_config`. Raises ConfigError."""
    found, problems = read_toml(text, 0, Limits())
    if found is None:
        place = line_and_column(text, problems[0].start)
        raise ConfigError(Mistake(shown, *place, problems[0].message, problems[0].hint))
    table: Node | None = found
    if path.name == "pyproject.toml":
        for name in ("tool", "mdlint"):
            table = dict(children(table)).get(name) if table is not None else None
    check = _Check(text, shown)
    if isinstance(table, Table) and "plugins" in table.index:
        check.add_plugins(table.index["plugins"][1], root or path.parent.resolve(), no_code=no_code)
    values = check.table(table, TOP, ()) if isinstance(table, Table) else {}
    if check.mistakes:
        raise ConfigError(*check.mistakes)
    return ConfigFile(path, shown, values, check.origins)


class _Check:
    """Walks a file's tree along the tables of keys, keeping what is right and noting what is wrong."""

    def __init__(self, text: str, shown: str) -> None:
        self.text = text
        self.shown = shown
        self.registry = OWN
        self.mistakes: list[Mistake] = []
        self.origins: dict[str, str] = {}

    def add_plugins(self, node: Node, root: Path, *, no_code: bool) -> None:
        """Let the rules of plugins be known. Raises ConfigError: without them, nothing can be said of the rest."""
        items = [item for _, item in children(node)] or [node]
        for item in items:
            if isinstance(item.value, str) and item.value:
                try:
                    load_plugins((item.value,), root, no_code=no_code)
                except CodeError as error:
                    self._mistake(item, str(error), error.hint)
        if not self.mistakes:
            try:
                references = tuple(item.value for item in items if isinstance(item.value, str) and item.value)
                self.registry = registry(references, root, no_code=no_code)
            except CodeError as error:  # two that do not go together
                self._mistake(node, str(error), error.hint)
        if self.mistakes:
            raise ConfigError(*self.mistakes)

    def table(self, table: Table, keys: Mapping[str, Key], path: tuple[str | int, ...]) -> dict[str, Any]:
        values = {}
        for name, (key_node, node) in table.index.items():
            key = keys.get(name)
            if key is None:
                where = f" in `{format_key_path(path)}`" if path else ""
                self._mistake(key_node, f"there is no key `{name}`{where}", _meant(name, keys))
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

    def _unknown(self, word: str, *, groups: bool = True) -> tuple[str, str]:
        """The message and the hint for a word that names no rule."""
        message, _, hint = self.registry.unknown_selector(word, groups=groups).partition("; ")
        return message, hint

    def _wrong(self, node: Node, at: tuple[str | int, ...], wanted: str) -> None:
        self._mistake(node, f"`{format_key_path(at)}` must be {wanted}, not {_kind_of(node.value)}")

    def _text(self, node: Node, _: Key, at: tuple[str | int, ...]) -> str | None:
        if isinstance(node.value, str) and node.value:
            return node.value
        self._wrong(node, at, "text")
        return None

    def _texts(self, node: Node, key: Key, at: tuple[str | int, ...]) -> tuple[str, ...] | None:
        if isinstance(node.value, str):
            return (node.value,)
        if not isinstance(node.value, list):
            self._wrong(node, at, "a list of text")
            return None
        return tuple(filter(None, (self._text(item, key, (*at, part)) for part, item in children(node))))

    _globs = _texts

    def _selectors(self, node: Node, key: Key, at: tuple[str | int, ...]) -> tuple[str, ...] | None:
        words = self._texts(node, key, at)
        nodes = [item for _, item in children(node)] or [node]
        for word, item in zip(words or (), nodes, strict=False):
            if not self.registry.is_selector(word):
                self._mistake(item, *self._unknown(word))
        return words

    def _choice(self, node: Node, key: Key, at: tuple[str | int, ...]) -> str | None:
        if node.value in key.choices:
            word: str = node.value
            return word
        wanted = " or ".join(f"`{choice}`" for choice in key.choices)
        shown = f"`{node.value}`" if isinstance(node.value, str) else _kind_of(node.value)
        self._mistake(
            node, f"`{format_key_path(at)}` is {shown}; it must be {wanted}", _meant(str(node.value), key.choices)
        )
        return None

    def _flag(self, node: Node, _: Key, at: tuple[str | int, ...]) -> bool | None:
        if isinstance(node.value, bool):
            return node.value
        self._wrong(node, at, "true or false")
        return None

    def _number(self, node: Node, _: Key, at: tuple[str | int, ...]) -> float | None:
        if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            return node.value
        self._wrong(node, at, "a number")
        return None

    def _count(self, node: Node, _: Key, at: tuple[str | int, ...]) -> int | None:
        if isinstance(node.value, int) and not isinstance(node.value, bool) and node.value >= 0:
            return node.value
        self._wrong(node, at, "a whole number, at least 0")
        return None

    def _size(self, node: Node, _: Key, at: tuple[str | int, ...]) -> int | None:
        if isinstance(node.value, int) and not isinstance(node.value, bool) and node.value >= 1:
            return node.value
        self._wrong(node, at, "a whole number, at least 1")
        return None

    def _limits(self, node: Node, _: Key, at: tuple[str | int, ...]) -> dict[str, int]:
        if not isinstance(node, Table):
            self._wrong(node, at, "a table")
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
            self._wrong(node, at, "a table")
            return []
        return [(name, key_node, value) for name, (key_node, value) in node.index.items()]

    def _severities(self, node: Node, _: Key, at: tuple[str | int, ...]) -> dict[str, str]:
        found = {}
        for name, key_node, value in self._inner(node, at):
            if self.registry.group_of(name) is None:
                self._mistake(key_node, *self._unknown(name, groups=False))
            word = self._choice(value, Key("choice", "", SEVERITIES), (*at, name))
            if word is not None:
                found[name] = word
        return found

    def _options(self, node: Node, _: Key, at: tuple[str | int, ...]) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for name, key_node, value in self._inner(node, at):
            if self.registry.group_of(name) is None:
                self._mistake(key_node, *self._unknown(name, groups=False))
                continue
            rule = self.registry.load(name)
            known = {option.replace("_", "-"): option for option in rule.options}
            for option, option_node, option_value in self._inner(value, (*at, name)):
                if option not in known:
                    message = (
                        f"the rule `{name}` has no option `{option}`" if known else f"the rule `{name}` has no options"
                    )
                    self._mistake(option_node, message, _meant(option, known))
                    continue
                converted = self._option(rule, known[option], option_value, (*at, name, option))
                if converted is not None:
                    found.setdefault(name, {})[known[option]] = converted
        return found

    def _option(self, rule: type[Rule], option: str, node: Node, at: tuple[str | int, ...]) -> Any:
        """The value as the rule's annotation asks for it."""
        wanted = get_type_hints(rule)[option]
        value = node.value
        if wanted is bool or isinstance(value, bool):
            return self._flag(node, Key("flag", ""), at) if wanted is bool else self._wrong(node, at, "no boolean")
        if wanted == tuple[str, ...]:
            return self._texts(node, Key("texts", ""), at)
        if wanted is int and not isinstance(value, int):
            return self._wrong(node, at, "a whole number")
        if wanted is float:
            return self._number(node, Key("number", ""), at)
        if wanted is str:
            return self._text(node, Key("text", ""), at)
        if wanted == Mapping[str, str]:
            return {name: self._text(item, Key("text", ""), (*at, name)) for name, _, item in self._inner(node, at)}
        return value

    def _ignores(self, node: Node, key: Key, at: tuple[str | int, ...]) -> dict[str, tuple[str, ...]]:
        found = {}
        for glob, glob_node, value in self._inner(node, at):
            self._note_origin((*at, glob), glob_node)
            words = self._selectors(value, key, (*at, glob))
            if words is not None:
                found[glob] = words
        return found

    def _when(self, node: Node, key: Key, at: tuple[str | int, ...]) -> dict[str, tuple[Any, ...]]:
        if not isinstance(node, Table):
            return dict.fromkeys(self._texts(node, key, at) or (), ())
        return {
            name: tuple(value.value) if isinstance(value.value, list) else (value.value,)
            for name, _, value in self._inner(node, at)
        }

    def _fields(self, node: Node, _: Key, at: tuple[str | int, ...]) -> dict[str, dict[str, Any]]:
        found = {}
        for name, _key, value in self._inner(node, at):
            if isinstance(value, Table):
                found[name] = self.table(value, FIELD, (*at, name))
                self._pattern(value, (*at, name))
            else:
                self._wrong(value, (*at, name), 'a table such as `{ type = "text" }`')
        return found

    def _pattern(self, table: Table, at: tuple[str | int, ...]) -> None:
        entry = table.index.get("pattern")
        if entry is None or not isinstance(entry[1].value, str):
            return
        try:
            re.compile(entry[1].value)
        except re.error as error:
            self._mistake(entry[1], f"`{format_key_path((*at, 'pattern'))}` is no regular expression: {error}")

    def _collections(self, node: Node, _: Key, at: tuple[str | int, ...]) -> tuple[dict[str, Any], ...] | None:
        if not isinstance(node.value, list):
            self._wrong(node, at, "a list of tables, `[[collections]]`")
            return None
        found: list[dict[str, Any]] = []
        for part, item in children(node):
            if not isinstance(item, Table):
                self._wrong(item, (*at, part), "a table")
                continue
            values = self.table(item, COLLECTION, (*at, part))
            for name, entry in item.index.items():
                # By the collection's name: its place in the list changes with what the file extends.
                self._note_origin((*at, str(values.get("name")), name), entry[1])
            if "name" not in item.index:
                self._mistake(item, "a collection needs a `name`")
            elif values.get("name") in {other.get("name") for other in found}:
                self._mistake(item.index["name"][1], f"there are two collections named `{values['name']}`")
            knows_its_files = str(values.get("schema", "")).startswith(("decap:", "frontmatter-cms:"))
            if not ({"files", "when"} & item.index.keys()) and not knows_its_files:
                self._mistake(
                    item, "a collection needs `files` or `when`", 'add for example `files = "content/blog/**"`'
                )
            found.append(values)
        return tuple(found)


def _kind_of(value: Any) -> str:
    if value in ("", []):
        return "an empty list" if value == [] else "empty text"
    if isinstance(value, float) or (isinstance(value, int) and value < 0):
        return f"the number {value}"
    kinds = {bool: "true or false", str: "text", list: "a list", dict: "a table", int: "a number"}
    return kinds.get(type(value), "a date")


def _meant(word: str, known: Iterable[str]) -> str:
    # Imported here: only a mistake needs it.
    from difflib import get_close_matches

    close = get_close_matches(word.replace("_", "-").lower(), list(known), n=1)
    return f"did you mean `{close[0]}`?" if close else ""
