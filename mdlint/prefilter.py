"""Which rules to ask about a file: those whose `Needs` it meets."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import lru_cache, reduce
from importlib import import_module
from operator import or_
from typing import Any, TypeAlias

from mdlint.document import Document
from mdlint.field_set import FieldSet
from mdlint.front_matter.fences import Format
from mdlint.named import NamedTuple
from mdlint.rule import MARKS, Needs, Rule
from mdlint.signs import Signs

_MOST_PLANS = 1000
"""Different sets of fields to remember the rules for; a site has a few dozen."""

_MOST_VALUES = 5000
"""Different values to remember the rules for; posts of one site share many of theirs."""
_LONGEST_VALUE = 200
"""Code points of a value that is worth remembering."""

_LONGEST_OPENING = 60
"""Code points at the body's beginning, blanks included, that are looked at."""

_BLANKS_AND_MARKS = f" \t\r\n{MARKS}"

_Look: TypeAlias = Callable[[Document], Container[str]]
_Kind: TypeAlias = tuple[Format | None, FieldSet]


def needs_of(rule: Rule) -> Needs:
    """What a file must hold for a rule with its options. Looks do not know other options than the defaults."""
    has_defaults = all(getattr(rule, name) == getattr(type(rule), name, None) for name in rule.options)
    return rule.needs() if has_defaults else rule.needs()._replace(look=None)


class Prefilter:
    """The selected rules, by what a file must hold. What a rule needs is known without it, so that a short run imports
    only those that may have something to say."""

    def __init__(self, needs: Mapping[str, Needs]) -> None:
        """`needs` is by the names of the rules."""
        self._needs = needs
        self._texts = _texts(
            tuple((name, need) for name, need in needs.items() if need.head or need.body or need.opening)
        )
        self._values = _Values(needs)
        self._plans: dict[_Kind, _Plan] = {}

    def rules_for(self, docs: Sequence[Document]) -> list[list[str]]:
        """For each document the names of the rules that may have something to say.

        All documents are looked at for one thing before the next one: what runs once in a file takes longer than what has
        run a moment ago.
        """
        cases: list[tuple[Document, _Plan, list[str]]] = []
        looks: dict[_Look, list[tuple[Document, list[str], list[str]]]] = {}
        for doc in docs:
            kind = None if doc.front_matter is None else doc.front_matter.format, doc.field_set
            plan = self._plans.get(kind)
            if plan is None:
                plan = self._plan(kind)
            asked = plan.certain.copy()
            cases.append((doc, plan, asked))
            for look, members in plan.looks:
                looks.setdefault(look, []).append((doc, members, asked))
        for look, looked_at in looks.items():
            for doc, members, asked in looked_at:
                if names := look(doc):
                    asked.extend([name for name in members if name in names])
        for doc, plan, asked in cases:
            if plan.valued:
                asked.extend(self._values.met(doc, plan.valued))
        signed = [case for case in cases if case[1].signed]
        for (_, plan, asked), met in zip(signed, self._texts.met([doc for doc, _, _ in signed]), strict=True):
            asked.extend(_members(met & plan.signed, self._texts.names))
        return [asked for _, _, asked in cases]

    def _plan(self, kind: _Kind) -> _Plan:
        """The rules for files of such a format and such fields."""
        if len(self._plans) >= _MOST_PLANS:
            self._plans.clear()
        format_, names = kind[0], frozenset(kind[1].names)
        certain: list[str] = []
        looks: dict[_Look | str, list[str]] = {}
        valued = signed = 0
        for name, needs in self._needs.items():
            has_field = _meets(names, needs.fields)
            if needs.formats and format_ not in needs.formats:
                continue
            if needs.fields and not has_field and not needs.either:
                continue
            if name in self._texts.bits and not (has_field and needs.either):
                signed |= self._texts.bits[name]
            elif name in self._values.bits:
                valued |= self._values.bits[name]
            elif needs.look is not None:
                looks.setdefault(needs.look, []).append(name)
            else:
                certain.append(name)
        plan = self._plans[kind] = _Plan(
            certain,
            [(_found(look), members) for look, members in looks.items()],
            valued,
            signed,
        )
        return plan


class _Plan(NamedTuple):
    """The rules for files of one kind: those to be asked in any case, those to be asked where a look says so, and which
    of the rules that judge single values and of those that look for texts."""

    certain: list[str]
    looks: list[tuple[_Look, list[str]]]
    valued: int
    signed: int


