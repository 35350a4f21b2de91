"""What a JSON Schema says of each field, found by the field's key path.

A validator answers whether a value is right; this answers what a field is: which names are known,
what the schema calls an example, which names are deprecated or stand for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from mdlint.diagnostic import KeyPath, Severity
from mdlint.schema.extension import KEYWORD, NOTHING, Extension, extension_of
from mdlint.schema.references import Place
from mdlint.schema.violation import Violation
from mdlint.schema.words import example_of, sentence_end
from mdlint.settings import Extra

_BRANCHES = ("anyOf", "oneOf")
_DEEPEST = 5
"""Mappings within mappings in which `x-mdlint` is looked for; a schema may refer to itself."""
_CONDITIONAL = ("if", "then", "else")


class Field:
    """What the schemas that apply to one value say of it."""

    def __init__(self, places: list[Place], perhaps: Sequence[Place] = ()) -> None:
        """`perhaps` are those that apply only where a branch for the mapping around the value holds."""
        self._sure = places
        self._perhaps = perhaps
        self._given = [*places, *perhaps]

    @cached_property
    def _certain(self) -> list[Mapping[str, Any]]:
        """The schemas that hold for the value in any case."""
        return [place.schema for place, _ in _applying(self._given, branches=False)]

    @cached_property
    def extension(self) -> Extension:
        """What `x-mdlint` says; of two schemas for one field, the outer wins."""
        return _merged([extension_of(schema[KEYWORD]) for schema in self._certain if KEYWORD in schema])

    @cached_property
    def implying(self) -> list[Extension]:
        """What `x-mdlint` says to rules, also in branches: `anyOf: [{x-mdlint: …}, {type: null}]`.

        Where the branch for the mapping around the value decides, all that know the field must say something.
        """
        certain: list[Extension] = []
        branches: list[Extension] = []
        for place, is_certain in _applying(self._sure, branches=True):
            if KEYWORD in place.schema:
                (certain if is_certain else branches).append(extension_of(place.schema[KEYWORD]))
        found = [said for said in (_merged(certain), *branches) if said.implies]
        perhaps = [Field([place]).implying for place in self._perhaps]
        return [*found, *chain(*perhaps)] if all(perhaps) else found

    @cached_property
    def deprecated(self) -> str | None:
        """The name of the field that replaces this one, empty where none does; None when it is not deprecated."""
        if self.extension.deprecated is not None:
            return self.extension.deprecated
        return "" if any(schema.get("deprecated") is True for schema in self._certain) else None

    @cached_property
    def about(self) -> str:
        """What the schema calls the field, as the end of a sentence."""
        return next(filter(None, (sentence_end(schema.get("description")) for schema in self._certain)), "")

    @cached_property
    def example(self) -> str:
        """A value that would be right, where the schema names one."""
        values = []
        for schema in self._certain:
            examples = schema.get("examples")
            values.extend([*(examples if isinstance(examples, list) else ()), schema.get("default")])
        return example_of(values)

    @cached_property
    def inner(self) -> Fields:
        """The fields inside the value, or its items."""
        return Fields(self._given)


class Fields:
    """The fields of one mapping and the items of one list, as far as schemas speak of them."""

    def __init__(self, places: list[Place]) -> None:
        self.names: dict[str, Field] = {}
        self.aliases: dict[str, str] = {}
        self.extra: Extra | None = None
        self._patterns: list[tuple[re.Pattern[str] | None, Field]] = []
        self._rest: Field | None = None
        self._items: Field | None = None
        named: dict[str, tuple[list[Place], list[Place]]] = {}
        rest: list[Place] = []
        items: tuple[list[Place], list[Place]] = [], []
        for place, is_certain in _applying(places, branches=True):
            schema = place.schema
            for name, below in _mapping(schema, "properties"):
                named.setdefault(name, ([], []))[not is_certain].extend(place.below(below))
            for pattern, below in _mapping(schema, "patternProperties"):
                self._patterns.append((_compiled(pattern), Field(list(place.below(below)))))
            for key in ("additionalProperties", "unevaluatedProperties"):
                if schema.get(key):
                    rest.extend(place.below(schema[key]))
            for key in ("items", "prefixItems", "additionalItems", "contains"):
                for below in schema[key] if isinstance(schema.get(key), list) else [schema.get(key)]:
                    items[not is_certain].extend(place.below(below))
            if KEYWORD in schema:
                self.extra = self.extra or extension_of(schema[KEYWORD]).extra
        self.names = {name: Field(*below) for name, below in named.items()}
        for name, field in self.names.items():
            for alias in field.extension.alias:
                self.aliases.setdefault(alias, name)
        if rest:
            self._rest = Field(rest)
        if any(items):
            self._items = Field(*items)

    def field(self, part: str | int) -> Field | None:
        """What is said of one field, by any name it has, or of an item."""
        if isinstance(part, int):
            return self._items
        name = self.aliases.get(part, part) if part not in self.names else part
        if name in self.names:
            return self.names[name]
        for pattern, field in self._patterns:
            if pattern is None or pattern.search(part):
                return field
        return self._rest

    def at(self, path: KeyPath) -> Field | None:
        """What is said of the value at a key path."""
        fields, field = self, None
        for part in path:
            field = fields.field(part)
            if field is None:
                return None
            fields = field.inner
        return field

    def implying(self, above: str = "", deepest: int = _DEEPEST) -> Iterator[tuple[str, Extension]]:
        """The fields of which `x-mdlint` says something to rules, by each of their names, with dots; a list and its items
        are one.

        Several of one name are told one by one.
        """
        names = [*self.names.items(), *((alias, self.names[name]) for alias, name in self.aliases.items())]
        for name, field in names:
            items = field.inner.field(0)
            for found in (field, items) if items is not None else (field,):
                for said in found.implying:
                    yield above + name, said
                if deepest:
                    yield from found.inner.implying(f"{above}{name}.", deepest - 1)

    @property
    def known(self) -> tuple[str, ...]:
        """The names that an author may use."""
        return (*self.names, *(alias for alias in self.aliases if alias not in self.names))

    def unknown(self, data: Mapping[str, Any], path: KeyPath, extra: Extra) -> list[Violation]:
        """The fields of one mapping that are not known, if they are to be reported."""
        names = self.names
        if extra == "allow":
            return []
        severity: Severity | None = "error" if extra == "forbid" else None
        return [
            Violation((*path, name), "unknown", value, severity=severity)
            for name, value in data.items()
            if name not in names and self.field(name) is None
        ]

    def remarks(self, data: Any, path: KeyPath, extra: Extra | None, seen: set[int]) -> Iterator[Violation]:
        """The unknown fields that the schema asks to be reported, and the deprecated ones, at all depths."""
        if isinstance(data, dict):
            yield from self.unknown(data, path, extra or self.extra or "allow")
        entries = data.items() if isinstance(data, dict) else enumerate(data)
        for part, value in entries:
            field = self.field(part)
            if field is None:
                continue
            if isinstance(part, str) and field.deprecated is not None:
                yield Violation((*path, part), "deprecated", value, field.deprecated, message=field.extension.message)
            if isinstance(value, (dict, list)) and id(value) not in seen:
                seen.add(id(value))
                yield from field.inner.remarks(value, (*path, part), None, seen)

    def renamed(self, data: Any, path: KeyPath, written: dict[KeyPath, str]) -> Any:
        """The data with the names that the schema is written in; `written` takes the author's own."""
        if isinstance(data, list):
            inner = self._items.inner if self._items is not None else None
            return data if inner is None else [inner.renamed(v, (*path, i), written) for i, v in enumerate(data)]
        if not isinstance(data, dict):
            return data
        found = {}
        for name, value in data.items():
            own = self.aliases.get(name)
            if own is None or name in self.names or own in data or own in found:
                own = name
            else:
                written[(*path, own)] = name
            field = self.field(own)
            below = isinstance(value, (dict, list)) and field is not None
            found[own] = field.inner.renamed(value, (*path, own), written) if below and field else value
        return found


