"""`x-mdlint`: what a schema can say of a field beyond what JSON Schema has words for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mdlint.record import Record
from mdlint.schema.error import SchemaError
from mdlint.settings import Extra
from mdlint.spelling import did_you_mean

KEYWORD = "x-mdlint"


class Extension(Record):
    """The contents of `x-mdlint` of one field.

    deprecated: the name of the field that replaces this one, empty where none does; None when the
        field is as good as ever.
    alias: other names that are accepted in this one's stead.
    message: what to tell the author when the value is wrong, instead of mdlint's words.
    extra: what unknown fields in this mapping are.
    asset: the kinds of file that the value is the path of (`image`), empty for any; None: it is none.
    unique: among which files no two may have the same value (`collection`, `site`).
    ref: the collection that the value names an entry of.
    """

    deprecated: str | None = None
    alias: tuple[str, ...] = ()
    message: str = ""
    extra: Extra | None = None
    asset: tuple[str, ...] | None = None
    unique: str | None = None
    ref: str | None = None

    @property
    def implies(self) -> bool:
        """Whether it says something to rules that ask no schema; see `IMPLYING`."""
        return any(said is not None for said in (self.asset, self.unique, self.ref))


NOTHING = Extension()
IMPLYING = frozenset(("ref", "unique", "asset"))
"""The keys that are for rules which ask no schema: these are told by their options."""


def extension_of(value: Any) -> Extension:
    """What `x-mdlint` says. Raises SchemaError where it says what mdlint does not understand."""
    if not isinstance(value, Mapping):
        raise SchemaError(f"`{KEYWORD}` must be a mapping")
    found: dict[str, Any] = {}
    for key, given in value.items():
        if key not in _READ:
            near = did_you_mean(str(key), _READ)
            raise SchemaError(f"`{KEYWORD}` knows no `{key}`", f"did you mean `{near}`?" if near else "")
        read, wanted = _READ[key]
        try:
            found[key] = read(given)
        except (KeyError, TypeError, ValueError):
            raise SchemaError(f"`{KEYWORD}.{key}` must be {wanted}") from None
    return Extension(**found)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(_text(item) for item in value)


def _asset(value: Any) -> tuple[str, ...] | None:
    if isinstance(value, bool):
        return () if value else None
    return _texts(value)


def _deprecated(value: Any) -> str | None:
    if isinstance(value, bool):
        return "" if value else None
    return _text(value["replacedBy"]) if isinstance(value, Mapping) else _text(value)


def _unique(value: Any) -> str | None:
    if isinstance(value, bool):
        return "collection" if value else None
    return {"collection": "collection", "site": "site"}[value]


def _extra(value: Any) -> Extra:
    extras: dict[str, Extra] = {"forbid": "forbid", "warn": "warn", "allow": "allow"}
    return extras[value]


_READ: Mapping[str, tuple[Any, str]] = {
    "deprecated": (_deprecated, 'true, the name of the new field, or `{"replacedBy": name}`'),
    "alias": (_texts, "a name or a list of names"),
    "message": (_text, "text"),
    "extra": (_extra, "`forbid`, `warn` or `allow`"),
    "asset": (_asset, "true, a kind of file such as `image`, or a list of kinds"),
    "unique": (_unique, "true, `collection` or `site`"),
    "ref": (_text, "the name of a collection"),
}
