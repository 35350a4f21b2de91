"""Which rules to ask about a file: those whose `Needs` it meets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from mdlint.document import Document
from mdlint.front_matter.fences import Format
from mdlint.rule import Needs, Rule

_ESCAPED_ASCII = re.compile(r"\\(?:x[0-7]|u00[0-7]|u000000[0-7])")
"""In lower case."""

_MOST_PLANS = 1000
"""Different sets of fields to remember the rules for; a site has a few dozen."""

_Plan: TypeAlias = tuple[list[Rule], list[Rule], list[tuple[Rule, Needs, bool]]]
_Kind: TypeAlias = tuple[Format | None, *tuple[str, ...]]


class Prefilter:
    """The selected rules, by what a file must hold."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [(rule, rule.needs()) for rule in rules]
        self._plans: dict[_Kind, _Plan] = {}

    def rules_for(self, doc: Document) -> list[Rule]:
        """The rules that may have something to say."""
        kind: _Kind
        if doc.root is None:
            kind = (None if doc.front_matter is None else doc.front_matter.format,)
        else:
            assert doc.front_matter is not None  # it has a root
            kind = (doc.front_matter.format, *doc.root.index)
        plan = self._plans.get(kind)
        if plan is None:
            plan = self._plan(kind)
        certain, undecided, signed = plan
        asked = certain.copy()
        noted = doc.noted
        if noted.undecided or noted.undecided_keys:
            asked += undecided
        if signed:
            head = doc.lower_head
            body = max(doc.body_start - 1, 0)
            # An escape of a letter may hide what is in English, any escape what is in other letters.
            hides_ascii = "\\" in head and _ESCAPED_ASCII.search(head) is not None
            hides_others = "\\u" in head or "\\x" in head
            for rule, needs, is_ascii in signed:
                if needs.head and not (hides_ascii if is_ascii else hides_others) and not _holds(head, needs.head):
                    if not needs.either:
                        continue
                elif needs.either:
                    asked.append(rule)
                    continue
                if needs.body and not _holds(doc.text, needs.body, body):
                    continue
                asked.append(rule)
        return asked

    def _plan(self, kind: _Kind) -> _Plan:
        """The rules for files of such a format and such fields: those to be asked in any case, those to be
        asked where parsers may differ, and those to look closer for."""
        if len(self._plans) >= _MOST_PLANS:
            self._plans.clear()
        format_, names = kind[0], frozenset(kind[1:])
        fitting = [
            (rule, needs)
            for rule, needs in self._rules
            if (not needs.fields or _meets(names, needs.fields)) and (not needs.formats or format_ in needs.formats)
        ]
        plan = self._plans[kind] = (
            [rule for rule, needs in fitting if not (needs.head or needs.body or needs.undecided)],
            [rule for rule, needs in fitting if needs.undecided],
            [(rule, needs, all(map(str.isascii, needs.head))) for rule, needs in fitting if needs.head or needs.body],
        )
        return plan


def _meets(there: frozenset[str | None], fields: Iterable[str]) -> bool:
    return not there.isdisjoint(part for name in fields for part in (name, name.partition(".")[0]))


def _holds(text: str, signs: Iterable[str], start: int = 0) -> bool:
    # A loop: this runs once for each file and rule, and `any` takes twice as long.
    for sign in signs:  # noqa: SIM110
        if text.find(sign, start) >= 0:
            return True
    return False
