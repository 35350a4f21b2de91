"""`markdown`: for `$GITHUB_STEP_SUMMARY` and comments on pull requests. Counts by rule and by folder, the findings folded.

What authors wrote can neither be markup there, nor a link, nor call anybody.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO

from mdlint.diagnostic import SEVERITIES, Diagnostic, Severity
from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.reporters.screen import Screen
from mdlint.reporters.summary import fixed_lines, number_of
from mdlint.reporters.wording import help_address

_ROOM = 1_000_000
"""Bytes. GitHub shows no summary of more than 1 MiB, other steps' not counted."""
_FOLDERS = 50
"""Rows of the table of folders."""
_FOLD_FROM = 4
"""Places where the same is to be said; fewer are quickly read one by one."""
_PLACES = 20
"""Places named where the same is to be said of more."""

_ESCAPES = str.maketrans(
    {
        **{character: f"&#{ord(character)};" for character in "\\`*_{}[]<>|~$^&:"},
        "@": "&#64;<!-- -->",
        "#": "&#35;<!-- -->",
    }
)
"""GitHub looks for addresses, people and issues in what is left when markup is read; a comment ends the search."""


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the tables and the findings; only the tables where statistics are asked for."""
    screen = Screen(out, color=False)
    found = options.shown(report)
    counts = [(severity, sum(d.severity == severity for d in found)) for severity in SEVERITIES]
    title = ", ".join(number_of(count, severity) for severity, count in counts if count) or "no findings"
    text = f"## mdlint: {title}\n\nChecked {number_of(report.files_checked, 'file')}.\n"
    text += "".join(f"{line}.\n" for line in fixed_lines(report))
    out.write(text)
    if not found:
        return
    tables = _by_rule(found) + _by_folder(found, screen)
    out.write(tables)
    if not options.statistics:
        room = _ROOM - len(text.encode()) - len(tables.encode())
        out.writelines(_within(room, _sections(found, screen, fold=options.fold), len(found)))


def _by_rule(found: Iterable[Diagnostic]) -> str:
    counts: Counter[tuple[Severity, str]] = Counter()
    files: dict[tuple[Severity, str], set[str]] = {}
    for d in found:
        counts[d.severity, d.rule] += 1
        files.setdefault((d.severity, d.rule), set()).add(d.path)
    rows = sorted(counts, key=lambda row: (SEVERITIES.index(row[0]), -counts[row], row[1]))
    lines = [
        f"| {severity} | {_rule(rule)} | {counts[severity, rule]:,} | {len(files[severity, rule]):,} |\n"
        for severity, rule in rows
    ]
    return "\n| severity | rule | findings | files |\n|---|---|---:|---:|\n" + "".join(lines)


def _rule(name: str) -> str:
    address = help_address(name)
    return f"[{name}]({address})" if address else name


def _by_folder(found: Iterable[Diagnostic], screen: Screen) -> str:
    counts: dict[str, Counter[Severity]] = {}
    files: dict[str, set[str]] = {}
    for d in found:
        folder = posixpath.dirname(d.path) or "."
        counts.setdefault(folder, Counter())[d.severity] += 1
        files.setdefault(folder, set()).add(d.path)
    rows = sorted(counts, key=lambda folder: (-counts[folder].total(), folder))
    lines = [
        f"| {_code(folder, screen)} | {' | '.join(f'{counts[folder][severity]:,}' for severity in SEVERITIES)} "
        f"| {len(files[folder]):,} |\n"
        for folder in rows[:_FOLDERS]
    ]
    if len(rows) > _FOLDERS:
        lines.append(f"\n… and {number_of(len(rows) - _FOLDERS, 'more folder')}.\n")
    return "\n| folder | errors | warnings | infos | files |\n|---|---:|---:|---:|---:|\n" + "".join(lines)


def _sections(
    found: Iterable[Diagnostic], screen: Screen, *, fold: bool
) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Per severity and rule what unfolds it, and its items, each with the number of findings that it tells of."""
    rules: dict[tuple[Severity, str], list[Diagnostic]] = {}
    for d in found:
        rules.setdefault((d.severity, d.rule), []).append(d)
    for severity, rule in sorted(rules, key=lambda row: (SEVERITIES.index(row[0]), -len(rules[row]), row[1])):
        same = rules[severity, rule]
        head = f"\n<details><summary>{severity}[{rule}]: {number_of(len(same), 'finding')}</summary>\n\n"
        alike: dict[tuple[str, str], list[Diagnostic]] = {}
        for d in same:
            alike.setdefault((d.message, d.hint), []).append(d)
        items = []
        for group in alike.values():
            if fold and len(group) >= _FOLD_FROM:
                items.append((_item(group, screen), len(group)))
            else:
                items += [(_item([d], screen), 1) for d in group]
        yield head, items


def _item(group: list[Diagnostic], screen: Screen) -> str:
    places = [_code(f"{d.path}:{d.span.line}:{d.span.column}", screen) for d in group[:_PLACES]]
    more = f" … and {len(group) - _PLACES:,} more" if len(group) > _PLACES else ""
    said = _prose(group[0].message, screen)
    hint = f"<br>hint: {_prose(group[0].hint, screen)}" if group[0].hint else ""
    return f"- {', '.join(places)}{more}<br>{said}{hint}\n"


def _within(room: int, sections: Iterable[tuple[str, list[tuple[str, int]]]], total: int) -> Iterator[str]:
    """The sections as far as there is room, and how many findings are left out."""
    end = "\n</details>\n"
    note = "\n{} left out here, because GitHub shows no more than 1 MiB.\n"
    room -= len(note) + 50
    for head, items in sections:
        room -= len(head.encode()) + len(end.encode())
        if room < len(items[0][0].encode()):
            break
        yield head
        for item, count in items:
            room -= len(item.encode())
            if room < 0:
                break
            yield item
            total -= count
        yield end
        if room < 0:
            break
    if total:
        yield note.format(f"{number_of(total, 'finding')} {'is' if total == 1 else 'are'}")


def _code(text: str, screen: Screen) -> str:
    return f"<code>{_plain(screen.show(text))}</code>"


def _prose(text: str, screen: Screen) -> str:
    """A message or a hint, with what stands between backticks as code."""
    parts = screen.show_message(text).split("`")
    if len(parts) % 2 == 0:  # one has no partner
        return _plain("`".join(parts))
    return "".join(f"<code>{_plain(part)}</code>" if at % 2 else _plain(part) for at, part in enumerate(parts))


def _plain(text: str) -> str:
    return text.translate(_ESCAPES).replace("www.", "www&#46;")
