"""Comments in files that ask to ignore findings: read, heed, and tell at the end which were not needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from mdlint.diagnostic import Diagnostic, Edit, Finding, Fix, Ignore, IgnoredWord, Outcome, Span, shortened
from mdlint.document import Document
from mdlint.suppression.comments import Comment, read_comments, removal
from mdlint.suppression.reach import reaches
from mdlint.suppression.unused import word_for

if TYPE_CHECKING:
    from mdlint.rules import Registry


class Ignores:
    """The comments of one file, and what each has kept quiet."""

    def __init__(self, doc: Document, registry: Registry) -> None:
        self.comments = read_comments(doc)
        self._doc = doc
        self._registry = registry
        self._used: set[tuple[int, str]] = set()
        self._names = [_names(comment) for comment in self.comments]
        self._in_order = self._by_reach() if self.comments else []

    def _by_reach(self) -> list[tuple[int, tuple[tuple[int, int], tuple[int, int]] | None]]:
        """The comments by number, with the places between which they hold; those for the whole file last."""
        found: list[tuple[int, tuple[tuple[int, int], tuple[int, int]] | None]] = []
        for number, (comment, reach) in enumerate(zip(self.comments, reaches(self._doc, self.comments), strict=True)):
            if reach is not None:
                span = self._doc.span(*reach)
                found.append((number, (span[:2], span[2:])))
            elif comment.whole_file and not comment.mistake:
                found.append((number, None))
        return sorted(found, key=lambda one: one[1] is None)

    def about(self) -> Iterator[Finding]:
        """What is wrong with the comments themselves."""
        closest = cache(self._registry.closest)
        for comment in self.comments:
            if comment.mistake is not None:
                yield Finding(self._span(comment), *comment.mistake, rule="invalid-ignore")
                continue
            if not comment.words or any(word.text == "all" for word in comment.words):
                message = "this comment ignores all rules"
                yield Finding(self._span(comment), message, "name those that are meant", rule="blanket-ignore")
            for word in comment.words:
                if not self._registry.is_selector(word.text):
                    message = f"there is no rule or group `{shortened(word.text)}`"
                    close = closest(word.text)
                    hint = f"did you mean `{close}`?" if close else "`mdlint rules` lists them"
                    yield Finding(self._doc.span(word.start, word.end), message, hint, rule="unknown-rule")

    def heed(self, outcome: Outcome) -> Outcome:
        """The outcome without the findings to ignore; facts about which there is nothing to say are marked."""
        left = []
        for found in outcome.diagnostics:
            ignored_by = self._ignored_by(found.rule, found.span)
            if ignored_by is None:
                left.append(found)
            else:
                self._used.add(ignored_by)
        facts = tuple(
            fact if (by := self._ignored_by(fact.rule, fact.span)) is None else fact._replace(ignored_by=by[0])
            for fact in outcome.facts
        )
        return outcome._replace(diagnostics=tuple(left), facts=facts)

    def covers(self, rule: str, span: Span) -> bool:
        """Whether a finding of a rule in this place is ignored."""
        return self._ignored_by(rule, span) is not None

    def _ignored_by(self, rule: str, span: Span) -> tuple[int, str] | None:
        """The number of the comment that keeps a finding quiet, and the word in it that does."""
        group = self._registry.group_of(rule)
        for number, reach in self._in_order:
            if reach is None or reach[0] <= span[:2] <= reach[1]:
                word = word_for(rule, group, self._names[number])
                if word is not None:
                    return number, word
        return None

    def listed(self, is_judged: Callable[[str], bool], place: Callable[[Finding], Diagnostic] | None) -> list[Ignore]:
        """The comments as plain data, once they have been heeded.

        `is_judged` says of a word whether all rules that it names were asked; `place` makes a diagnostic of what is to
        say of a comment that was not needed, None where that is not wanted.
        """
        found = []
        for number, comment in enumerate(self.comments):
            names = _names(comment)
            words = tuple(
                IgnoredWord(
                    name,
                    is_used=(number, name) in self._used and name not in names[:at],
                    is_judged=comment.mistake is None and is_judged(name),
                )
                for at, name in enumerate(names)
            )
            ignore, span = Ignore(words), self._span(comment)
            is_wanted = "unused-ignore" not in names and self._ignored_by("unused-ignore", span) is None
            if place is not None and is_wanted and any(word.is_judged and not word.is_used for word in words):
                edit = removal(self._doc, comment)
                fix = None if edit is None else Fix("remove the comment", (edit,), safe=True)
                ignore = Ignore(words, place(Finding(span, "", fix=fix)))
                if comment.brackets is not None:
                    fix = Fix("", (Edit(*comment.brackets, ""),), safe=True)
                    ignore = ignore._replace(shorter=place(Finding(span, "", fix=fix)).fix)
            found.append(ignore)
        return found

    def _span(self, comment: Comment) -> Span:
        return self._doc.span(comment.start, comment.said if comment.kind == "line" else comment.end)


def _names(comment: Comment) -> list[str]:
    return [word.text for word in comment.words] or [""]
