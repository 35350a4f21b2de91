from __future__ import annotations

import re
from collections.abc import Iterator

from mdlint.diagnostic import Finding, format_key_path, shortened
from mdlint.document import Document
from mdlint.front_matter.values import Scalar, children, resolved
from mdlint.rule import Needs, Rule
from mdlint.rules.date import DATE_FIELDS

_CODE = r"\{{2,3}(?![<%#/])\s*([^{}]*?)\s*\}{2,3}|\$\{\s*([^{}]*?)\s*\}|<%[-=_]?\s*([^<>%]*?)\s*[-_]?%>"
"""Code of Jinja, Go, Liquid, Handlebars and Obsidian; of JavaScript; of EJS, ERB and Templater."""
_NAME = (
    r"(?:title|name|headline|date|time|now|today|author|description|desc|summary|excerpt|abstract|subtitle|slug|tags?|keywords?"
    r"|categor(?:y|ies)|content|image|cover|thumbnail|created|updated|modified|published|pubdate|lang|language|locale)"
)
"""What a template puts into front matter."""
_KNOWN = (
    rf"\.?(?:[\w$]+[._-])*(?:[a-z]+[_-]?)?{_NAME}(?:[.:|(\s-].*)?|(?:now|today|date|time)\b.*|tp\..*|.*\s\.?{_NAME}\b.*"
)
_MEANT = r"(?:site|page|config|env|cookiecutter|data|params?|\$frontmatter|frontmatter)\."


class UnrenderedTemplate(Rule):
    """A value is a template's code that no program filled in: `{{ title }}`, `${title}`, `<%= title %>`.

    Front matter is data: no generator runs code in the title or the date, so the page shows the
    braces. Only a value that is nothing but such code is reported, and only where it asks for what
    the field itself should hold. A title about templates is safe, and so are Hugo's shortcodes,
    Eleventy's computed fields and addresses, and files that are templates.

    ## Bad
    ```md
    ---
    title: "{{ title }}"
    date: <% tp.file.creation_date() %>
    ---
    ```

    ## Good
    ```md
    ---
    title: "How `{{ title }}` is filled in"
    description: '{{< param description >}}'
    permalink: "/{{ title | slugify }}/"
    ---
    ```

    ```md path=archetypes/default.md
    ---
    title: "{{ title }}"
    ---
    ```

    ## Options
    - `fields`: the fields to look at; `author.name` is the field `name` in `author`.
    """

    severity = "error"
    fields: tuple[str, ...] = (
        "title",
        "linkTitle",
        "subtitle",
        "headline",
        "description",
        "summary",
        "excerpt",
        "abstract",
        "author",
        "author.name",
        "authors",
        "tags",
        "tag",
        "categories",
        "category",
        "keywords",
        "slug",
        "lang",
        "image",
        "cover",
        "cover.url",
        "cover.alt",
        *DATE_FIELDS,
    )

    def needs(self) -> Needs:
        return Needs(head=("{{", "${", "<%"))

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, node in doc.fields(self.fields):
            below = [((*path, part), resolved(child)) for part, child in children(node) if isinstance(part, int)]
            for at, scalar in [(path, node), *below]:
                if isinstance(scalar, Scalar) and isinstance(scalar.value, str) and _is_code(scalar.text):
                    if doc.is_template or "{{" in doc.path:
                        return
                    yield Finding(
                        at,
                        f"`{format_key_path(at)}` is a template's code that was not filled in: `{shortened(scalar.text)}`",
                        hint="write the value itself",
                    )


def _is_code(text: str) -> bool:
    if "{" not in text and "<%" not in text:
        return False
    # Compiled on use: few files have such a value.
    if re.sub(_CODE, "", text).strip(" \t\r\n,/|-–—:·"):
        return False
    code = ["".join(filter(None, match.groups())) for match in re.finditer(_CODE, text)]
    return bool(code) and all(
        re.fullmatch(_KNOWN, part, re.IGNORECASE) and not re.search(_MEANT, part, re.IGNORECASE) for part in code
    )
