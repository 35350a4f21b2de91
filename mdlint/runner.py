"""Many files → one report: examine each, judge them together, fix those that are to be fixed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

from mdlint.diagnostic import Diagnostic, Fixed, Outcome, Overview, PlacedFact, Report, Span
from mdlint.document import Document
from mdlint.files import Fixing, examine_file, fix_file, overview_file, read_file
from mdlint.linter import Linter
from mdlint.settings import Settings
from mdlint.site import Site
from mdlint.source import Source


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
) -> Report:
    """Check the files in order, or fix them. `progress` is told after each how many are done.

    overviews: whether to make `Report.overviews`, for which each file is read once more.
    context: finds other files of the same site, of which nothing is reported; it is asked only if a rule wants to
    compare the given files with others. site: the clock and the folders; by default those of this run. linter: one that was made of these settings already.
    """
    started = time.perf_counter()
    linter = linter or Linter(settings)
    site = site or Site.here(settings.root)
    given, outcomes = [], []
    for source in sources:
        given.append(source)
        outcomes.append(examine_file(source, linter))
        if progress is not None:
            progress(len(given))
    around = _around(outcomes, context, linter)
    is_complete = context is not None
    judged = _judged(given, outcomes, around, linter, site, is_complete=is_complete)
    fixed: list[Fixed] = []
    if fixing is not None:
        for number, source in enumerate(given):
            more = judged.get(source.shown, ())
            outcomes[number], what = fix_file(source, linter, fixing, outcomes[number], more)
            if what is not None and what.text is not None:
                given[number] = source.replace(data=what.text)
            fixed.extend(filter(None, (what,)))
        judged = _judged(given, outcomes, around, linter, site, is_complete=is_complete)
    diagnostics = [
        diagnostic
        for source, outcome in zip(given, outcomes, strict=True)
        for diagnostic in _together(outcome.diagnostics, judged.get(source.shown))
    ]
    seen = _overviews(given, outcomes, linter) if overviews else ()
    elapsed = time.perf_counter() - started
    return Report(len(given), tuple(diagnostics), elapsed, linter.notes, tuple(fixed), seen)


def _around(
    outcomes: Sequence[Outcome], context: Callable[[], Iterable[Source]] | None, linter: Linter
) -> list[PlacedFact]:
    """The facts of the other files, if those of the given ones are to be compared with any."""
    if context is None:
        return []
    by_rule = {(fact.rule, fact.collection): fact for outcome in outcomes for fact in outcome.facts}
    if not any(linter.rule_of(fact).needs_site for fact in by_rule.values()):
        return []
    return [fact for source in context() for fact in examine_file(source, linter).facts]


def _judged(
    given: Sequence[Source],
    outcomes: Sequence[Outcome],
    around: Sequence[PlacedFact],
    linter: Linter,
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

    by_path: dict[str, tuple[Diagnostic, ...]] = {source.shown: () for source in given}
    sources = {source.shown: source for source in given}

    def read(path: str) -> Document | None:
        return read_file(sources[path], linter) if path in sources else None

    for diagnostic in judge([*facts, *around], linter, site, read, ignores, is_complete=is_complete):
        if diagnostic.path in by_path:
            by_path[diagnostic.path] += (diagnostic,)
    return by_path


def _overviews(given: Sequence[Source], outcomes: Sequence[Outcome], linter: Linter) -> tuple[Overview, ...]:
    seen = (overview_file(source, linter, found.diagnostics) for source, found in zip(given, outcomes, strict=True))
    return tuple(filter(None, seen))


def _together(found: tuple[Diagnostic, ...], judged: tuple[Diagnostic, ...] | None) -> Iterable[Diagnostic]:
    return sorted((*found, *judged), key=_place) if judged else found


def _place(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    return diagnostic.span, diagnostic.rule, diagnostic.message
