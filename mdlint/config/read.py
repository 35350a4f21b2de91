"""One configuration file → its plain values, checked against the tables of keys.

Every mistake is found in one go, each with its place and, where one is near, what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mdlint.config.checking import Checking
from mdlint.config.error import ConfigError, Mistake
from mdlint.config.keys import COLLECTION, FIELD, TOP, Key
from mdlint.config.meant import Meant
from mdlint.diagnostic import SEVERITIES, format_key_path
from mdlint.front_matter.toml import read_toml
from mdlint.front_matter.values import Mapping as Table
from mdlint.front_matter.values import Node, children
from mdlint.lines import line_and_column
from mdlint.plugins import load_plugins, registry
from mdlint.record import Record, type_of
from mdlint.rule import Rule
from mdlint.settings import Limits
from mdlint.spelling import did_you_mean
from mdlint.user_code import CodeError

_PYPROJECT = "pyproject.toml"
_PYTHONS = re.compile(r"\(\?P|\(\?[(#]|\\Z")
"""What may be a construct that only Python has."""


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
    if path.name == _PYPROJECT:
        for name in ("tool", "mdlint"):
            table = dict(children(table)).get(name) if table is not None else None
    check = _Check(text, shown, Meant(in_pyproject=path.name == _PYPROJECT))
    if isinstance(table, Table) and "plugins" in table.index:
        check.add_plugins(table.index["plugins"][1], root or path.parent.resolve(), no_code=no_code)
    values = check.table(table, TOP, ()) if isinstance(table, Table) else {}
    if check.mistakes:
        raise ConfigError(*check.mistakes)
    return ConfigFile(path, shown, values, check.origins)


class _Check(Checking):
    """Checks also what speaks of rules, fields and collections, and knows the rules of plugins."""

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

    def _unknown(self, word: str, *, groups: bool = True) -> tuple[str, str]:
        """The message and the hint for a word that names no rule."""
        message, _, hint = self.registry.unknown_selector(word, groups=groups).partition("; ")
        return message, hint

    def _selectors(self, node: Node, key: Key, at: tuple[str | int, ...]) -> tuple[str, ...] | None:
        words = self._texts(node, key, at)
        nodes: list[Node] = [item for _, item in children(node) if isinstance(item.value, str) and item.value]
        for word, item in zip(words or (), nodes or [node], strict=bool(words)):
            if not self.registry.is_selector(word):
                self._mistake(item, *self._unknown(word))
        return words

    def _severities(self, node: Node, _: Key, at: tuple[str | int, ...]) -> dict[str, str]:
        found = {}
        for name, key_node, value in self._inner(node, at):
            if name in SEVERITIES:
                self._mistake(key_node, f"`{name}` is a severity, not a rule", f'write `empty-title = "{name}"`')
                continue
            if self.registry.group_of(name) is None:
                self._no_rule(name, key_node, value)
                continue
            word = self._choice(value, Key("choice", "", SEVERITIES), (*at, name))
            if word is not None:
                found[name] = word
        return found

    def _options(self, node: Node, _: Key, at: tuple[str | int, ...]) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for name, key_node, value in self._inner(node, at):
            if self.registry.group_of(name) is None:
                self._no_rule(name, key_node, value)
                continue
            if not isinstance(value, Table):
                hint = self.meant.severity(name, value.value)
                self._wrong(value, (*at, name), "a table of options", hint)
                continue
            rule = self.registry.load(name)
            known = {option.replace("_", "-"): option for option in rule.options}
            for option, option_node, option_value in self._inner(value, (*at, name)):
                if option not in known:
                    message = (
                        f"the rule `{name}` has no option `{option}`" if known else f"the rule `{name}` has no options"
                    )
                    self._mistake(option_node, message, self._meant_option(name, option, option_value, known))
                    continue
                converted = self._option(rule, known[option], option_value, (*at, name, option))
                if converted is not None:
                    found.setdefault(name, {})[known[option]] = converted
        return found

    def _no_rule(self, name: str, key_node: Node, value: Node) -> None:
        """Note that a table per rule has a name that is none."""
        message, hint = self._unknown(name, groups=False)
        if name in TOP:
            hint = self.meant.whole(name)
        elif self.registry.is_selector(name):  # a group
            hint = self.meant.switch(name, value.value) or hint
        self._mistake(key_node, message, hint)

    def _meant_option(self, rule: str, option: str, value: Node, known: Iterable[str]) -> str:
        if option in ("severity", "level"):
            return self.meant.severity(rule, value.value)
        if option in ("enable", "enabled", "disable", "disabled") and isinstance(value.value, bool):
            return self.meant.switch(rule, value.value is option.startswith("enable"))
        if near := did_you_mean(option, known):
            return f"did you mean `{near}`?"
        if option in TOP:
            return self.meant.whole(option)
        return f"it has {', '.join(f'`{name}`' for name in known)}" if known else ""

    def _option(self, rule: type[Rule], option: str, node: Node, at: tuple[str | int, ...]) -> Any:
        """The value as the rule's annotation asks for it."""
        wanted = type_of(rule, option)
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
                hint = self.meant.whole(name) if name in TOP and name != "fields" else ""
                self._wrong(value, (*at, name), 'a table such as `{ type = "text" }`', hint)
        return found

    def _pattern(self, table: Table, at: tuple[str | int, ...]) -> None:
        entry = table.index.get("pattern")
        if entry is None or not isinstance(entry[1].value, str):
            return
        pattern, problem = entry[1].value, ""
        try:
            re.compile(pattern)
        except re.error as error:
            problem = f"is no regular expression: {error}"
        if problem or _PYTHONS.search(pattern):
            # Imported here: what it says differs from Python only of few patterns, such as `\p{Lu}`.
            from jsonschema_rs import Draft202012Validator

            if not Draft202012Validator({"format": "regex"}, validate_formats=True).is_valid(pattern):
                problem = problem or "is a regular expression that Python alone understands"
                hint = r"write `$` for `\Z`" if r"\Z" in pattern else ""
                self._mistake(entry[1], f"`{format_key_path((*at, 'pattern'))}` {problem}", hint)

    def _collections_in_table(self, table: Table) -> None:
        """Note what is wrong with `[collections.blog]`, and with `[collections]`."""
        for name, (key_node, value) in table.index.items():
            if name not in COLLECTION and isinstance(value.value, (dict, list)):
                message = "`collections` must be a list of tables, not a table of collections"
                self._mistake(key_node, message, self.meant.collection(name))
            else:
                message = "`collections` must be a list of tables, not a table"
                self._mistake(table, message, self.meant.single_collection())
                return

    def _collections(self, node: Node, _: Key, at: tuple[str | int, ...]) -> tuple[dict[str, Any], ...] | None:
        if isinstance(node, Table):
            self._collections_in_table(node)
            return None
        if not isinstance(node.value, list):
            self._wrong(node, at, "a list of tables, `[[collections]]`")
            return None
        found: list[dict[str, Any]] = []
        for part, item in children(node):
            if not isinstance(item, Table):
                hint = self.meant.collection(item.value) if isinstance(item.value, str) else ""
                self._wrong(item, (*at, part), "a table", hint)
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
            if "generator" in item.index and "files" not in item.index:
                message = "`generator` needs `files`: it says how they are read, and `when` looks at what was read"
                self._mistake(item.index["generator"][0], message)
            found.append(values)
        return tuple(found)
