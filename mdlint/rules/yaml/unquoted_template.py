from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import ReaderRule
from mdlint.rules.placeholder import is_template
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
        if is_template(doc.path) or "{{" in doc.path:
            return
        for problem in doc.problems:
            if problem.rule == self.name:
                path = next((path for path, _, node in entries(doc) if node.start == problem.start), None)
                yield doc.finding(problem)._replace(related=() if path is None else (path,))
