from __future__ import annotations

import inspect
import shlex
import shutil
import textwrap
from collections.abc import Iterator

import click

from mdlint.cli import UsageError
from mdlint.cli.options import known_rules
from mdlint.rule import Rule


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Explain RULE: what it flags and why, with examples and options."""
    registry = known_rules()
    if registry.group_of(rule) is None:
        raise UsageError(registry.unknown_selector(rule, groups=False))
    width = min(shutil.get_terminal_size((88, 24)).columns, 88)
    for line in _page(registry.load(rule), width):
        click.echo(line)


def _page(rule: type[Rule], width: int) -> Iterator[str]:
    """The rule's documentation set for a terminal: paragraphs filled, headings bold, files indented."""
    yield click.style(rule.name, bold=True)
    marks = [f"group {rule.group}", rule.severity, rule.when_on()]
    yield ", ".join(filter(None, marks))
    fenced = False
    paragraph: list[str] = []
    for line in ["", *inspect.cleandoc(rule.__doc__ or "").splitlines(), ""]:
        starts_item = line.startswith("- ") and not fenced
        if paragraph and (not line or starts_item or line.startswith(("## ", "```"))):
            indent = "  " if paragraph[0].startswith("- ") else ""
            yield textwrap.fill(" ".join(paragraph), width, subsequent_indent=indent, break_long_words=False)
            paragraph = []
        if line.startswith("```"):
            fenced = not fenced
            if about := circumstances(line) if fenced else "":
                yield textwrap.fill(about, width, break_long_words=False)
        elif fenced:
            yield click.style(f"    {line}".rstrip(), fg="cyan")
        elif line.startswith("## "):
            yield click.style(line[3:], bold=True)
        elif line:
            paragraph.append(line.strip())
        else:
            yield ""


def circumstances(fence: str) -> str:
    """What the fence of an example says of the file it shows, as a line to stand above it; mostly nothing."""
    given = dict(word.partition("=")[::2] for word in shlex.split(fence.strip("`"))[1:])
    parts = [
        f"in the file `{given['path']}`" if "path" in given else "",
        f"in a file with the schema `{given['schema']}`" if "schema" in given else "",
        f"with `{given['config']}` in the configuration" if "config" in given else "",
        "with escapes for what cannot be seen" if "escapes" in given else "",
    ]
    text = ", ".join(filter(None, parts))
    return f"{text[0].upper()}{text[1:]}:" if text else ""
