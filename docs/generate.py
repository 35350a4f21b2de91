"""Write what is generated: `docs/rules/*.md`, their places in `mkdocs.yml`, the rule table of the README, the list of shipped models,
`mdlint/rules/table.py`, `mdlint/models/names.py`, `schemas/*.schema.json`, and the shipped models' stored core schemas.

    python docs/generate.py

`tests/test_generated.py` fails when a file differs from what this would write.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import AliasChoices

from mdlint import rules
from mdlint.cli.explain import circumstances
from mdlint.config.json_schema import config_schema
from mdlint.models import MODELS
from mdlint.rule import Rule
from mdlint.schema.export import json_schema
from mdlint.schema.model_fields import fields_of
from mdlint.schema.pydantic_fields import Fields
from mdlint.schema.stored import FOLDER, stored_text

ROOT = Path(__file__).parent.parent
TABLE = re.compile(r"(?<=<!-- rules: begin -->\n).*?(?=<!-- rules: end -->)", re.DOTALL)
NAVIGATION = re.compile(r"(?<=      # rules: begin\n).*?(?=      # rules: end\n)", re.DOTALL)
LIST = re.compile(r"(?<=<!-- models: begin -->\n).*?(?=<!-- models: end -->)", re.DOTALL)
OVERVIEW = """# Rules

`mdlint explain RULE` prints what a rule flags, why, with which options, and examples of both kinds; so do the pages of the
groups. The names of rules and groups are words for `select`, `extend-select`, `ignore`, `severity` and `per-file-ignores` in
the [configuration](../configuration.md), and for the options of the same names. What is not marked otherwise is on by default."""
ADDRESS = re.compile(r"https?://[^\s)]*[^\s).,;:]")


def generated() -> Iterator[tuple[Path, str]]:
    """Each generated file with its content."""
    for group, names in rules.GROUPS.items():
        yield ROOT / "docs" / "rules" / f"{group}.md", page(group, [rules.load(name) for name in names])
    yield ROOT / "docs" / "rules" / "README.md", overview()
    yield ROOT / "mdlint" / "rules" / "table.py", known()
    yield ROOT / "mdlint" / "models" / "names.py", field_names()
    for name in MODELS:
        yield ROOT / "schemas" / f"{name}.schema.json", json_schema(name) + "\n"
        yield Path(FOLDER, f"{name}.json"), stored_text(name)
    yield ROOT / "schemas" / "config.schema.json", config_schema() + "\n"
    readme = ROOT / "README.md"
    yield readme, TABLE.sub(lambda _: table(), readme.read_text(encoding="utf-8"))
    site = ROOT / "mkdocs.yml"
    pages = "".join(f"      - {group}: rules/{group}.md\n" for group in rules.GROUPS)
    yield site, NAVIGATION.sub(lambda _: pages, site.read_text(encoding="utf-8"))
    models = ROOT / "docs" / "schemas" / "shipped-models.md"
    yield models, LIST.sub(lambda _: "\n".join(map(model, MODELS)), models.read_text(encoding="utf-8"))


def known() -> str:
    """The module of what the linter knows of rules before it imports any; see `mdlint.rules.Known`."""
    lines = [
        '"""What the linter knows of each rule that it has not imported. Written by `docs/generate.py` from the rules."""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Any",
        "",
        "TABLE: dict[str, tuple[Any, ...]] = {",
    ]
    for rule in rules.load_all():
        needs = rule().needs()
        named = needs._replace(look=_name(needs.look), value=_name(needs.value))
        row = (rule.severity, rule.severity_unscoped, rule.on_with, tuple(named))
        lines.append(f"    {rule.name!a}: {row!a},")
    return "\n".join((*lines, "}", ""))


def field_names() -> str:
    """The module of the names that the shipped models know."""
    lines = [
        '"""The names of the fields that each shipped model knows: with those inside it, where it is a mapping, and with the name',
        "that comes first, where a field has several. Written by `docs/generate.py` from the models.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Any",
        "",
        "NAMES: dict[str, dict[str, Any]] = {",
    ]
    for name, shipped in MODELS.items():
        model = shipped.load()
        known = _inside(fields_of(model, {}))
        for info in model.model_fields.values():
            if isinstance(info.validation_alias, AliasChoices):
                first, *others = map(str, info.validation_alias.choices)
                known |= {other: first for other in others if known[other] is None}
        lines.append(f"    {name!a}: {known!a},")
    return "\n".join((*lines, "}", ""))


def _inside(fields: Fields) -> dict[str, Any]:
    return {name: None if inside is None else _inside(inside) for name, inside in fields.names.items()}


def _name(function: Any) -> str | None:
    """A function's module and name."""
    return None if function is None else f"{function.__module__}.{function.__qualname__}"


def overview() -> str:
    """The list of all rules, by group."""
    parts = [OVERVIEW]
    for group, names in rules.GROUPS.items():
        parts += ["", f"## [{group}]({group}.md)", "", "| rule | | what it flags |", "|---|---|---|"]
        for rule in map(rules.load, names):
            summary = inspect.cleandoc(rule.__doc__ or "").splitlines()[0].replace("|", "\\|")
            parts.append(f"| [{rule.name}]({group}.md#{rule.name}) | {marks(rule)} | {summary} |")
    return "\n".join(parts) + "\n"


def page(group: str, members: list[type[Rule]]) -> str:
    """The documentation of a group of rules."""
    return f"# Rules of the group `{group}`\n\n" + "\n".join(section(rule) for rule in members)


def section(rule: type[Rule]) -> str:
    """One rule's documentation; its own headings are one level below the rule's."""
    text = re.sub(r"^## ", "### ", inspect.cleandoc(rule.__doc__ or ""), flags=re.MULTILINE)
    text = re.sub(r"^(`{3,}(?:md|yaml)) .*$", captioned, text, flags=re.MULTILINE)
    return f"## {rule.name}\n\n*{marks(rule)}*\n\n{text}\n"


def marks(rule: type[Rule]) -> str:
    """How bad its findings are, when it is on, and whether it has a fix."""
    fix = "" if rule.fixable == "no" else f"{rule.fixable} fix"
    return ", ".join(filter(None, (rule.severity, rule.when_on(), fix)))


def captioned(fence: re.Match[str]) -> str:
    """The first line of an example, below a line that says what is special about its file."""
    return f"{circumstances(fence[0])}\n{fence[1]}"


def table() -> str:
    """The README's table: a row per group."""
    rows = ["| group | rules |", "|---|---|"]
    for group, names in rules.GROUPS.items():
        rows.append(f"| [{group}](docs/rules/{group}.md) | {', '.join(f'`{name}`' for name in names)} |")
    return "\n".join(rows) + "\n"


def model(name: str) -> str:
    """A shipped model: what it is for, where that is documented, and its fields."""
    schema = json.loads(json_schema(name))
    required = schema.get("required", [])
    others = {field for field in schema["properties"] if field not in required}
    deprecated = {field for field in others if schema["properties"][field].get("deprecated")}
    about = " ".join((import_module(MODELS[name].module).__doc__ or "").split())
    lines = [f"## {name}", "", ADDRESS.sub(r"<\g<0>>", about), ""]
    for title, fields in (("Required", required), ("Known", others - deprecated), ("Deprecated", deprecated)):
        if fields:
            lines += [f"{title}: {names(fields)}.", ""]
    return "\n".join(lines)


def names(fields: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(fields, key=str.casefold))


if __name__ == "__main__":
    for path, content in generated():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
