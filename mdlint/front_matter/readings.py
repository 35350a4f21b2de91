"""What site generators make of one plain value, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from mdlint.front_matter.dialects import TITLES, dialect_of
from mdlint.front_matter.dialects.javascript import number_text

EXAMPLES = ("astro", "docusaurus", "mkdocs", "jekyll", "hugo", "obsidian")
"""For each dialect the generator to name where the file's own is not known."""


def readers(generator: str | None) -> Sequence[str]:
    """The generators to ask: the one that is known, or one for each dialect."""
    return EXAMPLES if generator is None else (generator,)


@lru_cache(512)  # the rules ask one after the other about the same text
def readings(text: str, generator: str | None) -> tuple[tuple[Any, tuple[str, ...]], ...]:
    """Each different value of a plain scalar, with the generators that read it so."""
    groups: dict[tuple[type, str], tuple[Any, list[str]]] = {}
    for name in readers(generator):
        value = dialect_of(name).resolve(text)
        groups.setdefault((type(value), repr(value)), (value, []))[1].append(name)
    return tuple((value, tuple(names)) for value, names in groups.values())


def told(text: str, generator: str | None) -> str:
    """`Docusaurus reads as the number 750`, `MkDocs and Jekyll read as true, others as text`."""
    return _phrase([(said(value), names) for value, names in readings(text, generator)], "", generator)


def key_told(text: str, generator: str | None) -> str:
    """What becomes of a key, as `told` says it; empty where it is the text as written, to all who read it."""
    groups: dict[str, list[str]] = {}
    changes = False
    for name in readers(generator):
        dialect = dialect_of(name)
        value = dialect.resolve(text)
        key = dialect.key(value, text)
        if isinstance(value, dt.date) and isinstance(key, str):
            what = "the long form of a date"  # in the time zone of the machine
        else:
            what = said(key) if not isinstance(key, str) else f"the text `{key}`" if key else "empty text"
        changes = changes or what != f"the text `{text}`"
        groups.setdefault(what, []).append(name)
    return _phrase(list(groups.items()), " it", generator) if changes else ""


def _phrase(groups: Sequence[tuple[str, Sequence[str]]], what: str, generator: str | None) -> str:
    """Who reads it as what, the fewest first."""
    if len(groups) == 1 and generator is None:
        return f"all parsers read{what} as {groups[0][0]}"
    parts = []
    for number, (value, names) in enumerate(sorted(groups, key=lambda group: (len(group[1]), group[0] == "text"))):
        who = "others" if number and number == len(groups) - 1 else _listed([TITLES[name] for name in names])
        verb = "" if number else f" reads{what}" if len(names) == 1 else f" read{what}"
        parts.append(f"{who}{verb} as {value}")
    return ", ".join(parts)


def said(value: Any) -> str:
    """A value by its type: `text`, `the number 750`, `true`, `nothing`, `a date`."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"the number {number_text(value) if isinstance(value, float) else value}"
    return "a date" if isinstance(value, dt.date) else "text"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
