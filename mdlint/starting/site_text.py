"""The sites → the text of its `mdlint.toml`, every choice with its reason, and what a person is told of it."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Iterator

from mdlint.reporters.safe import escape
from mdlint.starting.site import Found, Site, Surroundings

_NAMES = {"mkdocs": "MkDocs site", "vitepress": "VitePress site", "myst": "MyST site", "obsidian": "Obsidian vault"}
_HEAD = """\
# What mdlint checks here. Written by `mdlint init`; change it as you like.
# `mdlint config` prints the settings, `mdlint config --file FILE` what holds for one file and why,
# `mdlint rules` lists the rules, `mdlint explain RULE` tells what one flags.
"""
_CHOICES = """\
# fail-on = "error"  # warnings are shown, and pass
# ignore = ["tag", "empty-description"]  # groups and rules that you can do without

# [severity]
# empty-description = "info"
"""
_EXAMPLE = """\
# Files that share a schema make a collection:

# [[collections]]
# name = "posts"
# files = "posts/**"
# required = ["title", "date"]
# fields.date = { type = "date" }
"""


def config_text(there: Surroundings) -> str:
    """The configuration. What is commented out in it works when it is put in."""
    parts = [_HEAD, "".join(f"{line}\n" for line in _top(there)), _CHOICES]
    for site in there.sites:
        if site.home and site.collections:
            parts.append(f"# {_site_name(site)}, which decides how values are read\n")
        parts += ["".join(f"{line}\n" for line in _collection(found, site)) for found in site.collections]
    return "\n".join(filter(None, parts if there.collections else [*parts, _EXAMPLE]))


def _top(there: Surroundings) -> Iterator[str]:
    for site in there.sites:
        if site.generator and not site.home:
            reason = f"because of {escape(site.evidence)}; it decides how values are read"
            yield f"generator = {toml(site.generator)}  # {reason}"
    if there.exclude:
        yield f"exclude = {_list(there.exclude)}  # not content"


def _collection(found: Found, site: Site) -> Iterator[str]:
    yield "[[collections]]"
    yield f"name = {toml(found.name)}"
    yield f"files = {_list(found.files)}  # {number_of_files(found.count)}"
    if found.generator:
        yield f"generator = {toml(found.generator)}  # because of {escape(site.evidence)}"
    if found.schema:
        yield f"schema = {toml(found.schema)}{_about(found.schema)}"
    if found.required:
        also = f"; all of them also have {escape(', '.join(found.custom))}" if found.custom else ""
        yield f"required = {_list(found.required)}  # else the site is not built{also}"
    elif found.custom:
        line = f"required = [{', '.join(map(toml, found.custom))}]  # what all of them have"
        yield f"# {line}" if found.schema else line
    if found.bare or found.hollow:
        rules, counts = [], []
        for rule, count, what in (
            ("missing-front-matter", found.bare, "have none"),
            ("empty-front-matter", found.hollow, "hold but a comment"),
        ):
            if count:
                rules.append(rule)
                counts.append(f"{count:,} of {found.read:,} {what}")
        sample = "" if found.read == found.count else " (a sample)"
        yield f"ignore = [{', '.join(map(toml, rules))}]  # {', '.join(counts)}{sample}"
    if ":" not in found.schema:
        yield (
            '# extra = "warn"  # report fields that the schema does not know'
            if found.schema
            else ("# `mdlint infer` learns a schema from the files")
        )


def site_lines(there: Surroundings) -> Iterator[str]:
    """What was found."""
    rows = {found.name: _row(found) for found in there.collections}
    widths = [max((len(row[column]) for row in rows.values()), default=0) for column in range(3)]
    for site in there.sites:
        if site.generator:
            yield f"{_site_name(site)}, {number_of_files(site.files)}:"
        elif len(there.sites) > 1:
            yield f"{number_of_files(site.files)} of no site:"
        else:
            yield f"{number_of_files(site.files)}:" if site.files else "No Markdown files were found."
        for found in site.collections:
            *cells, schema = rows[found.name]
            yield "  ".join(("", *(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)), schema))
        if site.rest:
            yield f"  {number_of_files(site.rest)} of no collection: only what is wrong in any front matter is reported"


def _row(found: Found) -> tuple[str, str, str, str]:
    schema = f"schema {found.schema}" if found.schema else f"required: {', '.join(map(escape, found.custom))}"
    return escape(found.name), number_of_files(found.count), escape(" ".join(found.files)), schema


def _site_name(site: Site) -> str:
    name = _NAMES.get(site.generator, f"{site.generator.capitalize()} site")
    return f"{name} ({escape(site.evidence)})"


def next_steps(there: Surroundings) -> Iterator[tuple[str, str]]:
    """Commands to run next, each with what it does."""
    yield "mdlint .", "check the files"
    for found in there.collections[:1]:
        yield shlex.join(["mdlint", "config", "--file", found.example]), "what holds for one of them, and why"
    for found in (one for one in there.collections if not one.schema):
        yield shlex.join(["mdlint", "infer", found.folder or "."]), "learn a schema from what is there"
        break


def _about(schema: str) -> str:
    """A comment on where a schema comes from."""
    source = schema.partition(":")[0]
    if source == "astro":
        return "  # in .astro/collections, which `npx astro sync` writes"
    return "" if source != schema else f"  # shipped with mdlint; `mdlint schema {schema}` prints it"


def number_of_files(count: int) -> str:
    return f"{count:,} file" if count == 1 else f"{count:,} files"


def toml(text: str) -> str:
    """Text as TOML has it; bytes of a file's name that are no UTF-8 become `?`."""
    plain = text.encode("utf-8", "replace").decode()
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(values: Iterable[str]) -> str:
    """A list, or its only item: what takes texts takes one as well."""
    items = [toml(value) for value in values]
    return items[0] if len(items) == 1 else f"[{', '.join(items)}]"
