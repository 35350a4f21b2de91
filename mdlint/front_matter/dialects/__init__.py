"""How YAML parsers read plain scalars and keys: one module per dialect, imported on use.

A value that its own parser would not let stand stays text here, and rules name it: a date in no calendar,
which JavaScript rolls over and PyYAML refuses. What the parsers themselves say is in
`tests/front_matter/dialects.json`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from mdlint.named import NamedTuple

DIALECTS: Mapping[str, str] = {
    "js-yaml-4": "js-yaml 4",
    "js-yaml-3": "js-yaml 3",
    "yaml-1.2": "YAML 1.2",
    "pyyaml": "PyYAML",
    "psych": "Psych",
    "goccy": "goccy/go-yaml",
}
"""What people call each dialect."""

DEFAULT = "js-yaml-4"

DIALECT_OF: Mapping[str | None, str] = {
    None: DEFAULT,
    "starlight": "js-yaml-4",
    "astro": "js-yaml-4",
    "docusaurus": "js-yaml-3",  # as VitePress and Eleventy through gray-matter 4; their newest versions have left it
    "vitepress": "js-yaml-3",
    "eleventy": "js-yaml-3",
    "mkdocs": "pyyaml",
    "quarto": "yaml-1.2",  # js-yaml with a schema of its own, without dates
    "myst": "js-yaml-4",
    "hugo": "goccy",
    "hexo": "js-yaml-4",
    "jekyll": "psych",
    "pelican": "pyyaml",
    "zola": "yaml-1.2",
    "obsidian": "yaml-1.2",
}
"""The dialect that each site generator reads, and the one to go by where the generator is not known."""

TITLES: Mapping[str, str] = {name: name.capitalize() for name in DIALECT_OF if name} | {
    "vitepress": "VitePress",
    "mkdocs": "MkDocs",
    "myst": "MyST",
}
"""What people call each generator."""

BOOLEANS_OF_YAML_1_1 = frozenset(
    form for word in ("yes", "no", "on", "off", "y", "n") for form in (word, word.capitalize(), word.upper())
)
"""Words that are booleans in YAML 1.1 and text in YAML 1.2."""

NUMBER_START = frozenset("0123456789+-.")
"""How numbers and timestamps start, in every dialect."""

CORE_WORDS: Mapping[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}

MOST_DIGITS = 4300
"""Python refuses longer integers in text, since reading them takes quadratic time."""


class Dialect(NamedTuple):
    """What a parser makes of plain scalars and keys.

    words: the plain scalars that mean something else than themselves, but for numbers and timestamps.
    number: the value of a plain scalar that starts like a number and is none of the words.
    key: what a key with such a value becomes, from the value and the key's text.
    merges: whether `<<` merges mappings.
    last_merge_wins: whether of several `<<` in a mapping the last one counts; else it is the first.
    has_typed_keys: whether keys may be something else than text.
    bang_is_plain: whether a value behind a lone `!` is read as if it were not there; else it is text.
    """

    name: str
    words: Mapping[str, Any]
    number: Callable[[str], Any]
    key: Callable[[Any, str], Hashable]
    merges: bool = True
    last_merge_wins: bool = False
    has_typed_keys: bool = False
    bang_is_plain: bool = False

    @property
    def title(self) -> str:
        return DIALECTS[self.name]

    def resolve(self, text: str) -> Any:
        """The value of a plain scalar: None, bool, int, float, date, datetime or the text itself."""
        if text in self.words:
            return self.words[text]
        return self.number(text) if text[:1] in NUMBER_START else text


@cache
def dialect(name: str) -> Dialect:
    """Raises KeyError for an unknown name."""
    assert name in DIALECTS
    module = import_module(f"{__name__}.{name.replace('-', '_').replace('.', '_')}")
    found: Dialect = module.DIALECT
    return found


def dialect_of(generator: str | None) -> Dialect:
    """The dialect that a site generator reads."""
    return dialect(DIALECT_OF[generator])
