"""Many files' facts → what project rules say of them, and which ignore comments were not needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import TypeAlias

from mdlint.diagnostic import NOWHERE, Diagnostic, Fix, Ignore, KeyPath, PlacedFact, internal_error
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.rule import ProjectRule, Verdict
from mdlint.site import Site

Asked: TypeAlias = tuple[KeyPath, str | None]
"""A value to find the place of, and what would replace it."""

LookUp: TypeAlias = Callable[[str, ProjectRule, Sequence[Asked]], list[PlacedFact | None]]
"""Facts with places for what is asked of a file, by its reported path and the rule; None where another finding speaks
of the value."""


def judge(
    facts: Iterable[PlacedFact],
    linter: Linter,
    site: Site,
    look_up: LookUp,
    ignores: Mapping[str, Sequence[Ignore]] = MappingProxyType({}),
    *,
    is_complete: bool = False,
) -> list[Diagnostic]:
    """What there is to say of the facts, in any order, and of comments that ignore nothing.

    A rule that crashes says so of its first fact's file. `ignores` are the comments of the files to report on, by path.
    Unless these are the facts of the whole site (`is_complete`), more of them might bring up what a comment ignores.
    `look_up` finds the places that a fact does not tell; see `looking_up`.
    """
    by_rule: dict[str, tuple[ProjectRule, list[PlacedFact]]] = {}
    rules: dict[tuple[str, str], list[PlacedFact]] = {}
    for fact in sorted(facts, key=attrgetter("path")):
        known = rules.get((fact.rule, fact.collection))
        if known is None:
            rule = linter.rule_of(fact)
            known = by_rule.setdefault(rule.name if rule.across else repr(rule), (rule, []))[1]
            rules[fact.rule, fact.collection] = known
        known.append(fact)
    said = []
    quiet: list[tuple[PlacedFact, str]] = []  # what comments keep, or might keep, from being said
    for rule, taken in by_rule.values():
        for found in _judged(rule, taken, site, look_up):
            if isinstance(found, PlacedFact):
                quiet.append((found, rule.group))
            else:
                said.append(found)
        if rule.needs_site and not is_complete:
            quiet += [(fact, rule.group) for fact in taken]
    if not ignores:
        return said
    # Imported here: hardly any site has such comments.
    from mdlint.suppression.unused import need_of, unused_ignores

    needed = {need for fact, group in quiet for need in need_of(fact, group, ignores)}
    return [*said, *unused_ignores(ignores, needed)]


def _judged(
    rule: ProjectRule,
    facts: Sequence[PlacedFact],
    site: Site,
    look_up: LookUp,
) -> list[Diagnostic | PlacedFact]:
    """What a rule says; of what is ignored only the fact."""
    try:
        return [
            _diagnostic(rule, verdict) if verdict.fact.ignored_by is None else verdict.fact
            for verdict in _placed(rule, rule.judge(facts, site), look_up)
        ]
    except Exception as error:  # noqa: BLE001 - a rule's crash is a finding, the run goes on
        found = internal_error(f"the rule `{rule.name}`", error)
        return [Diagnostic(facts[0].path, NOWHERE, "internal-error", "error", found.message, found.hint)]


def looking_up(linter: Linter, read: Callable[[str], Document | None]) -> LookUp:
    """Looks in the documents; `read` gives that of a reported path, None for a file about which nothing is to be said."""

    def look_up(path: str, rule: ProjectRule, asked: Sequence[Asked]) -> list[PlacedFact | None]:
        doc = read(path)
        if doc is None:
            return [None] * len(asked)
        facts = linter.examine(doc, [(rule.name, rule.closer(doc, at, text)) for at, text in asked]).facts
        found = {fact.key_path: fact for fact in facts}
        return [found.get(at) for at, _ in asked]

    return look_up


def _placed(rule: ProjectRule, verdicts: Iterable[Verdict], look_up: LookUp) -> Iterator[Verdict]:
    """The verdicts with facts that have a place; those are left out of whose value another finding speaks."""
    inside: dict[str, list[tuple[KeyPath, Verdict]]] = {}
    for verdict in verdicts:
        if verdict.within is None:
            yield verdict
        else:
            inside.setdefault(verdict.fact.path, []).append((verdict.within, verdict))
    for path, asked in inside.items():
        facts = look_up(path, rule, [(at, verdict.replacement) for at, verdict in asked])
        for fact, (_, verdict) in zip(facts, asked, strict=True):
            if fact is not None:
                yield verdict._replace(fact=fact, replacement=fact.slot.edits[0].text if fact.slot else None)


def _diagnostic(rule: ProjectRule, verdict: Verdict) -> Diagnostic:
    fact = verdict.fact
    return Diagnostic(
        fact.path,
        fact.span,
        fact.rule,
        verdict.severity or fact.severity,
        verdict.message,
        verdict.hint,
        fact.key_path,
        _fix(rule, verdict),
        fact.excerpt,
        byte_span=fact.byte_span,
    )


def _fix(rule: ProjectRule, verdict: Verdict) -> Fix | None:
    slot, text = verdict.fact.slot, verdict.replacement
    if slot is None or text is None:
        return None
    edits = tuple(edit._replace(text=text) for edit in slot.edits)
    return slot._replace(title=f"write `{text}`", edits=edits, safe=rule.fix_is_safe)
