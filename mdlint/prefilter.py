"""Which rules to ask about a file: those whose `Needs` it meets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mdlint.document import Document
from mdlint.rule import Needs, Rule

_MOST_PLANS = 1000
"""Different sets of fields to remember the rules for; a site has a few dozen."""

_Plan = tuple[list[Rule], list[tuple[Rule, Needs]]]


class Prefilter:
    """The selected rules, by what a file must hold."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [(rule, rule.needs()) for rule in rules]
        self._plans: dict[Sequence[str], _Plan] = {}

    def rules_for(self, doc: Document) -> list[Rule]:
        """The rules that may have something to say, in their order within the two kinds."""
        names = tuple(doc.root.index) if doc.root is not None else ()
        plan = self._plans.get(names)
        if plan is None:
            plan = self._plan(names)
        certain, signed = plan
        if not signed:
            return certain
        asked = certain.copy()
        head = doc.head.lower()
        body = doc.body
        is_escaped = "\\" in head
        for rule, (_, in_head, in_body) in signed:
            if (is_escaped or not in_head or _holds(head, in_head)) and (not in_body or _holds(body, in_body)):
                asked.append(rule)
        return asked

    def _plan(self, names: Sequence[str]) -> _Plan:
        """The rules for files with such fields: those to be asked in any case, and those to look closer for."""
        if len(self._plans) >= _MOST_PLANS:
            self._plans.clear()
        there = set(names)
        fitting = [(rule, needs) for rule, needs in self._rules if not needs.fields or _meets(there, needs.fields)]
        plan = self._plans[names] = (
            [rule for rule, needs in fitting if not needs.head and not needs.body],
            [(rule, needs) for rule, needs in fitting if needs.head or needs.body],
        )
        return plan


def _meets(there: set[str], fields: Iterable[str]) -> bool:
    return not there.isdisjoint(part for name in fields for part in (name, name.partition(".")[0]))


def _holds(text: str, signs: Iterable[str]) -> bool:
    # A loop: this runs once for each file and rule, and `any` takes twice as long.
    for sign in signs:  # noqa: SIM110
        if sign in text:
            return True
    return False
