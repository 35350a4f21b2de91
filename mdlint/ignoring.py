"""Write the comments that ask to ignore findings. Pure: a document and its findings in, bytes out.

Each comment is proved: the file reads as before, and what the comment names is ignored.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from mdlint.diagnostic import NOWHERE, Diagnostic, Edit, KeyPath, Outcome
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.named import NamedTuple
from mdlint.plugins import registry_of
from mdlint.proof import are_equal
from mdlint.rules import GROUP_OF
from mdlint.suppression import Ignores
from mdlint.suppression.comments import SIGN, Comment, Kind, line_around, next_line, read_comments, texts_of
from mdlint.suppression.reach import Parts, reaches
from mdlint.suppression.unused import GROUP, need_of, unused_ignores

_BEYOND = frozenset(("unreadable-file", "unwritable-file", "invalid-encoding", "internal-error"))
"""Rules that no comment in the file can ignore."""

_MARKS: dict[Kind, tuple[str, str]] = {"line": ("# ", ""), "html": ("<!-- ", " -->"), "jsx": ("{/* ", " */}")}

_COMMENT = re.compile(r"\s*(?:<!--|\{/\*) *mdlint:.*?(?:-->|\*/\})")


class Refused(NamedTuple):
    """A finding for which no comment was written, and why, as what continues "it …"."""

    finding: Diagnostic
    why: str


class Ignored(NamedTuple):
    """A file after comments were written: its bytes, how many findings they ignore (`added`), and what is left."""

    data: bytes
    added: int
    refused: tuple[Refused, ...]


class _Place(NamedTuple):
    """Where a comment goes.

    at: the offset to write it at. before, behind: what stands around it there. kind, whole_file: which comment.
    existing: the comment that is there already, to which the words are added.
    """

    at: int
    before: str
    behind: str
    kind: Kind
    whole_file: bool = False
    existing: Comment | None = None


def with_ignores(doc: Document, data: bytes, findings: Sequence[Diagnostic], linter: Linter) -> Ignored:
    """A file read from `data`, with comments that ignore these findings about it."""
    wanted: dict[_Place, list[Diagnostic]] = {}
    refused: list[Refused] = []
    places = _Places(doc)
    choices: list[tuple[Diagnostic, list[_Place]]] = []
    for finding in findings:
        if finding.rule in _BEYOND or GROUP_OF.get(finding.rule) == GROUP:
            refused.append(Refused(finding, "is not for a comment to ignore"))
        elif found := places.of(finding):
            choices.append((finding, found))
            wanted.setdefault(found[0], []).append(finding)
        else:
            refused.append(Refused(finding, "stands where no comment can be written"))
    trial = _Trial(doc, linter)
    after = trial.after(wanted)
    if after is None:
        # Some places are not what they seem: find out which, and try others.
        wanted = {}
        for finding, found in choices:
            tried = ({**wanted, place: [*wanted.get(place, ()), finding]} for place in found)
            held = next((one for one in tried if trial.after(one) is not None), None)
            if held is None:
                refused.append(Refused(finding, "cannot be ignored by a comment in its place"))
            else:
                wanted = held
        after = trial.after(wanted)
    added = sum(map(len, wanted.values()))
    if after is None or not wanted:
        return Ignored(data, 0, tuple(refused))
    # A comment at the end of a line also ends what is said of its end.
    return Ignored(after, added, tuple(one for one in refused if not trial.settles(after, one.finding)))


class _Places:
    """Where comments about a document's findings can stand."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._comments = read_comments(doc)
        self._reaches = reaches(doc, self._comments)
        self._texts = sorted(texts_of(doc))
        self._parts = Parts(doc)
        lone = "\r" if "\r" in doc.text and "\n" not in doc.text else "\n"
        self._line_end = "\r\n" if "\r\n" in doc.text else lone
        self._in_body: Kind = "jsx" if doc.path.lower().endswith(".mdx") else "html"

    def of(self, finding: Diagnostic) -> list[_Place]:
        """The places for a comment about a finding, the best one first; none where there is none."""
        doc, span = self._doc, finding.span
        offset = doc.line_starts[min(span.line, len(doc.line_starts)) - 1] + span.column - 1
        front_matter = doc.front_matter
        if front_matter is None:
            return [self._for_file()] if span == NOWHERE else self._in_text(offset)
        start, end = front_matter.fences.content
        if offset >= doc.body_start and front_matter.fences.close is not None:
            return self._in_text(offset)
        is_of_file = finding.key_path == () or span[:2] == doc.span(*front_matter.fences.open)[:2]
        if is_of_file or (front_matter.format != "json" and not start <= offset < end):
            return [self._for_file()]
        return [] if front_matter.format == "json" else self._in_fields(offset)

    def _for_file(self) -> _Place:
        doc = self._doc
        for comment in self._comments:
            if comment.whole_file and comment.words and not comment.mistake:
                return self._at(comment)
        front_matter = doc.front_matter
        if front_matter is not None and front_matter.format != "json":
            return _Place(front_matter.fences.content[0], "", self._line_end, "line", whole_file=True)
        at = doc.body_start if front_matter is None else next_line(doc, doc.body_start)
        is_below_text = at > 0 and doc.text[at - 1] not in "\r\n"
        return _Place(at, self._line_end * is_below_text, self._line_end, self._in_body, whole_file=True)

    def _at(self, comment: Comment) -> _Place:
        return _Place(comment.words[-1].end, "", "", comment.kind, comment.whole_file, comment)

    def _in_fields(self, offset: int) -> list[_Place]:
        """At the end of a line of the front matter; above the field or the item that an offset lies in."""
        doc = self._doc
        line = line_around(doc, offset)
        found = [] if self._is_value(line[1]) else self._at_end(line, "line")
        for start in reversed([start for start, end in self._parts.by_start if start <= offset <= end]):
            first = line_around(doc, start)[0]
            if not self._is_value(max(first - 1, 0)) and not doc.text[first:start].strip(" \t-"):
                return [*found, self._above(first, "line", doc.text[first:start].partition("-")[0])]
        return found

    def _at_end(self, line: tuple[int, int], kind: Kind) -> list[_Place]:
        """Behind what stands in a line."""
        for comment in self._comments:
            is_for_line = not (comment.is_alone or comment.whole_file or comment.mistake)
            if is_for_line and comment.words and line[0] <= comment.start <= line[1]:
                return [self._at(comment)]
        text = self._doc.text[slice(*line)]
        if not text.strip():
            return []
        space = "  " if kind == "line" else " "
        return [_Place(line[1], space[len(text) - len(text.rstrip()) :], "", kind)]

    def _is_value(self, at: int) -> bool:
        place = bisect_right(self._texts, (at, -1)) - 1
        return place >= 0 and self._texts[place][0] < at < self._texts[place][1]

    def _above(self, first: int, kind: Kind, indent: str = "") -> _Place:
        """Alone in a line above the one that starts at an offset."""
        for comment, reach in zip(self._comments, self._reaches, strict=True):
            if comment.is_alone and comment.words and reach is not None and reach[0] == first:
                return self._at(comment)
        # A line of its own in MDX, too, for parsers that take it for text.
        return _Place(first, indent, self._line_end * (2 if kind == "jsx" else 1), kind)

    def _in_text(self, offset: int) -> list[_Place]:
        """Above the block of the body that an offset lies in; at the end of the line."""
        doc = self._doc
        line = line_around(doc, offset)
        blocks = doc.blocks
        at = bisect_right(blocks, line[1], key=attrgetter("start")) - 1
        is_inside = at >= 0 and line[0] < blocks[at].end
        first = line_around(doc, blocks[at].start)[0] if is_inside else line[0]
        return [self._above(first, self._in_body), *self._at_end(line, self._in_body)]


