from __future__ import annotations

import click

from mdlint import rules as registry
from mdlint.rule import Rule

_FIX = {"no": "", "safe": "fix", "unsafe": "unsafe fix"}


@click.command()
def rules() -> None:
    """List the rules: group, name, severity, fix, and what each flags.

    Rules marked `off` run only when they are selected, those marked `with post` also on files of that schema.
    """
    table = []
    for rule in registry.load_all():
        marks = [rule.severity, _when_on(rule), _FIX[rule.fixable]]
        summary = (rule.__doc__ or "").strip().splitlines()[0]
        table.append((rule.group, rule.name, ", ".join(filter(None, marks)), summary))
    widths = [max(len(row[column]) for row in table) for column in range(3)]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join((*cells, row[3])))


def _when_on(rule: type[Rule]) -> str:
    if not rule.default:
        return "off"
    return f"with {' or '.join(rule.on_with)}" if rule.on_with else ""
