"""A report as the numbers and texts that the page shows."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Iterable, Sequence

from mdlint.diagnostic import SEVERITIES, Diagnostic, Severity
from mdlint.named import NamedTuple
from mdlint.record import Record
from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.reporters.html.bars import STATES, Bar, State, bar, percent
from mdlint.reporters.html.coverage import Coverage, coverage
from mdlint.reporters.html.findings import Section, sections
from mdlint.reporters.html.folders import Folders, common_folder
from mdlint.reporters.html.repetition import Repeated, Tags, repeated, tags
from mdlint.reporters.html.squares import Squares, squares
from mdlint.reporters.html.timeline import Timeline, timeline
from mdlint.reporters.safe import escape
from mdlint.rules import Registry

_FOLDERS = 14
_COLUMNS = 8
_LEADING = 3
"""Rules that the first sentence names, where they make at least a third of all findings."""


class RuleRow(Record):
    """A rule that found something: how often, in how many files, and how much of it can be fixed."""

    name: str
    about: str
    severity: Severity
    count: int
    files: int
    fixable: int
    bar: tuple[Bar, ...]


class FolderRow(NamedTuple):
    """A folder: its files by the worst that was found in each, and the findings by severity.

    number: its place in the list, by which the filter knows it."""

    number: int
    name: str
    files: int
    clean: int
    counts: dict[Severity, int]
    bar: tuple[Bar, ...]


class Audit(NamedTuple):
    """What the page shows. `files` is by the worst that was found in each; `clean` are those without errors and
    warnings, `clean_percent` their share. A part is None where there is nothing to show."""

    root: str
    files_checked: int
    files: dict[State, int]
    clean: int
    clean_percent: str
    bar: tuple[Bar, ...]
    counts: dict[Severity, int]
    total: int
    safe_fixes: int
    unsafe_fixes: int
    fixed: int
    leading: tuple[str, ...]
    leading_percent: str
    squares: Squares | None
    rules: list[RuleRow]
    folders: list[FolderRow]
    coverage: Coverage | None
    timeline: Timeline | None
    repeated: Repeated | None
    tags: Tags | None
    sections: list[Section]


def audit(report: Report, options: Options) -> Audit:
    """The audit of a report. With `options.statistics` there is no list of findings."""
    found = options.shown(report)
    worst = _worst(found)
    paths = sorted({*worst, *(one.path for one in report.overviews)})
    states: dict[str, State] = {path: worst.get(path, "clean") for path in paths}
    files = _files(states.values(), report.files_checked)
    clean = files["clean"] + files["info"]
    folders = Folders(paths, _FOLDERS)
    rules = _rule_rows(found, options.registry())
    leading = rules[:_LEADING]
    lead = sum(row.count for row in leading)
    if len(rules) <= _LEADING or lead * _LEADING < len(found):
        leading = []
    fixes = [d.fix.safe for d in found if d.fix is not None]
    return Audit(
        root=escape(common_folder(paths)),
        files_checked=report.files_checked,
        files=files,
        clean=clean,
        clean_percent=percent(clean, report.files_checked),
        bar=bar(files),
        counts={severity: sum(d.severity == severity for d in found) for severity in SEVERITIES},
        total=len(found),
        safe_fixes=sum(fixes),
        unsafe_fixes=len(fixes) - sum(fixes),
        fixed=sum(sum(fixed.counts.values()) for fixed in report.fixed),
        leading=tuple(row.name for row in leading),
        leading_percent=percent(lead, len(found)),
        squares=squares(states, files),
        rules=rules,
        folders=_folder_rows(folders, states, found),
        coverage=coverage(report.overviews, found, _COLUMNS, options.registry()),
        timeline=timeline(report.overviews, states),
        repeated=repeated(report.overviews),
        tags=tags(report.overviews),
        sections=[]
        if options.statistics
        else sections(found, folders, {row.name: row.about for row in rules}, options),
    )


def _worst(found: Iterable[Diagnostic]) -> dict[str, State]:
    """The worst severity of each file that has findings."""
    worst: dict[str, State] = {}
    for d in found:
        known = worst.get(d.path)
        if known is None or STATES.index(d.severity) < STATES.index(known):
            worst[d.path] = d.severity
    return worst


def _files(states: Iterable[State], checked: int) -> dict[State, int]:
    """Files by state; those that nobody speaks of are clean."""
    counts = Counter(states)
    files: dict[State, int] = {state: counts[state] for state in STATES}
    files["clean"] += max(checked - sum(files.values()), 0)
    return files


def _rule_rows(found: Sequence[Diagnostic], registry: Registry) -> list[RuleRow]:
    """The rules, most findings first."""
    by_rule: dict[str, list[Diagnostic]] = {}
    for d in found:
        by_rule.setdefault(d.rule, []).append(d)
    most = max(map(len, by_rule.values()), default=1)
    rows = []
    for name, those in by_rule.items():
        counts = Counter(d.severity for d in those)
        severity = min(counts, key=SEVERITIES.index)
        shares: dict[State, int] = {each: counts[each] for each in SEVERITIES}
        rows.append(
            RuleRow(
                escape(name),
                _about(name, registry),
                severity,
                len(those),
                len({d.path for d in those}),
                sum(d.fix is not None for d in those),
                bar(shares, most),
            )
        )
    return sorted(rows, key=lambda row: (-row.count, SEVERITIES.index(row.severity), row.name))


def _about(name: str, registry: Registry) -> str:
    """The first sentence of a rule's documentation."""
    if registry.group_of(name) is None:
        return ""
    return " ".join(inspect.cleandoc(registry.load(name).__doc__ or "").partition("\n\n")[0].split())


def _folder_rows(folders: Folders, states: dict[str, State], found: Iterable[Diagnostic]) -> list[FolderRow]:
    """The folders in order of their names, the remaining ones last."""
    by_folder = [Counter[State]() for _ in folders.names]
    counts = [Counter[Severity]() for _ in folders.names]
    for path, state in states.items():
        by_folder[folders.of(path)][state] += 1
    for d in found:
        counts[folders.of(d.path)][d.severity] += 1
    return [
        FolderRow(
            number,
            escape(name),
            files.total(),
            files["clean"] + files["info"],
            {severity: counts[number][severity] for severity in SEVERITIES},
            bar({state: files[state] for state in STATES}),
        )
        for number, (name, files) in enumerate(zip(folders.names, by_folder, strict=True))
    ]
