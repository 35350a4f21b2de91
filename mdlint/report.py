"""All that a run has found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import overload

from mdlint.diagnostic import SEVERITIES, Diagnostic, Fixed, Overview, Row, Severity, diagnostics_of
from mdlint.record import Record


class Findings(Sequence[Diagnostic]):
    """The diagnostics of a run, in order, each made when somebody looks at it: what is said of many files is there once.

    files: paths, each with what is wrong there, which are `Diagnostic`s but for the path. Equal ones may be one object.
    It is equal to a tuple of the diagnostics, and pickles as one.
    """

    def __init__(self, files: Sequence[tuple[str, Sequence[Row]]]) -> None:
        self.files = files

    @classmethod
    def of(cls, diagnostics: Sequence[Diagnostic]) -> Findings:
        """These, as they are or as they came."""
        return diagnostics if isinstance(diagnostics, Findings) else cls([(d.path, (d[1:],)) for d in diagnostics])

    def rows(self) -> Iterator[Row]:
        """What is wrong, wherever it is."""
        return chain.from_iterable(rows for _, rows in self.files)

    @cached_property
    def equal(self) -> list[tuple[Row, list[int]]]:
        """What is wrong, each once, and where it stands among all; of equal ones, those that are one object."""
        rows = list(self.rows())
        places: defaultdict[int, list[int]] = defaultdict(list)
        for at, number in enumerate(map(id, rows)):
            places[number].append(at)
        return [(rows[ats[0]], ats) for ats in places.values()]

    @cached_property
    def _all(self) -> tuple[Diagnostic, ...]:
        return tuple(chain.from_iterable(diagnostics_of(path, rows) for path, rows in self.files))

    def __len__(self) -> int:
        return sum(len(rows) for _, rows in self.files)

    @overload
    def __getitem__(self, at: int) -> Diagnostic: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Diagnostic, ...]: ...
    def __getitem__(self, at: int | slice) -> Diagnostic | tuple[Diagnostic, ...]:
        return self._all[at]

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._all)

    def __eq__(self, other: object) -> bool:
        return bool(self._all == (other._all if isinstance(other, Findings) else other))

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)

    def __reduce__(self) -> tuple[type, tuple[tuple[Diagnostic, ...]]]:
        return tuple, (self._all,)


class Report(Record):
    """What a run found, diagnostics in order of path and position; of files that were fixed, what is left.

    elapsed: seconds. notes: what the user should know besides, such as that a schema is out of date.
    fixed: the files that were fixed, or would be. overviews: of the files that could be read, where they were asked for.
    known, unchanged: how many findings are left out because the baseline knows them, or because they are not about
    lines that have changed.
    """

    files_checked: int
    diagnostics: Sequence[Diagnostic]
    elapsed: float = 0.0
    notes: tuple[str, ...] = ()
    fixed: tuple[Fixed, ...] = ()
    overviews: tuple[Overview, ...] = ()
    known: int = 0
    unchanged: int = 0

    def count(self, severity: Severity) -> int:
        return sum(len(ats) for row, ats in Findings.of(self.diagnostics).equal if row[2] == severity)

    def at_or_above(self, severity: Severity) -> bool:
        """Whether a diagnostic is as bad as `severity`, or worse."""
        worst = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return any(row[2] in worst for row in Findings.of(self.diagnostics).rows())
