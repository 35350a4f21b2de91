"""What the author of a configuration most likely meant by what is wrong in it: the words of other tools, TOML's traps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from mdlint.config.keys import COLLECTION, TOP
from mdlint.diagnostic import SEVERITIES
from mdlint.schema.words import one_of
from mdlint.spelling import did_you_mean

_KEYS: Mapping[str, tuple[str, ...]] = {
    "disable": ("ignore",),
    "disabled": ("ignore",),
    "extend-ignore": ("ignore",),
    "enable": ("extend-select",),
    "enabled": ("extend-select",),
    "extend-exclude": ("exclude",),
    "ignore-files": ("exclude",),
    "ignore-paths": ("exclude",),
    "files": ("include",),
    "paths": ("files", "include"),
    "path": ("files", "include"),
    "folder": ("files", "include"),
    "glob": ("files", "include"),
    "globs": ("files", "include"),
    "match": ("files", "include"),
    "preset": ("extends",),
    "presets": ("extends",),
    "model": ("schema",),
    "options": ("rules",),
    "overrides": ("collections",),
    "values": ("enum",),
    "choices": ("enum",),
    "regex": ("pattern",),
    "min": ("minimum", "min-length", "min-items"),
    "max": ("maximum", "max-length", "max-items"),
    "unique": ("unique-items",),
}
"""What other tools call a key, and the keys here that may be meant; the first that a table has, and of numbers all."""
_WORDS: Mapping[str, str] = {
    "warn": "warning",
    "err": "error",
    "hint": "info",
    "note": "info",
    "notice": "info",
    "string": "text",
    "str": "text",
    "array": "list",
    "object": "mapping",
    "dict": "mapping",
    "table": "mapping",
    "bool": "boolean",
    "int": "integer",
    "float": "number",
    "url": "uri",
    "deny": "forbid",
    "error": "forbid",
    "ignore": "allow",
    "11ty": "eleventy",
    "material": "mkdocs",
}
"""What other tools call a choice."""
_OFF = ("off", "none", "disable", "disabled", "ignore", "never", "no", "false", "skip")
_ON = ("on", "enable", "enabled", "always", "yes", "true")
COMMAND_LINE = ("output-format", "output-file", "fix", "jobs", "cache-dir", "online", "since", "quiet", "statistics")
"""Options of the command line that somebody may look for in the configuration."""
EXAMPLES: Mapping[str, str] = {
    "severity": '`severity = { empty-title = "error" }`',
    "rules": "`rules = { title-length = { longest = 70 } }`",
    "per-file-ignores": '`per-file-ignores = { "drafts/**" = ["empty-title"] }`',
    "fields": '`fields = { title = { type = "text" } }`',
    "limits": "`limits = { bytes = 1048576 }`",
}
"""How the tables of the configuration are written."""


class Meant:
    """The hints for one file. in_pyproject: whether it is `pyproject.toml`, where all tables have longer names."""

    def __init__(self, *, in_pyproject: bool) -> None:
        self._prefix = "tool.mdlint." if in_pyproject else ""

    def key(self, name: str, keys: Mapping[str, Any]) -> str:
        """For a key that a table does not know."""
        plain = name.replace("_", "-").lower()
        others = [key for key in _KEYS.get(plain, ()) if key in keys]
        if others:
            return (
                f"write {one_of([f'`{key}`' for key in (others if plain in ('min', 'max') else others[:1])])} instead"
            )
        near = did_you_mean(name, keys)
        if near:
            return f"did you mean `{near}`?"
        if keys is COLLECTION and name == "exclude":
            return "begin a glob of `files` with `!` to leave files out"
        if name in TOP:
            return self.whole(name)
        if keys is TOP and name in ("tool", "mdlint", "lint"):
            return f"write what is in it {self._at_the_top()}"
        if keys is TOP and plain in COMMAND_LINE:
            return f"it is an option of the command line, `--{plain}`"
        return ""

    def whole(self, name: str) -> str:
        """For a key of the whole configuration that stands in a table."""
        return f"`{name}` is a key of the whole configuration; write it {self._at_the_top()}"

    def _at_the_top(self) -> str:
        return "directly below `[tool.mdlint]`" if self._prefix else "above the first table"

    def choice(self, value: Any, choices: Iterable[str]) -> str:
        """For a word that is not one of those to choose from."""
        word, choices = str(value).lower(), list(choices)
        others = {other: choice for other, choice in _WORDS.items() if choice in choices}
        if word not in others:
            close = get_close_matches(word.replace("_", "-"), choices, n=1)
            if close:
                return f"did you mean `{close[0]}`?"
        near = did_you_mean(word, others)
        return f"did you mean `{others[near]}`?" if near else ""

    def severity(self, rule: str, value: Any) -> str:
        """For how bad a rule is to be, in the wrong place; and whether it is on."""
        word = str(value).lower()
        word = word if word in SEVERITIES else _WORDS.get(word, word)
        if word in SEVERITIES:
            return f'write `{rule} = "{word}"` below `[{self._prefix}severity]`'
        return self.switch(rule, value)

    def switch(self, name: str, value: Any) -> str:
        """For a rule or a group that is turned on or off in the words of other tools."""
        word = str(value).lower()
        if word in _OFF:
            return f'to turn it off, write `ignore = ["{name}"]` {self._at_the_top()}'
        if word in _ON:
            return f'to turn it on, write `extend-select = ["{name}"]` {self._at_the_top()}'
        return ""

    def table(self, key: str, value: Any) -> str:
        """For what should be a table."""
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return f"write `[{self._prefix}{key}]` with single brackets"
        if key == "fields" and isinstance(value, list):
            return "fields that must be there go into `required`"
        return f"write for example {EXAMPLES[key]}" if key in EXAMPLES else ""

    def collection(self, name: str) -> str:
        """For a collection that is written as a table of its name, or as its name alone."""
        return f'write `[[{self._prefix}collections]]` and below it `name = "{name}"`'

    def single_collection(self) -> str:
        """For collections in single brackets."""
        return f"write `[[{self._prefix}collections]]` with two brackets"


def plain(value: Any) -> str:
    """For text in place of a number or a boolean."""
    is_plain = isinstance(value, str) and (
        value in ("true", "false") or value.lstrip("-").replace(".", "", 1).isdecimal()
    )
    return "leave out the quotes" if is_plain else ""