def implied_options(fields: Fields) -> dict[str, dict[str, Any]]:
    """Per rule, the options that `ref`, `unique` and `asset` of a schema's fields are."""
    declared = list(fields.implying())
    collections: dict[str, set[str]] = {}
    for name, said in declared:
        if said.ref is not None:
            collections.setdefault(name, set()).add(said.ref)
    # Of which of several collections it is an entry nobody knows.
    references = {name: named.pop() for name, named in collections.items() if len(named) == 1}
    unique = {
        scope: tuple(dict.fromkeys(name for name, said in declared if said.unique == scope))
        for scope in ("collection", "site")
    }
    assets = tuple(dict.fromkeys(name for name, said in declared if said.asset is not None))
    others = {name for name, said in declared if said.asset not in (None, ("image",))}
    pictures = tuple(name for name in assets if name not in others)
    found: dict[str, dict[str, Any]] = {}
    if assets:
        found["missing-asset"] = found["asset-case-mismatch"] = {"assets": assets}
    if pictures:
        found["wrong-asset-type"] = {"pictures": pictures}
    if references:
        found["unknown-reference"] = {"references": references}
    if any(unique.values()):
        found["duplicate-id"] = {"unique": unique["collection"], "unique_in_site": unique["site"]}
    return found


def _merged(said: Sequence[Extension]) -> Extension:
    """What several say of one value, the first ones before the others."""
    if len(said) > 1:
        return Extension(**{key: value for one in reversed(said) for key, value in vars(one).items()})
    return said[0] if said else NOTHING


def _applying(places: Sequence[Place], *, branches: bool) -> Iterator[tuple[Place, bool]]:
    """The schemas, and those that they apply to the same value: references, `allOf`, and branches that may hold.

    With each, whether it holds in any case.
    """
    stack = [(place, True) for place in reversed(places)]
    seen: set[tuple[tuple[str, str], bool]] = set()
    while stack:
        place, is_certain = stack.pop()
        schema = place.schema
        yield place, is_certain
        below: list[tuple[Place, bool]] = []
        for target in place.references():
            if (target.name, is_certain) not in seen:
                seen.add((target.name, is_certain))
                below.append((target, is_certain))
        for branch in schema["allOf"] if isinstance(schema.get("allOf"), list) else ():
            below.extend((found, is_certain) for found in place.below(branch))
        for branch in _branches(schema) if branches else ():
            below.extend((found, False) for found in place.below(branch))
        stack.extend(reversed(below))


def _branches(schema: Mapping[str, Any]) -> Iterator[Any]:
    """The schemas that hold for a value or not."""
    for key in _BRANCHES:
        yield from schema[key] if isinstance(schema.get(key), list) else ()
    for key in _CONDITIONAL:
        yield schema.get(key)
    for key in ("dependentSchemas", "dependencies"):
        yield from (branch for _, branch in _mapping(schema, key))


def _mapping(schema: Mapping[str, Any], key: str) -> Iterator[tuple[str, Any]]:
    value = schema.get(key)
    if isinstance(value, Mapping):
        yield from value.items()


def _compiled(pattern: str) -> re.Pattern[str] | None:
    """None where only JavaScript understands the pattern: then any name may match."""
    try:
        return re.compile(pattern)
    except re.error:
        return None
