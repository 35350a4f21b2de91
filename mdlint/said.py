"""What was said of a file, as a run hands it on: without the path, so that what is said of many files is there once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeAlias

from mdlint.diagnostic import Ignore, Outcome, PlacedFact, Row, diagnostics_of
from mdlint.named import NamedTuple

Kind: TypeAlias = tuple[str, str]
"""The rule and the collection of a fact."""

_NEW: Any = tuple.__new__  # as in `diagnostics_of`


class Said(Protocol):
    """What was said of one file."""

    @property
    def diagnostics(self) -> Sequence[Row]:
        """What is wrong with it, in order of position."""
        raise NotImplementedError

    @property
    def ignores(self) -> Sequence[Ignore]:
        """The comments that ask to ignore findings."""
        raise NotImplementedError

    def facts(self, wanted: Callable[[Kind], bool] | None = None) -> Iterable[tuple[Kind, Row]]:
        """What project rules take out of it; those of the wanted kinds only, if not all are."""
        raise NotImplementedError


class Fresh(NamedTuple):
    """What was said of a file that has just been read."""

    diagnostics: Sequence[Row]
    taken: Sequence[Row] = ()
    ignores: Sequence[Ignore] = ()

    def facts(self, wanted: Callable[[Kind], bool] | None = None) -> Iterable[tuple[Kind, Row]]:
        return [(row[:2], row) for row in self.taken if wanted is None or wanted(row[:2])]


def said_in(outcome: Outcome) -> Fresh:
    """An outcome without the path."""
    return Fresh([found[1:] for found in outcome.diagnostics], [fact[1:] for fact in outcome.facts], outcome.ignores)


def outcome_of(path: str, said: Said) -> Outcome:
    """What was said of the file at a path."""
    return Outcome(
        tuple(diagnostics_of(path, said.diagnostics)),
        tuple(_NEW(PlacedFact, (path, *row)) for _, row in said.facts()),
        tuple(said.ignores),
    )


def facts_by_kind(
    files: Iterable[tuple[str, Said]], wanted: Callable[[Kind], bool] | None = None
) -> dict[Kind, list[PlacedFact]]:
    """The facts of files, which are in order of path, of all kinds or of those that are wanted."""
    by_kind: dict[Kind, list[PlacedFact]] = {}
    for path, said in files:
        for kind, row in said.facts(wanted):
            fact = _NEW(PlacedFact, (path, *row))
            try:
                by_kind[kind].append(fact)
            except KeyError:
                by_kind[kind] = [fact]
    return by_kind
