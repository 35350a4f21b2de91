"""A plugin for mdlint: a rule and a reporter of a bakery's site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TextIO

from mdlint.diagnostic import Finding, Fix
from mdlint.document import Document
from mdlint.report import Report
from mdlint.reporters import Options
from mdlint.rule import Needs, Rule


class HeatWithoutUnit(Rule):
    """The heat of the oven is a bare number.

    Half of our readers count in Celsius and the other half in Fahrenheit, and 220 of the one is a
    warm room's worth of the other.

    ## Bad
    ```md
    ---
    title: Rye bread
    oven: 220
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    oven: 220 °C
    ---
    ```

    ## Options
    - `field`: the field that holds the heat.
    - `unit`: what to write behind the number.
    """

    group = "bakery"
    severity = "warning"
    fixable = "unsafe"
    field: str = "oven"
    unit: str = "°C"

    def needs(self) -> Needs:
        return Needs(fields=(self.field,))

    def check(self, doc: Document) -> Iterator[Finding]:
        heat = doc.get(self.field)
        if isinstance(heat, (int, float)) and not isinstance(heat, bool):
            text = f"{doc.source_of(self.field)} {self.unit}"
            is_yaml = doc.front_matter is not None and doc.front_matter.format == "yaml"
            yield Finding(
                (self.field,),
                f"`{self.field}` is `{heat}`, of no unit",
                hint=f"write `{text}`",
                fix=Fix(f"write `{text}`", (doc.edit((self.field,), text),), safe=False) if is_yaml else None,
            )


def tally(report: Report, out: TextIO, options: Options) -> None:
    """A line per rule, with the number of its findings: for the note on the bakery's door."""
    out.writelines(
        f"{count} × {rule}\n" for rule, count in Counter(found.rule for found in options.shown(report)).most_common()
    )


RULES = [HeatWithoutUnit]
REPORTERS = {"tally": tally}
