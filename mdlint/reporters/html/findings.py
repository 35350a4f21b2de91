"""The findings by rule, those that say the same together, and each with the source line that shows it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from mdlint.diagnostic import SEVERITIES, Diagnostic, Excerpt, Severity, Span
from mdlint.named import NamedTuple
from mdlint.record import Record
from mdlint.reporters import Options
from mdlint.reporters.folding import ALIKE_FROM, alike, looks
from mdlint.reporters.html.folders import Folders
from mdlint.reporters.safe import escape

_BUDGET = 2_200_000
"""Bytes that all findings may take; the rest of the page is small."""
_MARKUP = 330
"""Bytes of markup around a finding, about; and around each further place."""
_MARKUP_OF_PLACE = 90
_MOST_PLACES = 300
"""Places of one group that are listed."""
_LONGEST_LINE = 160
_LONGEST_MARK = 100
_BEFORE_MARK = 60
"""Characters of a source line that are shown, of the marked part, and before it."""
_LONGEST_TEXT = 300
"""Characters of a message or a hint; some repeat what the author wrote."""


class Frame(NamedTuple):
    """A source line in three parts, the second of which is marked."""

    line: int
    before: str
    marked: str
    after: str


class Place(NamedTuple):
    """Where a finding is; `folder` is its number in the list of folders. The frame is that of the group where
    all of its findings look alike."""

    path: str
    line: int
    column: int
    folder: int
    frame: Frame | None


class Group(Record):
    """Findings that say the same: `count` of them in `files` files, of which those at `places` are listed."""

    severity: Severity
    message: str
    hint: str
    fix: str
    frame: Frame | None
    count: int
    files: int
    places: list[Place]


class Section(Record):
    """A rule's findings. hint: what all groups advise. `left_out` findings are not on the page."""

    rule: str
    about: str
    severity: Severity
    count: int
    hint: str
    groups: list[Group]
    left_out: int


def sections(found: Iterable[Diagnostic], folders: Folders, about: dict[str, str], options: Options) -> list[Section]:
    """The findings by rule, the worst rules first, within what a page can hold."""
    by_rule: dict[str, list[Diagnostic]] = {}
    for d in found:
        by_rule.setdefault(d.rule, []).append(d)
    grouped = {
        rule: [_group(same, folders) for same in _grouped(those, fold=options.fold)] for rule, those in by_rule.items()
    }
    most = _most_groups(grouped.values())
    made = [_section(rule, groups, len(by_rule[rule]), most, about) for rule, groups in grouped.items()]
    return sorted(made, key=lambda section: (SEVERITIES.index(section.severity), -section.count, section.rule))


def _grouped(found: Sequence[Diagnostic], *, fold: bool) -> list[list[Diagnostic]]:
    """Those that look the same, and those that say the same of different values in very many files."""
    if not fold:
        return [[d] for d in found]
    groups: dict[Hashable, list[Diagnostic]] = {}
    for d in found:
        groups.setdefault(alike(d), []).append(d)
    done: list[list[Diagnostic]] = []
    for those in groups.values():
        same: dict[Hashable, list[Diagnostic]] = {}
        for d in those:
            same.setdefault(looks(d), []).append(d)
        done += [those] if len({d.path for d in those}) >= ALIKE_FROM else same.values()
    return sorted(done, key=lambda group: (SEVERITIES.index(group[0].severity), -len(group)))


def _group(same: Sequence[Diagnostic], folders: Folders) -> Group:
    first = same[0]
    differ = any(looks(d) != looks(first) for d in same[1:])
    return Group(
        first.severity,
        _text(first.message),
        _text(first.hint),
        "" if first.fix is None else ("--fix" if first.fix.safe else "--fix --unsafe-fixes"),
        None if differ else _frame(first.excerpt, first.span),
        len(same),
        len({d.path for d in same}),
        [
            Place(
                escape(d.path),
                d.span.line,
                d.span.column,
                folders.of(d.path),
                _frame(d.excerpt, d.span) if differ else None,
            )
            for d in same[:_MOST_PLACES]
        ],
    )


def _section(rule: str, groups: list[Group], count: int, most: int, about: dict[str, str]) -> Section:
    kept = groups[:most]
    hints = {group.hint for group in groups}
    return Section(
        escape(rule),
        about.get(rule, ""),
        min((group.severity for group in groups), key=SEVERITIES.index),
        count,
        hints.pop() if len(hints) == 1 else "",
        kept,
        count - sum(group.count for group in kept),
    )


def _most_groups(grouped: Iterable[Sequence[Group]]) -> int:
    """How many groups of each rule there is room for: as many as possible, so that rare rules are shown whole."""
    by_rank: list[int] = []
    for groups in grouped:
        for rank, group in enumerate(groups):
            if rank == len(by_rank):
                by_rank.append(0)
            by_rank[rank] += _bytes(group)
    total = 0
    for rank, cost in enumerate(by_rank):
        total += cost
        if total > _BUDGET:
            return rank
    return len(by_rank)


def _bytes(group: Group) -> int:
    """About how much of the page a group takes."""
    cost = _MARKUP + _written(group.message) + _written(group.hint) + _written(*_parts(group.frame))
    return cost + sum(_MARKUP_OF_PLACE + _written(place.path, *_parts(place.frame)) for place in group.places)


def _written(*texts: str) -> int:
    return sum(len(text.encode()) + 4 * sum(map(text.count, "<>&'\"")) for text in texts)


def _parts(frame: Frame | None) -> tuple[str, ...]:
    return frame[1:] if frame is not None else ()


def _text(text: str) -> str:
    """A message or a hint; of a very long one the middle is left out."""
    if len(text) <= _LONGEST_TEXT:
        return escape(text)
    half = _LONGEST_TEXT // 2
    return f"{escape(text[:half])} … {escape(text[-half:])}"


def _frame(excerpt: Excerpt | None, span: Span) -> Frame | None:
    """The line around the place; a place over several lines is marked to the end of its first."""
    if excerpt is None or not excerpt.text.strip():
        return None
    text = excerpt.text
    start = min(max(span.column - excerpt.column, 0), len(text))
    end = len(text) if span.end_line > span.line else min(max(span.end_column - excerpt.column, start), len(text))
    before, marked, after = text[:start], text[start:end], text[end:]
    if excerpt.column > 1:
        before = f"…{before}"
    if len(text) > _LONGEST_LINE:
        if len(before) > _BEFORE_MARK:
            before = f"…{before[-_BEFORE_MARK:]}"
        if len(marked) > _LONGEST_MARK:
            marked = f"{marked[: _LONGEST_MARK - 20]}…{marked[-20:]}"
        room = max(_LONGEST_LINE - len(before) - len(marked), 0)
        if len(after) > room:
            after = f"{after[:room]}…"
    return Frame(excerpt.line, *(escape(part.replace("\t", "    ")) for part in (before, marked, after)))
