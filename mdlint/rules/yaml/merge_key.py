from __future__ import annotations

from collections.abc import Iterator

from mdlint.diagnostic import Finding
from mdlint.document import Document
from mdlint.rule import Rule
from mdlint.rules.yaml import entries


class MergeKey(Rule):
    """A mapping takes over the fields of another one with `<<`.

    That is not part of YAML 1.2: js-yaml 3 and 4, PyYAML, Ruby and Hugo merge the fields, while `yaml` and
    js-yaml 5 make a field of it that is called `<<`.

    ## Bad
    ```md
    ---
    title: Rye bread
    oven: &oven
      heat: 250
    second oven:
      <<: *oven
      steam: true
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    oven: &oven
      heat: 250
    second oven: *oven
    ---
    ```
    """

    severity = "warning"
    default = False

    def check(self, doc: Document) -> Iterator[Finding]:
        if "<<" not in doc.head or doc.front_matter is None or doc.front_matter.format != "yaml":
            return
        for _, key, _ in entries(doc):
            if key is not None and key.text == "<<" and not key.style:
                yield Finding(
                    doc.span(key.start, key.end),
                    "`<<` is not part of YAML 1.2, so not every parser merges the fields"
                    if doc.generator is None or doc.dialect.merges
                    else "`<<` merges nothing here: it is read as the name of a field",
                    "write the fields out",
                )
