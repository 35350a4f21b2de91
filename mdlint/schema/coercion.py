"""What a model made of the values: text that it took for a number or a boolean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mdlint.diagnostic import KeyPath
from mdlint.front_matter.dialects import BOOLEANS_OF_YAML_1_1
from mdlint.regex import regex
from mdlint.schema.violation import Violation
from mdlint.spelling import did_you_mean

_NUMBER = regex(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\Z")

_COLLECTIONS = frozenset((dict, list))


def coerced(given: Any, read: Any) -> list[Violation]:
    """The values that are right only because the model read them as something else than they are."""
    found: list[Violation] = []
    _compare(given, read, (), found, set())
    return found


def _compare(given: Any, read: Any, path: KeyPath, found: list[Violation], seen: set[int]) -> None:
    kind = type(given)
    if kind is str:
        if isinstance(read, bool):
            if _is_word_for(given, read):
                found.append(Violation(path, "coerced", given, read))
        elif isinstance(read, (int, float)) and _NUMBER.match(text := given.strip()) and float(text) == read:
            found.append(Violation(path, "coerced", given, text))
        return
    if id(given) in seen:
        return
    seen.add(id(given))
    inside = _inside(read)
    parts: Iterable[Any] = ()
    if kind is dict and isinstance(inside, dict):
        parts = given.keys() & inside
    elif kind is list and isinstance(inside, list) and len(inside) == len(given):
        parts = range(len(given))
    for part in parts:
        value, made = given[part], inside[part]
        # Mostly a text stays a text, which is told fastest.
        if type(value) is not type(made) or type(value) in _COLLECTIONS:
            _compare(value, made, (*path, part), found, seen)


def _inside(read: Any) -> Any:
    """The fields of a model that was read, or the value itself."""
    if type(read) is tuple and len(read) == 3 and isinstance(read[0], dict):  # of a stored core schema
        return read[0]
    return read.__dict__ if hasattr(read, "__pydantic_fields_set__") else read


def _is_word_for(text: str, value: object) -> bool:
    """Whether a text says just that; what a model's own code makes of other words is its own affair."""
    word = text.strip().lower()
    if word in BOOLEANS_OF_YAML_1_1:
        return False
    return word == str(value).lower() or did_you_mean(word, ("true", "false")) == str(value).lower()
