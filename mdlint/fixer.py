"""Apply the fixes of findings, in rounds until nothing changes; prove that each changes only what it names.

Pure: a document in, bytes and what is left to say out. A fix that cannot be proved is left out, and its
finding says why.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence

from mdlint.diagnostic import Diagnostic, Edit, Outcome
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.named import NamedTuple
from mdlint.proof import objection

_MOST_ROUNDS = 50
"""Rounds are few: fixes overlap, or one brings up the next, two or three times. The bound is for what nobody foresaw."""

_MOST_READ = 30_000_000
"""Bytes that may be read in vain to prove the fixes of one file: some seconds."""
_LEAST_READ = 1000
"""What the shortest text counts for."""
_READ_FOR_FINDING = 2000
"""What the work for a finding counts for: telling it, placing it, comparing it."""


class Round(NamedTuple):
    """A text on the way, and the findings whose fixes made the next one of it."""

    doc: Document
    used: tuple[Diagnostic, ...]


class Result(NamedTuple):
    """A file after its fixes: its bytes, what there still is to say of it, and how it came about."""

    data: bytes
    outcome: Outcome
    rounds: tuple[Round, ...]

    @property
    def left(self) -> tuple[Diagnostic, ...]:
        """The findings that were not fixed."""
        return self.outcome.diagnostics

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each rule were fixed."""
        return dict(Counter(finding.rule for step in self.rounds for finding in step.used))


class _State(NamedTuple):
    """A text on the way, and the fixes used on it to make the next one."""

    data: bytes
    doc: Document
    outcome: Outcome
    used: list[Diagnostic]
    judged: tuple[Diagnostic, ...] = ()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        return self.outcome.diagnostics + self.judged


class _Mark(NamedTuple):
    """What tells a finding's fix from another one, while the text around it changes."""

    rule: str
    key_path: object
    title: str


def fix(
    doc: Document,
    data: bytes,
    linter: Linter,
    *,
    unsafe: bool,
    judged: tuple[Diagnostic, ...] = (),
    unwanted: Sequence[Diagnostic] = (),
) -> Result:
    """Fix what can be fixed in a document read from `data`; with `unsafe` also where the author must look.

    `judged` is what project rules say of the document; what is left of that, only they can tell. `unwanted` are
    findings to leave alone.
    """
    return _Fixing(linter, unsafe, unwanted).run(doc, data, judged)


