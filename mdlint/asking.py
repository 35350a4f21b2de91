"""What rules and a schema say of a document, whatever becomes of them: their crashes are findings, and so is too much."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from mdlint.diagnostic import Finding, Span, internal_error
from mdlint.document import Document
from mdlint.regex import regex
from mdlint.rule import Fact, ProjectRule, Rule
from mdlint.schema import Schema

MOST_FINDINGS = 1000
"""Findings of one rule, or of the schema, in one file; nobody reads more, and a hostile file may hold a million."""

_TEMPLATE_CODE = regex(r"\{\{|\{%|<%|\$\{")


def ask(
    rules: Iterable[Rule],
    doc: Document,
    has_schema: bool,
    found: dict[str, list[Finding]],
    facts: list[tuple[str, Fact]] | None,
) -> None:
    """Add what the rules say to `found`, by their names, and what project rules take out of the document to `facts`,
    if that is wanted at all."""
    waiting = iter(rules)
    rule: Rule
    while True:
        # One `try` for all rules: it is left, and entered again, where one crashes.
        try:
            for rule in waiting:
                if isinstance(rule, ProjectRule):
                    if facts is not None:
                        facts += [(rule.name, fact) for fact in islice(rule.collect(doc), MOST_FINDINGS)]
                elif not rule.asks_first or rule.applies(doc, has_schema):
                    said = list(islice(rule.check(doc), MOST_FINDINGS + 1))
                    if said:
                        found.setdefault(rule.name, []).extend(_first(said, f"`{rule.name}`"))
        except Exception as error:  # noqa: BLE001 - a rule's crash is a finding, the run goes on
            found.setdefault("internal-error", []).append(internal_error(f"the rule `{rule.name}`", error))
        else:
            return


def ask_schema(schema: Schema, doc: Document) -> list[Finding]:
    """What a schema says of a document that has a root."""
    try:
        found = _first(list(islice(schema.check(doc), MOST_FINDINGS + 1)), "the schema")
    except Exception as error:  # noqa: BLE001 - a validator's crash is a finding, the run goes on
        return [internal_error(f"the schema `{schema.name}`", error)]
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
