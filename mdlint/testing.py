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
import datetime as dt
import inspect
import re
import shlex
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, Literal

from mdlint.config import configuration_of
from mdlint.config.read import parse_config
from mdlint.diagnostic import Diagnostic
from mdlint.discovery import ENDINGS
from mdlint.document import Document
from mdlint.linter import Linter
from mdlint.project import judge, looking_up
from mdlint.record import Record
from mdlint.rule import ProjectRule, Rule
from mdlint.rules import OWN, Registry
from mdlint.settings import Settings
from mdlint.site import Site

_SECTION = re.compile(r"^## (Bad|Good)\b")
_FENCE = re.compile(r"^(`{3,})(?:md|yaml) *(.*)$")


class Example(Record):
    """A file in a rule's documentation: what it holds, and whether the rule must speak of it."""

    kind: Literal["Bad", "Good"]
    data: bytes
    path: str
    schema: str | None
    config: str
    now: str
    files: Mapping[str, bytes]
    unreachable: Mapping[str, str]

    @property
    def where(self) -> dict[str, Any]:
        """All but the content, for `findings`."""
        return {name: getattr(self, name) for name in ("path", "schema", "config", "now", "files", "unreachable")}


def findings(
    rule: str | type[Rule],
    content: str | bytes,
    *,
    path: str = "post.md",
    schema: str | None = None,
    config: str = "",
    now: str = "",
    files: Mapping[str, str | bytes] = MappingProxyType({}),
    unreachable: Mapping[str, str] | None = None,
    **options: Any,
) -> tuple[Diagnostic, ...]:
    """What one rule says of a file, in order; no other rule is selected.

    `rule` is the name of one of mdlint's, or the class of a plugin's.
    `schema` is the name of the schema for the file, `config` the text of an `mdlint.toml`; `options`
    are the rule's. For a project rule `now` is the time of the run, as ISO 8601 writes it, and `files` are the
    other files of the site, by their paths from its root; `unreachable` is what the network says of URLs, as in `Site`.
    """
    name = rule if isinstance(rule, str) else rule.name
    settings = settings_for(name, schema=schema, config=config, **options)
    linter = Linter(settings, OWN if isinstance(rule, str) else Registry({name: rule}))
    documents = {
        file: Document.read(file, _as_bytes(text), settings)
        for file, text in {path: content, **files}.items()
        if file.lower().endswith(ENDINGS)
    }
    outcomes = {file: linter.examine(doc) for file, doc in documents.items()}
    facts = (fact for outcome in outcomes.values() for fact in outcome.facts)
    site, ignores = site_of({path: content, **files}, now, unreachable), {path: outcomes[path].ignores}
    judged = judge(facts, linter, site, looking_up(linter, documents.get), ignores, is_complete=True)
    found = (*outcomes[path].diagnostics, *(diagnostic for diagnostic in judged if diagnostic.path == path))
    return tuple(sorted(found, key=attrgetter("span", "rule", "message")))


def site_of(files: Mapping[str, str | bytes], now: str = "", unreachable: Mapping[str, str] | None = None) -> Site:
    """A site in the folder `/site` that holds files of those paths, at a time as ISO 8601 writes it."""
    names: dict[str, set[str]] = {}
    for file in files:
        path = PurePosixPath("/site", file)
        for part in (path, *path.parents):
            names.setdefault(str(part.parent), set()).add(part.name)
    when = dt.datetime.fromisoformat(now) if now else dt.datetime.now(dt.UTC)
    folders = {folder: frozenset(inside) for folder, inside in names.items()}
    texts = {f"/site/{file}": _as_bytes(content).decode("utf-8", "replace") for file, content in files.items()}
    return Site(
        (when if when.tzinfo else when.replace(tzinfo=dt.UTC)).timestamp(),
        "/site",
        "/site",
        listing=folders.get,
        reading=texts.get,
        unreachable=None if unreachable is None else lambda _: unreachable,
    )


def _as_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


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
        found = findings(rule, example.data, **example.where)
        assert bool(found) == (example.kind == "Bad"), f"{example.kind}: {example.data.decode(errors='replace')}"


def examples(rule: type[Rule]) -> Iterator[Example]:
    r"""The fenced `md` blocks under `## Bad` and `## Good` of a rule's docstring.

    A fence may carry `path=...`, `schema=...`, `config="..."` (TOML) and `now=...`, the time; with the word `escapes`,
    `\x..` and the like in the block stand for bytes that text cannot hold. For a project rule the blocks under one
    heading are one site, which also holds what `files="a.png b/c.css"` names, and the last of them is the example; `unreachable="https://…"` are
    URLs that lead nowhere. A `yaml` block is a file of the site too.
    """
    if not issubclass(rule, ProjectRule):
        yield from (example for _, example in _blocks(rule))
        return
    for _, section in groupby(_blocks(rule), key=itemgetter(0)):
        *others, last = (example for _, example in section)
        files = {
            path: data for example in others for path, data in {**example.files, example.path: example.data}.items()
        }
        yield last.replace(files={**files, **last.files})


def _blocks(rule: type[Rule]) -> Iterator[tuple[int, Example]]:
    """The blocks, each as an example of its own, with the number of the section that it stands in."""
    kind: Literal["Bad", "Good"] | None = None
    number = 0
    lines = iter(inspect.cleandoc(rule.__doc__ or "").splitlines())
    for line in lines:
        if section := _SECTION.match(line):
            kind = "Bad" if section[1] == "Bad" else "Good"
            number += 1
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
            files = dict.fromkeys(words.get("files", "").split(), b"")
            where = (words.get("path", "post.md"), words.get("schema"), words.get("config", ""), words.get("now", ""))
            unreachable = dict.fromkeys(words.get("unreachable", "").split(), "there is no such host")
            yield number, Example(kind, data, *where, files, unreachable)
