"""The list of mdlint's rules, by group. A rule's module is imported when it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from mdlint.diagnostic import Severity
from mdlint.named import NamedTuple
from mdlint.record import Record
from mdlint.rule import Needs, ProjectRule, Rule
from mdlint.rules.table import TABLE

GROUPS: dict[str, tuple[str, ...]] = {
    "front-matter": (
        "missing-front-matter",
        "unterminated-front-matter",
        "malformed-fence",
        "content-before-front-matter",
        "fence-inside-value",
        "second-front-matter",
        "empty-front-matter",
        "not-a-mapping",
        "oversized-front-matter",
        "invalid-encoding",
        "unreadable-file",
        "unwritable-file",
        "internal-error",
        "byte-order-mark",
        "mixed-line-endings",
    ),
    "yaml": (
        "yaml-syntax",
        "duplicate-key",
        "tab-character",
        "multiple-documents",
        "unquoted-template",
        "unquoted-link",
        "unknown-tag",
        "control-character",
        "unicode-escapes",
        "invisible-characters",
        "smart-quotes",
        "comment-eats-value",
        "trailing-whitespace",
        "folded-plain-scalar",
        "ambiguous-boolean",
        "leading-zero-number",
        "sexagesimal-number",
        "ambiguous-number",
        "lossy-number",
        "null-like-string",
        "non-string-key",
        "merge-key",
    ),
    "toml": ("toml-syntax", "key-after-table"),
    "json": ("json-syntax",),
    "schema": (
        "missing-field",
        "unknown-field",
        "misspelled-field",
        "wrong-type",
        "invalid-value",
        "invalid-item",
        "null-value",
        "coerced-value",
        "padded-value",
        "stringified-collection",
        "deprecated-field",
        "ambiguous-collection",
    ),
    "date": (
        "impossible-date",
        "ambiguous-date",
        "non-iso-date",
        "missing-timezone",
        "date-read-as-string",
        "implausible-year",
        "future-date",
        "updated-before-published",
        "expires-before-published",
        "filename-date-mismatch",
        "misnamed-post",
    ),
    "url": (
        "invalid-url",
        "insecure-url",
        "placeholder-url",
        "unsafe-path",
        "missing-layout",
        "missing-asset",
        "asset-case-mismatch",
        "unreachable-url",
        "wrong-asset-type",
        "data-uri",
        "same-image-twice",
        "missing-alt",
        "generic-alt",
    ),
    "tag": (
        "tags-not-a-list",
        "duplicate-tag",
        "empty-tag",
        "non-string-tag",
        "shredded-tags",
        "too-many-tags",
        "unknown-tag-name",
        "tag-variant",
    ),
    "seo": (
        "title-length",
        "title-style",
        "description-length",
        "description-equals-title",
        "truncated-description",
        "duplicate-description",
    ),
    "placeholder": (
        "empty-description",
        "empty-title",
        "placeholder-value",
        "numbered-placeholder",
        "placeholder-section",
        "lorem-ipsum",
        "unrendered-template",
        "stringified-object",
        "dummy-author",
        "dummy-image",
        "derived-placeholder",
        "boilerplate-value",
    ),
    "generated": (
        "api-response",
        "assistant-preamble",
        "assistant-refusal",
        "assistant-disclaimer",
        "prompt-leak",
        "fence-in-value",
        "markdown-in-value",
        "document-in-fence",
        "citation-artifact",
        "error-page",
        "mojibake",
        "unclosed-code-fence",
    ),
    "consistency": (
        "meta-conflict",
        "meta-entry",
        "title-heading-mismatch",
        "body-value-mismatch",
        "duplicate-meta",
        "empty-body",
        "leaked-front-matter",
        "empty-link",
        "draft-marker",
    ),
    "project": (
        "duplicate-slug",
        "duplicate-title",
        "duplicate-id",
        "redirect-conflict",
        "inconsistent-field-type",
        "unknown-reference",
        "orphan-translation",
    ),
    "security": ("alias-bomb", "secret", "script-injection", "bidi-control"),
    "suppression": ("unused-ignore", "unknown-rule", "invalid-ignore", "blanket-ignore", "stale-baseline"),
}

GROUP_OF: dict[str, str] = {name: group for group, names in GROUPS.items() for name in names}
"""Each rule's group, by the rule's name."""

REPORTED: frozenset[str] = frozenset((
    "missing-front-matter", "unterminated-front-matter", "empty-front-matter", "not-a-mapping", "oversized-front-matter",
    "invalid-encoding", "unreadable-file", "unwritable-file", "internal-error", "yaml-syntax", "duplicate-key", "unknown-tag", "toml-syntax",
    "json-syntax", *(set(GROUPS["schema"]) - {"padded-value", "stringified-collection"}), "alias-bomb", "malformed-fence",
    "content-before-front-matter", "fence-inside-value", "multiple-documents", "tab-character", "unquoted-template",
    *GROUPS["suppression"],
))  # fmt: skip
"""Rules whose findings another part makes in their name: the reader of the front matter, the schema,
the runner, the reader of ignore comments. Their modules are imported only when there is such a finding."""

OFF_BY_DEFAULT: frozenset[str] = frozenset((
    "folded-plain-scalar", "mixed-line-endings", "merge-key", "filename-date-mismatch",
    "empty-body", "duplicate-title", "orphan-translation", "boilerplate-value", "blanket-ignore", "unreachable-url",
))  # fmt: skip
"""Rules that run only when they are selected."""

_ALONE = frozenset(("future-date", "missing-layout", "missing-asset", "asset-case-mismatch", "unreachable-url"))
"""Project rules that compare no files."""


def load(name: str) -> type[Rule]:
    """The class of a rule. Raises KeyError for an unknown name."""
    package = GROUP_OF[name].replace("-", "_")
    module = import_module(f"mdlint.rules.{package}.{name.replace('-', '_')}")
    rule: type[Rule] = getattr(module, "".join(part.capitalize() for part in name.split("-")))
    return rule


class Known(NamedTuple):
    """What the linter knows of a rule that it has not imported. The needs are those with the default options."""

    severity: Severity
    severity_unscoped: Severity | None
    on_with: tuple[str, ...]
    needs: Needs


def known(name: str) -> Known:
    """What is known of one of mdlint's own rules. Raises KeyError for an unknown name."""
    severity, unscoped, on_with, needs = TABLE[name]
    return Known(severity, unscoped, on_with, Needs(*needs))


