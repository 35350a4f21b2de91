"""One document → its diagnostics, sorted, and what project rules take out of it, as the collection wants it that claims
it. Pure: no output, no processes, no files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from mdlint.diagnostic import Diagnostic, Finding, Outcome
from mdlint.document import Document
from mdlint.globs import globs
from mdlint.implied import implied_options
from mdlint.judge import Judge
from mdlint.plugins import registry_of
from mdlint.rule import Fact, ProjectRule
from mdlint.rules import Registry
from mdlint.said import Fresh, Kind, outcome_of, said_in
from mdlint.schema.words import one_of
from mdlint.settings import Collection, Settings


class Linter:
    """The rules and the schema of each collection, made once and used for many documents."""

    def __init__(self, settings: Settings, registry: Registry | None = None) -> None:
        """`registry` holds the rules, where that is not for the settings to say.

        Raises CodeError when a plugin cannot be used. Schemas are loaded when they are needed, or by `load`.
        """
        registry = registry or registry_of(settings)
        self.given = settings
        self._others = Judge("", settings, registry)
        self._by_name = {
            collection.name: Judge(collection.name, collection.settings, registry)
            for collection in settings.collections
        }
        self._is_loaded = False

    def load(self) -> Linter:
        """Load what the settings name: the linter itself. Raises SchemaError when a schema cannot be used."""
        if not self._is_loaded:
            self._imply()
            self._is_loaded = True
        return self

    def import_rules(self) -> Linter:
        """Import all rules that may be asked, which are else imported when they are: the linter itself."""
        for judge in (self._others, *self._by_name.values()):
            judge.import_rules()
        return self

    @cached_property
    def settings(self) -> Settings:
        """The settings, with the files that a collection's schema knows of. Raises SchemaError."""
        return self.given.replace(collections=tuple(map(self._with_files, self.given.collections)))

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user should know of the schemas."""
        schemas = (judge.schema for judge in (self._others, *self._by_name.values()))
        return tuple(note for schema in schemas if schema is not None for note in schema.notes)

    def _imply(self) -> None:
        """Tell the rules of each collection what the schemas say of its fields."""
        judges = {"": self._others, **self._by_name}
        implied = implied_options(
            {name: judge.settings for name, judge in judges.items()},
            {name: judge.schema for name, judge in judges.items()},
        )
        for name, options in implied.items():
            judges[name].imply(options)

    def _with_files(self, collection: Collection) -> Collection:
        """The collection, with the files that its schema knows of if the configuration says nothing."""
        schema = self._by_name[collection.name].schema
        if collection.files or collection.when or schema is None:
            return collection
        return collection.replace(files=tuple(schema.files))

    def about_file(self, path: str, finding: Finding) -> tuple[Diagnostic, ...]:
        """What the runner has to say of a file that could not be checked, if its rule is selected."""
        return self._others.about_file(Document(path, ""), finding)

    def lint(self, doc: Document) -> tuple[Diagnostic, ...]:
        """Everything the selected rules and the document's schema say, in order of position; not what project
        rules say."""
        return self.examine(doc).diagnostics

    def examine(self, doc: Document, facts: Sequence[tuple[str, Fact]] | None = None) -> Outcome:
        """What `lint` says, and what project rules want to remember of the document, or these facts instead."""
        return self.examine_all([doc], facts)[0]

    def examine_all(self, docs: Sequence[Document], facts: Sequence[tuple[str, Fact]] | None = None) -> list[Outcome]:
        """The same of each document: many at once take less time."""
        return [outcome_of(doc.path, said) for doc, said in zip(docs, self.say_of_all(docs, facts), strict=True)]

    def say_of_all(self, docs: Sequence[Document], facts: Sequence[tuple[str, Fact]] | None = None) -> list[Fresh]:
        """The same in rows, which take less time to make and to hand on."""
        self.load()
        if not self._by_name:
            return self._judged(self._others, docs, facts, {})
        shares: dict[str, list[int]] = {}
        claimed: dict[int, Finding] = {}
        for number, doc in enumerate(docs):
            claiming = claims(self.settings, doc)
            shares.setdefault(claiming[0].name if claiming else "", []).append(number)
            if len(claiming) > 1:
                claimed[number] = _ambiguous(claiming)
        said: dict[int, Fresh] = {}
        for name, numbers in shares.items():
            judge = self._by_name.get(name, self._others)
            also = {place: claimed[number] for place, number in enumerate(numbers) if number in claimed}
            judged = self._judged(judge, [docs[number] for number in numbers], facts, also)
            said.update(zip(numbers, judged, strict=True))
        return [said[number] for number in range(len(docs))]

    def _judged(
        self, judge: Judge, docs: Sequence[Document], facts: Sequence[tuple[str, Fact]] | None, also: dict[int, Finding]
    ) -> list[Fresh]:
        return [
            said_in(judge.heed(doc, outcome_of(doc.path, said))) if "mdlint:" in doc.text else said
            for doc, said in zip(docs, judge.judge(docs, facts, also), strict=True)
        ]

    def rule_of(self, kind: Kind) -> ProjectRule:
        """The rule that has taken facts of a kind, with the options that their collection gives it.

        What schemas imply counts where facts are taken, not where they are judged: a run over files that have not
        changed loads no schema.
        """
        name, collection = kind
        rule = self._by_name.get(collection, self._others).rule(name)
        assert isinstance(rule, ProjectRule)  # no other one takes facts
        return rule

    def gives_severity(self, kind: Kind) -> bool:
        """Whether the settings give the severity of what a rule says of facts of a kind."""
        name, collection = kind
        return name in self._by_name.get(collection, self._others).settings.severity


def claims(settings: Settings, doc: Document) -> list[Collection]:
    """The collections that claim a document; more than one is a mistake."""
    path = settings.in_root(doc.path)
    return [
        collection
        for collection in settings.collections
        if (not collection.files or globs(collection.files).match(path))
        and all(_has(doc, name, values) for name, values in collection.when.items())
    ]


def _has(doc: Document, name: str, values: Sequence[Any]) -> bool:
    """Whether a field is there and has one of the values, if any are asked for."""
    if not values:
        return name in doc or name in doc.unread
    return name in doc and doc.get(name) in values


def _ambiguous(claiming: Sequence[Collection]) -> Finding:
    names = one_of([f"`{collection.name}`" for collection in claiming]).replace(" or ", " and ")
    return Finding(
        (),
        f"the file is claimed by the collections {names}",
        "make their `files` or `when` exclude each other",
        rule="ambiguous-collection",
    )
