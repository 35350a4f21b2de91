"""Many files → one report: examine each, judge them together, fix those that are to be fixed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from mdlint.diagnostic import Diagnostic, Fixed, Outcome, Overview, PlacedFact, Report, order_of
from mdlint.reading import How, Reading
from mdlint.settings import Settings
from mdlint.site import Site
from mdlint.source import Source

if TYPE_CHECKING:
    from mdlint.files import Fixing
    from mdlint.linter import Linter


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
    outcomes = reading.outcomes(given, progress)
    around = _around(outcomes, context, reading)
    is_complete = context is not None
    judged = _judged(given, outcomes, around, reading, site, is_complete=is_complete)
    fixed: list[Fixed] = []
    if fixing is not None:
        # Imported here: where all is known from before, nothing is read.
        from mdlint.files import fix_file

        for number, source in enumerate(given):
            before, more = outcomes[number], judged.get(source.shown, ())
            outcomes[number], what = fix_file(source, reading.linter, fixing, before, more)
            if outcomes[number] is not before:
                reading.forget(source)
            if what is not None and what.text is not None:
                given[number] = source.replace(data=what.text)
            fixed.extend(filter(None, (what,)))
        judged = _judged(given, outcomes, around, reading, site, is_complete=is_complete)
    diagnostics = [
        diagnostic
        for source, outcome in zip(given, outcomes, strict=True)
        for diagnostic in _together(outcome.diagnostics, judged.get(source.shown))
    ]
    seen = _overviews(given, outcomes, reading.linter) if overviews else ()
    notes = reading.end()
    elapsed = time.perf_counter() - started
    return Report(len(given), tuple(diagnostics), elapsed, notes, tuple(fixed), seen)


def _around(
    outcomes: Sequence[Outcome], context: Callable[[], Iterable[Source]] | None, reading: Reading
) -> list[PlacedFact]:
    """The facts of the other files, if those of the given ones are to be compared with any."""
    if context is None:
        return []
    by_rule = {(fact.rule, fact.collection): fact for outcome in outcomes for fact in outcome.facts}
    if not any(reading.linter.rule_of(fact).needs_site for fact in by_rule.values()):
        return []
    return [fact for outcome in reading.outcomes(list(context())) for fact in outcome.facts]


def _judged(
    given: Sequence[Source],
    outcomes: Sequence[Outcome],
    around: Sequence[PlacedFact],
    reading: Reading,
    site: Site,
    *,
    is_complete: bool,
) -> dict[str, tuple[Diagnostic, ...]]:
    """What is to say of the given files once all are known, by the path to report."""
    facts = [fact for outcome in outcomes for fact in outcome.facts]
    ignores = {source.shown: out.ignores for source, out in zip(given, outcomes, strict=True) if out.ignores}
    if not facts and not ignores:
        return {}
    # Imported here: with few rules selected there are no facts.
    from mdlint.project import judge

    by_path: dict[str, list[Diagnostic]] = {source.shown: [] for source in given}
    look_up = reading.looking_up({source.shown: source for source in given})
    for diagnostic in judge([*facts, *around], reading.linter, site, look_up, ignores, is_complete=is_complete):
        if diagnostic.path in by_path:
            by_path[diagnostic.path].append(diagnostic)
    return {path: tuple(found) for path, found in by_path.items() if found}


def _overviews(given: Sequence[Source], outcomes: Sequence[Outcome], linter: Linter) -> tuple[Overview, ...]:
    # Imported here: only an audit needs it.
    from mdlint.files import overview_file

    seen = (overview_file(source, linter, found.diagnostics) for source, found in zip(given, outcomes, strict=True))
    return tuple(filter(None, seen))


def _together(found: tuple[Diagnostic, ...], judged: tuple[Diagnostic, ...] | None) -> Iterable[Diagnostic]:
    return sorted((*found, *judged), key=order_of) if judged else found
