"""Which known name a word is meant for that is none."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NEAR = 0.75
"""From which share of equal characters on one name may be meant by another."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known name that was most likely meant, or None. Case, `-` and `_` count for nothing."""
    return _nearest(word, tuple(known))


@lru_cache(maxsize=1000)  # files of a site share their mistakes
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    plain = plain_name(word)
    # A file may have thousands of unknown fields, and comparing takes a while: most names share too few characters.
    by_plain = {other: name for name in known if _may_be_near(plain, other := plain_name(name))}
    if not by_plain:
        return None
    # Imported here: only a finding needs it.
    from difflib import get_close_matches

    close = get_close_matches(plain, by_plain, n=1, cutoff=_NEAR)
    return by_plain[close[0]] if close else None


def _may_be_near(one: str, other: str) -> bool:
    """Whether what two names have in common, in any order, may be enough."""
    least = _NEAR * (len(one) + len(other)) / 2
    return len(one) >= least <= len(other) and sum(map(other.__contains__, one)) >= least


def near_file(path: Path) -> str | None:
    """The name of the file beside a missing one that was most likely meant, with the same suffix; or None."""
    try:
        by_stem = {_stem(other): other.name for other in path.parent.iterdir() if other.suffix == path.suffix}
    except OSError:
        return None
    near = did_you_mean(_stem(path), by_stem)
    return None if near is None else by_stem[near]


def _stem(path: Path) -> str:
    """A file's name without its suffixes, which many files share."""
    return path.name.partition(".")[0]


def misspelled_for(word: str, known: Iterable[str]) -> str | None:
    """The known name that a field's name is surely meant for, or the other way round; None where none is.

    Case, `-`, `_` and the plural's ending count for nothing. Else one letter may be wrong, missing, too much or
    swapped with the next, and two in long names; short names need the same letters. `update` is no `date`.
    """
    singular = _singular(word)
    near = [(_steps(singular, _singular(name)), name) for name in known]
    least, name = min(near, default=(1, ""))
    first, second = plain_name(word), plain_name(name)
    length = min(len(first), len(second))
    return name if least <= (length > 3 or set(first) == set(second)) + (length > 7) else None


@lru_cache(1000)
def plain_name(name: str) -> str:
    """A name as it is compared with others: case, `-`, `_` and blanks count for nothing."""
    return name.replace("-", "").replace("_", "").replace(" ", "").casefold()


@lru_cache(1000)
def _singular(name: str) -> str:
    plain = plain_name(name)
    return plain[:-3] + "y" if plain.endswith("ies") else plain.removesuffix("s")


def _steps(first: str, second: str) -> int:
    """How many letters to change, leave out, put in or swap with the next to get from one to the other."""
    if abs(len(first) - len(second)) > 2 or sum(map(second.__contains__, first)) < len(first) - 2:
        return 3
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first):
        above, row = row, [i + 1]
        for j, other in enumerate(second):
            steps = min(above[j + 1] + 1, row[j] + 1, above[j] + (letter != other))
            if i and j and letter == second[j - 1] and first[i - 1] == other:
                steps = min(steps, before[j - 1] + 1)
            row.append(steps)
        before = above
    return row[-1]
