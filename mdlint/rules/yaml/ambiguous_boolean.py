from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Edit, Finding, Fix, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.front_matter.quotes import in_quotes
from mdlint.front_matter.readings import key_told, readings, told
from mdlint.rule import Needs, Rule
from mdlint.rules.yaml import TEXT_FIELDS, field_of, undecided, undecided_keys, undecided_values

_WORD = re.compile(r"(?:yes|no|on|off|y|n)\Z", re.IGNORECASE)
_SWITCH = re.compile(
    r"(?:draft|published|unlisted|listed|hidden|hide|visible|private|public|archived|deprecated|featured|pinned|sticky"
    r"|comments?|toc|math|mathjax|katex|mermaid|search|searchable|share|pagination|noindex|nofollow|indexable"
    r"|enabled?|disabled?|active|required|optional"
    r"|(?:is|has|hide|show|enable|disable|allow|use|no)(?:[-_]\w+|[A-Z]\w*)|\w+[-_](?:enabled|disabled)|\w+(?:Enabled|Disabled))\Z"
)
_CODES = ("lang", "language", "languages", "locale", "locales", "country", "countries", "region", "regions")
_TRUE = ("yes", "on", "y")


class AmbiguousBoolean(Rule):
    """A `yes`, `no`, `on` or `off` without quotes is a boolean to some parsers and text to others.

    PyYAML and Ruby take these words for booleans, so the country `NO` becomes false and the key `on`
    becomes `True`. In JavaScript, and in Hugo since 0.152, they are text, and any text counts as true there:
    a page with `draft: no` is a draft. Where the generator is known, only the values that it reads as
    something else than their field is for are reported, and keys that it does not read as text.

    ## Bad
    ```md
    ---
    title: Rye bread
    draft: no
    ---
    ```
    ```md config="generator = 'mkdocs'"
    ---
    title: Rye bread
    countries: [DE, NO]
    on:
      save: reload
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    draft: false
    countries: [DE, "NO"]
    ---
    ```
    ```md config="generator = 'mkdocs'"
    ---
    title: Rye bread
    draft: no
    ---
    ```

    ## Options
    - `switches`: more fields that hold a boolean. Known are `draft`, `published`, `toc` and the like, and
      names such as `is_new`, `showDate`, `comments_enabled`.
    - `texts`: fields that hold text, or a list of texts.
    """

    severity = "warning"
    severity_unscoped = "info"
    fixable = "unsafe"
    switches: tuple[str, ...] = ()
    texts: tuple[str, ...] = (*TEXT_FIELDS, *_CODES)

    def needs(self) -> Needs:
        return Needs(look=undecided)

    def check(self, doc: Document) -> Iterator[Finding]:
        # R reads them as booleans.
        is_r = doc.generator is None and doc.path.lower().endswith(".rmd")
        for scalar in undecided_values(doc, _WORD):
            path, text = doc.path_of(scalar), scalar.text
            meant = self._meant(doc, path)
            if is_r and meant is not str:
                continue
            readers = readings(text, doc.generator)
            if len(readers) == 1 if meant is object else all(isinstance(value, meant) for value, _ in readers):
                continue
            yes = "true" if text.lower() in _TRUE else "false"
            hint = {
                bool: f"write `{yes}`",
                str: f"put quotes around it: `{in_quotes(text)}`",
                object: f"write `{yes}`, or `{in_quotes(text)}` if text is meant",
            }[meant]
            yield Finding(
                path,
                f"`{format_key_path(path)}` is `{text}`, which {told(text, doc.generator)}",
                hint,
                fix=_fix(doc.edit(path, yes if meant is bool else in_quotes(text))) if meant is not object else None,
            )
        for path, key in undecided_keys(doc):
            text = key.text
            if _WORD.match(text) and any(value != text for value, _ in readings(text, doc.generator)):
                quoted = in_quotes(text)
                yield Finding(
                    path,
                    f"the name `{text}` has no quotes: {key_told(text, doc.generator)}",
                    f"put quotes around it: `{quoted}`",
                    on_key=True,
                    fix=_fix(Edit(key.start, key.end, quoted)),
                )

    def _meant(self, doc: Document, path: KeyPath) -> type:
        """What a value is meant to be, as far as its place tells."""
        name = field_of(path)
        if isinstance(path[-1], str) and (name in self.switches or _SWITCH.match(name)):
            return bool
        if name in self.texts:
            return str
        if isinstance(path[-1], int):
            items = doc.get(path[:-1])
            if any(isinstance(item, str) and not _WORD.match(item) for item in items):
                return str
        return object


def _fix(edit: Edit) -> Fix:
    return Fix(f"write `{edit.text}`", (edit,), safe=False)