class _Fixing:
    def __init__(self, linter: Linter, unsafe: bool, unwanted: Sequence[Diagnostic]) -> None:
        self.linter = linter
        self.unsafe = unsafe
        self.unwanted = set(map(_unmoved, unwanted))
        self.endless: set[_Mark] = set()
        """Fixes that undo one another."""
        self.left_to_read = _MOST_READ

    def run(self, doc: Document, data: bytes, judged: tuple[Diagnostic, ...]) -> Result:
        state = _State(data, doc, self.linter.examine(doc), [], judged)
        path: list[_State] = []
        refused: dict[_Mark, str] = {}
        for _ in range(_MOST_ROUNDS):
            refused = {}
            used, after = self._step(state, refused)
            if after is None:
                break
            path.append(state._replace(used=used))
            known = next((at for at, earlier in enumerate(path) if earlier.data == after.data), None)
            if known is None:
                state = after
            else:  # back to where the circle was entered, so that the next run ends there too
                self.endless.update(_mark(finding) for step in path[known:] for finding in step.used)
                state = path[known]
                del path[known:]
        left = tuple(self._explained(finding, refused) for finding in state.outcome.diagnostics)
        rounds = tuple(Round(step.doc, tuple(step.used)) for step in path)
        return Result(state.data, state.outcome._replace(diagnostics=left), rounds)

    def _step(self, state: _State, refused: dict[_Mark, str]) -> tuple[list[Diagnostic], _State | None]:
        """One round: the fixes used, and the text after them; None where none can be."""
        able = [
            finding
            for finding in state.findings
            if finding.fix is not None
            and (finding.fix.safe or self.unsafe)
            and _mark(finding) not in self.endless
            and (not self.unwanted or _unmoved(finding) not in self.unwanted)
        ]
        # What was refused may have kept others waiting that overlap with it.
        while chosen := _apart([finding for finding in able if _mark(finding) not in refused]):
            used, after = self._proved(state, chosen, refused)
            if after is not None:
                return used, after
        return [], None

    def _proved(
        self, state: _State, chosen: list[Diagnostic], refused: dict[_Mark, str]
    ) -> tuple[list[Diagnostic], _State | None]:
        """As many of the fixes as can be proved together; those that cannot alone are noted in `refused`."""
        after, why = self._try(state, chosen)
        if after is not None:
            return chosen, after
        if len(chosen) == 1:
            refused[_mark(chosen[0])] = why
            return [], None
        middle = len(chosen) // 2
        some, with_some = self._proved(state, chosen[:middle], refused)
        others, with_others = self._proved(state, chosen[middle:], refused)
        if with_some is None or with_others is None:
            return (others, with_others) if with_some is None else (some, with_some)
        after, _ = self._try(state, some + others)
        return (some, with_some) if after is None else (some + others, after)

    def _try(self, state: _State, used: list[Diagnostic]) -> tuple[_State | None, str]:
        """The text after some fixes, or None and what speaks against them."""
        cost = max(len(state.data), _LEAST_READ) + _READ_FOR_FINDING * len(state.findings)
        if self.left_to_read < cost:
            return None, "take too long to prove, among so many that failed"
        self.left_to_read -= cost
        try:
            data = state.doc.edited({edit for finding in used if finding.fix for edit in finding.fix.edits})
            doc = Document.read(state.doc.path, data, self.linter.settings)
            outcome = self.linter.examine(doc)
            said, says = state.findings, outcome.diagnostics
            why = objection(state.doc, doc, said, says, used) if data != state.data else "change nothing"
        except Exception as error:  # noqa: BLE001 - a fix that cannot be applied is left out, whatever is wrong with it
            return None, f"fail: {type(error).__name__}: {error}"
        if why:
            return None, why
        self.left_to_read += cost  # it was not in vain
        return _State(data, doc, outcome, []), ""

    def _explained(self, finding: Diagnostic, refused: dict[_Mark, str]) -> Diagnostic:
        """A finding whose fix was left out without it, saying why."""
        mark = _mark(finding)
        if mark in refused:
            why = f"its fix was left out: it would {refused[mark]}"
        elif finding.fix is not None and mark in self.endless:
            why = "its fix was left out: another one undoes it"
        else:
            return finding
        return finding._replace(fix=None, hint="; ".join(filter(None, (finding.hint, why))))


def _mark(finding: Diagnostic) -> _Mark:
    at = finding.key_path or finding.span
    return _Mark(finding.rule, at, finding.fix.title if finding.fix is not None else "")


def _unmoved(finding: Diagnostic) -> tuple[str, object]:
    """What tells a finding while lines move: its field, else its line."""
    return finding.rule, finding.key_path or (finding.excerpt and finding.excerpt.text)


def _apart(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings whose edits do not overlap with those of one before them, unless they are the same."""
    chosen: list[Diagnostic] = []
    taken: list[Edit] = []
    for finding in findings:
        assert finding.fix is not None  # those without are not asked
        new = [edit for edit in finding.fix.edits if not _is_taken(edit, taken)]
        if all(_is_apart(edit, taken) for edit in new):
            chosen.append(finding)
            for edit in new:
                insort(taken, edit)
    return chosen


def _is_taken(edit: Edit, taken: Sequence[Edit]) -> bool:
    place = bisect_left(taken, edit)
    return place < len(taken) and taken[place] == edit


def _is_apart(edit: Edit, taken: Sequence[Edit]) -> bool:
    place = bisect_left(taken, edit)
    return all(
        (edit.end <= other.start and edit.start < other.end) or (other.end <= edit.start and other.start < edit.end)
        for other in taken[max(0, place - 1) : place + 1]
    )
