"""Fix every Markdown file of a folder in memory, and look whether anything changed that no finding names.

    python benchmarks/fix_folder.py FOLDER [--schema post] [--generator hugo]

Each file is fixed with all rules, unsafe fixes too, and compared as python-frontmatter reads it before and after,
wherever it can read both: values outside the key paths that the findings name must be equal, and the bytes below
the front matter the same unless a fix is about them. Nothing is written.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frontmatter

from mdlint.discovery import ENDINGS
from mdlint.document import Document
from mdlint.fixer import Result, fix
from mdlint.linter import Linter
from mdlint.proof import named_by
from mdlint.settings import Settings

Path_ = tuple[str | int, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--schema")
    parser.add_argument("--generator")
    options = parser.parse_args()
    linter = Linter(Settings(select=("all",), schema=options.schema, generator=options.generator))
    seen: Counter[str] = Counter()
    mistakes = 0
    for path in sorted(options.folder.rglob("*")):
        if path.suffix.lower() in ENDINGS and path.is_file():
            data = path.read_bytes()
            name = path.relative_to(options.folder).as_posix()
            for mistake in look(name, data, linter, seen):
                mistakes += 1
                print(f"{path}: {mistake}")
    print(", ".join(f"{count:,} {what}" for what, count in seen.items()), f"; {mistakes:,} mistakes")
    return mistakes > 0


def look(name: str, data: bytes, linter: Linter, seen: Counter[str]) -> Iterator[str]:
    """What is wrong with how a file is fixed."""
    seen["files"] += 1
    result = fix_whole(name, data, linter)
    seen["changed"] += result.data != data
    seen["fixes"] += sum(result.counts.values())
    seen["fixes left out"] += sum("its fix was left out" in finding.hint for finding in result.left)
    if result.data == data:
        return
    if fix_whole(name, result.data, linter).data != result.data:
        yield "a second run changes it again"
    edits_body = any(
        edit.end > step.doc.body_start or finding.rule == "content-before-front-matter"
        for step in result.rounds
        for finding in step.used
        if finding.fix
        for edit in finding.fix.edits
    )
    generator = linter.settings.generator
    old, new = (Document.from_bytes(name, text, generator=generator).body for text in (data, result.data))
    if old != new and not edits_body:
        yield "the body changed"
    before, after = read(data), read(result.data)
    if before is None or after is None:
        seen["unreadable for python-frontmatter"] += 1
        return
    seen["compared"] += 1
    named = {flat(path) for step in result.rounds for path in named_by(step.used, step.doc)}
    for path in differences(before, after):
        if not any(flat(path)[:end] in named for end in range(len(path) + 1)) and not renamed(
            path, named, before, after
        ):
            yield f"{path} changed, which no finding names"


def fix_whole(name: str, data: bytes, linter: Linter) -> Result:
    doc = Document.from_bytes(name, data, linter.settings.limits, linter.settings.generator)
    return fix(doc, data, linter, unsafe=True)


def read(data: bytes) -> dict[str, Any] | None:
    """The values, or None where python-frontmatter finds none or cannot read them."""
    try:
        return frontmatter.loads(data.decode("utf-8-sig")).metadata or None
    except Exception:  # noqa: BLE001 - its readers raise errors of several libraries
        return None


def differences(old: Any, new: Any, path: Path_ = ()) -> Iterator[Path_]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            if key in old and key in new:
                yield from differences(old[key], new[key], (*path, str(key)))
            else:
                yield (*path, str(key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for at, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from differences(one, other, (*path, at))
    elif isinstance(old, list) and isinstance(new, list):
        yield (*path, 0)  # which of its items may go, the findings say
    elif type(old) is not type(new) or repr(old) != repr(new):
        yield path


def renamed(path: Path_, named: set[Path_], before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether a top-level field has the value of one that a finding names and that is gone."""
    gone = [before[key] for key in before if (key,) in named and key not in after]
    return len(path) == 1 and path[0] not in before and after.get(str(path[0])) in gone


def flat(path: Path_) -> Path_:
    """A key path without places in lists: they move when an item goes."""
    return tuple(-1 if isinstance(part, int) else part for part in path)


if __name__ == "__main__":
    sys.exit(main())
