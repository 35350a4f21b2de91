"""Many files' facts → what project rules say of them, and which ignore comments were not needed."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import TypeAlias

from mdlint.diagnostic import NOWHERE, Diagnostic, Fix, Ignore, KeyPath, PlacedFact, Row, Severity, internal_error
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.named import NamedTuple
from mdlint.rule import ProjectRule, Verdict
from mdlint.said import Kind
from mdlint.site import Site
from mdlint.verdicts import Verdicts

Asked: TypeAlias = tuple[KeyPath, str | None]
"""A value to find the place of, and what would replace it."""

LookUp: TypeAlias = Callable[[str, ProjectRule, Sequence[Asked]], list[PlacedFact | None]]
"""Facts with places for what is asked of a file, by its reported path and the rule; None where another finding speaks
of the value."""


class Judged(NamedTuple):
    """What a rule said of all its facts.

    group: the rule's. ignored: the facts of which a comment wants nothing said. is_lasting: whether it says the same of
    the same facts as long as the folders of the site are the same, if it looks at them.
    """

    verdicts: Verdicts
    group: str
    ignored: tuple[PlacedFact, ...] = ()
    is_lasting: bool = False


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
    by_kind: dict[Kind, list[PlacedFact]] = {}
    for fact in sorted(facts, key=attrgetter("path")):
        by_kind.setdefault((fact.rule, fact.collection), []).append(fact)
    judged = judge_kinds(by_kind, linter, site, look_up)
    said = [item for one in judged for item in one.verdicts.said]
    said += unneeded(by_kind, judged, linter, ignores, is_complete=is_complete)
    return [Diagnostic(path, *row) for path, row in said]


def judge_kinds(
    facts: Mapping[Kind, Sequence[PlacedFact]], linter: Linter, site: Site, look_up: LookUp
) -> list[Judged]:
    """What each rule has to say of its facts, which are in order of path."""
    by_rule: dict[str, tuple[ProjectRule, list[Kind]]] = {}
    for kind in facts:
        rule = linter.rule_of(kind)
        by_rule.setdefault(rule.name if rule.across else repr(rule), (rule, []))[1].append(kind)
    judged = []
    for rule, kinds in by_rule.values():
        taken = facts[kinds[0]]
        if len(kinds) > 1:
            taken = sorted((fact for kind in kinds for fact in facts[kind]), key=attrgetter("path"))
        given = {kind for kind in kinds if linter.gives_severity(kind)}
        judged.append(_judged(rule, tuple(kinds), taken, site, look_up, given=given))
    return judged


def unneeded(
    facts: Mapping[Kind, Sequence[PlacedFact]],
    judged: Iterable[Judged],
    linter: Linter,
    ignores: Mapping[str, Sequence[Ignore]],
    *,
    is_complete: bool,
) -> list[tuple[str, Row]]:
    """What there is to say of comments that ignore nothing, and where; see `judge`."""
    if not ignores:
        return []
    # Imported here: hardly any site has such comments.
    from mdlint.suppression.unused import need_of, unused_ignores

    needed = {need for one in judged for fact in one.ignored for need in need_of(fact, one.group, ignores)}
    if not is_complete:
        for kind, taken in facts.items():
            rule = linter.rule_of(kind)
            if rule.needs_site:
                needed |= {need for fact in taken for need in need_of(fact, rule.group, ignores)}
    return [(unused.path, unused[1:]) for unused in unused_ignores(ignores, needed)]


def _judged(
    rule: ProjectRule,
    kinds: tuple[Kind, ...],
    facts: Sequence[PlacedFact],
    site: Site,
    look_up: LookUp,
    *,
    given: Container[Kind],
) -> Judged:
    """`given` are the kinds of facts for which the settings give a severity."""
    said: list[tuple[str, Row]] = []
    ignored: list[PlacedFact] = []
    looked_up: dict[str, None] = {}
    site.questions.clear()
    try:
        for verdict in _placed(rule, rule.judge(facts, site), look_up, looked_up):
            if verdict.fact.ignored_by is None:
                own = None if (verdict.fact.rule, verdict.fact.collection) in given else verdict.severity
                said.append((verdict.fact.path, _row(rule, verdict, own)))
            else:
                ignored.append(verdict.fact)
    except Exception as error:  # noqa: BLE001 - a rule's crash is a finding, the run goes on
        found = internal_error(f"the rule `{rule.name}`", error)
        crash = Diagnostic(facts[0].path, NOWHERE, "internal-error", "error", found.message, found.hint)
        return Judged(Verdicts(rule.name, kinds, [(crash.path, crash[1:])]), rule.group)
    verdicts = Verdicts(rule.name, kinds, said, tuple(looked_up), "files" in site.questions)
    return Judged(verdicts, rule.group, tuple(ignored), is_lasting=site.questions <= {"files"} and not ignored)


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


def _placed(
    rule: ProjectRule, verdicts: Iterable[Verdict], look_up: LookUp, looked_up: dict[str, None]
) -> Iterator[Verdict]:
    """The verdicts with facts that have a place; those are left out of whose value another finding speaks. The files in
    which places were looked up are added to `looked_up`."""
    inside: dict[str, list[tuple[KeyPath, Verdict]]] = {}
    for verdict in verdicts:
        if verdict.within is None:
            yield verdict
        else:
            inside.setdefault(verdict.fact.path, []).append((verdict.within, verdict))
    for path, asked in inside.items():
        looked_up[path] = None
        facts = look_up(path, rule, [(at, verdict.replacement) for at, verdict in asked])
        for fact, (_, verdict) in zip(facts, asked, strict=True):
            if fact is not None:
                yield verdict._replace(fact=fact, replacement=fact.slot.edits[0].text if fact.slot else None)


def _row(rule: ProjectRule, verdict: Verdict, severity: Severity | None) -> Row:
    fact = verdict.fact
    return (
        fact.span,
        fact.rule,
        severity or fact.severity,
        verdict.message,
        verdict.hint,
        fact.key_path,
        _fix(rule, verdict),
        fact.excerpt,
        False,
        fact.byte_span,
    )


def _fix(rule: ProjectRule, verdict: Verdict) -> Fix | None:
    slot, text = verdict.fact.slot, verdict.replacement
    if slot is None or text is None:
        return None
    edits = tuple(edit._replace(text=text) for edit in slot.edits)
    return slot._replace(title=f"write `{text}`", edits=edits, safe=rule.fix_is_safe)
