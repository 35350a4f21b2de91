"""What rules and a schema say of a document, whatever becomes of them: their crashes are findings, and so is too much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from mdlint.diagnostic import Finding, Span, internal_error
from mdlint.document import Document
from mdlint.regex import regex
from mdlint.rule import Fact, ProjectRule, Rule
from mdlint.schema import Schema, misspelled_fields

MOST_FINDINGS = 1000
"""Findings of one rule, or of the schema, in one file; nobody reads more, and a hostile file may hold a million."""

_TEMPLATE_CODE = regex(r"\{\{|\{%|<%|\$\{")


class Case:
    """A document, and what has been said of it so far.

    found: the findings, by the rules that made them. facts: what project rules have taken out of it, by their names;
    None where nobody wants that. concerned: the rules that may be asked; None where all may.
    """

    __slots__ = ("_unheard", "concerned", "doc", "facts", "found", "schema")

    def __init__(self, doc: Document, schema: Schema | None, facts: list[tuple[str, Fact]] | None) -> None:
        self.doc = doc
        self.schema = schema
        self.found: dict[str, list[Finding]] = {}
        self.facts = facts
        self.concerned: frozenset[str] | None = None
        self._unheard: Case | None = None

    @property
    def unheard(self) -> Case:
        """The same document for rules that nobody wants to hear, but which keep others quiet."""
        if self._unheard is None:
            self._unheard = Case(self.doc, self.schema, None)
        return self._unheard

    @property
    def speaking(self) -> Iterable[str]:
        """The rules that have said something, whether anybody wants to hear it or not."""
        return self.found if self._unheard is None else self.found | self._unheard.found

    def said(self, rule: str) -> list[Finding]:
        """What one of these has said."""
        return self.found.get(rule) or self.unheard.found[rule]

    def add(self, findings: Iterable[Finding]) -> None:
        """Add what has been found in the name of several rules."""
        for finding in findings:
            self.found.setdefault(finding.rule, []).append(finding)


def ask(asked: Iterable[tuple[Rule, Iterable[Case]]]) -> None:
    """Add to each case what the rules say that are asked about it, and what project rules take out of the document.

    One rule is asked about all documents before the next one: what runs once in a file takes twice as long as what has run a
    moment ago.
    """
    for rule, cases in asked:
        waiting = iter(cases)
        # One `try` for all cases: it is left, and entered again, where the rule crashes.
        while crash := _take_facts(rule, waiting) if isinstance(rule, ProjectRule) else _check(rule, waiting):
            case, error = crash
            case.add([internal_error(f"the rule `{rule.name}`", error)])


def _check(rule: Rule, waiting: Iterator[Case]) -> tuple[Case, Exception] | None:
    """Add what a rule says of the cases up to one on which it crashes, which is returned."""
    name, check = rule.name, rule.check
    case: Case
    try:
        for case in waiting:
            if rule.asks_first and not rule.applies(case.doc, case.schema is not None):
                continue
            said = list(islice(check(case.doc), MOST_FINDINGS + 1))
            if said:
                if len(said) > MOST_FINDINGS:
                    said = _first(said, f"`{name}`")
                if (before := case.found.setdefault(name, said)) is not said:
                    before += said
    except Exception as error:  # noqa: BLE001 - a rule's crash is a finding, the run goes on
        return case, error
    return None


def _take_facts(rule: ProjectRule, waiting: Iterator[Case]) -> tuple[Case, Exception] | None:
    """Add what a rule takes out of the documents up to one on which it crashes, which is returned."""
    name, collect = rule.name, rule.collect
    case: Case
    try:
        for case in waiting:
            if case.facts is not None:
                case.facts += [(name, fact) for fact in islice(collect(case.doc), MOST_FINDINGS)]
    except Exception as error:  # noqa: BLE001 - as above
        return case, error
    return None


def ask_schema(schema: Schema, doc: Document) -> list[Finding]:
    """What a schema says of a document that has a root."""
    return _sure(schema.check(doc), "the schema", f"the schema `{schema.name}`", doc)


def ask_spelling(case: Case) -> list[Finding]:
    """The misspelled names of fields in a document, but for those of which its schema has spoken."""
    source = "the rule `misspelled-field`"
    found = _sure(misspelled_fields(case.doc, case.schema), source, source, case.doc)
    said = [*case.found.get("misspelled-field", ()), *case.found.get("unknown-field", ())]
    spoken_of = {at for finding in said for at in (finding.at, *finding.related)}
    return [finding for finding in found if spoken_of.isdisjoint((finding.at, *finding.related))]


def _sure(said: Iterator[Finding], source: str, full_name: str, doc: Document) -> list[Finding]:
    """What is said of a document's fields, but for what might not be so."""
    try:
        found = _first(list(islice(said, MOST_FINDINGS + 1)), source)
    except Exception as error:  # noqa: BLE001 - a validator's crash is a finding, the run goes on
        return [internal_error(full_name, error)]
    if doc.problems and (unread := doc.unread):
        # What is said of the whole file might not hold if all fields could be read.
        found = [
            f
            for f in found
            if not isinstance(f.at, Span) and f.at and unread.isdisjoint(path[0] for path in (f.at, *f.related))
        ]
    if found and doc.is_template:
        # A program puts a value in its place, of whatever type.
        found = [f for f in found if isinstance(f.at, Span) or not _TEMPLATE_CODE.search(doc.source_of(f.at))]
    return found


def _first(found: list[Finding], source: str) -> list[Finding]:
    """The findings; if there are too many of them, the first ones, the last of which says so."""
    if len(found) > MOST_FINDINGS:
        found.pop()
        note = f"{source} has more to say of this file: only the first {MOST_FINDINGS:,} findings are shown"
        found[-1] = found[-1]._replace(hint="; ".join(filter(None, (found[-1].hint, note))))
    return found
