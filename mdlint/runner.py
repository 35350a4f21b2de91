"""Many files → one report: examine each, judge them together, fix those that are to be fixed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from mdlint.cache_file import DamagedCacheError
from mdlint.diagnostic import Fixed, Overview, Row, diagnostics_of
from mdlint.named import NamedTuple
from mdlint.reading import How, Reading
from mdlint.report import Findings, Report
from mdlint.said import Said, facts_by_kind, outcome_of, said_in
from mdlint.settings import Settings
from mdlint.site import Site
from mdlint.source import Source
from mdlint.verdicts import Memory

if TYPE_CHECKING:
    from mdlint.files import Fixing
    from mdlint.linter import Linter

_File: TypeAlias = tuple[str, Said]

_order = itemgetter(0, 1, 3)
"""What `order_of` looks at, of a row."""


class _Found(NamedTuple):
    """What there is to say of a file: of it alone, and because of what is around it."""

    path: str
    alone: Sequence[Row]
    judged: Sequence[Row]

    def all_rows(self) -> Sequence[Row]:
        """Both, in order of position."""
        return sorted((*self.alone, *self.judged), key=_order) if self.judged else self.alone


def run(
    sources: Iterable[Source],
    settings: Settings,
    progress: Callable[[int], None] | None = None,
    fixing: Fixing | None = None,
    *,
    overviews: bool = False,
    context: Callable[[], Iterable[Source]] | None = None,
    site: Site | None = None,
    linter: Linter | None = None,
    how: How | None = None,
) -> Report:
    """Check the files in order, or fix them. `progress` is told after each how many are done.

    overviews: whether to make `Report.overviews`, for which each file is read once more.
    context: finds other files of the same site, of which nothing is reported; it is asked only if a rule wants to
    compare the given files with others. site: the clock and the folders; by default those of this run. linter: one that
    was made of these settings already. how: to be quick.
    """
    started = time.perf_counter()
    site = site or Site.here(settings.root)
    reading = Reading(settings, linter, *(how or How()))
    given = list(sources)
    examine = partial(_examined, given, context, reading, site, progress, is_fixing=fixing is not None)
    try:
        said, around, found = examine()
    except DamagedCacheError:
        reading.start_anew()
        said, around, found = examine()
    fixed: list[Fixed] = []
    if fixing is not None:
        fixed = _fixed(given, said, found, reading, fixing)
        found = _judged(given, said, around, reading, site, is_complete=context is not None, is_fixing=True)
    diagnostics = Findings([(one.path, one.all_rows()) for one in found])
    seen = _overviews(given, found, reading.linter) if overviews else ()
    notes = reading.end()
    elapsed = time.perf_counter() - started
    return Report(len(given), diagnostics, elapsed, notes, tuple(fixed), seen)


def _examined(
    given: Sequence[Source],
    context: Callable[[], Iterable[Source]] | None,
    reading: Reading,
    site: Site,
    progress: Callable[[int], None] | None,
    *,
    is_fixing: bool,
) -> tuple[list[Said], list[_File], list[_Found]]:
    """What was said of each file alone, and of those around them; and what there is to say of each.

    Raises DamagedCacheError where a cache does not hold what it should; afterwards nothing more is read from it.
    """
    said = reading.said(given, progress)
    if is_fixing:
        said = [said_in(outcome_of(source.shown, one)) for source, one in zip(given, said, strict=True)]
    around = _around(said, context, reading)
    return (
        said,
        around,
        _judged(given, said, around, reading, site, is_complete=context is not None, is_fixing=is_fixing),
    )


def _around(said: Sequence[Said], context: Callable[[], Iterable[Source]] | None, reading: Reading) -> list[_File]:
    """What was said of the other files, if the facts of the given ones are to be compared with any."""
    if context is None:
        return []
    needs_site = cache(reading.needs_site)
    if not any(needs_site(kind) for one in said for kind, _ in one.facts()):
        return []
    others = list(context())
    return list(zip([source.shown for source in others], reading.said(others), strict=True))


def _judged(
    given: Sequence[Source],
    said: Sequence[Said],
    around: Sequence[_File],
    reading: Reading,
    site: Site,
    *,
    is_complete: bool,
    is_fixing: bool,
) -> list[_Found]:
    """What there is to say of each given file once all are known."""
    files = [(source.shown, one) for source, one in zip(given, said, strict=True)]
    ignores = {path: comments for path, one in files if (comments := one.ignores)}
    files = sorted((*files, *around), key=itemgetter(0))
    memory = None
    if reading.cache is not None and not is_fixing and not around and not ignores:
        memory = Memory(reading.cache, given, said, site)
    held = memory.held() if memory is not None else []
    covered = {kind for verdicts in held for kind in verdicts.kinds}
    if memory is not None and memory.others is not None:
        facts = facts_by_kind(files, memory.others.__contains__) if memory.others else {}
    else:
        facts = facts_by_kind(files, None if not covered else lambda kind: kind not in covered)
    found = [item for verdicts in held for item in verdicts.said]
    if facts or ignores:
        # Imported here: with few rules selected there are no facts.
        from mdlint.project import judge_kinds, unneeded

        look_up = reading.looking_up({source.shown: source for source in given})
        judged = judge_kinds(facts, reading.linter, site, look_up)
        found += [item for one in judged for item in one.verdicts.said]
        found += unneeded(facts, judged, reading.linter, ignores, is_complete=is_complete)
        if memory is not None:
            memory.keep(
                [one.verdicts for one in judged if one.is_lasting],
                [kind for one in judged if not one.is_lasting for kind in one.verdicts.kinds],
            )
    elif memory is not None:
        memory.keep([], [])
    by_path: dict[str, list[Row]] = {}
    for path, row in found:
        by_path.setdefault(path, []).append(row)
    return [
        _Found(source.shown, one.diagnostics, by_path.get(source.shown, ()))
        for source, one in zip(given, said, strict=True)
    ]


def _fixed(
    given: list[Source], said: list[Said], found: Sequence[_Found], reading: Reading, fixing: Fixing
) -> list[Fixed]:
    """Fix the files: what was fixed. The sources and what was said of them are replaced where something was."""
    # Imported here: where all is known from before, nothing is read.
    from mdlint.files import fix_file

    fixed: list[Fixed] = []
    for number, source in enumerate(given):
        before = outcome_of(source.shown, said[number])
        more = tuple(diagnostics_of(source.shown, found[number].judged))
        after, what = fix_file(source, reading.linter, fixing, before, more)
        if after is not before:
            said[number] = said_in(after)
            reading.forget(source)
        if what is not None and what.text is not None:
            given[number] = source.replace(data=what.text)
        fixed.extend(filter(None, (what,)))
    return fixed


def _overviews(given: Sequence[Source], found: Sequence[_Found], linter: Linter) -> tuple[Overview, ...]:
    # Imported here: only an audit needs it.
    from mdlint.files import overview_file

    seen = (
        overview_file(source, linter, diagnostics_of(one.path, one.all_rows()))
        for source, one in zip(given, found, strict=True)
    )
    return tuple(filter(None, seen))
