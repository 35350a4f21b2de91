"""Many files' facts → what project rules say of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from mdlint.diagnostic import NOWHERE, Diagnostic, Fix, PlacedFact
from mdlint.linter import Linter, internal_error
from mdlint.rule import ProjectRule, Verdict
from mdlint.site import Site


def judge(facts: Iterable[PlacedFact], linter: Linter, site: Site) -> list[Diagnostic]:
    """What there is to say of the facts, in any order. A rule that crashes says so of its first fact's file."""
    by_rule: dict[ProjectRule, list[PlacedFact]] = {}
    rules: dict[tuple[str, str], list[PlacedFact]] = {}
    for fact in sorted(facts, key=attrgetter("path")):
        known = rules.get((fact.rule, fact.collection))
        if known is None:
            known = rules[fact.rule, fact.collection] = by_rule.setdefault(linter.rule_of(fact), [])
        known.append(fact)
    return [diagnostic for rule, taken in by_rule.items() for diagnostic in _judged(rule, taken, site)]


def _judged(rule: ProjectRule, facts: Sequence[PlacedFact], site: Site) -> list[Diagnostic]:
    try:
        return [_diagnostic(rule, verdict) for verdict in rule.judge(facts, site)]
    except Exception as error:  # noqa: BLE001 - a rule's crash is a finding, the run goes on
        found = internal_error(f"the rule `{rule.name}`", error)
        return [Diagnostic(facts[0].path, NOWHERE, "internal-error", "error", found.message, found.hint)]


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
