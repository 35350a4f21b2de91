"""A baseline and a run beside each other."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from mdlint.baseline import Known, Stale
from mdlint.diagnostic import Diagnostic
from mdlint.identity import Key, key_of
from mdlint.named import NamedTuple
from mdlint.record import Record
from mdlint.rules import GROUPS, REPORTED

NEVER_KNOWN = frozenset({"secret", "internal-error", "unreadable-file", "unwritable-file", "stale-baseline"})
"""Rules whose findings are always reported: a leaked key must not become a habit, nor must a check that fails."""

_HIDING = REPORTED - set(GROUPS["schema"])
"""Rules after whose findings a file may not have been read whole, so that others could not be found."""

_DATE_BEFORE = re.compile(r"\d{4}-\d{2}-\d{2}-")
_FOLDERS_OWN = ("index", "_index", "readme", "skill")
"""Files that are called after the folder they lie in."""


class Comparison(Record):
    """A baseline and a run beside each other.

    new: the findings that are not known, in the run's order. known: how many are.
    kept: what the baseline holds without its stale entries, renamed files under their new names.
    """

    new: tuple[Diagnostic, ...]
    known: int
    kept: Known
    stale: tuple[Stale, ...]

    def with_new(self, in_root: Callable[[str], str]) -> Known:
        """The baseline that knows everything found."""
        known = {path: Counter(keys) for path, keys in self.kept.items()}
        for finding in self.new:
            if finding.rule not in NEVER_KNOWN:
                known.setdefault(in_root(finding.path), Counter())[key_of(finding)] += 1
        return known


class Circumstances(NamedTuple):
    """What a comparison must know of the run, paths being relative to the configuration's folder.

    checked: the files, in their order. in_root: makes a reported path relative. ran: whether a rule was asked about a file.
    is_there: whether a file exists. covered: whether a file would have been checked if it did.
    """

    checked: Collection[str]
    in_root: Callable[[str], str]
    ran: Callable[[str, str], bool]
    is_there: Callable[[str], bool]
    covered: Callable[[str], bool]


def new_among(findings: Iterable[Diagnostic], known: Mapping[Key, int]) -> tuple[list[Diagnostic], Counter[Key]]:
    """The findings of one file that are not known, and how often each known one is left over.

    Of more equal ones than are known, the last are new.
    """
    left = Counter(known)
    new = []
    for finding in findings:
        key = key_of(finding)
        if left[key] > 0 and finding.rule not in NEVER_KNOWN:
            left[key] -= 1
        else:
            new.append(finding)
    return new, +left


def compare(known: Known, findings: Sequence[Diagnostic], run: Circumstances) -> Comparison:
    """What of a run's findings is new, and what of the baseline is stale."""
    by_file: dict[str, list[Diagnostic]] = {path: [] for path in run.checked}
    for finding in findings:
        by_file.setdefault(run.in_root(finding.path), []).append(finding)
    old_names = _renamed(known, by_file, run)
    kept = {path: Counter(keys) for path, keys in known.items() if path not in run.checked}
    new: list[Diagnostic] = []
    stale: list[Stale] = []
    for path, found in by_file.items():
        entries = known.get(old_names.get(path, path), {})
        news, left = new_among(found, entries)
        new += news
        hidden = any(finding.rule in _HIDING for finding in found)
        gone = {key: count for key, count in left.items() if not hidden and run.ran(path, key.rule)}
        stale += [
            Stale(old_names.get(path, path), key, entries[key], entries[key] - count) for key, count in gone.items()
        ]
        kept.pop(old_names.get(path, ""), None)
        if entries:
            kept[path] = Counter(entries) - Counter(gone)
    for path in [path for path in kept if path not in by_file and run.covered(path) and not run.is_there(path)]:
        stale.append(Stale(path, None, kept.pop(path).total(), 0))
    return Comparison(tuple(new), len(findings) - len(new), {p: k for p, k in kept.items() if k}, tuple(stale))


def _renamed(known: Known, by_file: Mapping[str, Sequence[Diagnostic]], run: Circumstances) -> dict[str, str]:
    """Per checked file that the baseline does not know, the file of such a name that it knows and that is gone.

    `blog/2024-01-05-rye.md`, `posts/rye.md` and `rye/index.md` have the same name; the nearest is taken.
    """
    unknown = {path for path, found in by_file.items() if found and path not in known}
    if not unknown:
        return {}
    names = {_name(path) for path in unknown}
    free: dict[str, list[str]] = {}
    for path in known:
        if path not in by_file and (name := _name(path)) in names and not run.is_there(path):
            free.setdefault(name, []).append(path)
    taken: dict[str, str] = {}
    for path in sorted(unknown):
        if others := free.get(_name(path)):
            taken[path] = max(others, key=lambda other: len(set(other.split("/")) & set(path.split("/"))))
            others.remove(taken[path])
    return taken


def _name(path: str) -> str:
    """What a page is called, wherever it lies and whatever its ending."""
    folder, file = posixpath.split(path)
    name = posixpath.splitext(file)[0].lower()
    return _DATE_BEFORE.sub("", posixpath.basename(folder).lower() if name in _FOLDERS_OWN and folder else name)
