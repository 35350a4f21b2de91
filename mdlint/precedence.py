"""One cause, one finding: which finding keeps quiet where another one says it better."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from mdlint.diagnostic import Finding, KeyPath, Span

_MOST_SETS = 1000
"""Sets of rules that speak of one file to remember who replaces whom for; a site has a few dozen."""

_OF_UNQUOTED = ("ambiguous-boolean", "leading-zero-number", "sexagesimal-number", "ambiguous-number", "lossy-number")
"""What may be said of a value without quotes; a schema that wants text, a number or a boolean says it better."""

_OF_SITES = (
    "duplicate-slug", "duplicate-title", "duplicate-id", "duplicate-description", "tag-variant", "unknown-reference",
    "inconsistent-field-type",
)  # fmt: skip
"""What may be said of a value because of those in other files."""

_OF_GENERATED = (
    *_OF_SITES,
    "wrong-type",
    "invalid-value",
    "invalid-item",
    "invalid-url",
    "same-image-twice",
    "tags-not-a-list",
    "meta-conflict",
    "body-value-mismatch",
    "title-heading-mismatch",
    "markdown-in-value",
    "title-length",
    "title-style",
    "description-length",
    "description-equals-title",
    "truncated-description",
)
"""What may be said of a value that a language model or an API wrote instead of an author."""

_OF_PLACEHOLDERS = (
    "placeholder-value", "meta-conflict", "body-value-mismatch", "title-heading-mismatch", "title-length", "title-style",
    "description-equals-title", "description-length", "truncated-description", "tags-not-a-list", "duplicate-tag",
    "unknown-tag-name", "invalid-url", "invalid-value", "invalid-item", "wrong-type", "non-iso-date", "date-read-as-string",
    "missing-timezone", "wrong-asset-type", "placeholder-url", *_OF_SITES,
)  # fmt: skip
"""What may be said of a value that only fills the place of another one: nothing of it matters."""

_OF_PATHS = ("missing-asset", "missing-layout", "asset-case-mismatch", "unreachable-url")
"""What may be said of a path or URL that leads nowhere; what is wrong with it says it better."""

SILENCES: dict[str, tuple[str, ...]] = {
    "impossible-date": (
        "inconsistent-field-type",
        "invalid-value",
        "invalid-item",
        "wrong-type",
        "non-iso-date",
        "missing-timezone",
    ),
    "non-iso-date": ("invalid-value", "invalid-item", "wrong-type", "missing-timezone"),
    "ambiguous-date": ("invalid-value", "invalid-item", "wrong-type"),
    "date-read-as-string": (
        "inconsistent-field-type",
        "invalid-value",
        "invalid-item",
        "wrong-type",
        "missing-timezone",
    ),
    "implausible-year": (
        "future-date",
        "updated-before-published",
        "expires-before-published",
        "filename-date-mismatch",
    ),
    "invalid-url": (
        "invalid-value",
        "invalid-item",
        "wrong-type",
        "same-image-twice",
        "null-like-string",
        "insecure-url",
        *_OF_PATHS,
    ),
    "unsafe-path": _OF_PATHS,
    "missing-field": ("missing-alt",),
    "placeholder-url": ("insecure-url", "same-image-twice", *_OF_PATHS),
    "wrong-asset-type": ("same-image-twice", *_OF_PATHS),
    "data-uri": ("same-image-twice",),
    "empty-title": ("invalid-value", "null-value", "wrong-type", "title-heading-mismatch"),
    "empty-description": ("invalid-value", "null-value", "wrong-type"),
    "tags-not-a-list": ("inconsistent-field-type", "wrong-type", "invalid-value", "invalid-item", "unknown-reference"),
    "empty-tag": ("invalid-item", "invalid-value", "null-value", "wrong-type", "duplicate-tag", "unknown-reference"),
    "duplicate-tag": ("invalid-value", "invalid-item", "tag-variant", "unknown-reference"),
    "unknown-tag-name": ("tag-variant", "unknown-reference"),
    "non-string-tag": ("invalid-item", "wrong-type", "coerced-value", *_OF_UNQUOTED),
    "shredded-tags": (
        "duplicate-tag",
        "empty-tag",
        "too-many-tags",
        "unknown-tag-name",
        "unknown-reference",
        "tag-variant",
        "invalid-item",
        "invalid-value",
    ),
    "meta-entry": ("missing-field", "invalid-item", "invalid-value", "null-value", "wrong-type"),
    "placeholder-value": (
        *_OF_SITES,
        "meta-conflict",
        "body-value-mismatch",
        "title-heading-mismatch",
        "description-equals-title",
        "description-length",
        "invalid-url",
        "invalid-value",
        "invalid-item",
        "wrong-type",
        "non-iso-date",
    ),
    "description-equals-title": ("description-length",),
    "truncated-description": ("description-length",),
    **dict.fromkeys(
        ("comment-eats-value", "unknown-tag"),
        (
            "null-value",
            "wrong-type",
            "invalid-value",
            "invalid-item",
            "empty-title",
            "empty-description",
            "empty-tag",
            "title-heading-mismatch",
        ),
    ),
    "smart-quotes": (
        "null-value",
        "wrong-type",
        "invalid-value",
        "invalid-item",
        "non-iso-date",
        "impossible-date",
        "invalid-url",
    ),
    "key-after-table": ("missing-field",),
    "second-front-matter": ("missing-field",),
    "stringified-collection": (
        "inconsistent-field-type",
        "wrong-type",
        "invalid-value",
        "invalid-item",
        "tags-not-a-list",
        "meta-conflict",
        "body-value-mismatch",
    ),
    "misspelled-field": ("missing-field", "unknown-field"),
    "unquoted-template": (
        "null-value",
        "wrong-type",
        "invalid-value",
        "invalid-item",
        "missing-field",
        "misspelled-field",
        "unknown-field",
        "tags-not-a-list",
        "non-iso-date",
    ),
    "unquoted-link": ("wrong-type", "invalid-value", "invalid-item", "inconsistent-field-type", "unknown-reference"),
    "numbered-placeholder": ("placeholder-value", "meta-conflict", "body-value-mismatch"),
    **dict.fromkeys(
        (
            "api-response",
            "assistant-refusal",
            "assistant-disclaimer",
            "assistant-preamble",
            "error-page",
            "prompt-leak",
            "fence-in-value",
        ),
        _OF_GENERATED,
    ),
    "markdown-in-value": ("title-heading-mismatch", "title-length", "title-style"),
    "mojibake": ("title-heading-mismatch", "meta-conflict"),
    "lorem-ipsum": _OF_PLACEHOLDERS,
    "unrendered-template": (*_OF_PLACEHOLDERS, "dummy-author"),
    "stringified-object": (*_OF_PLACEHOLDERS, "null-like-string"),
    "dummy-author": ("meta-conflict", "body-value-mismatch"),
    "dummy-image": ("same-image-twice", "placeholder-url", *_OF_PATHS),
    "derived-placeholder": _OF_PLACEHOLDERS,
    "script-injection": ("invalid-url", "markdown-in-value"),
    "null-like-string": (
        "meta-conflict",
        "body-value-mismatch",
        "invalid-value",
        "invalid-item",
        "wrong-type",
        "non-iso-date",
    ),
    **dict.fromkeys(("wrong-type", "invalid-value", "invalid-item"), (*_OF_UNQUOTED, *_OF_PATHS)),
}
"""Per rule, the rules whose findings about the same value it replaces. That holds also where the
rule itself is ignored: its author asked not to hear of the cause, not to hear of it in other words."""

SCHEMA_RULES = frozenset((
    "missing-field", "unknown-field", "misspelled-field", "null-value", "coerced-value", "wrong-type", "invalid-value", "invalid-item", "deprecated-field",
))  # fmt: skip


_WINNERS: dict[str, frozenset[str]] = {
    loser: frozenset(winner for winner, losers in SILENCES.items() if loser in losers)
    for loser in {loser for losers in SILENCES.values() for loser in losers}
}
"""Per rule, the rules that may speak in its place."""


def winners_over(rules: Iterable[str]) -> set[str]:
    """The rules that may speak in the place of one of these."""
    return {winner for rule in rules for winner in _WINNERS.get(rule, ())}


@lru_cache(_MOST_SETS)
def _replacing(speaking: frozenset[str]) -> dict[str, list[str]]:
    """Per rule that may be replaced where these rules have spoken, those of them that replace it."""
    there = {loser: sorted(winners & speaking) for loser, winners in _WINNERS.items()}
    return {loser: winners for loser, winners in there.items() if winners}


class Precedence:
    """Who keeps quiet about the values of one document."""

    def __init__(self, speaking: Iterable[str], ask: Callable[[str], Sequence[Finding]]) -> None:
        """`speaking` are the rules that may have said something of the document; `ask` gives the findings of one of them,
        also of one that is not selected."""
        self.replaced = _replacing(frozenset(speaking))
        """The rules that may have to keep quiet, each with those that replace it."""
        self._ask = ask
        self._fields: dict[str, set[KeyPath]] = {}
        self._taken: dict[str, set[KeyPath]] = {}

    def is_quiet(self, rule: str, at: KeyPath | Span, related: tuple[KeyPath, ...] = ()) -> bool:
        """Whether another rule replaces what a rule says of a value, and of the related ones."""
        fields = related if type(at) is Span else (at, *related)
        taken = self._taken.get(rule)
        if taken is None:
            taken = self._taken[rule] = set().union(*map(self._fields_of, self.replaced.get(rule, ())))
        return not taken.isdisjoint(fields)

    def _fields_of(self, winner: str) -> set[KeyPath]:
        """The fields that the findings of a rule are about; those about the body or the file have related ones at most."""
        fields = self._fields.get(winner)
        if fields is None:
            fields = self._fields[winner] = set()
            for finding in self._ask(winner):
                fields.update(finding.related)
                if type(finding.at) is not Span:
                    fields.add(finding.at)
        return fields
