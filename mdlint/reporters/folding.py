"""Which findings can be shown as one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import chain

from mdlint.diagnostic import Diagnostic, Row
from mdlint.named import NamedTuple
from mdlint.report import Findings

ALIKE_FROM = 20
"""Files of which the same is to be said although their values differ: 1,711 dates without a zone would bury
one missing title just as well as 1,711 equal placeholders."""


class Same(NamedTuple):
    """Findings that can be shown as one.

    first: the one to show. files: how many files have it. places: the first few of them, each with the line of its first
    finding. differ: whether the values do.
    """

    first: Diagnostic
    files: int
    places: list[tuple[str, int]]
    differ: bool


def folded(found: Findings, least: int, places: int) -> tuple[list[Diagnostic], list[Same], list[Same]]:
    """The findings to show one by one, those that are the same in so many files or more, and those that say the same of a
    field in very many files, whose values may differ; `places` is how many of their files are to be named."""
    rows = list(found.rows())
    paths = [path for path, those in found.files for _ in those]
    # What is one object looks the same; in ten thousand files, most findings are said of many.
    equal = [ats for _, ats in found.equal]
    left, same = _grouped(equal, rows, paths, _looks, least=least, places=places)
    left, others = _grouped(left, rows, paths, _alike, least=ALIKE_FROM, places=places)
    return [Diagnostic(paths[at], *rows[at]) for at in sorted(chain.from_iterable(left))], same, others


def _grouped(
    sets: Iterable[list[int]],
    rows: Sequence[Row],
    paths: Sequence[str],
    look: Callable[[Row], Hashable],
    *,
    least: int,
    places: int,
) -> tuple[list[list[int]], list[Same]]:
    """The sets of equal findings, by their places in the report, whose looks fewer files share; and the others as one
    for each look."""
    groups: dict[Hashable, list[list[int]]] = {}
    for ats in sets:
        groups.setdefault(look(rows[ats[0]]), []).append(ats)
    few: list[list[int]] = []
    many: list[Same] = []
    for group in groups.values():
        places_of_all = sorted(chain.from_iterable(group))
        files = len(set(map(paths.__getitem__, places_of_all)))
        if files < least:
            few += group
            continue
        first: dict[str, int] = {}
        for at in places_of_all:
            first.setdefault(paths[at], rows[at][0].line)
            if len(first) == places:
                break
        differ = look is not _looks and len({_looks(rows[ats[0]]) for ats in group}) > 1
        many.append(Same(Diagnostic(paths[group[0][0]], *rows[group[0][0]]), files, list(first.items()), differ))
    return few, many


def looks(diagnostic: Diagnostic) -> Hashable:
    """All of a frame but where it is: the same field with the same value and the same reproach."""
    return _looks(diagnostic[1:])


def alike(diagnostic: Diagnostic) -> Hashable:
    """What is the same where only the field's value differs."""
    return _alike(diagnostic[1:])


def _looks(row: Row) -> Hashable:
    (line, column, end_line, end_column), rule, severity, message, hint, key_path, _, excerpt, *_ = row
    return rule, severity, message, hint, key_path, excerpt and excerpt.text, column, end_column, end_line - line


def _alike(row: Row) -> Hashable:
    _, rule, severity, _, hint, key_path, *_ = row
    return rule, severity, hint, key_path
