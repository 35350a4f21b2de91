r"""For tests of rules, ours and plugins': run one rule on a text, through the whole pipeline.

```python
from mdlint.testing import findings


def test_it():
    found = findings("empty-description", "---\ndescription: ''\n---\n")
    assert [(f.span.line, f.span.column) for f in found] == [(2, 14)]
```
"""

from __future__ import annotations

import codecs
import inspect
import re
import shlex
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from mdlint.config import configuration_of
from mdlint.config.read import parse_config
from mdlint.diagnostic import Diagnostic
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.record import Record
from mdlint.rule import Rule
from mdlint.rules import OWN, Registry
from mdlint.settings import Settings

_SECTION = re.compile(r"^## (Bad|Good)\b")
_FENCE = re.compile(r"^(`{3,})md *(.*)$")


class Example(Record):
    """A file in a rule's documentation: what it holds, and whether the rule must speak of it."""

    kind: Literal["Bad", "Good"]
    data: bytes
    path: str
    schema: str | None
    config: str


def findings(
    rule: str | type[Rule],
    content: str | bytes,
    *,
    path: str = "post.md",
    schema: str | None = None,
    config: str = "",
    **options: Any,
) -> tuple[Diagnostic, ...]:
    """What one rule says of a file, in order; no other rule is selected.

    `rule` is the name of one of mdlint's, or the class of a plugin's.
    `schema` is the name of the schema for the file, `config` the text of an `mdlint.toml`; `options`
    are the rule's.
    """
    name = rule if isinstance(rule, str) else rule.name
    settings = settings_for(name, schema=schema, config=config, **options)
    data = content.encode() if isinstance(content, str) else content
    registry = OWN if isinstance(rule, str) else Registry({name: rule})
    return Linter(settings, registry).lint(Document.from_bytes(path, data, settings.limits, settings.generator))


def settings_for(rule: str, *, schema: str | None = None, config: str = "", **options: Any) -> Settings:
    """The settings with which `findings` looks at a file."""
    if not config:
        return Settings(schema=schema, select=(rule,), options={rule: options})
    file = parse_config(config, Path("mdlint.toml"), "mdlint.toml")
    given = {"select": (rule,), **({"schema": schema} if schema else {})}
    return configuration_of(file, Path.cwd(), given).settings


def places(rule: str | type[Rule], content: str | bytes, **more: Any) -> list[tuple[int, int, int, int]]:
    """The spans of `findings` as `(line, column, end_line, end_column)`, for tables of cases."""
    spans = (found.span for found in findings(rule, content, **more))
    return [(s.line, s.column, s.end_line, s.end_column) for s in spans]


def fixed(rule: str | type[Rule], content: str, **more: Any) -> str:
    """The content after the edits of every fix that `findings` brings."""
    found = [diagnostic.fix for diagnostic in findings(rule, content, **more) if diagnostic.fix is not None]
    edits = sorted({edit for fix in found for edit in fix.edits}, reverse=True)
    assert all(edit.end <= above.start for above, edit in pairwise(edits)), "edits overlap"
    offset = content.startswith("\ufeff")
    for edit in edits:
        content = content[: edit.start + offset] + edit.text + content[edit.end + offset :]
    return content


def check_examples(rule: type[Rule]) -> None:
    """Assert that every file under `## Bad` in a rule's documentation is reported, and none under `## Good`."""
    for example in examples(rule):
        found = findings(rule, example.data, path=example.path, schema=example.schema, config=example.config)
        assert bool(found) == (example.kind == "Bad"), f"{example.kind}: {example.data.decode(errors='replace')}"


def examples(rule: type[Rule]) -> Iterator[Example]:
    r"""The fenced `md` blocks under `## Bad` and `## Good` of a rule's docstring.

    A fence may carry `path=...`, `schema=...` and `config="..."` (TOML); with the word `escapes`, `\x..` and the like in
    the block stand for bytes that text cannot hold.
    """
    kind: Literal["Bad", "Good"] | None = None
    lines = iter(inspect.cleandoc(rule.__doc__ or "").splitlines())
    for line in lines:
        if section := _SECTION.match(line):
            kind = "Bad" if section[1] == "Bad" else "Good"
        elif (fence := _FENCE.match(line)) and kind is not None:
            inside: list[str] = []
            for content in lines:
                if content == fence[1]:
                    break
                inside.append(content + "\n")
            words = dict(word.partition("=")[::2] for word in shlex.split(fence[2]))
            data = "".join(inside).encode()
            if "escapes" in words:
                data = codecs.escape_decode(data)[0]
            yield Example(kind, data, words.get("path", "post.md"), words.get("schema"), words.get("config", ""))
