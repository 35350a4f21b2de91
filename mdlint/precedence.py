"""One cause, one finding: which finding keeps quiet where another one says it better."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mdlint.diagnostic import Finding, KeyPath, Span

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
    "tags-not-a-list": ("inconsistent-field-type", "wrong-type", "invalid-value", "invalid-item"),
    "empty-tag": ("invalid-item", "invalid-value", "null-value", "wrong-type", "duplicate-tag"),
    "duplicate-tag": ("invalid-value", "invalid-item", "tag-variant"),
    "unknown-tag-name": ("tag-variant",),
    "non-string-tag": ("invalid-item", "wrong-type", "coerced-value", *_OF_UNQUOTED),
    "shredded-tags": (
        "duplicate-tag",
        "empty-tag",
        "too-many-tags",
        "unknown-tag-name",
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
    "comment-eats-value": (
        "null-value",
        "wrong-type",
        "invalid-value",
        "invalid-item",
        "empty-title",
        "empty-description",
        "empty-tag",
        "title-heading-mismatch",
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


_WINNERS: dict[str, tuple[str, ...]] = {
    loser: tuple(winner for winner, losers in SILENCES.items() if loser in losers)
    for loser in dict.fromkeys(loser for losers in SILENCES.values() for loser in losers)
}
"""Per rule, the rules that may speak in its place."""


_NONE: frozenset[KeyPath] = frozenset()


def silence(
    findings: Sequence[tuple[str, Finding]],
    ask: Callable[[str], Sequence[Finding]],
) -> list[tuple[str, Finding]]:
    """The findings, with their rules, that are left.

    `ask` gives the findings of a rule, also of one that is not selected; it is asked only about
    rules that could silence one of the findings.
    """
    paths_of: dict[str, frozenset[KeyPath] | set[KeyPath]] = {}
    kept = []
    for rule, finding in findings:
        paths = _paths(finding) if rule in _WINNERS else ()
        if paths:
            for winner in _WINNERS[rule]:
                spoken = paths_of.get(winner)
                if spoken is None:
                    others = ask(winner)
                    spoken = paths_of[winner] = (
                        {path for other in others for path in _paths(other)} if others else _NONE
                    )
                if spoken and not spoken.isdisjoint(paths):
                    break
            else:
                kept.append((rule, finding))
        else:
            kept.append((rule, finding))
    return kept


def _paths(finding: Finding) -> tuple[KeyPath, ...]:
    """The fields a finding is about, its own first; none where it is about the body or the file."""
    return finding.related if type(finding.at) is Span else (finding.at, *finding.related)
