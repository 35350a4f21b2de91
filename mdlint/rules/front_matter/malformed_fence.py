from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import ReaderRule


class MalformedFence(ReaderRule):
    """A fence is not quite one: `----`, an indented `---`, text behind it, `---` closed by `+++`.

    Each generator looks for other fences, so such front matter is read by some and printed as text by others;
    Hugo and gray-matter take `----` for a closing fence and start the page with a dash. The fields are checked all
    the same. `---js` makes gray-matter (Docusaurus, VitePress, Eleventy) run the front matter as a program; mdlint
    never does.

    ## Bad
    ```md
    ---
    title: Rye bread
    date: 2024-01-05
    ----

    Mix flour, water and salt.
    ```

    ```md
    ---json
    { "title": "Rye bread" }
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    date: 2024-01-05
    ---

    Mix flour, water and salt.
    ----
    ```

    ## Options
    - `languages`: languages behind the opening fence that the site generator reads, such as `json`. Where it is known
      to be Eleventy, all are.
    """

    severity = "error"
    fixable = "safe"
    languages: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Finding]:
        for problem in doc.problems:
            if problem.rule == self.name:
                language = doc.text[problem.start : problem.end].lstrip("-+ \t")
                is_read = language and (doc.generator == "eleventy" or language in self.languages)
                if not is_read or problem.start:
                    yield doc.finding(problem)
