"""Frozen plain data, cheap to define.

`@dataclass` compiles every class's methods when its module is imported: about a millisecond each,
which for two dozen classes and a hundred rules would be the largest part of a short run. A `Record` has
the same look and the same guarantees for what mdlint needs, from methods that are written once.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, ClassVar, Self, dataclass_transform


def annotations_of(cls: type) -> Mapping[str, Any]:
    """What the body of a class annotates: types, or their text where that is all there is."""
    try:
        return cls.__annotations__
    except NameError:  # they may name what is there for type checkers only
        if sys.version_info >= (3, 14):
            from annotationlib import Format, get_annotations

            return get_annotations(cls, format=Format.STRING)
        raise


def type_of(cls: type, field: str) -> Any:
    """The type of a field, own or inherited; Any if it is named by what is there for type checkers only."""
    # Imported here, as above: only options and odd annotations ask for them.
    from types import SimpleNamespace
    from typing import get_type_hints

    owner = next(part for part in cls.__mro__ if field in annotations_of(part))
    only = SimpleNamespace(__annotations__={field: annotations_of(owner)[field]})
    try:
        return get_type_hints(only, vars(sys.modules[owner.__module__]))[field]
    except NameError:
        return Any


@dataclass_transform(frozen_default=True)
class Record:
    """Subclasses annotate their fields, in order; a field with a value in the class is optional.

    Instances are frozen, compare and hash by class and fields, and pickle.
    """

    _names: ClassVar[tuple[str, ...]] = ()
    _known: ClassVar[frozenset[str]] = frozenset()
    _required: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        own = (name for name, kind in annotations_of(cls).items() if "ClassVar" not in str(kind).partition("[")[0])
        cls._names = (*cls._names, *own)
        cls._known = frozenset(cls._names)
        cls._required = frozenset(name for name in cls._names if not hasattr(cls, name))

    def __init__(self, *values: Any, **named: Any) -> None:
        """Raises TypeError when a field is missing, unknown or given twice."""
        own = self.__dict__
        own.update(zip(self._names, values, strict=False))
        own.update(named)
        if len(own) != len(values) + len(named) or not self._required <= own.keys() <= self._known:
            given = (*self._names[: len(values)], *named)
            raise TypeError(f"{type(self).__name__} has the fields {self._names}, not {given}")

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed."""
        return type(self)(**{**self.__dict__, **changes})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._names)
        return f"{type(self).__name__}({inside})"

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self._names])
