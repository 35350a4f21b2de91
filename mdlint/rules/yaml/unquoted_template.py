from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding, KeyPath
from mdlint.document import Document
from mdlint.rule import ReaderRule
from mdlint.rules.yaml import entries


class UnquotedTemplate(ReaderRule):
    """A value is a template's code without quotes: `{{ title }}` or `{% now %}`.

    For YAML braces are a mapping: `{{ title }}` alone is read as one with a mapping for its name, which
    JavaScript prints as "[object Object]"; with text behind it, or with `{%`, nothing can be read. In files
    that a program fills in before YAML sees them (`archetypes`, `templates`, `scaffolds`) it is meant so.

    ## Bad
    ```md
    ---
    title: {{ title }}
    ---
    ```

    ```md
    ---
    title: {% title %}
    ---
    ```

    ## Good
    ```md
    ---
    title: "{{ title }}"
    subtitle: Rye bread by {{ author }}
    ---
    ```

    ```md path=archetypes/default.md
    ---
    title: {{ title }}
    ---
    ```
    """

    severity = "warning"
    fixable = "safe"

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.is_template or "{{" in doc.path:
            return
        paths: dict[int, KeyPath] = {}
        for path, _, node in entries(doc):
            paths.setdefault(node.start, path)  # the outermost value that starts there
        for problem in doc.problems:
            if problem.rule == self.name:
                related = (paths[problem.start],) if problem.start in paths else ()
                yield doc.finding(problem)._replace(related=related)
