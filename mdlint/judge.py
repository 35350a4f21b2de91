"""What the selected rules and the schema of one collection say of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from mdlint.asking import MOST_FINDINGS, Case, ask, ask_schema, ask_spelling
from mdlint.diagnostic import NOWHERE, Diagnostic, Finding, Outcome
from mdlint.document import Document
from mdlint.globs import globs
from mdlint.implied import with_implied
from mdlint.placing import Placing
from mdlint.precedence import SCHEMA_RULES, Precedence, winners_over
from mdlint.prefilter import Prefilter, needs_of
from mdlint.rule import Fact, Needs, Rule
from mdlint.rules import GROUP_OF, REPORTED, Known, Registry
from mdlint.said import Fresh
from mdlint.schema import Schema, SchemaError, detected_schema, may_be_misspelled, named_schema, schema_of
from mdlint.settings import Settings

_NOTHING = Fresh(())
_NO_MODELS: frozenset[str] = frozenset()
_SPELLING = "misspelled-field"


class Judge:
    """The selected rules and the schema of one collection."""

    def __init__(self, collection: str, settings: Settings, registry: Registry) -> None:
        self.settings = settings
        self._registry = registry
        self._placing = Placing(collection, settings, registry)
        self._selected = {
            name
            for name in registry.names()
            if registry.is_selected(name, settings.select, settings.extend_select, settings.ignore)
        }
        self._implied: dict[str, dict[str, Any]] = {}
        self._rules: dict[str, Rule] = {}
        self._knowledge: dict[str, Known] = {}
        self._prefilters: dict[tuple[frozenset[str], frozenset[str] | None, str | None], Prefilter] = {}
        self._concerning: dict[frozenset[str], frozenset[str]] = {}
        self._asks_schema = bool(self._selected & SCHEMA_RULES)

    @cached_property
    def schema(self) -> Schema | None:
        return schema_of(self.settings)

    def import_rules(self) -> None:
        """Import all rules that may be asked."""
        for name in self._selected - REPORTED:
            self.rule(name)

    def imply(self, options: dict[str, dict[str, Any]]) -> None:
        """Let rules have these options too."""
        self._implied = options
        for name in options:
            self._rules.pop(name, None)

    def judge(
        self, docs: Sequence[Document], given: Sequence[tuple[str, Fact]] | None, claims: Mapping[int, Finding]
    ) -> list[Fresh]:
        """What there is to say of each document, and what project rules take out of it, or the given facts instead.

        claims: what to say of some of them, by their numbers, because of the collections that claim them.
        """
        cases = [self._case(doc, given) for doc in docs]
        for number, finding in claims.items():
            cases[number].add([finding])
        if _SPELLING in self._selected:
            self._ask_spelling(cases)
        asked = self._asked(cases)
        # In order of their names: what is said of a document does not depend on the others.
        ask([(self.rule(name), asked[name]) for name in sorted(asked)])
        return [self._said(case, given or ()) for case in cases]

    def _case(self, doc: Document, given: Sequence[tuple[str, Fact]] | None) -> Case:
        """The document with what its schema says of it."""
        case = Case(doc, self.schema, [] if given is None else None)
        if case.schema is None:
            case.schema = self._own_schema(doc, case.found)
        case.concerned = concerned = self._concerned_by(doc, given)
        asks_schema = self._asks_schema and (concerned is None or not concerned.isdisjoint(SCHEMA_RULES))
        if case.schema is not None and asks_schema and doc.root is not None:
            case.add(ask_schema(case.schema, doc))
        return case

    def _ask_spelling(self, cases: Iterable[Case]) -> None:
        """Add what is to say of names that are misspelled, whether there is a schema or not."""
        for case in cases:
            doc, concerned = case.doc, case.concerned
            if (concerned is None or _SPELLING in concerned) and may_be_misspelled(doc, case.schema):
                case.add(ask_spelling(case))

    def _asked(self, cases: Iterable[Case]) -> dict[str, list[Case]]:
        """The names of the rules to ask, and the documents to ask each about."""
        groups: dict[Prefilter, list[Case]] = {}
        asked: dict[str, list[Case]] = {}
        for case in cases:
            concerned = case.concerned
            models = case.schema.models if case.schema is not None else _NO_MODELS
            groups.setdefault(self._prefilter(models, concerned, case.doc.generator), []).append(case)
            if case.doc.problems:
                named = {problem.rule for problem in case.doc.problems}
                self._add(asked, case, named & (self._all if concerned is None else concerned))
        for prefilter, members in groups.items():
            for case, names in zip(members, prefilter.rules_for([case.doc for case in members]), strict=True):
                self._add(asked, case, names)
        return asked

    def _add(self, asked: dict[str, list[Case]], case: Case, names: Iterable[str]) -> None:
        for name in names:
            asked.setdefault(name, []).append(case if name in self._selected else case.unheard)

    def _said(self, case: Case, given: Sequence[tuple[str, Fact]]) -> Fresh:
        facts = given if case.facts is None else case.facts
        if not case.found and not facts:
            return _NOTHING
        return self._placing.said(case.doc, *self._wanted(case, facts), case.schema)

    def _concerned_by(self, doc: Document, given: Sequence[tuple[str, Fact]] | None) -> frozenset[str] | None:
        """The rules that concern the given facts; None where all do."""
        if given is None or "mdlint:" in doc.text:
            return None
        return self._concerned(frozenset(name for name, _ in given))

    def _concerned(self, names: frozenset[str]) -> frozenset[str]:
        """The rules on which it depends whether facts of these are kept: those that keep others quiet, and hide secrets."""
        if names not in self._concerning:
            others = {"secret"} | (self._selected - GROUP_OF.keys())
            self._concerning[names] = frozenset(winners_over(names) | (others & self._selected))
        return self._concerning[names]

    def _wanted(
        self, case: Case, facts: Sequence[tuple[str, Fact]]
    ) -> tuple[list[tuple[str, Finding]], list[tuple[str, Fact]]]:
        """The findings and the facts that the settings want of this file, but for those that others keep quiet."""
        wanted = self._heard(case.doc) if self.settings.per_file_ignores else self._selected
        precedence = Precedence(case.speaking, case.said)
        replaced, is_quiet = precedence.replaced, precedence.is_quiet
        left = [
            (name, finding)
            for source, findings in case.found.items()
            for finding in findings
            if (name := finding.rule or source) in wanted
            and not (name in replaced and is_quiet(name, finding.at, finding.related))
        ]
        # A fact keeps quiet for what a finding about it would keep quiet for; none is about a whole file.
        kept = [
            (name, fact)
            for name, fact in facts
            if name in wanted and (fact.at is NOWHERE or not (name in replaced and is_quiet(name, fact.at)))
        ]
        return left, kept

    @cached_property
    def _all(self) -> frozenset[str]:
        """The selected rules, and those that nobody wants to hear, but which keep these quiet."""
        return frozenset(self._selected | winners_over(self._selected))

    def _prefilter(self, models: frozenset[str], concerned: frozenset[str] | None, generator: str | None) -> Prefilter:
        """What tells the rules to ask about files whose schema is one of these shipped models, or extends it, and which a
        generator reads: of all, or of those that are concerned."""
        key = models, concerned, generator
        if key not in self._prefilters:
            asked = (self._all if concerned is None else concerned) - REPORTED
            names = [name for name in self._registry.names() if name in asked]
            on = [name for name in names if name not in self._selected or self._is_on(name, models)]
            needs = {name: self._needs(name) for name in on}
            wanted = {name: need for name, need in needs.items() if not need.generators or generator in need.generators}
            self._prefilters[key] = Prefilter(wanted)
        return self._prefilters[key]

    def _needs(self, name: str) -> Needs:
        """What a file must hold for a rule; the rule is imported only where its options are not the defaults."""
        has_options = name in self.settings.options or name in self._implied
        needs = needs_of(self.rule(name)) if has_options else self._known(name).needs
        if name not in self._selected and needs.head and needs.either:
            # Nobody wants to hear it, and by what it says of the body it keeps no other quiet.
            return needs._replace(body=(), opening=())
        return needs

    def _known(self, name: str) -> Known:
        if name not in self._knowledge:
            self._knowledge[name] = self._registry.known(name)
        return self._knowledge[name]

    def _is_on(self, name: str, models: frozenset[str]) -> bool:
        on_with = self._known(name).on_with
        select, more = self.settings.select, self.settings.extend_select
        return not on_with or not models.isdisjoint(on_with) or self._registry.is_named(name, select, more)

    def heed(self, doc: Document, outcome: Outcome) -> Outcome:
        """The outcome as comments in the document want it, which ask to ignore findings."""
        # Imported here: hardly any file has such comments.
        from mdlint.suppression.heeding import Judging, heeded

        schema = self.schema if self.schema is not None else self._own_schema(doc, {})
        wanted = self._heard(doc)
        secrets = [found.span for found in outcome.diagnostics if found.is_secret]

        def place(name: str, finding: Finding) -> Diagnostic:
            # Imported here: hardly any file has secrets.
            from mdlint.concealing import concealed

            return concealed(doc, [self._placing.diagnostic(doc, name, finding, schema)], secrets)[0]

        def is_asked(name: str) -> bool:
            if name not in wanted or (schema is None and name in SCHEMA_RULES):
                return False
            return self._is_on(name, schema.models if schema is not None else frozenset())

        judging = Judging(wanted, is_asked, self.settings.select is None, place, MOST_FINDINGS)
        return heeded(doc, outcome, self._registry, judging)

    def _own_schema(self, doc: Document, found: dict[str, list[Finding]]) -> Schema | None:
        """The schema of a file for which the configuration has none: named in it, or recognised."""
        try:
            schema = named_schema(doc, self.settings)
        except SchemaError as error:
            found["invalid-value"] = [Finding(("$schema",), error.message, error.hint)]
            return None
        if schema is None and self.settings.detect:
            return detected_schema(doc)
        return schema

    def about_file(self, doc: Document, finding: Finding) -> tuple[Diagnostic, ...]:
        """What somebody else has found, if its rule is selected."""
        if finding.rule not in self._selected:
            return ()
        return (self._placing.diagnostic(doc, finding.rule, finding, None),)

    def rule(self, name: str) -> Rule:
        """The rule with its options, made once."""
        if name not in self._rules:
            rule = self._registry.load(name)
            given, implied = self.settings.options.get(name, {}), self._implied.get(name, {})
            self._rules[name] = rule(**with_implied(rule, given, implied))
        return self._rules[name]

    def _heard(self, doc: Document) -> set[str]:
        """The selected rules, but for those that the settings ignore in this file."""
        dropped: set[str] = set()
        for glob, words in self.settings.per_file_ignores.items():
            if globs((glob,)).match(self.settings.in_root(doc.path)):
                dropped.update(words)
        if not dropped:
            return self._selected
        return {name for name in self._selected if not {name, self._registry.group_of(name), "all"} & dropped}
