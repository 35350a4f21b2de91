"""Named tuples, cheap to define.

`typing.NamedTuple` checks and compiles every annotation, and `collections.namedtuple` compiles a constructor: together a quarter of a
millisecond for each class. Here the constructor is compiled when the first tuple is made; it is the same as theirs, and so are the tuples.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - this is what others import
else:
    from collections import _tuplegetter  # what `namedtuple` reads fields with

    class _Tuple(tuple):
        """What all named tuples have in common, but for their fields."""

        __slots__ = ()
        _fields = ()
        _field_defaults = MappingProxyType({})

        def __new__(cls, *values: Any, **named: Any) -> Self:
            """Compile the constructor, and use it from now on."""
            names = ", ".join(cls._fields)
            constructor = eval(  # noqa: S307 - as `namedtuple` does; the names are those of a class's annotations
                f"lambda cls, {names}: new(cls, ({names},))", {"new": tuple.__new__, "__name__": cls.__module__}
            )
            constructor.__name__ = "__new__"
            constructor.__qualname__ = f"{cls.__qualname__}.__new__"
            constructor.__defaults__ = tuple(cls._field_defaults.values())
            cls.__new__ = staticmethod(constructor)
            return constructor(cls, *values, **named)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"expected {len(cls._fields)} values, got {len(made)}")
            return made

        def _replace(self, /, **changes: Any) -> Self:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"unknown fields {list(changes)}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _Definition(type):
        """Makes a plain class of what is written as a subclass of `NamedTuple`."""

        def __new__(cls, name: str, _: tuple[type, ...], namespace: dict[str, Any]) -> type:
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"{name}: fields without a value must come first")
            return type(
                name,
                (_Tuple,),
                {
                    **namespace,
                    **{field: _tuplegetter(number, "") for number, field in enumerate(fields)},
                    "__slots__": (),
                    "__match_args__": fields,
                    "_fields": fields,
                    "_field_defaults": defaults,
                },
            )

    NamedTuple = type.__new__(_Definition, "NamedTuple", (), {})
