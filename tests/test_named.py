"""Our named tuples are like those of the standard library."""

from __future__ import annotations

import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from mdlint.named import NamedTuple


class Loaf(NamedTuple):
    """A loaf of bread."""

    grain: str
    grams: int = 500
    seeds: tuple[str, ...] = ()

    @property
    def is_large(self) -> bool:
        return self.grams > 900


class Theirs(typing.NamedTuple):
    grain: str
    grams: int = 500
    seeds: tuple[str, ...] = ()


USES: dict[str, Callable[[Any], Any]] = {
    "defaults": lambda loaf: tuple(loaf("rye")),
    "names": lambda loaf: tuple(loaf(seeds=("flax",), grain="rye")),
    "fields": lambda loaf: (loaf("rye").grain, loaf("rye", 1).grams, loaf._fields, loaf._field_defaults),
    "changed": lambda loaf: tuple(loaf("rye")._replace(grams=700)),
    "a dictionary": lambda loaf: loaf("rye")._asdict(),
    "made of a list": lambda loaf: tuple(loaf._make(["rye", 1, ()])),
    "shown": lambda loaf: repr(loaf("rye")).replace("Theirs", "Loaf"),
    "compared": lambda loaf: (loaf("rye") == ("rye", 500, ()), loaf("a") < loaf("b"), hash(loaf("rye"))),
    "matched": lambda loaf: loaf.__match_args__,
    "pickled": lambda loaf: pickle.loads(pickle.dumps(loaf("rye"))) == loaf("rye"),
    "copies keep the type": lambda loaf: type(loaf("rye")._replace(grams=1)) is loaf,
    "too few": lambda loaf: loaf(),
    "too many": lambda loaf: loaf(1, 2, 3, 4),
    "unknown": lambda loaf: loaf("rye", salt=1),
    "twice": lambda loaf: loaf("rye", grain="rye"),
    "made of too few": lambda loaf: loaf._make(["rye"]),
    "set": lambda loaf: setattr(loaf("rye"), "grain", "spelt"),
    "a new attribute": lambda loaf: setattr(loaf("rye"), "salt", 1),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_same(use: Callable[[Any], Any]) -> None:
    def outcome(loaf: Any) -> Any:
        try:
            return use(loaf)
        except (TypeError, ValueError, AttributeError) as error:
            return type(error)

    for _ in range(2):  # the first use may compile the constructor
        assert outcome(Loaf) == outcome(Theirs)


def test_an_unknown_change() -> None:
    """It is a TypeError, as theirs is since Python 3.13."""
    with pytest.raises(TypeError, match="salt"):
        Loaf("rye")._replace(salt=1)  # type: ignore[call-arg]


def test_has_what_the_class_says() -> None:
    assert Loaf.__doc__ == "A loaf of bread."
    assert Loaf("rye", 1000).is_large
    assert not hasattr(Loaf("rye"), "__dict__")


def test_fields_without_a_value_come_first() -> None:
    with pytest.raises(TypeError, match="must come first"):
        exec("class Loaf(NamedTuple):\n    grams: int = 500\n    grain: str", {"NamedTuple": NamedTuple})
