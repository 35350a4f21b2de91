"""Many files' facts → what project rules say of them, and which ignore comments were not needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType

from mdlint.diagnostic import NOWHERE, Diagnostic, Fix, Ignore, KeyPath, PlacedFact
from mdlint.document import Document
from mdlint.linter import Linter, internal_error
from mdlint.rule import ProjectRule, Verdict
from mdlint.site import Site
from mdlint.suppression.unused import Needed, need_of, unused_ignores


def judge(
    facts: Iterable[PlacedFact],
    linter: Linter,
    site: Site,
    read: Callable[[str], Document | None],
    ignores: Mapping[str, Sequence[Ignore]] = MappingProxyType({}),
    *,
    is_complete: bool = False,
) -> list[Diagnostic]:
    """What there is to say of the facts, in any order, and of comments that ignore nothing.

    A rule that crashes says so of its first fact's file. `ignores` are the comments of the files to report on, by path.
    Unless these are the facts of the whole site (`is_complete`), more of them might bring up what a comment ignores.
    `read` gives the document of a reported path, to look up what a fact does not tell the place of; None for a file about
    which nothing is to be said.
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
    needed: Needed = set()
    for rule, taken in by_rule.values():
        for found in _judged(rule, taken, site, linter, read):
            if isinstance(found, PlacedFact):
                needed.update(need_of(found, rule.group, ignores))
            else:
                said.append(found)
        if rule.needs_site and not is_complete:
            needed.update(need for fact in taken for need in need_of(fact, rule.group, ignores))
    return [*said, *unused_ignores(ignores, needed)]


def _judged(
    rule: ProjectRule,
    facts: Sequence[PlacedFact],
    site: Site,
    linter: Linter,
    read: Callable[[str], Document | None],
) -> list[Diagnostic | PlacedFact]:
    """What a rule says; of what is ignored only the fact."""
    try:
        return [
            _diagnostic(rule, verdict) if verdict.fact.ignored_by is None else verdict.fact
            for verdict in _placed(rule, rule.judge(facts, site), linter, read)
        ]
    except Exception as error:  # noqa: BLE001 - a rule's crash is a finding, the run goes on
        found = internal_error(f"the rule `{rule.name}`", error)
        return [Diagnostic(facts[0].path, NOWHERE, "internal-error", "error", found.message, found.hint)]


def _placed(
    rule: ProjectRule, verdicts: Iterable[Verdict], linter: Linter, read: Callable[[str], Document | None]
) -> Iterator[Verdict]:
    """The verdicts with facts that have a place; those are left out of whose value another finding speaks."""
    inside: dict[str, list[tuple[KeyPath, Verdict]]] = {}
    for verdict in verdicts:
        if verdict.within is None:
            yield verdict
        else:
            inside.setdefault(verdict.fact.path, []).append((verdict.within, verdict))
    for path, asked in inside.items():
        doc = read(path)
        if doc is not None:
            facts = linter.examine(
                doc, [(rule.name, rule.closer(doc, at, verdict.replacement)) for at, verdict in asked]
            ).facts
            found = {fact.key_path: fact for fact in facts}
            for at, verdict in asked:
                if at in found:
                    slot = found[at].slot
                    yield verdict._replace(fact=found[at], replacement=slot.edits[0].text if slot else None)


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
