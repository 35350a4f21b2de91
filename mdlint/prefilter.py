"""Which rules to ask about a file: those whose `Needs` it meets."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from typing import NamedTuple, TypeAlias

from mdlint.document import Document
from mdlint.front_matter.fences import Format
from mdlint.rule import Needs, Rule
from mdlint.signs import Signs

_ESCAPED_ASCII = re.compile(r"\\(?:x[0-7]|u00[0-7]|u000000[0-7])")
"""In lower case."""

_MOST_PLANS = 1000
"""Different sets of fields to remember the rules for; a site has a few dozen."""

_LONGEST_OPENING = 60
"""Code points at the body's beginning, blanks included, that are looked at."""

_Look: TypeAlias = Callable[[Document], Container[str]]
_Kind: TypeAlias = tuple[Format | None, *tuple[str, ...]]


class Prefilter:
    """The selected rules, by what a file must hold."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [(rule, rule.needs()) for rule in rules]
        self._texts = _Texts(self._rules)
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
        asked = plan.certain.copy()
        for look, rules in plan.looks:
            if names := look(doc):
                asked += [rule for rule in rules if rule.name in names]
        if plan.signed:
            asked += self._texts.met(doc, plan.signed)
        return asked

    def _plan(self, kind: _Kind) -> _Plan:
        """The rules for files of such a format and such fields."""
        if len(self._plans) >= _MOST_PLANS:
            self._plans.clear()
        format_, names = kind[0], frozenset(kind[1:])
        fitting = [
            (rule, needs)
            for rule, needs in self._rules
            if (not needs.fields or _meets(names, needs.fields)) and (not needs.formats or format_ in needs.formats)
        ]
        bits = self._texts.bits
        looks: dict[_Look | None, list[Rule]] = {None: []}
        for rule, needs in fitting:
            if rule.name not in bits:
                looks.setdefault(needs.look if _has_defaults(rule) else None, []).append(rule)
        plan = self._plans[kind] = _Plan(
            looks[None],
            [(look, rules) for look, rules in looks.items() if look is not None],
            sum(bits[rule.name] for rule, _ in fitting if rule.name in bits),
        )
        return plan


class _Plan(NamedTuple):
    """The rules for files of one kind: those to be asked in any case, those to be asked where a look says so, and which
    of the rules that look for texts."""

    certain: list[Rule]
    looks: list[tuple[_Look, list[Rule]]]
    signed: int


class _Texts:
    """The rules that are asked where a text is found. Sets of them are numbers, with a bit for each rule."""

    def __init__(self, rules: Iterable[tuple[Rule, Needs]]) -> None:
        signed = [(rule, needs) for rule, needs in rules if needs.head or needs.body or needs.opening]
        each = [(1 << number, needs) for number, (_, needs) in enumerate(signed)]
        self._rules = [rule for rule, _ in signed]
        self.bits = {rule.name: bit for rule, (bit, _) in zip(self._rules, each, strict=True)}
        self._head = Signs((sign, bit) for bit, needs in each for sign in needs.head)
        self._body = Signs((sign, bit) for bit, needs in each for sign in needs.body)
        self._openings = [(needs.opening, bit) for bit, needs in each if needs.opening]
        self._looks_in_head = sum(bit for bit, needs in each if needs.head)
        self._looks_in_ascii = sum(bit for bit, needs in each if needs.head and all(map(str.isascii, needs.head)))
        self._either = sum(bit for bit, needs in each if needs.either)
        self._without_head = sum(bit for bit, needs in each if not (needs.head or needs.either))
        self._without_body = sum(bit for bit, needs in each if not (needs.body or needs.either))
        self._without_opening = sum(bit for bit, needs in each if not (needs.opening or needs.either))

    def met(self, doc: Document, rules: int) -> list[Rule]:
        """Those of the rules for which a text is found that they look for."""
        head = doc.lower_head
        in_head = self._head.found_in(head)
        if "\\" in head:
            # An escape of a letter may hide what is in English, any escape what is in other letters.
            if _ESCAPED_ASCII.search(head) is not None:
                in_head |= self._looks_in_ascii
            if "\\u" in head or "\\x" in head:
                in_head |= self._looks_in_head & ~self._looks_in_ascii
        start = doc.body_start
        in_body = self._body.found_in(doc.text[start - 1 :] if start else doc.text)
        opening = 0
        first = doc.text[start : start + _LONGEST_OPENING].lstrip()
        for starts, bit in self._openings:
            if first.startswith(starts):
                opening |= bit
        asked = (in_head | in_body | opening) & self._either
        asked |= (in_head | self._without_head) & (in_body | self._without_body) & (opening | self._without_opening)
        asked &= rules
        met = []
        while asked:
            last = asked & -asked
            met.append(self._rules[last.bit_length() - 1])
            asked ^= last
        return met


def _has_defaults(rule: Rule) -> bool:
    """Whether a rule has the options that its class gives it."""
    return all(getattr(rule, name) == getattr(type(rule), name, None) for name in rule.options)


def _meets(there: frozenset[str | None], fields: Iterable[str]) -> bool:
    return not there.isdisjoint(part for name in fields for part in (name, name.partition(".")[0]))
