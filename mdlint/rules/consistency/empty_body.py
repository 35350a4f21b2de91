from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Rule


class EmptyBody(Rule):
    """The page has fields but no text.

    The site shows a title above nothing. Many sites keep data in pages without text, so the rule is off
    unless it is selected. Comments count as nothing; drafts, templates and redirects are left alone.

    ## Bad
    ```md
    ---
    title: Rye bread
    ---

    <!-- to be written -->
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    ---

    Mix, wait, bake.
    ```

    ```md
    ---
    title: Rye bread
    redirect_to: /bread/rye
    ---
    ```

    ## Options
    - `unless`: fields with which a page needs no text.
    """

    severity = "warning"
    default = False
    unless: tuple[str, ...] = ("redirect", "redirect_to", "redirectTo", "redirect_url", "redirectUrl")

    def check(self, doc: Document) -> Iterator[Finding]:
        body = doc.body
        if doc.front_matter is None or (body and not body.isspace() and not body.lstrip().startswith("<!--")):
            return
        if re.sub(r"<!--.*?(?:-->|\Z)", "", body, flags=re.DOTALL).strip():
            return
        if doc.data.get("draft") is not True and not doc.is_template and not any(name in doc for name in self.unless):
            fences = doc.front_matter.fences
            yield Finding(
                doc.span(*(fences.close or fences.open)),
                "there is no text below the front matter",
                hint="write the text, or set `draft: true`",
            )
