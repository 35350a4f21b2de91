"""One document → its diagnostics, sorted. Pure: no output, no processes, no files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mdlint import rules
from mdlint.diagnostic import Diagnostic, Finding, Severity, Span
from mdlint.document import Document
from mdlint.precedence import SCHEMA_RULES, silence
from mdlint.rule import ReportedRule, Rule
from mdlint.schema import Schema, schema_for
from mdlint.settings import Settings


@dataclass
class Linter:
    """The selected rules, made once and used for many documents.

    Raises TypeError when the settings give a rule an option it does not have.
    """

    settings: Settings
    rules: tuple[Rule, ...] = field(init=False)

    def __post_init__(self) -> None:
        chosen = (
            rule
            for rule in rules.load_all()
            if rules.is_selected(rule, self.settings.select, self.settings.extend_select, self.settings.ignore)
        )
        self.rules = tuple(rule(**self.settings.options.get(rule.name, {})) for rule in chosen)
        self._selected = {rule.name for rule in self.rules}
        self._checking = tuple(rule for rule in self.rules if not isinstance(rule, ReportedRule))
        self._asks_schema = bool(self._selected & SCHEMA_RULES)

    def lint(self, doc: Document) -> tuple[Diagnostic, ...]:
        """Everything the selected rules and the document's schema say, in order of position."""
        schema = schema_for(doc, self.settings)
        found: dict[str, list[Finding]] = {}
        if schema is not None and self._asks_schema and doc.root is not None:
            for finding in self._ask_schema(schema, doc):
                found.setdefault(finding.rule, []).append(finding)
        for rule in self._checking:
            findings = self._ask(rule, doc, schema)
            if findings:
                found.setdefault(rule.name, []).extend(findings)
        if not found:
            return ()

        def ask(name: str) -> list[Finding]:
            if name in self._selected or name not in rules.GROUP_OF:
                return found.get(name, [])
            rule = rules.load(name)(**self.settings.options.get(name, {}))
            return self._ask(rule, doc, schema)

        spoken = [(f.rule or name, f) for name, findings in found.items() for f in findings]
        kept = silence([(name, f) for name, f in spoken if name in self._selected], ask)
        diagnostics = {self._diagnostic(doc, name, f, schema) for name, f in kept}
        return tuple(sorted(diagnostics, key=_order))

    def _ask(self, rule: Rule, doc: Document, schema: Schema | None) -> list[Finding]:
        try:
            return list(rule.check(doc)) if rule.applies(doc, schema is not None) else []
        except Exception as error:  # noqa: BLE001 - a rule's crash is a finding, the run goes on
            return [internal_error(f"the rule `{rule.name}`", error)]

    def _ask_schema(self, schema: Schema, doc: Document) -> Iterable[Finding]:
        try:
            return list(schema.check(doc))
        except Exception as error:  # noqa: BLE001 - a validator's crash is a finding, the run goes on
            return [internal_error(f"the schema `{schema.name}`", error)]

    def _diagnostic(self, doc: Document, name: str, finding: Finding, schema: Schema | None) -> Diagnostic:
        if isinstance(finding.at, Span):
            span, key_path = finding.at, None
        else:
            span, key_path = doc.span_of(finding.at, finding.on_key), finding.at
        return Diagnostic(
            doc.path,
            span,
            name,
            self._severity(name, finding, schema),
            finding.message,
            finding.hint,
            key_path,
            finding.fix,
            doc.excerpt(span),
        )

    def _severity(self, name: str, finding: Finding, schema: Schema | None) -> Severity:
        configured: Mapping[str, Severity] = self.settings.severity
        if name in configured:
            return configured[name]
        if finding.severity is not None:
            return finding.severity
        rule = rules.load(name)
        if schema is None and self.settings.generator is None and rule.severity_unscoped is not None:
            return rule.severity_unscoped
        if schema is not None and name in schema.severity:
            return schema.severity[name]
        return rule.severity


def internal_error(culprit: str, error: Exception) -> Finding:
    """The finding that says a rule, a schema or a plugin crashed, and how."""
    return Finding(
        Span(1, 1, 1, 1),
        f"{culprit} crashed on this file: {type(error).__name__}: {error}",
        "the other checks went on; please report this as a bug of whoever wrote the check",
        rule="internal-error",
    )


def _order(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    return diagnostic.span, diagnostic.rule, diagnostic.message