def load_all() -> Iterator[type[Rule]]:
    """The classes of all rules, in the order of the list."""
    return map(load, GROUP_OF)


class Registry(Record):
    """The rules that a run knows: mdlint's own, and those of plugins by their names."""

    plugins: Mapping[str, type[Rule]] = MappingProxyType({})

    def names(self) -> list[str]:
        """The names of all rules, the plugins' last."""
        return [*GROUP_OF, *self.plugins]

    def groups(self) -> list[str]:
        """The names of all groups; a plugin's rule may join one of mdlint's."""
        return list(dict.fromkeys((*GROUPS, *(rule.group for rule in self.plugins.values()))))

    def group_of(self, name: str) -> str | None:
        """A rule's group; None for an unknown name."""
        if name in GROUP_OF:
            return GROUP_OF[name]
        return self.plugins[name].group if name in self.plugins else None

    def load(self, name: str) -> type[Rule]:
        """The class of a rule. Raises KeyError for an unknown name."""
        return self.plugins[name] if name in self.plugins else load(name)

    def known(self, name: str) -> Known:
        """What the linter must know of a rule before it asks it. Raises KeyError for an unknown name."""
        if name in self.plugins:
            rule = self.plugins[name]
            return Known(rule.severity, rule.severity_unscoped, rule.on_with, rule().needs())
        return known(name)

    def needs_site(self, name: str) -> bool:
        """What a project rule's class says under this name."""
        if name in self.plugins:
            rule = self.plugins[name]
            return issubclass(rule, ProjectRule) and rule.needs_site
        return name not in _ALONE

    def load_all(self) -> Iterator[type[Rule]]:
        """The classes of all rules, in the order of `names`."""
        return map(self.load, self.names())

    def is_selector(self, word: str) -> bool:
        """Whether a word names a rule, a group, or all of them."""
        return word in GROUP_OF or word in GROUPS or word == "all" or word in (*self.plugins, *self.groups())

    def is_selected(
        self, name: str, select: Iterable[str] | None, extend_select: Iterable[str], ignore: Iterable[str]
    ) -> bool:
        """Whether a rule runs. A rule's name counts more than its group, a group more than `all`;
        of two words that count the same, `ignore` wins. `select` replaces the default rules."""
        default = self.plugins[name].default if name in self.plugins else name not in OFF_BY_DEFAULT
        chosen = {*(select or ()), *extend_select}
        dropped = set(ignore)
        for word in (name, self.group_of(name), "all"):
            if word in dropped:
                return False
            if word in chosen:
                return default or word == name or select is not None
        return select is None and default

    def is_named(self, name: str, select: Iterable[str] | None, extend_select: Iterable[str]) -> bool:
        """Whether the words that select rules speak of a rule: by its name, its group, or as one of all."""
        chosen = {*(select or ()), *extend_select}
        return name in chosen or self.group_of(name) in chosen or "all" in (select or ())

    def closest(self, word: str, *, groups: bool = True) -> str | None:
        """The rule (or group) that someone may have meant who wrote this word."""
        # Imported here: only a mistake needs it.
        from difflib import get_close_matches

        known = [*self.names(), *(self.groups() if groups else ())]
        return next(iter(get_close_matches(word.replace("_", "-").lower(), known, n=1)), None)

    def unknown_selector(self, word: str, *, groups: bool = True) -> str:
        """What to tell someone who names a rule (or a group) that does not exist."""
        if not groups and word in self.groups():
            names = ", ".join(name for name in self.names() if self.group_of(name) == word)
            return f"{word!r} is a group, not a rule; it has {names}"
        close = self.closest(word, groups=groups)
        hint = f"did you mean {close!r}?" if close else "`mdlint rules` lists them."
        return f"there is no rule{' or group' if groups else ''} {word!r}; {hint}"


OWN = Registry()
"""mdlint's own rules, without any plugin."""