class _Trial:
    """Writes comments, and looks at what the file then says."""

    def __init__(self, doc: Document, linter: Linter) -> None:
        self._doc = doc
        self._linter = linter
        self._before = linter.examine(doc)
        self._blocks = list(_blocks(doc))

    def after(self, wanted: dict[_Place, list[Diagnostic]]) -> bytes | None:
        """The file's bytes with these comments; None where they change more than what is reported."""
        doc = self._doc
        data = doc.edited([_edit(place, [finding.rule for finding in found]) for place, found in wanted.items()])
        after = self._read(data)
        if doc.root is None or after.root is None:
            same = doc.root is after.root and (doc.front_matter is None) == (after.front_matter is None)
        else:
            same = are_equal(doc.root, after.root) and doc.unread == after.unread
        if not same or self._blocks != list(_blocks(after)):
            return None
        return data if self._are_ignored(after, [one for found in wanted.values() for one in found]) else None

    def settles(self, data: bytes, finding: Diagnostic) -> bool:
        """Whether a finding is no longer there in the file's new bytes."""
        kinds = {_kind(one) for one in self._linter.examine(self._read(data)).diagnostics}
        return _kind(finding) not in kinds and _kind(finding) in map(_kind, self._before.diagnostics)

    def _read(self, data: bytes) -> Document:
        return Document.read(self._doc.path, data, self._linter.settings)

    def _are_ignored(self, after: Document, findings: Sequence[Diagnostic]) -> bool:
        outcome = self._linter.examine(after)
        before = Counter(map(_kind, self._before.diagnostics))
        own = before.copy()
        own.subtract(kind for kind in map(_kind, findings) if kind in before)
        # Of what project rules say only the places can be seen here.
        ignores = Ignores(after, registry_of(self._linter.settings))
        facts = {fact.rule for fact in outcome.facts if fact.ignored_by is not None}
        return (
            Counter(map(_kind, outcome.diagnostics)) <= +own
            and all(
                finding.rule in facts
                if finding.key_path is None
                else ignores.covers(finding.rule, after.span_of(finding.key_path))
                for finding in findings
                if _kind(finding) not in before
            )
            and self._unused(outcome) <= self._unused(self._before)
        )

    def _unused(self, outcome: Outcome) -> int:
        """How many comments ignore nothing; a fact is taken for a finding."""
        ignores = {self._doc.path: outcome.ignores}
        needed = {
            need
            for fact in outcome.facts
            for need in need_of(fact, self._linter.rule_of((fact.rule, fact.collection)).group, ignores)
        }
        return len(list(unused_ignores(ignores, needed)))


def _kind(finding: Diagnostic) -> tuple[str, KeyPath | None, str]:
    return finding.rule, finding.key_path, finding.message


def _edit(place: _Place, rules: Sequence[str]) -> Edit:
    words = list(dict.fromkeys(rules))
    if place.existing is not None:
        there = {word.text for word in place.existing.words}
        return Edit(place.at, place.at, "".join(f", {word}" for word in words if word not in there))
    opening, closing = _MARKS[place.kind]
    what = "ignore-file" if place.whole_file else "ignore"
    comment = f"{opening}{SIGN} {what}[{', '.join(words)}]{closing}"
    return Edit(place.at, place.at, f"{place.before}{comment}{place.behind}")


def _blocks(doc: Document) -> Iterator[tuple[str, int, str]]:
    """What the body shows, but for comments for mdlint."""
    for block in doc.blocks:
        text = _COMMENT.sub("", block.text)
        if text or not block.text:
            yield block.kind, block.level, text
