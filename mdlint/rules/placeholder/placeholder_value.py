from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mdlint.diagnostic import Finding, KeyPath, format_key_path, shortened
from mdlint.document import Document
from mdlint.rule import Needs, Rule
from mdlint.rules.placeholder import bare
from mdlint.rules.values import ANYWHERE, IN_TEXTS, OPENING, may_be_placeholder

_MARKS = frozenset(("TODO", "TBD", "FIXME", "xxx", "XXXX"))
"""In a title only as spelt here: an app's page is called "Todo", a chapter XXX."""

_TITLES = frozenset(("title", "name", "heading", "headline", "keywords", "label"))
_TEXTS = frozenset((
    "description", "summary", "excerpt", "abstract", "subtitle", "tagline", "intro", "lead", "teaser", "author", "authors",
    "alt", "caption", "content", "date", "pubdate", "publishdate", "published", "created", "updated", "updateddate", "modified",
    "lastmod", "url", "image", "cover", "square", "thumbnail", "canonical",
))  # fmt: skip
_IN_BRACKETS = (
    r"[<\[【](?:"
    r"(?i:your|insert|enter|add|write|describe|please|one-line|one line|short|brief) .+"
    r"|(?:请|請|在此|此处).+"
    r"|[A-Z][\w-]*(?: [\w-]+)* (?:Name|Title|Description|Summary|Abstract|Author|Date|URL|Text)"
    r")[>\]】]"
)
"""`<Entity Name>` and `[Insert a title]`, but not `<Suspense>`, `<script async>` or `[file-path]`."""


class PlaceholderValue(Rule):
    """A value is still what a template or a bot put there: TODO, "Your description here".

    It is shown to readers, feeds and search engines as it stands. The whole value is judged,
    never a part, so that "TODO lists compared" is safe; so is a page titled "Todo", a tag `todo`
    and a `status: TBD`.

    ## Bad
    ```md
    ---
    title: Rye bread
    description: No description provided.
    ---
    ```

    ```md
    ---
    title: <Recipe Name>
    date: YYYY-MM-DD
    ---
    ```

    ## Good
    ```md
    ---
    title: Description
    description: How to mark a TODO in the list of chores.
    status: TBD
    ---
    ```

    ## Options
    - `words`: more whole values that are placeholders, in any field.
    """

    severity = "warning"
    words: tuple[str, ...] = ()

    def needs(self) -> Needs:
        return Needs(value=self._judge())

    def check(self, doc: Document) -> Iterator[Finding]:
        may_be = self._judge()
        for scalar in doc.leaves:
            text = scalar.text
            if not may_be(text) or not isinstance(scalar.value, str):
                continue
            path = doc.path_of(scalar)
            known = bare(text)
            is_meant = self._is_own(known) or _is_placeholder(_field(path), known, text.strip())
            if is_meant and not doc.is_template:
                yield Finding(
                    path,
                    f"`{format_key_path(path)}` is a placeholder: `{shortened(text)}`",
                    hint="write what belongs there, or remove the field",
                )

    def _judge(self) -> Callable[[str], bool]:
        return self._may_be if self.words else may_be_placeholder

    def _may_be(self, text: str) -> bool:
        return may_be_placeholder(text) or self._is_own(bare(text))

    def _is_own(self, known: str) -> bool:
        return any(known == bare(word) for word in self.words)


def _field(path: KeyPath) -> str:
    """The field's own name in lower case: `updatedDate` and `updated_date` are one."""
    names = [part for part in path if isinstance(part, str)]
    return names[-1].casefold().replace("_", "").replace("-", "") if names else ""


def _is_placeholder(field: str, known: str, text: str) -> bool:
    if known in ANYWHERE:
        return not any(word in field for word in ("placeholder", "format", "hint", "pattern"))
    if field in _TITLES:
        return text.strip("[]<>.: ") in _MARKS or _is_in_brackets(text)
    return field in _TEXTS and (known in IN_TEXTS or _is_in_brackets(text))


def _is_in_brackets(text: str) -> bool:
    # Compiled on use: few files have such a value.
    return text[:1] in OPENING and re.fullmatch(_IN_BRACKETS, text) is not None
