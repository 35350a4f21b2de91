"""Which fields are filled in, by collection or folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mdlint.diagnostic import Diagnostic, Overview
from mdlint.named import NamedTuple
from mdlint.reporters.html.bars import Bar, bar, percent
from mdlint.reporters.html.folders import Folders
from mdlint.reporters.safe import escape
from mdlint.rules import Registry

CELL = ("present", "empty", "placeholder", "wrong")
"""What a field can be; where it is none of these the file does not have it."""

_MOST = 24
"""Fields; the others are in few files."""
_PLACEHOLDER = ("placeholder", "generated")
"""Groups of rules: the value only fills the place of another one."""
_MATTER_OF_STYLE = ("seo",)
"""Groups of rules that do not say that a value is wrong."""


class Cell(NamedTuple):
    """How many files of a column are what as to a field; `good` is the share of those where it is in order."""

    counts: dict[str, int]
    missing: int
    good: str
    bar: tuple[Bar, ...]


class Column(NamedTuple):
    name: str
    files: int


class Coverage(NamedTuple):
    """A table: per field a cell for every column. `left_out` more fields are not shown."""

    by: str
    columns: list[Column]
    rows: list[tuple[str, list[Cell]]]
    left_out: int


def coverage(
    overviews: Sequence[Overview], found: Sequence[Diagnostic], most: int, registry: Registry
) -> Coverage | None:
    """The map of at most so many collections, or of folders where none is configured."""
    states = {one.path: _states(one) for one in overviews}
    totals = Counter(name for fields in states.values() for name in fields)
    if not totals:
        return None
    _judge(states, found, registry)
    column_of, names, by = _columns(overviews, most)
    files = Counter(column_of.values())
    cells: dict[tuple[str, int], Counter[str]] = {}
    for path, fields in states.items():
        for name, state in fields.items():
            cells.setdefault((name, column_of[path]), Counter())[state] += 1
    # Folders of files without any front matter would be columns of nothing.
    columns = sorted({column for _, column in cells})
    shown = sorted(totals, key=lambda name: (-totals[name], name))[:_MOST]
    return Coverage(
        by,
        [Column(escape(names[at]), files[at]) for at in columns],
        [(escape(name), [_cell(cells.get((name, at), Counter()), files[at]) for at in columns]) for name in shown],
        len(totals) - len(shown),
    )


def _states(one: Overview) -> dict[str, str]:
    return {
        **dict.fromkeys(one.present, "present"),
        **dict.fromkeys(one.empty, "empty"),
        **dict.fromkeys(one.unread, "wrong"),
    }


def _judge(states: dict[str, dict[str, str]], found: Sequence[Diagnostic], registry: Registry) -> None:
    """Say of the fields that are there what the findings say: a placeholder rather than wrong."""
    for d in found:
        fields = states.get(d.path, {})
        name = d.key_path[0] if d.key_path else None
        if not isinstance(name, str) or fields.get(name) not in ("present", "wrong"):
            continue
        group = registry.group_of(d.rule)
        if group in _PLACEHOLDER:
            fields[name] = "placeholder"
        elif d.severity != "info" and group not in _MATTER_OF_STYLE:
            fields[name] = "wrong"


def _columns(overviews: Sequence[Overview], most: int) -> tuple[dict[str, int], list[str], str]:
    """The number of each file's column, the columns' names, and what they are."""
    if any(one.collection for one in overviews):
        counts = Counter(one.collection or "in no collection" for one in overviews)
        names = sorted(counts, key=lambda name: (-counts[name], name))
        kept = names if len(names) <= most else [*names[: most - 1], "other collections"]
        place = {name: at for at, name in enumerate(kept)}
        last = len(kept) - 1
        return (
            {one.path: place.get(one.collection or "in no collection", last) for one in overviews},
            kept,
            "collection",
        )
    folders = Folders([one.path for one in overviews], most)
    return {one.path: folders.of(one.path) for one in overviews}, folders.names, "folder"


def _cell(counts: Counter[str], files: int) -> Cell:
    by_state = {state: counts[state] for state in CELL}
    return Cell(by_state, files - counts.total(), percent(counts["present"], files), bar(by_state, files))
