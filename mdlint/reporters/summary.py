"""The counts below the findings, or in their place."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from mdlint.diagnostic import SEVERITIES, Severity
from mdlint.report import Findings, Report
from mdlint.reporters import Options
from mdlint.reporters.screen import SEVERITY, Screen


def number_of(count: int, noun: str) -> str:
    """`1 file`, `1,711 files`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def write_summary(report: Report, out: TextIO, options: Options) -> None:
    """Files checked, time, findings by severity; what was fixed, and what could be."""
    out.writelines(f"{line}\n" for line in fixed_lines(report))
    counts = [(severity, report.count(severity)) for severity in SEVERITIES]
    found = ", ".join(number_of(count, severity) for severity, count in counts if count) or "no findings"
    out.write(
        f"Checked {number_of(report.files_checked, 'file')} in {report.elapsed:.1f} s: {found}{_left_out(report)}\n"
    )
    if line := _fixable_line(report, options):
        out.write(f"{line}\n")


def _left_out(report: Report) -> str:
    """How many findings are not shown because they are not new."""
    parts = [(report.known, "known"), (report.unchanged, "on unchanged lines")]
    told = " and ".join(f"{count:,} {what}" for count, what in parts if count)
    return f" ({told} not shown)" if told else ""


def fixed_lines(report: Report, verb: str = "Fixed") -> list[str]:
    """How many findings were fixed, or would be, and of which rules; nothing where there are none."""
    counts: Counter[str] = Counter()
    for fixed in report.fixed:
        counts.update(fixed.counts)
    files = sum(bool(fixed.counts) for fixed in report.fixed)
    if not files:
        return []
    rules = ", ".join(f"{count:,} {rule}" for rule, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])))
    return [f"{verb} {number_of(counts.total(), 'finding')} in {number_of(files, 'file')}: {rules}"]


def _fixable_line(report: Report, options: Options) -> str:
    """What else could be fixed, and with which option."""
    fixes = [(row[6], len(ats)) for row, ats in Findings.of(report.diagnostics).equal if row[6] is not None]
    safe = sum(count for fix, count in fixes if fix.safe)
    unsafe = sum(count for fix, count in fixes if not fix.safe)
    if options.fixing:
        return f"{unsafe:,} more could be fixed with --unsafe-fixes" if unsafe and not options.unsafe else ""
    if options.unsafe:
        return f"{safe + unsafe:,} can be fixed with --fix" if fixes else ""
    if unsafe and not safe:
        return f"{unsafe:,} can be fixed with --fix --unsafe-fixes"
    more = f", {unsafe:,} more with --unsafe-fixes" if unsafe else ""
    return f"{safe:,} can be fixed with --fix{more}" if safe else ""


def write_statistics(found: Findings, out: TextIO, screen: Screen) -> None:
    """A line per rule, the most frequent first: count, severity, rule."""
    counts: Counter[tuple[Severity, str]] = Counter()
    for row, ats in found.equal:
        counts[row[2], row[1]] += len(ats)
    rows = sorted(counts.items(), key=lambda row: (-row[1], SEVERITIES.index(row[0][0]), row[0][1]))
    width = len(f"{rows[0][1]:,}") if rows else 0
    out.writelines(
        f"{count:>{width},}  {screen.paint(SEVERITY[severity], f'{severity:<7}')}  {rule}\n"
        for (severity, rule), count in rows
    )
