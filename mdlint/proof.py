"""Whether fixes changed only what they name: a file before and after, each as it is read.

What is compared are the values, not the edits: an edit may well change a value that stands elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from mdlint.asking import MOST_FINDINGS
from mdlint.diagnostic import SEVERITIES, Diagnostic, Edit, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.values import Alias, Mapping, Node, Scalar, resolved
from mdlint.front_matter.values import Sequence as List
from mdlint.rules import GROUP_OF

_LINE_END = re.compile(r"\r\n|\n|\r")


def objection(
    before: Document,
    after: Document,
    said: Sequence[Diagnostic],
    says: Sequence[Diagnostic],
    used: Sequence[Diagnostic],
) -> str:
    """Why some fixes must not be applied, as what they would do; empty where nothing speaks against them.

    `said` and `says` are the findings before and after, `used` those whose fixes make the difference.
    """
    return (
        _of_text(before, after, used)
        or _of_reading(before, after)
        or _of_values(before, after, used)
        or _of_findings(before, after, said, says, used)
    )


# -- the text


def _of_text(before: Document, after: Document, used: Sequence[Diagnostic]) -> str:
    ends = {end[0] for end in _LINE_END.finditer(before.text)}
    if ends and not ends.issuperset(end[0] for end in _LINE_END.finditer(after.text)):
        return "bring in other line ends"
    front_matter = before.front_matter
    if front_matter is None or (front_matter.format != "json" and front_matter.fences.close is None):
        return ""  # where the body starts is what such a fix says
    body = _edited_from(before, sorted({edit for finding in used if finding.fix for edit in finding.fix.edits}))
    if after.body == body:
        return ""
    moves_fences = any(GROUP_OF.get(finding.rule) == "front-matter" for finding in used)
    if moves_fences and (after.body.endswith(body) or body.endswith(after.body)):
        return ""
    return "change the text below the front matter"


def _edited_from(doc: Document, edits: Iterable[Edit]) -> str:
    """The body with the edits that lie in it."""
    parts: list[str] = []
    at = doc.body_start
    for edit in edits:
        if edit.start >= doc.body_start:
            parts += doc.text[at : edit.start], edit.text
        at = max(at, edit.end)
    return "".join(parts) + doc.text[at:]


# -- the values


def _of_reading(before: Document, after: Document) -> str:
    if (before.root is not None and after.root is None) or not after.unread <= before.unread:
        return "make the front matter unreadable"
    return ""


def _of_values(before: Document, after: Document, used: Sequence[Diagnostic]) -> str:
    if before.root is None:
        return ""  # there was nothing to keep
    assert after.root is not None  # see `_of_reading`
    named = _Named(before, after, used)
    for path in _differences(before.root, after.root, named.covers):
        if not named.covers(path):
            return f"change `{format_key_path(path)}` too" if path else "change all fields"
    return ""


class _Named:
    """The key paths whose values some fixes may change."""

    def __init__(self, before: Document, after: Document, used: Sequence[Diagnostic]) -> None:
        self.before = before
        self.after = after
        self.paths = named_by(used, before)
        self.renames: Counter[KeyPath] = Counter()
        for finding in used:
            assert finding.fix is not None  # that is why it is used
            if finding.key_path:
                self._note_rename(finding.key_path, finding.fix.edits)

    def _note_rename(self, path: KeyPath, edits: Iterable[Edit]) -> None:
        parent = self.before.node(path[:-1])
        target = resolved(parent) if parent is not None else None
        if isinstance(target, Mapping) and path[-1] in target.index:
            key = target.index[str(path[-1])][0]
            if any(edit.start < key.end and key.start < edit.end for edit in edits):
                self.renames[path[:-1]] += 1

    def covers(self, path: KeyPath) -> bool:
        """Whether a change at a key path is one that was announced."""
        return (
            any(path[:end] in self.paths for end in range(len(path) + 1))
            or self._was_unreadable(path)
            or self._is_new_name(path)
            or self._has_other_items(path)
        )

    def _was_unreadable(self, path: KeyPath) -> bool:
        """Whether a field is there for the first time, because it can be read now, or no longer hidden by one."""
        hidden = self.before.unread
        return bool(path and hidden) and (path[:1] not in self.before or path[0] in hidden)

    def _is_new_name(self, path: KeyPath) -> bool:
        """Whether a field is there under another name, with the value that it had."""
        if not path or path in self.before or not self.renames[path[:-1]]:
            return False
        new = self.after.node(path)
        old = [self.before.node(named) for named in self.paths if named[:-1] == path[:-1] and named not in self.after]
        return new is not None and any(node is not None and are_equal(node, new) for node in old)

    def _has_other_items(self, path: KeyPath) -> bool:
        """Whether a list differs only where items may change: the others are there, in their order."""
        lists = [resolved(node) for doc in (self.before, self.after) if (node := doc.node(path)) is not None]
        changing = sorted(part for *above, part in self.paths if tuple(above) == path and isinstance(part, int))
        if len(lists) < 2 or not all(isinstance(found, List) for found in lists) or not changing:
            return False
        old, new = (found.items for found in lists if isinstance(found, List))
        first, behind = changing[0], len(old) - changing[-1] - 1
        ends = [
            *zip(old[:first], new[:first], strict=False),
            *zip(old[len(old) - behind :], new[max(0, len(new) - behind) :], strict=False),
        ]
        left = iter(new[first : len(new) - behind])
        middle = [old[at] for at in range(first, len(old) - behind) if at not in changing]
        return (
            len(new) >= first + behind
            and all(are_equal(*pair) for pair in ends)
            and all(any(are_equal(item, other) for other in left) for item in middle)
        )


def named_by(findings: Iterable[Diagnostic], doc: Document) -> set[KeyPath]:
    """The key paths whose values the fixes of some findings in a document may change."""
    named: set[KeyPath] = set()
    edits: set[Edit] = set()
    for finding in findings:
        assert finding.fix is not None  # else it changes nothing
        named.update(finding.fix.changes)
        if finding.key_path:
            named.add(finding.key_path)
        else:
            edits.update(finding.fix.edits)
    if edits:
        named.update(_touched(doc, edits))
    return named


def _touched(doc: Document, edits: Iterable[Edit]) -> Iterator[KeyPath]:
    """The key paths of the single values that some edits touch, and of lists and mappings that they replace."""
    if doc.root is None:
        return
    edits = sorted(edit for edit in edits if edit.start < doc.body_start)
    starts = [edit.start for edit in edits]
    ends = [edit.end for edit in edits]  # in order as well: they lie apart
    stack: list[tuple[KeyPath, Node]] = [((), doc.root)]
    while stack:
        path, node = stack.pop()
        near = edits[bisect_left(ends, node.start) : bisect_right(starts, node.end)] if path else edits
        if path and any(edit.start <= node.start and node.end <= edit.end for edit in near):
            yield path
        if isinstance(node, Mapping):
            for name, (key, value) in node.index.items():
                if bisect_right(ends, key.start) < bisect_left(starts, key.end):
                    yield (*path, name)
                stack.append(((*path, name), value))
        elif isinstance(node, List):
            stack.extend(((*path, at), item) for at, item in enumerate(node.items))
        elif near:
            yield path


def _differences(old: Node, new: Node, may_move: Callable[[KeyPath], bool] | None = None) -> Iterator[KeyPath]:
    """The key paths at which two trees differ, each as deep as can be told; some fields may have moved."""
    stack: list[tuple[KeyPath, Node, Node]] = [((), old, new)]
    while stack:
        path, one, other = stack.pop()
        a = one.target if isinstance(one, Alias) else one
        b = other.target if isinstance(other, Alias) else other
        if isinstance(a, Mapping) and isinstance(b, Mapping):
            for name in a.index.keys() ^ b.index.keys():
                yield (*path, name)
            for name in a.index.keys() & b.index.keys():
                stack.append(((*path, name), a.index[name][1], b.index[name][1]))
                if not _is_same(a.index[name][0].value, b.index[name][0].value):
                    yield (*path, name)  # the key became text, or is no longer
            names = _order(a, b), _order(b, a)
            if names[0] != names[1]:
                kept = [[name for name in order if not (may_move and may_move((*path, name)))] for order in names]
                if kept[0] != kept[1]:
                    yield path
        elif isinstance(a, List) and isinstance(b, List) and len(a.items) == len(b.items):
            stack.extend(((*path, at), *pair) for at, pair in enumerate(zip(a.items, b.items, strict=True)))
        elif not (isinstance(a, Scalar) and isinstance(b, Scalar) and _is_same(a.value, b.value)):
            yield path


def _order(mapping: Mapping, other: Mapping) -> list[str]:
    """The names that are in another mapping too, in the order in which the entries that count are written."""
    return sorted(mapping.index.keys() & other.index.keys(), key=lambda name: mapping.index[name][0].start)


def are_equal(old: Node, new: Node) -> bool:
    """Whether two trees hold the same values in the same order."""
    return next(_differences(old, new), None) is None


def _is_same(old: Any, new: Any) -> bool:
    """Whether two single values are one and the same, also in type and, for a time, in its zone."""
    return type(old) is type(new) and (old == new if type(old) is str else repr(old) == repr(new))


# -- the findings


def _of_findings(
    before: Document,
    after: Document,
    said: Sequence[Diagnostic],
    says: Sequence[Diagnostic],
    used: Sequence[Diagnostic],
) -> str:
    old, new = Counter(map(_kind, said)), Counter(map(_kind, says))
    full = {rule for rule, count in Counter(finding.rule for finding in said).items() if count >= MOST_FINDINGS}
    for kind, count in Counter(map(_kind, used)).items():
        # What was hidden by a broken field may be broken as well.
        if new[kind] > old[kind] - count and kind[0] not in full and len(after.unread) >= len(before.unread):
            return "not settle it"
    if before.unread or before.root is None:
        return ""  # what is wrong with the rest could not be seen before
    worst: dict[KeyPath, int] = {}
    for severity, word in reversed([*enumerate(SEVERITIES)]):
        named = named_by((finding for finding in used if finding.severity == word), before)
        for path in (*named, *(path[:-1] for path in named if path and isinstance(path[-1], int))):
            worst[_flat(path)] = severity
    for finding in says:
        kind = _kind(finding)
        if new[kind] > old[kind] and kind[0] not in full and not _was_hidden(finding, worst):
            at = f" at `{format_key_path(finding.key_path)}`" if finding.key_path else ""
            return f"make `{finding.rule}` speak{at}"
    return ""


def _was_hidden(finding: Diagnostic, worst: dict[KeyPath, int]) -> bool:
    """Whether a finding is about what a fix settled, and no worse: one that its cause kept quiet."""
    path = _flat(finding.key_path or ())
    above = [worst[path[:end]] for end in range(1, len(path) + 1) if path[:end] in worst]
    return bool(above) and SEVERITIES.index(finding.severity) >= min(above)


def _kind(finding: Diagnostic) -> tuple[str, KeyPath]:
    return finding.rule, _flat(finding.key_path or ())


def _flat(path: KeyPath) -> KeyPath:
    """A key path without places in lists: they move when an item goes."""
    return tuple(-1 if isinstance(part, int) else part for part in path)
