"""From what was found in a document to rows: places, severities, and fixes with the places of their edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial

from mdlint.diagnostic import NOWHERE, Diagnostic, Finding, Fix, KeyPath, Outcome, Row, Severity, Span, diagnostics_of
from mdlint.document import Document
from mdlint.lines import Place
from mdlint.rule import Fact
from mdlint.rules import Registry
from mdlint.said import Fresh, outcome_of, said_in
from mdlint.schema import Schema
from mdlint.settings import Settings

_SLOT = ""
"""What the fix of a fact writes, as long as nobody has judged it."""


class Placing:
    """Places what was found, as the settings of one collection want it."""

    def __init__(self, collection: str, settings: Settings, registry: Registry) -> None:
        self._collection = collection
        self._settings = settings
        self._registry = registry
        self._severities: dict[tuple[Schema | None, str | None], Callable[[str], Severity]] = {}

    def said(
        self,
        doc: Document,
        findings: Iterable[tuple[str, Finding]],
        facts: Iterable[tuple[str, Fact]],
        schema: Schema | None,
    ) -> Fresh:
        """The findings of rules, each once, in order of position, and the facts; both with the names of the rules."""
        severity_of = self._severities.get((schema, doc.generator)) or self._remembered(schema, doc.generator)
        configured = self._settings.severity
        # By what `order_of` looks at.
        rows: dict[tuple[Span, str, str], Row] = {}
        secrets: list[Span] = []
        for name, (at, message, hint, fix, on_key, _, own, _, is_secret) in findings:
            span, excerpt, byte_span = _place(doc, at, on_key)
            key_path = None if type(at) is Span else at
            severity = severity_of(name) if own is None or name in configured else own
            placed = None if fix is None else self._fix(doc, name, fix)
            # In the order of `Diagnostic`, and below of `PlacedFact`: no object is made for what runs in rows.
            rows[span, name, message] = (
                span, name, severity, message, hint, key_path, placed, excerpt, is_secret, byte_span,
            )  # fmt: skip
            if is_secret:
                secrets.append(span)
        taken: list[Row] = []
        for name, (at, value, on_key, slot) in facts:
            severity = severity_of(name)
            if at == NOWHERE:  # there are many about whole files, and nothing to look up for them
                taken.append((name, self._collection, severity, NOWHERE, None, None, value, None, None, None))
                continue
            span, excerpt, byte_span = _place(doc, at, on_key)
            key_path = None if type(at) is Span else at
            placed = None if slot is None else self._fix(doc, name, Fix(_SLOT, (slot,), safe=False))
            taken.append(
                (name, self._collection, severity, span, key_path, excerpt, value, placed, None, byte_span)
            )  # fmt: skip
        said = Fresh([rows[order] for order in sorted(rows)], taken)
        return _concealed(doc, said, secrets) if secrets else said

    def diagnostic(self, doc: Document, name: str, finding: Finding, schema: Schema | None) -> Diagnostic:
        """One finding of a rule."""
        (diagnostic,) = diagnostics_of(doc.path, self.said(doc, [(name, finding)], (), schema).diagnostics)
        return diagnostic

    def _fix(self, doc: Document, name: str, fix: Fix) -> Fix | None:
        """A finding's fix with the places of its edits, unless the settings want none of this rule's."""
        unfixable = self._settings.unfixable
        if unfixable and not {name, self._registry.group_of(name), "all"}.isdisjoint(unfixable):
            return None
        return doc.lines.placed(fix)

    def _remembered(self, schema: Schema | None, generator: str | None) -> Callable[[str], Severity]:
        """What gives the severity of a rule's findings in files of a schema that a generator reads."""
        is_scoped = schema is not None or generator is not None
        severity_of = self._severities[schema, generator] = cache(partial(self._severity, schema, is_scoped))
        return severity_of

    def _severity(self, schema: Schema | None, is_scoped: bool, name: str) -> Severity:
        """The configured severity, else the rule's for a file of such a schema."""
        if name in self._settings.severity:
            return self._settings.severity[name]
        rule = self._registry.known(name)
        if not is_scoped and rule.severity_unscoped is not None:
            return rule.severity_unscoped
        if schema is not None and name in schema.severity:
            return schema.severity[name]
        return rule.severity


def _place(doc: Document, at: KeyPath | Span, on_key: bool) -> Place:
    # A span is a tuple too, as key paths are.
    return doc.lines.place_of(at) if type(at) is Span else doc.lines.place(*doc.range_of(at, on_key))


def _concealed(doc: Document, said: Fresh, secrets: list[Span]) -> Fresh:
    # Imported here: hardly any file has one.
    from mdlint.concealing import concealed, without_secrets

    outcome = outcome_of(doc.path, said)
    diagnostics, facts = concealed(doc, outcome.diagnostics, secrets), without_secrets(outcome.facts, secrets)
    return said_in(Outcome(tuple(diagnostics), tuple(facts)))