class _Values(dict[str, int]):
    """The rules that are asked where a value may be one that they speak of; per text of a value the set of them, which
    is a number with a bit for each."""

    def __init__(self, rules: Mapping[str, Needs]) -> None:
        super().__init__()
        self._names = [name for name, needs in rules.items() if needs.value is not None]
        self.bits = {name: 1 << number for number, name in enumerate(self._names)}
        self._each: list[tuple[Callable[[str], object], int]] | None = None
        self._needs = rules

    def __missing__(self, text: str) -> int:
        if self._each is None:
            self._each = [(_found(self._needs[name].value), bit) for name, bit in self.bits.items()]
        rules = 0
        for may_be, bit in self._each:
            if may_be(text):
                rules |= bit
        if len(text) <= _LONGEST_VALUE:
            if len(self) >= _MOST_VALUES:
                self.clear()
            self[text] = rules
        return rules

    def met(self, doc: Document, rules: int) -> list[str]:
        """The names of those of the rules that one of the document's values may concern."""
        asked = rules & reduce(or_, map(self.__getitem__, [scalar.text for scalar in doc.leaves]), 0)
        return _members(asked, self._names) if asked else []


class _Texts:
    """The rules that are asked where a text is found. Sets of them are numbers, with a bit for each rule."""

    def __init__(self, rules: Sequence[tuple[str, Needs]]) -> None:
        self.names = [name for name, _ in rules]
        self.bits = {name: 1 << number for number, name in enumerate(self.names)}
        each = [(self.bits[name], needs) for name, needs in rules]
        self._head = Signs((sign, bit) for bit, needs in each for sign in needs.head)
        self._body = Signs((sign, bit) for bit, needs in each for sign in needs.body)
        self._openings: dict[str, list[tuple[str, int]]] = {}
        for bit, needs in each:
            for sign in needs.opening:
                self._openings.setdefault(sign[0], []).append((sign, bit))
        self._either = sum(bit for bit, needs in each if needs.either)
        self._without_head = sum(bit for bit, needs in each if not (needs.head or needs.either))
        self._without_body = sum(bit for bit, needs in each if not (needs.body or needs.either))
        self._without_opening = sum(bit for bit, needs in each if not (needs.opening or needs.either))

    def met(self, docs: Sequence[Document]) -> list[int]:
        """For each document the rules for which a text is found that they look for."""
        in_heads = [self._head.found_in(doc.lower_head.encode(errors="surrogatepass")) for doc in docs]
        in_bodies = [self._body.found_in(doc.utf8_from(max(doc.body_start - 1, 0))) for doc in docs]
        met = []
        for doc, in_head, in_body in zip(docs, in_heads, in_bodies, strict=True):
            first = doc.text[doc.body_start : doc.body_start + _LONGEST_OPENING].lstrip()
            opening = self._opening(first)
            unmarked = first.lstrip(_BLANKS_AND_MARKS) or doc.body.lstrip(_BLANKS_AND_MARKS)
            if unmarked != first:
                opening |= self._opening(unmarked)
            met.append(
                (in_head | in_body | opening) & self._either
                | (in_head | self._without_head) & (in_body | self._without_body) & (opening | self._without_opening)
            )
        return met

    def _opening(self, text: str) -> int:
        """The rules that look for a text as this one begins."""
        found = 0
        for sign, bit in self._openings.get(text[:1], ()):
            if text.startswith(sign):
                found |= bit
        return found


# Files with different schemas are mostly asked about the same texts, and what looks for them takes much of a processor's cache.
_texts = lru_cache(32)(_Texts)


def _members(numbered: int, names: list[str]) -> list[str]:
    """The members of a set of names, which is a number with a bit for each."""
    found = []
    while numbered:
        last = numbered & -numbered
        found.append(names[last.bit_length() - 1])
        numbered ^= last
    return found


def _found(function: Any) -> Any:
    """A function that may be given by its module's and its own name."""
    if not isinstance(function, str):
        return function
    module, _, name = function.rpartition(".")
    return getattr(import_module(module), name)


def _meets(there: frozenset[str], fields: Iterable[str]) -> bool:
    return not there.isdisjoint(part for name in fields for part in (name, name.partition(".")[0]))
