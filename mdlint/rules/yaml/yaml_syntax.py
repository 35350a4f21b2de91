from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.regex import regex
from mdlint.rule import SyntaxRule

_RULES_OF_EDITORS = regex(r".*\.mdc|(?:.*/)?\.(?:cursor|windsurf)/.*")


class YamlSyntax(SyntaxRule):
    """The front matter is not valid YAML.

    No generator can read it: the build stops, or the page loses all its fields. Most often a value
    that holds a colon and a space, a quote or a sign such as `@`, `*` or `[` at its start needs quotes
    around it. There is a fix where only one reading is possible. The field is left out of all other
    checks; the rest of the front matter is checked as far as it can be told apart from it. Nothing is said of
    `globs` in rules of Cursor and Windsurf, nor of Claude Code's `argument-hint`: their readers take the line as it is, and
    quotes would become part of the pattern.

    ## Bad
    ```md
    ---
    title: Rye bread: the slow way
    ---
    ```

    ```md
    ---
    title: 'The baker's rye bread'
    ---
    ```

    ```md
    ---
    author: @baker
    ---
    ```

    ## Good
    ```md
    ---
    title: "Rye bread: the slow way"
    subtitle: The baker's rye bread
    url: https://bread.test-site.org/rye:slow
    author: "@baker"
    ---
    ```
    """

    severity = "error"
    fixable = "safe"

    def check(self, doc: Document) -> Iterator[Finding]:
        fields = {"argument-hint", "globs"} if _RULES_OF_EDITORS.fullmatch(doc.path) else {"argument-hint"}
        taken = [
            doc.span(problem.start, problem.end) for problem in doc.problems if fields.issuperset(problem.unread or "?")
        ]
        return (finding for finding in super().check(doc) if finding.at not in taken)
