from __future__ import annotations

import inspect
import json
import re
from typing import Any

import click

from mdlint.cli.options import known_rules
from mdlint.rule import Rule

_FIX = {"no": "", "safe": "fix", "unsafe": "unsafe fix"}
_OPTION = re.compile(r"^- `([a-z-]+)`: (.+(?:\n  .+)*)", re.MULTILINE)


@click.command()
@click.option(
    "--output-format", type=click.Choice(["text", "json", "markdown"]), default="text", help="How to print the list."
)
def rules(output_format: str) -> None:
    """List the rules: group, name, severity, fix, and what each flags.

    Rules marked `off` run only when they are selected, those marked `with post` also on files of that schema.
    """
    write = {"text": _write_text, "json": _write_json, "markdown": _write_markdown}[output_format]
    write(list(known_rules().load_all()))


def _write_text(members: list[type[Rule]]) -> None:
    table = [(rule.group, rule.name, _marks(rule), _summary(rule)) for rule in members]
    widths = [max(len(row[column]) for row in table) for column in range(3)]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join((*cells, row[3])))


def _write_markdown(members: list[type[Rule]]) -> None:
    click.echo("| group | rule | | what it flags |\n|---|---|---|---|")
    for rule in members:
        summary = _summary(rule).replace("|", "\\|")
        click.echo(f"| {rule.group} | `{rule.name}` | {_marks(rule)} | {summary} |")


def _write_json(members: list[type[Rule]]) -> None:
    click.echo(json.dumps([_described(rule) for rule in members], ensure_ascii=False, indent=2, default=dict))


def _described(rule: type[Rule]) -> dict[str, Any]:
    instance = rule()
    about = dict(_OPTION.findall(inspect.cleandoc(rule.__doc__ or "").partition("## Options")[2]))
    return {
        "name": rule.name,
        "group": rule.group,
        "summary": _summary(rule),
        "severity": rule.severity,
        "default": rule.default and not rule.on_with,
        "schemas": list(rule.on_with),
        "fix": None if rule.fixable == "no" else rule.fixable,
        "options": [
            {"name": name, "default": getattr(instance, option), "about": " ".join(about[name].split())}
            for option in rule.options
            for name in (option.replace("_", "-"),)
        ],
    }


def _summary(rule: type[Rule]) -> str:
    return (rule.__doc__ or "").strip().splitlines()[0]


def _marks(rule: type[Rule]) -> str:
    return ", ".join(filter(None, (rule.severity, _when_on(rule), _FIX[rule.fixable])))


def _when_on(rule: type[Rule]) -> str:
    if not rule.default:
        return "off"
    return f"with {' or '.join(rule.on_with)}" if rule.on_with else ""
